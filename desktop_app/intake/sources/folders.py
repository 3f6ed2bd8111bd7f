"""A watched folder: what lies in it and is written to its end, a still copy of it, and where it is put away.

Nothing is ever overwritten, and nothing is taken out of the folder but by being put into `done` or `rejected` in it.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.errors import SourceAwayError
from desktop_app.intake.imports.rejects import SUFFIXES as REJECTS
from desktop_app.whole_file import write_whole

DONE: Final = "done"
REJECTED: Final = "rejected"
#: A file that was written to in the last seconds is looked at a second time.
_FRESH: Final = 10.0
_ENDINGS: Final = (".part", ".partial", ".tmp", ".crdownload", ".download", ".lock")
_BLOCK: Final = 1 << 20
#: Bytes of a name, and how many of them come from its beginning.
_LONGEST: Final = 200
_HEAD: Final = 150


@dataclass(frozen=True, slots=True)
class WatchedFile:
    """A file as it lay there: `changed` in nanoseconds."""

    path: Path
    size: int
    changed: int

    @property
    def name(self) -> str:
        return self.path.name


class WatchedFolder:
    """A folder of the source `name`."""

    def __init__(self, name: str, folder: Path) -> None:
        self._name = name
        self._folder = folder

    def must_take(self) -> None:
        """Raises `SourceAwayError` where nothing could be put away: then nothing is read either."""
        self._must_be_there()
        try:
            for below in (DONE, REJECTED):
                (self._folder / below).mkdir(exist_ok=True)
            with tempfile.TemporaryFile(dir=self._folder):
                pass
        except OSError as error:
            raise self._away("read_only") from error

    def files(self) -> list[WatchedFile]:
        """What lies there, by its time and name; without what another program names as unfinished. Raises
        `SourceAwayError`."""
        self._must_be_there()
        found: list[WatchedFile] = []
        try:
            with os.scandir(self._folder) as entries:
                for entry in entries:
                    if _is_meant(entry):
                        status = entry.stat(follow_symlinks=False)
                        found.append(WatchedFile(Path(entry.path), status.st_size, status.st_mtime_ns))
        except PermissionError as error:
            raise self._away("denied") from error
        except OSError as error:
            raise self._away("gone") from error
        return sorted(found, key=lambda one: (one.changed, one.name))

    def put_away(self, found: WatchedFile, sha256: str, below: str, name: str) -> bool:
        """Moves a file into `done` or `rejected` under `name`; False where another one has the name. Where it had
        been moved and only its first name was left, that goes. Raises OSError."""
        target = self._folder / below / name
        if os.path.lexists(target):
            # A refused one may be of any size, and is known by its own numbers.
            unread = sha256.startswith("unread:")
            same = unread_key(found_at(target)) == sha256 if unread else sha256_of(target) == sha256
            if not same:
                return False
            found.path.unlink(missing_ok=True)
            return True
        _move(found.path, target)
        return True

    def free_name(self, below: str, name: str, taken: Iterable[str]) -> str:
        """The name itself, or with a number, that nothing has there yet."""
        stem, suffix = os.path.splitext(name)
        candidate, number, known = name, 1, {one.casefold() for one in taken}
        while candidate.casefold() in known or any(
            os.path.lexists(self._folder / below / one) for one in (candidate, *_ours(candidate))
        ):
            number += 1
            candidate = f"{_short(stem)} ({number}){suffix}"
        return candidate

    def write_beside(self, below: str, name: str, content: bytes) -> None:
        """Writes a file of our own beside one that is put away. Raises OSError."""
        write_whole(self._folder / below / name, content)

    def _must_be_there(self) -> None:
        if not self._folder.is_dir():
            raise self._away("gone")

    def _away(self, reason: str) -> SourceAwayError:
        return SourceAwayError(reason=reason, name=self._name, where=str(self._folder))


def found_at(path: Path) -> WatchedFile:
    """A file as it lies there now. Raises OSError."""
    status = path.lstat()
    return WatchedFile(path, status.st_size, status.st_mtime_ns)


def report_name(name: str) -> str:
    """The name of the report on a file."""
    return f"{_short(name)}.report.txt"


def rejects_name(name: str, suffix: str) -> str:
    """The name of the file of rows that nothing could be made of."""
    return f"{_short(os.path.splitext(name)[0])}.rejects{suffix}"


def _ours(name: str) -> tuple[str, ...]:
    """The names of all that we may write beside a file."""
    return report_name(name), *(rejects_name(name, suffix) for suffix in REJECTS)


def _short(name: str) -> str:
    """A name to which something can be added: file systems take no more than 255 bytes. Its end stays, where the
    number stands that tells it from others."""
    data = name.encode()
    if len(data) <= _LONGEST:
        return name
    return f"{data[:_HEAD].decode(errors='ignore')}…{data[_HEAD - _LONGEST :].decode(errors='ignore')}"


def unsettled(found: Iterable[WatchedFile], pause: float) -> set[Path]:
    """Those that somebody may still be writing: they change while we look, or another program holds them. A file that
    was touched just now, by our clock or by one that runs ahead, is looked at again after `pause` seconds."""
    found = list(found)
    now = time.time_ns()
    fresh = [one for one in found if one.changed > now - _FRESH * 1e9]
    if fresh:
        time.sleep(pause)
    return {one.path for one in found if not is_same(one) or _is_held(one.path)}


def is_same(found: WatchedFile) -> bool:
    """Whether a file is as it was found."""
    try:
        status = found.path.stat()
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == (found.size, found.changed)


def still_copy(found: WatchedFile, room: Path) -> tuple[Path, str] | None:
    """A copy that nobody writes to any more, with the hash of its bytes; None where the file changed meanwhile."""
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
    """The hash of a file's bytes. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unread_key(found: WatchedFile) -> str:
    """What stands for the hash of a file that is refused unread."""
    return f"unread:{found.size}:{found.changed}"


def _is_meant(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    if name.startswith((".", "~$")) or name.casefold().endswith(_ENDINGS):
        return False
    return entry.is_file(follow_symlinks=False)


def _move(source: Path, target: Path) -> None:
    """A renaming that fails where the target is there."""
    if sys.platform == "win32":
        source.rename(target)
        return
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links; nobody else puts files there.
        if os.path.lexists(target):
            raise FileExistsError(str(target)) from None
        source.rename(target)
        return
    source.unlink()


def _is_held(path: Path) -> bool:
    """Whether another program has a lock on the file."""
    if sys.platform == "win32":
        try:
            with path.open("r+b"):
                return False
        except FileNotFoundError:
            return True
        except OSError:
            # Held, or write-protected: a file that may be moved is not held.
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
        # What may not be read is refused with its own sentence, not waited for.
        return False
    return False
