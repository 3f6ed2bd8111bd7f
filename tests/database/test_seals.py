"""Seals: whatever an owner changes before one, with all hashes computed again, no longer fits it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from desktop_app.database import history_head as heads
from desktop_app.database.chain import BLOCK, NOTHING_BEFORE, content_hash, event_hash
from desktop_app.database.engine import Database
from desktop_app.database.history_head import HistoryHead, heads_at, history_head
from desktop_app.database.seals import (
    CheckedSeal,
    SealFault,
    new_seal,
    on_one_line,
    read_seals,
)
from desktop_app.database.verification import BreakReason, Verdict, verify
from desktop_app.errors import BusyError, SigningError
from desktop_app.services import Services
from desktop_app.signing import SigningKey
from tests.conftest import office_with
from tests.database.made import head_of
from tests.department import TestOffice
from tests.engines import Made
from tests.only import on_postgresql

KEY = SigningKey(bytes(range(32)))


def told(office: TestOffice) -> None:
    """Two petitions with some events."""
    office.taken(external_id="1")
    taken = office.taken()
    office.services.desk.note(office.clerk, taken.id, "یادداشت")


@pytest.fixture
def made() -> Made:
    return office_with(told)


@pytest.fixture
def database(services: Services) -> Database:
    return services.database


@pytest.fixture
def folder(database: Database, tmp_path: Path) -> Path:
    """A custodian's folder with a seal."""
    return sealed(database, tmp_path / "seals")


def sealed(database: Database, folder: Path, key: SigningKey = KEY) -> Path:
    folder.mkdir(exist_ok=True)
    seal, document = new_seal(database, key)
    (folder / f"mosharekat-seal-{seal.head.last_event}.json").write_bytes(document)
    return folder


def against(database: Database, folder: Path, *, only_since: bool = False) -> Verdict:
    seals, faults = read_seals(folder, KEY.public)
    assert not faults
    return verify(database, seals=seals, only_since=only_since)


def owner(database: Database) -> Callable[..., None]:
    """Returns what runs statements as the owner, with no trigger in the way."""

    def run(*statements: str) -> None:
        if database.is_sqlite:
            with database.writing() as session:
                connection = session.connection()
                triggers = connection.exec_driver_sql(
                    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
                ).all()
                for name, _ in triggers:
                    connection.exec_driver_sql(f"DROP TRIGGER {name}")
                for statement in statements:
                    connection.exec_driver_sql(statement)
                for _, definition in triggers:
                    connection.exec_driver_sql(definition)
            return
        url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(url) as superuser:
            superuser.execute("SET session_replication_role = replica")
            for statement in statements:
                superuser.execute(statement.encode())

    return run


def rehash(database: Database) -> None:
    """Computes all hashes of the history again with the program's own functions, as an owner can."""
    as_text = "" if database.is_sqlite else "::text"
    at = "at" if database.is_sqlite else "to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"
    with database.reading() as session:
        rows = session.execute(
            text(
                f"SELECT id, item_type, item_id, sequence, {at}, actor_id, actor_name, action,"
                f" before{as_text}, after{as_text}, text FROM event ORDER BY item_type, item_id, sequence"
            )
        ).all()
    statements, last, link = [], None, NOTHING_BEFORE
    for number, item_type, item_id, sequence, moment, actor, name, action, before, after, words in rows:
        link = link if last == (item_type, item_id) else NOTHING_BEFORE
        last = (item_type, item_id)
        content = content_hash(name, before, after, words)
        link = event_hash(link, item_type, item_id, sequence, moment, actor, action, content)
        statements.append(f"UPDATE event SET content_hash = '{content}', hash = '{link}' WHERE id = {number}")
    owner(database)(*statements, "DELETE FROM history_block")


def test_a_seal_fits_the_history_that_goes_on(database: Database, office: TestOffice, folder: Path) -> None:
    office.registered("درخواستی دیگر")
    sealed(database, folder)
    verdict = against(database, folder)
    assert verdict.ok
    assert [seal.fault for seal in verdict.seals] == [None, None]
    first, second = (seal.last_event for seal in verdict.seals)
    assert first < second == verdict.head.last_event


def test_a_seal_on_one_line_is_as_valid(database: Database, tmp_path: Path) -> None:
    _, document = new_seal(database, KEY)
    line = on_one_line(document)
    # A QR code of this density has room for it.
    assert len(line) < 700
    (tmp_path / "from-paper.json").write_text(line, "utf-8")
    assert against(database, tmp_path / "from-paper.json").ok


@pytest.mark.parametrize(
    ("forgery", "fault"),
    [
        ("UPDATE event SET text = 'دروغ' WHERE text = 'یادداشت'", SealFault.DIFFERS),
        ("UPDATE event SET actor_name = 'دیگری' WHERE text = 'یادداشت'", SealFault.DIFFERS),
        ("UPDATE event SET at = '2025-11-24 08:00:00.000000' WHERE text = 'یادداشت'", SealFault.DIFFERS),
        ("DELETE FROM event WHERE id = (SELECT max(id) FROM event)", SealFault.SHORTER),
        (
            "DELETE FROM event WHERE item_type = 'petition' AND item_id = (SELECT min(id) FROM petition)",
            SealFault.DIFFERS,
        ),
        ("UPDATE event SET actor_name = 'دیگری'", SealFault.OTHER_HISTORY),
    ],
)
@pytest.mark.parametrize("only_since", [False, True])
def test_a_forged_history_with_all_hashes_made_again_does_not_fit(
    database: Database, folder: Path, forgery: str, fault: SealFault, only_since: bool
) -> None:
    owner(database)(forgery)
    rehash(database)
    verdict = against(database, folder, only_since=only_since)
    assert not verdict.ok
    assert [seal.fault for seal in verdict.seals] == [fault]


def test_an_event_that_was_put_in_does_not_fit(database: Database, folder: Path) -> None:
    """The clocks of both are those of the owner."""
    owner(database)(
        "UPDATE event SET id = id + 1000000 WHERE id = (SELECT max(id) FROM event)",
    )
    rehash(database)
    assert [seal.fault for seal in against(database, folder).seals] == [SealFault.DIFFERS]


def test_since_a_seal_only_what_is_newer_is_verified(
    database: Database, office: TestOffice, folder: Path
) -> None:
    quick = against(database, folder, only_since=True)
    assert (quick.ok, quick.events, quick.since) == (True, 0, quick.head.last_event)
    office.registered("درخواستی دیگر")
    newer = against(database, folder, only_since=True)
    assert (newer.ok, newer.items) == (True, newer.events)
    assert newer.head.events > newer.events
    # Whatever of an item is newer than the seal, all of its history is verified.
    owner(database)(
        "UPDATE event SET text = 'x' WHERE item_type = 'petition'"
        " AND item_id = (SELECT max(id) FROM petition) AND sequence = 1"
    )
    found = against(database, folder, only_since=True)
    assert [one.reason for one in found.breaks] == [BreakReason.CONTENT]


def test_a_seal_that_does_not_fit_is_no_reason_to_read_less(database: Database, folder: Path) -> None:
    owner(database)("UPDATE event SET hash = content_hash WHERE text = 'یادداشت'")
    found = against(database, folder, only_since=True)
    assert found.since == 0
    assert [one.reason for one in found.breaks] == [BreakReason.FIELDS]


def test_keys_files_and_folders_that_prove_nothing_are_told(database: Database, tmp_path: Path) -> None:
    folder = sealed(database, tmp_path / "seals", SigningKey.new())
    (folder / "mosharekat-seal-1.json").write_text("{}", "utf-8")
    document = json.loads(new_seal(database, KEY)[1])
    document["content"]["events"] += 1
    (folder / "mosharekat-seal-2.json").write_text(json.dumps(document), "utf-8")
    (folder / "notes.txt").write_text("x", "utf-8")
    seals, faults = read_seals(folder, KEY.public)
    assert seals == []
    assert faults[:2] == [
        CheckedSeal("mosharekat-seal-1.json", SealFault.NOT_SIGNED),
        CheckedSeal("mosharekat-seal-2.json", SealFault.CHANGED),
    ]
    assert faults[2].fault == SealFault.FOREIGN_KEY
    (tmp_path / "empty").mkdir()
    for place, reason in ((tmp_path / "empty", "no_seals"),):
        with pytest.raises(SigningError) as caught:
            read_seals(place, KEY.public)
        assert caught.value.parameters["reason"] == reason
    (gone,) = read_seals(tmp_path / "gone.json", KEY.public)[1]
    assert gone.fault == SealFault.UNREADABLE


def test_the_head_goes_over_blocks_and_keeps_the_whole_ones(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.reading() as session:
        events = [(row[0], row[1]) for row in session.execute(text("SELECT id, hash FROM event"))]
        last = max(number for number, _ in events)
    head = history_head(database)
    assert head == HistoryHead(last, len(events), head_of(events))
    # As if more than a block had been written.
    owner(database)(f"UPDATE event SET id = id + {2 * BLOCK} WHERE id > {last - 3}")
    moved = [(number + 2 * BLOCK if number > last - 3 else number, link) for number, link in events]
    head = history_head(database)
    assert head.digest == head_of(moved)
    with database.reading() as session:
        kept = session.execute(text("SELECT number, events FROM history_block ORDER BY number")).all()
        assert [tuple(row) for row in kept] == [((last - 3) // BLOCK + 1, len(events) - 3)]
        for place, (end, _) in enumerate(sorted(moved), 1):
            assert heads_at(session, [end])[0][end].digest == head_of(sorted(moved)[:place])
    # What is kept is used again, and is no proof.
    assert history_head(database) == head
    assert verify(database).ok
    owner(database)(f"UPDATE history_block SET digest = '{'0' * 64}'")
    assert history_head(database) != head
    (found,) = verify(database).breaks
    assert found.reason == BreakReason.BLOCK


@on_postgresql
def test_the_head_waits_for_whoever_still_writes_a_lower_event(
    database: Database, office: TestOffice
) -> None:
    url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    slow = (
        "INSERT INTO event (item_type, item_id, sequence, at, actor_name, action, before, after, text)"
        " VALUES ('office', 900, 1, now(), 'x', 'x', '{}', '{}', '')"
    )
    found: list[HistoryHead] = []
    with psycopg.connect(url) as writer:
        writer.execute(slow)
        # A later event is committed before.
        office.registered("درخواستی دیگر")
        waiting = threading.Thread(target=lambda: found.append(history_head(database)))
        waiting.start()
        waiting.join(0.5)
        assert not found
        writer.commit()
        waiting.join(20)
    with database.reading() as session:
        events = [(row[0], row[1]) for row in session.execute(text("SELECT id, hash FROM event"))]
    assert found[0].digest == head_of(events)


@on_postgresql
def test_who_writes_for_long_is_not_waited_for_without_end(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url) as writer:
        writer.execute("LOCK TABLE event IN ROW EXCLUSIVE MODE")
        began = time.monotonic()
        with pytest.raises(BusyError):
            history_head(database)
        assert time.monotonic() - began < 30
    assert heads.history_head(database).events
