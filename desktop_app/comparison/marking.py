"""One side of an entry cut into pieces that are each marked in one way, for a page, a PDF or a terminal.

Marks take no white space at their ends, and two of a kind with only white space between them are one: «در پنجره واحد»
is one mark and not three.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Final, Literal

from desktop_app.comparison.result import (
    Entry,
    Op,
    ProvisionPlace,
    ProvisionStatus,
    Span,
    SpellingKind,
    StaleReference,
)

SideName = Literal["old", "new"]
_EDGES: Final = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_DIGITS: Final = re.compile(r"\d+")
_BEHIND_WORD: Final = re.compile(r"(?<=\S\s)[^\W_ـ]+")
#: What is kept on either hand of a mark where unchanged words are left out, in characters.
AROUND: Final = 48


class MarkKind(StrEnum):
    """How words are marked."""

    PLAIN = "plain"
    LABEL = "label"
    DELETED = "deleted"
    INSERTED = "inserted"
    NUMBER = "number"
    SPELLED = "spelled"


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """Words with one mark. `kind` is the mark, `spelling` says why words count as the same but for their spelling,
    `stale` that they are a stale reference; `start` is their offset in the text of their side."""

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
    """The pieces of `entry` on `side`, whose whole text is `text`; together they say all of it. Empty where that side
    does not have the provision. Without `spelling`, a difference in spelling is plain unless it is weighty."""
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


def shortened(found: list[MarkedPiece], around: int = AROUND) -> list[MarkedPiece]:
    """The same with long unchanged words left out in whole words; a piece that was cut says «…» in its place."""
    kept: list[MarkedPiece] = []
    last = len(found) - 1
    for number, piece in enumerate(found):
        if piece.kind is not MarkKind.PLAIN or piece.stale or len(piece.text) <= 2 * around + 8:
            kept.append(piece)
            continue
        # A label or a mark leads in and out; where neither stands, the beginning does.
        head = "" if number == 0 < last else piece.text[:around].rpartition(" ")[0]
        tail = "" if number == last else piece.text[-around:].partition(" ")[2]
        kept.append(replace(piece, text=" ".join(part for part in (head, "…", tail) if part), cut=True))
    return kept


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
        # White space that differs: nothing of it can be seen but its place.
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
    """A label of which the number differs: the number, or all behind the first word where it is spelled out."""
    number = _DIGITS.search(words) or _BEHIND_WORD.search(words)
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
    """Plain pieces run together; two deletions or insertions with white space between them are one."""
    kept: list[MarkedPiece] = []
    for piece in found:
        if len(kept) > 1 and _bridges(kept[-2], kept[-1], piece):
            gap, first = kept.pop(), kept.pop()
            kept.append(_one(first, gap.text + piece.text, piece))
        elif kept and kept[-1].kind is piece.kind and piece.kind is not MarkKind.SPELLED:
            kept.append(_one(kept.pop(), piece.text, piece))
        else:
            kept.append(piece)
    return kept


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
    """Parts the label at the head of a provision from its words, where it is plain."""
    label = place.label or ""
    if not found or not label or found[0].kind is not MarkKind.PLAIN or not found[0].text.startswith(label):
        return found
    first = found[0]
    rest = replace(first, text=first.text[len(label) :], start=first.start + len(label))
    return [MarkedPiece(label, MarkKind.LABEL, first.start), *([rest] if rest.text else []), *found[1:]]


def _with_stale(found: list[MarkedPiece], ranges: list[tuple[int, int]]) -> list[MarkedPiece]:
    """Parts pieces at the ends of stale references."""
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
