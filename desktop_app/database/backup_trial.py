"""Trying a backup: it is restored into a private SQLite file, checked, and the file is removed again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir
from typing import Final

from desktop_app.database.backup_signature import NO_SIGNATURE, BackupSignature, check_signature
from desktop_app.database.engine import Database, sqlite_url
from desktop_app.database.health import Problem
from desktop_app.database.history_head import whole_head
from desktop_app.database.restore import restore
from desktop_app.database.seals import first_hash
from desktop_app.database.transfer import Program, Transferred
from desktop_app.errors import AppError, BackupError, NotWrittenError, SigningError, TransferError
from desktop_app.progress import Progress, SilentProgress
from desktop_app.scratch import scratch_folder
from desktop_app.signing import PublicKey

#: Faults of this PC or of the call, which say nothing about the backup.
_NO_VERDICT: Final = frozenset({"unreadable", "no_tools", "old_tools", "newer"})


@dataclass(frozen=True, slots=True)
class Trial:
    """What a trial found. `fault` is None if the backup is sound; `problems` are those of its data."""

    path: Path
    rows: int = 0
    revision: str = ""
    signature: BackupSignature = NO_SIGNATURE
    fault: AppError | None = None
    problems: tuple[Problem, ...] = ()
    #: The hash of the first event, by which a database is known; empty if none was read.
    origin: str = ""

    @property
    def ok(self) -> bool:
        return self.fault is None


def try_backup(
    path: Path,
    program: Program,
    progress: Progress | None = None,
    *,
    custodian: PublicKey | None = None,
    passphrase: Callable[[], str] | None = None,
) -> Trial:
    """Tries the backup at `path`: signature, structure, every row, the history, and what its signature says it holds.

    Raises where nothing can be said about the backup: `CancelledError`, `NotWrittenError` (no room for the trial),
    `BackupError` (`unreadable`, `no_tools`, `old_tools`, `newer`), `PassphraseError` (none).
    """
    watch = progress or SilentProgress()
    try:
        signature = check_signature(path, custodian, watch)
        with ExitStack() as stack:
            try:
                folder = stack.enter_context(scratch_folder())
            except OSError as error:
                raise NotWrittenError.because(gettempdir(), error) from error
            scratch = Database(sqlite_url(folder / "trial.db"))
            try:
                done = restore(path, scratch, program, watch, passphrase=passphrase)
                other = _is_other(scratch, done, signature)
                origin = _origin(scratch)
            finally:
                scratch.close()
    except (BackupError, SigningError, TransferError) as error:
        if error.parameters["reason"] in _NO_VERDICT:
            raise
        return Trial(path, fault=error)
    fault: AppError | None = None
    if done.problems:
        fault = BackupError(reason="unsound", name=path.name, detail=str(len(done.problems)))
    elif other:
        fault = BackupError(reason="other_content", name=path.name)
    return Trial(path, done.rows, done.revision, signature, fault, done.problems, origin)


def is_of(trial: Trial, database: Database) -> bool:
    """Whether the backup that was tried may be one of `database`: a sound one of another says nothing about it."""
    return trial.origin in {"", _origin(database)}


def _origin(database: Database) -> str:
    with database.reading() as session:
        return first_hash(session)


def _is_other(scratch: Database, done: Transferred, signature: BackupSignature) -> bool:
    """Whether the restored database is another one than that which the signature describes."""
    if signature.rows is None:
        return False
    with scratch.reading() as session:
        head = whole_head(session).digest
    if (done.revision, head) != (signature.revision, signature.head):
        return True
    # The signature of a copied SQLite file also counts tables that no backup restores.
    return any(signature.rows.get(table.table) != table.rows for table in done.tables)
