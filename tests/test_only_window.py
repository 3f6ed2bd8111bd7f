"""Who is the only window of a data folder, and what a second start says to it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.only_window import OnlyWindow, files_of, message_of, own_folder
from tests.cli.running import ROOT

_CLAIMING = """
import sys, time
from pathlib import Path
from desktop_app.only_window import OnlyWindow
only = OnlyWindow(Path(sys.argv[1]))
print(only.claim(), flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    # The path of a test is too long for a socket.
    with tempfile.TemporaryDirectory(prefix="run-") as runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        yield Path(runtime)


def test_one_window_of_a_folder_at_a_time(tmp_path: Path) -> None:
    first, second = OnlyWindow(tmp_path / "data"), OnlyWindow(tmp_path / "data" / ".." / "data")
    assert first.claim()
    assert first.claim()
    assert not second.claim()
    assert second.address == first.address
    first.release()
    assert second.claim()
    second.release()


def test_another_folder_and_a_named_database_are_other_programs(tmp_path: Path) -> None:
    known = [
        OnlyWindow(tmp_path / "data"),
        OnlyWindow(tmp_path / "other"),
        OnlyWindow(tmp_path / "data", "sqlite:///x.db"),
    ]
    assert [only.claim() for only in known] == [True, True, True]
    assert len({only.address for only in known}) == 3
    for only in known:
        only.release()


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _CLAIMING, str(tmp_path / "data")]
    only = OnlyWindow(tmp_path / "data")
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as running:
        try:
            assert running.stdout is not None
            assert running.stdout.readline().strip() == b"True"
            assert not only.claim()
        finally:
            running.kill()
    assert only.claim()
    only.release()


@pytest.mark.skipif(sys.platform == "win32", reason="the lock of Windows is no file")
def test_the_lock_is_in_a_folder_of_this_user_alone(tmp_path: Path) -> None:
    only = OnlyWindow(tmp_path / "data")
    assert only.claim()
    folder = Path(only.address).parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    only.release()


@pytest.mark.skipif(sys.platform == "win32", reason="the lock of Windows is no file")
def test_a_folder_that_others_may_write_to_is_not_used_and_stops_no_start(
    tmp_path: Path, runtime: Path
) -> None:
    (runtime / "mosharekat").mkdir()
    os.chmod(runtime / "mosharekat", 0o777)
    assert OnlyWindow(tmp_path / "data").claim()
    assert list((runtime / "mosharekat").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the lock of Windows is no file")
def test_a_long_runtime_folder_is_passed_over_because_a_socket_would_not_fit(tmp_path: Path) -> None:
    long = tmp_path / ("x" * 60)
    long.mkdir()
    assert own_folder(str(long)) == own_folder("") == Path("/tmp") / f"mosharekat-{os.getuid()}"


@pytest.mark.parametrize("files", [[], ["/a/ماده ۱.docx"], ["C:\\a b\\x.docx", "/x/\udce9.txt"]])
def test_a_message_brings_its_files(files: list[str]) -> None:
    message = message_of([Path(file) for file in files])
    assert message.endswith(b"\n")
    assert message.count(b"\n") == 1
    assert files_of(message) == [Path(file) for file in files]


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\n",
        b"GET / HTTP/1.1\n",
        b"[]\n",
        b'{"files": "x"}\n',
        b'{"files": [1]}\n',
        b'{"files": [""]}\n',
        b'{"files": ["a\\u0000b"]}\n',
        b'{"files": ["a", "b", "c"]}\n',
        b"[" * 100_000,
        b"\xff\xfe\n",
    ],
)
def test_what_is_no_message_is_refused(message: bytes) -> None:
    assert files_of(message) is None
