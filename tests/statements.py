"""One cache of compiled statements for all databases of a test process.

SQLAlchemy compiles every statement once for each engine, and each test has its own engine. This took a tenth of
the time of all tests. Compiled statements depend only on the dialect and its server, which are the same in every
test.
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


def share_compiled_statements() -> None:
    """Installs the shared cache in this process; repeated calls have no effect."""
    for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        # The dialect is part of the cache key, also in the caches of the mappers.
        dialect.__eq__ = _same  # type: ignore[assignment,method-assign]
        dialect.__hash__ = _same_hash  # type: ignore[assignment,method-assign]
    if not event.contains(Engine, "engine_connect", _keep):
        event.listen(Engine, "engine_connect", _keep)


def _keep(connection: Connection) -> None:
    connection.execution_options(compiled_cache=_kept)
