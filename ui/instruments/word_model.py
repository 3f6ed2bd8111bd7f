"""The rows that a file of Word brings, each with a mark whether it comes in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.annotations.word_rows import IncomingFault, IncomingKind, IncomingRow
from desktop_app.persian.dates import short_date, tehran_day
from desktop_app.wording import translate
from ui.guard import guarded

Index = QModelIndex | QPersistentModelIndex
#: Longest text of a cell, in code points: a view lays out the whole text of each cell.
_LONGEST: Final = 200


class IncomingModel(QAbstractTableModel):
    """The first column has the mark; a row that cannot come in has none."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[IncomingRow, ...] = ()
        self.chosen: set[str] = set()

    def show_rows(self, rows: Sequence[IncomingRow], chosen: Sequence[str]) -> None:
        self.beginResetModel()
        self.rows, self.chosen = tuple(rows), set(chosen)
        self.endResetModel()
        self.chosen_changed.emit()

    def choose(self, places: Sequence[int], *, wanted: bool) -> None:
        """Sets the marks of some rows. A reply whose thread is left out cannot come in without it."""
        for at in places:
            row = self.rows[at]
            if row.fault is None and wanted:
                self.chosen |= {row.key} | ({row.parent} if row.parent is not None else set())
            elif not wanted:
                self.chosen -= {row.key} | {one.key for one in self.rows if one.parent == row.key}
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        self.chosen_changed.emit()

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("Word", "Becomes"),
            translate("Word", "Author in Word"),
            translate("Word", "Words"),
            translate("Word", "Text"),
        )[section]

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == 0 and self.rows[index.row()].fault is None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and row.fault is None:
            return Qt.CheckState.Checked if row.key in self.chosen else Qt.CheckState.Unchecked
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        cells = (kind_words(row), author_words(row), row.quote or "—", text_words(row))
        return " ".join(cells[index.column()].split())[:_LONGEST]

    @guarded(False)
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or index.column():
            return False
        self.choose([index.row()], wanted=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


def kind_words(row: IncomingRow) -> str:
    """Returns what a row becomes."""
    return {
        IncomingKind.THREAD: translate("Word", "Annotation"),
        IncomingKind.REPLY: translate("Word", "Reply"),
        IncomingKind.SUGGESTION: translate("Word", "Suggested wording"),
        IncomingKind.RESOLUTION: translate("Word", "Closing"),
    }[row.kind]


def author_words(row: IncomingRow) -> str:
    """Returns the name in the file, and the day that it gives."""
    if row.written_at is None:
        return row.author
    return f"{row.author} · {short_date(tehran_day(row.written_at))}"


def text_words(row: IncomingRow) -> str:
    """Returns the text of a row, or why it cannot come in."""
    if row.fault is IncomingFault.EMPTY:
        return translate("Word", "Empty: it stays out")
    if row.fault is IncomingFault.TOO_LONG:
        return translate("Word", "Too long: it stays out")
    if row.kind is IncomingKind.RESOLUTION:
        return translate("Word", "Resolved in Word; closed here only if you mark it")
    return row.text


def place_words(row: IncomingRow) -> str:
    """Returns where a row goes."""
    if not row.placed:
        return translate("Word", "Its words were not found: it goes to the title, with its quote.")
    if row.kind is IncomingKind.REPLY:
        return translate("Word", "It answers an annotation that is there, or one of this list.")
    return ""
