"""The first rows of a file as they would be imported: good ones plain, faulty ones marked with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.bootstrap import Services
from desktop_app.intake import satisfaction
from desktop_app.intake.cells import RowFault
from desktop_app.intake.importing import ImportPlan
from desktop_app.intake.names import units_by_name
from desktop_app.intake.petition_rows import PetitionRows
from desktop_app.intake.tabular import TableRow
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.vocabulary import Channel
from desktop_app.staff.roles import Actor
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label
from desktop_app.wording.row_faults import row_fault_sentence
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.plain import tip_text

Index = QModelIndex | QPersistentModelIndex
#: The fields worth a column, in this order, as far as the file gives them.
_SHOWN = (
    "tracking_code", "satisfaction", "kind", "subject", "text", "name", "mobile", "national_id", "received_at",
    "unit",
)  # fmt: skip
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Preview:
    """The rows that were tried, and what is wrong with them, by the row's number."""

    rows: tuple[TableRow, ...]
    faults: dict[int, RowFault]


def try_rows(
    services: Services, actor: Actor, plan: ImportPlan, mapping: Mapping[str, str], channel: Channel
) -> Preview:
    """Checks the first rows with a mapping; for a worker thread."""
    if satisfaction.holds_marks(plan):
        read_mark = satisfaction.first_rows(services, actor, plan, mapping)
        return Preview(plan.first_rows, _wrong(plan, read_mark))
    with services.database.reading() as session:
        now = services.database.now(session)
    units = [(unit.id, unit.code, unit.name) for unit in services.units.all(active_only=True)]
    read = PetitionRows(str(plan.path), mapping, channel=channel, units=units_by_name(units), now=now)
    return Preview(plan.first_rows, _wrong(plan, read))


def _wrong(plan: ImportPlan, read: Callable[[TableRow], object]) -> dict[int, RowFault]:
    return {row.number: found for row in plan.first_rows if isinstance(found := read(row), RowFault)}


class PreviewModel(QAbstractTableModel):
    """Row number, what is wrong with it, then a column for each mapped field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._preview = Preview((), {})
        self._fields: list[tuple[str, str]] = []

    def show_preview(self, preview: Preview, mapping: Mapping[str, str]) -> None:
        self.beginResetModel()
        self._preview = preview
        self._fields = [(field, mapping[field]) for field in _SHOWN if mapping.get(field)]
        self.endResetModel()

    def fault_at(self, row: int) -> RowFault | None:
        return self._preview.faults.get(self._preview.rows[row].number)

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
            return translate("ImportPage", "What is wrong")
        return label("field", self._fields[section - 2][0])

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, fault = self._preview.rows[index.row()], self.fault_at(index.row())
        if role == Qt.ItemDataRole.BackgroundRole:
            return theme().dangerbg if fault else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(row_fault_sentence(fault)) if fault else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            return digits(row.number)
        if index.column() == 1:
            return row_fault_sentence(fault)[:200] if fault else ""
        cell = row.cells.get(self._fields[index.column() - 2][1], "")
        return visible_controls(" ".join(cell[: 4 * _LONGEST].split()))[:_LONGEST]
