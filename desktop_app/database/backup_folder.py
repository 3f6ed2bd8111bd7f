"""Back-ups in a folder, for a schedule: a name of its own for each, the oldest ones taken away.

A file is only ever taken away if its name is one that this program gives, for this very database.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from desktop_app.database.backup import Backup, back_up, suffix_of
from desktop_app.database.engine import Database
from desktop_app.database.transfer import Program
from desktop_app.errors import BackupError
from desktop_app.persian.digits import latin_digits
from desktop_app.progress import Progress


def back_up_into(
    database: Database,
    folder: Path,
    keep: int,
    program: Program,
    now: datetime,
    progress: Progress | None = None,
) -> tuple[Backup, tuple[Path, ...]]:
    """Makes a back-up in `folder` and takes away all but the newest `keep`; what was taken away.

    `now` is UTC and gives the name. Nothing is taken away before the new one is whole; the new one never.
    Raises as `back_up`, and `BackupError` where there is no such folder: a drive may not be there.
    """
    if not folder.is_dir():
        raise BackupError(reason="no_folder", name=str(folder))
    name = f"{_stem(database)}{now:%Y%m%d-%H%M%S}{suffix_of(database)}"
    made = back_up(database, folder / name, program, progress)
    removed = []
    for path in own_backups(database, folder)[max(1, keep) :]:
        if path != made.path:
            path.unlink(missing_ok=True)
            removed.append(path)
    return made, tuple(removed)


def own_backups(database: Database, folder: Path) -> list[Path]:
    """The back-ups of this database in `folder` that this program named, the newest first."""
    named = re.compile(re.escape(_stem(database)) + r"\d{8}-\d{6}\.(db|dump)")
    found = [path for path in folder.iterdir() if named.fullmatch(path.name) and _is_plain(path)]
    return sorted(found, key=lambda path: path.stem, reverse=True)


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _stem(database: Database) -> str:
    """What the names of this database's back-ups begin with: two databases may share a folder."""
    place = Path(database.place).stem if database.is_sqlite else database.place
    name = re.sub(r"[^0-9A-Za-z]+", "-", latin_digits(place)).strip("-")
    return f"mosharekat-backup-{name[:60] or 'database'}-"
