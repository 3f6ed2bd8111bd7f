"""The act that raises the floor of windows."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Date, Integer, String, case, false, func, literal, not_, select, true
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import given, visible
from desktop_app.database.acts.model import ActScope, Does, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.instruments.consultation.windows import LONGEST_WINDOW, STATUTE
from desktop_app.instruments.model import WindowFloor
from desktop_app.office.model import OfficeRow
from desktop_app.staff.roster import roster_act

_FLOOR: Final[Any] = named_table(WindowFloor.__tablename__)


def _stored(scope: ActScope, name: str) -> ColumnElement[Any]:
    """Returns a column of the raised floor of the given track, NULL while the law's own applies."""
    raised = aliased(WindowFloor)
    found = select(getattr(raised, name)).where(raised.track == scope.given("track"))
    return found.correlate_except(raised).scalar_subquery()


def _days(scope: ActScope) -> ColumnElement[Any]:
    """Returns the floor in force of the given track, NULL for an unknown one."""
    law = case(
        {track.value: literal(floor.days) for track, floor in STATUTE.items()}, value=scope.given("track")
    )
    return func.coalesce(_stored(scope, "days"), law)


def _falls(scope: ActScope) -> ColumnElement[bool]:
    risen = scope.given("days").between(_days(scope), LONGEST_WINDOW)
    return not_(func.coalesce(risen, false()))


_SETS: Final = {"days": given("days"), "source": given("source")}
#: The values before are read from the floor, and those after are the caller's: both engines see the same.
FLOOR_RAISED: Final = roster_act(
    "floor_raised", "office", OfficeRow.__tablename__,
    asks={"track": String(), "days": Integer(), "source": String(), "source_date": Date()},
    rules=(
        ("floor_only_rises", _falls),
        ("text_missing", lambda scope: visible(scope.given("source")) == ""),
        ("in_future", lambda scope: func.coalesce(scope.given("source_date") > scope.today, true())),
    ),
    steps=(
        Step(
            "floor", _FLOOR, Does.UPDATE, "", sets=_SETS,
            where=lambda scope: scope.row.c.track == scope.given("track"),
        ),
        Step(
            "first_floor", _FLOOR, Does.INSERT, "", sets={"track": given("track"), **_SETS},
            where=lambda scope: _stored(scope, "days").is_(None),
        ),
    ),
    tells={"track": given("track"), "days": _days, "source": lambda scope: _stored(scope, "source")},
    extra={"days": given("days"), "source": given("source"), "source_date": given("source_date")},
)  # fmt: skip

declare(FLOOR_RAISED)
