"""Interim replies: the petitioner is answered, the petition stays open, and its deadline runs on."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desktop_app.database.verification import verify
from desktop_app.errors import ConflictError, InvalidValueError, RuleError
from desktop_app.office.settings import AnswerDeadline, IdentityRule
from desktop_app.petitions.model import Reply
from desktop_app.petitions.outbox.model import MessageState, OutboxMessage
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Status
from tests.department import TestOffice
from tests.petitions.outbox.sending import by, messages, switch_on

TEXT = "پروندهٔ شما در مرحلهٔ دوم بررسی است."


def test_an_interim_reply_leaves_state_and_deadline_as_they_are(office: TestOffice) -> None:
    office.services.office.set_deadlines(office.administrator, (AnswerDeadline(None, None, 5, False),))
    seen = office.taken()
    now = office.services.interim_replies.send(office.clerk, seen.id, seen.version, TEXT)
    assert (now.status, now.due_on, now.paused_on) == (Status.IN_PROGRESS, seen.due_on, None)
    assert seen.due_on is not None
    [reply] = now.replies
    assert (reply.text, reply.author, reply.interim) == (TEXT, office.clerk.name, True)
    assert (now.history[-1].action, now.draft, now.undoable) == ("interim_reply", "", True)
    assert now.sends_interim
    assert not verify(office.services.database).breaks


def test_the_final_reply_after_it_is_another_one(office: TestOffice) -> None:
    desk, seen = office.services.desk, office.taken()
    now = office.services.interim_replies.send(office.clerk, seen.id, seen.version, TEXT)
    done = desk.resolve(office.clerk, now.id, now.version, Outcome.ANSWERED, "پاسخ")
    assert [(reply.text, reply.interim) for reply in done.replies] == [(TEXT, True), ("پاسخ", False)]
    assert not done.sends_interim


def test_the_draft_is_sent_where_nothing_is_given_and_undoing_makes_it_a_draft_again(
    office: TestOffice,
) -> None:
    desk, seen = office.services.desk, office.taken()
    drafted = desk.save_draft(office.clerk, seen.id, seen.version, TEXT)
    now = office.services.interim_replies.send(office.clerk, seen.id, drafted.version, "")
    assert [(reply.text, reply.interim) for reply in now.replies] == [(TEXT, True)]
    back = desk.undo(office.clerk, now.id, now.version)
    assert (back.replies, back.draft) == ((), TEXT)
    with office.services.database.reading() as session:
        assert not session.scalar(select(Reply.interim))
    done = desk.resolve(office.clerk, back.id, back.version, Outcome.ANSWERED, "")
    assert [(reply.text, reply.interim) for reply in done.replies] == [(TEXT, False)]


def test_the_petitioner_is_told_and_an_undone_message_does_not_go_out(office: TestOffice) -> None:
    switch_on(office)
    number, desk = by(Channel.SMS, office), office.services.desk
    seen = desk.take(office.clerk, number, 1)
    now = office.services.interim_replies.send(office.clerk, seen.id, seen.version, TEXT)
    kind, text, state = messages(office, OutboxMessage.kind, OutboxMessage.text, OutboxMessage.state)[-1]
    assert (kind, state) == ("interim", MessageState.WAITING)
    assert TEXT in text
    desk.undo(office.clerk, now.id, now.version)
    assert messages(office, OutboxMessage.state)[-1][0] == MessageState.CANCELLED


def test_it_needs_no_approval_and_a_complaint_gets_it_from_its_own_clerk(office: TestOffice) -> None:
    number = office.registered(unit=office.music, kind=Kind.COMPLAINT)
    desk = office.services.desk
    seen = desk.take(office.music_clerk, number, desk.peek(office.music_clerk, number).version)
    now = office.services.interim_replies.send(office.music_clerk, seen.id, seen.version, TEXT)
    assert now.replies[0].interim
    waiting = desk.wait(office.music_clerk, now.id, now.version, "مدرک")
    assert waiting.sends_interim
    later = office.services.interim_replies.send(office.music_clerk, now.id, waiting.version, "دوم")
    assert (later.status, later.paused_on) == (Status.WAITING, waiting.paused_on)


def test_what_cannot_be_answered_for_now_is_refused(office: TestOffice) -> None:
    interim = office.services.interim_replies
    seen = office.taken()
    with pytest.raises(InvalidValueError):
        interim.send(office.clerk, seen.id, seen.version, "  ")
    number = office.registered("متن دیگر", unit=office.books)
    waits = office.services.desk.peek(office.clerk, number)
    assert not waits.sends_interim
    with pytest.raises(RuleError, match="not_from_this_state"):
        interim.send(office.clerk, number, waits.version, TEXT)
    office.services.desk.hand_over(
        office.manager, seen.id, seen.version, office.other_clerk.person_id, "مرخصی"
    )
    with pytest.raises(ConflictError):
        interim.send(office.clerk, seen.id, seen.version, TEXT)


def test_a_notice_gets_no_interim_reply(office: TestOffice) -> None:
    rules = (IdentityRule(None, None, ("national_id",)),)
    office.services.office.set_identity_rules(office.administrator, rules)
    seen = office.taken()
    assert seen.notice
    assert not seen.sends_interim
    with pytest.raises(RuleError, match="notice_gets_no_reply"):
        office.services.interim_replies.send(office.clerk, seen.id, seen.version, TEXT)
