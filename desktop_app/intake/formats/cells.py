"""The cells of one row, validated field by field; faults are collected, not raised.

Unusual characters: the text of a citizen is kept exactly, with control and direction characters and markup. It
is evidence, and is only displayed as plain text. The result counts such rows. No database can store NUL or lone
surrogates: they make the row invalid. In single-line fields, white space becomes one space, direction
characters are removed, and control characters make the row invalid.
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
#: Characters that no database can store as text.
_NOT_STORABLE: Final = re.compile("[\x00\ud800-\udfff]")
_DIRECTION: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u061c]")
_ODD: Final = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MARKUP: Final = re.compile(r"<(?:[a-zA-Z][^<>]{0,200}|/[a-zA-Z][^<>]{0,40}|!--)")


@dataclass(frozen=True, slots=True)
class RowFault:
    """Why a row is rejected.

    `field` is the key of a field, empty for the whole row; `reason` is a key of `wording.row_faults`. `value`
    has up to 40 characters of the cell; `also` has further faults of the row.
    """

    file: str
    row: int
    field: str
    reason: str
    value: str = ""
    also: tuple[RowFault, ...] = ()


class Cells:
    """Access to the cells of one row by field."""

    def __init__(self, file: str, row: TabularRow, mapping: Mapping[str, str]) -> None:
        self._file = file
        self._row = row
        self._mapping = mapping
        self._faults: list[RowFault] = []
        if row.fault:
            self.refuse("", row.fault, row.line)

    def fault(self) -> RowFault | None:
        """The first fault, with the others in `also`; None for a valid row."""
        if not self._faults:
            return None
        first, *others = self._faults
        return RowFault(first.file, first.row, first.field, first.reason, first.value, tuple(others))

    def refuse(self, field: str, reason: str, value: object = "") -> None:
        """Records a fault of the row."""
        shown = _ODD.sub(" ", _NOT_STORABLE.sub(" ", " ".join(str(value).split())))[:LONGEST_VALUE]
        self._faults.append(RowFault(self._file, self._row.number, field, reason, shown))

    def raw(self, field: str) -> str:
        """The unchanged value of the file; empty without such a column."""
        return self._row.cells.get(self._mapping.get(field, ""), "")

    def body(self, field: str, longest: int, *, required: bool = True) -> str:
        """Returns a multi-line text, unchanged."""
        text = self.raw(field)
        if required and not text.strip():
            self.refuse(field, "empty")
        elif len(text) > longest:
            self.refuse(field, "too_long", text)
        elif _NOT_STORABLE.search(text):
            self.refuse(field, "control_characters", text)
        return text

    def line(self, field: str, longest: int) -> str:
        """Returns a single-line text."""
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
        """Returns the value that `check` accepts (and may normalise); None where the cell is empty or refused."""
        text = self.line(field, 200)
        if not text:
            return None
        try:
            return check(text)
        except InvalidValueError as error:
            self.refuse(field, str(error.parameters["reason"]), text)
            return None

    def named(self, field: str, lookup: Callable[[str], T | None], *, required: bool = False) -> T | None:
        """Returns the result of `lookup` for the name in the cell.

        None where the cell is empty or the name unknown.
        """
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
        """Returns a timestamp in UTC, which must not be after `now`."""
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
    """Returns unusual content of a text that is kept and counted: `controls`, `markup`."""
    if text.isascii() and text.isalnum():
        return ()
    found: list[str] = []
    if _ODD.search(text):
        found.append("controls")
    if "<" in text and _MARKUP.search(text):
        found.append("markup")
    return tuple(found)
