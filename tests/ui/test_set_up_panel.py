"""The set-up checklist by keys and clicks: its rows, what is ticked, and where it leads."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.office.settings import AnswerDeadline
from desktop_app.petitions.vocabulary import Kind
from tests.department import TestOffice
from tests.ui.keyboard import CONTROL, press, type_text
from tests.ui.printers import into_file
from tests.ui.set_up_desk import SetUpDesk, Task, desk, set_up_screen
from ui import jobs
from ui.administration.set_up.deadlines_pane import DeadlinesPane
from ui.administration.set_up.office_panes import UnitsPane
from ui.administration.set_up.rows import DoneRow
from ui.administration.set_up.safety_panes import DailyBackupPane, SealPane

__all__ = ["desk"]

Key = Qt.Key


def set_up_all(office: TestOffice, *, but: Task) -> None:
    """Sets everything up except one task that a person confirms."""
    services, admin = office.services, office.administrator
    services.office.change(admin, services.office.settings())
    services.office.set_deadlines(admin, (AnswerDeadline(None, None, 10, True),))
    services.closures.confirm(admin, 1405)
    services.templates.add(admin, "پاسخ", "متن")
    for task in (Task.UNITS, Task.ACCOUNTS, Task.ROUTING, Task.MESSAGES, Task.BACKUP, Task.SEAL):
        if task is not but:
            services.readiness.confirm(admin, task)


def test_it_is_the_first_page_and_takes_the_whole_screen(desk: SetUpDesk) -> None:
    assert desk.screen.tabs.value() == "set_up"
    assert desk.screen.tabs.isHidden()
    assert desk.screen.title() == "راه‌اندازی سامانه"
    assert desk.remaining() == list(Task)
    assert desk.panel.list.heading.text() == "۱۰ کار تا آماده شدن سامانه مانده است"
    assert desk.panel.list.minutes.text() == "حدود ۸۳ دقیقه مانده"
    assert desk.panel.list.hasFocus()
    desk.click(desk.panel.go_button)
    assert desk.screen.tabs.isVisible()
    assert (desk.screen.tabs.value(), desk.screen.title()) == ("units", "مدیریت")
    desk.section("set_up")
    assert desk.screen.tabs.isHidden()


def test_nobody_else_has_it(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> None:
    screen = set_up_screen(sqlite_office, sqlite_office.manager, tmp_path, 1272)
    qtbot.addWidget(screen)
    assert "set_up" not in screen.tabs.codes()
    assert screen.tabs.isVisible()


def test_rows_have_their_heights_and_only_the_first_button_is_primary(desk: SetUpDesk) -> None:
    desk.office.services.closures.confirm(desk.office.administrator, 1405)
    desk.panel.refresh()
    assert jobs.wait_all()
    assert {desk.row(task).height() for task in desk.remaining()} == {68}
    assert {row.height() for row in desk.panel.list.rows.values() if isinstance(row, DoneRow)} == {44}
    variants = [desk.row(task).button._variant for task in desk.remaining()]
    assert variants == ["primary", *["secondary"] * 8]
    assert desk.done() == [Task.CALENDAR]


def test_arrows_move_and_enter_presses_the_button(desk: SetUpDesk) -> None:
    desk.key(Key.Key_Down)
    assert desk.selected() is Task.UNITS
    for _ in range(4):
        desk.key(Key.Key_Down)
    assert desk.selected() is Task.DEADLINES
    desk.key(Key.Key_Return)
    pane = desk.panel.pane()
    assert isinstance(pane, DeadlinesPane)
    assert pane.fields[Kind.REQUEST].hasFocus()
    desk.key(Key.Key_Home)
    assert desk.selected() is Task.LETTERHEAD
    desk.key(Key.Key_Up)
    assert desk.selected() is Task.LETTERHEAD
    desk.key(Key.Key_End)
    assert desk.selected() is Task.SEAL


def test_the_back_up_leads_to_its_panel(desk: SetUpDesk) -> None:
    desk.go(Task.BACKUP)
    pane = desk.panel.pane()
    assert isinstance(pane, DailyBackupPane)
    desk.click(desk.row(Task.BACKUP).button)
    assert desk.screen.tabs.value() == "tasks"
    desk.section("set_up")
    desk.click(pane.confirm_button)
    assert desk.done() == [Task.BACKUP]


def test_below_960_the_pane_stands_under_the_selected_row(desk: SetUpDesk) -> None:
    pane = desk.panel.pane()
    assert pane.parent() is not desk.panel.list
    desk.screen.resize(900, 560)
    assert jobs.wait_all()
    assert pane.parent() is desk.panel.list
    desk.key(Key.Key_Down)
    below = desk.panel.pane()
    assert isinstance(below, UnitsPane)
    type_text(below.name, "حقوقی")
    desk.key(Key.Key_Return, below.name)
    assert below.name.hasFocus()
    row = desk.panel.list.rows[Task.UNITS]
    assert not pane.isVisible()
    assert below.isVisible()
    assert below.geometry().top() == row.geometry().bottom() + 1
    assert below.geometry().bottom() < desk.panel.list.rows[Task.ACCOUNTS].geometry().top()
    desk.screen.resize(1272, 800)
    assert jobs.wait_all()
    assert below.parent() is not desk.panel.list
    assert below.isVisible()


def test_the_list_is_printed(desk: SetUpDesk, tmp_path: Path) -> None:
    target = tmp_path / "list.pdf"
    desk.panel.work.ask_printer = into_file(target)
    press(desk.panel.list, Key.Key_P, CONTROL)
    assert jobs.wait_all()
    assert target.read_bytes().startswith(b"%PDF")


def test_when_all_is_done_it_stays_in_the_list_of_panels(
    qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    set_up_all(sqlite_office, but=Task.SEAL)
    screen = set_up_screen(sqlite_office, sqlite_office.administrator, tmp_path, 1272)
    qtbot.addWidget(screen)
    desk = SetUpDesk(screen, sqlite_office)
    assert (desk.remaining(), desk.selected()) == ([Task.SEAL], Task.SEAL)
    assert desk.panel.list.heading.text() == "یک کار تا آماده شدن سامانه مانده است"
    pane = desk.panel.pane()
    assert isinstance(pane, SealPane)
    desk.click(pane.confirm_button)
    assert desk.remaining() == []
    assert desk.screen.tabs.value() == "set_up"
    assert desk.screen.tabs.isVisible()
    desk.take_back()
    assert desk.screen.tabs.isHidden()
    sqlite_office.services.readiness.confirm(sqlite_office.administrator, Task.SEAL)
    again = set_up_screen(sqlite_office, sqlite_office.administrator, tmp_path, 1272)
    qtbot.addWidget(again)
    assert again.tabs.value() == "units"
    assert again.tabs.isVisible()
    again.tabs.choose("set_up")
    assert jobs.wait_all()
    assert again.tabs.isVisible()
    assert again.set_up.list.heading.text() == "سامانه آماده است"
