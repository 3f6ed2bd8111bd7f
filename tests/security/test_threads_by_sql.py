"""What reviewers write beside drafts, tried by plain SQL with a login of one's own: true events, or nothing."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.verification import verify
from desktop_app.documents.document import Document
from desktop_app.instruments.comments.staff_threads import StaffThread, ThreadSubject
from desktop_app.instruments.comments.triage_acts import Hide
from desktop_app.instruments.vocabulary import (
    HiddenReason,
    Placement,
    ThreadKind,
    ThreadOutcome,
)
from tests.clocks import server_now
from tests.guarded import LONG_AGO, Department, by_sql
from tests.instruments.campaigning import COMMON
from tests.instruments.consulting import Consultation, made_history
from tests.instruments.test_reviewing import NEW
from tests.security.refusing import refused
from tests.security.reviewed import Draft, annotated_draft, only_sets_up, told


@pytest.fixture
def consultation(department: Department) -> Consultation:
    """One that is open on the server's own day, with a comment on it."""
    one = Consultation(department.office, FixedClock(server_now()))
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
    before = server_now()
    with department.sql("nouri") as psql:
        rule = by_sql(
            psql, "opened", 0, item_type="comment_thread", words="  سخنی  ", actor=office.manager.person_id,
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
            by_sql(psql, "resolved", thread.id, item_type=of),
            by_sql(psql, "resolved", thread.id, item_type=of, outcome="done"),
            by_sql(psql, "reopened", thread.id, item_type=of),
            by_sql(psql, "replied", thread.id, item_type=of, words="   "),
            by_sql(psql, "replied", thread.id, item_type=of, words="x" * 20_001),
            by_sql(psql, "assigned", thread.id, item_type=of, assignee_id=4711),
            by_sql(psql, "assigned", thread.id, item_type=of, seen=thread.version + 1, assignee_id=None),
            by_sql(psql, "opened", 0, item_type=of, words="x", comment_id=comment, kind="objection"),
            by_sql(psql, "opened", 0, item_type=of, words="x", comment_id=4711, kind="note"),
            by_sql(
                psql, "opened", 0, item_type=of, words="x", comment_id=comment, campaign_id=1, kind="note"
            ),
            by_sql(psql, "opened", 0, item_type=of, words="x", kind="note"),
            by_sql(psql, "opened", 0, item_type=of, words="", comment_id=comment, kind="note"),
        ]
    assert rules == [
        "out_of_range", "out_of_range", "not_from_this_state", "text_missing", "text_too_long", "not_there_any_more",
        "conflict", "out_of_range", "not_there", "not_there", "not_there", "text_missing",
    ]  # fmt: skip
    with department.sql(only_sets_up(department)) as psql:
        assert by_sql(psql, "replied", thread.id, item_type=of, words="x") == "not_your_role"
        assert by_sql(psql, "resolved", thread.id, item_type=of, outcome="answered") == "not_your_role"
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
    opened: dict[str, Any] = {
        "item_type": "comment_thread",
        "words": "x",
        "comment_id": comment.id,
        "kind": "note",
    }
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


# Annotations


@pytest.fixture
def draft(department: Department) -> Draft:
    return annotated_draft(department)


def anchor(words: str, start: int, **other: object) -> str:
    """Returns an anchor as JSON that claims `words` at `start`."""
    made = {
        "quote": words, "start": start, "end": start + len(words), "path": [], "prefix": "", "suffix": "",
        "about": "phrase",
    }  # fmt: skip
    return json.dumps(made | other)


def place_of(department: Department, draft: Draft, number: int) -> tuple[Placement, int | None]:
    rows = department.owner.annotations.on_revision(draft.id, number)
    return next((row.placement, row.start) for row in rows if row.id == draft.thread.id)


def test_an_annotation_bears_its_author_its_moment_and_the_words_of_the_text(
    department: Department, draft: Draft
) -> None:
    office = department.office
    start, space = NEW.index("شصت روز"), NEW.index(" ")
    asked: dict[str, Any] = {
        "item_type": "thread", "words": "چرا؟", "instrument_id": draft.id, "revision_id": draft.second,
        "kind": "note", "begin": start, "end": start + 7,
    }  # fmt: skip
    with department.sql("rezaei") as psql:
        refusals = [
            by_sql(psql, "annotated", 0, **asked, anchor=json.loads(lie))
            for lie in (
                anchor("نود روز", start), anchor("شصت روز", start - 1), anchor("شصت روز", start, about="x"),
                anchor("شصت روز", start, path=None),
            )
        ]  # fmt: skip
        true = json.loads(anchor("شصت روز", start))
        refusals += [
            by_sql(psql, "annotated", 0, **asked | {"kind": "x"}, anchor=true),
            by_sql(psql, "annotated", 0, **asked | {"end": start}, anchor=true),
            by_sql(psql, "annotated", 0, **asked | {"end": 10**6}, anchor=true),
            by_sql(psql, "annotated", 0, **asked | {"revision_id": 4711}, anchor=true),
            by_sql(psql, "annotated", 0, **asked | {"instrument_id": 4711}, anchor=true),
            by_sql(
                psql,
                "annotated",
                0,
                **asked | {"begin": space, "end": space + 1},
                anchor=json.loads(anchor(" ", space)),
            ),
            by_sql(psql, "annotated", 0, **asked | {"words": " "}, anchor=true),
        ]
        assert refusals == ["out_of_range"] * 10 + ["text_missing"]
        forged: dict[str, Any] = {
            "author_id": office.manager.person_id,
            "created_at": "2020-01-01",
            "status": "resolved",
        }
        assert by_sql(psql, "annotated", 0, **asked, **forged, anchor=true, actor=1) is None
    with department.sql(only_sets_up(department)) as psql:
        assert by_sql(psql, "annotated", 0, **asked, anchor=true) == "not_your_role"
    [made] = [row for row in department.owner.annotations.on_revision(draft.id, 2) if row.made_on == 2]
    assert (made.author_name, made.status.value) == (office.clerk.name, "open")
    assert made.created_at > LONG_AGO
    assert (made.placement, made.start) == (Placement.EXACT, start)
    [event] = told(department, "thread", made.id)
    assert (event.action, event.actor_id) == ("annotated", office.clerk.person_id)
    assert verify(department.owner.database).ok


def test_no_login_raises_or_reopens_an_objection_to_what_is_finished(
    department: Department, draft: Draft
) -> None:
    services, office = department.owner, department.office
    start = NEW.index("شصت روز")
    closed = services.annotations.annotate(
        office.reviewer, draft.id, 2, start, start + 7, ThreadKind.OBJECTION, "چرا؟"
    )
    services.annotations.resolve(office.reviewer, closed.id, closed.version, 2, ThreadOutcome.ANSWERED)
    finished = f"UPDATE instrument SET status = 'promulgated' WHERE id = {draft.id}"
    with made_history(services), services.database.engine.begin() as connection:
        connection.exec_driver_sql(finished)
    asked: dict[str, Any] = {
        "item_type": "thread", "words": "چرا؟", "instrument_id": draft.id, "revision_id": draft.second,
        "begin": start, "end": start + 7, "anchor": json.loads(anchor("شصت روز", start)),
    }  # fmt: skip
    for login in ("rezaei", "sadeghi", "yazdi"):
        with department.sql(login) as psql:
            assert by_sql(psql, "annotated", 0, **asked, kind="objection") == "objections_are_over"
            assert by_sql(psql, "reopened", closed.id, item_type="thread") == "objections_are_over"
            said = refused(psql, f"UPDATE thread SET status = 'open' WHERE id = {closed.id}")
            assert "permission denied" in said
            assert by_sql(psql, "annotated", 0, **asked, kind="note") is None


def test_an_objection_waits_for_whoever_is_letting_the_draft_go(department: Department, draft: Draft) -> None:
    """Whichever comes second sees the other: neither passes while the other is not committed."""
    services, start = department.owner, NEW.index("شصت روز")
    row = services.annotations.annotate(
        department.office.reviewer, draft.id, 2, start, start + 7, ThreadKind.OBJECTION, "چرا؟"
    )
    services.annotations.resolve(department.office.reviewer, row.id, row.version, 2, ThreadOutcome.ANSWERED)
    asked: dict[str, Any] = {
        "item_type": "thread", "words": "چرا؟", "instrument_id": draft.id, "revision_id": draft.second,
        "begin": start, "end": start + 7, "anchor": json.loads(anchor("شصت روز", start)), "kind": "objection",
    }  # fmt: skip
    with services.database.engine.begin() as connection, department.sql("rezaei") as psql:
        connection.exec_driver_sql(f"SELECT 1 FROM instrument WHERE id = {draft.id} FOR NO KEY UPDATE")
        psql.execute("SET lock_timeout = '100ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            by_sql(psql, "annotated", 0, **asked)
        with pytest.raises(psycopg.errors.LockNotAvailable):
            by_sql(psql, "reopened", row.id, item_type="thread")


def test_the_rules_of_annotations_hold_for_whoever_calls_them(department: Department, draft: Draft) -> None:
    number, of = draft.thread.id, "thread"
    office = department.office
    later = department.owner.annotations.annotate(office.reviewer, draft.id, 2, 0, 4, ThreadKind.NOTE, "x")
    with department.sql("rezaei") as psql:
        rules = [
            by_sql(psql, "resolved", number, item_type=of),
            by_sql(psql, "resolved", number, item_type=of, outcome="x"),
            by_sql(psql, "reopened", number, item_type=of),
            by_sql(psql, "replied", number, item_type=of, words=""),
            by_sql(psql, "assigned", number, item_type=of, assignee_id=4711),
            by_sql(psql, "resolved", number, item_type=of, seen=draft.thread.version + 1, outcome="applied"),
            by_sql(psql, "attached", number, item_type=of, attached_to_id=4711, begin=0, end=4),
            by_sql(psql, "attached", number, item_type=of, attached_to_id=draft.second, begin=0, end=10**6),
            by_sql(psql, "attached", number, item_type=of, attached_to_id=draft.second, begin=-3, end=4),
            by_sql(psql, "attaching_undone", number, item_type=of, attached_to_id=draft.second),
            by_sql(psql, "attached", later.id, item_type=of, attached_to_id=draft.first, begin=0, end=4),
        ]
    assert rules == [
        "out_of_range", "out_of_range", "not_from_this_state", "text_missing", "not_there_any_more", "conflict",
        "not_there_any_more", "out_of_range", "out_of_range", "not_from_this_state", "thread_is_newer",
    ]  # fmt: skip
    [still] = department.owner.annotations.on_revision(draft.id, 1)
    assert still == draft.thread


def found(draft: Draft, **other: object) -> dict[str, Any]:
    """Returns a place on the second revision as rows of an act."""
    row = {
        "item": draft.thread.id, "revision_id": draft.second, "placement": "moved", "begin": 0, "end": 4,
        "confidence": 1, "candidates": [],
    } | other  # fmt: skip
    return {"places": [row], "new_places": [row]}


def test_what_is_no_place_is_not_written(department: Department, draft: Draft) -> None:
    before = place_of(department, draft, 2)
    bad: tuple[dict[str, object], ...] = (
        {"begin": -1}, {"end": 10**6}, {"begin": 4}, {"begin": None, "end": None}, {"placement": "orphan"},
        {"placement": "x"}, {"candidates": ["x"]}, {"candidates": {"a": 1}}, {"revision_id": 4711},
        {"revision_id": draft.first},
    )  # fmt: skip
    with department.sql("rezaei") as psql:
        for one in bad:
            by_sql(psql, "carried", draft.thread.id, item_type="thread", rows=found(draft, **one))
    assert place_of(department, draft, 2) == before
    [row] = department.owner.annotations.on_revision(draft.id, 1)
    assert (row.start, row.placement) == (draft.thread.start, Placement.EXACT)


def test_a_place_that_the_program_found_changes_with_an_event_alone(
    department: Department, draft: Draft
) -> None:
    was = place_of(department, draft, 2)
    with department.sql("rezaei") as psql:
        # This act leaves no event: it fills only what is missing, on a revision of the same transaction.
        by_sql(psql, "placed", draft.thread.id, item_type="thread", rows=found(draft))
        assert place_of(department, draft, 2) == was
        by_sql(psql, "carried", draft.thread.id, item_type="thread", rows=found(draft))
    assert place_of(department, draft, 2) == (Placement.MOVED, 0)
    last = told(department, "thread", draft.thread.id)[-1]
    assert (last.action, last.actor_name) == ("carried", department.office.clerk.name)
    # Of the revisions that came while it was resolved it has no place until somebody reopens it.
    services, office, of = department.owner, department.office, "thread"
    with department.sql("rezaei") as psql:
        assert by_sql(psql, "resolved", draft.thread.id, item_type=of, outcome="answered") is None
        document = Document("draft.txt", NEW + "ماده ۴ـ پایان.", (), "txt", "")
        services.drafting.add_revision(office.reviewer, draft.id, document)
        assert by_sql(psql, "reopened", draft.thread.id, item_type=of) is None
        third = found(draft, revision_id=draft.second + 1)
        by_sql(psql, "placed", draft.thread.id, item_type=of, rows=third)
        assert place_of(department, draft, 3) == (Placement.ORPHAN, None)
        by_sql(psql, "carried", draft.thread.id, item_type=of, rows=third)
        assert place_of(department, draft, 3) == (Placement.MOVED, 0)
    assert last.after["changes"]["places"][0]["was"]["begin"] == was[1]


def test_what_a_person_attached_is_never_moved_by_what_the_program_finds(
    department: Department, draft: Draft
) -> None:
    was = place_of(department, draft, 2)
    services, sadeghi = department.signed_in("sadeghi")
    start = NEW.index("اداره")
    row = services.annotations.attach(sadeghi, draft.thread.id, draft.thread.version, 2, start, start + 5)
    assert place_of(department, draft, 2) == (Placement.CHANGED, start)
    with department.sql("rezaei") as psql:
        by_sql(psql, "carried", draft.thread.id, item_type="thread", rows=found(draft))
        # Nor by the rows that come with attaching elsewhere.
        by_sql(
            psql, "attached", draft.thread.id, item_type="thread", attached_to_id=draft.first, begin=0, end=4,
            rows=found(draft),
        )  # fmt: skip
    assert place_of(department, draft, 2) == (Placement.CHANGED, start)
    with department.sql("nouri") as psql:
        by_sql(psql, "attaching_undone", row.id, item_type="thread", attached_to_id=draft.second)
    assert place_of(department, draft, 2) == was
    assert verify(department.owner.database).ok


def test_a_revision_with_annotations_is_added_under_row_security(
    department: Department, draft: Draft
) -> None:
    services, sadeghi = department.signed_in("sadeghi")
    document = Document("draft.txt", "ماده ۱ـ تعریف‌ها در پیوست است.\n" + NEW, (), "txt", "")
    services.drafting.add_revision(sadeghi, draft.id, document)
    assert place_of(department, draft, 3)[0] is Placement.EXACT
    assert [one.action for one in told(department, "thread", draft.thread.id)] == ["annotated"]


# Work on annotations


def test_no_login_mentions_whom_the_words_do_not_name(department: Department, draft: Draft) -> None:
    office, number = department.office, draft.thread.id
    forged = {
        "mentions": [{"item": number, "person_id": office.reviewer.person_id, "by_id": 1, "person_name": "x"}]
    }
    true = {
        "mentions": [
            {"item": number, "person_id": office.clerk.person_id, "at": "2020-01-01", "person_name": "دیگری"}
        ]
    }
    with department.sql("rezaei") as psql:
        said = f"@{office.clerk.name} ببیند."
        assert by_sql(psql, "replied", number, item_type="thread", words="ببینید.", rows=forged) is None
        assert by_sql(psql, "replied", number, item_type="thread", words=said, rows=true) is None
        found = psql.execute(
            "SELECT person_id, person_name, by_id, at > '2021-01-01' FROM thread_mention"
        ).fetchall()
        assert found == [(office.clerk.person_id, office.clerk.name, office.clerk.person_id, True)]
        for verb in (
            "INSERT INTO thread_mention (thread_id, person_id, person_name, at) SELECT 1, 1, 'x', now()",
            "UPDATE thread_mention SET person_id = 1",
            "DELETE FROM thread_mention",
            "INSERT INTO thread_label VALUES (1, 'x', 'x')",
            "DELETE FROM thread_label",
            "UPDATE thread SET due_on = now()",
        ):
            assert "permission denied" in refused(psql, verb)
    assert verify(department.owner.database).ok


def test_the_rules_of_days_and_labels_hold_for_whoever_calls_them(
    department: Department, draft: Draft
) -> None:
    number = draft.thread.id
    of: dict[str, Any] = {"item_type": "thread"}
    with department.sql("rezaei") as psql:
        label: dict[str, Any] = {**of, "label": "مالی", "folded": "مالی", "on": True}
        rules = [
            by_sql(psql, "due_set", number, seen=draft.thread.version + 1, due_on="2026-12-01", **of),
            by_sql(psql, "labels_changed", number, **label | {"label": " مالی"}),
            by_sql(psql, "labels_changed", number, **label | {"folded": ""}),
            by_sql(psql, "labels_changed", number, **label | {"label": "x" * 41}),
            by_sql(psql, "labels_changed", number, **label | {"on": False}),
            by_sql(psql, "labels_changed", number, **label),
            by_sql(psql, "labels_changed", number, **label),
        ]
        assert rules == [
            "conflict", "out_of_range", "out_of_range", "out_of_range", "so_already", None, "so_already",
        ]  # fmt: skip
        assert by_sql(psql, "replied", number, words="x", **of) is None
    with department.sql(only_sets_up(department)) as psql:
        assert by_sql(psql, "due_set", number, due_on="2026-12-01", **of) == "not_your_role"
        assert by_sql(psql, "labels_changed", number, **label | {"on": False}) == "not_your_role"
    row = department.owner.annotations.thread(number, 1)
    assert (row.labels, row.due_on) == (("مالی",), None)
    events = told(department, "thread", number)
    assert [event.action for event in events] == ["annotated", "labels_changed", "replied"]
    services, reviewer = department.signed_in("sadeghi")
    services.annotations.resolve(reviewer, number, row.version, 1, ThreadOutcome.APPLIED)
    with department.sql("rezaei") as psql:
        assert by_sql(psql, "due_set", number, due_on="2026-12-01", **of) == "not_from_this_state"
    assert verify(department.owner.database).ok
