"""`app.my_reach` looks up its own roles where nobody is a deputy, and says what `app.my_roles` says."""

from __future__ import annotations

import psycopg
import pytest
from sqlalchemy import make_url

from tests.engines import PostgresqlServer
from tests.guarded import Department

#: Units, 0 for whoever is at the desk, and the person below zero, whom nobody needs who sees all units.
_BY_ROLES = (
    "SELECT array_agg(DISTINCT who ORDER BY who) FROM ("
    " SELECT m.unit_id FROM app.my_roles() m WHERE m.role IN ('clerk', 'manager') AND m.unit_id IS NOT NULL"
    " UNION SELECT u.id FROM unit u WHERE EXISTS (SELECT 1 FROM app.my_roles() m"
    " WHERE m.role IN ('clerk', 'manager') AND m.unit_id IS NULL)"
    " UNION SELECT 0 WHERE EXISTS (SELECT 1 FROM app.my_roles() m"
    " WHERE m.role IN ('clerk', 'manager', 'administrator'))"
    " UNION SELECT -p.id FROM person p WHERE p.username = session_user::text AND p.active"
    " AND NOT EXISTS (SELECT 1 FROM app.my_roles() m WHERE m.role IN ('clerk', 'manager') AND m.unit_id IS NULL)"
    ") AS r (who)"
)
_REACH = "SELECT array_agg(DISTINCT who ORDER BY who) FROM unnest(app.my_reach()) AS r (who)"


@pytest.mark.parametrize(
    "so",
    [
        "SELECT 1",
        "UPDATE person SET must_change_password = true WHERE username = 'rezaei'",
        "UPDATE person SET active = false WHERE username = 'amini'",
        "INSERT INTO person_role (person_id, role, unit_id)"
        " SELECT id, 'clerk', NULL FROM person WHERE username = 'amini'",
        "INSERT INTO deputy (person_id, deputy_id, first_day, last_day, version) SELECT p.id, d.id, app.today(),"
        " app.today(), 1 FROM person p, person d WHERE p.username = 'amini' AND d.username = 'rezaei'",
        "INSERT INTO deputy (person_id, deputy_id, first_day, last_day, version) SELECT p.id, d.id, app.today() + 1,"
        " app.today() + 2, 1 FROM person p, person d WHERE p.username = 'amini' AND d.username = 'rezaei'",
    ],
    ids=["usually", "a new password", "gone", "whole office", "deputy today", "deputy tomorrow"],
)
def test_reach_is_what_roles_say(guarded_server: PostgresqlServer, department: Department, so: str) -> None:
    database = make_url(department.url).database or ""
    with psycopg.connect(guarded_server.url(database)) as connection:
        connection.execute("GRANT EXECUTE ON FUNCTION app.my_roles() TO PUBLIC")
        connection.execute(so.encode())
        found = connection.execute("SELECT username FROM person ORDER BY id").fetchall()
        seen = set()
        for (username,) in found:
            connection.execute(f'SET LOCAL SESSION AUTHORIZATION "{username}"'.encode())
            [reach] = connection.execute(_REACH).fetchone() or ()
            assert (reach,) == connection.execute(_BY_ROLES).fetchone(), username
            seen.add(tuple(reach or ()))
            connection.execute("RESET SESSION AUTHORIZATION")
        assert len(seen) > 3
        connection.rollback()
