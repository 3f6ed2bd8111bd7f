"""The screens of a window: each is created on its first visit, and connected to the window by signals."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import translate
from ui.widgets.rail import RailItem
from ui.widgets.unsaved import has_unsaved_text
from ui.workplace import Screen, Workplace

if TYPE_CHECKING:
    from desktop_app.services import Services

#: Creates a screen with its final parent.
ScreenFactory = Callable[["Workplace[Services]", QWidget], Screen]
INBOX: Final = "inbox"
COMPARISON: Final = "comparison"
#: What every screen works in: the main area of a window of 960 × 600 with a folded rail, without the top bar and two
#: bars of news below it; the area has a line above.
SMALLEST: Final = QSize(896, 463)
_ADMINISTRATION: Final = "administration"


def offered(actor: Actor, there: Container[str]) -> list[RailItem]:
    """Returns the available screens that the roles of the person allow, in the order of the rail."""
    administers = actor.has(Role.ADMINISTRATOR) or actor.has(Role.MANAGER)
    items = (
        RailItem(INBOX, "ph.tray", translate("Window", "Inbox")),
        RailItem("drafts", "ph.files", translate("Window", "Drafts")),
        RailItem("comments", "ph.chat-circle-text", translate("Window", "Public comments")),
        RailItem(COMPARISON, "ph.columns", translate("Window", "Comparison")),
        RailItem("people", "ph.users-three", translate("Window", "Petitioners")),
        RailItem("reports", "ph.chart-bar", translate("Window", "Reports")),
        RailItem(_ADMINISTRATION, "ph.gear-six", translate("Window", "Administration"), apart=True),
    )
    return [item for item in items if item.name in there and (administers or item.name != _ADMINISTRATION)]


class ScreenHistory:
    """The visited screens with their items, for going back and forward."""

    def __init__(self) -> None:
        self._visits: list[tuple[str, object]] = []
        self._place = -1

    @property
    def name(self) -> str:
        """The current screen; empty before the first visit."""
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
        """Records a visit; the same screen without an item is ignored."""
        if item is not None or name != self.name:
            del self._visits[self._place + 1 :]
            self._visits.append((name, item))
            self._place += 1

    def remember(self, item: object) -> None:
        """Stores what the present screen shows, for going back to it."""
        self._visits[self._place] = (self.name, item)

    def step(self, by: int) -> bool:
        """Goes back (-1) or forward (1), if possible."""
        possible = 0 <= self._place + by < len(self._visits)
        self._place += by if possible else 0
        return possible

    def keep_to(self, names: Container[str]) -> None:
        """Removes screens that are no longer offered."""
        behind = self._visits[: self._place + 1]
        self._visits = [visit for visit in self._visits if visit[0] in names]
        self._place = sum(visit[0] in names for visit in behind) - 1
        if self._place < 0 and self._visits:
            self._place = 0


class ScreenStack(QStackedWidget):
    """Forwards the signals of its screens; `counted` has the name of the screen."""

    counted = Signal(str, int)
    navigate = Signal(str, object)
    title_changed = Signal()
    message = Signal(str, object)
    refused = Signal(str)
    trouble = Signal(object)
    setting_chosen = Signal(str, object)

    def __init__(self, workplace: Workplace[Services], factories: Mapping[str, ScreenFactory]) -> None:
        super().__init__()
        # A screen folds when it becomes small. What it needs until then must not hold the window open.
        self.setMinimumSize(SMALLEST)
        self._workplace, self._factories = workplace, factories
        #: The visited screens.
        self.screens: dict[str, Screen] = {}

    def bring(self, name: str) -> Screen:
        """Brings the screen `name` to the front and returns it."""
        screen = self.screens.get(name) or self._make(name)
        self.setCurrentWidget(screen)
        return screen

    def roles_changed(self) -> list[str]:
        """Notifies all screens of changed roles; returns the names of removed ones, which will be created again.

        A screen is removed if it depends on the roles and has no unsaved text.
        """
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
        # Use the final parent from the start: reparenting would restyle every widget.
        screen = self.screens[name] = self._factories[name](self._workplace, self)
        screen.count_changed.connect(lambda count: self.counted.emit(name, count))
        screen.navigate.connect(self.navigate)
        screen.title_changed.connect(self.title_changed)
        screen.message.connect(self.message)
        screen.refused.connect(self.refused)
        screen.trouble.connect(self.trouble)
        screen.setting_chosen.connect(self.setting_chosen)
        self.addWidget(screen)
        return screen
