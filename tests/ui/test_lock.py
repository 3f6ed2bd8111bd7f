"""The lock over the main window: what it hides, what it keeps, what opens it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services import Services, SharedServices
from desktop_app.settings import Settings, load_settings, save_settings
from desktop_app.staff.roles import Actor
from desktop_app.staff.unlocking import FREE, Tries, seconds_to_wait
from tests.department import PASSWORD, TestOffice, choose_password
from tests.guarded import Department
from tests.ui.keyboard import CONTROL, activate, click, press, type_text, wait
from ui import jobs
from ui.application import Session
from ui.main_window import MainWindow
from ui.sign_in.lock_page import LockPage
from ui.sign_in.window_lock import WindowLock
from ui.widgets.person_menu import PersonMenu
from ui.workplace import Screen, Workplace

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


class Page(Screen):
    """A screen with something typed in it, and a citizen's subject in its title."""

    def __init__(self, workplace: Workplace[SharedServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.line, self.box = QLineEdit(), QPlainTextEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.box)

    def title(self) -> str:
        return "شکایت خانم محمدی"


FACTORIES = {"inbox": Page, "reports": Page}


def opened(services: Services, actor: Actor, settings: Settings) -> MainWindow:
    made = MainWindow(Workplace(services, actor, settings), FACTORIES)
    activate(made)
    assert jobs.wait_all()
    return made


@pytest.fixture
def window(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> Iterator[MainWindow]:
    made = opened(sqlite_office.services, sqlite_office.clerk, Settings(data_folder=tmp_path))
    yield made
    made.close()
    assert jobs.wait_all()
    made.deleteLater()


def page(window: MainWindow) -> Page:
    front = window.current_screen()
    assert isinstance(front, Page)
    return front


def lock_of(window: MainWindow) -> WindowLock:
    assert window.lock is not None
    return window.lock


def cover(window: MainWindow) -> LockPage:
    found = lock_of(window).page
    assert found is not None
    return found


def lock_by_keys(window: MainWindow, letter: int = Key.Key_L) -> LockPage:
    press(window, letter, CONTROL | ALT)
    return cover(window)


def unlock(window: MainWindow, password: str = PASSWORD) -> None:
    type_text(cover(window).password, password)
    press(cover(window).password, Key.Key_Return)
    assert jobs.wait_all()


@pytest.mark.parametrize("letter", [Key.Key_L, ord("م")])
def test_by_keys_it_closes_and_opens_and_everything_is_as_it_was(window: MainWindow, letter: int) -> None:
    front = page(window)
    type_text(front.line, "نامه")
    type_text(front.box, "متن نیمه‌کاره")
    cursor = front.box.textCursor()
    cursor.setPosition(3)
    front.box.setTextCursor(cursor)
    lock = lock_by_keys(window, letter)
    assert lock.password.hasFocus()
    assert not front.isVisible()
    assert not window.rail.isVisible()
    assert not window.message_bar.isVisible()
    unlock(window)
    assert not lock_of(window).locked
    assert page(window) is front
    assert front.isVisible()
    assert front.box.hasFocus()
    assert (front.line.text(), front.box.toPlainText()) == ("نامه", "متن نیمه‌کاره")
    assert front.box.textCursor().position() == 3


def test_neither_title_nor_commands_tell_or_do_anything_while_it_is_locked(window: MainWindow) -> None:
    assert "محمدی" in window.windowTitle()
    lock_by_keys(window)
    assert window.windowTitle() == "میز مشارکت"
    page(window).title_changed.emit()
    assert window.windowTitle() == "میز مشارکت"
    press(cover(window).password, Key.Key_2, CONTROL)
    assert window.screen_name == "inbox"
    press(cover(window).password, Key.Key_P, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window] == []
    unlock(window)
    assert "محمدی" in window.windowTitle()
    press(window, Key.Key_2, CONTROL)
    assert window.screen_name == "reports"


def test_dialogs_and_menus_are_gone_and_dialogs_come_back(window: MainWindow) -> None:
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.open()
    field.setText("متقاضی")
    free = QDialog(window)
    free.show()
    menu = QMenu(window)
    menu.addAction("پرونده")
    menu.popup(QPoint(10, 10))
    lock_of(window).lock()
    assert not dialog.isVisible()
    assert not free.isVisible()
    assert not menu.isVisible()
    assert QApplication.activeModalWidget() is None
    unlock(window)
    assert dialog.isVisible()
    assert free.isVisible()
    assert dialog.isModal()
    assert not free.isModal()
    assert field.text() == "متقاضی"
    assert not menu.isVisible()


def test_what_opens_behind_the_lock_waits(window: MainWindow, qtbot: QtBot) -> None:
    lock_by_keys(window)
    late = QDialog(window)
    late.show()
    qtbot.waitUntil(lambda: not late.isVisible(), timeout=60_000)
    unlock(window)
    assert late.isVisible()


def test_a_wrong_password_leaves_it_locked_and_five_make_it_wait(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = [1000.0]
    monkeypatch.setattr("ui.sign_in.window_lock.time.monotonic", lambda: moment[0])
    lock = lock_by_keys(window)
    for _ in range(FREE):
        unlock(window, "wrong words")
        assert lock_of(window).locked
        assert lock.password.text() == ""
    assert not lock.password.isEnabled()
    assert "۱۰" in lock.trouble.text()
    lock.password.setText(PASSWORD)
    lock.submit()
    assert jobs.wait_all()
    assert lock_of(window).locked, "not even the right one is looked at"
    moment[0] += 10.1
    assert wait(lock.password.isEnabled)
    unlock(window, "wrong words")
    assert "۲۰" in lock.trouble.text()
    moment[0] += 20.1
    assert wait(lock.password.isEnabled)
    unlock(window)
    assert not lock_of(window).locked


def test_the_wait_grows_and_ends() -> None:
    assert [seconds_to_wait(n) for n in (0, 4, 5, 6, 7, 8, 100)] == [0, 0, 10, 20, 40, 80, 600]
    tries = Tries()
    for _ in range(FREE):
        tries.failed(100.0)
    assert (tries.left(100.0), tries.left(109.5), tries.left(110.0)) == (10, 1, 0)
    tries.succeeded()
    assert tries.left(0.0) == 0


def test_a_colleague_s_password_does_not_open_it(window: MainWindow, sqlite_office: TestOffice) -> None:
    accounts = sqlite_office.services.accounts
    row = next(row for row in accounts.all() if row.id == sqlite_office.manager.person_id)
    given = accounts.reset_password(sqlite_office.administrator, row.id, row.version)
    choose_password(sqlite_office.services, given, "of-the-manager-1405")
    lock_by_keys(window)
    unlock(window, "of-the-manager-1405")
    assert lock_of(window).locked


def test_on_postgresql_the_server_is_asked_anew(qtbot: QtBot, guarded: Department, tmp_path: Path) -> None:
    services, rezaei = guarded.signed_in("rezaei")
    window = opened(services, rezaei, Settings(data_folder=tmp_path))
    lock_by_keys(window)
    unlock(window, "wrong words")
    assert lock_of(window).locked
    unlock(window)
    assert not lock_of(window).locked
    window.close()
    window.deleteLater()


def test_after_a_while_without_a_touch_it_closes_by_itself(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = lock_of(window).watch
    moment = [1000.0]
    monkeypatch.setattr("ui.idle.IdleWatch.now", staticmethod(lambda: moment[0]))
    watch.touch()
    moment[0] += 15 * 60 - 1
    watch.look()
    assert not lock_of(window).locked
    handle = window.windowHandle()
    QTest.keyClick(handle, Key.Key_Shift)
    moment[0] += 2
    watch.look()
    assert not lock_of(window).locked, "a key begins the time anew"
    QTest.mouseMove(handle, QPoint(40, 40))
    moment[0] += 15 * 60 - 1
    watch.look()
    assert not lock_of(window).locked
    moment[0] += 2
    watch.look()
    assert lock_of(window).locked


def test_never_means_never(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    lock_of(window).choose_minutes(0)
    monkeypatch.setattr("ui.idle.IdleWatch.now", staticmethod(lambda: 1e12))
    lock_of(window).watch.look()
    assert not lock_of(window).locked


def test_a_sleeping_pc_is_not_there_either(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = lock_of(window).watch
    slept = watch.now() + 3600
    monkeypatch.setattr("ui.idle.IdleWatch.now", staticmethod(lambda: slept))
    watch.look()
    assert lock_of(window).locked


def test_who_leaves_is_asked_where_text_would_be_lost(window: MainWindow) -> None:
    left: list[bool] = []
    window.signed_out.connect(lambda: left.append(True))
    lock = lock_by_keys(window)
    lock.leave_button.setFocus()
    press(lock.leave_button, Key.Key_Space)
    assert left == [True]
    unlock(window)
    type_text(page(window).box, "نیمه‌کاره")
    lock = lock_by_keys(window)
    click(lock.leave_button)
    assert left == [True]
    assert lock.question.isVisible()
    press(lock.stay_button, Key.Key_Space)
    assert lock.password.hasFocus()
    click(lock.leave_button)
    click(lock.anyway_button)
    assert left == [True, True]


def test_who_leaves_a_locked_window_leaves_no_searches(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Key.Key_K, CONTROL)
    type_text(window.top_bar.search, "نگارخانه")
    qtbot.waitUntil(lambda: window.everywhere.text == "نگارخانه", timeout=60_000)
    press(window.top_bar.search, Key.Key_Return)
    assert jobs.wait_all()
    press(window, Key.Key_K, CONTROL)
    qtbot.waitUntil(window.everywhere.list.isVisible, timeout=60_000)
    press(window.top_bar.search, Key.Key_Escape)
    click(lock_by_keys(window).leave_button)
    unlock(window)
    press(window, Key.Key_K, CONTROL)
    assert jobs.wait_all()
    assert not window.everywhere.list.isVisible()


def test_the_menu_locks_and_sets_the_time_which_is_kept(
    qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    session = Session(Settings(data_folder=tmp_path), FACTORIES)
    window = session.open_main(sqlite_office.services, sqlite_office.clerk)
    activate(window)
    menu = PersonMenu([], sqlite_office.clerk, window, lock=window.lock)
    by_itself = next(action.menu() for action in menu.actions() if action.text() == "قفل خودکار")
    assert isinstance(by_itself, QMenu)
    assert [action.text() for action in by_itself.actions() if action.isChecked()] == ["پس از ۱۵ دقیقه"]
    by_itself.actions()[0].trigger()
    assert jobs.wait_all()
    assert load_settings(tmp_path, {}).lock_minutes == 5
    assert lock_of(window).minutes == 5
    next(action for action in menu.actions() if action.text().startswith("قفل کردن")).trigger()
    qtbot.waitUntil(lambda: lock_of(window).locked, timeout=60_000)
    window.close()
    assert jobs.wait_all()
    session.close()


def test_the_demo_has_nothing_to_lock(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> None:
    window = MainWindow(
        Workplace(sqlite_office.services, sqlite_office.clerk, Settings(data_folder=tmp_path)),
        FACTORIES,
        [sqlite_office.clerk],
    )
    assert window.lock is None
    window.close()


@pytest.mark.parametrize(("minutes", "kept"), [(0, True), (480, True), (481, False), (-1, False)])
def test_the_time_is_a_setting_within_bounds(tmp_path: Path, minutes: int, kept: bool) -> None:
    save_settings(Settings(data_folder=tmp_path, lock_minutes=minutes))
    if kept:
        assert load_settings(tmp_path, {}).lock_minutes == minutes
    else:
        from desktop_app.errors import SettingsError  # noqa: PLC0415

        with pytest.raises(SettingsError):
            load_settings(tmp_path, {})


def test_no_password_stays_in_the_page(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = lock_by_keys(window)
    type_text(lock.password, PASSWORD)
    press(lock.password, Key.Key_Return)
    assert lock.password.text() == ""
    assert not lock.password.isUndoAvailable()
    assert jobs.wait_all()
    assert PASSWORD not in repr(vars(lock_of(window)))
