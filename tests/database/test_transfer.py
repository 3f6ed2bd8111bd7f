from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from desktop_app.bootstrap import open_services, prepare
from desktop_app.database import schema
from desktop_app.database.audit import history
from desktop_app.database.engine import Database, sqlite_url
from desktop_app.database.health import problems
from desktop_app.database.rows import BATCH, Row, SqliteSide
from desktop_app.database.search import terms_of
from desktop_app.database.shapes import DERIVED, Shape, shapes_of
from desktop_app.database.transfer import Transferred, copy_database, standing_still
from desktop_app.database.verification import verify
from desktop_app.errors import CancelledError, NotPreparedError, NotWrittenError, TransferError
from desktop_app.progress import SilentProgress
from desktop_app.services import Services
from desktop_app.staff.roles import pc_user
from desktop_app.tables import metadata
from desktop_app.wording.backup_faults import _transfer_faults, transfer_fault_sentence
from tests.database.later import HEAD, stamps
from tests.database.made import ODD_JSON, PETITIONS, PROGRAM, all_rows, found, sampled
from tests.engines import ENGINES, PostgresqlServer, SqliteFiles

#: As long as a name may be.
LONG_NAME = "شرکت " + "ب" * 395


@dataclass(frozen=True)
class Carried:
    """A whole database and its copy on the same engine, with what both held then."""

    source: Database
    target: Database
    before: dict[str, list[Row]]
    after: dict[str, list[Row]]
    done: Transferred


@pytest.fixture(scope="module", params=ENGINES)
def carried(request: pytest.FixtureRequest) -> Iterator[Carried]:
    """Made once for all that is seen of a copy without touching what came from the source."""
    name = "sqlite_files" if request.param == "sqlite" else "postgresql_server"
    engine: SqliteFiles | PostgresqlServer = request.getfixturevalue(name)
    with engine.fresh(sampled) as one, engine.empty() as other:
        source, target = Database(one), Database(other)
        with source.writing() as session:
            named = {"name": LONG_NAME}
            session.execute(text("UPDATE petition SET petitioner_name = :name WHERE id = 7"), named)
            session.execute(text("UPDATE petitioner SET name = :name WHERE id = 1"), named)
            PROGRAM.reindex(session)
        before = all_rows(source)
        done = copy_database(source, target, PROGRAM)
        yield Carried(source, target, before, all_rows(target), done)
        source.close()
        target.close()


def test_everything_arrives_on_either_engine_exactly_as_it_was(carried: Carried) -> None:
    before, done = carried.before, carried.done
    assert carried.after == before
    assert {table.table: table.rows for table in done.tables} == {
        table: len(rows) for table, rows in before.items()
    }
    assert len(before["petition"]) == PETITIONS
    assert len(before["event"]) > BATCH
    assert done.problems == problems(carried.target) == ()
    with carried.target.reading() as session:
        stored = text("SELECT CAST(value AS text) FROM setting WHERE name = 'odd'")
        assert session.scalar(stored) == ODD_JSON


def test_a_name_of_four_hundred_characters_arrives_whole(carried: Carried) -> None:
    with carried.target.reading() as session:
        for where in ("petitioner_name FROM petition WHERE id = 7", "name FROM petitioner WHERE id = 1"):
            assert session.scalar(text(f"SELECT {where}")) == LONG_NAME
    assert len(LONG_NAME) == 400


def test_search_finds_the_same_in_the_copy(carried: Carried) -> None:
    with carried.source.reading() as session:
        asked = "SELECT subject, petitioner_name, tracking_code FROM petition WHERE id IN (5, 47, 80)"
        words = [word for row in session.execute(text(asked)) for word in terms_of(row).split()]
    assert len(words) > 10
    assert found(carried.source, "ارغنون") == [47]
    words.append("ارغنون")
    for word in words:
        assert found(carried.target, word) == found(carried.source, word) != []


def test_what_is_new_comes_behind_what_was_carried_over(carried: Carried) -> None:
    services = open_services(carried.target.url.render_as_string(hide_password=False), prepare_schema=False)
    made = services.units.add(pc_user("admin"), "تازه", code="new")
    assert made.id == 1 + max(row[0] for row in carried.before["unit"] if isinstance(row[0], int))
    services.close()


def test_both_ends_know_every_table_of_the_program(services: Services) -> None:
    with services.database.engine.connect() as connection:
        shapes = shapes_of(connection)
    assert {shape.table for shape in shapes} == set(metadata().tables) - set(DERIVED)
    for shape in shapes:
        assert set(shape.names) == set(metadata().tables[shape.table].columns.keys())
        assert shape.key


def test_tables_stand_behind_those_that_they_refer_to_and_circles_are_no_trouble(new_file: Database) -> None:
    with closing(sqlite3.connect(new_file.place, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b (id))")
        connection.execute("CREATE TABLE b (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b (id))")
        connection.execute("CREATE TABLE c (id INTEGER PRIMARY KEY, x INTEGER REFERENCES nowhere (id))")
    with new_file.engine.connect() as connection:
        assert [shape.table for shape in shapes_of(connection, "abc")] == ["b", "c", "a"]
    with closing(sqlite3.connect(new_file.place, isolation_level=None)) as connection:
        connection.execute("ALTER TABLE b ADD COLUMN a_id INTEGER REFERENCES a (id)")
    with new_file.engine.connect() as connection:
        assert [shape.table for shape in shapes_of(connection, "abc")] == ["a", "b", "c"]


def test_a_prepared_database_that_nobody_used_is_empty(full: Database, database_url: str) -> None:
    target = Database(database_url)
    copy_database(full, target, PROGRAM)
    assert all_rows(target) == all_rows(full)
    target.close()


def test_a_database_in_use_is_refused_and_left_alone(full: Database, full_sqlite: Database) -> None:
    before = all_rows(full)
    with pytest.raises(TransferError) as caught:
        copy_database(full_sqlite, full, PROGRAM)
    assert caught.value.parameters["reason"] == "not_empty"
    assert all_rows(full) == before


def test_a_database_of_somebody_else_is_refused(full_sqlite: Database, empty: Database) -> None:
    with empty.engine.execution_options(writes=empty.is_sqlite).begin() as connection:
        connection.execute(text("CREATE TABLE letters (id integer)"))
    with pytest.raises(TransferError) as caught:
        copy_database(full_sqlite, empty, PROGRAM)
    assert caught.value.parameters["reason"] == "not_empty"


def test_nothing_to_copy_is_said(empty: Database, new_file: Database) -> None:
    with pytest.raises(NotPreparedError):
        copy_database(empty, new_file, PROGRAM)
    assert not Path(new_file.place).exists()


def test_what_others_write_meanwhile_is_not_half_of_it(full_postgresql: Database, new_file: Database) -> None:
    before = all_rows(full_postgresql)
    writing = Database(full_postgresql.url.render_as_string(hide_password=False))

    class Writer(SilentProgress):
        rows = 0

        def report(self, done: int, total: int | None = None) -> None:
            with writing.writing() as session:
                session.execute(text("INSERT INTO setting VALUES (:name, '1')"), {"name": f"busy {done}"})
            Writer.rows += 1

    copy_database(full_postgresql, new_file, PROGRAM, Writer())
    writing.close()
    assert Writer.rows > 10
    assert all_rows(new_file) == before
    assert len(all_rows(full_postgresql)["setting"]) > len(before["setting"])


#: Rows after which a copy of the made data is still writing, and is already comparing.
MIDWAY, COMPARING = 500, 2000
STOPS = (0, MIDWAY, COMPARING)


class Stopping(SilentProgress):
    """Asks to stop once `rows` rows are through."""

    def __init__(self, rows: int) -> None:
        self._rows, self._done = rows, 0

    def report(self, done: int, total: int | None = None) -> None:
        self._done = done

    def cancelled(self) -> bool:
        return self._done >= self._rows


def test_a_stopped_copy_leaves_nothing(full: Database, empty: Database) -> None:
    for rows in STOPS:
        with pytest.raises(CancelledError):
            copy_database(full, empty, PROGRAM, Stopping(rows))
        assert schema.check(empty) is None
        with empty.engine.connect() as connection:
            assert shapes_of(connection) == ()
    copy_database(full, empty, PROGRAM)


def test_a_stopped_copy_leaves_no_file_where_there_was_none(full: Database, new_file: Database) -> None:
    with pytest.raises(CancelledError):
        copy_database(full, new_file, PROGRAM, Stopping(MIDWAY))
    assert list(Path(new_file.place).parent.iterdir()) == []


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ("UPDATE petition SET registered_at = 'yesterday' WHERE id = 7", "damaged"),
        ("UPDATE petition SET version = 'three' WHERE id = 7", "damaged"),
        ("UPDATE petition SET is_open = 2 WHERE id = 7", "damaged"),
        ("UPDATE petition_text SET body = x'00ff' WHERE petition_id = 7", "damaged"),
        ("UPDATE petition SET about = 'a' || char(0) || 'b' WHERE id = 7", "refused_row"),
        ("UPDATE petition SET about = printf('%.400c', 'x') WHERE id = 7", "refused_row"),
        ("UPDATE setting SET value = '{not json' WHERE name = 'odd'", "refused_row"),
        ("ALTER TABLE reply ADD COLUMN mood TEXT", "shape"),
        ("DROP TABLE reply", "shape"),
    ],
)
def test_what_a_file_holds_and_a_server_cannot_is_said_and_nothing_is_kept(
    full_sqlite: Database, postgresql_server: PostgresqlServer, damage: str, reason: str
) -> None:
    with closing(sqlite3.connect(full_sqlite.place, isolation_level=None)) as connection:
        connection.execute(damage)
    with postgresql_server.empty() as url:
        target = Database(url)
        with pytest.raises(TransferError) as caught:
            copy_database(full_sqlite, target, PROGRAM)
        assert caught.value.parameters["reason"] == reason
        if reason in {"damaged", "refused_row"}:
            assert caught.value.parameters["table"] in {"petition", "petition_text", "setting"}
        assert schema.check(target) is None
        target.close()


def test_a_reference_to_nothing_is_refused(full_sqlite: Database, empty: Database) -> None:
    with closing(sqlite3.connect(full_sqlite.place, isolation_level=None)) as connection:
        connection.execute("UPDATE petition SET duplicate_of_id = 999999 WHERE id = 7")
    with pytest.raises(TransferError) as caught:
        copy_database(full_sqlite, empty, PROGRAM)
    assert caught.value.parameters["reason"] == "refused_row"
    assert schema.check(empty) is None


def test_a_row_that_arrives_otherwise_is_found_and_named(
    full_postgresql: Database, new_file: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trigger, a collation, a driver: whatever changes a value on its way is noticed."""
    straight = SqliteSide.write

    def bent(self: SqliteSide, shape: Shape, batches: Iterator[list[Row]]) -> None:
        straight(self, shape, batches)
        if shape.table == "petition_text":
            self._connection.execute("UPDATE petition_text SET body = body || ' ' WHERE petition_id = 41")

    monkeypatch.setattr(SqliteSide, "write", bent)
    with pytest.raises(TransferError) as caught:
        copy_database(full_postgresql, new_file, PROGRAM)
    assert caught.value.parameters["reason"] == "differs"
    assert (caught.value.parameters["table"], caught.value.parameters["key"]) == ("petition_text", "41")
    assert not Path(new_file.place).exists()


def test_a_disk_that_is_full_is_said_and_nothing_is_kept(
    full: Database, new_file: Database, tmp_path: Path
) -> None:
    tables = Database(sqlite_url(tmp_path / "tables.db"))
    prepare(tables)
    with tables.reading() as session:
        pages = session.scalar(text("PRAGMA page_count"))
    tables.close()
    # There is room for the empty tables, and for none of the rows' pages.
    event.listen(
        new_file.engine, "connect", lambda opened, _: opened.execute(f"PRAGMA max_page_count = {pages}")
    )
    with pytest.raises(NotWrittenError):
        copy_database(full, new_file, PROGRAM)
    assert not Path(new_file.place).exists()


def test_an_older_database_arrives_brought_up_to_date(
    full: Database, empty: Database, later_release: None
) -> None:
    done = copy_database(full, empty, PROGRAM)
    assert done.revision == "r0001"
    assert schema.check(full) == "r0001"
    assert schema.check(empty) == HEAD
    assert [number for number, _ in stamps(empty)] == [row[0] for row in all_rows(full)["petition"]]
    assert problems(empty) == ()


def test_a_moment_in_another_form_is_the_same_moment(full_sqlite: Database, empty: Database) -> None:
    with closing(sqlite3.connect(full_sqlite.place, isolation_level=None)) as connection:
        connection.execute("UPDATE petition SET changed_at = '2026-11-01T08:30:00+03:30' WHERE id = 7")
    copy_database(full_sqlite, empty, PROGRAM)
    row = next(row for row in all_rows(empty)["petition"] if row[0] == 7)
    assert "2026-11-01 05:00:00.000000" in row


def test_a_source_keeps_still_in_one_transaction(full_sqlite: Database) -> None:
    with standing_still(full_sqlite) as source:
        assert source.revision == schema.head()
        assert source.connection.in_transaction()


def test_every_reason_has_a_sentence() -> None:
    for reason in _transfer_faults():
        sentence = transfer_fault_sentence(reason, {"where": "a.db", "table": "petition", "key": "7"})
        assert "{" not in sentence
        assert "a.db" in sentence


def test_a_copied_database_was_not_backed_up_yet(sqlite_files: SqliteFiles, tmp_path: Path) -> None:
    from desktop_app.database.last_backup import last_backup, record_backup  # noqa: PLC0415

    with sqlite_files.fresh() as url:
        source, target = Database(url), Database(sqlite_url(tmp_path / "copy.db"))
        record_backup(source, tmp_path / "b.db", "sqlite")
        copy_database(source, target, PROGRAM)
        assert last_backup(source) is not None
        assert last_backup(target) is None
        prepare(target)
        source.close()
        target.close()


TAMPERED = {
    "changed": ("event_no_update", "UPDATE event SET text = 'another' WHERE id = 9", "9"),
    "removed": (
        "event_no_delete",
        "DELETE FROM event WHERE item_type = 'petition' AND item_id = 2 AND sequence = 1",
        # No row that is there is the altered one.
        "",
    ),
}


@pytest.mark.parametrize("how", TAMPERED)
def test_an_altered_history_is_not_carried_over_but_as_it_stands_by_whoever_says_so(
    full_sqlite: Database, empty: Database, how: str
) -> None:
    """The target's own triggers make the chain again: what does not come out the same was altered."""
    trigger, statement, altered = TAMPERED[how]
    with closing(sqlite3.connect(full_sqlite.place, isolation_level=None)) as connection:
        made = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (trigger,)).fetchone()[0]
        connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(statement)
        connection.execute(made)
    with pytest.raises(TransferError) as caught:
        copy_database(full_sqlite, empty, PROGRAM)
    assert caught.value.parameters["reason"] == "chain"
    assert caught.value.parameters["key"] == altered
    assert schema.check(empty) is None
    before, broken = all_rows(full_sqlite), verify(full_sqlite).breaks
    assert broken
    done = copy_database(full_sqlite, empty, PROGRAM, broken_chain_accepted_by="راهبر")
    # The break is the same one there, nothing is vouched for, and the guards stand again.
    assert done.breaks == verify(empty).breaks == broken
    *events, _finding = all_rows(empty)["event"]
    assert events == before["event"]
    with empty.reading() as session:
        last = history(session, "office", 1)[-1]
    assert (last.actor_name, last.action) == ("راهبر", "broken_chain_accepted")
    assert last.after["breaks"] == len(broken)
    assert last.after["found"][0].startswith(f"{broken[0].item_type} {broken[0].item_id}")
    with pytest.raises(DBAPIError), empty.writing() as session:
        session.execute(text("UPDATE event SET text = 'x' WHERE id = 1"))


def test_a_sound_history_is_not_called_broken_by_whoever_would_accept_it(
    full: Database, empty: Database
) -> None:
    before = all_rows(full)
    done = copy_database(full, empty, PROGRAM, broken_chain_accepted_by="راهبر")
    assert done.breaks == ()
    assert all_rows(empty) == before
