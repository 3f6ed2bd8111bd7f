"""The text that pdfium copies from a line, and the explicit text where that would not be the logical one.

pdfium (Edge, Chrome) collects the characters of a line in page order and divides them into runs of one class. In a
right-to-left document it copies the runs from right to left. It turns a right-to-left run round and mirrors its
brackets, and keeps the order of the others:

- Digits, separators, marks and joiners are one class: «،۱۴۰۵» stays as it is on the page, and so does «ً،».
- Latin words, digits and the spaces between them are separate runs, so that an address is copied backwards.
- After a Latin word, neutral characters keep their order and are not mirrored.
- A run whose first character is from an explicit text is not turned round.
- A line whose last character at the right is a hyphen is joined with the next one, like an English word that is
  divided. A RIGHT-TO-LEFT MARK at the beginning of the text prevents it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from desktop_app.persian.direction import MIRROR_IMAGES, RIGHT_TO_LEFT, RIGHT_TO_LEFT_MARK, visual_order

_TO_RIGHT, _TO_LEFT, _WEAK, _NEUTRAL = "L", "R", "W", "N"
_CLASSES: Final = {"L": _TO_RIGHT, "R": _TO_LEFT, "AL": _TO_LEFT} | dict.fromkeys(
    ("AN", "EN", "NSM", "CS", "ES", "ET", "BN"), _WEAK
)
_LETTER: Final = "[\u061b\u061f\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06fa-\u06ff]"
#: Right-to-left letters with single joiners, marks and separators between them: copied as they were typed.
_SOLID: Final = re.compile(f"{_LETTER}+(?:[\u200c\u064b-\u065f\u0670،.:/-]{_LETTER}+)*")
#: pdfium leaves out later characters of an explicit text.
_LAST: Final = 0xFFFC


class Explicit(NamedTuple):
    """Glyphs from `start` to `end` of a line and the characters that pdfium must collect instead of theirs."""

    start: int
    end: int
    text: str


class PagePart(NamedTuple):
    """Characters of one level in page order."""

    text: str
    level: int


def is_solid(text: str, level: int) -> bool:
    """Whether pdfium copies a part as it was typed, whatever stands beside it."""
    return level == RIGHT_TO_LEFT and _SOLID.fullmatch(text) is not None


@lru_cache(maxsize=16384)
def explicit_texts(parts: tuple[PagePart, ...], *, at_right_end: bool) -> tuple[Explicit, ...]:
    """Returns the explicit texts of neighbouring parts in page order, as ranges of their characters.

    Solid parts, or the ends of the line, are beside them; `at_right_end`: whether there is nothing to the right.
    """
    page = "".join(part.text for part in parts)
    levels = [part.level for part in parts for _ in part.text]
    found: list[Explicit] = []
    after_latin = False
    for start, end in reversed(_stretches(page, levels)):
        logical = "".join(visual_order(list(page[start:end]), levels[start:end]))
        copied = _copied(page[start:end], after_latin)
        collected, after_latin = _collected(logical, after_latin)
        explicit = copied != logical
        if at_right_end and end == len(page) and _divides(page, collected if explicit else ""):
            collected, explicit = collected + RIGHT_TO_LEFT_MARK, True
        if explicit and ord(max(collected)) <= _LAST:
            found.append(Explicit(start, end, collected))
    return tuple(reversed(found))


def is_collected_backwards(text: str) -> bool:
    """Whether pdfium turns the explicit text of glyphs with this text round."""
    kinds = [kind for kind, _ in groupby(map(_class, text))]
    return kinds.count(_TO_LEFT) > kinds.count(_TO_RIGHT)


def _stretches(page: str, levels: Sequence[int]) -> list[tuple[int, int]]:
    """Returns ranges that pdfium copies independently of each other.

    Neutral characters are a range of their own unless one beside them is of a higher level.
    """
    ranges: list[tuple[int, int]] = []
    kinds: list[str] = []
    for start, end, kind in _kinds(page, levels):
        if kinds and (kind == kinds[-1] or _class(page[start - 1]) == _class(page[start])):
            ranges[-1] = ranges[-1][0], end
            kinds[-1] = _WEAK
        else:
            ranges.append((start, end))
            kinds.append(kind)
    return ranges


def _kinds(page: str, levels: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Yields ranges of letters and of neutral characters that run from right to left, and of all others."""
    kinds = [
        kind if level == RIGHT_TO_LEFT and (kind := _class(character)) in (_TO_LEFT, _NEUTRAL) else _WEAK
        for character, level in zip(page, levels, strict=True)
    ]
    for kind, members in groupby(enumerate(kinds), key=itemgetter(1)):
        places = [place for place, _ in members]
        yield places[0], places[-1] + 1, kind


def _copied(page: str, after_latin: bool) -> str:
    """Returns what pdfium copies of characters in page order."""
    runs, _ = _turned(reversed(_runs(page)), after_latin)
    return "".join(_mirrored(run[::-1]) if turned else run for run, turned in runs)


def _collected(logical: str, after_latin: bool) -> tuple[str, bool]:
    """Returns the characters to be collected, so that pdfium copies `logical`, and whether Latin text is last."""
    runs, after_latin = _turned(_runs(logical), after_latin)
    return "".join(_mirrored(run) if turned else run for run, turned in reversed(runs)), after_latin


def _turned(runs: Iterable[tuple[str, str]], after_latin: bool) -> tuple[list[tuple[str, bool]], bool]:
    """Returns runs in reading order and whether pdfium turns each round, and whether Latin text is last."""
    found: list[tuple[str, bool]] = []
    for kind, run in runs:
        turned = kind == _TO_LEFT or (kind == _NEUTRAL and not after_latin)
        after_latin = not turned and (after_latin or kind == _TO_RIGHT)
        found.append((run, turned))
    return found, after_latin


def _divides(page: str, collected: str) -> bool:
    """Whether pdfium takes the line for one that ends in the middle of a divided word."""
    if collected:
        return collected.endswith("-")
    return page.endswith("-") and page[-2:-1].isalpha()


def _runs(text: str) -> list[tuple[str, str]]:
    return [(kind, "".join(run)) for kind, run in groupby(text, key=_class)]


def _mirrored(text: str) -> str:
    return "".join(MIRROR_IMAGES.get(character, character) for character in text)


@lru_cache(maxsize=4096)
def _class(character: str) -> str:
    return _CLASSES.get(unicodedata.bidirectional(character), _NEUTRAL)
