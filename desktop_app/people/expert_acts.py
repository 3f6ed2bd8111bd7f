"""The acts that add and change experts."""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, case, false, func, literal, not_, true

from desktop_app.database.acts.expressions import column, given, next_version, now, visible
from desktop_app.database.acts.model import ActScope, Does, Expression, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.people.identity import Group
from desktop_app.people.model import Expert
from desktop_app.staff.role_acts import role_act
from desktop_app.staff.role_expressions import has_any
from desktop_app.staff.roles import Role

#: Roles that maintain the register and see contact data.
KEEPERS: Final = (Role.CLERK, Role.REVIEWER, Role.MANAGER)
_TABLE: Final = named_table(Expert.__tablename__)
_CONTACT: Final = ("mobile", "email", "address")
_WORDS: Final = ("name", "name_key", "group", "organisation", "fields", *_CONTACT, "note")


def _reachable(scope: ActScope) -> ColumnElement[int]:
    """Returns how much contact data there is; the data itself does not enter the history."""
    first, second, third = (case((scope.item.c[name] != "", 1), else_=0) for name in _CONTACT)
    return first + second + third


def _unknown_group(scope: ActScope) -> ColumnElement[bool]:
    return not_(func.coalesce(scope.given("group").in_([one.value for one in Group]), false()))


_TOLD: Final[dict[str, Expression]] = {
    **{name: column(name) for name in ("name", "group", "organisation", "active")},
    "expertise": column("fields"),
    "reachable": _reachable,
}
#: They are no given columns of the step, because an event stores the former values of those.
_SETS: Final[dict[str, Expression]] = {name: given(name) for name in _WORDS}
_VALID: Final[tuple[tuple[str, Expression], ...]] = (
    ("text_missing", lambda scope: visible(scope.given("name")) == ""),
    ("out_of_range", _unknown_group),
)
_keeps: Final = has_any(*KEEPERS)

ADDED: Final = role_act(
    "expert_added",
    _TABLE,
    _keeps,
    *_VALID,
    steps=(
        Step(
            "expert",
            _TABLE,
            Does.INSERT,
            "id",
            sets=_SETS
            | {"active": lambda _scope: true(), "created_at": now, "version": lambda _scope: literal(1)},
        ),
    ),
    told=_TOLD,
    asks={name: _TABLE.c[name].type for name in _WORDS},
)
CHANGED: Final = role_act(
    "expert_changed",
    _TABLE,
    _keeps,
    *_VALID,
    steps=(
        Step(
            "expert",
            _TABLE,
            Does.UPDATE,
            "id",
            sets=_SETS | {"active": given("active"), "version": next_version},
        ),
    ),
    told=_TOLD,
    asks={name: _TABLE.c[name].type for name in (*_WORDS, "active")},
)

declare(ADDED, CHANGED)
