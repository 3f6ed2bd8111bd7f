"""Valid recipients of referrals (ارجاع)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.errors import NotFoundError
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
