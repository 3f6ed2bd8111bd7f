"""The reports, driven by keys and clicks: the figures of a month or unit, and what was chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop_app.errors import DatabaseAwayError
from desktop_app.persian.dates import JalaliMonth
from desktop_app.petitions.lists.inbox import ListFilter
from desktop_app.reports.facts import FigureNote
from desktop_app.reports.own_view import KeptReportView
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice
from tests.ui.consultation import FIRST, comment, draft, open_window, settle
from tests.ui.desk_window import empty_state
from tests.ui.keyboard import click, press
from tests.ui.reports_window import ABAN, MEHR, Open, busy_office, open_screen, picker, prepared, text_of
from ui.reports.screen import ReportsScreen
from ui.reports.tables import Links, crossed_rows
from ui.theme_tokens import PAGE_HEADER
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState

__all__ = ["busy_office", "open_screen", "prepared"]


def values(screen: ReportsScreen) -> dict[str, str]:
    return {fact.code: fact.value for fact in screen.page.figures.facts}


def shown(screen: ReportsScreen) -> Period:
    assert screen.header.scope is not None
    return screen.header.scope.period


def test_the_month_that_is_over_is_shown_first(open_screen: Open) -> None:
    screen = open_screen()
    assert shown(screen) == Period.month(ABAN)
    assert values(screen)["received"] == "۵"
    assert "آبان ۱۴۰۵" in screen.title()


def test_another_month_changes_figures_and_page(open_screen: Open) -> None:
    screen = open_screen()
    before = screen.made
    press(picker(screen), Qt.Key.Key_PageUp)
    settle(screen)
    assert shown(screen) == Period.month(MEHR)
    assert values(screen)["received"] == "۲"
    assert screen.made is not None
    assert before is not None
    assert screen.made.pdf != before.pdf
    assert "مهر ۱۴۰۵" in text_of(screen.made.pdf)
    assert "مهر ۱۴۰۵" in screen.title()


def test_of_months_turned_quickly_only_the_last_one_is_shown(open_screen: Open) -> None:
    screen = open_screen()
    for _ in range(4):
        press(picker(screen), Qt.Key.Key_PageUp)
    settle(screen)
    assert screen.made is not None
    assert screen.made.report.figures.period == Period.month(JalaliMonth(1405, 4))
    assert values(screen)["received"] == "۰"


def test_no_month_to_come_can_be_chosen(open_screen: Open) -> None:
    screen = open_screen()
    press(picker(screen), Qt.Key.Key_PageDown)
    settle(screen)
    assert shown(screen) == Period.month(ABAN)


def test_the_figures_are_told_against_the_month_before(open_screen: Open) -> None:
    screen = open_screen()
    received = screen.page.figures.facts[0]
    assert received.notes[0].text == "۱۵۰\u200f٪ بیش از مهر"
    assert received.notes[1].text == "در آبان ۱۴۰۴ هیچ"
    still_open = next(fact for fact in screen.page.figures.facts if fact.code == "open")
    assert still_open.notes[0].text == "۵ بیش از مهر"
    assert still_open.notes[0].tone == "danger"


def test_notes_that_are_cut_stand_in_the_tip(open_screen: Open) -> None:
    figures = open_screen().page.figures
    whole = FigureNote("۱۲٫۵ روز کمتر از همین روزهای سال پیش و سال پیش از آن")
    figures.show_facts([replace(figures.facts[0], notes=(whole,)), *figures.facts[1:]])
    at = figures.box_of(figures.facts[0].code).center().toPoint()
    at.setY(80)
    QApplication.sendEvent(figures, QHelpEvent(QHelpEvent.Type.ToolTip, at, figures.mapToGlobal(at)))
    assert whole.text in QToolTip.text()
    QToolTip.hideText()


def test_a_unit_is_chosen_from_the_menu_and_the_page_says_so(open_screen: Open) -> None:
    screen = open_screen()
    menu = screen.header.unit_menu()
    next(action for action in menu.actions() if action.text() == "اداره کتاب").trigger()
    settle(screen)
    assert values(screen)["received"] == "۳"
    assert screen.made is not None
    assert "اداره کتاب" in text_of(screen.made.pdf)
    assert screen.header.unit_button.text() == "اداره کتاب"


def test_a_manager_of_a_unit_reads_whose_petitions_are_counted(
    open_screen: Open, busy_office: TestOffice
) -> None:
    books = frozenset({Membership(Role.MANAGER, busy_office.books.id)})
    screen = open_screen(actor=replace(busy_office.manager, memberships=books))
    words = "درخواست‌های در دسترس اداره کتاب"
    assert screen.title() == f"گزارش ماهانهٔ آبان ۱۴۰۵، {words}"
    assert screen.header.unit_button.text() == words
    assert screen.header.unit_menu().actions()[0].text() == words
    assert screen.made is not None
    assert words in text_of(screen.made.pdf)
    assert "همهٔ واحدها" not in text_of(screen.made.pdf)
    # An edition that was issued for the whole office is complete, and says so.
    busy_office.services.issued_reports.issue(busy_office.manager, ReportScope(Period.month(ABAN)))
    screen.refresh()
    settle(screen)
    assert screen.header.unit_button.text() == "همهٔ واحدها"


def test_comments_by_disposition_are_counted(open_screen: Open, busy_office: TestOffice) -> None:
    made = draft(busy_office, FIRST)
    open_window(busy_office, made.row.id, ABAN.first_day, ABAN.last_day)
    comment(busy_office, made.row.id, "نخست")
    comment(busy_office, made.row.id, "دوم")
    screen = open_screen()
    assert screen.page.consultations.sentence.text() == "۲ نظر، ۱ فراخوان"
    press(picker(screen), Qt.Key.Key_PageUp)
    settle(screen)
    assert "نبود" in screen.page.consultations.sentence.text()


def test_cards_and_choosers_fold_where_there_is_little_room(open_screen: Open) -> None:
    screen = open_screen()
    cards = screen.page.highlights.cards
    tops = {card.mapTo(screen, card.rect().topLeft()).y() for card in cards}
    assert len(tops) == 1
    chooser = screen.header.unit_button
    assert chooser.mapTo(screen, chooser.rect().center()).y() < PAGE_HEADER
    screen.resize(904, 550)
    QApplication.processEvents()
    tops = {card.mapTo(screen, card.rect().topLeft()).y() for card in cards}
    assert len(tops) == 2
    assert chooser.mapTo(screen, chooser.rect().center()).y() > PAGE_HEADER


def test_a_database_that_is_away_is_told_with_a_way_to_try_again(
    open_screen: Open, busy_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise DatabaseAwayError(where="office")

    screen = open_screen()
    with monkeypatch.context() as broken:
        broken.setattr(busy_office.services.issued_reports, "of", away)
        screen.refresh()
        settle(screen)
    click(empty_state(screen).findChildren(Button)[0])
    settle(screen)
    assert not any(one.isVisible() for one in screen.findChildren(EmptyState))


def test_what_was_chosen_is_there_the_next_time_and_what_another_place_asks_for_is_not_kept(
    open_screen: Open, busy_office: TestOffice
) -> None:
    screen = open_screen()
    screen.header.choose(unit_id=busy_office.books.id)
    screen.page.family.choose("crossed")
    settle(screen)
    # Each number of a unit and a kind opens exactly its petitions.
    books, whole = screen.page.table.rows
    assert [cell.words for cell in books.cells] == ["۲", "۱", "۳"]
    assert [cell.words for cell in whole.cells] == ["۲", "۱", "۳"]
    inbox = busy_office.services.inbox
    for cell in (*books.cells, *whole.cells):
        assert isinstance(cell.behind, ListFilter)
        assert inbox.count(busy_office.manager, cell.behind) == cell.rows
    again = open_screen()
    assert again.header.scope == screen.header.scope
    assert again.page.family.value() == "crossed"
    week = ReportScope(Period.week(ABAN.first_day), busy_office.music.id)
    again.open_item(week)
    settle(again)
    assert again.made is not None
    assert again.made.scope == again.header.scope == week
    assert open_screen().header.scope == screen.header.scope
    # Another person has a choice of their own.
    assert open_screen(actor=busy_office.clerk).header.scope == ReportScope(Period.month(ABAN))


def test_units_and_kinds_of_an_old_edition_are_left_out_and_not_shown_as_none(open_screen: Open) -> None:
    made = open_screen().made
    assert made is not None
    links = Links(made.scope, ())
    assert crossed_rows(made.report.figures, links)
    assert crossed_rows(replace(made.report.figures, cells=()), links) == []


def test_a_choice_that_waits_is_stored_though_the_one_before_it_failed(
    open_screen: Open, busy_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    views, kept = busy_office.services.report_views, []
    stores = views.keep

    def failing(actor: Actor, view: KeptReportView) -> None:
        kept.append(view)
        if len(kept) == 1:
            raise DatabaseAwayError
        stores(actor, view)

    screen = open_screen()
    monkeypatch.setattr(views, "keep", failing)
    screen.page.family.choose("kind")
    screen.page.family.choose("crossed")
    settle(screen)
    assert [view.family for view in kept] == ["kind", "crossed"]
    monkeypatch.undo()
    assert open_screen().page.family.value() == "crossed"
