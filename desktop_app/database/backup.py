"""Backing up the whole database into one file that this program can check and restore.

SQLite uses its online backup. PostgreSQL uses pg_dump if it is installed and not older than the server; otherwise
the rows are exported into an SQLite file. A backup is read back before it gets its final name.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

import psycopg
from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from desktop_app import held_files
from desktop_app.database import schema
from desktop_app.database.backup_signature import sign_backup, signature_path
from desktop_app.database.driver_trouble import driver_trouble
from desktop_app.database.dump_rows import count_rows
from desktop_app.database.engine import Database, on_network_share, sqlite_url
from desktop_app.database.history_head import whole_head
from desktop_app.database.pg_tools import Tools, dump, find_tools
from desktop_app.database.restore import reading_engine
from desktop_app.database.rights import require_owner
from desktop_app.database.rows import side_of
from desktop_app.database.shapes import DERIVED, quoted, shapes_of
from desktop_app.database.sqlite_copy import copy_online, file_uri
from desktop_app.database.transfer import Program, standing_still, transfer
from desktop_app.encrypted_file import encrypt, require_passphrase
from desktop_app.errors import BackupError, NotPreparedError, NotWrittenError
from desktop_app.progress import Progress, SilentProgress
from desktop_app.scratch import scratch_folder
from desktop_app.signing import SigningKey
from desktop_app.whole_file import make_new, put_new


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
    #: The signature beside it.
    signature: Path | None = None
    encrypted: bool = False


@dataclass(frozen=True, slots=True)
class Protection:
    """How a backup is protected: signed with a key, encrypted with a passphrase."""

    key: SigningKey | None = None
    passphrase: str = field(default="", repr=False)


UNPROTECTED: Final = Protection()


def back_up(
    database: Database,
    path: Path,
    program: Program,
    progress: Progress | None = None,
    protection: Protection = UNPROTECTED,
) -> Backup:
    """Creates the new file `path` while others go on working.

    Raises `BackupError` (the file exists, a damaged database, pg_dump failed), `PassphraseError` (short),
    `NotWrittenError`, `NotPreparedError`, `NotPermittedError` (a login that does not see every row),
    `NewerDatabaseError`, `CancelledError`, `DatabaseAwayError`; no file is left behind then.
    """
    revision = schema.check(database)
    if revision is None:
        raise NotPreparedError(where=database.place)
    require_owner(database, "back_up")
    _refuse_unless_new(path)
    if protection.passphrase:
        require_passphrase(protection.passphrase)
    making = _Making(database, program, progress or SilentProgress(), signs=protection.key is not None)
    signature = signature_path(path)

    def make() -> None:
        # That of an earlier file of this name, which is not there any more.
        held_files.remove(signature)
        if protection.key is not None:
            _signed(making, path, signature, protection.key, revision, protection.passphrase)
        else:
            _protected(making, path, protection.passphrase)

    _made(path, make)
    return Backup(
        path,
        making.method,
        path.stat().st_size,
        revision,
        making.rows,
        signature if protection.key is not None else None,
        encrypted=bool(protection.passphrase),
    )


def _refuse_unless_new(path: Path) -> None:
    if os.path.lexists(path):
        raise BackupError(reason="exists", name=str(path))
    if not path.parent.is_dir():
        raise BackupError(reason="no_folder", name=str(path.parent))


def _protected(making: _Making, path: Path, passphrase: str) -> None:
    """Makes the backup; with a passphrase in a private folder of this PC, which goes, and encrypted into `path`."""
    if not passphrase:
        making.make(path)
        return
    with scratch_folder() as folder:
        plain = folder / path.name
        making.make(plain)
        make_new(path, lambda temporary: encrypt(plain, temporary, passphrase, making.progress))


def _signed(
    making: _Making, path: Path, signature: Path, key: SigningKey, revision: str, passphrase: str
) -> None:
    """Makes and signs the backup. The signature gets its name first: a kill leaves none without a signature."""
    with scratch_folder(path.parent, f".{path.name[:40]}.") as folder:
        hidden = folder / path.name
        _protected(making, hidden, passphrase)
        with making.database.reading() as session:
            now = making.database.now(session)
        sign_backup(
            hidden,
            signature,
            key,
            revision=revision,
            rows=making.rows,
            head=making.head,
            at=now,
            progress=making.progress,
        )
        try:
            put_new(hidden, path)
        except OSError:
            held_files.remove(signature)
            raise


class _Making:
    """Makes a backup by the method of the database. `head` is that of the history in it, if it will be signed."""

    def __init__(self, database: Database, program: Program, progress: Progress, *, signs: bool) -> None:
        self.database, self.program, self.progress, self._signs = database, program, progress, signs
        self.method = Method.ONLINE
        self.rows: dict[str, int] = {}
        self.head: str | None = None

    def make(self, path: Path) -> None:
        """Creates the new file `path`."""
        if self.database.is_sqlite:
            copy_online(Path(self.database.place), path, self.progress)
            self.rows = _rows_of(path)
        elif tools := usable_tools(self.database):
            self.method = Method.DUMP
            make_new(path, lambda temporary: self._dump(temporary, path, tools))
        else:
            self.method = Method.EXPORT
            make_new(path, self._export)
        if self._signs and self.method is not Method.DUMP:
            with reading_engine(path) as engine, engine.connect() as connection:
                self.head = whole_head(Session(connection)).digest

    def _dump(self, temporary: Path, path: Path, tools: Tools) -> None:
        """Runs pg_dump in a snapshot and counts the rows in the same one; then reads the dump back and compares."""
        with standing_still(self.database) as source:
            snapshot = str(source.connection.scalar(text("SELECT pg_export_snapshot()")))
            self.rows = _count(source.connection, self.program)
            if self._signs:
                self.head = whole_head(Session(source.connection)).digest
            driver = source.connection.connection.driver_connection
            assert isinstance(driver, psycopg.Connection)
            dump(tools, driver, snapshot, temporary, path, self.progress)
        found = count_rows(temporary, tools, self.progress)
        if any(found.get(table) != count for table, count in self.rows.items()):
            raise BackupError(reason="incomplete", name=path.name)

    def _export(self, temporary: Path) -> None:
        """Exports all rows into an SQLite file: on this PC first if `temporary` is on a network share, where SQLite
        must not write.
        """
        with scratch_folder() as folder:
            shared = on_network_share(str(temporary))
            file = folder / "export.db" if shared else temporary
            copy = Database(sqlite_url(file))
            try:
                with standing_still(self.database) as source:
                    done = transfer(source, copy, self.program, self.progress)
                with driver_trouble(str(file)), closing(sqlite3.connect(file)) as connection:
                    # Leaves one file, without a write-ahead log beside it.
                    connection.execute("PRAGMA journal_mode=DELETE")
            finally:
                copy.close()
            if shared:
                shutil.copyfile(file, temporary)
        self.rows = {table.table: table.rows for table in done.tables}


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
