"""The boxes of the building panel: one for each choice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import fill, translate
from ui.comparison.building_state import Suggestion, TakenChange
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.painting import fill_rounded
from ui.widgets.plain import LinkLabel, PlainLabel

_LONGEST = 160


class TakenBox(QWidget):
    """A change taken from the older side. Its name selects the change, the cross gives it back."""

    def __init__(self, taken: TakenChange, put_back: Callable[[], None], chosen: SignalInstance) -> None:
        super().__init__()
        self.taken = taken
        change = taken.change
        name = (
            PlainLabel(taken.title, "secondary", "warn")
            if change is None
            else LinkLabel(taken.title, lambda: chosen.emit(change), "secondary")
        )
        self.remove = IconButton(
            "ph.x", translate("Comparison", "Take from the newer revision again"), icon_side=12
        )
        self.remove.clicked.connect(lambda _checked=False: put_back())
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        if taken.summary:
            words.addWidget(PlainLabel(taken.summary, "header", "text2", elide=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 4, 6)
        row.addLayout(words, 1)
        row.addWidget(self.remove)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        fill_rounded(QPainter(self), QRectF(self.rect()), theme().base, 6, theme().line2)


class SuggestionBox(QWidget):
    """A suggested wording: its text, the replaced text, the author, and whether it is taken."""

    def __init__(self, suggestion: Suggestion, toggle: Callable[[], None]) -> None:
        super().__init__()
        self.thread_id, self._taken = suggestion.thread, suggestion.taken
        words = (
            translate("Comparison", "Take back") if suggestion.taken else translate("Comparison", "Take it")
        )
        self.button = Button(words, size="small", icon="ph.check" if suggestion.taken else None)
        self.button.setEnabled(suggestion.taken or suggestion.possible)
        self.button.clicked.connect(lambda _checked=False: toggle())
        self._note = PlainLabel(
            translate("Comparison", "Its words are not in this text."), "header", "warn", wrap=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 6, 6)
        column.setSpacing(2)
        column.addWidget(PlainLabel(_short(suggestion.words), "secondary", wrap=True))
        instead = fill(translate("Comparison", "instead of: “{quote}”"), quote=_short(suggestion.quote))
        column.addWidget(PlainLabel(instead, "header", "text2", wrap=True))
        column.addWidget(self._note)
        foot = QHBoxLayout()
        foot.addWidget(PlainLabel(suggestion.author, "header", "text2", elide=True), 1)
        foot.addWidget(self.button)
        column.addLayout(foot)
        self.show_place(suggestion.possible)

    def show_place(self, found: bool) -> None:
        """Shows or hides the note that the text to be replaced was not found."""
        self._note.setVisible(not found)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        border = theme().accent if self._taken else theme().line2
        fill_rounded(QPainter(self), QRectF(self.rect()), theme().base, 6, border)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …"
