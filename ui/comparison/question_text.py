"""The text of an article in a question, with the words that it shares with another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.comparison.result import Range
from ui.guard import guarded
from ui.theme import appearance, theme
from ui.theme_tokens import RADIUS_MARK
from ui.widgets.comparison_view.layouts import ProvisionLayout, Styled, lay_out

#: The ground of a word ends above and below the line, so that those of adjacent lines stay separate.
_INSET = 3.0


class QuestionText(QWidget):
    """Code points `place` of a text, as stored, as high as its lines. `quiet` text is in the secondary colour."""

    def __init__(
        self,
        text: str,
        place: Range,
        label: Range | None,
        shared: Sequence[Range] = (),
        *,
        quiet: bool = False,
    ) -> None:
        super().__init__()
        self._text, self._place, self._label, self._quiet = text, place, label, quiet
        self.shared = tuple(shared)
        self._block: tuple[int, ProvisionLayout] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text[slice(*place)])
        appearance().theme_changed.connect(self._on_theme_changed)

    def mark(self, shared: Sequence[Range]) -> None:
        """Sets the shared words, in code points of the whole text."""
        self.shared = tuple(shared)
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        width = max(self.width(), 120)
        return QSize(width, self.heightForWidth(width))

    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        return self._lines(width).height

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, block = QPainter(self), theme(), self._lines(self.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = [box for place in self.shared for box in block.rectangles(*place)]
        painter.setPen(now.accsoft)
        painter.setBrush(now.accsoft)
        for box in boxes:
            painter.drawRoundedRect(box.adjusted(-2, _INSET, 2, -_INSET), RADIUS_MARK, RADIUS_MARK)
        for paragraph in block.paragraphs:
            painter.setPen(now.text2 if self._quiet else now.text)
            at = QPointF(paragraph.left, paragraph.top)
            paragraph.layout.draw(painter, at, [], QRectF(event.rect()))
        for box in boxes:
            painter.fillRect(QRectF(box.left() - 2, box.bottom() - _INSET, box.width() + 4, 1), now.accent)

    def _lines(self, width: int) -> ProvisionLayout:
        if self._block is None or self._block[0] != width:
            colour = "text2" if self._quiet else None
            styles = [Styled(*self._place, colour)] if colour else []
            if self._label is not None:
                styles.append(Styled(*self._label, colour, bold=True))
            self._block = width, lay_out(self._text, self._place, max(width, 40), styles)
        return self._block[1]

    def _on_theme_changed(self) -> None:
        self._block = None
        self.updateGeometry()
        self.update()
