"""Identifiers are searched as a whole, within reach and never by trying, with an own login and plain SQL."""

from __future__ import annotations

import json
from typing import Any

import psycopg
import pytest
from sqlalchemy import text

from desktop_app.database.audit import history
from desktop_app.database.number_keys import make_number_keys
from desktop_app.database.search import matching_ids
from desktop_app.errors import RuleError
from desktop_app.people.look_ups import MOST_MISSES
from desktop_app.petitions.lists.filters import ListFilter, Scope
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.guarded import Department
from tests.security.identifiers import MOBILE, NATIONAL_ID, by_text_message
from tests.security.test_functions_by_sql import register_by_sql, take_number


def test_probing_for_numbers_is_counted_refused_and_told(department: Department) -> None:
    by_text_message(department)
    clerk, amini = department.signed_in("amini")
    look_up = "SELECT app.look_up(%s, 1, 'x', NULL)"
    with department.sql("amini") as psql:
        # A look-up that is rolled back is not answered.
        psql.execute("BEGIN")
        psql.execute(look_up, (MOBILE,))
        assert psql.execute("SELECT app.looked_up(%s)", (MOBILE,)).fetchall() == []
        psql.execute("ROLLBACK")
        assert psql.execute("SELECT app.looked_up(%s)", (MOBILE,)).fetchall() == []
        for number in range(MOST_MISSES):
            assert psql.execute(look_up, (f"0935{number:07}",)).fetchone() == (True,)
        assert psql.execute(look_up, (MOBILE,)).fetchone() == (False,)
        assert psql.execute("SELECT app.looked_up(%s)", (MOBILE,)).fetchall() == []
    with pytest.raises(RuleError) as caught:
        clerk.register.caller(amini, MOBILE)
    assert caught.value.parameters["rule"] == "too_many_look_ups"
    # Who works on it is not hindered by a colleague.
    colleague, rezaei = department.signed_in("rezaei")
    known = colleague.register.caller(rezaei, NATIONAL_ID)
    assert known is not None
    assert (known.mobile, known.masked) == (MOBILE, False)
    assert amini.person_id is not None
    with department.owner.database.reading() as session:
        told = history(session, "look_up", amini.person_id)
    assert [event.after["refused"] for event in told] == [False] * MOST_MISSES + [True, True]
    assert told[-1].after["misses"] == MOST_MISSES
    assert not any(MOBILE in repr(event) for event in told)


def test_every_key_of_a_number_is_one_word_of_search(guarded: Department) -> None:
    with guarded.owner.database.writing() as session:
        key = make_number_keys(session)
        made = [key(f"0912{number:07}") for number in range(2000)]
        same = session.execute(
            text("SELECT app.number_keys(:numbers)"),
            {"numbers": [f"0912{number:07}" for number in range(2000)]},
        ).scalar_one()
        split = session.execute(
            text(
                "SELECT k FROM unnest(CAST(:keys AS text[])) k"
                " WHERE numnode(to_tsquery('simple', quote_literal(k))) <> 1"
            ),
            {"keys": made},
        ).all()
    assert same == made
    assert split == []


def test_a_number_is_found_as_a_whole_and_within_reach(department: Department) -> None:
    number = by_text_message(department)
    clerk, rezaei = department.signed_in("rezaei")
    other, amini = department.signed_in("amini")
    for services, actor, found in ((clerk, rezaei, [number]), (other, amini, [])):
        for query in (MOBILE, NATIONAL_ID, "۰۹۱۲۴۵۶۷۸۰۱"):
            wanted = ListFilter(scope=Scope.ANY, query=query)
            assert [row.id for row in services.inbox.find(actor, wanted, 5)[1]] == found
        with services.database.reading() as session:
            assert matching_ids(session, MOBILE[:-1]) == []


def test_no_transaction_that_can_be_rolled_back_shows_a_key(department: Department) -> None:
    by_text_message(department)
    seen = "SELECT count(*) FROM event WHERE item_type IN ('look_up', 'look_ups') AND actor_id = app.me()"
    for ask in ("SELECT app.ask(ARRAY[%s])", "SELECT app.look_up(%s, 1, 'x', NULL)"):
        for name in ("amini", "yazdi"):
            with department.sql(name) as psql:
                [[before]] = psql.execute(seen.encode()).fetchall()
                psql.execute("BEGIN")
                psql.execute(ask.encode(), (NATIONAL_ID,))
                assert psql.execute(seen.encode()).fetchall() == [(before,)]
                psql.execute("ROLLBACK")
                psql.execute(ask.encode(), (NATIONAL_ID,))
                assert psql.execute(seen.encode()).fetchall() == [(before + 1,)]


def test_a_key_is_no_word_to_search_for(department: Department) -> None:
    number = by_text_message(department)
    with department.owner.database.writing() as session:
        key = make_number_keys(session)(MOBILE)
    with department.sql("rezaei") as psql:
        search = "SELECT app.search(%s, 10, 1000)"
        for asked in (f"'{key}'", key, key.upper(), f"'{key}':*", f"!'{key}'", f"'x' | '{key}':A"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(search, (asked,))
        for length in range(6, 40):
            for asked in (f"'{key[:length]}':*", f"{key[:length]}:*A", f"'{key[:length]}'"):
                assert psql.execute(search, (asked,)).fetchall() == [], asked
        # Words that look alike are found, by their beginning too.
        psql.execute("BEGIN")
        assert psql.execute(search, ("'پرو':*",)).fetchall() == [(number,)]
        assert psql.execute(search, ("'kebab':*",)).fetchall() == []
        assert psql.execute(search, (f"'{MOBILE}'",)).fetchall() == []
        psql.execute("ROLLBACK")
        psql.execute("SELECT app.ask(ARRAY[%s])", (MOBILE,))
        assert psql.execute(search, (f"'{MOBILE}':*",)).fetchall() == [(number,)]


def test_what_was_not_asked_about_is_not_indexed(department: Department) -> None:
    by_text_message(department)
    index = "SELECT app.index_petitions(ARRAY[CAST(%s AS bigint)], ARRAY['x'], ARRAY[%s])"
    with department.sql("rezaei") as psql:
        for numbers in ("09350000003", f"09350000003 {MOBILE}"):
            with psql.transaction(force_rollback=True):
                number = registered_now(psql)
                with pytest.raises(psycopg.errors.InsufficientPrivilege, match="asked about"):
                    psql.execute(index, (number, numbers))
        psql.execute("SELECT app.ask(ARRAY['09350000003'])")
        with psql.transaction(force_rollback=True):
            number = registered_now(psql)
            psql.execute(index, (number, "09350000003"))
            assert psql.execute("SELECT app.search('''09350000003''', 10, 1000)").fetchall() == [(number,)]


def registered_now(psql: psycopg.Connection[Any]) -> int:
    """Registers a petition by SQL in the open transaction, which is not in the index yet; returns its id."""
    assert register_by_sql(psql, take_number(psql)) is None
    [[made]] = psql.execute("SELECT max(id) FROM petition").fetchall()
    return int(made)


def test_nobody_indexes_what_they_did_not_register(department: Department) -> None:
    hidden = department.office.registered("متن", unit=department.office.books)
    with department.sql("amini") as psql:
        for words in ("NULL", "'x'"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege) as caught:
                psql.execute(
                    f"SELECT app.index_petitions(ARRAY[{hidden}]::bigint[], ARRAY[{words}], NULL)".encode()
                )
            # Nothing of the row, which says whose the petition is.
            assert caught.value.diag.message_detail is None


def test_a_search_among_large_ids_does_not_overflow(department: Department) -> None:
    with department.owner.database.writing() as session:
        session.execute(text("SELECT setval(pg_get_serial_sequence('petition', 'id'), 4000000000000000000)"))
    many = [NewPetition(Kind.REQUEST, Channel.PHONE, f"پروانه {one}") for one in range(40)]
    assert None not in department.owner.register.register_many(department.office.pc, many)
    with department.sql("yazdi") as psql:
        found = psql.execute("SELECT app.search('''پروانه''', 1000, 9223372036854775807)").fetchall()
    assert len(found) == 40


def test_a_transaction_that_is_kept_open_goes_on_answering_no_longer(department: Department) -> None:
    by_text_message(department)
    with department.sql("amini") as psql:
        psql.execute("SELECT app.ask(ARRAY[%s])", (NATIONAL_ID,))
        with department.owner.database.writing() as session:
            session.execute(text("UPDATE asked_key SET at = clock_timestamp() - interval '59 min 58 s'"))
            session.execute(
                text(
                    "SELECT app.look_up(:number, id, full_name, clock_timestamp() - interval '59 min 58 s')"
                    " FROM person WHERE username = 'amini'"
                ),
                {"number": MOBILE},
            )
        contact = json.dumps([{"name": "x", "name_key": "x", "group": "citizen", "national_id": NATIONAL_ID}])
        psql.execute("BEGIN")
        assert psql.execute("SELECT app.looked_up(%s)", (MOBILE,)).fetchall() == [(1,)]
        psql.execute("SELECT app.recognise(%s, NULL, NULL, now())", (contact,))
        psql.execute("SELECT pg_sleep(2)")
        assert psql.execute("SELECT app.looked_up(%s)", (MOBILE,)).fetchall() == []
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="asked about"):
            psql.execute("SELECT app.recognise(%s, NULL, NULL, now())", (contact,))


def test_many_look_ups_in_one_transaction_are_refused_whosever_the_numbers_are(
    department: Department,
) -> None:
    by_text_message(department)
    look_up = "SELECT app.look_up(%s, 1, 'x', NULL)"
    with department.sql("amini") as psql:
        psql.execute("BEGIN")
        for number in (MOBILE, NATIONAL_ID, *(f"0935{one:07}" for one in range(MOST_MISSES - 2))):
            assert psql.execute(look_up, (number,)).fetchone() == (True,)
        assert psql.execute(look_up, ("09359999999",)).fetchone() == (False,)
        psql.execute("COMMIT")
        # Two of them were somebody's.
        assert psql.execute(look_up, ("09359999998",)).fetchone() == (True,)
        assert psql.execute(look_up, ("09359999997",)).fetchone() == (True,)
        assert psql.execute(look_up, ("09359999996",)).fetchone() == (False,)
