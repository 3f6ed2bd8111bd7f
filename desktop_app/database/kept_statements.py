"""Statements of columns that are put together once and asked again and again.

They go through the session's connection: what the mapper would do for objects costs a client more than the question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVarTuple, overload

from sqlalchemy import CursorResult, Executable, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import TypedReturnsRows

Columns = TypeVarTuple("Columns")


@overload
def ask(
    session: Session, statement: TypedReturnsRows[*Columns], values: Mapping[str, Any] | None = None
) -> CursorResult[*Columns]: ...
@overload
def ask(
    session: Session, statement: Executable, values: Mapping[str, Any] | None = None
) -> CursorResult[*tuple[Any, ...]]: ...
def ask(
    session: Session, statement: Executable, values: Mapping[str, Any] | None = None
) -> CursorResult[*tuple[Any, ...]]:
    """What a statement finds with these values, behind whatever the session has not written yet."""
    if session.autoflush:
        session.flush()
    return session.connection().execute(statement, values)


def overwriting(
    insert: sqlite.Insert | postgresql.Insert, key: Iterable[str], columns: Iterable[str]
) -> Executable:
    """The same insert where rows of this key may be there already: `columns` are then written over."""
    return insert.on_conflict_do_update(
        index_elements=list(key), set_={name: insert.excluded[name] for name in columns}
    )


def upserts(table: Table, key: Iterable[str], columns: Iterable[str]) -> dict[str, Executable]:
    """Of each engine, by the name of its dialect: one row of `table`, written or written over."""
    keys, names = list(key), list(columns)
    return {
        "sqlite": overwriting(sqlite.insert(table), keys, names),
        "postgresql": overwriting(postgresql.insert(table), keys, names),
    }
