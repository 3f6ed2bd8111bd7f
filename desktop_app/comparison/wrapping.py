"""Where the lines of a text end with the page, and not where their author ended them.

Text that was taken out of a page has lines of about one width. The width is read from the text itself, for a
column of the official gazette is half as wide as a typed page. Offsets are code points of the flat text.
"""

from __future__ import annotations

import re
from typing import Final

from desktop_app.comparison.phrases import BREAKS_REFERENCE, HANGS, VERB_END
from desktop_app.persian.text import ZWNJ

_BLANK: Final = f" \t\f\v\r{ZWNJ}"
#: A line shorter than this ends where its author ended it, where the text shows no width of its own.
_FULL_LINE: Final = 60
_NARROWEST: Final = 20
_WIDEST: Final = 140
#: Fewer lines show no width.
_FEWEST: Final = 6
#: As many lines as tell the width of all.
_SAMPLE: Final = 3000
#: Letters are not equally wide: a line is full from this part of the width on, its next word counted in.
_FULL: Final = 0.82
#: Of the lines so many are full, and of the full ones so many end in the middle of a sentence; fewer where
#: some end in a word that no author would have ended them in.
_LEAST_FULL: Final = 0.4
_FEWEST_FULL: Final = 0.15
_LEAST_HANGING: Final = 2
_LEAST_BROKEN: Final = 0.6
_FEWEST_BROKEN: Final = 4
#: The longest lines may be tables; beyond this part of all lines nothing is measured.
_MEASURED: Final = 0.95
_LOOK_BACK: Final = 400
_SENTENCE_END: Final = frozenset('.؛:!؟)]"-')
_PARAGRAPH_END: Final = frozenset(".؛:!؟-")
#: What begins like a label stands where its author put it.
_LABELLED: Final = re.compile(
    f"(?:جلد|کتاب|قسمت|باب|بخش|فصل|مبحث|گفتار|فقره|ماده|اصل|تبصره|بند)(?![^\\W\\d_])"
    rf"|[(*•▪●-]|(?:\d{{1,3}}|الف|[^\W\d_])[ {ZWNJ}ـ]*[-).:]"
)


class Wrapping:
    """How the lines of one flat text were broken."""

    def __init__(self, text: str) -> None:
        self._text = text
        #: Code points in a line of the page; None where every line is as long as its author wanted it.
        self.width = _width_of(text)

    def hangs(self, line_end: int) -> bool:
        """Whether the line that ends at `line_end` ends in a word behind which something has to follow."""
        return _hangs(self._tail(line_end))

    def refers(self, line_end: int) -> bool:
        """Whether the line that ends at `line_end` breaks a reference: «بندهای», «مواد (۴) و»."""
        line = self._tail(line_end)
        return BREAKS_REFERENCE.search(line, max(0, len(line) - 12)) is not None

    def full(self, line_end: int) -> bool:
        """Whether the line that ends at `line_end` had no room for the next word."""
        text = self._text
        length = len(self._line(line_end))
        if self.width is None:
            return length >= _FULL_LINE
        following = text[line_end + 1 : line_end + 40].lstrip(f"\n{_BLANK}")
        word = following.split(None, 1)[0] if following else ""
        return length + 1 + len(word) > self.width * _FULL

    def goes_on(self, line_end: int) -> bool:
        """Whether the sentence of the line that ends at `line_end` goes on in the next line."""
        line = self._line(line_end)
        if not line or line[-1] in _SENTENCE_END:
            return False
        if _hangs(line):
            return True
        return self.full(line_end) and VERB_END.search(line, max(0, len(line) - 8)) is None

    def joins(self, line_end: int) -> bool:
        """Whether the paragraph, or the title, of the line that ends at `line_end` goes on in the next line.

        Titles end in no full stop: only the width can tell, and a word that hangs."""
        if self.hangs(line_end):
            return True
        line = self._line(line_end)
        return (
            bool(line) and line[-1] not in _PARAGRAPH_END and self.width is not None and self.full(line_end)
        )

    def _tail(self, line_end: int) -> str:
        return self._text[max(0, line_end - 40) : line_end].rstrip(_BLANK)

    def _line(self, line_end: int) -> str:
        start = self._text.rfind("\n", max(0, line_end - _LOOK_BACK), line_end) + 1
        return self._text[start or max(0, line_end - _LOOK_BACK) : line_end].strip(_BLANK)


def _width_of(text: str) -> int | None:
    """The width of the page in code points, where most lines that are as long as the longest break a sentence."""
    breaks = text.count("\n")
    if breaks < _FEWEST or len(text) > _WIDEST * (breaks + 1):
        return None
    lines = [line for line in (line.strip(_BLANK) for line in text.split("\n", _SAMPLE)[:_SAMPLE]) if line]
    if len(lines) < _FEWEST:
        return None
    width = sorted(map(len, lines))[int((len(lines) - 1) * _MEASURED)]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = [at for at, line in enumerate(lines) if len(line) >= width * _FULL]
    broken = whole = 0
    for at in full:
        ended = lines[at][-1] in _SENTENCE_END
        labelled = at + 1 == len(lines) or _LABELLED.match(lines[at + 1]) is not None
        broken += not (ended or labelled)
        # The last line of a provision tells nothing; a title and a paragraph speak against the page.
        whole += ended != labelled
    if broken < max(_FEWEST_BROKEN, _LEAST_BROKEN * (broken + whole)):
        return None
    hanging = sum(_hangs(lines[at]) for at in full)
    least = _FEWEST_FULL if hanging >= _LEAST_HANGING else _LEAST_FULL
    return width if len(full) >= least * len(lines) else None


def _hangs(line: str) -> bool:
    return HANGS.search(line, max(0, len(line) - 12)) is not None
