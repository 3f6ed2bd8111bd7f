"""Judges how well a text is written, to show the best written one of many."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop_app.persian.text import ZWNJ

_LAST_LETTERS: Final = re.compile(r"[^\s»\")\]]+[»\")\]]*\s*(?:\n|$)")
_ENDS: Final = frozenset(".!؟?؛:…")
#: A sentence of more words lacks a mark somewhere.
_LONG: Final = 40
_BETWEEN_MARKS: Final = re.compile(r"[^.!؟?؛:،,\n]+")
#: Arabic letters and kashida, digits that are not Persian, marks that are not Persian, doubled or badly spaced
#: ones, doubled spaces, and affixes written apart.
_FAULT: Final = re.compile(
    r"[يىكةـ]|[0-9٠-٩]+|[,;?]|([!؟،؛])\1+|\s+[.،؛؟!:]|[.،؛؟!:](?=[^\W\d_])|[^\S\n]{2,}|\bن?می (?=\w)"
    r"| ها(?:ی|یی)?\b| تر(?:ین)?\b"
)


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
    return Writing(open_lines + long, len(_FAULT.findall(text)), -text.count(ZWNJ))
