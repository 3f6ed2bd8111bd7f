"""Parts of the statements of an act that both engines share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, case, delete, insert, literal, null, select, update

from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step
from desktop_app.database.vouched import VouchedDigest, digests_of


def plain(value: Any) -> Any:
    """Returns a value as it is stored in JSON."""
    return value.isoformat() if isinstance(value, date) else value


def stored_here(value: Any) -> Any:
    """Returns a value as SQLite stores it, for JSON that is copied into columns."""
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}" if isinstance(value, datetime) else plain(value)


def verdict_of(act: Act, scope: ActScope) -> ColumnElement[Any]:
    whens = [(expression(scope), literal(rule)) for rule, expression in (*act.refusals, *act.who_refusals)]
    return case(*whens, else_=null()) if whens else null()


def values_of(expressions: Mapping[str, Expression], scope: ActScope) -> dict[str, ColumnElement[Any]]:
    return {name: expression(scope) for name, expression in expressions.items()}


def conditions_of(step: Step, scope: ActScope) -> list[ColumnElement[bool]]:
    changes = step.does is not Does.INSERT and step.belongs
    own = [step.table.c[step.belongs] == scope.item.c.id] if changes else []
    return own if step.where is None else [*own, step.where(scope)]


def kept_columns(step: Step) -> list[Any]:
    """Returns the columns whose previous values the event stores: all of a deleted row, else those written."""
    if step.does is Does.DELETE:
        return list(step.table.c)
    if step.does is Does.INSERT or step.undone:
        return []
    return [c for c in step.table.c if c.name in step.written and c.name != step.key]


def creation(own: Step, scope: ActScope, source: Any) -> Any:
    """Returns the statement that creates the rows of an act's own table from the items sent."""
    values = {name: own.value(name, scope) for name in own.written}
    rows = select(*values.values()).select_from(source).order_by(source.c.item)
    return insert(own.table).from_select(list(values), rows)


def insertion(
    step: Step, scope: ActScope, owner: Any, *matched: ColumnElement[bool], order: Any = None
) -> Any:
    """Returns the statement of a step that inserts rows; `owner` is the id that they belong to."""
    values = {name: step.value(name, scope) for name in step.written}
    values |= {step.belongs: owner} if step.belongs else {}
    source = select(*values.values()).where(*matched, *conditions_of(step, scope)).order_by(order)
    return insert(step.table).from_select(list(values), source)


def change(step: Step, scope: ActScope, *matched: ColumnElement[bool]) -> Any:
    """Returns the statement of a step that changes or deletes rows."""
    if step.does is Does.DELETE:
        matching = select(literal(1)).where(*matched, *conditions_of(step, scope)).correlate(step.table)
        return delete(step.table).where(matching.exists())
    values = {name: step.value(name, scope) for name in step.written}
    return update(step.table).values(values).where(*matched, *conditions_of(step, scope))


def undoing(step: Step, scope: ActScope, was: Mapping[str, Any], *same: ColumnElement[bool]) -> Any:
    """Returns the statement that undoes a step for the rows that are the `same`; `was` are their former values."""
    if step.does is Does.DELETE:
        return insert(step.table).from_select(list(was), select(*was.values()))
    where = same if step.undone_where is None else (*same, step.undone_where(scope))
    if step.undone:
        return update(step.table).values(values_of(step.undone, scope)).where(*where)
    if step.does is Does.INSERT:
        return delete(step.table).where(*where)
    if "version" in was:
        # A version only grows: whoever saw the undone row must not find its number again.
        was = {**was, "version": step.table.c.version + 1}
    return update(step.table).values(was).where(*where)


def own_digests(act: Act) -> tuple[VouchedDigest, ...]:
    """Returns the digests of the item's own row that an act writes anew."""
    own = act.own
    if own is None or own.does is Does.DELETE:
        return ()
    return tuple(digests_of(act.table, None if act.creates else own.written))


def step_digests(step: Step) -> tuple[VouchedDigest, ...]:
    """Returns the digests of rows that a step of another table writes anew."""
    if step.does is Does.DELETE:
        return ()
    return tuple(digests_of(step.table, None if step.does is Does.INSERT else step.written))


class RestoredRow:
    """Values by name with the interface of a row: `row.c.status`."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.c = _Columns(values)


class _Columns:
    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def __getattr__(self, name: str) -> Any:
        return self._values[name]

    def __getitem__(self, name: str) -> Any:
        return self._values[name]


def restored_columns(act: Act) -> list[Any]:
    """Returns the columns of the item that its event records and that undoing restores."""
    return [c for c in act.table.c if c.name in act.told] if act.own is not None else []


def untold_columns(act: Act) -> list[str]:
    """Returns the columns of the item that the caller sets and that the event does not record in `told`.

    There are none if the step of the item's own table is not recorded.
    """
    if act.own is None or not act.own.recorded:
        return []
    return [name for name in act.own.given if name not in act.told]
