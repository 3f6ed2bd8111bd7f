"""The acts of a question about satisfaction: it is asked once, and gets one answer, which its sender gave.

On PostgreSQL `app.is_answer` compares the answer with the submission in which it came, as it came.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Date,
    String,
    Text,
    and_,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import days_later, engine_function
from desktop_app.database.acts.expressions import given, negation, now
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.office.model import OfficeRow
from desktop_app.people.model import Petitioner, PetitionerIdentity
from desktop_app.petitions.acts.beside import beside
from desktop_app.petitions.acts.predicates import TOLD, is_notice, works
from desktop_app.petitions.acts.steps import TOUCHED, moved
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.model import MessageState, OutboxMessage
from desktop_app.petitions.satisfaction.model import SatisfactionQuestion
from desktop_app.petitions.vocabulary import Outcome

#: Nobody asks how satisfied somebody is who was answered elsewhere.
NOT_ASKED: Final = frozenset({Outcome.DUPLICATE, Outcome.COMMENTED})
#: The states of a message that reaches its petitioner, or may yet.
_WENT_OUT: Final = (MessageState.SENT.value, MessageState.DELIVERED.value)
_ARRIVES: Final = (MessageState.WAITING.value, MessageState.TAKEN.value, *_WENT_OUT)
_QUESTION: Final = named_table("satisfaction_question")

#: The day in Tehran of a moment; SQLite counts with the time of Iran since 1401.
_day: Final = engine_function(
    Date(), postgresql="({0} AT TIME ZONE 'Asia/Tehran')::date", sqlite="date({0}, '+210 minutes')"
)
#: Whether a submission is an answer of whoever was asked: petition, submission, mark, whether a person settles it. On
#: SQLite the service decides.
_is_answer: Final = engine_function(Boolean(), postgresql="app.is_answer({0}, {1}, {2}, {3})", sqlite="1")


def is_open(question: Any, petition: Any, today: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a question waits for its answer: its petition is closed as it was, and its message arrives."""
    message = aliased(OutboxMessage)
    arrives = select(message.id).where(
        message.petition_id == question.petition_id,
        message.kind == MessageKind.SATISFACTION.value,
        message.state.in_(_ARRIVES),
    )
    return and_(
        question.answered_at.is_(None),
        question.expires_on >= today,
        question.closed_at == petition.resolved_at,
        petition.masked_at.is_(None),
        arrives.correlate_except(message).exists(),
    )


def was_sent(question: Any, petition: Any) -> ColumnElement[bool]:
    """Whether a question counts: it was answered or its message went out, and its petition is closed as it was."""
    message = aliased(OutboxMessage)
    out = select(message.id).where(
        message.petition_id == question.petition_id,
        message.kind == MessageKind.SATISFACTION.value,
        message.state.in_(_WENT_OUT),
    )
    arrived = or_(question.answered_at.is_not(None), out.correlate_except(message).exists())
    return and_(question.closed_at == petition.resolved_at, arrived)


def _of_item(scope: ActScope, *conditions: ColumnElement[bool], question: Any) -> ColumnElement[bool]:
    """Whether there is a question about the petition that fulfils the conditions."""
    found = select(question.petition_id).where(question.petition_id == scope.item.c.id, *conditions)
    return found.correlate_except(question).exists()


def _asked(scope: ActScope) -> ColumnElement[bool]:
    return _of_item(scope, question=aliased(SatisfactionQuestion))


def _office(scope: ActScope, column: str) -> ColumnElement[Any]:
    office = aliased(OfficeRow)
    del scope
    return select(getattr(office, column)).correlate_except(office).scalar_subquery()


def _not_due(scope: ActScope) -> ColumnElement[bool]:
    """Whether the office asks later, or of petitions that were closed later."""
    closed = scope.item.c.resolved_at
    due = and_(
        closed >= _office(scope, "asks_since"),
        days_later(_day(closed), _office(scope, "ask_after_days")) <= scope.today,
    )
    return not_(func.coalesce(due, false()))


def _without_address(scope: ActScope) -> ColumnElement[bool]:
    """Whether the petitioner left no number or address for the given delivery method."""
    person = aliased(Petitioner)
    left = or_(
        and_(scope.given("way") == DeliveryMethod.SMS.value, person.masked_mobile != ""),
        and_(scope.given("way") == DeliveryMethod.EMAIL.value, person.masked_email != ""),
    )
    found = select(person.id).where(person.id == scope.item.c.petitioner_id, left)
    return not_(found.correlate_except(person).exists())


def _other_open(scope: ActScope) -> ColumnElement[bool]:
    """Whether another question waits for an answer from the same number or address.

    One search for each way: an index finds a number or an address, and none finds “the one or the other”.
    """

    def found(way: DeliveryMethod, same: Callable[[Any, Any], ColumnElement[bool]]) -> ColumnElement[bool]:
        question, petition = aliased(SatisfactionQuestion), aliased(Petition)
        mine, theirs = aliased(PetitionerIdentity), aliased(PetitionerIdentity)
        asked = (
            select(question.petition_id)
            .join(petition, petition.id == question.petition_id)
            .join(theirs, theirs.petitioner_id == petition.petitioner_id)
            .join(mine, same(mine, theirs))
            .where(
                mine.petitioner_id == scope.item.c.petitioner_id,
                question.way == way.value,
                is_open(question, petition, scope.today),
            )
        )
        return and_(
            scope.given("way") == way.value, asked.correlate_except(question, petition, mine, theirs).exists()
        )

    return or_(
        found(DeliveryMethod.SMS, lambda mine, theirs: theirs.mobile_key == mine.mobile_key),
        found(DeliveryMethod.EMAIL, lambda mine, theirs: func.lower(theirs.email) == func.lower(mine.email)),
    )


#: It is asked by the round that sends messages. One at a time: the next one of a number waits for the first.
ASKED: Final = replace(
    beside(
        "satisfaction_asked",
        works,
        ("question_is_off", lambda scope: func.coalesce(_office(scope, "ask_after_days"), 0) == 0),
        ("asked_already", _asked),
        ("not_from_this_state", lambda scope: or_(scope.item.c.is_open, scope.item.c.resolved_at.is_(None))),
        (
            "not_from_this_state",
            lambda scope: scope.item.c.outcome.in_(sorted(outcome.value for outcome in NOT_ASKED)),
        ),
        ("masked_petition", lambda scope: scope.item.c.masked_at.is_not(None)),
        ("notice_gets_no_reply", is_notice),
        ("satisfaction_is_known", lambda scope: scope.item.c.satisfaction.is_not(None)),
        ("question_not_due", _not_due),
        ("no_way_to_ask", _without_address),
        ("another_question_open", _other_open),
        steps=(
            TOUCHED,
            Step(
                "question",
                _QUESTION,
                Does.INSERT,
                "petition_id",
                sets={
                    "closed_at": lambda scope: scope.item.c.resolved_at,
                    "asked_at": now,
                    "expires_on": lambda scope: days_later(scope.today, _office(scope, "answer_days")),
                    "way": given("way"),
                },
                recorded=False,
            ),
            Step(
                "message",
                named_table("outbox_message"),
                Does.INSERT,
                "petition_id",
                sets={
                    "key": given("key"),
                    "kind": lambda _scope: literal(MessageKind.SATISFACTION.value),
                    "way": given("way"),
                    "subject": given("subject"),
                    "text": given("text"),
                    "state": lambda _scope: literal(MessageState.WAITING.value),
                    "made_at": now,
                },
                recorded=False,
            ),
        ),
        asks={"way": String(8), "key": String(32), "subject": String(400), "text": Text()},
        extra={"way": given("way")},
    ),
    alone=True,
)


def _another_closing(scope: ActScope) -> ColumnElement[bool]:
    question = aliased(SatisfactionQuestion)
    same = question.closed_at == scope.item.c.resolved_at
    return not_(_of_item(scope, same, question=question))


def _expired(scope: ActScope) -> ColumnElement[bool]:
    question = aliased(SatisfactionQuestion)
    return _of_item(scope, question.expires_on < scope.today, question=question)


def _answered(scope: ActScope) -> ColumnElement[bool]:
    question = aliased(SatisfactionQuestion)
    return _of_item(scope, question.answered_at.is_not(None), question=question)


def _marked_otherwise(scope: ActScope) -> ColumnElement[bool]:
    return func.coalesce(scope.item.c.satisfaction != scope.given("satisfaction"), false())


def _not_theirs(*, settles: bool) -> Expression:
    def rule(scope: ActScope) -> ColumnElement[bool]:
        mark = scope.given("satisfaction")
        told = _is_answer(scope.item.c.id, scope.given("submission_id"), mark, true() if settles else false())
        return not_(func.coalesce(told, false()))

    return rule


def _answer(name: str, *needs: tuple[str, Expression], settles: bool) -> Act:
    return beside(
        name,
        works,
        (
            "out_of_range",
            lambda scope: not_(func.coalesce(scope.given("satisfaction").between(1, 5), false())),
        ),
        ("not_asked", negation(_asked)),
        ("masked_petition", lambda scope: scope.item.c.masked_at.is_not(None)),
        ("answered_already", _answered),
        ("reopened_since", _another_closing),
        *needs,
        ("satisfaction_is_known", _marked_otherwise),
        ("no_answer_of_theirs", _not_theirs(settles=settles)),
        steps=(
            moved(None, ("satisfaction",)),
            Step(
                "question",
                _QUESTION,
                Does.UPDATE,
                "petition_id",
                sets={
                    "mark": given("satisfaction"),
                    "answered_at": now,
                    "submission_id": given("submission_id"),
                },
                recorded=False,
            ),
        ),
        told={"satisfaction": TOLD["satisfaction"]},
        asks={"submission_id": BigInteger()},
        extra={"submission_id": given("submission_id")},
    )


#: An answer that intake understands.
ANSWERED: Final = _answer("satisfaction_answered", ("question_expired", _expired), settles=False)
#: An answer in quarantine that a person reads. It may have come late.
SETTLED: Final = _answer("satisfaction_settled", settles=True)

declare(ASKED, ANSWERED, SETTLED)
