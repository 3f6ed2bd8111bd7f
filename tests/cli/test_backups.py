from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from desktop_app.database import schema
from desktop_app.database.audit import Event, history
from desktop_app.database.engine import Database, sqlite_url
from desktop_app.database.pg_tools import FOLDER_VARIABLE
from tests.cli.running import ROOT, CommandLine
from tests.clocks import server_now
from tests.database.made import PETITIONS, PG_BIN, all_rows, petitions_only
from tests.engines import PostgresqlServer, SqliteFiles, file_of


@pytest.fixture
def run_full(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, engine: SqliteFiles | PostgresqlServer
) -> Iterator[CommandLine]:
    """The command line on a database with made data, of each engine."""
    with engine.fresh(petitions_only) as url:
        yield CommandLine(capsys, tmp_path / "data", url)


def rows_of(url: str) -> dict[str, list[object]]:
    database = Database(url)
    found = all_rows(database)
    database.close()
    # What is written down behind a back-up is not in it.
    behind = {"last_backup", "backup_made", "restored", "copied_here", "copied_out"}
    return {table: [row for row in rows if behind.isdisjoint(row)] for table, rows in found.items()}


def last_of_the_office(url: str) -> Event:
    database = Database(url)
    with database.reading() as session:
        last = history(session, "office", 1)[-1]
    database.close()
    return last


def test_a_back_up_is_made_shown_and_restored(
    run_full: CommandLine, empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    path = tmp_path / "kept.backup"
    assert "هنوز" in run_full("database", "info").out
    done = run_full("database", "backup", path, "--json")
    assert (done.status, done.err) == (0, "")
    assert done.document["file"] == str(path)
    assert done.document["method"] == ("sqlite" if run_full.database.startswith("sqlite") else "export")
    assert done.document["rows"]["petition"] == PETITIONS
    info = run_full("database", "info", "--json").document["last_backup"]
    assert (info["age_days"], info["place"]) == (0, str(path))
    assert "Last good back-up: today" in run_full("--language", "en", "database", "info").out
    again = run_full("database", "backup", path)
    assert (again.status, again.out) == (1, "")
    assert path.name in again.line
    restored = run_full("database", "restore", path, "--json", database=empty_url)
    assert restored.status == 0, restored.err
    assert restored.document["problems"] == []
    assert rows_of(empty_url) == rows_of(run_full.database)
    last = last_of_the_office(empty_url)
    assert (last.action, last.after["carried_place"]) == ("restored", str(path))
    assert run_full("database", "check", database=empty_url).status == 0
    twice = run_full("database", "restore", path, database=empty_url)
    assert twice.status == 1
    assert twice.line


def test_a_schedule_s_folder(run_full: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(PG_BIN))
    folder = tmp_path / "back-ups"
    missing = run_full("database", "backup", "--folder", folder)
    assert missing.status == 1
    assert not folder.exists()
    folder.mkdir()
    names = []
    for _ in range(3):
        done = run_full("database", "backup", "--folder", folder, "--keep", 2, "--json")
        assert done.status == 0, done.err
        names.append(Path(done.document["file"]).name)
        # The name is that of the second.
        second = server_now().replace(microsecond=0)
        while server_now().replace(microsecond=0) == second:
            time.sleep(0.01)
    assert sorted(path.name for path in folder.iterdir()) == names[1:]
    assert [Path(path).name for path in done.document["removed"]] == names[:1]
    assert names[0].endswith(".db" if run_full.database.startswith("sqlite") else ".dump")


@pytest.mark.parametrize("words", [(), ("a.db", "--folder", "x"), ("--folder", "x", "--keep", "0")])
def test_a_back_up_has_one_target(run_sqlite: CommandLine, words: tuple[str, ...]) -> None:
    assert run_sqlite("database", "backup", *words).status == 2


def test_everything_is_carried_to_another_database(
    run_full: CommandLine, empty_url: str, tmp_path: Path
) -> None:
    done = run_full("database", "copy-to", empty_url, "--json")
    assert done.status == 0, done.err
    before = rows_of(run_full.database)
    assert rows_of(empty_url) == before
    assert done.document["rows"] == sum(map(len, before.values()))
    assert done.document["tables"]["petition"]["rows"] == PETITIONS
    assert len(done.document["tables"]["event"]["sha256"]) == 64
    refused = run_full("database", "copy-to", empty_url)
    assert (refused.status, refused.out) == (1, "")
    assert refused.line
    for url, action, other in (
        (empty_url, "copied_here", run_full.database),
        (run_full.database, "copied_out", empty_url),
    ):
        last = last_of_the_office(url)
        assert (last.action, last.after["rows"]) == (action, done.document["rows"])
        assert Path(last.after["carried_place"]).name in other
        assert last.actor_name


def test_a_broken_history_is_restored_only_by_whoever_says_so(
    run_sqlite: CommandLine, sqlite_files: SqliteFiles, tmp_path: Path
) -> None:
    with sqlite_files.fresh(petitions_only) as url:
        path = tmp_path / "kept.db"
        assert run_sqlite("database", "backup", path, database=url).status == 0
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("DROP TRIGGER event_no_update")
            connection.execute("UPDATE event SET text = 'x' WHERE item_type = 'petition' AND item_id = 5")
        new = f"sqlite:///{tmp_path}/new.db"
        refused = run_sqlite("--language", "en", "database", "restore", path, database=new)
        assert refused.status == 1
        assert "--accept-broken-chain" in refused.line
        assert not (tmp_path / "new.db").exists()
        taken = run_sqlite("database", "restore", path, "--accept-broken-chain", "--json", database=new)
        assert taken.status == 1
        [found] = taken.document["breaks"]
        assert (found["item_type"], found["item_id"]) == ("petition", 5)
        assert run_sqlite("audit", "verify", "--json", database=new).document["breaks"] == [found]


def test_who_made_a_back_up_and_how_large_it_is_stands_in_the_history(
    run_full: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    path = tmp_path / "kept.backup"
    assert run_full("database", "backup", path).status == 0
    last = last_of_the_office(run_full.database)
    assert last.action == "backup_made"
    assert last.actor_name
    method = "sqlite" if run_full.database.startswith("sqlite") else "export"
    assert last.after == {
        "file": str(path), "method": method, "bytes": path.stat().st_size, "verified": True,
    }  # fmt: skip


def test_a_copy_wants_an_address_without_a_password(run_sqlite: CommandLine) -> None:
    done = run_sqlite("database", "copy-to", "postgresql://u:secret@localhost/x")
    assert done.status == 2
    assert "secret" not in done.err
    assert run_sqlite("database", "copy-to", "postgresql://u@127.0.0.1:1/x").status == 3
    assert run_sqlite("database", "copy-to", run_sqlite.database).status == 1


def test_an_empty_source_and_a_missing_file_are_said(run_new: CommandLine, tmp_path: Path) -> None:
    for words in (("backup", tmp_path / "a.db"), ("copy-to", sqlite_url(tmp_path / "b.db"))):
        assert run_new("database", *words).status == 3
    assert run_new("database", "restore", tmp_path / "missing.db").status == 1
    assert not (tmp_path / "data" / "mosharekat.db").exists()


def test_a_restore_makes_the_default_database(
    run_full: CommandLine, run_new: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(PG_BIN))
    run_full("database", "backup", tmp_path / "a.backup")
    assert run_new("database", "restore", tmp_path / "a.backup").status == 0
    assert run_new("database", "info", "--json").document["rows"]["petition"] == PETITIONS


def wait_until_refused(server: PostgresqlServer, role: str) -> None:
    """Waits until the server lets nobody in as `role` without a password; it reads its rules in its own time."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            psycopg.connect(server.url("postgres"), user=role, password="").close()
        except psycopg.OperationalError:
            return
        time.sleep(0.02)
    raise AssertionError("the rules were never read")


@contextmanager
def guarded_role(server: PostgresqlServer) -> Iterator[str]:
    """A role of the server that has to give its password."""
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        rules = Path(connection.execute("SELECT current_setting('hba_file')").fetchall()[0][0])
        before = rules.read_text(encoding="utf-8")
        connection.execute("CREATE ROLE guarded LOGIN SUPERUSER PASSWORD 'right-word'")
        rules.write_text(f"local all guarded scram-sha-256\n{before}", encoding="utf-8")
        connection.execute("SELECT pg_reload_conf()")
        try:
            wait_until_refused(server, "guarded")
            yield "guarded"
        finally:
            rules.write_text(before, encoding="utf-8")
            connection.execute("SELECT pg_reload_conf()")
            connection.execute("DROP ROLE guarded")


def test_the_password_of_the_target_comes_from_the_environment(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    sqlite_files: SqliteFiles,
    postgresql_server: PostgresqlServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with (
        guarded_role(postgresql_server) as role,
        sqlite_files.fresh(petitions_only) as source,
        postgresql_server.empty() as target,
    ):
        run = CommandLine(capsys, tmp_path / "data", source)
        url = target.replace("://postgres:@", f"://{role}@").replace("://postgres@", f"://{role}@")
        assert role in url
        monkeypatch.setenv("MOSHAREKAT_PASSWORD", "wrong-word")
        wrong = run("database", "copy-to", url)
        assert (wrong.status, wrong.out) == (1, "")
        assert "wrong-word" not in wrong.line
        monkeypatch.setenv("MOSHAREKAT_PASSWORD", "right-word")
        assert run("database", "copy-to", url).status == 0
        for tools in (PG_BIN, tmp_path):
            monkeypatch.setenv(FOLDER_VARIABLE, str(tools))
            done = run("database", "backup", tmp_path / f"{tools.name}.backup", database=url)
            assert done.status == 0, done.err
        assert rows_of(target) == rows_of(source)


_LISTENING = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from tests.statements import share_script_of_acts; share_script_of_acts();"
    "from desktop_app.cli import main; sys.exit(main())"
)


def long(url: str) -> None:
    """So many rows that a copy of them can be caught in the midst of it."""
    with closing(sqlite3.connect(file_of(url), isolation_level=None)) as connection:
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150000)"
            " INSERT INTO setting SELECT 'filler ' || i, '\"x\"' FROM n"
        )


@contextmanager
def copying(source: str, target: str, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`copy-to` as a process of its own."""
    where = ["--data-dir", str(tmp_path), "--database", source, "--language", "en"]
    command = [sys.executable, "-c", _LISTENING, *where, "database", "copy-to", target]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as running:
        try:
            yield running
        finally:
            running.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
@pytest.mark.parametrize(("name", "status"), [("SIGKILL", -9), ("SIGINT", 130)])
def test_a_copy_that_is_killed_or_stopped_leaves_the_target_empty(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    sqlite_files: SqliteFiles,
    empty_url: str,
    name: str,
    status: int,
) -> None:
    # By name, because Windows has no SIGKILL.
    ending = signal.Signals[name]
    with sqlite_files.fresh(long) as source:
        with copying(source, empty_url, tmp_path) as running:
            assert wait_for_rows(empty_url, running), running.stderr and running.stderr.read()
            running.send_signal(ending)
            out, err = running.communicate(timeout=60)
        assert running.returncode == status, err
        assert out == b""
        if ending is signal.SIGINT:
            assert err.decode().splitlines() == ["Stopped. Nothing was changed."]
        run = CommandLine(capsys, tmp_path / "data", empty_url)
        info = run("database", "info", "--json")
        # A stopped copy removes its file; a killed one leaves the file and a journal that undoes it.
        sqlite = empty_url.startswith("sqlite")
        removed = sqlite and ending is signal.SIGINT
        assert (info.status, info.document["revision"] if not removed else None) == (
            3 if removed else 0,
            None,
        )
        # A command prepares an empty file, never one that is gone or an empty database of a server.
        prepared = sqlite and not removed
        assert run("petitions", "find", "x", database=empty_url).status == (0 if prepared else 3)
        database = Database(empty_url)
        assert schema.check(database) == (schema.head() if prepared else None)
        database.close()


def wait_for_rows(url: str, running: subprocess.Popen[bytes]) -> bool:
    """Until the copy is under way; False where it ended before."""
    until = time.monotonic() + 60
    with ExitStack() as stack:
        sqlite = url.startswith("sqlite")
        server = None if sqlite else stack.enter_context(psycopg.connect(url, autocommit=True))
        while running.poll() is None and time.monotonic() < until:
            if server is None:
                path = file_of(url)
                journals = [path.with_name(path.name + ending) for ending in ("-journal", "-wal")]
                if path.exists() and any(j.exists() and j.stat().st_size > 500 for j in journals):
                    return running.poll() is None
            elif server.execute(
                "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY%'"
            ).fetchone():
                return True
            time.sleep(0.02)
    return False


def test_a_document_is_one_and_json(run_sqlite: CommandLine, tmp_path: Path) -> None:
    done = run_sqlite("database", "restore", tmp_path / "missing.db", "--json")
    assert json.loads(done.out)["error"]["code"] == "backup"
    assert os.linesep not in done.line
