"""The list and the details pane side by side; in a narrow window, the pane lies over most of the list."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ui import jobs
from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import MOST

#: Widths in logical pixels: of the pane beside the list, its bounds, and of the pane over the list.
WIDTH: Final = 408
_NARROWEST: Final = 360
_WIDEST: Final = 720
_OVER: Final = 560
#: The pane has a place beside the list from this width on.
BESIDE_FROM: Final = 1180
#: Below this width the pane over the list leaves only a strip of it.
_STRIP_BELOW: Final = 900
_STRIP: Final = 56
BORDER: Final = 1
#: Pause in milliseconds after which a dragged border is remembered.
_SETTLES: Final = 400


def width_over(room: int, wanted: int = 0) -> int:
    """Returns the width of a pane in a main area that is `room` wide; `wanted` applies where it fits, 0 is usual."""
    if room >= BESIDE_FROM:
        return wanted or WIDTH
    return max(min(_OVER, room - _STRIP) if room >= _STRIP_BELOW else room - _STRIP, 1)


def place_exactly(splitter: QSplitter) -> None:
    """Leaves a pixel at the right: Qt places the parts of a right-to-left splitter one pixel too far there."""
    splitter.setContentsMargins(0, 0, int(splitter.isRightToLeft()), 0)


class BesideTheList(QSplitter):
    """`narrow_changed` is emitted when the pane no longer fits beside the list, or does again.

    Its second value tells that the window kept its width: something else took the room, or gave it back.
    """

    narrow_changed = Signal(bool, bool)
    #: The person dragged the border; carries the width of the pane.
    width_chosen = Signal(int)

    def __init__(self, side: QWidget, details: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._side, self._details = side, details
        self.full = False
        self.narrow = False
        self._window_width = 0
        self._width = WIDTH
        self.setChildrenCollapsible(False)
        self.setHandleWidth(BORDER)
        place_exactly(self)
        side.setMinimumWidth(_STRIP)
        self.addWidget(side)
        self.addWidget(details)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.splitterMoved.connect(self._on_moved)
        self._settled = jobs.Debouncer(self, _SETTLES, lambda: self.width_chosen.emit(self._width))
        self._fit()

    def use_width(self, width: int) -> None:
        """Gives the pane the width that the person chose earlier; 0 for the usual one."""
        self._width = min(max(width, _NARROWEST), _WIDEST) if width else WIDTH
        self._fit()

    def show_full(self, full: bool) -> None:
        """Gives the whole width to the pane, in place of the list; or places it beside the list again."""
        self.full = full
        self._side.setVisible(not full)
        self._fit()

    def _fit(self) -> None:
        width = self.width()
        if self.full:
            self._details.setMinimumWidth(1)
            self._details.setMaximumWidth(MOST)
        elif self.narrow:
            self._details.setFixedWidth(width_over(width))
        else:
            self._details.setMinimumWidth(_NARROWEST)
            self._details.setMaximumWidth(min(_WIDEST, max(width - _NARROWEST, _NARROWEST)))
            self.setSizes([width - self._width - BORDER, self._width])
        self.handle(1).setEnabled(not self.narrow)

    def _on_moved(self) -> None:
        self._width = self._details.width()
        self._settled.start()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < BESIDE_FROM
        changed = narrow != self.narrow
        self.narrow = narrow
        same_window = self.window().width() == self._window_width
        self._window_width = self.window().width()
        self._fit()
        super().resizeEvent(event)
        if changed:
            self.narrow_changed.emit(narrow, same_window)

    @guarded(cast(QSplitterHandle, None))
    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        return _Border(self.orientation(), self)


class _Border(QSplitterHandle):
    """A line that can be dragged."""

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        # The mask of a handle is wider than the line, so that it is easy to grab.
        ink = theme().edge if self.underMouse() and self.isEnabled() else theme().line
        QPainter(self).fillRect(QRectF(self.contentsRect()), ink)
