"""Maps a number of a report to the list of the inbox with exactly its petitions; None where there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.deadlines.dwell_times import LeftUnit
from desktop_app.petitions.lists.filters import NOBODY
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope, View
from desktop_app.reports.attention import NumberPetitions
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.units import UnitRow

#: The counts of a row, in the order of the columns.
MEASURES: Final = ("received", "resolved", "open", "late")


def behind(scope: ReportScope, measure: str) -> ListFilter:
    """Returns the list of petitions that were received, resolved, open, late or overdue in the period of a report."""
    return _MEASURES[measure](_of_scope(scope), scope.period)


def on_day(day: date, measure: str, scope: ReportScope) -> ListFilter:
    """Returns the list of petitions received or resolved on a day."""
    return replace(_of_scope(scope), **{measure: DayRange(day, day)})  # type: ignore[arg-type]


def left(scope: ReportScope, unit: str, units: Sequence[UnitRow]) -> ListFilter | None:
    """Returns the list of petitions that left a unit in the period of a report."""
    found = [one.id for one in units if one.name == unit]
    if len(found) != 1:
        return None
    period = scope.period
    return replace(_of_scope(scope), left_unit=LeftUnit(found[0], period.first, period.last))


def led_to(improvement_id: int) -> ListFilter:
    """Returns the list of petitions linked to an improvement action, of any time and unit."""
    return ListFilter(view=View.ALL, scope=Scope.ANY, improvement_id=improvement_id, order=Order.OLDEST)


def notices(scope: ReportScope) -> ListFilter:
    """Returns the list of notices received in the period of a report."""
    return replace(behind(scope, "received"), ordinary=False, notice=True)


def with_mark(scope: ReportScope, mark: int) -> ListFilter:
    """Returns the list of petitions resolved in the period of a report with this mark."""
    return replace(behind(scope, "resolved"), satisfaction=mark)


def of_line(family: str, key: str, wanted: ListFilter, units: Sequence[UnitRow]) -> ListFilter | None:
    """Restricts a list to one row of a table."""
    if family == "kind":
        return replace(wanted, kind=key)
    if family == "channel":
        return replace(wanted, channel=key)
    if family == "service":
        return replace(wanted, service=key)
    if not key:
        return replace(wanted, unit_id=NOBODY)
    found = [unit.id for unit in units if unit.name == key]
    return replace(wanted, unit_id=found[0]) if len(found) == 1 else None


def of_number(scope: ReportScope, number: NumberPetitions, units: Sequence[UnitRow]) -> ListFilter | None:
    """Returns the list of petitions of a number in a sentence of a report."""
    if number.before:
        scope = replace(scope, period=scope.period.before())
    wanted = behind(scope, number.measure)
    return of_line(number.family, number.key, wanted, units) if number.family else wanted


def _of_scope(scope: ReportScope) -> ListFilter:
    return ListFilter(
        view=View.ALL,
        scope=Scope.ANY,
        unit_id=scope.unit_id,
        assignee_id=scope.person_id,
        kind=scope.kind,
        channel=scope.channel,
        # Notices, which get no reply, are counted apart.
        ordinary=True,
        order=Order.OLDEST,
    )


def _received(wanted: ListFilter, period: Period) -> ListFilter:
    return replace(wanted, received=DayRange(period.first, period.last))


def _resolved(wanted: ListFilter, period: Period) -> ListFilter:
    return replace(wanted, resolved=DayRange(period.first, period.last))


def _open(wanted: ListFilter, period: Period) -> ListFilter:
    return replace(wanted, open_on=period.last)


def _late(wanted: ListFilter, period: Period) -> ListFilter:
    # The deadline is before the last day of the period.
    return replace(_open(wanted, period), due=DayRange(None, period.last - timedelta(days=1)))


def _overdue(wanted: ListFilter, period: Period) -> ListFilter:
    return replace(_resolved(wanted, period), overdue=True)


_MEASURES: Final[dict[str, Callable[[ListFilter, Period], ListFilter]]] = {
    "received": _received,
    "resolved": _resolved,
    "open": _open,
    "late": _late,
    "overdue": _overdue,
}
