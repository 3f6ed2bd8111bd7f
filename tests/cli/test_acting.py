from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.bootstrap import open_services
from desktop_app.database.engine import sqlite_url
from desktop_app.petitions.lists.inbox import ListFilter, Scope
from desktop_app.staff.roles import Membership, Role, pc_user
from tests.cli.running import CommandLine
from tests.conftest import staffed_database
from tests.department import PASSWORD
from tests.engines import PostgresqlServer
from tests.intake.tables import GOOD, write_csv


@pytest.fixture
def run_as(
    postgresql_server: PostgresqlServer,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[CommandLine]:
    """The command line on a staffed PostgreSQL, as the account `rezaei`."""
    monkeypatch.setenv("MOSHAREKAT_PASSWORD", PASSWORD)
    with postgresql_server.fresh(staffed_database) as url:
        yield CommandLine(capsys, tmp_path / "data", url.replace("//postgres:", "//rezaei:"))


def owner(run_as: CommandLine) -> str:
    return run_as.database.replace("//rezaei:", "//postgres:")


def actor_of_the_only_petition(url: str) -> tuple[int | None, str]:
    services = open_services(url, prepare_schema=False)
    _, [row] = services.inbox.find(pc_user("x"), ListFilter(scope=Scope.ANY), 10)
    [event] = services.desk.peek(pc_user("x"), row.id).history
    services.close()
    return event.actor_id, event.actor_name


def test_on_postgresql_the_member_of_staff_whose_role_logs_in_acts(
    run_as: CommandLine, tmp_path: Path
) -> None:
    done = run_as("import", "petitions", write_csv(tmp_path / "in.csv", GOOD[:1]))
    assert done.status == 0, done.err
    person, name = actor_of_the_only_petition(owner(run_as))
    assert (person is not None, name) == (True, "مریم رضایی")


def test_a_role_that_is_nobody_s_account_acts_under_its_own_name(run_as: CommandLine, tmp_path: Path) -> None:
    as_owner = owner(run_as)
    done = run_as("import", "petitions", write_csv(tmp_path / "in.csv", GOOD[:1]), database=as_owner)
    assert done.status == 0
    assert actor_of_the_only_petition(as_owner) == (None, "postgres")


def test_a_disabled_account_does_nothing(run_as: CommandLine, tmp_path: Path) -> None:
    services = open_services(owner(run_as), prepare_schema=False)
    row = next(row for row in services.accounts.all() if row.username == "rezaei")
    services.accounts.change(pc_user("x"), row.id, row.version, active=False)
    services.close()
    done = run_as("import", "petitions", write_csv(tmp_path / "in.csv", GOOD[:1]), "--language", "en")
    assert done.status == 1
    assert done.line == "This account is disabled; ask the administrator."


def test_the_rules_of_the_role_hold_on_the_command_line(run_as: CommandLine, tmp_path: Path) -> None:
    services = open_services(owner(run_as), prepare_schema=False)
    row = next(row for row in services.accounts.all() if row.username == "rezaei")
    reviewer = frozenset({Membership(Role.REVIEWER, None)})
    services.accounts.change(pc_user("x"), row.id, row.version, memberships=reviewer)
    services.close()
    done = run_as("import", "petitions", write_csv(tmp_path / "in.csv", GOOD[:1]), "--language", "en")
    assert done.status == 1
    assert done.line == "This takes another role: Clerk or Manager or Administrator."
    assert run_as("petitions", "find", "", "--json").document["total"] == 0


def test_the_password_comes_from_the_environment_and_is_never_shown(
    run_as: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run_as("database", "info")
    assert done.status == 0
    assert PASSWORD not in done.out + done.err
    monkeypatch.setenv("MOSHAREKAT_PASSWORD", "geheim-1405")
    wrong = run_as("database", "info")
    assert wrong.status == 1
    assert "geheim" not in wrong.out + wrong.err
    away = run_as("database", "info", database="postgresql://rezaei@127.0.0.1:1/desk")
    assert away.status == 3
    assert "geheim" not in away.err


@pytest.mark.parametrize(
    "words",
    [
        ("petitions", "find", "نامه"),
        ("report", "monthly", "--month", "last", "--text"),
        ("report", "consultation", "--instrument", "CODE", "-o", "x.pdf"),
        ("publish", "CODE", "-o", "x"),
        ("intake", "run"),
        ("outbox", "write", "x"),
    ],
    ids=" ".join,
)
def test_a_database_that_is_not_there_is_no_empty_office(
    run_new: CommandLine, tmp_path: Path, words: tuple[str, ...]
) -> None:
    wrong = tmp_path / "typo.db"
    done = run_new(*words, database=sqlite_url(wrong))
    assert (done.status, done.out) == (3, "")
    assert str(wrong) in done.line
    assert not wrong.exists()
