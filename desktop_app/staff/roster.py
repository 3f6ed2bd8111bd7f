"""Acts on the tables that administrators keep: adding, changing, ordering and removing rows.

A table is a few lines of data: who may, the columns that the caller gives, what refuses it, what the event tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, literal
from sqlalchemy.orm import Session

from desktop_app.database.acts.expressions import column, negation, next_version, seen_is_old
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Item, Reversal, Step
from desktop_app.database.declarations import named_table
from desktop_app.errors import AppError, ConflictError, NotFoundError, NotPermittedError, RuleError
from desktop_app.staff.acting import perform_each
from desktop_app.staff.role_expressions import has_role, roles_of
from desktop_app.staff.roles import Actor, Role

Rules = tuple[tuple[str, Expression], ...]


def administers(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor is an administrator."""
    return has_role(scope, Role.ADMINISTRATOR)


def roster_act(
    name: str,
    item_type: str,
    table: str,
    does: Does | None = None,
    *,
    given: tuple[str, ...] = (),
    sets: Mapping[str, Expression] | None = None,
    told: Sequence[str] = (),
    tells: Mapping[str, Expression] | None = None,
    rules: Rules = (),
    who: Expression = administers,
    steps: tuple[Step, ...] = (),
    asks: Mapping[str, Any] | None = None,
    extra: Mapping[str, Expression] | None = None,
    remarks: tuple[str, ...] = (),
    key: str = "",
    under: str = "",
    inner: bool = False,
    several: bool = False,
    told_as: str = "",
) -> Act:
    """Returns an act on the rows of `table` for those who fulfil `who`.

    Without `does` it leaves the row as it is. The event tells the columns `told` and the expressions `tells`. A row
    that changed since the version that the caller saw is refused, except a new one. Rows come one by one, unless they
    may be `several`: rules of administration look at other rows.
    """
    of = named_table(table)
    written = dict(sets or {})
    own: tuple[Step, ...] = ()
    if does is Does.INSERT:
        written |= {"version": lambda _scope: literal(1, Integer)}
    else:
        rules = (("conflict", seen_is_old), *rules)
    if does is Does.UPDATE:
        written |= {"version": next_version}
    if does is not None:
        own = (Step(item_type, of, does, "id", given=given, sets=written, recorded=False),)
    return Act(
        name=name,
        item_type=item_type,
        table=of,
        # First: nobody else learns what the rules know. Nobody administers as a deputy.
        refusals=(("not_your_role", negation(who)), *rules),
        steps=(*own, *steps),
        told={column_name: column(column_name) for column_name in told} | dict(tells or {}),
        roles=roles_of,
        asks=asks or {},
        remarks=remarks,
        extra=extra or {},
        key=key,
        under=under,
        inner=inner,
        alone=not several,
        told_as=told_as,
    )


def ordering(name: str, item_type: str, table: str) -> Act:
    """Returns the act that moves rows to other places of an order (`reorder`).

    It leaves their versions, so that whoever has one open can still save it. A row that is no longer at the place
    where the caller saw it is refused.
    """
    of = named_table(table)
    return Act(
        name=name,
        item_type=item_type,
        table=of,
        refusals=(
            ("not_your_role", negation(administers)),
            ("conflict", lambda scope: scope.item.c.place != scope.given("place_before")),
        ),
        steps=(Step(item_type, of, Does.UPDATE, "id", given=("place",)),),
        told={"place": column("place")},
        roles=roles_of,
        asks={"place_before": Integer()},
    )


_NEW: Final = 0


def administer(
    session: Session,
    act: Act | Reversal,
    actor: Actor,
    item: Item | Mapping[str, Any],
    now: datetime,
    *,
    denied: str,
    rows: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    errors: Mapping[str, AppError] | None = None,
) -> int:
    """Performs an act on one row, or on a new one with the values in `item`; returns its version, or the new id.

    Raises the error in `errors` for the rule that refused it. Otherwise: `NotFoundError`, `ConflictError`,
    `NotPermittedError` for the act `denied`, or `RuleError`. Objects of the session are read again afterwards.
    """
    sent = item if isinstance(item, Item) else Item(_NEW, given=item)
    return administer_many(session, act, actor, [sent], now, denied=denied, rows=rows, errors=errors)[0]


def administer_many(
    session: Session,
    act: Act | Reversal,
    actor: Actor,
    items: Sequence[Item],
    now: datetime,
    *,
    denied: str,
    rows: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    errors: Mapping[str, AppError] | None = None,
) -> list[int]:
    """Does the same as `administer` for many rows, of which none may be refused."""
    if not items:
        return []
    done = perform_each(session, act, actor, items, now, rows)
    for item in items:
        rule = done[item.id].refused
        if rule is not None:
            raise refusal(act, rule, item.id, denied=denied, errors=errors)
    session.expire_all()
    return [done[item.id].version or 0 for item in items]


def refusal(
    act: Act | Reversal, rule: str, number: int, *, denied: str, errors: Mapping[str, AppError] | None = None
) -> AppError:
    """Returns the error for a rule that refused an act."""
    item_type = act.of.item_type if isinstance(act, Reversal) else act.item_type
    known: dict[str, AppError] = {
        "not_there": NotFoundError(item=item_type, key=number),
        "conflict": ConflictError(item=item_type),
        "not_your_role": NotPermittedError(act=denied, who_may=Role.ADMINISTRATOR.value),
    }
    found = (known | dict(errors or {})).get(rule)
    return found if found is not None else RuleError(rule=rule)


def reorder(
    session: Session,
    act: Act,
    actor: Actor,
    before: Mapping[int, int],
    order: Sequence[int],
    now: datetime,
    *,
    denied: str,
) -> None:
    """Gives the rows of a table the places 1, 2, … in the `order` of their ids; `before` are their places now.

    Rows whose place changes get an event. Raises as `administer`.
    """
    items = [
        Item(number, given={"place": place, "place_before": before[number]})
        for place, number in enumerate(order, start=1)
        if before[number] != place
    ]
    administer_many(session, act, actor, items, now, denied=denied)
