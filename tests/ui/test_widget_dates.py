"""Fields of dates and months, typed, and picked by keys and clicks."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from desktop_app.persian.dates import JalaliDay, JalaliMonth
from tests.ui.keyboard import activate, click, press, type_text
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.jalali_month_picker import JalaliMonthPicker
from ui.widgets.month_grid import MonthGrid, weeks_of

AZAR_3 = date(2026, 11, 24)
Key = Qt.Key


@pytest.mark.parametrize(
    "typed",
    ["1405/9/3", "۱۴۰۵/۰۹/۰۳", "١٤٠٥/٩/٣", "1405-09-03", "۱۴۰۵.۹.۳", "2026-11-24", "05/9/3", "۰۵/۹/۳"],
)
def test_a_date_is_typed_in_any_digits(qtbot: QtBot, typed: str) -> None:
    edit = JalaliDateEdit()
    qtbot.addWidget(edit)
    activate(edit)
    type_text(edit, typed)
    press(edit, Key.Key_Return)
    assert edit.day() == (AZAR_3 if not typed.startswith(("05", "۰۵")) else JalaliDay(1405, 9, 3).to_date())
    assert edit.text() == "۱۴۰۵/۰۹/۰۳"


@pytest.mark.parametrize("typed", ["1405/13/45", "1405/12/31", "دیروز", "32"])
def test_what_is_no_date_is_marked_and_kept_as_typed(qtbot: QtBot, typed: str) -> None:
    edit = JalaliDateEdit(AZAR_3)
    qtbot.addWidget(edit)
    activate(edit)
    edit.selectAll()
    type_text(edit, typed)
    press(edit, Key.Key_Return)
    assert edit.day() is None
    assert edit.text() == typed
    assert edit.property("invalid") is True
    edit.selectAll()
    type_text(edit, "1405/9/3")
    assert edit.property("invalid") is False


def test_an_emptied_date_is_no_date_and_no_fault(qtbot: QtBot) -> None:
    edit = JalaliDateEdit(AZAR_3)
    qtbot.addWidget(edit)
    told: list[object] = []
    edit.changed.connect(told.append)
    activate(edit)
    edit.selectAll()
    press(edit, Key.Key_Delete)
    press(edit, Key.Key_Return)
    assert edit.day() is None
    assert told == [None]
    assert edit.readable()


def test_the_month_opens_with_down_and_a_day_is_picked_by_keys(qtbot: QtBot) -> None:
    edit = JalaliDateEdit(AZAR_3)
    qtbot.addWidget(edit)
    activate(edit)
    popup = edit.open_calendar()
    grid = popup.calendar.grid_of_days
    press(grid, Key.Key_Left)
    press(grid, Key.Key_Down)
    press(grid, Key.Key_Return)
    assert edit.day() == JalaliDay(1405, 9, 11).to_date()


def box_of(grid: MonthGrid, day: date) -> QRectF:
    """Where `day` stands in the page that is shown."""
    [place] = [(row, week.index(day)) for row, week in enumerate(weeks_of(grid.month)) if day in week]
    return grid._cell(*place)


def test_a_day_is_picked_by_the_mouse_where_it_is_drawn(qtbot: QtBot) -> None:
    grid = MonthGrid(AZAR_3)
    qtbot.addWidget(grid)
    grid.show()
    picked: list[date] = []
    grid.picked.connect(picked.append)
    wanted = JalaliDay(1405, 9, 20).to_date()
    click(grid, box_of(grid, wanted))
    assert picked == [wanted]


def test_a_week_begins_on_saturday_at_the_right() -> None:
    weeks = weeks_of(JalaliMonth(1405, 9))
    first_row = [JalaliDay.of(cell).day if cell else None for cell in weeks[0]]
    assert first_row == [None, 1, 2, 3, 4, 5, 6]
    assert [cell.weekday() for cell in weeks[1] if cell] == [5, 6, 0, 1, 2, 3, 4]
    grid = MonthGrid(AZAR_3)
    saturday, friday = JalaliDay(1405, 9, 7).to_date(), JalaliDay(1405, 9, 13).to_date()
    assert box_of(grid, saturday).left() > box_of(grid, friday).left()


def test_esfand_of_a_leap_year_has_thirty_days_in_the_grid() -> None:
    days = [day for week in weeks_of(JalaliMonth(1403, 12)) for day in week if day]
    assert len(days) == 30
    assert len([day for week in weeks_of(JalaliMonth(1404, 12)) for day in week if day]) == 29


def test_turning_the_page_from_the_thirty_first_lands_on_the_last_day() -> None:
    grid = MonthGrid(JalaliDay(1405, 6, 31).to_date())
    grid.turn(1)
    assert grid.month == JalaliMonth(1405, 7)
    grid.turn(-12)
    assert grid.month == JalaliMonth(1404, 7)


def test_the_month_picker_stops_at_the_latest_month(qtbot: QtBot) -> None:
    picker = JalaliMonthPicker(JalaliMonth(1405, 8), latest=JalaliMonth(1405, 9))
    qtbot.addWidget(picker)
    activate(picker)
    told: list[JalaliMonth] = []
    picker.changed.connect(told.append)
    press(picker, Key.Key_PageDown)
    press(picker, Key.Key_PageDown)
    press(picker, Key.Key_PageUp)
    assert told == [JalaliMonth(1405, 9), JalaliMonth(1405, 8)]


def test_a_month_is_chosen_from_the_page_of_twelve(qtbot: QtBot) -> None:
    picker = JalaliMonthPicker(JalaliMonth(1405, 8), latest=JalaliMonth(1405, 9))
    qtbot.addWidget(picker)
    picker.show()
    popup = picker.open_months()
    assert [cell.isEnabled() for cell in popup.cells] == [True] * 9 + [False] * 3
    click(popup.cells[1])
    assert picker.month() == JalaliMonth(1405, 2)
