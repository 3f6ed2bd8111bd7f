"""The filter as a sentence: chips by keyboard, order, headings, columns, and what an empty list offers to drop."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.office.settings import AnswerDeadline
from desktop_app.persian.dates import JalaliMonth
from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.filters import NOBODY, Grouping, ListFilter, Order, Scope, View
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.conftest import NOON
from tests.department import TestOffice
from tests.ui.choosing import choose, open_finder
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import NONE, click, press
from ui.petitions.columns import Column
from ui.petitions.filter_words import Names, whole_sentence
from ui.petitions.list_model import heading_words
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    office = sqlite_office
    rules = (AnswerDeadline("complaint", None, 3, working=False),)
    office.services.office.set_deadlines(office.administrator, rules)
    late = NOON - timedelta(days=9)
    office.petition(
        "الف", subject="پرونده", kind=Kind.COMPLAINT, unit=office.books, name="كاوه", received_at=late
    )
    office.petition("ب", subject="آغاز", unit=office.music, channel=Channel.PHONE, name="آرش")
    office.petition("پ", subject="چاپ", unit=office.books, name="زهرا")
    return office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.manager) as opened:
        opened.show()
        yield opened


def test_conditions_are_added_by_typing_and_read_as_a_sentence(clerk: DeskWindow, office: TestOffice) -> None:
    bar = clerk.screen.filter
    for typed in ("شکایت", "واحد کتاب", "مهلتشان گذشته", "رسیدن آبان ۱۴۰۵"):
        bar.ask_more()
        choose(clerk, typed)
    wanted = bar.wanted()
    assert (wanted.kind, wanted.unit_id, wanted.late) == ("complaint", office.books.id, True)
    aban = JalaliMonth(1405, 8)
    assert wanted.received == DayRange(aban.first_day, aban.last_day)
    assert bar.accessibleName() == (
        "شکایت در اداره کتاب که باز هستند و مهلتشان گذشته است و در آبان ۱۴۰۵ رسیده‌اند"
    )
    assert clerk.subjects() == ["پرونده"]
    shown = [chip.text() for chip in (bar.kind, bar.unit, bar.scope, *bar.chips.values()) if chip.isVisible()]
    assert shown == ["شکایت", "اداره کتاب", "باز هستند", "مهلتشان گذشته است", "در آبان ۱۴۰۵ رسیده‌اند"]
    press(bar.chips["late"], Qt.Key.Key_Delete)
    press(bar.kind, Qt.Key.Key_Backspace)
    clerk.settle()
    assert not bar.chips["late"].isVisible()
    assert bar.wanted() == ListFilter(unit_id=office.books.id, received=wanted.received)
    click(bar.clear)
    clerk.settle()
    assert bar.wanted() == ListFilter()
    assert len(clerk.subjects()) == 3


def test_a_chip_is_edited_by_the_keyboard(clerk: DeskWindow) -> None:
    bar = clerk.screen.filter
    bar.ask("assignee_id")
    choose(clerk, "هیچ کس")
    assert bar.wanted().assignee_id == NOBODY
    assert bar.chips["assignee_id"].text() == "کارشناس ندارند"
    bar.chips["assignee_id"].setFocus()
    press(bar.chips["assignee_id"], Qt.Key.Key_Return)
    assert "شما" in open_finder(clerk).shown()
    choose(clerk, "شما")
    assert bar.wanted().assignee_id == clerk.actor.person_id


def test_what_means_no_days_is_said_and_can_be_mended(clerk: DeskWindow) -> None:
    bar = clerk.screen.filter
    bar.ask("received")
    choose(clerk, "هروقت")
    assert bar.wanted().received is None
    assert "بازهٔ زمانی نیست" in clerk.message
    assert open_finder(clerk).field.text() == "هروقت"
    choose(clerk, "از ١ آبان")
    assert bar.chips["received"].text() == "از ۱ آبان رسیده‌اند"


def test_the_head_of_any_column_sorts_and_turns_round(clerk: DeskWindow) -> None:
    header = clerk.screen.table.header
    for column, orders in {
        Column.SENDER: [["آرش", "زهرا", "كاوه"], ["كاوه", "زهرا", "آرش"]],
        Column.SUBJECT: [["آغاز", "پرونده", "چاپ"], ["چاپ", "پرونده", "آغاز"]],
    }.items():
        for expected in orders:
            at = QPoint(header.sectionViewportPosition(column) + 20, 10)
            QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, at)
            clerk.settle()
            rows = [clerk.screen.model.row_at(row) for row in range(3)]
            assert [
                (row.petitioner_name if column is Column.SENDER else row.subject) for row in rows if row
            ] == expected
    clerk.screen.filter.ask_order()
    choose(clerk, "نزدیک ترین مهلت")
    assert clerk.screen.filter.wanted() == ListFilter()


def test_headings_by_unit_stand_over_their_rows(clerk: DeskWindow) -> None:
    clerk.screen.filter.ask_grouping()
    choose(clerk, "واحد")
    model = clerk.screen.model
    told = [
        (heading_words(heading), heading.count)
        for row in model.heading_rows()
        if (heading := model.heading_at(row))
    ]
    assert told == [("اداره کتاب", 2), ("اداره موسیقی", 1)]
    assert clerk.screen.filter.grouping.text() == "واحد"
    press(clerk.screen.filter.grouping, Qt.Key.Key_Delete)
    clerk.settle()
    assert clerk.screen.filter.wanted().grouping is Grouping.FITTING


def test_columns_are_chosen_from_the_menu(clerk: DeskWindow) -> None:
    clerk.screen.toggle_preview()
    table = clerk.screen.table
    assert table.isColumnHidden(Column.CHANNEL)
    menu = clerk.screen.arranging.menu()
    next(action for action in menu.actions() if action.text() == "راه ورود").trigger()
    assert not table.isColumnHidden(Column.CHANNEL)
    row = next(n for n in range(clerk.screen.model.rowCount()) if clerk.screen.model.row_at(n))
    assert clerk.screen.model.data(clerk.screen.model.index(row, Column.CHANNEL)) in ("درگاه", "تلفن")


def test_an_empty_list_says_which_condition_to_drop(clerk: DeskWindow, office: TestOffice) -> None:
    clerk.screen.show_list(ListFilter(unit_id=office.music.id, kind="complaint", channel="phone"))
    clerk.settle()
    page = clerk.screen.side.pages.currentWidget()
    assert isinstance(page, EmptyState)
    said = "\n".join(found.text() for found in page.findChildren(PlainLabel))
    assert "بدون شرط «شکایت»" in said
    assert "بدون شرط «اداره موسیقی»" not in said
    buttons = [button for button in page.findChildren(Button) if button.text() == "برداشتن"]
    assert len(buttons) == 1
    click(buttons[0])
    clerk.settle()
    assert clerk.subjects() == ["آغاز"]


def test_a_sentence_says_everything_that_can_be_set() -> None:
    wanted = ListFilter(
        View.ALL, Scope.CLOSED, "request", 0, "مجوز", channel="sms", assignee_id=7, urgency="urgent", group="artist",
        outcome="refused", about="پروانه", letter_number="12", registry="1405/3", order=Order.SENDER,
        resolved=DayRange(words="هفتهٔ گذشته"),
    )  # fmt: skip
    assert whole_sentence(wanted, Names(NOON.date(), people={7: "سارا"})) == (
        "درخواست در بی‌ارجاع که بسته شده‌اند و کارشناسشان سارا است و هفتهٔ گذشته رسیدگی شده‌اند و از راه پیامک آمده‌اند"
        " و فوریتشان فوری است و نتیجه‌شان «رد شد» است و متقاضی‌شان از گروه «هنرمند» است و درباره «پروانه» هستند"
        " و در شماره نامه‌شان «۱۲» هست و شماره ثبتشان ۱۴۰۵/۳ است، با «مجوز»"
    )
