"""A watched folder: lists finished files, makes stable copies, and moves processed files away.

Nothing is overwritten, and files only leave the folder by a move into `done` or `rejected` inside it.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app import held_files
from desktop_app.clock import file_clock
from desktop_app.errors import SourceAwayError
from desktop_app.intake.imports.rejects import SUFFIXES as REJECTS
from desktop_app.paths import storable_name
from desktop_app.whole_file import write_whole

DONE: Final = "done"
REJECTED: Final = "rejected"
#: Files changed within this number of seconds are checked a second time.
_FRESH: Final = 10.0
_ENDINGS: Final = (".part", ".partial", ".tmp", ".crdownload", ".download", ".lock")
_BLOCK: Final = 1 << 20
#: Maximum length of a name in bytes, and how many of them are taken from its beginning.
_LONGEST: Final = 200
_HEAD: Final = 150


@dataclass(frozen=True, slots=True)
class WatchedFile:
    """A file as it was found; `changed` in nanoseconds."""

    path: Path
    size: int
    changed: int

    @property
    def name(self) -> str:
        return storable_name(self.path.name)


class WatchedFolder:
    """The folder of the source `name`."""

    def __init__(self, name: str, folder: Path) -> None:
        self._name = name
        self._folder = folder

    def must_take(self) -> None:
        """Raises `SourceAwayError` where files cannot be moved away, since nothing should be read then."""
        self._must_be_there()
        try:
            for below in (DONE, REJECTED):
                (self._folder / below).mkdir(exist_ok=True)
            with tempfile.TemporaryFile(dir=self._folder):
                pass
        except OSError as error:
            raise self._away("read_only") from error

    def files(self) -> list[WatchedFile]:
        """Returns the files by time and name, without those marked as unfinished.

        Raises `SourceAwayError`.
        """
        self._must_be_there()
        found: list[WatchedFile] = []
        try:
            with os.scandir(self._folder) as entries:
                for entry in entries:
                    # Windows tells an entry the size and time that a file had when it was last closed. So the
                    # file is asked itself; it may be gone meanwhile.
                    with suppress(FileNotFoundError):
                        if _is_meant(entry):
                            found.append(found_at(Path(entry.path)))
        except PermissionError as error:
            raise self._away("denied") from error
        except OSError as error:
            raise self._away("gone") from error
        return sorted(found, key=lambda one: (one.changed, one.name))

    def put_away(self, found: WatchedFile, sha256: str, below: str, name: str) -> bool:
        """Moves a file into `done` or `rejected` as `name`; returns False where another file has that name.

        If the file was already copied there and only the original remained, removes the original. Raises
        OSError.
        """
        target = self._folder / below / name
        if os.path.lexists(target):
            # A file that was refused unread may have any size, so it is identified by size and timestamp.
            unread = sha256.startswith("unread:")
            same = unread_key(found_at(target)) == sha256 if unread else sha256_of(target) == sha256
            if not same:
                return False
            held_files.remove(found.path)
            return True
        _move(found.path, target)
        return True

    def free_name(self, below: str, name: str, taken: Iterable[str]) -> str:
        """Returns the name, with a number if necessary, such that it is unused."""
        stem, suffix = os.path.splitext(name)
        candidate, number, known = name, 1, {one.casefold() for one in taken}
        while candidate.casefold() in known or any(
            os.path.lexists(self._folder / below / one) for one in (candidate, *_ours(candidate))
        ):
            number += 1
            candidate = f"{_short(stem)} ({number}){suffix}"
        return candidate

    def write_beside(self, below: str, name: str, content: bytes) -> None:
        """Writes a file next to an archived one. Raises OSError."""
        write_whole(self._folder / below / name, content)

    def _must_be_there(self) -> None:
        if not self._folder.is_dir():
            raise self._away("gone")

    def _away(self, reason: str) -> SourceAwayError:
        return SourceAwayError(reason=reason, name=self._name, where=str(self._folder))


def found_at(path: Path) -> WatchedFile:
    """Returns the current state of a file. Raises OSError."""
    status = path.lstat()
    return WatchedFile(path, status.st_size, status.st_mtime_ns)


def report_name(name: str) -> str:
    """The name of the report on a file."""
    return f"{_short(name)}.report.txt"


def rejects_name(name: str, suffix: str) -> str:
    """The name of the file of rejected rows."""
    return f"{_short(os.path.splitext(name)[0])}.rejects{suffix}"


def _ours(name: str) -> tuple[str, ...]:
    """The names of all files that may be written next to a file."""
    return report_name(name), *(rejects_name(name, suffix) for suffix in REJECTS)


def _short(name: str) -> str:
    """Shortens a name so that a suffix can be added: file systems allow 255 bytes.

    Keeps its end, which may have a distinguishing number.
    """
    data = name.encode()
    if len(data) <= _LONGEST:
        return name
    return f"{data[:_HEAD].decode(errors='ignore')}…{data[_HEAD - _LONGEST :].decode(errors='ignore')}"


def unsettled(found: Iterable[WatchedFile], pause: float) -> set[Path]:
    """Returns files that may still be written: they change meanwhile, or another program holds a lock.

    Recently changed files (also by a clock that runs ahead) are checked again after `pause` seconds.
    """
    found = list(found)
    settled = (file_clock() - _FRESH) * 1e9
    fresh = [one for one in found if one.changed > settled]
    if fresh:
        time.sleep(pause)
    return {one.path for one in found if not is_same(one) or _is_held(one.path)}


def is_same(found: WatchedFile) -> bool:
    """Whether a file is unchanged."""
    try:
        status = found.path.stat()
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == (found.size, found.changed)


def still_copy(found: WatchedFile, room: Path) -> tuple[Path, str] | None:
    """Copies a file and returns the copy with its SHA-256; None where the file changed meanwhile."""
    target = room / found.name
    digest = hashlib.sha256()
    try:
        with found.path.open("rb") as source, target.open("wb") as copy:
            while block := source.read(_BLOCK):
                digest.update(block)
                copy.write(block)
                if copy.tell() > found.size:
                    return None
    except FileNotFoundError:
        return None
    return (target, digest.hexdigest()) if is_same(found) else None


def sha256_of(path: Path) -> str:
    """Returns the SHA-256 of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unread_key(found: WatchedFile) -> str:
    """The replacement for the hash of a file that was refused unread."""
    return f"unread:{found.size}:{found.changed}"


def _is_meant(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    if name.startswith((".", "~$")) or name.casefold().endswith(_ENDINGS):
        return False
    return entry.is_file(follow_symlinks=False)


def _move(source: Path, target: Path) -> None:
    """Renames a file; fails where the target exists."""
    if sys.platform == "win32":
        held_files.rename(source, target)
        return
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        # The file system has no hard links; nobody else writes to the target folder.
        if os.path.lexists(target):
            raise FileExistsError(str(target)) from None
        source.rename(target)
        return
    source.unlink()


def _is_held(path: Path) -> bool:
    """Whether another program holds a lock on the file."""
    if sys.platform == "win32":
        try:
            with path.open("r+b"):
                return False
        except FileNotFoundError:
            return True
        except OSError:
            # Locked or write-protected: a file with write access is locked.
            return os.access(path, os.W_OK)
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            fcntl.flock(file, fcntl.LOCK_UN)
    except FileNotFoundError:
        return True
    except BlockingIOError:
        return True
    except OSError:
        # An unreadable file is refused with its own message instead of being retried.
        return False
    return False
