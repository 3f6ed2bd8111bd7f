"""The queries for the figures of a report on both engines, with a record type for the columns of each.

Queries for resolved petitions read ranges of `ix_petition_resolved`, whatever their other filters are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import chain, pairwise, zip_longest
from typing import Any, Final, NamedTuple, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Integer,
    Label,
    and_,
    bindparam,
    cast,
    false,
    func,
    literal_column,
    select,
    text,
)
from sqlalchemy import column as sql_column
from sqlalchemy.orm import Session

from desktop_app.database.base import UtcMoment
from desktop_app.database.day_numbers import day_number, during
from desktop_app.database.named_queries import NamedQuery
from desktop_app.persian.dates import start_of_day, tehran_day
from desktop_app.petitions.deadlines.dwell_times import stays_ended
from desktop_app.petitions.lists.conditions import resolved_late
from desktop_app.petitions.model import Petition
from desktop_app.petitions.satisfaction.acts import was_sent
from desktop_app.petitions.satisfaction.model import SatisfactionQuestion
from desktop_app.petitions.visibility import reach
from desktop_app.reports.monthly import TREND, days_of
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.roles import Actor

_OVERDUE: Final = func.coalesce(resolved_late(), false())
#: SQLite stores timestamps as text that starts with the UTC day, so a text comparison settles most rows
#: cheaply.
_OVERDUE_ON_SQLITE: Final = func.coalesce(
    and_(literal_column("petition.resolved_at > petition.due_on"), resolved_late()), false()
)
_CELL: Final = (
    Petition.unit_id.label("unit"),
    Petition.kind.label("kind"),
    Petition.channel.label("channel"),
)
#: The plus sign keeps SQLite from choosing the index of units instead of the index of the other conditions.
_UNIT_ON_SQLITE: Final[ColumnElement[int]] = literal_column("+petition.unit_id", Integer)
_NUMBER: Final = func.count().label("number")
_ZERO: Final = literal_column("0", Integer)
_DAYS: Final = (day_number(Petition.resolved_at) - day_number(Petition.received_at)).label("days")
#: Built once with literal names, since the columns of a subquery are new objects each time.
_DAYS_STAYED: Final = day_number(literal_column("stay.ended", UtcMoment)) - day_number(
    literal_column("stay.began", UtcMoment)
)
#: The first and the last day, both included.
_Days: TypeAlias = tuple[date, date]
#: A half-open interval: its start, and the first moment after it.
Span: TypeAlias = tuple[datetime, datetime]


class ReceivedRow(NamedTuple):
    """Petitions received in the period, or in the one before."""

    unit: int | None
    kind: str
    channel: str
    number: int


class OpenRow(NamedTuple):
    """Petitions open at the end of the period.

    Also how many of them were open and late at the end of earlier periods.
    """

    unit: int | None
    kind: str
    channel: str
    number: int
    late: int
    open_before: int
    late_before: int
    open_year_before: int
    late_year_before: int


class ResolvedRow(NamedTuple):
    """Petitions resolved in the period; `mark` is their satisfaction, `days` the days to resolution."""

    unit: int | None
    kind: str
    channel: str
    mark: int | None
    overdue: bool
    days: int
    number: int


class ResolvedByRow(NamedTuple):
    """Petitions resolved in the period, by assignee and days to resolution."""

    person: int | None
    overdue: bool
    days: int
    number: int


class OpenByRow(NamedTuple):
    """Petitions open at the end of the period, by assignee."""

    person: int | None
    number: int
    late: int


class AskedRow(NamedTuple):
    """Questions how satisfied somebody is about petitions resolved in the period, and answered ones."""

    asked: int
    answered: int


class EarlierRow(NamedTuple):
    """Petitions resolved in one of the earlier periods, by days to resolution."""

    position: int
    days: int
    number: int


class SpanRow(NamedTuple):
    """Petitions resolved in one of the spans.

    Also how many of them were open and late at the end of earlier periods.
    """

    position: int
    number: int
    open_before: int
    late_before: int
    open_year_before: int
    late_year_before: int


class DaysRow(NamedTuple):
    """Petitions received or resolved in one of several ranges of days."""

    position: int
    number: int


class DwellRow(NamedTuple):
    """Petitions that left a unit in the period; `days` is their dwell time there."""

    unit: int
    days: int
    number: int


@dataclass(frozen=True)
class FigureQueries:
    """The queries of one report.

    `earlier` are the reference periods: the previous one, and the same one a year earlier. For a year both
    are the same, and only one is queried. `conditions` apply to every petition; `along` are the same
    conditions for queries that read `ix_petition_resolved`. Notices, which get no reply, are counted `apart`.
    """

    period: Period
    earlier: tuple[Period, ...]
    conditions: tuple[ColumnElement[bool], ...]
    along: tuple[ColumnElement[bool], ...]
    apart: tuple[ColumnElement[bool], ...]
    sqlite: bool

    @classmethod
    def of(cls, session: Session, scope: ReportScope, actor: Actor | None) -> FigureQueries:
        """Returns the queries for a scope; with `actor`, limited to petitions visible to that person."""
        seen = reach(session, actor) if actor is not None else []
        ordinary, notices = Petition.notice.is_(False), Petition.notice.is_(True)
        sqlite = session.get_bind().dialect.name == "sqlite"
        return cls(
            scope.period,
            tuple(dict.fromkeys((scope.period.before(), scope.period.year_before()))),
            (*scope.conditions(), ordinary, *seen),
            (*scope.conditions(_UNIT_ON_SQLITE if sqlite else None), ordinary, *seen),
            (*scope.conditions(), notices, *seen),
            sqlite,
        )

    def received(self) -> NamedQuery[ReceivedRow]:
        return self._received_by_cell("received", self.period)

    def received_before(self) -> NamedQuery[ReceivedRow]:
        return self._received_by_cell("received_before", self.earlier[0])

    def still_open(self) -> NamedQuery[OpenRow]:
        end = end_of(self.period)
        late = func.count().filter(Petition.due_on < self.period.last).label("late")
        statement = (
            select(*_CELL, _NUMBER, late, *self._open_earlier(self.earlier))
            .where(*self.along, Petition.received_at < end)
            .group_by(*self._by_cell())
        )
        return NamedQuery("open", OpenRow, [statement.where(one) for one in self._later()])

    def resolved(self) -> NamedQuery[ResolvedRow]:
        overdue = is_overdue(sqlite=self.sqlite).label("overdue")
        # Group by the names of the computed columns, so that each is computed once.
        computed: list[ColumnElement[Any]] = [literal_column("overdue"), literal_column("days")]
        statement = (
            select(*_CELL, Petition.satisfaction.label("mark"), overdue, _DAYS, _NUMBER)
            .where(during(Petition.resolved_at, self.period.first, self.period.last), *self.along)
            .group_by(*self._by_cell(), Petition.satisfaction, *computed)
        )
        return NamedQuery("resolved", ResolvedRow, [statement])

    def resolved_by_assignee(self) -> NamedQuery[ResolvedByRow]:
        overdue = is_overdue(sqlite=self.sqlite).label("overdue")
        computed: list[ColumnElement[Any]] = [literal_column("overdue"), literal_column("days")]
        statement = (
            select(Petition.assignee_id.label("person"), overdue, _DAYS, _NUMBER)
            .where(during(Petition.resolved_at, self.period.first, self.period.last), *self.along)
            .group_by(Petition.assignee_id, *computed)
        )
        return NamedQuery("resolved_by_assignee", ResolvedByRow, [statement])

    def open_by_assignee(self) -> NamedQuery[OpenByRow]:
        late = func.count().filter(Petition.due_on < self.period.last).label("late")
        statement = (
            select(Petition.assignee_id.label("person"), _NUMBER, late)
            .where(*self.along, Petition.received_at < end_of(self.period))
            .group_by(Petition.assignee_id)
        )
        return NamedQuery("open_by_assignee", OpenByRow, [statement.where(one) for one in self._later()])

    def asked(self) -> NamedQuery[AskedRow]:
        answered = func.count(SatisfactionQuestion.answered_at).label("answered")
        statement = (
            select(func.count().label("asked"), answered)
            .select_from(Petition)
            .join(SatisfactionQuestion, SatisfactionQuestion.petition_id == Petition.id)
            .where(
                during(Petition.resolved_at, self.period.first, self.period.last),
                was_sent(SatisfactionQuestion, Petition),
                *self.along,
            )
        )
        return NamedQuery("asked", AskedRow, [statement])

    def notices(self) -> NamedQuery[DaysRow]:
        """Notices received in the period, and those resolved in it."""
        first, last = self.period.first, self.period.last
        statements = [
            select(position_column(position), _NUMBER).where(*self.apart, during(column, first, last))
            for position, column in enumerate((Petition.received_at, Petition.resolved_at))
        ]
        return NamedQuery("notices", DaysRow, statements)

    def resolved_earlier(self) -> NamedQuery[EarlierRow]:
        statements = [
            select(position_column(position), _DAYS, _NUMBER)
            .where(during(Petition.resolved_at, period.first, period.last), *self.along)
            .group_by(literal_column("days"))
            for position, period in enumerate(self.earlier)
        ]
        return NamedQuery("resolved_earlier", EarlierRow, statements)

    @staticmethod
    def data_from(session: Session) -> date | None:
        """Returns the day in Tehran of the office's first petition that the reader may see."""
        # Each is the first entry of an index.
        firsts = [
            session.scalar(select(func.min(Petition.received_at)).where(Petition.is_open.is_(state)))
            for state in (True, False)
        ]
        return min((tehran_day(first) for first in firsts if first is not None), default=None)

    def spans(self) -> list[Span]:
        """Splits the time of the report at the end of each period and each month.

        It starts at the first month of the trend and ends at the last end of a period.
        """
        ends = map(end_of, (self.period, *self.earlier, self._months[-1]))
        return list(pairwise(sorted({*(start_of_day(month.first) for month in self._months), *ends})))

    def resolved_in(self, spans: Sequence[Span]) -> NamedQuery[SpanRow]:
        statements = []
        end, earlier = end_of(self.period), [(one, end_of(one)) for one in self.earlier]
        for position, (since, until) in enumerate(spans):
            # Petitions resolved after the period are rows of `still_open`.
            ended = [one for one, its_end in earlier if its_end <= since < end]
            within = and_(Petition.resolved_at >= since, Petition.resolved_at < until)
            statements.append(
                select(position_column(position), _NUMBER, *self._open_earlier(ended)).where(
                    within, *self.along
                )
            )
        return NamedQuery("resolved_in_spans", SpanRow, statements)

    def received_year_before(self) -> NamedQuery[DaysRow]:
        """Received petitions of the same period a year earlier; no row where that is the period before."""
        return self._received_in("received_year_before", self.earlier[1:])

    def received_in_months(self) -> NamedQuery[DaysRow]:
        """Received petitions for each month of the trend."""
        return self._received_in("received_in_months", self._months)

    def received_on_days(self) -> NamedQuery[DaysRow]:
        """Received petitions for each day of the period; no rows where it is longer than `MOST_DAYS`."""
        return _in_days("received_on_days", Petition.received_at, self._each_day(), self.conditions)

    def resolved_on_days(self) -> NamedQuery[DaysRow]:
        return _in_days("resolved_on_days", Petition.resolved_at, self._each_day(), self.along)

    def dwell(self) -> NamedQuery[DwellRow]:
        first, last = self.period.first, self.period.last
        stays = stays_ended(first, last, self.conditions)
        each = (
            # On PostgreSQL, the sum of integers is a decimal.
            select(stays.c.unit, cast(func.sum(_DAYS_STAYED), Integer).label("days"))
            .where(during(stays.c.ended, first, last))
            .group_by(stays.c.unit, stays.c.petition)
            .subquery()
        )
        statement = select(each.c.unit, each.c.days, _NUMBER).group_by(each.c.unit, each.c.days)
        return NamedQuery("dwell", DwellRow, [statement])

    def _later(self) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        """Two ranges of the index: what is not resolved, and what was resolved after the period."""
        return Petition.resolved_at.is_(None), Petition.resolved_at >= end_of(self.period)

    def _open_earlier(self, ended: Collection[Period]) -> Iterator[Label[int]]:
        """Yields the numbers of petitions that were open and late at the end of each earlier period.

        The value is 0 for periods that are not in `ended`.
        """
        for name, period in zip_longest(("before", "year_before"), self.earlier):
            if period in ended:
                there = Petition.received_at < end_of(period)
                yield func.count().filter(there).label(f"open_{name}")
                yield func.count().filter(there, Petition.due_on < period.last).label(f"late_{name}")
            else:
                yield _ZERO.label(f"open_{name}")
                yield _ZERO.label(f"late_{name}")

    def _received_by_cell(self, name: str, period: Period) -> NamedQuery[ReceivedRow]:
        statement = (
            select(*_CELL, _NUMBER)
            .where(*self.conditions, during(Petition.received_at, period.first, period.last))
            .group_by(*self._by_cell())
        )
        return NamedQuery(name, ReceivedRow, [statement])

    def _received_in(self, name: str, periods: Iterable[Period]) -> NamedQuery[DaysRow]:
        days = [(period.first, period.last) for period in periods]
        return _in_days(name, Petition.received_at, days, self.conditions)

    @cached_property
    def _months(self) -> list[Period]:
        return list(map(Period.month, self.period.months(TREND)))

    def _each_day(self) -> list[_Days]:
        return [(day, day) for day in days_of(self.period)]

    def _by_cell(self) -> tuple[Any, ...]:
        return (_UNIT_ON_SQLITE if self.sqlite else Petition.unit_id, Petition.kind, Petition.channel)


def _in_days(
    name: str, column: Any, ranges: Sequence[_Days], conditions: Sequence[ColumnElement[bool]]
) -> NamedQuery[DaysRow]:
    """Counts the timestamps of `column` in each range of days, with one index lookup per range."""
    if not ranges:
        return NamedQuery(name, DaysRow, [])
    # The end of a range is often the start of the next one: use the same parameter for both.
    edges = [(start_of_day(first), start_of_day(last + timedelta(days=1))) for first, last in ranges]
    known = {moment: f"{name}_{at}" for at, moment in enumerate(dict.fromkeys(chain(*edges)))}
    rows = ", ".join(
        f"({position}, :{known[since]}, :{known[until]})" for position, (since, until) in enumerate(edges)
    )
    moments = [bindparam(parameter, moment, UtcMoment) for moment, parameter in known.items()]
    # Both engines give these names to the columns of VALUES.
    position = sql_column("column1", Integer)
    since, until = (sql_column(f"column{at}", UtcMoment) for at in (2, 3))
    values = text(f"VALUES {rows}").bindparams(*moments).columns(position, since, until).subquery(name)
    number = (
        select(func.count())
        .select_from(Petition)
        .where(column >= values.c.column2, column < values.c.column3, *conditions)
        .scalar_subquery()
    )
    return NamedQuery(name, DaysRow, [select(values.c.column1.label("position"), number.label("number"))])


def end_of(period: Period) -> datetime:
    """The first moment after the period."""
    return start_of_day(period.last + timedelta(days=1))


def is_overdue(*, sqlite: bool) -> ColumnElement[bool]:
    """Whether a resolved petition was resolved after its deadline; false without one."""
    return _OVERDUE_ON_SQLITE if sqlite else _OVERDUE


def position_column(position: int) -> Label[int]:
    """The column `position` of a query that has one SELECT for each of several periods."""
    return literal_column(str(position), Integer).label("position")
