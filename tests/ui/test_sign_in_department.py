"""Signing in to a department's PostgreSQL: every person over a role of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import make_url

from desktop_app.bootstrap import open_services
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor, Role
from tests.database.later import become_later_release
from tests.department import PASSWORD, confirm_all
from tests.engines import PostgresqlServer
from tests.guarded import OWNER, Department
from tests.ui.keyboard import activate, press, type_text
from ui import jobs
from ui.sign_in.window import SignInWindow

Key = Qt.Key


def door(qtbot: QtBot, url: str, folder: Path) -> tuple[SignInWindow, list[tuple[Services, Actor]]]:
    """The sign-in window of a PC of the department, whose settings name the server and nobody."""
    # An empty name: the host stands in the query, and a PC's settings name no login.
    address = make_url(url).set(username="", password=None).render_as_string(hide_password=False)
    window = SignInWindow(Settings(data_folder=folder, database=address))
    qtbot.addWidget(window)
    signed: list[tuple[Services, Actor]] = []
    window.signed_in.connect(lambda services, actor, *_: signed.append((services, actor)))
    activate(window)
    qtbot.waitUntil(lambda: window.connection.state != "connecting", timeout=60_000)
    assert jobs.wait_all()
    return window, signed


def sign_in(window: SignInWindow, username: str, password: str) -> None:
    window.form.username.setText(username)
    window.form.password.setText("")
    type_text(window.form.password, password)
    press(window.form.password, Key.Key_Return)
    assert jobs.wait_all()


def test_a_clerk_signs_in_as_a_role_of_the_server(
    qtbot: QtBot, department: Department, tmp_path: Path
) -> None:
    window, signed = door(qtbot, department.url, tmp_path)
    assert window.connection.state == "connected"
    sign_in(window, "rezaei", PASSWORD)
    [(services, actor)] = signed
    assert actor == department.office.clerk
    with services.database.reading() as session:
        assert session.connection().exec_driver_sql("SELECT session_user").scalar() == "rezaei"
    services.close()


def test_a_wrong_password_and_a_disabled_account_are_told_under_the_fields(
    qtbot: QtBot, department: Department, tmp_path: Path
) -> None:
    window, signed = door(qtbot, department.url, tmp_path)
    sign_in(window, "rezaei", "wrong words")
    assert "گذرواژه" in window.form.trouble.text()
    admin, administrator = department.signed_in("admin")
    row = next(row for row in admin.accounts.all() if row.username == "nouri")
    admin.accounts.change(administrator, row.id, row.version, active=False)
    sign_in(window, "nouri", PASSWORD)
    assert "غیرفعال" in window.form.trouble.text()
    # The owner of the schema is a login of the server and works at no desk.
    sign_in(window, OWNER, PASSWORD)
    assert signed == []


def test_a_newer_program_leaves_the_database_of_the_department_as_it_is(
    qtbot: QtBot, department: Department, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    become_later_release(tmp_path / "scripts", monkeypatch)
    window, signed = door(qtbot, department.url, tmp_path)
    sign_in(window, "rezaei", PASSWORD)
    assert signed == []
    assert "database upgrade" in window.form.trouble.text()
    assert window.setup is None
    with department.office.services.database.reading() as session:
        assert (
            session.connection().exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
            == "r0001"
        )


def test_an_older_program_says_where_the_newer_one_is(
    qtbot: QtBot, department: Department, tmp_path: Path
) -> None:
    with department.office.services.database.writing() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = 'r9999'")
    window, signed = door(qtbot, department.url, tmp_path)
    window.settings = replace(window.settings, update_folder=r"\\files\mosharekat")
    sign_in(window, "rezaei", PASSWORD)
    assert signed == []
    assert r"\\files\mosharekat" in window.form.trouble.text()


def test_the_owner_of_an_empty_database_makes_the_first_administrator(
    qtbot: QtBot, server_without_accounts: PostgresqlServer, tmp_path: Path
) -> None:
    with psycopg.connect(server_without_accounts.url("postgres"), autocommit=True) as server:
        server.execute(f"CREATE DATABASE empty_department OWNER {OWNER}".encode())
    url = make_url(server_without_accounts.url("empty_department")).set(username=OWNER, password=PASSWORD)
    open_services(url.render_as_string(hide_password=False)).close()
    window, signed = door(qtbot, str(url), tmp_path)
    sign_in(window, OWNER, PASSWORD)
    assert window.pages.place() == 1
    window.first_form.submitted.emit("راهبر یکم", "rahbar", "first-words-1405")
    assert jobs.wait_all()
    [(services, actor)] = signed
    assert actor.has(Role.ADMINISTRATOR)
    assert services.accounts.myself() == actor
    services.close()
    with psycopg.connect(server_without_accounts.url("postgres"), autocommit=True) as server:
        server.execute("DROP DATABASE empty_department WITH (FORCE)")
        server.execute("DROP ROLE rahbar")


def test_a_server_that_is_not_there_is_told_and_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    window, signed = door(qtbot, "postgresql://127.0.0.1:1/desk", tmp_path)
    assert window.connection.state == "away"
    assert signed == []


def test_a_one_time_password_is_changed_over_a_connection_of_one_s_own(
    qtbot: QtBot, department: Department, tmp_path: Path
) -> None:
    admin, administrator = department.signed_in("admin")
    row = next(row for row in admin.accounts.all() if row.username == "rezaei")
    once = admin.accounts.reset_password(administrator, row.id, row.version).password
    window, signed = door(qtbot, department.url, tmp_path)
    sign_in(window, "rezaei", once)
    assert signed == []
    own = window.new_password_form
    for edit in (own.password, own.again):
        type_text(edit, "my own words")
    press(own.again, Key.Key_Return)
    assert jobs.wait_all()
    # A second person confirms the account, and the window says so.
    assert signed == []
    assert "نفر دوم" in window.form.trouble.text()
    confirm_all(department.owner, row.id)
    sign_in(window, "rezaei", "my own words")
    [(services, actor)] = signed
    assert actor == department.office.clerk
    services.close()
