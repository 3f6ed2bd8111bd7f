from __future__ import annotations

import time

import pytest

from desktop_app.database.engine import Database
from desktop_app.database.postgresql import hosts_of
from tests.database.faults.load import Load, counted
from tests.database.faults.servers import Server, Servers


def both(first: Server, second: Server) -> str:
    return f"postgresql://postgres@/desk?host={first.door},{second.door}"


def test_clients_go_on_with_the_standby_and_nothing_acknowledged_is_lost(
    server: Server, fault_servers: Servers
) -> None:
    standby = fault_servers.standby_of(server, "second")
    server.run("ALTER SYSTEM SET synchronous_standby_names = 'second'")
    server.run("SELECT pg_reload_conf()")
    # The standby is named first: it is asked, writes nothing, and is passed over until it is promoted.
    load = Load(both(standby, server), clerks=3)
    with load.running() as told:
        load.wait_for(60)
        server.kill()
        standby.promote()
        there = time.monotonic()
        load.wait_for(40)
        usable = load.usable_after(there)
    assert told.bugs == []
    assert usable <= 5.0
    found = counted(standby.url(), told)
    assert (found.lost, found.twice, found.refused_but_there, found.unknown) == (0, 0, 0, 0)
    assert found.acknowledged >= 100


def test_what_the_standby_did_not_confirm_is_not_called_done(
    server: Server, fault_servers: Servers, caplog: pytest.LogCaptureFixture
) -> None:
    # A COMMIT whose waiting for the standby is broken off is answered as done, with a mere warning.
    standby = fault_servers.standby_of(server, "second")
    server.run("ALTER SYSTEM SET synchronous_standby_names = 'second'")
    server.run("SELECT pg_reload_conf()")
    load = Load(server.url(), clerks=1)
    with load.running() as told:
        load.wait_for(3)
        standby.stop()
        wait_for_standby = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        while server.run(wait_for_standby) == [(0,)]:
            time.sleep(0.02)
        known = len(told.acknowledged)
        # What an administrator, or a time limit, does to the one who waits.
        server.run("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")
        deadline = time.monotonic() + 15
        while "the answer to a COMMIT was lost" not in caplog.text and time.monotonic() < deadline:
            time.sleep(0.02)
        assert "the answer to a COMMIT was lost" in caplog.text
        assert len(told.acknowledged) == known
        standby.go_on()
        load.wait_for(3)
    assert told.bugs == []
    found = counted(standby.url(), told)
    assert (found.lost, found.twice, found.refused_but_there, found.unknown) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("url", "hosts", "place"),
    [
        ("postgresql://u@/desk?host=a:5432,b:5433", ("a:5432", "b:5433"), "a,b:5433/desk"),
        ("postgresql://u@/desk?host=a&host=b:5433", ("a", "b:5433"), "a,b:5433/desk"),
        ("postgresql://u@a,b:5433/desk", ("a", "b:5433"), "a,b:5433/desk"),
        ("postgresql://u:p@a,b/desk?sslmode=verify-full", ("a", "b"), "a,b/desk"),
        ("postgresql://u:p@a:5432/desk", ("a",), "a/desk"),
        ("postgresql+psycopg://u:p@a:5433/desk", ("a:5433",), "a:5433/desk"),
    ],
)
def test_several_servers_in_one_url(url: str, hosts: tuple[str, ...], place: str) -> None:
    database = Database(url)
    assert hosts_of(database.url) == hosts
    assert database.place == place
    assert database.url.drivername == "postgresql+psycopg"
    database.close()
