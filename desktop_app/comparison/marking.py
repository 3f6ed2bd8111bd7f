"""Cuts one side of an entry into pieces with one mark each, for an HTML page, a PDF or a terminal.

Marks exclude surrounding white space. Adjacent marks of one kind are merged over the white space between them:
«در پنجره واحد» is one mark, not three.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Final

from desktop_app.comparison.result import (
    Entry,
    Op,
    ProvisionPlace,
    ProvisionStatus,
    SideName,
    Span,
    SpellingKind,
    StaleReference,
)

_EDGES: Final = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_DIGITS: Final = re.compile(r"\d+")
_BREAKS: Final = re.compile("([\t\n])")
_AFTER_WORD: Final = re.compile(r"(?<=\S\s)[^\W_ـ]+")
#: Number of characters kept on either side of a mark when unchanged text is shortened.
AROUND: Final = 48


class MarkKind(StrEnum):
    """How a piece is marked."""

    PLAIN = "plain"
    LABEL = "label"
    DELETED = "deleted"
    INSERTED = "inserted"
    NUMBER = "number"
    SPELLED = "spelled"


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A piece of text with one mark.

    `spelling` is the kind of a spelling difference. `stale` marks a stale reference. `start` is the offset in the
    text of its side.
    """

    text: str
    kind: MarkKind
    start: int
    weighty: bool = False
    spelling: SpellingKind | None = None
    stale: bool = False
    cut: bool = False


def pieces(
    entry: Entry,
    side: SideName,
    text: str,
    *,
    spelling: bool = True,
    stale: Iterable[StaleReference] = (),
) -> list[MarkedPiece]:
    """Returns the pieces of `entry` on `side`, which together have all of its text; `text` is the whole text of
    the side.

    The result is empty if the side lacks the provision. Without `spelling`, spelling differences are unmarked
    unless they are weighty.
    """
    place = entry.old if side == "old" else entry.new
    if place is None:
        return []
    if entry.status is ProvisionStatus.INSERTED or entry.status is ProvisionStatus.DELETED:
        kind = MarkKind.INSERTED if side == "new" else MarkKind.DELETED
        found = [MarkedPiece(text[place.start : place.end], kind, place.start)]
    elif entry.status is ProvisionStatus.UNCHANGED and not entry.flags:
        found = [MarkedPiece(text[place.start : place.end], MarkKind.PLAIN, place.start)]
    else:
        found = _joined([piece for span in entry.spans for piece in _of_span(span, side, text, spelling)])
    found = _labelled(found, place)
    return _with_stale(found, [reference.new for reference in stale]) if side == "new" else found


def in_cells(found: Iterable[MarkedPiece]) -> list[list[list[MarkedPiece]]]:
    """Divides pieces into lines, and lines into cells: a line with more than one cell is a row of a table."""
    lines: list[list[list[MarkedPiece]]] = [[[]]]
    for piece in found:
        start = piece.start
        for part in _BREAKS.split(piece.text):
            if part == "\n":
                lines.append([[]])
            elif part == "\t":
                lines[-1].append([])
            elif part:
                lines[-1][-1].append(replace(piece, text=part, start=start))
            start += len(part)
    return lines


def shortened(found: list[MarkedPiece], around: int = AROUND) -> list[MarkedPiece]:
    """Returns the pieces with long unchanged text shortened at word boundaries; «…» replaces the omitted text."""
    result: list[MarkedPiece] = []
    last = len(found) - 1
    for number, piece in enumerate(found):
        if piece.kind is not MarkKind.PLAIN or piece.stale or len(piece.text) <= 2 * around + 8:
            result.append(piece)
            continue
        # A neighbouring label or mark gives context. Without one, keep the beginning.
        head = "" if number == 0 < last else piece.text[:around].rpartition(" ")[0]
        tail = "" if number == last else piece.text[-around:].partition(" ")[2]
        result.append(replace(piece, text=" ".join(part for part in (head, "…", tail) if part), cut=True))
    return result


def _of_span(span: Span, side: SideName, text: str, spelling: bool) -> list[MarkedPiece]:
    start, end = span.old if side == "old" else span.new
    words = text[start:end]
    if not words:
        return []
    kind = _kind(span, side, spelling)
    if kind is MarkKind.PLAIN:
        return [MarkedPiece(words, kind, start)]
    if kind is MarkKind.NUMBER:
        return _of_label(words, start)
    edges = _EDGES.match(words)
    assert edges is not None
    before, core, after = edges.groups()
    if not core:
        # Only white space differs: there is nothing visible to mark but its place.
        return [
            MarkedPiece(
                words, kind if kind is MarkKind.SPELLED else MarkKind.PLAIN, start, spelling=span.kind
            )
        ]
    found = [MarkedPiece(core, kind, start + len(before), span.weighty, span.kind)]
    if before:
        found.insert(0, MarkedPiece(before, MarkKind.PLAIN, start))
    if after:
        found.append(MarkedPiece(after, MarkKind.PLAIN, end - len(after)))
    return found


def _of_label(words: str, start: int) -> list[MarkedPiece]:
    """Marks the number in a changed label, or everything after the first word if the number is in words."""
    number = _DIGITS.search(words) or _AFTER_WORD.search(words)
    low, high = number.span() if number else (0, len(words.rstrip()))
    parts = (
        (0, low, MarkKind.LABEL),
        (low, high, MarkKind.NUMBER),
        (high, len(words), MarkKind.LABEL),
    )
    return [MarkedPiece(words[head:tail], kind, start + head) for head, tail, kind in parts if head < tail]


def _kind(span: Span, side: SideName, spelling: bool) -> MarkKind:
    if span.op in (Op.DELETE, Op.INSERT, Op.REPLACE):
        return MarkKind.DELETED if side == "old" else MarkKind.INSERTED
    if span.op is Op.ORTHOGRAPHIC and (spelling or span.weighty):
        return MarkKind.SPELLED
    return MarkKind.NUMBER if span.op is Op.LABEL else MarkKind.PLAIN


def _joined(found: list[MarkedPiece]) -> list[MarkedPiece]:
    """Merges plain pieces, and adjacent deletions or insertions separated only by white space."""
    result: list[MarkedPiece] = []
    for piece in found:
        if len(result) > 1 and _bridges(result[-2], result[-1], piece):
            gap, first = result.pop(), result.pop()
            result.append(_one(first, gap.text + piece.text, piece))
        elif result and result[-1].kind is piece.kind and piece.kind is not MarkKind.SPELLED:
            result.append(_one(result.pop(), piece.text, piece))
        else:
            result.append(piece)
    return result


def _one(first: MarkedPiece, words: str, last: MarkedPiece) -> MarkedPiece:
    return replace(first, text=first.text + words, weighty=first.weighty or last.weighty)


def _bridges(first: MarkedPiece, gap: MarkedPiece, then: MarkedPiece) -> bool:
    return (
        gap.kind is MarkKind.PLAIN
        and first.kind is then.kind
        and first.kind in (MarkKind.DELETED, MarkKind.INSERTED)
        and not gap.text.strip()
        and "\n" not in gap.text
    )


def _labelled(found: list[MarkedPiece], place: ProvisionPlace) -> list[MarkedPiece]:
    """Separates the label at the start of a provision from the text after it, if it is unmarked."""
    label = place.label or ""
    if not found or not label or found[0].kind is not MarkKind.PLAIN or not found[0].text.startswith(label):
        return found
    first = found[0]
    rest = replace(first, text=first.text[len(label) :], start=first.start + len(label))
    return [MarkedPiece(label, MarkKind.LABEL, first.start), *([rest] if rest.text else []), *found[1:]]


def _with_stale(found: list[MarkedPiece], ranges: list[tuple[int, int]]) -> list[MarkedPiece]:
    """Splits pieces at the ends of stale references."""
    if not ranges:
        return found
    cuts = sorted({offset for span in ranges for offset in span})
    parted: list[MarkedPiece] = []
    for piece in found:
        start, end = piece.start, piece.start + len(piece.text)
        edges = [start, *(cut for cut in cuts if start < cut < end), end]
        for head, tail in pairwise(edges):
            inside = any(low <= head < high for low, high in ranges)
            parted.append(
                replace(piece, text=piece.text[head - start : tail - start], start=head, stale=inside)
            )
    return parted
