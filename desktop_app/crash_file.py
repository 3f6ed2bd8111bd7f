"""A crash of the process itself, such as a bad memory access in a library: written down, and told at the next start.

The interpreter writes the functions that ran, without values, to a file that is open from the start on: after such a
crash nothing can be opened any more. An orderly end deletes the file. On Windows it may also hold exceptions that a
library handled itself, so its words alone are no sign of a crash.
"""

from __future__ import annotations

import faulthandler
import logging
from contextlib import suppress
from pathlib import Path
from typing import IO, Final
from zlib import crc32

#: At most so many bytes of the file are read: a crash of a hundred threads has fewer.
_MOST: Final = 200_000
_log: Final = logging.getLogger("mosharekat.crash")


def crash_path(data_folder: Path, database: str = "") -> Path:
    """Returns the file of the window of a data folder; a `database` that a start named itself is another window."""
    mark = f"-{crc32(database.encode('utf-8', 'surrogatepass')):08x}" if database else ""
    return data_folder / f"crash{mark}.txt"


class CrashFile:
    """The file of one window (`only_window`). Where it cannot be written, crashes are not caught."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def catch(self) -> str:
        """Starts to catch crashes; returns what the last window left behind, empty after an orderly end."""
        left = self._read()
        if left:
            _log.critical("the last window ended in a crash\n%s", left)
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb", buffering=0)
            faulthandler.enable(self._file)
        return left

    def release(self) -> None:
        """Ends the catching in order; what was written meanwhile goes to the log."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        survived = self._read()
        if survived:
            _log.warning("the window went on after\n%s", survived)
        with suppress(OSError):
            self._path.unlink()

    def _read(self) -> str:
        with suppress(OSError), self._path.open("rb") as file:
            return file.read(_MOST).decode("utf-8", "replace").strip()
        return ""
