"""Maps the columns of a source's files to fields, beside the first rows of a sample."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.intake.imports.importing import ImportPlan
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.importing.mapping import MappingFields
from ui.importing.plan_page import plan_words, rows_table
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.page_bar import PageBar
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel, tip_text

Index = QModelIndex | QPersistentModelIndex
_LONGEST: Final = 80
_WIDE, _NARROW = 240, 130
_WORDY: Final = 24
#: Height of a header with two lines, in pixels: column name and field.
_TWO_LINES: Final = 52


class SampleModel(QAbstractTableModel):
    """The first rows of a file with all columns; the header has the field of each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self._fields: dict[str, str] = {}

    def show_plan(self, plan: ImportPlan) -> None:
        self.beginResetModel()
        self._plan = plan
        self.endResetModel()

    def show_mapping(self, mapping: dict[str, str]) -> None:
        """Shows a mapping of field to column."""
        self._fields = {column: field for field, column in mapping.items()}
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))
        rows, columns = self.rowCount(), self.columnCount()
        if rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))

    def widths(self) -> list[int]:
        """Returns the column widths in pixels; columns with long texts are wider."""
        plan = self._plan
        if plan is None:
            return []
        return [
            _WIDE if any(len(row.cells.get(name, "")) > _WORDY for row in plan.first_rows) else _NARROW
            for name in plan.columns
        ]

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self._plan is None else len(self._plan.first_rows)

    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._plan is None else len(self._plan.columns)

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        plan = self._plan
        if orientation != Qt.Orientation.Horizontal or plan is None or section >= len(plan.columns):
            return None
        column = plan.columns[section]
        field = self._fields.get(column, "")
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().text if field else theme().text3
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        name = visible_controls(column)[:_LONGEST]
        gives = label("field", field) if field else translate("Sources", "not used")
        return f"{name}\n{gives}"

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        plan = self._plan
        if plan is None or not index.isValid():
            return None
        column = plan.columns[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().text if column in self._fields else theme().text3
        cell = visible_controls(" ".join(plan.first_rows[index.row()].cells.get(column, "")[:400].split()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(cell) if len(cell) > _LONGEST else None
        return cell[:_LONGEST] if role == Qt.ItemDataRole.DisplayRole else None


class SourceMapping(QWidget):
    """`kept` carries the chosen mapping with every field; the column is empty for a field that the files
    lack.
    """

    kept = Signal(dict)
    closed = Signal()
    other_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan: ImportPlan | None = None
        self.what = PlainLabel("", "interface", elide=True)
        self.lacking = PlainLabel("", "secondary", "danger", wrap=True)
        self.unused = PlainLabel("", "secondary", "text2", wrap=True)
        self.fields = MappingFields()
        self.sample = SampleModel(self)
        self.table = rows_table(self.sample)
        self.table.horizontalHeader().setFixedHeight(_TWO_LINES)
        self.table.setAccessibleName(translate("Sources", "First rows of the sample"))
        self.keep_button = Button(translate("Sources", "Take these columns"), "primary", icon="ph.check")
        self.other_button = Button(translate("Sources", "Another sample"))
        self.back_button = Button(translate("Sources", "Back without change"), "ghost", key="Esc")
        self.keep_button.clicked.connect(lambda _checked=False: self.keep())
        self.other_button.clicked.connect(lambda _checked=False: self.other_asked.emit())
        self.back_button.clicked.connect(lambda _checked=False: self.closed.emit())
        self.fields.changed.connect(self._on_change)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        set_margins(head, 24, 12, 24, 8)
        for line in (self.what, self.lacking, self.unused):
            head.addWidget(line)
        self.fields.setFixedWidth(360)
        middle = QHBoxLayout()
        middle.setSpacing(1)
        middle.addWidget(self.fields)
        middle.addWidget(self.table, 1)
        footer = PageBar(foot=True)
        row = QHBoxLayout(footer)
        set_margins(row, 24, 8, 20, 8)
        row.setSpacing(8)
        row.addWidget(self.back_button)
        row.addStretch()
        row.addWidget(self.other_button)
        row.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(footer)

    def show_plan(self, plan: ImportPlan) -> None:
        """Shows a sample with the saved columns if they fit, else those that its column names suggest."""
        self._plan = plan
        self.what.setText(plan_words(plan))
        self.fields.show_plan(plan)
        self.sample.show_plan(plan)
        for column, width in enumerate(self.sample.widths()):
            self.table.setColumnWidth(column, width)
        self._on_change()
        first = next(iter(self.fields.choices.values()), None)
        (self.keep_button if self.keep_button.isEnabled() or first is None else first).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def keep(self) -> None:
        """Emits the chosen mapping if no required field is missing."""
        if self._plan is not None and self.keep_button.isEnabled():
            chosen = self.fields.mapping()
            self.kept.emit({field: chosen.get(field, "") for field in self._plan.fields})

    def _on_change(self) -> None:
        plan, mapping = self._plan, self.fields.mapping()
        if plan is None:
            return
        self.sample.show_mapping(mapping)
        lacks = plan.missing(mapping)
        twice = sorted({column for column in mapping.values() if list(mapping.values()).count(column) > 1})
        told = []
        if lacks:
            names = translate("Sources", ", ").join(label("field", field) for field in lacks)
            told.append(fill(translate("ImportPage", "Choose the column of: {fields}"), fields=names))
        if twice:
            names = translate("Sources", ", ").join(visible_controls(column)[:_LONGEST] for column in twice)
            told.append(fill(translate("Sources", "Chosen for two fields: {columns}"), columns=names))
        self.lacking.setText(" ".join(told))
        self.lacking.setVisible(bool(told))
        left = [column for column in plan.columns if column not in mapping.values()]
        names = translate("Sources", ", ").join(visible_controls(column)[:_LONGEST] for column in left[:12])
        words = translate("Sources", "Not used, and kept with the row as it came: {columns}")
        if len(left) > 12:
            words = translate(
                "Sources", "Not used, and kept with the row as it came: {columns} and {more} more"
            )
        self.unused.setText(fill(words, columns=names, more=digits(len(left) - 12)) if left else "")
        self.unused.setVisible(bool(left))
        self.keep_button.setEnabled(not told)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            event.accept()
            return
        super().keyPressEvent(event)
