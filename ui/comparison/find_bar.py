"""The find bar for both texts: a field, the number of matches, previous and next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.wording import fill, translate
from ui import jobs
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import IconButton
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.search_box import PAUSE, SearchBox


class _FindField(SearchBox):
    """Passes Escape on to the bar, which closes. The query is kept for the next time."""

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


class FindBar(QWidget):
    """Emits `wanted` with the query and whether to search backwards, and `closed` when it is hidden."""

    wanted = Signal(str, bool)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(44)
        self.field = _FindField(translate("Comparison", "Find in both texts"))
        self.field.setFixedWidth(320)
        self._found = PlainLabel("", "secondary", "text2")
        previous = IconButton("ph.caret-up", translate("Comparison", "Previous place"), key="Shift+Return")
        following = IconButton("ph.caret-down", translate("Comparison", "Next place"), key="Return")
        close = IconButton("ph.x", translate("Comparison", "Close"), key="Esc")
        row = QHBoxLayout(self)
        set_margins(row, 16, 0, 8, 0)
        row.setSpacing(8)
        for widget in (self.field, previous, following, self._found):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(close)
        # Typing searches after a pause. Enter searches at once, and then goes to the next match.
        self._pause = jobs.Debouncer(self, PAUSE, lambda: self._want(backwards=False))
        self.field.textEdited.connect(lambda _words: self._pause.start())
        self.field.searched.connect(self._on_emptied)
        previous.clicked.connect(lambda: self._want(backwards=True))
        following.clicked.connect(lambda: self._want(backwards=False))
        close.clicked.connect(self.put_away)
        self.hide()

    def open_bar(self, words: str = "") -> None:
        """Shows the bar and focuses its field."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus()
        self.field.selectAll()

    def put_away(self) -> None:
        """Hides the bar."""
        self.hide()
        self.closed.emit()

    def show_found(self, number: int, total: int) -> None:
        """Shows the number of the current match and the total."""
        if not self.field.text().strip():
            self._found.setText("")
        elif not total:
            self._found.setText(translate("Comparison", "Not found on either side"))
        else:
            self._found.setText(fill(translate("Comparison", "{n} of {total}"), n=number, total=total))

    def words(self) -> str:
        """Returns the text about the matches."""
        return self._found.text()

    def _on_emptied(self, words: str) -> None:
        if not words:
            self._want(backwards=False)

    def _want(self, *, backwards: bool) -> None:
        self._pause.stop()
        self.wanted.emit(self.field.text(), backwards)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._want(backwards=back)
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        hairline(painter, QRectF(self.rect()))
