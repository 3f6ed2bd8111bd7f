"""What the command line prints: words for a person, or exactly one JSON document; trouble in one line."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from desktop_app.errors import AppError, NotWrittenError
from desktop_app.persian.digits import isolated
from desktop_app.progress import Progress
from desktop_app.whole_file import write_whole
from desktop_app.wording import digits, fill, language_in_use, translate
from desktop_app.wording.errors import error_sentence


def speak_utf8() -> None:
    """Persian on every console, also where Windows or a bare locale says something else."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def needs_shaping(stream: TextIO | None, platform: str, environment: Mapping[str, str]) -> bool:
    """Whether `stream` is a terminal that shows Arabic letters unjoined and from left to right.

    - Windows: neither the classic console nor Windows Terminal (1.21 and later) joins or reorders; what is in
      visual order already is shown as it is.
    - Linux: the console of the kernel (`TERM=linux`) does neither. Terminals with windows are left alone: most
      reorder, and text that was reordered before would be turned round again.
    - A pipe or a file is read by programs, which want the text as it is.
    """
    if stream is None or not stream.isatty():
        return False
    return platform == "win32" or environment.get("TERM") == "linux"


class Output:
    """Where a command's results and troubles go. `as_json`: standard output is one JSON document.

    `shape`: whether words are joined and put in visual order; None asks `needs_shaping`.
    """

    def __init__(self, *, as_json: bool, shape: bool | None = None) -> None:
        self.as_json = as_json
        self.shape = shape
        self._told = False

    def result(self, document: dict[str, Any], words: str) -> None:
        """The result of the command: the document, or the words."""
        if self.as_json:
            self._document(document)
        elif words:
            print(self.displayed(words), flush=True)

    def text(self, text: str) -> None:
        """A result that is text of its own, such as a comparison; ends with one line feed."""
        self.raw(self.displayed(text))

    def raw(self, text: str) -> None:
        """A result that a program reads, such as a page of HTML, as it is; ends with one line feed."""
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
        self._told = True

    def note(self, sentence: str) -> None:
        """A line beside the result."""
        print(self.displayed(_one_line(sentence), sys.stderr), file=sys.stderr, flush=True)

    def warn(self, error: AppError) -> None:
        """Trouble that does not end the command."""
        self.note(error_sentence(error))

    def error(self, error: AppError) -> None:
        """Trouble that ends the command."""
        self.trouble(error.code, error_sentence(error))

    def line(self, words: str) -> None:
        """A line of a result that comes bit by bit, for a person."""
        print(self.displayed(_one_line(words)), flush=True)

    def displayed(self, text: str, stream: TextIO | None = None, *, right_to_left: bool | None = None) -> str:
        """`text` for a person who reads it on `stream` (standard output): shaped where its terminal needs that.

        `right_to_left` is the direction of its lines, by default that of the language in use.
        """
        target = stream or sys.stdout
        if not self._shapes(target):
            return text
        from desktop_app.persian.terminal import visual_text  # noqa: PLC0415 - only terminals that need it

        # A console goes to the next line behind its last column by itself.
        columns = shutil.get_terminal_size().columns - 1 if target.isatty() else None
        to_left = language_in_use().right_to_left if right_to_left is None else right_to_left
        return visual_text(text, right_to_left=to_left, columns=columns)

    def table(self, rows: Sequence[Sequence[str]]) -> str:
        """`rows` of equally many cells as lines for `result`, their columns aligned as they are displayed."""
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
        # In visual order a line begins with what stands behind its last cell.
        return "\n".join(line if shaped else line.rstrip(" ") for line in lines)

    def _shapes(self, stream: TextIO | None) -> bool:
        return needs_shaping(stream, sys.platform, os.environ) if self.shape is None else self.shape

    def trouble(self, code: str, sentence: str, **more: Any) -> None:
        """One line on standard error; with `--json` a document too (and `more` in it), if none was printed yet."""
        if self.as_json and not self._told:
            self._document({"error": {"code": code, "message": _one_line(sentence)}, **more})
        self.note(sentence)

    def unexpected(self, log_file: Path) -> None:
        """A mistake of the program."""
        sentence = fill(
            translate("CommandLine", "Something unexpected happened; the details are in {log}."),
            log=shown(str(log_file)),
        )
        self.trouble("unexpected", sentence)

    def _document(self, document: dict[str, Any]) -> None:
        self._told = True
        text = json.dumps(document, ensure_ascii=False, indent=2)
        # A file may name half a surrogate pair; JSON can say it, UTF-8 cannot.
        print(text.encode("utf-8", "backslashreplace").decode("utf-8"), flush=True)


def shown(text: str) -> str:
    """A path, code or option inside a sentence: it never turns round between words that run right to left."""
    return isolated(text) if language_in_use().right_to_left else text


def write_file(path: Path, data: bytes) -> None:
    """Writes `data` beside `path` and replaces it, so that a full disk leaves the old file."""
    try:
        write_whole(path, data)
    except OSError as error:
        raise NotWrittenError.because(str(path), error) from error


def _one_line(sentence: str) -> str:
    return " ".join(sentence.split())


def terminal_progress(output: Output) -> Progress | None:
    """Tells how far work is where somebody looks at a terminal."""
    terminal = sys.stderr is not None and sys.stderr.isatty()
    return _Counter() if terminal and not output.as_json else None


class _Counter:
    """Counts on one line of a terminal."""

    def report(self, done: int, total: int | None = None) -> None:
        end = "\n" if done == total else ""
        print(f"\r{digits(done)} / {digits(total or done)}", end=end, file=sys.stderr, flush=True)

    def cancelled(self) -> bool:
        return False
