"""Acts on units and deputies."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, and_, false, func, not_, or_, select, true
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import column, given, named
from desktop_app.database.acts.model import ActScope, Does, Expression, declare
from desktop_app.staff.model import Deputy, Person, PersonRole, Unit
from desktop_app.staff.roles import Role
from desktop_app.staff.roster import administers, ordering, roster_act
from desktop_app.staff.second_person import nobody_else, somebody_else

#: Maximum number of days of a delegation; a longer absence is handled like a departure.
LONGEST: Final = 366
DESK: Final = (Role.CLERK.value, Role.REVIEWER.value, Role.MANAGER.value)

#: The number of open petitions of a unit, and of those for which it has to answer a referral. On PostgreSQL,
#: administrators cannot read them.
open_in_unit: Final = engine_function(
    Integer(),
    postgresql="app.open_in_unit({0})",
    sqlite="(SELECT count(*) FROM petition p WHERE p.is_open AND (p.unit_id = {0} OR EXISTS ("
    "SELECT 1 FROM referral r WHERE r.petition_id = p.id AND r.to_unit_id = {0} AND r.purpose = 'action'"
    " AND r.acted_at IS NULL)))",
)
#: The days from one date to another.
_days: Final = engine_function(
    Integer(), postgresql="({1} - {0})", sqlite="CAST(julianday({1}) - julianday({0}) AS INTEGER)"
)


def _holds_petitions(scope: ActScope) -> ColumnElement[bool]:
    """Whether the unit is retired while it has open petitions."""
    retires = and_(not_(scope.given("active")), scope.item.c.active)
    return and_(retires, open_in_unit(scope.item.c.id) > 0)


_UNIT: Final = ("name", "active", "needs_approval")
UNIT_ADDED: Final = roster_act(
    "unit_added", "unit", "unit", Does.INSERT,
    given=("code", "name", "needs_approval", "place"), sets={"active": lambda _scope: true()},
    told=_UNIT,
)  # fmt: skip
UNIT_CHANGED: Final = roster_act(
    "unit_changed", "unit", "unit", Does.UPDATE,
    given=_UNIT, told=_UNIT, rules=(("unit_holds_petitions", _holds_petitions),),
)  # fmt: skip
UNIT_MOVED: Final = ordering("unit_moved", "unit", "unit")


# Deputies


def _inactive(scope: ActScope) -> ColumnElement[bool]:
    """Whether one of the two may not sign in."""
    person = aliased(Person)
    there = (
        select(func.count(person.id))
        .where(person.id.in_([scope.given("person_id"), scope.given("deputy_id")]), person.active)
        .correlate_except(person)
        .scalar_subquery()
    )
    return there != 2


def _wrong_days(scope: ActScope) -> ColumnElement[bool]:
    days = _days(scope.given("first_day"), scope.given("last_day"))
    return not_(func.coalesce(days.between(0, LONGEST - 1), false()))


def _nothing_to_delegate(scope: ActScope) -> ColumnElement[bool]:
    held, unit, role = aliased(PersonRole), scope.given("unit_id"), scope.given("role")
    found = select(held.id).where(
        held.person_id == scope.given("person_id"),
        held.role != Role.ADMINISTRATOR.value,
        or_(role.is_(None), held.role == role),
        or_(unit.is_(None), held.unit_id.is_(None), held.unit_id == unit),
    )
    return not_(found.correlate_except(held).exists())


def _without_a_role(scope: ActScope) -> ColumnElement[bool]:
    held = aliased(PersonRole)
    found = select(held.id).where(held.person_id == scope.given("deputy_id"), held.role.in_(DESK))
    return not_(found.correlate_except(held).exists())


def _twice(own: ColumnElement[Any] | None, scope: ActScope) -> ColumnElement[bool]:
    """Whether another delegation between the two overlaps in days, unit and role."""
    other, unit, role = aliased(Deputy), scope.given("unit_id"), scope.given("role")
    found = select(other.id).where(
        other.person_id == scope.given("person_id"),
        other.deputy_id == scope.given("deputy_id"),
        other.first_day <= scope.given("last_day"),
        other.last_day >= scope.given("first_day"),
        or_(unit.is_(None), other.unit_id.is_(None), other.unit_id == unit),
        or_(role.is_(None), other.role.is_(None), other.role == role),
    )
    if own is not None:
        found = found.where(other.id != own)
    return found.correlate_except(other).exists()


def _for_oneself(scope: ActScope) -> ColumnElement[bool]:
    """Whether an administrator makes themself a deputy, in an office where a second person is."""
    return and_(_is_me(scope), somebody_else(scope, scope.me))


def _is_me(scope: ActScope) -> ColumnElement[bool]:
    mine: ColumnElement[bool] = func.coalesce(scope.given("deputy_id") == scope.me, false())
    return mine


def _with_a_role(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor has a role of their own; without one, as with a one-time password, they name nobody."""
    held = scope.roles.alias()
    return select(held.c.role).where(held.c.person_id.is_(None)).correlate_except(held).exists()


def _own_or_administers(absent: Expression) -> Expression:
    """Returns the expression whether an administrator acts, or the absent person themselves."""

    def acts(scope: ActScope) -> ColumnElement[bool]:
        mine = func.coalesce(absent(scope) == scope.me, false())
        return or_(administers(scope), and_(mine, _with_a_role(scope)))

    return acts


#: Whose delegation is asked for, and whose stands.
_NAMES_OWN: Final = _own_or_administers(given("person_id"))
_KEEPS_OWN: Final = _own_or_administers(column("person_id"))


def _changes_own(scope: ActScope) -> ColumnElement[bool]:
    return and_(_NAMES_OWN(scope), _KEEPS_OWN(scope))


_TERMS: Final = ("person_id", "deputy_id", "first_day", "last_day", "unit_id", "role")
_NAMES: Final = {
    "person_name": named(Person, "person_id", "full_name"),
    "deputy_name": named(Person, "deputy_id", "full_name"),
    "unit_name": named(Unit, "unit_id", "name"),
}
_RULES: Final = (
    ("deputy_of_oneself", lambda scope: scope.given("person_id") == scope.given("deputy_id")),
    ("no_such_person", _inactive),
    ("wrong_days", _wrong_days),
    ("in_past", lambda scope: scope.given("last_day") < scope.today),
    ("nobody_administers_as_deputy", lambda scope: scope.given("role") == Role.ADMINISTRATOR.value),
    ("nothing_to_delegate", _nothing_to_delegate),
    ("deputy_needs_a_role", _without_a_role),
    ("deputy_for_oneself", _for_oneself),
)
_ALONE: Final = {"nobody_else": lambda scope: nobody_else(_is_me(scope), scope, scope.me)}
DEPUTY_ADDED: Final = roster_act(
    "deputy_added", "deputy", "deputy", Does.INSERT, given=_TERMS, told=_TERMS, tells=_NAMES,
    rules=(*_RULES, ("deputy_already", lambda scope: _twice(None, scope))), extra=_ALONE, who=_NAMES_OWN,
)  # fmt: skip
DEPUTY_CHANGED: Final = roster_act(
    "deputy_changed", "deputy", "deputy", Does.UPDATE, given=_TERMS, told=_TERMS, tells=_NAMES,
    rules=(*_RULES, ("deputy_already", lambda scope: _twice(scope.item.c.id, scope))), extra=_ALONE,
    who=_changes_own,
)  # fmt: skip
DEPUTY_REMOVED: Final = roster_act(
    "deputy_removed", "deputy", "deputy", Does.DELETE, told=_TERMS, tells=_NAMES, who=_KEEPS_OWN
)

declare(UNIT_ADDED, UNIT_CHANGED, UNIT_MOVED, DEPUTY_ADDED, DEPUTY_CHANGED, DEPUTY_REMOVED)
