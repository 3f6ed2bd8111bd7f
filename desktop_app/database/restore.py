"""Restoring a backup into an empty database of either engine, and proving that it is complete.

A backup may be damaged, or forged by an attacker. So only rows of our own tables are read, into tables that our
own migrations create.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import gettempdir
from typing import Final

from sqlalchemy import Engine, NullPool, create_engine, text
from sqlalchemy.exc import DBAPIError

from desktop_app.database import schema
from desktop_app.database.dump_rows import opened_dump
from desktop_app.database.engine import Database
from desktop_app.database.pg_tools import newest_tools
from desktop_app.database.sqlite_copy import file_uri, is_sound
from desktop_app.database.transfer import (
    DatabaseSource,
    Program,
    Source,
    Transferred,
    left_empty,
    refuse_unless_empty,
    transfer,
)
from desktop_app.encrypted_file import decrypt, is_encrypted
from desktop_app.errors import (
    BackupError,
    NewerDatabaseError,
    NotWrittenError,
    PassphraseError,
    TransferError,
    TrialDatabaseError,
)
from desktop_app.progress import Progress, SilentProgress
from desktop_app.scratch import scratch_folder

_SQLITE: Final = b"SQLite format 3\x00"
_DUMP: Final = b"PGDMP"


def restore(
    path: Path,
    target: Database,
    program: Program,
    progress: Progress | None = None,
    *,
    broken_chain_accepted_by: str = "",
    passphrase: Callable[[], str] | None = None,
) -> Transferred:
    """Restores the backup at `path` into `target`, which has to be empty; an older schema is upgraded.

    `broken_chain_accepted_by`: as `transfer`. `passphrase` is called if the file is encrypted. The signature is not
    looked at: see `check_signature`. Raises `BackupError` (not a backup, damaged, newer, of a trial version,
    pg_restore is missing, a wrong passphrase), `PassphraseError` (none), `TransferError`, `CancelledError`,
    `NotWrittenError`, `DatabaseAwayError`; the target is then left empty.
    """
    watch = progress or SilentProgress()
    with left_empty(target):
        refuse_unless_empty(target)
        with _plain(path, passphrase, watch) as plain, _opened(plain, target, watch) as source:
            try:
                schema.require_known(source.revision)
            except NewerDatabaseError as error:
                raise BackupError(reason="newer", name=path.name) from error
            except TrialDatabaseError as error:
                raise BackupError(reason="trial", name=path.name) from error
            try:
                return transfer(
                    source, target, program, watch, broken_chain_accepted_by=broken_chain_accepted_by
                )
            except TransferError as error:
                if error.parameters["reason"] in {"damaged", "shape"}:
                    raise BackupError(reason="damaged", name=path.name) from error
                raise


@contextmanager
def _plain(path: Path, passphrase: Callable[[], str] | None, progress: Progress) -> Iterator[Path]:
    """Yields the backup itself, or, for an encrypted one, a private copy of its content, which goes afterwards."""
    try:
        encrypted = is_encrypted(path)
    except OSError as error:
        raise BackupError(reason="unreadable", name=str(path)) from error
    if not encrypted:
        yield path
        return
    if passphrase is None:
        raise PassphraseError(reason="missing")
    words = passphrase()
    with ExitStack() as stack:
        try:
            copy = stack.enter_context(scratch_folder()) / path.name
            decrypt(path, copy, words, progress)
        except OSError as error:
            raise NotWrittenError.because(gettempdir(), error) from error
        yield copy


@contextmanager
def _opened(path: Path, target: Database, progress: Progress) -> Iterator[Source]:
    try:
        with path.open("rb") as stream:
            magic = stream.read(len(_SQLITE))
    except OSError as error:
        raise BackupError(reason="unreadable", name=str(path)) from error
    if magic == _SQLITE:
        with opened_file(path, progress) as source:
            yield source
    elif magic.startswith(_DUMP):
        tools = newest_tools()
        if tools is None:
            raise BackupError(reason="no_tools", name=path.name)
        folder = Path(target.place).resolve().parent if target.is_sqlite else Path(gettempdir())
        with opened_dump(path, tools, folder) as dumped:
            yield dumped
    else:
        raise BackupError(reason="not_a_backup", name=path.name)


@contextmanager
def reading_engine(path: Path) -> Iterator[Engine]:
    """Yields an engine that reads an SQLite backup; nothing in it is executed."""
    engine = create_engine(
        "sqlite://", creator=lambda: _reading(path), poolclass=NullPool, hide_parameters=True
    )
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def opened_file(path: Path, progress: Progress) -> Iterator[DatabaseSource]:
    """Opens an SQLite backup. Raises `BackupError`."""
    try:
        with reading_engine(path) as engine, engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.execute("BEGIN")
            if not is_sound(driver, progress):
                raise BackupError(reason="damaged", name=path.name)
            plain = {row[0] for row in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if "alembic_version" not in plain:
                raise BackupError(reason="not_a_backup", name=path.name)
            revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
            yield DatabaseSource(path.name, str(revision), connection)
    except (sqlite3.DatabaseError, DBAPIError) as error:
        found = error.orig if isinstance(error, DBAPIError) else error
        if isinstance(found, sqlite3.DatabaseError):
            raise BackupError(reason="damaged", name=path.name) from error
        raise


def _reading(path: Path) -> sqlite3.Connection:
    # A log beside the file belongs to it; without one the file can be read without writing anything.
    log = path.with_name(f"{path.name}-wal")
    how = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
    connection = sqlite3.connect(file_uri(path, how), uri=True, isolation_level=None)
    try:
        for setting in ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON"):
            connection.execute(f"PRAGMA {setting}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
