"""The log: a rotating file in the data folder, without passwords and without text written by citizens.

PostgreSQL repeats the values of a row in its error details, even if the program hides the parameters. The text
after such a marker is removed before a line is written, and so are passwords in URLs and assignments. Crash
reports are scrubbed in the same way.
"""

from __future__ import annotations

import logging
import os
import re
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

_MAX_BYTES: Final = 1_000_000
_BACKUP_COUNT: Final = 3
_REPLACEMENT: Final = "(left out)"
# No pattern begins with a run of any length: searched from each of its characters, that would take quadratic time.
#: From a marker to the text that the program itself appends.
_DETAILS: Final = re.compile(
    r"(?P<mark>^[^\S\n]*(?:DETAIL|CONTEXT|QUERY|WHERE|LINE \d+|STATEMENT):|\[parameters:)"
    r".*?(?=\n\[SQL:|\n\(Background on|\n(?:\nThe above|\nDuring handling|Traceback \(most)|\n *incident |\Z)",
    re.DOTALL | re.MULTILINE,
)
#: A value in the first line of an error: `invalid input syntax for type date: "…"`.
_VALUES: Final = re.compile(
    r"(?P<mark>invalid input (?:syntax|value) for [^:\n]*:|out of range:|is out of range for type \w+:"
    r"|unterminated quoted string at or near|syntax error at or near|Token|word is too long in tsquery:) "
    r"\".*?\"(?=\s|\Z)",
    re.DOTALL,
)
#: `://name:password@`, up to the last @ before a space or quote: a password may contain an @.
_IN_ADDRESS: Final = re.compile(r"(?P<mark>://[^\s:/@'\"]*:)[^\s'\"]*@")
#: `password=…` in libpq strings and variables, `'password': '…'` in the repr of a dictionary.
_ASSIGNED: Final = re.compile(
    r"(?P<mark>(?:password|passwd)['\"]?\s*[=:](?!=)\s*)"
    r"(?:'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|(?<==)[^\s,;)'\"&]+)",
    re.IGNORECASE,
)
_VERIFIER: Final = re.compile(r"(?P<mark>SCRAM-SHA-256)\$\S+")


class ScrubbedFormatter(logging.Formatter):
    """Formats a record, then removes passwords and the row values that the database reports."""

    def format(self, record: logging.LogRecord) -> str:
        return scrubbed(super().format(record))


def scrubbed(text: str) -> str:
    """Returns `text` without passwords and without details that may contain personal data."""
    text = _DETAILS.sub(rf"\g<mark> {_REPLACEMENT}", text)
    text = _VALUES.sub(rf"\g<mark> {_REPLACEMENT}", text)
    text = _IN_ADDRESS.sub(rf"\g<mark>{_REPLACEMENT}@", text)
    text = _ASSIGNED.sub(rf"\g<mark>{_REPLACEMENT}", text)
    return _VERIFIER.sub(rf"\g<mark> {_REPLACEMENT}", text)


def set_up_log(path: Path) -> None:
    """Logs warnings of all libraries, and the program's own messages from INFO on, to the file at `path`.

    The file and its folder are created with the first record. A second call moves the log to the new path.
    """
    root = logging.getLogger()
    for handler in _log_files():
        root.removeHandler(handler)
        handler.close()
    handler = _LogFile(path, maxBytes=_MAX_BYTES, backupCount=_BACKUP_COUNT, encoding="utf-8", delay=True)
    handler.setFormatter(ScrubbedFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    logging.getLogger("mosharekat").setLevel(logging.INFO)


def _log_files() -> list[_LogFile]:
    return [found for found in logging.getLogger().handlers if isinstance(found, _LogFile)]


class _LogFile(RotatingFileHandler):
    """A rotating file handler that creates its folder late. A failure to write the log never interrupts the work."""

    def doRollover(self) -> None:  # noqa: N802 - the name of logging
        """Begins a new file.

        Windows renames no file that is open, here or in another process. Then the old one grows further, and the
        earlier ones keep their names.
        """
        if self.stream is not None:
            self.stream.close()
            self.stream = None  # as in logging itself: opened again when needed
        with suppress(OSError):
            os.replace(self.baseFilename, self._turned)
            super().doRollover()

    def rotate(self, source: str, dest: str) -> None:
        """Gives the file that was moved aside its number."""
        del source
        os.replace(self._turned, dest)

    @property
    def _turned(self) -> str:
        return f"{self.baseFilename}.turned"

    def emit(self, record: logging.LogRecord) -> None:
        try:
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name of logging
        del record
