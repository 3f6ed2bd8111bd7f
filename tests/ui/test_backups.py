from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.database.engine import Database, sqlite_url
from desktop_app.database.last_backup import record_backup
from desktop_app.errors import AppError, BackupError, CancelledError, DatabaseAwayError
from desktop_app.office.backups import BackupState
from desktop_app.progress import Progress
from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.engines import PostgresqlServer
from tests.ui.keyboard import activate, click, type_text
from ui import jobs
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


def test_the_daily_line_is_worded_and_copied(desk: Desk, tmp_path: Path) -> None:
    assert not desk.pane.daily.copy_button.isEnabled()
    desk.pane.daily.ask_folder = lambda: tmp_path
    click(desk.pane.daily.folder_button)
    assert desk.pane.daily.copy_button.isEnabled()
    desk.pane.daily.hour.clear()
    type_text(desk.pane.daily.hour, "۳:۳۰")
    line = desk.pane.daily.line.toPlainText()
    assert "database backup --folder" in line
    assert str(tmp_path) in line
    assert "--keep 14" in line
    click(desk.pane.daily.copy_button)
    assert QGuiApplication.clipboard().text() == line
    assert len(desk.said) == 1
    type_text(desk.pane.daily.hour, "x")
    assert not desk.pane.daily.copy_button.isEnabled()
    assert desk.pane.daily.hour.property("invalid")
