"""Unattended printing from the command line: a PDF to a named printer or the default one."""

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
    """What was sent to which printer; `pages` of one copy."""

    printer: str
    pages: int


def print_unattended(data: bytes, name: str, printer: str, *, copies: int, duplex: bool) -> PrintJob:
    """Prints a PDF under `name` on a printer that `find_printer` returned. Raises `PrinterError`."""
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
    # Kept for the lifetime of the process: Qt cannot paint without an application.
    _application.append(QApplication(["mosharekat"]))


def find_printer(name: str) -> str:
    """Returns the system's spelling of a printer name; for an empty name the default printer. Raises
    `PrinterError`.
    """
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
    """Configures a printer for a job. One without duplex printing prints on one side."""
    printer.setPrinterName(name)
    printer.setCopyCount(copies)
    printer.setCollateCopies(True)
    if duplex:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
