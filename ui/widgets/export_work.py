"""Writes a file or prints pages on a worker thread: one job at a time, with a progress strip, cancellable.

self.work = ExportWork(self); column.addWidget(self.work.bar)
self.work.write(lambda progress: made(progress), target)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QDir, QObject, QStandardPaths, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.errors import AppError, CancelledError, NotWrittenError
from desktop_app.persian.text import shown_name
from desktop_app.progress import Progress
from desktop_app.whole_file import write_whole
from desktop_app.wording import fill, translate
from ui.jobs import Job, run, show_error
from ui.widgets.export_bar import ExportBar
from ui.widgets.exported import Export

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: Asks for the target: takes the suggested path and the filter of the dialog; returns None if cancelled.
AskPath = Callable[[Path, str], Path | None]
AskPrinter = Callable[["QPrinter", QWidget], bool]
#: Makes the content of a file, or an export with notes.
Make = Callable[[Progress], "bytes | Export"]
OpenUrl = Callable[[QUrl], object]
#: A job that ends within so many milliseconds shows no progress.
_QUICK_MS = 500

T = TypeVar("T")


class ExportWork(QObject):
    """Runs export jobs; a new job cancels the previous one.

    The dialogs and the desktop can be replaced (for tests). `written` is emitted when a file was written.
    """

    written = Signal()

    def __init__(
        self,
        owner: QWidget,
        *,
        title: str = "",
        ask_path: AskPath | None = None,
        ask_printer: AskPrinter | None = None,
        open_url: OpenUrl = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(owner)
        self._title = title
        self.ask_path = ask_path
        self.ask_printer = ask_printer or _ask_printer
        self._open_url = open_url
        self._job: Job | None = None
        self.bar = ExportBar()
        self._late = QTimer(self, singleShot=True, interval=_QUICK_MS)
        self._words = ""
        self._late.timeout.connect(lambda: self.bar.show_work(self._words, self.stop))

    def ask_and_write(self, make: Make, name: str, suffix: str, kind: str) -> None:
        """Asks for the target, suggesting `name` in the documents folder, and writes; `kind` names the file type."""
        ask = self.ask_path or self._ask_with_dialog
        target = ask(documents_folder() / name, f"{kind} (*{suffix})")
        if target is not None:
            self.write(make, target, suffix)

    def write(self, make: Make, target: Path, suffix: str) -> None:
        """Writes to `target` through a temporary file, so that a full disk leaves an existing file intact.

        The notes of an `Export` are shown with its name.
        """
        if target.suffix.lower() != suffix:
            target = target.with_name(target.name + suffix)

        def write(progress: Progress) -> tuple[str, ...]:
            made = make(progress)
            export = made if isinstance(made, Export) else Export(made)
            if progress.cancelled():
                raise CancelledError(done=0)
            try:
                write_whole(target, export.content)
            except OSError as error:
                raise NotWrittenError.because(target.name, error) from error
            return export.notes

        self.begin(
            fill(translate("Comparison", "Writing “{name}”…"), name=shown_name(target.name)),
            write,
            lambda notes: self.show_written(target, target.parent, notes=notes),
        )

    def ask_and_make(
        self, make: Callable[[Path, Progress], int], name: str, kinds: Sequence[tuple[str, str]]
    ) -> None:
        """Asks for the target, suggesting `name` (without suffix), and lets `make` write it and return its number
        of rows.

        `kinds` are (name of the file type, suffix); the first one is used if the typed name has none of them.
        """
        offered = {f"{words} (*{suffix})": suffix for words, suffix in kinds}
        first = kinds[0][1]
        if self.ask_path is not None:
            target, chosen = self.ask_path(documents_folder() / (name + first), ";;".join(offered)), first
        else:
            target, chosen = self._ask_which(documents_folder() / (name + first), offered)
        if target is None:
            return
        if target.suffix.lower() not in offered.values():
            target = target.with_name(target.name + chosen)
        written = target
        self.begin(
            fill(translate("Comparison", "Writing “{name}”…"), name=shown_name(written.name)),
            lambda progress: make(written, progress),
            lambda rows: self.show_written(written, written.parent, rows),
        )

    def _ask_which(self, suggested: Path, offered: Mapping[str, str]) -> tuple[Path | None, str]:
        name, kind = QFileDialog.getSaveFileName(self._owner, self._title, str(suggested), ";;".join(offered))
        return (Path(name) if name else None), offered.get(kind, next(iter(offered.values())))

    def set_and_print(self, make: Callable[[Progress], bytes], name: str) -> None:
        """Makes the pages, asks for a printer, and prints."""
        self.begin(
            translate("Comparison", "Setting the pages…"), make, lambda data: self.print_pages(data, name)
        )

    def print_pages(
        self,
        data: bytes,
        name: str,
        first: Callable[[], object] | None = None,
        *,
        last_page: int | None = None,
    ) -> None:
        """Asks for a printer, and prints a PDF; `first` runs on the worker before the first page is printed.

        `last_page`, from 1, is what the dialog proposes instead of the last one.
        """
        from ui.widgets.printing import (  # noqa: PLC0415 - Qt's PDF and printing, on the first print
            PrinterTrouble,
            page_count,
            prepare_printer,
            print_pdf,
        )

        printer = prepare_printer(last_page or page_count(data), Path(name).stem)
        try:
            wanted = self.ask_printer(printer, self._owner)
        except PrinterTrouble as error:
            self._on_trouble(error)
            return
        if not wanted:
            self.bar.hide()
            return

        def work(progress: Progress) -> int:
            if first is not None:
                first()
            return print_pdf(data, printer, progress)

        self.begin(translate("Comparison", "Printing…"), work, self._on_printed)

    def stop(self) -> None:
        """Cancels the current job; an existing file stays unchanged."""
        if self._job is None:
            return
        self._job.cancel()
        self._end()
        self.bar.show_note(translate("Comparison", "Stopped. Nothing was written."))

    def begin(self, words: str, work: Callable[[Progress], T], on_done: Callable[[T], None]) -> None:
        """Runs `work` on a worker; `words` are shown in the strip if it takes long, an error in any case."""
        if self._job is not None:
            self._job.cancel()
        self._words = words
        self._late.start()

        def done(result: T) -> None:
            self._end()
            on_done(result)

        def trouble(error: Exception) -> None:
            if self._job is job:
                self._end()
                self._on_trouble(error)
            elif not isinstance(error, AppError):
                # Expected errors of a cancelled job are ignored, but not its bugs.
                show_error(self, error)

        job = self._job = run(self, work, done, trouble, progress=self.bar.show_progress)

    def show_written(
        self, target: Path, folder: Path, rows: int | None = None, notes: Sequence[str] = ()
    ) -> None:
        """Shows that a file was written, with the number of rows of a list, and buttons that open file and folder."""
        words = fill(translate("Comparison", "“{name}” was written."), name=shown_name(target.name))
        if rows is not None:
            template = translate("Comparison", "“{name}” was written: {n} rows.")
            words = fill(template, name=shown_name(target.name), n=rows)
        self.bar.show_done(
            words,
            lambda: self._open_url(QUrl.fromLocalFile(str(target))),
            lambda: self._open_url(QUrl.fromLocalFile(str(folder))),
            " ".join(notes),
        )
        self.written.emit()

    @property
    def _owner(self) -> QWidget:
        # Not stored in an attribute: a reference cycle would outlive the window.
        owner = self.parent()
        assert isinstance(owner, QWidget)
        return owner

    def _end(self) -> None:
        self._late.stop()
        self._job = None

    def _on_printed(self, pages: int) -> None:
        words = fill(translate("Comparison", "{n} pages went to the printer."), n=pages)
        self.bar.show_done(words, None, None)

    def _on_trouble(self, error: Exception) -> None:
        from ui.widgets.printing import NoPrinter, PrinterTrouble  # noqa: PLC0415

        if isinstance(error, NoPrinter):
            self.bar.show_trouble(
                translate("Comparison", "This PC has no printer that is set up. Add one, or write a PDF.")
            )
        elif isinstance(error, PrinterTrouble):
            self.bar.show_trouble(
                translate("Comparison", "The printer did not take the pages. Check it, or write a PDF.")
            )
        elif isinstance(error, AppError):
            self.bar.show_trouble(error)
        else:
            self.bar.hide()
            show_error(self, error)

    def _ask_with_dialog(self, suggested: Path, kinds: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._owner, self._title, str(suggested), kinds)
        return Path(name) if name else None


def documents_folder() -> Path:
    """Returns the person's documents folder."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder or QDir.homePath())


def _ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    from ui.widgets.printing import ask_printer  # noqa: PLC0415 - on the first print

    return ask_printer(printer, parent)
