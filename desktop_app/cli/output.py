"""What the command line prints: words for a person, or exactly one JSON document; trouble in one line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

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


class Output:
    """Where a command's results and troubles go. `as_json`: standard output is one JSON document."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self._told = False

    def result(self, document: dict[str, Any], words: str) -> None:
        """The result of the command: the document, or the words."""
        if self.as_json:
            self._document(document)
        elif words:
            print(words, flush=True)

    def text(self, text: str) -> None:
        """A result that is text of its own, such as a comparison; ends with one line feed."""
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
        self._told = True

    def note(self, sentence: str) -> None:
        """A line beside the result."""
        print(_one_line(sentence), file=sys.stderr, flush=True)

    def warn(self, error: AppError) -> None:
        """Trouble that does not end the command."""
        self.note(error_sentence(error))

    def error(self, error: AppError) -> None:
        """Trouble that ends the command."""
        self.trouble(error.code, error_sentence(error))

    def line(self, words: str) -> None:
        """A line of a result that comes bit by bit, for a person."""
        print(_one_line(words), flush=True)

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
    """A path, code or option inside a sentence: it never turns round inside Persian words."""
    return isolated(text) if language_in_use() == "fa" else text


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
