"""Administration, waits for confirmation: seen, confirmed, declined and withdrawn, by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice, confirm_all
from tests.ui.keyboard import activate, choose_row, click, press
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.widgets.plain import PlainLabel
from ui.workplace import Workplace

Key = Qt.Key
MANAGER = Membership(Role.MANAGER, None)
Open = Callable[[Actor], AdministrationScreen]


@pytest.fixture
def opened(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> Open:
    def open_screen(actor: Actor) -> AdministrationScreen:
        screen = AdministrationScreen(
            Workplace(sqlite_office.services, actor, Settings(data_folder=tmp_path))
        )
        qtbot.addWidget(screen)
        screen.resize(1200, 800)
        activate(screen)
        screen.shown()
        screen.tabs.choose("confirmations")
        assert jobs.wait_all()
        return screen

    return open_screen


def ask(office: TestOffice) -> None:
    """The administrator asks for the role of a manager of the whole office."""
    row = next(row for row in office.services.accounts.all() if row.username == "admin")
    memberships = row.memberships | {MANAGER}
    office.services.accounts.change(office.administrator, row.id, row.version, memberships=memberships)


def is_manager(office: TestOffice) -> bool:
    return office.services.accounts.actor(office.administrator.person_id or 0).has(Role.MANAGER)


def words(screen: AdministrationScreen) -> str:
    return "\n".join(one.text() for one in screen.confirmations.findChildren(PlainLabel) if one.isVisible())


def test_nothing_waits_at_first(opened: Open, sqlite_office: TestOffice) -> None:
    screen = opened(sqlite_office.manager)
    panel = screen.confirmations
    assert "چیزی در انتظار نفر دوم نیست" in words(screen)
    assert not panel.save_button.isVisible()
    assert not screen.add_action.isVisible()


def test_a_role_is_confirmed_by_the_return_key(opened: Open, sqlite_office: TestOffice) -> None:
    ask(sqlite_office)
    screen = opened(sqlite_office.manager)
    panel, said = screen.confirmations, list[str]()
    panel.done.connect(lambda sentence, _undo: said.append(sentence))
    row = panel.roster.current()
    assert row is not None
    assert (row.title, row.mark) == ("مدیر سامانه", "")
    for part in ("نقش: مدیر (همهٔ اداره)", "مدیر سامانه", "۱۴۰۵", "پس از تأیید شما"):
        assert part in words(screen)
    assert not panel.withdraw_button.isVisible()
    panel.roster.setFocus()
    press(panel.roster, Key.Key_Return)
    assert jobs.wait_all()
    assert is_manager(sqlite_office)
    assert said == ["تأیید شد: نقش: مدیر (همهٔ اداره)، مدیر سامانه."]
    assert "چیزی در انتظار نفر دوم نیست" in words(screen)


def test_a_role_is_declined_by_keys(opened: Open, sqlite_office: TestOffice) -> None:
    ask(sqlite_office)
    screen = opened(sqlite_office.manager)
    panel = screen.confirmations
    panel.save_button.setFocus()
    press(panel.save_button, Key.Key_Tab)
    assert panel.decline_button.hasFocus()
    press(panel.decline_button, Key.Key_Space)
    assert jobs.wait_all()
    assert not is_manager(sqlite_office)
    assert sqlite_office.services.confirmations.pending(sqlite_office.manager) == ()


def test_whoever_asked_confirms_nothing_and_takes_it_back(opened: Open, sqlite_office: TestOffice) -> None:
    ask(sqlite_office)
    screen = opened(sqlite_office.administrator)
    panel = screen.confirmations
    assert "نفر دومِ این درخواست شما نیستید" in words(screen)
    assert not panel.save_button.isVisible()
    assert not panel.decline_button.isVisible()
    press(panel.roster, Key.Key_Return)
    assert jobs.wait_all()
    assert not is_manager(sqlite_office)
    click(panel.withdraw_button)
    assert jobs.wait_all()
    assert sqlite_office.services.confirmations.pending(sqlite_office.manager) == ()


def test_an_account_waits_until_its_owner_has_chosen_a_password(
    opened: Open, sqlite_office: TestOffice
) -> None:
    accounts = sqlite_office.services.accounts
    made = accounts.add(sqlite_office.administrator, "کارشناس تازه", "tazeh", frozenset())
    screen = opened(sqlite_office.manager)
    panel = screen.confirmations
    assert "هنوز گذرواژهٔ یک‌بارمصرف" in words(screen)
    assert not panel.save_button.isEnabled()
    accounts.change_own_password(accounts.actor(made.person.id), made.password, "own-words-1405")
    screen.refresh()
    assert jobs.wait_all()
    assert "از صاحب حساب بپرسید" in words(screen)
    click(panel.save_button)
    assert jobs.wait_all()
    assert not accounts.actor(made.person.id).unconfirmed


def test_the_accounts_say_before_and_after_what_waits(opened: Open, sqlite_office: TestOffice) -> None:
    screen = opened(sqlite_office.administrator)
    screen.tabs.choose("staff")
    assert jobs.wait_all()
    staff, me = screen.staff, sqlite_office.administrator.person_id or 0
    said = list[str]()
    staff.done.connect(lambda sentence, _undo: said.append(sentence))
    choose_row(staff.roster, me)

    def shown() -> str:
        return "\n".join(one.text() for one in staff.findChildren(PlainLabel) if one.isVisible())

    assert "پس از تأیید نفر دوم کار می‌کند" in shown()
    staff.roles.add(MANAGER)
    click(staff.save_button)
    assert jobs.wait_all()
    assert said == ["حساب مدیر سامانه ذخیره شد؛ یک نقش در انتظار نفر دوم است."]
    assert "در انتظار نفر دوم: مدیر" in shown()
    row = staff.roster.current()
    assert row is not None
    assert row.mark == "در انتظار نفر دوم"
    confirm_all(sqlite_office.services, me)
    screen.refresh()
    assert jobs.wait_all()
    assert is_manager(sqlite_office)


def test_the_bell_leads_to_what_waits(opened: Open, sqlite_office: TestOffice) -> None:
    ask(sqlite_office)
    screen = opened(sqlite_office.manager)
    screen.tabs.choose("hand_over")
    screen.open_item("confirmations")
    assert jobs.wait_all()
    assert screen.tabs.value() == "confirmations"
    assert screen.confirmations.save_button.isVisible()


def test_an_office_without_a_second_person_is_told_before(opened: Open, sqlite_office: TestOffice) -> None:
    accounts = sqlite_office.services.accounts
    manager = next(row for row in accounts.all() if row.id == sqlite_office.manager.person_id)
    accounts.change(sqlite_office.administrator, manager.id, manager.version, active=False)
    screen = opened(sqlite_office.administrator)
    screen.tabs.choose("staff")
    assert jobs.wait_all()
    staff = screen.staff
    choose_row(staff.roster, sqlite_office.administrator.person_id or 0)
    assert any("نفر دومی برای تأیید نیست" in one.text() for one in staff.findChildren(PlainLabel))
    staff.roles.add(MANAGER)
    click(staff.save_button)
    assert jobs.wait_all()
    assert is_manager(sqlite_office)
