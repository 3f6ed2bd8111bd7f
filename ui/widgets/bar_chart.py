"""Bar charts: days of a month with one or two series, and one stacked bar; from right to left in Persian.

The widgets only paint; the numbers are passed in. Closed days are shaded. A bar can be opened with a click, or with
the keyboard, which moves between places and series and announces the current value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.wording import digits
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_text, fill_rounded, right_to_left, text_width
from ui.widgets.plain import tip_text

_AXIS = 28
_FOOT = 20
_LEGEND = 24
#: The widest bar, and the widest one with its value in it, of this height.
_WIDEST, _WIDEST_WRITTEN = 12.0, 26.0
_VALUE = 18.0
#: Least room between two labels, in pixels.
_APART = 6


@dataclass(frozen=True)
class BarSeries:
    """A series of values with its name and its theme colour."""

    name: str
    colour: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class ChartPage:
    """The content of a chart: a label for each place (may be empty), series, closed places, tool tips.

    `target` is a value at which a dashed line is drawn; the bars of the place `emphasised` have the accent. `written`
    makes bars wide and writes their values at their foot.
    """

    labels: tuple[str, ...]
    series: tuple[BarSeries, ...]
    closed: frozenset[int] = frozenset()
    tips: tuple[str, ...] = ()
    target: int | None = None
    emphasised: int = -1
    written: bool = False


def round_top(highest: int) -> int:
    """Returns the number at the top of the axis: it halves evenly and is at least `highest`."""
    step = 1
    while True:
        for factor in (2, 4, 10):
            if highest <= step * factor:
                return step * factor
        step *= 10


class BarChart(QWidget):
    """Grouped bars over places (days). `bar_opened` carries place and series, from 0, of a non-empty bar.

    Left and right move between places, up and down between series, Enter opens.
    """

    bar_opened = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = ChartPage((), ())
        self._hovered = -1
        #: The place and series that the keyboard is at.
        self.current = (0, 0)
        self.setMinimumHeight(120)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_page(self, page: ChartPage) -> None:
        """Replaces the content."""
        self.page = page
        self._hovered = -1
        self.current = (max(0, len(page.labels) - 1), 0)
        described = [f"{series.name}: {' '.join(digits(v) for v in series.values)}" for series in page.series]
        self.setAccessibleDescription("\n".join(described))
        self.update()

    def bar_at(self, x: float) -> tuple[int, int]:
        """Returns place and series of the non-empty bar nearest to `x` pixels of the widget; place -1 if there is
        none.
        """
        place = self.place_at(x)
        filled = [at for at, series in enumerate(self.page.series) if place >= 0 and series.values[place]]
        if not filled:
            return -1, 0
        return place, min(filled, key=lambda at: abs(self.bar_box(place, at).center().x() - x))

    def bar_box(self, place: int, series: int) -> QRectF:
        """Returns the full-height column of a series at a place."""
        box, count = self._place_box(place), max(1, len(self.page.series))
        widest = _WIDEST_WRITTEN if self.page.written else _WIDEST
        bar = max(2.0, min(widest, (box.width() - 4) / count - 1))
        offset = (box.width() - count * (bar + 1) + 1) / 2
        return Mirror.of(box).at(offset + series * (bar + 1), bar, top=box.top(), height=box.height())

    def place_at(self, x: float) -> int:
        """Returns the place under `x` pixels of the widget, or -1."""
        count = len(self.page.labels)
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
        width = field.width() / max(1, len(self.page.labels))
        return Mirror.of(field).at(place * width, width)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(640, 170)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        page = self.page
        painter = QPainter(self)
        highest = max((value for series in page.series for value in series.values), default=0)
        top = round_top(max(highest, page.target or 0))
        for place in sorted(page.closed):
            painter.fillRect(self._place_box(place), theme().hover)
        self._draw_axis(painter, top)
        for place in range(len(page.labels)):
            self._draw_place(painter, place, top)
        for place in self.labelled():
            self._draw_label(painter, place)
        if page.target is not None:
            field = self._field()
            height = field.bottom() - field.height() * page.target / top
            painter.setPen(QPen(theme().text, 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(field.left(), height), QPointF(field.right(), height))
        if self.hasFocus() and page.labels:
            self._draw_current(painter)

    def _draw_current(self, painter: QPainter) -> None:
        """Draws the frame of the keyboard's bar, and its values as text, which the mouse gets as a tool tip."""
        now, (place, series) = theme(), self.current
        fill_rounded(painter, self._place_box(place).adjusted(0, -4, 0, 0), None, 4, now.accent, 2)
        bar = self.bar_box(place, series)
        painter.fillRect(QRectF(bar.left() - 1, bar.bottom(), bar.width() + 2, 3), now.acctext)
        if place < len(self.page.tips):
            words, face = self.page.tips[place], font("header", bold=True)
            width, field = text_width(words, face) + 16, self._field()
            left = min(max(bar.center().x() - width / 2, field.left()), field.right() - width)
            ground = QRectF(left, 0, width, 20)
            fill_rounded(painter, ground, now.base, 4, now.line2)
            draw_text(painter, ground, words, face, now.text, Qt.AlignmentFlag.AlignHCenter)

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
        for number, series in enumerate(self.page.series):
            value = series.values[place]
            if value:
                area = self.bar_box(place, number)
                area.setTop(area.bottom() - max(1.0, area.height() * value / top))
                emphasised = place == self.page.emphasised
                painter.fillRect(area, now.colour("accent" if emphasised else series.colour))
                words = digits(value)
                # Without room in the bar, the tool tip has the value.
                if (
                    self.page.written
                    and text_width(words, font("key")) <= area.width() - 1
                    and area.height() >= _VALUE
                ):
                    foot = QRectF(area.left() - 2, area.bottom() - _VALUE, area.width() + 4, _VALUE)
                    ink = now.onacc if emphasised else now.text
                    draw_text(painter, foot, words, font("key"), ink, Qt.AlignmentFlag.AlignHCenter)

    def labelled(self) -> list[int]:
        """Returns the places whose labels are drawn: so many, counted from the last, that none touches the next."""
        places = [place for place, label in enumerate(self.page.labels) if label]
        widths = {place: text_width(self.page.labels[place], font("key")) for place in places}
        step, width = 1, self._place_box(0).width()
        while step < len(places):
            shown = places[::-1][::step][::-1]
            if all((widths[a] + widths[b]) / 2 + _APART <= (b - a) * width for a, b in pairwise(shown)):
                return shown
            step += 1
        return places[-1:]

    def _draw_label(self, painter: QPainter, place: int) -> None:
        label, box = self.page.labels[place], self._place_box(place)
        width = max(box.width(), text_width(label, font("key")) + 4)
        # A long label at the edge stays inside.
        left = min(max(box.center().x() - width / 2, 0.0), self.width() - width)
        foot = QRectF(left, box.bottom() + 2, width, _FOOT - 2)
        draw_text(painter, foot, label, font("key"), theme().text2, Qt.AlignmentFlag.AlignHCenter)

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
        place, series = self.bar_at(event.position().x())
        if place >= 0:
            self.bar_opened.emit(place, series)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, (place, series) = event.key(), self.current
        last = len(self.page.labels) - 1
        on = Qt.Key.Key_Left if right_to_left() else Qt.Key.Key_Right
        if last < 0:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.page.series[series].values[place]:
                self.bar_opened.emit(place, series)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move_to(min(max(place + (1 if key == on else -1), 0), last), series)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move_to(0 if key == Qt.Key.Key_Home else last, series)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._move_to(place, min(max(series + step, 0), len(self.page.series) - 1))
        else:
            super().keyPressEvent(event)

    def _move_to(self, place: int, series: int) -> None:
        self.current = (place, series)
        if place < len(self.page.tips):
            self.setAccessibleName(self.page.tips[place])
        self.update()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.place_at(event.pos().x())
            if 0 <= place < len(self.page.tips):
                QToolTip.showText(event.globalPos(), tip_text(self.page.tips[place]), self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))


class Legend(QWidget):
    """The legend of a chart: coloured squares with words."""

    def __init__(self, entries: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = list(entries)
        self.setFixedHeight(_LEGEND)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Replaces the entries, (word, theme colour)."""
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
    """One bar of several parts, 16 pixels high; the parts are (value, theme colour)."""

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
    """Draws a horizontal bar from the leading edge of `rect`, `part` (0 to 1) of its width."""
    width = rect.width() * min(1.0, max(0.0, part))
    if width > 0:
        box = Mirror.of(rect).at(0, max(2.0, width), top=rect.center().y() - height / 2, height=height)
        painter.fillRect(box, theme().colour(colour))
