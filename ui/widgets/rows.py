"""The model, view and delegate of every list whose rows are painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import ROW
from ui.widgets.painting import Mirror, hairline
from ui.widgets.plain import tip_text

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
#: The maximum length of a row's text: a view lays out all text that it gets.
LONGEST: Final = 200
_NOTHING: Final = cast(object, None)


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
    """Draws the background of a row, or of a cell; `leading_cell` is true for the cell that has the bar."""
    now = theme()
    # `in` instead of `&`, which creates a new flag object for every cell of every frame.
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


class RowsModel(QAbstractListModel, Generic[Row]):
    """A sequence of rows.

    `words` returns the text of a row, `spoken` its accessible text (default: `words`), and `tip` its tool tip in
    plain text. A row for which `heading` is true cannot be selected.
    """

    def __init__(
        self,
        words: Callable[[Row], str],
        parent: QObject | None = None,
        *,
        spoken: Callable[[Row], str] | None = None,
        tip: Callable[[Row], str] | None = None,
        heading: Callable[[Row], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._words, self._spoken, self._tip, self._heading = words, spoken or words, tip, heading

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replaces all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def continues(self, rows: Sequence[Row], key: Callable[[Row], object]) -> bool:
        """Returns whether `rows` start with rows of the same keys as the present ones."""
        count = len(self.rows)
        return count > 0 and [key(row) for row in rows[:count]] == [key(row) for row in self.rows]

    def update_rows(self, rows: Sequence[Row]) -> None:
        """Replaces the present rows in place and appends the remaining ones."""
        count = len(self.rows)
        self.rows = tuple(rows[:count])
        self.refresh(0, count - 1)
        self.append_rows(rows[count:])

    def append_rows(self, rows: Sequence[Row]) -> None:
        """Appends rows."""
        if rows:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self.rows += tuple(rows)
            self.endInsertRows()

    def refresh(self, first: int, last: int) -> None:
        """Notifies the views that these rows must be painted again."""
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))

    def row_at(self, number: int) -> Row | None:
        """Returns the row at an index; None if it is out of range."""
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def is_heading(self, row: Row) -> bool:
        """Returns whether a row is a heading."""
        return self._heading is not None and self._heading(row)

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index.row())
        if row is None or self.is_heading(row):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    @guarded(_NOTHING)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row)[:LONGEST]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and self._tip is not None:
            return tip_text(self._tip(row))
        return None


class RowList(QListView, Generic[Row]):
    """A view of a `RowsModel`.

    `draw` paints a row over the background for hover and selection; its rectangle is in pixels of the viewport.
    `height` is in pixels. With `key`, one row is current after `show_rows`. With `steady` too, rows with unchanged
    keys are replaced in place, without scrolling. With `smooth`, scrolling is by pixels instead of rows. With
    `one_click`, a single click opens a row.
    """

    #: Emitted with the current row, or None.
    picked = Signal(object)
    #: Emitted with the row that is opened by Enter, a double click, or (with `one_click`) a click.
    opened = Signal(object)

    def __init__(
        self,
        name: str,
        model: RowsModel[Row],
        draw: Callable[[QPainter, QRectF, Row], object],
        parent: QWidget | None = None,
        *,
        height: int | Callable[[Row], int] = ROW,
        line: bool = True,
        key: Callable[[Row], object] | None = None,
        steady: bool = False,
        smooth: bool = False,
        one_click: bool = False,
    ) -> None:
        super().__init__(parent)
        self.row_model = model
        self._key, self._steady, self._one_click = key, steady, one_click
        if model.parent() is None:
            model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self, model, draw, height, line=line))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(isinstance(height, int))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if smooth:
            self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current)
        (self.clicked if one_click else self.activated).connect(self._open)

    def rows(self) -> tuple[Row, ...]:
        """All rows in their order."""
        return self.row_model.rows

    def current(self) -> Row | None:
        """Returns the current row, or None."""
        return self.row_model.row_at(self.currentIndex().row())

    def show_rows(self, rows: Sequence[Row], key: object = None) -> None:
        """Replaces the rows. With `key`, selects the row with this key, otherwise the first row that is no
        heading."""
        model, key_of = self.row_model, self._key
        if self._steady and key_of is not None and model.continues(rows, key_of):
            model.update_rows(rows)
        else:
            model.show_rows(rows)
        if key_of is None:
            return
        at = next((at for at, row in enumerate(rows) if key_of(row) == key and not model.is_heading(row)), -1)
        if at < 0:
            at = next((at for at, row in enumerate(rows) if not model.is_heading(row)), -1)
        if at >= 0 and self.currentIndex().row() != at:
            self.go_to(at)
        else:
            self.picked.emit(model.row_at(at))

    def go_to(self, at: int) -> None:
        """Makes the row at an index current; clamps the index, and does nothing in an empty list."""
        if self.row_model.rows:
            index = self.row_model.index(min(max(at, 0), len(self.row_model.rows) - 1))
            # `QListView.setCurrentIndex` would extend the selection while Control is pressed.
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def step(self, step: int) -> None:
        """Moves the current row by `step`, skipping rows that `steps_on` rejects."""
        rows, at = self.row_model.rows, self.currentIndex().row() + step
        while 0 <= at < len(rows) and not self.steps_on(rows[at]):
            at += step
        if 0 <= at < len(rows):
            self.go_to(at)

    def page(self, step: int) -> None:
        """Moves the current row by a page down (1) or up (-1), to the first or last row at most."""
        index = self.currentIndex()
        height = max(1, self.visualRect(index).height())
        rows = max(1, self.viewport().height() // height - 1)
        at = min(max(index.row() + step * rows, 0), len(self.row_model.rows) - 1)
        while 0 <= at < len(self.row_model.rows) and not self.steps_on(self.row_model.rows[at]):
            at += step
        if 0 <= at < len(self.row_model.rows):
            self.go_to(at)

    def steps_on(self, row: Row) -> bool:
        """Returns whether `step` may stop at a row."""
        return not self.row_model.is_heading(row)

    def _on_current(self, index: QModelIndex) -> None:
        row = self.row_model.row_at(index.row())
        if row is None or not self.row_model.is_heading(row):
            self.picked.emit(row)

    def _open(self, index: QModelIndex) -> None:
        row = self.row_model.row_at(index.row())
        if row is not None and not self.row_model.is_heading(row):
            self.opened.emit(row)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._one_click and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)


class _RowDelegate(QStyledItemDelegate):
    def __init__(
        self,
        parent: QWidget,
        model: RowsModel[Any],
        draw: Callable[[QPainter, QRectF, Any], object],
        height: int | Callable[[Any], int],
        *,
        line: bool,
    ) -> None:
        super().__init__(parent)
        self._model, self._draw, self._height, self._line = model, draw, height, line

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row_at(index.row())
        if row is None:
            return
        rect = QRectF(option.rect)
        # Headings cannot be selected, so they get no hover state.
        state = QStyle.StateFlag.State_None if self._model.is_heading(row) else option.state
        painter.save()
        draw_row_ground(painter, rect, state, line=self._line)
        self._draw(painter, rect, row)
        painter.restore()

    @guarded(QSize(0, ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        height = self._height
        if callable(height):
            row = self._model.row_at(index.row())
            height = ROW if row is None else height(row)
        return QSize(0, height)
