"""The strip under a list or comparison that is being exported: progress, stop button, then links to the file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.wording import fill, translate
from ui.errors import sentence
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.theme_tokens import MESSAGE_BAR
from ui.widgets.button import Button, IconButton
from ui.widgets.painting import Mirror, fill_rounded, hairline, set_margins
from ui.widgets.plain import PlainLabel

_LOOKS = {
    "working": ("infobg", "info", "ph.export"),
    "note": ("infobg", "info", "ph.info"),
    "done": ("accsoft", "accent", "ph.check-circle"),
    "error": ("dangerbg", "danger", "ph.warning-circle"),
}


class ExportBar(QWidget):
    """The strip; hidden while there is nothing to show. It never takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self._look = "working"
        self._stop: Callable[[], object] | None = None
        self._open: tuple[Callable[[], object], Callable[[], object]] | None = None
        self.setMinimumHeight(MESSAGE_BAR)
        self._words = PlainLabel(parent=self)
        self._notes = PlainLabel(wrap=True, parent=self)
        self._notes.setContentsMargins(0, 0, 0, 8)
        self.progress = ShareBar()
        self.stop_button = Button(translate("Comparison", "Stop"), "link", size="small")
        self.file_button = Button(translate("Comparison", "Open the file"), "link", size="small")
        self.folder_button = Button(translate("Comparison", "Open the folder"), "link", size="small")
        self._close = IconButton("ph.x", translate("Comparison", "Close the message"), icon_side=14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        set_margins(row, 44, 0, 8, 0)
        row.setSpacing(12)
        column.addLayout(row)
        below = QHBoxLayout()
        set_margins(below, 44, 0, 16, 0)
        below.addWidget(self._notes)
        column.addLayout(below)
        buttons = (self.stop_button, self.file_button, self.folder_button)
        for widget in (self._words, self.progress, *buttons):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self._close)
        for button in (*buttons, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stop_button.clicked.connect(self._on_stop)
        self.file_button.clicked.connect(lambda _checked=False: self._opened(0))
        self.folder_button.clicked.connect(lambda _checked=False: self._opened(1))
        self._close.clicked.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The displayed text; empty while the strip is hidden."""
        return "" if self.isHidden() else " ".join(filter(None, (self._words.text(), self._notes.text())))

    def show_work(self, words: str, stop: Callable[[], object]) -> None:
        """Shows that work has begun; `stop` is called by the stop button."""
        self._stop = stop
        self.progress.show_progress(0, None)
        self._show("working", words)

    def show_progress(self, done: int, total: int | None) -> None:
        """Shows how much of the work is done."""
        self.progress.show_progress(done, total)

    def show_done(
        self,
        words: str,
        open_file: Callable[[], object] | None,
        open_folder: Callable[[], object] | None,
        notes: str = "",
    ) -> None:
        """Shows that the work is done, with buttons that open the file and its folder if both are given.

        `notes` may be several sentences; they are below.
        """
        self._open = (open_file, open_folder) if open_file and open_folder else None
        self._show("done", words, notes)

    def show_note(self, words: str) -> None:
        """Shows a neutral message."""
        self._show("note", words)

    def show_trouble(self, trouble: str | AppError) -> None:
        """Shows an error as a sentence."""
        self._show("error", trouble if isinstance(trouble, str) else sentence(trouble))

    def _show(self, look: str, words: str, notes: str = "") -> None:
        self._look = look
        self._words.setText(words)
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))
        self.setAccessibleName(" ".join(filter(None, (words, notes))))
        working = look == "working"
        self.progress.setVisible(working)
        self.stop_button.setVisible(working)
        for button in (self.file_button, self.folder_button):
            button.setVisible(look == "done" and self._open is not None)
        self._close.setVisible(not working)
        self.show()
        self.update()

    def _on_stop(self) -> None:
        if self._stop is not None:
            self._stop()

    def _opened(self, which: int) -> None:
        if self._open is not None:
            self._open[which]()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        ground, ink, icon = _LOOKS[self._look]
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().colour(ground))
        hairline(painter, box, top=True)
        paint_icon(painter, Mirror.of(box).at(16, 18), icon, theme().colour(ink))


class ShareBar(QWidget):
    """A progress bar; it is filled to a third while the total is unknown."""

    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_progress(self, done: int, total: int | None) -> None:
        self._share = min(1.0, done / total) if total else None
        percent = round((self._share or 0.0) * 100)
        self.setAccessibleName(fill(translate("Comparison", "{percent}% done"), percent=percent))
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(160, 6)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        fill_rounded(painter, box, theme().line2, 3)
        share = 1 / 3 if self._share is None else self._share
        fill_rounded(painter, Mirror.of(box).at(0, box.width() * share), theme().accent, 3)
