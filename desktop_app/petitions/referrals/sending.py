"""Referrals (ارجاع): to whom a petition goes, and what becomes of those that were open."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.errors import NotFoundError, RuleError
from desktop_app.petitions.effects import Effects
from desktop_app.petitions.model import TO_THE_WHOLE_UNIT, Petition, Referral
from desktop_app.petitions.vocabulary import Purpose, SideResult, Status
from desktop_app.staff.model import Person, PersonRole, Unit
from desktop_app.staff.roles import Actor, Role


def active_unit(session: Session, unit_id: int) -> Unit:
    """A unit that work can be sent to. Raises `NotFoundError`."""
    unit = session.get(Unit, unit_id)
    if unit is None or not unit.active:
        raise NotFoundError(item="unit", key=unit_id)
    return unit


def clerks_of(session: Session, unit_id: int | None) -> list[Person]:
    """The active clerks of a unit."""
    statement = (
        select(Person)
        .join(PersonRole)
        .where(Person.active, PersonRole.role == Role.CLERK.value, PersonRole.unit_id == unit_id)
        .order_by(Person.id)
        .distinct()
    )
    return list(session.scalars(statement))


def make_referral(
    session: Session,
    actor: Actor,
    petition: Petition,
    now: datetime,
    unit_id: int,
    order_note: str,
    purpose: Purpose,
    person_id: int | None,
    due_on: date | None = None,
) -> int:
    """Refers a petition, in somebody's transaction; returns the referral's id, for undo."""
    referral = Referral(
        petition_id=petition.id,
        from_unit_id=petition.unit_id,
        to_unit_id=unit_id,
        to_person_id=person_id,
        purpose=purpose.value,
        order_note=order_note,
        sent_by_id=actor.person_id,
        sent_at=now,
        due_on=due_on,
    )
    session.add(referral)
    session.flush()
    return referral.id


def give_back_to_unit(
    session: Session, actor: Actor, petition: Petition, now: datetime, reason: str
) -> Effects:
    """Takes a petition from its clerk; the unit has it as if it had just been referred there."""
    if not actor.has(Role.MANAGER, petition.unit_id):
        raise RuleError(rule="only_the_manager_gives_back")
    if petition.unit_id is None or petition.assignee_id is None:
        raise RuleError(rule="not_from_this_state")
    effects: Effects = {}
    if petition.status != Status.REFERRED:
        # The order note is the reason; whoever takes the petition answers the referral.
        effects["referral"] = make_referral(
            session, actor, petition, now, petition.unit_id, reason, Purpose.ACTION, None
        )
    petition.assignee_id, petition.status = None, Status.REFERRED.value
    return effects


def answer_referrals(
    session: Session, petition: Petition, now: datetime, result: SideResult | None = None
) -> list[int]:
    """Marks the open referrals of the petition's own unit as acted on; returns their ids for undo."""
    waiting = list(
        session.scalars(
            select(Referral).where(
                Referral.petition_id == petition.id,
                Referral.acted_at.is_(None),
                Referral.to_unit_id == (petition.unit_id or 0),
                TO_THE_WHOLE_UNIT,
            )
        )
    )
    for referral in waiting:
        referral.acted_at, referral.result = now, result.value if result else None
        referral.seen_at = referral.seen_at or now
    return [referral.id for referral in waiting]
