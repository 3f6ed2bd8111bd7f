"""Says where this window is, and learns where the colleagues are; nothing of it ever stands in anybody's way."""

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

#: How often the window is asked where it is, in milliseconds; no database is asked for that.
_LOOKS_EVERY: Final = 500
_NEVER: Final = float("-inf")


class PresenceWatch(QObject):
    """`found` carries the colleagues, a tuple of `Present`, each time they were asked for."""

    found = Signal(object)

    def __init__(
        self, presence: Presence, actor: Actor, place: Callable[[], OpenItem | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._presence, self._actor, self._place = presence, actor, place
        self._said: OpenItem | None = None
        self._asked = _NEVER
        self._asking = self._again = False
        self._look_timer = QTimer(self, interval=_LOOKS_EVERY)
        self._look_timer.timeout.connect(self.look)
        self._expiry = QTimer(self, singleShot=True)
        self._expiry.timeout.connect(self._ask)

    def start(self) -> None:
        self._look_timer.start()

    def stop(self) -> None:
        """Says nothing more, but that this window is gone."""
        self._expiry.stop()
        if self._look_timer.isActive():
            self._look_timer.stop()
            if self._said is not None:
                jobs.run(self, self._presence.leave, lambda _: None, lambda _: None)

    def hear(self, changed: Changed) -> None:
        """Somebody began or ceased to write: here, so ask at once. Who writes elsewhere comes with the next word of
        this window; where two hundred work, each would else ask after every keystroke of all the others."""
        if not self._look_timer.isActive():
            return
        here = self._place()
        # Told of anything (a file's other program, or after an outage): here as well.
        if ("", 0) in changed or (here is not None and ("presence", here.item_id) in changed):
            self._ask()

    def look(self) -> None:
        """Says where the window is, if it is elsewhere than it was, or was not heard of for some seconds."""
        place = self._place()
        if place != self._said or time.monotonic() - self._asked >= BEATS_EVERY:
            self._ask(place)

    def _ask(self, place: OpenItem | None = None) -> None:
        if self._asking:
            # What was told after the question went out is not in its answer.
            self._again = True
            return
        self._asking, self._again = True, False
        self._asked = time.monotonic()
        said, place = self._said, place or self._place()
        presence, actor = self._presence, self._actor

        def work() -> tuple[Present, ...]:
            if place is not None:
                return presence.stand(actor, place)
            if said is not None:
                presence.leave()
            return presence.others(actor)

        jobs.run(self, work, lambda found: self._on_found(place, found), self._on_trouble)

    def _on_found(self, place: OpenItem | None, found: tuple[Present, ...]) -> None:
        self._asking, self._said = False, place
        if found and self._look_timer.isActive():
            # One that was killed says nothing; the others look when its last word ceases to hold.
            self._expiry.start(round(1000 * max(0.1, min(one.holds for one in found))) + 50)
        self.found.emit(found)
        if self._again and self._look_timer.isActive():
            self._ask()

    def _on_trouble(self, error: Exception) -> None:
        # The window tells by itself that the database is away.
        self._asking = self._again = False
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
