from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from desktop_app.database.engine import Database
from desktop_app.database.pulse import KNOCK, SILENCE, LivingConnection
from desktop_app.errors import DatabaseAwayError
from tests.database.faults.load import Load, counted
from tests.database.faults.servers import Desk, Server


def timed(work: Callable[[], object]) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began


def test_a_hanging_server_is_given_up_in_under_four_seconds_and_used_again_when_it_goes_on(
    server: Server,
) -> None:
    database = Database(server.url())

    def ask(statement: str) -> None:
        with database.reading() as session:
            session.execute(text(statement))

    def is_told() -> None:
        with pytest.raises(DatabaseAwayError):
            ask("SELECT pg_sleep(60)")

    threading.Timer(0.3, server.stop).start()
    assert SILENCE <= timed(is_told) <= SILENCE + KNOCK + 0.7
    # Known to hang: who comes next is told sooner.
    assert timed(is_told) <= KNOCK + 0.7
    server.go_on()
    assert timed(lambda: ask("SELECT 1")) <= 2.0
    database.close()


def test_a_slow_statement_of_a_sound_server_is_left_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LivingConnection, "silence", 0.1)
    database = Database(desk.url)
    with database.reading() as session:
        assert session.scalar(text("SELECT 7 FROM pg_sleep(0.5)")) == 7
    database.close()


def test_a_statement_that_may_take_long_is_not_broken_off_and_one_of_the_next_transaction_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LivingConnection, "silence", 0.1)
    monkeypatch.setattr(LivingConnection, "longest", 0.3)
    database = Database(desk.url)
    slow = text("SELECT 7 FROM pg_sleep(0.8)")
    with database.reading() as session:
        database.take_time(session, 5)
        assert session.scalar(slow) == 7
        session.commit()
        with pytest.raises(OperationalError):
            session.scalar(slow)
        session.rollback()
    database.close()


def test_a_server_that_stands_still_under_load_loses_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LivingConnection, "silence", 0.4)
    monkeypatch.setattr(LivingConnection, "knock", 0.4)
    load = Load(server.url(), clerks=3)
    with load.running() as told:
        load.wait_for(30)
        server.stop()
        time.sleep(1.4)
        server.go_on()
        there = time.monotonic()
        load.wait_for(40)
        usable = load.usable_after(there)
    assert told.bugs == []
    assert usable <= 5.0
    found = counted(server.url(), told)
    assert (found.lost, found.twice, found.refused_but_there, found.unknown) == (0, 0, 0, 0)
