"""Holds what a tool found against the truth: words, and what became of provisions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from tools.benchmarks.truth.fates import Fate
from tools.benchmarks.truth.found import Found, Range, Score, Tally
from tools.benchmarks.truth.pair import Fated, Pair
from tools.benchmarks.truth.rows import Provisions, common, length


def score(pair: Pair, found: Found) -> Score:
    """The figures of one tool on one pair."""
    made = Score()
    for side, text in ((0, pair.old), (1, pair.new)):
        words = (pair.old_words, pair.new_words)[side]
        _words(made, words, (found.old, found.new)[side], text, "OLD" if side == 0 else "NEW")
    if found.rows is not None:
        Provisions(pair, found.rows, made).score()
    if found.moved_new is not None:
        _lines_moved(made, pair, found.moved_new)
    if found.stale is not None:
        _stale(made, pair, found.stale)
    made.known = set(made.classes)
    return made


def _overlapping(ranges: Iterable[Range], words: Sequence[Fated]) -> list[bool]:
    """Which of these words, in order, any of the ranges touches."""
    marked = [False] * len(words)
    ends = [word.place[1] for word in words]
    for start, end in ranges:
        at = bisect_right(ends, start)
        while at < len(words) and words[at].place[0] < end:
            marked[at] = True
            at += 1
    return marked


def _words(made: Score, words: Sequence[Fated], ranges: Iterable[Range], text: str, side: str) -> None:
    for word, marked in zip(words, _overlapping(ranges, words), strict=True):
        _count(made.strict, word.touched, marked)
        if word.fate is Fate.EITHER:
            continue
        edited = word.fate is Fate.EDITED
        _count(made.words, edited, marked)
        if edited is not marked:
            what = "missed" if edited else "false highlight"
            made.failures.append((what, f"{side} {_around(text, word.place)}"))


def _count(tally: Tally, edited: bool, marked: bool) -> None:
    tally.wanted += edited
    tally.found += edited and marked
    tally.claimed += marked
    tally.false += marked and not edited


def _around(text: str, place: Range) -> str:
    start, end = place
    return f"…{text[max(0, start - 60) : start]}⟦{text[start:end]}⟧{text[end : end + 40]}…".replace("\n", "⏎")


def _lines_moved(made: Score, pair: Pair, moved: Sequence[Range]) -> None:
    """Moved recall of a tool that tells whole lines of NEW only."""
    tally = made.classes["moved"]
    for couple in pair.couples:
        hit = any(common(place, couple.new) * 2 > length(couple.new) for place in moved)
        if couple.moved:
            tally.wanted += 1
            tally.found += hit
        if hit:
            tally.claimed += 1
            tally.false += couple.moved is False


def _stale(made: Score, pair: Pair, stale: Sequence[Range]) -> None:
    tally = made.classes["stale"]
    unknown = list(stale)
    for reference in pair.references:
        start, end = reference.place
        hits = [place for place in stale if place[0] < end and start < place[1]]
        unknown = [place for place in unknown if place not in hits]
        if reference.wanted:
            tally.wanted += 1
            tally.found += bool(hits)
            if not hits:
                made.failures.append(("stale reference not found", _around(pair.new, reference.place)))
        if hits:
            tally.claimed += 1
            tally.false += not reference.wanted
            if not reference.wanted:
                made.failures.append(("stale reference claimed falsely", _around(pair.new, reference.place)))
