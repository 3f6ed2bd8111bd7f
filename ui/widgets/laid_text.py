"""A formatted text in the document font, as high as its content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.guard import guarded
from ui.theme import appearance, font, theme
from ui.theme_tokens import DOCUMENT_LINE, FontRole
from ui.widgets.plain import text_option


class LaidText(QWidget):
    """Scales with the documents. `height_changed` is emitted with the height in pixels."""

    height_changed = Signal(int)

    def __init__(self, style: FontRole = "document", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._layout = QTextLayout()
        self._height = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance().theme_changed.connect(self.set_again)

    def set_again(self) -> None:
        """Lays out the text again, after a change of theme or scale."""
        raise NotImplementedError

    def lay(self, shown: str, formats: Sequence[QTextLayout.FormatRange], *, rtl: bool) -> None:
        """Lays out a text; lines are separated by U+2028."""
        self._layout = QTextLayout(shown, font(self._style))
        self._layout.setTextOption(text_option(rtl=rtl))
        self._layout.setFormats(list(formats))
        self._break(self.width())
        self._tell()
        self.update()

    def _break(self, width: float) -> None:
        which = font(self._style)
        step = which.pointSizeF() * self.logicalDpiY() / 72 * DOCUMENT_LINE / 100
        self._layout.beginLayout()
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(60.0, width))
            line.setPosition(QPointF(0, top + (step - line.height()) / 2))
            top += step
        self._layout.endLayout()
        self._height = top if self._layout.text() else 0.0

    def _tell(self) -> None:
        height = round(self._height)
        self.setFixedHeight(height)
        self.height_changed.emit(height)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._break(self.width())
            self._tell()

    def draw_under(self, painter: QPainter) -> None:
        """Paints below the text; for subclasses."""

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        self.draw_under(painter)
        painter.setPen(theme().text)
        self._layout.draw(painter, QPointF(0, 0))


def range_boxes(layout: QTextLayout, start: int, end: int) -> Iterator[QRectF]:
    """Yields the boxes of the UTF-16 units from `start` to `end` of a layout, one for each line, in pixels."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            # The binding returns the position with the cursor.
            edges = [float(line.cursorToX(at)[0]) for at in (first, last)]  # type: ignore[index]
            left, right = min(edges), max(edges)
            yield QRectF(left, line.y(), right - left, line.height())
