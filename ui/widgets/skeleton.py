"""A placeholder while data loads: grey lines in the shape of the content. Shown only after a moment."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import ROW
from ui.widgets.painting import Mirror, fill_rounded, hairline

Shape = Literal["rows", "text"]
#: Loading that takes less than so many milliseconds shows no skeleton, which would only flicker.
PATIENCE = 150
_TEXT_LINES = (0.94, 0.98, 0.9, 0.96, 0.62, 0.0, 0.92, 0.97, 0.88, 0.5)


class Skeleton(QWidget):
    """Rows of a list, or lines of a text."""

    def __init__(
        self, shape: Shape = "rows", parent: QWidget | None = None, *, patience: int = PATIENCE
    ) -> None:
        super().__init__(parent)
        self._shape: Shape = shape
        self._drawn = False
        self._timer = QTimer(self, singleShot=True, interval=patience)
        self._timer.timeout.connect(self._reveal)

    def _reveal(self) -> None:
        self._drawn = True
        self.update()

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drawn = False
        self._timer.start()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._drawn:
            return
        painter = QPainter(self)
        if self._shape == "rows":
            self._draw_rows(painter)
        else:
            self._draw_text(painter)

    def _draw_rows(self, painter: QPainter) -> None:
        now = theme()
        for number in range(self.height() // ROW):
            row = QRectF(0, number * ROW, self.width(), ROW)
            mirror = Mirror.of(row)
            top = row.center().y()
            widths = (58, self.width() * (0.26 + 0.05 * (number * 7 % 4)), 80, 60)
            offset = 24.0
            for at, width in enumerate(widths):
                height = 18 if at == 0 else 8
                if offset + width > self.width() - 16:
                    break
                fill_rounded(
                    painter, mirror.at(offset, width, top=top - height / 2, height=height), now.press, 4
                )
                offset += width + 24
            hairline(painter, row)

    def _draw_text(self, painter: QPainter) -> None:
        mirror = Mirror.of(QRectF(self.rect()))
        for number, part in enumerate(_TEXT_LINES):
            if part:
                box = mirror.at(16, (self.width() - 32) * part, top=20 + number * 26, height=9)
                fill_rounded(painter, box, theme().press, 4)
