"""Which list of the inbox holds exactly the petitions behind a number of the report; None where none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.inbox import ListFilter, Order, Scope, View
from desktop_app.reports.period import Period
from desktop_app.staff.units import UnitRow


def received_in(period: Period, unit_id: int | None) -> ListFilter:
    """What came in a period, open or not."""
    return _between(period.first, period.last, unit_id)


def received_on(day: date, unit_id: int | None) -> ListFilter:
    """What came on a day."""
    return _between(day, day, unit_id)


def received_of_line(
    family: str, key: str, period: Period, unit_id: int | None, units: Sequence[UnitRow]
) -> ListFilter | None:
    """What came in a month and stands in one row of a table. Open, late
    and resolved are those of the end of the month and not of today, so no list of today holds exactly them."""
    wanted = received_in(period, unit_id)
    if not key:
        return replace(wanted, view=View.UNROUTED) if family == "unit" else wanted
    if family == "kind":
        return replace(wanted, kind=key)
    if family == "channel":
        return replace(wanted, channel=key)
    if family == "unit":
        found = [unit.id for unit in units if unit.name == key]
        return replace(wanted, unit_id=found[0]) if len(found) == 1 else None
    return None


def _between(first: date, last: date, unit_id: int | None) -> ListFilter:
    return ListFilter(
        view=View.ALL,
        scope=Scope.ANY,
        unit_id=unit_id,
        order=Order.OLDEST,
        received=DayRange(first, last),
    )
