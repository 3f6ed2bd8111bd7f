"""Judges how well a text is written, to show the best written one of many."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import Final, NamedTuple

from desktop_app.persian.text import ZWNJ

_LAST_LETTERS: Final = re.compile(r"[^\s»\")\]]+[»\")\]]*\s*(?:\n|$)")
_ENDS: Final = frozenset(".!؟?؛:…")
#: A sentence of more words lacks a mark somewhere.
_LONG: Final = 40
_BETWEEN_MARKS: Final = re.compile(r"[^.!؟?؛:،,\n]+")
#: Letters, marks and digits that are not Persian, kashida, and affixes written apart.
_FOREIGN: Final = (
    *"يىكةـ,;?0123456789٠١٢٣٤٥٦٧٨٩", " می ", " نمی ", " ها ", " های ", " هایی ", " تر ", " ترین ",
)  # fmt: skip
#: Marks between digits belong to a number.
_BETWEEN_WORDS: Final = re.compile(r"(?<![\d\s.،؛؟!:])[\s.،؛؟!:]+")
_MARKS: Final = ".،؛؟!: \n"


class Writing(NamedTuple):
    """Lower is better: lines and long passages without the mark that completes them, then faults of spelling and
    punctuation, then half-spaces that others have (negative)."""

    unfinished: int
    faults: int
    joined: int


def writing_of(text: str) -> Writing:
    """Judges a text."""
    lines = _LAST_LETTERS.findall(text)
    open_lines = sum(_ENDS.isdisjoint(line.rstrip().rstrip('»")]')[-1:]) for line in lines)
    long = sum(len(said.split()) // _LONG for said in _BETWEEN_MARKS.findall(text))
    faults = sum(map(text.count, _FOREIGN)) + sum(map(_is_fault, _BETWEEN_WORDS.findall(text.rstrip(_MARKS))))
    return Writing(open_lines + long, faults, -text.count(ZWNJ))


@lru_cache(maxsize=1024)
def _is_fault(between: str) -> bool:
    """Whether the marks and spaces between two words are doubled or stand wrongly."""
    marks = "".join(between.split())
    doubled = any(one == other for one, other in itertools.pairwise(marks)) and marks != "..."
    spaced = bool(marks) and (between[0].isspace() or not between[-1].isspace())
    return doubled or spaced or "  " in between or "\t" in between
