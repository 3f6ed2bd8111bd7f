"""The frame of a preview of pages: a bar with page and zoom above the pages, or a skeleton while they are made."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.wording import digits, fill, translate
from ui.actions import make_action
from ui.guard import guarded
from ui.theme import appearance, theme
from ui.widgets.button import IconButton
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.skeleton import Skeleton

#: Space around and between pages, in pixels.
MARGIN = 20
GAP = 16
#: The width below which a preview shows nothing legible.
NARROWEST = 360
_BAR = 40
_STEP = 1.15
SMALLEST, LARGEST = 0.25, 4.0


class PagedPreview(QWidget):
    """Turns and zooms the pages of `view`; subclasses say how."""

    def __init__(self, view: QAbstractScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(NARROWEST)
        view.setAccessibleName(translate("Reports", "Print preview"))
        self._pages_view = view
        #: What is missing on the pages.
        self.left_out = PlainLabel("", "secondary", "danger", wrap=True)
        self.left_out.setContentsMargins(16, 4, 16, 8)
        self.left_out.hide()
        self.page_label = PlainLabel("", "secondary", "text2")
        self._zoom = PlainLabel("", "secondary", "text2")
        self._stack = QStackedWidget()
        self._waiting = Skeleton("text")
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(view)
        self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addWidget(self.left_out)
        column.addWidget(self._stack, 1)
        appearance().theme_changed.connect(self._dress)
        self._dress()

    @property
    def pages(self) -> int:
        """The number of pages."""
        raise NotImplementedError

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        raise NotImplementedError

    def turn_to(self, page: int) -> None:
        """Scrolls to a page (from 0)."""
        raise NotImplementedError

    def zoom(self, factor: float) -> None:
        """Shows pages at `factor` of their size on paper."""
        raise NotImplementedError

    def fit_width(self) -> None:
        """Fits pages to the width of the pane."""
        raise NotImplementedError

    def factor(self) -> float:
        """Returns the current zoom factor, 1 for the size on paper."""
        raise NotImplementedError

    def show_waiting(self) -> None:
        """Shows a skeleton while other pages are made."""
        self._stack.setCurrentWidget(self._waiting)

    def show_pages(self) -> None:
        """Shows the pages from the first one on."""
        self._stack.setCurrentWidget(self._pages_view)
        self.turn_to(0)
        self.show_page()
        self.show_zoom()

    def _make_buttons(self) -> None:
        self.previous = IconButton("ph.caret-left", translate("Reports", "Previous page"), key="PgUp")
        self.following = IconButton("ph.caret-right", translate("Reports", "Next page"), key="PgDown")
        self.smaller = IconButton("ph.minus", translate("Reports", "Smaller"))
        self.larger = IconButton("ph.plus", translate("Reports", "Larger"))
        self.previous.clicked.connect(lambda: self.turn_to(self.page - 1))
        self.following.clicked.connect(lambda: self.turn_to(self.page + 1))
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
        title = PlainLabel(translate("Reports", "Print preview"), "secondary", "text2", elide=True)
        title.setFixedHeight(_BAR)
        row.addWidget(title, 1)
        for widget in (self.previous, self.page_label, self.following):
            row.addWidget(widget)
        row.addSpacing(16)
        for widget in (self.smaller, self._zoom, self.larger):
            row.addWidget(widget)
        return row

    def show_page(self) -> None:
        """Shows which page is in view."""
        page, count = self.page, self.pages
        words = translate("Reports", "Page {page} of {count}")
        self.page_label.setText(fill(words, page=page + 1, count=count) if count else "")
        self.previous.setEnabled(page > 0)
        self.following.setEnabled(page + 1 < count)

    def show_zoom(self) -> None:
        """Shows the zoom factor."""
        percent = digits(round(self.factor() * 100))
        self._zoom.setText(fill(translate("Reports", "{percent}%"), percent=percent))

    def _dress(self) -> None:
        palette = self._pages_view.palette()
        palette.setColor(QPalette.ColorRole.Dark, theme().chrome)
        self._pages_view.setPalette(palette)

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
