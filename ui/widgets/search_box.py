"""A search field: a magnifying glass at its leading edge, a key cap or a cross at its trailing one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import jobs
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import Mirror, draw_key_cap, key_cap_width, right_to_left
from ui.widgets.text_field import Gaps, TextField

#: The debounce time before `searched` is emitted, in milliseconds.
PAUSE = 250


class SearchBox(TextField):
    """Emits `searched` after a pause in typing, and at once on Enter (with `submitted`); Escape clears it."""

    searched = Signal(str)
    submitted = Signal(str)

    def __init__(
        self,
        placeholder: str,
        *,
        key: str | None = None,
        pause: int = PAUSE,
        gaps: Gaps | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder, gaps=gaps, parent=parent)
        self._key = key
        self.setPlaceholderText(placeholder)
        trailing = 36 if key is None else round(key_cap_width(key)) + 16
        # Text margins are left and right; the leading edge is right on a right-to-left page.
        margins = (trailing - 12, 0, 24, 0) if right_to_left() else (24, 0, trailing - 12, 0)
        self.setTextMargins(*margins)
        self._emitted = ""
        self._timer = jobs.Debouncer(self, pause, self._emit)
        #: Whether the text was edited since: the same words typed again are another search.
        self._edited = False
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self._on_return)

    def clear_search(self) -> None:
        """Clears the field and emits `searched`."""
        self.clear()
        self._emit()

    def _on_edited(self, _text: str) -> None:
        self._edited = True
        self._timer.start()

    def _on_return(self) -> None:
        self._emit()
        self.submitted.emit(self.text().strip())

    def _emit(self) -> None:
        self._timer.stop()
        now = self.text().strip()
        if now != self._emitted or self._edited:
            self._emitted, self._edited = now, False
            self.searched.emit(now)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_search()
            event.accept()
            return
        super().keyPressEvent(event)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.text() and self._trailing().contains(event.position()):
            self.clear_search()
            return
        super().mousePressEvent(event)

    def _trailing(self) -> QRectF:
        return Mirror.of(QRectF(self.rect())).at(self.width() - 32, 32)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, box, now = QPainter(self), QRectF(self.rect()), theme()
        mirror = Mirror.of(box)
        paint_icon(painter, mirror.at(10, 16), "ph.magnifying-glass", now.text2)
        if self.text():
            paint_icon(painter, mirror.at(box.width() - 26, 14), "ph.x", now.text2)
        elif self._key is not None:
            width = key_cap_width(self._key)
            draw_key_cap(painter, mirror.at(box.width() - width - 10, width), self._key, now.text2, now.line2)
