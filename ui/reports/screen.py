"""The reports (گزارش‌ها): a month in figures, and beside it the page that is printed and saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.progress import Progress
from desktop_app.reports.spreadsheet import spreadsheet
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.errors import sentence
from ui.jobs import Job, run, show_error
from ui.reports.header import ReportHeader
from ui.reports.made import (
    Choice,
    MadeReport,
    file_name,
    make_report,
    read_choice,
)
from ui.reports.page import ReportPage
from ui.widgets.empty_state import EmptyState, FirstStep
from ui.widgets.export_work import AskPath, AskPrinter, ExportWork
from ui.widgets.pdf_preview import PREVIEW_WIDTH, Preview
from ui.widgets.printing import ask_printer
from ui.widgets.skeleton import Skeleton
from ui.workplace import Screen, Workplace


class ReportsScreen(Screen):
    """`ask_path` and `ask_printer` are the system's dialogs unless told."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget | None = None,
        *,
        ask_path: AskPath | None = None,
        ask_printer: AskPrinter = ask_printer,
    ) -> None:
        super().__init__(workplace, parent)
        self._choice: Choice | None = None
        self._job: Job | None = None
        self.made: MadeReport | None = None
        self._print = make_action(
            self, translate("Reports", "Print"), self.print_report, key="Ctrl+P", everywhere=True
        )
        self._save_pdf = make_action(self, translate("Reports", "PDF"), self.save_pdf, key="Ctrl+S")
        self._save_sheet = make_action(
            self, translate("Reports", "XLSX"), self.save_spreadsheet, key="Ctrl+Shift+S"
        )
        self.header = ReportHeader(self._print, self._save_pdf, self._save_sheet)
        self.page = ReportPage()
        self.preview = Preview()
        self.work = ExportWork(
            self, title=translate("Reports", "Save the report"), ask_path=ask_path, ask_printer=ask_printer
        )
        self._stack = QStackedWidget()
        self._state: QWidget = Skeleton("rows")
        self._lay_out()
        self.header.wanted.connect(self._read)
        self.page.rows_wanted.connect(lambda wanted: self.navigate.emit("inbox", wanted))
        self._enable(False)
        self._begin()

    def title(self) -> str:
        """The report that is shown."""
        if self.made is None:
            return translate("Reports", "Reports")
        words = translate("Reports", "Monthly report {month}")
        return fill(words, month=self.made.report.figures.period.title)

    def refresh(self) -> None:
        """Reads the figures again."""
        if self._choice is None:
            self._begin()
        else:
            self._read()

    def roles_changed(self) -> bool:
        self.refresh()
        return True

    def print_report(self) -> None:
        """Asks for a printer and prints the pages of the preview."""
        made = self.made
        if made is not None:
            self.work.print_pages(made.pdf, file_name(made.report, ".pdf"))

    def save_pdf(self) -> None:
        """Asks where to, and saves what the preview shows."""
        made = self.made
        if made is not None:
            self._save(lambda _progress: made.pdf, ".pdf", translate("Reports", "PDF files"))

    def save_spreadsheet(self) -> None:
        """Asks where to, and saves the figures as numbers."""
        made = self.made
        if made is not None:
            self._save(
                lambda _progress: spreadsheet(made.report, ".xlsx"),
                ".xlsx",
                translate("Reports", "Excel workbooks"),
            )

    # Reading

    def _begin(self) -> None:
        services = self.workplace.services
        self._show_state(Skeleton("rows"))
        run(self, lambda: read_choice(services), self._on_choice, self._on_trouble)

    def _on_choice(self, choice: Choice) -> None:
        self._choice = choice
        self.header.offer(choice.latest, choice.units)
        self._read()

    def _read(self) -> None:
        month, unit_id, services = self.header.month, self.header.unit_id, self.workplace.services
        if month is None:
            return
        if self._job is not None:
            self._job.cancel()
        self._enable(False)
        self.preview.show_waiting()
        actor = self.workplace.actor
        self._job = run(
            self, lambda: make_report(services, month, unit_id, actor), self._on_made, self._on_trouble
        )

    def _on_made(self, made: MadeReport) -> None:
        self._job = None
        self.made = made
        assert self._choice is not None
        self.page.show_report(made, self._choice.units)
        self.header.show_as_of(made.report.as_of)
        self.preview.show_pdf(made.pdf)
        self._stack.setCurrentIndex(0)
        self._enable(True)
        self.title_changed.emit()

    def _on_trouble(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, AppError):
            show_error(self, error)
            return
        again = FirstStep(
            "ph.arrow-clockwise",
            translate("Reports", "Try the same again"),
            translate("Reports", "Nothing was changed or lost"),
            translate("Reports", "Try again"),
            self.refresh,
            key="F5",
        )
        self._show_state(
            EmptyState(
                translate("Reports", "The report could not be made"),
                sentence(error),
                icon="ph.warning",
                tone="danger",
                steps=[again],
            )
        )

    def _save(self, make: Callable[[Progress], bytes], suffix: str, kind: str) -> None:
        assert self.made is not None
        self.work.ask_and_write(make, file_name(self.made.report, suffix), suffix, kind)

    # Building

    def _enable(self, on: bool) -> None:
        for action in (self._print, self._save_pdf, self._save_sheet):
            action.setEnabled(on)

    def _show_state(self, widget: QWidget) -> None:
        old = self._state
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self._stack.removeWidget(old)
        old.deleteLater()
        self._state = widget

    def _lay_out(self) -> None:
        # From the outside inwards: whatever is brought into another widget is styled anew with all that is in it.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        both = QWidget()
        self._stack.addWidget(both)
        panes = QHBoxLayout(both)
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(0)
        self.preview.setMaximumWidth(PREVIEW_WIDTH)
        panes.addWidget(self.page, 3)
        panes.addWidget(self.preview, 2)
        self._stack.addWidget(self._state)
        column.addWidget(self.work.bar)
