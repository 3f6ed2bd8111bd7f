"""The interpretation of a file before its import: format, column mapping, and first rows with their faults."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QProgressBar, QTableView, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.intake.formats.tabular import TableFormat
from desktop_app.intake.imports.importing import ImportPlan
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import shown_name, visible_controls
from desktop_app.petitions.vocabulary import Channel
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.errors import sentence
from ui.importing.kind import ImportKind, ImportPreview
from ui.importing.mapping import MappingFields
from ui.importing.preview import PreviewModel
from ui.theme_tokens import ROW_REPORT
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.page_bar import PageBar
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel


class PlanPage(QWidget):
    """Emits `changed` when mapping or channel change. `kind` determines what is shown of a file."""

    changed = Signal()
    import_asked = Signal()
    stop_asked = Signal()
    other_asked = Signal()

    def __init__(self, kind: ImportKind) -> None:
        super().__init__()
        self._kind = kind
        self._lacks, self._running = False, False
        self._plan_mapping: dict[str, str] = {}
        self._refusal: AppError | None = None
        self.what = PlainLabel("", "interface", elide=True)
        self.lacking = PlainLabel("", "secondary", "danger", wrap=True)
        self.refused = PlainLabel("", "secondary", "danger", wrap=True)
        self.mapping = MappingFields()
        self.saved = CodeComboBox(translate("ImportPage", "Columns as of"))
        self._saved_words = PlainLabel(self.saved.accessibleName(), "secondary", "text2")
        self.preview = PreviewModel(self)
        self.table = rows_table(self.preview)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.channel = CodeComboBox(translate("ImportPage", "Channel of rows that name none"))
        self.channel.offer([(channel, label("channel", channel.value)) for channel in Channel])
        self._channel_words = PlainLabel(self.channel.accessibleName(), "secondary", "text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.done = PlainLabel("", "secondary", "text2")
        self.stop_button = Button(translate("ImportPage", "Stop"))
        self.other_button = Button(translate("ImportPage", "Another file"))
        self.import_button = Button(
            translate("ImportPage", "Import"), "primary", icon="ph.download-simple", writes=True
        )
        self._lay_out()
        self.mapping.changed.connect(self.changed)
        self.channel.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.saved.currentIndexChanged.connect(lambda _index: self._on_saved())
        self.import_button.clicked.connect(lambda _checked=False: self.import_asked.emit())
        self.stop_button.clicked.connect(lambda _checked=False: self.stop_asked.emit())
        self.other_button.clicked.connect(lambda _checked=False: self.other_asked.emit())
        self.show_running(False)

    def _lay_out(self) -> None:
        self.mapping.setFixedWidth(360)
        middle = QHBoxLayout()
        middle.setSpacing(1)
        middle.addWidget(self.mapping)
        middle.addWidget(self.table, 1)
        head = QVBoxLayout()
        set_margins(head, 24, 12, 24, 8)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.what, 1)
        first.addWidget(self._saved_words)
        self.saved.setFixedWidth(220)
        first.addWidget(self.saved)
        head.addLayout(first)
        head.addWidget(self.lacking)
        head.addWidget(self.refused)
        footer = PageBar(foot=True)
        row = QHBoxLayout(footer)
        set_margins(row, 24, 8, 20, 8)
        row.setSpacing(8)
        row.addWidget(self._channel_words)
        self.channel.setFixedWidth(150)
        row.addWidget(self.channel)
        row.addWidget(self.bar, 1)
        row.addWidget(self.done)
        row.addStretch()
        for button in (self.stop_button, self.other_button, self.import_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(footer)

    def show_plan(self, plan: ImportPlan, saved: Sequence[tuple[str, dict[str, str]]] = ()) -> None:
        """Shows a planned file with its suggested mapping.

        `saved` are fitting mappings of sources; the first one is selected where the suggested one is
        incomplete.
        """
        self.mapping.show_plan(plan)
        suggested: list[tuple[object, str]] = [("", translate("ImportPage", "their names"))]
        offered = [(dict(mapping), visible_controls(name)) for name, mapping in saved]
        self.saved.offer([*suggested, *offered], "")
        self._plan_mapping = plan.mapping
        for widget in (self._saved_words, self.saved):
            widget.setVisible(bool(saved))
        if saved and plan.missing():
            self.saved.setCurrentIndex(1)
        self.what.setText(plan_words(plan, self._kind.found(plan)))
        for widget in (self._channel_words, self.channel):
            widget.setVisible(self._kind.asks_channel(plan))
        self._show_refusal(None)
        self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_saved(self) -> None:
        chosen = self.saved.code()
        self.mapping.choose(chosen if isinstance(chosen, dict) else self._plan_mapping)

    def show_lacking(self, fields: tuple[str, ...]) -> None:
        """Shows the required fields without a column, which block the import."""
        names = "، ".join(label("field", field) for field in fields)
        words = fill(translate("ImportPage", "Choose the column of: {fields}"), fields=names)
        self.lacking.setText(words if fields else "")
        self.lacking.setVisible(bool(fields))
        self._lacks = bool(fields)
        self._enable()

    def show_preview(self, preview: ImportPreview, mapping: dict[str, str]) -> None:
        """Shows the first rows as they would be imported."""
        self.preview.show_preview(preview, mapping, self._kind.shown)
        self.table.setColumnWidth(0, 56)
        self.table.setColumnWidth(1, 250 if preview.faults or preview.pointed_out else 100)
        for column, width in self.preview.widths().items():
            self.table.setColumnWidth(column, width)
        self._show_refusal(preview.refusal)

    def show_running(self, running: bool) -> None:
        """Switches between progress with a stop button, and the button that starts the import."""
        self.bar.setVisible(running)
        self.done.setVisible(running)
        self.stop_button.setVisible(running)
        self.other_button.setVisible(not running)
        self._running = running
        self._enable()
        self.mapping.setEnabled(not running)
        self.bar.setRange(0, 0)

    def _show_refusal(self, refusal: AppError | None) -> None:
        self._refusal = refusal
        self.refused.setText(sentence(refusal) if refusal is not None else "")
        self.refused.setVisible(refusal is not None)
        self._enable()

    def _enable(self) -> None:
        self.import_button.setEnabled(not self._running and not self._lacks and self._refusal is None)

    def show_progress(self, done: int, total: int | None) -> None:
        self.bar.setRange(0, total or 0)
        self.bar.setValue(done)
        self.done.setText(fill(translate("ImportPage", "{done} rows"), done=done))


def plan_words(plan: ImportPlan, found: str = "") -> str:
    """Describes the file in one line; `found` is its content, if unusual."""
    separators = {
        ",": translate("ImportPage", "comma"),
        ";": translate("ImportPage", "semicolon"),
        "\t": translate("ImportPage", "tab"),
    }
    parts = [shown_name(plan.path.name)]
    if found:
        parts.insert(0, found)
    mail = plan.format is TableFormat.MAIL
    parts.append(translate("ImportPage", "e-mail") if mail else isolated(plan.format.value.upper()))
    if plan.encoding:
        parts.append(isolated(plan.encoding.upper()))
    if plan.delimiter:
        name = separators.get(plan.delimiter, isolated(plan.delimiter))
        parts.append(fill(translate("ImportPage", "separated by {name}"), name=name))
    exactly, about = translate("ImportPage", "{count} rows"), translate("ImportPage", "about {count} rows")
    parts.append(fill(exactly if plan.table.counted else about, count=digits(plan.table.rows)))
    return "   ·   ".join(parts)


def rows_table(model: QAbstractItemModel, table: QTableView | None = None) -> QTableView:
    """Returns a table of rows of a file, of which none can be selected."""
    table = table or QTableView()
    table.setModel(model)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_REPORT)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionMode(QTableView.SelectionMode.NoSelection)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    return table
