"""The clock of a server with plain SQL: nobody says anything about it, by an act, by its mark or by an event."""

from __future__ import annotations

import psycopg
import pytest

from tests.guarded import Department, by_sql
from tests.security.refusing import refused

STATEMENTS = {
    "a mark": "INSERT INTO clock_mark (id, day, at, event_id) VALUES (1, '2026-01-01', now(), 0)",
    "another time": "UPDATE clock_mark SET at = now()",
    "no mark": "DELETE FROM clock_mark",
    "an act past app.perform": (
        "SELECT app.inner_office_clock_confirmed('[{\"id\": 1}]'::jsonb, '{}'::jsonb, NULL, NULL, NULL)"
    ),
}


@pytest.mark.parametrize("username", ["admin", "yazdi", "rezaei"])
@pytest.mark.parametrize("act", ["clock_confirmed", "clock_taken_back", "clock_seconded"])
def test_no_login_confirms_a_day_or_takes_one_back(guarded: Department, username: str, act: str) -> None:
    with guarded.sql(username) as psql, pytest.raises(psycopg.Error) as caught:
        by_sql(psql, act, 1, words="x", item_type="office", second_id=3, clock_doubt="behind")
    assert (caught.value.sqlstate or "").startswith(("42501", "22", "23", "P0001")), caught.value


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_no_login_writes_a_mark(guarded: Department, statement: str) -> None:
    with guarded.sql("admin") as psql, pytest.raises(psycopg.Error) as caught, psql.transaction():
        psql.execute(statement.encode())
    # A function that a login may not use is not there for it.
    assert caught.value.sqlstate in {"42501", "42883"}, caught.value


def test_the_mark_can_be_read(guarded: Department) -> None:
    with guarded.sql("rezaei") as psql:
        assert psql.execute(b"SELECT count(*) FROM clock_mark").fetchone() == (0,)
        assert "permission denied" in refused(psql, "TRUNCATE clock_mark")
