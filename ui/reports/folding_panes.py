"""Panes beside each other with hairlines between them, which go below each other where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.guard import guarded
from ui.theme import theme
from ui.widgets.emptying import release
from ui.widgets.painting import hairline, right_to_left

#: Space in a pane, in pixels: at its sides, and above and below.
SIDE, ABOVE = 24, 14


class FoldingPanes(QWidget):
    """Panes in lines. A hidden pane leaves its room to the others of its line.

    `steps` are (least width of the widget in pixels, number of panes of each line), the widest first; the last one
    begins at 0. `shares` are the relative widths of the panes.
    """

    def __init__(
        self,
        panes: Sequence[QWidget],
        steps: Sequence[tuple[int, tuple[int, ...]]],
        shares: Sequence[int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._panes, self._steps = list(panes), list(steps)
        self._shares = list(shares or [1] * len(self._panes))
        self._lines: tuple[int, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for pane in self._panes:
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            pane.setSizePolicy(policy)
            pane.setParent(self)
        self._fold(self._steps[-1][1])

    def lines(self) -> tuple[int, ...]:
        """Returns the number of panes in each line."""
        return self._lines

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._fold(next(lines for least, lines in self._steps if width >= least))

    def _fold(self, lines: tuple[int, ...]) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        release(self._column)
        left = list(zip(self._panes, self._shares, strict=True))
        for count in lines:
            row = QHBoxLayout()
            row.setSpacing(0)
            for pane, share in left[:count]:
                row.addWidget(pane, share)
            self._column.addLayout(row)
            left = left[count:]
        self.updateGeometry()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, colour = QPainter(self), theme().line2
        shown, box = [pane for pane in self._panes if pane.isVisible()], QRectF(self.rect())
        for pane in shown:
            place = pane.geometry()
            hairline(painter, QRectF(0, place.top(), box.width(), place.height()), colour=colour)
            edge = place.right() + 1 if right_to_left() else place.left() - 1
            if 0 < edge < self.width() - 1:
                painter.fillRect(QRectF(edge - right_to_left(), place.top(), 1, place.height()), colour)


def pane(*parts: QWidget, spacing: int = 0) -> QWidget:
    """Returns a pane with widgets below each other, at its top."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(SIDE, ABOVE, SIDE, ABOVE)
    column.setSpacing(spacing)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return made
