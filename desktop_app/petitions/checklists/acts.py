"""Acts on checklists: administrators keep the points, and whoever works on a petition ticks them."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, and_, func, not_, or_, select, true
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import given, me, named, negation, now, value_of, visible
from desktop_app.database.acts.model import ActScope, Does, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.petitions.acts.beside import beside
from desktop_app.petitions.acts.predicates import not_from, works
from desktop_app.petitions.acts.steps import TOUCHED
from desktop_app.petitions.checklists.missing import belongs, is_ticked
from desktop_app.petitions.checklists.model import CheckPoint
from desktop_app.petitions.model import Label
from desktop_app.petitions.vocabulary import OPEN, Kind
from desktop_app.staff.roster import Rules, ordering, roster_act

#: The actions of the events. Neither causes a conflict with what a colleague has seen.
TICKED: Final = "ticked"
UNTICKED: Final = "unticked"


def _no_list(scope: ActScope) -> ColumnElement[bool]:
    """Whether the point would be of no list, of two, or of one that is not there."""
    label = aliased(Label)
    found = select(label.id).where(label.id == scope.given("label_id"), label.merged_into_id.is_(None))
    kind, there = scope.given("kind"), found.correlate_except(label).exists()
    known = func.coalesce(kind.in_([one.value for one in Kind]), true())
    return or_(
        kind.is_(None) == scope.given("label_id").is_(None), not_(known), and_(kind.is_(None), not_(there))
    )


_TITLE: Final[Rules] = (("text_missing", lambda scope: visible(scope.given("title")) == ""),)
_TOLD: Final = ("kind", "title", "required", "place", "active")
_TELLS: Final[dict[str, Any]] = {"label": named(Label, "label_id", "name")}
POINT_ADDED: Final = roster_act(
    "check_point_added", "check_point", "check_point", Does.INSERT,
    given=("kind", "label_id", "title", "required", "place"), sets={"active": lambda _scope: true()},
    told=_TOLD, tells=_TELLS, rules=(*_TITLE, ("not_there", _no_list)),
)  # fmt: skip
POINT_CHANGED: Final = roster_act(
    "check_point_changed", "check_point", "check_point", Does.UPDATE,
    given=("title", "required", "active"), told=_TOLD, tells=_TELLS, rules=_TITLE,
)  # fmt: skip
POINTS_ORDERED: Final = ordering("check_point_moved", "check_point", "check_point")


def _not_its_point(scope: ActScope) -> ColumnElement[bool]:
    point = aliased(CheckPoint)
    found = select(point.id).where(
        point.id == scope.given("point_id"), point.active, belongs(point, scope.item.c)
    )
    return not_(found.correlate_except(point).exists())


def _has_tick(scope: ActScope) -> ColumnElement[bool]:
    return is_ticked(scope.given("point_id"), scope.item.c)


_TITLE_OF: Final = {"point": value_of(CheckPoint, "title", "point_id"), "point_id": given("point_id")}
_TICKED: Final = beside(
    TICKED,
    works,
    ("not_from_this_state", not_from(OPEN)),
    ("not_its_point", _not_its_point),
    ("ticked_already", _has_tick),
    steps=(
        TOUCHED,
        Step(
            "tick", named_table("petition_tick"), Does.INSERT, "petition_id",
            sets={"point_id": given("point_id"), "ticked_by_id": me, "ticked_at": now},
        ),
    ),
    asks={"point_id": BigInteger()},
    extra=_TITLE_OF,
)  # fmt: skip
_UNTICKED: Final = beside(
    UNTICKED,
    works,
    ("not_from_this_state", not_from(OPEN)),
    ("not_ticked", negation(_has_tick)),
    steps=(
        TOUCHED,
        Step(
            "tick", named_table("petition_tick"), Does.DELETE, "petition_id",
            where=lambda scope: scope.row.c.point_id == scope.given("point_id"),
        ),
    ),
    asks={"point_id": BigInteger()},
    extra=_TITLE_OF,
)  # fmt: skip
#: By the action of their event.
TICKING: Final = {TICKED: _TICKED, UNTICKED: _UNTICKED}

declare(POINT_ADDED, POINT_CHANGED, POINTS_ORDERED, _TICKED, _UNTICKED)
