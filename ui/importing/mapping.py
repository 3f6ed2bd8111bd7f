"""The mapping of columns to fields: suggested by names, and changeable."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from desktop_app.intake.imports.importing import ImportPlan
from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.widgets.choice import CodeComboBox
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel


class MappingFields(QScrollArea):
    """Emits `changed` when the mapping changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.choices: dict[str, CodeComboBox] = {}

    def show_plan(self, plan: ImportPlan) -> None:
        """Shows the fields of the import and the columns of the file."""
        page = QWidget()
        grid = QGridLayout(page)
        set_margins(grid, 24, 8, 16, 8)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(12)
        self.choices = {}
        none: tuple[object, str] = ("", translate("ImportPage", "not in the file"))
        columns = [(column, visible_controls(column)[:60]) for column in plan.columns]
        for number, field in enumerate(plan.fields):
            words = label("field", field)
            if field in plan.required:
                words = fill(translate("ImportPage", "{field} (required)"), field=words)
            choice = CodeComboBox(words)
            choice.offer([none, *columns], plan.mapping.get(field, ""))
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())
            self.choices[field] = choice
            grid.addWidget(PlainLabel(words, "secondary", "text2"), number, 0)
            grid.addWidget(choice, number, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(plan.fields), 1)
        self.setWidget(page)
        page.setAutoFillBackground(False)

    def choose(self, mapping: Mapping[str, str]) -> None:
        """Selects the columns of another mapping, and none for fields without an entry."""
        for field, choice in self.choices.items():
            choice.blockSignals(True)
            choice.choose(mapping.get(field, ""))
            choice.blockSignals(False)
        self.changed.emit()

    def mapping(self) -> dict[str, str]:
        """The selected mapping: field → column."""
        return {field: column for field, choice in self.choices.items() if (column := choice.code())}
