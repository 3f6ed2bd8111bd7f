"""Backing up the whole database into one file that this program can check and restore.

SQLite uses its online backup. PostgreSQL uses pg_dump if it is installed and not older than the server; otherwise
the rows are exported into an SQLite file. A backup is read back before it gets its final name.
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
    """How a backup was made."""

    ONLINE = "sqlite"
    DUMP = "pg_dump"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup that was read back."""

    path: Path
    method: Method
    size: int
    revision: str
    #: The number of rows of each table.
    rows: dict[str, int]


def back_up(database: Database, path: Path, program: Program, progress: Progress | None = None) -> Backup:
    """Creates the new file `path` while others go on working.

    Raises `BackupError` (the file exists, a damaged database, pg_dump failed), `NotWrittenError`,
    `NotPreparedError`, `NotPermittedError` (a login that does not see every row), `NewerDatabaseError`,
    `CancelledError`, `DatabaseAwayError`; no file is left behind then.
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
                path, lambda temporary: rows.update(_dump(database, temporary, path, tools, program, watch))
            ),
        )
    else:
        method, rows = Method.EXPORT, {}
        _made(
            path,
            lambda: make_new(
                path, lambda temporary: rows.update(_export(database, temporary, program, watch))
            ),
        )
    return Backup(path, method, path.stat().st_size, revision, rows)


def usable_tools(database: Database) -> Tools | None:
    """Returns the installed pg_dump that can read this server; None on SQLite or if there is none."""
    if database.is_sqlite:
        return None
    with database.reading() as session:
        number = int(session.scalar(text("SHOW server_version_num")) or 0)
    return find_tools(number // 10_000)


def suffix_of(database: Database) -> str:
    """Returns the file name suffix of a backup of this database."""
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
    database: Database, temporary: Path, path: Path, tools: Tools, program: Program, progress: Progress
) -> dict[str, int]:
    """Runs pg_dump in a snapshot and counts the rows in the same snapshot; then reads the dump back and compares."""
    with standing_still(database) as source:
        snapshot = str(source.connection.scalar(text("SELECT pg_export_snapshot()")))
        rows = _count(source.connection, program)
        driver = source.connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        dump(tools, driver, snapshot, temporary, path, progress)
    found = count_rows(temporary, tools, progress)
    if any(found.get(table) != count for table, count in rows.items()):
        raise BackupError(reason="incomplete", name=path.name)
    return rows


def _export(database: Database, temporary: Path, program: Program, progress: Progress) -> dict[str, int]:
    """Exports all rows into an SQLite file: on this PC first if `temporary` is on a network share, where SQLite
    must not write.
    """
    with TemporaryDirectory(prefix="mosharekat-export-", ignore_cleanup_errors=True) as name:
        shared = on_network_share(str(temporary))
        file = Path(name) / "export.db" if shared else temporary
        copy = Database(sqlite_url(file))
        try:
            with standing_still(database) as source:
                done = transfer(source, copy, program, progress)
            with driver_trouble(str(file)), closing(sqlite3.connect(file)) as connection:
                # Leaves one file, without a write-ahead log beside it.
                connection.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()
        if shared:
            shutil.copyfile(file, temporary)
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
