"""The work of each colleague in the period of a report: counted only where the office has switched it on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.named_queries import ask
from desktop_app.office.settings import OfficeSettings
from desktop_app.reports.figure_queries import FigureQueries
from desktop_app.reports.monthly import median, ninetieth_percentile
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor, Role


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


def colleagues_of(
    session: Session, scope: ReportScope, actor: Actor | None, settings: OfficeSettings
) -> tuple[AssigneeFigures, ...]:
    """Returns the assignees by the number resolved.

    Nothing unless the office has switched it on and the reader, if any, is a manager.
    """
    if not settings.colleague_figures or (actor is not None and not actor.has(Role.MANAGER)):
        return ()
    queries = FigureQueries.of(session, scope, actor)
    found = ask(session, resolved := queries.resolved_by_assignee(), still_open := queries.open_by_assignee())
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
