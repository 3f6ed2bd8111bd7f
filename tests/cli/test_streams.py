"""What pipes and consoles of Windows get, and a reader that goes away."""

from __future__ import annotations

import errno
import io
import json
import sys

import pytest

from desktop_app.cli import output as printing
from desktop_app.cli.output import Output, encoding_for, is_closed_pipe, speak_utf8
from tests.cli.running import CommandLine

OEM = 437
UTF8 = 65001
NO_CONSOLE = 0
MARK = b"\xef\xbb\xbf"


class Pipe(io.TextIOWrapper):
    """Standard output that is read by a program, with the locale's encoding of Windows."""

    def __init__(self, *, terminal: bool = False) -> None:
        self.bytes = io.BytesIO()
        self._terminal = terminal
        super().__init__(self.bytes, encoding="cp1252")

    def isatty(self) -> bool:
        return self._terminal


def piped(monkeypatch: pytest.MonkeyPatch) -> Pipe:
    """Opens a pipe of PowerShell 5.1: the console's code page is that of its language."""
    made = Pipe()
    monkeypatch.setattr(sys, "stdout", made)
    monkeypatch.setattr(printing, "console_code_page", lambda: OEM)
    speak_utf8()
    return made


@pytest.mark.parametrize(
    ("terminal", "page", "encoding"),
    [
        (False, OEM, "utf-8-sig"),
        (True, OEM, "utf-8"),
        (False, UTF8, "utf-8"),
        (False, NO_CONSOLE, "utf-8"),
    ],
)
def test_only_a_pipe_beside_a_console_of_another_code_page_gets_a_mark(
    terminal: bool, page: int, encoding: str
) -> None:
    assert encoding_for(Pipe(terminal=terminal), page) == encoding


def test_a_persian_report_in_a_pipe_begins_with_one_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = piped(monkeypatch)
    output = Output(as_json=False, shape=False)
    output.line("گزارش ماه")
    output.text("۱۲ درخواست")
    assert pipe.bytes.getvalue().replace(b"\r\n", b"\n") == MARK + "گزارش ماه\n۱۲ درخواست\n".encode()


def test_a_json_document_in_a_pipe_has_no_mark_and_survives_every_code_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pipe = piped(monkeypatch)
    document = {"subject": "گزارش «الف»", "emoji": "🙂", "path": 'C:\\a"b'}
    Output(as_json=True).result(document, "")
    written = pipe.bytes.getvalue()
    assert json.loads(written.decode("cp437")) == document
    assert json.loads(written.decode("utf-8")) == document


def test_a_json_document_elsewhere_is_readable_utf8(run_new: CommandLine) -> None:
    done = run_new("--json", "bogus")
    assert done.document["error"]["message"] in done.out


@pytest.mark.parametrize(
    ("error", "platform", "closed"),
    [
        (BrokenPipeError(errno.EPIPE, "broken"), "linux", True),
        (OSError(errno.EINVAL, "invalid"), "win32", True),
        (OSError(errno.EINVAL, "invalid", "C:\\a?b"), "win32", False),
        (OSError(errno.EINVAL, "invalid"), "linux", False),
        (OSError(errno.ENOSPC, "full"), "win32", False),
        (ValueError("x"), "win32", False),
    ],
)
def test_a_closed_pipe_is_known_on_each_system(error: Exception, platform: str, closed: bool) -> None:
    assert is_closed_pipe(error, platform) == closed


def test_the_windowed_program_prints_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    speak_utf8()
    output = Output(as_json=True)
    output.text("words")
    output.json("{}")
    output.note("words")
    assert sys.stdout is not None
    sys.stdout.close()
