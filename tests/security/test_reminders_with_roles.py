"""Reminders where everybody is a role of their own: nobody reads, changes or makes another's."""

from __future__ import annotations

from datetime import timedelta

import psycopg
import pytest

from desktop_app.reports.bell import Call
from tests.clocks import server_day
from tests.guarded import Department


def test_the_database_keeps_reminders_from_everybody_else(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    mine = department.office.taken()
    day = server_day() + timedelta(days=900)
    kept = clerk.reminders.add(rezaei, mine.id, day, "زنگ به ناشر")
    assert [row.id for row in clerk.reminders.open(rezaei)] == [kept.id]
    clerk.reminders.put_off(rezaei, kept.id, server_day())
    assert Call.REMINDER in {row.call for row in clerk.bells.of(rezaei).rows}
    for name in ("nouri", "yazdi", "admin"):
        with department.sql(name) as psql:
            assert psql.execute("SELECT count(*) FROM reminder").fetchone() == (0,)
            assert psql.execute("UPDATE reminder SET done_at = now()").rowcount == 0
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(
                    "INSERT INTO reminder (person_id, petition_id, due_on, text, made_at)"
                    " VALUES (%s, %s, '2030-01-01', 'x', now())",
                    (rezaei.person_id, mine.id),
                )
    with department.sql("rezaei") as psql:
        for statement in ("DELETE FROM reminder", "UPDATE reminder SET text = 'x'"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(statement)
    assert clerk.reminders.set_done(rezaei, kept.id).done
