"""Counting what a report says where the petitions are: a million of them never come to this PC.

The words of `monthly` in SQL, alike on both engines. `ix_petition_resolved` holds whatever is asked of those that are
over: what came to an end in each month, and what was open at an end because it was over later, are counted in walks
along it, none of which goes over the same rows twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain, pairwise
from typing import Any, TypeAlias

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Integer,
    Label,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
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
#: What a row is about: its columns are what, place, unit, kind, channel, mark, overdue, days, number, and sums.
_CELLS, _OVER, _WALKED, _CAME, _WENT = range(5)
_Rows: TypeAlias = Sequence[Sequence[Any]]
#: Where it says nothing of a column. Typed, because a server takes the types of many parts from the first.
_NO_CELL: tuple[Any, ...] = (cast(null(), Integer), cast(null(), String), cast(null(), String))
_NO_STAY: tuple[Any, ...] = (cast(null(), Integer), cast(null(), Boolean), cast(null(), Integer))
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
    """One question, and another one for dwell, in one session. `conditions` are what every petition has to fulfil,
    `along` the same where those that are over are walked through by the day."""

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
        ends = [(_end_of(one), one.last) for one in compared]
        starts = [start_of_day(one.first) for one in months]
        spans = list(
            pairwise(sorted({*starts, _end_of(months[-1]), *(end for end, _ in ends), _end_of(period)}))
        )
        received = [*((one.first, one.last) for one in (*compared, *months)), *((day, day) for day in days)]
        rows = self._ask(
            [
                *self._cells(period, ends),
                *self._over((period, *compared), len(ends)),
                *(self._part(place, span, ends, _end_of(period)) for place, span in enumerate(spans)),
                self._in_each(_CAME, Petition.received_at, received, self.conditions, len(ends)),
                *self._went(days, len(ends)),
            ]
        )
        cells = self._cells_of(rows[_CELLS], len(ends))
        now, *others = self._over_of(rows[_OVER], 1 + len(compared))
        came, went = (dict(_numbers(rows[what])) for what in (_CAME, _WENT))
        still_open = list(cells.before)
        in_months = [0] * len(months)
        for place, number, sums in _walked(rows[_WALKED]):
            since = spans[place][0]
            if starts[0] <= since < _end_of(months[-1]):
                in_months[sum(start <= since for start in starts) - 1] += number
            _add(still_open, sums)
        totals = {
            one: Counts({_WHOLE: came[place]}, over.resolved, {}, {_WHOLE: there}, {_WHOLE: late})
            for place, (one, over, (there, late)) in enumerate(zip(compared, others, still_open, strict=True))
        }
        behind = len(compared)
        return Counted(
            now=Counts(cells.received, now.resolved, now.overdue, cells.still_open, cells.late, now.marks),
            before=totals[period.before()],
            year_before=totals[period.year_before()],
            trend=[(came[behind + place], number) for place, number in enumerate(in_months)],
            days=[(came[behind + len(months) + place], went[place]) for place in range(len(days))],
            dwell=self._dwell(period),
        )

    def _cells(self, period: Period, ends: Sequence[_End]) -> list[Select[Any]]:
        """What was received in the period, open at its end, and late of that, by unit, kind and channel; and of those
        that were still open at its end how many were open at each of the earlier `ends`, and late."""
        end = _end_of(period)
        late = func.sum(case((Petition.due_on < period.last, 1), else_=0))
        came = during(Petition.received_at, period.first, period.last)
        parts: list[tuple[int, list[Any], Sequence[ColumnElement[bool]]]] = [
            (0, _zeros(len(ends)), (*self.conditions, came))
        ]
        # Two ways along the index: those that are not over, and those that were over later.
        for over in (Petition.resolved_at.is_(None), Petition.resolved_at >= end):
            these = (*self.along, Petition.received_at < end, over)
            parts.append((1, [late, *_open_at(ends)], these))
        return [
            select(*_about(_CELLS, place), *_BY_CELL, *_NO_STAY, func.count(), *sums)
            .where(*these)
            .group_by(*self._keys(_BY_CELL))
            for place, sums, these in parts
        ]

    def _cells_of(self, rows: _Rows, ends: int) -> _Cells:
        found = _Cells(Counter(), Counter(), Counter(), [(0, 0)] * ends)
        for place, unit, kind, channel, _mark, _overdue, _days, number, late, *sums in rows:
            cell = Cell(self.names.get(unit, ""), kind, channel)
            (found.still_open if place else found.received)[cell] += number
            found.late[cell] += late or 0
            _add(found.before, sums)
        return found

    def _over(self, periods: Sequence[Period], ends: int) -> list[Select[Any]]:
        """What was resolved in each period: of the first by unit, kind and channel, with marks and lateness."""
        days = (day_number(Petition.resolved_at) - day_number(Petition.received_at)).label("days")
        overdue = _OVERDUE_THERE if self.sqlite else _OVERDUE
        parts: list[Select[Any]] = []
        for place, period in enumerate(periods):
            by = (*_NO_CELL, *_NO_STAY[:2]) if place else (*_BY_CELL, Petition.satisfaction, overdue)
            keys = [literal_column("days")] if place else self._keys((*by, days))
            parts.append(
                select(*_about(_OVER, place), *by, days, func.count(), *_zeros(ends))
                .where(during(Petition.resolved_at, period.first, period.last), *self.along)
                .group_by(*keys)
            )
        return parts

    def _over_of(self, rows: _Rows, periods: int) -> list[Counts]:
        made = [_Over.empty() for _ in range(periods)]
        for place, unit, kind, channel, mark, overdue, stayed, number, *_sums in rows:
            cell = _WHOLE if place else Cell(self.names.get(unit, ""), kind, channel)
            found = made[place]
            found.resolved.setdefault(cell, Counter())[stayed] += number
            found.overdue[cell] += number if overdue else 0
            if mark is not None:
                found.marks[mark] += number
        return [Counts(resolved=one.resolved, overdue=one.overdue, marks=one.marks) for one in made]

    def _part(
        self, place: int, span: tuple[datetime, datetime], ends: Sequence[_End], until: datetime
    ) -> Select[Any]:
        """Of those that were over in one span how many there are; and, of a span before `until`, how many of them
        were open at each end that lies before it, and late."""
        since, before = span
        sums: list[Any] = [literal_column("0")]
        for one in ends:
            counts = one[0] <= since < until
            sums += _open_at([one]) if counts else [literal_column("0"), literal_column("0")]
        within = and_(Petition.resolved_at >= since, Petition.resolved_at < before)
        return select(*_about(_WALKED, place), *_NO_CELL, *_NO_STAY, func.count(), *sums).where(
            within, *self.along
        )

    def _went(self, days: Sequence[date], ends: int) -> list[Select[Any]]:
        """How many were resolved on each day."""
        if not days:
            return []
        return [self._in_each(_WENT, Petition.resolved_at, [(day, day) for day in days], self.along, ends)]

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

    def _ask(self, parts: Sequence[Select[Any]]) -> Mapping[int, _Rows]:
        """All parts in one question: a server far away answers once, and not three times."""
        found: dict[int, list[Sequence[Any]]] = {}
        for what, *row in self.session.execute(union_all(*parts)):
            found.setdefault(what, []).append(row)
        return defaultdict(list, found)

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
        about: tuple[Any, ...] = (literal_column(str(what)), span.c.column1)
        return select(*about, *_NO_CELL, *_NO_STAY, counted, *_zeros(ends))


def _end_of(period: Period) -> datetime:
    """The moment at which it is over."""
    return start_of_day(period.last + timedelta(days=1))


def _about(what: int, place: int) -> tuple[Any, ...]:
    """What a row is about, and which part of that."""
    return literal_column(str(what)), literal_column(str(place))


def _zeros(ends: int) -> list[Any]:
    """In the place of what is summed up."""
    return [literal_column("0")] * (1 + 2 * ends)


def _numbers(rows: _Rows) -> list[tuple[int, int]]:
    """Part and number of rows that say no more."""
    return [(place, number) for place, number, _sums in _walked(rows)]


def _walked(rows: _Rows) -> list[tuple[int, int, Sequence[int | None]]]:
    """Part, number and sums of rows that say nothing of a cell."""
    return [(row[0], row[7], row[9:]) for row in rows]


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
class _Over:
    """What is counted of those that are over, while it is counted."""

    resolved: dict[Cell, Counter[int]]
    overdue: Counter[Cell]
    marks: Counter[int]

    @classmethod
    def empty(cls) -> _Over:
        return cls({}, Counter(), Counter())
