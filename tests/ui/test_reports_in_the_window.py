"""From screen to screen in the real window: a number to its petitions, a draft to its comments and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.instruments.vocabulary import Disposition
from desktop_app.office.settings import IdentityRule
from desktop_app.persian.dates import JalaliMonth, start_of_day
from desktop_app.petitions.lists.inbox import View
from desktop_app.petitions.vocabulary import Channel
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.ui.consultation import FIRST, SECOND, comment, draft, open_window, workplace
from tests.ui.keyboard import CONTROL, activate, click, press
from ui import jobs
from ui.application import screens
from ui.comments.screen import CommentsScreen
from ui.comparison.screen import ComparisonScreen
from ui.instruments.screen import InstrumentsScreen
from ui.main_window import MainWindow
from ui.petitions.screen import InboxScreen
from ui.reports.screen import ReportsScreen


def window_of(qtbot: QtBot, office: TestOffice, actor: Actor) -> MainWindow:
    window = MainWindow(workplace(office, actor), screens())
    qtbot.addWidget(window)
    activate(window)
    assert jobs.wait_all()
    return window


def test_a_number_of_the_report_opens_the_inbox_on_exactly_its_petitions(
    qtbot: QtBot, sqlite_office: TestOffice
) -> None:
    aban = start_of_day(JalaliMonth(1405, 8).first_day)
    for number, unit in enumerate((sqlite_office.books, sqlite_office.books, sqlite_office.music)):
        sqlite_office.registered(f"متن {number}", unit=unit, received_at=aban)
    sqlite_office.registered("از ماهی دیگر", unit=sqlite_office.books)
    window = window_of(qtbot, sqlite_office, sqlite_office.manager)
    window.go("reports")
    assert jobs.wait_all()
    reports = window.current_screen()
    assert isinstance(reports, ReportsScreen)
    at = next(i for i, row in enumerate(reports.page.table.rows) if row.name == sqlite_office.books.name)
    reports.page.ensureWidgetVisible(reports.page.table)
    click(reports.page.table, reports.page.table.link_box(at))
    assert jobs.wait_all()
    inbox = window.current_screen()
    assert isinstance(inbox, InboxScreen)
    assert inbox.model.wanted == reports.page.table.rows[at].cells[0].behind
    assert inbox.model.outline.total == 2


def test_notices_are_a_number_of_their_own_that_opens_them(qtbot: QtBot, sqlite_office: TestOffice) -> None:
    office, aban = sqlite_office, start_of_day(JalaliMonth(1405, 8).first_day)
    office.services.office.set_identity_rules(
        office.administrator, (IdentityRule(None, "letter", ("mobile",)),)
    )
    for number, channel in enumerate((Channel.PORTAL, Channel.LETTER, Channel.LETTER)):
        office.registered(f"متن {number}", unit=office.books, received_at=aban, channel=channel)
    window = window_of(qtbot, office, office.manager)
    window.go("reports")
    assert jobs.wait_all()
    reports = window.current_screen()
    assert isinstance(reports, ReportsScreen)
    link = reports.page.notices
    assert "۲ درخواست بدون پاسخ" in link.text()
    press(link, Qt.Key.Key_Return)
    assert jobs.wait_all()
    inbox = window.current_screen()
    assert isinstance(inbox, InboxScreen)
    assert inbox.model.wanted.notice
    assert inbox.model.outline.total == 2


def test_a_number_of_what_was_issued_opens_the_rows_of_today_and_says_so(
    qtbot: QtBot, sqlite_office: TestOffice
) -> None:
    month = JalaliMonth(1405, 8)
    sqlite_office.registered("متن", unit=sqlite_office.books, received_at=start_of_day(month.first_day))
    services, manager = sqlite_office.services, sqlite_office.manager
    services.issued_reports.issue(manager, ReportScope(Period.month(month)))
    window = window_of(qtbot, sqlite_office, manager)
    window.go("reports")
    assert jobs.wait_all()
    reports = window.current_screen()
    assert isinstance(reports, ReportsScreen)
    reports.page.trend.setFocus()
    press(reports.page.trend, Qt.Key.Key_Return)
    assert jobs.wait_all()
    inbox = window.current_screen()
    assert isinstance(inbox, InboxScreen)
    assert inbox.model.outline.total == 1
    assert "هنگام صدور" in inbox.side.remark.text()
    assert inbox.side.remark.isVisible()
    inbox.refresh()
    assert jobs.wait_all()
    assert inbox.side.remark.isVisible()
    inbox.lists.show_view(View.ALL)
    assert jobs.wait_all()
    assert not inbox.side.remark.isVisible()


def test_a_disposition_opens_its_comments_wherever_they_stand(
    qtbot: QtBot, sqlite_office: TestOffice
) -> None:
    made = draft(sqlite_office, FIRST)
    month = JalaliMonth(1405, 8)
    open_window(sqlite_office, made.row.id, month.first_day, month.last_day)
    for words, provision in (("نخست", "ماده ۱"), ("دوم", "ماده ۲"), ("سوم", "ماده ۳"), ("چهارم", "ماده ۳")):
        comment(sqlite_office, made.row.id, words, provision=provision)
    for one in sqlite_office.services.comments.of_instrument(made.row.id)[:3:2]:
        sqlite_office.services.comments.decide(
            sqlite_office.reviewer, one.id, one.version, Disposition.OUT_OF_SCOPE, "دلیل"
        )
    window = window_of(qtbot, sqlite_office, sqlite_office.manager)
    window.go("reports")
    assert jobs.wait_all()
    reports = window.current_screen()
    assert isinstance(reports, ReportsScreen)
    table = reports.page.consultations.table
    (row,) = table.rows
    for column, cell in enumerate(row.cells):
        if cell.behind is None:
            continue
        reports.page.ensureWidgetVisible(table)
        click(table, table.link_box(0, column))
        assert jobs.wait_all()
        comments = window.current_screen()
        assert isinstance(comments, CommentsScreen)
        assert len(comments.page.admitted.ids()) == cell.rows
        # All of them can be walked through, provision by provision.
        parts = comments.page.parts.rows()
        assert sum(len(part.comments) for part in parts) == cell.rows
        assert comments.page.comments.listed
        window.go("reports")
        assert jobs.wait_all()
    # «خارج از موضوع» stood on two provisions.
    assert [cell.rows for cell in row.cells] == [4, 2, 2]


def test_from_a_draft_to_its_comments_and_to_the_comparison(qtbot: QtBot, sqlite_office: TestOffice) -> None:
    made = draft(sqlite_office, FIRST, SECOND)
    comment(sqlite_office, made.row.id, "مدت کم است.", provision="ماده ۲")
    window = window_of(qtbot, sqlite_office, sqlite_office.reviewer)
    window.go("drafts")
    assert jobs.wait_all()
    drafts = window.current_screen()
    assert isinstance(drafts, InstrumentsScreen)
    click(drafts.details.comments_button)
    assert jobs.wait_all()
    comments = window.current_screen()
    assert isinstance(comments, CommentsScreen)
    assert comments.page.review is not None
    assert comments.page.review.detail.row.id == made.row.id
    click(comments.header.draft)
    assert jobs.wait_all()
    assert window.current_screen() is drafts
    activate(window)
    press(drafts.list_page.list, Qt.Key.Key_M, CONTROL)
    assert jobs.wait_all()
    comparison = window.current_screen()
    assert isinstance(comparison, ComparisonScreen)
    assert comparison.page.loaded is not None
    assert comparison.page.loaded.title == made.row.title
