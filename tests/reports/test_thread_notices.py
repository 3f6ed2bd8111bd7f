"""What a person is told of annotations: given to them, mentioning them, answered, settled, due."""

from __future__ import annotations

from datetime import date, timedelta

from desktop_app.clock import FixedClock
from desktop_app.instruments.comments.staff_threads import ThreadSubject
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome
from desktop_app.reports.notices.model import Notice, NoticeKind, Told, Topic
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.instruments.campaigning import COMMON
from tests.instruments.consulting import Consultation
from tests.instruments.test_annotations import ARTICLES, annotate, draft


def told(office: TestOffice, actor: Actor) -> tuple[Notice, ...]:
    return office.services.notices.of(actor).notices


def kinds(office: TestOffice, actor: Actor) -> list[NoticeKind]:
    return sorted(notice.kind for notice in told(office, actor) if not notice.seen)


def test_who_gets_an_annotation_is_told_by_whom_and_of_which_words(office: TestOffice) -> None:
    annotations, clerk = office.services.annotations, office.clerk
    made = annotate(office, draft(office, *ARTICLES), "سی روز کاری")
    given = annotations.assign(office.reviewer, made.id, made.version, 1, clerk.person_id)
    [notice] = told(office, clerk)
    assert (notice.kind, notice.who) == (NoticeKind.THREAD_ASSIGNED, office.reviewer.name)
    assert (notice.about, notice.why) == ("آیین‌نامه", "سی روز کاری")
    assert (notice.item_id, notice.instrument_id, notice.seen) == (made.id, made.instrument_id, False)
    assert notice.topic is Topic.DRAFTS
    assert told(office, office.reviewer) == told(office, office.other_clerk) == ()
    # Whoever acts on it has seen it; who had it in between is told no more.
    annotations.reply(clerk, made.id, 1, "بررسی می‌کنم.")
    assert [notice.seen for notice in told(office, clerk)] == [True]
    annotations.assign(office.reviewer, made.id, given.version + 1, 1, office.manager.person_id)
    assert told(office, clerk) == ()
    assert kinds(office, office.manager) == [NoticeKind.THREAD_ASSIGNED, NoticeKind.THREAD_REPLIED]
    # Nor its author, who had it in between.
    now = annotations.thread(made.id, 1)
    now = annotations.assign(office.manager, made.id, now.version, 1, office.reviewer.person_id)
    assert NoticeKind.THREAD_ASSIGNED in kinds(office, office.reviewer)
    annotations.assign(office.manager, made.id, now.version, 1, None)
    assert NoticeKind.THREAD_ASSIGNED not in kinds(office, office.reviewer)


def test_an_author_is_told_of_answers_and_of_the_end(office: TestOffice) -> None:
    annotations, reviewer = office.services.annotations, office.reviewer
    made = annotate(office, draft(office, *ARTICLES), "سی روز کاری")
    annotations.reply(reviewer, made.id, 1, "یادآوری")
    assert told(office, reviewer) == ()
    said = annotations.reply(office.clerk, made.id, 1, "از قانون آمده است.")
    settled = annotations.resolve(
        office.manager, made.id, said.version, 1, ThreadOutcome.ANSWERED, "روشن است."
    )
    found = {notice.kind: notice for notice in told(office, reviewer)}
    assert found[NoticeKind.THREAD_REPLIED].why == "از قانون آمده است."
    assert found[NoticeKind.THREAD_RESOLVED].who == office.manager.name
    assert found[NoticeKind.THREAD_RESOLVED].why.endswith("روشن است.")
    assert told(office, office.clerk) == ()
    annotations.reopen(office.clerk, made.id, settled.version, 1)
    assert kinds(office, reviewer) == [NoticeKind.THREAD_REOPENED, NoticeKind.THREAD_REPLIED]


def test_a_person_is_told_once_of_a_message_that_mentions_them(office: TestOffice) -> None:
    annotations, reviewer, clerk = office.services.annotations, office.reviewer, office.clerk
    assert reviewer.person_id is not None
    assert clerk.person_id is not None
    made = annotate(office, draft(office, *ARTICLES), "سی روز کاری")
    annotations.reply(office.manager, made.id, 1, f"@{reviewer.name} و @{clerk.name} ببینند.",
                      [reviewer.person_id, clerk.person_id])  # fmt: skip
    assert kinds(office, reviewer) == kinds(office, clerk) == [NoticeKind.THREAD_MENTIONED]
    office.services.notices.tell(clerk, [Told.THREAD_MINE])
    assert told(office, clerk) == ()
    # A forged mention names nobody in the text.
    annotations.reply(office.manager, made.id, 1, "@همه ببینند.", [clerk.person_id])
    office.services.notices.tell(clerk, [])
    assert kinds(office, clerk) == [NoticeKind.THREAD_MENTIONED]


def test_what_is_due_calls_for_whoever_has_it_until_it_is_settled(
    office: TestOffice, clock: FixedClock
) -> None:
    annotations, today = office.services.annotations, date(2026, 11, 24)
    made = annotate(office, draft(office, *ARTICLES), "سی روز کاری")
    due = annotations.set_due(office.reviewer, made.id, made.version, 1, today + timedelta(days=3))
    assert told(office, office.reviewer) == ()
    clock.advance(timedelta(days=1))
    [notice] = told(office, office.reviewer)
    assert (notice.kind, notice.due_on) == (NoticeKind.THREAD_DUE, today + timedelta(days=3))
    given = annotations.assign(office.reviewer, made.id, due.version, 1, office.clerk.person_id)
    assert told(office, office.reviewer) == ()
    assert kinds(office, office.clerk) == [NoticeKind.THREAD_ASSIGNED, NoticeKind.THREAD_DUE]
    clock.advance(timedelta(days=3))
    assert kinds(office, office.clerk) == [NoticeKind.THREAD_ASSIGNED, NoticeKind.THREAD_LATE]
    annotations.resolve(office.clerk, made.id, given.version, 1, ThreadOutcome.ANSWERED)
    assert kinds(office, office.clerk) == []


def test_a_staff_thread_on_a_comment_tells_who_has_it_and_who_opened_it(
    office: TestOffice, clock: FixedClock
) -> None:
    consultation = Consultation(office, clock).opened()
    comment, threads = consultation.comment("سخن مردم", number="1"), office.services.staff_threads
    clerk, reviewer = office.clerk, office.reviewer
    opened = threads.open(
        clerk,
        ThreadSubject(comment_id=comment),
        ThreadKind.QUESTION,
        "از کجا آمد؟",
        assignee_id=reviewer.person_id,
    )
    [notice] = [one for one in told(office, reviewer) if one.comment_id is not None]
    assert (notice.kind, notice.who, notice.why) == (NoticeKind.THREAD_ASSIGNED, clerk.name, "از کجا آمد؟")
    assert (notice.instrument_id, notice.comment_id) == (consultation.id, comment)
    clock.advance(timedelta(minutes=5))
    threads.reply(reviewer, opened.id, "از درگاه.")
    [answer] = [one for one in told(office, clerk) if one.comment_id is not None]
    assert (answer.kind, answer.who, answer.why) == (NoticeKind.THREAD_REPLIED, reviewer.name, "از درگاه.")
    assert all(one.seen for one in told(office, reviewer) if one.comment_id is not None)
    assert not [one for one in told(office, office.manager) if one.comment_id is not None]
    for number in range(2):
        consultation.comment(COMMON, number=f"c{number}")
    office.services.campaign_finding.look(clerk, consultation.id)
    (group,) = office.services.campaigns.all(consultation.id)
    threads.open(
        clerk,
        ThreadSubject(campaign_id=group.id),
        ThreadKind.NOTE,
        "گروهی است.",
        assignee_id=reviewer.person_id,
    )
    found = [one for one in told(office, reviewer) if one.comment_id is not None and not one.seen]
    assert [one.why for one in found] == ["گروهی است."]
    assert found[0].comment_id in {row.id for row in office.services.comments.of_instrument(consultation.id)}
