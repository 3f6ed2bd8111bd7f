"""The result of an import: new, existing and rejected rows, with the reason of each rejection."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.imports.importing import ImportResult
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.persian.text import shown_name
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from desktop_app.wording.row_faults import fault_reason, notice_sentence
from ui.guard import guarded
from ui.importing.changed_pane import ChangedPane
from ui.jobs import run, show_error
from ui.theme_tokens import ROW_REPORT
from ui.widgets.button import Button
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel, tip_text

Index = QModelIndex | QPersistentModelIndex


#: QWIDGETSIZE_MAX, i.e. no maximum height.
_UNBOUNDED = 16_777_215


_FIGURES = ("created", "present", "changed", "rejected")


class FaultModel(QAbstractTableModel):
    """Rows with faults or warnings: row, field, value, reason."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._faults: tuple[RowFault, ...] = ()

    def show_faults(self, faults: tuple[RowFault, ...]) -> None:
        self.beginResetModel()
        self._faults = tuple(one for fault in faults for one in (fault, *fault.also))
        self.endResetModel()

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._faults)

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
            translate("ImportPage", "Row"),
            translate("ImportPage", "Field"),
            translate("ImportPage", "What stands there"),
            translate("ImportPage", "Reason"),
        )[section]

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        fault = self._faults[index.row()]
        words = (
            digits(fault.row),
            label("field", fault.field) if fault.field else "",
            fault.value,
            fault_reason(fault),
        )[index.column()]
        return tip_text(words) if role == Qt.ItemDataRole.ToolTipRole else words[:200]


class FaultTable(QTableView):
    """A table of faults with a heading; hidden when empty."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.faults = FaultModel(self)
        self.setModel(self.faults)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_REPORT)
        self.setShowGrid(False)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((0, 80), (1, 120), (2, 240)):
            self.setColumnWidth(column, width)
        self.heading = PlainLabel(name, "interface", bold=True)

    def show_faults(self, faults: tuple[RowFault, ...], *, headed: bool) -> None:
        self.faults.show_faults(faults)
        self.setVisible(bool(faults))
        # Not higher than its rows, if another table follows.
        rows = ROW_REPORT * self.faults.rowCount() + self.horizontalHeader().sizeHint().height() + 8
        self.setMaximumHeight(rows if headed else _UNBOUNDED)
        self.heading.setVisible(bool(faults) and headed)


class ResultPage(QWidget):
    """The last page of an import. `choose_target` asks for a path; tests replace it."""

    again_asked = Signal()
    close_asked = Signal()
    further_asked = Signal()
    #: What was done, in words; nothing takes it back (None).
    said = Signal(str, object)

    def __init__(self, close: str) -> None:
        super().__init__()
        self.choose_target: Callable[[str], str] = self._ask_target
        self._rejects = RejectedRows()
        self.figures = {name: PlainLabel("", "figure") for name in _FIGURES}
        self._holders = {name: QWidget() for name in _FIGURES}
        self.stopped = PlainLabel("", "secondary", "warn", wrap=True)
        self.notices = PlainLabel("", "secondary", "text2", wrap=True)
        self.changed = ChangedPane()
        self.table = FaultTable(translate("ImportPage", "Rejected rows"))
        self.pointed_out = FaultTable(translate("ImportPage", "Taken in, and pointed out"))
        self.faults = self.table.faults
        self.save_button = Button(translate("ImportPage", "Save rejected rows"), icon="ph.floppy-disk")
        self.again_button = Button(translate("ImportPage", "Another file"))
        self.further_button = Button("", icon="ph.arrow-right")
        self.close_button = Button(close, "primary")
        self.save_button.clicked.connect(lambda _checked=False: self.save_rejects())
        self.again_button.clicked.connect(lambda _checked=False: self.again_asked.emit())
        self.further_button.clicked.connect(lambda _checked=False: self.further_asked.emit())
        self.close_button.clicked.connect(lambda _checked=False: self.close_asked.emit())
        self._lay_out()

    def _lay_out(self) -> None:
        words = {
            "created": translate("ImportPage", "new"),
            "present": translate("ImportPage", "there already"),
            "changed": translate("ImportPage", "with other words"),
            "rejected": translate("ImportPage", "rejected"),
        }
        figures = QHBoxLayout()
        figures.setSpacing(48)
        for name, figure in self.figures.items():
            holder = self._holders[name]
            block = QVBoxLayout(holder)
            block.setContentsMargins(0, 0, 0, 0)
            block.setSpacing(0)
            block.addWidget(figure)
            block.addWidget(PlainLabel(words[name], "secondary", "text2"))
            figures.addWidget(holder)
        figures.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.further_button)
        buttons.addWidget(self.again_button)
        buttons.addStretch()
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        # What was done is told in a message over the foot, which must hide no button.
        set_margins(column, 24, 24, 24, 48)
        column.setSpacing(12)
        column.addLayout(figures)
        column.addWidget(self.stopped)
        column.addWidget(self.notices)
        column.addWidget(self.changed, 2)
        for table in (self.table, self.pointed_out):
            column.addWidget(table.heading)
            column.addWidget(table, 1)
        column.addStretch()
        column.addLayout(buttons)

    def show_result(self, result: ImportResult, further: str, rejects: RejectedRows) -> None:
        """Shows the result of a file.

        `further` is the text of the button for remaining work, `rejects` holds the rows that can be saved.
        """
        self._rejects = rejects
        counts = {
            "created": result.created, "present": result.already_present,
            "changed": len(result.changed), "rejected": len(result.rejected),
        }  # fmt: skip
        for name, count in counts.items():
            self.figures[name].setText(digits(count))
        self.figures["rejected"].set_colour("danger" if result.rejected else "text")
        self.stopped.setText(
            translate(
                "ImportPage", "Stopped: what is counted here is kept; the same file adds what is missing."
            )
        )
        self.stopped.setVisible(result.cancelled)
        self.notices.setText("\n".join(notice_sentence(name, rows) for name, rows in result.notices.items()))
        self.notices.setVisible(bool(result.notices))
        self.changed.show_rows(result.changed)
        self.figures["changed"].set_colour("warn")
        self._holders["changed"].setVisible(bool(result.changed))
        both = bool(result.rejected and (result.pointed_out or result.changed))
        self.table.show_faults(result.rejected, headed=both)
        self.pointed_out.show_faults(result.pointed_out, headed=True)
        self.further_button.setText(further)
        self.further_button.setVisible(bool(further))
        self.further_button.updateGeometry()
        self.save_button.setVisible(bool(result.rejected))

    def save_rejects(self) -> None:
        """Writes the rejected rows in the format of their file, to be mended and imported again."""
        rejects = self._rejects
        chosen = self.choose_target(f"rejected{rejects.suffix()}")
        if chosen:
            run(self, lambda: rejects.write(Path(chosen)), self._on_saved, self._on_not_saved)

    def _on_saved(self, paths: tuple[Path, ...]) -> None:
        name = shown_name(paths[0].name) if paths else ""
        self.said.emit(fill(translate("ImportPage", "The rejected rows are in {name}."), name=name), None)

    def _on_not_saved(self, error: Exception) -> None:
        if isinstance(error, OSError):
            words = translate("ImportPage", "The file could not be written there; choose another folder.")
            self.said.emit(words, None)
        else:
            show_error(self, error)

    def _ask_target(self, name: str) -> str:
        return QFileDialog.getSaveFileName(self, translate("ImportPage", "Save rejected rows"), name)[0]
