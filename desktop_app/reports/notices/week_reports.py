"""The notice of the week that is over, for the heads of units: it leads to the report of their unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from desktop_app.persian.dates import start_of_day
from desktop_app.petitions.model import Petition
from desktop_app.reports.notices.model import Notice, NoticeKind
from desktop_app.reports.period import Period, PeriodKind
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import translate


def week_notices(session: Session, actor: Actor, today: date) -> Iterator[Notice]:
    """Yields a notice for each unit that the person heads, and for the whole office; `today` is a day in Tehran.

    None before the first petition of the unit. The next week replaces it.
    """
    week = Period.latest(PeriodKind.WEEK, today - timedelta(days=1))
    saturday = start_of_day(week.last + timedelta(days=1))
    headed = {m.unit_id for m in actor.held if m.role is Role.MANAGER}
    if not headed:
        return
    names = {row.id: row.name for row in session.execute(select(Unit.id, Unit.name))}
    for unit_id in sorted(headed, key=lambda one: one or 0):
        came = select(Petition.id).where(Petition.received_at < saturday)
        if unit_id is not None:
            came = came.where(Petition.unit_id == unit_id)
        if not session.scalar(select(exists(came))):
            continue
        yield Notice(
            key=f"week_report:{unit_id or 0}:{week.code}",
            kind=NoticeKind.WEEK_REPORT,
            at=saturday,
            who=translate("Monthly report", "all units") if unit_id is None else names.get(unit_id, ""),
            about=week.title,
            item_id=unit_id or 0,
            shows=week.code,
        )
