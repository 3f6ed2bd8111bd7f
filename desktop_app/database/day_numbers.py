"""On which day in Tehran a moment lies, said in SQL alike for both engines: rows are counted where they are.

The offsets are those that Python knows (there was summer time until 1401): a server's own table of time zones may be
older, and SQLite has none.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, case, cast, func, literal_column

from desktop_app.clock import TEHRAN

_EPOCH: Final = date(1970, 1, 1)
#: Before, all as this year began: nobody counts by the day what is older. Changes to come are looked for as far as
#: the calendar of the program goes.
_FIRST_YEAR: Final = 2010
_LAST_YEAR: Final = 2071
_DAY: Final = 86_400


@lru_cache(maxsize=16)
def day_number(column: Any, *, sqlite: bool) -> ColumnElement[int]:
    """The day in Tehran of a moment, counted from 1 January 1970. Put together once for each column."""
    offset = case(
        *((column >= since, literal_column(str(seconds), Integer)) for since, seconds in _offsets()), else_=0
    )
    if sqlite:
        # SQLite would round the last half of a millisecond of a day up into the next one.
        second = func.unixepoch(func.substr(column, 1, 19), type_=Integer)
        return (second + offset) // literal_column(str(_DAY), Integer)
    return cast(func.floor((func.extract("epoch", column) + offset) / _DAY), Integer)


def number_of(day: date) -> int:
    """The number of a day, as `day_number` counts."""
    return (day - _EPOCH).days


@lru_cache(maxsize=1)
def _offsets() -> tuple[tuple[datetime, int], ...]:
    """Since when Tehran is how many seconds ahead of UTC, the latest first: it holds for nearly all rows."""
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
