"""A short list of petitions in a side pane: kind, subject, state, day. A click or Enter opens one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from desktop_app.persian.dates import day_and_month, full_date, short_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.lists.inbox import PetitionRow
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.chip import draw_kind, draw_state
from ui.widgets.painting import Mirror, draw_text
from ui.widgets.plain import tip_text
from ui.widgets.rows import RowDelegate

Index = QModelIndex | QPersistentModelIndex
_STATE = 110
_DAY = 66


class BriefModel(QAbstractListModel):
    """Rows as they were read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[PetitionRow, ...] = ()

    def show_rows(self, rows: Sequence[PetitionRow]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> PetitionRow | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return visible_controls(row.subject)[:200]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(f"{visible_controls(row.subject)}\n{full_date(tehran_day(row.received_at))}")
        return None


class _BriefDelegate(RowDelegate):
    def __init__(self, model: BriefModel, this_year: int) -> None:
        super().__init__(None)
        self.setParent(model)
        self._model, self._this_year = model, this_year

    @guarded(None)
    def draw(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        del option
        row = self._model.row_at(index.row())
        if row is None:
            return
        now, mirror = theme(), Mirror.of(rect)
        width = rect.width()
        draw_kind(painter, mirror.at(16, 58), row.kind, label("kind", row.kind))
        subject = mirror.at(84, max(20.0, width - 84 - _STATE - _DAY - 28))
        draw_text(painter, subject, visible_controls(row.subject), font("secondary"), now.text)
        state = mirror.at(width - 16 - _DAY - _STATE, _STATE)
        draw_state(painter, state, row.status, label("status", row.status), colour="text2")
        day = tehran_day(row.received_at)
        words = day_and_month(day) if day.year == self._this_year else short_date(day)
        box = mirror.at(width - 16 - _DAY, _DAY)
        draw_text(painter, box, words, font("header"), now.text2, Qt.AlignmentFlag.AlignTrailing)


class BriefList(QListView):
    """`opened` tells the id of the petition."""

    opened = Signal(int)

    def __init__(self, name: str, this_year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = BriefModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_BriefDelegate(self.rows, this_year))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self._open(index.row()))

    def show_rows(self, rows: Sequence[PetitionRow]) -> None:
        """Shows these petitions instead."""
        self.rows.show_rows(rows)

    def _open(self, number: int) -> None:
        row = self.rows.row_at(number)
        if row is not None:
            self.opened.emit(row.id)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
            return
        super().keyPressEvent(event)
