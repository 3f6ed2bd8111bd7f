from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import psycopg
import pytest
from sqlalchemy import text

from desktop_app.database.audit import record_event
from desktop_app.database.chain import MASKED, content_hash
from desktop_app.database.chain_guard import POSTGRESQL_TRIGGERS, SQLITE_TRIGGERS
from desktop_app.database.engine import Database
from desktop_app.database.verification import DATABASE, Break, BreakReason, verify
from desktop_app.errors import CancelledError
from desktop_app.instruments.vocabulary import InstrumentKind, ThreadOutcome
from desktop_app.services import Services
from tests.conftest import NOON, office_with
from tests.database.made import head_of
from tests.department import TestOffice
from tests.engines import Made
from tests.instruments.test_annotations import ARTICLES, annotate, draft
from tests.only import on_postgresql, on_sqlite

#: Runs statements on the database behind the program's back, its triggers out of the way, and puts them back.
Tamper = Callable[..., None]


def told(office: TestOffice) -> None:
    """A petition with four events; another, sound one stands beside it."""
    office.taken(external_id="1")
    taken = office.taken()
    office.services.desk.note(office.clerk, taken.id, "یادداشت یکم")
    office.services.desk.note(office.clerk, taken.id, "یادداشت دوم")


@pytest.fixture
def made() -> Made:
    return office_with(told)


@pytest.fixture
def database(services: Services) -> Database:
    return services.database


@pytest.fixture
def tamper(database: Database) -> Tamper:
    def on_sqlite(*statements: str) -> None:
        with closing(sqlite3.connect(database.place)) as owner, owner:
            standing = dict(
                owner.execute(
                    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'event'"
                )
            )
            for name in standing:
                owner.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                owner.execute(statement)
            for sql in standing.values():
                owner.execute(sql)
        owner.close()

    def on_postgresql(*statements: str) -> None:
        with psycopg.connect(plain_url(database)) as superuser:
            superuser.execute("ALTER TABLE event DISABLE TRIGGER ALL")
            for statement in statements:
                superuser.execute(statement.encode())
            superuser.execute("ALTER TABLE event ENABLE TRIGGER ALL")

    return on_sqlite if database.is_sqlite else on_postgresql


def plain_url(database: Database) -> str:
    return database.url.set(drivername="postgresql").render_as_string(hide_password=False)


@pytest.fixture
def petition(database: Database) -> int:
    """The petition with four events."""
    with database.reading() as session:
        return int(session.scalar(text("SELECT max(id) FROM petition")) or 0)


def test_a_sound_history_is_told_with_its_size_and_head(database: Database, petition: int) -> None:
    verdict = verify(database)
    assert (verdict.ok, verdict.breaks) == (True, ())
    with database.reading() as session:
        rows = session.connection().exec_driver_sql("SELECT id, hash, item_type, item_id FROM event")
        found = [tuple(row) for row in rows]
    assert (verdict.events, verdict.items) == (len(found), len({row[2:] for row in found}))
    assert verdict.head.events == len(found)
    assert verdict.head.digest == head_of((number, link) for number, link, *_ in found)


@pytest.mark.parametrize(
    ("statement", "sequence", "reason"),
    [
        ("UPDATE event SET text = 'چیز دیگر' WHERE {own} AND sequence = 3", 3, BreakReason.CONTENT),
        ("UPDATE event SET actor_name = 'دیگری' WHERE {own} AND sequence = 2", 2, BreakReason.CONTENT),
        ("UPDATE event SET after = '{{}}' WHERE {own} AND sequence = 2", 2, BreakReason.CONTENT),
        ("UPDATE event SET before = '{{ }}' WHERE {own} AND sequence = 1", 1, BreakReason.CONTENT),
        ("UPDATE event SET action = 'resolve' WHERE {own} AND sequence = 2", 2, BreakReason.FIELDS),
        (
            "UPDATE event SET at = '2026-11-24 07:59:59.999999' WHERE {own} AND sequence = 4",
            4,
            BreakReason.FIELDS,
        ),
        ("UPDATE event SET actor_id = NULL WHERE {own} AND sequence = 3", 3, BreakReason.FIELDS),
        ("UPDATE event SET hash = content_hash WHERE {own} AND sequence = 2", 2, BreakReason.FIELDS),
        ("UPDATE event SET content_hash = hash WHERE {own} AND sequence = 2", 2, BreakReason.CONTENT),
        ("DELETE FROM event WHERE {own} AND sequence = 1", 1, BreakReason.MISSING),
        ("DELETE FROM event WHERE {own} AND sequence = 3", 3, BreakReason.MISSING),
        ("DELETE FROM event WHERE {own} AND sequence > 1", 2, BreakReason.MISSING),
        ("UPDATE event SET sequence = 0 WHERE {own} AND sequence = 1", 0, BreakReason.SEQUENCE),
        ("UPDATE event SET sequence = 9 WHERE {own} AND sequence = 4", 4, BreakReason.MISSING),
        ("UPDATE event SET item_id = 999 WHERE {own} AND sequence = 4", 4, BreakReason.MISSING),
        ("DELETE FROM event WHERE {own}", 0, BreakReason.NO_HISTORY),
    ],
)
def test_what_was_tampered_with_is_named(
    database: Database, petition: int, tamper: Tamper, statement: str, sequence: int, reason: BreakReason
) -> None:
    tamper(statement.format(own=f"item_type = 'petition' AND item_id = {petition}"))
    verdict = verify(database)
    own = [found for found in verdict.breaks if found.item_id == petition]
    moved = "item_id = 999" in statement
    if moved:
        # The event of a stranger stands where none belongs; that nothing is left of the end is not seen here.
        assert Break("petition", 999, 1, BreakReason.MISSING) in verdict.breaks
    else:
        assert own == [Break("petition", petition, sequence, reason)]
        # Without their events, rows that they told of are nobody's.
        assert {found.reason for found in verdict.breaks} - {reason} <= {BreakReason.UNTOLD}
    assert not verdict.ok


@pytest.mark.parametrize(
    ("change", "columns"),
    [
        ("outcome = 'refused'", "outcome"),
        ("resolved_at = '2026-10-01 08:00:00+00:00', assignee_id = NULL", "assignee_id, resolved_at"),
        ("due_on = '2099-01-01'", "due_on"),
        ("unit_id = NULL", "unit_id"),
    ],
)
def test_a_row_that_was_written_past_the_acts_is_named(
    database: Database, petition: int, tamper: Tamper, change: str, columns: str
) -> None:
    tamper(f"UPDATE petition SET {change} WHERE id = {petition}")
    assert verify(database).breaks == (Break("petition", petition, 4, BreakReason.ROW, columns),)


def test_the_end_of_a_thread_s_history_is_missed_too(office: TestOffice, tamper: Tamper) -> None:
    instrument = draft(office, *ARTICLES)
    seen = annotate(office, instrument, "سی روز کاری")
    annotations = office.services.annotations
    settled = annotations.resolve(office.reviewer, seen.id, seen.version, 1, ThreadOutcome.APPLIED)
    annotations.reopen(office.reviewer, seen.id, settled.version, 1, "هنوز روشن نیست.")
    tamper(f"DELETE FROM event WHERE item_type = 'thread' AND item_id = {seen.id} AND sequence > 2")
    missing, untold = verify(office.services.database).breaks
    assert missing == Break("thread", seen.id, 3, BreakReason.MISSING)
    assert untold.reason == BreakReason.UNTOLD
    assert untold.detail.startswith("thread_message ")


def test_only_the_first_break_of_each_item_is_named(
    database: Database, petition: int, tamper: Tamper
) -> None:
    tamper("UPDATE event SET text = 'x' WHERE item_type = 'petition'")
    verdict = verify(database)
    assert [(found.sequence, found.reason) for found in verdict.breaks] == [(1, BreakReason.CONTENT)] * 2


def test_an_event_in_another_s_place_does_not_hold(database: Database, petition: int, tamper: Tamper) -> None:
    own = f"item_type = 'petition' AND item_id = {petition}"
    tamper(
        f"UPDATE event SET sequence = 30 WHERE {own} AND sequence = 3",
        f"UPDATE event SET sequence = 3 WHERE {own} AND sequence = 4",
        f"UPDATE event SET sequence = 4 WHERE {own} AND sequence = 30",
    )
    assert verify(database).breaks == (Break("petition", petition, 3, BreakReason.FIELDS),)


def test_hashes_made_again_by_a_forger_change_the_head(
    database: Database, petition: int, tamper: Tamper
) -> None:
    """Whoever owns the database can make a whole new chain; the head on paper is another one then."""
    from desktop_app.database.chain import content_hash, event_hash  # noqa: PLC0415

    head = verify(database).head
    with database.reading() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT e.sequence, p.hash, e.actor_name, e.action, e.actor_id FROM event e JOIN event p"
            " ON p.item_type = e.item_type AND p.item_id = e.item_id AND p.sequence = e.sequence - 1"
            f" WHERE e.item_type = 'petition' AND e.item_id = {petition} AND e.sequence = 4"
        )
        (row,) = list(rows)
    content = content_hash(row[2], "{}", "{}", "دروغ")
    link = event_hash(row[1], "petition", petition, 4, "2026-11-24 08:00:00.000000", row[4], row[3], content)
    tamper(
        f"UPDATE event SET text = 'دروغ', before = '{{}}', after = '{{}}', content_hash = '{content}',"
        f" hash = '{link}' WHERE item_type = 'petition' AND item_id = {petition} AND sequence = 4"
    )
    verdict = verify(database)
    assert verdict.ok
    assert verdict.head != head


def test_instruments_without_history_are_named(
    database: Database, office: TestOffice, tamper: Tamper
) -> None:
    made = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه").row
    tamper("DELETE FROM event WHERE item_type = 'instrument'")
    assert verify(database).breaks == (Break("instrument", made.id, 0, BreakReason.NO_HISTORY),)


@on_sqlite
def test_every_trigger_of_sqlite_is_missed(database: Database, petition: int) -> None:
    for name, statement in SQLITE_TRIGGERS.items():
        with closing(sqlite3.connect(database.place)) as owner, owner:
            owner.execute(f"DROP TRIGGER {name}")
        assert verify(database).breaks == (Break(DATABASE, 0, 0, BreakReason.NO_TRIGGER, name),)
        with closing(sqlite3.connect(database.place)) as owner, owner:
            owner.execute(statement.replace(" BEGIN ", " BEGIN SELECT 1; ", 1))
        assert verify(database).breaks == (Break(DATABASE, 0, 0, BreakReason.TRIGGER, name),)
        with closing(sqlite3.connect(database.place)) as owner, owner:
            owner.execute(f"DROP TRIGGER {name}")
            owner.execute(statement)
        owner.close()
        assert verify(database).ok


POSTGRESQL_HARM = {
    "DROP TRIGGER {name} ON event": BreakReason.NO_TRIGGER,
    "ALTER TABLE event DISABLE TRIGGER {name}": BreakReason.TRIGGER,
    "ALTER TABLE event ENABLE REPLICA TRIGGER {name}": BreakReason.TRIGGER,
}


@on_postgresql
@pytest.mark.parametrize("name", POSTGRESQL_TRIGGERS)
@pytest.mark.parametrize("statement", POSTGRESQL_HARM)
def test_every_trigger_of_postgresql_is_missed(
    database: Database, petition: int, name: str, statement: str
) -> None:
    with psycopg.connect(plain_url(database)) as superuser:
        superuser.execute(statement.format(name=name).encode())
    assert verify(database).breaks == (Break(DATABASE, 0, 0, POSTGRESQL_HARM[statement], name),)


@on_postgresql
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE OR REPLACE FUNCTION chain_event() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
        "CREATE OR REPLACE FUNCTION chain_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
        " SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN RETURN NEW; END $$",
        "ALTER FUNCTION chain_event() SECURITY INVOKER",
        "ALTER FUNCTION chain_event() SET search_path = public",
        "ALTER FUNCTION chain_event() RESET ALL",
        "DROP TRIGGER event_chain ON event; CREATE TRIGGER event_chain BEFORE INSERT ON event FOR EACH ROW"
        " WHEN (NEW.item_id > 5) EXECUTE FUNCTION chain_event()",
    ],
)
def test_a_trigger_of_postgresql_that_does_something_else_is_named(
    database: Database, petition: int, statement: str
) -> None:
    with psycopg.connect(plain_url(database)) as superuser:
        superuser.execute(statement.encode())
    assert verify(database).breaks == (Break(DATABASE, 0, 0, BreakReason.TRIGGER, "event_chain"),)


@on_sqlite
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET item_type = CAST(x'ff' AS TEXT) WHERE id = 1",
        "UPDATE event SET text = CAST(x'80' AS TEXT) WHERE id = 1",
        "UPDATE event SET text = x'00ff' WHERE id = 1",
        "UPDATE event SET at = 5 WHERE id = 1",
        "UPDATE event SET sequence = 'x' WHERE id = 1",
        "UPDATE event SET before = 'no json' WHERE id = 1",
    ],
)
def test_rows_that_no_model_could_read_are_named(
    database: Database, petition: int, tamper: Tamper, statement: str
) -> None:
    tamper(statement)
    verdict = verify(database)
    assert len(verdict.breaks) == 1


def test_it_says_how_far_it_is_and_stops_when_asked(database: Database, petition: int) -> None:
    class Stopping:
        told: tuple[int, int | None] = (0, None)

        def report(self, done: int, total: int | None = None) -> None:
            self.told = (done, total)

        def cancelled(self) -> bool:
            return True

    progress = Stopping()
    with pytest.raises(CancelledError):
        verify(database, progress)
    assert progress.told[0] == progress.told[1]


def test_a_history_of_many_pages_is_read_whole(
    database: Database, petition: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.database import verification  # noqa: PLC0415

    whole = verify(database)
    for page in (1, 2, 3):
        monkeypatch.setattr(verification, "PAGE", page)
        assert verify(database) == whole


@pytest.mark.parametrize("how", ["text = 'another'", "text = 'یادداشت یکم'", "after = '{\"masked\": {}}'"])
def test_what_was_masked_stays_as_the_masking_left_it(
    database: Database, office: TestOffice, petition: int, tamper: Tamper, how: str
) -> None:
    """Also what stood there before the masking is not put back unseen."""
    masked = content_hash(office.clerk.name, "{}", "{}", "•")
    with database.writing() as session:
        stands = session.execute(
            text("SELECT id FROM event WHERE item_type = 'petition' AND item_id = :id AND sequence = 3"),
            {"id": petition},
        ).scalar_one()
        record_event(
            session, item_type="petition", item_id=petition, at=NOON, actor_id=None, actor_name="x",
            action=MASKED, after={MASKED: {"3": masked}},
        )  # fmt: skip
        session.flush()
        session.execute(
            text("UPDATE event SET before = '{}', after = '{}', text = '•' WHERE id = :id"), {"id": stands}
        )
    assert verify(database).ok
    number = "sequence = 5" if how.startswith("after") else f"id = {stands}"
    tamper(f"UPDATE event SET {how} WHERE item_type = 'petition' AND item_id = {petition} AND {number}")
    assert [(found.sequence, found.reason) for found in verify(database).breaks] == [(3, BreakReason.CONTENT)]
