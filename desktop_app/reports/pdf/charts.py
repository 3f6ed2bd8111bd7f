"""Two charts for a right-to-left page, drawn as rules and areas: grouped vertical bars and horizontal bars.

The first category and the scale are at the right. Series differ by lightness and hatching, so that a
black-and-white print is readable.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Literal, NamedTuple

from desktop_app.reports.pdf.decoration import INK, QUIET_INK
from desktop_app.reports.pdf.flow import OnePiece, PagePiece
from desktop_app.reports.pdf.lines import TextStyle, natural_width, wrapped
from desktop_app.reports.pdf.paper import Paper, colour_of
from desktop_app.reports.pdf.paragraph import draw_line
from desktop_app.reports.pdf.structure import Element
from desktop_app.reports.pdf.words import Footnote
from desktop_app.wording import digits, language_in_use

_LABEL = TextStyle(size=8, leading=12.0, colour=QUIET_INK)
_CENTRED = TextStyle(size=8, leading=12.0, colour=QUIET_INK, alignment="centre")
_VALUE = TextStyle(size=8.5, leading=12.0)
_GRID = "#D3CFC6"
_CLOSED = "#EFEDE8"
_SWATCH = 7.0
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
        ticks = scale_ticks(max((value for series in self.series for value in series.values), default=0))
        scale_width = max(natural_width(digits(tick), _LABEL) for tick in ticks) + 6
        right = paper.right - scale_width
        floor = top - self.height + 16.0
        ceiling = top - _LEGEND - 6.0
        slot = (right - paper.left) / max(1, len(self.categories))
        for place in sorted(self.shaded):
            paper.area(right - (place + 1) * slot, floor, slot, ceiling - floor, _CLOSED)
        for tick in ticks:
            y = floor + (ceiling - floor) * tick / ticks[-1]
            paper.rule(y, paper.left, right, 0.4, _GRID)
            _words(paper, digits(tick), _LABEL, y + 6.5, right, paper.right)
        self._bars(paper, right, floor, (ceiling - floor) / ticks[-1], slot)
        paper.rule(floor, paper.left, right, 0.8, INK)
        self._labels(paper, right, floor - 2, slot)

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
            _words(paper, name, _LABEL, top, x - width, x)
            x -= width + 16

    def _bars(self, paper: Paper, right: float, floor: float, unit: float, slot: float) -> None:
        if not self.series:
            return
        bar = slot * 0.72 / len(self.series)
        for number, (series, ink) in enumerate(zip(self.series, _inks(len(self.series)), strict=True)):
            for place, value in enumerate(series.values):
                if value:
                    x = right - place * slot - slot * 0.14 - (number + 1) * bar
                    _filled(paper, x, floor, bar * 0.92, value * unit, ink)

    def _labels(self, paper: Paper, right: float, top: float, slot: float) -> None:
        widest = max((natural_width(label, _LABEL) for label in self.categories), default=0.0) + 4
        step = next(step for step in (1, 2, 5, 10, 20, 50, 10**9) if step * slot >= widest or step == 10**9)
        for place, label in enumerate(self.categories):
            # Label days 1, 5, 10 instead of 1, 6, 11.
            if place and (place + 1) % step:
                continue
            middle = right - (place + 0.5) * slot
            half = min(max(widest, slot) / 2, paper.right - middle, middle - paper.left + slot)
            _words(paper, label, _CENTRED, top, max(paper.left, middle - half), middle + half)


class HorizontalBar(NamedTuple):
    """A category, its value, and the formatted value."""

    label: str
    value: float
    written: str = ""


@dataclass(frozen=True, slots=True)
class HorizontalBarChart(OnePiece):
    """Horizontal bars that grow to the left, with the label at the right and the value at the end.

    Raises `ValueError` for negative or non-finite values.
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

    def __post_init__(self) -> None:
        _check([bar.value for bar in self.bars])

    @property
    def height(self) -> float:
        return self.row * len(self.bars)

    def split(self, room: float) -> tuple[PagePiece, PagePiece] | None:
        count = int(room / self.row)
        if not 0 < count < len(self.bars):
            return None
        return self._part(self.bars[:count]), self._part(self.bars[count:])

    def draw(self, paper: Paper, top: float) -> None:
        description = "، ".join(f"{bar.label} {_written(bar)}" for bar in self.bars)
        paper.mark(Element("Figure", alternative=self.alternative or description))
        labels = max((natural_width(bar.label, _VALUE) for bar in self.bars), default=0.0) + 10
        start = paper.right - min(labels, paper.width * self.label_share)
        values = max((natural_width(_written(bar), _VALUE) for bar in self.bars), default=0.0) + 8
        values = min(values, (start - paper.left) / 2)
        longest = max((bar.value for bar in self.bars), default=0) or 1
        unit = (start - paper.left - values) / longest
        for number, bar in enumerate(self.bars):
            row_top = top - number * self.row
            _words(paper, bar.label, _VALUE, row_top - 2, start + 6, paper.right)
            length = bar.value * unit
            if length:
                _filled(paper, start - length, row_top - self.row / 2 - 3.5, length, 7.0, self.ink)
            _words(paper, _written(bar), _VALUE, row_top - 2, start - length - values, start - length - 5)

    def _part(self, bars: Sequence[HorizontalBar]) -> HorizontalBarChart:
        return HorizontalBarChart(bars, self.ink, self.row, self.label_share, self.alternative)


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


def _words(paper: Paper, words: str, style: TextStyle, top: float, left: float, right: float) -> None:
    """Draws one line of a label; a label that is too long ends in «…»."""
    lines = wrapped(words, style, right - left)
    if len(lines) > 1:
        room = right - left - natural_width("…", style)
        lines = wrapped(wrapped(words, style, room)[0].text + "…", style, float("inf"))
    draw_line(paper, lines[0], style, top, left, right)


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
