"""Charts as they are seen: pixels of the rendered page."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.persian.digits import persian_digits
from desktop_app.reports.pdf.charts import (
    INKS,
    ChartSeries,
    HorizontalBar,
    HorizontalBarChart,
    PdfBarChart,
    scale_ticks,
)
from desktop_app.reports.pdf.columns import SideBySide
from desktop_app.reports.pdf.flow import Block
from tests.reports.pdf.reading import by_pdfium, characters, document

DAYS = [persian_digits(str(day)) for day in range(1, 11)]


def pixels_of(block: Block, colour: str) -> Any:
    """(rows, columns) at which the page has exactly `colour`, in points from the upper left."""
    pdf = pypdfium2.PdfDocument(document().add(block).to_bytes())
    picture = pdf[0].render(scale=1, rev_byteorder=True).to_numpy()[:, :, :3]
    pdf.close()
    wanted = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    return (picture == wanted).all(axis=2).nonzero()


def test_the_first_day_stands_at_the_right() -> None:
    _, columns = pixels_of(PdfBarChart(DAYS, [ChartSeries("رسیده", [9] + [0] * 9)]), INKS[0].colour)
    assert columns[columns < 500].min() > 450
    _, columns = pixels_of(PdfBarChart(DAYS, [ChartSeries("رسیده", [0] * 9 + [9])]), INKS[0].colour)
    assert columns.min() < 80


def test_a_bar_twice_as_large_is_twice_as_high() -> None:
    rows, columns = pixels_of(PdfBarChart(DAYS, [ChartSeries("رسیده", [4, 8] + [0] * 8)]), INKS[0].colour)
    plot = rows > rows.min() + 15
    high = {column: (plot & (columns == column)).sum() for column in set(columns[plot])}
    heights = sorted(set(high.values()))
    assert heights[-1] == pytest.approx(2 * heights[0], abs=3)


def test_the_series_of_a_group_stand_from_right_to_left() -> None:
    chart = PdfBarChart(["۱"], [ChartSeries("رسیده", [5]), ChartSeries("بسته", [5])])
    _, first = pixels_of(chart, INKS[0].colour)
    _, second = pixels_of(chart, INKS[1].colour)
    assert second.min() < first.min()


def test_series_differ_in_a_black_and_white_print() -> None:
    solid = [ink for ink in INKS if ink.pattern == "solid"]
    greys = sorted(sum(int(ink.colour[start : start + 2], 16) for start in (1, 3, 5)) / 3 for ink in solid)
    assert all(later - earlier > 60 for earlier, later in pairwise(greys))
    assert len({ink.pattern for ink in INKS}) == 3


def test_the_legend_names_series_and_closed_days() -> None:
    chart = PdfBarChart(
        DAYS,
        [ChartSeries("رسیده", [1] * 10), ChartSeries("بسته", [2] * 10)],
        shaded=frozenset({6}),
        shaded_name="تعطیل",
    )
    found = by_pdfium(document().add(chart).to_bytes())[0]
    assert "رسیده" in found
    assert "بسته" in found
    assert "تعطیل" in found


def test_labels_are_left_out_where_they_would_touch() -> None:
    days = [persian_digits(str(day)) for day in range(100, 190)]
    found = by_pdfium(document().add(PdfBarChart(days, [ChartSeries("رسیده", [1] * 90)])).to_bytes())[
        0
    ].split()
    assert 5 <= sum(day in found for day in days) < 40


def test_the_scale_has_persian_digits_at_the_right() -> None:
    seen = characters(document().add(PdfBarChart(["روز"], [ChartSeries("ن", [40])])).to_bytes())
    assert [c.left > 520 for c in seen if c.text == "۴"] == [True]


def test_lying_bars_begin_under_their_labels_and_grow_to_the_left() -> None:
    rows, columns = pixels_of(
        HorizontalBarChart([HorizontalBar("الف", 10), HorizontalBar("ب", 5)]), INKS[1].colour
    )
    upper, lower = columns[rows < rows.min() + 8], columns[rows > rows.max() - 8]
    assert upper.max() == lower.max()
    assert upper.max() - upper.min() == pytest.approx(2 * (lower.max() - lower.min()), abs=3)


def test_a_chart_breaks_across_pages_with_one_scale_and_never_after_a_single_bar() -> None:
    bars = [HorizontalBar(f"واحد{number:02}", 20 - number) for number in range(16)]
    [chart] = HorizontalBarChart(bars).pieces(500)
    assert isinstance(chart, HorizontalBarChart)
    head, rest = chart.split(chart.row * 15.5) or (chart, chart)
    assert [len(one.bars) for one in (head, rest) if isinstance(one, HorizontalBarChart)] == [13, 3]
    assert chart.least == 3 * chart.row
    # A chart of the units of an office stays on one page.
    [short] = HorizontalBarChart(bars[:12]).pieces(500)
    assert short.least == short.height == 12 * chart.row
    _, whole = pixels_of(HorizontalBarChart(chart.bars[:1]), INKS[1].colour)
    _, longest = pixels_of(chart, INKS[1].colour)
    rows, parts = pixels_of(rest, INKS[1].colour)  # type: ignore[arg-type]
    assert longest.max() - longest.min() == pytest.approx(whole.max() - whole.min(), abs=3)
    first = parts[rows < rows.min() + 8]
    assert first.max() - first.min() == pytest.approx((longest.max() - longest.min()) * 7 / 20, abs=4)


def test_a_long_label_of_a_bar_has_two_lines_and_is_cut_after_them() -> None:
    name = "آیین‌نامه تأسیس و نظارت بر نگارخانه‌ها و فرهنگسراها"
    bars = [HorizontalBar(name, 3), HorizontalBar(f"{name} {name} {name}", 2), HorizontalBar("کوتاه", 1)]
    [chart] = HorizontalBarChart(bars, label_share=0.4).pieces(300)
    assert chart.height == 3 * 18.0 + 2 * 12.0
    [page] = by_pdfium(
        document().add(SideBySide([[HorizontalBarChart(bars, label_share=0.6)], []])).to_bytes()
    )
    words = " ".join(page.split())
    assert name in words
    assert words.count("...") == 1


def test_every_second_month_is_named_and_the_last_one_is() -> None:
    names = [f"ماه‌{persian_digits(str(number))}" for number in range(1, 13)]
    chart = PdfBarChart(names, [ChartSeries("ن", [1] * 12)], written=True)
    seen = by_pdfium(document().add(SideBySide([[chart], []])).to_bytes())[0]
    assert [name in seen.split() for name in names] == [False, True] * 6


@pytest.mark.parametrize("value", [-1.0, math.nan, math.inf])
def test_a_value_that_no_bar_can_show_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        PdfBarChart(["۱"], [ChartSeries("ن", [value])])
    with pytest.raises(ValueError, match="finite"):
        HorizontalBarChart([HorizontalBar("ن", value)])


def test_a_series_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="categories"):
        PdfBarChart(["۱", "۲"], [ChartSeries("ن", [1])])


def test_charts_without_anything_are_drawn() -> None:
    chart = PdfBarChart([], [])
    four = PdfBarChart(["۱"], [ChartSeries(str(number), [0]) for number in range(5)])
    assert by_pdfium(document().add(chart).add(four).add(HorizontalBarChart([])).to_bytes())


@given(st.floats(0, 1e12))
def test_a_scale_begins_at_nothing_and_reaches_the_highest_value(highest: float) -> None:
    ticks = scale_ticks(highest)
    assert ticks[0] == 0
    assert ticks[-1] >= highest
    assert 2 <= len(ticks) <= 6
    assert len({later - earlier for earlier, later in pairwise(ticks)}) == 1
