"""Converts offsets of a paragraph between code points, used by the program, and UTF-16 units, used by Qt. Without
Qt."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from desktop_app.comparison.result import Range

#: Longer paragraphs are laid out in pieces, so that an endless one does not block the window.
LONGEST_PARAGRAPH: Final = 6_000

_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Utf16:
    """Maps code points to UTF-16 units of one string and back. Characters above U+FFFF have two units."""

    starts: tuple[int, ...] | None

    @classmethod
    def of(cls, text: str) -> Utf16:
        """Creates the mapping of `text`. Most Persian texts have no character above U+FFFF and need no table."""
        if not text or max(text) <= "\uffff":
            return cls(None)
        return cls((0, *accumulate(2 if character > "\uffff" else 1 for character in text)))

    def unit(self, point: int) -> int:
        """Returns the UTF-16 unit at which code point `point` starts."""
        return point if self.starts is None else self.starts[point]

    def point(self, unit: int) -> int:
        """Returns the code point that contains UTF-16 unit `unit`."""
        return unit if self.starts is None else bisect_right(self.starts, unit) - 1


def paragraphs(text: str, start: int, end: int) -> list[Range]:
    """Returns the paragraphs of `text[start:end]` as ranges of `text`, without line breaks and surrounding white
    space.

    Empty ones are left out; very long ones are cut at a space.
    """
    found: list[Range] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        found.extend(_pieces(text, *_trimmed(text, at, stop)))
        at = stop + 1
    return found or [(start, start)]


def displayable(text: str) -> str:
    """Returns `text` with control and bidi override characters replaced by symbols one to one, so that offsets
    stay valid."""
    return _CONTROL.sub(_picture, text)


def in_pauses(text: str) -> str:
    """Returns `text` as a screen reader reads it: `displayable`, with a pause between the cells of a table row."""
    return "\n".join("، ".join(map(displayable, line.split("\t"))) for line in text.split("\n"))


def _picture(match: re.Match[str]) -> str:
    # The program's font has this character, but no pictures of individual control characters.
    return " " if match.group() == "\t" else "\ufffd"


def _trimmed(text: str, start: int, end: int) -> Range:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _pieces(text: str, start: int, end: int) -> list[Range]:
    found: list[Range] = []
    while end - start > LONGEST_PARAGRAPH:
        cut = text.rfind(" ", start + 1, start + LONGEST_PARAGRAPH)
        cut = start + LONGEST_PARAGRAPH if cut < 0 else cut
        found.append((start, cut))
        start = cut
    if end > start:
        found.append((start, end))
    return found
