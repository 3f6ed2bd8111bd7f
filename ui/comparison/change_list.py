"""The list of changes beside the texts: grouped by chapter, with what happened and what was seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import GROUP_HEADER, ROW_TWO_LINES
from ui.widgets.comparison_view.labels import change_summary, change_title, chapter
from ui.widgets.comparison_view.reading import Reading
from ui.widgets.comparison_view.row_painting import KIND_ICONS
from ui.widgets.painting import Mirror, draw_dot, draw_text
from ui.widgets.rows import draw_row_ground

#: Role under which a row gives the number of its change; None for the heading of a chapter.
CHANGE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str


class ChangeListModel(QAbstractListModel):
    """Headings and the changes that the filter admits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._items: list[_Heading | int] = []

    def show_reading(self, reading: Reading | None) -> None:
        """Shows the changes of a reading as its filter stands now."""
        self.beginResetModel()
        self._reading = reading
        self._items = [] if reading is None else _items(reading)
        self.endResetModel()

    def refresh_marks(self) -> None:
        """What was seen changed."""
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    def row_of(self, change: int) -> int:
        """The row of a change, -1 where the filter hides it."""
        return self._items.index(change) if change in self._items else -1

    def seen(self, change: int) -> bool:
        """Whether the reader stood on a change."""
        return self._reading is not None and change in self._reading.seen

    def kind_icon(self, change: int) -> tuple[str, str]:
        """Icon and colour of a change."""
        assert self._reading is not None
        return KIND_ICONS[self._reading.changes[change].kind]

    @guarded(0)
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items)

    @guarded(None)
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._reading is None or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if isinstance(item, _Heading):
            return item.text[:200] if role == Qt.ItemDataRole.DisplayRole else None
        change, comparison = self._reading.changes[item], self._reading.comparison
        if role == Qt.ItemDataRole.DisplayRole:
            return change_title(comparison, change)[:200]
        if role == Qt.ItemDataRole.ToolTipRole:
            return None
        if role == Qt.ItemDataRole.StatusTipRole:
            return change_summary(comparison, change)[:200]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{change_title(comparison, change)}، {change_summary(comparison, change)}"[:200]
        return item if role == CHANGE_ROLE else None

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._items[index.row()], _Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ChangeList(QListView):
    """The list; `change_chosen` tells of a click or of the arrow keys."""

    change_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changes = ChangeListModel(self)
        self.setModel(self.changes)
        self.setItemDelegate(_ChangeDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self._marking = False
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first row current when the focus comes: that is no wish to go there.
        self._marking = True
        super().focusInEvent(event)
        self._marking = False

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().pane)
        edge = Mirror.of(QRectF(self.viewport().rect())).at(self.viewport().width() - 1, 1)
        painter.fillRect(edge, theme().line)
        painter.end()
        super().paintEvent(event)

    def mark(self, change: int | None) -> None:
        """Selects the row of a change without telling."""
        row = -1 if change is None else self.changes.row_of(change)
        self._marking = True
        index = self.changes.index(row) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._marking = False
        if index.isValid():
            self.scrollTo(index)
        self.changes.refresh_marks()

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        change = current.data(CHANGE_ROLE) if current.isValid() else None
        if change is not None and not self._marking:
            self.change_chosen.emit(change)


class _ChangeDelegate(QStyledItemDelegate):
    @guarded(QSize(200, ROW_TWO_LINES))
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option
        return QSize(180, GROUP_HEADER if index.data(CHANGE_ROLE) is None else ROW_TWO_LINES)

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect = QRectF(option.rect)
        mirror, now = Mirror.of(rect), theme()
        change = index.data(CHANGE_ROLE)
        title = str(index.data() or "")
        if change is None:
            draw_text(painter, mirror.at(16, rect.width() - 32), title, font("header"), now.text2)
            return
        state: QStyle.StateFlag = option.state
        draw_row_ground(painter, rect, state, line=False)
        model = index.model()
        assert isinstance(model, ChangeListModel)
        name, colour = model.kind_icon(change)
        paint_icon(painter, mirror.at(12, 18), name, now.colour(colour))
        room, middle = rect.width() - 38 - 44, rect.center().y()
        strong = font("secondary", bold=True)
        draw_text(painter, mirror.at(38, room, top=middle - 21, height=22), title, strong, now.text)
        summary = str(index.data(Qt.ItemDataRole.StatusTipRole) or "")
        draw_text(painter, mirror.at(38, room, top=middle - 1, height=20), summary, font("header"), now.text2)
        mark = mirror.at(rect.width() - 32, 20)
        if model.seen(change):
            paint_icon(painter, QRectF(mark.x() + 2, middle - 8, 16, 16), "ph.check", now.text3)
        else:
            draw_dot(painter, mark.center(), now.accent, 7)


def _items(reading: Reading) -> list[_Heading | int]:
    found: list[_Heading | int] = []
    above: tuple[str, ...] = ()
    for number in reading.shown_changes:
        path = chapter(reading.comparison, reading.changes[number])
        if path != above and path:
            found.append(_Heading(reading.chapters.get(path) or path[-1]))
        above = path
        found.append(number)
    return found
