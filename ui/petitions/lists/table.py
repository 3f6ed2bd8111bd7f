"""The table of the inbox: sortable header, foldable section headings, full use by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView, QWidget

from desktop_app.petitions.lists.filters import ListFilter
from desktop_app.wording import translate
from ui.actions import make_action
from ui.guard import guarded
from ui.icons import paint_icon
from ui.petitions.lists.columns import PetitionColumn, column_of, order_after_click
from ui.petitions.lists.row_painter import RowPainter
from ui.petitions.lists.table_columns import TWO_LINES_BELOW, TableColumns
from ui.signals import ID
from ui.theme import font, theme
from ui.theme_tokens import COLUMN_HEADER, GROUP_HEADER, ROW, TWO_LINE_ROW
from ui.widgets.painting import Mirror, draw_text, hairline

if TYPE_CHECKING:
    from desktop_app.petitions.lists.inbox import PetitionRow
    from ui.petitions.bulk.marks import Marks
    from ui.petitions.lists.model import PetitionListModel

_SELECTED: Final = QStyle.StateFlag.State_Selected
_HOVERED: Final = QStyle.StateFlag.State_MouseOver
_PLAIN: Final = QStyle.StateFlag.State_None


class PetitionHeader(QHeaderView):
    """Column header. A click requests sorting by a column, a second click the reverse direction.

    `order_asked` carries the `Order`, and whether it is reversed.
    """

    order_asked = Signal(object, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.wanted = ListFilter()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(COLUMN_HEADER)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)
        self.sectionClicked.connect(self._on_clicked)

    def show_order(self, wanted: ListFilter) -> None:
        """Marks the column by which the list is sorted."""
        self.wanted = wanted
        self.viewport().update()

    def _on_clicked(self, section: int) -> None:
        asked = order_after_click(PetitionColumn(section), self.wanted)
        if asked is not None:
            self.order_asked.emit(*asked)

    @guarded(None)
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        box, now = QRectF(rect), theme()
        painter.save()
        painter.fillRect(box, now.pane)
        hairline(painter, box)
        active = logicalIndex == column_of(self.wanted.order)
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        mirror = Mirror.of(box)
        ink = now.text if active else now.text2
        drawn = draw_text(painter, mirror.at(0, box.width() - 8), words, font("header", bold=active), ink)
        if active:
            caret = "ph.caret-down" if self.wanted.descending else "ph.caret-up"
            paint_icon(painter, mirror.at(drawn + 5, 11), caret, now.text2)
        painter.restore()


class PetitionTable(QTableView):
    """The table of petitions.

    `picked` carries the selected `PetitionRow` or None. `opened_row` is emitted by Enter or a double click.
    """

    picked = Signal(object)
    opened_row = Signal()
    preview_toggled = Signal()
    #: Id of the petition whose mark is to be toggled, and ids of petitions to be marked as well.
    mark_toggled = Signal(ID)
    marked_too = Signal(object)

    def __init__(
        self, model: PetitionListModel, person_id: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._low_rows: list[int] = []
        self._prefers_two_lines = False
        self.columns = TableColumns(self)
        self._painter = RowPainter(model, person_id)
        self._hovered = -1
        self.header = PetitionHeader(self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self._configure()
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_data)
        self.doubleClicked.connect(self._on_double_click)
        self._make_actions()

    def _configure(self) -> None:
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
        # Scrolling then paints only the exposed part. A background from the style sheet would repaint all of
        # it.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(translate("Inbox", "Petitions"))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(GROUP_HEADER)
        rows.setDefaultSectionSize(ROW)
        self.columns.follow(self.header)

    def _make_actions(self) -> None:
        for text, key, act in (
            (translate("Inbox", "Next row"), "J", lambda: self.step(1)),
            (translate("Inbox", "Previous row"), "K", lambda: self.step(-1)),
            (translate("Inbox", "Preview"), "Space", self.preview_toggled.emit),
            (translate("Inbox", "Open"), "Return", self.opened_row.emit),
        ):
            more = ("Enter",) if key == "Return" else ()
            make_action(self, text, act, key=key, more_keys=more)

    def _on_double_click(self, index: QModelIndex) -> None:
        if self._rows.row_at(index.row()) is not None:
            self.opened_row.emit()

    # Marks

    def show_marks(self, marks: Marks) -> None:
        """Shows these marks, and follows their changes."""
        self._painter.marks = marks
        marks.changed.connect(self.viewport().update)

    def _mark_to(self, row: int) -> None:
        first, last = sorted((max(0, self.current_table_row()), row))
        self.marked_too.emit(self._rows.ids_of(range(first, last + 1)))

    # Selection

    def current_row(self) -> PetitionRow | None:
        """Returns the selected petition; None where nothing is selected or the row is not read yet."""
        rows = self.selectionModel().selectedRows()
        return self._rows.row_at(rows[0].row()) if rows else None

    def current_table_row(self) -> int:
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def step(self, by: int) -> None:
        """Selects the next row in a direction (1 or -1), skipping headings."""
        row = self.current_table_row() + by
        while 0 <= row < self._rows.rowCount() and self._rows.sections.heading_at(row) is not None:
            row += by
        if 0 <= row < self._rows.rowCount():
            self.select(row)

    def select(self, row: int) -> None:
        """Selects a row of the table and scrolls to it."""
        index = self._rows.index(row, PetitionColumn.SUBJECT)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if row == 1 and self._rows.sections.heading_at(0) is not None:
            self.scrollToTop()
        else:
            self.scrollTo(index)

    def visible_rows(self) -> range:
        """Returns the visible rows of the table."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (self._rows.rowCount() - 1 if last < 0 else last) + 1)

    @guarded(None)
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802
        super().selectionChanged(selected, deselected)
        self.picked.emit(self.current_row())

    @guarded(None)
    def dataChanged(  # noqa: N802
        self,
        topLeft: QModelIndex | QPersistentModelIndex,  # noqa: N803
        bottomRight: QModelIndex | QPersistentModelIndex,  # noqa: N803
        roles: Sequence[int] = (),
    ) -> None:
        # For a range of rows, Qt repaints the whole table even if none of them is visible.
        if QAccessible.isActive():
            super().dataChanged(topLeft, bottomRight, roles)
        seen = self.visible_rows()
        for row in range(max(seen.start, topLeft.row()), min(seen.stop, bottomRight.row() + 1)):
            self._paint_again(row)

    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        # The selection may be on a row that was not read before: report it now.
        if first.row() <= self.current_table_row() <= last.row():
            self.picked.emit(self.current_row())

    def _on_reset(self) -> None:
        rows = self.verticalHeader()
        self.clearSpans()
        # Qt keeps the row heights through a model reset.
        for row in self._low_rows:
            if row < rows.count():
                rows.resizeSection(row, self._row_height)
        self._low_rows = self._rows.sections.heading_rows
        for row in self._low_rows:
            self.setSpan(row, 0, 1, len(PetitionColumn))
            rows.resizeSection(row, GROUP_HEADER)

    # Geometry

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        # Painted row by row: delegates per cell would query flags, style and geometry for each cell.
        cells = self.columns.bounds()
        left = min((cell.left for cell in cells), default=0.0)
        width = sum(cell.width for cell in cells)
        chosen, region = self.current_table_row(), event.region()
        painter = QPainter(self.viewport())
        try:
            painter.fillRect(event.rect(), theme().base)
            for row in self._rows_in(event.rect()):
                top, height = self.rowViewportPosition(row), self.rowHeight(row)
                box = QRect(round(left), top, round(width), height)
                if region.intersects(box):
                    state = _SELECTED if row == chosen else _HOVERED if row == self._hovered else _PLAIN
                    self._painter.paint(painter, QRectF(box), row, cells, state)
        finally:
            # A painter still active on its device would crash the process.
            painter.end()
        self._rows.look_ahead(self.visible_rows())

    def _rows_in(self, area: QRect) -> range:
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        if first < 0:
            return range(0)
        return range(first, (self._rows.rowCount() - 1 if last < 0 else last) + 1)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rows()

    def prefer_two_lines(self, preferred: bool) -> None:
        """Gives rows two lines whatever the width, so that their height stays when the details open."""
        self._prefers_two_lines = preferred
        self.fit_rows()

    def fit_rows(self) -> None:
        """Fits columns or lines into the width."""
        two_lines = self._prefers_two_lines or self.viewport().width() < TWO_LINES_BELOW
        if two_lines != self._painter.two_lines:
            self._set_two_lines(two_lines)
        self.columns.fit(two_lines=two_lines)

    def _set_two_lines(self, two_lines: bool) -> None:
        seen = self.rowAt(0)
        self._painter.two_lines = two_lines
        self.header.setHidden(two_lines)
        self.verticalHeader().setDefaultSectionSize(self._row_height)
        for row in self._low_rows:
            self.verticalHeader().resizeSection(row, GROUP_HEADER)
        if seen >= 0:
            self.scrollTo(self._rows.index(seen, PetitionColumn.SUBJECT), self.ScrollHint.PositionAtTop)

    @property
    def _row_height(self) -> int:
        return TWO_LINE_ROW if self._painter.two_lines else ROW

    # Mouse

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        heading = self._rows.sections.heading_at(self.rowAt(round(event.position().y())))
        if heading is not None:
            self._rows.fold(heading.key)
            return
        row = self.rowAt(round(event.position().y()))
        found = self._rows.row_at(row) if row >= 0 else None
        if found is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.mark_toggled.emit(found.id)
        elif found is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._mark_to(row)
        super().mousePressEvent(event)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(round(event.position().y())))
        super().mouseMoveEvent(event)

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            before, self._hovered = self._hovered, row
            for changed in (before, row):
                self._paint_again(changed)

    def _paint_again(self, row: int) -> None:
        if row >= 0:
            place = QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
            self.viewport().update(place)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current_table_row() < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.step(1)
