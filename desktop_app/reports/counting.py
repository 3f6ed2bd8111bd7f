"""Counting what a report says where the petitions are: a million of them never come to this PC.

The words of `monthly` in SQL, alike on both engines. `ix_petition_resolved` holds whatever is asked of those that are
over: what came to an end in each month, and what was open at an end because it was over later, are counted in walks
along it, none of which goes over the same rows twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain, pairwise
from typing import Any, TypeAlias

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
#: The end of a period: the moment, and its last day.
_End: TypeAlias = tuple[datetime, date]
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
        ends = [(_end_of(one), one.last) for one in compared]
        times = self._times(months, compared, days, ends, _end_of(period))
        cells = self._cells(period, ends)
        totals = {
            one: Counts(
                {_WHOLE: came},
                over.resolved,
                {},
                {_WHOLE: there[0] + later[0]},
                {_WHOLE: there[1] + later[1]},
            )
            for one, came, over, there, later in zip(
                compared, times.received, others, times.still_open, cells.before, strict=False
            )
        }
        return Counted(
            now=Counts(cells.received, now.resolved, now.overdue, cells.still_open, cells.late, now.marks),
            before=totals[period.before()],
            year_before=totals[period.year_before()],
            days=list(zip(times.received[len(compared) + len(months) :], times.on_days, strict=True)),
            trend=list(zip(times.received[len(compared) :][: len(months)], times.in_months, strict=True)),
            dwell=self._dwell(period),
        )

    def _cells(self, period: Period, ends: Sequence[_End]) -> _Cells:
        """What was received in the period, open at its end, and late of that, by unit, kind and channel; and of those
        that were still open at its end how many were open at each of the earlier `ends`, and late."""
        end = _end_of(period)
        late = func.sum(case((Petition.due_on < period.last, 1), else_=0))
        none: list[Any] = [literal_column("0")] * (1 + 2 * len(ends))
        came = during(Petition.received_at, period.first, period.last)
        parts: list[tuple[int, list[Any], Sequence[ColumnElement[bool]]]] = [
            (0, none, (*self.conditions, came))
        ]
        # Two ways along the index: those that are not over, and those that were over later.
        for over in (Petition.resolved_at.is_(None), Petition.resolved_at >= end):
            these = (*self.along, Petition.received_at < end, over)
            parts.append((1, [late, *_open_at(ends)], these))
        made = [
            select(literal_column(str(place)), *_BY_CELL, func.count(), *sums)
            .where(*these)
            .group_by(*self._keys(_BY_CELL))
            for place, sums, these in parts
        ]
        found = _Cells(Counter(), Counter(), Counter(), [(0, 0)] * len(ends))
        for place, unit, kind, channel, number, of_them, *sums in self._ask(made):
            cell = Cell(self.names.get(unit, ""), kind, channel)
            (found.still_open if place else found.received)[cell] += number
            found.late[cell] += of_them or 0
            _add(found.before, sums)
        return found

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

    def _times(
        self,
        months: Sequence[Period],
        compared: Sequence[Period],
        days: Sequence[date],
        ends: Sequence[_End],
        until: datetime,
    ) -> _Times:
        """How many were received in each of the periods compared with, of the months and of the days, and resolved in
        the months, which follow one another, and days; and how many of those that were over before `until` were open,
        and late of that, at each of the `ends`, which lie before it. One question."""
        starts = [start_of_day(one.first) for one in months]
        edges = sorted({*starts, _end_of(months[-1]), *(end for end, _ in ends), until})
        each_day = [(day, day) for day in days]
        received = [*((one.first, one.last) for one in (*compared, *months)), *each_day]
        parts = [self._in_each(_CAME, Petition.received_at, received, self.conditions, len(ends))]
        if each_day:
            parts.append(self._in_each(_WENT, Petition.resolved_at, each_day, self.along, len(ends)))
        spans = list(pairwise(edges))
        for place, (since, before) in enumerate(spans):
            parts.append(self._part(place, since, before, ends, until))
        made = _Times([0] * len(received), [0] * len(each_day), [0] * len(months), [(0, 0)] * len(ends))
        for what, place, number, *sums in self._ask(parts):
            if what == _CAME:
                made.received[place] = number
            elif what == _WENT:
                made.on_days[place] = number
            else:
                if starts[0] <= spans[place][0] < _end_of(months[-1]):
                    made.in_months[sum(start <= spans[place][0] for start in starts) - 1] += number
                _add(made.still_open, sums)
        return made

    def _part(
        self, place: int, since: datetime, before: datetime, ends: Sequence[_End], until: datetime
    ) -> Select[Any]:
        """Of those that were over in one span how many there are; and, of a span before `until`, how many of them
        were open at each end that lies before it, and late."""
        sums: list[Any] = []
        for one in ends:
            counts = one[0] <= since < until
            sums += _open_at([one]) if counts else [literal_column("0"), literal_column("0")]
        walked: tuple[Any, ...] = (literal_column(str(_WALKED)), literal_column(str(place)))
        within = and_(Petition.resolved_at >= since, Petition.resolved_at < before)
        return select(*walked, func.count(), *sums).where(within, *self.along)

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


def _end_of(period: Period) -> datetime:
    """The moment at which it is over."""
    return start_of_day(period.last + timedelta(days=1))


def _open_at(ends: Sequence[_End]) -> list[ColumnElement[Any]]:
    """Of rows that were over after each of these ends: how many were there then, and late."""
    sums: list[ColumnElement[Any]] = []
    for end, last in ends:
        there = Petition.received_at < end
        sums.append(func.sum(case((there, 1), else_=0)))
        sums.append(func.sum(case((and_(there, Petition.due_on < last), 1), else_=0)))
    return sums


def _add(made: list[tuple[int, int]], sums: Sequence[int | None]) -> None:
    """Adds pairs of sums, as a row brings them, to those before."""
    for place, (still_open, late) in enumerate(made):
        made[place] = (still_open + (sums[2 * place] or 0), late + (sums[2 * place + 1] or 0))


@dataclass(frozen=True)
class _Cells:
    """What is counted by unit, kind and channel, as `_Counting._cells` says."""

    received: Counter[Cell]
    still_open: Counter[Cell]
    late: Counter[Cell]
    before: list[tuple[int, int]]


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
