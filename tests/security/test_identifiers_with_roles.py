"""Identifiers of petitioners: who reads them with an own login and plain SQL, and what the history says of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import text

from desktop_app.database.audit import history
from desktop_app.database.number_keys import make_number_keys
from desktop_app.database.search import matching_ids
from desktop_app.database.verification import verify
from desktop_app.errors import RuleError
from desktop_app.people.look_ups import MOST_MISSES
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.follow_ups.auto_intake import AutoIntake
from desktop_app.petitions.lists.filters import ListFilter, Scope
from desktop_app.petitions.registration.correction import Correction
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.staff.roles import Membership, Role
from tests.department import add_person
from tests.guarded import Department, by_sql
from tests.petitions.outbox.sending import switch_on

MOBILE = "09124567801"
NATIONAL_ID = "0499370899"
EMAIL = "maryam.kazemi@example.ir"
KNOWN = (MOBILE, NATIONAL_ID, EMAIL)
#: An administrator without another role; the first one of an office is also its manager.
ONLY_ADMINISTRATOR = "zarei"
READ = "SELECT app.read_identities(ARRAY[{}], '', 1, 'x', NULL)"
GIVEN = "SELECT national_id, mobile, email FROM app.identities(ARRAY[{}])"


def by_text_message(department: Department) -> int:
    """A text message to the book unit, from the planted number."""
    contact = Contact("مریم کاظمی", NATIONAL_ID, MOBILE, EMAIL)
    new = NewPetition(
        Kind.REQUEST, Channel.SMS, "پروانه نشر", "پروانه", contact, unit_id=department.office.books.id
    )
    return department.owner.register.register(department.office.pc, new).id


def add_administrator(department: Department) -> None:
    role = frozenset({Membership(Role.ADMINISTRATOR, None)})
    add_person(department.owner, department.office.administrator, "ژاله زارعی", ONLY_ADMINISTRATOR, role)


def readable(psql: psycopg.Connection[Any]) -> list[tuple[str, str]]:
    """Returns the columns of text and JSON that the login may read."""
    return psql.execute(
        "SELECT c.table_name::text, c.column_name::text FROM information_schema.columns c"
        " WHERE c.table_schema = 'public' AND c.data_type IN ('text', 'character varying', 'json', 'jsonb',"
        " 'tsvector', 'bytea', 'ARRAY')"
        " AND has_column_privilege(format('public.%I', c.table_name), c.column_name, 'SELECT')"
    ).fetchall()


def found_by(psql: psycopg.Connection[Any]) -> set[str]:
    """Returns the columns in which the login finds a planted identifier."""
    found = set()
    for table, column in readable(psql):
        condition = " OR ".join(f"\"{column}\"::text LIKE '%{one}%'" for one in KNOWN)
        if psql.execute(f'SELECT 1 FROM "{table}" WHERE {condition} LIMIT 1'.encode()).fetchone():
            found.add(f"{table}.{column}")
    return found


def test_no_table_shows_an_identifier_to_any_login(department: Department, tmp_path: Path) -> None:
    switch_on(department.office)
    number = by_text_message(department)
    clerk, rezaei = department.signed_in("rezaei")
    detail = clerk.desk.open(rezaei, number)
    assert (detail.mobile, detail.national_id, detail.email) == (MOBILE, NATIONAL_ID, EMAIL)
    clerk.desk.take(rezaei, number, detail.version)
    manager, yazdi = department.signed_in("yazdi")
    assert manager.delivery.write(yazdi, tmp_path).count > 0
    assert clerk.register.caller(rezaei, MOBILE) is not None
    clerk.list_files.petitions(rezaei, ListFilter(scope=Scope.ANY), tmp_path / "list.csv")
    manager.corrections.correct(yazdi, 1, Correction("درخواست خودش", "مریم ناظمی"))
    again = NewPetition(
        Kind.REQUEST, Channel.SMS, f"پیگیری {detail.tracking_code}", contact=Contact(mobile=MOBILE)
    )
    AutoIntake(department.owner.database).take_in(department.office.pc, [again])
    with department.owner.database.writing() as session:
        session.execute(
            text(
                "INSERT INTO intake_submission (channel, external_id, payload, state, item_type, item_id) VALUES"
                " ('portal', 'P-1', CAST(:payload AS json), 'done', 'petition', :number)"
            ),
            {"payload": json.dumps({"mobile": MOBILE}), "number": number},
        )
    add_administrator(department)
    for name in ("amini", "sharifi", "sadeghi", ONLY_ADMINISTRATOR, "rezaei", "nouri", "yazdi"):
        with department.sql(name) as psql:
            assert found_by(psql) == set(), name
    assert verify(department.owner.database).ok


def test_reading_leaves_exactly_one_event_a_day(department: Department) -> None:
    number = by_text_message(department)
    clerk, rezaei = department.signed_in("rezaei")
    colleague, nouri = department.signed_in("nouri")
    for _ in range(2):
        assert clerk.desk.open(rezaei, number).mobile == MOBILE
        assert clerk.desk.peek(rezaei, number).national_id == NATIONAL_ID
        assert clerk.desk.reveal(rezaei, number).email == EMAIL
    # Another program of the same person knows of no earlier reading.
    again, same = department.signed_in("rezaei")
    assert not again.desk.peek(same, number).masked
    assert not again.desk.open(same, number).masked
    assert colleague.desk.peek(nouri, number).mobile == MOBILE
    with department.owner.database.reading() as session:
        told = history(session, "reading", number)
        assert [(event.action, event.actor_name) for event in told] == [
            ("revealed", rezaei.name), ("revealed", nouri.name),
        ]  # fmt: skip
        assert not any(one in repr(told) for one in KNOWN)
    assert verify(department.owner.database).ok


def test_a_reading_that_is_rolled_back_has_read_nothing(department: Department) -> None:
    number = by_text_message(department)
    noted = (READ, "SELECT app.open_petition({}, 1, 'x', NULL)")
    for note in noted:
        with department.sql("rezaei") as psql:
            psql.execute("BEGIN")
            psql.execute(note.format(number).encode())
            assert psql.execute(GIVEN.format(number).encode()).fetchall() == []
            psql.execute("ROLLBACK")
            psql.execute("BEGIN")
            psql.execute("SAVEPOINT one")
            psql.execute(note.format(number).encode())
            psql.execute("RELEASE SAVEPOINT one")
            assert psql.execute(GIVEN.format(number).encode()).fetchall() == []
            psql.execute("ROLLBACK")
            assert psql.execute(GIVEN.format(number).encode()).fetchall() == []
    with department.sql("rezaei") as psql:
        psql.execute(READ.format(number).encode())
        assert psql.execute(GIVEN.format(number).encode()).fetchall() == [(NATIONAL_ID, MOBILE, EMAIL)]
    with department.owner.database.reading() as session:
        assert len(history(session, "reading", number)) == 1


@pytest.mark.parametrize("name", ["amini", "sharifi", "sadeghi", ONLY_ADMINISTRATOR, "yazdi"])
def test_whoever_does_not_work_on_it_reads_nothing(department: Department, name: str) -> None:
    number = by_text_message(department)
    add_administrator(department)
    with department.sql(name) as psql:
        assert psql.execute(READ.format(number).encode()).fetchone() == (0,)
        assert psql.execute(GIVEN.format(number).encode()).fetchall() == []
        for table in ("petitioner_identity", "outbox_address", "number_secret", "petition_search"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(f"SELECT * FROM {table}".encode())
        # A manager of the office reveals them, which the petition's history tells.
        revealed = by_sql(psql, "revealed", number)
        assert (revealed is None) == (name == "yazdi")
        known = psql.execute(GIVEN.format(number).encode()).fetchall()
        assert known == ([(NATIONAL_ID, MOBILE, EMAIL)] if name == "yazdi" else [])


@pytest.mark.parametrize("name", ["rezaei", "amini", "sharifi", "yazdi", "sadeghi", "admin"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE petitioner SET name = 'x'",
        "UPDATE petitioner SET masked_mobile = ''",
        "UPDATE petitioner_identity SET mobile = NULL",
        "UPDATE petitioner_identity SET national_id = '0350000000'",
        "DELETE FROM petitioner_identity",
        "INSERT INTO petitioner (name, name_key, \"group\", created_at) VALUES ('x', 'x', 'citizen', now())",
        "INSERT INTO petitioner_identity (petitioner_id, mobile) VALUES (1, '09350000000')",
        "UPDATE outbox_address SET address = 'x'",
        "UPDATE outbox_message SET address = 'x'",
        "DELETE FROM number_secret",
        "SELECT app.number_key('09124567801')",
        "SELECT app.read_since(ARRAY[1], 1, now(), false, true)",
        "SELECT app.mask_identity(1)",
        "SELECT app.append_reading(1, 1, 'x', now())",
    ],
)
def test_nobody_writes_past_the_functions(guarded: Department, name: str, statement: str) -> None:
    with guarded.sql(name) as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute(statement.encode())


@pytest.mark.parametrize("kind", ["reading", "readings", "look_up", "look_ups"])
def test_nobody_writes_events_of_readings(guarded: Department, kind: str) -> None:
    with guarded.sql("rezaei") as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute(
            "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
            " SELECT %s, app.me(), 1, now(), app.me(), p.full_name, 'revealed', '{}', '{\"petitions\": [1]}', ''"
            " FROM person p WHERE p.id = app.me()",
            (kind,),
        )


def test_a_known_person_is_completed_and_not_overwritten(department: Department) -> None:
    by_text_message(department)
    contact = {
        "name": "x",
        "name_key": "x",
        "group": "citizen",
        "national_id": NATIONAL_ID,
        "mobile": "09350000000",
    }
    with department.sql("amini") as psql:
        psql.execute("SELECT app.ask(ARRAY[%s, '09350000000'])", (NATIONAL_ID,))
        psql.execute(
            "SELECT app.recognise(%s, 1, 'x', now())", (json.dumps([contact, contact | {"email": "x@y.ir"}]),)
        )
    with department.owner.database.reading() as session:
        stored = session.execute(text("SELECT national_id, mobile, email FROM petitioner_identity")).all()
    assert [tuple(row) for row in stored] == [(NATIONAL_ID, MOBILE, EMAIL)]


def test_what_is_added_to_a_known_person_leaves_an_event_and_nobody_is_added_alone(
    department: Department,
) -> None:
    by_text_message(department)
    with department.owner.database.writing() as session:
        session.execute(text("UPDATE petitioner_identity SET email = NULL"))
    _, amini = department.signed_in("amini")
    known = {"name": "x", "name_key": "x", "group": "citizen", "national_id": NATIONAL_ID, "email": "x@y.ir"}
    recognise = "SELECT app.recognise(%s, 1, 'x', now())"
    with department.sql("amini") as psql:
        psql.execute("SELECT app.ask(ARRAY[%s])", (NATIONAL_ID,))
        for _ in range(2):
            assert psql.execute(recognise, (json.dumps([known]),)).fetchone() == ([1],)
        with pytest.raises(psycopg.errors.IntegrityError, match="with a petition"):
            psql.execute(
                recognise, (json.dumps([{"name": "x", "name_key": "x", "group": "", "email": "a@b.ir"}]),)
            )
    with department.owner.database.reading() as session:
        [event] = history(session, "petitioner", 1)
        assert session.execute(text("SELECT count(*) FROM petitioner")).scalar_one() == 1
    assert (event.action, event.actor_id, event.actor_name) == (
        "petitioner_completed", amini.person_id, amini.name,
    )  # fmt: skip
    assert event.after == {"fields": ["email"]}


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


def test_a_correction_tells_what_stood_there_before(department: Department) -> None:
    number = by_text_message(department)
    asked = {
        "name": "",
        "mobile": "09350000001",
        "reason": "x",
        "seen": "مریم کاظمی",
        "key": "x",
        "terms": {},
    }
    asked |= {
        "before": {"mobile": "a lie"},
        "after": {"mobile": "a lie"},
        "further": {},
        "old": [],
        "new": [],
    }
    call = "SELECT app.correct_petitioner(1, %s)"
    for name in ("rezaei", "sharifi", "sadeghi"):
        with department.sql(name) as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute(call, (json.dumps(asked),))
    with department.sql("yazdi") as psql:
        psql.execute("SELECT app.ask(ARRAY['09350000001'])")
        assert psql.execute(call, (json.dumps(asked | {"seen": "another"}),)).fetchone() == (-2,)
        assert psql.execute(call, (json.dumps(asked),)).fetchone() == (1,)
        assert psql.execute(call, (json.dumps(asked),)).fetchone() == (-1,)
    with department.owner.database.reading() as session:
        event = history(session, "petition", number)[-1]
        assert (event.before, event.after) == ({"mobile": "••••••••801"}, {"mobile": "••••••••001"})
        assert matching_ids(session, MOBILE) == []
        assert matching_ids(session, "09350000001") == matching_ids(session, NATIONAL_ID) == [number]
    assert verify(department.owner.database).ok


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


def test_a_correction_answers_only_about_what_was_asked(department: Department) -> None:
    by_text_message(department)
    call = "SELECT app.correct_petitioner(1, %s)"
    given = {
        "reason": "x",
        "seen": "مریم کاظمی",
        "key": "x",
        "terms": {},
        "further": {},
        "old": [],
        "new": [],
    }
    for field, value in (("mobile", MOBILE), ("national_id", NATIONAL_ID), ("email", EMAIL.upper())):
        asked = json.dumps(given | {field: value})
        with department.sql("yazdi") as psql:
            for one in (
                asked,
                json.dumps(given | {field: value[::-1] if field == "email" else value[:-1] + "9"}),
            ):
                psql.execute("BEGIN")
                psql.execute("SELECT app.ask(ARRAY[%s])", (value,))
                with pytest.raises(psycopg.errors.InsufficientPrivilege, match="asked about"):
                    psql.execute(call, (one,))
                psql.execute("ROLLBACK")
            psql.execute("SELECT app.ask(ARRAY[%s])", (value,))
            if field != "email":
                assert psql.execute(call, (asked,)).fetchone() == (-1,)
    services, yazdi = department.signed_in("yazdi")
    with pytest.raises(RuleError):
        services.corrections.correct(yazdi, 1, Correction("x", email=EMAIL))


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
    with department.owner.database.writing() as session:
        session.execute(text("DELETE FROM petition_search"))
    number = by_text_message(department)
    with department.owner.database.writing() as session:
        session.execute(text("DELETE FROM petition_search"))
    index = "SELECT app.index_petitions(ARRAY[CAST(%s AS bigint)], ARRAY['x'], ARRAY[%s])"
    with department.sql("rezaei") as psql:
        for numbers in ("09350000003", f"09350000003 {MOBILE}"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="asked about"):
                psql.execute(index, (number, numbers))
        psql.execute("SELECT app.ask(ARRAY['09350000003'])")
        psql.execute(index, (number, "09350000003"))
        assert psql.execute("SELECT app.search('''09350000003''', 10, 1000)").fetchall() == [(number,)]


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
