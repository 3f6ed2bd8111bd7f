"""Provisions that were split into several, or several that were merged into one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.pairing import Alignment, shared_pairs
from desktop_app.comparison.result import Range
from desktop_app.comparison.sequences import equal_runs, similarity

#: By how much the likeness has to rise for a neighbour to be a part.
_RISE: Final = 0.08
_ALIKE: Final = 0.5
_SURELY: Final = 0.75
_MOST_PARTS: Final = 64
#: A part of fewer words is none, unless it stands beside another.
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Division:
    """`whole` (an index of one side) stands as `parts` (indexes of the other, in its order).

    `slices[i]` is the range of the whole's text that became part `i`; the first begins at its label.
    """

    whole: int
    parts: tuple[int, ...]
    slices: tuple[Range, ...]
    #: How alike the whole and its parts together are, 0 to 1.
    likeness: float


def spoken_for(found: Alignment, asked: Iterable[tuple[int, int]]) -> tuple[set[int], set[int]]:
    """The provisions of OLD and of NEW that stand alone so far, but are surely parts, or wholes, of others; as far
    as those are among them that are `asked` for, pairs (old, new)."""
    pairs = list(asked)
    lone_old = _alone_beside(found.new_of, {old for old, _new in pairs})
    lone_new = _alone_beside(found.old_of, {new for _old, new in pairs})
    olds: set[int] = set()
    news: set[int] = set()
    divided = splits(found, lone_new)
    for division in divided:
        if division.likeness >= _SURELY:
            olds.add(division.whole)
            news.update(division.parts)
    for division in merges(found, divided, lone_old):
        if division.likeness >= _SURELY:
            news.add(division.whole)
            olds.update(division.parts)
    return olds, news


def _alone_beside(partners: Sequence[int], wanted: set[int]) -> list[int]:
    """Those of one side that have no partner and stand in one stretch of such with one of `wanted`: only they can
    be parts of what that one is a part of."""
    found: list[int] = []
    stretch: list[int] = []
    for at, partner in enumerate((*partners, 0)):
        if partner < 0:
            stretch.append(at)
        elif stretch:
            if not wanted.isdisjoint(stretch):
                found += stretch
            stretch = []
    return found


def splits(found: Alignment, alone: Sequence[int] | None = None) -> list[Division]:
    """Provisions of OLD that became several of NEW. Their parts no longer stand as inserted. `alone` are the ones of
    NEW that may be parts, if not all that have no partner."""

    def barred(whole: int, part: int) -> bool:
        return (whole, part) in found.apart

    return _divisions(found.old, found.new, found.old_of, _seeds(found, alone, mirrored=False), barred)


def merges(found: Alignment, taken: Sequence[Division], alone: Sequence[int] | None = None) -> list[Division]:
    """Provisions of NEW that several of OLD became, but for those that take part in the splits `taken`. `alone` are
    the ones of OLD that may be parts, if not all that have no partner."""
    busy = {part for division in taken for part in division.parts}

    def barred(whole: int, part: int) -> bool:
        return (part, whole) in found.apart

    made = _divisions(found.new, found.old, found.new_of, _seeds(found, alone, mirrored=True), barred)
    divided = {division.whole for division in taken}
    return [
        division for division in made if division.whole not in busy and divided.isdisjoint(division.parts)
    ]


def _seeds(found: Alignment, alone: Sequence[int] | None, *, mirrored: bool) -> dict[int, list[int]]:
    """For each whole that may be divided: the part to begin with, and parts that stand apart from it."""
    partners, others = (found.old_of, found.new_of) if mirrored else (found.new_of, found.old_of)
    seeds: dict[int, list[int]] = {}
    free = [part for part, whole in enumerate(others) if whole < 0] if alone is None else alone
    for lonely in free:
        # What is divided has a part beside one that is nobody's yet.
        for part in (lonely - 1, lonely + 1):
            whole = others[part] if 0 <= part < len(others) else -1
            if whole >= 0 and partners[whole] == part and not _same(found, whole, part, mirrored=mirrored):
                seeds[whole] = [part]
    for whole, part, count in _sharing(found, free, mirrored=mirrored):
        partner = partners[whole]
        if partner < 0:
            seeds.setdefault(whole, [part])
        elif count * 2 >= len((found.old if mirrored else found.new).shingles(part)) > 2:
            # Or a part went elsewhere: then most of it has to come from there.
            seeds.setdefault(whole, [partner]).append(part)
    return seeds


def _same(found: Alignment, whole: int, part: int, *, mirrored: bool) -> bool:
    return found.same_words(part, whole) if mirrored else found.same_words(whole, part)


def _has_room(found: Alignment, whole: int, part: int, *, mirrored: bool) -> bool:
    """Whether a whole has words that its partner `part` lacks, so that another part may be of it too."""
    old, new = (part, whole) if mirrored else (whole, part)
    likeness = found.likeness(old, new)
    words = (found.new if mirrored else found.old).about_words(whole)
    return likeness < 1 - _RISE and words - likeness * found.about_words(old, new) >= _FEWEST


def _sharing(found: Alignment, free: Sequence[int], *, mirrored: bool) -> list[tuple[int, int, int]]:
    """(whole, part, pairs of words shared) for parts that are nobody's yet; the likeliest first."""
    if not free:
        return []
    mine, theirs = (found.new.bodies, found.old.bodies) if mirrored else (found.old.bodies, found.new.bodies)
    wanted = [
        whole
        for whole, part in enumerate(found.old_of if mirrored else found.new_of)
        if part < 0 or (mine[whole] != theirs[part] and _has_room(found, whole, part, mirrored=mirrored))
    ]
    if mirrored:
        shared = [(new, old, count) for old, new, count in shared_pairs(found, free, wanted)]
    else:
        shared = list(shared_pairs(found, wanted, free))
    return sorted(shared, key=lambda item: (item[0], -item[2], item[1]))


def _divisions(
    wholes: SegmentedText,
    parts: SegmentedText,
    whole_of: Sequence[int],
    seeds: dict[int, list[int]],
    barred: Callable[[int, int], bool],
) -> list[Division]:
    made: list[Division] = []
    used: set[int] = set()
    for whole in sorted(seeds):
        seed, *apart = seeds[whole]
        if seed in used or barred(whole, seed):
            continue

        def open_to(at: int, whole: int = whole) -> bool:
            free = 0 <= at < len(parts) and whole_of[at] < 0 and at not in used
            return free and not barred(whole, at) and parts.word_ids(at) != ""

        run, likeness = _grown(wholes, whole, parts, [seed, *apart], open_to)
        if len(run) < 2:
            continue
        slices = _slices(wholes, whole, parts, run)
        if slices is not None:
            used.update(run)
            made.append(Division(whole, tuple(run), slices, likeness))
    return made


def _grown(
    wholes: SegmentedText,
    whole: int,
    parts: SegmentedText,
    seeds: Sequence[int],
    open_to: Callable[[int], bool],
) -> tuple[list[int], float]:
    """The neighbours of the first of `seeds`, and the others, that are of the whole too; and itself. And how alike
    they are to it."""
    ids, run = wholes.word_ids(whole), [seeds[0]]
    likeness = similarity(ids, parts.word_ids(seeds[0]))
    growing = True
    while growing and len(run) < _MOST_PARTS:
        growing = False
        for at in (run[-1] + 1, run[0] - 1, *seeds[1:]):
            if at in run or not open_to(at):
                continue
            grown = sorted([*run, at])
            better = similarity(ids, "".join(map(parts.word_ids, grown)))
            if better > likeness + _RISE or (
                abs(at - run[0]) <= len(run)
                and _belongs(wholes, whole, parts, at, first=at < run[0])
                and better > likeness - _RISE
            ):
                run, likeness, growing = grown, better, True
    return (run, likeness) if likeness >= _ALIKE else ([seeds[0]], likeness)


def _belongs(wholes: SegmentedText, whole: int, parts: SegmentedText, at: int, *, first: bool) -> bool:
    """Whether a neighbour is of the whole though it is too small a part of it to make it more alike: its words stand
    there in one piece; or it comes first, and bears the whole's own label."""
    if first and parts.labels[at] is not None and parts.labels[at] == wholes.labels[whole]:
        return True
    return parts.word_ids(at) in wholes.word_ids(whole)


def _slices(
    wholes: SegmentedText, whole: int, parts: SegmentedText, run: list[int]
) -> tuple[Range, ...] | None:
    """Where the whole is cut; None if some part has nothing of it."""
    tokens = wholes.tokens(whole)
    joined = "".join(parts.tokens(part).ids for part in run)
    runs = equal_runs(tokens.ids, joined)
    provision = wholes.provisions[whole]
    cuts, at = [], 0
    for part in run[:-1]:
        at += len(parts.tokens(part))
        cuts.append(_cut(runs, at))
    bounds = [0, *cuts, len(tokens)]
    if any(following <= before for before, following in pairwise(bounds)):
        return None
    starts = [provision.start, *(tokens.starts[cut] for cut in cuts)]
    # What no token covers (a control character) stays with the slice before it.
    ends = [*(_stripped_end(wholes.text, start) for start in starts[1:]), provision.end]
    return tuple(zip(starts, ends, strict=True))


def _stripped_end(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


def _cut(runs: Sequence[tuple[int, int, int, int]], at: int) -> int:
    """The token of the whole at which what became the token `at` of the parts begins."""
    behind = reached = 0
    for a0, a1, b0, b1 in runs:
        if b0 <= at < b1:
            return a0 + at - b0
        if b0 > at:
            # Its first words are others, or spelled otherwise; what they stand for goes with them.
            return behind if reached == at else a0
        behind, reached = a1, b1
    return behind
