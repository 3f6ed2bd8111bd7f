"""The history vouches for the rows that acts write: whatever an owner changes unseen in one of them is named."""

from __future__ import annotations

import pytest

from desktop_app.database.engine import Database
from desktop_app.database.recorded_rows import all_digests
from desktop_app.database.verification import DATABASE, Break, BreakReason, verify
from desktop_app.database.vouched import digests_in, digests_of
from desktop_app.petitions.vocabulary import Outcome
from desktop_app.tables import metadata
from tests.conftest import NOON, office_with
from tests.database.test_seals import owner
from tests.department import TestOffice
from tests.engines import Made
from tests.instruments.test_annotations import ARTICLES, annotate, draft

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 3000
#: What an owner changes unseen, and which row is named.
EDITS = {
    "UPDATE petition_text SET body = 'دروغ' WHERE petition_id = {petition}": "petition_text_words",
    "UPDATE petition SET subject = 'دروغ' WHERE id = {petition}": "petition_words",
    "UPDATE petition SET received_at = '2024-01-01 00:00:00.000000' WHERE id = {petition}": "petition",
    "UPDATE petition SET tracking_code = '000000000000' WHERE id = {petition}": "petition",
    "UPDATE reply SET text = 'دروغ' WHERE petition_id = {petition}": "reply_words",
    "UPDATE reply SET author_id = NULL WHERE petition_id = {petition}": "reply",
    "DELETE FROM reply WHERE petition_id = {petition}": "reply",
    "UPDATE referral SET order_note = 'دروغ' WHERE petition_id = {petition}": "referral_words",
    "UPDATE stored_file SET sha256 = 'x' WHERE item_id = {petition}": "stored_file",
    "UPDATE letter SET number = number + 5 WHERE item_id = {petition}": "letter",
    "UPDATE letter SET copies = 'دروغ' WHERE item_id = {petition}": "letter_words",
    "UPDATE revision SET text = 'دروغ' WHERE instrument_id = {instrument}": "revision",
    "UPDATE instrument SET title = 'دروغ' WHERE id = {instrument}": "instrument",
    "UPDATE thread_message SET text = 'دروغ'": "thread_message",
}


def used(office: TestOffice) -> None:
    """A petition with all that belongs to one, and an annotated draft."""
    detail = office.taken()
    services = office.services
    services.attachments.add(office.clerk, detail.id, "نامه.pdf", PDF)
    detail = services.desk.peek(office.clerk, detail.id)
    services.desk.resolve(office.clerk, detail.id, detail.version, Outcome.ANSWERED, "پاسخ شما")
    services.petition_letters.issue_reply(office.clerk, detail.id, "علی کریمی")
    annotate(office, draft(office, *ARTICLES), "سی روز کاری")


@pytest.fixture
def made() -> Made:
    return office_with(used)


@pytest.fixture
def names(office: TestOffice) -> dict[str, int]:
    return {"petition": office.made_id(1), "instrument": office.made_id(1)}


@pytest.fixture
def database(office: TestOffice) -> Database:
    return office.services.database


def test_each_edit_of_a_row_is_named(database: Database, names: dict[str, int]) -> None:
    assert verify(database, metadata=metadata()).ok
    owner(database)(*(statement.format(**names) for statement in EDITS))
    found = verify(database).breaks
    assert {one.reason for one in found} == {BreakReason.ROW}
    named = [name for one in found for name in one.detail.split(", ") if " " in name]
    assert {name.rpartition(" ")[0] for name in named} == set(EDITS.values())
    assert {(one.item_type, one.item_id) for one in found if one.item_type != "thread"} == set(names.items())


@pytest.mark.parametrize(
    "statement", ["DELETE FROM reply", "DELETE FROM petition_text", "DELETE FROM letter"]
)
def test_a_row_that_is_gone_is_named(database: Database, names: dict[str, int], statement: str) -> None:
    owner(database)(statement)
    found = [one for one in verify(database).breaks if one.reason == BreakReason.ROW]
    assert f"{statement.rsplit(maxsplit=1)[-1]}_words" in " ".join(one.detail for one in found)


def test_a_row_without_an_event_is_named(database: Database, names: dict[str, int]) -> None:
    owner(database)(
        "INSERT INTO reply (id, petition_id, text, author_id, written_at)"
        f" VALUES (900, {names['petition']}, 'دروغ', NULL, '2026-11-24 08:00:00.000000')"
    )
    assert verify(database).breaks == (Break(DATABASE, 0, 0, BreakReason.UNTOLD, "reply 900"),)


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("UPDATE stored_part SET content = '' WHERE number = 2", "stored_file"),
        ("DELETE FROM stored_part", "stored_file"),
        ("UPDATE letter SET page = '' WHERE page IS NOT NULL", "letter"),
    ],
)
def test_bytes_that_were_changed_are_named(
    database: Database, names: dict[str, int], statement: str, name: str
) -> None:
    owner(database)(statement)
    (found,) = verify(database, metadata=metadata()).breaks
    assert (found.reason, found.detail.rpartition(" ")[0]) == (BreakReason.BYTES, name)


def test_what_is_taken_back_is_vouched_for_as_before(office: TestOffice, database: Database) -> None:
    desk = office.services.desk
    detail = office.taken(text="درخواستی دیگر")
    detail = desk.refer(office.clerk, detail.id, detail.version, office.music.id, "بررسی شود")
    detail = desk.undo(office.clerk, detail.id, detail.version)
    detail = desk.resolve(office.clerk, detail.id, detail.version, Outcome.ANSWERED, "پاسخ")
    detail = desk.undo(office.clerk, detail.id, detail.version)
    assert verify(database).ok
    detail = desk.resolve(office.clerk, detail.id, detail.version, Outcome.ANSWERED, "پاسخ دیگر")
    assert verify(database).ok
    owner(database)("UPDATE reply SET text = 'پاسخ'")
    assert not verify(database).ok


def test_the_digest_of_a_row_is_the_same_in_sql_and_here(office: TestOffice, database: Database) -> None:
    detail = office.petition("متن «ب»\n😀", subject="نشانی ۱", external_id=None)
    table = metadata().tables["petition"]
    with database.reading() as session:
        found = digests_in(session, table, [detail.id])
        row = session.execute(table.select().where(table.c.id == detail.id)).mappings().one()
    assert found == {f"{digest.name}:{detail.id}": digest.of(dict(row)) for digest in digests_of(table)}
    # A change of this is a change of what every history vouches for.
    fixed = dict.fromkeys(digest.name for digest in digests_of(table)) | dict.fromkeys(table.columns.keys())
    told = {"kind": "request", "registry_year": 1405, "received_at": NOON, "subject": "ب"}
    assert [digest.of(fixed | told) for digest in digests_of(table)] == [
        "f09130f8dfd42cab61e7fc0faf91c4f8",
        "15867f168ee730ca22918df877742ff0",
    ]


def test_every_table_that_is_vouched_for_has_a_number_as_its_key() -> None:
    for digest in all_digests().values():
        assert digest.table.c[digest.key].type.python_type is int
        assert set(digest.columns) <= set(digest.table.columns.keys())
