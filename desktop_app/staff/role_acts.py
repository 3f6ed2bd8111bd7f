"""Acts that depend on the roles of the acting person alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, not_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import negation, seen_is_old
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step
from desktop_app.staff.model import Person
from desktop_app.staff.role_expressions import on_behalf_of, roles_of


def role_act(
    name: str,
    table: Table,
    who: Expression,
    *needs: tuple[str, Expression],
    item_type: str = "",
    under: str = "",
    steps: tuple[Step, ...] = (),
    told: Mapping[str, Expression] | None = None,
    asks: Mapping[str, Any] | None = None,
    extra: Mapping[str, Expression] | None = None,
    remarks: tuple[str, ...] = (),
) -> Act:
    """Returns an act of those who fulfil `who`, possibly as a deputy; `needs` are rules that refuse it.

    Unless it creates the item, an outdated version is a conflict, where the table has versions. `item_type` is the
    name of the table if it is not given.
    """
    creates = bool(steps) and steps[0].does is Does.INSERT and steps[0].table is table
    versioned = "version" in table.c and not creates
    return Act(
        name=name,
        item_type=item_type or str(table.name),
        table=table,
        under=under,
        refusals=((("conflict", seen_is_old), *needs) if versioned else needs),
        who_refusals=(("not_your_role", negation(who)),),
        steps=steps,
        told=told or {},
        roles=roles_of,
        asks=asks or {},
        remarks=remarks,
        extra=dict(extra or {}) | on_behalf_of([negation(who)]),
    )


def no_active_person(asked: str) -> Expression:
    """Returns the expression whether the caller gives as `asked` a person who does not exist, or has left."""

    def nobody(scope: ActScope) -> ColumnElement[bool]:
        person = aliased(Person)
        found = select(person.id).where(person.id == scope.given(asked), person.active)
        return and_(scope.given(asked).is_not(None), not_(found.correlate_except(person).exists()))

    return nobody
