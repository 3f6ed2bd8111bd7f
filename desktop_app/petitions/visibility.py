"""Which petitions a person gets to see at all.

On PostgreSQL that is row security (`database/rights/tables.py`): a client cannot talk its way round it, and asking
twice would only cost time. SQLite has none, so the same rule stands here, for every list and every single petition.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desktop_app.petitions.model import Petition, Referral
from desktop_app.staff.roles import Actor, Role

#: Who works on petitions; reviewers and administrators alone do not.
_DESK: Final = frozenset({Role.CLERK, Role.MANAGER})


def reach(session: Session, actor: Actor, of: type[Petition] = Petition) -> list[ColumnElement[bool]]:
    """What a petition (`of`) must fulfil for `actor` to see it; nothing where all are seen, or the database looks.

    Seen are those of the units in which the person is clerk or manager (of every unit, for the whole office), those
    that are nobody's yet by clerks, managers and administrators, the person's own, and those that were sent to their
    units, from them, or by the person.
    """
    bind: Any = session.get_bind()
    return reach_of(actor, of, on_file=bind.dialect.name == "sqlite")


def reach_of(actor: Actor, of: type[Petition] = Petition, *, on_file: bool) -> list[ColumnElement[bool]]:
    """The same; `on_file`: SQLite is asked."""
    desk = {membership.unit_id for membership in actor.held if membership.role in _DESK}
    if not on_file or None in desk:
        return []
    units = sorted(unit for unit in desk if unit is not None)
    me = actor.person_id or 0
    sent = select(Referral.petition_id).where(
        or_(Referral.to_unit_id.in_(units), Referral.from_unit_id.in_(units), Referral.sent_by_id == me)
    )
    seen: list[ColumnElement[bool]] = [
        of.unit_id.in_(units),
        of.assignee_id == me,
        of.id.in_(sent),
    ]
    if actor.roles & {Role.CLERK, Role.MANAGER, Role.ADMINISTRATOR}:
        seen.append(of.unit_id.is_(None))
    return [or_(*seen)]


def in_reach(session: Session, actor: Actor, petition_id: int) -> bool:
    """Whether `actor` gets to see this petition."""
    conditions = reach(session, actor)
    if not conditions:
        return True
    return session.scalar(select(Petition.id).where(Petition.id == petition_id, *conditions)) is not None


def is_seen(session: Session, actor: Actor, petition_id: int) -> bool:
    """Whether there is such a petition and `actor` gets to see it, on either engine: the database is asked."""
    conditions = reach(session, actor)
    return session.scalar(select(Petition.id).where(Petition.id == petition_id, *conditions)) is not None


def works_on(actor: Actor, petition: Petition) -> bool:
    """Personal data is shown to those who work on the item: its unit, or nobody's yet."""
    return works_in(actor, petition.unit_id)


def works_in(actor: Actor, unit_id: int | None) -> bool:
    """The same of a petition that is with this unit."""
    return unit_id is None or actor.person_id is None or unit_id in actor.unit_ids
