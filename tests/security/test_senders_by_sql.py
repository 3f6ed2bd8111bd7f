"""Numbers of those who write: keys of rows, senders of further texts and of comments, submissions as they came.

What a person with an own login and plain SQL reads of them, and what the history says of it.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
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
from tests.guarded import Department, by_sql
from tests.instruments.consulting import Consultation
from tests.intake.test_staging import GOOD, hand_in, petitions
from tests.security.test_identifiers_with_roles import (
    EMAIL,
    MOBILE,
    NATIONAL_ID,
    ONLY_ADMINISTRATOR,
    READ,
    add_administrator,
    found_by,
)

STAFF = ("rezaei", "nouri", "amini", "sharifi", "sadeghi", "yazdi", "admin")
CALL = NewPetition(
    Kind.REQUEST, Channel.SMS, "پروانه نشر", "پروانه", Contact("مریم کاظمی", NATIONAL_ID, MOBILE)
)
ASK = "SELECT app.ask(%s)"
MESSAGES = "SELECT message, sender FROM app.message_senders(ARRAY[{}])"
SENDERS = "SELECT comment, sender FROM app.comment_senders(ARRAY[{}])"
READ_SUBMISSIONS = "SELECT app.read_submissions(ARRAY[{}], 1, 'x', NULL)"
MEND = "SELECT app.mend_submission(%s, %s, NULL, NULL, NULL)"
EVENT = (
    "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
    " SELECT 'intake', %s, (SELECT coalesce(max(sequence), 0) + 1 FROM event WHERE item_type = 'intake'"
    " AND item_id = %s), clock_timestamp(), app.me(), full_name, %s, '{}', %s, '' FROM person WHERE id = app.me()"
)
SUBMISSIONS = "SELECT submission, payload FROM app.submissions(ARRAY[{}])"


def registered(department: Department) -> tuple[int, str]:
    """A petition without a number of its own in the book unit; its id and code."""
    made = department.owner.register.register_many(department.office.pc, [CALL])[0]
    assert made is not None
    return made.id, made.tracking_code


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
    made = Consultation(department.office, FixedClock(datetime.now(UTC)))
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


def submitted(department: Department) -> tuple[int, int]:
    """Two submissions from the planted person: one that became a petition of the book unit, one in quarantine."""
    known = {
        "national_id": NATIONAL_ID,
        "تلفن همراه": MOBILE,
        "email": EMAIL,
        "second": int("9" + MOBILE[2:]),
    }
    taken = GOOD | known | {"unit": department.office.books.name}
    numbers = hand_in(
        department.owner.database, {"external_id": "1", "payload": taken}, {"payload": {"text": "x"} | known}
    )
    department.owner.staging.run(department.office.pc)
    return numbers[0], numbers[1]


def test_what_came_in_is_masked_and_read_whole_with_an_event(department: Department) -> None:
    taken, waiting = submitted(department)
    add_administrator(department)
    for name in (*STAFF, ONLY_ADMINISTRATOR):
        with department.sql(name) as psql:
            assert found_by(psql) == set(), name
            assert psql.execute(SUBMISSIONS.format(f"{taken}, {waiting}").encode()).fetchall() == [], name
            for statement in (
                "SELECT * FROM submission_original",
                "UPDATE intake_submission SET mended = '{}'",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    psql.execute(statement.encode())
    for name, may in (
        ("rezaei", {taken}), ("amini", set()), ("sadeghi", set()), (ONLY_ADMINISTRATOR, {waiting}),
        ("yazdi", {taken, waiting}),
    ):  # fmt: skip
        both = f"{taken}, {waiting}"
        with department.sql(name) as psql:
            psql.execute("BEGIN")
            psql.execute(READ_SUBMISSIONS.format(both).encode())
            assert psql.execute(SUBMISSIONS.format(both).encode()).fetchall() == [], name
            psql.execute("ROLLBACK")
            assert psql.execute(SUBMISSIONS.format(both).encode()).fetchall() == [], name
            for _ in range(2):
                psql.execute(READ_SUBMISSIONS.format(both).encode())
            found = dict(psql.execute(SUBMISSIONS.format(both).encode()).fetchall())
            [[person]] = psql.execute("SELECT app.me()").fetchall()
        assert set(found) == may, name
        assert all(payload["national_id"] == NATIONAL_ID for payload in found.values())
        with department.owner.database.reading() as session:
            told = history(session, "readings", person)
        assert [set(event.after["submissions"]) for event in told] == ([may] if may else []), name
    assert verify(department.owner.database).ok


def test_a_submission_that_hides_nothing_is_given_to_whoever_may_read_it(department: Department) -> None:
    [number] = hand_in(department.owner.database, {"payload": {"text": "x"}})
    for name, seen in (("yazdi", [(number, {"text": "x"})]), ("rezaei", []), ("sadeghi", [])):
        with department.sql(name) as psql:
            assert psql.execute(SUBMISSIONS.format(number).encode()).fetchall() == seen, name


def test_taking_in_is_one_event_and_whoever_works_on_it_sees_it_as_it_came(department: Department) -> None:
    number, _ = submitted(department)
    services, rezaei = department.signed_in("rezaei")
    with department.owner.database.reading() as session:
        [taken] = history(session, "readings", department.office.pc.person_id or 0)
    assert (taken.after["purpose"], taken.after["count"]) == ("submissions", 2)
    [made] = petitions(department.office)
    [origin] = services.tracing.of_petition(rezaei, made.id).origins
    assert (origin.id, origin.payload["تلفن همراه"]) == (number, MOBILE)


def test_an_administrator_mends_what_they_were_shown_masked(department: Department) -> None:
    _, waiting = submitted(department)
    add_administrator(department)
    services, person = department.signed_in(ONLY_ADMINISTRATOR)
    [shown] = services.staging.quarantined(person)
    assert shown.withheld
    assert MOBILE not in str(shown)
    services.staging.mend(person, waiting, shown.payload | {"kind": "complaint"})
    assert department.owner.staging.run(department.office.manager).petitions == 1
    with department.sql("yazdi") as psql:
        psql.execute(READ_SUBMISSIONS.format(waiting).encode())
        mended = psql.execute("SELECT mended FROM app.submissions(ARRAY[%s])", (waiting,)).fetchall()
        assert mended[0][0]["تلفن همراه"] == MOBILE
        [[readable]] = psql.execute(
            "SELECT mended FROM intake_submission WHERE id = %s", (waiting,)
        ).fetchall()
        assert readable["تلفن همراه"] == "••••••••801"
    with department.sql("rezaei") as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute(MEND, (waiting, json.dumps({"text": "x"})))


def test_what_is_mended_was_read_and_the_event_says_which_fields(department: Department) -> None:
    _, waiting = submitted(department)
    _, yazdi = department.signed_in("yazdi")
    forged = json.dumps({"text": "x", "email": "evil@evil.org", "second": None})
    with department.sql("yazdi") as psql:
        assert matched(psql, MEND, waiting, forged) == "refused"
        psql.execute("BEGIN")
        psql.execute(READ_SUBMISSIONS.format(waiting).encode())
        assert matched(psql, MEND, waiting, forged) == "refused"
        psql.execute("ROLLBACK")
        psql.execute(READ_SUBMISSIONS.format(waiting).encode())
        for no_submission in ("null", "[]", '"x"', json.dumps({"text": "x" * 1_000_001})):
            with pytest.raises(psycopg.errors.InvalidParameterValue):
                psql.execute(MEND, (waiting, no_submission))
        assert matched(psql, MEND, waiting, forged) is True
        assert matched(psql, MEND, waiting, forged) is False
    with department.owner.database.reading() as session:
        *_, event = history(session, "intake", waiting)
    assert (event.action, event.actor_id, event.actor_name) == ("intake_mended", yazdi.person_id, yazdi.name)
    assert event.after == {"fields": ["email", "national_id", "second", "تلفن همراه"]}
    assert verify(department.owner.database).ok


@pytest.mark.parametrize(
    ("action", "after", "change"),
    [
        ("", {}, "state = 'quarantined', reason = '[{}]'"),
        ("intake_quarantined", {"fields": ["x"], "reason": ["y"]}, "state = 'quarantined', reason = '[]'"),
        ("intake_quarantined", {"fields": [], "reason": []}, "state = 'quarantined', reason = '[]'"),
        ("intake_tried_again", {}, "state = 'quarantined', reason = '[{}]'"),
        ("intake_quarantined", {}, "reason = 'x'"),
        ("intake_quarantined", {}, "item_type = 'petition', item_id = 1"),
    ],
)
def test_nobody_puts_into_quarantine_past_the_event(
    department: Department, action: str, after: dict[str, Any], change: str
) -> None:
    [number] = hand_in(department.owner.database, {"payload": {"text": "x"}})
    with department.sql("yazdi") as psql, pytest.raises(psycopg.Error, match=r"with an event|stays as it is"):
        _noted(psql, number, action, after, f"UPDATE intake_submission SET {change}")


def test_what_is_in_quarantine_waits_again_with_an_event_only(department: Department) -> None:
    _, waiting = submitted(department)
    again = f"UPDATE intake_submission SET state = 'waiting', reason = '' WHERE id = {waiting}"
    with department.sql("yazdi") as psql:
        for action in ("", "intake_quarantined"):
            with pytest.raises(psycopg.errors.IntegrityError, match="with an event"):
                _noted(psql, waiting, action, {}, again)
        _noted(psql, waiting, "intake_tried_again", {}, "SELECT 1")
        # An event of an earlier transaction is none.
        with pytest.raises(psycopg.errors.IntegrityError, match="with an event"):
            psql.execute(again.encode())
        _noted(psql, waiting, "intake_tried_again", {}, again)


def test_what_is_faulty_goes_into_quarantine_with_its_event(department: Department) -> None:
    services, yazdi = department.signed_in("yazdi")
    numbers = hand_in(department.owner.database, {"payload": {"text": "x"}}, {"payload": {"mobile": MOBILE}})
    assert services.staging.run(yazdi).quarantined == len(numbers)
    for number in numbers:
        with department.owner.database.reading() as session:
            [event] = history(session, "intake", number)
        assert (event.action, event.actor_id) == ("intake_quarantined", yazdi.person_id)
        assert event.after["fields"]
        assert len(event.after["fields"]) == len(event.after["reason"])
    assert verify(department.owner.database).ok


def _noted(
    psql: psycopg.Connection[Any], number: int, action: str, after: dict[str, Any], statement: str
) -> None:
    with psql.transaction():
        if action:
            psql.execute(EVENT, (number, number, action, json.dumps(after)))
        psql.execute(statement.encode())


def test_retention_leaves_no_original(department: Department) -> None:
    submitted(department)
    with department.owner.database.writing() as session:
        session.connection().exec_driver_sql(
            "UPDATE intake_submission SET payload = '{}', mended = NULL, attachments = '[]'"
        )
    with department.owner.database.reading() as session:
        left = session.connection().exec_driver_sql("SELECT count(*) FROM submission_original").scalar_one()
    assert left == 0


def matched(psql: psycopg.Connection[Any], statement: str, *given: Any) -> Any:
    """Returns the first value, or `refused`."""
    try:
        found = psql.execute(statement.encode(), given).fetchone()
    except psycopg.errors.InsufficientPrivilege:
        return "refused"
    return found[0] if found is not None else None


def test_who_matches_numbers_has_asked_about_them_and_the_history_says_so(department: Department) -> None:
    number, code = registered(department)
    contacts = json.dumps([{"name": "x", "name_key": "x", "group": "citizen", "national_id": NATIONAL_ID}])
    again = json.dumps({"texts": [{"key": identity_key(CALL), "codes": [], "cause": "code", "sender": ""}]})
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
        "identity_key": identity_key(CALL), "tracking_code": "140500000024", "registry_year": 1405,
        "registry_number": 1, "kind": "request", "channel": "sms", "urgency": "normal", "subject": "x",
        "snippet": "x", "petitioner_name": "", "about": "", "body": "x", "received_at": datetime.now(UTC).isoformat(),
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


def test_a_submission_is_not_compared_with_numbers_that_nobody_read(department: Department) -> None:
    _, code = registered(department)
    _, waiting = submitted(department)
    add_administrator(department)
    one = {
        "cause": "code", "codes": [code], "channel": "portal", "sender": "", "text": "سخنی دیگر", "terms": "",
        "received_at": "2025-01-01T00:00:00Z",
    }  # fmt: skip
    with department.sql("yazdi") as psql:
        texts = [
            one | {"key": f"id:portal:{number}", "external_id": number} for number in (MOBILE, "09350000001")
        ]
        made = psql.execute(
            "SELECT message FROM app.write_again(%s)", (json.dumps({"texts": texts}),)
        ).fetchall()
    settle = "UPDATE intake_submission SET state = 'done', item_type = 'message', item_id = %s WHERE id = %s"
    for name in ("yazdi", ONLY_ADMINISTRATOR):
        with department.sql(name) as psql:
            for read in (False, True):
                psql.execute("BEGIN")
                if read:
                    psql.execute(READ_SUBMISSIONS.format(waiting).encode())
                for (message,) in made:
                    psql.execute("SAVEPOINT one")
                    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="what it says"):
                        psql.execute(settle, (message, waiting))
                    psql.execute("ROLLBACK TO one")
                psql.execute("ROLLBACK")
    with department.sql("yazdi") as psql:
        psql.execute(READ_SUBMISSIONS.format(waiting).encode())
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="what it says"):
            psql.execute(settle, (made[1][0], waiting))
        assert psql.execute(settle, (made[0][0], waiting)).rowcount == 1


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
