"""The tables of a database as both engines have them: columns, types of values and primary key.

Reflected from the database itself and not from the models, so that older schemas are known as well.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter
from typing import Any, Final

from sqlalchemy import Connection, inspect, types
from sqlalchemy.engine.interfaces import ReflectedColumn

#: Tables with transient state of one database, which is never copied.
OF_THE_MOMENT: Final = ("operation", "presence", "reserved_code", "clock_mark")
#: Tables that are filled when the schema is created.
OF_THE_SCHEMA: Final = ("alembic_version", "jalali_month")
#: Tables that are derived from others or exist already, and are never copied.
DERIVED: Final = (
    "petition_fts",
    "petition_search",
    "petition_sketch",
    "near_equal",
    "history_block",
    *OF_THE_SCHEMA,
    *OF_THE_MOMENT,
)
#: Columns that the database derives from others; `reach` on PostgreSQL only.
DERIVED_COLUMNS: Final = {"petition": ("reach", "subject_key", "petitioner_name_key")}
#: Columns that triggers fill and nobody may write: the hash chain of the audit log. A copy is compared in them too.
FILLED_BY_TRIGGERS: Final = {"event": ("content_hash", "hash")}


class ValueEncoding(StrEnum):
    """The representation of a column's values, the same for both engines (see `rows`)."""

    INTEGER = "integer"
    NUMBER = "number"
    TEXT = "text"
    #: The text of a JSON document exactly as it is stored, because it is hashed.
    JSON = "json"
    FLAG = "flag"
    DAY = "day"
    MOMENT = "moment"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column and the representation of its values."""

    name: str
    form: ValueEncoding


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: its columns, and the indexes of its primary key columns."""

    table: str
    columns: tuple[TableColumn, ...]
    key: tuple[int, ...]
    #: Whether a copy also writes the columns that triggers would fill.
    verbatim: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def written(self) -> tuple[int, ...]:
        """The indexes of the columns that a copy writes."""
        filled = () if self.verbatim else FILLED_BY_TRIGGERS.get(self.table, ())
        return tuple(n for n, column in enumerate(self.columns) if column.name not in filled)


#: The first match is used: JSON comes before text, timestamps before dates.
_FORMS: Final[tuple[tuple[type[types.TypeEngine[Any]], ValueEncoding], ...]] = (
    (types.JSON, ValueEncoding.JSON),
    (types.Boolean, ValueEncoding.FLAG),
    (types.DateTime, ValueEncoding.MOMENT),
    (types.Date, ValueEncoding.DAY),
    (types.Integer, ValueEncoding.INTEGER),
    (types.Float, ValueEncoding.NUMBER),
    (types.String, ValueEncoding.TEXT),
    (types.LargeBinary, ValueEncoding.BYTES),
)


def shapes_of(connection: Connection, tables: Container[str] | None = None) -> tuple[Shape, ...]:
    """Returns every table to copy, each after those that it refers to; with `tables`, only these."""
    inspector = inspect(connection)
    wanted = [
        name
        for name in sorted(inspector.get_table_names())
        if (name in tables if tables is not None else not name.startswith(DERIVED))
    ]
    if not wanted:
        return ()
    # Reflected for all tables at once, without indexes and constraints, which a copy does not need.
    columns = inspector.get_multi_columns(filter_names=wanted)
    keys = inspector.get_multi_pk_constraint(filter_names=wanted)
    references = inspector.get_multi_foreign_keys(filter_names=wanted)
    before = {name: {found["referred_table"] for found in references[None, name]} for name in wanted}
    return tuple(
        _shape(name, columns[None, name], keys[None, name]["constrained_columns"])
        for name in _in_order(before)
    )


def _in_order(before: dict[str, set[str]]) -> Sequence[str]:
    """Returns the tables, each after those that it refers to."""
    known = {name: sorted(others & before.keys() - {name}) for name, others in before.items()}
    try:
        return tuple(TopologicalSorter(known).static_order())
    except CycleError:
        # Our own schema has no cycles; for a forged backup only the columns are asked for.
        return tuple(known)


def quoted(name: str) -> str:
    """Returns an identifier quoted for either engine."""
    return '"' + name.replace('"', '""') + '"'


def _shape(table: str, found: Sequence[ReflectedColumn], key: Sequence[str]) -> Shape:
    derived = DERIVED_COLUMNS.get(table, ())
    columns = tuple(
        TableColumn(column["name"], _form(table, column["type"]))
        for column in found
        if column["name"] not in derived
    )
    names = [column.name for column in columns]
    return Shape(table, columns, tuple(names.index(name) for name in key))


def _form(table: str, kind: types.TypeEngine[Any]) -> ValueEncoding:
    for known, form in _FORMS:
        if isinstance(kind, known):
            return form
    raise NotImplementedError(f"{table} has a column of the type {kind!r}, which is copied by nobody")
