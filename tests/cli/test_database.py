from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from desktop_app.database import schema
from desktop_app.database.engine import sqlite_url
from tests.cli.running import CommandLine, process
from tests.database.later import HEAD, become_later_release
from tests.engines import SqliteFiles, file_of, made_id
from tests.intake.tables import write_csv


def test_init_is_enough_for_every_other_command(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, empty_url: str
) -> None:
    run = CommandLine(capsys, tmp_path, empty_url)
    before = run("database", "info", "--json")
    if not empty_url.startswith("sqlite"):
        assert before.document["revision"] is None
        assert run("import", "petitions", write_csv(tmp_path / "in.csv")).status == 3
    assert run("database", "init", "--json").document["revision"] == schema.head()
    assert run("database", "init").status == 0
    assert run("import", "petitions", write_csv(tmp_path / "in.csv")).status == 0
    info = run("database", "info", "--json").document
    assert (info["rows"]["petition"], info["revision"]) == (3, info["known_revision"])
    checked = run("database", "check", "--json").document
    assert (checked["ok"], checked["problems"]) == (True, [])
    assert run("database", "upgrade", "--json").document["backup"] is None


def test_the_default_database_is_made_on_first_use(run_new: CommandLine, tmp_path: Path) -> None:
    assert run_new("import", "petitions", write_csv(tmp_path / "in.csv")).status == 0
    assert (tmp_path / "data" / "mosharekat.db").exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps the rights of the folder")
def test_a_new_database_is_read_by_its_maker_alone(run_new: CommandLine, tmp_path: Path) -> None:
    assert run_new("sample", "--petitions", "5", "--instruments", "0").status == 0
    copy = tmp_path / "copy.db"
    assert run_new("database", "copy-to", sqlite_url(copy)).status == 0
    for path in (copy, tmp_path / "data" / "mosharekat.db"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    # Rights that somebody gave stay.
    copy.chmod(0o640)
    assert run_new("database", "info", database=sqlite_url(copy)).status == 0
    assert stat.S_IMODE(copy.stat().st_mode) == 0o640


def test_looking_makes_no_database(run_new: CommandLine, tmp_path: Path) -> None:
    for action in ("info", "check", "upgrade"):
        done = run_new("database", action)
        assert done.status == 3
        assert "database init" in done.line
    assert not (tmp_path / "data" / "mosharekat.db").exists()


def test_info_says_what_a_person_wants_to_know(run: CommandLine) -> None:
    done = run("--language", "en", "database", "info")
    assert done.status == 0
    assert ("sqlite" if run.database.startswith("sqlite") else "postgresql 1") in done.out
    assert "Petitions: 0" in done.out


def test_damage_is_found_and_named(run: CommandLine, tmp_path: Path) -> None:
    run("import", "petitions", write_csv(tmp_path / "in.csv"))
    engine = create_engine(run.database.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("UPDATE petition SET registry_number = 9 WHERE registry_number = 3"))
        connection.execute(text(f"DELETE FROM petition_text WHERE petition_id = {made_id(run.database, 1)}"))
    engine.dispose()
    done = run("database", "check", "--json")
    assert done.status == 1
    assert {problem["problem"] for problem in done.document["problems"]} >= {"registry_gap", "without_text"}
    assert all("{" not in line for line in done.err.splitlines())


@pytest.mark.parametrize(
    ("revision", "sentence"),
    [
        ("r9999", "The database is of a newer version"),
        ("0078", "The database was made by a trial version before the first release"),
    ],
)
def test_a_database_of_another_version_is_refused(run: CommandLine, revision: str, sentence: str) -> None:
    engine = create_engine(run.database.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
    engine.dispose()
    for words in (("database", "info"), ("petitions", "find", "x"), ("database", "init")):
        done = run(*words, "--language", "en")
        assert done.status == 3
        assert done.line.startswith(sentence)


def test_an_older_database_is_upgraded_when_asked(
    run: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    become_later_release(tmp_path / "scripts", monkeypatch)
    assert run("audit", "verify").status == 3
    done = run("database", "upgrade", "--json").document
    assert (done["from"], done["to"]) == ("r0001", HEAD)
    assert (done["backup"] is not None) == run.database.startswith("sqlite")
    assert run("audit", "verify").status == 0


def revision_of(run: CommandLine) -> str:
    engine = create_engine(run.database.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as connection:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    engine.dispose()
    return str(found)


def test_a_newer_program_upgrades_the_file_of_its_pc_but_no_shared_database(
    run: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    become_later_release(tmp_path / "scripts", monkeypatch)
    if run.database.startswith("sqlite"):
        assert run("petitions", "find", "x").status == 0
        assert revision_of(run) == HEAD
        file = file_of(run.database)
        assert len(list(file.parent.glob(f"{file.stem}-before-upgrade-*"))) == 1
        return
    for words in (("petitions", "find", "x"), ("database", "init")):
        done = run(*words, "--language", "en")
        assert done.status == 3
        assert "older version" in done.line
        assert "database upgrade" in done.line
        assert revision_of(run) == "r0001"


def test_the_sentence_about_a_newer_database_names_the_folder_of_newer_programs(
    run_sqlite: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = tmp_path / "machine.json"
    monkeypatch.setenv("MOSHAREKAT_MACHINE_SETTINGS", str(machine))
    engine = create_engine(run_sqlite.database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'r9999'"))
    engine.dispose()
    assert r"\\files" not in run_sqlite("petitions", "find", "x").line
    run_sqlite("settings", "machine", r"update_folder=\\files\mosharekat")
    assert r"\\files\mosharekat" in run_sqlite("petitions", "find", "x").line


def test_a_locked_database_is_said_and_nothing_is_lost(run_sqlite: CommandLine, tmp_path: Path) -> None:
    other = sqlite3.connect(file_of(run_sqlite.database), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    done = run_sqlite("import", "petitions", write_csv(tmp_path / "in.csv"))
    other.execute("ROLLBACK")
    other.close()
    assert done.status == 3
    assert done.line


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("postgresql://nobody@127.0.0.1:1/none", 3),
        ("sqlite:///{file}/x.db", 3),
        ("sqlite:////dev/null/x.db", 3),
        ("sqlite://///server/share/x.db", 3),
        ("mysql://x/y", 2),
        ("postgresql://x:port/y", 2),
        ("postgresql://x:1,z:2/y", 2),
        ("not a url", 2),
        ("postgresql://u:secret@localhost/x", 2),
        ("postgresql://u:secret/words@localhost/x", 2),
    ],
)
def test_a_database_that_cannot_be_had_is_one_line(
    run_new: CommandLine, tmp_path: Path, url: str, status: int
) -> None:
    file = tmp_path / "no-folder"
    file.touch()
    done = run_new("petitions", "find", "x", database=url.replace("{file}", str(file)))
    assert (done.status, done.out) == (status, "")
    assert "secret" not in done.line


def test_a_file_that_is_no_database_is_refused_and_kept(run_new: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("نامه‌ای که پایگاه داده نیست" * 100, encoding="utf-8")
    done = run_new("petitions", "find", "x", database=f"sqlite:///{path}")
    assert done.status == 3
    assert done.line
    assert path.read_text(encoding="utf-8").startswith("نامه")


def test_the_environment_names_the_database(tmp_path: Path, sqlite_files: SqliteFiles) -> None:
    with sqlite_files.fresh() as url:
        done = process(
            "--data-dir", tmp_path, "database", "info", "--json", environment={"MOSHAREKAT_DATABASE": url}
        )
    assert done.document["revision"] == schema.head()


@pytest.mark.parametrize("harm", ["garbled", "cut", "foreign"])
def test_a_damaged_file_is_named_as_damaged(run_sqlite: CommandLine, harm: str) -> None:
    run = run_sqlite
    path = Path(make_url(run.database).database or "")
    data = bytearray(path.read_bytes())
    match harm:
        case "garbled":
            data[3 * 4096 : 30 * 4096] = b"\xa5" * (27 * 4096)
        case "cut":
            data = data[:50_000]
        case _:
            data = bytearray(b"this is no database at all" * 100)
    path.write_bytes(data)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    done = run("database", "check", "--json")
    assert done.status == 1
    assert "damaged" in {problem["problem"] for problem in done.document["problems"]}
    told = run("--language", "en", "petitions", "find", "x")
    assert told.status == 3
    assert "is damaged" in told.line
