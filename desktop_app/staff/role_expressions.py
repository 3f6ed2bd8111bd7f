"""The roles of the acting person as SQL expressions (`database.acts`); the same for both database engines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    not_,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.model import ActScope, Expression
from desktop_app.staff.model import Deputy, Person, PersonRole
from desktop_app.staff.roles import Role


def roles_of(me: ColumnElement[Any], today: ColumnElement[Any]) -> CompoundSelect[Any]:
    """Selects the roles of a person on a day: `role`, `unit_id` and `person_id`.

    `unit_id` is NULL for the whole office. `person_id` is the absent person for a role as deputy, NULL for an own
    role. There are none while the person has to change their password, or their account waits for a second
    person (`second_person`). Administration cannot be delegated.
    """
    mine, myself = aliased(PersonRole), aliased(Person)
    own = (
        select(
            mine.role.label("role"),
            mine.unit_id.label("unit_id"),
            cast(null(), BigInteger).label("person_id"),
        )
        .join(myself, myself.id == mine.person_id)
        .where(
            mine.person_id == me,
            myself.active,
            myself.must_change_password.is_(False),
            myself.opened_at.is_(None),
        )
    )
    given, absent, theirs, deputy = aliased(Deputy), aliased(Person), aliased(PersonRole), aliased(Person)
    deputised = (
        select(theirs.role, func.coalesce(theirs.unit_id, given.unit_id), given.person_id)
        .join(absent, absent.id == given.person_id)
        .join(theirs, theirs.person_id == absent.id)
        .join(deputy, deputy.id == given.deputy_id)
        .where(
            given.deputy_id == me,
            deputy.active,
            deputy.must_change_password.is_(False),
            deputy.opened_at.is_(None),
            absent.active,
            given.first_day <= today,
            given.last_day >= today,
            theirs.role != Role.ADMINISTRATOR.value,
            or_(given.role.is_(None), given.role == theirs.role),
            or_(given.unit_id.is_(None), theirs.unit_id.is_(None), given.unit_id == theirs.unit_id),
        )
    )
    return union_all(own, deputised)


def has_role(scope: ActScope, role: Role, unit: ColumnElement[Any] | None = None) -> ColumnElement[bool]:
    """Returns whether the acting person holds `role` in `unit` or for the whole office, including as a deputy.

    If `unit` is NULL or not given, any unit counts. The user of the computer, who is no person, holds every role.
    """
    held = scope.roles.alias()
    counts = [held.c.role == role.value]
    if unit is not None:
        counts.append(or_(unit.is_(None), held.c.unit_id.is_(None), held.c.unit_id == unit))
    return _holds(scope, held, *counts)


def covers(scope: ActScope, role: Role, unit: ColumnElement[Any]) -> ColumnElement[bool]:
    """Returns whether the acting person holds `role` for the whole office, or in `unit`, including as a deputy.

    If `unit` is NULL, only the whole office counts.
    """
    held = scope.roles.alias()
    return _holds(
        scope, held, held.c.role == role.value, or_(held.c.unit_id.is_(None), held.c.unit_id == unit)
    )


def belongs_to(scope: ActScope, unit: ColumnElement[Any]) -> ColumnElement[bool]:
    """Returns whether the acting person holds any role in `unit` itself, including as a deputy."""
    held = scope.roles.alias()
    return _holds(scope, held, held.c.unit_id == unit)


def _holds(scope: ActScope, held: Any, *counts: ColumnElement[bool]) -> ColumnElement[bool]:
    """Returns whether one of the roles that count in the scope fulfils the conditions."""
    conditions = list(counts)
    if scope.own_roles:
        conditions.append(held.c.person_id.is_(None))
    elif scope.deputy_of is not None:
        conditions.append(or_(held.c.person_id.is_(None), held.c.person_id == scope.deputy_of))
    there = select(held.c.role).where(*conditions).correlate_except(held).exists()
    return or_(scope.me.is_(None), there)


def has_own_role(scope: ActScope, role: Role, unit: ColumnElement[Any] | None = None) -> ColumnElement[bool]:
    """Does the same as `has_role`, without roles as a deputy."""
    return has_role(replace(scope, own_roles=True), role, unit)


def has_any(*roles: Role) -> Expression:
    """Returns the expression whether the acting person holds one of `roles` in any unit, including as a deputy."""
    return lambda scope: or_(*(has_role(scope, role) for role in roles))


def acts_for(
    scope: ActScope,
    whom: Callable[[ColumnElement[Any]], ColumnElement[bool]],
    role: Role,
    unit: ColumnElement[Any],
) -> ColumnElement[bool]:
    """Returns whether the acting person is today's deputy of a person who fulfils `whom`, and who holds `role` in
    `unit`.
    """
    if scope.own_roles:
        return false()
    held = scope.roles.alias()
    counts = [
        held.c.role == role.value,
        held.c.person_id.is_not(None),
        whom(held.c.person_id),
        or_(held.c.unit_id.is_(None), held.c.unit_id == unit),
    ]
    if scope.deputy_of is not None:
        counts.append(held.c.person_id == scope.deputy_of)
    return select(held.c.role).where(*counts).correlate_except(held).exists()


def on_behalf_of(refusals: Sequence[Expression]) -> dict[str, Expression]:
    """Returns the audit values of an act done as a deputy (به نیابت از): id and name of the absent person.

    They are NULL if the acting person's own roles allow the act.
    """

    def absent(scope: ActScope, column: str) -> ColumnElement[Any]:
        person, given = aliased(Person), aliased(Deputy)
        alone = or_(*(refused(replace(scope, own_roles=True)) for refused in refusals))
        there = or_(*(refused(replace(scope, deputy_of=cast(person.id, BigInteger))) for refused in refusals))
        found = (
            select(getattr(person, column))
            .join(given, given.person_id == person.id)
            .where(
                given.deputy_id == scope.me,
                given.first_day <= scope.today,
                given.last_day >= scope.today,
                not_(there),
            )
            .order_by(given.id)
            .limit(1)
            .correlate_except(person, given)
            .scalar_subquery()
        )
        anybody = scope.roles.alias()
        deputises = exists(select(anybody.c.role).where(anybody.c.person_id.is_not(None)))
        return case((and_(deputises, alone), found), else_=null())

    return {
        "on_behalf_of_id": lambda scope: absent(scope, "id"),
        "on_behalf_of": lambda scope: absent(scope, "full_name"),
    }
