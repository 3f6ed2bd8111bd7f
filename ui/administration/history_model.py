"""The events of the office as a table model with random access to a million rows, loaded in the background."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.persian.dates import clock_time, full_date, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.registration.codes import spoken
from desktop_app.reports.trail import Trail, TrailFilter, TrailOutline
from desktop_app.reports.trail_rows import TrailRow
from desktop_app.staff.roles import Actor
from desktop_app.wording import digits, translate
from desktop_app.wording.history import changed_words
from desktop_app.wording.labels import label
from ui import jobs
from ui.guard import guarded
from ui.widgets.plain import tip_text
from ui.widgets.row_window import CHUNK, ChunkReader, RowWindow

Index = QModelIndex | QPersistentModelIndex
#: Maximum length of the model's texts: longer ones make repaints slow.
_LONGEST: Final = 200


class HistoryColumn(IntEnum):
    """Columns from the leading edge."""

    TIME = 0
    PERSON = 1
    ITEM = 2
    ACT = 3
    WHAT = 4


class HistoryModel(QAbstractTableModel):
    """`show_events` loads a trail and replaces the rows at once; emits `opened` afterwards, or `failed`."""

    opened = Signal()
    failed = Signal(object)

    def __init__(self, trail: Trail, actor: Actor, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self._trail, self._actor = trail, actor
        self.wanted = TrailFilter()
        self.outline = TrailOutline(0, ())
        self._window: RowWindow[TrailRow] = RowWindow()
        self._turn = 0
        #: The row to select in the loaded events.
        self.place = 0
        self._chunks: ChunkReader[TrailRow] = ChunkReader(self._window, self)
        self._chunks.arrived.connect(self._on_rows)
        self._chunks.failed.connect(self.failed)

    def show_events(self, wanted: TrailFilter, *, keep: int = 0) -> None:
        """Loads a trail and replaces the current one; a running load is dropped.

        If the filter is unchanged, `keep` is the row of the selected event, which stays selected when new
        events appear above it.
        """
        self._turn += 1
        turn, trail, actor = self._turn, self._trail, self._actor
        keep, before = (keep, self.outline.total) if wanted == self.wanted else (0, 0)

        def work() -> tuple[TrailOutline, int, tuple[TrailRow, ...]]:
            outline = trail.outline(actor, wanted)
            place = min(keep + outline.total - before, outline.total - 1) if keep or before else 0
            first = max(0, place) // CHUNK * CHUNK
            return outline, max(0, place), trail.page(actor, wanted, outline, first, CHUNK)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self.failed.emit(error)

        jobs.run(self._owner, work, lambda found: self._swap_in(turn, wanted, *found), failed)

    def _swap_in(
        self, turn: int, wanted: TrailFilter, outline: TrailOutline, place: int, rows: tuple[TrailRow, ...]
    ) -> None:
        if turn != self._turn:
            return
        self.beginResetModel()
        self.wanted, self.outline, self.place = wanted, outline, place
        trail, actor = self._trail, self._actor
        self._chunks.open(
            lambda first, count: trail.page(actor, wanted, outline, first, count),
            place // CHUNK * CHUNK,
            rows,
        )
        self.endResetModel()
        self.opened.emit()

    def _on_rows(self, first: int, rows: tuple[TrailRow, ...]) -> None:
        if rows:
            last = self.index(first + len(rows) - 1, len(HistoryColumn) - 1)
            self.dataChanged.emit(self.index(first, 0), last)

    def row_at(self, row: int) -> TrailRow | None:
        """Returns the event at a row; None while it is being loaded."""
        return self._window.row(row) if 0 <= row < self.outline.total else None

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self.outline.total

    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HistoryColumn)

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _headers()[section]
        return None

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        row = self._window.row(index.row())
        if row is None:
            self._chunks.request(index.row())
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(self._tip(row, HistoryColumn(index.column())))
        return cell_words(row, HistoryColumn(index.column()))

    @staticmethod
    def _tip(row: TrailRow, column: HistoryColumn) -> str:
        if column is HistoryColumn.TIME:
            return f"{full_date(tehran_day(row.at))}، {clock_time(row.at)}"
        return cell_words(row, column) if column is HistoryColumn.WHAT else ""


_ROLES: Final = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}
)


def cell_words(row: TrailRow, column: HistoryColumn) -> str:
    """Returns the text of a cell."""
    words = {
        HistoryColumn.TIME: lambda: f"{short_date(tehran_day(row.at))}  {clock_time(row.at)}",
        HistoryColumn.PERSON: lambda: visible_controls(person_words(row)),
        HistoryColumn.ITEM: lambda: item_words(row),
        HistoryColumn.ACT: lambda: label("event_action", row.action),
        HistoryColumn.WHAT: lambda: what_words(row),
    }
    return words[column]()[:_LONGEST]


def person_words(row: TrailRow) -> str:
    """Returns the actor's name, or that of the program."""
    return row.actor_name or translate("History", "The program")


def item_words(row: TrailRow) -> str:
    """Returns the type and code of the item."""
    code = row.item_code
    if row.item_type == "petition" and len(code) == 12:
        code = spoken(code)
    name = digits(code) if code.replace("-", "").isdigit() else visible_controls(code)
    return (
        f"{label('item_type', row.item_type)} {isolated(name)}" if name else label("item_type", row.item_type)
    )


def what_words(row: TrailRow) -> str:
    """Returns the text of the event, or else its first changes."""
    text = " ".join(visible_controls(row.text[:_LONGEST]).split())
    return text or changed_words(row.item_type, row.before, row.after)


def _headers() -> tuple[str, ...]:
    return (
        translate("HistoryPanel", "Time"),
        translate("HistoryPanel", "Person"),
        translate("HistoryPanel", "Item"),
        translate("HistoryPanel", "Act"),
        translate("HistoryPanel", "Text or change"),
    )
