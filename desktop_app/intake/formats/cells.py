"""The cells of one row, checked field by field; what is wrong with them is collected, not raised.

What becomes of odd characters: a citizen's text is kept exactly as it came, control and direction characters
and mark-up included, because it is evidence and is shown as plain text only; the result counts such rows. A
NUL or half a surrogate pair can be stored by no database: it costs the row. In fields of one line, white space
becomes one space, the invisible characters of direction are dropped, and control characters cost the row.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

from desktop_app.errors import InvalidValueError
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.persian.dates import parse_moment

T = TypeVar("T")

LONGEST_VALUE: Final = 40
#: No database holds these as text.
_NOT_STORABLE: Final = re.compile("[\x00\ud800-\udfff]")
_DIRECTION: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u061c]")
_ODD: Final = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MARKUP: Final = re.compile(r"<(?:[a-zA-Z][^<>]{0,200}|/[a-zA-Z][^<>]{0,40}|!--)")


@dataclass(frozen=True, slots=True)
class RowFault:
    """Why a row is not taken in. `field`: the key of a field, empty for the row as a whole; `reason`: a key of
    `wording.row_faults`; `value`: at most 40 characters of what stands there; `also`: its further faults."""

    file: str
    row: int
    field: str
    reason: str
    value: str = ""
    also: tuple[RowFault, ...] = ()


class Cells:
    """The cells of one row by field."""

    def __init__(self, file: str, row: TabularRow, mapping: Mapping[str, str]) -> None:
        self._file = file
        self._row = row
        self._mapping = mapping
        self._faults: list[RowFault] = []
        if row.fault:
            self.refuse("", row.fault, row.line)

    def fault(self) -> RowFault | None:
        """The first fault, with the others in `also`; None for a good row."""
        if not self._faults:
            return None
        first, *others = self._faults
        return RowFault(first.file, first.row, first.field, first.reason, first.value, tuple(others))

    def refuse(self, field: str, reason: str, value: object = "") -> None:
        """Notes a fault of the row."""
        shown = _ODD.sub(" ", _NOT_STORABLE.sub(" ", " ".join(str(value).split())))[:LONGEST_VALUE]
        self._faults.append(RowFault(self._file, self._row.number, field, reason, shown))

    def raw(self, field: str) -> str:
        """What the file says, untouched; empty without such a column."""
        return self._row.cells.get(self._mapping.get(field, ""), "")

    def body(self, field: str, longest: int, *, required: bool = True) -> str:
        """A text of many lines, exactly as it came."""
        text = self.raw(field)
        if required and not text.strip():
            self.refuse(field, "empty")
        elif len(text) > longest:
            self.refuse(field, "too_long", text)
        elif _NOT_STORABLE.search(text):
            self.refuse(field, "control_characters", text)
        return text

    def line(self, field: str, longest: int) -> str:
        """A text of one line."""
        raw = self.raw(field)
        if not raw:
            return ""
        text = " ".join(_DIRECTION.sub("", raw).split())
        if not text.isprintable() and any(unicodedata.category(c) in {"Cc", "Cs"} for c in text):
            self.refuse(field, "control_characters", text)
        elif len(text) > longest:
            self.refuse(field, "too_long", text)
        return text

    def checked(self, field: str, check: Callable[[str], str]) -> str | None:
        """A value that `check` accepts (and may rewrite); None where the cell is empty or refused."""
        text = self.line(field, 200)
        if not text:
            return None
        try:
            return check(text)
        except InvalidValueError as error:
            self.refuse(field, str(error.parameters["reason"]), text)
            return None

    def named(self, field: str, lookup: Callable[[str], T | None], *, required: bool = False) -> T | None:
        """What goes by the name in the cell; None where it is empty or nothing does."""
        text = self.line(field, 200)
        if not text:
            if required:
                self.refuse(field, "empty")
            return None
        found = lookup(text)
        if found is None:
            self.refuse(field, "unknown", text)
        return found

    def moment(self, field: str, now: datetime) -> datetime | None:
        """When something happened, in UTC: never after `now`."""
        text = self.line(field, 60)
        if not text:
            return None
        try:
            found = parse_moment(text)
        except InvalidValueError as error:
            self.refuse(field, str(error.parameters["reason"]), text)
            return None
        if found > now:
            self.refuse(field, "in_future", text)
        return found


def oddities(text: str) -> tuple[str, ...]:
    """What a citizen's text holds that is kept but told: `controls`, `markup`."""
    if text.isascii() and text.isalnum():
        return ()
    found: list[str] = []
    if _ODD.search(text):
        found.append("controls")
    if "<" in text and _MARKUP.search(text):
        found.append("markup")
    return tuple(found)
