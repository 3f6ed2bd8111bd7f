"""The parts of the filter sentence that do not fit on one line, behind one chip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.wording import fill, translate
from ui.widgets.chip import FilterChip
from ui.widgets.menu_below import popup_below


@dataclass(frozen=True)
class SentencePart:
    """A part of the sentence: its name, its widgets in reading order, and the words of its chip."""

    name: str
    widgets: tuple[QWidget, ...]
    words: Callable[[], str]


class FoldedConditions(FilterChip):
    """Counts the parts behind it, and offers them in a menu."""

    #: Name of the condition to change, or to remove.
    change_asked = Signal(str)
    drop_asked = Signal(str)

    def __init__(self, commands: Sequence[tuple[Callable[[], str], Callable[[], object]]]) -> None:
        super().__init__("", is_set=True, icon="ph.plus")
        self._commands = commands
        self._parts: tuple[SentencePart, ...] = ()
        self._set_names: frozenset[str] = frozenset()
        self.clicked.connect(lambda _checked=False: self.open_menu())

    def show_parts(
        self, parts: Sequence[SentencePart], set_names: frozenset[str], *, some_in_sight: bool
    ) -> None:
        """Stands for these parts. `set_names` are the conditions that are set, here or in sight."""
        self._parts, self._set_names = tuple(parts), set_names
        count = sum(part.name in set_names for part in parts)
        self.set_icon_name("ph.plus" if some_in_sight else "ph.funnel-simple")
        if not count:
            words = translate("Inbox", "Conditions")
        elif some_in_sight:
            words = fill(translate("Inbox", "{count} more"), count=count)
        else:
            words = fill(translate("Inbox", "{count} conditions"), count=count)
        self.show_condition(words, is_set=bool(count))

    def parts_menu(self) -> QMenu:
        """Returns the menu: each part, then the commands of the bar."""
        menu = QMenu(self)
        for part in self._parts:
            words = part.words().replace("&", "&&")
            if part.name not in self._set_names:
                menu.addAction(words, partial(self.change_asked.emit, part.name))
                continue
            inner = menu.addMenu(words)
            inner.addAction(translate("Inbox", "Change …"), partial(self.change_asked.emit, part.name))
            inner.addAction(translate("Inbox", "Remove"), partial(self.drop_asked.emit, part.name))
        menu.addSeparator()
        for title, act in self._commands:
            menu.addAction(title(), act)
        return menu

    def open_menu(self) -> QMenu:
        """Shows the menu below the chip."""
        menu = self.parts_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        popup_below(menu, self, 2)
        return menu
