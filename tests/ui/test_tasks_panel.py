"""The scheduled tasks of this PC in the window of administration, on a stand-in for `schtasks`."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock, pc_clock
from desktop_app.errors import TaskRefusedError
from desktop_app.scheduling.plan import Account, TaskName, TaskPlan
from desktop_app.scheduling.runs import note_made, noted
from desktop_app.scheduling.service import ScheduledTasks
from desktop_app.settings import Settings
from desktop_app.staff.roles import Membership, Role
from desktop_app.wording.labels import label
from tests.department import TestOffice
from tests.schedulers import StandIn, needs_a_shell, stand_in
from tests.ui.keyboard import CONTROL, activate, choose_row, click, press, titles, type_text
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.administration.tasks_panel import TasksPanel
from ui.workplace import Workplace

pytestmark = needs_a_shell
Key = Qt.Key


class Desk:
    """The section, what it told the window, and what can be undone."""

    def __init__(self, screen: AdministrationScreen, scheduler: StandIn, data: Path) -> None:
        self.screen, self.scheduler, self.data = screen, scheduler, data
        self.said: list[str] = []
        self.undo: list[object] = []
        self.troubles: list[Exception] = []
        screen.message.connect(self._on_message)
        screen.trouble.connect(self.troubles.append)
        self.tasks = ScheduledTasks(Settings(data_folder=data))

    @property
    def panel(self) -> TasksPanel:
        return self.screen.tasks

    def _on_message(self, words: str, undo: object) -> None:
        self.said.append(words)
        self.undo.append(undo)

    def show(self, name: TaskName) -> None:
        choose_row(self.panel.roster, list(TaskName).index(name) + 1)
        assert jobs.wait_all()

    def marks(self) -> list[str]:
        """The chips of the list, by the names of the states."""
        return [row.mark for row in self.panel.roster.rows()]

    def reload(self) -> None:
        self.screen.refresh()
        assert jobs.wait_all()


def state(name: str) -> str:
    return label("task_state", name)


@pytest.fixture
def open_desk(
    qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], Desk]:
    monkeypatch.setenv("PATH", os.environ["PATH"])
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    scheduler = stand_in(tmp_path / "bin", "schtasks")
    data = tmp_path / "data"

    def opened() -> Desk:
        workplace = Workplace(sqlite_office.services, sqlite_office.administrator, Settings(data_folder=data))
        screen = AdministrationScreen(workplace)
        qtbot.addWidget(screen)
        screen.resize(960, 600)
        activate(screen)
        desk = Desk(screen, scheduler, data)
        screen.tabs.choose("tasks")
        assert jobs.wait_all()
        return desk

    return opened


@pytest.fixture
def desk(open_desk: Callable[[], Desk]) -> Desk:
    return open_desk()


def test_at_first_no_task_is_made_and_each_says_what_it_does(desk: Desk) -> None:
    assert titles(desk.panel.roster) == [label("scheduled_task", name) for name in TaskName]
    assert desk.marks() == [state("not_made")] * 5
    assert "خودکار انجام نمی‌دهد" in desk.panel.state.text()
    assert not desk.panel.form.start_button.isVisible()
    assert not desk.panel.form.remove_button.isVisible()
    # No window opens for it, and nothing is changed by looking.
    assert not desk.scheduler.changes()


def test_a_task_is_made_by_keys_and_removed_and_made_again(desk: Desk) -> None:
    form = desk.panel.form
    desk.show(TaskName.BACK_UP)
    press(desk.panel.roster, Key.Key_Return)
    assert QApplication.focusWidget() is form.hour
    form.hour.clear()
    type_text(form.hour, "۳:۳۰")
    press(form.hour, Key.Key_Tab)
    assert QApplication.focusWidget() is form.folder
    type_text(form.folder, "D:\\پشتیبان ما\\")
    press(form.folder, Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert desk.said == ["کار «پشتیبان روزانه» ساخته شد."]
    assert desk.undo == [None]
    assert desk.marks()[2] == state("waiting")
    plan = desk.tasks.made(TaskName.BACK_UP).plan
    assert (plan.at, plan.folder, plan.keep, plan.tries) == ("03:30", "D:\\پشتیبان ما\\", 14, True)
    row = desk.panel.roster.rows()[2]
    assert "هر روز ساعت ۰۳:۳۰" in row.about
    assert "نوبت بعد" in row.about
    press(desk.panel.roster, Key.Key_R)
    assert jobs.wait_all()
    assert desk.scheduler.changes()[-1].startswith("/Run ")
    click(form.remove_button)
    assert jobs.wait_all()
    assert desk.marks()[2] == state("not_made")
    undo = desk.undo[-1]
    assert callable(undo)
    undo()
    assert jobs.wait_all()
    assert desk.marks()[2] == state("waiting")
    assert desk.tasks.made(TaskName.BACK_UP).plan == plan


def test_a_change_is_saved_and_taken_back(desk: Desk) -> None:
    desk.tasks.install(TaskPlan(TaskName.SEAL, folder="/seals"))
    desk.reload()
    desk.show(TaskName.SEAL)
    form = desk.panel.form
    form.mail.setFocus()
    type_text(form.mail, "amin@farhang.example")
    form.account.choose(Account.NETWORK_SERVICE)
    # Whoever chooses a service account reads that it has no passwords.
    assert "خالی است" in form.account_words.text()
    click(form.save_button)
    assert jobs.wait_all()
    assert desk.said == ["کار «مُهر سوابق» تغییر یافت."]
    assert "S-1-5-20" in desk.scheduler.definition("seal").decode("utf-16")
    undo = desk.undo[-1]
    assert callable(undo)
    undo()
    assert jobs.wait_all()
    assert form.mail.text() == ""
    assert form.account.code() is Account.USER
    assert "InteractiveToken" in desk.scheduler.definition("seal").decode("utf-16")


def test_a_refusal_is_shown_and_what_was_entered_stays(desk: Desk) -> None:
    form = desk.panel.form
    desk.show(TaskName.MONTHLY_REPORT)
    type_text(form.signed_as, "مدیر کل")
    form.prints.setFocus()
    press(form.prints, Key.Key_Space)
    form.copies.clear()
    type_text(form.copies, "۲")
    desk.scheduler.refuse("ERROR: Access is denied.")
    click(form.save_button)
    assert jobs.wait_all()
    (trouble,) = desk.troubles
    assert isinstance(trouble, TaskRefusedError)
    assert trouble.parameters["words"] == "ERROR: Access is denied."
    assert desk.marks()[3] == state("not_made")
    assert (form.signed_as.text(), form.copies.text(), form.prints.isChecked()) == ("مدیر کل", "۲", True)
    assert form.save_button.isEnabled()
    desk.scheduler.refuse("")
    click(form.save_button)
    assert jobs.wait_all()
    plan = desk.tasks.made(TaskName.MONTHLY_REPORT).plan
    assert (plan.signed_as, plan.printer, plan.copies) == ("مدیر کل", "", 2)


def test_a_wrong_field_is_marked_and_has_the_focus(desk: Desk) -> None:
    form = desk.panel.form
    desk.show(TaskName.BACK_UP)
    type_text(form.folder, "/b")
    for field, wrong in ((form.hour, "۲۵:۰۰"), (form.keep, "0"), (form.folder, " ")):
        before = field.text()
        field.setText(wrong)
        desk.panel.save()
        assert jobs.wait_all()
        assert form.refusals.card.field is field
        assert field.property("refused")
        assert QApplication.focusWidget() is field
        field.setText(before)
    assert not desk.scheduler.changes()
    desk.panel.save()
    assert jobs.wait_all()
    assert not form.refusals.card.isVisible()
    assert not form.folder.property("refused")
    assert desk.marks()[2] == state("waiting")


def test_a_reload_leaves_alone_what_is_being_typed(desk: Desk) -> None:
    desk.show(TaskName.SEAL)
    type_text(desk.panel.form.folder, "/half")
    desk.reload()
    assert desk.panel.form.folder.text() == "/half"
    assert desk.panel.roster.key() == 5


def test_trouble_and_a_missed_time_are_named(open_desk: Callable[[], Desk]) -> None:
    desk = open_desk()
    desk.tasks.install(TaskPlan(TaskName.INTAKE))
    desk.tasks.install(TaskPlan(TaskName.BACK_UP, folder="/b"))
    before = pc_clock().now() - timedelta(days=3)
    note_made(desk.data, desk.tasks.made(TaskName.INTAKE).plan, before)
    noted(desk.data, TaskName.INTAKE, FixedClock(before), lambda: 0, lambda: "")
    noted(desk.data, TaskName.BACK_UP, pc_clock(), lambda: 3, lambda: "پایگاه داده در دسترس نیست.")
    desk.reload()
    assert desk.marks()[0] == state("missed")
    assert desk.marks()[2] == state("trouble")
    assert desk.panel.state.text() == "نیازمند بررسی: دریافت داده‌های رسیده، پشتیبان روزانه."
    assert "در موعد اجرا نشد" in desk.panel.form.last.text()
    desk.show(TaskName.BACK_UP)
    assert "پایگاه داده در دسترس نیست." in desk.panel.form.last.text()
    noted(desk.data, TaskName.BACK_UP, pc_clock(), lambda: 0, lambda: "")
    desk.scheduler.switch_off("intake")
    desk.reload()
    assert desk.marks()[2] == state("done")
    assert desk.marks()[0] == state("off")


def test_the_password_of_windows_is_asked_for_by_windows_alone(desk: Desk) -> None:
    form = desk.panel.form
    form.account.choose(Account.ALWAYS)
    assert "این برنامه آن را نمی‌بیند" in form.account_words.text()
    click(form.save_button)
    assert jobs.wait_all()
    assert desk.scheduler.changes()[-1].endswith("/RP *")
    # To make it again asks for the password again, so there is no undo in passing.
    click(form.remove_button)
    assert jobs.wait_all()
    assert desk.undo[-1] is None


def test_without_a_scheduler_nothing_can_be_made(
    open_desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    desk = open_desk()
    assert "زمان‌بندی که برنامه بشناسد ندارد" in desk.panel.state.text()
    assert not desk.panel.form.save_button.isEnabled()
    desk.panel.save()
    assert jobs.wait_all()
    assert not desk.said
    assert not desk.troubles


@pytest.mark.parametrize(("section", "name"), [("intake", TaskName.INTAKE), ("outbox", TaskName.OUTBOX)])
def test_other_sections_lead_to_their_task(desk: Desk, section: str, name: TaskName) -> None:
    desk.screen.tabs.choose(section)
    assert jobs.wait_all()
    click(getattr(desk.screen, section).task_link)
    assert jobs.wait_all()
    assert desk.screen.tabs.value() == "tasks"
    assert desk.panel.form.title.text() == label("scheduled_task", name)


def test_who_is_no_administrator_sees_no_tasks(
    qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    manager = replace(sqlite_office.manager, memberships=frozenset({Membership(Role.MANAGER, None)}))
    screen = AdministrationScreen(Workplace(sqlite_office.services, manager, Settings(data_folder=tmp_path)))
    qtbot.addWidget(screen)
    activate(screen)
    screen.tabs.choose("outbox")
    assert jobs.wait_all()
    assert "tasks" not in screen.tabs.codes()
    assert not screen.outbox.task_link.isVisible()
