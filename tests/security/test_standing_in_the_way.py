"""What a login could do so that nobody else gets on: locks, a full queue of notifications, words without end."""

from __future__ import annotations

from typing import Any, Final

import psycopg
import pytest
from sqlalchemy import make_url, text

from desktop_app.database.engine import Database
from desktop_app.database.rights import apply
from desktop_app.database.rights.server import close_doors, open_doors
from desktop_app.errors import BusyError
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


_HOLDS_LOCKS: Final = (
    "BEGIN; INSERT INTO presence (client, person_id, person_name, item_type, item_id, doing, at)"
    " VALUES ('psql', app.me(), 'x', 'petition', 1, 'looking', now())"
)


def test_a_session_that_holds_locks_for_long_is_ended_and_the_history_tells(department: Department) -> None:
    """A login may take its own limits of time off."""
    with department.sql("rezaei") as blocking, department.sql("yazdi") as colleague:
        blocking.execute("SET idle_in_transaction_session_timeout = 0")
        blocking.execute(_HOLDS_LOCKS)
        assert colleague.execute("SELECT app.end_blocking_sessions()").fetchone() == (0,)
        assert end_sessions(department) == 1
        with pytest.raises(psycopg.OperationalError):
            blocking.execute("SELECT 1")
    with department.sql("admin") as admin:
        found = admin.execute("SELECT item_id, actor_name FROM event WHERE action = 'session_ended'")
        assert found.fetchall() == [(department.office.clerk.person_id, "mosharekat")]


def test_who_only_reads_is_left_alone_and_nobody_chooses_the_time(department: Department) -> None:
    with department.sql("rezaei") as reading:
        reading.execute("BEGIN; SELECT count(*) FROM petition")
        assert end_sessions(department) == 0
        reading.execute("COMMIT")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            reading.execute("SELECT app.end_sessions('0', '0')")


def test_who_waits_in_vain_has_the_other_session_ended(department: Department) -> None:
    office = department.office
    petition = office.petition("متن", unit=office.books)
    services, rezaei = department.signed_in("rezaei")
    blocking = department.sql("yazdi")
    with department.owner.database.writing() as owner:
        owner.execute(
            text(
                "CREATE OR REPLACE FUNCTION app.end_blocking_sessions() RETURNS integer LANGUAGE sql SECURITY DEFINER"
                " AS $$ SELECT app.end_sessions('0', '0') $$"
            )
        )
    blocking.execute("BEGIN")
    by_sql(blocking, "note", petition.id, words="یادداشت")
    with pytest.raises(BusyError):
        services.desk.take(rezaei, petition.id, petition.version)
    taken = services.desk.take(rezaei, petition.id, petition.version)
    assert taken.assignee_id == rezaei.person_id
    blocking.close()


def end_sessions(department: Department) -> int:
    with department.owner.database.writing() as owner:
        return int(owner.execute(text("SELECT app.end_sessions('0', '0')")).scalar_one())


def test_a_superuser_closes_what_the_server_gives_to_everybody(department: Department) -> None:
    owner = department.owner.database
    every = ("large_objects", "advisory_locks", "temporary_files")
    # The owner is no superuser.
    assert close_doors(owner) == every
    superuser = Database(make_url(department.url).set(username="postgres", password=None).render_as_string())
    try:
        assert close_doors(superuser) == ()
    finally:
        superuser.close()
    with owner.reading() as session:
        assert open_doors(session) == ()
    with department.sql("rezaei") as psql:
        assert limits_of_files(psql) == "4GB"
        for call in (
            "lo_create(0)",
            "lo_from_bytea(0, 'x')",
            "pg_advisory_lock(1)",
            "pg_try_advisory_lock(1, 2)",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(f"SELECT {call}".encode())
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute("SET temp_file_limit = -1")
    # The program itself still works, and prepares the rights again.
    with owner.writing() as session:
        apply(session.connection())
    assert department.office.petition("متن").tracking_code


def limits_of_files(psql: psycopg.Connection[Any]) -> str:
    row = psql.execute("SHOW temp_file_limit").fetchone()
    assert row is not None
    return str(row[0])
