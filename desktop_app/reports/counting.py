"""Counting what a report says where the petitions are: a million of them never come to this PC.

The words of `monthly` in SQL, alike on both engines. `ix_petition_resolved` holds whatever is asked of those that are
over: what came to an end in each month, and what was open at an end because it was over later, are counted in one
walk along it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain, pairwise
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Label,
    Select,
    and_,
    bindparam,
    case,
    false,
    func,
    literal_column,
    null,
    select,
    text,
    union_all,
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

_WHOLE = Cell("", "", "")
_OVERDUE = func.coalesce(resolved_late(), false()).label("overdue")
#: On SQLite: moments are kept as texts that begin with their day in UTC, so most are told apart without reckoning.
_OVERDUE_THERE = func.coalesce(
    and_(literal_column("petition.resolved_at > petition.due_on"), resolved_late()), false()
).label("overdue")
_BY_CELL = (Petition.unit_id, Petition.kind, Petition.channel)
#: What a row of `_times` is about.
_WALKED, _CAME, _WENT = range(3)
#: SQLite groups and looks along the index that is named by the other conditions, not along that of units.
_ANY_UNIT: ColumnElement[int] = literal_column("+petition.unit_id", Integer)
#: Put together once: the columns of a subquery are others each time, their names are not.
_DAYS_STAYED = day_number(literal_column("stay.ended", UtcMoment)) - day_number(
    literal_column("stay.began", UtcMoment)
)


def count(session: Session, scope: ReportScope, actor: Actor | None) -> Counted:
    """Counts the petitions of `scope`; for `actor`, those that they see."""
    seen = reach(session, actor) if actor is not None else []
    sqlite = session.get_bind().dialect.name == "sqlite"
    counting = _Counting(
        session,
        (*scope.conditions(), *seen),
        (*scope.conditions(_ANY_UNIT if sqlite else None), *seen),
        sqlite,
        {row.id: row.name for row in session.execute(select(Unit.id, Unit.name))},
    )
    return counting.counted(scope.period)


@dataclass(frozen=True)
class _Counting:
    """One question after the other, in one session. `conditions` are what every petition has to fulfil, `along` the
    same where those that are over are walked through by the day."""

    session: Session
    conditions: tuple[ColumnElement[bool], ...]
    along: tuple[ColumnElement[bool], ...]
    sqlite: bool
    #: Of the units.
    names: Mapping[int, str]

    def counted(self, period: Period) -> Counted:
        """All of it. Of a year the period before and the year before are one, and asked for once."""
        compared = tuple(dict.fromkeys((period.before(), period.year_before())))
        months = [Period.month(month) for month in period.months(TREND)]
        days = days_of(period)
        now, *others = self._over((period, *compared))
        times = self._times(months, compared, days)
        totals = {
            one: Counts({_WHOLE: came}, over.resolved, {}, {_WHOLE: still_open}, {_WHOLE: late})
            for one, came, over, (still_open, late) in zip(
                compared, times.received, others, times.still_open, strict=False
            )
        }
        cells = self._cells(period)
        return Counted(
            now=Counts(cells[0], now.resolved, now.overdue, cells[1], cells[2], now.marks),
            before=totals[period.before()],
            year_before=totals[period.year_before()],
            days=list(zip(times.received[len(compared) + len(months) :], times.on_days, strict=True)),
            trend=list(zip(times.received[len(compared) :][: len(months)], times.in_months, strict=True)),
            dwell=self._dwell(period),
        )

    def _cells(self, period: Period) -> tuple[Counter[Cell], Counter[Cell], Counter[Cell]]:
        """What was received in the period, open at its end, and late of that, by unit, kind and channel."""
        end = start_of_day(period.last + timedelta(days=1))
        late = func.sum(case((Petition.due_on < period.last, 1), else_=0))
        parts: list[tuple[Any, ...]] = [
            (
                0,
                literal_column("0"),
                self.conditions,
                [during(Petition.received_at, period.first, period.last)],
            )
        ]
        # Two ways along the index: those that are not over, and those that were over later.
        for over in (Petition.resolved_at.is_(None), Petition.resolved_at >= end):
            parts.append((1, late, self.along, [Petition.received_at < end, over]))
        made = [
            select(literal_column(str(place)), *_BY_CELL, func.count(), of_them)
            .where(*these, *conditions)
            .group_by(*self._keys(_BY_CELL))
            for place, of_them, conditions, these in parts
        ]
        received, still_open, lates = Counter[Cell](), Counter[Cell](), Counter[Cell]()
        for place, unit, kind, channel, number, of_them in self._ask(made):
            cell = Cell(self.names.get(unit, ""), kind, channel)
            (still_open if place else received)[cell] += number
            lates[cell] += of_them or 0
        return received, still_open, lates

    def _over(self, periods: Sequence[Period]) -> list[Counts]:
        """What was resolved in each period: of the first by unit, kind and channel, with marks and lateness."""
        days = (day_number(Petition.resolved_at) - day_number(Petition.received_at)).label("days")
        whole = (null(), null(), null(), null(), false().label("overdue"))
        parts: list[Select[Any]] = []
        for place, period in enumerate(periods):
            by = (
                whole
                if place
                else (*_BY_CELL, Petition.satisfaction, _OVERDUE_THERE if self.sqlite else _OVERDUE)
            )
            keys = [literal_column("days")] if place else self._keys((*by, days))
            told: tuple[Any, ...] = (literal_column(str(place)), *by, days, func.count())
            parts.append(
                select(*told)
                .where(during(Petition.resolved_at, period.first, period.last), *self.along)
                .group_by(*keys)
            )
        made = [_Over.empty() for _ in periods]
        for place, unit, kind, channel, mark, overdue, stayed, number in self._ask(parts):
            cell = _WHOLE if place else Cell(self.names.get(unit, ""), kind, channel)
            found = made[place]
            found.resolved.setdefault(cell, Counter())[stayed] += number
            found.overdue[cell] += number if overdue else 0
            if mark is not None:
                found.marks[mark] += number
        return [Counts(resolved=one.resolved, overdue=one.overdue, marks=one.marks) for one in made]

    def _times(self, months: Sequence[Period], compared: Sequence[Period], days: Sequence[date]) -> _Times:
        """How many were received in each of the periods compared with, of the months and of the days, and resolved in
        the months, which follow one another, and days; and how many were open, and late of that, at the end of each
        of the first. One question."""
        ends = [(start_of_day(one.last + timedelta(days=1)), one.last) for one in compared]
        starts = [start_of_day(one.first) for one in months]
        edges = sorted(
            {*starts, start_of_day(months[-1].last + timedelta(days=1)), *(end for end, _ in ends)}
        )
        spans: list[tuple[datetime, datetime | None]] = [*pairwise(edges), (edges[-1], None)]
        each_day = [(day, day) for day in days]
        received = [*((one.first, one.last) for one in (*compared, *months)), *each_day]
        parts = [
            self._part(-1, Petition.resolved_at.is_(None), None, ends),
            self._in_each(_CAME, Petition.received_at, received, self.conditions, len(ends)),
        ]
        if each_day:
            parts.append(self._in_each(_WENT, Petition.resolved_at, each_day, self.along, len(ends)))
        for place, (since, until) in enumerate(spans):
            within = Petition.resolved_at >= since
            within = within if until is None else and_(within, Petition.resolved_at < until)
            parts.append(self._part(place, within, since, ends))
        made = _Times([0] * len(received), [0] * len(each_day), [0] * len(months), [(0, 0)] * len(ends))
        for what, place, number, *sums in self._ask(parts):
            if what == _CAME:
                made.received[place] = number
            elif what == _WENT:
                made.on_days[place] = number
            else:
                if place >= 0 and starts[0] <= spans[place][0] < edges[-1]:
                    made.in_months[sum(start <= spans[place][0] for start in starts) - 1] += number
                for of, (still_open, late) in enumerate(made.still_open):
                    made.still_open[of] = (
                        still_open + (sums[2 * of] or 0), late + (sums[2 * of + 1] or 0),
                    )  # fmt: skip
        return made

    def _part(
        self,
        place: int,
        these: ColumnElement[bool],
        since: datetime | None,
        ends: Sequence[tuple[datetime, date]],
    ) -> Select[Any]:
        """Of those that were over in one span (`since` None: that are not over) how many there are; and how many of
        them were open at each end that lies before it, and late."""
        sums: list[ColumnElement[Any]] = []
        for end, last in ends:
            if since is not None and end > since:
                sums += [literal_column("0"), literal_column("0")]
                continue
            there = Petition.received_at < end
            sums += [
                func.sum(case((there, 1), else_=0)),
                func.sum(case((and_(there, Petition.due_on < last), 1), else_=0)),
            ]
        walked: tuple[Any, ...] = (literal_column(str(_WALKED)), literal_column(str(place)))
        return select(*walked, func.count(), *sums).where(these, *self.along)

    def _dwell(self, period: Period) -> Mapping[str, Mapping[int, int]]:
        """How long petitions lay with the units that they left in the period: unit → days → how many."""
        stays = stays_ended(period.first, period.last, self.conditions)
        days = func.sum(_DAYS_STAYED).label("days")
        each = (
            select(stays.c.unit, days)
            .where(during(stays.c.ended, period.first, period.last))
            .group_by(stays.c.unit, stays.c.petition)
            .subquery()
        )
        found = select(each.c.unit, each.c.days, func.count()).group_by(each.c.unit, each.c.days)
        dwell: dict[str, Counter[int]] = {}
        for unit_id, stayed, number in self.session.execute(found):
            # A server sums whole numbers as decimal ones.
            dwell.setdefault(self.names.get(unit_id, ""), Counter())[int(stayed)] += number
        return dwell

    def _ask(self, parts: Sequence[Select[Any]]) -> Sequence[tuple[Any, ...]]:
        """All parts in one question."""
        return [tuple(row) for row in self.session.execute(union_all(*parts))]

    def _keys(self, by: tuple[Any, ...]) -> list[Any]:
        """What is grouped by: what is worked out by its name, so that it is worked out once."""
        keys = [literal_column(one.name) if isinstance(one, Label) else one for one in by]
        return [_ANY_UNIT, *keys[1:]] if self.sqlite else keys

    def _in_each(
        self,
        what: int,
        column: Any,
        spans: Sequence[tuple[date, date]],
        conditions: Sequence[ColumnElement[bool]],
        ends: int,
    ) -> Select[Any]:
        """Each span is a range of an index, asked for by itself; nothing is said of the `ends`."""
        # What ends where the next one begins is one moment.
        edges = [(start_of_day(first), start_of_day(last + timedelta(days=1))) for first, last in spans]
        known = {moment: f"edge{what}_{at}" for at, moment in enumerate(dict.fromkeys(chain(*edges)))}
        rows = ", ".join(
            f"({at}, :{known[since]}, :{known[until]})" for at, (since, until) in enumerate(edges)
        )
        moments = [bindparam(name, moment, UtcMoment) for moment, name in known.items()]
        # Both engines call the columns of bare values so.
        place = sql_column("column1", Integer)
        since, until = (sql_column(f"column{at}", UtcMoment) for at in (2, 3))
        span = (
            text(f"VALUES {rows}").bindparams(*moments).columns(place, since, until).subquery(f"span{what}")
        )
        counted = (
            select(func.count())
            .select_from(Petition)
            .where(column >= span.c.column2, column < span.c.column3, *conditions)
            .scalar_subquery()
        )
        return select(literal_column(str(what)), span.c.column1, counted, *[literal_column("0")] * (2 * ends))


@dataclass(frozen=True)
class _Times:
    """What is counted by days, as `_Counting._times` says."""

    received: list[int]
    on_days: list[int]
    in_months: list[int]
    still_open: list[tuple[int, int]]


@dataclass(frozen=True)
class _Over:
    """What is counted of those that are over, while it is counted."""

    resolved: dict[Cell, Counter[int]]
    overdue: Counter[Cell]
    marks: Counter[int]

    @classmethod
    def empty(cls) -> _Over:
        return cls({}, Counter(), Counter())
