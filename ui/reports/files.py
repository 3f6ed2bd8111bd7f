"""Printing and saving the current report: its pages, and its figures as a workbook."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.errors import NotWrittenError
from desktop_app.progress import Progress
from desktop_app.reports.spreadsheet import spreadsheet
from desktop_app.whole_file import write_whole
from desktop_app.wording import translate
from ui.actions import make_action
from ui.reports.made import MadeReport, file_name
from ui.widgets.export_work import AskPath, AskPrinter, ExportWork


class ReportFiles(QObject):
    """The commands, which are added to `screen`, and their progress strip (`work.bar`)."""

    def __init__(self, screen: QWidget, ask_path: AskPath | None, ask_printer: AskPrinter) -> None:
        super().__init__(screen)
        self._made: MadeReport | None = None
        title = translate("Reports", "Save the report")
        self.work = ExportWork(screen, title=title, ask_path=ask_path, ask_printer=ask_printer)
        self.print_action = make_action(
            screen, translate("Reports", "Print"), self.print_report, key="Ctrl+P", everywhere=True
        )
        self.print_first = make_action(
            screen, translate("Reports", "Print the first page"), self.print_first_page
        )
        self.pdf_action = make_action(screen, translate("Reports", "PDF"), self.save_pdf, key="Ctrl+S")
        self.sheet_action = make_action(
            screen, translate("Reports", "XLSX"), self.save_spreadsheet, key="Ctrl+Shift+S"
        )

    def show_made(self, made: MadeReport | None, *, on: bool) -> None:
        """Takes a report over; `on`: it may be printed and saved, as no other one is being read."""
        self._made = made
        for action in (self.print_action, self.print_first, self.pdf_action, self.sheet_action):
            action.setEnabled(on)

    def print_report(self) -> None:
        """Asks for a printer and prints the pages of the preview."""
        made = self._made
        if made is not None:
            self.work.print_pages(made.pdf, file_name(made.report, ".pdf"))

    def print_first_page(self) -> None:
        """Asks for a printer and prints the first page, which tells the period."""
        made = self._made
        if made is not None:
            self.work.print_pages(made.pdf, file_name(made.report, ".pdf"), last_page=1)

    def save_pdf(self) -> None:
        """Asks for a file name and saves the preview."""
        made = self._made
        if made is not None:
            name = file_name(made.report, ".pdf")
            self.work.ask_and_write(
                lambda _progress: made.pdf, name, ".pdf", translate("Reports", "PDF files")
            )

    def save_spreadsheet(self) -> None:
        """Asks for a file name and saves the figures as numbers."""
        made = self._made
        if made is None:
            return

        def make(target: Path, _progress: Progress) -> int:
            try:
                write_whole(target, spreadsheet(made.report, target.suffix.lower()))
            except OSError as error:
                raise NotWrittenError.because(target.name, error) from error
            return len(made.report.figures.by_unit)

        kinds = (
            (translate("Reports", "Excel workbooks"), ".xlsx"),
            (translate("Reports", "Tables of text"), ".csv"),
        )
        self.work.ask_and_make(make, file_name(made.report, ""), kinds)
