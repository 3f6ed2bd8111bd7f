"""The work of each colleague in the period of a report: counted only where the office has switched it on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import String, func, literal_column, select
from sqlalchemy.orm import Session

from desktop_app.database.day_numbers import day_number, during
from desktop_app.database.named_queries import NamedQuery, ask
from desktop_app.office.settings import OfficeSettings
from desktop_app.petitions.model import Petition
from desktop_app.reports.figure_queries import FigureQueries, end_of, is_overdue
from desktop_app.reports.monthly import median, ninetieth_percentile
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor, Role

_NOBODY = literal_column("''", String)
_NUMBER = func.count().label("number")


@dataclass(frozen=True, slots=True)
class ColleagueLine:
    """What one assignee resolved in the period and had open at its end; `name` is empty for nobody.

    The figures are those of `monthly`, by the assignee of today.
    """

    name: str
    resolved: int
    overdue: int
    open: int
    late: int
    median: float | None
    ninetieth: int | None


class _Resolved(NamedTuple):
    """Petitions resolved in the period, by assignee and days to resolution."""

    name: str
    overdue: bool
    days: int
    number: int


class _Open(NamedTuple):
    """Petitions open at the end of the period, by assignee."""

    name: str
    number: int
    late: int


def colleagues_of(
    session: Session, scope: ReportScope, actor: Actor | None, settings: OfficeSettings
) -> tuple[ColleagueLine, ...]:
    """Returns the assignees by the number resolved.

    Nothing unless the office has switched it on and the reader, if any, is a manager.
    """
    if not settings.colleague_figures or (actor is not None and not actor.has(Role.MANAGER)):
        return ()
    queries = FigureQueries.of(session, scope, actor)
    found = ask(session, resolved := _resolved(queries), still_open := _open(queries))
    days: dict[str, Counter[int]] = {}
    overdue, there, late = (Counter[str]() for _ in range(3))
    for row in found.of(resolved):
        days.setdefault(row.name, Counter())[row.days] += row.number
        overdue[row.name] += row.number if row.overdue else 0
    for open_row in found.of(still_open):
        there[open_row.name] += open_row.number
        late[open_row.name] += open_row.late
    lines = [
        ColleagueLine(
            name,
            sum(took.values()),
            overdue[name],
            there[name],
            late[name],
            median(took),
            ninetieth_percentile(took),
        )
        for name in {*days, *there}
        for took in (days.get(name, Counter()),)
    ]
    return tuple(sorted(lines, key=lambda line: (not line.name, -line.resolved, -line.open, line.name)))


def _resolved(queries: FigureQueries) -> NamedQuery[_Resolved]:
    period = queries.period
    took = (day_number(Petition.resolved_at) - day_number(Petition.received_at)).label("days")
    statement = (
        select(
            func.coalesce(Person.full_name, _NOBODY).label("name"),
            is_overdue(sqlite=queries.sqlite).label("overdue"),
            took,
            _NUMBER,
        )
        .select_from(Petition)
        .outerjoin(Person, Person.id == Petition.assignee_id)
        .where(during(Petition.resolved_at, period.first, period.last), *queries.along)
        .group_by(Person.full_name, literal_column("overdue"), literal_column("days"))
    )
    return NamedQuery("colleagues_resolved", _Resolved, [statement])


def _open(queries: FigureQueries) -> NamedQuery[_Open]:
    end = end_of(queries.period)
    statement = (
        select(
            func.coalesce(Person.full_name, _NOBODY).label("name"),
            _NUMBER,
            func.count().filter(Petition.due_on < queries.period.last).label("late"),
        )
        .select_from(Petition)
        .outerjoin(Person, Person.id == Petition.assignee_id)
        .where(*queries.along, Petition.received_at < end)
        .group_by(Person.full_name)
    )
    later = (Petition.resolved_at.is_(None), Petition.resolved_at >= end)
    return NamedQuery("colleagues_open", _Open, [statement.where(one) for one in later])
