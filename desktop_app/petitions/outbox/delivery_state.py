"""What happens, or happened, to an answer: the one rule that windows, papers, lists and the portal speak from.

The rule is written as SQL expressions, because lists filter by it and the portal's function asks it. They take tables
or entities with the columns of a petition and of its petitioner.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType, SimpleNamespace
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    String,
    and_,
    case,
    column,
    func,
    literal,
    not_,
    null,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function, literal_sql
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.office.model import MessageTemplate
from desktop_app.people.model import Petitioner
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.model import ENDS, MessageState, OutboxMessage
from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Channel


class DeliveryState(StrEnum):
    """Where an answer is on its way to the petitioner."""

    #: It waits in the outbox, or will as soon as it is given.
    WAITING = "waiting"
    #: It was handed on: to the mail server, or in a file of the gateway or the portal.
    HANDED_ON = "handed_on"
    #: A receipt says that it arrived.
    CONFIRMED = "confirmed"
    FAILED = "failed"
    #: No message can reach the petitioner: who asks with the tracking code is told, by the portal or at the counter.
    AT_PORTAL = "at_portal"
    AT_COUNTER = "at_counter"
    #: A message could reach the petitioner, and the office does not send any of this kind.
    OFF = "off"
    #: Nobody waits for an answer.
    NOBODY = "nobody"


#: An answer in these states goes out, or went out.
ON_ITS_WAY: Final = frozenset({DeliveryState.WAITING, DeliveryState.HANDED_ON, DeliveryState.CONFIRMED})
#: The state of an answer that has a message.
_OF_MESSAGE: Final[Mapping[MessageState, DeliveryState]] = MappingProxyType(
    {
        MessageState.WAITING: DeliveryState.WAITING,
        MessageState.TAKEN: DeliveryState.WAITING,
        MessageState.SENT: DeliveryState.HANDED_ON,
        MessageState.DELIVERED: DeliveryState.CONFIRMED,
        MessageState.FAILED: DeliveryState.FAILED,
    }
)
#: The kinds of answers of which an open petition says what will happen to them.
PLANNED: Final = (MessageKind.ANSWERED, MessageKind.CLOSED, MessageKind.INTERIM)
#: Whether petitioners of a channel without a way to answer get a text message.
_texts_to: Final = engine_function(
    Boolean(),
    postgresql=(
        "EXISTS (SELECT 1 FROM public.office o, json_array_elements_text(o.sms_to) AS texted (channel)"
        " WHERE texted.channel = {0})"
    ),
    sqlite="EXISTS (SELECT 1 FROM office AS o, json_each(o.sms_to) AS texted WHERE texted.value = {0})",
)
#: Whether the portal may ask about petitions: an office on SQLite has no door for it.
_has_portal: Final = engine_function(Boolean(), postgresql="true", sqlite="0")


@dataclass(frozen=True, slots=True)
class DeliveryStatus:
    """What happens or happened to an answer.

    `way` is the delivery method, empty if there is none; `at` is when it left or was reported, aware, in UTC;
    `reason` is the reason of a failure.
    """

    state: DeliveryState
    way: str = ""
    reason: str = ""
    at: datetime | None = None


def way_to(petition: Any, petitioner: Any) -> ColumnElement[str | None]:
    """Returns how the petitioner is reached: by the petition's own channel; NULL if not at all."""
    mobile = func.coalesce(petitioner.masked_mobile, "") != ""
    texted = or_(petition.channel == Channel.SMS.value, _texts_to(petition.channel))
    return case(
        (
            and_(petition.channel == Channel.PORTAL.value, func.coalesce(petition.external_id, "") != ""),
            literal(DeliveryMethod.PORTAL.value, String(8)),
        ),
        (
            and_(petition.channel == Channel.EMAIL.value, func.coalesce(petitioner.masked_email, "") != ""),
            literal(DeliveryMethod.EMAIL.value, String(8)),
        ),
        (and_(mobile, texted), literal(DeliveryMethod.SMS.value, String(8))),
        else_=null(),
    )


def planned_state(kind: MessageKind, petition: Any, petitioner: Any) -> ColumnElement[str]:
    """Returns the `DeliveryState` of an answer of this kind that is about to be given."""
    template, way = aliased(MessageTemplate), way_to(petition, petitioner)
    sent = select(template.id).where(template.active, template.kind == kind.value, template.way == way)
    return case(
        (petition.notice, _state(DeliveryState.NOBODY)),
        (
            and_(way.is_not(None), sent.correlate_except(template).exists()),
            _state(DeliveryState.WAITING),
        ),
        else_=unsent_state(petition, petitioner),
    )


def unsent_state(petition: Any, petitioner: Any) -> ColumnElement[str]:
    """Returns the `DeliveryState` of an answer without a message."""
    asks_portal = and_(
        _has_portal(),
        petition.channel == Channel.PORTAL.value,
        func.coalesce(petitioner.masked_mobile, "") != "",
    )
    return case(
        (petition.notice, _state(DeliveryState.NOBODY)),
        (way_to(petition, petitioner).is_not(None), _state(DeliveryState.OFF)),
        (asks_portal, _state(DeliveryState.AT_PORTAL)),
        else_=_state(DeliveryState.AT_COUNTER),
    )


def end_message(petition: Any) -> ColumnElement[int | None]:
    """Returns the id of the message that tells the present end of a petition; NULL if there is none."""
    message = aliased(OutboxMessage)
    return _of_end(message, petition, message.id)


def end_state(petition: Any, petitioner: Any) -> ColumnElement[str | None]:
    """Returns the `DeliveryState` of the end of a petition; NULL while it is open."""
    message = aliased(OutboxMessage)
    told = case(
        {state.value: became.value for state, became in _OF_MESSAGE.items()},
        value=_of_end(message, petition, message.state),
    )
    return case(
        (petition.is_open, null()),
        else_=func.coalesce(told, unsent_state(petition, petitioner)),
    )


def tellable(petition: Any, petitioner: Any) -> ColumnElement[bool]:
    """Returns the condition that a petition has an end that no message told and that one would tell today."""
    closed = petition.outcome.in_(sorted(outcome.value for outcome in CLOSING_WITHOUT_ANSWER))
    planned = case(
        (closed, planned_state(MessageKind.CLOSED, petition, petitioner)),
        else_=planned_state(MessageKind.ANSWERED, petition, petitioner),
    )
    return and_(
        not_(petition.is_open),
        petition.masked_at.is_(None),
        end_state(petition, petitioner) == DeliveryState.OFF.value,
        planned == DeliveryState.WAITING.value,
    )


def state_of_message(state: str) -> DeliveryState | None:
    """Returns the state of an answer by that of its message; None for a message that does not count."""
    return _OF_MESSAGE.get(MessageState(state))


def contact_of(petition: Any) -> Any:
    """Returns the petitioner's columns as subqueries, for statements that do not join the petitioner."""
    person = aliased(Petitioner)

    def left(wanted: Any) -> ColumnElement[str | None]:
        found = select(wanted).where(person.id == petition.petitioner_id)
        return found.correlate_except(person).scalar_subquery()

    return SimpleNamespace(masked_mobile=left(person.masked_mobile), masked_email=left(person.masked_email))


def answer_kind(outcome: str | None) -> MessageKind:
    """Returns the kind of message that tells this outcome."""
    closed = outcome is not None and outcome in CLOSING_WITHOUT_ANSWER
    return MessageKind.CLOSED if closed else MessageKind.ANSWERED


def _of_end(message: Any, petition: Any, wanted: Any) -> ColumnElement[Any]:
    found = (
        select(wanted)
        .where(
            message.petition_id == petition.id,
            message.kind.in_(ENDS),
            message.state.in_(sorted(state.value for state in _OF_MESSAGE)),
            message.made_at >= petition.resolved_at,
        )
        .order_by(message.id.desc())
        .limit(1)
    )
    return found.correlate_except(message).scalar_subquery()


def _state(state: DeliveryState) -> ColumnElement[str]:
    return literal(state.value, String(10))


def postgresql_function() -> str:
    """Returns the function `app.delivery_of(petition)`, by which the portal says the same as the windows."""
    whose = column("whose", BigInteger, is_literal=True)
    found = (
        select(end_state(Petition, Petitioner))
        .select_from(Petition)
        .outerjoin(Petitioner, Petitioner.id == Petition.petitioner_id)
        .where(Petition.id == whose)
    )
    return f"""
CREATE OR REPLACE FUNCTION app.delivery_of(whose bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  {literal_sql(found)}
$$;
"""
