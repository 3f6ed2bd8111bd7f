"""Referrals (ارجاع): valid recipients, and closing the open referrals of a unit."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.errors import NotFoundError
from desktop_app.petitions.model import TO_THE_WHOLE_UNIT, Petition, Referral
from desktop_app.petitions.vocabulary import SideResult
from desktop_app.staff.model import Person, PersonRole, Unit
from desktop_app.staff.roles import Role


def active_unit(session: Session, unit_id: int) -> Unit:
    """Returns an active unit. Raises `NotFoundError`."""
    unit = session.get(Unit, unit_id)
    if unit is None or not unit.active:
        raise NotFoundError(item="unit", key=unit_id)
    return unit


def clerks_of(session: Session, unit_id: int | None) -> list[Person]:
    """Returns the active clerks of a unit."""
    statement = (
        select(Person)
        .join(PersonRole)
        .where(Person.active, PersonRole.role == Role.CLERK.value, PersonRole.unit_id == unit_id)
        .order_by(Person.id)
        .distinct()
    )
    return list(session.scalars(statement))


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
