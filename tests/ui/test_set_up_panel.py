"""The set-up checklist by keys and clicks: proposals are accepted, rows are ticked, acts are taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.office.set_up import SetUpTask
from desktop_app.office.settings import AnswerDeadline
from desktop_app.petitions.routing.rules import Conditions, Consequence
from desktop_app.petitions.vocabulary import Kind
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.key_store import KeyStore
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from tests.ui.printers import into_file
from tests.ui.test_administration import Desk
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.administration.set_up.deadlines_pane import DeadlinesPane
from ui.administration.set_up.office_panes import AccountsPane, LetterheadPane, UnitsPane
from ui.administration.set_up.panel import SetUpPanel
from ui.administration.set_up.rows import DoneRow, RemainingRow
from ui.administration.set_up.rule_panes import CalendarPane, RoutingPane
from ui.administration.set_up.safety_panes import DailyBackupPane, RepliesPane, SealPane
from ui.workplace import Workplace

Key = Qt.Key
Task = SetUpTask


class SetUpDesk(Desk):
    """The administration of an office, with its checklist in front."""

    def __init__(self, screen: AdministrationScreen, office: TestOffice) -> None:
        super().__init__(screen)
        self.office = office

    @property
    def panel(self) -> SetUpPanel:
        return self.screen.set_up

    def selected(self) -> Task | None:
        return self.panel.list.task

    def remaining(self) -> list[Task]:
        return [row.state.task for row in self.panel.list.rows.values() if isinstance(row, RemainingRow)]

    def done(self) -> list[Task]:
        return [row.state.task for row in self.panel.list.rows.values() if isinstance(row, DoneRow)]

    def row(self, task: Task) -> RemainingRow:
        found = self.panel.list.rows[task]
        assert isinstance(found, RemainingRow)
        return found

    def key(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        press(widget or self.panel.list, key)
        assert jobs.wait_all()

    def go(self, task: Task) -> None:
        """Clicks on the title of a row."""
        row = self.panel.list.rows[task]
        click(row, QRectF(row.width() - 140, 8, 20, 20))
        assert jobs.wait_all()
        assert self.selected() is task

    def click(self, widget: QWidget) -> None:
        click(widget)
        assert jobs.wait_all()


def _screen(office: TestOffice, actor: Actor, folder: Path, width: int) -> AdministrationScreen:
    screen = AdministrationScreen(Workplace(office.services, actor, Settings(data_folder=folder)))
    screen.resize(width, 800)
    activate(screen)
    screen.shown()
    assert jobs.wait_all()
    return screen


@pytest.fixture
def desk(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> Iterator[SetUpDesk]:
    screen = _screen(sqlite_office, sqlite_office.administrator, tmp_path, 1272)
    qtbot.addWidget(screen)
    yield SetUpDesk(screen, sqlite_office)
    assert jobs.wait_all()


@pytest.fixture
def key_store() -> Iterator[KeyStore]:
    made, before = KeyStore(), keyring.get_keyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def set_up_all(office: TestOffice, *, but: Task) -> None:
    """Sets everything up except one task that a person confirms."""
    services, admin = office.services, office.administrator
    services.office.change(admin, services.office.settings())
    services.office.set_deadlines(admin, (AnswerDeadline(None, None, 10, True),))
    services.closures.confirm(admin, 1405)
    services.templates.add(admin, "پاسخ", "متن")
    for task in (Task.UNITS, Task.ACCOUNTS, Task.ROUTING, Task.BACKUP, Task.SEAL):
        if task is not but:
            services.readiness.confirm(admin, task)


def test_it_is_the_first_page_and_takes_the_whole_screen(desk: SetUpDesk) -> None:
    assert desk.screen.tabs.value() == "set_up"
    assert desk.screen.tabs.isHidden()
    assert desk.screen.title() == "راه‌اندازی سامانه"
    assert desk.remaining() == list(Task)
    assert desk.panel.list.heading.text() == "۹ کار تا آماده شدن سامانه مانده است"
    assert desk.panel.list.minutes.text() == "حدود ۷۳ دقیقه مانده"
    assert desk.panel.list.hasFocus()
    desk.click(desk.panel.go_button)
    assert desk.screen.tabs.isVisible()
    assert (desk.screen.tabs.value(), desk.screen.title()) == ("units", "مدیریت")
    desk.section("set_up")
    assert desk.screen.tabs.isHidden()


def test_nobody_else_has_it(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> None:
    screen = _screen(sqlite_office, sqlite_office.manager, tmp_path, 1272)
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
    assert variants == ["primary", *["secondary"] * 7]
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


def test_the_proposed_deadlines_are_changed_accepted_and_taken_back(desk: SetUpDesk) -> None:
    office = desk.office.services.office
    kept = AnswerDeadline("complaint", "phone", 3, True)
    office.set_deadlines(desk.office.administrator, (kept, AnswerDeadline("request", None, 12, False)))
    desk.panel.refresh()
    assert jobs.wait_all()
    desk.go(Task.DEADLINES)
    pane = desk.panel.pane()
    assert isinstance(pane, DeadlinesPane)
    shown = {kind: (field.text(), bool(field.property("unset"))) for kind, field in pane.fields.items()}
    assert shown == {
        Kind.REQUEST: ("۱۲", False),
        Kind.COMPLAINT: ("۷", True),
        Kind.SUGGESTION: ("۲۰", True),
        Kind.CRITICISM: ("۱۵", True),
        Kind.OPINION: ("", False),
    }
    assert pane.marks[Kind.COMPLAINT].text() == "تعیین نشده"
    pane.fields[Kind.COMPLAINT].selectAll()
    type_text(pane.fields[Kind.COMPLAINT], "۹")
    desk.key(Key.Key_Return, pane.fields[Kind.COMPLAINT])
    assert office.deadlines() == (
        kept,
        AnswerDeadline("request", None, 12, False),
        AnswerDeadline("complaint", None, 9, True),
        AnswerDeadline("suggestion", None, 20, True),
        AnswerDeadline("criticism", None, 15, True),
    )
    assert desk.done() == [Task.DEADLINES]
    assert desk.selected() is Task.REPLIES
    assert desk.panel.list.hasFocus()
    assert desk.said[-1] == "«مهلت رسیدگی» انجام شد."
    desk.take_back()
    assert len(office.deadlines()) == 2
    assert desk.done() == []


def test_deadlines_of_one_channel_are_set_beside_those_of_all(desk: SetUpDesk) -> None:
    desk.go(Task.DEADLINES)
    pane = desk.panel.pane()
    assert isinstance(pane, DeadlinesPane)
    desk.click(pane.accept_button)
    desk.go(Task.DEADLINES)
    pane.channel.setCurrentIndex(pane.channel.findData("phone"))
    assert pane.fields[Kind.COMPLAINT].text() == "۷"
    pane.fields[Kind.COMPLAINT].setText("3")
    desk.click(pane.accept_button)
    rules = desk.office.services.office.deadlines()
    assert AnswerDeadline("complaint", "phone", 3, True) in rules
    assert AnswerDeadline("complaint", None, 7, True) in rules
    assert len(rules) == 5


@pytest.mark.parametrize("typed", ["0", "367", "ده", "-1", "7.5"])
def test_a_bad_number_is_refused_at_its_place_and_nothing_is_lost(desk: SetUpDesk, typed: str) -> None:
    desk.go(Task.DEADLINES)
    pane = desk.panel.pane()
    assert isinstance(pane, DeadlinesPane)
    pane.fields[Kind.SUGGESTION].setText(typed)
    desk.click(pane.accept_button)
    assert desk.office.services.office.deadlines() == ()
    assert pane.refusals.card.field is pane.fields[Kind.SUGGESTION]
    assert pane.fields[Kind.SUGGESTION].hasFocus()
    assert pane.fields[Kind.SUGGESTION].text() == typed


def test_what_is_typed_stays_when_the_list_is_read_again(desk: SetUpDesk) -> None:
    desk.go(Task.DEADLINES)
    pane = desk.panel.pane()
    assert isinstance(pane, DeadlinesPane)
    pane.fields[Kind.REQUEST].setText("33")
    desk.office.services.closures.confirm(desk.office.administrator, 1405)
    desk.panel.refresh()
    assert jobs.wait_all()
    assert desk.done() == [Task.CALENDAR]
    assert pane.fields[Kind.REQUEST].text() == "33"


def test_the_letterhead_is_confirmed_as_it_stands_or_changed(desk: SetUpDesk) -> None:
    pane = desk.panel.pane()
    assert isinstance(pane, LetterheadPane)
    desk.key(Key.Key_Return)
    assert pane.ministry.hasFocus()
    desk.key(Key.Key_Return, pane.ministry)
    assert desk.done() == [Task.LETTERHEAD]
    assert desk.undo is None
    desk.go(Task.LETTERHEAD)
    pane.office_name.setText("ادارهٔ کل گیلان")
    pane.phone.setText("۰۱۳۱۲۳")
    desk.click(pane.save_button)
    settings = desk.office.services.office.settings()
    assert (settings.office_name, settings.phone) == ("ادارهٔ کل گیلان", "013123")
    desk.take_back()
    assert desk.office.services.office.settings().phone == "42991"
    desk.go(Task.LETTERHEAD)
    pane.office_name.clear()
    desk.click(pane.save_button)
    assert [type(one).__name__ for one in desk.troubles] == ["InvalidValueError"]
    assert pane.save_button.isEnabled()


def test_units_are_added_switched_and_confirmed(desk: SetUpDesk) -> None:
    desk.go(Task.UNITS)
    pane, units = desk.panel.pane(), desk.office.services.units
    assert isinstance(pane, UnitsPane)
    type_text(pane.name, "واحد سینما")
    desk.key(Key.Key_Return, pane.name)
    assert "واحد سینما" in [unit.name for unit in units.all()]
    assert (desk.selected(), pane.name.text()) == (Task.UNITS, "")
    # Several are added one after the other.
    assert pane.name.hasFocus()
    type_text(pane.name, "حقوقی")
    desk.key(Key.Key_Return, pane.name)
    assert len(units.all()) == 4
    pane.boxes[desk.office.books.id].setFocus()
    desk.key(Key.Key_Space, pane.boxes[desk.office.books.id])
    assert pane.boxes[desk.office.books.id].hasFocus()
    assert units.all()[0].needs_approval
    desk.take_back()
    assert not units.all()[0].needs_approval
    assert not pane.boxes[desk.office.books.id].isChecked()
    desk.click(desk.row(Task.UNITS).button)
    assert pane.confirm_button.hasFocus()
    desk.key(Key.Key_Space, pane.confirm_button)
    assert desk.done() == [Task.UNITS]
    assert desk.selected() is Task.ACCOUNTS
    desk.take_back()
    assert desk.done() == []


def test_accounts_are_confirmed_and_the_confirmation_is_taken_back_later(desk: SetUpDesk) -> None:
    desk.go(Task.ACCOUNTS)
    pane = desk.panel.pane()
    assert isinstance(pane, AccountsPane)
    desk.click(pane.confirm_button)
    assert desk.done() == [Task.ACCOUNTS]
    row = desk.panel.list.rows[Task.ACCOUNTS]
    assert isinstance(row, DoneRow)
    desk.click(row.review)
    assert (desk.screen.tabs.value(), desk.selected()) == ("staff", Task.ACCOUNTS)
    desk.section("set_up")
    desk.click(pane.open_button)
    assert desk.done() == []


def test_a_rule_is_switched_on_in_the_pane_and_without_rules_the_panel_opens(desk: SetUpDesk) -> None:
    desk.go(Task.ROUTING)
    desk.key(Key.Key_Return)
    assert desk.screen.tabs.value() == "routing"
    rules = desk.office.services.routing_rules
    made = rules.add(
        desk.office.administrator, "کتاب", Conditions(words=("کتاب",)), Consequence(desk.office.books.id)
    )
    desk.section("set_up")
    pane = desk.panel.pane()
    assert isinstance(pane, RoutingPane)
    desk.key(Key.Key_Return)
    assert pane.boxes[made.id].hasFocus()
    desk.key(Key.Key_Space, pane.boxes[made.id])
    assert rules.all()[0].active
    assert desk.done() == [Task.ROUTING]
    desk.take_back()
    assert not rules.all()[0].active


def test_the_calendar_is_confirmed_beside_its_days(desk: SetUpDesk) -> None:
    desk.go(Task.CALENDAR)
    pane = desk.panel.pane()
    assert isinstance(pane, CalendarPane)
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Space, pane.confirm_button)
    assert desk.office.services.closures.is_confirmed(1405)
    desk.take_back()
    assert not desk.office.services.closures.is_confirmed(1405)
    desk.click(pane.open_button)
    assert desk.screen.tabs.value() == "closures"


def test_proposed_replies_are_changed_left_out_and_taken_over(desk: SetUpDesk) -> None:
    desk.go(Task.REPLIES)
    pane, templates = desk.panel.pane(), desk.office.services.templates
    assert isinstance(pane, RepliesPane)
    pane.proposed[1].wanted.click()
    pane.proposed[0].text.setPlainText("سلام {nobody}")
    desk.click(pane.accept_button)
    assert "nobody" in pane.refusals.card.words.text()
    assert templates.all() == ()
    pane.proposed[0].text.setPlainText("سلام {name}")
    desk.click(pane.accept_button)
    assert [(one.title, one.active) for one in templates.all()] == [
        ("اعلام دریافت و ارجاع", True),
        ("خارج از صلاحیت اداره", True),
    ]
    assert templates.all()[0].text == "سلام {name}"
    assert desk.done() == [Task.REPLIES]
    desk.take_back()
    assert not any(one.active for one in templates.all())


def test_the_back_up_leads_to_its_panel(desk: SetUpDesk) -> None:
    desk.go(Task.BACKUP)
    pane = desk.panel.pane()
    assert isinstance(pane, DailyBackupPane)
    desk.click(desk.row(Task.BACKUP).button)
    assert desk.screen.tabs.value() == "tasks"
    desk.section("set_up")
    desk.click(pane.confirm_button)
    assert desk.done() == [Task.BACKUP]


def test_the_key_of_the_seal_is_made(desk: SetUpDesk, tmp_path: Path, key_store: KeyStore) -> None:
    desk.go(Task.SEAL)
    pane = desk.panel.pane()
    assert isinstance(pane, SealPane)
    pane.ask_file = lambda: tmp_path / "public.txt"
    desk.click(pane.make_button)
    assert pane.refusals.card.field is pane.custodian
    assert not key_store.kept
    type_text(pane.custodian, "نگار صادقی")
    desk.key(Key.Key_Return, pane.custodian)
    assert (tmp_path / "public.txt").exists()
    assert desk.done() == [Task.SEAL]
    assert desk.undo is None
    desk.go(Task.SEAL)
    assert "کد صحت کلید" in pane.fingerprint.text()
    desk.click(pane.make_button)
    assert [type(one).__name__ for one in desk.troubles] == ["SigningError"]


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
    screen = _screen(sqlite_office, sqlite_office.administrator, tmp_path, 1272)
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
    again = _screen(sqlite_office, sqlite_office.administrator, tmp_path, 1272)
    qtbot.addWidget(again)
    assert again.tabs.value() == "units"
    assert again.tabs.isVisible()
    again.tabs.choose("set_up")
    assert jobs.wait_all()
    assert again.tabs.isVisible()
    assert again.set_up.list.heading.text() == "سامانه آماده است"
