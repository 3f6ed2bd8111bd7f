"""The user guide as a view: a field to search, the text, and the related pages at its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.clock import pc_clock
from desktop_app.guide.finding import find
from desktop_app.guide.pages import FIRST_PAGE, GuidePlace, guide, target_of
from desktop_app.wording import translate
from ui.guard import guarded
from ui.guide.text import GuideText
from ui.widgets.emptying import empty
from ui.widgets.export_work import ExportWork
from ui.widgets.flow import FlowLayout
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from desktop_app.guide.pages import GuidePage

HELP_KEY = "F1"


class GuideView(QWidget):
    """Shows a place of the guide. `here` is the page of the screen in front, to which the first crumb leads."""

    #: The title of what is shown changed.
    titled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = GuidePlace(FIRST_PAGE)
        self.here = FIRST_PAGE
        self.in_contents = False
        self.text = GuideText()
        self.field = SearchBox(
            translate("Guide", "Search in the guide: referral, deadline, order note"), pause=0
        )
        self.field.searched.connect(self._on_searched)
        self.field.submitted.connect(self._on_submitted)
        self.text.followed.connect(self.go)
        self.work = ExportWork(self)
        self._lay_out()
        self.setFocusProxy(self.text)

    @property
    def page(self) -> GuidePage:
        """The page that is shown, or would be without a search."""
        return guide().pages[self.place.page]

    def open(self, page: str) -> None:
        """Shows the page of a screen."""
        self.here = page
        self.go(GuidePlace(page))

    def go(self, place: GuidePlace) -> None:
        """Shows a place; an unknown page is the first one."""
        self.place = place if place.page in guide().pages else GuidePlace(FIRST_PAGE)
        self.in_contents = False
        self.field.clear_search()
        self._show()

    def show_contents(self) -> None:
        """Shows the table of contents, or the page again."""
        self.in_contents = not self.in_contents
        self.field.clear_search()
        self._show()

    def print_page(self) -> None:
        """Asks for a printer and prints the page."""
        page, made_at = self.page, pc_clock().now()

        def make(_progress: object) -> bytes:
            from desktop_app.reports.guide_pdf import guide_pdf  # noqa: PLC0415 - reportlab, fonts

            return guide_pdf(page, made_at)

        self.work.set_and_print(make, page.title)

    def _on_submitted(self, typed: str) -> None:
        """Opens the only page that was found; of several the text has the first link."""
        found = find(guide(), typed) if typed else ()
        if len(found) == 1:
            self.go(found[0].target)
        self.text.setFocus()

    def _on_searched(self, typed: str) -> None:
        self._crumbs.setVisible(not typed)
        self.foot.setVisible(not typed)
        if typed:
            self.text.show_found(find(guide(), typed), typed)
        else:
            self._show()

    def _show(self) -> None:
        if self.in_contents:
            self.text.show_contents(guide())
            self._crumbs.hide()
            self.foot.hide()
            self.titled.emit(translate("Guide", "Contents"))
            return
        page = self.page
        self.text.show_page(page, self.place.heading)
        group = next(group.title for group in guide().groups if page in group.pages)
        self._home.setVisible(page.name != self.here)
        self._group.setText(group)
        self._crumbs.show()
        self.foot.show_links(
            [(piece.words, target_of(piece.target, page.name)) for piece in page.related], self.go
        )
        self.foot.setVisible(bool(page.related))
        self.titled.emit(page.title)

    def _lay_out(self) -> None:
        search = QHBoxLayout()
        set_margins(search, 16, 12, 16, 8)
        search.addWidget(self.field)
        self._crumbs = QWidget()
        crumbs = QHBoxLayout(self._crumbs)
        set_margins(crumbs, 16, 0, 16, 0)
        crumbs.setSpacing(8)
        self._home = LinkLabel(
            translate("Guide", "This screen"), lambda: self.go(GuidePlace(self.here)), "secondary"
        )
        self._group = PlainLabel("", "secondary", "text3")
        crumbs.addWidget(self._home)
        crumbs.addWidget(self._group)
        crumbs.addStretch()
        self.foot = _Foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(search)
        column.addWidget(self._crumbs)
        column.addWidget(self.text, 1)
        column.addWidget(self.work.bar)
        column.addWidget(self.foot)


class _Foot(QWidget):
    """The related pages, above the foot of the view."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        set_margins(column, 0, 8, 0, 8)
        self.flow = FlowLayout(24, 12, (16, 0, 16, 0))
        column.addLayout(self.flow)

    def show_links(
        self, links: Sequence[tuple[str, GuidePlace]], on_click: Callable[[GuidePlace], object]
    ) -> None:
        empty(self.flow)
        self.flow.addWidget(PlainLabel(translate("Guide", "Related pages:"), "secondary", "text2"))
        for words, place in links:
            self.flow.addWidget(LinkLabel(words, partial(on_click, place), "secondary"))
        self.updateGeometry()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        hairline(QPainter(self), QRectF(self.rect()), top=True)
