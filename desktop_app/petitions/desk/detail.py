"""One petition, whole: what the details pane shows, and what the person may do with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import Event, EventRecord, history
from desktop_app.database.kept_statements import ask
from desktop_app.errors import NotFoundError
from desktop_app.office.numbering import DEFAULT_PATTERN, written
from desktop_app.people.petitioners import mask
from desktop_app.petitions.desk.detail_rows import referrals_of, replies_to, whole_row
from desktop_app.petitions.desk.disclosure import LOOKING, may_reveal
from desktop_app.petitions.desk.opening import leave_trace
from desktop_app.petitions.follow_ups.service import FollowUpRow, latest_messages
from desktop_app.petitions.labels.service import LabelRow, labels_of
from desktop_app.petitions.model import FOR_CHANGE, Petition, Referral, Reply
from desktop_app.petitions.moves import (
    MoveContext,
    allowed_moves,
    answers,
    on_behalf_of,
    recalls,
    refusal,
    works,
    writing_for,
)
from desktop_app.petitions.visibility import works_on
from desktop_app.petitions.vocabulary import Kind, Move, Purpose, SideAct, SideResult, Status
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor, Delegation

#: So many of the latest events come with a petition; what was before is asked for (`Desk.earlier`). They are numbered
#: from 1 without gaps.
LATEST: Final = 200
#: Actions of the history that are moves: only these can be undone.
MOVE_ACTIONS = frozenset(move.value for move in Move)
#: What can be taken back.
_COMING_BACK: Final = frozenset({SideAct.ANSWERED.value, SideAct.RETURNED.value, SideAct.RECALLED.value})
_TAKEN_BACK: Final = MOVE_ACTIONS | frozenset(act.value for act in SideAct)
_STANDING: Final = select(
    select(Unit.needs_approval).where(Unit.id == bindparam("unit", type_=Unit.id.type)).scalar_subquery(),
    exists().where(
        Referral.petition_id == bindparam("petition", type_=Petition.id.type),
        Referral.purpose == Purpose.ACTION.value,
        Referral.acted_at.is_(None),
        Referral.side,
    ),
)


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A referral as the details show it; moments are aware, in UTC. `answer` is what it came back with; `answerable`
    and `recallable` tell what the person may do with one on the side."""

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
    #: The name of the routing rule that made it, as it is called now; empty where a person did.
    rule: str
    answer: str
    answerable: bool
    recallable: bool


@dataclass(frozen=True, slots=True)
class SentReply:
    """An answer that the petitioner was given."""

    text: str
    author: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class PetitionDetail:
    """Everything about one petition. `text` is the citizen's, to be shown as plain text only."""

    id: int
    version: int
    tracking_code: str
    registry_year: int
    registry_number: int
    #: The number as the office writes it, in Latin digits.
    registry: str
    external_id: str | None
    kind: Kind
    channel: str
    status: Status
    urgency: str
    subject: str
    text: str
    #: What it is about: the title of an entry of the catalogue (`about_id`), or words.
    about: str
    about_id: int | None
    letter_number: str | None
    petitioner_id: int | None
    petitioner_name: str
    petitioner_group: str
    national_id: str
    mobile: str
    email: str
    #: Whether the identifiers above are hidden from this person, and whether they may ask for them (`Desk.reveal`).
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
    #: How much the petitioner has written since it came in, and the latest of it.
    further: int
    messages: tuple[FollowUpRow, ...]
    draft: str
    replies: tuple[SentReply, ...]
    referrals: tuple[ReferralRow, ...]
    history: tuple[Event, ...]
    allowed: frozenset[Move]
    labels: tuple[LabelRow, ...]
    #: Why resolving is refused: the key of a rule in wording; None where it is allowed.
    resolve_refusal: str | None
    #: The same of every move that is not allowed.
    refusals: Mapping[Move, str]
    #: Whether the person may send it to others on the side.
    sends_beside: bool
    #: Whether the last thing that happened is a move of this person that undo can take back.
    undoable: bool
    #: For whom the person makes a move that is allowed (None: writes) as a deputy; only where it is so.
    on_behalf_of: Mapping[Move | None, str]
    #: When it was looked at, by the database's clock; None as an act returns it.
    looked_at: datetime | None = None


def existing(session: Session, petition_id: int, *, lock: bool = False) -> Petition:
    """The petition, or `NotFoundError`; with `lock` nobody else writes it before this transaction ends."""
    petition = session.get(Petition, petition_id, with_for_update=FOR_CHANGE if lock else None)
    if petition is None:
        raise NotFoundError(item="petition", key=petition_id)
    return petition


def standing_of(session: Session, petition: Petition) -> MoveContext:
    """What the rules look at."""
    asked = {"unit": petition.unit_id, "petition": petition.id}
    needs_approval, elsewhere = ask(session, _STANDING, asked).one()
    return _standing(petition, bool(needs_approval), bool(elsewhere))


def _standing(petition: Any, needs_approval: bool, out_for_action: bool) -> MoveContext:
    return MoveContext(
        kind=Kind(petition.kind),
        status=Status(petition.status),
        unit_id=petition.unit_id,
        assignee_id=petition.assignee_id,
        needs_approval=needs_approval,
        out_for_action=out_for_action,
    )


def draft_of(session: Session, petition_id: int) -> Reply | None:
    """The reply that is being drafted."""
    return session.scalar(
        select(Reply)
        .where(Reply.petition_id == petition_id, Reply.sent_at.is_(None))
        .order_by(Reply.id.desc())
        .limit(1)
    )


def _came_back(session: Session, petition_id: int, events: Sequence[Event], asked: bool) -> dict[int, str]:
    """What each side referral came back with. What is too long ago to be among `events` is asked for."""
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
    """Reads one petition for `actor`; who opens it, at the moment `opened_at`, leaves that behind (`opening`). Raises
    `NotFoundError`, also for one that they do not get to see."""
    petition = whole_row(session, actor, petition_id)
    if petition is None:
        raise NotFoundError(item="petition", key=petition_id)
    referrals = referrals_of(session, petition_id)
    seen_now = leave_trace(session, actor, petition, referrals, opened_at) if opened_at else frozenset()
    replies = replies_to(session, petition_id)
    out_for_action = any(
        referral.purpose == Purpose.ACTION.value and referral.acted_at is None and referral.side
        for referral in referrals
    )
    standing = _standing(petition, bool(petition.needs_approval), out_for_action)
    allowed = allowed_moves(standing, actor)
    events = history(session, "petition", petition_id, latest=LATEST)
    came_back = _came_back(session, petition_id, events, any(referral.side for referral in referrals))
    draft = next((reply for reply in reversed(replies) if reply.sent_at is None), None)
    masked = not works_on(actor, petition)
    shown = mask if masked else (lambda identifier: identifier or "")
    sent = petition.petitioner_id is not None
    last = next((event for event in reversed(events) if event.action not in LOOKING), None)
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
        national_id=shown(petition.national_id) if sent else "",
        mobile=shown(petition.mobile) if sent else "",
        email=shown(petition.email) if sent else "",
        masked=masked,
        may_reveal=masked and may_reveal(actor) and sent,
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
        further=petition.further,
        messages=latest_messages(session, petition_id, masked=masked) if petition.further else (),
        draft=draft.text if draft else "",
        replies=tuple(
            SentReply(reply.text, reply.author or "", reply.sent_at) for reply in replies if reply.sent_at
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
        undoable=last is not None and takes_back(actor, last.action, last.actor_id, last.after),
        on_behalf_of=_behalf(standing, actor, allowed),
        looked_at=opened_at,
    )


def _waits(petition: Any, referral: Any) -> bool:
    """Whether a referral is out on the side."""
    return bool(petition.is_open and referral.side and referral.acted_at is None)


def takes_back(actor: Actor, action: str, actor_id: int | None, after: Mapping[str, Any]) -> bool:
    """Whether `actor` may take back the last thing that happened: a move, or an act on the side, of their own; one
    that was made as a deputy only as long as they are one."""
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
