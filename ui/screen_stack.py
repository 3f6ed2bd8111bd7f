"""The screens of a window: each is built when it is first visited, and joined to the window by its signals."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import translate
from ui.widgets.rail import RailItem
from ui.widgets.unsaved import has_unsaved_text
from ui.workplace import Screen, Workplace

if TYPE_CHECKING:
    from desktop_app.services import Services

#: Makes a screen in the place where it will stand.
ScreenFactory = Callable[["Workplace[Services]", QWidget], Screen]
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


class ScreenHistory:
    """The screens that were visited, with the item on each: the way back and forth."""

    def __init__(self) -> None:
        self._visits: list[tuple[str, object]] = []
        self._place = -1

    @property
    def name(self) -> str:
        """The screen in front; nothing before the first."""
        return self.here[0] if self._visits else ""

    @property
    def here(self) -> tuple[str, object]:
        return self._visits[self._place]

    @property
    def has_back(self) -> bool:
        return self._place > 0

    @property
    def has_forward(self) -> bool:
        return self._place < len(self._visits) - 1

    def visit(self, name: str, item: object) -> None:
        """From here to a screen; the same screen without an item is no step."""
        if item is not None or name != self.name:
            del self._visits[self._place + 1 :]
            self._visits.append((name, item))
            self._place += 1

    def step(self, by: int) -> bool:
        """Goes back (-1) or forth (1), where there is a way."""
        possible = 0 <= self._place + by < len(self._visits)
        self._place += by if possible else 0
        return possible

    def keep_to(self, names: Container[str]) -> None:
        """Forgets the screens that are offered no more."""
        behind = self._visits[: self._place + 1]
        self._visits = [visit for visit in self._visits if visit[0] in names]
        self._place = sum(visit[0] in names for visit in behind) - 1
        if self._place < 0 and self._visits:
            self._place = 0


class ScreenStack(QStackedWidget):
    """Passes on what its screens tell; `counted` with the name of the screen."""

    counted = Signal(str, int)
    navigate = Signal(str, object)
    title_changed = Signal()
    message = Signal(str, object)
    trouble = Signal(object)

    def __init__(self, workplace: Workplace[Services], factories: Mapping[str, ScreenFactory]) -> None:
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
        gone, kept = [], self._workplace.unfinished.is_kept
        for name, screen in list(self.screens.items()):
            if screen.roles_changed() or has_unsaved_text(screen, kept=kept):
                continue
            gone.append(name)
            del self.screens[name]
            self.removeWidget(screen)
            screen.deleteLater()
        return gone

    def _make(self, name: str) -> Screen:
        # In its place from the beginning: to be brought there later, every widget of it would be styled anew.
        screen = self.screens[name] = self._factories[name](self._workplace, self)
        screen.count_changed.connect(lambda count: self.counted.emit(name, count))
        screen.navigate.connect(self.navigate)
        screen.title_changed.connect(self.title_changed)
        screen.message.connect(self.message)
        screen.trouble.connect(self.trouble)
        self.addWidget(screen)
        return screen
