"""The second person: who confirms what one administrator may not do alone.

Whoever administers does not open the desk to themself alone. A role for oneself, a role of the desk for an
administrator, administration for somebody of the desk, and an account whose password somebody else set, take effect
when a second person confirms them: another administrator, or a manager of the whole office. Where there is nobody
else, they take effect at once, and the event says so (`nobody_else`).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, ColumnElement, Select, and_, case, literal, not_, null, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.model import ActScope
from desktop_app.staff.model import Person, PersonRole
from desktop_app.staff.roles import Role


def second_persons() -> Select[int]:
    """Selects the ids of all who are a second person by their role.

    Somebody with a one-time password, or whose account waits, confirms nothing yet, but counts: otherwise whoever
    resets the password of the second person would be alone.
    """
    held, person = aliased(PersonRole), aliased(Person)
    return (
        select(person.id)
        .join(held, held.person_id == person.id)
        .where(person.active, _by_role(held.role, held.unit_id))
        .correlate(None)
    )


def _by_role(role: Any, unit: Any) -> ColumnElement[bool]:
    return or_(role == Role.ADMINISTRATOR.value, and_(role == Role.MANAGER.value, unit.is_(None)))


def somebody_else(scope: ActScope, whom: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether there is a second person beside the actor and `whom`.

    The user of the computer, who is no person, needs nobody.
    """
    them = second_persons().subquery()
    found = select(them.c.id).where(them.c.id != scope.me, them.c.id != whom)
    return and_(scope.me.is_not(None), found.correlate_except(them).exists())


def nobody_else(needed: ColumnElement[bool], scope: ActScope, whom: ColumnElement[Any]) -> ColumnElement[Any]:
    """Returns true for the event where a second person is `needed` and there is none; otherwise NULL."""
    alone = and_(needed, scope.me.is_not(None), not_(somebody_else(scope, whom)))
    return case((alone, literal(True, Boolean)), else_=null())


def confirms(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor has a role, not as a deputy, by which they may be the second person."""
    held = scope.roles.alias()
    found = select(held.c.role).where(
        held.c.person_id.is_(None),
        _by_role(held.c.role, held.c.unit_id),
    )
    return or_(scope.me.is_(None), found.correlate_except(held).exists())
