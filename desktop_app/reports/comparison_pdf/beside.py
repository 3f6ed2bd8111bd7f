"""Aligns both sides of a long provision: where one side is much longer, the other one is padded.

Sides are split only at ends of sentences that both have, and only where they would otherwise drift apart by
several lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from desktop_app.comparison.marking import MarkedPiece
from desktop_app.comparison.result import Entry, Op
from desktop_app.reports.comparison_pdf.marks import runs
from desktop_app.reports.pdf.lines import TextLine, TextStyle, wrapped

_SENTENCE_END: Final = re.compile(r"\n+|[.؛:]\s+")
#: Number of lines that one side may run ahead.
_DRIFT: Final = 3
#: Average width of a character relative to the font size.
_LETTER: Final = 0.46
_BLANK: Final = TextLine((), 0.0, "", 0, final=True)


def beside(
    entry: Entry,
    old: Sequence[MarkedPiece],
    new: Sequence[MarkedPiece],
    text: str,
    style: TextStyle,
    width: float,
) -> tuple[tuple[TextLine, ...], tuple[TextLine, ...]]:
    """Returns the lines of both sides, `width` points wide. `text` is the whole text of OLD."""
    cuts = list(_cuts(entry, text, width / (style.size * _LETTER)))
    sides: tuple[list[TextLine], list[TextLine]] = ([], [])
    nothing: list[MarkedPiece] = []
    old_parts, new_parts = (
        _parted(pieces, [cut[side] for cut in cuts]) for side, pieces in enumerate((old, new))
    )
    parts = zip_longest(old_parts, new_parts, fillvalue=nothing)
    for number, pair in enumerate(parts):
        if number:
            length = max(map(len, sides))
            for side in sides:
                side.extend([_BLANK] * (length - len(side)))
        for side, part in zip(sides, pair, strict=True):
            if part:
                side.extend(wrapped(runs(part, block=False), style, width))
    return tuple(sides[0]), tuple(sides[1])


def _cuts(entry: Entry, text: str, letters: float) -> Iterator[tuple[int, int]]:
    """Yields the common split points as (offset in OLD, offset in NEW).

    `letters` is the number of characters per line.
    """
    if entry.old is None or entry.new is None:
        return
    before = (entry.old.start, entry.new.start)
    for span in entry.spans:
        if span.op is not Op.EQUAL:
            continue
        for end in _SENTENCE_END.finditer(text, *span.old):
            here = (end.end(), span.new[0] + end.end() - span.old[0])
            drift = abs((here[0] - before[0]) - (here[1] - before[1]))
            if drift > _DRIFT * letters and here[0] < entry.old.end:
                yield here
                before = here


def _parted(pieces: Sequence[MarkedPiece], offsets: Sequence[int]) -> list[list[MarkedPiece]]:
    """Splits the pieces of one side at `offsets` of its text; white space at a split is dropped."""
    parts: list[list[MarkedPiece]] = [[]]
    waiting = list(offsets)
    for whole in pieces:
        piece = whole
        while waiting and piece.start + len(piece.text) >= waiting[0]:
            at = waiting.pop(0) - piece.start
            parts[-1].append(
                replace(piece, text=piece.text[:at].rstrip(), weighty=piece.weighty and at == len(piece.text))
            )
            parts.append([])
            piece = replace(piece, text=piece.text[at:], start=piece.start + at)
        if piece.text:
            parts[-1].append(piece)
    return parts
