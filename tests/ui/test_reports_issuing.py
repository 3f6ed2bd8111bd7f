"""Issuing a report in the window, its editions, and reports of other times and of fewer petitions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app.persian.dates import JalaliMonth, start_of_day
from desktop_app.reports.period import Period, PeriodKind
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.ui.consultation import settle, workplace
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from tests.ui.prepared import begins_with, its_office
from tests.ui.reports_window import busy, text_of
from tests.ui.test_reports_screen import values
from ui.reports.issue_dialog import IssueDialog
from ui.reports.issued_list import IssuedList
from ui.reports.made import NOW
from ui.reports.screen import ReportsScreen
from ui.workplace import ShowList

ABAN = JalaliMonth(1405, 8)
Open = Callable[..., ReportsScreen]

prepared = begins_with(busy)
busy_office = its_office


@pytest.fixture
def open_screen(qtbot: QtBot, busy_office: TestOffice) -> Open:
    """Opens the screen for a manager, or for somebody else; `target` is what the dialog for files answers."""

    def make(actor: Actor | None = None, target: Path | None = None) -> ReportsScreen:
        place = workplace(busy_office, actor or busy_office.manager)
        screen = ReportsScreen(place, ask_path=lambda _suggested, _kinds: target)
        qtbot.addWidget(screen)
        screen.resize(1272, 788)
        activate(screen)
        settle(screen)
        return screen

    return make


def state(screen: ReportsScreen) -> str:
    return screen.header.state_button.text().replace("\u2066", "").replace("\u2069", "")


def ask(screen: ReportsScreen) -> IssueDialog:
    activate(screen)
    QCoreApplication.processEvents()
    press(screen, Qt.Key.Key_I, CONTROL)
    assert isinstance(screen.dialog, IssueDialog)
    assert screen.dialog.isVisible()
    return screen.dialog


def confirm(dialog: QDialog) -> None:
    activate(dialog)
    # The window is there; that it has the keyboard now is still on its way to the program.
    QCoreApplication.processEvents()
    press(dialog, Qt.Key.Key_Return, CONTROL)


def issue(screen: ReportsScreen, signed_as: str = "", analysis: str = "") -> None:
    dialog = ask(screen)
    if signed_as:
        dialog.signed_as.setText(signed_as)
    type_text(dialog.analysis, analysis)
    confirm(dialog)
    settle(screen)


def test_a_manager_issues_what_the_preview_shows(open_screen: Open, busy_office: TestOffice) -> None:
    screen = open_screen()
    assert state(screen) == "هنوز صادر نشده"
    dialog = ask(screen)
    assert dialog.signed_as.text() == busy_office.manager.name
    # Thought better of: nothing is issued.
    press(dialog, Qt.Key.Key_Escape)
    settle(screen)
    assert state(screen) == "هنوز صادر نشده"
    issue(screen, "مدیر کل", "ارجاع روزانه شد")
    assert state(screen) == "شمارهٔ ۱۴۰۵/۱، ۳ آذر ۱۴۰۵"
    assert "صادر شد" in screen.work.bar.text
    assert screen.made is not None
    assert screen.made.shown is not None
    assert "مدیر کل" in text_of(screen.made.pdf)
    assert "ارجاع روزانه شد" in text_of(screen.made.pdf)
    (row,) = busy_office.services.issued_reports.all(busy_office.manager)
    assert busy_office.services.issued_reports.one(busy_office.manager, row.id).page == screen.made.pdf


def test_issuing_is_stopped_by_escape_and_says_what_came_of_it(
    open_screen: Open, busy_office: TestOffice
) -> None:
    screen = open_screen()
    dialog = ask(screen)
    dialog.issue_action.trigger()
    assert not dialog.progress.isHidden()
    press(dialog, Qt.Key.Key_Escape)
    # It goes on until the next safe point, and then tells how it ended.
    assert dialog.isVisible()
    settle(screen)
    rows = busy_office.services.issued_reports.all(busy_office.manager)
    if dialog.isVisible():
        assert rows == ()
        assert dialog.refusals.card.words.text() == "متوقف شد؛ چیزی صادر نشد."
        assert dialog.progress.isHidden()
        confirm(dialog)
        settle(screen)
        rows = busy_office.services.issued_reports.all(busy_office.manager)
    assert [row.issue.number for row in rows] == [1]
    assert state(screen) == "شمارهٔ ۱۴۰۵/۱، ۳ آذر ۱۴۰۵"


def test_what_was_issued_stays_and_what_is_counted_now_stands_beside_it(
    open_screen: Open, busy_office: TestOffice
) -> None:
    screen = open_screen()
    issue(screen)
    busy_office.registered("دیر رسید", unit=busy_office.books, received_at=start_of_day(ABAN.first_day))
    screen.refresh()
    settle(screen)
    assert values(screen)["received"] == "۵"
    # The lists of the desk are of now: that is said over what a number of then opens.
    asked: list[object] = []
    screen.navigate.connect(lambda _name, item: asked.append(item))
    screen.page.figures.opened.emit("received")
    settle(screen)
    (opened,) = asked
    assert isinstance(opened, ShowList)
    assert busy_office.services.inbox.outline(busy_office.manager, opened.wanted).total == 6
    assert "۵ درخواست شمرد" in opened.remark
    assert "امروز ۶" in opened.remark
    menu = screen.header.state_menu()
    next(action for action in menu.actions() if action.text() == "شمارش اکنون").trigger()
    settle(screen)
    assert values(screen)["received"] == "۶"
    assert "پیش‌تر صادر شده" in state(screen)
    assert any(cell.behind for row in screen.page.table.rows for cell in row.cells)


def test_a_correction_needs_a_reason_and_becomes_an_edition(open_screen: Open) -> None:
    screen = open_screen()
    issue(screen)
    dialog = ask(screen)
    confirm(dialog)
    assert (dialog.refusals.card.field, dialog.isVisible()) == (dialog.reason, True)
    dialog.reason.setText("یک واحد کم بود")
    confirm(dialog)
    settle(screen)
    assert state(screen) == "شمارهٔ ۱۴۰۵/۱، ۳ آذر ۱۴۰۵، ویرایش ۲"
    assert screen.made is not None
    assert "یک واحد کم بود" in text_of(screen.made.pdf)
    screen.show_edition(1)
    settle(screen)
    assert state(screen) == "شمارهٔ ۱۴۰۵/۱، ۳ آذر ۱۴۰۵"


def test_what_somebody_issued_meanwhile_is_told_in_the_dialog(
    open_screen: Open, busy_office: TestOffice
) -> None:
    screen = open_screen()
    dialog = ask(screen)
    busy_office.services.issued_reports.issue(busy_office.manager, ReportScope(Period.month(ABAN)))
    confirm(dialog)
    settle(screen)
    assert dialog.isVisible()
    assert "پیش‌تر صادر شده" in dialog.refusals.card.words.text()
    dialog.reject()


def test_a_clerk_sees_what_was_issued_and_issues_nothing(open_screen: Open, busy_office: TestOffice) -> None:
    issued = busy_office.services.issued_reports
    issued.issue(busy_office.manager, ReportScope(Period.month(ABAN)))
    screen = open_screen(busy_office.other_clerk)
    assert "شمارهٔ ۱۴۰۵/۱" in state(screen)
    # All of it, as it was issued: what the clerk would count now is less.
    assert values(screen)["received"] == "۵"
    assert not screen.issue_action.isVisible()
    press(screen, Qt.Key.Key_I, CONTROL)
    assert screen.dialog is None
    screen.show_edition(NOW)
    settle(screen)
    assert values(screen)["received"] == "۴"


def test_an_issued_report_is_opened_from_the_list(open_screen: Open, busy_office: TestOffice) -> None:
    issued = busy_office.services.issued_reports
    issued.issue(busy_office.manager, ReportScope(Period.quarter(1405, 2), busy_office.books.id))
    issued.issue(busy_office.manager, ReportScope(Period.month(ABAN)))
    screen = open_screen()
    press(screen, Qt.Key.Key_L, CONTROL)
    settle(screen)
    assert isinstance(screen.dialog, IssuedList)
    assert [screen.dialog.list.item(at).text().split("\n")[0] for at in range(2)] == [
        "آبان ۱۴۰۵، همهٔ واحدها",
        "سه‌ماههٔ دوم ۱۴۰۵، اداره کتاب",
    ]
    activate(screen.dialog)
    press(screen.dialog.list, Qt.Key.Key_Down)
    press(screen.dialog, Qt.Key.Key_Return)
    settle(screen)
    assert screen.header.scope == ReportScope(Period.quarter(1405, 2), busy_office.books.id)
    assert state(screen).startswith("شمارهٔ ۱۴۰۵/۱")
    assert screen.header.unit_button.text() == "اداره کتاب"


def test_nothing_issued_is_said_in_the_list(open_screen: Open) -> None:
    screen = open_screen()
    screen.open_list()
    settle(screen)
    assert isinstance(screen.dialog, IssuedList)
    assert not screen.dialog.open_action.isEnabled()
    screen.dialog.reject()


def test_a_quarter_a_year_and_days_are_chosen(open_screen: Open) -> None:
    screen = open_screen()
    picker = screen.header.picker
    assert picker is not None
    # The quarter of Aban is not over: the one before is.
    press(picker.kinds, Qt.Key.Key_3)
    settle(screen)
    assert picker.period() == Period.quarter(1405, 2)
    assert screen.title() == "گزارش سه‌ماههٔ دوم ۱۴۰۵"
    assert not picker.on.isEnabled()
    assert screen.page.days.isHidden()
    # Against the season before, in words for which there is room.
    figures = screen.page.figures
    assert figures.facts[1].notes[0].text == "در بهار هیچ"
    assert [figures.cut_at(figures.box_of(fact.code).center().x()) for fact in figures.facts] == [""] * 5
    picker.choose_kind(PeriodKind.YEAR)
    settle(screen)
    assert screen.title() == "گزارش سال ۱۴۰۴"
    press(picker.kinds, Qt.Key.Key_5)
    assert picker.dialog is not None
    picker.dialog.reject()
    assert picker.kinds.value() == PeriodKind.YEAR
    press(picker.kinds, Qt.Key.Key_5)
    picker.dialog.field.setText("۱ تا چند آبان")
    assert not picker.dialog.take_action.isEnabled()
    picker.dialog.field.setText("۳ تا ۹ آبان ۱۴۰۵")
    confirm(picker.dialog)
    settle(screen)
    assert values(screen)["received"] == "۳"
    assert len(screen.page.chart.page.labels) == 7
    # As many days on, until they are of today.
    for _ in range(3):
        assert picker.on.isEnabled()
        click(picker.on)
    settle(screen)
    assert picker.period() == Period.parse("1405-08-24..1405-08-30")
    click(picker.on)
    settle(screen)
    assert not picker.on.isEnabled()


def test_kinds_channels_and_a_colleague_narrow_it_down(open_screen: Open, busy_office: TestOffice) -> None:
    screen = open_screen()
    screen.header.choose(kind="request", channel="phone")
    settle(screen)
    assert values(screen)["received"] == "۱"
    assert screen.header.filter_button.text() == "درخواست، تلفن"
    assert screen.made is not None
    assert "درخواست، تلفن" in text_of(screen.made.pdf)
    menu = screen.header.filter_menu()
    next(action for action in menu.actions() if action.text() == "بدون فیلتر").trigger()
    settle(screen)
    assert values(screen)["received"] == "۵"
    screen.header.choose(person_id=busy_office.clerk.person_id)
    settle(screen)
    assert values(screen)["received"] == "۱"
    assert screen.header.filter_button.text() == busy_office.clerk.name


def test_the_figures_are_saved_as_a_table_of_text(open_screen: Open, tmp_path: Path) -> None:
    target = tmp_path / "گزارش.csv"
    screen = open_screen(target=target)
    press(screen, Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settle(screen)
    assert "آبان ۱۴۰۵,5," in target.read_text(encoding="utf-8-sig")


def test_a_month_without_petitions_says_so(open_screen: Open) -> None:
    screen = open_screen()
    screen.header.choose(period=Period.month(JalaliMonth(1404, 2)))
    settle(screen)
    assert values(screen)["received"] == "۰"
    assert screen.made is not None
    assert "نه درخواستی رسید و نه به درخواستی رسیدگی شد" in text_of(screen.made.pdf)
    assert not screen.page.nothing_late.isHidden()
    assert not any(cell.behind for row in screen.page.table.rows for cell in row.cells)
