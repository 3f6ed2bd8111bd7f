"""What a login could do so that nobody else gets on: locks, a full queue of notifications, words without end."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from tests.guarded import Department, by_sql


def limits(connection: psycopg.Connection[Any]) -> dict[str, str]:
    names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
    found = {}
    for name in names:
        row = connection.execute(f"SHOW {name}".encode()).fetchone()
        assert row is not None
        found[name] = row[0]
    return found


@pytest.mark.parametrize("who", ["rezaei", "yazdi", "sadeghi", "admin"])
def test_a_login_of_its_own_has_limits_of_time(department: Department, who: str) -> None:
    with department.sql(who) as psql:
        assert "0" not in limits(psql).values()


@pytest.mark.parametrize(
    "table", ["petition", "referral", "reply", "event", "person", "counter", "petition_text"]
)
def test_a_clerk_locks_no_table(department: Department, table: str) -> None:
    with department.sql("rezaei") as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute(f"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE".encode())


def test_a_full_queue_of_notifications_stops_nobody(department: Department) -> None:
    office = department.office
    petition = office.petition("متن", unit=office.books)
    with department.sql("sadeghi") as idle, department.sql("nouri") as flood:
        # Whoever listens and does not go on keeps the queue from being emptied.
        idle.execute("LISTEN anything")
        idle.execute("BEGIN; SELECT 1")
        with pytest.raises(psycopg.errors.ProgramLimitExceeded):
            notify_without_end(flood)
        services, rezaei = department.signed_in("rezaei")
        taken = services.desk.take(rezaei, petition.id, petition.version)
        assert taken.assignee_id == rezaei.person_id


def notify_without_end(flood: psycopg.Connection[Any]) -> None:
    for _ in range(200):
        flood.execute("SELECT pg_notify('anything', repeat('x', 7900))")


@pytest.mark.parametrize(
    ("words", "remarks"), [("x" * 1_100_000, {}), ("x", {"bulk": "x" * 30_000})], ids=["words", "remarks"]
)
def test_no_act_has_words_without_end(department: Department, words: str, remarks: dict[str, str]) -> None:
    office = department.office
    petition = office.petition("متن", unit=office.books)
    with department.sql("rezaei") as psql, pytest.raises(psycopg.errors.InvalidParameterValue):
        by_sql(psql, "note", petition.id, words=words, remarks=remarks)


def test_no_event_is_of_megabytes(department: Department) -> None:
    with department.sql("rezaei") as psql, pytest.raises(psycopg.errors.InvalidParameterValue):
        psql.execute(
            "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
            " VALUES ('list', 1, 1, now(), app.me(), 'مریم رضایی', 'list_exported', '{}', '{}', repeat('x', 9000000))"
        )


@pytest.mark.parametrize(
    ("item_type", "action"), [("person", "role_given"), ("anything", "note"), ("unit", "unit_changed")]
)
def test_no_event_is_of_what_there_is_not(department: Department, item_type: str, action: str) -> None:
    with department.sql("rezaei") as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute(
            "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
            " SELECT %s, app.me(), coalesce(max(sequence), 0) + 1, now(), app.me(), 'مریم رضایی', %s, '{}', '{}', ''"
            " FROM event WHERE item_type = %s AND item_id = app.me()",
            (item_type, action, item_type),
        )
