"""The log: a file in the data folder that rotates, and that no citizen's words and no password get into.

PostgreSQL repeats the values of a row in the details of an error, even where the program hides its
parameters: whatever stands behind such a mark is left out before a line is written. So are passwords in addresses
and in whatever looks like an assignment of one. Reports of a crash are scrubbed the same way.
"""

from __future__ import annotations

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

_MOST_BYTES: Final = 1_000_000
_KEPT: Final = 3
_MARK: Final = "(left out)"
#: From a mark up to what the program itself adds behind it.
_DETAILS: Final = re.compile(
    r"(?P<mark>^\s*(?:DETAIL|CONTEXT|QUERY|WHERE|LINE \d+|STATEMENT):|\[parameters:)"
    r".*?(?=\n\[SQL:|\n\(Background on|\n(?:\nThe above|\nDuring handling|Traceback \(most)|\n *incident |\Z)",
    re.DOTALL | re.MULTILINE,
)
#: A value that stands in the first line of an error: `invalid input syntax for type date: "…"`.
_VALUES: Final = re.compile(
    r"(?P<mark>invalid input (?:syntax|value) for [^:\n]*:|out of range:|is out of range for type \w+:"
    r"|unterminated quoted string at or near|syntax error at or near|Token|word is too long in tsquery:) "
    r"\".*?\"(?=\s|\Z)",
    re.DOTALL,
)
#: `scheme://name:password@`, up to the last @ before a blank or a quote: a password may have an @ in it.
_IN_ADDRESS: Final = re.compile(r"(?P<mark>\b[a-z][a-z0-9+.-]*://[^\s:/@'\"]*:)[^\s'\"]*@", re.IGNORECASE)
#: `password=…` of libpq and of variables, `'password': '…'` of what was printed of Python's.
_ASSIGNED: Final = re.compile(
    r"(?P<mark>\w*(?:password|passwd)['\"]?\s*[=:](?!=)\s*)"
    r"(?:'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|(?<==)[^\s,;)'\"&]+)",
    re.IGNORECASE,
)
_VERIFIER: Final = re.compile(r"(?P<mark>SCRAM-SHA-256)\$\S+")


class ScrubbedFormatter(logging.Formatter):
    """Formats a record and leaves out what the database tells about the values of a row."""

    def format(self, record: logging.LogRecord) -> str:
        return scrubbed(super().format(record))


def scrubbed(text: str) -> str:
    """`text` without passwords, and without the details that may hold personal data."""
    text = _DETAILS.sub(rf"\g<mark> {_MARK}", text)
    text = _VALUES.sub(rf"\g<mark> {_MARK}", text)
    text = _IN_ADDRESS.sub(rf"\g<mark>{_MARK}@", text)
    text = _ASSIGNED.sub(rf"\g<mark>{_MARK}", text)
    return _VERIFIER.sub(rf"\g<mark> {_MARK}", text)


def set_up_log(path: Path) -> None:
    """Sends warnings of every part, and what the program itself tells, to the file at `path`.

    The file and its folder are made when the first line is written. Calling it again moves the log.
    """
    root = logging.getLogger()
    for handler in [found for found in root.handlers if isinstance(found, _LogFile)]:
        root.removeHandler(handler)
        handler.close()
    handler = _LogFile(path, maxBytes=_MOST_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(ScrubbedFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    logging.getLogger("mosharekat").setLevel(logging.INFO)


class _LogFile(RotatingFileHandler):
    """A rotating file whose folder is made late; a disk that takes no log ends no work."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name of logging
        del record
