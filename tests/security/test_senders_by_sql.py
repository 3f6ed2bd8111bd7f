"""Numbers of those who write: keys of rows, senders of further texts and of comments.

What a person with an own login and plain SQL reads of them, and what the history says of it.
"""

from __future__ import annotations

import json
from typing import Any

import psycopg
import pytest
from sqlalchemy import text

from desktop_app.clock import FixedClock
from desktop_app.database.audit import history
from desktop_app.database.number_keys import make_number_keys
from desktop_app.database.verification import verify
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.comments.service import identity_key as key_of_comment
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.follow_ups.auto_intake import AutoIntake
from desktop_app.petitions.lists.filters import ListFilter, Scope
from desktop_app.petitions.registration.register import NewPetition, identity_key
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.clocks import server_now, server_year
from tests.guarded import Department, by_sql
from tests.instruments.consulting import Consultation
from tests.intake.staged import hand_in
from tests.security.identifiers import EMAIL, MOBILE, NATIONAL_ID, READ, found_by
from tests.security.senders import CALL, STAFF, matched, registered

ASK = "SELECT app.ask(%s)"
MESSAGES = "SELECT message, sender FROM app.message_senders(ARRAY[{}])"
SENDERS = "SELECT comment, sender FROM app.comment_senders(ARRAY[{}])"


def written_again(department: Department) -> tuple[int, int]:
    """A petition of the book unit that names nobody, and a further text from the planted number."""
    new = NewPetition(Kind.REQUEST, Channel.PHONE, "بی‌نام", "بی‌نام", unit_id=department.office.books.id)
    made = department.owner.register.register(department.office.pc, new)
    again = NewPetition(
        Kind.REQUEST, Channel.SMS, f"پیگیری {made.tracking_code}", contact=Contact(mobile=MOBILE)
    )
    [came] = AutoIntake(department.owner.database).take_in(department.office.pc, [again])
    assert came.joined is not None
    return made.id, came.joined.message_id


@pytest.fixture
def one(department: Department) -> Consultation:
    """An open consultation of the book unit with a comment by text message, from the planted number."""
    made = Consultation(department.office, FixedClock(server_now()))
    made.opened()
    comment = NewComment("مهلت کم است.", "sms", MOBILE)
    assert made.services.comments.take_in(made.office.clerk, made.id, [comment]) == 1
    return made


@pytest.mark.parametrize("name", ["rezaei", "yazdi", "sadeghi"])
def test_nobody_who_reads_the_key_of_a_row_can_try_numbers(
    department: Department, one: Consultation, name: str
) -> None:
    registered(department)
    written_again(department)
    told = identity_key(CALL), key_of_comment(NewComment("مهلت کم است.", "sms", MOBILE))
    with department.sql(name) as psql:
        stored = psql.execute(
            "SELECT identity_key FROM petition UNION ALL SELECT identity_key FROM petition_message"
            " UNION ALL SELECT identity_key FROM public_comment"
        ).fetchall()
        assert stored
        assert not [key for (key,) in stored if key in told or key.startswith("content:")]
        for function in ("row_key", "new_key", "number_key", "sender_key"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(f"SELECT app.{function}('{told[0]}')".encode())


def test_who_registers_nothing_learns_of_no_row(department: Department, one: Consultation) -> None:
    number, _ = registered(department)
    ask = "SELECT petition FROM app.rows_there(ARRAY[%s])"
    with department.sql("rezaei") as psql:
        psql.execute(ASK, ([identity_key(CALL)],))
    with department.sql("sadeghi") as psql:
        assert psql.execute(ask, (identity_key(CALL),)).fetchall() == []
    with department.sql("rezaei") as psql:
        assert psql.execute(ask, (identity_key(CALL),)).fetchall() == [(number,)]
    ask = "SELECT comment FROM app.comments_there(%s, ARRAY[%s])"
    told = key_of_comment(NewComment("مهلت کم است.", "sms", MOBILE))
    with department.sql("sadeghi") as psql:
        assert psql.execute(ask, (one.id, told)).fetchall() == [(1,)]


def test_a_row_of_a_file_waits_under_a_key_that_nobody_can_try(department: Department) -> None:
    key = "content:" + "0" * 64
    hand_in(department.owner.database, {"row_key": key, "payload": {"text": "x"}})
    with department.sql("admin") as psql:
        [[stored]] = psql.execute("SELECT row_key FROM intake_submission").fetchall()
    assert stored.startswith("k")
    # The same row is recognised.
    with pytest.raises(Exception, match="uq_intake_submission_row_key"):
        hand_in(department.owner.database, {"row_key": key, "payload": {"text": "x"}})


def test_the_sender_of_a_further_text_is_read_by_who_works_on_it_with_an_event(
    department: Department,
) -> None:
    number, message = written_again(department)
    for name in STAFF:
        with department.sql(name) as psql:
            assert found_by(psql) == set(), name
            assert psql.execute(MESSAGES.format(message).encode()).fetchall() == [], name
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute("SELECT * FROM message_sender")
    with department.sql("amini") as psql:
        psql.execute(READ.format(number).encode())
        assert psql.execute(MESSAGES.format(message).encode()).fetchall() == []
    with department.sql("rezaei") as psql:
        psql.execute("BEGIN")
        psql.execute(READ.format(number).encode())
        assert psql.execute(MESSAGES.format(message).encode()).fetchall() == []
        psql.execute("ROLLBACK")
        assert psql.execute(MESSAGES.format(message).encode()).fetchall() == []
        psql.execute(READ.format(number).encode())
        assert psql.execute(MESSAGES.format(message).encode()).fetchall() == [(message, MOBILE)]
        [[end]] = psql.execute("SELECT sender FROM petition_message").fetchall()
    assert end == "••••••••801"
    with department.owner.database.reading() as session:
        assert len(history(session, "reading", number)) == 1


def test_on_the_screen_the_sender_is_whole_for_who_works_on_it(department: Department) -> None:
    number, _ = written_again(department)
    for name, seen in (("rezaei", MOBILE), ("yazdi", "••••••••801")):
        services, person = department.signed_in(name)
        assert [one.sender for one in services.desk.peek(person, number).messages] == [seen]
        assert [one.sender for one in services.desk.open(person, number).messages] == [seen]
        assert [one.sender for one in services.further_texts.page(person, number)] == [seen]
    with department.owner.database.reading() as session:
        told = history(session, "reading", number)
    assert [event.actor_name for event in told] == [department.signed_in("rezaei")[1].name]


def test_the_sender_of_a_comment_is_read_with_an_event(department: Department, one: Consultation) -> None:
    [row] = one.services.comments.of_instrument(one.id)
    for name in STAFF:
        with department.sql(name) as psql:
            assert found_by(psql) == set(), name
            assert psql.execute(SENDERS.format(row.id).encode()).fetchall() == [], name
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute("SELECT * FROM comment_sender")
    with department.sql("sadeghi") as psql:
        psql.execute("BEGIN")
        assert by_sql(psql, "sender_read", row.id, item_type="comment") is None
        assert psql.execute(SENDERS.format(row.id).encode()).fetchall() == []
        psql.execute("ROLLBACK")
        assert psql.execute(SENDERS.format(row.id).encode()).fetchall() == []
        assert by_sql(psql, "sender_read", row.id, item_type="comment") is None
        assert psql.execute(SENDERS.format(row.id).encode()).fetchall() == [(row.id, MOBILE)]
    with department.sql("amini") as psql:
        # What one person has read the next one has not.
        assert psql.execute(SENDERS.format(row.id).encode()).fetchall() == []
    reviewer, sadeghi = department.signed_in("sadeghi")
    assert reviewer.moderation.sender(sadeghi, row.id) == MOBILE
    assert [event.action for event in one.events_of("comment", row.id)] == ["sender_read"]
    assert verify(department.owner.database).ok


def test_a_number_given_for_a_name_is_stored_masked_whatever_client_writes(
    department: Department, one: Consultation
) -> None:
    given: dict[str, Any] = {
        "instrument_id": one.id, "identity_key": "id:phone:7", "channel": "phone", "sender": "۰۹۱۲ ۴۵۶ ۷۸۰۲",
        "group": "citizen", "provision": "", "quote": "", "text": "متن", "letter_number": "", "sender_key": "x",
    }  # fmt: skip
    with department.sql("rezaei") as psql:
        assert by_sql(psql, "registered", 0, item_type="comment", **given) is None
        [[shown, key]] = psql.execute(
            "SELECT sender, sender_key FROM public_comment WHERE identity_key = 'id:phone:7'"
        ).fetchall()
    assert (shown[-3:], shown[:-3].strip("•")) == ("۸۰۲", "")
    assert len(key) == 40


def test_who_matches_numbers_has_asked_about_them_and_the_history_says_so(department: Department) -> None:
    number, code = registered(department)
    contacts = json.dumps([{"name": "x", "name_key": "x", "group": "citizen", "national_id": NATIONAL_ID}])
    text = {"channel": "sms", "text": "x", "received_at": server_now().isoformat(), "sender": ""}
    again = json.dumps({"texts": [{"key": identity_key(CALL), "codes": [], "cause": "code", **text}]})
    long = "now() - interval '10 years', now() + interval '10 years'"
    tries: tuple[tuple[str, tuple[Any, ...], Any], ...] = (
        ("SELECT (app.recognise(%s, 1, 'x', now()))[1]", (contacts,), 1),
        ("SELECT petition FROM app.rows_there(%s)", ([identity_key(CALL)],), number),
        ("SELECT message FROM app.write_again(%s)", (again,), None),
        (f"SELECT tracking_code FROM app.texts_from(%s, {long})", ([MOBILE],), code),
    )
    words = [NATIONAL_ID, MOBILE, identity_key(CALL), "id:portal:1"]
    with department.sql("rezaei") as psql:
        for statement, given, _ in tries:
            assert matched(psql, statement, *given) == "refused", statement
        # Asking in the transaction that is rolled back is no asking.
        for statement, given, _ in tries:
            psql.execute("BEGIN")
            psql.execute(ASK, (words,))
            assert matched(psql, statement, *given) == "refused", statement
            psql.execute("ROLLBACK")
            assert matched(psql, statement, *given) == "refused", statement
        for _ in range(2):
            psql.execute(ASK, (words,))
        for statement, given, found in tries:
            assert matched(psql, statement, *given) == found, statement
        [[person]] = psql.execute("SELECT app.me()").fetchall()
    with department.sql("amini") as psql:
        assert matched(psql, tries[0][0], contacts) == "refused"
    with department.owner.database.reading() as session:
        [event] = history(session, "look_ups", person)
    assert (event.after["count"], len(event.after["number_keys"])) == (3, 3)
    assert not any(one in repr(event) for one in (NATIONAL_ID, MOBILE, identity_key(CALL)))
    assert verify(department.owner.database).ok


def test_the_key_of_a_row_is_not_tried_by_registering_it(department: Department) -> None:
    registered(department)
    given: dict[str, Any] = {
        "identity_key": identity_key(CALL), "tracking_code": "140500000024", "registry_year": server_year(),
        "registry_number": 1, "kind": "request", "channel": "sms", "urgency": "normal", "subject": "x",
        "snippet": "x", "petitioner_name": "", "about": "", "body": "x", "received_at": server_now().isoformat(),
    }  # fmt: skip
    with department.sql("rezaei") as psql:
        assert by_sql(psql, "registered", 0, **given) == "out_of_range"


def test_a_search_by_a_whole_number_leaves_an_event(department: Department) -> None:
    number, _ = registered(department)
    with department.sql("rezaei") as psql:
        search = "SELECT app.search(%s, 10, 1000)"
        assert psql.execute(search, (f"'{MOBILE}'",)).fetchall() == []
        psql.execute(ASK, ([MOBILE],))
        assert psql.execute(search, (f"'{MOBILE}'",)).fetchall() == [(number,)]
    clerk, nouri = department.signed_in("nouri")
    wanted = ListFilter(scope=Scope.ANY, query=MOBILE)
    assert [row.id for row in clerk.inbox.first(nouri, wanted)] == [number]
    assert clerk.inbox.count(nouri, wanted) == 1
    assert clerk.inbox.count(nouri, ListFilter(scope=Scope.ANY, query="پروانه")) == 1
    with department.owner.database.reading() as session:
        assert len(history(session, "look_ups", nouri.person_id or 0)) == 1


def test_a_known_caller_is_recognised_and_taken_in_with_one_event(department: Department) -> None:
    number, code = registered(department)
    clerk, rezaei = department.signed_in("rezaei")
    again = NewPetition(
        Kind.REQUEST, Channel.PHONE, "دیگر", "دیگر", Contact("مریم کاظمی", NATIONAL_ID, MOBILE)
    )
    made = clerk.register.register(rezaei, again)
    known = [clerk.desk.open(rezaei, one).petitioner_id for one in (number, made.id)]
    assert known[0] == known[1]
    further = NewPetition(Kind.REQUEST, Channel.SMS, f"پیگیری {code}", contact=Contact(mobile=MOBILE))
    [came] = AutoIntake(clerk.database).take_in(rezaei, [further])
    assert came.joined is not None
    [same] = AutoIntake(clerk.database).take_in(rezaei, [further])
    assert not same.fresh
    with department.owner.database.reading() as session:
        told = history(session, "look_ups", rezaei.person_id or 0)
    assert [event.after["count"] for event in told] == [3, 1]


def test_who_brings_a_further_text_has_asked_about_its_sender(department: Department) -> None:
    _, code = registered(department)
    write = "SELECT message FROM app.write_again(%s)"
    other = "SELECT other_sender FROM petition_message WHERE id = %s"
    one = {
        "cause": "code", "codes": [code], "channel": "sms", "text": "x", "terms": "x",
        "received_at": "2025-01-01T00:00:00Z", "external_id": None,
    }  # fmt: skip
    with department.sql("rezaei") as psql:
        for sender, another in ((MOBILE, False), ("09350000009", True), (EMAIL.upper(), True)):
            # Whatever the key of the row is.
            asked = json.dumps({"texts": [one | {"key": f"id:sms:{sender}", "sender": sender}]})
            psql.execute("BEGIN")
            psql.execute(ASK, ([sender],))
            assert matched(psql, write, asked) == "refused", sender
            psql.execute("ROLLBACK")
            assert matched(psql, write, asked) == "refused", sender
            psql.execute(ASK, ([sender],))
            message = matched(psql, write, asked)
            assert matched(psql, other, message) is another
        nobody = json.dumps({"texts": [one | {"key": "id:sms:nobody", "sender": ""}]})
        assert matched(psql, other, matched(psql, write, nobody)) is True


def test_a_mail_that_names_a_code_is_brought_by_who_has_asked(department: Department) -> None:
    _, code = registered(department)
    services, rezaei = department.signed_in("rezaei")
    mail = NewPetition(Kind.REQUEST, Channel.EMAIL, f"پیگیری {code}", contact=Contact(email=EMAIL))
    [came] = AutoIntake(services.database).take_in(rezaei, [mail])
    assert came.joined is not None


def test_the_key_of_a_comment_s_sender_is_not_the_register_s(
    department: Department, one: Consultation
) -> None:
    with department.owner.database.writing() as session:
        number = make_number_keys(session)(MOBILE)
        stored = session.scalars(text("SELECT sender_key FROM public_comment")).all()
        shown = make_number_keys(session)(f"sender:{MOBILE}")
    assert stored == [shown]
    assert number != shown


def test_no_row_of_another_kind_shows_the_key_of_a_petition(
    department: Department, one: Consultation
) -> None:
    registered(department)
    given: dict[str, Any] = {
        "instrument_id": one.id, "identity_key": identity_key(CALL), "channel": "phone", "sender": "",
        "group": "citizen", "provision": "", "quote": "", "text": "متن", "letter_number": "", "sender_key": "",
    }  # fmt: skip
    with department.owner.database.writing() as session:
        file = session.scalars(
            text(
                "INSERT INTO intake_submission (channel, payload, row_key) VALUES ('sms', '{}', :told)"
                " RETURNING row_key"
            ),
            {"told": identity_key(CALL)},
        ).one()
    with department.sql("rezaei") as psql:
        assert by_sql(psql, "registered", 0, item_type="comment", **given) is None
        shown = psql.execute(
            "SELECT identity_key FROM petition UNION ALL SELECT identity_key FROM public_comment ORDER BY 1"
        ).fetchall()
        [[there]] = psql.execute(
            "SELECT count(comment) FROM app.comments_there(%s, ARRAY[%s])", (one.id, identity_key(CALL))
        ).fetchall()
    keys = [key for (key,) in shown] + [file]
    assert len(set(keys)) == len(keys) == 4
    assert all(key.startswith("k") for key in keys)
    assert there == 1
