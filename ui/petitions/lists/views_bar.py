"""Counted views above the list: the built-in ones, the saved ones that fit, and a menu of all saved views."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.persian.text import visible_controls
from desktop_app.petitions.lists.inbox import View
from desktop_app.wording import translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.signals import ID
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.painting import hairline, set_margins
from ui.widgets.tabs import ViewTabs

_SAVED: Final = "saved:"
_LONGEST: Final = 24


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
        #: Total width of the buttons that were added later, in pixels.
        self._further = 0
        self.tabs = ViewTabs(self._built_in, alarming=frozenset({View.LATE.value}))
        self.tabs.changed.connect(self._on_changed)
        row = QHBoxLayout(self)
        set_margins(row, 18, 0, 16, 0)
        row.setSpacing(8)
        self.saved = Button(
            translate("SavedViews", "Saved"),
            "ghost",
            icon="ph.bookmark-simple",
            menu_caret=True,
            size="small",
        )
        self.import_button = IconButton("ph.download-simple", translate("Inbox", "Import petitions"))
        self.import_button.clicked.connect(lambda _checked=False: self.import_asked.emit())
        words = translate("Escalation", "Overdue petitions of my units")
        self.overdue_button = IconButton("ph.timer", words, key="G, D")
        self.overdue_button.clicked.connect(lambda _checked=False: self.overdue_asked.emit())
        row.addWidget(self.tabs)
        row.addStretch()
        row.addWidget(self.saved)
        row.addWidget(self.overdue_button)
        row.addWidget(self.import_button)
        self._row = row

    def offer(self, button: QWidget) -> None:
        """Adds a button at the end of the row."""
        self._row.addWidget(button)
        self._further += button.sizeHint().width() + 8
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
        """Shows as many saved views as fit, and always the current one."""
        room = self.width() - self.saved.sizeHint().width() - self.import_button.width() - self._further - 60
        if self.overdue_button.isVisibleTo(self):
            room -= self.overdue_button.sizeHint().width() + 8
        first = [view for view in self._saved if view[0] == self._shown]
        views = [*self._built_in, *first]
        for view in self._saved:
            if view not in first and self.tabs.width_of([*views, view]) <= room:
                views.append(view)
        code = self._shown if self._shown in dict(views) else View.ALL.value
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
