"""Text and its format: runs of words, footnotes, styles of paragraphs.

There is no markup: «<b>» is three characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from desktop_app.persian.controls import EMOJI, FOREIGN_CONTROL, with_control_names, with_emoji_names
from desktop_app.reports.pdf.decoration import INK, Decoration
from desktop_app.reports.pdf.shaping import Weight

Alignment = Literal["right", "centre", "left", "justified"]

SPACES: Final = frozenset(
    " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000\xa0\u202f\u2007"
)
#: Invisible control characters. They affect the bidi algorithm and are dropped afterwards. ZWNJ and ZWJ
#: affect the shapes of letters and are kept.
_STEERING: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202c\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)  # fmt: skip


class Footnote(NamedTuple):
    """A note at the foot of the page that has its mark. Made by `PersianDocument.note`."""

    number: int
    words: tuple[TextRun, ...]


class TextRun(NamedTuple):
    """Words in a paragraph with their own format; None inherits from the paragraph."""

    text: str
    weight: Weight | None = None
    colour: str | None = None
    decoration: Decoration | None = None
    note: Footnote | None = None


#: The text of a paragraph: plain, or in runs.
Words = str | Sequence[TextRun]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The format of a paragraph.

    `size` and `leading` (distance of base lines) in points, colours as #RRGGBB.
    """

    size: float = 10.5
    leading: float = 19.0
    weight: Weight = Weight.REGULAR
    colour: str = INK
    alignment: Alignment = "right"


def printable(text: str) -> str:
    """Returns the text to print: names in brackets for control characters, overrides and emoji.

    The fonts have no picture of them. Lone surrogates become U+FFFD, one for one.
    """
    if not _UNPRINTABLE.search(text):
        return text
    return _SURROGATE.sub("\ufffd", with_emoji_names(with_control_names(text, FOREIGN_CONTROL)))


_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_UNPRINTABLE: Final = re.compile(f"{FOREIGN_CONTROL.pattern}|{EMOJI.pattern}|{_SURROGATE.pattern}")


def shown(text: str) -> str:
    """Returns the text to shape: without invisible control characters, and with plain spaces."""
    text = _STEERING.sub("", text)
    return "".join(" " if character in SPACES else character for character in text)


def plain(words: Words) -> str:
    """Returns the text of `words` without invisible control characters."""
    text = words if isinstance(words, str) else "".join(run.text for run in words)
    return text if text.isalnum() else _STEERING.sub("", printable(text))


def styled(style: TextStyle, *, weight: Weight | None = None, colour: str | None = None) -> TextStyle:
    """Returns `style` with another weight or colour."""
    return replace(style, weight=weight or style.weight, colour=colour or style.colour)
