"""The questions that were sent to numbers and addresses, and their answers.

An answer to a question whose petition was reopened since is not counted: the end that it judges was taken back. On
PostgreSQL the addresses are compared by `app.asked_at`, after whoever asks has asked about them (`people.asking`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import ARRAY, String, bindparam, func, select, text
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.office.message_templates import MessageKind
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.model import OutboxAddress, OutboxMessage
from desktop_app.petitions.satisfaction.acts import ANSWERED, SETTLED
from desktop_app.petitions.satisfaction.model import SatisfactionQuestion
from desktop_app.staff.acting import perform_each
from desktop_app.staff.roles import Actor

_ASKED_AT: Final = text("SELECT address, petition FROM app.asked_at(:addresses)").bindparams(
    bindparam("addresses", type_=ARRAY(String))
)


class QuestionState(StrEnum):
    """The state of a question that was sent."""

    OPEN = "open"
    EXPIRED = "expired"
    ANSWERED = "answered"
    #: Its petition was reopened since.
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class SentQuestion:
    """A question that was sent to a number or address."""

    petition_id: int
    tracking_code: str
    subject: str
    asked_on: date
    state: QuestionState
    #: The answer, and the submission that gave it.
    mark: int | None
    submission_id: int | None


def questions_at(
    session: Session, addresses: Iterable[str], now: datetime
) -> dict[str, tuple[SentQuestion, ...]]:
    """Returns the questions that were sent to each number or address (in small letters), in the order of asking."""
    wanted = sorted({address.lower() for address in addresses if address})
    if not wanted:
        return {}
    if session.get_bind().dialect.name != "sqlite":
        pairs = [(row.address, row.petition) for row in session.execute(_ASKED_AT, {"addresses": wanted})]
    else:
        pairs = _asked_here(session, wanted)
    questions = _read(session, [petition for _, petition in pairs], tehran_day(now))
    found: dict[str, tuple[SentQuestion, ...]] = {}
    for address in wanted:
        petitions = {petition for sent_to, petition in pairs if sent_to == address}
        found[address] = tuple(one for number, one in questions.items() if number in petitions)
    return found


def record_answer(
    session: Session,
    actor: Actor,
    petition_id: int,
    submission_id: int,
    mark: int,
    now: datetime,
    *,
    settles: bool = False,
) -> str | None:
    """Records an answer, which a person `settles`; returns the rule that refuses it, if one does."""
    item = Item(petition_id, given={"satisfaction": mark, "submission_id": submission_id})
    act = SETTLED if settles else ANSWERED
    return perform_each(session, act, actor, [item], now)[petition_id].refused


def _asked_here(session: Session, addresses: list[str]) -> list[tuple[str, int]]:
    """Does the same on SQLite as `app.asked_at`."""
    to = func.lower(OutboxAddress.address)
    found = session.execute(
        select(to, OutboxMessage.petition_id)
        .join(OutboxMessage, OutboxMessage.id == OutboxAddress.message_id)
        .where(to.in_(addresses), OutboxMessage.kind == MessageKind.SATISFACTION.value)
        .distinct()
    )
    return [(row[0], row[1]) for row in found]


def _read(session: Session, petition_ids: list[int], today: date) -> dict[int, SentQuestion]:
    rows = session.execute(
        select(SatisfactionQuestion, Petition.tracking_code, Petition.subject, Petition.resolved_at)
        .join(Petition, Petition.id == SatisfactionQuestion.petition_id)
        .where(Petition.id.in_(petition_ids), Petition.masked_at.is_(None))
        .order_by(SatisfactionQuestion.asked_at, SatisfactionQuestion.petition_id)
    )
    return {
        question.petition_id: SentQuestion(
            question.petition_id,
            code,
            subject,
            tehran_day(question.asked_at),
            _state(question, resolved_at, today),
            question.mark,
            question.submission_id,
        )
        for question, code, subject, resolved_at in rows
    }


def _state(question: SatisfactionQuestion, resolved_at: datetime | None, today: date) -> QuestionState:
    if question.closed_at != resolved_at:
        return QuestionState.OVERTAKEN
    if question.answered_at is not None:
        return QuestionState.ANSWERED
    return QuestionState.EXPIRED if question.expires_on < today else QuestionState.OPEN
