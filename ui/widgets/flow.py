"""A layout that places widgets in lines from the leading edge and wraps at the width."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.guard import guarded
from ui.widgets.painting import right_to_left

_NO_ITEM: Final[QLayoutItem | None] = None


class FlowLayout(QLayout):
    """Lines of equal height; an item wider than a line is cut to it. Hidden widgets take no space."""

    def __init__(self, line_height: int, spacing: int, margins: tuple[int, int, int, int]) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._line, self._gap = line_height, spacing
        #: A cache of heights by width, because Qt asks repeatedly; cleared when the layout changes.
        self._heights: dict[int, int] = {}
        self.setContentsMargins(*margins)

    @guarded(None)
    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    @guarded(0)
    def count(self) -> int:
        return len(self._items)

    @guarded(_NO_ITEM)
    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    @guarded(_NO_ITEM)
    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @guarded(Qt.Orientation(0))
    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    @guarded(False)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return height

    @guarded(None)
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(200, self._line)

    @guarded(QSize())
    def minimumSize(self) -> QSize:  # noqa: N802
        return QSize(200, self._line)

    @guarded(None)
    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        edges = self.contentsMargins()
        room = max(rect.width() - edges.left() - edges.right(), 1)
        offset = line = 0
        shown = [item for item in self._items if self._is_shown(item)]
        for item in shown:
            size = item.sizeHint()
            width = min(size.width(), room)
            if offset and offset + width > room:
                offset, line = 0, line + 1
            if move:
                left = edges.left() + offset
                if right_to_left():
                    left = rect.width() - edges.right() - offset - width
                top = edges.top() + line * self._line + (self._line - size.height()) // 2
                item.setGeometry(QRect(rect.left() + left, rect.top() + top, width, size.height()))
            offset += width + self._gap
        return edges.top() + (line + 1) * self._line + edges.bottom()

    @staticmethod
    def _is_shown(item: QLayoutItem) -> bool:
        widget = item.widget()
        return isinstance(widget, QWidget) and not widget.isHidden()
