"""A preview of the first rows of an import; rows with faults or warnings are marked, with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.intake.formats.cells import RowFault
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label
from desktop_app.wording.row_faults import row_fault_sentence
from ui.guard import guarded
from ui.importing.kind import ImportPreview
from ui.theme import theme
from ui.widgets.plain import tip_text

Index = QModelIndex | QPersistentModelIndex
_LONGEST = 80
_WORDS = frozenset({"subject", "text", "quote"})
#: Fields shown unchanged; digits in other fields are shown in Persian.
_AS_IT_IS = _WORDS | {"email"}
_WIDE, _NARROW = 280, 110


class PreviewModel(QAbstractTableModel):
    """Row number, remark, then one column per mapped field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._preview = ImportPreview((), {})
        self._fields: list[tuple[str, str]] = []

    def show_preview(self, preview: ImportPreview, mapping: Mapping[str, str], fields: Sequence[str]) -> None:
        """Shows rows, with a column for each of `fields` that is mapped."""
        self.beginResetModel()
        self._preview = preview
        self._fields = [(field, mapping[field]) for field in fields if mapping.get(field)]
        self.endResetModel()

    def widths(self) -> dict[int, int]:
        """Returns the widths of the field columns; text needs more than names or dates."""
        return {at: _WIDE if field in _WORDS else _NARROW for at, (field, _) in enumerate(self._fields, 2)}

    def fault_at(self, row: int) -> RowFault | None:
        return self._preview.faults.get(self._preview.rows[row].number)

    def warning_at(self, row: int) -> RowFault | None:
        """The warning of a valid row, or None."""
        return self._preview.pointed_out.get(self._preview.rows[row].number)

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._preview.rows)

    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._fields) + 2

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return translate("ImportPage", "Row")
        if section == 1:
            return translate("ImportPage", "Remark")
        return label("field", self._fields[section - 2][0])

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, fault = self._preview.rows[index.row()], self.fault_at(index.row())
        remark = fault or self.warning_at(index.row())
        if role == Qt.ItemDataRole.BackgroundRole:
            return (theme().dangerbg if fault else theme().warnbg) if remark else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(row_fault_sentence(remark)) if remark else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            return digits(row.number)
        if index.column() == 1:
            return row_fault_sentence(remark)[:200] if remark else ""
        field, column = self._fields[index.column() - 2]
        cell = visible_controls(" ".join(row.cells.get(column, "")[: 4 * _LONGEST].split()))[:_LONGEST]
        return cell if field in _AS_IT_IS else digits(cell)
