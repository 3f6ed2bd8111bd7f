"""What an administrator does by SQL leaves an event, or is refused."""

from __future__ import annotations

import psycopg
import pytest

from tests.guarded import Department

_EVENT = (
    "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
    " SELECT '{0}', {1}, coalesce(max(sequence), 0) + 1, clock_timestamp(), app.me(), 'مدیر سامانه', '{2}',"
    " '{{}}', '{{}}', ''"
    " FROM event WHERE item_type = '{0}' AND item_id = {1}"
)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO person_role (person_id, role) VALUES (app.me(), 'manager')",
        "DELETE FROM person_role WHERE person_id = 2",
        "UPDATE person SET active = false, version = version + 1 WHERE id = 3",
        "INSERT INTO setting (name, value) VALUES ('retention_years', '1')",
        "UPDATE unit SET needs_approval = false",
        "INSERT INTO deputy (person_id, deputy_id, first_day, last_day, version)"
        " VALUES (7, 1, '2026-01-01', '2030-01-01', 1)",
        "INSERT INTO closed_day (day, name, source) VALUES ('2026-12-01', 'x', 'office')",
        "DELETE FROM petition_label",
        "SELECT app.set_password(7, 'SCRAM-SHA-256$4096:c2FsdA==$c3RvcmVk:c2VydmVy')",
    ],
)
def test_no_administration_without_an_event(department: Department, statement: str) -> None:
    office = department.office
    office.services.labels.put_on(office.clerk, office.taken().id, "فوری")
    with department.sql("admin") as psql, pytest.raises(psycopg.errors.IntegrityError, match="tells of it"):
        psql.execute(statement.encode())


def test_with_its_event_it_is_done(department: Department) -> None:
    with department.sql("admin") as psql, psql.transaction():
        psql.execute("INSERT INTO person_role (person_id, role, unit_id) VALUES (6, 'clerk', 1)")
        psql.execute(_EVENT.format("person", 6, "person_changed").encode())
    assert department.owner.accounts.actor(6).roles == {"reviewer", "clerk"}


def test_a_password_that_somebody_else_set_is_changed_at_the_next_sign_in(department: Department) -> None:
    services, admin = department.signed_in("admin")
    row = next(row for row in services.accounts.all() if row.username == "nouri")
    services.accounts.change(admin, row.id, row.version, password="another-password-1405")
    _, nouri = department.signed_in("nouri", "another-password-1405")
    assert nouri.must_change_password
