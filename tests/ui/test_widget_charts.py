"""Charts, bars and lines of time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import activate, click, press
from ui.theme import theme
from ui.widgets.bar_chart import BarChart, BarSeries, ChartPage, round_top
from ui.widgets.deadline import DeadlineLabel, DeadlineMark, pressure_of
from ui.widgets.girih import star
from ui.widgets.time_line import TimeLine, TimeLineEvent

Key = Qt.Key


@pytest.mark.parametrize(
    ("used", "late", "standing", "pressure"),
    [
        (0.5, False, False, "calm"),
        (0.8, False, False, "soon"),
        (1.2, True, False, "late"),
        (0.9, False, True, "standing"),
    ],
)
def test_a_deadline_presses_as_its_time_is_used(
    used: float, late: bool, standing: bool, pressure: str
) -> None:
    assert pressure_of(used, late=late, standing=standing) == pressure


def test_the_bar_of_a_deadline_fills_from_the_right(qtbot: QtBot) -> None:
    label = DeadlineLabel(DeadlineMark("۲ روز مانده", "soon", 0.5))
    qtbot.addWidget(label)
    image = label.grab().toImage()
    row = image.height() // 2 + 9
    assert image.pixelColor(image.width() - 10, row) == theme().warnline
    assert image.pixelColor(10, row) == theme().line


def test_no_deadline_draws_no_bar(qtbot: QtBot) -> None:
    label = DeadlineLabel(DeadlineMark("بی‌مهلت", "none"))
    qtbot.addWidget(label)
    image = label.grab().toImage()
    assert image.pixelColor(20, image.height() // 2 + 9) != theme().line


def test_the_time_line_is_as_high_as_its_events_and_wraps_long_ones(qtbot: QtBot) -> None:
    line = TimeLine()
    qtbot.addWidget(line)
    line.resize(360, 100)
    line.show_events([TimeLineEvent("ph.globe", "رسید", "۲۶ آبان", bold=("رسید",))])
    one = line.heightForWidth(360)
    line.show_events([TimeLineEvent("ph.globe", "نوشت " * 60, "۲۶ آبان", note="هامش")])
    assert line.heightForWidth(360) > 3 * one
    assert line.heightForWidth(240) > line.heightForWidth(360)
    assert not line.grab().isNull()


def test_the_first_day_of_a_chart_stands_at_the_right_and_a_click_names_the_day(qtbot: QtBot) -> None:
    chart = BarChart()
    qtbot.addWidget(chart)
    chart.resize(600, 160)
    chart.show_page(ChartPage(tuple("" for _ in range(30)), (BarSeries("رسیده", "edge", tuple(range(30))),)))
    clicked: list[tuple[int, int]] = []
    chart.bar_opened.connect(lambda *bar: clicked.append(bar))
    chart.show()
    click(chart, QRectF(2, 60, 6, 6))
    assert clicked == [(29, 0)]
    # Nothing came on the first day.
    click(chart, chart.bar_box(0, 0))
    assert len(clicked) == 1
    assert chart.place_at(600 - 28 - 4) == 0
    assert chart.place_at(598) == -1


def test_labels_of_a_narrow_chart_never_touch_and_the_last_one_stays(qtbot: QtBot) -> None:
    chart = BarChart()
    qtbot.addWidget(chart)
    months = (
        "آذر",
        "دی",
        "بهمن",
        "اسفند",
        "فروردین",
        "اردیبهشت",
        "خرداد",
        "تیر",
        "مرداد",
        "شهریور",
        "مهر",
        "آبان",
    )
    chart.show_page(ChartPage(months, (BarSeries("رسیده", "edge", tuple(range(12))),)))
    chart.resize(1000, 160)
    assert chart.labelled() == list(range(12))
    chart.resize(420, 160)
    assert chart.labelled() == [1, 3, 5, 7, 9, 11]
    chart.resize(40, 160)
    assert chart.labelled() == [11]
    chart.show_page(ChartPage((), ()))
    assert chart.labelled() == []


def test_every_bar_of_a_chart_is_reached_by_keys_and_told(qtbot: QtBot) -> None:
    chart = BarChart()
    qtbot.addWidget(chart)
    chart.resize(600, 160)
    series = (BarSeries("رسیده", "edge", (3, 0, 5)), BarSeries("رسیدگی‌شده", "accent", (1, 2, 0)))
    chart.show_page(ChartPage(("مهر", "آبان", "آذر"), series, tips=("۳ و ۱", "۰ و ۲", "۵ و ۰")))
    opened: list[tuple[int, int]] = []
    chart.bar_opened.connect(lambda *bar: opened.append(bar))
    activate(chart)
    chart.setFocus()
    # It begins with what is newest; time runs to the left.
    for key in (Key.Key_Return, Key.Key_Right, Key.Key_Return, Key.Key_Down, Key.Key_Return):
        press(chart, key)
    # Nothing came in Aban; two were resolved.
    assert opened == [(2, 0), (1, 1)]
    assert chart.accessibleName() == "۰ و ۲"
    for key in (Key.Key_Home, Key.Key_Right, Key.Key_Return, Key.Key_End, Key.Key_Left, Key.Key_Return):
        press(chart, key)
    assert opened[2:] == [(0, 1)]
    assert chart.current == (2, 1)
    click(chart, chart.bar_box(0, 1))
    assert opened[-1] == (0, 1)


@pytest.mark.parametrize(
    ("highest", "top"), [(0, 2), (2, 2), (3, 4), (5, 10), (37, 40), (41, 100), (612, 1000)]
)
def test_the_axis_ends_on_a_round_number_that_halves(highest: int, top: int) -> None:
    assert round_top(highest) == top


def test_a_star_has_sixteen_points_on_two_circles() -> None:
    points = [star(QPointF(0, 0), 50).at(corner) for corner in range(16)]
    reach = [round((point.x() ** 2 + point.y() ** 2) ** 0.5, 2) for point in points]
    assert set(reach[0::2]) == {50.0}
    assert set(reach[1::2]) == {38.27}
