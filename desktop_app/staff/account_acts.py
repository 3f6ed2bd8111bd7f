"""Acts on accounts: people, their roles and passwords, and what a second person confirms (`second_person`)."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    String,
    and_,
    case,
    false,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    true,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import given, me, negation, nothing, now
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.staff.acts import DESK
from desktop_app.staff.model import Person, PersonRole, RoleProposal, Unit
from desktop_app.staff.roles import Role
from desktop_app.staff.roster import Rules, administers, roster_act
from desktop_app.staff.second_person import confirms, nobody_else, somebody_else

TOLD: Final = ("username", "full_name", "active", "must_change_password")


def _waits(scope: ActScope) -> ColumnElement[bool]:
    waits: ColumnElement[bool] = scope.item.c.opened_at.is_not(None)
    return waits


#: Whether the account waits for a second person.
TELLS: Final[dict[str, Expression]] = {"unconfirmed": _waits}


def is_me(scope: ActScope) -> ColumnElement[bool]:
    mine: ColumnElement[bool] = func.coalesce(scope.item.c.id == scope.me, false())
    return mine


def opened_by(of: Expression, whom: Expression) -> Expression:
    """Returns the expression of a column that is set only where a second person has to confirm the account."""
    return lambda scope: case((somebody_else(scope, whom(scope)), of(scope)), else_=null())


def alone(needed: Expression, whom: Expression) -> dict[str, Expression]:
    return {"nobody_else": lambda scope: nobody_else(needed(scope), scope, whom(scope))}


def this(scope: ActScope) -> ColumnElement[Any]:
    number: ColumnElement[Any] = scope.item.c.id
    return number


# Accounts and passwords


#: Whether a name is none of an account, or that of another role of the server (`app.sync_account`).
_odd_name: Final = engine_function(
    Boolean(),
    postgresql="({0} !~ '^[a-z0-9][a-z0-9._-]{{1,58}}$' OR starts_with({0}, 'pg_') OR starts_with({0}, 'mosharekat')"
    " OR EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = {0} AND (r.rolsuper OR r.rolcreaterole"
    " OR NOT pg_has_role(r.rolname, 'mosharekat_staff', 'MEMBER'))))",
    sqlite="({0} = '')",
)
PERSON_ADDED: Final = roster_act(
    "person_added", "person", "person", Does.INSERT, key="username",
    rules=(("odd_username", lambda scope: _odd_name(scope.given("username"))),),
    given=("username", "full_name"),
    sets={
        "password_hash": given("password_hash"),
        "active": lambda _scope: true(),
        "must_change_password": lambda _scope: true(),
        "opened_by_id": opened_by(me, me),
        "opened_at": opened_by(now, me),
        "created_at": now,
    },
    asks={"password_hash": String()}, told=TOLD, tells=TELLS, extra=alone(lambda _scope: true(), me),
)  # fmt: skip


def _administrators(scope: ActScope) -> Any:
    """Selects the roles of administrators other than the item."""
    held, person = aliased(PersonRole), aliased(Person)
    found = (
        select(held.id)
        .join(person, person.id == held.person_id)
        .where(person.active, held.role == Role.ADMINISTRATOR.value, person.id != scope.item.c.id)
    )
    return found.correlate_except(held, person)


def holds(scope: ActScope, *roles: str) -> ColumnElement[bool]:
    """Whether the person of the item holds one of `roles`, in any unit."""
    held = aliased(PersonRole)
    found = select(held.id).where(held.person_id == scope.item.c.id, held.role.in_(roles))
    return found.correlate_except(held).exists()


def _nobody_would_administer(scope: ActScope) -> ColumnElement[bool]:
    return and_(
        scope.item.c.active, holds(scope, Role.ADMINISTRATOR.value), not_(_administrators(scope).exists())
    )


def _last_one_leaves(scope: ActScope) -> ColumnElement[bool]:
    return and_(not_(scope.given("active")), _nobody_would_administer(scope))


PERSON_CHANGED: Final = roster_act(
    "person_changed", "person", "person", Does.UPDATE,
    given=("full_name", "active"), told=TOLD, tells=TELLS, rules=(("last_administrator", _last_one_leaves),),
)  # fmt: skip
PERSON_UNLOCKED: Final = roster_act(
    "person_unlocked", "person", "person", told=("username",),
    rules=(("disabled_is_not_locked", lambda scope: not_(scope.item.c.active)),),
)  # fmt: skip
#: On PostgreSQL, `app.set_password` performs these two.
PASSWORD_RESET: Final = roster_act(
    "password_reset", "person", "person", Does.UPDATE, inner=True,
    sets={
        "password_hash": given("password_hash"),
        "must_change_password": lambda _scope: true(),
        "opened_by_id": opened_by(me, this),
        "opened_at": opened_by(now, this),
    },
    asks={"password_hash": String()}, told=TOLD, tells=TELLS, extra=alone(lambda _scope: true(), this),
)  # fmt: skip
PASSWORD_CHANGED: Final = roster_act(
    "password_changed", "person", "person", Does.UPDATE, inner=True,
    sets={
        "password_hash": given("password_hash"),
        "must_change_password": lambda _scope: false(),
    },
    asks={"password_hash": String()}, told=TOLD, tells=TELLS, who=is_me,
)  # fmt: skip


# Roles


def _same(of: Any, scope: ActScope) -> list[ColumnElement[bool]]:
    """Returns the conditions of rows that have the role and the unit that the caller gives."""
    unit = scope.given("unit_id")
    return [
        of.role == scope.given("role"),
        or_(of.unit_id == unit, and_(of.unit_id.is_(None), unit.is_(None))),
    ]


def _there(model: type[PersonRole] | type[RoleProposal]) -> Expression:
    """Returns whether the person of the item has that role, or that proposal."""

    def there(scope: ActScope) -> ColumnElement[bool]:
        row = aliased(model)
        found = select(row.id).where(row.person_id == scope.item.c.id, *_same(row, scope))
        return found.correlate_except(row).exists()

    return there


def _no_such_unit(scope: ActScope) -> ColumnElement[bool]:
    unit, wanted = aliased(Unit), scope.given("unit_id")
    found = select(unit.id).where(unit.id == wanted, unit.active).correlate_except(unit)
    return and_(wanted.is_not(None), not_(found.exists()))


def _opens_the_desk(scope: ActScope) -> ColumnElement[bool]:
    """Whether the role is for oneself, or joins administration and the desk in one person."""
    role = scope.given("role")
    return or_(
        is_me(scope),
        and_(role.in_(DESK), holds(scope, Role.ADMINISTRATOR.value)),
        and_(role == Role.ADMINISTRATOR.value, holds(scope, *DESK)),
    )


def _needs_second_person(scope: ActScope) -> ColumnElement[bool]:
    return and_(_opens_the_desk(scope), somebody_else(scope, this(scope)))


def _asker(scope: ActScope) -> ColumnElement[Any]:
    """Returns who asked for the role."""
    row = aliased(RoleProposal)
    found = select(row.asked_by_id).where(row.person_id == scope.item.c.id, *_same(row, scope))
    return found.correlate_except(row).scalar_subquery()


def _no_second_person(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor asked for the role themself, or would get it."""
    return or_(is_me(scope), func.coalesce(_asker(scope) == scope.me, false()))


def _asked_by_another(scope: ActScope) -> ColumnElement[bool]:
    return func.coalesce(_asker(scope) != scope.me, false())


# The rows of these steps stand in the event in words: role and unit.
_ROLE: Final[dict[str, Expression]] = {"role": given("role"), "unit_id": given("unit_id")}
_GIVES: Final = Step("role", named_table("person_role"), Does.INSERT, "person_id", sets=_ROLE, recorded=False)
_SETTLES: Final = Step(
    "proposal", named_table("role_proposal"), Does.DELETE, "person_id",
    where=lambda scope: and_(*_same(scope.row.c, scope)), recorded=False,
)  # fmt: skip


def _unit_name(scope: ActScope) -> ColumnElement[Any]:
    unit = aliased(Unit)
    return select(unit.name).where(unit.id == scope.given("unit_id")).correlate_except(unit).scalar_subquery()


def _of_role(
    name: str,
    *steps: Step,
    rules: Rules,
    who: Expression = administers,
    extra: dict[str, Expression] | None = None,
) -> Act:
    """Returns an act on one role of a person, which the event names."""
    return roster_act(
        name, "person", "person", Does.UPDATE, rules=rules, who=who, steps=steps,
        asks={"role": String(), "unit_id": BigInteger()},
        extra={**_ROLE, "unit_name": _unit_name} | (extra or {}),
    )  # fmt: skip


_NEW: Final[Rules] = (
    (
        "no_such_role",
        lambda scope: func.coalesce(scope.given("role").not_in([role.value for role in Role]), true()),
    ),
    ("no_such_unit", _no_such_unit),
    ("role_held_already", _there(PersonRole)),
)
_PROPOSED: Final[Rules] = (("not_proposed", negation(_there(RoleProposal))),)
ROLE_GIVEN: Final = _of_role(
    "role_given", _GIVES,
    rules=(*_NEW, ("needs_second_person", _needs_second_person)), extra=alone(_opens_the_desk, this),
)  # fmt: skip
ROLE_TAKEN: Final = _of_role(
    "role_taken",
    Step("role", named_table("person_role"), Does.DELETE, "person_id",
         where=lambda scope: and_(*_same(scope.row.c, scope)), recorded=False),
    rules=(
        ("role_not_held", negation(_there(PersonRole))),
        ("last_administrator", lambda scope: and_(
            scope.given("role") == Role.ADMINISTRATOR.value, _nobody_would_administer(scope),
        )),
    ),
)  # fmt: skip
ROLE_PROPOSED: Final = _of_role(
    "role_proposed",
    Step("proposal", named_table("role_proposal"), Does.INSERT, "person_id",
         sets={**_ROLE, "asked_by_id": me, "asked_at": now}, recorded=False),
    rules=(*_NEW, ("proposed_already", _there(RoleProposal))),
)  # fmt: skip
ROLE_CONFIRMED: Final = _of_role(
    "role_confirmed", _SETTLES, _GIVES, who=confirms,
    rules=(*_PROPOSED, *_NEW, ("second_person_is_another", _no_second_person)),
)  # fmt: skip
ROLE_DECLINED: Final = _of_role(
    "role_declined",
    _SETTLES,
    who=confirms,
    rules=(*_PROPOSED, ("second_person_is_another", _no_second_person)),
)
ROLE_WITHDRAWN: Final = _of_role(
    "role_withdrawn", _SETTLES, rules=(*_PROPOSED, ("asked_by_another", _asked_by_another))
)


# Accounts that wait for a second person


def _opened_by_me(scope: ActScope) -> ColumnElement[bool]:
    return or_(is_me(scope), func.coalesce(scope.item.c.opened_by_id == scope.me, false()))


_WAITING: Final[Rules] = (("nothing_to_confirm", negation(_waits)),)
_ANOTHER: Final[Rules] = (("second_person_is_another", _opened_by_me),)
ACCOUNT_CONFIRMED: Final = roster_act(
    "account_confirmed", "person", "person", Does.UPDATE, who=confirms,
    sets={"opened_by_id": nothing, "opened_at": nothing}, told=TOLD, tells=TELLS,
    rules=(*_WAITING, ("password_not_chosen", lambda scope: scope.item.c.must_change_password), *_ANOTHER),
)  # fmt: skip
ACCOUNT_DECLINED: Final = roster_act(
    "account_declined", "person", "person", Does.UPDATE, who=confirms,
    sets={"active": lambda _scope: literal(False)}, told=TOLD, tells=TELLS,
    rules=(*_WAITING, *_ANOTHER, ("last_administrator", _nobody_would_administer)),
)  # fmt: skip

declare(
    PERSON_ADDED, PERSON_CHANGED, PERSON_UNLOCKED, PASSWORD_RESET, PASSWORD_CHANGED,
    ROLE_GIVEN, ROLE_TAKEN, ROLE_PROPOSED, ROLE_CONFIRMED, ROLE_DECLINED, ROLE_WITHDRAWN,
    ACCOUNT_CONFIRMED, ACCOUNT_DECLINED,
)  # fmt: skip
