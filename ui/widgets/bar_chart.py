"""Bars: days of a month with one or two series, and one bar in a row; from right to left in Persian.

Only paints: the numbers come counted. Closed days are shaded; a click on a day tells which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.wording import digits
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_text, fill_rounded, text_width
from ui.widgets.plain import tip_text

_AXIS = 28
_FOOT = 20
_LEGEND = 24


@dataclass(frozen=True)
class Series:
    """A row of values with its name and its colour of the theme."""

    name: str
    colour: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class ChartPage:
    """What a chart shows: a label for each place (empty where none is wanted), series, closed places, tips."""

    labels: tuple[str, ...]
    series: tuple[Series, ...]
    closed: frozenset[int] = frozenset()
    closed_name: str = ""
    tips: tuple[str, ...] = ()


def round_top(highest: int) -> int:
    """The number at the top of the axis: even in halves, not below the highest bar."""
    step = 1
    while True:
        for factor in (2, 4, 10):
            if highest <= step * factor:
                return step * factor
        step *= 10


class BarChart(QWidget):
    """Grouped bars over places (days). `place_clicked` tells the number of the place, from 0."""

    place_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ChartPage((), ())
        self._hovered = -1
        self.setMinimumHeight(120)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_page(self, page: ChartPage) -> None:
        """Shows these numbers instead."""
        self._page = page
        told = [f"{series.name}: {' '.join(digits(v) for v in series.values)}" for series in page.series]
        self.setAccessibleDescription("\n".join(told))
        self.update()

    def place_at(self, x: float) -> int:
        """The place under `x` pixels of the widget, or -1."""
        count = len(self._page.labels)
        for place in range(count):
            box = self._place_box(place)
            if box.left() <= x < box.right():
                return place
        return -1

    def _field(self) -> QRectF:
        box = QRectF(self.rect())
        field = Mirror.of(box).at(_AXIS, box.width() - _AXIS)
        return field.adjusted(0, 6, 0, -_FOOT)

    def _place_box(self, place: int) -> QRectF:
        field = self._field()
        width = field.width() / max(1, len(self._page.labels))
        return Mirror.of(field).at(place * width, width)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(640, 170)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        page = self._page
        painter = QPainter(self)
        top = round_top(max((value for series in page.series for value in series.values), default=0))
        for place in sorted(page.closed):
            painter.fillRect(self._place_box(place), theme().hover)
        self._draw_axis(painter, top)
        for place in range(len(page.labels)):
            self._draw_place(painter, place, top)

    def _draw_axis(self, painter: QPainter, top: int) -> None:
        now, field = theme(), self._field()
        mirror = Mirror.of(QRectF(self.rect()))
        for part, colour in ((0.0, now.line2), (0.5, now.line), (1.0, now.line)):
            y = round(field.bottom() - field.height() * part)
            painter.fillRect(QRectF(field.left(), y, field.width(), 1), colour)
            box = mirror.at(0, _AXIS - 6, top=y - 9, height=18)
            draw_text(
                painter, box, digits(round(top * part)), font("key"), now.text2, Qt.AlignmentFlag.AlignLeading
            )

    def _draw_place(self, painter: QPainter, place: int, top: int) -> None:
        now, box = theme(), self._place_box(place)
        if place == self._hovered:
            painter.fillRect(box, now.sel)
        count = max(1, len(self._page.series))
        bar = max(2.0, min(12.0, (box.width() - 4) / count - 1))
        mirror = Mirror.of(box)
        offset = (box.width() - count * (bar + 1) + 1) / 2
        for number, series in enumerate(self._page.series):
            value = series.values[place]
            if value:
                height = max(1.0, box.height() * value / top)
                area = mirror.at(offset + number * (bar + 1), bar, top=box.bottom() - height, height=height)
                painter.fillRect(area, now.colour(series.colour))
        label = self._page.labels[place]
        if label:
            width = max(box.width(), text_width(label, font("key")) + 4)
            foot = QRectF(box.center().x() - width / 2, box.bottom() + 2, width, _FOOT - 2)
            draw_text(painter, foot, label, font("key"), now.text2, Qt.AlignmentFlag.AlignHCenter)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().x())
        if place != self._hovered:
            self._hovered = place
            self.update()

    @guarded(None)
    def leaveEvent(self, event: object) -> None:
        del event
        self._hovered = -1
        self.update()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().x())
        if place >= 0:
            self.place_clicked.emit(place)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.place_at(event.pos().x())
            if 0 <= place < len(self._page.tips):
                QToolTip.showText(event.globalPos(), tip_text(self._page.tips[place]), self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))


class Legend(QWidget):
    """What the colours of a chart mean: squares with words."""

    def __init__(self, entries: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = list(entries)
        self.setFixedHeight(_LEGEND)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Entries are (word, colour of the theme)."""
        self._entries = list(entries)
        self.updateGeometry()
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(round(sum(text_width(word, font("header")) + 38 for word, _ in self._entries)), _LEGEND)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        mirror, offset = Mirror.of(box), 0.0
        for word, colour in self._entries:
            square = mirror.at(offset, 10, top=box.center().y() - 5, height=10)
            border = now.line2 if colour == "hover" else None
            fill_rounded(painter, square, now.colour(colour), 2, border)
            width = text_width(word, font("header")) + 2
            draw_text(painter, mirror.at(offset + 17, width), word, font("header"), now.text2)
            offset += width + 36


class StackedBar(QWidget):
    """One bar of several parts, 16 high: the shares of a whole, (value, colour of the theme)."""

    def __init__(self, parts: Sequence[tuple[int, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = list(parts)
        self.setFixedHeight(16)

    def show_parts(self, parts: Sequence[tuple[int, str]]) -> None:
        self._parts = list(parts)
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        whole = sum(value for value, _ in self._parts)
        offset = 0.0
        for value, colour in self._parts:
            if value:
                width = box.width() * value / whole
                painter.fillRect(Mirror.of(box).at(offset, max(1.0, width - 2)), theme().colour(colour))
                offset += width


def draw_bar(
    painter: QPainter, rect: QRectF, part: float, colour: str = "edge", *, height: float = 8
) -> None:
    """A horizontal bar from the leading edge of `rect`, `part` (0 to 1) of its width."""
    width = rect.width() * min(1.0, max(0.0, part))
    if width > 0:
        box = Mirror.of(rect).at(0, max(2.0, width), top=rect.center().y() - height / 2, height=height)
        painter.fillRect(box, theme().colour(colour))
