"""The windowed program, which has no standard error: what a start cannot do is seen nevertheless."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.cli import main, unseen
from tests.ui.keyboard import click
from ui.start_trouble import TroubleDialog
from ui.widgets.plain import PlainLabel


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> list[TroubleDialog]:
    """The dialogs that a person would see."""
    dialogs: list[TroubleDialog] = []

    def exec_(dialog: TroubleDialog) -> int:
        dialogs.append(dialog)
        return 0

    monkeypatch.setattr(TroubleDialog, "exec", exec_)
    return dialogs


def start(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    """Starts the program without a console."""
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", None)
        return main([str(word) for word in words])


def words_of(dialog: TroubleDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(PlainLabel))


def test_a_start_that_fails_is_told_with_the_place_of_the_log_and_can_be_copied(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: list[TroubleDialog]
) -> None:
    assert start(monkeypatch, "--data-dir", tmp_path / "data", "run", tmp_path / "gone.docx") == 1
    [dialog] = shown
    qtbot.addWidget(dialog)
    dialog.show()
    log = str(tmp_path / "data" / "mosharekat.log")
    assert "gone.docx" in words_of(dialog)
    assert log in words_of(dialog)
    click(dialog.copy_button)
    copied = QGuiApplication.clipboard().text()
    assert "gone.docx" in copied
    assert log in copied
    assert "not started" in Path(log).read_text(encoding="utf-8")


def test_wrong_words_are_told_as_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shown: list[TroubleDialog]
) -> None:
    assert start(monkeypatch, "--data-dir", tmp_path, "--language", "en", "explode") == 2
    assert "explode" in words_of(shown[0])


def test_a_bug_at_the_start_is_told_and_its_traceback_is_in_the_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shown: list[TroubleDialog]
) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("desktop_app.cli.window.run", broken)
    assert start(monkeypatch, "--data-dir", tmp_path) == 1
    assert "mosharekat.log" in words_of(shown[0])
    assert "ZeroDivisionError" in (tmp_path / "mosharekat.log").read_text(encoding="utf-8")


def test_where_the_toolkit_cannot_be_loaded_the_system_shows_the_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shown: list[TroubleDialog]
) -> None:
    told: list[tuple[str, str, bool]] = []

    def show_message(title: str, text: str, *, right_to_left: bool) -> None:
        told.append((title, text, right_to_left))

    monkeypatch.setattr(unseen, "show_message", show_message)
    monkeypatch.setitem(sys.modules, "ui.start_trouble", None)
    assert start(monkeypatch, "--data-dir", tmp_path, "run", tmp_path / "gone.docx") == 1
    [(title, text, right_to_left)] = told
    assert (shown, title, right_to_left) == ([], "میز مشارکت", True)
    assert "gone.docx" in text
    assert str(tmp_path / "mosharekat.log") in text


def test_a_command_that_succeeds_opens_no_dialog(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shown: list[TroubleDialog]
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("ماده ۱ـ متن", encoding="utf-8")
    compared = ("compare", tmp_path / "a.txt", tmp_path / "b.txt")
    assert start(monkeypatch, "--data-dir", tmp_path, *compared) == 0
    assert shown == []
