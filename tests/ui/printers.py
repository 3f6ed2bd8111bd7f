"""Printing into a PDF, as somebody who chooses that in the dialog does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget


def into_file(path: Path) -> Callable[[QPrinter, QWidget], bool]:
    """A dialog in which somebody chooses to print into a PDF."""

    def choose(printer: QPrinter, parent: QWidget) -> bool:
        del parent
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    return choose
