"""A newer version is told once, to whom it concerns, and a share that is away is not told at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.updates.installing import Installation
from desktop_app.updates.release import publish
from tests.department import TestOffice
from tests.ui.keyboard import activate
from tests.updates.share import OTHER_KEY, UpdateShare
from ui import jobs
from ui.application import Session
from ui.main_window import MainWindow
from ui.updates import UpdateWatch, install_on_quit
from ui.workplace import Screen, Workplace


@pytest.fixture
def share(tmp_path: Path) -> UpdateShare:
    return UpdateShare(tmp_path)


class Pc:
    """What one user reads of newer versions, from one start of the program to the next."""

    def __init__(self, settings: Settings, kind: Installation, *, administrator: bool) -> None:
        self.watch = UpdateWatch(settings, installation=kind)
        self.watch.start(administrator=administrator)
        self.said: list[str] = []
        self.watch.said.connect(lambda words, _tone: self.said.append(words))

    def look(self) -> list[str]:
        self.watch.look()
        assert jobs.wait_all()
        return self.said

    def close(self) -> None:
        self.watch.stop()


def test_a_version_that_installs_itself_is_told_once(qapp: object, share: UpdateShare) -> None:
    share.publish("9.0.0")
    pc = Pc(share.settings, Installation.USER, administrator=False)
    assert pc.look() == ["نسخهٔ ۹.۰.۰ آماده است و پس از بستن برنامه نصب می‌شود."]
    assert len(pc.look()) == 1
    pc.close()
    again = Pc(share.settings, Installation.USER, administrator=False)
    assert again.look() == []
    share.publish("9.1.0", b"newer")
    assert len(again.look()) == 1
    again.close()


def test_of_what_only_an_administrator_installs_only_administrators_are_told(
    qapp: object, share: UpdateShare
) -> None:
    share.publish("9.0.0")
    clerk = Pc(share.settings, Installation.MACHINE, administrator=False)
    assert clerk.look() == []
    clerk.close()
    administrator = Pc(share.settings, Installation.MACHINE, administrator=True)
    [words] = administrator.look()
    assert "۹.۰.۰" in words
    assert str(share.folder) in words
    administrator.close()


def test_a_tampered_version_is_told_once_in_a_session(qapp: object, share: UpdateShare) -> None:
    share.publish("9.0.0")
    publish(share.folder, OTHER_KEY)
    pc = Pc(share.settings, Installation.USER, administrator=False)
    pc.look()
    [words] = pc.look()
    assert "امضای اداره مطابقت ندارد" in words
    pc.close()


def test_a_share_that_is_away_is_silent(qapp: object, share: UpdateShare) -> None:
    share.folder.rmdir()
    pc = Pc(share.settings, Installation.USER, administrator=True)
    assert pc.look() == []
    pc.close()


def test_a_missing_key_is_the_matter_of_administrators(qapp: object, tmp_path: Path) -> None:
    settings = Settings(data_folder=tmp_path, update_folder=str(tmp_path))
    clerk = Pc(settings, Installation.USER, administrator=False)
    assert clerk.look() == []
    clerk.close()
    administrator = Pc(settings, Installation.USER, administrator=True)
    assert len(administrator.look()) == 1
    administrator.close()


class _Page(Screen):
    def __init__(self, workplace: Workplace[Services], parent: QWidget) -> None:
        super().__init__(workplace, parent)

    def title(self) -> str:
        return "page"


def test_the_window_tells_it_in_its_message_bar(
    qtbot: QtBot, share: UpdateShare, sqlite_office: TestOffice
) -> None:
    share.publish("9.0.0")
    session = Session(share.settings, {"inbox": _Page})
    window = session.open_main(sqlite_office.services, sqlite_office.administrator)
    activate(window)
    assert window.message_bar.text == ""
    session.updates.look()
    assert jobs.wait_all()
    assert isinstance(session.window, MainWindow)
    assert "۹.۰.۰" in session.window.message_bar.text
    window.close()
    session.close()
    assert jobs.wait_all()


def test_a_program_that_no_set_up_installed_starts_none(qapp: object, share: UpdateShare) -> None:
    share.publish("9.0.0")
    share.look(Installation.USER)
    install_on_quit(share.settings)
    assert share.store.exists()
