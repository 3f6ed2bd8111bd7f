"""Finds where a provision begins that lost its label on one side, as by character recognition.

Such a text is a further paragraph of the provision before it. It is cut off where it opens like a labelled provision
of the other side that nothing else opens like. The numbers of its own side must have gaps: where provisions were
merged on purpose, the others are numbered anew.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.labels import LabelKind

#: Number of letters, without spaces, by which a provision is known, and code points that have as many for certain.
_OPENING: Final = 30
_ENOUGH: Final = 120
#: Of so many lost labels, at least one leaves a gap in the numbers: the last note of an article leaves none.
_SEEN: Final = 4
#: A longer gap is no sign of lost labels.
_LONGEST_GAP: Final = 8


def cut_without_labels(old: SegmentedText, new: SegmentedText) -> None:
    """Cuts provisions of both sides where one begins whose label only the other side has."""
    for side, other in ((new, old), (old, new)):
        paragraphs = _further_paragraphs(side)
        if paragraphs and (missing := _missing(side)):
            known = _known(side, other, paragraphs)
            if known and missing * _SEEN >= len(known):
                # One that the other side has nowhere was edited or inserted, and lost its label, too.
                theirs = {_opening(other, *paragraph) for paragraph in _further_paragraphs(other)}
                unknown = [one for one, end in paragraphs if _opening(side, one, end) not in theirs]
                side.begin_provisions(dict.fromkeys(unknown, LabelKind.PARAGRAPH) | known)


def _known(
    side: SegmentedText, other: SegmentedText, paragraphs: list[tuple[int, int]]
) -> dict[int, LabelKind]:
    """Maps the starts of the paragraphs that are provisions of the other side to their kind, if it is a heading."""
    taken = Counter(_opening(side, provision.body, provision.end) for provision in side.provisions)
    waiting: dict[str, list[LabelKind]] = defaultdict(list)
    for provision in other.provisions:
        opening = _opening(other, provision.body, provision.end)
        if taken[opening] > 0:
            taken[opening] -= 1
        elif provision.label is not None and opening:
            waiting[opening].append(provision.kind if provision.kind.heading else LabelKind.PARAGRAPH)
    known: dict[int, LabelKind] = {}
    for start, end in paragraphs:
        if kinds := waiting.get(_opening(side, start, end)):
            known[start] = kinds.pop(0)
    return known


def _missing(side: SegmentedText) -> int:
    """Returns how many numbers are missing between the labels of a side."""
    last: dict[tuple[LabelKind, tuple[str, ...]], int] = {}
    missing = 0
    for provision in side.provisions:
        if provision.number.isdecimal():
            # Articles are numbered through all chapters.
            series = provision.kind, () if provision.kind is LabelKind.ARTICLE else provision.path[:-1]
            number = int(provision.number)
            gap = number - last.get(series, number) - 1
            missing += gap if 0 < gap <= _LONGEST_GAP else 0
            last[series] = number
    return missing


def _further_paragraphs(side: SegmentedText) -> list[tuple[int, int]]:
    """Returns the lines of all provisions after the first one that has words."""
    return [line for provision in side.provisions for line in _lines(side, provision.body, provision.end)]


def _lines(side: SegmentedText, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = side.flat.find("\n", end - len(side.flat[start:end].lstrip()), end)
    while 0 <= at < end:
        stop = side.flat.find("\n", at + 1, end)
        line = side.flat[at + 1 : end if stop < 0 else stop]
        if line.strip():
            yield at + 1 + len(line) - len(line.lstrip()), at + 1 + len(line)
        at = stop


def _opening(side: SegmentedText, start: int, end: int) -> str:
    """Returns the first letters of a text, up to the end of its first line."""
    text = side.flat[start : min(end, start + _ENOUGH)].lstrip()
    return side.vocabulary.letters(text.partition("\n")[0])[:_OPENING]
