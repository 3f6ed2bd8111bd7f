from __future__ import annotations

import os
import signal
import sqlite3
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop_app.bootstrap import prepare
from desktop_app.database import backup as backup_module
from desktop_app.database import engine, pg_tools, schema, sqlite_copy
from desktop_app.database.backup import Backup, Method, back_up, usable_tools
from desktop_app.database.engine import Database
from desktop_app.database.pg_tools import FOLDER_VARIABLE, find_tools
from desktop_app.database.restore import restore
from desktop_app.errors import (
    BackupError,
    CancelledError,
    DatabaseAwayError,
    NotPreparedError,
    NotWrittenError,
)
from desktop_app.progress import SilentProgress
from desktop_app.wording.backup_faults import _backup_faults, backup_fault_sentence
from tests.database.later import become_later_release
from tests.database.made import ODD_TEXT, PETITIONS, PG_BIN, PROGRAM, all_rows, sampled, set_tools
from tests.database.test_transfer import Stopping
from tests.engines import PostgresqlServer, SqliteFiles


@pytest.fixture
def whole(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
    sqlite_files: SqliteFiles,
    postgresql_server: PostgresqlServer,
) -> Iterator[Database]:
    """A database with a row in every table, for the way of making a back-up that is asked for."""
    set_tools(request.param, monkeypatch, tmp_path_factory)
    server = sqlite_files if request.param == "sqlite" else postgresql_server
    with server.fresh(sampled) as url:
        database = Database(url)
        yield database
        database.close()


def made(source: Database, folder: Path) -> Backup:
    return back_up(source, folder / "kept.backup", PROGRAM)


#: How it was made, and where it goes: a file and a dump into both engines. An export is such a file too.
WAYS = [("sqlite", "postgresql"), ("export", "sqlite"), ("pg_dump", "sqlite"), ("pg_dump", "postgresql")]


@pytest.mark.parametrize(("whole", "engine"), WAYS, indirect=True)
def test_a_back_up_holds_everything_and_comes_back_on_either_engine(
    whole: Database, empty: Database, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    before = all_rows(whole)
    backup = made(whole, tmp_path)
    assert all_rows(whole) == before
    way = request.node.callspec.params["whole"]
    assert backup.method.value == way
    assert backup.rows == {table: len(rows) for table, rows in before.items()}
    assert backup.size == backup.path.stat().st_size > 100_000
    assert [path.name for path in tmp_path.iterdir()] == ["kept.backup"]
    if sys.platform != "win32":
        assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    # Restoring a dump wants pg_restore, wherever it goes.
    with pytest.MonkeyPatch.context() as tools:
        tools.setenv(FOLDER_VARIABLE, str(PG_BIN))
        done = restore(backup.path, empty, PROGRAM)
    assert (9, ODD_TEXT) in before["petition_text"]
    assert all_rows(empty) == before
    assert done.rows == sum(map(len, before.values()))
    assert done.problems == ()


def test_an_existing_file_is_never_overwritten(source: Database, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("نامه", encoding="utf-8")
    with pytest.raises(BackupError) as caught:
        back_up(source, path, PROGRAM)
    assert caught.value.parameters["reason"] == "exists"
    assert path.read_text(encoding="utf-8") == "نامه"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_said(source: Database, tmp_path: Path) -> None:
    with pytest.raises(BackupError) as caught:
        back_up(source, tmp_path / "unplugged" / "a.db", PROGRAM)
    assert caught.value.parameters["reason"] == "no_folder"


def test_a_back_up_that_is_stopped_leaves_nothing(source: Database, tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        back_up(source, tmp_path / "a.db", PROGRAM, Stopping(0))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_said(source: Database, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NotWrittenError):
        back_up(source, tmp_path / "a.db", PROGRAM)


@contextmanager
def tight_disk() -> Iterator[None]:
    """No file of this process, nor of those that it starts, grows beyond 200 kB."""
    import resource  # noqa: PLC0415 - not on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heeded = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heeded)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for a file's size")
def test_a_full_disk_is_one_sentence_and_nothing_is_left(source: Database, tmp_path: Path) -> None:
    with tight_disk(), pytest.raises(NotWrittenError) as caught:
        back_up(source, tmp_path / "a.db", PROGRAM)
    assert Path(str(caught.value.parameters["name"])).name == "a.db"
    assert list(tmp_path.iterdir()) == []


def test_others_write_while_a_back_up_is_made(full_sqlite: Database, tmp_path: Path) -> None:
    """What is in the copy is one moment of the database, whole commits only; every writer came through."""
    writer, over = Database(full_sqlite.url.render_as_string()), threading.Event()
    written: list[int] = []

    def write() -> None:
        while not over.is_set():
            with writer.writing() as session:
                for part in ("a", "b"):
                    session.execute(
                        text("INSERT INTO setting VALUES (:name, '1')"), {"name": f"{part}{len(written)}"}
                    )
            written.append(1)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        backup = made(full_sqlite, tmp_path)
    finally:
        over.set()
        thread.join()
    writer.close()
    with closing(sqlite3.connect(backup.path)) as copy:
        names = {row[0] for row in copy.execute("SELECT name FROM setting WHERE name GLOB '[ab][0-9]*'")}
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert {name[1:] for name in names if name[0] == "a"} == {name[1:] for name in names if name[0] == "b"}
    assert written


def test_what_stands_only_in_the_log_is_in_the_back_up(full_sqlite: Database, tmp_path: Path) -> None:
    with closing(sqlite3.connect(full_sqlite.place, isolation_level=None)) as writer:
        assert writer.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
        writer.execute("INSERT INTO setting VALUES ('in the log', '1')")
        assert Path(f"{full_sqlite.place}-wal").stat().st_size > 0
        sqlite_copy.copy_online(Path(full_sqlite.place), tmp_path / "a.db")
    with closing(sqlite3.connect(tmp_path / "a.db")) as copy:
        assert copy.execute("SELECT value FROM setting WHERE name = 'in the log'").fetchone() == (1,)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


def test_a_copy_that_writers_keep_disturbing_lets_them_wait(full_sqlite: Database, tmp_path: Path) -> None:
    class Disturbing(SilentProgress):
        count = 0

        def report(self, done: int, total: int | None = None) -> None:
            if done == total or Disturbing.count > 30:
                return
            Disturbing.count += 1
            with closing(sqlite3.connect(full_sqlite.place, isolation_level=None, timeout=0)) as other:
                try:
                    other.execute("INSERT INTO setting VALUES (?, '1')", (f"d{Disturbing.count}",))
                except sqlite3.OperationalError:
                    return

    with pytest.MonkeyPatch.context() as steps:
        steps.setattr(sqlite_copy, "PAGES_AT_ONCE", 20)
        sqlite_copy.copy_online(Path(full_sqlite.place), tmp_path / "a.db", Disturbing())
    assert Disturbing.count > 2
    with closing(sqlite3.connect(tmp_path / "a.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_database_that_stays_locked_is_said(full_sqlite: Database, tmp_path: Path) -> None:
    with (
        closing(sqlite3.connect(full_sqlite.place, isolation_level=None)) as other,
        pytest.MonkeyPatch.context() as patience,
    ):
        patience.setattr(sqlite_copy, "PATIENCE", 0.2)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseAwayError):
            sqlite_copy.copy_online(Path(full_sqlite.place), tmp_path / "a.db")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_database_makes_no_back_up(full_sqlite: Database, tmp_path: Path) -> None:
    full_sqlite.close()
    with Path(full_sqlite.place).open("rb+") as stream:
        stream.seek(300 * 4096)
        stream.write(os.urandom(8192))
    with pytest.raises(BackupError) as caught:
        back_up(full_sqlite, tmp_path / "a.db", PROGRAM)
    assert caught.value.parameters["reason"] == "source_damaged"
    assert list(tmp_path.iterdir()) == []


def test_a_database_without_tables_has_nothing_to_back_up(empty: Database, tmp_path: Path) -> None:
    with pytest.raises(NotPreparedError):
        back_up(empty, tmp_path / "a.db", PROGRAM)


def test_the_programs_are_found_and_an_older_one_is_not_used(
    full_postgresql: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tools = find_tools(0, {FOLDER_VARIABLE: str(PG_BIN)})
    assert tools is not None
    assert tools.major >= 16
    assert find_tools(tools.major + 1, {FOLDER_VARIABLE: str(PG_BIN)}) is None
    assert find_tools(0, {FOLDER_VARIABLE: str(tmp_path)}) is None
    old = tmp_path / "old"
    old.mkdir()
    for name in ("pg_dump", "pg_restore"):
        (old / name).write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.1'\n", encoding="utf-8")
        (old / name).chmod(0o755)
    monkeypatch.setenv(FOLDER_VARIABLE, str(old))
    assert usable_tools(full_postgresql) is None
    assert made(full_postgresql, tmp_path).method is Method.EXPORT


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for pg_dump")
def test_the_password_is_in_no_process_list_and_what_fails_is_said(
    full_postgresql: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bin_folder, seen = tmp_path / "bin", tmp_path / "seen"
    bin_folder.mkdir()
    script = f"""#!/bin/sh
case "$1" in --version) echo 'pg_dump (PostgreSQL) 99.1'; exit;; esac
echo "$@" > {seen}
echo "pg_dump: error: the server said no" >&2
exit 1
"""
    for name in ("pg_dump", "pg_restore"):
        (bin_folder / name).write_text(script, encoding="utf-8")
        (bin_folder / name).chmod(0o755)
    monkeypatch.setenv(FOLDER_VARIABLE, str(bin_folder))
    url = full_postgresql.url.set(password="s3cret-word")
    database = Database(url.render_as_string(hide_password=False))
    (tmp_path / "kept").mkdir()
    with pytest.raises(BackupError) as caught:
        back_up(database, tmp_path / "kept" / "a.dump", PROGRAM)
    database.close()
    assert caught.value.parameters == {
        "reason": "tool_failed",
        "name": "a.dump",
        "detail": "pg_dump: error: the server said no",
    }
    assert "dbname=" in seen.read_text(encoding="utf-8")
    assert "s3cret-word" not in seen.read_text(encoding="utf-8")
    assert list((tmp_path / "kept").iterdir()) == []


def test_an_export_onto_a_network_share_is_made_here_first(
    full_postgresql: Database, new_file: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    share.mkdir()
    monkeypatch.setenv(FOLDER_VARIABLE, str(share))
    for place in (engine, backup_module):
        monkeypatch.setattr(place, "on_network_share", lambda path: path.startswith(str(share)))
    made_there = made(full_postgresql, share)
    assert [path.name for path in share.iterdir()] == ["kept.backup"]
    restore(made_there.path, new_file, PROGRAM)
    assert all_rows(new_file) == all_rows(full_postgresql)


@pytest.mark.parametrize(
    ("posix", "uri"),
    [
        ("/srv/a b.db", "file:///srv/a%20b.db?mode=ro"),
        ("C:/desk.db", "file:///C:/desk.db?mode=ro"),
        ("//server/share/d.db", "file:////server/share/d.db?mode=ro"),
    ],
)
def test_a_file_has_its_uri(posix: str, uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "as_posix", lambda _path: posix)
    assert sqlite_copy.file_uri(Path("x"), "mode=ro") == uri


def test_a_dump_that_lacks_rows_is_no_back_up(
    full_postgresql: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(PG_BIN))
    # Fault injection: `_start` is the one place that runs pg_dump.
    straight = pg_tools._start

    def partial(command: list[str], *rest: object, **more: object) -> object:
        if "--format=custom" in command:
            command = [*command, "--exclude-table-data=reply"]
        return straight(command, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(pg_tools, "_start", partial)
    with pytest.raises(BackupError) as caught:
        made(full_postgresql, tmp_path)
    assert caught.value.parameters["reason"] == "incomplete"
    assert list(tmp_path.iterdir()) == []


def test_an_upgrade_backs_up_what_stands_only_in_the_log(sqlite_files: SqliteFiles) -> None:
    with sqlite_files.fresh() as url:
        database = Database(url)
        with closing(sqlite3.connect(database.place, isolation_level=None)) as writer:
            writer.execute("PRAGMA journal_mode=WAL")
            writer.execute("INSERT INTO setting VALUES ('in the log', '1')")
            backup = sqlite_backup_of_upgrade(database)
        with closing(sqlite3.connect(backup)) as copy:
            assert copy.execute("SELECT count(*) FROM setting WHERE name = 'in the log'").fetchone() == (1,)
        database.close()


def sqlite_backup_of_upgrade(database: Database) -> Path:
    # Two windows that upgrade in the same second: only the private step can be run twice before the upgrade.
    backup = schema._back_up(database)
    assert backup is not None
    assert schema._back_up(database) is not None
    return backup


def test_an_upgrade_names_its_back_up_of_the_file_as_it_was(
    sqlite_files: SqliteFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite_files.fresh() as url:
        become_later_release(tmp_path / "scripts", monkeypatch)
        database = Database(url)
        backup = prepare(database)
        assert backup is not None
        with closing(sqlite3.connect(backup)) as copy:
            assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == ("r0001",)
        database.close()


def test_every_reason_has_a_sentence() -> None:
    for reason in _backup_faults():
        sentence = backup_fault_sentence(reason, {"name": "a.db", "detail": "no"})
        assert "{" not in sentence
        assert "a.db" in sentence


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_the_tools_do_not_get_the_passphrase_of_back_ups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOSHAREKAT_BACKUP_PASSPHRASE", "secret words")
    program = tmp_path / "pg_restore"
    program.write_text("#!/bin/sh\nenv\n")
    program.chmod(0o700)
    with pg_tools.reading(pg_tools.Tools(program, program, 18), tmp_path / "a.dump") as stream:
        given = stream.read().decode()
    assert "PGCONNECT_TIMEOUT=5" in given
    assert "secret words" not in given


def test_made_data_is_there(full_sqlite: Database) -> None:
    assert len(all_rows(full_sqlite)["petition"]) == PETITIONS
