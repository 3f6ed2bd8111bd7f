"""What a text was taken for: its labels by depth, each a way to its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from desktop_app.instruments.drafting.outline import OutlineEntry
from desktop_app.wording import digits, translate
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_text, text_width
from ui.widgets.plain import tip_text
from ui.widgets.rows import RowDelegate

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_ROW: Final = 30
#: Pixels for each level; what is nested deeper than this stands no further in.
_STEP: Final = 16
_DEEPEST: Final = 6


class ProvisionOutlineModel(QAbstractListModel):
    """Rows of one text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OutlineEntry, ...] = ()

    def show_rows(self, rows: Sequence[OutlineEntry]) -> None:
        """Another text."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> OutlineEntry | None:
        """A row, None outside of the list."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    @guarded(0)
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @guarded(None)
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.row(index.row()) if index.isValid() else None
        if entry is None:
            return None
        words = f"{digits(entry.label)}  {entry.heading}".strip()[:200]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        return tip_text(words) if role == Qt.ItemDataRole.ToolTipRole else None


class ProvisionOutlineList(QListView):
    """Tells `place_chosen` with a code point of the text."""

    place_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.outline = ProvisionOutlineModel(self)
        self.setModel(self.outline)
        self.setAccessibleName(translate("Comparison", "Structure of the text"))
        self.setItemDelegate(_OutlineDelegate(self))
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def _on_chosen(self, index: QModelIndex) -> None:
        entry = self.outline.row(index.row())
        if entry is not None:
            self.place_chosen.emit(entry.start)


class _OutlineDelegate(RowDelegate):
    def __init__(self, parent: ProvisionOutlineList) -> None:
        super().__init__(parent, height=_ROW, line=False)
        self._model = parent.outline

    @guarded(None)
    def draw(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: _Index) -> None:
        del option
        entry = self._model.row(index.row())
        if entry is None:
            return
        mirror, now, at = Mirror.of(rect), theme(), 16.0 + _STEP * min(entry.depth, _DEEPEST)
        strong = font("secondary", bold=entry.depth == 0)
        if entry.label:
            label = digits(entry.label)
            width = min(text_width(label, strong) + 2, rect.width() - at - 16)
            draw_text(painter, mirror.at(at, width), label, strong, now.text)
            at += width + 8
        room = rect.width() - at - 12
        if room > 20:
            draw_text(painter, mirror.at(at, room), entry.heading, font("secondary"), now.text2)
