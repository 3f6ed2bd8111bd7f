"""Making the schema and bringing it up to date: one SELECT where nothing is due, alembic where something is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.exc import OperationalError

from desktop_app.database.engine import Database, take_time_on
from desktop_app.database.sqlite_copy import copy_online
from desktop_app.errors import DatabaseAwayError, NewerDatabaseError, NotWrittenError

if TYPE_CHECKING:
    from alembic.config import Config

#: The revisions of the schema, oldest first: the names of the files in `migrations/versions`.
REVISIONS: Final = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
    "0020",
    "0021",
    "0022",
    "0023",
    "0024",
    "0025",
    "0026",
    "0027",
    "0028",
    "0029",
    "0030",
    "0031",
    "0032",
    "0033",
    "0034",
    "0035",
    "0036",
    "0037",
    "0038",
    "0039",
    "0040",
    "0041",
    "0042",
    "0043",
    "0044",
    "0045",
    "0046",
    "0047",
    "0048",
    "0049",
    "0050",
    "0051",
    "0052",
    "0053",
    "0054",
    "0055",
    "0056",
    "0057",
    "0058",
    "0059",
    "0060",
    "0061",
    "0062",
    "0063",
    "0064",
    "0065",
    "0066",
    "0067",
    "0068",
    "0069",
    "0070",
    "0071",
    "0072",
    "0073",
    "0074",
    "0075",
    "0076",
    "0077",
    "0078",
)
HEAD: Final = REVISIONS[-1]
#: The key of the advisory lock under which one client migrates while the others wait.
_LOCK: Final = 4_072_918_355


def revision_of(database: Database) -> str | None:
    """The revision of the schema; None for a database without tables. Raises `DatabaseAwayError`."""
    with database.reading() as session:
        return revision_in(session.connection())


def revision_in(connection: Connection) -> str | None:
    """The revision of the schema, inside somebody else's transaction."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
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
    try:
        with database.engine.execution_options(writes=database.is_sqlite).begin() as connection:
            if not database.is_sqlite:
                lock_migrations(connection)
            bring_to(connection, metadata(), HEAD)
    except OperationalError as error:
        raise DatabaseAwayError(where=database.place) from error
    return backup


def lock_migrations(connection: Connection) -> None:
    """Lets one client of a PostgreSQL server change the schema at a time, until its transaction ends. Others wait for
    it longer than for a colleague's row, and a change of a million rows takes longer than a clerk's statement may."""
    connection.execute(text("SET LOCAL lock_timeout = '10min'"))
    connection.execute(text("SET LOCAL statement_timeout = 0"))
    take_time_on(connection)
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def bring_to(connection: Connection, metadata: MetaData, to: str) -> None:
    """Takes the schema up or down to the revision `to` (`base`: nothing) inside somebody else's transaction."""
    found = revision_in(connection)
    if to == found or (to == "base" and found is None):
        return
    if to == "base" or (found is not None and REVISIONS.index(to) < REVISIONS.index(found)):
        downgrade(connection, metadata, to)
        return
    from alembic import command  # noqa: PLC0415 - 0.3 s that only a due migration needs

    config = configuration()
    config.attributes["connection"] = connection
    config.attributes["metadata"] = metadata
    command.upgrade(config, to)
    if to == HEAD and connection.dialect.name == "postgresql":
        from desktop_app.database import rights  # noqa: PLC0415 - due with a migration only

        rights.apply(connection)


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
    """On PostgreSQL a back-up is the administrator's duty: a client cannot know where one would be safe."""
    if not database.is_sqlite:
        return None
    source = Path(database.place)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = source.with_name(f"{source.stem}-before-upgrade-{stamp}{source.suffix}")
    try:
        copy_online(source, target)
    except FileExistsError:
        # Another window that started in the same second made it.
        pass
    except OSError as error:
        raise NotWrittenError.because(str(target), error) from error
    return target
