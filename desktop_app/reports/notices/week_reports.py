"""The notice of the week that is over, for the heads of units: it leads to the report of their unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Integer, cast, literal, null, select, union_all
from sqlalchemy.orm import Session

from desktop_app.persian.dates import start_of_day
from desktop_app.petitions.model import Petition
from desktop_app.reports.notices.model import Notice, NoticeKind
from desktop_app.reports.period import Period, PeriodKind
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor
from desktop_app.wording import translate


def week_notices(session: Session, actor: Actor, today: date) -> Iterator[Notice]:
    """Yields a notice for each unit that the person heads, and for the whole office; `today` is a day in Tehran.

    None before the first petition of the unit. The next week replaces it.
    """
    week = Period.latest(PeriodKind.WEEK, today - timedelta(days=1))
    saturday = start_of_day(week.last + timedelta(days=1))
    headed = actor.managed_units
    if not headed:
        return
    came = select(Petition.id).where(Petition.received_at < saturday)
    parts = [
        select(Unit.id, Unit.name).where(
            Unit.id.in_([one for one in headed if one is not None]),
            came.where(Petition.unit_id == Unit.id).exists(),
        )
    ]
    if None in headed:
        parts.append(
            select(cast(null(), Integer).label("id"), literal("").label("name")).where(came.exists())
        )
    rows: Iterable[Any] = session.execute(union_all(*parts))
    for unit_id, name in sorted(rows, key=lambda row: row.id or 0):
        yield Notice(
            key=f"week_report:{unit_id or 0}:{week.code}",
            kind=NoticeKind.WEEK_REPORT,
            at=saturday,
            who=translate("Monthly report", "all units") if unit_id is None else name,
            about=week.title,
            item_id=unit_id or 0,
            shows=week.code,
        )
