"""One cache of compiled statements for all databases of a test process, and of acts for all processes.

SQLAlchemy compiles every statement once for each engine, and each test has its own engine. This took a tenth of
the time of all tests. Compiled statements depend only on the dialect and its server, which are the same in every
test.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import sqlalchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Dialect

from desktop_app import bootstrap as _acts_of_all_rooms  # noqa: F401 - the rooms declare their acts when imported
from desktop_app.database.acts import script as acts_script

ROOT: Final = Path(__file__).resolve().parent.parent
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


def share_script_of_acts() -> None:
    """Lets all workers use one compilation of the acts, which takes each of them some seconds.

    It lies in a file whose name has a digest of the program, so that a change of the program makes a new one.
    """
    import fcntl  # noqa: PLC0415 - servers are started on Linux only

    sources = sorted((ROOT / "desktop_app").rglob("*.py"))
    digest = sha256(b"".join(source.read_bytes() for source in sources) + sqlalchemy.__version__.encode())
    folder = ROOT / ".pytest_cache" / "acts"
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"{digest.hexdigest()[:24]}.sql"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            for old in folder.glob("*.sql"):
                old.unlink()
            # Whole or not at all: a process may be killed while it writes.
            written = folder / "written"
            written.write_bytes(acts_script.script().encode())
            written.replace(kept)
    # As bytes: the SQL holds carriage returns, which a text file would change to line feeds.
    found = kept.read_bytes().decode()
    acts_script.script = lambda: found  # type: ignore[assignment]
