from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop_app.bootstrap import prepare
from desktop_app.database import schema
from desktop_app.database.backup import back_up
from desktop_app.database.dump_rows import unescaped
from desktop_app.database.engine import Database
from desktop_app.database.health import problems
from desktop_app.database.pg_tools import FOLDER_VARIABLE
from desktop_app.database.restore import restore
from desktop_app.errors import AppError, BackupError, CancelledError, TransferError
from tests.database.later import HEAD, become_later_release, stamps
from tests.database.made import PG_BIN, PROGRAM, all_rows
from tests.database.test_transfer import MIDWAY, Stopping


@pytest.fixture(autouse=True)
def _tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(PG_BIN))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a back-up of each kind stands once it was made."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def backup(full: Database, kept: Path, tmp_path: Path) -> Path:
    """A back-up of each kind: of an SQLite file, and by pg_dump; a copy for each test."""
    made = kept / ("sqlite.backup" if full.is_sqlite else "pg_dump.backup")
    if not made.exists():
        back_up(full, made, PROGRAM)
    return Path(shutil.copy2(made, tmp_path / "kept.backup"))


def refused(path: Path, target: Database) -> AppError:
    """Restoring was refused, and the target has nothing in it."""
    with pytest.raises(AppError) as caught:
        restore(path, target, PROGRAM)
    if not target.is_sqlite or Path(target.place).exists():
        assert schema.check(target) is None
    return caught.value


def test_a_database_in_use_is_never_restored_into(backup: Path, full: Database) -> None:
    before = all_rows(full)
    with pytest.raises(TransferError) as caught:
        restore(backup, full, PROGRAM)
    assert caught.value.parameters["reason"] == "not_empty"
    assert all_rows(full) == before


@pytest.mark.parametrize("part", [0.2, 0.6, 0.98])
def test_a_truncated_back_up_is_refused(backup: Path, new_file: Database, part: float) -> None:
    os.truncate(backup, int(backup.stat().st_size * part))
    error = refused(backup, new_file)
    assert isinstance(error, BackupError)
    assert error.parameters["reason"] == "damaged"
    assert not Path(new_file.place).exists()


@pytest.mark.parametrize(
    "content", [b"", b"PGDMP", b"PGDMP\x01\x0f\x00junk", b"SQLite format 3\x00", b"PK\x03\x04", b"x" * 5000]
)
def test_a_file_that_is_no_back_up_is_refused(new_file: Database, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.db"
    path.write_bytes(content)
    error = refused(path, new_file)
    assert error.parameters["reason"] in {"damaged", "not_a_backup"}
    assert refused(tmp_path / "missing.db", new_file).parameters["reason"] == "unreadable"


def test_a_file_of_another_program_is_refused(new_file: Database, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE letters (id)")
    assert refused(path, new_file).parameters["reason"] == "not_a_backup"


def test_a_back_up_of_a_newer_program_is_refused(full: Database, new_file: Database, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as newer:
        become_later_release(tmp_path / "scripts", newer)
        prepare(full)
        path = back_up(full, tmp_path / "kept.backup", PROGRAM).path
    assert refused(path, new_file).parameters["reason"] == "newer"


def test_a_back_up_of_a_trial_version_is_refused(
    full_sqlite: Database, new_file: Database, tmp_path: Path
) -> None:
    path = back_up(full_sqlite, tmp_path / "kept.backup", PROGRAM).path
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0078'")
    assert refused(path, new_file).parameters["reason"] == "trial"


def test_an_older_back_up_is_brought_up_to_date(
    full: Database, empty: Database, tmp_path: Path, later_release: None
) -> None:
    before = all_rows(full)
    path = back_up(full, tmp_path / "kept.backup", PROGRAM).path
    assert restore(path, empty, PROGRAM).revision == "r0001"
    assert schema.check(empty) == HEAD
    assert [number for number, _ in stamps(empty)] == [row[0] for row in before["petition"]]
    assert problems(empty) == ()
    after = all_rows(empty)
    assert {table: len(after[table]) for table in before} == {t: len(rows) for t, rows in before.items()}


def test_a_restore_that_is_stopped_leaves_nothing(backup: Path, empty: Database) -> None:
    with pytest.raises(CancelledError):
        restore(backup, empty, PROGRAM, Stopping(MIDWAY))
    assert schema.check(empty) is None


def test_reading_a_back_up_does_not_change_it(backup: Path, new_file: Database) -> None:
    before = backup.read_bytes()
    backup.chmod(0o400)
    restore(backup, new_file, PROGRAM)
    assert backup.read_bytes() == before


def test_what_a_hostile_file_would_run_is_not_run(
    full_sqlite: Database, empty: Database, tmp_path: Path
) -> None:
    path = back_up(full_sqlite, tmp_path / "a.db", PROGRAM).path
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TRIGGER bad AFTER INSERT ON unit BEGIN DELETE FROM petition; END")
        connection.execute("CREATE TABLE extra (id)")
        connection.execute("CREATE VIEW petitions AS SELECT load_extension('x')")
    restore(path, empty, PROGRAM)
    assert all_rows(empty) == all_rows(full_sqlite)


def test_a_view_in_the_place_of_a_table_is_refused(
    full_sqlite: Database, new_file: Database, tmp_path: Path
) -> None:
    path = back_up(full_sqlite, tmp_path / "a.db", PROGRAM).path
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DROP TABLE reply")
        connection.execute(
            "CREATE VIEW reply AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
            " SELECT id, 1 AS petition_id, '' AS text, NULL AS author_id, '' AS written_at, NULL AS sent_at FROM n"
        )
    assert refused(path, new_file).parameters["reason"] == "damaged"


def test_a_log_beside_the_file_belongs_to_it(
    full_sqlite: Database, new_file: Database, tmp_path: Path
) -> None:
    """Somebody copied database and log by hand: what stands in the log is restored too."""
    with closing(sqlite3.connect(full_sqlite.place, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("INSERT INTO setting VALUES ('in the log', '1')")
        path = tmp_path / "by-hand.db"
        shutil.copyfile(full_sqlite.place, path)
        shutil.copyfile(f"{full_sqlite.place}-wal", f"{path}-wal")
    restore(path, new_file, PROGRAM)
    assert ("in the log", "1") in all_rows(new_file)["setting"]


def test_a_dump_without_the_programs_is_said(
    full_postgresql: Database, new_file: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = back_up(full_postgresql, tmp_path / "a.dump", PROGRAM).path
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert refused(path, new_file).parameters["reason"] == "no_tools"


def test_no_statement_of_a_dump_is_run(full_postgresql: Database, empty: Database, tmp_path: Path) -> None:
    """Only rows are taken: what else somebody put into the database stays out."""
    before = all_rows(full_postgresql)
    with full_postgresql.writing() as session:
        session.execute(text("CREATE TABLE extra (id integer)"))
        session.execute(text("INSERT INTO extra VALUES (1)"))
        session.execute(text("CREATE VIEW bad AS SELECT 1 AS id"))
    path = back_up(full_postgresql, tmp_path / "a.dump", PROGRAM).path
    restore(path, empty, PROGRAM)
    assert all_rows(empty) == before


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"plain", b"plain"), (rb"a\tb\nc\rd", b"a\tb\nc\rd"), (rb"back\\slash", rb"back\slash"),
        (rb"\\N", rb"\N"), (rb"\\t", rb"\t"), (rb"\b\f\v", b"\b\f\v"),
    ],
)  # fmt: skip
def test_what_pg_dump_escapes_is_read(written: bytes, meant: bytes) -> None:
    assert unescaped(written) == meant


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE petition_text SET body = 'دروغ' WHERE petition_id = 3",
        "UPDATE petition SET outcome = 'refused'"
        " WHERE id = (SELECT min(id) FROM petition WHERE outcome = 'answered')",
        "DELETE FROM referral WHERE id = (SELECT max(id) FROM referral)",
        "INSERT INTO reply (petition_id, text, written_at) VALUES (3, 'دروغ', '2026-01-01 00:00:00.000000')",
    ],
)
def test_a_back_up_whose_rows_were_edited_is_named(
    full_sqlite: Database, tmp_path: Path, empty: Database, edit: str
) -> None:
    path = back_up(full_sqlite, tmp_path / "kept.db", PROGRAM).path
    with closing(sqlite3.connect(path)) as file, file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute(edit)
    error = refused(path, empty)
    assert isinstance(error, TransferError)
    assert error.parameters["reason"] == "chain"
    # Whoever has nothing else takes it over as it stands, and the copy says so.
    done = restore(path, empty, PROGRAM, broken_chain_accepted_by="admin")
    assert done.breaks
