"""Plans the messages to the commenters of a finished draft: who is told what, and who is not, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.instruments.comments.senders import ways_to_senders
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.vocabulary import HiddenReason
from desktop_app.office.message_templates import DeliveryMethod, MessageKind, active_templates, words_of
from desktop_app.office.settings import OfficeSettings, settings_of
from desktop_app.people.masking import masked
from desktop_app.petitions.outbox.composing import composed
from desktop_app.petitions.outbox.model import MessageState, OutboxMessage
from desktop_app.petitions.outbox.settings import MessageSettings, message_settings_of
from desktop_app.reports.outcome.composing import link_to, values_for
from desktop_app.reports.outcome.frozen import FrozenOutcome
from desktop_app.reports.summing_up.matrix import ProvisionOutcome


class NotTold(StrEnum):
    """Why a commenter is not told."""

    NO_CONTACT = "no_contact"
    BAD_CONTACT = "bad_contact"
    #: The comment or its decision came after the summing-up was frozen.
    NOT_ANSWERED = "not_answered"
    #: The office has not switched on messages of this way.
    OFF = "off"
    #: The same number or address is told the same by the message about another comment.
    SAME = "same"


@dataclass(frozen=True, slots=True)
class OutcomeMessage:
    """A message to a commenter. `address` is masked: its end, as comments show their sender."""

    comment_id: int
    way: DeliveryMethod
    address: str
    subject: str
    text: str


@dataclass(slots=True)
class OutcomePlan:
    """The messages that are not written yet, from the summing-up `number`, and everybody else in numbers."""

    number: int
    #: Whether the messages link to the outcome page: the office has entered the address of its portal.
    linked: bool
    messages: list[OutcomeMessage] = field(default_factory=list)
    not_told: Counter[NotTold] = field(default_factory=Counter)
    made: Counter[MessageState] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class SenderAnswer:
    """What a comment's sender is told; equal answers to one sender are told once."""

    disposition: str
    reason: str
    provision: str
    change: ProvisionOutcome | None
    anchor: str
    #: Why the text stays as it is although the comment is accepted.
    unchanged: str = ""


def as_decided(comment: CommentRow, answer: SenderAnswer) -> bool:
    """Whether the comment has the decision that was frozen: a member may have joined its group later."""
    decided = comment.decided.value if comment.decided is not None else ""
    given = (decided, masked(comment.reason), comment.carried_provision, masked(comment.unchanged_reason))
    return given == (answer.disposition, answer.reason, answer.provision, answer.unchanged)


def of_hidden(comment: CommentRow, frozen: FrozenOutcome) -> SenderAnswer:
    repeats = comment.hidden is HiddenReason.PERSONAL_DATA
    assert comment.decided is not None
    return SenderAnswer(
        comment.decided.value,
        "" if repeats else masked(comment.reason),
        comment.carried_provision,
        frozen.change_of(comment.carried_provision),
        # It stands in no part of the page.
        anchor="",
        unchanged="" if repeats else masked(comment.unchanged_reason),
    )


def planned(
    session: Session,
    instrument: Instrument,
    frozen: FrozenOutcome,
    answers: Mapping[int, SenderAnswer],
    now: datetime,
) -> OutcomePlan:
    office, settings = settings_of(session), message_settings_of(session)
    plan = OutcomePlan(frozen.report.number, bool(settings.portal_address))
    templates = active_templates(session, (MessageKind.COMMENTED,))
    ways = ways_to_senders(session, instrument.id)
    made = _made(session, instrument.id)
    comments = _comments(session, instrument.id)
    texts: dict[tuple[SenderAnswer, str], tuple[str, str]] = {}
    told = {(row.sender_key, answers.get(row.id)) for row in comments if row.id in made and row.sender_key}
    for row in comments:
        if row.id in made:
            plan.made[made[row.id]] += 1
            continue
        answer, way = answers.get(row.id), ways.get(row.id)
        template = templates.get((MessageKind.COMMENTED.value, way or ""))
        late = max(row.decided_at or now, row.taken_in_at or row.received_at) > frozen.report.made_at
        reason = _why_not(way, template, told=(row.sender_key, answer) in told)
        if answer is None or late:
            reason = NotTold.NOT_ANSWERED
        if reason is not None or answer is None or way is None:
            plan.not_told[reason or NotTold.NO_CONTACT] += 1
            continue
        told.add((row.sender_key, answer))
        if (answer, way) not in texts:
            texts[answer, way] = _words(instrument, answer, way, template, office, settings, now)
        plan.messages.append(OutcomeMessage(row.id, DeliveryMethod(way), row.sender, *texts[answer, way]))
    return plan


def _why_not(way: str | None, template: Any, *, told: bool) -> NotTold | None:
    if way is None:
        return NotTold.NO_CONTACT
    if not way:
        return NotTold.BAD_CONTACT
    if template is None:
        return NotTold.OFF
    return NotTold.SAME if told else None


def _words(
    instrument: Instrument,
    answer: SenderAnswer,
    way: str,
    template: Any,
    office: OfficeSettings,
    settings: MessageSettings,
    now: datetime,
) -> tuple[str, str]:
    values = values_for(
        title=instrument.title,
        code=instrument.code,
        disposition=answer.disposition,
        reason=answer.reason,
        provision=answer.provision,
        change=answer.change,
        unchanged=answer.unchanged,
        link=link_to(settings.portal_address, instrument.code, answer.anchor),
        office=office,
        now=now,
    )
    subject, text = composed(DeliveryMethod(way), *words_of(template), values, settings.sms_segments)
    return subject[:400], text


def _made(session: Session, instrument_id: int) -> dict[int, MessageState]:
    """Returns the state of the last message to each commenter who has one."""
    statement = (
        select(OutboxMessage.comment_id, OutboxMessage.state)
        .join(PublicComment, PublicComment.id == OutboxMessage.comment_id)
        .where(PublicComment.instrument_id == instrument_id)
        .order_by(OutboxMessage.id)
    )
    return {row.comment_id: MessageState(row.state) for row in session.execute(statement) if row.comment_id}


def _comments(session: Session, instrument_id: int) -> Sequence[Any]:
    columns = (
        PublicComment.id, PublicComment.sender, PublicComment.sender_key, PublicComment.decided_at,
        PublicComment.taken_in_at, PublicComment.received_at,
    )  # fmt: skip
    found = select(*columns).where(PublicComment.instrument_id == instrument_id)
    return session.execute(found.order_by(PublicComment.id)).all()
