"""The details of one petition, and what the person may do with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import Event, EventRecord, history
from desktop_app.database.kept_statements import ask
from desktop_app.errors import NotFoundError
from desktop_app.office.message_templates import MessageKind
from desktop_app.office.numbering import DEFAULT_PATTERN, written
from desktop_app.persian.names import sort_key
from desktop_app.petitions.checklists.missing import first_missing
from desktop_app.petitions.complaints import assignees_so_far, ids_in, manager_left, others_left
from desktop_app.petitions.desk.detail_rows import (
    end_delivery,
    has_identity,
    planned_deliveries,
    referrals_of,
    replies_to,
    reply_delivery,
    whole_row,
)
from desktop_app.petitions.desk.disclosure import may_reveal
from desktop_app.petitions.desk.opening import leave_trace
from desktop_app.petitions.follow_ups.service import FollowUpRow, latest_messages
from desktop_app.petitions.labels.service import LabelRow, labels_of
from desktop_app.petitions.model import Petition, Referral, Reply
from desktop_app.petitions.moves import (
    MoveContext,
    allowed_moves,
    answers,
    involved,
    on_behalf_of,
    recalls,
    refusal,
    sends_interim,
    works,
    writing_for,
)
from desktop_app.petitions.outbox.delivery_state import DeliveryState, DeliveryStatus
from desktop_app.petitions.visibility import works_on
from desktop_app.petitions.vocabulary import (
    INTERIM_SENT,
    LOOKING,
    REGISTRATION_CORRECTED,
    Kind,
    Move,
    Purpose,
    SideAct,
    SideResult,
    Status,
)
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor, Delegation

#: How many of the latest events are loaded; `Desk.earlier` loads the others. Events are numbered from 1
#: without gaps.
LATEST: Final = 200
#: Actions of the history that are moves.
MOVE_ACTIONS = frozenset(move.value for move in Move)
#: Actions that close a side referral; the set after it has all actions that can be undone.
_COMING_BACK: Final = frozenset({SideAct.ANSWERED.value, SideAct.RETURNED.value, SideAct.RECALLED.value})
_TAKEN_BACK: Final = (
    MOVE_ACTIONS | frozenset(act.value for act in SideAct) | {INTERIM_SENT, REGISTRATION_CORRECTED}
)
_STANDING: Final = select(
    select(Unit.needs_approval).where(Unit.id == bindparam("unit", type_=Unit.id.type)).scalar_subquery(),
    exists().where(
        Referral.petition_id == bindparam("petition", type_=Petition.id.type),
        Referral.purpose == Purpose.ACTION.value,
        Referral.acted_at.is_(None),
        Referral.side,
    ),
    select(first_missing(Petition))
    .where(Petition.id == bindparam("petition", type_=Petition.id.type))
    .scalar_subquery(),
)
_OF_COMPLAINT: Final = select(
    assignees_so_far(Petition), others_left(Petition), manager_left(Petition)
).where(Petition.id == bindparam("petition", type_=Petition.id.type))


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A referral as the details show it; timestamps are aware, in UTC.

    `answer` is the answer or reason of a closed one; `answerable` and `recallable` are the person's
    permissions on a side referral.
    """

    id: int
    from_unit: str
    to_unit: str
    to_person: str
    purpose: Purpose
    order_note: str
    sent_by: str
    sent_at: datetime
    seen_at: datetime | None
    acted_at: datetime | None
    side: bool
    due_on: date | None
    result: SideResult | None
    #: The current name of the routing rule that created it; empty if a person did.
    rule: str
    answer: str
    answerable: bool
    recallable: bool


@dataclass(frozen=True, slots=True)
class SentReply:
    """A reply that was sent to the petitioner."""

    text: str
    author: str
    sent_at: datetime
    #: Whether the petition stayed open.
    interim: bool = False
    #: What became of it on its way to the petitioner.
    delivery: DeliveryStatus = field(default_factory=lambda: DeliveryStatus(DeliveryState.OFF))


@dataclass(frozen=True, slots=True)
class PetitionDetail:
    """Everything about one petition. `text` is the petitioner's and must be shown as plain text."""

    id: int
    version: int
    tracking_code: str
    registry_year: int
    registry_number: int
    #: The number in the office's format, in Latin digits.
    registry: str
    external_id: str | None
    kind: Kind
    channel: str
    status: Status
    urgency: str
    subject: str
    text: str
    #: The subject: the title of a catalogue entry (`about_id`), or free text.
    about: str
    about_id: int | None
    letter_number: str | None
    petitioner_id: int | None
    petitioner_name: str
    petitioner_group: str
    national_id: str
    mobile: str
    email: str
    #: Whether the identifiers above are masked for this person, and whether they may reveal them
    #: (`Desk.reveal`).
    masked: bool
    may_reveal: bool
    unit_id: int | None
    unit_name: str
    assignee_id: int | None
    assignee_name: str
    received_at: datetime
    registered_at: datetime
    due_on: date | None
    paused_on: date | None
    resolved_at: datetime | None
    outcome: str | None
    satisfaction: int | None
    duplicate_of: str | None
    #: Whether it is a notice, whether the person may complete its identity, and when it was completed.
    notice: bool
    completes: bool
    completed_at: datetime | None
    #: How many messages the petitioner has added, and the latest of them.
    further: int
    messages: tuple[FollowUpRow, ...]
    draft: str
    replies: tuple[SentReply, ...]
    referrals: tuple[ReferralRow, ...]
    history: tuple[Event, ...]
    allowed: frozenset[Move]
    labels: tuple[LabelRow, ...]
    #: Why resolving is refused, as a rule key; None if allowed.
    resolve_refusal: str | None
    #: The same for every refused move.
    refusals: Mapping[Move, str]
    #: Whether the person may send side referrals.
    sends_beside: bool
    #: The last event, if it is an act of this person that can be undone.
    to_undo: Event | None
    #: The absent person on whose behalf a move (None: writing) would be made; only moves that need it.
    on_behalf_of: Mapping[Move | None, str]
    #: When it was read, by the database's clock; None in the result of an act.
    looked_at: datetime | None = None
    #: Whether this person may resolve a complaint that was theirs, because nobody else of the unit is left.
    nobody_else: bool = False
    #: Whether the person may send an interim reply, which leaves it open.
    sends_interim: bool = False
    #: Whether the person may correct how it was registered.
    corrects: bool = False
    #: Whether the person may tick its points.
    ticks: bool = False
    #: The first required point of its checklist that is not ticked; empty if there is none.
    first_missing: str = ""
    #: What became of the answer or closing on its way to the petitioner; None while it is open.
    delivery: DeliveryStatus | None = None
    #: What will happen to an answer of each kind (`delivery_state.PLANNED`) that is given now.
    planned: Mapping[MessageKind, DeliveryStatus] = field(default_factory=dict)
    #: Other names under which a number or the address of its sender is stored; empty while these are masked.
    other_names: tuple[str, ...] = ()

    @property
    def undoable(self) -> bool:
        """Whether the last event is an act of this person that can be undone."""
        return self.to_undo is not None


def existing(session: Session, petition_id: int) -> Petition:
    """Returns the petition. Raises `NotFoundError`."""
    petition = session.get(Petition, petition_id)
    if petition is None:
        raise NotFoundError(item="petition", key=petition_id)
    return petition


def standing_of(session: Session, petition: Petition) -> MoveContext:
    """Returns the properties that the rules depend on."""
    asked = {"unit": petition.unit_id, "petition": petition.id}
    needs_approval, elsewhere, missing = ask(session, _STANDING, asked).one()
    return _standing(session, petition, bool(needs_approval), bool(elsewhere), missing or "")


def _standing(
    session: Session, petition: Any, needs_approval: bool, out_for_action: bool, missing: str
) -> MoveContext:
    complaint: dict[str, Any] = {}
    if petition.kind == Kind.COMPLAINT:
        ids, others, manager = ask(session, _OF_COMPLAINT, {"petition": petition.id}).one()
        complaint = {
            "former_assignees": ids_in(ids), "others_left": bool(others), "manager_left": bool(manager),
        }  # fmt: skip
    return MoveContext(
        kind=Kind(petition.kind),
        status=Status(petition.status),
        unit_id=petition.unit_id,
        assignee_id=petition.assignee_id,
        needs_approval=needs_approval,
        out_for_action=out_for_action,
        notice=petition.notice,
        first_missing=missing,
        **complaint,
    )


def draft_of(session: Session, petition_id: int) -> Reply | None:
    """Returns the draft reply."""
    return session.scalar(
        select(Reply)
        .where(Reply.petition_id == petition_id, Reply.sent_at.is_(None))
        .order_by(Reply.id.desc())
        .limit(1)
    )


def _came_back(session: Session, petition_id: int, events: Sequence[Event], asked: bool) -> dict[int, str]:
    """Returns the answers of closed side referrals; those older than `events` are queried."""
    if asked and events and events[0].sequence > 1:
        found = session.execute(
            select(EventRecord.after, EventRecord.text)
            .where(
                EventRecord.item_type == "petition",
                EventRecord.item_id == petition_id,
                EventRecord.action.in_(_COMING_BACK),
            )
            .order_by(EventRecord.sequence)
        )
        return {after["referral"]: told for after, told in found}
    return {event.after["referral"]: event.text for event in events if event.action in _COMING_BACK}


def load_detail(
    session: Session, actor: Actor, petition_id: int, *, opened_at: datetime | None = None
) -> PetitionDetail:
    """Loads one petition for `actor`; with `opened_at`, records the opening (`opening`).

    Raises `NotFoundError`, also for a petition that they cannot see.
    """
    petition = whole_row(session, actor, petition_id, opened_at)
    if petition is None:
        raise NotFoundError(item="petition", key=petition_id)
    referrals = referrals_of(session, petition_id)
    seen_now = leave_trace(session, actor, petition, referrals, opened_at) if opened_at else frozenset()
    replies = replies_to(session, petition_id)
    out_for_action = any(
        referral.purpose == Purpose.ACTION.value and referral.acted_at is None and referral.side
        for referral in referrals
    )
    missing = petition.first_missing or ""
    standing = _standing(session, petition, bool(petition.needs_approval), out_for_action, missing)
    allowed = allowed_moves(standing, actor)
    events = history(session, "petition", petition_id, latest=LATEST)
    came_back = _came_back(session, petition_id, events, any(referral.side for referral in referrals))
    draft = next((reply for reply in reversed(replies) if reply.sent_at is None), None)
    works_here = works_on(actor, petition)
    sent = petition.petitioner_id is not None
    on_file = session.get_bind().dialect.name == "sqlite"
    # On PostgreSQL whoever works on it has first to note that they read the identifiers.
    masked = not works_here or (has_identity(petition) and not petition.identity_read and not on_file)
    # As `conflicts.last_to_undo`: one's own notes do not stand in the way.
    last = next(
        (
            event
            for event in reversed(events)
            if event.action not in LOOKING
            and not (event.action == "note" and event.actor_id == actor.person_id)
        ),
        None,
    )
    return PetitionDetail(
        id=petition.id,
        version=petition.version,
        tracking_code=petition.tracking_code,
        registry_year=petition.registry_year,
        registry_number=petition.registry_number,
        registry=written(
            petition.registry_pattern or DEFAULT_PATTERN, petition.registry_year, petition.registry_number
        ),
        external_id=petition.external_id,
        kind=standing.kind,
        channel=petition.channel,
        status=standing.status,
        urgency=petition.urgency,
        subject=petition.subject,
        text=petition.body,
        about=petition.about,
        about_id=petition.about_id,
        letter_number=petition.letter_number,
        petitioner_id=petition.petitioner_id,
        petitioner_name=petition.petitioner_name,
        petitioner_group=petition.petitioner_group or "",
        national_id=(petition.masked_national_id if masked else petition.national_id) or "",
        mobile=(petition.masked_mobile if masked else petition.mobile) or "",
        email=(petition.masked_email if masked else petition.email) or "",
        masked=masked,
        may_reveal=masked and (works_here or may_reveal(actor)) and sent,
        unit_id=petition.unit_id,
        unit_name=petition.unit_name or "",
        assignee_id=petition.assignee_id,
        assignee_name=petition.assignee_name or "",
        received_at=petition.received_at,
        registered_at=petition.registered_at,
        due_on=petition.due_on,
        paused_on=petition.paused_on,
        resolved_at=petition.resolved_at,
        outcome=petition.outcome,
        satisfaction=petition.satisfaction,
        duplicate_of=petition.duplicate_of,
        notice=petition.notice,
        completes=petition.notice and petition.is_open and works(actor, petition.unit_id),
        completed_at=petition.completed_at,
        further=petition.further,
        messages=latest_messages(session, petition_id, whole=works_here) if petition.further else (),
        draft=draft.text if draft else "",
        replies=tuple(
            SentReply(
                reply.text, reply.author or "", reply.sent_at, reply.interim, reply_delivery(petition, reply)
            )
            for reply in replies
            if reply.sent_at
        ),
        referrals=tuple(
            ReferralRow(
                id=referral.id,
                from_unit=referral.from_unit or "",
                to_unit=referral.to_unit,
                to_person=referral.to_person or "",
                purpose=Purpose(referral.purpose),
                order_note=referral.order_note,
                sent_by=referral.sent_by or "",
                sent_at=referral.sent_at,
                seen_at=opened_at if referral.id in seen_now else referral.seen_at,
                acted_at=referral.acted_at,
                side=referral.side,
                due_on=referral.due_on,
                result=SideResult(referral.result) if referral.result else None,
                rule=referral.rule or "",
                answer=came_back.get(referral.id, "") if referral.acted_at else "",
                answerable=_waits(petition, referral)
                and referral.purpose != Purpose.INFORMATION
                and answers(actor, referral.to_unit_id, referral.to_person_id),
                recallable=_waits(petition, referral)
                and recalls(actor, petition.unit_id, referral.sent_by_id),
            )
            for referral in referrals
        ),
        history=events,
        allowed=allowed,
        labels=labels_of(session, petition_id),
        resolve_refusal=refusal(Move.RESOLVE, standing, actor),
        refusals={move: rule for move in Move if (rule := refusal(move, standing, actor)) is not None},
        sends_beside=petition.is_open and works(actor, petition.unit_id),
        sends_interim=sends_interim(standing, actor),
        corrects=works(actor, petition.unit_id) and petition.masked_at is None,
        to_undo=last if last and takes_back(actor, last.action, last.actor_id, last.after) else None,
        on_behalf_of=_behalf(standing, actor, allowed),
        looked_at=opened_at,
        nobody_else=Move.CLOSE in allowed and involved(standing, actor),
        ticks=petition.is_open and works(actor, petition.unit_id),
        first_missing=missing,
        delivery=end_delivery(petition),
        planned=planned_deliveries(petition),
        other_names=() if masked else _other_names(petition),
    )


def _other_names(petition: Any) -> tuple[str, ...]:
    own = sort_key(petition.petitioner_name)
    return tuple(sorted((name for name in petition.known_names or () if sort_key(name) != own), key=sort_key))


def _waits(petition: Any, referral: Any) -> bool:
    """Whether a side referral is open."""
    return bool(petition.is_open and referral.side and referral.acted_at is None)


def takes_back(actor: Actor, action: str, actor_id: int | None, after: Mapping[str, Any]) -> bool:
    """Whether `actor` may undo the last event: their own move or act on a side referral.

    An act made as a deputy can be undone only while the delegation lasts.
    """
    if action not in _TAKEN_BACK or actor.person_id is None or actor_id != actor.person_id:
        return False
    behalf = after.get("on_behalf_of_id")
    return behalf is None or behalf in {delegation.person_id for delegation in actor.delegations}


def _behalf(standing: MoveContext, actor: Actor, allowed: frozenset[Move]) -> dict[Move | None, str]:
    if not actor.delegations:
        return {}
    found: dict[Move | None, Delegation | None] = {
        move: on_behalf_of(move, standing, actor) for move in allowed
    }
    found[None] = writing_for(standing, actor)
    return {move: delegation.name for move, delegation in found.items() if delegation is not None}
