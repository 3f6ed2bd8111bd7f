"""Accounts in the administration: made, reset, disabled, their roles, by keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from desktop_app.errors import RuleError
from desktop_app.staff.accounts import PersonRow
from desktop_app.staff.roles import Membership, Role
from tests.department import PASSWORD, TestOffice, confirm_all
from tests.ui.administering import Desk, Key, desk
from tests.ui.keyboard import CONTROL, choose_row, click, press, titles, type_text
from ui import jobs

__all__ = ["desk"]


def test_an_account_is_made_and_can_sign_in(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    press(desk.screen, Key.Key_N, CONTROL)
    panel = desk.screen.staff
    type_text(panel.full_name, "نمونه تازه")
    type_text(panel.username, "nemoone")
    line = panel.roles.lines[0]
    line.role.setCurrentIndex(line.role.findData("manager"))
    line.unit.setCurrentIndex(line.unit.findData(sqlite_office.music.id))
    click(panel.save_button)
    assert jobs.wait_all()
    accounts = sqlite_office.services.accounts
    once = panel.password.password()
    actor = accounts.sign_in("nemoone", once)
    assert (actor.must_change_password, actor.memberships) == (True, frozenset())
    accounts.change_own_password(actor, once, "own-words-1405")
    assert accounts.sign_in("nemoone", "own-words-1405").unconfirmed
    confirm_all(sqlite_office.services, actor.person_id or 0)
    actor = accounts.sign_in("nemoone", "own-words-1405")
    assert actor.memberships == {Membership(Role.MANAGER, sqlite_office.music.id)}
    assert "نمونه تازه" in titles(panel.roster)


def test_an_administrator_of_one_pc_makes_a_new_recovery_code_in_two_steps(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    administrator, services = sqlite_office.administrator, sqlite_office.services
    old = services.recovery.make(administrator)
    desk.section("staff")
    panel = desk.screen.staff
    choose_row(panel.roster, sqlite_office.clerk.person_id or 0)
    assert jobs.wait_all()
    assert not panel.recovery.isVisible()
    choose_row(panel.roster, administrator.person_id or 0)
    assert jobs.wait_all()
    box = panel.recovery
    assert "۱۴۰۵" in box.about.text()
    click(box.ask_button)
    assert box.yes_button.hasFocus()
    press(box.yes_button, Key.Key_Space)
    assert jobs.wait_all()
    code = box.sheet.box.code
    assert code not in {"", old.code}
    click(box.put_away_button)
    assert box.sheet.box.code == ""
    assert desk.said[-1]
    with pytest.raises(RuleError):
        services.recovery.recover(old.code, "new-words-1405")
    assert services.recovery.recover(code, "new-words-1405").username


def test_saving_a_person_unchanged_keeps_roles_and_password(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    before = sqlite_office.services.accounts.all()
    panel = desk.screen.staff
    for person in before:
        choose_row(panel.roster, person.id)
        panel.save()
        assert jobs.wait_all()
    after = sqlite_office.services.accounts.all()
    assert [p.memberships for p in after] == [p.memberships for p in before]
    assert desk.troubles == []
    clerk = next(p for p in after if p.id == sqlite_office.clerk.person_id)
    assert sqlite_office.services.accounts.sign_in(clerk.username, PASSWORD) == sqlite_office.clerk


def person(office: TestOffice, username: str) -> PersonRow:
    return next(row for row in office.services.accounts.all() if row.username == username)


def test_a_forgotten_password_is_reset_in_two_steps_and_shown_once(
    desk: Desk, sqlite_office: TestOffice
) -> None:
    desk.section("staff")
    panel, accounts = desk.screen.staff, sqlite_office.services.accounts
    choose_row(panel.roster, person(sqlite_office, "rezaei").id)
    click(panel.password.ask_button)
    assert accounts.sign_in("rezaei", PASSWORD) == sqlite_office.clerk
    press(panel.password.yes_button, Key.Key_Space)
    assert jobs.wait_all()
    once = panel.password.password()
    assert accounts.sign_in("rezaei", once).must_change_password
    click(panel.password.copy_button)
    assert QGuiApplication.clipboard().text() == once
    assert panel.roster.rows()[1].mark == "گذرواژهٔ یک‌بارمصرف"
    choose_row(panel.roster, person(sqlite_office, "nouri").id)
    choose_row(panel.roster, person(sqlite_office, "rezaei").id)
    assert panel.password.password() == ""


def test_leaving_the_question_leaves_the_password(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    panel = desk.screen.staff
    choose_row(panel.roster, person(sqlite_office, "rezaei").id)
    click(panel.password.ask_button)
    click(panel.password.no_button)
    assert jobs.wait_all()
    assert sqlite_office.services.accounts.sign_in("rezaei", PASSWORD) == sqlite_office.clerk
    assert panel.password.ask_button.isVisible()


def test_nobody_resets_their_own_password(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    panel = desk.screen.staff
    choose_row(panel.roster, person(sqlite_office, "admin").id)
    assert not panel.password.isVisible()


def test_disabling_an_account_can_be_undone(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    panel = desk.screen.staff
    choose_row(panel.roster, person(sqlite_office, "rezaei").id)
    panel.active.setChecked(False)
    press(panel.full_name, Key.Key_Return)
    assert jobs.wait_all()
    assert not person(sqlite_office, "rezaei").active
    desk.take_back()
    assert person(sqlite_office, "rezaei").active
    assert desk.troubles == []


def test_the_list_is_filtered_in_any_spelling(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    panel = desk.screen.staff
    type_text(panel.pane.box, "رضايي")
    press(panel.pane.box, Key.Key_Return)
    assert titles(panel.roster) == ["مریم رضایی"]
    assert panel.roster.hasFocus()
    panel.pane.box.clear_search()
    type_text(panel.pane.box, "موسیقی")
    press(panel.pane.box, Key.Key_Return)
    assert titles(panel.roster) == ["سارا امینی", "رضا شریفی"]
    type_text(panel.pane.box, "‌نیست")
    press(panel.pane.box, Key.Key_Return)
    assert titles(panel.roster) == []


def test_a_role_is_added_and_taken_away(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    panel = desk.screen.staff
    assert sqlite_office.clerk.person_id is not None
    choose_row(panel.roster, sqlite_office.clerk.person_id)
    click(panel.roles.add_button)
    panel.roles.lines[-1].role.setCurrentIndex(panel.roles.lines[-1].role.findData("reviewer"))
    click(panel.roles.lines[0].remove_button)
    panel.save()
    assert jobs.wait_all()
    actor = sqlite_office.services.accounts.actor(sqlite_office.clerk.person_id)
    assert actor.memberships == {Membership(Role.REVIEWER, None)}


def test_the_last_administrator_cannot_be_shut_out(desk: Desk, sqlite_office: TestOffice) -> None:
    desk.section("staff")
    panel = desk.screen.staff
    for person in sqlite_office.services.accounts.all():
        if any(m.role is Role.ADMINISTRATOR for m in person.memberships):
            choose_row(panel.roster, person.id)
            panel.active.setChecked(False)
            panel.save()
            assert jobs.wait_all()
    assert desk.troubles
    assert any(
        p.active and any(m.role is Role.ADMINISTRATOR for m in p.memberships)
        for p in sqlite_office.services.accounts.all()
    )
