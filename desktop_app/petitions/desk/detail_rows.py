"""The rows from which the details of a petition are built.

Opening a petition is the most frequent operation, and most of its cost is per statement, on client and
server. So the statements are few, built once, and select columns instead of entities.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import (
    ARRAY,
    JSON,
    BigInteger,
    String,
    bindparam,
    column,
    false,
    func,
    or_,
    select,
    true,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.orm import Session, aliased

from desktop_app.database.kept_statements import ask
from desktop_app.office.message_templates import MessageKind
from desktop_app.office.model import OfficeRow, OfficeService
from desktop_app.people.model import Petitioner, PetitionerIdentity
from desktop_app.petitions.checklists.missing import first_missing
from desktop_app.petitions.follow_ups.model import WroteAgain
from desktop_app.petitions.identities import is_read, midnight
from desktop_app.petitions.model import Petition, PetitionSeen, PetitionText, Referral, Reply
from desktop_app.petitions.outbox.delivery_state import (
    PLANNED,
    DeliveryState,
    DeliveryStatus,
    answer_kind,
    end_message,
    end_state,
    planned_state,
    state_of_message,
    unsent_state,
    way_to,
)
from desktop_app.petitions.outbox.model import MessageState, OutboxMessage
from desktop_app.petitions.routing.model import RoutingRule
from desktop_app.petitions.visibility import reach
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor

_petition: Final = bindparam("petition", type_=Petition.id.type)
_person: Final = bindparam("person", type_=Person.id.type)
_since: Final = bindparam("since", type_=Petition.received_at.type)
#: Later than every event.
_NEVER: Final = datetime(9999, 1, 1, tzinfo=UTC)
_Other: Final = aliased(Petition)
_From: Final = aliased(Unit)
_Receiver: Final = aliased(Person)
_Sender: Final = aliased(Person)
#: The message that tells the present end.
_End: Final = aliased(OutboxMessage)
_WHOLE: Final = (
    select(
        Petition.id,
        Petition.version,
        Petition.tracking_code,
        Petition.registry_year,
        Petition.registry_number,
        Petition.external_id,
        Petition.kind,
        Petition.channel,
        Petition.status,
        Petition.is_open,
        Petition.urgency,
        Petition.subject,
        PetitionText.body,
        func.coalesce(OfficeService.name, Petition.about).label("about"),
        Petition.about_id,
        Petition.letter_number,
        Petition.petitioner_id,
        Petition.petitioner_name,
        Petitioner.group.label("petitioner_group"),
        Petitioner.masked_national_id,
        Petitioner.masked_mobile,
        Petitioner.masked_email,
        Petition.unit_id,
        Unit.name.label("unit_name"),
        Unit.needs_approval,
        Petition.assignee_id,
        Person.full_name.label("assignee_name"),
        Petition.received_at,
        Petition.registered_at,
        Petition.due_on,
        Petition.paused_on,
        Petition.resolved_at,
        Petition.notice,
        Petition.completed_at,
        Petition.masked_at,
        first_missing(Petition).label("first_missing"),
        Petition.outcome,
        Petition.satisfaction,
        _Other.tracking_code.label("duplicate_of"),
        PetitionSeen.version.label("seen_version"),
        func.coalesce(WroteAgain.texts, 0).label("further"),
        func.coalesce(WroteAgain.unread, false()).label("further_unread"),
        select(OfficeRow.registry_pattern).scalar_subquery().label("registry_pattern"),
        way_to(Petition, Petitioner).label("way"),
        end_state(Petition, Petitioner).label("end_state"),
        unsent_state(Petition, Petitioner).label("unsent_state"),
        *(planned_state(kind, Petition, Petitioner).label(f"planned_{kind}") for kind in PLANNED),
        _End.way.label("end_way"),
        _End.reason.label("end_reason"),
        func.coalesce(_End.told_at, _End.sent_at).label("end_at"),
    )
    .join(PetitionText, PetitionText.petition_id == Petition.id)
    .outerjoin(Petitioner, Petitioner.id == Petition.petitioner_id)
    .outerjoin(Unit, Unit.id == Petition.unit_id)
    .outerjoin(Person, Person.id == Petition.assignee_id)
    .outerjoin(_Other, _Other.id == Petition.duplicate_of_id)
    .outerjoin(OfficeService, OfficeService.id == Petition.about_id)
    .outerjoin(WroteAgain, WroteAgain.petition_id == Petition.id)
    .outerjoin(_End, _End.id == end_message(Petition))
    .outerjoin(PetitionSeen, (PetitionSeen.petition_id == Petition.id) & (PetitionSeen.person_id == _person))
    .where(Petition.id == _petition)
)
_given: Final = (
    func.app.identities(array([Petition.id]))
    .table_valued(
        column("petition", BigInteger), column("national_id", String), column("mobile", String),
        column("email", String),
    )
    .lateral()
)  # fmt: skip
_same, _named = aliased(PetitionerIdentity), aliased(Petitioner)
#: The same on SQLite as `app.known_names`.
_known_names: Final = (
    select(type_coerce(func.json_group_array(_named.name.distinct()), JSON))
    .select_from(_same)
    .join(_named, _named.id == _same.petitioner_id)
    .where(
        _named.name != "",
        or_(
            _same.mobile_key == PetitionerIdentity.mobile_key,
            _same.national_id_key == PetitionerIdentity.national_id_key,
            func.lower(_same.email) == func.lower(PetitionerIdentity.email),
        ),
    )
    .correlate(PetitionerIdentity)
    .scalar_subquery()
)
#: With the identifiers: on PostgreSQL those that the person has read today, on SQLite all, and whether they did.
_WITH_IDENTITY: Final = {
    "postgresql": _WHOLE.add_columns(
        _given.c.petition.is_not(None).label("identity_read"),
        _given.c.national_id,
        _given.c.mobile,
        _given.c.email,
        func.app.known_names(Petition.id, type_=ARRAY(String)).label("known_names"),
    ).outerjoin(_given, true()),
    "sqlite": _WHOLE.add_columns(
        is_read(Petition.id, bindparam("reader", type_=Person.id.type), _since).label("identity_read"),
        PetitionerIdentity.national_id,
        PetitionerIdentity.mobile,
        PetitionerIdentity.email,
        _known_names.label("known_names"),
    ).outerjoin(PetitionerIdentity, PetitionerIdentity.petitioner_id == Petition.petitioner_id),
}
_final: Final = aliased(Reply)
_last_final: Final = (
    select(func.max(_final.id))
    .where(_final.petition_id == _petition, _final.sent_at.is_not(None), _final.interim.is_(False))
    .scalar_subquery()
)
#: With the message that went out with a reply. What was undone before it was sent has a message that was cancelled.
_REPLIES: Final = (
    select(
        Reply.text,
        Reply.sent_at,
        Reply.interim,
        # Whether it is the latest final one, whose message may have been written later than the reply.
        (Reply.id == _last_final).label("is_end"),
        Person.full_name.label("author"),
        OutboxMessage.state,
        OutboxMessage.way,
        OutboxMessage.reason,
        func.coalesce(OutboxMessage.told_at, OutboxMessage.sent_at).label("moved_at"),
    )
    .outerjoin(Person, Person.id == Reply.author_id)
    .outerjoin(
        OutboxMessage,
        (OutboxMessage.petition_id == Reply.petition_id)
        & (OutboxMessage.made_at == Reply.sent_at)
        & (OutboxMessage.state != MessageState.CANCELLED.value)
        & OutboxMessage.kind.in_((MessageKind.ANSWERED.value, MessageKind.INTERIM.value)),
    )
    .where(Reply.petition_id == _petition)
    .order_by(Reply.id)
)
_REFERRALS: Final = (
    select(
        Referral.id,
        _From.name.label("from_unit"),
        Referral.to_unit_id,
        Unit.name.label("to_unit"),
        Referral.to_person_id,
        _Receiver.full_name.label("to_person"),
        Referral.purpose,
        Referral.order_note,
        Referral.sent_by_id,
        _Sender.full_name.label("sent_by"),
        Referral.sent_at,
        Referral.seen_at,
        Referral.acted_at,
        Referral.side,
        Referral.due_on,
        Referral.result,
        RoutingRule.name.label("rule"),
    )
    .join(Unit, Unit.id == Referral.to_unit_id)
    .outerjoin(_From, _From.id == Referral.from_unit_id)
    .outerjoin(_Receiver, _Receiver.id == Referral.to_person_id)
    .outerjoin(_Sender, _Sender.id == Referral.sent_by_id)
    .outerjoin(RoutingRule, RoutingRule.id == Referral.rule_id)
    .where(Referral.petition_id == _petition)
    .order_by(Referral.id)
)


def whole_row(session: Session, actor: Actor, petition_id: int, now: datetime | None) -> Any | None:
    """Returns the petition with its one-to-one data and the version that `actor` saw last; None if `actor`
    may not see it.
    """
    conditions = reach(session, actor)
    statement = _WITH_IDENTITY[session.get_bind().dialect.name]
    asked: dict[str, Any] = {"petition": petition_id, "person": actor.person_id or 0}
    if session.get_bind().dialect.name == "sqlite":
        asked |= {"reader": actor.person_id, "since": midnight(now) if now is not None else _NEVER}
    if conditions:
        statement = statement.where(*conditions)
    return ask(session, statement, asked).first()


def has_identity(petition: Any) -> bool:
    """Whether the sender of a petition, a row of `whole_row`, left any identifier."""
    return bool(petition.masked_national_id or petition.masked_mobile or petition.masked_email)


def replies_to(session: Session, petition_id: int) -> list[Any]:
    """Returns drafts and sent replies in order of creation, with the names of their authors and their messages."""
    return list(ask(session, _REPLIES, {"petition": petition_id}))


def referrals_of(session: Session, petition_id: int) -> list[Any]:
    """Returns its referrals in order, with the names of units and persons."""
    return list(ask(session, _REFERRALS, {"petition": petition_id}))


def end_delivery(petition: Any) -> DeliveryStatus | None:
    """Returns what became of the end of a petition, a row of `whole_row`; None while it is open."""
    if petition.end_state is None:
        return None
    way = petition.end_way or petition.way or ""
    return DeliveryStatus(DeliveryState(petition.end_state), way, petition.end_reason or "", petition.end_at)


def reply_delivery(petition: Any, reply: Any) -> DeliveryStatus:
    """Returns what became of a reply that was sent, a row of `replies_to`."""
    end = end_delivery(petition)
    if end is not None and reply.is_end and answer_kind(petition.outcome) is MessageKind.ANSWERED:
        return end
    state = state_of_message(reply.state) if reply.state else None
    return DeliveryStatus(
        state or DeliveryState(petition.unsent_state),
        reply.way or petition.way or "",
        reply.reason or "",
        reply.moved_at,
    )


def planned_deliveries(petition: Any) -> dict[MessageKind, DeliveryStatus]:
    """Returns what will happen to an answer of each kind that is given now."""
    return {
        kind: DeliveryStatus(DeliveryState(getattr(petition, f"planned_{kind}")), petition.way or "")
        for kind in PLANNED
    }
