"""What a connection to PostgreSQL keeps from one transaction to the next, and when it is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop_app.clock import FixedClock
from desktop_app.database.engine import Database
from desktop_app.errors import DatabaseAwayError
from tests.engines import PostgresqlServer

_QUESTION = text("SELECT count(*) FROM unit WHERE id > :number")
_PREPARED = text(
    "SELECT generic_plans + custom_plans FROM pg_prepared_statements WHERE statement ~ 'FROM unit'"
)
_PROCESS = text("SELECT pg_backend_pid()")


@pytest.fixture
def url(postgresql_server: PostgresqlServer) -> Iterator[str]:
    with postgresql_server.fresh() as url:
        yield url


def test_a_question_that_was_asked_before_is_put_to_the_server_once(url: str) -> None:
    database = Database(url)
    for _ in range(8):
        with database.reading() as session:
            session.execute(_QUESTION, {"number": 3})
    with database.reading() as session:
        # The driver prepares it when it has come five times.
        assert session.scalars(_PREPARED).all() == [3]
    database.close()


def test_only_so_many_are_kept(url: str) -> None:
    database = Database(url)
    for number in range(80):
        asked = text(f"SELECT {number} FROM unit WHERE id > :number")
        for _ in range(6):
            with database.reading() as session:
                session.execute(asked, {"number": 3})
    with database.reading() as session:
        kept = text("SELECT count(*) FROM pg_prepared_statements")
        assert 60 <= (session.scalar(kept) or 0) <= 66
    database.close()


def test_what_only_looks_writes_nothing(url: str) -> None:
    database = Database(url)
    with pytest.raises(DatabaseAwayError), database.reading() as session:
        session.execute(text("INSERT INTO unit (code, name) VALUES ('x', 'x')"))
    with database.touching() as session:
        session.execute(
            text("INSERT INTO unit (code, name, active, needs_approval) VALUES ('x', 'x', true, false)")
        )
    with database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM unit WHERE code = 'x'")) == 1
    database.close()


def test_a_connection_that_the_server_let_go_of_is_made_anew_before_it_is_used(
    postgresql_server: PostgresqlServer, url: str
) -> None:
    database = Database(url)
    with database.reading() as session:
        first = session.scalar(_PROCESS)
    postgresql_server.run(f"SELECT pg_terminate_backend({first}, 2000)")
    with database.reading() as session:
        assert session.scalar(_PROCESS) != first
    database.close()


def test_a_connection_that_was_silent_for_long_is_asked_first(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(url)
    with database.reading() as session:
        first = session.scalar(_PROCESS)
    asked = text("SELECT query FROM pg_stat_activity WHERE pid = :process")
    monkeypatch.setattr("desktop_app.database.pulse.TRUSTED", 0.0)
    watch = Database(url)
    with database.engine.connect(), watch.reading() as session:
        assert session.scalar(asked, {"process": first}) == ";"
    database.close()
    watch.close()


def test_the_clock_of_the_server_is_counted_on_from(
    url: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(url)
    told: list[datetime] = []
    now = Database.now

    def ask(self: Database, session: Session) -> datetime:
        told.append(now(self, session))
        return told[-1]

    monkeypatch.setattr(Database, "now", ask)
    with database.reading() as session:
        first = database.about_now(session)
        clock.jump(timedelta(days=1))
        clock.advance(timedelta(seconds=5))
        assert database.about_now(session) == first + timedelta(seconds=5)
        assert told == [first]
        clock.advance(timedelta(seconds=95))
        assert database.about_now(session) == told[1]
    database.close()
