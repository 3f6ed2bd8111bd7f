"""Pairs headings whose own words are ambiguous, by the provisions below them.

«فصل دوم» without a title, or with a title that other chapters share, is identified by its content. Its number is
no evidence, because a moved chapter is renumbered first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from desktop_app.comparison.labels import LabelKind

if TYPE_CHECKING:
    from desktop_app.comparison.draft import SegmentedText
    from desktop_app.comparison.pairing import Alignment

_ARTICLE: Final = int(LabelKind.ARTICLE)


def pair_headings_by_content(found: Alignment, pinned: frozenset[int]) -> None:
    """Pairs ambiguous headings by the provisions below them.

    `pinned` are indices of OLD whose pair a reviewer fixed.
    """
    olds = [index for index in _open_headings(found.old) if index not in pinned]
    if not olds:
        return
    pinned_new = {found.new_of[index] for index in pinned}
    news = {index for index in _open_headings(found.new) if index not in pinned_new}
    votes = _votes(found, set(olds), news)
    best_old, best_new = _best(found, votes, 0), _best(found, votes, 1)
    pairs = [(old, new) for old, new in best_old.items() if best_new.get(new) == old]
    if all(found.new_of[old] == new for old, new in pairs):
        return
    before = {old: found.new_of[old] for old in olds}
    for old in olds:
        _part(found, old)
    for old, new in pairs:
        if found.old_of[new] < 0:
            found.pair(old, new)
    for old, new in before.items():
        if new >= 0 and found.new_of[old] < 0 and found.old_of[new] < 0:
            found.pair(old, new)


def _open_headings(draft: SegmentedText) -> list[int]:
    """Returns the headings without a unique title."""
    headings = [index for index, provision in enumerate(draft.provisions) if provision.kind < _ARTICLE]
    titles = Counter((draft.provisions[index].kind, draft.key(index)) for index in headings)
    return [
        index
        for index in headings
        if not draft.key(index) or titles[draft.provisions[index].kind, draft.key(index)] > 1
    ]


def _votes(found: Alignment, olds: set[int], news: set[int]) -> dict[tuple[int, int], list[int]]:
    """Maps pairs of headings of one kind to the provisions moved from below the one to below the other, as NEW
    indices."""
    above_old, above_new = _headings_above(found.old), _headings_above(found.new)
    votes: dict[tuple[int, int], list[int]] = defaultdict(list)
    headings_old: dict[LabelKind, int] = {}
    headings_new: dict[LabelKind, int] = {}
    both: list[list[int]] = []
    for old, new in found.pairs():
        if above_old[old] is not headings_old or above_new[new] is not headings_new:
            # Consecutive provisions share their headings, so the lists are only rebuilt on a change.
            headings_old, headings_new = above_old[old], above_new[new]
            pairs = ((heading, headings_new.get(kind, -1)) for kind, heading in headings_old.items())
            both = [
                votes[pair]
                for pair in pairs
                if pair[0] in olds and pair[1] in news and pair not in found.apart
            ]
        if both and found.old.provisions[old].kind >= _ARTICLE:
            for below in both:
                below.append(new)
    return {pair: below for pair, below in votes.items() if below}


def _headings_above(draft: SegmentedText) -> list[dict[LabelKind, int]]:
    """Returns the headings above each provision, by kind."""
    above: list[dict[LabelKind, int]] = []
    current: dict[LabelKind, int] = {}
    for index, provision in enumerate(draft.provisions):
        if provision.kind < _ARTICLE:
            current = {kind: at for kind, at in current.items() if kind < provision.kind}
            current[provision.kind] = index
        above.append(current)
    return above


def _best(found: Alignment, votes: dict[tuple[int, int], list[int]], side: int) -> dict[int, int]:
    """Maps each heading of a side to the one that received most of its words, or the first of equal ones."""
    by_heading: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in votes:
        by_heading[pair[side]].append(pair)

    def rank(pair: tuple[int, int]) -> tuple[int, int]:
        return -sum(map(found.new.about_words, votes[pair])), pair[1 - side]

    # Words are counted only if there is a choice.
    return {
        heading: (pairs[0] if len(pairs) == 1 else min(pairs, key=rank))[1 - side]
        for heading, pairs in by_heading.items()
    }


def _part(found: Alignment, old: int) -> None:
    new = found.new_of[old]
    if new >= 0:
        found.new_of[old] = found.old_of[new] = -1
