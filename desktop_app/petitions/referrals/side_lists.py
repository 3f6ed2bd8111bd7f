"""Lists of open side referrals of open petitions: those to answer, and those awaited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop_app.petitions.model import Petition, Referral
from desktop_app.petitions.visibility import reach
from desktop_app.petitions.vocabulary import Purpose
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor, Role

_DESK: Final = frozenset({Role.CLERK, Role.MANAGER})


class SideReferralStatus(StrEnum):
    """The relation of a person to the open side referrals of a petition."""

    ASKED = "asked"
    WAITED_FOR = "waited_for"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class SideRow:
    """A side referral that needs an answer: to the reader (`asked`), or sent by them to `place`. Days in
    Tehran.
    """

    petition_id: int
    referral_id: int
    asked: bool
    purpose: str
    from_unit: str
    to_unit: str
    to_person: str
    due_on: date | None
    tracking_code: str
    subject: str
    order_note: str
    #: Aware, in UTC.
    sent_at: datetime


def units_of(actor: Actor) -> list[int]:
    """Returns the units in which the person has a desk role; office-wide roles have no unit."""
    return sorted({m.unit_id for m in actor.held if m.role in _DESK and m.unit_id is not None})


def waits() -> ColumnElement[bool]:
    """Returns the condition that a side referral is open and needs an answer."""
    return and_(Referral.side, Referral.acted_at.is_(None), Referral.purpose != Purpose.INFORMATION.value)


def asked_of(actor: Actor, unit_id: int | None = None) -> ColumnElement[bool]:
    """Returns the condition that it is to the person, or to one of their units as a whole; with `unit_id` to
    anyone there.
    """
    if unit_id is not None:
        return Referral.to_unit_id == unit_id
    persons = [number for number in (actor.person_id, *(d.person_id for d in actor.delegations)) if number]
    return or_(
        Referral.to_person_id.in_(persons),
        and_(Referral.to_person_id.is_(None), Referral.to_unit_id.in_(units_of(actor))),
    )


def sent_by(actor: Actor, unit_id: int | None = None) -> ColumnElement[bool]:
    """Returns the condition that the person sent it or is waiting for it; with `unit_id`, that the unit is."""
    if unit_id is not None:
        return Petition.unit_id == unit_id
    if actor.person_id is None:
        return false()
    return or_(Referral.sent_by_id == actor.person_id, Petition.assignee_id == actor.person_id)


def has_beside(actor: Actor, wanted: Sequence[str], today: date) -> ColumnElement[bool]:
    """Returns the condition that any of `wanted` (values of `SideReferralStatus`) applies to a petition."""
    mine = or_(Referral.sent_by_id == (actor.person_id or 0), Referral.from_unit_id.in_(units_of(actor)))
    ways: dict[str, ColumnElement[bool]] = {
        SideReferralStatus.ASKED.value: asked_of(actor),
        SideReferralStatus.WAITED_FOR.value: mine,
        SideReferralStatus.OVERDUE.value: and_(mine, Referral.due_on < today),
    }
    out = select(Referral.petition_id).where(
        waits(), or_(*(ways[value] for value in wanted if value in ways), false())
    )
    return and_(Petition.is_open.is_(True), Petition.id.in_(out))


def side_rows(
    session: Session,
    actor: Actor,
    *,
    asked: bool,
    until: date | None,
    most: int,
    unit_id: int | None = None,
) -> tuple[SideRow, ...]:
    """Returns the referrals that the person (or their unit) has to answer, or those they wait for, earliest
    first.

    With `until`, only those due by then; with None, all, including those without a deadline.
    """
    sender, receiver = aliased(Unit), aliased(Unit)
    whose = asked_of(actor, unit_id) if asked else sent_by(actor, unit_id)
    wanted = [waits(), whose, Petition.is_open.is_(True), *reach(session, actor)]
    if until is not None:
        wanted.append(Referral.due_on <= until)
    statement = (
        select(
            Petition.id,
            Referral.id,
            Referral.purpose,
            func.coalesce(sender.name, ""),
            receiver.name,
            func.coalesce(Person.full_name, ""),
            Referral.due_on,
            Petition.tracking_code,
            func.coalesce(func.nullif(Petition.subject, ""), Petition.snippet),
            Referral.order_note,
            Referral.sent_at,
        )
        .select_from(Referral)
        .join(Petition, Petition.id == Referral.petition_id)
        .join(receiver, receiver.id == Referral.to_unit_id)
        .outerjoin(sender, sender.id == Referral.from_unit_id)
        .outerjoin(Person, Person.id == Referral.to_person_id)
        .where(*wanted)
        .order_by(Referral.due_on.is_(None), Referral.due_on, Referral.id)
        .limit(most)
    )
    return tuple(SideRow(row[0], row[1], asked, *row[2:]) for row in session.execute(statement))
