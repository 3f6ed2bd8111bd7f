"""The list of petitions as a table model with random access to a million rows, without blocking the window.

The model knows the length of the list (its outline) and keeps the chunks used lately. A missing row is drawn
as a placeholder and read in the background. Rows that were scrolled past are not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.clock import pc_clock
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.lists.inbox import ListFilter, Outline, PetitionRow
from ui.guard import guarded
from ui.petitions.lists.cell_words import CellWords, heading_words
from ui.petitions.lists.columns import PetitionColumn, headers
from ui.petitions.lists.layout import SectionLayout
from ui.petitions.lists.list_reader import ListReader
from ui.petitions.lists.row_indicators import RowIndicators
from ui.widgets.plain import tip_text
from ui.widgets.row_window import CHUNK, ChunkReader, RowWindow

if TYPE_CHECKING:
    from desktop_app.petitions.lists.sections import News, OpenedList
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

Index = QModelIndex | QPersistentModelIndex
#: Data for the delegate: a `PetitionRow`, or None while it is being read.
ROW_ROLE: Final = Qt.ItemDataRole.UserRole

#: Distance in rows at which the next chunk is prefetched: a few turns of the wheel.
_AHEAD: Final = 60
#: Above this number of changed rows, one signal covers the whole range between them.
_ONE_BY_ONE: Final = 8
#: Computed once, because each painting asks for the flags of each cell.
_OF_A_ROW: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_ROLES: Final = frozenset(
    {ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}
)


class PetitionListModel(QAbstractTableModel):
    """Shows one list of petitions.

    `show_list` reads it in the background and replaces the old one; then `opened` is emitted.
    """

    #: The list was replaced. Carries the position of the petition to keep selected, or None.
    opened = Signal(object)
    failed = Signal(object)
    #: The rest of a list was read whose first rows were already shown.
    grown = Signal()

    def __init__(self, workplace: Workplace[InboxServices], parent: QWidget) -> None:
        super().__init__(parent)
        self._inbox, self._workplace = workplace.services.inbox, workplace
        self.wanted = ListFilter()
        self.outline = Outline(0, False, ())
        self.last_id = 0
        #: Whether the rest of the list is still being read.
        self.counting = False
        #: Maps rows of the table to headings and to positions in the list.
        self.sections = SectionLayout()
        self.indicators = RowIndicators(workplace, self)
        self.cells = CellWords(self.indicators, workplace.actor.person_id)
        self._opened: OpenedList | None = None
        self._folded: frozenset[str] = frozenset()
        self._headers = headers()
        self._window: RowWindow[PetitionRow] = RowWindow()
        self._chunks: ChunkReader[PetitionRow] = ChunkReader(self._window, self)
        self._lists = ListReader(workplace, self)
        self._chunks.arrived.connect(self._on_chunk)
        self._chunks.failed.connect(self.failed)
        self._lists.begun.connect(self._on_begun)
        self._lists.read.connect(self._on_read)
        self._lists.failed.connect(self.failed)
        self.indicators.changed.connect(self._rows_changed)

    # Reading

    @property
    def reading(self) -> bool:
        """Whether rows are being read or are queued."""
        return not self._chunks.idle

    @property
    def crowded(self) -> bool:
        """Whether the list has too many sections for headings."""
        return self._opened is not None and self._opened.crowded

    @property
    def today(self) -> date | None:
        """The day on which the list was read; None before the first list."""
        return self._opened.today if self._opened else None

    def day(self) -> date:
        """Returns the day for ages and deadlines: `today`, or that of this PC before the first list."""
        return self.today or tehran_day(pc_clock().now())

    def show_list(self, wanted: ListFilter, *, keep: int | None = None) -> None:
        """Reads a list and shows it. A read in progress is dropped.

        `keep` is the id of the petition to keep selected.
        """
        self.counting = False
        # A list that is only read again keeps its rows until the new ones are there.
        other = keep is None and (wanted != self.wanted or self._opened is None)
        self._lists.start(wanted, keep=keep, first_rows=other)

    def _on_begun(self, wanted: ListFilter, opened: OpenedList) -> None:
        self.counting = True
        self._swap_in(wanted, opened)

    def _on_read(self, wanted: ListFilter, opened: OpenedList) -> None:
        was, self.counting = self.counting, False
        same = [row.id for row in opened.rows[: self.outline.total]] == list(self.outline.ids or ())
        if not (was and same and opened.first == 0 and not opened.sections):
            self._swap_in(wanted, opened)
            return
        # Visible rows keep their positions; the rest is appended.
        before, total = self.outline.total, opened.outline.total
        if total > before:
            self.beginInsertRows(QModelIndex(), before, total - 1)
        self._take(wanted, opened)
        if total > before:
            self.endInsertRows()
        self.grown.emit()

    def _swap_in(self, wanted: ListFilter, opened: OpenedList) -> None:
        self.beginResetModel()
        self._take(wanted, opened)
        self.endResetModel()
        self.opened.emit(opened.place)

    def _take(self, wanted: ListFilter, opened: OpenedList) -> None:
        inbox, workplace, outline = self._inbox, self._workplace, opened.outline
        self.wanted, self._opened, self.outline = wanted, opened, outline
        self.last_id = opened.last_id
        self.sections = SectionLayout(outline.total, opened.sections, self._folded)
        self._chunks.open(
            lambda first, count: inbox.page(workplace.actor, wanted, outline, first, count),
            opened.first,
            opened.rows,
        )
        self.indicators.read_alike([row.id for row in opened.rows])

    def _on_chunk(self, place: int, rows: tuple[PetitionRow, ...]) -> None:
        self.indicators.read_alike([row.id for row in rows])
        first = self.sections.row_of(place) or 0
        last = min(first + CHUNK + 4, self.rowCount()) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(PetitionColumn) - 1))

    def _rows_changed(self, ids: Sequence[int]) -> None:
        """Emits `dataChanged` for the petitions in memory; for many at once, for the range between them."""
        rows = sorted(row for number in ids if (row := self.table_row_of(number)) is not None)
        if not rows:
            return
        spans = [(row, row) for row in rows] if len(rows) <= _ONE_BY_ONE else [(rows[0], rows[-1])]
        for first, last in spans:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(PetitionColumn) - 1))

    # Places

    def row_at(self, row: int) -> PetitionRow | None:
        """Returns the petition at a row of the table; None for a heading and for an unread row."""
        place = self.sections.place_at(row)
        return None if place is None else self._window.row(place)

    def wanted_at(self, row: int) -> PetitionRow | None:
        """Like `row_at`, but requests a missing row."""
        place = self.sections.place_at(row)
        found = None if place is None else self._window.row(place)
        if found is None and place is not None:
            self._chunks.request(place)
        return found

    def look_ahead(self, seen: range) -> None:
        """Prefetches the rows next to the visible ones, once nothing visible is missing."""
        if not self._chunks.idle:
            return
        for row in (seen.start - _AHEAD, seen.stop + _AHEAD):
            place = self.sections.place_at(row)
            if place is not None:
                self._chunks.request(place)

    def table_row_of(self, petition_id: int) -> int | None:
        """Returns the table row of a petition; None where it is not in memory."""
        place = self._window.place_of(petition_id)
        return None if place is None else self.sections.row_of(place)

    def fold(self, key: str) -> None:
        """Folds a section, or unfolds it."""
        if self._opened is None:
            return
        self.beginResetModel()
        self._folded = self._folded ^ {key}
        self.sections = SectionLayout(self.outline.total, self._opened.sections, self._folded)
        self.endResetModel()

    def ids_of(self, rows: Sequence[int]) -> list[int]:
        """Returns the ids of the petitions at these table rows, without those that are not in memory."""
        return [found.id for row in rows if (found := self.row_at(row)) is not None]

    def take_news(self, news: News) -> None:
        """Replaces rows by their newer state. No row is inserted or moved."""
        for row in news.rows:
            place = self._window.replace(row)
            table_row = None if place is None else self.sections.row_of(place)
            if table_row is not None:
                self.dataChanged.emit(
                    self.index(table_row, 0), self.index(table_row, len(PetitionColumn) - 1)
                )
        # A change to one petition may end its likeness to others.
        self.indicators.read_alike_again(news.rows)

    # The table

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self.sections.row_count

    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(PetitionColumn)

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.sections.heading_at(index.row()) is not None:
            return Qt.ItemFlag.NoItemFlags
        return _OF_A_ROW

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        heading = self.sections.heading_at(index.row())
        if heading is not None:
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return heading_words(heading) if shown else None
        row = self.wanted_at(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(self.cells.tip(row, PetitionColumn(index.column())))
        assert self._opened is not None
        return self.cells.text(row, PetitionColumn(index.column()), self._opened.today)
