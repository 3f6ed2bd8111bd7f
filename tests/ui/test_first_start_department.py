"""The pages of a PC that joins a department: its server is tested, and tables are made."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest
from sqlalchemy import make_url

from desktop_app.staff.roles import Role
from desktop_app.wording import language_in_use
from tests.department import PASSWORD
from tests.guarded import OWNER, Department
from tests.standing import free_port
from tests.ui.keyboard import click, press, type_text
from tests.ui.new_pc import ACCOUNT, LANGUAGE, LETTERHEAD, PLACE, Key, NewPc, Open, machine, opened, pc
from ui import jobs
from ui.sign_in.entrance import FIRST, SIGN_IN

__all__ = ["opened", "pc"]


def choose_department(pc: NewPc, url: str) -> None:
    """Goes to the second page and types the address of a server, without leaving the field."""
    pc.on()
    window = pc.window
    assert pc.place == PLACE
    press(window.place.cards, Key.Key_Left)
    assert window.place.cards.value() == "department"
    address = make_url(url)
    fields = window.place.department
    fields.name.setText(address.database or "")
    host = address.host or str(address.query["host"])
    type_text(fields.hosts, host)
    if address.port is not None:
        fields.port.clear()
        type_text(fields.port, str(address.port))


def states(pc: NewPc) -> list[str]:
    return [row.state for row in pc.window.place.test.rows]


def test_the_connection_is_tested_when_the_address_is_left_and_a_clerk_signs_in(
    pc: NewPc, guarded: Department
) -> None:
    window = pc.window
    choose_department(pc, guarded.url)
    assert not window.next_button.isEnabled()
    assert window.why.text()
    press(window.place.department.hosts, Key.Key_Tab)
    assert jobs.wait_all()
    assert states(pc) == ["done", "done", "done", "later", "done"]
    assert pc.written() == [], "nothing is written before the page is left"
    assert window.next_button.isEnabled()
    assert window.why.text() == ""
    pc.on()
    assert pc.place == ACCOUNT
    assert pc.written() == ["settings.json"]
    entrance = window.account.entrance
    assert entrance.place() == SIGN_IN, "a PC of the department sees no form for an administrator"
    type_text(entrance.form.username, "rezaei")
    pc.on()
    type_text(entrance.form.password, PASSWORD)
    pc.on()
    assert pc.place == LETTERHEAD
    assert not window.later_button.isVisible()
    assert not window.letterhead.office_name.isVisible()
    pc.on()
    [(_, actor, settings)] = pc.came_in
    assert actor == guarded.office.clerk
    assert settings.is_department
    assert PASSWORD not in (pc.folder / "settings.json").read_text(encoding="utf-8")
    assert not settings.local_database.exists(), "no empty file is left"


def test_a_port_that_is_closed_is_said_under_its_row_and_tried_again_by_a_button(pc: NewPc) -> None:
    window = pc.window
    pc.on()
    window.place.cards.choose("department")
    fields = window.place.department
    type_text(fields.port, "")
    fields.port.setText(str(free_port()))
    type_text(fields.hosts, "127.0.0.1")
    press(fields.hosts, Key.Key_Return)
    assert jobs.wait_all()
    assert states(pc) == ["done", "failed", "waiting", "waiting", "waiting"]
    row = window.place.test.rows[1]
    assert "PostgreSQL" in row.sentence
    assert row.sentence in row.accessibleName()
    assert not window.next_button.isEnabled()
    press(fields.hosts, Key.Key_Return)
    assert pc.place == PLACE
    click(window.place.test.again_button)
    assert jobs.wait_all()
    assert states(pc)[1] == "failed"
    type_text(fields.hosts, "x")
    assert states(pc) == ["waiting"] * 5, "what was found is not true of another address"
    assert pc.written() == []


def test_esc_stops_the_test_and_then_goes_back(pc: NewPc, monkeypatch: pytest.MonkeyPatch) -> None:
    window = pc.window
    pc.on()
    window.place.cards.choose("department")
    fields = window.place.department
    fields.port.setText(str(free_port()))
    entered, go_on = threading.Event(), threading.Event()
    find = socket.getaddrinfo

    def slow(*asked: object, **more: object) -> object:
        entered.set()
        assert go_on.wait(60)
        return find(*asked, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    type_text(fields.hosts, "127.0.0.1")
    press(fields.hosts, Key.Key_Return)
    assert entered.wait(60)
    assert states(pc)[0] == "running"
    assert window.place.test.stop_button.isVisible()
    press(fields.hosts, Key.Key_Escape)
    assert pc.place == PLACE
    assert not window.place.test.running
    go_on.set()
    assert jobs.wait_all()
    assert states(pc) == ["waiting"] * 5
    press(fields.hosts, Key.Key_Escape)
    assert pc.place == LANGUAGE


def test_the_tab_key_goes_from_choice_to_address_port_certificate_and_on(pc: NewPc) -> None:
    window = pc.window
    pc.on()
    window.place.cards.choose("department")
    fields = window.place.department
    window.place.cards.setFocus()
    passed = []
    for _ in range(6):
        press(window.focusWidget(), Key.Key_Tab)
        passed.append(window.focusWidget())
    assert passed == [
        fields.hosts, fields.port, fields.certificate, fields.certificate.choose_link, fields.name_link,
        window.back_button,
    ]  # fmt: skip


def test_the_owner_of_a_database_without_tables_makes_them_and_the_first_administrator(
    pc: NewPc, empty_department: str
) -> None:
    window = pc.window
    choose_department(pc, empty_department)
    press(window.place.department.hosts, Key.Key_Return)
    assert jobs.wait_all()
    pc.on()
    assert pc.place == ACCOUNT
    entrance = window.account.entrance
    type_text(entrance.form.username, OWNER)
    type_text(entrance.form.password, PASSWORD)
    pc.on()
    prepare = window.account.prepare
    assert prepare.isVisible()
    assert prepare.owner.username.text() == OWNER
    type_text(prepare.owner.password, PASSWORD)
    press(prepare.owner.password, Key.Key_Return)
    assert jobs.wait_all()
    assert entrance.place() == FIRST
    form = entrance.first_form
    for edit, words in (
        (form.full_name, "راهبر یکم"),
        (form.username, "rahbar"),
        (form.password, "first-words-1405"),
        (form.again, "first-words-1405"),
    ):
        type_text(edit, words)
    click(window.next_button)
    assert jobs.wait_all()
    assert pc.place == LETTERHEAD, "there is no recovery code on a server"
    assert window.letterhead.office_name.isVisible()
    type_text(window.letterhead.office_name, "ادارهٔ آزمایش")
    click(window.next_button)
    assert jobs.wait_all()
    [(services, actor, _)] = pc.came_in
    assert actor.has(Role.ADMINISTRATOR)
    assert services.accounts.myself() == actor


def test_a_pc_for_the_server_alone_offers_nothing_else_and_locks_what_is_fixed(
    opened: Open, tmp_path: Path
) -> None:
    pc = opened(machine(tmp_path, server_only=True, certificate="/etc/office-ca.crt", language="fa"))
    window = pc.window
    press(window.language.cards, Key.Key_Left)
    assert language_in_use().code == "fa"
    pc.on()
    cards = window.place.cards
    assert (cards.codes(), cards.value()) == (["department"], "department")
    certificate = window.place.department.certificate
    assert certificate.text() == "/etc/office-ca.crt"
    assert certificate.isReadOnly()
    assert certificate.choose_link.isHidden()
    assert certificate.accessibleDescription()
    type_text(certificate, "x")
    assert certificate.text() == "/etc/office-ca.crt"
    assert not window.place.department.hosts.isReadOnly()


def test_a_fixed_address_can_be_read_and_not_changed(opened: Open, tmp_path: Path) -> None:
    settings = machine(tmp_path, database=f"postgresql://127.0.0.1:{free_port()}/office")
    pc = opened(settings)
    window = pc.window
    pc.on()
    assert jobs.wait_all()
    fields = window.place.department
    assert all(edit.isReadOnly() for edit in (fields.hosts, fields.port, fields.name))
    press(window.place.cards, Key.Key_Right)
    assert window.place.cards.value() == "department"
    assert states(pc)[1] == "failed", "what is known already is tested at once"
