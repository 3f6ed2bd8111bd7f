"""Prints a PDF page by page at the printer's resolution, each page in its orientation."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from desktop_app.progress import Progress

#: The maximum resolution in dpi: nothing finer is visible, and a page would take hundreds of megabytes.
FINEST = 600
#: A page is rendered in bands of at most so many pixels, so that it is never in memory as a whole.
_BAND_PIXELS = 8_000_000
POINTS_PER_INCH = 72.0


class PrinterTrouble(Exception):  # noqa: N818 - a device failure that the screen reports
    """The printer did not take the job."""


class NoPrinter(PrinterTrouble):
    """This PC has no printer."""


def ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    """Shows the system's print dialog; returns whether the person wants to print.

    Raises `NoPrinter`: without a printer the dialog would only offer what saving does better.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    dialog = QPrintDialog(printer, parent)
    try:
        return dialog.exec() == QPrintDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()


def prepare_printer(pages: int, name: str) -> QPrinter:
    """Returns a printer set to A4 without margins: the document has its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    printer.setFullPage(True)
    printer.setDocName(name)
    printer.setFromTo(1, pages)
    return printer


def page_count(data: bytes) -> int:
    """Returns the number of pages of a PDF."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        return document.pageCount()
    finally:
        document.close()
        buffer.close()


def print_pdf(data: bytes, printer: QPrinter, progress: Progress) -> int:
    """Prints the selected pages and returns how many; may run on a worker thread. Raises `PrinterTrouble`."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        return _print(document, printer, progress)
    finally:
        document.close()
        buffer.close()


def _print(document: QPdfDocument, printer: QPrinter, progress: Progress) -> int:
    wanted, usual = _wanted_pages(document, printer), printer.pageLayout().pageSize()
    painter = QPainter()
    if wanted:
        _turn(document, wanted[0], printer, usual)
    if not wanted or not painter.begin(printer):
        raise PrinterTrouble
    # JPEG would surround the letters with grey artefacts.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        for done, page in enumerate(wanted):
            if progress.cancelled():
                printer.abort()
                return done
            if done:
                _turn(document, page, printer, usual)
                if not printer.newPage():
                    raise PrinterTrouble
            _draw_page(document, page, painter, printer)
            progress.report(done + 1, len(wanted))
    finally:
        painter.end()
    return len(wanted)


def _turn(document: QPdfDocument, page: int, printer: QPrinter, usual: QPageSize) -> None:
    """Sets the paper's size and orientation for a page, which has to happen before the page begins.

    A page of A5 is printed on A5, any other one on the `usual` paper.
    """
    points = document.pagePointSize(page)
    small = QPageSize.id(points, QPageSize.Unit.Point) == QPageSize.PageSizeId.A5
    size = QPageSize(QPageSize.PageSizeId.A5) if small else usual
    if printer.pageLayout().pageSize() != size:
        printer.setPageSize(size)
    lies = points.width() > points.height()
    wanted = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    if printer.pageLayout().orientation() != wanted:
        printer.setPageOrientation(wanted)


def _wanted_pages(document: QPdfDocument, printer: QPrinter) -> list[int]:
    last = document.pageCount()
    first = max(printer.fromPage(), 1)
    pages = list(range(first - 1, min(printer.toPage() or last, last)))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def _draw_page(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter) -> None:
    points = document.pagePointSize(page)
    resolution = min(printer.resolution(), FINEST)
    size = _pixels(points, resolution)
    scale = printer.resolution() / resolution
    band = max(1, _BAND_PIXELS // max(1, size.width()))
    for top in range(0, size.height(), band):
        height = min(band, size.height() - top)
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(size)
        options.setScaledClipRect(QRect(0, top, size.width(), height))
        image = _on_white(document.render(page, QSize(size.width(), height), options))
        target = QRectF(0, top * scale, size.width() * scale, height * scale)
        painter.drawImage(target, image)


def _on_white(drawn: QImage) -> QImage:
    """Returns the picture on a white background: pages are transparent, which printers handle differently."""
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper


def _pixels(points: QSizeF, resolution: int) -> QSize:
    return QSize(
        round(points.width() * resolution / POINTS_PER_INCH),
        round(points.height() * resolution / POINTS_PER_INCH),
    )
