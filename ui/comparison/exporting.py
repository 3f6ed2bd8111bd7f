"""Exporting and printing what is compared: the menu, the dialogs, the work, what is told of it.

    self.exporting = Exporting(self, workplace, lambda: page.loaded, lambda: page.view.reading)
    header = Header(..., self.exporting.open_menu, ...);  column.addWidget(self.exporting.bar)

The owner gets two commands: Ctrl+E opens the menu, Ctrl+P prints the list of changes and both texts.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDir, QObject, QPoint, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop_app.errors import AppError, CancelledError, NotWrittenError
from desktop_app.persian.digits import PDI
from desktop_app.progress import Progress
from desktop_app.whole_file import write_whole
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.comparison.export_bar import ExportBar
from ui.comparison.forms import Form, Shown, file_name, form_name, kind_of_file, made, shown_by
from ui.comparison.sources import Loaded
from ui.jobs import Job, run, show_error
from ui.widgets.comparison_view.reading import Reading
from ui.widgets.printing import PrinterTrouble, ask_printer, page_count, prepare_printer, print_pdf
from ui.workplace import Workplace

#: Asks where to: the suggested path and the filter of the dialog; None where the person thinks better of it.
AskPath = Callable[[Path, str], Path | None]
AskPrinter = Callable[[QPrinter, QWidget], bool]
OpenUrl = Callable[[QUrl], object]
#: Work that is done before is told only when it is done.
_QUICK_MS = 500
_FSI = "\u2068"

T = TypeVar("T")


class Exporting(QObject):
    """One export or print at a time; a new one stops the one before. Dialogs and desktop can be told otherwise."""

    def __init__(
        self,
        owner: QWidget,
        workplace: Workplace,
        loaded: Callable[[], Loaded | None],
        reading: Callable[[], Reading | None],
        *,
        ask_path: AskPath | None = None,
        ask_printer: AskPrinter = ask_printer,
        open_url: OpenUrl = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._workplace = workplace
        self._loaded = loaded
        self._reading = reading
        self.ask_path = ask_path or self._ask_with_dialog
        self.ask_printer = ask_printer
        self._open_url = open_url
        self._job: Job | None = None
        self.bar = ExportBar()
        self._late = QTimer(self, singleShot=True, interval=_QUICK_MS)
        self._work_words = ""
        self._late.timeout.connect(lambda: self.bar.show_work(self._work_words, self.stop))
        self.export_action = make_action(
            owner, translate("Comparison", "Export…"), self.open_menu, key="Ctrl+E", icon="ph.export"
        )
        self.print_action = make_action(
            owner, translate("Comparison", "Print"), self.print_comparison, key="Ctrl+P", everywhere=True
        )

    @property
    def commands(self) -> list[QAction]:
        """For the menu of everything that can be done."""
        return [self.export_action, self.print_action]

    # The menu

    def menu(self) -> QMenu:
        """What a comparison can be written as, and printing."""
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for form in Form:
            if form in (Form.DOCX, Form.TEXT):
                menu.addSeparator()
            menu.addAction(form_name(form), self._exporter(form))
        menu.addSeparator()
        menu.addAction(self.print_action)
        return menu

    def open_menu(self, under: QWidget | None = None) -> None:
        """Opens the menu under a button, or at the head of the screen."""
        if self._there() is None:
            return
        menu = self.menu()
        anchor = under if isinstance(under, QWidget) else self._owner
        height = anchor.height() if anchor is not self._owner else 48
        right = anchor.layoutDirection() == Qt.LayoutDirection.RightToLeft and anchor is not self._owner
        corner = anchor.mapToGlobal(QPoint(anchor.width() if right else 0, height))
        if right:
            corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)

    def export(self, form: Form) -> None:
        """Asks where to, and writes."""
        loaded = self._there()
        if loaded is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(folder or QDir.homePath()) / file_name(loaded, form)
        target = self.ask_path(suggested, f"{kind_of_file(form)} (*{form.suffix})")
        if target is not None:
            self.write(form, target)

    def write(self, form: Form, target: Path) -> None:
        """Writes to `target`, beside it first, so that a full disk leaves the old file whole."""
        loaded = self._loaded()
        if loaded is None:
            return
        if target.suffix.lower() != form.suffix:
            target = target.with_name(target.name + form.suffix)
        work = self._maker(loaded, form)

        def write(progress: Progress) -> Path:
            content = work(progress)
            if progress.cancelled():
                raise CancelledError(done=0)
            try:
                write_whole(target, content)
            except OSError as error:
                raise NotWrittenError(name=target.name) from error
            return target

        self._begin(
            fill(translate("Comparison", "Writing “{name}”…"), name=_shown(target)), write, self._on_written
        )

    # Printing

    def print_comparison(self) -> None:
        """Sets the pages, asks for a printer, and prints: the list of changes, then both texts."""
        loaded = self._there()
        if loaded is not None:
            self._begin(
                translate("Comparison", "Setting the pages…"),
                self._maker(loaded, Form.PDF_BOTH),
                lambda data: self._on_pages(data, file_name(loaded, Form.PDF_BOTH)),
            )

    def _on_pages(self, data: bytes, name: str) -> None:
        printer = prepare_printer(page_count(data), Path(name).stem)
        if not self.ask_printer(printer, self._owner):
            self.bar.hide()
            return
        self._begin(
            translate("Comparison", "Printing…"),
            lambda progress: print_pdf(data, printer, progress),
            self._on_printed,
        )

    def _on_printed(self, pages: int) -> None:
        words = fill(translate("Comparison", "{n} pages went to the printer."), n=pages)
        self.bar.show_done(words, None, None)

    # The work

    def stop(self) -> None:
        """Stops what is under way; a file that was there before stays as it was."""
        if self._job is None:
            return
        self._job.cancel()
        self._end()
        self.bar.show_note(translate("Comparison", "Stopped. Nothing was written."))

    def _there(self) -> Loaded | None:
        """What is compared; says so where there is nothing."""
        loaded = self._loaded()
        if loaded is None:
            self.bar.show_note(translate("Comparison", "Nothing is being compared"))
        return loaded

    def _maker(self, loaded: Loaded, form: Form) -> Callable[[Progress], bytes]:
        reading, workplace = self._reading(), self._workplace
        shown = Shown() if reading is None else shown_by(reading)
        services, who = workplace.services, workplace.actor.name
        return lambda progress: made(loaded, form, shown, services, who, progress)

    def _begin(self, words: str, work: Callable[[Progress], T], told: Callable[[T], None]) -> None:
        if self._job is not None:
            self._job.cancel()
        self._work_words = words
        self._late.start()

        def done(result: T) -> None:
            self._end()
            told(result)

        def trouble(error: Exception) -> None:
            if self._job is job:
                self._end()
                self._on_trouble(error)
            elif not isinstance(error, AppError):
                # Of work that was stopped only its bugs are told.
                show_error(self, error)

        job = self._job = run(self, work, done, trouble, progress=self.bar.show_progress)

    def _end(self) -> None:
        self._late.stop()
        self._job = None

    def _on_written(self, target: Path) -> None:
        words = fill(translate("Comparison", "“{name}” was written."), name=_shown(target))
        self.bar.show_done(
            words,
            lambda: self._open_url(QUrl.fromLocalFile(str(target))),
            lambda: self._open_url(QUrl.fromLocalFile(str(target.parent))),
        )

    def _on_trouble(self, error: Exception) -> None:
        if isinstance(error, PrinterTrouble):
            self.bar.show_trouble(
                translate("Comparison", "The printer did not take the pages. Check it, or write a PDF.")
            )
        elif isinstance(error, AppError):
            self.bar.show_trouble(error)
        else:
            self.bar.hide()
            show_error(self, error)

    def _exporter(self, form: Form) -> Callable[[], None]:
        return lambda: self.export(form)

    def _ask_with_dialog(self, suggested: Path, kinds: str) -> Path | None:
        title = translate("Comparison", "Export the comparison")
        name, _ = QFileDialog.getSaveFileName(self._owner, title, str(suggested), kinds)
        return Path(name) if name else None


def _shown(path: Path) -> str:
    """A file's name in its own direction."""
    return f"{_FSI}{path.name}{PDI}"
