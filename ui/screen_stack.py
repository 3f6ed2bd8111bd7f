"""The screens of a window: each is built when it is first visited, and joined to the window by its signals."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import translate
from ui.sign_in.window_lock import has_unsaved_text
from ui.widgets.rail import RailItem
from ui.workplace import Screen, Workplace

ScreenFactory = Callable[[Workplace], Screen]
INBOX: Final = "inbox"
_ADMINISTRATION: Final = "administration"


def offered(actor: Actor, there: Container[str]) -> list[RailItem]:
    """The screens of those that are `there` that the person's roles open, in the order of the rail."""
    administers = actor.has(Role.ADMINISTRATOR) or actor.has(Role.MANAGER)
    items = (
        RailItem(INBOX, "ph.tray", translate("Window", "Inbox")),
        RailItem("drafts", "ph.files", translate("Window", "Drafts")),
        RailItem("comments", "ph.chat-circle-text", translate("Window", "Public comments")),
        RailItem("comparison", "ph.columns", translate("Window", "Comparison")),
        RailItem("people", "ph.users-three", translate("Window", "Petitioners")),
        RailItem("reports", "ph.chart-bar", translate("Window", "Reports")),
        RailItem(_ADMINISTRATION, "ph.gear-six", translate("Window", "Administration"), apart=True),
    )
    return [item for item in items if item.name in there and (administers or item.name != _ADMINISTRATION)]


class ScreenStack(QStackedWidget):
    """Passes on what its screens tell; `counted` with the name of the screen."""

    counted = Signal(str, int)
    navigate = Signal(str, object)
    title_changed = Signal()
    message = Signal(str, object)
    trouble = Signal(object)

    def __init__(self, workplace: Workplace, factories: Mapping[str, ScreenFactory]) -> None:
        super().__init__()
        self._workplace, self._factories = workplace, factories
        #: The screens that were visited.
        self.screens: dict[str, Screen] = {}

    def bring(self, name: str) -> Screen:
        """The screen `name`, in front."""
        screen = self.screens.get(name) or self._make(name)
        self.setCurrentWidget(screen)
        return screen

    def roles_changed(self) -> list[str]:
        """Tells every screen that the person's roles are others now; returns the names of those that are gone, to be
        built anew: they offered what the roles were, and nothing is being typed in them."""
        gone = []
        for name, screen in list(self.screens.items()):
            if screen.roles_changed() or has_unsaved_text(screen):
                continue
            gone.append(name)
            del self.screens[name]
            self.removeWidget(screen)
            screen.deleteLater()
        return gone

    def _make(self, name: str) -> Screen:
        screen = self.screens[name] = self._factories[name](self._workplace)
        screen.count_changed.connect(lambda count: self.counted.emit(name, count))
        screen.navigate.connect(self.navigate)
        screen.title_changed.connect(self.title_changed)
        screen.message.connect(self.message)
        screen.trouble.connect(self.trouble)
        self.addWidget(screen)
        return screen
