"""What becomes of an answer is said by one rule, from whatever channel, contact, switch and message it comes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import pytest
from sqlalchemy import select, text, update

from desktop_app.clock import FixedClock
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.lists.filters import NOT_SENT, Scope
from desktop_app.petitions.lists.inbox import ListFilter
from desktop_app.petitions.outbox.delivery_state import DeliveryState
from desktop_app.petitions.outbox.earlier_answers import tell_earlier
from desktop_app.petitions.outbox.model import MessageState, OutboxMessage
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.vocabulary import Channel, Outcome
from desktop_app.progress import SilentProgress
from tests.department import TestOffice
from tests.petitions.outbox.sending import EMAIL, MOBILE, by, messages, switch_on

#: Who wrote: channel, number at the portal, mobile, e-mail; and how they are reached, empty for not at all.
_SENDERS = (
    (Channel.PORTAL, "P-1", MOBILE, EMAIL, "portal"),
    (Channel.PORTAL, "P-2", "", "", "portal"),
    (Channel.PORTAL, None, MOBILE, EMAIL, ""),
    (Channel.PORTAL, None, "", "", ""),
    (Channel.SMS, None, MOBILE, EMAIL, "sms"),
    (Channel.SMS, None, "", EMAIL, ""),
    (Channel.EMAIL, None, MOBILE, EMAIL, "email"),
    (Channel.EMAIL, None, MOBILE, "", ""),
    (Channel.PHONE, None, MOBILE, EMAIL, "sms"),
    (Channel.PHONE, None, "", EMAIL, ""),
    (Channel.LETTER, None, MOBILE, EMAIL, ""),
    (Channel.IN_PERSON, None, MOBILE, "", ""),
    (Channel.SERVICE_DESK, None, MOBILE, EMAIL, ""),
    (Channel.SINGLE_WINDOW, None, "", "", ""),
)
_STATES = {
    MessageState.WAITING: DeliveryState.WAITING,
    MessageState.TAKEN: DeliveryState.WAITING,
    MessageState.SENT: DeliveryState.HANDED_ON,
    MessageState.DELIVERED: DeliveryState.CONFIRMED,
    MessageState.FAILED: DeliveryState.FAILED,
    MessageState.CANCELLED: DeliveryState.OFF,
}


def answered(office: TestOffice, number: int, outcome: Outcome = Outcome.ANSWERED) -> int:
    """Takes and answers a petition; returns its id."""
    desk = office.services.desk
    taken = desk.take(office.clerk, number, desk.peek(office.clerk, number).version)
    desk.resolve(office.clerk, number, taken.version, outcome, "مجوز شما صادر شد.")
    return number


def states_in_list(office: TestOffice, wanted: ListFilter | None = None) -> dict[int, str | None]:
    wanted = wanted or ListFilter(scope=Scope.ANY)
    return {row.id: row.delivery for row in office.services.inbox.first(office.clerk, wanted, 60)}


def at_portal(office: TestOffice, mobile: str) -> DeliveryState:
    """The state of an answer that no message takes to somebody who wrote at the portal."""
    asks = mobile and not office.services.database.is_sqlite
    return DeliveryState.AT_PORTAL if asks else DeliveryState.AT_COUNTER


@pytest.mark.parametrize("on", [(), tuple(DeliveryMethod), (DeliveryMethod.SMS,)])
def test_the_state_follows_from_channel_contact_and_switch(
    office: TestOffice, on: tuple[DeliveryMethod, ...]
) -> None:
    switch_on(office, ways=on)
    office.services.message_rules.change(office.administrator, MessageSettings(sms_to=("phone",)))
    for at, (channel, external, mobile, email, way) in enumerate(_SENDERS):
        # Another person each time, who left nothing else before.
        contact = Contact(
            name=f"متقاضی {at}",
            mobile=mobile and f"091212345{at:02}",
            email=email and f"karimi{at}@example.ir",
        )
        number = by(channel, office, text=f"متن {at}", external_id=external, contact=contact)
        if not way:
            expected = at_portal(office, mobile) if channel is Channel.PORTAL else DeliveryState.AT_COUNTER
        else:
            expected = DeliveryState.WAITING if way in on else DeliveryState.OFF
        detail = office.services.desk.peek(office.clerk, number)
        assert detail.delivery is None
        planned = {kind: status.state for kind, status in detail.planned.items()}
        assert planned == dict.fromkeys(planned, expected), (channel, mobile, email)
        assert len(planned) == 3
        answered(office, number)
        detail = office.services.desk.peek(office.clerk, number)
        assert detail.delivery is not None
        assert (detail.delivery.state, detail.delivery.way) == (expected, way), (channel, mobile, email)
        assert detail.replies[-1].delivery == detail.delivery
        assert states_in_list(office)[number] == expected
        assert (expected is DeliveryState.WAITING) == (("answered", number) in _ends(office))


def _ends(office: TestOffice) -> Iterable[tuple[str, int]]:
    return messages(office, OutboxMessage.kind, OutboxMessage.petition_id)


def test_the_state_follows_the_message(office: TestOffice) -> None:
    switch_on(office)
    number = answered(office, by(Channel.SMS, office))
    for state, expected in _STATES.items():
        with office.services.database.writing() as session:
            told = update(OutboxMessage).where(OutboxMessage.kind == "answered")
            session.execute(told.values(state=state.value, reason="گوشی خاموش" if state == "failed" else ""))
        delivery = office.services.desk.peek(office.clerk, number).delivery
        assert delivery is not None
        assert delivery.state is expected
        assert (delivery.reason == "گوشی خاموش") == (expected is DeliveryState.FAILED)
        assert states_in_list(office) == {number: expected}
        assert states_in_list(office, ListFilter(scope=Scope.ANY, delivery=expected.value)) == {
            number: expected
        }
        if not office.services.database.is_sqlite:
            with office.services.database.reading() as session:
                told_portal = session.execute(text("SELECT app.delivery_of(:number)"), {"number": number})
                assert told_portal.scalar_one() == expected


def test_a_notice_waits_for_no_answer_and_an_open_petition_has_no_end(office: TestOffice) -> None:
    switch_on(office)
    number = by(Channel.SMS, office)
    assert states_in_list(office) == {number: None}
    with office.services.database.writing() as session:
        session.execute(text("UPDATE petition SET notice = :yes"), {"yes": True})
    detail = office.services.desk.peek(office.clerk, number)
    assert {status.state for status in detail.planned.values()} == {DeliveryState.NOBODY}


def test_each_reply_says_what_became_of_it(office: TestOffice) -> None:
    switch_on(office, kinds=(MessageKind.INTERIM,))
    desk, clerk = office.services.desk, office.clerk
    number = by(Channel.SMS, office)
    taken = desk.take(clerk, number, desk.peek(clerk, number).version)
    interim = office.services.interim_replies.send(clerk, number, taken.version, "در دست بررسی است.")
    desk.resolve(clerk, number, interim.version, Outcome.ANSWERED, "مجوز شما صادر شد.")
    first, last = desk.peek(clerk, number).replies
    assert (first.interim, first.delivery.state) == (True, DeliveryState.WAITING)
    assert (last.interim, last.delivery.state) == (False, DeliveryState.OFF)


def test_a_message_about_an_earlier_end_does_not_count(office: TestOffice, clock: FixedClock) -> None:
    switch_on(office)
    desk, clerk = office.services.desk, office.clerk
    number = answered(office, by(Channel.SMS, office))
    with office.services.database.writing() as session:
        session.execute(update(OutboxMessage).values(state=MessageState.DELIVERED.value))
    reopened = desk.reopen(clerk, number, desk.peek(clerk, number).version, "سند تازه")
    office.services.message_templates.switch(office.administrator, DeliveryMethod.SMS, on=False)
    clock.advance(timedelta(minutes=1))
    desk.resolve(clerk, number, reopened.version, Outcome.ANSWERED, "مجوز شما تمدید شد.")
    first, last = desk.peek(clerk, number).replies
    assert (first.delivery.state, last.delivery.state) == (DeliveryState.CONFIRMED, DeliveryState.OFF)


def test_answers_that_were_not_sent_are_told_once_if_the_office_decides_so(office: TestOffice) -> None:
    earlier = office.services.earlier_answers
    number = answered(office, by(Channel.SMS, office))
    closed = answered(office, by(Channel.SMS, office, text="دوم"), Outcome.WITHDRAWN)
    kept = answered(office, by(Channel.LETTER, office, text="سوم"))
    assert states_in_list(office, NOT_SENT).keys() == {number, closed}
    assert earlier.count(office.administrator) == 0, "nothing is switched on that could tell them"
    office.services.message_templates.switch(office.administrator, DeliveryMethod.SMS, on=True)
    assert earlier.count(office.administrator) == 2
    assert earlier.count(office.administrator, 7) == 2
    assert _told(office) == (0, []), "nobody decided yet"
    earlier.decide(office.administrator, 0)
    assert _told(office) == (0, [])
    earlier.decide(office.administrator, None)
    assert _told(office) == (2, [("answered", number), ("closed", closed)])
    assert _told(office)[0] == 0, "nothing goes twice"
    assert states_in_list(office, NOT_SENT) == {}
    assert states_in_list(office)[kept] == DeliveryState.AT_COUNTER
    detail = office.services.desk.peek(office.clerk, number)
    assert [event.action for event in detail.history][-1] == "answer_told"
    assert detail.replies[-1].delivery.state is DeliveryState.WAITING
    reopened = office.services.desk.reopen(office.clerk, number, detail.version, "سند تازه")
    assert reopened.delivery is None


def test_answers_of_the_last_days_alone_are_told(office: TestOffice) -> None:
    numbers = [answered(office, by(Channel.SMS, office, text=f"متن {at}")) for at in range(3)]
    with office.services.database.writing() as session:
        older = text("UPDATE petition SET resolved_at = :at WHERE id = :number")
        session.execute(older, {"at": "2026-09-01 08:00:00.000000", "number": numbers[0]})
    office.services.message_templates.switch(office.administrator, DeliveryMethod.SMS, on=True)
    assert office.services.earlier_answers.count(office.administrator, 30) == 2
    office.services.earlier_answers.decide(office.administrator, 30)
    assert _told(office) == (2, [("answered", numbers[1]), ("answered", numbers[2])])


def _told(office: TestOffice) -> tuple[int, list[tuple[str, int]]]:
    """Runs the round that writes messages of earlier answers; returns how many, and all messages of ends."""
    count = tell_earlier(office.services.database, office.manager, SilentProgress())
    with office.services.database.reading() as session:
        wanted = select(OutboxMessage.kind, OutboxMessage.petition_id).order_by(OutboxMessage.id)
        ends = wanted.where(OutboxMessage.kind.in_(("answered", "closed")))
        return count, [(row[0], row[1] or 0) for row in session.execute(ends)]
