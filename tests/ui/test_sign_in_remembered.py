"""Remembered passwords: kept by the system, filled in, refused, waited for, deleted."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import keyring
import pytest
from pytestqt.qtbot import QtBot

from desktop_app.settings import Settings, load_settings
from desktop_app.staff.credentials import LONGEST, Credentials, KeyringOutcome
from tests.department import PASSWORD, TestOffice
from tests.ui.keyboard import click, press, type_text
from tests.ui.signing_in import FakeKeyring, Key, Signed, door, opened, settings, store, username_of
from ui import jobs
from ui.sign_in.remembering import kept_sentence, not_found_sentence
from ui.sign_in.window import SignInWindow

__all__ = ["door", "settings", "store"]


def test_a_remembered_password_is_kept_by_the_system_and_filled_in_next_time(
    qtbot: QtBot, door: Signed, sqlite_office: TestOffice, store: FakeKeyring
) -> None:
    form = door.window.form
    type_text(form.username, username_of(sqlite_office))
    type_text(form.password, PASSWORD)
    click(form.remember)
    form.remember.setChecked(True)
    click(form.button)
    assert jobs.wait_all()
    assert list(store.kept.values()) == [PASSWORD]
    settings = load_settings(door.window.settings.data_folder, {})
    assert PASSWORD not in (settings.data_folder / "settings.json").read_text(encoding="utf-8")
    again = opened(qtbot, SignInWindow(settings, sqlite_office.services))
    assert jobs.wait_all()
    assert again.window.form.password.text() == PASSWORD
    again.window.form.remember.setChecked(False)
    click(again.window.form.button)
    assert jobs.wait_all()
    assert store.kept == {}


def test_a_password_that_could_not_be_kept_is_told(
    qtbot: QtBot, sqlite_office: TestOffice, settings: Settings, store: FakeKeyring
) -> None:
    keyring.set_keyring(FakeKeyring(raises=keyring.errors.NoKeyringError()))
    signed = opened(qtbot, SignInWindow(settings, sqlite_office.services))
    type_text(signed.window.form.username, username_of(sqlite_office))
    type_text(signed.window.form.password, PASSWORD)
    signed.window.form.remember.setChecked(True)
    click(signed.window.form.button)
    assert jobs.wait_all()
    assert signed.results[0][3] == kept_sentence(KeyringOutcome.NO_STORE)
    assert signed.results[0][3] != ""


def test_every_outcome_of_keeping_a_password_has_its_sentence() -> None:
    assert kept_sentence(KeyringOutcome.KEPT) == ""
    assert len({kept_sentence(outcome) for outcome in KeyringOutcome}) == len(KeyringOutcome)


@pytest.mark.parametrize(
    ("back_end", "outcome"),
    [
        (FakeKeyring(), KeyringOutcome.KEPT),
        (FakeKeyring(forgets=True), KeyringOutcome.FORGOTTEN),
        (FakeKeyring(lies=True), KeyringOutcome.FORGOTTEN),
        (FakeKeyring(raises=keyring.errors.NoKeyringError()), KeyringOutcome.NO_STORE),
        (FakeKeyring(raises=keyring.errors.InitError()), KeyringOutcome.NO_STORE),
        (FakeKeyring(raises=keyring.errors.KeyringLocked()), KeyringOutcome.LOCKED),
        (FakeKeyring(raises=OSError("1784 geheim")), KeyringOutcome.REFUSED),
        (FakeKeyring(full=keyring.errors.PasswordSetError("quota")), KeyringOutcome.REFUSED),
        (FakeKeyring(full=OSError(28, "No space left on device")), KeyringOutcome.REFUSED),
    ],
)
def test_what_was_stored_is_read_back(
    store: FakeKeyring, back_end: FakeKeyring, outcome: KeyringOutcome
) -> None:
    keyring.set_keyring(back_end)
    credentials = Credentials("srv-db01/office")
    assert credentials.store("s.kazemi", "گذرواژه") is outcome
    if not back_end.lies:
        assert credentials.read("s.kazemi") == ("گذرواژه" if outcome is KeyringOutcome.KEPT else None)
        credentials.delete("s.kazemi")
        assert credentials.read("s.kazemi") is None


def test_a_password_longer_than_the_store_is_not_cut(store: FakeKeyring) -> None:
    assert Credentials("x").store("s.kazemi", "x" * (LONGEST + 1)) is KeyringOutcome.TOO_LONG
    assert store.kept == {}


def test_a_store_that_waits_for_somebody_is_not_waited_for(store: FakeKeyring) -> None:
    answer = threading.Event()
    waiting = FakeKeyring(answer=answer)
    keyring.set_keyring(waiting)
    credentials = Credentials("x", patience=0.1)
    # One question that hangs is enough: whoever waited for the next one would wait for ever.
    for_ever = Credentials("x", patience=threading.TIMEOUT_MAX)
    try:
        assert credentials.find("s.kazemi").outcome is KeyringOutcome.NO_ANSWER
        assert for_ever.store("s.kazemi", "y") is KeyringOutcome.NO_ANSWER
        assert for_ever.delete("s.kazemi") is KeyringOutcome.NO_ANSWER
        assert waiting.asked == 1
    finally:
        answer.set()
    until = time.monotonic() + 5
    while Credentials("x").find("s.kazemi").outcome is KeyringOutcome.NO_ANSWER and time.monotonic() < until:
        time.sleep(0.01)
    assert Credentials("x").store("s.kazemi", "y") is KeyringOutcome.KEPT, (
        "asked again as soon as it has answered"
    )


def test_what_cannot_be_deleted_is_told(store: FakeKeyring) -> None:
    keyring.set_keyring(FakeKeyring(sticks=True))
    credentials = Credentials("x")
    assert credentials.delete("s.kazemi") is KeyringOutcome.FORGOTTEN, "there was none"
    credentials.store("s.kazemi", "y")
    assert credentials.delete("s.kazemi") is KeyringOutcome.STILL_KEPT


def test_a_store_that_hangs_holds_up_neither_the_connection_nor_the_form(
    qtbot: QtBot, sqlite_office: TestOffice, settings: Settings, store: FakeKeyring
) -> None:
    answer = threading.Event()
    waiting = FakeKeyring(answer=answer)
    keyring.set_keyring(waiting)
    name = username_of(sqlite_office)
    remembered = replace(settings, last_username=name, remember=True)
    door = opened(qtbot, SignInWindow(remembered, sqlite_office.services))
    qtbot.waitUntil(lambda: waiting.asked == 1, timeout=60_000)
    form = door.window.form
    type_text(form.password, "half")
    answer.set()
    assert jobs.wait_all()
    assert form.password.text() == "half", "what is typed is not replaced"


def test_a_store_that_is_asked_at_this_moment_may_be_asked_something_else(store: FakeKeyring) -> None:
    answer = threading.Event()
    waiting = FakeKeyring(answer=answer)
    keyring.set_keyring(waiting)
    reading = threading.Thread(target=lambda: Credentials("x").find("s.kazemi"))
    reading.start()
    while not waiting.asked:
        time.sleep(0.01)
    threading.Timer(0.1, answer.set).start()
    assert Credentials("x").store("s.kazemi", "y") is KeyringOutcome.KEPT
    reading.join()


@pytest.mark.parametrize(
    ("back_end", "outcome"),
    [
        (FakeKeyring(), KeyringOutcome.FORGOTTEN),
        (FakeKeyring(raises=keyring.errors.KeyringLocked()), KeyringOutcome.LOCKED),
        (FakeKeyring(raises=keyring.errors.NoKeyringError()), KeyringOutcome.NO_STORE),
        (FakeKeyring(raises=ValueError()), KeyringOutcome.REFUSED),
    ],
)
def test_a_remembered_password_that_is_not_given_is_asked_for_and_said_why(
    qtbot: QtBot,
    sqlite_office: TestOffice,
    settings: Settings,
    store: FakeKeyring,
    back_end: FakeKeyring,
    outcome: KeyringOutcome,
) -> None:
    keyring.set_keyring(back_end)
    remembered = replace(settings, last_username=username_of(sqlite_office), remember=True)
    door = opened(qtbot, SignInWindow(remembered, sqlite_office.services))
    assert jobs.wait_all()
    form = door.window.form
    assert form.trouble.isVisible()
    assert form.trouble.text() == not_found_sentence(outcome) != ""
    type_text(form.password, PASSWORD)
    press(form.password, Key.Key_Return)
    assert jobs.wait_all()
    assert len(door.results) == 1
    written = [path.read_bytes() for path in settings.data_folder.rglob("*") if path.is_file()]
    assert not [text for text in written if PASSWORD.encode() in text], "never elsewhere"


def test_the_store_is_left_in_peace_by_who_is_not_remembered(
    door: Signed, sqlite_office: TestOffice, store: FakeKeyring
) -> None:
    type_text(door.window.form.username, username_of(sqlite_office))
    type_text(door.window.form.password, PASSWORD)
    click(door.window.form.button)
    assert jobs.wait_all()
    assert len(door.results) == 1
    assert store.asked == 0


def test_a_colleague_who_signs_in_does_not_leave_the_password_of_before(
    qtbot: QtBot, sqlite_office: TestOffice, settings: Settings, store: FakeKeyring
) -> None:
    place = sqlite_office.services.database.place
    Credentials(place).store("somebody.else", "theirs")
    remembered = replace(settings, last_username="somebody.else", remember=True)
    door = opened(qtbot, SignInWindow(remembered, sqlite_office.services))
    assert jobs.wait_all()
    form = door.window.form
    form.username.setText(username_of(sqlite_office))
    form.password.clear()
    form.remember.setChecked(False)
    type_text(form.password, PASSWORD)
    press(form.password, Key.Key_Return)
    assert jobs.wait_all()
    assert store.kept == {}


def test_two_databases_do_not_share_a_password(store: FakeKeyring) -> None:
    Credentials("one").store("s.kazemi", "first")
    assert Credentials("other").read("s.kazemi") is None
