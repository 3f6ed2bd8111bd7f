"""Whether rows are as the history last recorded them, for `audit verify`.

Every act records columns of its item, before and after. A row with other values was written past the acts; one
whose status is another may also have lost its last events.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Column, Date, RowMapping, Table, select, text
from sqlalchemy.orm import Session

from desktop_app.database.acts.expressions import ItemColumn
from desktop_app.database.acts.model import Act, declared
from desktop_app.database.base import UtcMoment


class Recorded(NamedTuple):
    """The end of an item's history: its last sequence, and the last recorded value of each column."""

    item_type: str
    item_id: int
    sequence: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class UnlikeHistory:
    """A row that is not as recorded: the columns, and the sequence of the last event."""

    item_type: str
    item_id: int
    sequence: int
    columns: tuple[str, ...]


@dataclass(frozen=True)
class _Known:
    table: Table
    columns: set[str] = field(default_factory=set)


@cache
def _known() -> dict[str, _Known]:
    """Returns by type of item the table and the columns that its acts record."""
    found: dict[str, _Known] = {}
    for act in declared():
        if isinstance(act, Act):
            one = found.setdefault(act.item_type, _Known(act.table))
            one.columns.update(name for name, told in act.told.items() if told == ItemColumn(name))
    return found


def _columns(item_type: str) -> list[Column[Any]]:
    """Returns the columns that are compared: nobody but the owner reads all of an account."""
    known = _known()[item_type]
    return [column for column in known.table.c if column.name == "id" or column.name in known.columns]


def recorded_in(item_type: str, after: Any) -> dict[str, Any]:
    """Returns the values of columns in an event; empty where it is unreadable."""
    known = _known().get(item_type)
    if known is None:
        return {}
    try:
        values = json.loads(after) if isinstance(after, str) else after
    except ValueError:
        return {}
    if not isinstance(values, dict):
        return {}
    return {name: values[name] for name in known.columns & values.keys()}


def rows_unlike(session: Session, ended: Sequence[Recorded]) -> Iterator[UnlikeHistory]:
    """Yields the rows of `ended` that are not as recorded. A missing row is no concern of this check."""
    for item_type in sorted({one.item_type for one in ended}):
        own = [one for one in ended if one.item_type == item_type]
        table = _known()[item_type].table
        numbers = [one.item_id for one in own]
        asked = select(*_columns(item_type)).where(table.c.id.between(min(numbers), max(numbers)))
        rows = {row["id"]: row for row in session.execute(asked).mappings()}
        for one in own:
            if one.item_id in rows and _unlike(table, rows[one.item_id], one.values):
                yield from _still_unlike(session, table, one)


def _still_unlike(session: Session, table: Table, one: Recorded) -> Iterator[UnlikeHistory]:
    """Checks again in one statement: a colleague may have continued the item meanwhile."""
    columns_read = _columns(one.item_type)
    names = ", ".join(f'item."{column.name}"' for column in columns_read)
    statement = text(
        f"SELECT {names}, event.after AS recorded_after, event.sequence AS recorded_sequence FROM {table.name} item"
        " JOIN event ON event.item_type = :kind AND event.item_id = item.id WHERE item.id = :item"
        " ORDER BY event.sequence"
    ).columns(*columns_read)
    row: RowMapping | None = None
    sequence = 0
    values: dict[str, Any] = {}
    for row in session.execute(statement, {"kind": one.item_type, "item": one.item_id}).mappings():
        sequence = row["recorded_sequence"]
        values |= recorded_in(one.item_type, row["recorded_after"])
    if row is not None and (columns := _unlike(table, row, values)):
        yield UnlikeHistory(one.item_type, one.item_id, sequence, columns)


def _unlike(table: Table, row: RowMapping, values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(sorted(_differing(table, row, values)))


def _differing(table: Table, row: RowMapping, values: Mapping[str, Any]) -> Iterable[str]:
    for name, value in values.items():
        if row[name] != _read(table.c[name].type, value):
            yield name


def _read(of: Any, value: Any) -> Any:
    """Returns a recorded value as the column has it; a value that it cannot have stays as recorded."""
    if not isinstance(value, str):
        return value
    try:
        if isinstance(of, UtcMoment):
            return datetime.fromisoformat(value)
        return date.fromisoformat(value) if isinstance(of, Date) else value
    except ValueError:
        return value
