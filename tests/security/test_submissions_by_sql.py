"""Submissions as they came: masked, read whole, mended and taken in, with what the history says of it."""

from __future__ import annotations

import json
from typing import Any

import psycopg
import pytest

from desktop_app.database.audit import history
from desktop_app.database.verification import verify
from tests.guarded import Department
from tests.intake.staged import GOOD, hand_in, petitions
from tests.security.identifiers import (
    EMAIL,
    MOBILE,
    NATIONAL_ID,
    ONLY_ADMINISTRATOR,
    add_administrator,
    found_by,
)
from tests.security.senders import STAFF, matched, registered

READ_SUBMISSIONS = "SELECT app.read_submissions(ARRAY[{}], 1, 'x', NULL)"
MEND = "SELECT app.mend_submission(%s, %s, NULL, NULL, NULL)"
EVENT = (
    "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
    " SELECT 'intake', %s, (SELECT coalesce(max(sequence), 0) + 1 FROM event WHERE item_type = 'intake'"
    " AND item_id = %s), clock_timestamp(), app.me(), full_name, %s, '{}', %s, '' FROM person WHERE id = app.me()"
)
SUBMISSIONS = "SELECT submission, payload FROM app.submissions(ARRAY[{}])"


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
