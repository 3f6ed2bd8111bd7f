"""What is archived by itself, where everybody is a role of their own: any session asks for it, and none chooses."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.audit import history
from desktop_app.database.rights.model import events
from desktop_app.petitions.vocabulary import Outcome
from tests.clocks import server_now
from tests.guarded import Department, by_sql
from tests.security.refusing import refused

ASK = b"SELECT app.archive_resolved(2, NULL)"


def _resolved(department: Department, count: int, days: int = 10) -> list[int]:
    """Petitions that were resolved some days before now."""
    office = department.office
    clock = FixedClock(server_now() - timedelta(days=days))
    usual, office.services.database.clock = office.services.database.clock, clock
    made = []
    for place in range(count):
        taken = office.taken(text=f"درخواست شماره {place} درباره کتاب")
        office.services.desk.resolve(office.clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ")
        made.append(taken.id)
    office.services.database.clock = usual
    return made


def _set(department: Department, days: int) -> None:
    archiving = department.owner.archiving
    archiving.set_days(department.office.administrator, days, seen=archiving.days())


def _archived(department: Department, numbers: list[int]) -> list[int]:
    with department.owner.database.reading() as session:
        return [
            sum(event.action == "archived_by_itself" for event in history(session, "petition", number))
            for number in numbers
        ]


@pytest.mark.parametrize("name", ["rezaei", "amini", "sadeghi", "yazdi", "admin"])
def test_any_session_archives_what_is_due_and_no_other(department: Department, name: str) -> None:
    [old], [young] = _resolved(department, 1), _resolved(department, 1, days=2)
    with department.sql(name) as psql:
        assert psql.execute(ASK).fetchone() == (0,)
        _set(department, 5)
        # The moment that a login claims counts for nothing.
        assert psql.execute(b"SELECT app.archive_resolved(500, now() + interval '1 year')").fetchone() == (1,)
        assert psql.execute(ASK).fetchone() == (0,)
    assert _archived(department, [old, young]) == [1, 0]
    with department.owner.database.reading() as session:
        last = history(session, "petition", old)[-1]
    assert (last.actor_id, last.actor_name, last.after["days"]) == (None, "", 5)


def test_nobody_performs_the_act_alone(department: Department) -> None:
    [number] = _resolved(department, 1, days=1)
    _set(department, 100)
    item = f'[{{"item": {number}, "given_before": "2100-01-01", "given_days": 1}}]'
    for name in ("rezaei", "yazdi", "admin"):
        with department.sql(name) as psql:
            assert "permission denied" in refused(
                psql, f"SELECT app.inner_petition_archived_by_itself('{item}', '{{}}', NULL, '', now())"
            )
            assert "no such act" in refused(
                psql,
                f"SELECT app.perform('inner_petition_archived_by_itself', '{item}', '{{}}', 1, '', now())",
            )
    assert _archived(department, [number]) == [0]


def test_nobody_writes_history_in_the_program_s_name(department: Department) -> None:
    for name in ("rezaei", "yazdi", "admin"):
        with department.sql(name) as psql:
            for item_type in events():
                statement = (
                    "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before,"
                    f" after, text) VALUES ('{item_type}', 987654, 1, now(), NULL, '', 'archived_by_itself',"
                    " '{}', '{}', '')"
                )
                assert "row-level security" in refused(psql, statement)


def test_forty_sessions_that_ask_at_the_same_time_archive_each_petition_once(department: Department) -> None:
    *numbers, reopened = _resolved(department, 13)
    with department.sql("yazdi") as psql:
        assert by_sql(psql, "reopen", reopened, words="نامه تازه‌ای رسید") is None
    _set(department, 5)
    sessions = [department.sql(name) for name in ("rezaei", "amini", "yazdi", "admin") for _ in range(10)]

    def ask(psql: psycopg.Connection[Any]) -> int:
        return sum(psql.execute(ASK).fetchall()[0][0] for _ in range(5))

    try:
        with ThreadPoolExecutor(len(sessions)) as pool:
            done = list(pool.map(ask, sessions))
    finally:
        for psql in sessions:
            psql.close()
    assert sum(done) == len(numbers)
    assert _archived(department, [*numbers, reopened]) == [1] * len(numbers) + [0]


def test_one_that_somebody_is_reopening_is_left(department: Department) -> None:
    [number] = _resolved(department, 1)
    _set(department, 5)
    with department.sql("yazdi") as psql, department.sql("rezaei") as other:
        psql.execute(b"BEGIN")
        assert by_sql(psql, "reopen", number, words="نامه تازه‌ای رسید") is None
        # It neither waits for the other session nor archives what that one holds.
        other.execute(b"SET statement_timeout = '5s'")
        assert other.execute(ASK).fetchone() == (0,)
        psql.execute(b"COMMIT")
        assert other.execute(ASK).fetchone() == (0,)
    assert _archived(department, [number]) == [0]


def test_only_an_administrator_counts_by_sql_and_learns_numbers_only(department: Department) -> None:
    _resolved(department, 2)
    for name in ("rezaei", "yazdi", "sadeghi"):
        with department.sql(name) as psql:
            assert "permission denied" in refused(psql, "SELECT app.archivable(5, now())")
            refused(psql, "UPDATE office SET archive_days = 1")
    services, admin = department.signed_in("admin")
    counted = services.archiving.preview(admin, 5)
    assert (counted.petitions, counted.held_back) == (2, 0)
    with department.sql("admin") as psql:
        refused(psql, "SELECT app.archivable(0, now())")
        refused(psql, "UPDATE office SET archive_days = 1")
