"""The table of events, newest first, one line each; a grey bar while a row is loading."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.reports.trail_rows import TrailRow
from desktop_app.wording import translate
from ui.administration.history_model import HistoryColumn, HistoryModel, cell_words
from ui.guard import guarded
from ui.theme import font, theme
from ui.theme_tokens import COLUMN_HEADER, ROW
from ui.widgets.painting import Mirror, draw_text, fill_rounded, hairline
from ui.widgets.rows import draw_row_ground

_WIDTHS: Final = {
    HistoryColumn.TIME: 142,
    HistoryColumn.PERSON: 118,
    HistoryColumn.ITEM: 196,
    HistoryColumn.ACT: 128,
}
_LEADING: Final = 16
_GAP: Final = 10
_NARROWEST: Final = 120
#: Columns hidden first in a narrow window.
_GIVEN_UP: Final = (HistoryColumn.WHAT, HistoryColumn.PERSON)


class HistoryTable(QTableView):
    """`picked` emits the selected event, or None."""

    picked = Signal(object)

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setHorizontalHeader(_Header(self))
        self.setModel(model)
        self.setItemDelegate(_Delegate(model, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("HistoryPanel", "Events of the history"))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        self._above = 0
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_data)

    def current_row(self) -> TrailRow | None:
        """Returns the selected event."""
        rows = self.selectionModel().selectedRows()
        return self._rows.row_at(rows[0].row()) if rows else None

    def select(self, row: int) -> None:
        """Selects a row and scrolls to it."""
        index = self._rows.index(row, HistoryColumn.TIME)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    @guarded(None)
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802
        super().selectionChanged(selected, deselected)
        self.picked.emit(self.current_row())

    def current_place(self) -> int:
        """Returns the selected row; 0 without a selection."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else 0

    def _remember(self) -> None:
        """Stores the distance of the selection from the top of the viewport, in pixels; -1 if scrolled to the top."""
        at_top = self.verticalScrollBar().value() == 0
        self._above = -1 if at_top else self.current_place() * ROW - self.verticalScrollBar().value()

    def _on_reset(self) -> None:
        if not self._rows.rowCount():
            self.picked.emit(None)
            return
        self.select(self._rows.place)
        if self._above >= 0 and self._rows.place:
            self.verticalScrollBar().setValue(self._rows.place * ROW - self._above)

    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        rows = self.selectionModel().selectedRows()
        # The selected row may have been loading until now.
        if rows and first.row() <= rows[0].row() <= last.row():
            self.picked.emit(self.current_row())

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Gives the remaining width to the last column; a narrow window hides columns."""
        room = self.viewport().width()
        hidden: set[HistoryColumn] = set()
        for column in ((), *_GIVEN_UP):
            if isinstance(column, HistoryColumn):
                hidden.add(column)
            used = sum(width for which, width in _WIDTHS.items() if which not in hidden)
            if room - used >= (0 if HistoryColumn.WHAT in hidden else _NARROWEST):
                break
        narrower = max(used - room, 0)
        last = HistoryColumn.ACT if HistoryColumn.WHAT in hidden else HistoryColumn.WHAT
        for column in HistoryColumn:
            self.setColumnHidden(column, column in hidden)
            if column not in hidden:
                self.setColumnWidth(column, _WIDTHS.get(column, _NARROWEST))
        # Where nothing is left to hide, codes of items are elided before words of acts are cut.
        self.setColumnWidth(HistoryColumn.ITEM, _WIDTHS[HistoryColumn.ITEM] - narrower)
        others = sum(_WIDTHS[which] for which in _WIDTHS if which not in hidden and which is not last)
        self.setColumnWidth(last, max(room - others + narrower, _NARROWEST))


class _Header(QHeaderView):
    """Column names without sorting: the order is always newest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFixedHeight(COLUMN_HEADER)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @guarded(None)
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        box, now = QRectF(rect), theme()
        painter.save()
        painter.fillRect(box, now.pane)
        hairline(painter, box)
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        draw_text(painter, _inner(box, HistoryColumn(logicalIndex)), words, font("header"), now.text2)
        painter.restore()


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: HistoryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model

    @guarded(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, column = QRectF(option.rect), HistoryColumn(index.column())
        painter.save()
        draw_row_ground(painter, rect, option.state, leading_cell=index.column() == 0)
        self._draw(painter, rect, column, index)
        painter.restore()

    def _draw(
        self,
        painter: QPainter,
        rect: QRectF,
        column: HistoryColumn,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box = _inner(rect, column)
        row = self._rows.row_at(index.row())
        if row is None:
            self._rows.data(index)  # requests the chunk
            bar = Mirror.of(box).at(0, box.width() * 0.6, top=box.center().y() - 4, height=8)
            fill_rounded(painter, bar, theme().press, 4)
            return
        ink = theme().text if column in (HistoryColumn.ACT, HistoryColumn.PERSON) else theme().text2
        which = font("interface") if column is HistoryColumn.ACT else font("secondary")
        draw_text(painter, box, cell_words(row, column), which, ink)


def _inner(box: QRectF, column: HistoryColumn) -> QRectF:
    leading = _LEADING if column is HistoryColumn.TIME else 0
    return Mirror.of(box).at(leading, max(0.0, box.width() - leading - _GAP))
