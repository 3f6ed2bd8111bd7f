"""Functions of the database by SQL: registering, numbers, odd arguments, search paths, the portal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import text

from desktop_app.office.numbering import written
from desktop_app.persian.digits import latin_digits
from desktop_app.persian.text import UNSEEN
from tests.clocks import server_year
from tests.guarded import Department, by_sql
from tests.security.refusing import items, refused

__all__ = ["items"]


def register_by_sql(clerk: psycopg.Connection[Any], number: int, **forged: object) -> str | None:
    """Registers a petition as the program does, with numbers and columns that the caller chooses."""
    given: dict[str, Any] = {
        "identity_key": f"by-sql-{number}", "tracking_code": f"{number:012}", "registry_year": server_year(),
        "registry_number": number, "kind": "request", "channel": "phone", "urgency": "normal", "subject": "x",
        "snippet": "x", "petitioner_name": "", "about": "", "received_at": "2026-11-20T08:00:00Z", "body": "x",
    }  # fmt: skip
    return by_sql(clerk, "registered", 0, **(given | forged))


def take_number(clerk: psycopg.Connection[Any]) -> int:
    """Takes the next registry number of this year."""
    [[number]] = clerk.execute("SELECT app.take_numbers('registry', %s, 1)", (server_year(),)).fetchall()
    return int(number)


def test_a_registry_number_is_neither_repeated_nor_skipped(
    guarded: Department, items: dict[str, int]
) -> None:
    last = 5
    for number in (1, last - 1, 0, -1):
        with guarded.sql("rezaei") as clerk, pytest.raises(psycopg.errors.IntegrityError):
            register_by_sql(clerk, number)
    # A number that was not taken from the counter would stop the registrations of everybody.
    with guarded.sql("rezaei") as clerk:
        assert [register_by_sql(clerk, number) for number in (last + 1, 500)] == ["out_of_range"] * 2
        with pytest.raises(psycopg.errors.IntegrityError), clerk.transaction():
            skip_a_number(clerk)


def skip_a_number(clerk: psycopg.Connection[Any]) -> None:
    clerk.execute("SELECT app.take_numbers('registry', %s, 2)", (server_year(),))
    register_by_sql(clerk, 7)


@pytest.mark.parametrize("years", [-2, 1, 95])
def test_nothing_is_registered_in_another_year(
    guarded: Department, items: dict[str, int], years: int
) -> None:
    # Shortly after Nowruz the last year still has numbers.
    year = server_year() + years
    with guarded.sql("rezaei") as clerk, clerk.transaction(force_rollback=True):
        clerk.execute("SELECT app.take_numbers('registry', %s, 1)", (year,))
        assert register_by_sql(clerk, 1, registry_year=year) == "out_of_range"


def test_a_number_that_is_taken_is_used(guarded: Department, items: dict[str, int]) -> None:
    with guarded.sql("rezaei") as clerk:
        assert "not used" in refused(clerk, "SELECT app.take_numbers('registry', 1405, 1)")


def test_a_letter_number_that_is_taken_stands_on_a_letter(guarded: Department, items: dict[str, int]) -> None:
    take = "SELECT app.take_numbers('letter', 1405, {})"
    with guarded.sql("rezaei") as clerk, guarded.sql("yazdi") as manager:
        assert "not used" in refused(clerk, take.format(1))
        assert "not used" in refused(manager, take.format(1))
        # None for later, and no series of one's own.
        for call in (take.format(0), take.format(2), "SELECT app.take_numbers('memo', 1405, 1)"):
            assert "no such numbers" in refused(manager, call)


@pytest.mark.parametrize(
    "pattern", ["{year}/{number}", "{number:05}-{yy}", "ن/{yy}/{number:03}", "۷ {year} ب {number}"]
)
@pytest.mark.parametrize("number", [7, 12345, 1234567])
def test_the_database_writes_numbers_as_the_program_does(
    guarded: Department, pattern: str, number: int
) -> None:
    with guarded.sql("mosharekat") as owner:
        found = owner.execute("SELECT app.number_written(%s, 1405, %s)", (pattern, number)).fetchone()
    assert found == (latin_digits(written(pattern, 1405, number)),)


def test_the_database_sees_no_words_where_nobody_does(guarded: Department) -> None:
    with guarded.sql("mosharekat") as owner:
        one = "SELECT app.looks_empty(%s)"
        assert owner.execute(one, (UNSEEN,)).fetchone() == owner.execute(one, (None,)).fetchone() == (True,)
        beside = owner.execute(
            "SELECT array_agg(n) FROM generate_series(1, 65535) n"
            " WHERE n NOT BETWEEN 55296 AND 57343 AND app.looks_empty(chr(n))"
        ).fetchone()
    assert beside == (sorted(map(ord, UNSEEN)),)


def test_a_petition_begins_at_its_beginning(guarded: Department, items: dict[str, int]) -> None:
    forged = {
        "status": "archived", "is_open": False, "version": 9, "assignee_id": 2, "outcome": "granted",
        "due_on": "2099-01-01", "registered_at": "2020-01-01T00:00:00Z", "resolved_at": "2020-01-01T00:00:00Z",
    }  # fmt: skip
    with guarded.sql("rezaei") as clerk, clerk.transaction(force_rollback=True):
        number = take_number(clerk)
        assert register_by_sql(clerk, number, **forged) is None
        clerk.execute("SET CONSTRAINTS ALL IMMEDIATE")
        made = clerk.execute(
            "SELECT status, is_open, version, assignee_id, outcome, due_on, resolved_at, registered_at > now() - "
            "interval '1 minute', (SELECT array_agg((e.sequence, e.action, e.actor_name)::text) FROM event e"
            " WHERE e.item_type = 'petition' AND e.item_id = p.id) FROM petition p WHERE registry_number = %s",
            (number,),
        ).fetchone()
    assert made == ("registered", True, 1, None, None, None, None, True, ['(1,registered,"مریم رضایی")'])


@pytest.mark.parametrize(
    ("who", "forged", "rule"),
    [
        ("rezaei", {"kind": "order"}, "out_of_range"),
        ("rezaei", {"channel": None}, "out_of_range"),
        ("rezaei", {"unit_id": 4711}, "not_there_any_more"),
        ("rezaei", {"rule_id": 4711}, "not_there_any_more"),
        ("sadeghi", {}, "not_your_role"),
    ],
)
def test_a_petition_is_registered_with_what_there_is_and_by_the_desk(
    guarded: Department, items: dict[str, int], who: str, forged: dict[str, object], rule: str
) -> None:
    with guarded.sql(who) as connection, connection.transaction(force_rollback=True):
        if who == "rezaei":
            take_number(connection)
        assert register_by_sql(connection, 6 if who == "rezaei" else 5, **forged) == rule


@pytest.mark.parametrize(
    "call",
    [
        "SELECT app.take_numbers(NULL, NULL, NULL)",
        "SELECT app.take_numbers('registry', 1405, -1)",
        "SELECT app.take_numbers('registry', 1405, 2147483647)",
        "SELECT app.take_numbers('x''; DROP TABLE petition; --', 1405, 1)",
        "SELECT app.take_numbers('registry', -5, 1)",
        "SELECT app.search('a', -1, 1000)",
        "SELECT app.guard_new_petition()",
        "SELECT app.check_register()",
        "SELECT app.guard_event()",
    ],
)
def test_functions_take_odd_arguments_without_harm(
    guarded: Department, items: dict[str, int], call: str
) -> None:
    with guarded.sql("rezaei") as clerk:
        refused(clerk, call)
        assert clerk.execute("SELECT count(*) FROM petition").fetchone() == (4,)


def test_a_hostile_search_path_deceives_no_function(guarded: Department, items: dict[str, int]) -> None:
    with guarded.sql("rezaei") as clerk:
        clerk.execute("SET search_path = pg_temp, app, public, pg_catalog")
        me = clerk.execute("SELECT app.me()").fetchone()
        assert (
            clerk.execute("SELECT id FROM public.petition WHERE id = %s", (items["music"],)).fetchall() == []
        )
        said = by_sql(clerk, "close", items["own_complaint"], words="x", outcome="withdrawn")
        assert said == "complaint_never_by_assignee"
        clerk.execute("SET search_path = ''")
        assert clerk.execute("SELECT app.me()").fetchone() == me
        assert clerk.execute("SELECT app.search('کنسرت', 10, 1000)").fetchall() == []


def test_every_function_that_acts_for_its_owner_has_a_fixed_search_path(guarded: Department) -> None:
    with guarded.sql("mosharekat") as owner:
        loose = owner.execute(
            "SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            " WHERE n.nspname IN ('app', 'public') AND p.prosecdef"
            " AND NOT EXISTS (SELECT 1 FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%pg_temp')"
        ).fetchall()
        assert loose == []


def test_nobody_numbers_rows_or_takes_numbers_ahead(guarded: Department) -> None:
    numbered = (
        "SELECT c.table_name, g.rolname FROM information_schema.columns c, pg_roles g WHERE c.table_schema = 'public'"
        " AND c.is_identity = 'YES' AND g.rolname LIKE 'mosharekat\\_%'"
        " AND has_column_privilege(g.rolname, c.table_name, c.column_name, 'INSERT')"
    )
    sequences = (
        "SELECT s.relname, g.rolname FROM pg_class s, pg_roles g WHERE s.relkind = 'S'"
        " AND g.rolname LIKE 'mosharekat\\_%' AND has_sequence_privilege(g.rolname, s.oid, 'USAGE, SELECT, UPDATE')"
    )
    with guarded.owner.database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM pg_class WHERE relkind = 'S'")).scalar_one() > 40
        assert session.execute(text(numbered)).all() == []
        assert session.execute(text(sequences)).all() == []


class TestThePortal:
    """The portal hands in and reads nothing."""

    @pytest.fixture
    def portal(self, guarded: Department) -> Iterator[psycopg.Connection[object]]:
        with guarded.sql("portal_of_the_office", "portal-words-1405") as psql:
            yield psql

    def test_it_hands_in(self, portal: psycopg.Connection[object]) -> None:
        portal.execute(
            "INSERT INTO intake_submission (channel, external_id, received_at, payload)"
            " VALUES ('portal', 'P-1', now(), '{\"text\": \"متن\"}')"
        )
        portal.close()

    @pytest.mark.parametrize(
        "act",
        [
            "SELECT * FROM intake_submission",
            "UPDATE intake_submission SET payload = '{}'",
            "DELETE FROM intake_submission",
            "INSERT INTO intake_submission (channel, payload, state) VALUES ('portal', '{}', 'done')",
            "INSERT INTO intake_submission (channel, payload) VALUES ('portal', '{}') RETURNING id",
            "SELECT * FROM petition",
            "SELECT * FROM person",
            "SELECT * FROM setting",
            "SELECT * FROM public_comment",
            "SELECT app.search('a', 1, 1000)",
            "SELECT app.me()",
            "SELECT app.sync_account(1)",
            "INSERT INTO event VALUES (1)",
            "CREATE TEMP TABLE x (id int)",
        ],
    )
    def test_it_does_nothing_else(self, portal: psycopg.Connection[object], act: str) -> None:
        with pytest.raises(errors.InsufficientPrivilege):
            portal.execute(act.encode())
        portal.close()


@pytest.mark.parametrize("function", ["append_event", "append_reading_event"])
@pytest.mark.parametrize("who", ["rezaei", "yazdi", "admin"])
def test_nobody_appends_events_past_the_functions_that_read(
    guarded: Department, who: str, function: str
) -> None:
    call = f"SELECT app.{function}('petition', 'note', '{{}}', 1, 'x', now())"
    if function == "append_event":
        call = f"SELECT app.{function}('petition', 1, 'note', '{{}}', 1, 'x', now())"
    with guarded.sql(who) as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute(call.encode())
