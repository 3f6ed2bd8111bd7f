"""The pages of a foreign PDF, drawn elsewhere: strips are asked for where they are in view, and kept for a while."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from itertools import accumulate
from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_app.documents.pixels import Pixels
from desktop_app.documents.previews import PdfPages
from desktop_app.errors import AppError
from desktop_app.wording.errors import error_sentence
from ui import jobs
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.paged_preview import GAP, LARGEST, MARGIN, SMALLEST, PagedPreview
from ui.widgets.painting import right_to_left

#: Pixels of a strip, and bytes of the strips that are kept.
_STRIP: Final = 1_000_000
_KEPT: Final = 24 * 1024 * 1024
_LINE: Final = 40

#: A page, the rows of its strip, and the pixels a point.
_Strip = tuple[int, int, int, float]


def image_of(pixels: Pixels) -> QImage:
    """Returns a picture that has a copy of the pixels."""
    form = QImage.Format.Format_RGBA8888 if pixels.mode == "RGBA" else QImage.Format.Format_RGB888
    stride = pixels.width * (4 if pixels.mode == "RGBA" else 3)
    return QImage(pixels.data, pixels.width, pixels.height, stride, form).copy()


class PageImages(QAbstractScrollArea):
    """Pages one below the other. `moved` is emitted when another page or size may be in view."""

    moved = Signal()
    failed = Signal(Exception)

    def __init__(self, source: PdfPages) -> None:
        super().__init__()
        self._source = source
        self._factor: float | None = None
        self._kept: OrderedDict[_Strip, QImage] = OrderedDict()
        self._asked: _Strip | None = None
        self._broken = False
        self._tops_at: tuple[float, list[int]] = (0.0, [])
        # A bar that came and went would change the width to which pages are fitted, and so its own need.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.horizontalScrollBar().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(_LINE)
            bar.valueChanged.connect(self._on_scrolled)

    @property
    def page(self) -> int:
        """The page in the upper part of the view, from 0."""
        at = self.verticalScrollBar().value() + self.viewport().height() // 3
        return max(0, min(bisect_right(self._tops(), at), len(self._source.sizes)) - 1)

    def factor(self) -> float:
        """Returns the zoom factor; without a chosen one, that at which the first page fits the width."""
        if self._factor is not None:
            return self._factor
        wide = self._source.sizes[0][0] * self.logicalDpiX() / 72
        return max(0.01, (self.viewport().width() - 2 * MARGIN) / wide)

    def set_factor(self, factor: float | None) -> None:
        """Chooses a zoom factor, or none; the page in view remains."""
        page = self.page
        self._factor = None if factor is None else min(max(factor, SMALLEST), LARGEST)
        self._lay_out()
        self.turn_to(page)

    def turn_to(self, page: int) -> None:
        self.verticalScrollBar().setValue(self._tops()[page] - GAP)

    def strips(self) -> list[_Strip]:
        """Returns the strips in view, from the top."""
        return [strip for strip, _ in self._in_view()]

    def drawn(self) -> bool:
        """Whether everything in view was drawn, or cannot be."""
        return self._broken or all(strip in self._kept for strip in self.strips())

    def _scale(self) -> float:
        """Logical pixels a point."""
        return self.factor() * self.logicalDpiX() / 72

    def _tops(self) -> list[int]:
        """Returns where the pages begin, from the top of the first one."""
        scale = self._scale()
        if self._tops_at[0] != scale:
            heights = (ceil(height * scale) + GAP for _, height in self._source.sizes)
            self._tops_at = scale, list(accumulate(heights, initial=GAP))[:-1]
        return self._tops_at[1]

    def _rect(self, page: int, top: int) -> QRect:
        """Returns the place of a page in the viewport."""
        width, height = (ceil(side * self._scale()) for side in self._source.sizes[page])
        across = self.horizontalScrollBar()
        free = self.viewport().width() - width
        left = free // 2 if across.maximum() == 0 else MARGIN - across.value()
        return QRect(left, top - self.verticalScrollBar().value(), width, height)

    def _pages_in_view(self) -> Iterator[tuple[int, QRect]]:
        tops, height = self._tops(), self.viewport().height()
        first = max(0, bisect_right(tops, self.verticalScrollBar().value()) - 1)
        for page in range(first, len(tops)):
            rect = self._rect(page, tops[page])
            if rect.top() > height:
                return
            yield page, rect

    def _in_view(self) -> Iterator[tuple[_Strip, QRectF]]:
        """Yields the strips in view and their places in the viewport."""
        ratio = self.devicePixelRatioF()
        scale, height = self._scale() * ratio, self.viewport().height()
        for page, rect in self._pages_in_view():
            wide, high = (ceil(side * scale) for side in self._source.sizes[page])
            rows = max(1, min(high, _STRIP // max(1, wide)))
            for top in range(0, high, rows):
                count = min(rows, high - top)
                place = QRectF(rect.left(), rect.top() + top / ratio, wide / ratio, count / ratio)
                if place.bottom() >= 0 and place.top() <= height:
                    yield (page, top, count, scale), place

    def _lay_out(self) -> None:
        size, scale = self.viewport().size(), self._scale()
        wide = max(ceil(width * scale) for width, _ in self._source.sizes) + 2 * MARGIN
        if self._factor is None:
            # The first page fits; wider ones are cut at the edge of the view.
            wide = size.width()
        last = self._tops()[-1] + ceil(self._source.sizes[-1][1] * scale) + GAP
        for bar, whole, shown in (
            (self.horizontalScrollBar(), wide, size.width()),
            (self.verticalScrollBar(), last, size.height()),
        ):
            bar.setRange(0, max(0, whole - shown))
            bar.setPageStep(shown)
        self._on_scrolled()

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self._ask()
        self.moved.emit()

    # Drawing

    def _ask(self) -> None:
        """Asks for the first strip in view that is missing; one at a time."""
        if self._asked is not None or self._broken:
            return
        wanted = next((strip for strip in self.strips() if strip not in self._kept), None)
        if wanted is None:
            return
        self._asked = wanted
        page, top, count, scale = wanted
        jobs.run(
            self,
            lambda: self._source.part(page, scale, top, count),
            lambda pixels: self._on_drawn(wanted, pixels),
            self._on_failed,
        )

    def _on_drawn(self, strip: _Strip, pixels: Pixels) -> None:
        self._asked = None
        self._kept[strip] = image_of(pixels)
        while sum(image.sizeInBytes() for image in self._kept.values()) > _KEPT and len(self._kept) > 1:
            self._kept.popitem(last=False)
        self.viewport().update()
        self._ask()

    def _on_failed(self, error: Exception) -> None:
        self._asked, self._broken = None, True
        self.failed.emit(error)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().chrome)
        for _, rect in self._pages_in_view():
            painter.fillRect(rect, Qt.GlobalColor.white)
        for strip, place in self._in_view():
            image = self._kept.get(strip)
            if image is not None:
                self._kept.move_to_end(strip)
                painter.drawImage(place, image)


class ForeignPdfPreview(PagedPreview):
    """Shows a PDF that came from elsewhere, and says above its pages if the rest of them cannot be drawn."""

    def __init__(self, source: PdfPages, parent: QWidget | None = None) -> None:
        view = PageImages(source)
        super().__init__(view, parent)
        self.view, self._source = view, source
        self.view.moved.connect(self._on_moved)
        self.view.failed.connect(self._on_failed)
        self.show_pages()

    @property
    def pages(self) -> int:
        return len(self._source.sizes)

    @property
    def page(self) -> int:
        return self.view.page

    def turn_to(self, page: int) -> None:
        if 0 <= page < self.pages:
            self.view.turn_to(page)

    def zoom(self, factor: float) -> None:
        self.view.set_factor(factor)
        if right_to_left():
            # A page wider than the pane starts at its leading edge.
            across = self.view.horizontalScrollBar()
            across.setValue(across.maximum())

    def fit_width(self) -> None:
        self.view.set_factor(None)

    def factor(self) -> float:
        return self.view.factor()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, AppError):
            self.left_out.setText(error_sentence(error))
            self.left_out.show()
        else:
            jobs.show_error(self, error)

    def _on_moved(self) -> None:
        self.show_page()
        self.show_zoom()
