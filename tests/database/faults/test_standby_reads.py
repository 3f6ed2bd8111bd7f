"""The monthly report reads on a standby where there is one, and says as of when that is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from io import BytesIO

import pytest

from desktop_app.bootstrap import open_services
from desktop_app.persian.dates import JalaliMonth
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.reports.monthly_pdf import write_monthly_report
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.service import MonthlyReport
from desktop_app.services import Services
from desktop_app.staff.roles import pc_user
from tests.clocks import server_day, server_now
from tests.database.faults.servers import Server, Servers
from tests.database.faults.test_failover import both

PC = pc_user("reception")


@pytest.fixture
def standby(server: Server, fault_servers: Servers) -> Iterator[Server]:
    """A synchronous standby of `server`."""
    made = fault_servers.standby_of(server, "second")
    server.run("ALTER SYSTEM SET synchronous_standby_names = 'second'")
    server.run("SELECT pg_reload_conf()")
    yield made
    made.go_on()
    made.kill()


@pytest.fixture
def services(server: Server, standby: Server) -> Iterator[Services]:
    opened = open_services(both(server, standby), prepare_schema=False)
    yield opened
    opened.close()


def register(services: Services, text: str) -> None:
    services.register.register(PC, NewPetition(kind=Kind.REQUEST, channel=Channel.PORTAL, text=text))


def this_month(services: Services) -> MonthlyReport:
    return services.reports.of(ReportScope(Period.month(JalaliMonth.of(server_day()))))


def read_on_standby(services: Services, received: int) -> MonthlyReport:
    """The report as soon as the standby has done again what was written."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        report = this_month(services)
        if report.as_of is not None and report.figures.total.received == received:
            return report
        time.sleep(0.05)
    raise AssertionError("the standby was never read")


def test_the_report_is_read_on_the_standby_and_says_as_of_when(services: Services) -> None:
    before = server_now()
    register(services, "یکم")
    report = read_on_standby(services, 1)
    assert report.as_of is not None
    assert before <= report.as_of <= server_now()
    page = BytesIO()
    write_monthly_report(report, page)
    assert page.getvalue().startswith(b"%PDF")


def test_a_standby_that_lags_says_so_by_its_moment(services: Services, standby: Server) -> None:
    register(services, "یکم")
    first = read_on_standby(services, 1)
    standby.run("SELECT pg_wal_replay_pause()")
    register(services, "دوم")
    late = this_month(services)
    assert late.figures.total.received == 1
    assert late.as_of == first.as_of
    standby.run("SELECT pg_wal_replay_resume()")
    second = read_on_standby(services, 2)
    assert second.as_of is not None
    assert first.as_of is not None
    assert second.as_of > first.as_of


def test_one_that_does_not_know_the_last_day_yet_is_passed_over(services: Services) -> None:
    register(services, "یکم")
    read_on_standby(services, 1)
    tomorrow = server_now().replace(year=server_now().year + 1)
    found = services.database.read_aside(lambda _session, as_of: as_of, until=tomorrow)
    assert found is None


@pytest.mark.parametrize("hangs", [False, True], ids=["killed", "hanging"])
def test_without_its_standby_the_report_comes_from_where_everybody_writes(
    services: Services, server: Server, standby: Server, hangs: bool
) -> None:
    register(services, "یکم")
    read_on_standby(services, 1)
    server.run("ALTER SYSTEM SET synchronous_standby_names = ''")
    server.run("SELECT pg_reload_conf()")
    (standby.stop if hangs else standby.kill)()
    register(services, "دوم")
    began = time.monotonic()
    report = this_month(services)
    assert report.as_of is None
    assert report.figures.total.received == 2
    assert time.monotonic() - began < 10


def test_nothing_is_written_there(services: Services) -> None:
    register(services, "یکم")
    read_on_standby(services, 1)
    said = services.database.read_aside(
        lambda session, _as_of: session.connection().exec_driver_sql("SHOW transaction_read_only").scalar()
    )
    assert said == "on"


def test_one_server_alone_is_read_as_ever(server: Server) -> None:
    services = open_services(server.url(), prepare_schema=False)
    register(services, "یکم")
    report = this_month(services)
    assert report.as_of is None
    assert report.figures.total.received == 1
    services.close()
