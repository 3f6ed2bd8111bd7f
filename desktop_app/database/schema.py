"""Making the schema and bringing it up to date: one SELECT where nothing is due, alembic where something is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.exc import OperationalError

from desktop_app.database.engine import Database
from desktop_app.errors import DatabaseAwayError, NewerDatabaseError

if TYPE_CHECKING:
    from alembic.config import Config

#: The revisions of the schema, oldest first: the names of the files in `migrations/versions`.
REVISIONS: Final = ("0001", "0002", "0006", "0007")
HEAD: Final = REVISIONS[-1]
#: The key of the advisory lock under which one client migrates while the others wait.
_LOCK: Final = 4_072_918_355


def revision_of(database: Database) -> str | None:
    """The revision of the schema; None for a database without tables. Raises `DatabaseAwayError`."""
    with database.reading() as session:
        connection = session.connection()
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = session.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return str(found) if found else None


def check(database: Database) -> str | None:
    """The revision of the schema. Raises `NewerDatabaseError` for one that this program does not know."""
    found = revision_of(database)
    if found is not None and found not in REVISIONS:
        raise NewerDatabaseError(found=found, known=HEAD)
    return found


def upgrade(database: Database, metadata: Callable[[], MetaData]) -> Path | None:
    """Brings the schema to the head; returns the back-up made before, if one was (SQLite files with data).

    Several PCs may start at once: one migrates, the others wait and find nothing to do. `metadata` gives the
    models' tables, which this room does not know.
    """
    found = check(database)
    if found == HEAD:
        return None
    backup = _back_up(database) if found is not None else None
    from alembic import command  # noqa: PLC0415 - 0.3 s that only a due migration needs

    config = configuration()
    try:
        with database.engine.execution_options(writes=database.is_sqlite).begin() as connection:
            if not database.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            config.attributes["connection"] = connection
            config.attributes["metadata"] = metadata()
            command.upgrade(config, "head")
            if not database.is_sqlite:
                from desktop_app.database import rights  # noqa: PLC0415

                rights.apply(connection)
    except OperationalError as error:
        raise DatabaseAwayError(where=database.place) from error
    return backup


def downgrade(connection: Connection, metadata: MetaData, to: str) -> None:
    """Takes the schema back to the revision `to` (`base`: nothing); for tests of migrations."""
    from alembic import command  # noqa: PLC0415

    config = configuration()
    config.attributes["connection"] = connection
    config.attributes["metadata"] = metadata
    command.downgrade(config, to)


def configuration() -> Config:
    """Alembic's configuration, with the scripts inside the package, also in a frozen build."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).resolve().parent / "migrations"))
    return config


def _back_up(database: Database) -> Path | None:
    if not database.is_sqlite:
        return None
    source = Path(database.place)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = source.with_name(f"{source.stem}-before-upgrade-{stamp}{source.suffix}")
    shutil.copy2(source, target)
    return target
