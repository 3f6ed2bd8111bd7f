"""Reads the first page of a report from the database: see `highlights`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import Final, NamedTuple

from sqlalchemy import String, and_, func, literal_column, or_, select
from sqlalchemy.orm import Session, aliased

from desktop_app.database.day_numbers import during
from desktop_app.database.named_queries import NamedQuery, ask
from desktop_app.petitions.model import Petition
from desktop_app.reports.figure_queries import FigureQueries, end_of, is_overdue, position_column
from desktop_app.reports.highlights import (
    MOST_LATE,
    Highlights,
    LatePetition,
    OnTime,
    highlights_of,
)
from desktop_app.reports.monthly import TREND, Figures
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor

#: What fewer petitions are about is not printed: it may be a citizen's words instead of a service's name.
_COMMON: Final = 3
_NOTHING: Final = literal_column("''", String)
_NUMBER: Final = func.count().label("number")


class OutcomeRow(NamedTuple):
    """Petitions resolved in the period (position 0), or in the one before (1)."""

    position: int
    outcome: str
    number: int


class ReceivedServiceRow(NamedTuple):
    """Petitions received in the period (position 0), or in the one before (1), by what they are about."""

    position: int
    service: str
    number: int


class LateRow(NamedTuple):
    """Petitions that were open and late at the end of the period before; `unit` is a name, empty without one."""

    unit: str
    number: int


class OnTimeRow(NamedTuple):
    """Petitions resolved in one of several periods."""

    position: int
    overdue: bool
    number: int


def highlights(session: Session, scope: ReportScope, actor: Actor | None, figures: Figures) -> Highlights:
    """Reads the first page of `scope`; with `actor`, of the petitions visible to that person."""
    queries = FigureQueries.of(session, scope, actor)
    period, before = scope.period, scope.period.before()
    # Of a month, the period before is one of the trend.
    spans = tuple(dict.fromkeys((before, *map(Period.month, period.months(TREND)))))
    found = ask(
        session,
        outcomes := _outcomes(queries, (period, before)),
        services := _services(queries, (period, before)),
        late := _late(queries, before),
        on_time := _on_time(queries, spans),
    )
    by_service, by_outcome = (Counter[str](), Counter[str]()), (Counter[str](), Counter[str]())
    for service in found.of(services):
        by_service[service.position][service.service] = service.number
    for row in found.of(outcomes):
        by_outcome[row.position][row.outcome] = row.number
    common = {name for name, number in (by_service[0] + by_service[1]).items() if number >= _COMMON}
    late_before: Counter[str] = Counter()
    for late_row in found.of(late):
        late_before[late_row.unit] += late_row.number
    return highlights_of(
        figures,
        outcomes=by_outcome,
        services=[{name: counts[name] for name in common} for counts in by_service],
        late_before=late_before,
        on_time=dict(zip(spans, _in_spans(found.of(on_time), len(spans)), strict=True)),
        longest=_longest(session, queries, period.last, common),
    )


def _outcomes(queries: FigureQueries, periods: Iterable[Period]) -> NamedQuery[OutcomeRow]:
    # Every resolved petition has an outcome.
    outcome = func.coalesce(Petition.outcome, _NOTHING).label("outcome")
    return NamedQuery(
        "outcomes",
        OutcomeRow,
        [
            select(position_column(position), outcome, _NUMBER)
            .where(during(Petition.resolved_at, period.first, period.last), *queries.along)
            .group_by(Petition.outcome)
            for position, period in enumerate(periods)
        ],
    )


def _services(queries: FigureQueries, periods: Iterable[Period]) -> NamedQuery[ReceivedServiceRow]:
    return NamedQuery(
        "services",
        ReceivedServiceRow,
        [
            select(position_column(position), Petition.about.label("service"), _NUMBER)
            .where(
                *queries.conditions,
                Petition.about != "",
                during(Petition.received_at, period.first, period.last),
            )
            .group_by(Petition.about)
            for position, period in enumerate(periods)
        ],
    )


def _late(queries: FigureQueries, before: Period) -> NamedQuery[LateRow]:
    end = end_of(before)
    statement = (
        select(func.coalesce(Unit.name, _NOTHING).label("unit"), _NUMBER)
        .select_from(Petition)
        .outerjoin(Unit, Unit.id == Petition.unit_id)
        .where(*queries.along, Petition.received_at < end, Petition.due_on < before.last)
        .group_by(Unit.name)
    )
    later = (Petition.resolved_at.is_(None), Petition.resolved_at >= end)
    return NamedQuery("late_before", LateRow, [statement.where(one) for one in later])


def _on_time(queries: FigureQueries, spans: Iterable[Period]) -> NamedQuery[OnTimeRow]:
    overdue = is_overdue(sqlite=queries.sqlite).label("overdue")
    return NamedQuery(
        "on_time",
        OnTimeRow,
        [
            select(position_column(position), overdue, _NUMBER)
            .where(during(Petition.resolved_at, span.first, span.last), *queries.along)
            .group_by(literal_column("overdue"))
            for position, span in enumerate(spans)
        ],
    )


def _in_spans(rows: Iterable[OnTimeRow], count: int) -> list[OnTime]:
    resolved, overdue = [0] * count, [0] * count
    for row in rows:
        resolved[row.position] += row.number
        overdue[row.position] += row.number if row.overdue else 0
    return [OnTime(*pair) for pair in zip(resolved, overdue, strict=True)]


def _longest(
    session: Session, queries: FigureQueries, end: date, services: Collection[str]
) -> list[LatePetition]:
    """Returns the petitions that were late for the longest time; `services` are the names that may be printed."""
    assignee = aliased(Person)
    after = end_of(queries.period)
    statement = (
        select(
            Petition.tracking_code,
            Petition.kind,
            Petition.status,
            Petition.due_on,
            Petition.about,
            Unit.name.label("unit"),
            assignee.full_name.label("assignee"),
        )
        .outerjoin(Unit, Unit.id == Petition.unit_id)
        .outerjoin(assignee, assignee.id == Petition.assignee_id)
        .where(
            *queries.along,
            or_(Petition.resolved_at.is_(None), Petition.resolved_at >= after),
            and_(Petition.received_at < after, Petition.due_on < end),
        )
        .order_by(Petition.due_on, Petition.id)
        .limit(MOST_LATE)
    )
    return [
        LatePetition(
            row.tracking_code,
            row.kind,
            row.about if row.about in services else "",
            row.unit or "",
            row.assignee or "",
            row.status,
            (end - row.due_on).days,
        )
        for row in session.execute(statement)
    ]
