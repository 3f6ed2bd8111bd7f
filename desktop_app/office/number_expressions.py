"""Numbers of the office's series as SQL expressions."""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, extract, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.model import ActScope, Expression
from desktop_app.office.model import Counter

#: A Jalali year is so many years behind the one in which it begins, or one more.
_BEHIND: Final = 621


def not_the_last(series: str) -> Expression:
    """Returns the expression whether the given `number` is not the last one taken in the given `year`, or whether
    that is not this year.
    """

    def other(scope: ActScope) -> ColumnElement[bool]:
        counter, year = aliased(Counter), scope.given("year")
        last = select(counter.last).where(
            counter.series == series, counter.year == year, counter.last == scope.given("number")
        )
        behind = extract("year", scope.today) - year
        return or_(
            behind.not_in((_BEHIND, _BEHIND + 1)),
            behind.is_(None),
            not_(last.correlate_except(counter).exists()),
        )

    return other
