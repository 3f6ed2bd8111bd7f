"""Making a back-up of the whole database, in one file that this program can check and restore.

SQLite: its online back-up. PostgreSQL: pg_dump where it is installed and no older than the server, else an
export of our own tables, row by row, into an SQLite file. What was made is read again before it gets its name.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from sqlalchemy import Connection, text

from desktop_app.database import schema
from desktop_app.database.driver_trouble import driver_trouble
from desktop_app.database.dump_rows import count_rows
from desktop_app.database.engine import Database, on_network_share, sqlite_url
from desktop_app.database.pg_tools import Tools, dump, find_tools
from desktop_app.database.rights import require_owner
from desktop_app.database.rows import side_of
from desktop_app.database.shapes import DERIVED, quoted, shapes_of
from desktop_app.database.sqlite_copy import copy_online, file_uri
from desktop_app.database.transfer import Program, standing_still, transfer
from desktop_app.errors import BackupError, NotPreparedError, NotWrittenError
from desktop_app.progress import Progress, SilentProgress
from desktop_app.whole_file import make_new


class Method(StrEnum):
    """How a back-up was made."""

    ONLINE = "sqlite"
    DUMP = "pg_dump"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Backup:
    """A back-up that was made and read again."""

    path: Path
    method: Method
    size: int
    revision: str
    #: Rows of each table.
    rows: dict[str, int]


def back_up(database: Database, path: Path, program: Program, progress: Progress | None = None) -> Backup:
    """Makes the new file `path`; others go on working meanwhile.

    Raises `BackupError` (there already, a damaged database, pg_dump failed), `NotWrittenError`,
    `NotPreparedError`, `NotPermittedError` (a login that does not see everything), `NewerDatabaseError`,
    `CancelledError`, `DatabaseAwayError`; nothing is left behind then.
    """
    revision = schema.check(database)
    if revision is None:
        raise NotPreparedError(where=database.place)
    require_owner(database, "back_up")
    watch = progress or SilentProgress()
    if database.is_sqlite:
        source = Path(database.place)
        _made(path, lambda: copy_online(source, path, watch))
        method, rows = Method.ONLINE, _rows_of(path)
    elif tools := usable_tools(database):
        method, rows = Method.DUMP, {}
        _made(
            path,
            lambda: make_new(
                path, lambda aside: rows.update(_dump(database, aside, path, tools, program, watch))
            ),
        )
    else:
        method, rows = Method.EXPORT, {}
        _made(
            path, lambda: make_new(path, lambda aside: rows.update(_export(database, aside, program, watch)))
        )
    return Backup(path, method, path.stat().st_size, revision, rows)


def usable_tools(database: Database) -> Tools | None:
    """The installed pg_dump that can read this server; None on SQLite, or where there is none."""
    if database.is_sqlite:
        return None
    with database.reading() as session:
        number = int(session.scalar(text("SHOW server_version_num")) or 0)
    return find_tools(number // 10_000)


def suffix_of(database: Database) -> str:
    """How the name of a back-up of this database ends."""
    return ".dump" if usable_tools(database) else ".db"


def _made(path: Path, make: Callable[[], None]) -> None:
    try:
        make()
    except FileExistsError as error:
        raise BackupError(reason="exists", name=str(path)) from error
    except (NotADirectoryError, FileNotFoundError) as error:
        raise BackupError(reason="no_folder", name=str(path.parent)) from error
    except (OSError, NotWrittenError) as error:
        raise NotWrittenError.because(str(path), error) from error


def _dump(
    database: Database, aside: Path, path: Path, tools: Tools, program: Program, progress: Progress
) -> dict[str, int]:
    """By pg_dump, in a snapshot in which the rows are counted too; then read again and counted."""
    with standing_still(database) as source:
        snapshot = str(source.connection.scalar(text("SELECT pg_export_snapshot()")))
        rows = _count(source.connection, program)
        driver = source.connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        dump(tools, driver, snapshot, aside, path, progress)
    found = count_rows(aside, tools, progress)
    if any(found.get(table) != count for table, count in rows.items()):
        raise BackupError(reason="incomplete", name=path.name)
    return rows


def _export(database: Database, aside: Path, program: Program, progress: Progress) -> dict[str, int]:
    """Row by row into an SQLite file; on this PC first, because it must not grow on a network share."""
    with TemporaryDirectory(prefix="mosharekat-export-", ignore_cleanup_errors=True) as name:
        shared = on_network_share(str(aside))
        file = Path(name) / "export.db" if shared else aside
        copy = Database(sqlite_url(file))
        try:
            with standing_still(database) as source:
                done = transfer(source, copy, program, progress)
            with driver_trouble(str(file)), closing(sqlite3.connect(file)) as connection:
                # One file, without a log beside it.
                connection.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()
        if shared:
            shutil.copyfile(file, aside)
    return {table.table: table.rows for table in done.tables}


def _count(connection: Connection, program: Program) -> dict[str, int]:
    side = side_of(connection)
    tables = program.metadata().tables.keys() - set(DERIVED)
    return {shape.table: side.count(shape) for shape in shapes_of(connection, tables)}


def _rows_of(path: Path) -> dict[str, int]:
    with (
        driver_trouble(str(path)),
        closing(sqlite3.connect(file_uri(path, "mode=ro"), uri=True)) as found,
    ):
        names = [
            str(row[0])
            for row in found.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if not str(row[0]).startswith(("sqlite_", *DERIVED))
        ]
        return {
            name: int(found.execute(f"SELECT count(*) FROM {quoted(name)}").fetchone()[0]) for name in names
        }
