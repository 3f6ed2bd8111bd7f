"""Create the schema and upgrade it: one SELECT if nothing is due, alembic if something is.

The script `versions/v0001_baseline.py` is revision `r0001`, and so on. Ids sort as text: an id after the last known
one belongs to a newer program. Any other unknown id comes from a trial version before the first release; those ids
were plain numbers, which sort before the letter.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.exc import OperationalError

from desktop_app.clock import pc_clock
from desktop_app.database.engine import Database, take_time_on
from desktop_app.database.sqlite_copy import copy_online
from desktop_app.errors import (
    DatabaseAwayError,
    NewerDatabaseError,
    NotPreparedError,
    NotWrittenError,
    OlderDatabaseError,
    TrialDatabaseError,
)

if TYPE_CHECKING:
    from alembic.config import Config

#: Alembic's environment; its folder `versions` holds one script for each revision.
SCRIPTS = Path(__file__).resolve().parent / "migrations"
#: The key of the advisory lock under which one client migrates while the others wait.
_LOCK: Final = 4_072_918_355


def revisions() -> tuple[str, ...]:
    """Returns the ids of the known revisions, oldest first."""
    return tuple(sorted(f"r{script.name[1:5]}" for script in (SCRIPTS / "versions").glob("v*.py")))


def head() -> str:
    """Returns the id of the newest known revision."""
    return revisions()[-1]


def require_known(found: str) -> None:
    """Raises `NewerDatabaseError` or `TrialDatabaseError` for a revision that this program does not have."""
    known = revisions()
    if found in known:
        return
    if found > known[-1]:
        raise NewerDatabaseError(found=found, known=known[-1])
    raise TrialDatabaseError(found=found)


def revision_of(database: Database) -> str | None:
    """Returns the revision of the schema; None for a database without tables. Raises `DatabaseAwayError`."""
    with database.reading() as session:
        return revision_in(session.connection())


def revision_in(connection: Connection) -> str | None:
    """Returns the revision of the schema, inside the caller's transaction."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def check(database: Database) -> str | None:
    """Returns the revision of the schema; None for a database without tables. Raises as `require_known`."""
    found = revision_of(database)
    if found is not None:
        require_known(found)
    return found


def require_current(database: Database) -> None:
    """Raises `NotPreparedError`, `OlderDatabaseError`, or as `require_known`, unless the schema is at the head."""
    found = check(database)
    if found is None:
        raise NotPreparedError(where=database.place)
    if found != head():
        raise OlderDatabaseError(where=database.place, found=found, known=head())


def upgrade(database: Database, metadata: Callable[[], MetaData]) -> Path | None:
    """Upgrades the schema to the head; returns the path of the backup made before, if any (SQLite files with data).

    Several PCs may start at once: one migrates, the others wait and find nothing to do. `metadata` returns the
    models' tables, which this package does not import.
    """
    found = check(database)
    if found == head():
        return None
    backup = _back_up(database) if found is not None else None
    metadata()
    prepare(database)
    try:
        with database.engine.execution_options(writes=database.is_sqlite).begin() as connection:
            if not database.is_sqlite:
                lock_migrations(connection)
            bring_to(connection, metadata(), head())
    except OperationalError as error:
        raise DatabaseAwayError(where=database.place) from error
    return backup


def prepare(database: Database) -> None:
    """Compiles what a PostgreSQL database gets, before a transaction begins that may not be idle for so long."""
    if not database.is_sqlite:
        from desktop_app.database import rights  # noqa: PLC0415 - due with a migration only

        rights.compile_acts()


def lock_migrations(connection: Connection) -> None:
    """Takes the advisory lock of migrations on PostgreSQL, until the transaction ends.

    It waits longer than for a row lock, and lifts the statement timeout: a migration may change a million rows.
    """
    connection.execute(text("SET LOCAL lock_timeout = '10min'"))
    connection.execute(text("SET LOCAL statement_timeout = 0"))
    take_time_on(connection)
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def bring_to(connection: Connection, metadata: MetaData, to: str) -> None:
    """Upgrades or downgrades the schema to the revision `to` (`base`: no tables) inside the caller's transaction."""
    found = revision_in(connection)
    if to == found or (to == "base" and found is None):
        return
    from alembic import command  # noqa: PLC0415 - 0.3 s that only a due migration needs

    config = _configuration()
    config.attributes["connection"] = connection
    config.attributes["metadata"] = metadata
    if to == "base" or (found is not None and to < found):
        command.downgrade(config, to)
        return
    command.upgrade(config, to)
    if to == head() and connection.dialect.name == "postgresql":
        from desktop_app.database import rights  # noqa: PLC0415 - due with a migration only

        rights.apply(connection)


def _configuration() -> Config:
    """Returns Alembic's configuration, with the scripts inside the package, also in a frozen build."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    # The option is interpolated: a “%” in the path of the program stands for itself only if doubled.
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    return config


def _back_up(database: Database) -> Path | None:
    """Copies an SQLite file before an upgrade. On PostgreSQL backups are the administrator's duty: a client does
    not know a safe place.
    """
    if not database.is_sqlite:
        return None
    source = Path(database.place)
    stamp = pc_clock().now().strftime("%Y%m%d-%H%M%S")
    target = source.with_name(f"{source.stem}-before-upgrade-{stamp}{source.suffix}")
    try:
        copy_online(source, target)
    except FileExistsError:
        # Another window that started in the same second made it.
        pass
    except OSError as error:
        raise NotWrittenError.because(str(target), error) from error
    return target
