"""Decides what is compared of the files with which the program was started, once or several times."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

#: Seconds that a single file waits for a second one: a file manager starts the program once for each.
MOMENT: Final = 1.5
#: The files of one comparison.
MOST: Final = 2


class HandedFiles:
    """Files that wait to be compared, the older text first. A single one is joined by the next that arrives."""

    def __init__(self, files: Sequence[Path] = ()) -> None:
        self._waiting = tuple(files[:MOST])

    @property
    def waiting(self) -> tuple[Path, ...]:
        return self._waiting

    @property
    def complete(self) -> bool:
        """Whether nothing more is needed for a comparison."""
        return len(self._waiting) == MOST

    def add(self, files: Sequence[Path]) -> None:
        """Adds files. What is more than a pair begins anew; the same file again changes nothing."""
        if len(files) == 1 and len(self._waiting) == 1:
            if files[0] != self._waiting[0]:
                self._waiting = (*self._waiting, files[0])
        elif files:
            self._waiting = tuple(files[:MOST])

    def take(self) -> tuple[Path, ...]:
        """Returns what waited, once."""
        taken, self._waiting = self._waiting, ()
        return taken
