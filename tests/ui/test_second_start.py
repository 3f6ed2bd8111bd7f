"""A second start finds the first window, hands its files over, and never waits long."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.errors import AlreadyOpenError
from desktop_app.only_window import OnlyWindow
from tests.cli.running import ROOT
from ui.second_start import SecondStarts, is_first

_SECOND = """
import sys
from pathlib import Path
from desktop_app.only_window import OnlyWindow
from ui.second_start import is_first
print(is_first(OnlyWindow(Path(sys.argv[1])), [Path(word) for word in sys.argv[2:]]))
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    # The path of a test is too long for a socket.
    with tempfile.TemporaryDirectory(prefix="run-") as runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        yield tmp_path / "data"


@pytest.fixture
def first(data: Path) -> Iterator[OnlyWindow]:
    only = OnlyWindow(data)
    assert is_first(only, [])
    yield only
    only.release()


def said_by_second(qtbot: QtBot, starts: SecondStarts, data: Path, *files: str) -> tuple[list[object], bytes]:
    """Returns what arrives of a second start, and what that start says of itself."""
    command = [sys.executable, "-c", _SECOND, str(data), *files]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as other:
        try:
            with qtbot.waitSignal(starts.arrived, timeout=60_000) as arrived:
                pass
            out, _ = other.communicate(timeout=60)
        finally:
            other.kill()
    assert other.returncode == 0
    return list(arrived.args or ()), out.strip()


def test_the_first_window_gets_the_files_of_a_second_start(
    qtbot: QtBot, data: Path, first: OnlyWindow
) -> None:
    starts = SecondStarts(first.address)
    assert starts.listen()
    arrived, said = said_by_second(qtbot, starts, data, "/a/۱.docx", "/b")
    assert (arrived, said) == ([[Path("/a/۱.docx"), Path("/b")]], b"False")
    assert said_by_second(qtbot, starts, data) == ([[]], b"False")
    starts.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows goes with its process")
def test_a_socket_that_a_crash_left_stops_nobody(qtbot: QtBot, data: Path, first: OnlyWindow) -> None:
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(first.address)
    dead.close()
    assert Path(first.address).exists()
    starts = SecondStarts(first.address)
    starts.listen()
    assert said_by_second(qtbot, starts, data, "/a") == ([[Path("/a")]], b"False")
    starts.close()


def test_a_window_that_hangs_is_told_in_time_and_is_not_asked_again(
    qapp: QApplication, data: Path, first: OnlyWindow
) -> None:
    """It listens, but nobody runs its event loop."""
    starts = SecondStarts(first.address)
    arrived: list[object] = []
    starts.arrived.connect(arrived.append)
    starts.listen()
    with pytest.raises(AlreadyOpenError):
        is_first(OnlyWindow(data), [], starts_within=1, answers_within=0.1)
    for _ in range(20):
        qapp.processEvents()
    assert len(arrived) <= 1
    starts.close()


def test_a_window_that_never_listens_is_told_in_time(data: Path, first: OnlyWindow) -> None:
    with pytest.raises(AlreadyOpenError):
        is_first(OnlyWindow(data), [], starts_within=0.2)


def test_a_window_that_ends_meanwhile_makes_room(qtbot: QtBot, data: Path, first: OnlyWindow) -> None:
    """The second start asks while the first one goes, and becomes the first."""

    class Asking(QThread):
        result: bool | None = None

        def run(self) -> None:
            only = OnlyWindow(data)
            self.result = is_first(only, [])
            only.release()

    asking = Asking()
    with qtbot.waitSignal(asking.finished, timeout=30_000):
        asking.start()
        first.release()
    assert asking.result


@pytest.mark.parametrize("words", [b"GET / HTTP/1.1\r\n\r\n", b"x" * 400_000, b'{"files": [1]}\n'])
def test_words_of_another_program_are_no_files(
    qtbot: QtBot, qapp: QApplication, first: OnlyWindow, words: bytes
) -> None:
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - as the program does

    starts = SecondStarts(first.address)
    arrived: list[object] = []
    starts.arrived.connect(arrived.append)
    starts.listen()
    other = QLocalSocket()
    other.connectToServer(first.address)
    assert other.waitForConnected(5000)
    other.write(words)
    qtbot.waitUntil(lambda: other.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=10_000)
    assert arrived == []
    starts.close()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_only_this_user_may_write_to_the_socket(first: OnlyWindow) -> None:
    starts = SecondStarts(first.address)
    starts.listen()
    assert os.stat(first.address).st_mode & 0o077 == 0
    starts.close()
