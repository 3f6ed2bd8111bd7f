"""The process for foreign files: what it fails at is told in one word, and the next file goes on in a new one."""

from __future__ import annotations

import logging
import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import psutil
import pytest

from desktop_app.errors import BadFileError, CancelledError
from desktop_app.foreign.caps import MOST_MEMORY, _Limits
from desktop_app.foreign.faults import ReaderFault
from desktop_app.foreign.frames import MOST_DATA, MOST_WORDS
from desktop_app.foreign.reader import ForeignReader
from desktop_app.progress import SilentProgress

ODD = [sys.executable, "-m", "tests.foreign.odd_jobs"]
#: For what never ends.
SHORT = 0.3
#: For what ends, on a busy machine too.
LONG = 120.0


@pytest.fixture
def reader() -> Iterator[ForeignReader]:
    made = ForeignReader(ODD, LONG)
    yield made
    made.close()


def asked(reader: ForeignReader, job: str, source: bytes | Path = b"", **words: Any) -> dict[str, object]:
    with reader.batch() as batch:
        return batch.ask(job, "نامه.docx", source, **words).words


def fault_of(reader: ForeignReader, job: str, **words: Any) -> object:
    with pytest.raises(BadFileError) as caught:
        asked(reader, job, **words)
    assert caught.value.parameters["name"] == "نامه.docx"
    return caught.value.parameters["reason"]


def children() -> list[psutil.Process]:
    return [one for one in psutil.Process().children() if "odd_jobs" in " ".join(one.cmdline())]


@pytest.mark.parametrize(
    ("job", "words", "fault"),
    [
        ("crash", {}, ReaderFault.READER_CRASHED),
        ("fill", {"bytes": MOST_MEMORY}, ReaderFault.TOO_MUCH_MEMORY),
        ("fail", {"secret": "x"}, ReaderFault.READER_CRASHED),
        ("no such job", {}, ReaderFault.READER_CRASHED),
    ],
    ids=["crash", "fill", "fail", "unknown"],
)
def test_what_fails_costs_that_file_and_the_next_one_goes_on(
    reader: ForeignReader, job: str, words: dict[str, Any], fault: str
) -> None:
    with reader.batch() as batch:
        for _ in range(2):
            with pytest.raises(BadFileError) as caught:
                batch.ask(job, "بد.docx", b"", **words)
            assert (caught.value.parameters["name"], caught.value.parameters["reason"]) == ("بد.docx", fault)
            assert batch.ask("echo", "خوب.docx", b"abc").data == b"abc"
    assert len(children()) == 1


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_goes_on(reader: ForeignReader) -> None:
    reader.patience = SHORT
    with reader.batch() as batch:
        with pytest.raises(BadFileError) as caught:
            batch.ask("hang", "بد.docx", b"")
        assert caught.value.parameters == {"name": "بد.docx", "reason": ReaderFault.TOO_SLOW}
        # A process keeps the patience with which it was started.
        reader.patience = LONG
        assert batch.ask("echo", "خوب.docx", b"abc").data == b"abc"
    assert len(children()) == 1


def test_less_memory_than_the_limit_is_given(reader: ForeignReader) -> None:
    assert asked(reader, "fill", bytes=200 * 2**20) == {"size": 200 * 2**20}


def test_one_process_reads_file_after_file(reader: ForeignReader, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 3_000_000)
    asked(reader, "echo")
    (first,) = children()
    with reader.batch() as batch:
        read = batch.ask("echo", "a", tmp_path / "a")
    assert read.data == b"x" * 3_000_000
    assert read.sha256 == sha256(read.data).hexdigest()
    assert children() == [first]
    # Two batches at the same time have a process each; one of them stays.
    with reader.batch() as one, reader.batch() as other:
        one.ask("echo", "a", b"")
        other.ask("echo", "b", b"")
        assert len(children()) == 2
    assert len(children()) == 1


def test_a_process_that_was_given_much_is_given_no_further_file(reader: ForeignReader) -> None:
    asked(reader, "echo", b"x" * 25_000_000)
    (first,) = children()
    # It may be asked about what it holds.
    asked(reader, "echo")
    assert children() == [first]
    asked(reader, "echo", b"another file")
    (second,) = children()
    assert second != first


def test_a_process_that_was_killed_meanwhile_is_replaced(reader: ForeignReader) -> None:
    asked(reader, "echo")
    (first,) = children()
    first.kill()
    first.wait(60)
    assert asked(reader, "echo", n=1)["n"] == 1


def test_a_question_whose_answer_nobody_wants_is_forgotten(reader: ForeignReader, tmp_path: Path) -> None:
    with reader.batch() as batch:
        batch.post("echo", "a", b"", n=1)
    assert asked(reader, "echo", n=2)["n"] == 2
    with reader.batch() as batch:
        batch.post("hang", "a", b"")
    assert children() == []
    assert asked(reader, "echo", n=3)["n"] == 3
    # Nor is a question that could not be sent as a whole an answer to the next.
    with reader.batch() as batch:
        batch.post("echo", "a", tmp_path / "gone")
    assert asked(reader, "echo", n=4)["n"] == 4


class _Stopped(SilentProgress):
    def __init__(self) -> None:
        self._until = time.monotonic() + 0.2

    def cancelled(self) -> bool:
        return time.monotonic() > self._until


def test_a_cancelled_file_ends_the_process_at_once() -> None:
    reader = ForeignReader(ODD)
    began = time.monotonic()
    with reader.batch() as batch, pytest.raises(CancelledError):
        batch.ask("hang", "a", b"", _Stopped())
    assert time.monotonic() - began < 60
    assert children() == []
    reader.close()


def test_a_file_that_is_gone_or_became_shorter_is_unreadable(reader: ForeignReader, tmp_path: Path) -> None:
    with pytest.raises(BadFileError) as caught:
        asked(reader, "echo", tmp_path / "gone")
    assert caught.value.parameters["reason"] == "unreadable"
    if sys.platform == "linux":
        # Says that it has 4,096 bytes, and has fewer.
        with pytest.raises(BadFileError) as caught:
            asked(reader, "echo", Path("/sys/kernel/fscaps"))
        assert caught.value.parameters["reason"] == "unreadable"


def test_what_a_library_prints_gets_into_no_answer(reader: ForeignReader) -> None:
    assert asked(reader, "shout", n=5)["n"] == 5


@pytest.mark.skipif(sys.platform != "linux", reason="finds the pipe in /proc")
@pytest.mark.parametrize(
    "frame",
    [
        b"\x00" * 7,
        (MOST_WORDS + 1).to_bytes(4, "big") + bytes(4),
        bytes(4) + (MOST_DATA + 1).to_bytes(4, "big"),
        (4).to_bytes(4, "big") + bytes(4) + b"[[[[",
        (4).to_bytes(4, "big") + bytes(4) + b"\xff\xff\xff\xff",
        (2).to_bytes(4, "big") + bytes(4) + b"[]",
        (100_000).to_bytes(4, "big") + bytes(4) + b"[" * 100_000,
        (9).to_bytes(4, "big") + (5).to_bytes(4, "big") + b'{"a": 1}  x',
    ],
    ids=["short", "words", "data", "json", "utf-8", "list", "deep", "cut"],
)
def test_what_is_no_frame_is_a_crash(reader: ForeignReader, frame: bytes) -> None:
    assert fault_of(reader, "lie", frame=frame.hex()) == ReaderFault.READER_CRASHED
    assert asked(reader, "echo", n=1)["n"] == 1


def test_a_process_that_does_not_start_is_told(tmp_path: Path) -> None:
    for command in ([str(tmp_path / "no such program")], [sys.executable, "-c", "pass"]):
        reader = ForeignReader(command)
        assert fault_of(reader, "echo") == ReaderFault.NO_READER
        reader.close()


def test_a_failing_parser_is_logged_without_words_of_the_file(
    reader: ForeignReader, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "mosharekat.foreign"):
        fault_of(reader, "fail", secret="راز شهروند")
    assert "KeyError in odd_jobs.py:" in caplog.text
    assert "راز" not in caplog.text


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_process_has_no_secret_and_no_handle_of_the_program(
    reader: ForeignReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOSHAREKAT_DATABASE", "postgresql://clerk:geheim@host/desk")
    monkeypatch.setenv("PGPASSWORD", "geheim")
    database = sqlite3.connect(tmp_path / "desk.db")
    database.execute("CREATE TABLE t (x)")
    connected = socket.create_server(("127.0.0.1", 0))
    os.set_inheritable(connected.fileno(), True)
    try:
        found = asked(reader, "surroundings")
    finally:
        connected.close()
        database.close()
    assert "geheim" not in str(found)
    handles = found["handles"]
    assert isinstance(handles, list)
    assert {str(one).split(":")[0] for one in handles} <= {"/dev/null", "pipe"}


@pytest.mark.skipif(sys.platform == "win32", reason="a job of Windows does it there")
@pytest.mark.parametrize("job", ["echo", "hang"])
def test_the_process_ends_with_the_program(job: str) -> None:
    code = (
        "import sys\n"
        "from desktop_app.foreign.reader import ForeignReader\n"
        f"with ForeignReader({[*ODD, '1']!r}).batch() as batch:\n"
        "    batch.ask('echo', 'a', b'')\n"
        f"    batch.post({job!r}, 'a', b'')\n"
        "    print('there', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    program = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdout.readline()
    (child,) = psutil.Process(program.pid).children()
    program.kill()
    program.wait()
    # At work it ends itself, after its time.
    child.wait(60)
    program.stdin.close()
    program.stdout.close()


def test_an_idle_process_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.foreign.reader._IDLE", 0.2)
    reader = ForeignReader(ODD)
    asked(reader, "echo")
    (child,) = children()
    child.wait(60)
    assert asked(reader, "echo", n=1)["n"] == 1
    reader.close()


def test_the_limits_of_windows_have_the_layout_of_its_header() -> None:
    import ctypes  # noqa: PLC0415

    if ctypes.sizeof(ctypes.c_void_p) == 8:
        assert ctypes.sizeof(_Limits) == 144
        assert (_Limits.flags.offset, _Limits.process_memory.offset) == (16, 112)


def test_the_process_of_the_program_knows_neither_database_nor_window() -> None:
    code = (
        "import sys, desktop_app.__main__, desktop_app.foreign_jobs\n"
        "from desktop_app.documents import reading, docx, odt, html, drawing, pictures\n"
        "from desktop_app.intake.formats import workbook, mail_message\n"
        "print([m for m in ('sqlalchemy', 'psycopg', 'sqlite3', 'keyring', 'PySide6') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
