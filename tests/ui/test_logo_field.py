"""The logo of the letterhead, chosen by an administrator on the settings of the office."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.errors import BadFileError
from desktop_app.settings import Settings
from desktop_app.wording.errors import error_sentence
from tests.department import TestOffice
from tests.ui.keyboard import activate, click
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.workplace import Workplace


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path) -> Iterator[AdministrationScreen]:
    settings = Settings(data_folder=tmp_path)
    made = AdministrationScreen(Workplace(sqlite_office.services, sqlite_office.administrator, settings))
    qtbot.addWidget(made)
    made.resize(1200, 900)
    activate(made)
    made.shown()
    assert jobs.wait_all()
    made.tabs.choose("office")
    assert jobs.wait_all()
    yield made
    assert jobs.wait_all()


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def test_a_logo_is_chosen_seen_and_taken_away(
    screen: AdministrationScreen, sqlite_office: TestOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    screen.message.connect(lambda words, _undo: said.append(words))
    field = screen.office.logo
    assert field.words.isVisible()
    assert not field.remove_button.isVisible()
    target = BytesIO()
    Image.new("RGB", (300, 100), "teal").save(target, "PNG")
    (tmp_path / "نشان.png").write_bytes(target.getvalue())
    choose(monkeypatch, tmp_path / "نشان.png")
    click(field.choose_button)
    assert jobs.wait_all()
    assert sqlite_office.services.office.logo() is not None
    assert field.picture.isVisible()
    assert field.picture.pixmap().width() == 128
    click(field.remove_button)
    assert jobs.wait_all()
    assert sqlite_office.services.office.logo() is None
    assert field.words.isVisible()
    assert len(said) == 2


@pytest.mark.parametrize("content", [None, b"no picture"])
def test_a_file_that_is_gone_or_no_picture_is_one_sentence_and_changes_nothing(
    screen: AdministrationScreen,
    sqlite_office: TestOffice,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes | None,
) -> None:
    troubles: list[Exception] = []
    screen.trouble.connect(troubles.append)
    if content is not None:
        (tmp_path / "نشان.png").write_bytes(content)
    choose(monkeypatch, tmp_path / "نشان.png")
    click(screen.office.logo.choose_button)
    assert jobs.wait_all()
    (trouble,) = troubles
    assert isinstance(trouble, BadFileError)
    assert "نشان.png" in error_sentence(trouble)
    assert sqlite_office.services.office.logo() is None


def test_nothing_is_changed_where_no_file_is_chosen(
    screen: AdministrationScreen, sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    click(screen.office.logo.choose_button)
    assert jobs.wait_all()
    assert sqlite_office.services.office.logo() is None
