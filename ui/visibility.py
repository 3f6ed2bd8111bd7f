"""Whether the database is reachable, for all buttons and shortcuts that write to it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, Signal


class Reach(QObject):
    """A single instance: set by the window that watches the connection, and observed by writing buttons."""

    #: Emitted with True when the database becomes unreachable.
    changed = Signal(bool)
    #: A shortcut was pressed for a command that needs the database.
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.away = False

    def set_away(self, away: bool) -> None:
        """Sets the state of the connection."""
        if away != self.away:
            self.away = away
            self.changed.emit(away)


@lru_cache(maxsize=1)
def reach() -> Reach:
    """Returns the single instance."""
    return Reach()
