"""Reminders and the bell, by keys: kept on a petition, rung on the day, put off, put away, opened."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.database.rhythm import Rhythm
from desktop_app.instruments.comments.staff_threads import ThreadSubject
from desktop_app.instruments.vocabulary import ThreadKind
from desktop_app.petitions.deadlines.closures import Closure
from desktop_app.petitions.lists.inbox import View
from desktop_app.staff.roles import Membership, Role
from tests.department import TestOffice
from tests.instruments.consulting import Consultation
from tests.instruments.test_annotations import ARTICLES, add, annotate, draft
from tests.ui.consultation import workplace
from tests.ui.desk_window import DeskWindow, desk, opened_bell
from tests.ui.keyboard import activate, press, type_text, wait
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.application import screens
from ui.comparison.screen import ComparisonScreen
from ui.instruments.screen import InstrumentsScreen
from ui.main_window import MainWindow
from ui.notices.pane import NoticesPane
from ui.notices.words import face_of
from ui.reports.screen import ReportsScreen


def opened(shown: DeskWindow) -> NoticesPane:
    # Under `offscreen` the window does not get the keyboard back by itself when a dialog closes.
    activate(shown.window)
    return opened_bell(shown.window)


def told(panel: NoticesPane) -> list[str]:
    return [notice.about for notice in panel.shown()]


def test_a_reminder_is_typed_rings_on_its_day_and_is_put_off_or_done(
    sqlite_office: TestOffice, clock: FixedClock
) -> None:
    made = sqlite_office.taken(subject="مجوز کتاب")
    with desk(sqlite_office, sqlite_office.clerk) as shown:
        shown.show(View.MINE, keep=made.id)
        shown.focus_table()
        shown.letter("y")
        dialog = shown.screen.reminding.dialog
        assert dialog is not None
        dialog.day.clear()
        type_text(dialog.day, "دیروز")
        assert not dialog.keep_action.isEnabled()
        dialog.day.clear()
        type_text(dialog.day, "شنبه")
        assert dialog.read.text() == "شنبه ۷ آذر ۱۴۰۵"
        type_text(dialog.words, "زنگ به ناشر")
        press(dialog.words, Qt.Key.Key_Return)
        shown.settle()
        assert shown.message == "شنبه ۷ آذر ۱۴۰۵ یادآوری می‌شود."
        assert shown.window.top_bar.bell.count == 0
        clock.moment += timedelta(days=4)
        panel = opened(shown)
        assert told(panel) == ["زنگ به ناشر"]
        assert shown.window.top_bar.bell.count == 1
        press(panel.list, ord("T"), text="t")
        shown.settle()
        assert (told(panel), shown.window.top_bar.bell.count) == ([], 0)
        clock.moment += timedelta(days=1)
        shown.window.bell.look()
        shown.settle()
        press(panel.list, ord("D"), text="d")
        shown.settle()
        assert sqlite_office.services.reminders.open(sqlite_office.clerk) == ()


def test_enter_in_the_bell_opens_the_petition(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    other, made = office.taken(subject="دیگری"), office.petition(subject="تازه")
    office.services.desk.refer(
        office.other_clerk, made.id, made.version, office.books.id, person_id=office.clerk.person_id
    )
    with desk(office, office.clerk) as shown:
        shown.show(View.MINE, keep=other.id)
        assert shown.window.top_bar.bell.count == 1
        panel = opened(shown)
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
        shown.settle()
        assert shown.shown.id == made.id


def test_an_annotation_in_the_bell_leads_to_its_place(qtbot: QtBot, sqlite_office: TestOffice) -> None:
    office = sqlite_office
    instrument = draft(office, *ARTICLES)
    add(office, instrument, "ماده ۱- این آیین‌نامه از امروز اجرا می‌شود.", *ARTICLES)
    made = annotate(office, instrument, "سی روز کاری")
    office.services.annotations.assign(office.reviewer, made.id, made.version, 1, office.clerk.person_id)
    window = MainWindow(workplace(office, office.clerk), screens())
    qtbot.addWidget(window)
    activate(window)
    assert jobs.wait_all()
    assert window.top_bar.bell.count == 1
    panel = opened_bell(window)
    (row,) = panel.shown()
    assert (row.who, row.why) == (office.reviewer.name, "سی روز کاری")
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert jobs.wait_all()
    screen = window.current_screen()
    assert isinstance(screen, ComparisonScreen)
    assert screen.page.view.shown.active_thread == made.id


def test_the_week_in_the_bell_opens_the_report_of_the_unit_and_the_week(
    qtbot: QtBot, sqlite_office: TestOffice, clock: FixedClock
) -> None:
    office = sqlite_office
    office.registered(unit=office.books)
    clock.advance(timedelta(days=7))
    head = replace(office.manager, memberships=frozenset({Membership(Role.MANAGER, office.books.id)}))
    window = MainWindow(workplace(office, head), screens())
    qtbot.addWidget(window)
    activate(window)
    assert jobs.wait_all()
    panel = opened_bell(window)
    assert told(panel) == ["هفتهٔ ۳۰ آبان تا ۶ آذر ۱۴۰۵"]
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert jobs.wait_all()
    screen = window.current_screen()
    assert isinstance(screen, ReportsScreen)
    assert screen.made is not None
    assert screen.made.scope.unit_id == office.books.id
    assert screen.made.scope.period.code == "1405-08-30..1405-09-06"
    assert screen.made.report.figures.total.received == 1


def test_an_administrator_finds_a_guard_of_the_database_that_is_gone(
    qtbot: QtBot, sqlite_office: TestOffice
) -> None:
    office = sqlite_office
    with closing(sqlite3.connect(office.services.database.place)) as owner, owner:
        owner.execute("DROP TRIGGER statute_instrument_update")
    owner.close()
    window = MainWindow(workplace(office, office.administrator), screens())
    qtbot.addWidget(window)
    activate(window)
    assert jobs.wait_all()
    assert window.top_bar.bell.count == 2
    panel = opened_bell(window)
    row, _calendar = panel.shown()
    assert row.about == "یک نگهبان قانون یا سوابق یافت نشد: statute_instrument_update"
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert jobs.wait_all()
    screen = window.current_screen()
    assert isinstance(screen, AdministrationScreen)
    assert screen.tabs.value() == "history"


def test_an_administrator_confirms_the_calendar_that_the_bell_asks_for(
    qtbot: QtBot, sqlite_office: TestOffice
) -> None:
    office = sqlite_office
    window = MainWindow(workplace(office, office.administrator), screens())
    qtbot.addWidget(window)
    activate(window)
    assert jobs.wait_all()
    panel = opened_bell(window)
    (row,) = panel.shown()
    assert row.about == "تقویم سال ۱۴۰۵ را تأیید کنید"
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert jobs.wait_all()
    screen = window.current_screen()
    assert isinstance(screen, AdministrationScreen)
    assert screen.tabs.value() == "closures"
    assert screen.closures.year.currentData() == 1405
    press(screen.closures.confirm_button, Qt.Key.Key_Space)
    assert jobs.wait_all()
    window.bell.look()
    assert jobs.wait_all()
    assert window.top_bar.bell.count == 0


def test_the_bell_leads_a_manager_to_a_draft_whose_last_day_was_closed_and_hears_of_staff_threads(
    qtbot: QtBot, sqlite_office: TestOffice, clock: FixedClock
) -> None:
    office = sqlite_office
    consultation = Consultation(office, clock).opened()
    comment = consultation.comment()
    consultation.after_the_end()
    office.services.life.start_revising(office.reviewer, consultation.id, consultation.version)
    end = consultation.now.row.closes_on
    assert end is not None
    office.services.closures.add(office.administrator, Closure(end, "آلودگی هوا"))
    window = MainWindow(workplace(office, office.manager), screens())
    qtbot.addWidget(window)
    activate(window)
    assert jobs.wait_all()
    panel = opened_bell(window)
    (row,) = panel.shown()
    assert face_of(row).title == "روز پایانی مهلت آن تعطیل اعلام شد؛ تصمیم بگیرید"
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert jobs.wait_all()
    screen = window.current_screen()
    assert isinstance(screen, InstrumentsScreen)
    assert screen.details.detail is not None
    assert screen.details.detail.row.id == consultation.id
    office.services.life.open_again(office.manager, consultation.id, consultation.version)
    window.bell.look()
    assert jobs.wait_all()
    (row,) = panel.shown()
    assert face_of(row).title == "مهلت آن دوباره باز شد؛ پایان جدید را منتشر کنید"
    threads = office.services.staff_threads
    made = threads.open(office.reviewer, ThreadSubject(comment_id=comment), ThreadKind.QUESTION, "از کجاست؟")
    threads.assign(office.reviewer, made.id, made.version, office.manager.person_id)
    window.bell.rhythm = Rhythm(0.0)
    window.watch.changed.emit(frozenset({("comment_thread", made.id)}))
    assert wait(lambda: window.top_bar.bell.count == 2)
