"""Which petitions a person can see.

On PostgreSQL row security enforces this (`petitions/rights`), and repeating it would only cost time.
SQLite has none, so the same rule is here, for lists and single petitions.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desktop_app.petitions.model import Petition, Referral
from desktop_app.staff.roles import Actor, Role

#: Roles that work on petitions; reviewers and administrators do not.
_DESK: Final = frozenset({Role.CLERK, Role.MANAGER})


def reach(session: Session, actor: Actor, of: type[Petition] = Petition) -> list[ColumnElement[bool]]:
    """Returns the conditions under which `actor` sees a petition (`of`); empty if they see all, or on
    PostgreSQL.

    Clerks and managers see the petitions of their units (all units, for the whole office). Assignees see
    their own petitions. Referred petitions are visible to both units and to the sender. Clerks, managers and
    administrators also see petitions without a unit.
    """
    bind: Any = session.get_bind()
    return reach_of(actor, of, on_file=bind.dialect.name == "sqlite")


def reach_of(actor: Actor, of: type[Petition] = Petition, *, on_file: bool) -> list[ColumnElement[bool]]:
    """Like `reach`; `on_file` says that the database is SQLite."""
    desk = {membership.unit_id for membership in actor.held if membership.role in _DESK}
    if not on_file or None in desk:
        return []
    units = tuple(sorted(unit for unit in desk if unit is not None))
    sees_unassigned = bool(actor.roles & {Role.CLERK, Role.MANAGER, Role.ADMINISTRATOR})
    return [_condition(units, actor.person_id or 0, of, sees_unassigned)]


@lru_cache
def _condition(
    units: tuple[int, ...], me: int, of: type[Petition], sees_unassigned: bool
) -> ColumnElement[bool]:
    sent = select(Referral.petition_id).where(
        or_(Referral.to_unit_id.in_(units), Referral.from_unit_id.in_(units), Referral.sent_by_id == me)
    )
    seen: list[ColumnElement[bool]] = [
        of.unit_id.in_(units),
        of.assignee_id == me,
        of.id.in_(sent),
    ]
    if sees_unassigned:
        seen.append(of.unit_id.is_(None))
    return or_(*seen)


def in_reach(session: Session, actor: Actor, petition_id: int) -> bool:
    """Whether `actor` can see this petition."""
    conditions = reach(session, actor)
    if not conditions:
        return True
    return session.scalar(select(Petition.id).where(Petition.id == petition_id, *conditions)) is not None


def is_seen(session: Session, actor: Actor, petition_id: int) -> bool:
    """Whether the petition exists and `actor` can see it, on either engine: the database is queried."""
    conditions = reach(session, actor)
    return session.scalar(select(Petition.id).where(Petition.id == petition_id, *conditions)) is not None


def works_on(actor: Actor, petition: Petition) -> bool:
    """Whether `actor` may see personal data: those in the petition's unit, or anyone if it has none."""
    return works_in(actor, petition.unit_id)


def works_in(actor: Actor, unit_id: int | None) -> bool:
    """Like `works_on`, for a petition in this unit."""
    return unit_id is None or actor.person_id is None or unit_id in actor.unit_ids
