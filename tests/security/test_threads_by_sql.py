"""Threads tried by plain SQL with a login of one's own: nothing past the acts, and true events."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.audit import Event, history
from desktop_app.database.verification import verify
from desktop_app.instruments.comments.staff_threads import StaffThread, ThreadSubject
from desktop_app.instruments.comments.triage_acts import Hide
from desktop_app.instruments.vocabulary import HiddenReason, ThreadKind, ThreadOutcome
from desktop_app.staff.roles import Membership, Role
from tests.department import PASSWORD
from tests.guarded import LONG_AGO, Department, by_sql
from tests.instruments.campaigning import COMMON
from tests.instruments.consulting import Consultation
from tests.security.test_what_sql_cannot_do import refused


@pytest.fixture
def consultation(department: Department) -> Consultation:
    """One that is open on the server's own day, with a comment on it."""
    one = Consultation(department.office, FixedClock(datetime.now(UTC)))
    one.register().ask()
    one.open()
    one.comment(COMMON, number="1")
    return one


@pytest.fixture
def thread(consultation: Consultation) -> StaffThread:
    """A staff thread that the book unit's clerk opened on the comment."""
    services, clerk = consultation.services, consultation.office.clerk
    [comment] = services.comments.of_instrument(consultation.id)
    return services.staff_threads.open(
        clerk, ThreadSubject(comment_id=comment.id), ThreadKind.NOTE, "از کجا آمد؟"
    )


def told(department: Department, kind: str, number: int) -> tuple[Event, ...]:
    with department.owner.database.reading() as session:
        return history(session, kind, number)


def only_sets_up(department: Department) -> str:
    """Creates an administrator who has no part in drafts, and returns the username."""
    accounts, role = department.owner.accounts, frozenset({Membership(Role.ADMINISTRATOR, None)})
    accounts.add(department.office.administrator, "پیمان سلیمی", "salimi", PASSWORD, role)
    return "salimi"


#: Tables that acts alone write.
_WRITTEN_BY_ACTS = ("comment_thread", "comment_thread_message")
_COLUMNS = {
    "comment_thread": "instrument_id, comment_id, kind, status, author_id, author_name, created_at, version",
    "comment_thread_message": "thread_id, author_id, author_name, at, text",
}


@pytest.mark.parametrize("table", _WRITTEN_BY_ACTS)
def test_no_login_writes_a_table_of_threads(department: Department, thread: StaffThread, table: str) -> None:
    columns = _COLUMNS[table]
    column = columns.partition(",")[0]
    for who in ("rezaei", "sadeghi", "yazdi", "admin"):
        with department.sql(who) as psql:
            for statement in (
                f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table}",
                f"UPDATE {table} SET {column} = {column}",
                f"DELETE FROM {table}",
                f"TRUNCATE {table} CASCADE",
            ):
                assert "permission denied" in refused(psql, statement)
    assert department.owner.staff_threads.of_instrument(1)


def test_no_login_writes_the_history_of_a_thread(department: Department, thread: StaffThread) -> None:
    event = (
        "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
        f" SELECT '{{}}', {thread.id}, 2, now(), app.me(), full_name, 'resolved', '{{{{}}}}', '{{{{}}}}', 'x'"
        " FROM person WHERE id = app.me()"
    )
    for who in ("rezaei", "sadeghi", "yazdi", "admin"):
        with department.sql(who) as psql:
            refused(psql, event.format("comment_thread"))


def test_a_staff_thread_bears_its_author_and_moment_whatever_the_caller_says(
    department: Department, thread: StaffThread
) -> None:
    office = department.office
    forged: dict[str, Any] = {
        "author_id": office.manager.person_id,
        "author_name": office.manager.name,
        "created_at": "2020-01-01",
        "instrument_id": 4711,
        "status": "resolved",
    }
    before = datetime.now(UTC)
    with department.sql("nouri") as psql:
        rule = by_sql(
            psql, "opened", 0, of="comment_thread", words="  سخنی  ", actor=office.manager.person_id,
            comment_id=thread.about.comment_id, kind="question", **forged,
        )  # fmt: skip
        assert rule is None
        row = psql.execute(
            "SELECT t.id, t.author_id, t.author_name, t.created_at, t.instrument_id, t.status, m.author_id,"
            " m.author_name, m.at, m.text FROM comment_thread t JOIN comment_thread_message m ON m.thread_id = t.id"
            " ORDER BY t.id DESC"
        ).fetchone()
    assert row is not None
    nouri = (office.other_clerk.person_id, office.other_clerk.name)
    assert row[1:3] == nouri == row[6:8]
    assert before - timedelta(seconds=2) < row[3] == row[8]
    assert row[4:6] == (1, "open")
    assert row[9] == "سخنی"
    [event] = told(department, "comment_thread", row[0])
    assert (event.action, event.actor_id, event.actor_name) == ("opened", *nouri)
    assert event.at > LONG_AGO
    assert event.after["status"] == "open"
    assert verify(department.owner.database).ok


def test_the_rules_of_staff_threads_hold_for_whoever_calls_them(
    department: Department, consultation: Consultation, thread: StaffThread
) -> None:
    comment, of = thread.about.comment_id, "comment_thread"
    with department.sql("rezaei") as psql:
        rules = [
            by_sql(psql, "resolved", thread.id, of=of),
            by_sql(psql, "resolved", thread.id, of=of, outcome="done"),
            by_sql(psql, "reopened", thread.id, of=of),
            by_sql(psql, "replied", thread.id, of=of, words="   "),
            by_sql(psql, "replied", thread.id, of=of, words="x" * 20_001),
            by_sql(psql, "assigned", thread.id, of=of, assignee_id=4711),
            by_sql(psql, "assigned", thread.id, of=of, seen=thread.version + 1, assignee_id=None),
            by_sql(psql, "opened", 0, of=of, words="x", comment_id=comment, kind="objection"),
            by_sql(psql, "opened", 0, of=of, words="x", comment_id=4711, kind="note"),
            by_sql(psql, "opened", 0, of=of, words="x", comment_id=comment, campaign_id=1, kind="note"),
            by_sql(psql, "opened", 0, of=of, words="x", kind="note"),
            by_sql(psql, "opened", 0, of=of, words="", comment_id=comment, kind="note"),
        ]
    assert rules == [
        "out_of_range", "out_of_range", "not_from_this_state", "text_missing", "text_too_long", "not_there_any_more",
        "conflict", "out_of_range", "not_there", "not_there", "not_there", "text_missing",
    ]  # fmt: skip
    with department.sql(only_sets_up(department)) as psql:
        assert by_sql(psql, "replied", thread.id, of=of, words="x") == "not_your_role"
        assert by_sql(psql, "resolved", thread.id, of=of, outcome="answered") == "not_your_role"
    assert consultation.services.staff_threads.of_instrument(consultation.id) == (thread,)


def test_a_hidden_comment_is_not_there_for_a_thread_of_another_unit(
    department: Department, consultation: Consultation
) -> None:
    [comment] = consultation.services.comments.of_instrument(consultation.id)
    office = consultation.office
    consultation.sql(f"UPDATE instrument SET unit_id = {office.books.id} WHERE id = :id")
    consultation.services.triage.run(
        office.reviewer, consultation.id, [comment.id], Hide(HiddenReason.INSULT)
    )
    opened: dict[str, Any] = {"of": "comment_thread", "words": "x", "comment_id": comment.id, "kind": "note"}
    with department.sql("amini") as psql:
        assert by_sql(psql, "opened", 0, **opened) == "not_there"
    for who in ("sadeghi", "rezaei"):
        with department.sql(who) as psql:
            assert by_sql(psql, "opened", 0, **opened) is None


def test_staff_threads_are_written_under_row_security(department: Department, thread: StaffThread) -> None:
    services, sadeghi = department.signed_in("sadeghi")
    threads = services.staff_threads
    threads.reply(sadeghi, thread.id, "از تعرفه.")
    given = threads.assign(sadeghi, thread.id, thread.version, sadeghi.person_id)
    settled = threads.resolve(sadeghi, thread.id, given.version, ThreadOutcome.ANSWERED, "روشن شد.")
    again = threads.reopen(sadeghi, thread.id, settled.version)
    assert [one.author_name for one in again.messages] == [department.office.clerk.name, *[sadeghi.name] * 2]
    events = told(department, "comment_thread", thread.id)
    assert [one.action for one in events] == ["opened", "replied", "assigned", "resolved", "reopened"]
    assert (events[3].before["status"], events[3].after["status"]) == ("open", "resolved")
    assert (events[2].before["assignee_id"], events[2].after["assignee_name"]) == (None, sadeghi.name)
    assert verify(department.owner.database).ok
