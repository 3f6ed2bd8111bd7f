"""Printing where nobody looks: a PDF onto a named printer, or the usual one, from the command line."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import Final

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from desktop_app.errors import PrinterError
from desktop_app.progress import SilentProgress
from ui.widgets.printing import PrinterTrouble, page_count, prepare_printer, print_pdf

_application: Final[list[QApplication]] = []


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What went to which printer; `pages` of one copy."""

    printer: str
    pages: int


def print_unattended(data: bytes, name: str, printer: str, *, copies: int, duplex: bool) -> PrintJob:
    """Prints a PDF under `name` on a printer that `find_printer` found. Raises `PrinterError`."""
    _have_application()
    chosen = prepare_printer(page_count(data), name)
    set_up(chosen, printer, copies=copies, duplex=duplex)
    try:
        return PrintJob(printer, print_pdf(data, chosen, SilentProgress()))
    except PrinterTrouble as error:
        raise PrinterError(reason="refused", name=printer) from error


def _have_application() -> None:
    if QApplication.instance() is not None:
        return
    if sys.platform not in {"win32", "darwin"} and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Held for as long as the process lasts: nothing is painted without one.
    _application.append(QApplication(["mosharekat"]))


def find_printer(name: str) -> str:
    """The printer of this name as the system writes it; of an empty one the usual printer. Raises `PrinterError`."""
    _have_application()
    if not name:
        usual = QPrinterInfo.defaultPrinter()
        if usual.isNull():
            raise PrinterError(reason="none", name="")
        return usual.printerName()
    for known in QPrinterInfo.availablePrinterNames():
        if known.casefold() == name.casefold():
            return known
    raise PrinterError(reason="unknown", name=name)


def set_up(printer: QPrinter, name: str, *, copies: int, duplex: bool) -> None:
    """Sets a printer up for a job. One that cannot print on both sides prints on one."""
    printer.setPrinterName(name)
    printer.setCopyCount(copies)
    printer.setCollateCopies(True)
    if duplex:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
