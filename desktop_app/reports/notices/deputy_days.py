"""Notices of deputies: a delegation to come, for the deputy; the days on which one began or ended, for both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop_app.persian.dates import start_of_day
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import reach
from desktop_app.reports.notices.model import REACHES_BACK, Notice, NoticeKind
from desktop_app.staff.model import Deputy, Person, Unit
from desktop_app.staff.roles import Actor


def deputy_notices(session: Session, actor: Actor, today: date) -> list[Notice]:
    """Returns the notices of delegations to the person and by the person; `today` is a day in Tehran."""
    me, since = actor.person_id, today - REACHES_BACK
    absent, acting = aliased(Person), aliased(Person)
    found = session.execute(
        select(Deputy, absent.full_name, acting.full_name, func.coalesce(Unit.name, ""))
        .join(absent, absent.id == Deputy.person_id)
        .join(acting, acting.id == Deputy.deputy_id)
        .outerjoin(Unit, Unit.id == Deputy.unit_id)
        .where(
            or_(Deputy.deputy_id == me, Deputy.person_id == me),
            Deputy.last_day >= since,
            or_(Deputy.first_day <= today, Deputy.deputy_id == me),
        )
        .order_by(Deputy.id)
    ).all()
    made: list[Notice] = []
    for deputy, absent_name, acting_name, unit in found:
        mine = deputy.deputy_id == me
        name = absent_name if mine else acting_name
        for kind, day in _days(deputy, mine, since, today):
            begins = kind is NoticeKind.DEPUTY_BEGINS and deputy.last_day >= today
            made.append(
                Notice(
                    key=f"deputy:{deputy.id}:{kind.value}:{day.isoformat()}",
                    kind=kind,
                    at=None if kind is NoticeKind.DEPUTY_NAMED else start_of_day(day),
                    due_on=day if kind is NoticeKind.DEPUTY_NAMED else None,
                    who=name,
                    why=unit,
                    person_id=deputy.person_id,
                    until=deputy.last_day,
                    count=_in_reach(session, actor, deputy) if begins else 0,
                )
            )
    return made


def _days(deputy: Deputy, mine: bool, since: date, today: date) -> Iterator[tuple[NoticeKind, date]]:
    over = deputy.last_day + timedelta(days=1)
    if deputy.first_day > today:
        yield NoticeKind.DEPUTY_NAMED, deputy.first_day
    if since <= deputy.first_day <= today:
        yield NoticeKind.DEPUTY_BEGINS if mine else NoticeKind.ABSENCE_BEGINS, deputy.first_day
    if since <= over <= today:
        yield NoticeKind.DEPUTY_ENDS if mine else NoticeKind.ABSENCE_ENDS, over


def _in_reach(session: Session, actor: Actor, deputy: Deputy) -> int:
    """Counts the open petitions of the absent person that the deputy sees."""
    conditions = [Petition.assignee_id == deputy.person_id, Petition.is_open.is_(True)]
    if deputy.unit_id is not None:
        conditions.append(Petition.unit_id == deputy.unit_id)
    return session.scalar(select(func.count()).where(*conditions, *reach(session, actor))) or 0
