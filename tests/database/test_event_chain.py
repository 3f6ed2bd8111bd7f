from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from threading import Thread
from typing import Any, cast

import psycopg
import pytest
from sqlalchemy import Table, text
from sqlalchemy.exc import DatabaseError, IntegrityError

from desktop_app.database.audit import EventRecord, record_event
from desktop_app.database.chain import NOTHING_BEFORE, canonical_json, content_hash, event_hash
from desktop_app.database.engine import Database
from desktop_app.database.verification import verify
from desktop_app.reports.lists.events import ExportEvents
from tests.conftest import NOON
from tests.department import TestOffice
from tests.only import on_postgresql, on_sqlite

EVENTS = cast("Table", EventRecord.__table__)
HOSTILE = (
    "1:a,", "4:متن,", "line\nfeed\r\n", "\u202eوارونه\u202c", "🙂 e\u0301 \ufeff", "'; DROP TABLE event; --",
    "%s %(x)s", '{"a": 1}', "\\u0000", "a" * 4_000, "",
)  # fmt: skip
ROW: dict[str, Any] = {
    "item_type": "unit", "item_id": 900, "at": NOON, "actor_id": None, "actor_name": "x", "action": "tried",
    "before": {}, "after": {}, "text": "",
}  # fmt: skip
KEYS = (
    "INSERT INTO event (id, item_type, item_id, sequence, at, actor_name, action, before, after, text)"
    " VALUES (:id, :item_type, :item_id, :sequence, '2026-11-24 08:00:00.000000', 'x', 'y', '{}', '{}', '')"
)


@pytest.fixture
def database(office: TestOffice) -> Database:
    return office.services.database


def rows_of(database: Database, item_type: str = "unit", item_id: int = 900) -> list[Any]:
    with database.reading() as session:
        found = session.execute(
            EVENTS.select()
            .where(EventRecord.item_type == item_type, EventRecord.item_id == item_id)
            .order_by(EventRecord.sequence)
        )
        return list(found)


def recomputed(rows: list[Any]) -> Iterator[tuple[str, str]]:
    previous = NOTHING_BEFORE
    for row in rows:
        content = content_hash(
            row.actor_name, canonical_json(row.before), canonical_json(row.after), row.text
        )
        at = row.at.strftime("%Y-%m-%d %H:%M:%S.%f")
        previous = event_hash(
            previous, row.item_type, row.item_id, row.sequence, at, row.actor_id, row.action, content
        )
        yield content, previous


@pytest.mark.parametrize("way", ["one by one", "many at once"])
def test_both_engines_write_the_hashes_that_python_computes(
    database: Database, office: TestOffice, way: str
) -> None:
    zone = timezone(timedelta(hours=3, minutes=30))
    values = [
        ROW | {
            "sequence": place,
            "at": datetime(2026, 3, 21, 0, 0, 0, place, tzinfo=zone),
            "actor_id": office.clerk.person_id if place % 2 else None,
            "actor_name": hostile[:120],
            "before": {"z": hostile, "a": [1.5, None, {"ب": place}]},
            "after": {hostile: True},
            "text": hostile,
        }
        for place, hostile in enumerate(HOSTILE, 1)
    ]  # fmt: skip
    with database.writing() as session:
        if way == "many at once":
            session.execute(EVENTS.insert(), values)
        else:
            for row in values:
                known = {name: value for name, value in row.items() if name != "sequence"}
                record_event(session, **known)
                session.flush()
    rows = rows_of(database)
    assert [(row.content_hash, row.hash) for row in rows] == list(recomputed(rows))
    assert [row.text for row in rows] == list(HOSTILE)
    assert verify(database).ok


def test_half_a_surrogate_pair_in_a_value_is_kept_and_holds(database: Database) -> None:
    with database.writing() as session:
        session.execute(EVENTS.insert(), [ROW | {"sequence": 1, "after": {"name": "a\ud83dz\0"}}])
    (row,) = rows_of(database)
    assert row.after == {"name": "a\ud83dz\0"}
    assert verify(database).ok


def test_values_are_kept_in_their_canonical_text(database: Database) -> None:
    with database.writing() as session:
        session.execute(EVENTS.insert(), [ROW | {"sequence": 1, "after": {"ب": 1, "a": "متن"}}])
    with database.reading() as session:
        kept = session.scalar(text("SELECT CAST(after AS text) FROM event WHERE item_id = 900"))
    assert kept == '{"a":"متن","ب":1}'


@pytest.mark.parametrize("sequence", [0, 2, -1, 7])
def test_an_event_out_of_its_place_is_refused(database: Database, sequence: int) -> None:
    with pytest.raises(IntegrityError, match="out of sequence"), database.writing() as session:
        session.execute(EVENTS.insert(), [ROW | {"sequence": sequence}])
    assert rows_of(database) == []


@on_postgresql
def test_two_who_write_the_history_of_one_item_at_once_are_both_told(
    database: Database, office: TestOffice
) -> None:
    """Exports have no row of their own, on which the second one could wait."""
    exports = ExportEvents(database)
    second = Thread(target=lambda: exports.record(office.clerk, "petitioners", 2, ".csv"))
    with database.writing() as session:
        record_event(session, **ROW | {"item_type": "list", "item_id": 1})
        second.start()
        while not session.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")):
            time.sleep(0.01)
    second.join(60)
    assert [row.action for row in rows_of(database, "list", 1)] == ["tried", "list_exported"]


def test_an_event_cannot_be_put_before_or_into_a_history(database: Database) -> None:
    with database.writing() as session:
        session.execute(EVENTS.insert(), [ROW | {"sequence": place} for place in (1, 2, 3)])
    for sequence in (1, 2, 3, 5):
        with pytest.raises(IntegrityError), database.writing() as session:
            session.execute(EVENTS.insert(), [ROW | {"sequence": sequence}])
    assert len(rows_of(database)) == 3


def test_no_client_decides_a_hash(database: Database) -> None:
    forged = ROW | {"sequence": 1, "content_hash": "f" * 64, "hash": "f" * 64}
    if database.is_sqlite:
        with pytest.raises(IntegrityError), database.writing() as session:
            session.execute(EVENTS.insert(), [forged])
        assert rows_of(database) == []
        return
    with database.writing() as session:
        session.execute(EVENTS.insert(), [forged])
    rows = rows_of(database)
    assert [(row.content_hash, row.hash) for row in rows] == list(recomputed(rows))


@pytest.mark.parametrize(
    "statement",
    ["UPDATE event SET text = 'x'", "UPDATE event SET hash = ''", "UPDATE event SET content_hash = '', hash = ''",
     "UPDATE event SET id = id", "DELETE FROM event"],
)  # fmt: skip
def test_what_is_written_is_neither_changed_nor_taken_away(database: Database, statement: str) -> None:
    with database.writing() as session:
        session.execute(EVENTS.insert(), [ROW | {"sequence": 1}])
    with pytest.raises(DatabaseError, match="append-only"), database.writing() as session:
        session.execute(text(statement))
    assert verify(database).ok


@pytest.mark.parametrize("table", ["event", "revision"])
def test_postgresql_does_not_empty_evidence(database: Database, table: str) -> None:
    if database.is_sqlite:
        return  # knows no TRUNCATE
    with pytest.raises(DatabaseError, match="append-only"), database.writing() as session:
        session.execute(text(f"TRUNCATE {table} CASCADE"))


@on_sqlite
def test_sqlite_replaces_no_event_by_another(database: Database) -> None:
    with database.writing() as session:
        session.execute(EVENTS.insert(), [ROW | {"sequence": 1}])
    (row,) = rows_of(database)
    for item_id, sequence in ((900, 1), (900, 2), (901, 1)):
        values = {"id": row.id, "item_type": "unit", "item_id": item_id, "sequence": sequence}
        with pytest.raises(IntegrityError), database.writing() as session:
            session.execute(text(KEYS.replace("INSERT", "INSERT OR REPLACE")), values)
    assert rows_of(database) == [row]


@on_sqlite
def test_a_program_that_does_not_know_the_chain_adds_nothing_to_an_sqlite_file(database: Database) -> None:
    with closing(sqlite3.connect(database.place)) as foreign, foreign:
        values = {"id": None, "item_type": "unit", "item_id": 900, "sequence": 1}
        with pytest.raises(sqlite3.OperationalError, match="mosharekat"):
            foreign.execute(KEYS, values)
    foreign.close()
    assert rows_of(database) == []


@on_postgresql
def test_the_chain_of_postgresql_asks_nobody_s_search_path(database: Database) -> None:
    url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url) as hostile:
        # Functions, an operator and a table of the caller's own, before those of the system.
        hostile.execute("CREATE SCHEMA evil")
        hostile.execute(
            "CREATE FUNCTION evil.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$ SELECT '\\x00'::bytea $$"
        )
        hostile.execute("CREATE TEMPORARY TABLE event (LIKE public.event)")
        hostile.execute(
            "INSERT INTO pg_temp.event SELECT 1, 'unit', 900, 5, now(), NULL, 'x', 'y', '{}', '{}', '', '', ''"
        )
        hostile.execute("SET search_path = evil, pg_temp, pg_catalog, public")
        hostile.execute(
            "INSERT INTO public.event (item_type, item_id, sequence, at, actor_name, action, before, after, text)"
            " VALUES ('unit', 900, 1, now(), 'x', 'y', '{}', '{}', '')"
        )
    rows = rows_of(database)
    assert [(row.content_hash, row.hash) for row in rows] == list(recomputed(rows))
    assert verify(database).ok
