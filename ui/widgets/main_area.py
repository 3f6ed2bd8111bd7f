"""The content of a window: the area beside the navigation rail, and messages over its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import RADIUS_AREA
from ui.widgets.message_bar import MessageBar
from ui.widgets.painting import right_to_left, set_margins
from ui.widgets.rail import FOLDED_WIDTH, Rail

#: The rail folds to icons in a window that is narrower, in logical pixels.
FOLDS_BELOW = 1200
_ABOUT_ITS_SIZE = (QEvent.Type.Show, QEvent.Type.LayoutRequest)


class MainArea(QWidget):
    """Bars above the screens. The corner towards the rail is rounded; the other corners are outside of the window."""

    def __init__(self, bars: Sequence[QWidget], screens: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        set_margins(column, 1, 1, 0, 0)
        column.setSpacing(0)
        for bar in bars:
            column.addWidget(bar)
        column.addWidget(screens, 1)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.chrome)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.line, 1))
        painter.setBrush(now.pane)
        beyond = 2.0 * RADIUS_AREA
        left, right = (-beyond, -0.5) if right_to_left() else (0.5, beyond)
        painter.drawRoundedRect(box.adjusted(left, 0.5, right, beyond), RADIUS_AREA, RADIUS_AREA)


class WindowBody(QWidget):
    """The content of a window: the rail, the area beside it, and messages over the foot of the area.

    A message moves nothing. It lies at the foot of the widget that `message_place` returns.
    """

    def __init__(
        self, rail: Rail, area: QWidget, message_bar: MessageBar, message_place: Callable[[], QWidget]
    ) -> None:
        super().__init__()
        self._rail, self._message_bar, self._message_place = rail, message_bar, message_place
        self._place = area
        #: A pane that lies over the details, beside which messages lie.
        self.over: QWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addWidget(area, 1)
        # Of the folded rail, which an open one must not prevent.
        self.setMinimumWidth(FOLDED_WIDTH + area.minimumSizeHint().width())
        message_bar.setParent(self)
        message_bar.installEventFilter(self)
        area.installEventFilter(self)

    def lie_over(self, pane: QWidget) -> None:
        """Lets messages give way to a pane over the details, which is a child of this widget."""
        self.over = pane
        pane.installEventFilter(self)

    def _lay_message(self) -> None:
        bar, place = self._message_bar, self._message_place()
        if bar.isHidden():
            return
        if place is not self._place:
            if isValid(self._place):
                self._place.removeEventFilter(self)
            self._place = place
            place.installEventFilter(self)
            bar.leave_place()
            if bar.isHidden():
                return
        free = QRect(place.mapTo(self, QPoint(0, 0)), place.size())
        if self.over is not None and self.over.isVisible() and free.intersects(self.over.geometry()):
            taken = self.over.geometry()
            if right_to_left():
                free.setLeft(taken.right() + 1)
            else:
                free.setRight(taken.left() - 1)
        height = max(bar.sizeHint().height(), bar.heightForWidth(free.width()), bar.minimumHeight())
        bar.setGeometry(free.x(), free.bottom() + 1 - height, free.width(), height)
        bar.raise_()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        laid = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
        changed = watched in (self._place, self.over) and event.type() in laid
        if changed or (watched is self._message_bar and event.type() in _ABOUT_ITS_SIZE):
            self._lay_message()
            if event.type() == QEvent.Type.Hide:
                # A stack of pages hides the old page before it has the new one.
                QTimer.singleShot(0, self, self._lay_message)
        return super().eventFilter(watched, event)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.fold(self.width() < FOLDS_BELOW)
        self._lay_message()
