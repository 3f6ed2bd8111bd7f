"""`mosharekat database clock`: the state of one PC's clock, and confirming the day without a window."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.database.clock_mark import keep_the_time
from desktop_app.persian.dates import JalaliDay, tehran_day
from desktop_app.staff.roles import Membership, Role
from tests.cli.running import CommandLine
from tests.conftest import NOON, with_cheap_passwords
from tests.department import PASSWORD


def marked(run: CommandLine, days_ago: float) -> None:
    """Starts the mark so many days ago, or ahead if negative."""
    moment = NOON - timedelta(days=days_ago)
    services = open_services(run.database, clock=FixedClock(moment), prepare_schema=False)
    with services.database.writing() as session:
        keep_the_time(session, moment)
    services.close()


def staffed(run: CommandLine) -> None:
    services = with_cheap_passwords(open_services(run.database, prepare_schema=False))
    first = services.accounts.create_first_administrator("رئیس نمونه", "first", PASSWORD)
    made = services.accounts.add(
        first, "همکار نمونه", "second.one", frozenset({Membership(Role.CLERK, None)})
    )
    services.accounts.change_own_password(services.accounts.actor(made.person.id), made.password, PASSWORD)
    services.close()


def today() -> str:
    day = JalaliDay.of(tehran_day(NOON))
    return f"{day.year}-{day.month:02}-{day.day:02}"


def test_a_clock_that_was_seen_lately_is_trusted(run_sqlite: CommandLine) -> None:
    marked(run_sqlite, 1)
    done = run_sqlite("database", "clock", "--json")
    assert done.status == 0
    assert done.document["trusted"] is True
    assert (done.document["clock"], done.document["doubt"]) == ("pc", None)
    assert date.fromisoformat(done.document["day"]) == tehran_day(NOON)
    assert "قابل اعتماد" in run_sqlite("database", "clock").out


def test_a_gap_is_told_and_a_step_of_the_law_refused_until_two_people_confirm(
    run_sqlite: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_sqlite("sample", "--petitions", "5", "--instruments", "6", "--seed", "1", "--until", "1405-09-03")
    marked(run_sqlite, 30)
    done = run_sqlite("database", "clock", "--json")
    assert (done.status, done.document["doubt"]) == (1, "gap")
    refused = run_sqlite("publish", "gallery-licensing", "-o", str(tmp_path / "out"))
    assert refused.status == 1
    assert "database clock" in refused.line
    wanted = ("database", "clock", "--confirm", today(), "--by", "s.kazemi", "--second", "p.hosseini")
    assert run_sqlite(*wanted).status == 2
    monkeypatch.setenv("MOSHAREKAT_PASSWORD", "wrong-password")
    monkeypatch.setenv("MOSHAREKAT_SECOND_PASSWORD", "wrong-password")
    assert run_sqlite(*wanted).status == 1
    assert run_sqlite("database", "clock").status == 1


def test_two_people_confirm_the_day(run_sqlite: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    staffed(run_sqlite)
    marked(run_sqlite, 30)
    monkeypatch.setenv("MOSHAREKAT_PASSWORD", PASSWORD)
    monkeypatch.setenv("MOSHAREKAT_SECOND_PASSWORD", PASSWORD)
    alone = run_sqlite("database", "clock", "--confirm", today(), "--reason", "x")
    assert alone.status == 1
    assert "دو نفر" in alone.line
    other = run_sqlite(
        "database", "clock", "--confirm", "1405-01-01", "--by", "first", "--second", "second.one"
    )
    assert other.status == 1
    done = run_sqlite(
        "database", "clock", "--confirm", today(), "--by", "first", "--second", "second.one", "--json"
    )
    assert (done.status, done.document["trusted"]) == (0, True)
    assert run_sqlite("database", "clock").status == 0
    assert run_sqlite("audit", "verify").status == 0


def test_a_mark_ahead_is_taken_back_with_a_reason(
    run_sqlite: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    staffed(run_sqlite)
    marked(run_sqlite, -20)
    monkeypatch.setenv("MOSHAREKAT_PASSWORD", PASSWORD)
    monkeypatch.setenv("MOSHAREKAT_SECOND_PASSWORD", PASSWORD)
    assert run_sqlite("database", "clock", "--json").document["doubt"] == "behind"
    wanted = ("database", "clock", "--confirm", today(), "--by", "first", "--second", "second.one")
    assert run_sqlite(*wanted).status == 1
    assert run_sqlite(*wanted, "--reason", "ساعت جلو بود").status == 0
    assert run_sqlite("audit", "verify").status == 0


def test_where_nobody_has_an_account_the_user_of_the_computer_confirms_with_a_reason(
    run_sqlite: CommandLine,
) -> None:
    marked(run_sqlite, 30)
    assert run_sqlite("database", "clock", "--confirm", today()).status == 1
    assert run_sqlite("database", "clock", "--confirm", today(), "--reason", "پس از تعطیلات").status == 0


def test_what_is_no_day_is_wrong_usage(run_sqlite: CommandLine) -> None:
    marked(run_sqlite, 30)
    assert run_sqlite("database", "clock", "--confirm", "yesterday").status == 2


def test_a_server_is_never_asked_about(run: CommandLine) -> None:
    done = run("database", "clock", "--json")
    if done.document["clock"] == "server":
        assert (done.status, done.document["doubt"], done.document["last"]) == (0, None, None)
        assert "سرور" in run("database", "clock").out
