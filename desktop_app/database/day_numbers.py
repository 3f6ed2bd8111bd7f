"""The day in Tehran of a timestamp, in SQL for both engines, so that rows are counted inside the database.

The UTC offsets are those of Python, because a server's time zone table may be outdated, and SQLite has none.
Iran had summer time until 1401.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, and_, case, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from desktop_app.clock import TEHRAN
from desktop_app.persian.dates import start_of_day

#: The offset at the start of this year is used for all earlier ones, of which nobody counts days. Later changes are
#: searched for up to the last year of the program's calendar.
_FIRST_YEAR: Final = 2010
_LAST_YEAR: Final = 2071
_DAY: Final = 86_400


class _Second(FunctionElement[int]):
    """The whole seconds of a timestamp since 1970."""

    type = Integer()
    name = "second_of"
    inherit_cache = True


class _DateNumber(FunctionElement[int]):
    """The day number of a date column."""

    type = Integer()
    name = "date_number"
    inherit_cache = True


@compiles(_Second, "sqlite")
def _second_on_sqlite(element: Any, compiler: Any, **more: Any) -> str:
    # SQLite would round the last half millisecond of a day up into the next day.
    return f"unixepoch(substr({compiler.process(element.clauses, **more)}, 1, 19))"


@compiles(_Second, "postgresql")
def _second_on_postgresql(element: Any, compiler: Any, **more: Any) -> str:
    return f"CAST(floor(extract(epoch FROM {compiler.process(element.clauses, **more)})) AS bigint)"


@compiles(_DateNumber, "sqlite")
def _date_on_sqlite(element: Any, compiler: Any, **more: Any) -> str:
    return f"(unixepoch({compiler.process(element.clauses, **more)}) / {_DAY})"


@compiles(_DateNumber, "postgresql")
def _date_on_postgresql(element: Any, compiler: Any, **more: Any) -> str:
    return f"({compiler.process(element.clauses, **more)} - DATE '1970-01-01')"


@lru_cache(maxsize=16)
def day_number(column: Any) -> ColumnElement[int]:
    """Returns the day in Tehran of a timestamp column, counted from 1 January 1970. Built once for each column."""
    offset = case(
        *((column >= since, literal_column(str(seconds), Integer)) for since, seconds in _offsets()), else_=0
    )
    return (_Second(column) + offset) // literal_column(str(_DAY), Integer)


def date_number(column: Any) -> ColumnElement[int]:
    """Returns the day number of a date column, counted as `day_number` does."""
    return _DateNumber(column)


def during(column: Any, first: date, last: date) -> ColumnElement[bool]:
    """Returns the condition that a timestamp is on one of the days `first` to `last` in Tehran, inclusive: an index
    range.
    """
    return and_(column >= start_of_day(first), column < start_of_day(last + timedelta(days=1)))


@lru_cache(maxsize=1)
def _offsets() -> tuple[tuple[datetime, int], ...]:
    """Returns pairs of (start, seconds ahead of UTC) for Tehran, latest first because it applies to most rows."""
    moment = datetime(_FIRST_YEAR, 1, 1, tzinfo=UTC)
    found = [(datetime(1900, 1, 1, tzinfo=UTC), _ahead(moment))]
    while moment.year < _LAST_YEAR:
        following = moment + timedelta(days=28)
        if _ahead(following) != found[-1][1]:
            found.append((_change_between(moment, following), _ahead(following)))
        moment = following
    return tuple(reversed(found))


def _change_between(before: datetime, after: datetime) -> datetime:
    old = _ahead(before)
    while after - before > timedelta(seconds=1):
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if _ahead(middle) == old:
            before = middle
        else:
            after = middle
    return after


def _ahead(moment: datetime) -> int:
    offset = moment.astimezone(TEHRAN).utcoffset()
    assert offset is not None
    return int(offset.total_seconds())
