"""The filter as a sentence: chips by keyboard, order, headings, columns, and what an empty list offers to drop."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.office.settings import AnswerDeadline
from desktop_app.persian.dates import JalaliMonth
from desktop_app.persian.day_ranges import DayRange
from desktop_app.petitions.lists.filters import NOBODY, Grouping, ListFilter, Order, Scope, View, several
from desktop_app.petitions.vocabulary import Channel, Kind, Status
from tests.conftest import NOON
from tests.department import TestOffice
from tests.ui.choosing import choose, open_finder
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import CONTROL, NONE, click, press, type_text
from ui.petitions.lists.cell_words import heading_words
from ui.petitions.lists.columns import PetitionColumn
from ui.petitions.lists.filter_words import Names, condition_words, whole_sentence
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    office = sqlite_office
    rules = (AnswerDeadline("complaint", None, 3, working=False),)
    office.services.office.set_deadlines(office.administrator, rules)
    late = NOON - timedelta(days=9)
    office.registered(
        "الف", subject="پرونده", kind=Kind.COMPLAINT, unit=office.books, name="كاوه", received_at=late
    )
    office.registered("ب", subject="آغاز", unit=office.music, channel=Channel.PHONE, name="آرش")
    office.registered("پ", subject="چاپ", unit=office.books, name="زهرا")
    return office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.manager) as opened:
        opened.show()
        yield opened


def test_conditions_are_added_by_typing_and_read_as_a_sentence(clerk: DeskWindow, office: TestOffice) -> None:
    bar = clerk.screen.filter
    clerk.window.resize(1920, 868)
    for typed in ("شکایت", "واحد کتاب", "مهلتشان گذشته", "رسیدن آبان ۱۴۰۵"):
        bar.finder.ask_more()
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
    bar.finder.ask_grouping()
    choose(clerk, "واحد")
    click(bar.clear)
    clerk.settle()
    # The headings are no condition.
    assert bar.wanted() == ListFilter(grouping=Grouping.UNIT)
    assert len(clerk.subjects()) == 3


def test_a_chip_is_edited_by_the_keyboard(clerk: DeskWindow) -> None:
    bar = clerk.screen.filter
    bar.finder.ask("assignee_id")
    choose(clerk, "هیچ کس")
    assert bar.wanted().assignee_id == NOBODY
    assert bar.chips["assignee_id"].text() == "کارشناس ندارند"
    bar.chips["assignee_id"].setFocus()
    press(bar.chips["assignee_id"], Qt.Key.Key_Return)
    assert "شما" in open_finder(clerk).shown()
    choose(clerk, "شما")
    assert bar.wanted().assignee_id == clerk.actor.person_id


def test_several_values_are_put_beside_each_other_by_the_keyboard(
    clerk: DeskWindow, office: TestOffice
) -> None:
    bar = clerk.screen.filter
    bar.unit.setFocus()
    press(bar.unit, Qt.Key.Key_Return)
    finder = open_finder(clerk)
    for typed in ("کتاب", "موسیقی"):
        finder.field.clear()
        type_text(finder.field, typed)
        press(finder.field, Qt.Key.Key_Return, CONTROL)
        clerk.settle()
        assert finder.isVisible()
    assert bar.unit.text() == "اداره کتاب یا اداره موسیقی"
    assert len(clerk.subjects()) == 3
    press(finder.field, Qt.Key.Key_Return)
    assert not finder.isVisible()
    assert bar.wanted() == ListFilter(unit_id=several([office.music.id, office.books.id]))
    bar.finder.ask("unit_id")
    choose(clerk, "کتاب")
    assert bar.wanted() == ListFilter(unit_id=office.books.id)


def test_a_click_on_the_box_puts_a_value_beside_another(clerk: DeskWindow) -> None:
    bar = clerk.screen.filter
    bar.finder.ask("status")
    finder = open_finder(clerk)
    lines = finder.list_view

    def press_on(words: str, *, box: bool) -> None:
        row = finder.shown().index(words)
        lines.scrollTo(lines.model().index(row, 0))
        line = lines.visualRect(lines.model().index(row, 0))
        at = QPoint(line.right() - 20 if box else line.center().x(), line.center().y())
        QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, NONE, at)
        clerk.settle()

    press_on("ارجاع‌شده", box=True)
    press_on("ثبت‌شده", box=False)
    assert bar.chips["status"].text() == "ثبت‌شده یا ارجاع‌شده هستند"
    press_on("ارجاع‌شده", box=False)
    assert bar.wanted().status is Status.REGISTERED
    press(finder.field, Qt.Key.Key_Escape)
    clerk.settle()
    assert bar.wanted().status is Status.REGISTERED


def test_many_values_are_named_and_counted() -> None:
    names = Names(date(2026, 11, 24), 7, {1: "الف", 2: "ب", 3: "پ", 4: "ت"}, {7: "خودم", 8: "زهرا", 9: "آرش"})
    in_units = ListFilter(unit_id=several([1, 2, 3, 4]))
    assert condition_words(in_units, "unit_id", names) == "الف یا ب یا ۲ تای دیگر"
    whose = ListFilter(assignee_id=several([NOBODY, 8, 9, 7]))
    assert (
        condition_words(whose, "assignee_id", names) == "کارشناس ندارند یا کارشناسشان شما یا آرش یا زهرا است"
    )


def test_what_means_no_days_is_said_and_can_be_mended(clerk: DeskWindow) -> None:
    bar = clerk.screen.filter
    bar.finder.ask("received")
    choose(clerk, "هروقت")
    assert bar.wanted().received is None
    assert "بازهٔ زمانی نیست" in clerk.message
    assert open_finder(clerk).field.text() == "هروقت"
    choose(clerk, "از ١ آبان")
    assert bar.chips["received"].text() == "از ۱ آبان رسیده‌اند"


def test_the_head_of_any_column_sorts_and_turns_round(clerk: DeskWindow) -> None:
    header = clerk.screen.table.header
    for column, orders in {
        PetitionColumn.SENDER: [["آرش", "زهرا", "كاوه"], ["كاوه", "زهرا", "آرش"]],
        PetitionColumn.SUBJECT: [["آغاز", "پرونده", "چاپ"], ["چاپ", "پرونده", "آغاز"]],
    }.items():
        for expected in orders:
            at = QPoint(header.sectionViewportPosition(column) + 20, 10)
            QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, at)
            clerk.settle()
            rows = [clerk.screen.model.row_at(row) for row in range(3)]
            assert [
                (row.petitioner_name if column is PetitionColumn.SENDER else row.subject)
                for row in rows
                if row
            ] == expected
    clerk.screen.filter.finder.ask_order()
    choose(clerk, "نزدیک ترین مهلت")
    assert clerk.screen.filter.wanted() == ListFilter()


def test_headings_by_unit_stand_over_their_rows(clerk: DeskWindow) -> None:
    clerk.screen.filter.finder.ask_grouping()
    choose(clerk, "واحد")
    model = clerk.screen.model
    told = [
        (heading_words(heading), heading.count)
        for row in model.sections.heading_rows
        if (heading := model.sections.heading_at(row))
    ]
    assert told == [("اداره کتاب", 2), ("اداره موسیقی", 1)]
    assert clerk.screen.filter.grouping.text() == "واحد"
    press(clerk.screen.filter.grouping, Qt.Key.Key_Delete)
    clerk.settle()
    assert clerk.screen.filter.wanted().grouping is Grouping.FITTING


def test_columns_are_chosen_from_the_menu(clerk: DeskWindow) -> None:
    clerk.screen.preview.toggle()
    table = clerk.screen.table
    assert table.isColumnHidden(PetitionColumn.CHANNEL)
    menu = clerk.screen.arranging.menu()
    next(action for action in menu.actions() if action.text() == "راه دریافت").trigger()
    assert not table.isColumnHidden(PetitionColumn.CHANNEL)
    row = next(n for n in range(clerk.screen.model.rowCount()) if clerk.screen.model.row_at(n))
    assert clerk.screen.model.data(clerk.screen.model.index(row, PetitionColumn.CHANNEL)) in ("درگاه", "تلفن")


def test_an_empty_list_says_which_condition_to_drop(clerk: DeskWindow, office: TestOffice) -> None:
    clerk.screen.lists.show_list(ListFilter(unit_id=office.music.id, kind="complaint", channel="phone"))
    clerk.settle()
    page = clerk.screen.side.pages.currentWidget()
    assert isinstance(page, EmptyState)
    said = "\n".join(found.text() for found in page.findChildren(PlainLabel))
    assert "بدون شرط «شکایت»" in said
    assert "بدون شرط «اداره موسیقی»" not in said
    buttons = [button for button in page.findChildren(Button) if button.text() == "حذف"]
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
        " و فوریتشان فوری است و نتیجه‌شان «رد شد» است و متقاضی‌شان از گروه «هنرمند» است و دربارهٔ «پروانه» هستند"
        " و در شمارهٔ نامه‌شان «۱۲» هست و شمارهٔ ثبتشان ۱۴۰۵/۳ است، با «مجوز»"
    )


def test_clearing_the_filter_empties_the_search_box_and_goes_back_to_ones_own_order(
    clerk: DeskWindow,
) -> None:
    bar = clerk.screen.filter
    clerk.screen.lists.show_list(ListFilter(scope=Scope.ANY, query="آغاز", order=Order.NEWEST))
    clerk.settle()
    bar.show_box()
    assert bar.box.text() == "آغاز"
    bar.clear_all()
    clerk.settle()
    assert (bar.box.text(), bar.box.isVisible()) == ("", False)
    assert (bar.wanted().query, bar.wanted().order) == ("", Order.DEADLINE)
    # What the person chose themselves is their own.
    bar.change(order=Order.SUBJECT, backwards=True)
    clerk.screen.lists.show_list(ListFilter(scope=Scope.ANY, query="چاپ", order=Order.NEWEST))
    bar.clear_all()
    assert (bar.wanted().order, bar.wanted().backwards) == (Order.SUBJECT, True)
