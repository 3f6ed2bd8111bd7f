"""`database init` and `database check` try the way to the server and say where it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.cli.running import CommandLine
from tests.department import PASSWORD
from tests.guarded import OWNER, Department
from tests.standing import free_port


def address(department: Department, username: str) -> str:
    without = make_url(department.url)._replace(username=username, password=None)
    return without.render_as_string()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.setenv("MOSHAREKAT_PASSWORD", PASSWORD)
    return CommandLine(capsys, tmp_path / "data", "")


def test_init_tells_each_step_in_words(run: CommandLine, guarded: Department) -> None:
    done = run("--language", "en", "database", "init", database=address(guarded, OWNER))
    assert done.status == 0, done.err
    lines = done.out.splitlines()
    assert lines[0].startswith("✓ Port:")
    assert any(line.startswith("! Connections: The server takes") for line in lines)
    assert lines[-1].endswith("is ready.")
    assert PASSWORD not in done.out + done.err


def test_as_json_the_steps_stand_in_the_document(run: CommandLine, guarded: Department) -> None:
    for action in ("init", "check"):
        done = run("database", action, "--json", database=address(guarded, OWNER))
        steps = done.document["steps"]
        assert [step["step"] for step in steps] == [
            "port", "tls", "login", "version", "connections", "rights", "schema",
        ]  # fmt: skip
        assert {step["outcome"] for step in steps} == {"ok", "warning"}


def test_a_clerk_checks_but_makes_no_tables(run: CommandLine, guarded: Department) -> None:
    clerk = address(guarded, "rezaei")
    done = run("--language", "en", "database", "init", "--json", database=clerk)
    assert done.status == 1
    assert done.document["error"]["code"] == "not_the_owner"
    assert done.document["steps"][-1]["outcome"] == "failed"
    assert done.line == "Another login than rezaei made the tables; log in with that one."


@pytest.mark.parametrize("username", ["rezaei", "admin"])
def test_who_does_not_see_every_row_tries_the_way_and_checks_nothing_else(
    run: CommandLine, guarded: Department, username: str
) -> None:
    who = address(guarded, username)
    done = run("--language", "en", "database", "check", "--json", database=who)
    assert done.status == 1
    assert done.document["error"]["code"] == "not_permitted"
    assert [step["outcome"] for step in done.document["steps"]][-2:] == ["ok", "ok"]
    assert done.line.startswith("This needs every row of the database")
    told = run("--language", "en", "database", "check", database=who)
    assert (told.status, told.line) == (1, done.line)
    assert told.out.splitlines()[0].startswith("✓ Port:")


def test_a_clerk_s_counts_are_said_to_be_a_part(run: CommandLine, guarded: Department) -> None:
    found = {}
    for who in (OWNER, "amini"):
        told = run("--language", "en", "database", "info", database=address(guarded, who))
        assert told.status == 0
        found[who] = "Counted is what your account sees, not all that there is." in told.err
    assert found == {OWNER: False, "amini": True}
    document = run("database", "info", "--json", database=address(guarded, "amini")).document
    assert document["counted_in_part"] is True


def test_the_history_is_verified_by_its_owner_and_by_an_administrator_only(
    run: CommandLine, guarded: Department
) -> None:
    refused = run("--language", "en", "audit", "verify", "--json", database=address(guarded, "rezaei"))
    assert (refused.status, refused.document["error"]["code"]) == (1, "not_permitted")
    assert refused.line == "This takes another role: Administrator or owner of the database."
    found = [run("audit", "verify", "--json", database=address(guarded, who)) for who in (OWNER, "admin")]
    assert [done.document["breaks"] for done in found] == [[], []]
    assert [done.status for done in found] == [0, 0]
    # Rights and functions only the owner compares.
    assert found[0].document == found[1].document | {"compared": True}


@pytest.mark.parametrize("username", ["rezaei", "admin"])
def test_nobody_makes_a_back_up_or_a_copy_that_lacks_what_they_do_not_see(
    run: CommandLine, guarded: Department, tmp_path: Path, username: str
) -> None:
    who = address(guarded, username)
    for words in (("backup", tmp_path / "a.db"), ("copy-to", f"sqlite:///{tmp_path}/a.db")):
        done = run("--language", "en", "database", *words, database=who)
        assert done.status == 1
        assert done.line.startswith("This needs every row of the database")
    assert not (tmp_path / "a.db").exists()


@pytest.mark.parametrize("action", ["init", "check"])
def test_a_server_that_is_away_is_3_and_a_password_that_is_wrong_1(
    run: CommandLine, guarded: Department, action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = run("database", action, "--json", database=f"postgresql://x@127.0.0.1:{free_port()}/office")
    assert (away.status, away.document["error"]["code"]) == (3, "refused")
    assert away.line.endswith(".")
    monkeypatch.setenv("MOSHAREKAT_PASSWORD", "geheim-1405")
    wrong = run("database", action, database=address(guarded, OWNER))
    assert wrong.status == 1
    assert "geheim" not in wrong.out + wrong.err


def test_another_machine_without_the_file_of_its_authority_gets_no_password(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    done = run("database", "init", "--json", database="postgresql://x@host.invalid/office")
    assert (done.status, done.document["error"]["code"]) == (3, "unknown_name")
