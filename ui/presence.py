"""Reports the position of this window and receives those of colleagues, without blocking anything."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.database.changes import Changed
from desktop_app.errors import AppError
from desktop_app.staff.presence import BEATS_EVERY, OpenItem, Presence, Present
from desktop_app.staff.roles import Actor
from ui import jobs

#: Interval in milliseconds at which the window is asked for its position, without accessing the database.
_LOOKS_EVERY: Final = 500
_NEVER: Final = float("-inf")


class PresenceWatch(QObject):
    """Emits `found` with the colleagues (a tuple of `Present`) after each query."""

    found = Signal(object)

    def __init__(
        self, presence: Presence, actor: Actor, place: Callable[[], OpenItem | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._presence, self._actor, self._place = presence, actor, place
        self._reported: OpenItem | None = None
        self._asked = _NEVER
        self._asking = self._again = False
        self._look_timer = QTimer(self, interval=_LOOKS_EVERY)
        self._look_timer.timeout.connect(self.look)
        self._expiry = QTimer(self, singleShot=True)
        self._expiry.timeout.connect(self._ask)

    def start(self) -> None:
        self._look_timer.start()

    def stop(self) -> None:
        """Stops reporting, and removes the position of this window."""
        self._expiry.stop()
        if self._look_timer.isActive():
            self._look_timer.stop()
            if self._reported is not None:
                jobs.run(self, self._presence.leave, lambda _: None, lambda _: None)

    def hear(self, changed: Changed) -> None:
        """Queries immediately if somebody started or stopped writing at the current item.

        Other positions arrive with the next regular report; otherwise two hundred clients would query at
        every keystroke.
        """
        if not self._look_timer.isActive():
            return
        here = self._place()
        # ("", 0) stands for any change (another program wrote the file, or after an outage).
        if ("", 0) in changed or (here is not None and ("presence", here.item_id) in changed):
            self._ask()

    def look(self) -> None:
        """Reports the position if it changed, or if the last report is some seconds old.

        While an answer is under way it waits for the next look.
        """
        if self._asking:
            return
        place = self._place()
        if place != self._reported or time.monotonic() - self._asked >= BEATS_EVERY:
            self._ask(place)

    def _ask(self, place: OpenItem | None = None) -> None:
        if self._asking:
            # The answer may not include changes made after the query was sent.
            self._again = True
            return
        self._asking, self._again = True, False
        self._asked = time.monotonic()
        reported, place = self._reported, place or self._place()
        presence, actor = self._presence, self._actor

        def work() -> tuple[Present, ...]:
            if place is not None:
                return presence.report(actor, place)
            if reported is not None:
                presence.leave()
            return presence.others(actor)

        jobs.run(self, work, lambda found: self._on_found(place, found), self._on_trouble)

    def _on_found(self, place: OpenItem | None, found: tuple[Present, ...]) -> None:
        self._asking, self._reported = False, place
        if found and self._look_timer.isActive():
            # A killed client sends nothing, so query again when its report expires.
            self._expiry.start(round(1000 * max(0.1, min(one.holds for one in found))) + 50)
        self.found.emit(found)
        if self._again and self._look_timer.isActive():
            self._ask()

    def _on_trouble(self, error: Exception) -> None:
        # The window shows the outage by itself.
        self._asking = self._again = False
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
