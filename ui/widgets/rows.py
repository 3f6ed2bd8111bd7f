"""What every row of a list is drawn on: ground of hover and selection, leading bar, hairline."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import ROW
from ui.widgets.painting import Mirror, hairline


def draw_row_ground(
    painter: QPainter,
    rect: QRectF,
    state: QStyle.StateFlag,
    *,
    leading_cell: bool = True,
    focus_ring: bool = False,
    line: bool = True,
    bar: bool = True,
) -> None:
    """The ground of a row (or of one cell of it; then `leading_cell` tells whether the bar stands in it)."""
    now = theme()
    # Asked whether it is in it: each `&` of two flags makes a new one, for each cell of a frame.
    selected = QStyle.StateFlag.State_Selected in state
    if selected:
        painter.fillRect(rect, now.ink("sel"))
    elif QStyle.StateFlag.State_MouseOver in state:
        painter.fillRect(rect, now.ink("hover"))
    if line:
        hairline(painter, rect)
    if selected and leading_cell and bar:
        painter.fillRect(Mirror.of(rect).at(0, 3), now.ink("accent"))
    if focus_ring and selected and QStyle.StateFlag.State_HasFocus in state:
        painter.save()
        painter.setPen(now.ink("accent"))
        painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5))
        painter.drawRect(rect.adjusted(1.5, 1.5, -2.5, -2.5))
        painter.restore()


class RowDelegate(QStyledItemDelegate):
    """A delegate of rows of one height; a subclass draws in `draw`, which is guarded here."""

    def __init__(self, parent: QWidget | None = None, *, height: int = ROW, line: bool = True) -> None:
        super().__init__(parent)
        self._height = height
        self._line = line

    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draws what stands in the row (or cell) over its ground. `rect` is in pixels of the viewport."""
        raise NotImplementedError

    @guarded(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect)
        painter.save()
        leading = index.column() == 0
        draw_row_ground(painter, rect, option.state, leading_cell=leading, line=self._line)
        self.draw(painter, rect, option, index)
        painter.restore()

    @guarded(QSize(0, ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(0, self._height)
