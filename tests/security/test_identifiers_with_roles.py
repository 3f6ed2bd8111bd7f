"""Identifiers of petitioners: who reads them with an own login and plain SQL, and what the history says of it."""

from __future__ import annotations

import json
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from desktop_app.database.audit import history
from desktop_app.database.search import matching_ids
from desktop_app.database.verification import verify
from desktop_app.errors import RuleError
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.follow_ups.auto_intake import AutoIntake
from desktop_app.petitions.lists.filters import ListFilter, Scope
from desktop_app.petitions.registration.correction import Correction
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.guarded import Department, by_sql
from tests.petitions.outbox.sending import switch_on
from tests.security.identifiers import (
    EMAIL,
    KNOWN,
    MOBILE,
    NATIONAL_ID,
    ONLY_ADMINISTRATOR,
    READ,
    add_administrator,
    by_text_message,
    found_by,
)

GIVEN = "SELECT national_id, mobile, email FROM app.identities(ARRAY[{}])"


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
