from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from desktop_app.bootstrap import open_services
from desktop_app.database import operations
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import BusyError, DatabaseAwayError, OutcomeUnknownError, TooSlowError
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.services import Services
from desktop_app.staff.roles import pc_user
from tests.database.faults.proxy import Cut, Proxy
from tests.database.faults.servers import Desk, Server

CLERK = pc_user("reception")


def phoned(words: str) -> NewPetition:
    return NewPetition(kind=Kind.REQUEST, channel=Channel.PHONE, text=words)


@pytest.fixture
def proxy(desk: Desk) -> Iterator[Proxy]:
    made = Proxy(desk.server.port)
    yield made
    made.close()


@pytest.fixture
def away(proxy: Proxy, desk: Desk) -> Iterator[Services]:
    """The services of a client that reaches the server through the proxy."""
    opened = open_services(proxy.url(desk.name), prepare_schema=False)
    yield opened
    opened.close()


@pytest.mark.parametrize("cut", list(Cut))
def test_a_connection_cut_in_the_commit_neither_loses_nor_doubles_the_work(
    desk: Desk, proxy: Proxy, away: Services, cut: Cut
) -> None:
    petition = away.register.register(CLERK, phoned("نخستین"))
    proxy.cut = cut
    noted = away.desk.note(CLERK, petition.id, "یادداشت")
    proxy.cut = cut
    second = away.register.register(CLERK, phoned("دومین"))
    proxy.release()
    # A COMMIT that was held arrives late; nothing is counted before the server has dealt with it.
    while desk.run("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'") != [(0,)]:
        time.sleep(0.02)
    assert proxy.cuts == 2
    assert [event.text for event in noted.history if event.action == "note"] == ["یادداشت"]
    assert second.registry_number == petition.registry_number + 1
    direct = open_services(desk.url, prepare_schema=False)
    detail = direct.desk.peek(CLERK, petition.id)
    assert [event.action for event in detail.history] == ["registered", "note"]
    assert [event.action for event in direct.desk.peek(CLERK, second.id).history] == ["registered"]
    assert desk.run("SELECT count(*) FROM petition") == [(2,)]
    direct.close()


def test_a_server_that_does_not_come_back_leaves_the_outcome_unknown(
    desk: Desk, proxy: Proxy, away: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    petition = away.register.register(CLERK, phoned("نخستین"))
    monkeypatch.setattr("desktop_app.database.engine.ASKS_FOR", 0.5)
    proxy.cut = Cut.ANSWER
    proxy.refuse()
    with pytest.raises(OutcomeUnknownError):
        away.desk.note(CLERK, petition.id, "یادداشت")
    assert desk.run("SELECT count(*) FROM event WHERE action = 'note'") == [(1,)]


class Work:
    """A service whose one method does what a test asks."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.runs = 0

    def close(self) -> None:
        self._database.close()

    @once
    def do(self, *statements: str) -> None:
        with self._database.writing() as session:
            self.runs += 1
            for statement in statements:
                session.execute(text(statement))


@pytest.fixture
def work(desk: Desk) -> Iterator[Work]:
    made = Work(Database(desk.url))
    yield made
    made.close()


def test_what_took_too_long_is_not_done_again(work: Work) -> None:
    with pytest.raises(TooSlowError):
        work.do("SET LOCAL statement_timeout = '50ms'", "SELECT pg_sleep(5)")
    assert work.runs == 1


def test_a_refused_constraint_is_not_tried_again(work: Work) -> None:
    insert = "INSERT INTO unit (code, name, active, needs_approval) VALUES ('a', 'a', true, false)"
    with pytest.raises(IntegrityError):
        work.do(insert, insert)
    assert work.runs == 1


def test_what_another_transaction_broke_off_is_done_again(work: Work, desk: Desk) -> None:
    desk.run("CREATE SEQUENCE tries")
    desk.run(
        "CREATE FUNCTION collide() RETURNS void LANGUAGE plpgsql AS $$ BEGIN"
        " IF nextval('tries') < 3 THEN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END IF; END $$",
    )
    work.do("SELECT collide()")
    assert work.runs == 3


def test_two_who_wait_for_each_other_are_both_served(work: Work, desk: Desk) -> None:
    desk.run("CREATE TABLE thing AS SELECT 1 AS id, 0 AS times UNION SELECT 2, 0")
    other = Work(Database(desk.url))
    first, second = (f"UPDATE thing SET times = times + 1 WHERE id = {n}" for n in (1, 2))
    pause = "SELECT pg_sleep(0.2)"
    threads = [
        threading.Thread(target=work.do, args=(first, pause, second)),
        threading.Thread(target=other.do, args=(second, pause, first)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert desk.run("SELECT times FROM thing") == [(2,), (2,)]
    other.close()
    assert work.runs + other.runs == 3


def test_a_row_that_others_hold_is_told_and_not_waited_for_twice(work: Work, desk: Desk) -> None:
    desk.run("CREATE TABLE thing AS SELECT 1 AS id")
    holder = Database(desk.url)
    with holder.touching() as session:
        session.execute(text("SELECT * FROM thing FOR UPDATE"))
        with pytest.raises(BusyError):
            work.do("SET LOCAL lock_timeout = '50ms'", "UPDATE thing SET id = 2")
    holder.close()
    assert work.runs == 1


def test_a_server_that_is_gone_is_told_after_a_bounded_time(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "PATIENCE", 0.5)
    work = Work(Database(server.url()))
    server.kill()
    began = time.monotonic()
    with pytest.raises(DatabaseAwayError) as caught:
        work.do("SELECT 1")
    assert time.monotonic() - began < 2
    assert isinstance(caught.value.__cause__, DBAPIError)
    work.close()
