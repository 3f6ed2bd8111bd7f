"""A leaver's work, handed over in the window by a manager and by an administrator."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection, event

from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice
from tests.ui.keyboard import activate, choose_row, click, press, type_text
from ui import jobs
from ui.administration.hand_over_panel import HandOverPanel
from ui.administration.screen import AdministrationScreen
from ui.workplace import Workplace

Key = Qt.Key


class Told:
    """The panel, and what it told the window."""

    def __init__(self, screen: AdministrationScreen) -> None:
        self.screen = screen
        self.panel: HandOverPanel = screen.hand_over
        self.said: list[str] = []
        self.undo: Callable[[], None] | None = None
        self.troubles: list[Exception] = []
        screen.message.connect(self._on_message)
        screen.trouble.connect(self.troubles.append)

    def _on_message(self, sentence: str, undo: Callable[[], None] | None) -> None:
        self.said.append(sentence)
        self.undo = undo

    def choose(self, actor: Actor) -> None:
        self.panel.choose(actor.person_id or 0)
        assert jobs.wait_all()


def opened(qtbot: QtBot, office: TestOffice, actor: Actor, folder: Path) -> Told:
    screen = AdministrationScreen(Workplace(office.services, actor, Settings(data_folder=folder)))
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    activate(screen)
    screen.tabs.choose("hand_over")
    screen.shown()
    assert jobs.wait_all()
    return Told(screen)


@pytest.fixture
def manager(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> Told:
    for n in range(3):
        sqlite_office.taken(text=f"درخواست {n}")
    told = opened(qtbot, sqlite_office, sqlite_office.manager, tmp_path)
    told.choose(sqlite_office.clerk)
    return told


def assignees(office: TestOffice) -> set[int | None]:
    desk = office.services.desk
    return {desk.peek(office.manager, petition_id).assignee_id for petition_id in (1, 2, 3)}


def test_a_manager_finds_what_managers_do_and_nothing_else(
    manager: Told, qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    assert manager.screen.tabs.codes() == [
        "hand_over", "confirmations", "intake", "arrived", "outbox", "improvements",
    ]  # fmt: skip
    assert not manager.screen.add_action.isVisible()
    # What comes in is nobody's yet: for one unit alone nobody takes it in.
    of_a_unit = replace(
        sqlite_office.manager, memberships=frozenset({Membership(Role.MANAGER, sqlite_office.books.id)})
    )
    told = opened(qtbot, sqlite_office, of_a_unit, tmp_path)
    assert told.screen.tabs.codes() == ["hand_over", "outbox", "improvements"]


def test_the_work_goes_over_by_keys_after_a_preview(manager: Told, sqlite_office: TestOffice) -> None:
    panel = manager.panel
    [box] = panel.boxes.values()
    assert not panel.start_button.isEnabled()
    press(box, Key.Key_Down)
    press(box, Key.Key_Down)
    assert box.currentText() == "حسن نوری"
    assert "۳ درخواست" in panel.preview.text()
    # Without a reason nothing goes over, and its field says so.
    click(panel.start_button)
    assert panel.refusals.card.field is panel.reason
    assert manager.said == []
    type_text(panel.reason, "به واحد دیگری رفت")
    press(panel.reason, Key.Key_Return)
    assert jobs.wait_all()
    assert assignees(sqlite_office) == {sqlite_office.other_clerk.person_id}
    assert manager.said == ["۳ درخواست واگذار شد."]
    assert panel.boxes == {}
    # A manager who does not administer disables nobody.
    assert not panel.disable_button.isVisible()


def test_handing_over_can_be_undone(manager: Told, sqlite_office: TestOffice) -> None:
    panel = manager.panel
    [box] = panel.boxes.values()
    box.setCurrentIndex(1)
    type_text(panel.reason, "مرخصی")
    click(panel.start_button)
    assert jobs.wait_all()
    assert assignees(sqlite_office) == {None}
    assert manager.undo is not None
    manager.undo()
    assert jobs.wait_all()
    assert assignees(sqlite_office) == {sqlite_office.clerk.person_id}
    assert manager.said[-1] == "۳ درخواست برگشت."


def test_what_stayed_is_named_with_its_reason(manager: Told, sqlite_office: TestOffice) -> None:
    desk = sqlite_office.services.desk
    second = desk.peek(sqlite_office.clerk, 2)
    panel = manager.panel
    [box] = panel.boxes.values()
    box.setCurrentIndex(2)
    type_text(panel.reason, "رفت")
    desk.wait(sqlite_office.clerk, 2, second.version, "مدرک")
    click(panel.start_button)
    assert jobs.wait_all()
    assert "۲ درخواست واگذار شد، ۱ درخواست واگذار نشد" in panel.result.text()
    assert "در وضعیت کنونی این کار ممکن نیست." in panel.failures.toPlainText()
    assert panel.failures.isVisible()


def test_stopping_tells_what_was_done(manager: Told, sqlite_office: TestOffice) -> None:
    panel = manager.panel
    first, stopped = threading.Event(), threading.Event()

    def hold_the_first(_connection: Connection) -> None:
        first.set()
        assert stopped.wait(60)

    event.listen(sqlite_office.services.database.engine, "commit", hold_the_first)
    [box] = panel.boxes.values()
    box.setCurrentIndex(2)
    type_text(panel.reason, "رفت")
    click(panel.start_button)
    assert not panel.start_button.isEnabled()
    assert panel.stop_button.isVisible()
    assert first.wait(60)
    click(panel.stop_button)
    stopped.set()
    assert jobs.wait_all()
    assert panel.result.text() == "۱ درخواست واگذار شد، ۰ درخواست واگذار نشد و نوبت ۲ درخواست نرسید."
    assert not panel.stop_button.isVisible()


def test_an_administrator_without_the_role_is_told_who_hands_over(
    qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    sqlite_office.taken()
    told = opened(qtbot, sqlite_office, sqlite_office.administrator, tmp_path)
    told.choose(sqlite_office.clerk)
    assert told.panel.boxes == {}
    assert not told.panel.start_button.isEnabled()
    told.choose(sqlite_office.reviewer)
    assert "هیچ درخواست بازی" in told.panel.holding_words.text()


def test_afterwards_the_account_is_disabled_in_one_click(
    qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    sqlite_office.taken()
    both = frozenset({Membership(Role.ADMINISTRATOR, None), Membership(Role.MANAGER, None)})
    accounts = sqlite_office.services.accounts
    row = next(row for row in accounts.all() if row.username == "admin")
    accounts.change(sqlite_office.pc, row.id, row.version, memberships=both)
    told = opened(qtbot, sqlite_office, accounts.actor(row.id), tmp_path)
    # From the account of who leaves, as one would.
    told.screen.tabs.choose("staff")
    assert jobs.wait_all()
    choose_row(told.screen.staff.roster, sqlite_office.clerk.person_id or 0)
    click(told.screen.staff.leaving_button)
    assert jobs.wait_all()
    panel = told.panel
    assert told.screen.tabs.value() == "hand_over"
    [box] = panel.boxes.values()
    box.setCurrentIndex(2)
    type_text(panel.reason, "بازنشسته شد")
    click(panel.start_button)
    assert jobs.wait_all()
    click(panel.disable_button)
    assert jobs.wait_all()
    assert not next(row for row in accounts.all() if row.username == "rezaei").active
    assert not panel.disable_button.isVisible()
