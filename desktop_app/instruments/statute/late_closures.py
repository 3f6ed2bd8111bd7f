"""Windows whose last day was declared closed after it was over, as SQL expressions.

No window is set to end on a closed day (`rules.LAW`), so a closed last day means that the closure came later.
`instrument` is a row of the instrument: a table, or a row of a trigger.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import visible
from desktop_app.database.statute_guard import RowChange, differs
from desktop_app.instruments.statute.days import end_after_closure
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.office.calendar_expressions import is_closed
from desktop_app.office.model import ClosedDay

#: The states in which a manager decides whether the window is opened again.
ASKED_IN: Final = (InstrumentStatus.REVISING.value, InstrumentStatus.READY.value)


def closure_of(instrument: Any) -> ColumnElement[Any]:
    """Returns the name of the closure on the last day, NULL if there is none. A weekend is no closure."""
    shut = aliased(ClosedDay)
    found = select(shut.name).where(shut.day == instrument.c.closes_on)
    return found.correlate_except(shut).scalar_subquery()


def ends_on_closure(instrument: Any) -> ColumnElement[bool]:
    shut = aliased(ClosedDay)
    found = select(shut.id).where(shut.day == instrument.c.closes_on)
    return found.correlate_except(shut).exists()


def _has_reason(instrument: Any) -> ColumnElement[bool]:
    given: ColumnElement[bool] = visible(instrument.c.closure_reason) != ""
    return given


def is_undecided(instrument: Any) -> ColumnElement[bool]:
    """Whether the last day is a closed day, and no manager has said why the window stays closed."""
    return and_(ends_on_closure(instrument), not_(_has_reason(instrument)))


def awaits_decision(instrument: Any) -> ColumnElement[bool]:
    """Whether a manager has to decide now."""
    return and_(instrument.c.status.in_(ASKED_IN), is_undecided(instrument))


def moved_to_closed_day(change: RowChange) -> ColumnElement[bool]:
    """Whether a window is set to end on a closed day."""
    return and_(differs(change, "closes_on"), is_closed(change.new.c.closes_on))


def undecided(change: RowChange) -> ColumnElement[bool]:
    return is_undecided(change.new)


def opened_again(change: RowChange) -> ColumnElement[bool]:
    """Whether a window that is over is opened again as the law allows: for the closure, to the day that follows."""
    is_open = change.new.c.status == InstrumentStatus.OPEN.value
    to_its_end = change.new.c.closes_on == end_after_closure(change.today)
    return and_(is_open, is_undecided(change.old), to_its_end)


def decided_without_closure(change: RowChange) -> ColumnElement[bool]:
    """Whether a reason is written or cleared that nobody was asked for.

    A reason is about one last day: there it is written once and stays; with another day it ends.
    """
    not_asked = or_(not_(ends_on_closure(change.new)), _has_reason(change.old))
    other_reason = and_(differs(change, "closure_reason"), not_asked)
    return case((differs(change, "closes_on"), _has_reason(change.new)), else_=other_reason)
