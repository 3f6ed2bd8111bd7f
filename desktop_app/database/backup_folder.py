"""Scheduled backups in a folder: each has its own name, and the oldest are deleted.

A file is deleted only if its name is one that this program gives to backups of this very database.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop_app import held_files
from desktop_app.database.backup import UNPROTECTED, Backup, Protection, back_up, suffix_of
from desktop_app.database.backup_signature import SIGNATURE, signature_path
from desktop_app.database.engine import Database
from desktop_app.database.transfer import Program
from desktop_app.errors import BackupError
from desktop_app.persian.digits import latin_digits
from desktop_app.progress import Progress

#: The suffix after that of the format.
ENCRYPTED: Final = ".enc"


def back_up_into(
    database: Database,
    folder: Path,
    keep: int,
    program: Program,
    now: datetime,
    progress: Progress | None = None,
    protection: Protection = UNPROTECTED,
) -> tuple[Backup, tuple[Path, ...]]:
    """Creates a backup in `folder`, deletes all but the newest `keep`, and returns the backup and the deleted
    files.

    `now` is UTC and gives the file its name. Nothing is deleted before the new backup is complete, and never the
    new one. Raises as `back_up`, and `BackupError` if the folder does not exist: a drive may be detached.
    """
    if not folder.is_dir():
        raise BackupError(reason="no_folder", name=str(folder))
    name = f"{_stem(database)}{now:%Y%m%d-%H%M%S}{suffix_of(database)}"
    if protection.passphrase:
        name += ENCRYPTED
    made = back_up(database, folder / name, program, progress, protection)
    _remove_lone_signatures(database, folder)
    removed = []
    for path in own_backups(database, folder)[max(1, keep) :]:
        if path != made.path:
            held_files.remove(path)
            held_files.remove(signature_path(path))
            removed.append(path)
    return made, tuple(removed)


def newest_backup(database: Database, folder: Path) -> Path:
    """Returns the newest backup of this database in `folder`. Raises `BackupError` (`no_backups`)."""
    try:
        found = own_backups(database, folder)
    except OSError:
        found = []
    if not found:
        raise BackupError(reason="no_backups", name=str(folder))
    return found[0]


def own_backups(database: Database, folder: Path) -> list[Path]:
    """Returns the backups of this database in `folder` that this program named, newest first."""
    found = [
        (name[1], path)
        for path in folder.iterdir()
        if (name := _named(database).fullmatch(path.name)) is not None and _is_plain(path)
    ]
    return [path for _, path in sorted(found, reverse=True)]


def _remove_lone_signatures(database: Database, folder: Path) -> None:
    """Removes signatures whose backups never got their names, because the process was killed."""
    for path in folder.glob(f"*{SIGNATURE}"):
        backup = path.with_name(path.name.removesuffix(SIGNATURE))
        if _named(database).fullmatch(backup.name) and _is_plain(path) and not backup.exists():
            held_files.remove(path)


def _named(database: Database) -> re.Pattern[str]:
    return re.compile(re.escape(_stem(database)) + r"(\d{8}-\d{6})\.(db|dump)(\.enc)?")


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _stem(database: Database) -> str:
    """Returns the common prefix of the names of this database's backups: two databases may share a folder."""
    place = Path(database.place).stem if database.is_sqlite else database.place
    name = re.sub(r"[^0-9A-Za-z]+", "-", latin_digits(place)).strip("-")
    return f"mosharekat-backup-{name[:60] or 'database'}-"
