"""The portal's one question: how it stands with a petition, by code and phone; nothing else, and not often."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import errors

from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from tests.department import TestOffice
from tests.guarded import Department

_ASK = "SELECT * FROM app.portal_status(%s, %s)"


@pytest.fixture
def portal(department: Department) -> Iterator[psycopg.Connection[Any]]:
    with department.sql("portal_of_the_office", "portal-words-1405") as connection:
        yield connection


def registered(office: TestOffice) -> tuple[int, str]:
    made = office.services.register.register(
        office.clerk,
        NewPetition(
            Kind.REQUEST, Channel.PORTAL, "متن نمونه", "موضوع", Contact("زهرا سعیدی", None, "09123456789"),
            unit_id=office.books.id,
        ),
    )  # fmt: skip
    return made.id, made.tracking_code


def test_state_first_and_the_answer_when_it_is_sent(
    department: Department, portal: psycopg.Connection[Any]
) -> None:
    office, desk = department.office, department.office.services.desk
    number, code = registered(office)
    spaced = " ".join((code[:4], code[4:8], code[8:]))
    (row,) = portal.execute(_ASK, (spaced, "۶۷۸۹")).fetchall()
    assert (row[0], row[1], row[5]) == ("referred", None, None)
    taken = desk.take(office.clerk, number, 1)
    desk.resolve(office.clerk, number, taken.version, Outcome.ANSWERED, "پاسخ اداره")
    (row,) = portal.execute(_ASK, (code, "09123456789")).fetchall()
    assert (row[0], row[1], row[5]) == ("resolved", "answered", "پاسخ اداره")


@pytest.mark.parametrize("digits", ["", "9", "789", "0000", "12345678900", "%", "' OR 1=1 --"])
def test_without_the_right_digits_there_is_nothing(
    department: Department, portal: psycopg.Connection[Any], digits: str
) -> None:
    _, code = registered(department.office)
    assert portal.execute(_ASK, (code, digits)).fetchall() == []
    assert portal.execute(_ASK, ("000000000000", "6789")).fetchall() == []


def test_after_five_wrong_ones_the_code_is_silent_and_others_are_not(
    department: Department, portal: psycopg.Connection[Any]
) -> None:
    _, code = registered(department.office)
    for wrong in range(5):
        assert portal.execute(_ASK, (code, f"000{wrong}")).fetchall() == []
    with pytest.raises(errors.ConfigurationLimitExceeded):
        portal.execute(_ASK, (code, "6789"))
    other = department.office.services.register.register(
        department.office.clerk,
        NewPetition(Kind.REQUEST, Channel.PHONE, "دیگر", "دیگر", Contact("دیگری", None, "09120000001")),
    )
    assert len(portal.execute(_ASK, (other.tracking_code, "0001")).fetchall()) == 1


def test_what_was_asked_nobody_reads_and_only_the_portal_asks(department: Department) -> None:
    for who, password in (("portal_of_the_office", "portal-words-1405"),):
        with department.sql(who, password) as connection, pytest.raises(errors.InsufficientPrivilege):
            connection.execute("SELECT * FROM portal_inquiry")
    for who in ("rezaei", "yazdi", "admin"):
        for act in (b"SELECT * FROM portal_inquiry", b"SELECT * FROM app.portal_status('1', '2')"):
            with department.sql(who) as connection, pytest.raises(errors.InsufficientPrivilege):
                connection.execute(act)


@pytest.mark.parametrize(
    ("column", "size"), [("payload", 1_000_001), ("attachments", 67_000_001)], ids=["payload", "attachments"]
)
def test_what_is_handed_in_has_a_size(portal: psycopg.Connection[Any], column: str, size: int) -> None:
    too_large = f'["{"x" * size}"]'
    insert = "INSERT INTO intake_submission (channel, payload, attachments) VALUES ('web', %s, %s)"
    given = {"payload": "{}", "attachments": "[]"}
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
        portal.execute(insert, tuple((given | {column: too_large}).values()))
    portal.execute(insert, tuple(given.values()))
