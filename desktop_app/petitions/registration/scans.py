"""The folder that a scanner fills: which files are complete and not registered yet, and what becomes of one.

A registered file is moved to `registered` inside the folder. In a folder that cannot be written, it stays, and this
PC remembers it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app import held_files
from desktop_app.clock import file_clock
from desktop_app.documents.media import HEAD, PDF, PICTURES, media_type
from desktop_app.errors import AttachmentError
from desktop_app.whole_file import write_whole

REGISTERED: Final = "registered"
#: Names of the files that are shown, before their content is looked at.
_ENDINGS: Final = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".bmp", ".webp", ".gif"})
#: Seconds after which a file that was not changed is complete, if its end is there.
_STILL: Final = 10.0
#: Bytes at the end of a file in which its end mark stands.
_TAIL: Final = 2048
_END_MARKS: Final = {PDF: b"%%EOF", "image/png": b"IEND", "image/jpeg": b"\xff\xd9"}
#: How many files are listed, the newest first, and how many are remembered.
MOST: Final = 200
_MOST_REMEMBERED: Final = 2000
_MEMORY: Final = "registered-scans.json"


@dataclass(frozen=True, slots=True)
class Scan:
    """A file of the folder; `changed` in nanoseconds since 1970."""

    path: Path
    size: int
    changed: int

    @property
    def name(self) -> str:
        return self.path.name


class ScanFolder:
    """`memory` is the folder of this PC in which files are remembered that could not be moved."""

    def __init__(self, folder: Path, memory: Path, clock: Callable[[], float] = file_clock) -> None:
        self.folder = folder
        self._memory, self._clock = memory / _MEMORY, clock
        #: Files of the last look, to notice those that still grow.
        self._seen: frozenset[Scan] = frozenset()
        #: Files whose end was found: they are not opened again at the next look.
        self._whole: frozenset[Scan] = frozenset()

    def waiting(self) -> tuple[Scan, ...]:
        """Returns the complete files that are not registered yet, the newest first.

        A file is complete if it was the same at the last look, or for some seconds, and has its end mark. Raises
        `AttachmentError` where the folder cannot be read.
        """
        found = self._files()
        before, self._seen = self._seen, frozenset(found)
        known = self._remembered()
        still = (self._clock() - _STILL) * 1e9
        complete = [
            scan
            for scan in found
            if (scan in before or scan.changed < still)
            and _key(scan) not in known
            and (scan in self._whole or _has_its_end(scan))
        ]
        self._whole = frozenset(complete)
        return tuple(sorted(complete, key=lambda scan: (-scan.changed, scan.name))[:MOST])

    def contains(self, path: Path) -> bool:
        """Returns whether a path is that of a file of this folder."""
        return path.parent == self.folder

    def claim(self, path: Path) -> Path:
        """Takes a file for a registration, before anybody else does; returns where it is now.

        Raises `AttachmentError` if a colleague took it meanwhile.
        """
        target = self._free(path.name)
        try:
            target.parent.mkdir(exist_ok=True)
            held_files.rename(path, target)
        except FileNotFoundError as error:
            raise AttachmentError(reason="taken", name=path.name) from error
        except OSError as error:
            if not path.exists():
                raise AttachmentError(reason="taken", name=path.name) from error
            # The folder cannot be written: the file stays, and is remembered once it is registered.
            return path
        return target

    def give_back(self, claimed: Path, path: Path) -> None:
        """Puts a claimed file back, after a registration that failed."""
        if claimed != path and not path.exists():
            with suppress(OSError):
                held_files.rename(claimed, path)

    def keep(self, claimed: Path) -> None:
        """Remembers a registered file that could not be moved. A moved one needs no memory."""
        if not self.contains(claimed):
            return
        with suppress(OSError):
            known = [*self._remembered(), _key(_found_at(claimed))][-_MOST_REMEMBERED:]
            write_whole(self._memory, json.dumps(known, ensure_ascii=False).encode())

    def _files(self) -> list[Scan]:
        found: list[Scan] = []
        try:
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    hidden = entry.name.startswith((".", "~"))
                    if hidden or Path(entry.name).suffix.lower() not in _ENDINGS:
                        continue
                    # A file may be gone meanwhile; Windows tells an entry old times, so the file is asked.
                    with suppress(FileNotFoundError):
                        if entry.is_file(follow_symlinks=False):
                            found.append(_found_at(Path(entry.path)))
        except OSError as error:
            raise AttachmentError(reason="no_folder", name=str(self.folder)) from error
        return found

    def _remembered(self) -> tuple[str, ...]:
        try:
            known = json.loads(self._memory.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ()
        return tuple(str(one) for one in known) if isinstance(known, list) else ()

    def _free(self, name: str) -> Path:
        """Returns a path in the folder of registered files that no file has."""
        target, number = self.folder / REGISTERED / name, 1
        while os.path.lexists(target):
            number += 1
            target = target.with_name(f"{Path(name).stem} ({number}){Path(name).suffix}")
        return target


def _found_at(path: Path) -> Scan:
    status = path.stat()
    return Scan(path, status.st_size, status.st_mtime_ns)


def _key(scan: Scan) -> str:
    return f"{scan.name}|{scan.size}|{scan.changed}"


def _has_its_end(scan: Scan) -> bool:
    """Returns whether this is a PDF or a picture whose end was written."""
    try:
        with scan.path.open("rb") as file:
            kind = media_type(file.read(HEAD))
            file.seek(max(0, scan.size - _TAIL))
            tail = file.read(_TAIL)
    except OSError:
        # Windows lets nobody read a file while the scanner writes it.
        return False
    return (kind == PDF or kind in PICTURES) and _END_MARKS.get(kind, b"") in tail
