"""Counted views above the list: those that fit, and a menu of the others; a menu of all saved views."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QWidget

from desktop_app.persian.text import visible_controls
from desktop_app.petitions.lists.inbox import View
from desktop_app.wording import translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.signals import ID
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.menu_below import popup_below
from ui.widgets.painting import hairline, set_margins
from ui.widgets.tabs import ViewTabs

_SAVED: Final = "saved:"
_LONGEST: Final = 24
#: Margins and gaps of the row, and the width below which only views and a menu are in it, in pixels.
_EDGES: Final = 60
_TIGHT: Final = 560


class ViewsBar(QWidget):
    """`view_chosen` carries the `View`, `saved_chosen` the id of a saved view. `show_view` emits neither."""

    view_chosen = Signal(object)
    saved_chosen = Signal(ID)
    import_asked = Signal()
    overdue_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._built_in = [(view.value, label("view", view.value)) for view in View]
        self._saved: tuple[tuple[str, str], ...] = ()
        self._shown = View.ALL.value
        self.tabs = ViewTabs(
            self._built_in, translate("Inbox", "Views"), alarming=frozenset({View.LATE.value})
        )
        self.tabs.changed.connect(self._on_changed)
        row = QHBoxLayout(self)
        set_margins(row, 18, 0, 16, 0)
        row.setSpacing(8)
        self._saved_words = translate("SavedViews", "Saved")
        self.saved = Button(
            self._saved_words,
            "ghost",
            icon="ph.bookmark-simple",
            menu_caret=True,
            size="small",
        )
        self.saved.setAccessibleName(self._saved_words)
        self.import_button = IconButton("ph.download-simple", translate("Inbox", "Import petitions"))
        self.import_button.clicked.connect(lambda _checked=False: self.import_asked.emit())
        words = translate("Escalation", "Overdue petitions of my units")
        self.overdue_button = IconButton("ph.timer", words, key="G, D")
        self.overdue_button.clicked.connect(lambda _checked=False: self.overdue_asked.emit())
        self.rest_button = IconButton("ph.dots-three", translate("Inbox", "Further views"))
        self.rest_button.clicked.connect(lambda _checked=False: self.open_rest())
        self._rest: list[tuple[str, str]] = []
        #: Buttons that give way to entries of the menu where there is little room.
        self._tools = QWidget()
        self._tool_buttons: list[QAbstractButton] = []
        self._tool_row = QHBoxLayout(self._tools)
        self._tool_row.setContentsMargins(0, 0, 0, 0)
        self._tool_row.setSpacing(8)
        for part in (self.tabs, self.rest_button):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self.saved)
        row.addWidget(self._tools)
        for button in (self.overdue_button, self.import_button):
            self.offer(button)

    def offer(self, button: QAbstractButton) -> None:
        """Adds a button at the end of the row."""
        self._tool_buttons.append(button)
        self._tool_row.addWidget(button)
        self._fit()

    def rest_menu(self) -> QMenu:
        """Returns the menu of what has no room in the row: views, and commands."""
        menu = QMenu(self)
        for code, name in self._rest:
            count = self.tabs.counts.get(code, "")
            words = name.replace("&", "&&") + (f"  {count}" if count else "")
            menu.addAction(words, partial(self._on_rest_chosen, code))
        if self._tools.isHidden():
            menu.addSeparator()
            for button in self._tool_buttons:
                if not button.isHidden():
                    menu.addAction(button.accessibleName(), button.click)
        return menu

    def open_rest(self) -> QMenu:
        """Shows the menu below its button."""
        menu, button = self.rest_menu(), self.rest_button
        menu.aboutToHide.connect(menu.deleteLater)
        popup_below(menu, button, 2)
        return menu

    def _on_rest_chosen(self, code: str) -> None:
        self._on_changed(code)
        self._fit()

    def show_view(self, view: View, saved: int | None = None) -> None:
        """Marks the current view; a saved one by its id."""
        self._shown = view.value if saved is None else f"{_SAVED}{saved}"
        self._fit()

    def show_counts(self, counts: dict[View, int]) -> None:
        for view, count in counts.items():
            self.tabs.show_count(view.value, count)

    def know_saved(self, views: Sequence[tuple[int, str, str]], shown: int | None) -> None:
        """Sets the saved views: id, name, count as text. `shown` is the id of the current one."""
        self._saved = tuple(
            (f"{_SAVED}{number}", visible_controls(name)[:_LONGEST]) for number, name, _ in views
        )
        if shown is not None:
            self._shown = f"{_SAVED}{shown}"
        self._fit()
        for number, _, count in views:
            self.tabs.show_count(f"{_SAVED}{number}", count)
        self._fit()

    def _fit(self) -> None:
        """Shows as many views as fit, and always the current one; the others are in a menu."""
        tight = self.width() < _TIGHT
        self._tools.setHidden(tight)
        self.saved.setText("" if tight else self._saved_words)
        room = self.width() - self.saved.sizeHint().width() - _EDGES
        if not tight:
            room -= self._tool_row.sizeHint().width() + 8
        every = [*self._built_in, *self._saved]
        code = self._shown if self._shown in dict(every) else View.ALL.value
        views = [view for view in every if view[0] == code]
        # A saved view that does not fit is in the menu of saved views already.
        needs_menu = tight or self.tabs.width_of(self._built_in) > room
        room -= self.rest_button.width() + 8 if needs_menu else 0
        for view in every:
            wider = [known for known in every if known in views or known is view]
            if view not in views and self.tabs.width_of(wider) <= room:
                views = wider
        self._rest = [view for view in self._built_in if view not in views]
        self.rest_button.setHidden(not needs_menu)
        self.tabs.set_views(views, code)

    def _on_changed(self, code: str) -> None:
        self._shown = code
        if code.startswith(_SAVED):
            self.saved_chosen.emit(int(code.removeprefix(_SAVED)))
        else:
            self.view_chosen.emit(View(code))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        hairline(painter, box)
