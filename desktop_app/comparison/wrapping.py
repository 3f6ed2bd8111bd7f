"""Detects line breaks made by the page instead of the author.

Text extracted from a page has lines of about one width. The width is measured, because a column of the official
gazette is half as wide as a typed page. Offsets are code points of the flat text.
"""

from __future__ import annotations

import re
from typing import Final

from desktop_app.comparison.phrases import BREAKS_REFERENCE, HANGS, VERB_END
from desktop_app.persian.text import ZWNJ

_BLANK: Final = f" \t\f\v\r{ZWNJ}"
#: A line shorter than this is not wrapped, if the width of the text is unknown.
_FULL_LINE: Final = 60
_NARROWEST: Final = 20
_WIDEST: Final = 140
#: Minimum number of lines for measuring a width.
_MIN_LINES: Final = 6
#: Maximum number of lines that are measured.
_SAMPLE: Final = 3000
#: Letters have different widths: a line is full from this share of the width on, counting its next word.
_FULL: Final = 0.82
#: Minimum shares of full lines, and of full lines that end inside a sentence. Lower minimums apply if some lines
#: end in a word that no author would end a line with.
_MIN_FULL: Final = 0.4
_MIN_FULL_HANGING: Final = 0.15
_MIN_HANGING: Final = 2
_MIN_BROKEN: Final = 0.6
_MIN_BROKEN_LINES: Final = 4
#: The longest lines may be tables: the width is this quantile of the line lengths.
_MEASURED: Final = 0.95
_LOOK_BACK: Final = 400
_SENTENCE_END: Final = frozenset('.؛:!؟)]"-')
_PARAGRAPH_END: Final = frozenset(".؛:!؟-")
#: A line that starts like a label was broken by the author.
_LABELLED: Final = re.compile(
    f"(?:جلد|کتاب|قسمت|باب|بخش|فصل|مبحث|گفتار|فقره|ماده|اصل|تبصره|بند)(?![^\\W\\d_])"
    rf"|[(*•▪●-]|(?:\d{{1,3}}|الف|[^\W\d_])[ {ZWNJ}ـ]*[-).:]"
)


class Wrapping:
    """The line width of one flat text, and the line breaks that it explains."""

    def __init__(self, text: str) -> None:
        self._text = text
        #: The width of the page in code points, or None if the lines are not wrapped.
        self.width = _width_of(text)

    def hangs(self, line_end: int) -> bool:
        """Returns whether the line that ends at `line_end` ends with a word that requires a continuation."""
        return _hangs(self._tail(line_end))

    def refers(self, line_end: int) -> bool:
        """Returns whether the line that ends at `line_end` breaks a reference: «بندهای», «مواد (۴) و»."""
        line = self._tail(line_end)
        return BREAKS_REFERENCE.search(line, max(0, len(line) - 12)) is not None

    def full(self, line_end: int) -> bool:
        """Returns whether the line that ends at `line_end` had no room for the next word."""
        text = self._text
        length = len(self._line(line_end))
        if self.width is None:
            return length >= _FULL_LINE
        following = text[line_end + 1 : line_end + 40].lstrip(f"\n{_BLANK}")
        word = following.split(None, 1)[0] if following else ""
        return length + 1 + len(word) > self.width * _FULL

    def goes_on(self, line_end: int) -> bool:
        """Returns whether the sentence of the line that ends at `line_end` continues in the next line."""
        line = self._line(line_end)
        if not line or line[-1] in _SENTENCE_END:
            return False
        if _hangs(line):
            return True
        return self.full(line_end) and VERB_END.search(line, max(0, len(line) - 8)) is None

    def joins(self, line_end: int) -> bool:
        """Returns whether the paragraph or title of the line that ends at `line_end` continues in the next line.

        Titles have no final full stop, so only the width and a dangling word are evidence.
        """
        if self.hangs(line_end):
            return True
        if self.width is None:
            return False
        line = self._line(line_end)
        return bool(line) and line[-1] not in _PARAGRAPH_END and self.full(line_end)

    def _tail(self, line_end: int) -> str:
        return self._text[max(0, line_end - 40) : line_end].rstrip(_BLANK)

    def _line(self, line_end: int) -> str:
        start = self._text.rfind("\n", max(0, line_end - _LOOK_BACK), line_end) + 1
        return self._text[start or max(0, line_end - _LOOK_BACK) : line_end].strip(_BLANK)


def _width_of(text: str) -> int | None:
    """Returns the width of the page in code points, or None.

    Most of the lines with about this length must break a sentence.
    """
    breaks = text.count("\n")
    if breaks < _MIN_LINES or len(text) > _WIDEST * (breaks + 1):
        return None
    lines = [line for line in (line.strip(_BLANK) for line in text.split("\n", _SAMPLE)[:_SAMPLE]) if line]
    if len(lines) < _MIN_LINES:
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
        # The last line of a provision is no evidence. A title or a finished paragraph is evidence against
        # wrapping.
        whole += ended != labelled
    if broken < max(_MIN_BROKEN_LINES, _MIN_BROKEN * (broken + whole)):
        return None
    hanging = sum(_hangs(lines[at]) for at in full)
    least = _MIN_FULL_HANGING if hanging >= _MIN_HANGING else _MIN_FULL
    return width if len(full) >= least * len(lines) else None


def _hangs(line: str) -> bool:
    return HANGS.search(line, max(0, len(line) - 12)) is not None
