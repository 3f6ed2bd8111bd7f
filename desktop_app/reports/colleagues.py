"""The work of each colleague in the period of a report: counted only where the office has switched it on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import func, literal_column, select
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

_NUMBER = func.count().label("number")


@dataclass(frozen=True, slots=True)
class AssigneeFigures:
    """What one assignee resolved in the period and had open at its end. Nobody has the id 0 and no name.

    The figures are those of `monthly`, by the assignee of today.
    """

    person_id: int
    name: str
    resolved: int
    overdue: int
    open: int
    late: int
    median: float | None
    ninetieth: int | None


class _Resolved(NamedTuple):
    """Petitions resolved in the period, by assignee and days to resolution."""

    person: int | None
    overdue: bool
    days: int
    number: int


class _Open(NamedTuple):
    """Petitions open at the end of the period, by assignee."""

    person: int | None
    number: int
    late: int


def colleagues_of(
    session: Session, scope: ReportScope, actor: Actor | None, settings: OfficeSettings
) -> tuple[AssigneeFigures, ...]:
    """Returns the assignees by the number resolved.

    Nothing unless the office has switched it on and the reader, if any, is a manager.
    """
    if not settings.colleague_figures or (actor is not None and not actor.has(Role.MANAGER)):
        return ()
    queries = FigureQueries.of(session, scope, actor)
    found = ask(session, resolved := _resolved(queries), still_open := _open(queries))
    days: dict[int, Counter[int]] = {}
    overdue, there, late = (Counter[int]() for _ in range(3))
    for row in found.of(resolved):
        days.setdefault(row.person or 0, Counter())[row.days] += row.number
        overdue[row.person or 0] += row.number if row.overdue else 0
    for open_row in found.of(still_open):
        there[open_row.person or 0] += open_row.number
        late[open_row.person or 0] += open_row.late
    names = {row.id: row.full_name for row in session.execute(select(Person.id, Person.full_name))}
    lines = []
    for person in {*days, *there}:
        took = days.get(person, Counter())
        lines.append(
            AssigneeFigures(
                person, names.get(person, ""), sum(took.values()), overdue[person], there[person], late[person],
                median(took), ninetieth_percentile(took),
            )
        )  # fmt: skip
    return tuple(sorted(lines, key=lambda line: (not line.name, -line.resolved, -line.open, line.name)))


def _resolved(queries: FigureQueries) -> NamedQuery[_Resolved]:
    period = queries.period
    took = (day_number(Petition.resolved_at) - day_number(Petition.received_at)).label("days")
    statement = (
        select(
            Petition.assignee_id.label("person"),
            is_overdue(sqlite=queries.sqlite).label("overdue"),
            took,
            _NUMBER,
        )
        .where(during(Petition.resolved_at, period.first, period.last), *queries.along)
        .group_by(Petition.assignee_id, literal_column("overdue"), literal_column("days"))
    )
    return NamedQuery("colleagues_resolved", _Resolved, [statement])


def _open(queries: FigureQueries) -> NamedQuery[_Open]:
    end = end_of(queries.period)
    statement = (
        select(
            Petition.assignee_id.label("person"),
            _NUMBER,
            func.count().filter(Petition.due_on < queries.period.last).label("late"),
        )
        .where(*queries.along, Petition.received_at < end)
        .group_by(Petition.assignee_id)
    )
    later = (Petition.resolved_at.is_(None), Petition.resolved_at >= end)
    return NamedQuery("colleagues_open", _Open, [statement.where(one) for one in later])
