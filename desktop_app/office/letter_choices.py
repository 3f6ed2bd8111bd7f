"""What is chosen for one letter: enclosure, classification, size of the paper, copies. Pure.

A template has the usual choice of its kind of letter. An issued letter keeps what was chosen for it.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

from desktop_app.errors import InvalidValueError

LONGEST_LINE: Final = 200
MOST_COPIES: Final = 12
#: It stands between the office and the number.
LONGEST_INVOCATION: Final = 40
#: The office offers at most this many purposes of copies, each of at most this many characters.
MOST_PURPOSES: Final = 12
LONGEST_PURPOSE: Final = 60
DEFAULT_PURPOSES: Final = (
    "جهت اطلاع\nجهت اقدام\nجهت اطلاع و اقدام لازم\nجهت پیگیری و اعلام نتیجه\nجهت ثبت در پرونده"
)
#: The purpose of a copy: the last part of its line, from «جهت» or «برای» on.
_PURPOSE: Final = re.compile(
    r"^(?P<recipient>.*\S)\s*[،,]\s*(?P<purpose>(?:جهت|برای|for)\s\S.*)$", re.IGNORECASE
)


class Classification(StrEnum):
    """How secret a letter is (طبقه‌بندی)."""

    NORMAL = "normal"
    CONFIDENTIAL = "confidential"
    STRICTLY_CONFIDENTIAL = "strictly_confidential"


class PaperSize(StrEnum):
    """The size of a letter on paper, in portrait."""

    A4 = "a4"
    A5 = "a5"


@dataclass(frozen=True, slots=True)
class LetterChoices:
    """`copies` (رونوشت) has a recipient with a purpose per line; `enclosure` (پیوست) is printed as it is."""

    enclosure: str = ""
    classification: Classification = Classification.NORMAL
    paper_size: PaperSize = PaperSize.A4
    copies: str = ""


#: Nothing was chosen.
NO_CHOICES: Final = LetterChoices()


@dataclass(frozen=True, slots=True)
class CopyLine:
    """The recipient of a copy, and what it is for (empty where the line does not say)."""

    recipient: str
    purpose: str


def stored_choices(choices: LetterChoices) -> dict[str, str]:
    """Returns the choices as the columns of a letter and of a template have them."""
    return {name: str(value) for name, value in asdict(choices).items()}


def valid_choices(choices: LetterChoices) -> LetterChoices:
    """Validates and strips choices. Raises `InvalidValueError` with `letter_enclosure` or `letter_copies`."""
    return LetterChoices(
        valid_line(choices.enclosure, "letter_enclosure"),
        choices.classification,
        choices.paper_size,
        valid_copies(choices.copies),
    )


def valid_line(text: str, field: str, longest: int = LONGEST_LINE) -> str:
    """Returns a line with single spaces. Raises `InvalidValueError` where it is too long."""
    line = " ".join(text.split())
    if len(line) > longest:
        raise InvalidValueError(field=field, reason="too_long", value="")
    return line


def valid_copies(text: str) -> str:
    """Returns the lines of copies without blank ones. Raises `InvalidValueError`."""
    return _lines(text, "letter_copies", MOST_COPIES, LONGEST_LINE)


def valid_purposes(text: str) -> str:
    """Returns the purposes that the office offers, one a line. Raises `InvalidValueError`."""
    return _lines(text, "copy_purposes", MOST_PURPOSES, LONGEST_PURPOSE)


def copy_line(line: str) -> CopyLine:
    """Splits the line of a copy into recipient and purpose: «ادارهٔ کتاب، جهت اطلاع»."""
    found = _PURPOSE.match(line)
    return CopyLine(found["recipient"], found["purpose"]) if found else CopyLine(line.strip(), "")


def with_purpose(line: str, purpose: str) -> str:
    """Returns the line of a copy with another purpose, separated by a Persian comma."""
    recipient = copy_line(line).recipient.rstrip("،, ")
    return f"{recipient}، {purpose}" if recipient else purpose


def _lines(text: str, field: str, most: int, longest: int) -> str:
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > most or any(len(line) > longest for line in lines):
        raise InvalidValueError(field=field, reason="too_long", value="")
    return "\n".join(lines)
