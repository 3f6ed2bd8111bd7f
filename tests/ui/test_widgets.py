from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QHoverEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import ConflictError
from desktop_app.persian.dates import JalaliDay, JalaliMonth
from desktop_app.persian.text import ZWNJ
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from ui.actions import both_keys, commands, key_label, make_action, tip
from ui.theme import theme
from ui.widgets import command_palette
from ui.widgets.avatar import initials
from ui.widgets.bar_chart import BarChart, BarSeries, ChartPage, round_top
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import KIND_COLOURS, STATE_MARKS, Chip, FilterChip, StateLabel
from ui.widgets.choice import CodeComboBox
from ui.widgets.command_palette import CommandPalette
from ui.widgets.deadline import DeadlineLabel, DeadlineMark, pressure_of
from ui.widgets.empty_state import EmptyState, FirstStep
from ui.widgets.emptying import release
from ui.widgets.flow import FlowLayout
from ui.widgets.girih import star
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.jalali_month_picker import JalaliMonthPicker
from ui.widgets.message_bar import MessageBar
from ui.widgets.month_grid import MonthGrid, weeks_of
from ui.widgets.painting import Mirror, draw_text, reads_right_to_left
from ui.widgets.plain import PlainLabel, PlainText, tip_text
from ui.widgets.search_box import SearchBox
from ui.widgets.segmented import Segmented
from ui.widgets.tabs import ViewTabs
from ui.widgets.time_line import TimeLine, TimeLineEvent

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


def test_each_shortcut_has_its_latin_key_first_and_the_persian_letters_of_that_key() -> None:
    assert [key.toString() for key in both_keys("Ctrl+F")] == ["Ctrl+F", "Ctrl+ب"]
    assert [key.toString() for key in both_keys("D")] == ["D", "ی", "ي"]
    assert [key.toString() for key in both_keys("F7")] == ["F7"]
    assert len(both_keys("Ctrl++")) == 1


@pytest.mark.parametrize(
    ("key", "pressed", "modifiers"),
    [
        ("R", ord("R"), Qt.KeyboardModifier.NoModifier),
        ("R", ord("ق"), Qt.KeyboardModifier.NoModifier),
        ("Ctrl+K", ord("K"), CONTROL),
        ("Ctrl+K", ord("ن"), CONTROL),
        ("D", ord("ی"), Qt.KeyboardModifier.NoModifier),
    ],
)
def test_a_command_is_reached_under_both_keyboard_layouts(
    qtbot: QtBot, key: str, pressed: int, modifiers: Qt.KeyboardModifier
) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    make_action(window, "ارجاع", lambda: done.append(1), key=key)
    activate(window)
    press(window, pressed, modifiers, text=chr(pressed))
    assert done == [1]


def test_a_letter_that_is_a_command_is_still_typed_into_a_field(qtbot: QtBot) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    field = QLineEdit()
    QVBoxLayout(window).addWidget(field)
    make_action(window, "ارجاع", lambda: done.append(1), key="R")
    activate(window)
    field.setFocus()
    type_text(field, "قr")
    assert field.text() == "قr"
    assert done == []


def test_a_key_of_a_command_works_while_its_place_is_visible_and_enter_only_with_the_focus_in_it(
    qtbot: QtBot,
) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    pane, other = QWidget(), QPushButton()
    column = QVBoxLayout(window)
    column.addWidget(pane)
    column.addWidget(other)
    make_action(pane, "یادداشت", lambda: done.append("note"), key="N")
    make_action(pane, "فرستادن", lambda: done.append("send"), key="Ctrl+Return")
    activate(window)
    other.setFocus()
    press(other, Key.Key_N)
    press(other, Key.Key_Return, CONTROL)
    assert done == ["note"]
    pane.hide()
    press(other, Key.Key_N)
    assert done == ["note"]


def test_a_field_keeps_the_height_that_it_was_given_where_the_pane_is_full(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field, other = PlainText("", editable=True), PlainText("", editable=True)
    for one in (field, other):
        one.keep_height(104)
        column.addWidget(one)
    activate(window)
    window.resize(300, 60)
    field.setFocus()
    other.setFocus()
    assert [one.height() for one in (field, other)] == [104, 104]
    assert field.minimumHeight() == other.minimumHeight() == 104


def test_a_tool_tip_names_the_shortcut_isolated() -> None:
    assert tip("ارجاع", "Ctrl+R") == "ارجاع (\u2066Ctrl R\u2069)"
    assert key_label("Ctrl+Return") == "Ctrl ↵"
    assert key_label("3") == "۳"
    assert key_label("Ctrl++") == "Ctrl +"


def test_an_icon_button_always_has_a_name_and_a_tip() -> None:
    button = IconButton("ph.x", "بستن", key="Esc")
    assert button.accessibleName() == "بستن"
    assert "Esc" in button.toolTip()


def test_a_button_of_a_command_follows_it(qtbot: QtBot) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    action = make_action(window, "ارجاع", lambda: done.append(1), key="R")
    button = Button.of(action)
    QVBoxLayout(window).addWidget(button)
    window.show()
    click(button)
    action.setEnabled(False)
    click(button)
    assert done == [1]
    assert not button.isEnabled()
    action.setVisible(False)
    assert button.isHidden()


@pytest.fixture
def palette(qtbot: QtBot) -> Iterator[tuple[CommandPalette, list[str]]]:
    # What another test chose last would stand first.
    command_palette.RECENT.clear()
    window, done = QWidget(), []
    qtbot.addWidget(window)
    hidden = QWidget(window)
    make_action(window, "ارجاع به واحد", lambda: done.append("refer"), key="R")
    make_action(window, "یادداشت", lambda: done.append("note"), key="N")
    make_action(window, "بستن و رفتن به بعدی", lambda: done.append("resolve")).setEnabled(False)
    make_action(window, "پنهان", lambda: done.append("x"), in_palette=False)
    make_action(hidden, "دیده نمی‌شود", lambda: done.append("hidden"))
    window.show()
    hidden.hide()
    palette = CommandPalette(commands(window), window)
    activate(palette)
    yield palette, done
    window.close()


def test_the_command_palette_lists_the_commands_of_what_is_visible(
    palette: tuple[CommandPalette, list[str]],
) -> None:
    opened, _ = palette
    assert opened.shown() == ["ارجاع به واحد", "یادداشت", "بستن و رفتن به بعدی"]


def test_a_few_letters_in_any_spelling_find_a_command_and_enter_runs_it(
    palette: tuple[CommandPalette, list[str]],
) -> None:
    opened, done = palette
    type_text(opened.field, "يادداشت")
    assert opened.shown() == ["یادداشت"]
    press(opened.field, Key.Key_Return)
    assert done == ["note"]
    assert opened.isHidden()


def test_the_palette_does_not_run_what_is_not_allowed(palette: tuple[CommandPalette, list[str]]) -> None:
    opened, done = palette
    press(opened.field, Key.Key_Down)
    press(opened.field, Key.Key_Down)
    press(opened.field, Key.Key_Return)
    assert done == []
    assert opened.isVisible()
    type_text(opened.field, "zzz")
    assert opened.shown() == []


def test_the_message_bar_offers_undo_and_takes_no_focus(qtbot: QtBot) -> None:
    window, done = QWidget(), []
    qtbot.addWidget(window)
    field, bar = QLineEdit(), MessageBar()
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(bar)
    activate(window)
    field.setFocus()
    bar.say("درخواست بسته شد.", lambda: done.append("undone"))
    assert field.hasFocus()
    assert bar.text == "درخواست بسته شد."
    press(window, ord("ظ"), CONTROL)
    assert done == ["undone"]
    assert bar.text == ""
    press(window, Key.Key_Z, CONTROL)
    assert done == ["undone"]


def test_what_was_done_goes_away_and_trouble_stays(qtbot: QtBot) -> None:
    bar = MessageBar(stays=1)
    qtbot.addWidget(bar)
    bar.say("ذخیره شد.")
    qtbot.waitUntil(lambda: bar.text == "", timeout=60_000)
    bar.show_error(ConflictError(item="petition"))
    # No timer will take it away.
    assert not any(timer.isActive() for timer in bar.findChildren(QTimer))
    assert bar.text != ""
    assert "petition" not in bar.text


def test_a_message_waits_under_a_moving_mouse_and_not_under_one_that_rests(qtbot: QtBot) -> None:
    bar = MessageBar(stays=60_000)
    qtbot.addWidget(bar)
    bar.say("ذخیره شد.")
    [timer] = bar.findChildren(QTimer)
    QApplication.sendEvent(bar, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert timer.isActive()
    QApplication.sendEvent(
        bar, QHoverEvent(QEvent.Type.HoverMove, QPointF(9, 5), QPointF(9, 5), QPointF(5, 5))
    )
    assert not timer.isActive()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert timer.isActive()


@pytest.mark.parametrize(("width", "words"), [(900, 3), (900, 60), (340, 12)])
def test_a_message_is_seen_whole_however_long_it_is(qtbot: QtBot, width: int, words: int) -> None:
    window, bar = QWidget(), MessageBar()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(bar)
    window.setFixedSize(width, 300)
    window.show()
    bar.say("واژه " * words, lambda: None)
    QApplication.processEvents()
    label = bar.findChildren(PlainLabel)[0]
    needed = label.fontMetrics().boundingRect(
        0, 0, label.width(), 1000, Qt.TextFlag.TextWordWrap, label.text()
    )
    assert needed.width() <= label.width()
    assert needed.height() <= label.height()
    assert bar.height() >= 40
    # Undo leaves its place to a sentence that would take many lines beside it.
    assert (bar.undo_button.y() >= label.geometry().bottom()) is (words > 3)


def test_a_part_that_is_placed_again_gets_the_height_that_it_needs(qtbot: QtBot) -> None:
    pane, part, label = QWidget(), QWidget(), PlainLabel("x", wrap=True)
    qtbot.addWidget(pane)
    QVBoxLayout(part).addWidget(label)
    column = QVBoxLayout(pane)
    column.addWidget(part)
    pane.resize(200, 300)
    pane.show()
    release(column)
    column.addWidget(part)
    QApplication.processEvents()
    low = column.heightForWidth(200)
    label.setText("واژه " * 60)
    QApplication.processEvents()
    assert column.heightForWidth(200) > 2 * low


def test_mark_up_is_shown_and_not_obeyed(qtbot: QtBot) -> None:
    hostile = '<b>سلام</b> <img src="file:///etc/passwd">'
    label = PlainLabel(hostile, elide=True)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == hostile
    assert "<img" not in label.toolTip()
    assert "&lt;img" in tip_text(hostile)
    view = PlainText(hostile)
    qtbot.addWidget(view)
    assert view.toPlainText() == hostile


def test_a_persian_page_keeps_its_direction_for_a_text_that_begins_in_latin(qtbot: QtBot) -> None:
    view = PlainText("PDF پیوست است.")
    qtbot.addWidget(view)
    option = view.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.RightToLeft


def ink(draw: Callable[[QPainter], object], width: int = 200, height: int = 40) -> tuple[int, int]:
    """The first and last column that `draw` paints on."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    columns = [x for x in range(width) for y in range(height) if image.pixelColor(x, y).alpha() > 60]
    return min(columns), max(columns)


@pytest.mark.parametrize("text", ["نامه", "PDF"])
def test_text_starts_at_the_right_edge_in_persian_and_at_the_left_in_english(
    qapp: QApplication, text: str
) -> None:
    rect = QRectF(0, 0, 200, 40)

    def draw(painter: QPainter) -> None:
        draw_text(painter, rect, text, theme().font("interface"), theme().text)

    assert ink(draw)[1] > 190
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert ink(draw)[0] < 10


def test_persian_keeps_its_direction_on_an_english_page(qapp: QApplication) -> None:
    assert reads_right_to_left("PDF پیوست است.")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert reads_right_to_left("«ماهی» رسید.")
    assert not reads_right_to_left("PDF پیوست است.")
    assert not reads_right_to_left("12 …")


def test_a_long_text_is_cut_and_stays_in_its_box(qapp: QApplication) -> None:
    def draw(painter: QPainter) -> None:
        draw_text(painter, QRectF(50, 0, 100, 40), "متن " * 5000, theme().font("interface"), theme().text)

    first, last = ink(draw)
    assert first >= 48
    assert last <= 151


def test_leading_positions_are_mirrored_inside_their_container() -> None:
    box = QRectF(100, 0, 400, 36)
    assert Mirror(box, False).at(10, 50) == QRectF(110, 0, 50, 36)
    assert Mirror(box, True).at(10, 50) == QRectF(440, 0, 50, 36)


def test_a_choice_among_segments_is_made_by_mouse_and_by_keys(qtbot: QtBot) -> None:
    choice = Segmented([("request", "درخواست"), ("complaint", "شکایت"), ("opinion", "نظر")])
    qtbot.addWidget(choice)
    activate(choice)
    told: list[str] = []
    choice.changed.connect(told.append)
    press(choice, Key.Key_Left)
    press(choice, Key.Key_3)
    click(choice, QRectF(choice.width() - 20, 0, 10, 30))
    assert told == ["complaint", "opinion", "request"]
    with pytest.raises(ValueError, match="list"):
        choice.choose("criticism")


def test_views_are_changed_by_keys_and_their_counts_are_persian(qtbot: QtBot) -> None:
    tabs = ViewTabs(
        [("mine", "من"), ("late", "دیرکرد"), ("all", "همه")], "نماها", alarming=frozenset({"late"})
    )
    qtbot.addWidget(tabs)
    narrow = tabs.sizeHint().width()
    tabs.show_count("all", 128)
    assert tabs.sizeHint().width() > narrow
    activate(tabs)
    told: list[str] = []
    tabs.changed.connect(told.append)
    press(tabs, Key.Key_Left)
    press(tabs, Key.Key_Left)
    press(tabs, Key.Key_Left)
    assert told == ["late", "all"]


def test_searching_tells_once_after_a_pause_and_escape_empties(qtbot: QtBot) -> None:
    box = SearchBox("جست‌وجو", pause=5)
    qtbot.addWidget(box)
    activate(box)
    told: list[str] = []
    box.searched.connect(told.append)
    type_text(box, "کریمی")
    qtbot.waitUntil(lambda: told == ["کریمی"], timeout=60_000)
    press(box, Key.Key_Escape)
    assert told == ["کریمی", ""]
    assert box.text() == ""


def test_the_cross_of_a_set_filter_clears_it_and_the_rest_opens_it(qtbot: QtBot) -> None:
    chip = FilterChip("باز هستند", is_set=True)
    qtbot.addWidget(chip)
    chip.show()
    told: list[str] = []
    chip.cleared.connect(lambda: told.append("cleared"))
    chip.clicked.connect(lambda: told.append("opened"))
    click(chip, QRectF(6, 0, 10, 28))
    click(chip, QRectF(chip.width() - 30, 0, 10, 28))
    assert told == ["cleared", "opened"]


def test_every_kind_and_every_state_can_be_painted(qtbot: QtBot) -> None:
    for kind in KIND_COLOURS:
        chip = Chip("گونه")
        qtbot.addWidget(chip)
        chip.show_kind(kind, "گونه")
        assert not chip.grab().isNull()
    for state in STATE_MARKS:
        label = StateLabel(state, "وضع")
        qtbot.addWidget(label)
        assert not label.grab().isNull()


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


def test_the_first_step_of_an_empty_page_leads_out_of_it(qtbot: QtBot) -> None:
    done: list[int] = []
    step = FirstStep("ph.tray", "۷ درخواست", "قاعده‌ای جور نشد", "دیدن", lambda: done.append(1))
    page = EmptyState("چیزی نمانده است", "همین‌جا می‌آید.", steps=[step])
    qtbot.addWidget(page)
    page.show()
    click(page.findChildren(Button)[0])
    assert done == [1]


def test_the_letters_of_a_name_do_not_join() -> None:
    assert initials("سارا کاظمی") == f"س{ZWNJ}ک"
    assert initials("سیمرغ") == "س"
    assert initials("") == ""


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


def test_lines_of_a_wrapped_persian_text_all_begin_at_its_right_edge_and_none_is_cut_off(
    qtbot: QtBot,
) -> None:
    words = "چیزی سنجاق نشده است. این را بر حکمی حذف‌شده و سپس بر حکمی الحاقی بزنید تا آن دو یکی شوند و جدا نباشند."
    label = PlainLabel(words, "header", wrap=True)
    qtbot.addWidget(label)
    for width in range(180, 320, 4):
        label.resize(width, label.heightForWidth(width))
        image = label.grab().toImage()
        edges = _ink_by_line(image)
        assert len(edges) > 1
        assert max(right for _, right in edges) - min(right for _, right in edges) <= 4, width
        assert min(left for left, _ in edges) >= 1, width


def _ink_by_line(image: QImage) -> list[tuple[int, int]]:
    """The first and last column with ink of each line."""
    ground = image.pixelColor(0, 0).lightness()
    lines: list[tuple[int, int]] = []
    within = False
    for y in range(image.height()):
        inked = [x for x in range(image.width()) if abs(image.pixelColor(x, y).lightness() - ground) > 60]
        if inked and within:
            lines[-1] = (min(lines[-1][0], inked[0]), max(lines[-1][1], inked[-1]))
        elif inked:
            lines.append((inked[0], inked[-1]))
        within = bool(inked)
    # Dots below and above letters may stand apart from them: what is narrower than a word is no line.
    return [line for line in lines if line[1] - line[0] > image.width() // 4]


def test_a_row_of_chips_takes_another_line_as_soon_as_one_more_is_shown(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(30, 4, (0, 0, 0, 0))
    place.setLayout(flow)
    chips = [QPushButton("یک برچسب بلند") for _ in range(3)]
    for chip in chips:
        flow.addWidget(chip)
    chips[2].hide()
    width = 2 * chips[0].sizeHint().width() + 8
    assert [flow.heightForWidth(width) for _ in range(2)] == [30, 30]
    chips[2].show()
    assert flow.heightForWidth(width) == 60
    chips[1].hide()
    assert flow.heightForWidth(width) == 30


@pytest.mark.parametrize(
    "words", [[], ["کوتاه"], ["واژه‌های بسیار بلند " * 5, "کوتاه"]], ids=["none", "short", "long"]
)
def test_a_choice_takes_the_room_of_its_least_length_whatever_it_offers(
    qtbot: QtBot, words: list[str]
) -> None:
    page, choice, plain = QWidget(), CodeComboBox("واحد"), QComboBox()
    qtbot.addWidget(page)
    plain.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    plain.setMinimumContentsLength(8)
    column = QVBoxLayout(page)
    for box in (choice, plain):
        box.addItems(words)
        column.addWidget(box)
    activate(page)
    assert choice.sizeHint() == plain.sizeHint()
    assert choice.minimumSizeHint() == plain.minimumSizeHint()
