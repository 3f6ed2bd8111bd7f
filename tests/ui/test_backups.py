from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app import encrypted_file
from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.database.backup_signature import signature_path
from desktop_app.database.engine import Database, sqlite_url
from desktop_app.database.last_backup import record_backup
from desktop_app.encrypted_file import is_encrypted
from desktop_app.errors import AppError, BackupError, CancelledError, DatabaseAwayError, SigningError
from desktop_app.office.backups import BackupState
from desktop_app.progress import Progress
from desktop_app.scheduling.plan import TaskName
from desktop_app.settings import Settings
from desktop_app.signing import SigningKey, write_key
from tests.department import TestOffice
from tests.engines import PostgresqlServer
from tests.ui.keyboard import activate, click, type_text
from ui import jobs
from ui.administration.backup_dialogs import NewPassphraseDialog, OpenBackupDialog
from ui.administration.backup_pane import BackupPane
from ui.administration.screen import AdministrationScreen
from ui.administration.server_dialog import ServerDialog
from ui.theme import theme
from ui.workplace import Workplace


class Desk:
    """The database section, and what it told the window."""

    def __init__(self, screen: AdministrationScreen) -> None:
        self.screen = screen
        self.said: list[str] = []
        self.troubles: list[Exception] = []
        screen.message.connect(lambda sentence, _undo: self.said.append(sentence))
        screen.trouble.connect(self.troubles.append)

    @property
    def pane(self) -> BackupPane:
        return self.screen.database.backups


@pytest.fixture
def desk(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(data_folder=tmp_path)
    screen = AdministrationScreen(Workplace(sqlite_office.services, sqlite_office.administrator, settings))
    qtbot.addWidget(screen)
    screen.resize(1200, 900)
    activate(screen)
    screen.shown()
    screen.tabs.choose("database")
    assert jobs.wait_all()
    yield Desk(screen)
    assert jobs.wait_all()


def colour(widget: QWidget) -> object:
    return widget.palette().color(widget.foregroundRole())


def test_the_age_is_shown_and_warns_when_it_is_old(
    desk: Desk, sqlite_office: TestOffice, clock: FixedClock, tmp_path: Path
) -> None:
    assert desk.pane.age.text() == "هنوز ساخته نشده"
    assert colour(desk.pane.age) == theme().warn
    record_backup(sqlite_office.services.database, tmp_path / "a.db", "sqlite")
    for days, words, ink in ((0, "امروز", "text"), (3, "۳ روز پیش", "text"), (6, "۹ روز پیش", "warn")):
        clock.advance(timedelta(days=days))
        desk.screen.refresh()
        assert jobs.wait_all()
        assert desk.pane.age.text() == words
        assert colour(desk.pane.age) == theme().colour(ink)


def test_a_back_up_is_made_and_told(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "kept.db"
    desk.pane.ask_new_file = lambda _title, name: target if name.endswith(".db") else None
    click(desk.pane.make_button)
    assert jobs.wait_all()
    assert target.exists()
    assert desk.pane.age.text() == "امروز"
    assert len(desk.said) == 1
    assert "kept.db" in desk.said[0]
    assert desk.pane.make_button.isEnabled()
    assert not desk.pane.bar.isVisible()
    click(desk.pane.make_button)
    assert jobs.wait_all()
    assert [type(error) for error in desk.troubles] == [BackupError]


def test_nothing_is_done_when_no_file_is_chosen(desk: Desk) -> None:
    desk.pane.ask_new_file = lambda _title, _name: None
    desk.pane.ask_backup = lambda: None
    for button in (desk.pane.make_button, desk.pane.restore_button):
        click(button)
        assert jobs.wait_all()
    assert not desk.said
    assert not desk.troubles


def test_a_back_up_is_restored_into_a_database_of_its_own(
    desk: Desk, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    sqlite_office.taken()
    shutil.copyfile(sqlite_office.services.database.place, tmp_path / "a.db")
    desk.pane.ask_backup = lambda: tmp_path / "a.db"
    desk.pane.ask_new_file = lambda _title, _name: tmp_path / "new.db"
    click(desk.pane.restore_button)
    assert jobs.wait_all()
    assert len(desk.said) == 1
    restored = open_services(sqlite_url(tmp_path / "new.db"), prepare_schema=False)
    assert [p.username for p in restored.accounts.all()] == [
        p.username for p in sqlite_office.services.accounts.all()
    ]
    restored.close()
    desk.pane.ask_backup = lambda: tmp_path / "new.db"
    desk.pane.ask_new_file = lambda _title, _name: Path(sqlite_office.services.database.place)
    click(desk.pane.restore_button)
    assert jobs.wait_all()
    assert len(desk.troubles) == 1
    assert isinstance(desk.troubles[0], AppError)


def test_a_broken_history_is_asked_about_and_taken_over_as_it_stands(
    desk: Desk, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    taken = sqlite_office.taken()
    backup = tmp_path / "a.db"
    shutil.copyfile(sqlite_office.services.database.place, backup)
    with closing(sqlite3.connect(backup, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER event_no_update")
        connection.execute(
            f"UPDATE event SET text = 'x' WHERE item_type = 'petition' AND item_id = {taken.id}"
        )
    desk.pane.ask_backup = lambda: backup
    desk.pane.ask_new_file = lambda _title, _name: tmp_path / "new.db"
    question = desk.pane.question
    for answer in (question.no_button, question.yes_button):
        click(desk.pane.restore_button)
        assert jobs.wait_all()
        assert question.isVisible()
        assert question.no_button.hasFocus()
        assert not (tmp_path / "new.db").exists()
        click(answer)
        assert jobs.wait_all()
        assert not question.isVisible()
    assert (tmp_path / "new.db").exists()
    assert desk.troubles == []
    assert "در ۱ جا" in desk.said[-1]


def test_an_account_that_does_not_see_every_row_is_told_so_instead(
    desk: Desk, sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever opens a file sees all of it: what a department's database answers is put in its place.
    answer = BackupState(None, True, possible=False)
    monkeypatch.setattr(sqlite_office.services.backups, "state", lambda: answer)
    desk.pane.refresh()
    assert jobs.wait_all()
    assert not desk.pane.make_button.isVisible()
    assert desk.pane.owner_only.isVisible()


def test_a_back_up_is_tried_and_the_verdict_stands_there(
    desk: Desk, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    assert desk.pane.tried.text() == "هنوز ساخته نشده"
    backup = tmp_path / "a.db"
    shutil.copyfile(sqlite_office.services.database.place, backup)
    desk.pane.ask_backup = lambda: backup
    click(desk.pane.try_button)
    assert jobs.wait_all()
    assert desk.pane.tried.text() == "سالم بود، امروز"
    assert not desk.pane.fault.isVisible()
    assert "a.db" in desk.said[-1]
    assert "امضا نشده" in desk.said[-1]
    backup.write_bytes(b"SQLite format 3\x00" + bytes(5000))
    click(desk.pane.try_button)
    assert jobs.wait_all()
    assert [type(error) for error in desk.troubles] == [BackupError]
    assert desk.pane.tried.text() == "سالم نبود، امروز"
    assert colour(desk.pane.tried) == theme().warn
    assert "a.db" in desk.pane.fault.text()
    assert {path.name for path in tmp_path.iterdir()} <= {"a.db", "logs", "settings.json"}


def test_a_signed_and_encrypted_back_up_is_made_and_opened_with_key_and_passphrase(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encrypted_file, "_COST", 14)
    private, public, kept = tmp_path / "private.key", tmp_path / "public.key", tmp_path / "kept.db.enc"
    key = SigningKey.new()
    write_key(private, key.text)
    write_key(public, key.public.text)
    pane = desk.pane
    asked: list[str] = []

    # Without a key in the keyring, that of a stick is asked for.
    def stick() -> Path:
        asked.append("key")
        return private

    pane.ask_key = stick
    pane.ask_new_file = lambda _title, name: kept if name.endswith(".db.enc") else None
    pane.signs.setChecked(True)
    pane.encrypts.setChecked(True)
    click(pane.make_button)
    dialog = pane.findChild(NewPassphraseDialog)
    assert dialog is not None
    for first, again, allowed in (
        ("short", "short", False),
        ("x" * 12, "y" * 12, False),
        ("x" * 12, "x" * 12, True),
    ):
        dialog.first.clear()
        dialog.again.clear()
        type_text(dialog.first, first)
        type_text(dialog.again, again)
        assert dialog.accept_button.isEnabled() is allowed
    click(dialog.accept_button)
    assert jobs.wait_all()
    assert asked == ["key"]
    assert is_encrypted(kept)
    assert signature_path(kept).exists()
    pane.ask_backup = lambda: kept
    for passphrase, verdict in (("z" * 12, "سالم نبود، امروز"), ("x" * 12, "سالم بود، امروز")):
        click(pane.try_button)
        assert jobs.wait_all()
        opening = pane.findChildren(OpenBackupDialog)[-1]
        assert not opening.accept_button.isEnabled()
        opening.ask_key = lambda: public
        click(opening.key_button)
        type_text(opening.passphrase, passphrase)
        click(opening.accept_button)
        assert jobs.wait_all()
        assert pane.tried.text() == verdict
    assert key.public.fingerprint in desk.said[-1]


def test_a_missing_key_is_told_if_no_file_is_chosen(desk: Desk) -> None:
    desk.pane.ask_key = lambda: None
    desk.pane.signs.setChecked(True)
    click(desk.pane.make_button)
    assert jobs.wait_all()
    assert [type(error) for error in desk.troubles] == [SigningError]


def test_what_is_under_way_can_be_stopped(
    desk: Desk, sqlite_office: TestOffice, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(_actor: object, _path: Path, progress: Progress, _protection: object) -> None:
        progress.report(1, 4)
        while not progress.cancelled():
            pass
        raise CancelledError()

    monkeypatch.setattr(sqlite_office.services.backups, "make", slowly)
    desk.pane.ask_new_file = lambda _title, _name: tmp_path / "a.db"
    click(desk.pane.make_button)
    qtbot.waitUntil(lambda: desk.pane.bar.isVisible() and desk.pane.bar.value() == 250, timeout=60_000)
    assert not desk.pane.restore_button.isEnabled()
    desk.screen.refresh()
    click(desk.pane.stop_button)
    assert jobs.wait_all()
    assert [type(error) for error in desk.troubles] == [CancelledError]
    assert desk.pane.make_button.isEnabled()
    assert not desk.pane.stop_button.isVisible()


def test_everything_is_carried_to_a_server(
    desk: Desk, sqlite_office: TestOffice, postgresql_server: PostgresqlServer
) -> None:
    sqlite_office.taken()
    with postgresql_server.empty() as url:
        desk.pane.copy_to(url, "")
        assert jobs.wait_all()
        assert desk.troubles == []
        assert len(desk.said) == 1
        copied = open_services(url, prepare_schema=False)
        assert len(copied.accounts.all()) == len(sqlite_office.services.accounts.all())
        copied.close()
        desk.pane.copy_to(url, "")
        assert jobs.wait_all()
    assert len(desk.troubles) == 1


def test_the_server_s_address_is_asked_for(desk: Desk, qtbot: QtBot) -> None:
    click(desk.pane.move_button)
    dialog = desk.pane.findChild(ServerDialog)
    assert dialog is not None
    assert not dialog.copy_button.isEnabled()
    type_text(dialog.address, "postgresql://u@127.0.0.1:1/desk")
    type_text(dialog.password, "secret")
    click(dialog.copy_button)
    assert jobs.wait_all()
    assert not dialog.isVisible()
    assert [type(error) for error in desk.troubles] == [DatabaseAwayError]
    assert "secret" not in str(desk.troubles[0].args)


def test_on_a_server_there_is_no_way_to_another(
    qtbot: QtBot, sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Database, "is_sqlite", False)
    workplace = Workplace(sqlite_office.services, sqlite_office.administrator, Settings(data_folder=Path()))
    pane = BackupPane(workplace)
    qtbot.addWidget(pane)
    pane.show()
    assert not pane.move_button.isVisible()


def test_the_daily_back_up_is_a_scheduled_task(desk: Desk) -> None:
    click(desk.pane.daily_button)
    assert jobs.wait_all()
    assert desk.screen.tabs.value() == "tasks"
    assert desk.screen.tasks.roster.key() == list(TaskName).index(TaskName.BACK_UP) + 1
