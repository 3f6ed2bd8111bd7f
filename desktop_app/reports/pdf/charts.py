"""Two charts for a right-to-left page, drawn as rules and areas: grouped vertical bars and horizontal bars.

The first category and the scale are at the right. Series differ by lightness and hatching, so that a
black-and-white print is readable.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, cycle, islice
from typing import Literal, NamedTuple

from desktop_app.reports.pdf.decoration import INK, QUIET_INK
from desktop_app.reports.pdf.flow import OnePiece, PagePiece
from desktop_app.reports.pdf.lines import TextLine, TextStyle, natural_width
from desktop_app.reports.pdf.paper import Paper, colour_of
from desktop_app.reports.pdf.paragraph import draw_line, draw_one_line, lines_within
from desktop_app.reports.pdf.structure import Element
from desktop_app.reports.pdf.words import Footnote
from desktop_app.wording import digits, language_in_use

_LABEL = TextStyle(size=8, leading=12.0, colour=QUIET_INK)
_CENTRED = TextStyle(size=8, leading=12.0, colour=QUIET_INK, alignment="centre")
_VALUE = TextStyle(size=8.5, leading=12.0)
_ON_BAR = TextStyle(size=7.5, leading=11.0, alignment="centre")
_ON_DARK = TextStyle(size=7.5, leading=11.0, colour="#FFFFFF", alignment="centre")
_GRID = "#D3CFC6"
_CLOSED = "#EFEDE8"
#: Minimum number of bars of a divided chart on either page; charts of up to so many bars are not divided.
_TOGETHER = 3
_WHOLE = 12
#: The most lines of the label of a lying bar.
_LABEL_LINES = 2
_SWATCH = 7.0
_GROUP = 13.0
_LEGEND = 20.0


class Ink(NamedTuple):
    """The fill of a series."""

    colour: str
    pattern: Literal["solid", "hatched", "outlined"] = "solid"


#: In the order of series: with distinct greys, and patterns for the third and fourth.
INKS = (Ink("#B9B3A8"), Ink("#0B5A5E"), Ink("#2F6F72", "hatched"), Ink("#515456", "outlined"))


class ChartSeries(NamedTuple):
    """One value for each category."""

    name: str
    values: Sequence[float]


@dataclass(frozen=True, slots=True)
class PdfBarChart(OnePiece):
    """Grouped bars over categories, with the first category at the right.

    `shaded` are indexes of categories with a tinted background (closed days), named `shaded_name` in the
    legend. `height` is the total height in points, with legend and labels. Raises `ValueError` for negative
    or non-finite values, and for series with a different length than `categories`.
    """

    categories: Sequence[str]
    series: Sequence[ChartSeries]
    height: float = 170.0
    shaded: frozenset[int] = frozenset()
    shaded_name: str = ""
    #: Names of consecutive categories (the year of months) below their labels, with the number of each.
    groups: Sequence[tuple[str, int]] = ()
    #: Indexes of categories whose bars are dark; and whether each bar has its value at its foot.
    emphasised: frozenset[int] = frozenset()
    written: bool = False
    #: A dashed line across the bars, at this value, named `target_name` in the legend; None for no line.
    target: float | None = None
    target_name: str = ""
    #: Text for screen readers; by default all values.
    alternative: str = ""
    gap: float = 8.0
    keep_with_next: bool = False
    entry: tuple[str, int] | None = None
    notes: tuple[Footnote, ...] = ()

    def __post_init__(self) -> None:
        for series in self.series:
            if len(series.values) != len(self.categories):
                raise ValueError(f"{len(series.values)} values for {len(self.categories)} categories")
            _check(series.values)

    def draw(self, paper: Paper, top: float) -> None:
        paper.mark(Element("Figure", alternative=self.alternative or self._description()))
        self._legend(paper, top)
        highest = max((value for series in self.series for value in series.values), default=0)
        ticks = scale_ticks(max(highest, self.target or 0))
        scale_width = max(natural_width(digits(tick), _LABEL) for tick in ticks) + 6
        right = paper.right - scale_width
        floor = top - self.height + 16.0 + (_GROUP if self.groups else 0.0)
        ceiling = top - _LEGEND - 6.0
        slot = (right - paper.left) / max(1, len(self.categories))
        for place in sorted(self.shaded):
            paper.area(right - (place + 1) * slot, floor, slot, ceiling - floor, _CLOSED)
        for tick in ticks:
            y = floor + (ceiling - floor) * tick / ticks[-1]
            paper.rule(y, paper.left, right, 0.4, _GRID)
            draw_one_line(paper, digits(tick), _LABEL, y + 6.5, right, paper.right)
        unit = (ceiling - floor) / ticks[-1]
        self._bars(paper, right, floor, unit, slot)
        if self.target is not None:
            _dashed(paper, floor + self.target * unit, paper.left, right)
        paper.rule(floor, paper.left, right, 0.8, INK)
        self._labels(paper, right, floor - 2, slot)
        self._groups(paper, right, floor - 2 - _LABEL.leading, slot)

    def _description(self) -> str:
        """Lists all values, series by series."""
        return "\n".join(
            f"{series.name}: "
            + "، ".join(
                f"{category} {_figure(value)}"
                for category, value in zip(self.categories, series.values, strict=True)
            )
            for series in self.series
        )

    def _legend(self, paper: Paper, top: float) -> None:
        entries = [
            (series.name, ink) for series, ink in zip(self.series, _inks(len(self.series)), strict=True)
        ]
        if self.shaded and self.shaded_name:
            entries.append((self.shaded_name, Ink(_CLOSED)))
        x = paper.right
        for name, ink in entries:
            _filled(paper, x - _SWATCH, top - 11.0, _SWATCH, _SWATCH, ink)
            x -= _SWATCH + 4
            width = min(natural_width(name, _LABEL) + 0.5, x - paper.left)
            if width <= 0:
                break
            draw_one_line(paper, name, _LABEL, top, x - width, x)
            x -= width + 16
        if self.target is not None and self.target_name:
            _dashed(paper, top - 7.5, x - 18, x)
            draw_one_line(paper, self.target_name, _LABEL, top, paper.left, x - 22)

    def _bars(self, paper: Paper, right: float, floor: float, unit: float, slot: float) -> None:
        if not self.series:
            return
        bar = slot * 0.72 / len(self.series)
        for number, (series, ink) in enumerate(zip(self.series, _inks(len(self.series)), strict=True)):
            for place, value in enumerate(series.values):
                if value:
                    x = right - place * slot - slot * 0.14 - (number + 1) * bar
                    dark = place in self.emphasised
                    _filled(paper, x, floor, bar * 0.92, value * unit, INKS[1] if dark else ink)
                    if self.written:
                        style = _ON_DARK if dark else _ON_BAR
                        middle = x + bar * 0.46
                        draw_one_line(paper, _figure(value), style, floor + 13, middle - slot, middle + slot)

    def _groups(self, paper: Paper, right: float, top: float, slot: float) -> None:
        for name, count in self.groups:
            left = right - count * slot
            paper.rule(top, left + 3, right - 3, 0.4, _GRID)
            draw_one_line(paper, name, _CENTRED, top, left, right)
            right = left

    def _labels(self, paper: Paper, right: float, top: float, slot: float) -> None:
        widest = max((natural_width(label, _LABEL) for label in self.categories), default=0.0) + 4
        step = next(step for step in (1, 2, 5, 10, 20, 50, 10**9) if step * slot >= widest or step == 10**9)
        for place, label in enumerate(self.categories):
            # Label days 1, 5, 10 instead of 1, 6, 11, and every second month up to the last one.
            if (len(self.categories) - 1 - place) % step if step == 2 else place and (place + 1) % step:
                continue
            middle = right - (place + 0.5) * slot
            half = min(max(widest, slot) / 2, paper.right - middle, middle - paper.left + slot)
            draw_one_line(paper, label, _CENTRED, top, max(paper.left, middle - half), middle + half)


class HorizontalBar(NamedTuple):
    """A category, its value, and the formatted value."""

    label: str
    value: float
    written: str = ""


@dataclass(frozen=True, slots=True)
class HorizontalBarChart(OnePiece):
    """Horizontal bars that grow to the left, with the label at the right and the value at the end.

    A long chart may break across pages; `scale`, the part that gives the scale, is the whole chart then. `row` is the
    height of a bar with a label of one line. Raises `ValueError` for negative or non-finite values.
    """

    bars: Sequence[HorizontalBar]
    ink: Ink = INKS[1]
    row: float = 18.0
    label_share: float = 0.3
    alternative: str = ""
    gap: float = 8.0
    keep_with_next: bool = False
    entry: tuple[str, int] | None = None
    notes: tuple[Footnote, ...] = ()
    scale: Sequence[HorizontalBar] = ()
    #: That of the text area, from `pieces`.
    width: float = 0.0

    def __post_init__(self) -> None:
        _check([bar.value for bar in self.bars])

    @property
    def height(self) -> float:
        return sum(map(self._row_height, self.bars))

    @property
    def least(self) -> float:
        if len(self.scale or self.bars) <= _WHOLE:
            return self.height
        return sum(map(self._row_height, self.bars[:_TOGETHER]))

    def pieces(self, width: float) -> Iterator[PagePiece]:
        yield replace(self, width=width)

    def split(self, room: float) -> tuple[PagePiece, PagePiece] | None:
        ends = accumulate(map(self._row_height, self.bars))
        count = sum(end <= room for end in ends)
        if not 0 < count < len(self.bars):
            return None
        if len(self.bars) >= 2 * _TOGETHER:
            count = min(count, len(self.bars) - _TOGETHER)
        return self._part(self.bars[:count]), self._part(self.bars[count:])

    def _label_room(self) -> float:
        """The width of the labels with the space to their bars."""
        labels = max((natural_width(bar.label, _VALUE) for bar in self.scale or self.bars), default=0.0) + 10
        return min(labels, self.width * self.label_share)

    def _label_lines(self, bar: HorizontalBar) -> list[TextLine]:
        return lines_within(bar.label, _VALUE, self._label_room() - 6, _LABEL_LINES)

    def _row_height(self, bar: HorizontalBar) -> float:
        further = len(self._label_lines(bar)) - 1 if self.width else 0
        return self.row + further * _VALUE.leading

    def draw(self, paper: Paper, top: float) -> None:
        description = "، ".join(f"{bar.label} {_written(bar)}" for bar in self.bars)
        paper.mark(Element("Figure", alternative=self.alternative or description))
        scale = self.scale or self.bars
        start = paper.right - self._label_room()
        values = max((natural_width(_written(bar), _VALUE) for bar in scale), default=0.0) + 8
        values = min(values, (start - paper.left) / 2)
        longest = max((bar.value for bar in scale), default=0) or 1
        unit = (start - paper.left - values) / longest
        for bar in self.bars:
            for number, line in enumerate(self._label_lines(bar)):
                draw_line(paper, line, _VALUE, top - 2 - number * _VALUE.leading, start + 6, paper.right)
            length = bar.value * unit
            if length:
                _filled(paper, start - length, top - self.row / 2 - 3.5, length, 7.0, self.ink)
            draw_one_line(paper, _written(bar), _VALUE, top - 2, start - length - values, start - length - 5)
            top -= self._row_height(bar)

    def _part(self, bars: Sequence[HorizontalBar]) -> HorizontalBarChart:
        return replace(self, bars=bars, gap=0.0, entry=None, scale=self.scale or self.bars)


def scale_ticks(highest: float) -> list[int]:
    """Returns three to five round integers from 0 to at least `highest`."""
    if highest <= 2:
        return [0, 1, 2]
    step = 10 ** math.floor(math.log10(highest / 2))
    step = next(int(step * factor) for factor in (1, 2, 5, 10) if step * factor * 4 >= highest)
    return [step * number for number in range(math.ceil(highest / step) + 1)]


def _check(values: Sequence[float]) -> None:
    if not all(math.isfinite(value) and value >= 0 for value in values):
        raise ValueError("a bar's value must be finite and not negative")


def _inks(count: int) -> list[Ink]:
    return list(islice(cycle(INKS), count))


def _written(bar: HorizontalBar) -> str:
    return bar.written or _figure(bar.value)


def _figure(value: float) -> str:
    """Formats a value with at most two decimals, never in scientific notation."""
    plain = f"{value:.2f}".rstrip("0").rstrip(".")
    return digits(plain.replace(".", language_in_use().decimal))


def _dashed(paper: Paper, y: float, left: float, right: float) -> None:
    paper.canvas.saveState()
    paper.canvas.setDash(4, 3)
    paper.rule(y, left, right, 0.9, INK)
    paper.canvas.restoreState()


def _filled(paper: Paper, x: float, y: float, width: float, height: float, ink: Ink) -> None:
    if ink.pattern == "solid":
        paper.area(x, y, width, height, ink.colour)
        return
    if ink.pattern == "hatched":
        canvas = paper.canvas
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(x, y, width, height)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setStrokeColor(colour_of(ink.colour))
        canvas.setLineWidth(0.7)
        for step in range(int((width + height) / 2.2) + 2):
            at = x - height + step * 2.2
            canvas.line(at, y, at + height, y + height)
        canvas.restoreState()
    paper.area(x, y, width, height, None, ink.colour)
