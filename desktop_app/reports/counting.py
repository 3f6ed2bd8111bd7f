"""Counting what a report says where the petitions are: a million of them never come to this PC.

The words of `monthly` in SQL, alike on both engines; `ix_petition_resolved` holds whatever is asked of those that are
over, so that a month of a million petitions is a walk along two indexes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Label,
    case,
    false,
    func,
    literal_column,
    select,
    values,
)
from sqlalchemy import column as sql_column
from sqlalchemy.orm import Session

from desktop_app.database.base import UtcMoment
from desktop_app.database.day_numbers import day_number, during
from desktop_app.persian.dates import start_of_day
from desktop_app.petitions.filters import resolved_late
from desktop_app.petitions.model import Petition
from desktop_app.petitions.reach import reach
from desktop_app.petitions.stays import stays_ended
from desktop_app.reports.monthly import TREND, Cell, Counted, Counts, days_of
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor


def count(session: Session, scope: ReportScope, actor: Actor | None) -> Counted:
    """Counts the petitions of `scope`; for `actor`, those that they see."""
    conditions = scope.conditions()
    if actor is not None:
        conditions += reach(session, actor)
    counting = _Counting(session, tuple(conditions), session.get_bind().dialect.name == "sqlite")
    period = scope.period
    months = [Period.month(month) for month in period.months(TREND)]
    return Counted(
        now=counting.counts(period),
        before=counting.totals(period.before()),
        year_before=counting.totals(period.year_before()),
        days=counting.came_and_went([(day, day) for day in days_of(period)]),
        trend=counting.came_and_went([(month.first, month.last) for month in months]),
        dwell=counting.dwell(period),
    )


_OVERDUE = func.coalesce(resolved_late(), false()).label("overdue")


@dataclass(frozen=True)
class _Counting:
    """One question after the other, in one session. `conditions` are what every petition has to fulfil."""

    session: Session
    conditions: tuple[ColumnElement[bool], ...]
    sqlite: bool

    def counts(self, period: Period) -> Counts:
        """By unit, kind and channel."""
        names = self._unit_names()

        def cell(row: Any) -> Cell:
            return Cell(names.get(row[0], ""), row[1], row[2])

        by = (Petition.unit_id, Petition.kind, Petition.channel)
        received = self._grouped(by, [during(Petition.received_at, period.first, period.last)])
        resolved: dict[Cell, Counter[int]] = {}
        overdue: Counter[Cell] = Counter()
        marks: Counter[int] = Counter()
        for row in self._resolved(period, (*by, Petition.satisfaction, _OVERDUE)):
            *_, mark, was_overdue, days, number = row
            resolved.setdefault(cell(row), Counter())[days] += number
            overdue[cell(row)] += number if was_overdue else 0
            if mark is not None:
                marks[mark] += number
        still_open: Counter[Cell] = Counter()
        late: Counter[Cell] = Counter()
        for row in self._open(period, by):
            still_open[cell(row)] += row[3]
            late[cell(row)] += row[4] or 0
        return Counts({cell(row): row[3] for row in received}, resolved, overdue, still_open, late, marks)

    def totals(self, period: Period) -> Counts:
        """The same in one cell, but for those that were overdue."""
        whole = Cell("", "", "")
        received = self.session.scalar(
            select(func.count()).where(
                during(Petition.received_at, period.first, period.last), *self.conditions
            )
        )
        days: Counter[int] = Counter()
        for stayed, number in self._resolved(period, ()):
            days[stayed] += number
        still_open = late = 0
        for number, of_them_late in self._open(period, ()):
            still_open, late = still_open + number, late + (of_them_late or 0)
        return Counts({whole: received or 0}, {whole: days}, {}, {whole: still_open}, {whole: late})

    def came_and_went(self, spans: Sequence[tuple[date, date]]) -> list[tuple[int, int]]:
        """How many were received and how many resolved in each of these spans of days."""
        received = self._in_each(Petition.received_at, spans)
        return list(zip(received, self._in_each(Petition.resolved_at, spans), strict=True))

    def dwell(self, period: Period) -> Mapping[str, Mapping[int, int]]:
        """How long petitions lay with the units that they left in the period: unit → days → how many."""
        stays = stays_ended(period.first, period.last, self.conditions)
        days = func.sum(day_number(stays.c.ended) - day_number(stays.c.began)).label("days")
        each = (
            select(stays.c.unit, days)
            .where(during(stays.c.ended, period.first, period.last))
            .group_by(stays.c.unit, stays.c.petition)
            .subquery()
        )
        found = select(each.c.unit, each.c.days, func.count()).group_by(each.c.unit, each.c.days)
        names = self._unit_names()
        dwell: dict[str, Counter[int]] = {}
        for unit_id, stayed, number in self.session.execute(found):
            dwell.setdefault(names.get(unit_id, ""), Counter())[stayed] += number
        return dwell

    def _unit_names(self) -> Mapping[int, str]:
        return {row.id: row.name for row in self.session.execute(select(Unit.id, Unit.name))}

    def _grouped(self, by: tuple[Any, ...], conditions: Sequence[ColumnElement[bool]]) -> Sequence[Any]:
        return self.session.execute(
            select(*by, func.count()).where(*conditions, *self.conditions).group_by(*self._keys(by))
        ).all()

    def _keys(self, by: tuple[Any, ...]) -> list[Any]:
        """What is grouped by: what is worked out by its name, so that it is worked out once. A `+` keeps SQLite from
        walking the rows of one unit after the other for it."""
        keys = [literal_column(one.name) if isinstance(one, Label) else one for one in by]
        return (
            [literal_column("+petition.unit_id"), *keys[1:]]
            if self.sqlite and by[:1] == (Petition.unit_id,)
            else keys
        )

    def _resolved(self, period: Period, by: tuple[Any, ...]) -> Sequence[Any]:
        days = (day_number(Petition.resolved_at) - day_number(Petition.received_at)).label("days")
        return self._grouped((*by, days), [during(Petition.resolved_at, period.first, period.last)])

    def _open(self, period: Period, by: tuple[Any, ...]) -> Sequence[Any]:
        """Two ways along the index: those that are not over, and those that were over later."""
        end = start_of_day(period.last + timedelta(days=1))
        late = func.sum(case((Petition.due_on < period.last, 1), else_=0))
        parts = [
            select(*by, func.count(), late)
            .where(Petition.received_at < end, over, *self.conditions)
            .group_by(*self._keys(by))
            for over in (Petition.resolved_at.is_(None), Petition.resolved_at >= end)
        ]
        return [row for part in parts for row in self.session.execute(part)]

    def _in_each(self, column: Any, spans: Sequence[tuple[date, date]]) -> list[int]:
        """Each span is a range of an index: one question for all of them, that is put together once."""
        if not spans:
            return []
        span = (
            values(
                sql_column("place", Integer),
                sql_column("since", UtcMoment),
                sql_column("until", UtcMoment),
            )
            .data(
                [
                    (place, start_of_day(first), start_of_day(last + timedelta(days=1)))
                    for place, (first, last) in enumerate(spans)
                ]
            )
            .cte("span")
        )
        counted = (
            select(func.count())
            .select_from(Petition)
            .where(column >= span.c.since, column < span.c.until, *self.conditions)
            .scalar_subquery()
        )
        found = {row[0]: row[1] for row in self.session.execute(select(span.c.place, counted))}
        return [found[place] for place in range(len(spans))]
