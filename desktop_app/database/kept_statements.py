"""Column statements that are built once and executed many times.

They bypass the ORM and use the session's connection: building mapped objects costs a client more than the query.
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
    """Executes a statement with these values, after flushing the session, and returns the result."""
    if session.autoflush:
        session.flush()
    return session.connection().execute(statement, values)


def overwriting(
    insert: sqlite.Insert | postgresql.Insert, key: Iterable[str], columns: Iterable[str]
) -> Executable:
    """Returns the insert as an upsert: where the key exists, `columns` are overwritten."""
    return insert.on_conflict_do_update(
        index_elements=list(key), set_={name: insert.excluded[name] for name in columns}
    )


def upserts(table: Table, key: Iterable[str], columns: Iterable[str]) -> dict[str, Executable]:
    """Returns an upsert of one row of `table` for each engine, by the name of its dialect."""
    keys, names = list(key), list(columns)
    return {
        "sqlite": overwriting(sqlite.insert(table), keys, names),
        "postgresql": overwriting(postgresql.insert(table), keys, names),
    }
