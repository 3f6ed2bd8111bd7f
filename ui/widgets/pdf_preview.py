"""The preview of a report, which renders the very PDF that is printed and saved."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.wording import digits, fill, translate
from desktop_app.wording.letters import without_logo_words
from ui.actions import make_action
from ui.guard import guarded
from ui.theme import appearance, theme
from ui.widgets.button import IconButton
from ui.widgets.painting import hairline, right_to_left, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.skeleton import Skeleton

PREVIEW_WIDTH = 512
_BAR = 40
_MARGIN = 20
_STEP = 1.15
_SMALLEST, _LARGEST = 0.25, 4.0


class _PdfPages(QPdfView):
    """The pages; `resized` is emitted when the available width changes."""

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The view lays out its pages from the left in every layout direction, so its scroll bar has to do the same.
        self.horizontalScrollBar().setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class PdfPreview(QWidget):
    """Shows one PDF at a time, at first fitted to the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(360)
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = _PdfPages(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocumentMargins(QMargins(_MARGIN, 16, _MARGIN, 16))
        self.view.setPageSpacing(16)
        self.view.setAccessibleName(translate("Reports", "Print preview"))
        #: What is missing on the pages.
        self.left_out = PlainLabel("", "secondary", "danger", wrap=True)
        self.left_out.setContentsMargins(16, 4, 16, 8)
        self.left_out.hide()
        self.page_label = PlainLabel("", "secondary", "text2")
        self._zoom = PlainLabel("", "secondary", "text2")
        self._stack = QStackedWidget()
        self._waiting = Skeleton("text")
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self.view)
        self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addWidget(self.left_out)
        column.addWidget(self._stack, 1)
        self.view.pageNavigator().currentPageChanged.connect(self._on_page)
        self.view.zoomFactorChanged.connect(lambda _factor: self._show_zoom())
        self.view.resized.connect(self._show_zoom)
        appearance().theme_changed.connect(self._dress)
        self._dress()

    @property
    def pdf(self) -> bytes:
        """The displayed file."""
        return bytes(self._buffer.data().data())

    @property
    def pages(self) -> int:
        return self.document.pageCount()

    def show_waiting(self) -> None:
        """Shows a skeleton while other pages are made."""
        self._stack.setCurrentWidget(self._waiting)

    def show_pdf(self, data: bytes, *, without_logo: bool = False) -> None:
        """Shows a PDF from its first page on, and says if its logo is missing."""
        self.left_out.setText(without_logo_words() if without_logo else "")
        self.left_out.setVisible(without_logo)
        self._release()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._stack.setCurrentWidget(self.view)
        self.turn_to(0)
        self._on_page(0)
        self._show_zoom()

    def turn_to(self, page: int) -> None:
        """Scrolls to a page (from 0)."""
        if 0 <= page < self.pages:
            self.view.pageNavigator().jump(page, QPointF(), self.view.zoomFactor())

    def zoom(self, factor: float) -> None:
        """Shows pages at `factor` of their size on paper."""
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(factor, _SMALLEST), _LARGEST))
        self._show_zoom()
        if right_to_left():
            # A page wider than the pane starts at its leading edge.
            across = self.view.horizontalScrollBar()
            across.setValue(across.maximum())

    def fit_width(self) -> None:
        """Fits pages to the width of the pane."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._show_zoom()

    def factor(self) -> float:
        """Returns the current zoom factor, 1 for the size on paper."""
        if self.view.zoomMode() == QPdfView.ZoomMode.Custom or not self.pages:
            return float(self.view.zoomFactor())
        wide = self.document.pagePointSize(0).width() * self.logicalDpiX() / 72
        return max(0.01, (self.view.viewport().width() - 2 * _MARGIN) / wide)

    def _release(self) -> None:
        """Closes the document before its buffer changes, from which it reads lazily."""
        self.document.close()
        self._buffer.close()

    def _make_buttons(self) -> None:
        self.previous = IconButton("ph.caret-left", translate("Reports", "Previous page"), key="PgUp")
        self.following = IconButton("ph.caret-right", translate("Reports", "Next page"), key="PgDown")
        self.smaller = IconButton("ph.minus", translate("Reports", "Smaller"))
        self.larger = IconButton("ph.plus", translate("Reports", "Larger"))
        navigator = self.view.pageNavigator()
        self.previous.clicked.connect(lambda: self.turn_to(navigator.currentPage() - 1))
        self.following.clicked.connect(lambda: self.turn_to(navigator.currentPage() + 1))
        self.smaller.clicked.connect(lambda: self.zoom(self.factor() / _STEP))
        self.larger.clicked.connect(lambda: self.zoom(self.factor() * _STEP))
        for text, act, key in (
            (translate("Reports", "Previous page"), self.previous.click, "PgUp"),
            (translate("Reports", "Next page"), self.following.click, "PgDown"),
            (translate("Reports", "Fit the page to the width"), self.fit_width, "Ctrl+0"),
        ):
            make_action(self, text, act, key=key)

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        set_margins(row, 16, 0, 8, 0)
        row.setSpacing(4)
        title = PlainLabel(translate("Reports", "Print preview"), "secondary", "text2")
        title.setFixedHeight(_BAR)
        row.addWidget(title)
        row.addStretch(1)
        for widget in (self.previous, self.page_label, self.following):
            row.addWidget(widget)
        row.addSpacing(16)
        for widget in (self.smaller, self._zoom, self.larger):
            row.addWidget(widget)
        return row

    def _on_page(self, page: int) -> None:
        count = self.pages
        words = translate("Reports", "Page {page} of {count}")
        self.page_label.setText(fill(words, page=page + 1, count=count) if count else "")
        self.previous.setEnabled(page > 0)
        self.following.setEnabled(page + 1 < count)

    def _show_zoom(self) -> None:
        percent = digits(round(self.factor() * 100))
        self._zoom.setText(fill(translate("Reports", "{percent}%"), percent=percent))

    def _dress(self) -> None:
        palette = self.view.palette()
        palette.setColor(QPalette.ColorRole.Dark, theme().chrome)
        self.view.setPalette(palette)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().chrome)
        head = QRectF(0, 0, box.width(), _BAR)
        painter.fillRect(head, theme().pane)
        hairline(painter, head)
        edge = self.width() - 1 if self.isRightToLeft() else 0
        painter.fillRect(QRectF(edge, 0, 1, self.height()), theme().line)
