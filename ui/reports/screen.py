"""The reports (گزارش‌ها): a month in figures, and beside it the page that is printed and saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.errors import AppError
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
    save_report,
    write_trouble,
)
from ui.reports.page import ReportPage
from ui.widgets.empty_state import EmptyState, FirstStep
from ui.widgets.export_work import shown_name
from ui.widgets.message_bar import MessageBar
from ui.widgets.pdf_preview import PREVIEW_WIDTH, Preview
from ui.widgets.printing import PrinterTrouble, ask_printer, prepare_printer, print_pdf
from ui.widgets.skeleton import Skeleton
from ui.workplace import Screen, Workplace

#: Asks where to: the suggested path and the filter of the dialog; None where the person thinks better of it.
AskPath = Callable[[Path, str], Path | None]
AskPrinter = Callable[[QPrinter, QWidget], bool]


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
        self._ask_path = ask_path or self._ask_with_dialog
        self._ask_printer = ask_printer
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
        self.notice = MessageBar()
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
        return fill(words, month=self.made.report.figures.month.title)

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
        if made is None:
            return
        printer = prepare_printer(self.preview.pages, file_name(made.report, ""))
        if not self._ask_printer(printer, self):
            return
        self.notice.say(translate("Reports", "Printing…"), tone="info")

        def told(pages: int) -> None:
            self.notice.clear()
            self.say(fill(translate("Reports", "{n} pages went to the printer."), n=pages))

        def progressed(done: int, total: int | None) -> None:
            words = translate("Reports", "Printing page {page} of {count}…")
            self.notice.say(fill(words, page=done, count=total or done), tone="info")

        run(
            self,
            lambda progress: print_pdf(made.pdf, printer, progress),
            told,
            self._on_print_trouble,
            progress=progressed,
        )

    def save_pdf(self) -> None:
        """Asks where to, and saves what the preview shows."""
        self._save(".pdf", translate("Reports", "PDF files"))

    def save_spreadsheet(self) -> None:
        """Asks where to, and saves the figures as numbers."""
        self._save(".xlsx", translate("Reports", "Excel workbooks"))

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

    # Saving and printing

    def _save(self, suffix: str, kind: str) -> None:
        made = self.made
        if made is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(folder or QDir.homePath()) / file_name(made.report, suffix)
        target = self._ask_path(suggested, f"{kind} (*{suffix})")
        if target is None:
            return
        if target.suffix.lower() != suffix:
            target = target.with_name(target.name + suffix)

        def told(path: Path) -> None:
            words = translate("Reports", "The report was saved as “{name}”.")
            self.say(fill(words, name=shown_name(path)))

        def trouble(error: Exception) -> None:
            if isinstance(error, OSError):
                self.notice.say(write_trouble(error, target), tone="error")
            else:
                show_error(self, error)

        self.notice.clear()
        run(self, lambda: save_report(made, target), told, trouble)

    def _on_print_trouble(self, error: Exception) -> None:
        if isinstance(error, PrinterTrouble):
            words = translate(
                "Reports", "The printer did not take the pages. Check it, or save the report as PDF."
            )
            self.notice.say(words, tone="error")
        else:
            show_error(self, error)

    def _ask_with_dialog(self, suggested: Path, kinds: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(
            self, translate("Reports", "Save the report"), str(suggested), kinds
        )
        return Path(name) if name else None

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
        both = QWidget()
        panes = QHBoxLayout(both)
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(0)
        self.preview.setMaximumWidth(PREVIEW_WIDTH)
        panes.addWidget(self.page, 3)
        panes.addWidget(self.preview, 2)
        self._stack.addWidget(both)
        self._stack.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notice)
