"""Renames and deletes files that another program holds for a moment: tries again, for less than a second in all.

On Windows a virus scanner or an indexer opens each new file, and a rename or a deletion fails meanwhile.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

T = TypeVar("T")
#: ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION. The first may also be final.
_HELD: Final = frozenset({5, 32, 33})
#: Seconds before each further try.
PAUSES: Final = (0.02, 0.05, 0.1, 0.2, 0.4)


def is_held(error: OSError) -> bool:
    """Whether another program may have the file open; never so on other systems, where that does not matter."""
    return getattr(error, "winerror", None) in _HELD


def persistently(act: Callable[[], T], pause: Callable[[float], object] = time.sleep) -> T:
    """Returns the result of `act`, and tries again while the file is held. Raises the last OSError."""
    for seconds in PAUSES:
        try:
            return act()
        except OSError as error:
            if not is_held(error):
                raise
        pause(seconds)
    return act()


def replace(source: Path, target: Path) -> None:
    """Renames a file; an existing `target` is replaced. Raises OSError."""
    persistently(lambda: os.replace(source, target))


def rename(source: Path, target: Path) -> None:
    """Renames a file or folder. On Windows an existing `target` raises FileExistsError. Raises OSError."""
    persistently(lambda: os.rename(source, target))


def remove(path: Path) -> None:
    """Deletes a file; a missing one is no error. Raises OSError."""
    with suppress(FileNotFoundError):
        persistently(lambda: os.unlink(path))
