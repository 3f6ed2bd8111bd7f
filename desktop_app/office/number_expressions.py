"""Numbers of the office's series as SQL expressions."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Text, and_, cast, extract, false, func, literal, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.model import ActScope, Expression
from desktop_app.office.model import Counter

#: A Jalali year is so many years behind the one in which it begins, and one more after the New Year of that one.
_BEHIND: Final = 621
#: The days of March from the earliest to the latest on which a Jalali year begins, with one to spare.
_EARLIEST: Final = 19
_LATEST: Final = 22


def paper_number_of(year: ColumnElement[Any], number: ColumnElement[Any]) -> ColumnElement[Any]:
    """Returns the number of a report as text, as `numbering.paper_number`."""
    return cast(year, Text) + literal("/") + cast(number, Text)


def is_this_year(scope: ActScope, year: ColumnElement[Any]) -> ColumnElement[bool]:
    """Returns the expression whether a Jalali year is that of the act; around New Year both are."""
    behind = extract("year", scope.today) - year
    day = extract("month", scope.today) * 100 + extract("day", scope.today)
    found = or_(
        and_(behind == _BEHIND, day >= 300 + _EARLIEST), and_(behind == _BEHIND + 1, day <= 300 + _LATEST)
    )
    return func.coalesce(found, false())


def not_the_last(series: str) -> Expression:
    """Returns the expression whether the given `number` is not the last one taken in the given `year`, or whether
    that is not this year.
    """

    def other(scope: ActScope) -> ColumnElement[bool]:
        counter, year = aliased(Counter), scope.given("year")
        last = select(counter.last).where(
            counter.series == series, counter.year == year, counter.last == scope.given("number")
        )
        return or_(not_(is_this_year(scope, year)), not_(last.correlate_except(counter).exists()))

    return other
