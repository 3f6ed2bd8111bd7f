"""The days of a window as SQL expressions; `consultation.windows` counts the same and explains it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Date, Integer, case, func, literal, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import days_later, engine_function
from desktop_app.instruments.consultation.windows import STATUTE, Floor
from desktop_app.instruments.model import JalaliMonthRow, WindowFloor
from desktop_app.office.calendar_expressions import next_open_day

#: The days from the second to the first.
_days_since: Final = engine_function(
    Integer(), postgresql="({0} - {1})", sqlite="CAST(julianday({0}) - julianday({1}) AS INTEGER)"
)
_later: Final = engine_function(Date(), postgresql="greatest({0}, {1})", sqlite="max({0}, {1})")
_less: Final = engine_function(Integer(), postgresql="least({0}, {1})", sqlite="min({0}, {1})")
#: A day that no window reaches: the end where nothing can be counted.
_NEVER: Final[ColumnElement[Any]] = literal(date(9999, 12, 31), Date)


def floor_of_law(track: ColumnElement[Any], opened_on: ColumnElement[Any]) -> ColumnElement[Any]:
    """Returns the last day of the law's own floor, before closed days are considered."""
    whens = [(track == of.value, _counted(floor, opened_on)) for of, floor in STATUTE.items()]
    return case(*whens, else_=_NEVER)


def floor_in_force(track: ColumnElement[Any], opened_on: ColumnElement[Any]) -> ColumnElement[Any]:
    """Returns the same for the floor in force, which legal sign-off may have raised."""
    raised = aliased(WindowFloor)
    end = select(days_later(opened_on, raised.days)).where(raised.track == track).correlate_except(raised)
    return _later(floor_of_law(track, opened_on), func.coalesce(end.scalar_subquery(), opened_on))


def end_of_window(
    track: ColumnElement[Any], opened_on: ColumnElement[Any], wanted: ColumnElement[Any] | None = None
) -> ColumnElement[Any]:
    """Returns the earliest lawful last day, or the `wanted` one if it is later; always an open day."""
    earliest = floor_in_force(track, opened_on)
    return next_open_day(earliest if wanted is None else _later(earliest, func.coalesce(wanted, opened_on)))


def end_after_closure(today: ColumnElement[Any]) -> ColumnElement[Any]:
    """Returns the new last day of a window whose last day was declared closed after it was over.

    It is the first open day after today. The first open day from the old end is never later.
    """
    return next_open_day(days_later(today, literal(1)))


def _counted(floor: Floor, opened_on: ColumnElement[Any]) -> ColumnElement[Any]:
    by_days = days_later(opened_on, literal(floor.days))
    return _later(by_days, func.coalesce(_next_month(opened_on), _NEVER)) if floor.month else by_days


def _next_month(day: ColumnElement[Any]) -> ColumnElement[Any]:
    """Returns the same day of the next Jalali month, or its last day if it is shorter."""
    here, after = aliased(JalaliMonthRow), aliased(JalaliMonthRow)
    number = _less(literal(1) + _days_since(day, here.first_day), after.days)
    found = select(days_later(after.first_day, number - literal(1))).where(
        after.id == here.id + 1, here.first_day <= day, day < days_later(here.first_day, here.days)
    )
    return found.correlate_except(here, after).scalar_subquery()


def by_track(values: Mapping[Any, Any], track: ColumnElement[Any]) -> ColumnElement[Any]:
    """Returns the value that a table of tracks or kinds gives, NULL for an unknown one."""
    return case({one.value: literal(value.value) for one, value in values.items()}, value=track)
