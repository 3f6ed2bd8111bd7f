"""One store of statements for all databases of a test process.

SQLAlchemy puts every statement together once for each engine, and a test has an engine of its own: that took a tenth
of all tests' time. What is kept depends on the dialect and its server alone, and those are the same in every test.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Dialect

_kept: dict[Any, Any] = {}


def _same(self: Dialect, other: object) -> bool:
    return type(self) is type(other) and self.server_version_info == getattr(
        other, "server_version_info", None
    )


def _same_hash(self: Dialect) -> int:
    return hash(type(self))


def put_together_once() -> None:
    """From now on, in this process; once is enough."""
    for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        # The dialect is part of the key under which a statement is kept, also by the mappers themselves.
        dialect.__eq__ = _same  # type: ignore[assignment,method-assign]
        dialect.__hash__ = _same_hash  # type: ignore[assignment,method-assign]
    if not event.contains(Engine, "engine_connect", _keep):
        event.listen(Engine, "engine_connect", _keep)


def _keep(connection: Connection) -> None:
    connection.execution_options(compiled_cache=_kept)
