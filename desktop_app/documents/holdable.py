"""Text as a document of an office program can contain it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from desktop_app.documents.word_names import LONGEST_AUTHOR

#: Characters that XML 1.0 cannot contain or that office programs interpret: a carriage return, and U+FFF9 to
#: U+FFFC, which LibreOffice uses for its own fields and pictures.
_UNHOLDABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufff9-\ufffc\ufffe\uffff]")


def holdable(text: str) -> str:
    """Replaces the characters that a document cannot contain.

    Control characters become their pictures (U+2400 onwards), others U+FFFD.
    """
    return _UNHOLDABLE.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0x7F:
        return "\u2421"
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def clean_name(text: str) -> str:
    """Returns a name of the file on one line, without characters that are invisible or turn the direction."""
    shown = "".join(
        letter if letter == "\u200c" or not unicodedata.category(letter).startswith("C") else " "
        for letter in text
    )
    return " ".join(shown.split())[:LONGEST_AUTHOR].strip()
