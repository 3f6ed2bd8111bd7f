"""Connects the screens to the activity of colleagues: changes, presence, and the state of the connection."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.database.changes import Changed
from desktop_app.staff.presence import OpenItem, Present
from ui.connection import ConnectionWatch
from ui.own_roles import OwnRoles
from ui.presence import PresenceWatch
from ui.widgets.top_bar import ConnectionLabel
from ui.workplace import Screen, Workplace

if TYPE_CHECKING:
    from desktop_app.services import Services


class Colleagues(QObject):
    """Forwards changes of others: to the current screen immediately, to other screens on their next visit."""

    def __init__(
        self,
        workplace: Workplace[Services],
        label: ConnectionLabel,
        screens: Mapping[str, Screen],
        front: Callable[[], Screen | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._screens, self._front = screens, front
        self._unseen: dict[str, Changed] = {}
        self.watch = ConnectionWatch(workplace.services, label, self)
        self.presence = PresenceWatch(workplace.services.presence, workplace.actor, self._place, self)
        self.roles = OwnRoles(workplace, self)
        self.watch.changed.connect(self._on_changed)
        self.watch.changed.connect(self.presence.hear)
        self.watch.changed.connect(self.roles.hear)
        self.presence.found.connect(self._on_present)

    def start(self) -> None:
        """Starts listening and reporting presence."""
        self.watch.start()
        self.presence.start()
        self.roles.start()

    def stop(self) -> None:
        self.watch.stop()
        self.presence.stop()
        self.roles.stop()

    def visit(self, name: str) -> None:
        """Delivers the pending changes when the screen `name` comes to the front."""
        unseen = self._unseen.pop(name, None)
        if unseen and name in self._screens:
            self._screens[name].others_changed(unseen)

    def _on_changed(self, changed: Changed) -> None:
        front = self._front()
        for name, screen in self._screens.items():
            if screen is front:
                screen.others_changed(changed)
            else:
                self._unseen[name] = self._unseen.get(name, frozenset()) | changed

    def _place(self) -> OpenItem | None:
        front = self._front()
        return None if front is None or front.window().isMinimized() else front.place()

    def _on_present(self, present: Sequence[Present]) -> None:
        for screen in self._screens.values():
            screen.show_present(present)
