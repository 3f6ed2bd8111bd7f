"""Whether the database can be reached just now: what every button and key that writes to it looks at."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, Signal


class Reach(QObject):
    """One for the program: the window that watches the connection sets it, buttons that write follow it."""

    #: Whether the database is away from now on.
    changed = Signal(bool)
    #: A key was pressed for what has to wait until the database is back.
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.away = False

    def set_away(self, away: bool) -> None:
        """The connection went, or came back."""
        if away != self.away:
            self.away = away
            self.changed.emit(away)


@lru_cache(maxsize=1)
def reach() -> Reach:
    """The one."""
    return Reach()
