"""The preview of a report, which renders the very PDF that is printed and saved."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.wording.letters import without_logo_words
from ui.guard import guarded
from ui.widgets.paged_preview import GAP, LARGEST, MARGIN, SMALLEST, PagedPreview
from ui.widgets.painting import right_to_left


class _PdfPages(QPdfView):
    """The pages; `resized` is emitted when the available width changes."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The view lays out its pages from the left in every layout direction, so its scroll bar has to do the same.
        self.horizontalScrollBar().setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class PdfPreview(PagedPreview):
    """Shows one of the program's own PDFs at a time, at first fitted to the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        view = _PdfPages()
        super().__init__(view, parent)
        self.view = view
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocumentMargins(QMargins(MARGIN, GAP, MARGIN, GAP))
        self.view.setPageSpacing(GAP)
        self.view.pageNavigator().currentPageChanged.connect(lambda _page: self.show_page())
        self.view.zoomFactorChanged.connect(lambda _factor: self.show_zoom())
        #: The zoom factor that the program chose, until somebody chooses another.
        self._most: float | None = None
        self.view.resized.connect(self._on_resized)

    @property
    def pdf(self) -> bytes:
        """The displayed file."""
        return bytes(self._buffer.data().data())

    @property
    def pages(self) -> int:
        return self.document.pageCount()

    @property
    def page(self) -> int:
        return self.view.pageNavigator().currentPage()

    def show_pdf(self, data: bytes, *, without_logo: bool = False) -> None:
        """Shows a PDF from its first page on, and says if its logo is missing."""
        self.left_out.setText(without_logo_words() if without_logo else "")
        self.left_out.setVisible(without_logo)
        self._release()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.show_pages()

    def turn_to(self, page: int) -> None:
        if 0 <= page < self.pages:
            self.view.pageNavigator().jump(page, QPointF(), self.view.zoomFactor())

    def zoom_within(self, most: float) -> None:
        """Shows pages at `most` of their size on paper, fitted to the width of a narrower pane."""
        self.fit_width()
        if self.factor() > most:
            self.zoom(most)
        self._most = most

    def _on_resized(self) -> None:
        if self._most is not None:
            self.zoom_within(self._most)
        self.show_zoom()

    def zoom(self, factor: float) -> None:
        self._most = None
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(factor, SMALLEST), LARGEST))
        self.show_zoom()
        if right_to_left():
            # A page wider than the pane starts at its leading edge.
            across = self.view.horizontalScrollBar()
            across.setValue(across.maximum())

    def fit_width(self) -> None:
        self._most = None
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.show_zoom()

    def factor(self) -> float:
        if self.view.zoomMode() == QPdfView.ZoomMode.Custom or not self.pages:
            return float(self.view.zoomFactor())
        wide = self.document.pagePointSize(0).width() * self.logicalDpiX() / 72
        return max(0.01, (self.view.viewport().width() - 2 * MARGIN) / wide)

    def _release(self) -> None:
        """Closes the document before its buffer changes, from which it reads lazily."""
        self.document.close()
        self._buffer.close()
