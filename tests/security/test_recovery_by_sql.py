"""Recovery codes of a server with plain SQL: no login reads or writes one, and none performs their acts."""

from __future__ import annotations

import psycopg
import pytest

from tests.guarded import Department, by_sql

STATEMENTS = {
    "read": "SELECT code_hash FROM recovery_code",
    "made": "INSERT INTO recovery_code (person_id, code_hash, made_at) VALUES (1, 'x', now())",
    "tried": "UPDATE recovery_code SET failed_tries = 0",
    "deleted": "DELETE FROM recovery_code",
    "an act past app.perform": (
        "SELECT app.inner_person_password_recovered('[{\"id\": 1}]'::jsonb, '{}'::jsonb, NULL, NULL, NULL)"
    ),
}


@pytest.mark.parametrize("username", ["admin", "yazdi", "rezaei"])
@pytest.mark.parametrize("act", ["recovery_code_made", "recovery_failed", "password_recovered"])
def test_no_login_performs_an_act_of_a_recovery_code(guarded: Department, username: str, act: str) -> None:
    with guarded.sql(username) as psql, pytest.raises(psycopg.Error) as caught:
        by_sql(psql, act, 1, item_type="person", password_hash="x", code_hash="x", failed_tries=1)
    assert (caught.value.sqlstate or "").startswith(("42501", "22", "23", "P0001")), caught.value


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_no_login_reads_or_writes_a_code(guarded: Department, statement: str) -> None:
    with guarded.sql("admin") as psql, pytest.raises(psycopg.Error) as caught, psql.transaction():
        psql.execute(statement.encode())
    # A function that a login may not use is not there for it.
    assert caught.value.sqlstate in {"42501", "42883"}, caught.value
