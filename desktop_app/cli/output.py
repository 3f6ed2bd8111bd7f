"""The output of the command line: text for a person or a single JSON document, and errors in one line."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal, TextIO

from desktop_app.errors import AppError, NotWrittenError
from desktop_app.persian.digits import isolated
from desktop_app.progress import Progress
from desktop_app.whole_file import write_whole
from desktop_app.win32 import console_code_page
from desktop_app.wording import digits, fill, language_in_use, translate
from desktop_app.wording.errors import error_sentence

#: The code page of UTF-8.
_UTF8_PAGE: Final = 65001


def speak_utf8() -> None:
    """Switches the standard streams to UTF-8, also on Windows and with other locales.

    The windowed program has no streams; what is printed there goes nowhere.
    """
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    page = console_code_page()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding_for(stream, page), errors="backslashreplace")


def encoding_for(stream: TextIO, code_page: int) -> Literal["utf-8", "utf-8-sig"]:
    """Returns UTF-8 with a mark at its beginning (BOM) for a pipe that PowerShell may read.

    PowerShell 5.1 decodes what a program pipes or redirects with the code page of the console, but believes a mark.
    Setting the code page here would come too late: it is read before the program starts. Without a console
    (`code_page` 0, as in scheduled tasks and on other systems) or with that of UTF-8 there is no mark.
    """
    return "utf-8" if code_page in (0, _UTF8_PAGE) or stream.isatty() else "utf-8-sig"


def is_closed_pipe(error: BaseException, platform: str = sys.platform) -> bool:
    """Whether the reader of standard output went away. Windows tells that as an invalid argument, without a name."""
    if isinstance(error, BrokenPipeError):
        return True
    if platform != "win32" or not isinstance(error, OSError):
        return False
    return error.errno == errno.EINVAL and error.filename is None


def needs_shaping(stream: TextIO | None, platform: str, environment: Mapping[str, str]) -> bool:
    """Returns whether `stream` is a terminal that neither joins Arabic letters nor reorders them.

    - Windows: neither the classic console nor Windows Terminal (1.21 and later) does. Text that is already in visual
      order is displayed unchanged.
    - Linux: the kernel console (`TERM=linux`) does not. Terminal windows are excluded: most of them reorder, and
      would reverse text that is already in visual order.
    - Pipes and files are read by programs, which need the original text.
    """
    if stream is None or not stream.isatty():
        return False
    return platform == "win32" or environment.get("TERM") == "linux"


class Output:
    """Prints results and errors of a command.

    With `as_json`, standard output is a single JSON document. `shape` sets whether letters are joined and put in
    visual order; None decides by `needs_shaping`.
    """

    def __init__(self, *, as_json: bool, shape: bool | None = None) -> None:
        self.as_json = as_json
        self.shape = shape
        #: What was to be said on standard error, where the windowed program has none.
        self.unseen: list[str] = []
        self._has_printed = False
        #: The last line on standard error; the note of a scheduled task keeps it.
        self.last_note = ""

    def result(self, document: dict[str, Any], words: str) -> None:
        """Prints the result of the command: the document or the text."""
        if self.as_json:
            self._document(document)
        elif words:
            print(self.displayed(words), flush=True)

    def text(self, text: str) -> None:
        """Prints a result that is a text, such as a comparison, ending with a single line feed."""
        self.raw(self.displayed(text))

    def raw(self, text: str) -> None:
        """Prints a result for programs, such as HTML, without shaping, ending with a single line feed."""
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
        self._has_printed = True

    def json(self, document: str) -> None:
        """Prints a result that is a JSON document, ending with a single line feed."""
        self.raw(_for_programs(document))

    def binary(self, content: bytes) -> None:
        """Prints a result for programs that is already encoded."""
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        self._has_printed = True

    def note(self, sentence: str) -> None:
        """Prints an additional line on standard error."""
        self.last_note = _one_line(sentence)
        if sys.stderr is None:
            self.unseen.append(_one_line(sentence))
            return
        print(self.displayed(_one_line(sentence), sys.stderr), file=sys.stderr, flush=True)

    def warn(self, error: AppError) -> None:
        """Reports an error that does not end the command."""
        self.note(error_sentence(error))

    def error(self, error: AppError) -> None:
        """Reports an error that ends the command."""
        self.trouble(error.code, error_sentence(error))

    def line(self, words: str) -> None:
        """Prints one line of a result that is produced incrementally, for a person."""
        print(self.displayed(_one_line(words)), flush=True)

    def displayed(self, text: str, stream: TextIO | None = None, *, right_to_left: bool | None = None) -> str:
        """Returns `text` for display on `stream` (by default standard output), shaped if the terminal needs it.

        `right_to_left` is the direction of its lines, by default that of the language in use.
        """
        target = stream or sys.stdout
        if not self._shapes(target):
            return text
        from desktop_app.persian.terminal import visual_text  # noqa: PLC0415 - only terminals that need it

        # A console wraps after its last column, so leave it free.
        columns = shutil.get_terminal_size().columns - 1 if target.isatty() else None
        to_left = language_in_use().right_to_left if right_to_left is None else right_to_left
        return visual_text(text, right_to_left=to_left, columns=columns)

    def table(self, rows: Sequence[Sequence[str]]) -> str:
        """Returns `rows` with the same number of cells as lines for `result`, with aligned columns."""
        from desktop_app.persian.terminal import displayed_width  # noqa: PLC0415 - the table of directions

        shaped = self._shapes(sys.stdout)
        widths = [[displayed_width(cell, joined=shaped) for cell in row] for row in rows]
        columns = [max(column) for column in zip(*widths, strict=True)]
        lines = (
            "  ".join(
                cell + " " * (column - width) for cell, width, column in zip(row, own, columns, strict=True)
            )
            for row, own in zip(rows, widths, strict=True)
        )
        # In visual order, a line starts with the padding of its last cell.
        return "\n".join(line if shaped else line.rstrip(" ") for line in lines)

    def _shapes(self, stream: TextIO | None) -> bool:
        return needs_shaping(stream, sys.platform, os.environ) if self.shape is None else self.shape

    def trouble(self, code: str, sentence: str, **more: Any) -> None:
        """Prints one line on standard error, and with `--json` an error document, unless a document was printed
        before.

        `more` has additional fields of the document.
        """
        if self.as_json and not self._has_printed:
            self._document({"error": {"code": code, "message": _one_line(sentence)}, **more})
        self.note(sentence)

    def unexpected(self, log_file: Path) -> None:
        """Reports an unexpected exception."""
        sentence = fill(
            translate("CommandLine", "Something unexpected happened; the details are in {log}."),
            log=shown(str(log_file)),
        )
        self.trouble("unexpected", sentence)

    def _document(self, document: dict[str, Any]) -> None:
        self._has_printed = True
        # A file name may contain a lone surrogate: JSON can represent it, but UTF-8 cannot.
        text = (
            json.dumps(document, ensure_ascii=False, indent=2)
            .encode("utf-8", "backslashreplace")
            .decode("utf-8")
        )
        print(_for_programs(text), flush=True)


def shown(text: str) -> str:
    """Isolates a path, code or option, so that it is not reordered in a right-to-left sentence."""
    return isolated(text) if language_in_use().right_to_left else text


def write_file(path: Path, data: bytes) -> None:
    """Writes a file atomically. Raises `NotWrittenError`; the old file is then unchanged."""
    try:
        write_whole(path, data)
    except OSError as error:
        raise NotWrittenError.because(str(path), error) from error


def json_for_pipes(text: str) -> str:
    """Returns the same JSON document in ASCII, which survives every code page."""
    return re.sub(r"[^\x00-\x7f]", lambda found: json.dumps(found[0])[1:-1], text)


def _for_programs(document: str) -> str:
    """Returns a JSON document for standard output: never with a mark, which JSON forbids."""
    stream = sys.stdout
    if not isinstance(stream, io.TextIOWrapper) or stream.encoding != "utf-8-sig":
        return document
    stream.reconfigure(encoding="utf-8")
    return json_for_pipes(document)


def _one_line(sentence: str) -> str:
    return " ".join(sentence.split())


def terminal_progress(output: Output) -> Progress | None:
    """Returns a progress display if standard error is a terminal, else None."""
    terminal = sys.stderr is not None and sys.stderr.isatty()
    return _Counter() if terminal and not output.as_json else None


class _Counter:
    """Shows the progress in one line of the terminal."""

    def report(self, done: int, total: int | None = None) -> None:
        end = "\n" if done == total else ""
        print(f"\r{digits(done)} / {digits(total or done)}", end=end, file=sys.stderr, flush=True)

    def cancelled(self) -> bool:
        return False
