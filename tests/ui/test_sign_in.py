from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from desktop_app.settings import Settings, load_settings
from desktop_app.staff.credentials import LONGEST, Credentials, KeyringOutcome
from desktop_app.staff.roles import Role
from tests.department import PASSWORD, TestOffice, confirm_all
from tests.ui.keyboard import activate, click, press, type_text
from ui import jobs
from ui.sign_in.entrance import FIRST, SHEET
from ui.sign_in.remembering import kept_sentence, not_found_sentence
from ui.sign_in.window import SignInWindow
from ui.widgets.plain import PlainLabel

Key = Qt.Key


class FakeKeyring(keyring.backend.KeyringBackend):
    """A store of passwords in memory; `forgets` keeps nothing, `lies` gives another one back, `sticks` deletes
    nothing, `raises` is what every question meets, `full` what keeping meets. It waits for `answer`, where given."""

    priority = 1

    def __init__(
        self,
        *,
        forgets: bool = False,
        lies: bool = False,
        sticks: bool = False,
        raises: Exception | None = None,
        full: Exception | None = None,
        answer: threading.Event | None = None,
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.asked = 0
        self._forgets, self.lies, self._sticks = forgets, lies, sticks
        self._raises, self._full, self._answer = raises, full, answer

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        if self._full is not None:
            raise self._full
        if not self._forgets:
            self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return "another" if self.lies else self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        if self._sticks or self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError

    def _check(self) -> None:
        self.asked += 1
        if self._answer is not None:
            self._answer.wait(30)
        if self._raises is not None:
            raise self._raises


@pytest.fixture
def store() -> Iterator[FakeKeyring]:
    before, store = keyring.get_keyring(), FakeKeyring()
    keyring.set_keyring(store)
    yield store
    keyring.set_keyring(before)


@dataclass
class Signed:
    window: SignInWindow
    results: list[tuple[object, ...]] = field(default_factory=list)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=tmp_path)


@pytest.fixture
def door(qtbot: QtBot, sqlite_office: TestOffice, settings: Settings, store: FakeKeyring) -> Signed:
    """The sign-in window before an office with accounts, connected."""
    return opened(qtbot, SignInWindow(settings, sqlite_office.services))


def opened(qtbot: QtBot, window: SignInWindow) -> Signed:
    qtbot.addWidget(window)
    signed = Signed(window)
    window.signed_in.connect(lambda *told: signed.results.append(told))
    activate(window)
    qtbot.waitUntil(lambda: window.connection.state == "connected", timeout=60_000)
    return signed


def username_of(office: TestOffice) -> str:
    return next(row.username for row in office.services.accounts.all() if row.id == office.clerk.person_id)


def test_the_window_names_the_office_that_this_pc_signed_in_to_last(
    qtbot: QtBot, door: Signed, sqlite_office: TestOffice, settings: Settings
) -> None:
    def words(window: SignInWindow) -> list[str]:
        labels = window.form.findChildren(PlainLabel)
        return [label.text() for label in labels if label.isVisibleTo(window.form)]

    office = sqlite_office.services.office
    changed = replace(office.settings(), office_name="ادارهٔ کل استان یزد")
    office.change(sqlite_office.administrator, changed)
    assert not [word for word in words(door.window) if "استان" in word]
    type_text(door.window.form.username, username_of(sqlite_office))
    type_text(door.window.form.password, PASSWORD)
    press(door.window.form.password, Key.Key_Return)
    assert jobs.wait_all()
    kept = load_settings(settings.data_folder, {})
    assert kept.office_name == "ادارهٔ کل استان یزد"
    again = opened(qtbot, SignInWindow(kept, sqlite_office.services))
    assert "ادارهٔ کل استان یزد" in words(again.window)


def test_signing_in_by_keys_alone(door: Signed, sqlite_office: TestOffice) -> None:
    form = door.window.form
    assert form.username.hasFocus()
    type_text(form.username, username_of(sqlite_office))
    press(form.username, Key.Key_Return)
    assert form.password.hasFocus()
    type_text(form.password, PASSWORD)
    press(form.password, Key.Key_Return)
    assert jobs.wait_all()
    assert [told[1] for told in door.results] == [sqlite_office.clerk]
    kept = load_settings(door.window.settings.data_folder, {})
    assert kept.last_username == username_of(sqlite_office)
    assert not kept.remember


def test_a_wrong_password_is_said_in_words_and_marked_to_be_typed_again(
    door: Signed, sqlite_office: TestOffice
) -> None:
    form = door.window.form
    type_text(form.username, username_of(sqlite_office))
    type_text(form.password, "wrong-words")
    click(form.button)
    assert jobs.wait_all()
    assert door.results == []
    assert form.trouble.isVisible()
    assert form.trouble.text()
    assert form.password.hasFocus()
    assert form.password.selectedText() != ""
    assert form.button.isEnabled()


def test_a_one_time_password_asks_for_one_of_one_s_own(
    door: Signed, sqlite_office: TestOffice, store: FakeKeyring
) -> None:
    accounts = sqlite_office.services.accounts
    row = next(row for row in accounts.all() if row.id == sqlite_office.clerk.person_id)
    once = accounts.reset_password(sqlite_office.administrator, row.id, row.version).password
    form, own = door.window.form, door.window.new_password_form
    form.remember.setChecked(True)
    type_text(form.username, row.username)
    type_text(form.password, once)
    press(form.password, Key.Key_Return)
    assert jobs.wait_all()
    assert door.results == []
    assert own.password.hasFocus()
    assert form.password.text() == ""
    type_text(own.password, "short")
    press(own.password, Key.Key_Return)
    press(own.again, Key.Key_Return)
    assert own.trouble.isVisible()
    own.password.clear()
    type_text(own.password, once)
    type_text(own.again, once)
    click(own.button)
    assert jobs.wait_all()
    assert own.trouble.text() == "گذرواژهٔ جدید همان گذرواژهٔ پیشین است؛ گذرواژهٔ دیگری انتخاب کنید."
    for edit in (own.password, own.again):
        edit.clear()
        type_text(edit, "my own words")
    press(own.again, Key.Key_Return)
    assert jobs.wait_all()
    # A second person confirms the account, and the window says so.
    assert door.results == []
    assert "نفر دوم" in form.trouble.text()
    confirm_all(sqlite_office.services, row.id)
    type_text(form.password, "my own words")
    press(form.password, Key.Key_Return)
    assert jobs.wait_all()
    assert [told[1] for told in door.results] == [sqlite_office.clerk]
    # What was kept is the password that counts from now on.
    assert list(store.kept.values()) == ["my own words"]


def test_an_empty_field_gets_the_focus_instead_of_an_error(door: Signed) -> None:
    form = door.window.form
    click(form.button)
    assert form.username.hasFocus()
    type_text(form.username, "s.kazemi")
    click(form.button)
    assert form.password.hasFocus()
    assert not form.trouble.isVisible()


def test_what_is_submitted_before_the_connection_is_made_waits_for_it(
    qtbot: QtBot,
    sqlite_office: TestOffice,
    settings: Settings,
    store: FakeKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    services, asked, connected = sqlite_office.services, threading.Event(), threading.Event()
    is_empty = services.accounts.is_empty

    def slowly() -> bool:
        asked.set()
        assert connected.wait(60)
        return is_empty()

    # Connecting ends with this question.
    monkeypatch.setattr(services.accounts, "is_empty", slowly)
    window = SignInWindow(settings, services)
    qtbot.addWidget(window)
    signed: list[object] = []
    window.signed_in.connect(lambda *told: signed.append(told[1]))
    activate(window)
    qtbot.waitUntil(asked.is_set, timeout=60_000)
    type_text(window.form.username, username_of(sqlite_office))
    type_text(window.form.password, PASSWORD)
    press(window.form.password, Key.Key_Return)
    assert signed == []
    assert not window.form.button.isEnabled()
    connected.set()
    assert jobs.wait_all()
    assert signed == [sqlite_office.clerk]


def test_the_eye_shows_the_password_and_hides_it_again(door: Signed) -> None:
    field = door.window.form.password
    type_text(field, "secret")
    click(field, field.eye())
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    click(field, field.eye())
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_a_persian_keyboard_is_pointed_out_while_the_password_is_typed(door: Signed) -> None:
    form = door.window.form
    form.password.setFocus()
    form.warning.show_language(QLocale.Language.Persian)
    assert form.warning.accessibleName() != ""
    form.warning.show_language(QLocale.Language.English)
    assert form.warning.accessibleName() == ""
    form.username.setFocus()
    form.warning.show_language(QLocale.Language.Persian)
    assert form.warning.accessibleName() == ""


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


def test_a_new_database_asks_for_its_first_administrator(
    qtbot: QtBot, settings: Settings, store: FakeKeyring
) -> None:
    window = SignInWindow(settings)
    qtbot.addWidget(window)
    signed: list[tuple[object, ...]] = []
    window.signed_in.connect(lambda *told: signed.append(told))
    activate(window)
    assert jobs.wait_all()
    assert window.setup is not None, "no file is made before somebody asks for it"
    assert not settings.local_database.exists()
    click(window.setup.use_button)
    assert jobs.wait_all()
    assert window.pages.place() == FIRST
    form = window.first_form
    press(form.again, Key.Key_Return)
    assert form.full_name.hasFocus()
    type_text(form.full_name, "سارا کاظمی")
    type_text(form.username, "s.kazemi")
    type_text(form.password, "short")
    click(form.button)
    assert form.password.hasFocus()
    assert "۸" in form.trouble.text()
    form.password.clear()
    type_text(form.password, "long-enough-1405")
    type_text(form.again, "long-enough-1404")
    click(form.button)
    assert form.again.hasFocus()
    assert signed == []
    form.again.clear()
    type_text(form.again, "long-enough-1405")
    press(form.again, Key.Key_Return)
    assert jobs.wait_all()
    assert window.pages.place() == SHEET, "the recovery code comes first"
    page = window.pages.sheet_page
    assert signed == []
    code = page.sheet.box.code
    click(page.ticked)
    click(page.button)
    assert page.sheet.box.code == ""
    services, actor = signed[0][0], signed[0][1]
    with services.database.reading() as session:  # type: ignore[attr-defined]
        [stored] = session.execute(text("SELECT code_hash FROM recovery_code"))
    assert code not in stored[0]
    assert actor.name == "سارا کاظمی"  # type: ignore[attr-defined]
    assert actor.has(Role.ADMINISTRATOR)  # type: ignore[attr-defined]
    services.close()  # type: ignore[attr-defined]


def test_a_database_that_is_away_is_told_and_can_be_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    blocked = tmp_path / "folder"
    blocked.mkdir()
    window = SignInWindow(Settings(data_folder=tmp_path, database=f"sqlite:///{blocked.as_posix()}"))
    qtbot.addWidget(window)
    activate(window)
    qtbot.waitUntil(lambda: window.connection.state == "away", timeout=60_000)
    assert window.form.trouble.text() != ""
    assert window.again_link.isVisible()
    blocked.rmdir()
    click(window.again_link)
    qtbot.waitUntil(lambda: window.connection.state == "connected", timeout=60_000)
    assert window.again_link.isHidden()
    assert window.services is not None
    window.services.close()


def test_the_other_language_is_one_click_away(door: Signed) -> None:
    from ui.widgets.plain import LinkLabel  # noqa: PLC0415

    asked: list[str] = []
    door.window.language_chosen.connect(asked.append)
    english = next(label for label in door.window.findChildren(LinkLabel) if label.text() == "English")
    click(english)
    assert asked == ["en"]
