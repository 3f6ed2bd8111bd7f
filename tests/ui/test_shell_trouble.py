"""Trouble of the whole window: a failed job, a lost connection, a bug, no display."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.errors import DatabaseAwayError, NoDisplayError
from tests.department import TestOffice
from tests.ui.keyboard import click
from tests.ui.shell_pages import page, settings, window
from ui import jobs
from ui.application import require_display
from ui.crash import CrashDialog, CrashReporter, Incident
from ui.errors import sentence
from ui.main_window import MainWindow

__all__ = ["settings", "window"]


def state(window: MainWindow) -> str:
    return window.top_bar.connection.state


def test_a_job_of_a_screen_that_fails_tells_so_at_the_bottom_of_the_window(window: MainWindow) -> None:
    def work() -> None:
        raise DatabaseAwayError(where="srv-db01")

    jobs.run(page(window).field, work, lambda _: None)
    assert jobs.wait_all()
    assert "srv-db01" in window.message_bar.text


def test_a_lost_connection_stands_over_the_screen_until_it_is_back(
    window: MainWindow, sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(where: str) -> None:
        def away() -> bool:
            raise DatabaseAwayError(where=where)

        with monkeypatch.context() as broken:
            broken.setattr(sqlite_office.services.accounts, "is_empty", away)
            window.watch.look()
            assert jobs.wait_all()

    assert state(window) == "connected"
    page(window).field.setText("نیمه‌کاره")
    lose("srv-db01")
    assert state(window) == "away"
    told = window.outage_bar.text
    assert "srv-db01" in told
    assert "خودش دوباره وصل می‌شود" in told
    assert window.outage_bar.isVisible()
    # Told once: another failure changes nothing, and what is done meanwhile has its place at the bottom.
    lose("srv-db02")
    assert window.outage_bar.text == told
    assert window.message_bar.text == ""
    window.watch.look()
    assert jobs.wait_all()
    assert state(window) == "connected"
    assert window.outage_bar.text == ""
    assert page(window).asked[-1] == "refresh"
    assert page(window).field.text() == "نیمه‌کاره"


def test_without_a_display_it_is_said_before_qt_ends_the_process() -> None:
    with pytest.raises(NoDisplayError):
        require_display({}, "linux")
    require_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    require_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    require_display({}, "win32")


def test_a_bug_gets_a_number_stands_in_the_log_and_can_be_copied(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    shown: list[Incident] = []
    reporter = CrashReporter(tmp_path / "log", show=shown.append)
    try:
        raise ValueError("broken")
    except ValueError as error:
        with caplog.at_level(logging.CRITICAL):
            reporter.hook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(shown), timeout=60_000)
    assert len(shown[0].number) == 6
    assert shown[0].number in caplog.text
    assert "ValueError: broken" in shown[0].details
    dialog = CrashDialog(shown[0], tmp_path / "log")
    qtbot.addWidget(dialog)
    dialog.show()
    click(dialog.copy_button)
    assert QApplication.clipboard().text() == shown[0].details
    assert f"incident {shown[0].number}" in shown[0].report
    assert "broken" not in shown[0].report


def test_a_report_of_a_bug_is_saved_as_a_file_or_it_is_said_why_not(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = CrashDialog(Incident("123456", "details", "the report"), None)
    qtbot.addWidget(dialog)
    dialog.show()
    chosen = ["", str(tmp_path / "missing" / "report.txt"), str(tmp_path / "report.txt")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (chosen.pop(0), ""))
    click(dialog.save_button)
    assert not dialog.told.isVisible()
    click(dialog.save_button)
    assert "report.txt" in dialog.told.text()
    assert not (tmp_path / "missing").exists()
    click(dialog.save_button)
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "the report"
    assert str(tmp_path / "report.txt") in dialog.told.text()


def test_what_is_not_expected_has_a_sentence_without_its_details() -> None:
    assert "secret" not in sentence(ValueError("secret"))
