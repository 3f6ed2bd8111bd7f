"""Popup over a pane, below one of its lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from ui import jobs
from ui.guard import guarded
from ui.theme_tokens import MOST
from ui.widgets.painting import right_to_left
from ui.widgets.pane_scroll import PaneScroll

_MOST_HIGH: Final = 460
#: Where less room is left below the line, the popup moves up; in pixels.
_LEAST_HIGH: Final = 180
_MARGIN: Final = 16
#: Between the frame of the popup and its parts.
_EDGE: Final = 12


class PanePopup(QFrame):
    """Scrollable popup that keeps its place while the pane changes its size.

    `top` returns its upper edge, and `widest` is its largest width; in pixels of the pane. Escape or a focus
    elsewhere closes it.
    """

    def __init__(self, pane: QWidget, name: str, top: Callable[[], int], widest: int = MOST) -> None:
        super().__init__(pane)
        self.setAccessibleName(name)
        self._pane, self._top, self._widest = pane, top, widest
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.setObjectName("popup")
        self._area = PaneScroll("base")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.column.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(self._area)
        # The parts of the pane have their places only after the pane has its size.
        self._settled = jobs.Debouncer(self, 0, self._place)
        pane.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def add(self, part: QWidget) -> None:
        self._area.column.addWidget(part)

    def open(self) -> None:
        """Shows the popup, as high as its content, the pane below its upper edge or `_MOST_HIGH` pixels allow."""
        self._area.column.addStretch()
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        pane = self._pane
        self.setFixedWidth(max(1, min(self._widest, pane.width() - 2 * _MARGIN)))
        page = self._area.widget()
        assert page is not None
        page.adjustSize()
        wanted = page.sizeHint().height()
        if page.hasHeightForWidth():
            wanted = page.heightForWidth(self.width() - 2 * _EDGE)
        top = self._top()
        room = pane.height() - top - 2 * _EDGE - _MARGIN
        self._area.setFixedHeight(min(_MOST_HIGH, wanted + 4, max(room, _LEAST_HIGH)))
        self.adjustSize()
        left = pane.width() - self.width() - _MARGIN if right_to_left() else _MARGIN
        self.move(left, max(0, min(top, pane.height() - self.height())))

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pane and event.type() == QEvent.Type.Resize and self.isVisible():
            self._settled.start()
        return super().eventFilter(watched, event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            event.accept()
            return
        super().keyPressEvent(event)


def close_if_open(popup: PanePopup | None) -> bool:
    """Closes a popup; returns whether it was open."""
    if popup is None or not shiboken6.isValid(popup) or not popup.isVisible():
        return False
    return popup.close()
