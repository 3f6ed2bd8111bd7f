from __future__ import annotations

import pytest

from desktop_app.intake.formats.columns import (
    ALIASES,
    COMMENT_FIELDS,
    PETITION_FIELDS,
    RECEIPT_FIELDS,
    SATISFACTION_FIELDS,
    SUBJECT_FIELDS,
    folded_name,
    match,
    missing,
)
from desktop_app.intake.formats.names import (
    CHANNEL_NAMES,
    GROUP_NAMES,
    KIND_NAMES,
    channel_of,
    group_of,
    kind_of,
)
from desktop_app.people.identity import Group
from desktop_app.petitions.vocabulary import Channel, Kind

#: The names that the command line's contract promises.
CONTRACT = {
    "external_id": "شناسه", "kind": "نوع", "subject": "موضوع", "text": "متن", "name": "نام متقاضی",
    "national_id": "کد ملی", "mobile": "تلفن همراه", "email": "رایانامه", "group": "گروه", "about": "درباره",
    "unit": "واحد", "received_at": "تاریخ", "letter_number": "شماره نامه", "provision": "ماده", "quote": "عبارت",
}  # fmt: skip


@pytest.mark.parametrize("language", [0, 1])
def test_the_contract_s_names_are_matched(language: int) -> None:
    columns = [pair[language] for pair in CONTRACT.items()]
    found = match(columns, tuple(CONTRACT))
    assert found == dict(zip(CONTRACT, columns, strict=True))


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("كد ملي", "national_id"), ("کدملی", "national_id"), ("کد‌ملی", "national_id"), ("National ID", "national_id"),
        (" EMAIL ", "email"), ("e-mail", "email"), ("تلفن‌همراه", "mobile"), ("Received-At", "received_at"),
        ("نوعِ درخواست", "kind"), ("شرح", "text"), ("نام و نام خانوادگی", "name"),
    ],
)  # fmt: skip
def test_spelling_of_a_column_s_name_does_not_matter(column: str, field: str) -> None:
    assert match([column]) == {field: column}


def test_a_column_gives_one_field_and_the_better_name_wins() -> None:
    found = match(["نام", "نام متقاضی", "عنوان", "موضوع"])
    assert (found["name"], found["subject"]) == ("نام متقاضی", "موضوع")
    assert len(set(found.values())) == len(found)


def test_unknown_columns_are_left_alone_and_missing_ones_named() -> None:
    found = match(["foo", "متن"])
    assert found == {"text": "متن"}
    assert missing(found, ("kind", "text")) == ("kind",)


def test_every_field_has_names_and_no_name_stands_for_two_fields_of_one_import() -> None:
    imports = (PETITION_FIELDS, COMMENT_FIELDS, SATISFACTION_FIELDS, RECEIPT_FIELDS, SUBJECT_FIELDS)
    assert {field for fields in imports for field in fields} == set(ALIASES)
    for fields in imports:
        names = [name for field in fields for name in {folded_name(alias) for alias in ALIASES[field]}]
        assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)


def test_kinds_channels_and_groups_go_by_every_name_of_theirs() -> None:
    assert set(KIND_NAMES) == set(Kind)
    assert set(CHANNEL_NAMES) == set(Channel)
    assert set(GROUP_NAMES) == set(Group)
    assert all(kind_of(name) is kind for kind, names in KIND_NAMES.items() for name in names)
    assert all(channel_of(name) is channel for channel, names in CHANNEL_NAMES.items() for name in names)
    assert all(group_of(name) is group for group, names in GROUP_NAMES.items() for name in names)


@pytest.mark.parametrize(
    ("name", "channel"),
    [("پنجره واحد (وفا)", Channel.SINGLE_WINDOW), ("service desk", Channel.SERVICE_DESK), ("E-Mail", Channel.EMAIL),
     ("in-person", Channel.IN_PERSON), ("ميز خدمت", Channel.SERVICE_DESK), ("پيامك", Channel.SMS)],
)  # fmt: skip
def test_a_channel_s_name_is_folded(name: str, channel: Channel) -> None:
    assert channel_of(name) is channel
    assert kind_of(name) is None
