"""Detects provisions that were split into several, and several that were merged into one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import Final

from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.pairing import Alignment, shared_pairs
from desktop_app.comparison.result import Range
from desktop_app.comparison.sequences import equal_runs, is_costly, similarity

#: Minimum increase of similarity for a neighbour to count as a part.
_RISE: Final = 0.08
_ALIKE: Final = 0.5
_SURELY: Final = 0.75
#: Maximum number of parts that are found one by one.
_MAX_PARTS: Final = 64
#: A whole with this many times the words of its first part has its parts measured at once, within a multiple of
#: its words.
_MANY: Final = 8
_REACH: Final = 3
#: Minimum number of words that a part needs to count without a neighbouring part.
_MIN_WORDS: Final = 2


@dataclass(frozen=True, slots=True)
class Division:
    """The provision `whole` (an index of one side) became `parts` (ascending indices of the other side).

    `slices[i]` is the range of the whole's text that corresponds to part `i`. The first slice starts at its
    label.
    """

    whole: int
    parts: tuple[int, ...]
    slices: tuple[Range, ...]
    #: The similarity of the whole to its parts together, 0 to 1.
    likeness: float


def certain_parts(found: Alignment, asked: Iterable[tuple[int, int]]) -> tuple[set[int], set[int]]:
    """Returns the unmatched provisions of OLD and of NEW that are certainly parts or wholes of others.

    Only divisions near the pairs (old, new) in `asked` are examined.
    """
    pairs = list(asked)
    unmatched_old = _unmatched_near(found.new_of, {old for old, _new in pairs})
    unmatched_new = _unmatched_near(found.old_of, {new for _old, new in pairs})
    olds: set[int] = set()
    news: set[int] = set()
    divided = splits(found, unmatched_new)
    for division in divided:
        if division.likeness >= _SURELY:
            olds.add(division.whole)
            news.update(division.parts)
    for division in merges(found, divided, unmatched_old):
        if division.likeness >= _SURELY:
            news.add(division.whole)
            olds.update(division.parts)
    return olds, news


def _unmatched_near(partners: Sequence[int], wanted: set[int]) -> list[int]:
    """Returns the unmatched provisions of one side that are contiguous with a wanted one.

    Only they can be parts of the same whole as the wanted one.
    """
    found: list[int] = []
    section: list[int] = []
    for at, partner in enumerate((*partners, 0)):
        if partner < 0:
            section.append(at)
        elif section:
            if not wanted.isdisjoint(section):
                found += section
            section = []
    return found


def splits(found: Alignment, alone: Sequence[int] | None = None) -> list[Division]:
    """Returns the provisions of OLD that were split, whose parts no longer count as inserted.

    `alone` are the possible parts in NEW; the default is all without a partner.
    """

    def barred(whole: int, part: int) -> bool:
        return (whole, part) in found.apart

    return _divisions(found.old, found.new, found.old_of, _seeds(found, alone, mirrored=False), barred)


def merges(found: Alignment, taken: Sequence[Division], alone: Sequence[int] | None = None) -> list[Division]:
    """Returns the provisions of NEW merged from several of OLD, except those that take part in the splits
    `taken`.

    `alone` are the possible parts in OLD; the default is all without a partner.
    """
    busy = {part for division in taken for part in division.parts}

    def barred(whole: int, part: int) -> bool:
        return (part, whole) in found.apart

    made = _divisions(found.new, found.old, found.new_of, _seeds(found, alone, mirrored=True), barred)
    divided = {division.whole for division in taken}
    return [
        division for division in made if division.whole not in busy and divided.isdisjoint(division.parts)
    ]


def _seeds(found: Alignment, alone: Sequence[int] | None, *, mirrored: bool) -> dict[int, list[int]]:
    """Maps each possible whole to its first part and to further parts that are not adjacent."""
    partners, others = (found.old_of, found.new_of) if mirrored else (found.new_of, found.old_of)
    seeds: dict[int, list[int]] = {}
    free = [part for part, whole in enumerate(others) if whole < 0] if alone is None else alone
    for free_part in free:
        # A divided provision has a part next to one without a partner.
        for part in (free_part - 1, free_part + 1):
            whole = others[part] if 0 <= part < len(others) else -1
            if whole >= 0 and partners[whole] == part and not _same(found, whole, part, mirrored=mirrored):
                seeds[whole] = [part]
    for whole, part, count in _sharing(found, free, mirrored=mirrored):
        partner = partners[whole]
        if partner < 0:
            seeds.setdefault(whole, [part])
        elif count * 2 >= len((found.old if mirrored else found.new).shingles(part)) > 2:
            # A part that moved away must mostly come from the whole.
            seeds.setdefault(whole, [partner]).append(part)
    return seeds


def _same(found: Alignment, whole: int, part: int, *, mirrored: bool) -> bool:
    return found.same_words(part, whole) if mirrored else found.same_words(whole, part)


def _has_room(found: Alignment, whole: int, part: int, *, mirrored: bool) -> bool:
    """Returns whether a whole has enough words that its partner `part` lacks, for another part to exist."""
    old, new = (part, whole) if mirrored else (whole, part)
    likeness = found.likeness(old, new)
    words = (found.new if mirrored else found.old).about_words(whole)
    return likeness < 1 - _RISE and words - likeness * found.about_words(old, new) >= _MIN_WORDS


def _sharing(found: Alignment, free: Sequence[int], *, mirrored: bool) -> list[tuple[int, int, int]]:
    """Returns (whole, part, number of shared word pairs) for parts without a partner, best first."""
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
        run, slices = _slices(wholes, whole, parts, run)
        if len(run) > 1:
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
    """Returns the parts of a whole, grown from the first seed to its neighbours and the other seeds, and their
    similarity."""
    ids, run = wholes.word_ids(whole), [seeds[0]]
    if 2 * len(ids) < _ALIKE * (len(ids) + len(parts.word_ids(seeds[0]))):
        # The first part is so long that no further one can make them alike.
        return run, 0.0
    likeness = similarity(ids, parts.word_ids(seeds[0]))
    # Each step measures the whole again. One that takes an alignment each time has its parts measured at once.
    costly = is_costly(ids, parts.word_ids(seeds[0]))
    growing = not costly
    while growing and len(run) < _MAX_PARTS:
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
    many = likeness < _ALIKE and len(ids) >= _MANY * len(parts.word_ids(seeds[0]))
    if costly or many or len(run) >= _MAX_PARTS:
        run, likeness = max((run, likeness), _grown_at_once(ids, parts, run, open_to), key=itemgetter(1))
    return (run, likeness) if likeness >= _ALIKE else ([seeds[0]], likeness)


def _grown_at_once(
    ids: str, parts: SegmentedText, run: list[int], open_to: Callable[[int], bool]
) -> tuple[list[int], float]:
    """Returns the neighbours of `run` that mostly come from the words `ids` of a whole, and their similarity.

    A paragraph may become thousands of lines. One alignment decides for all of them.
    """
    taken = frozenset(run)
    first, last = run[0], run[-1]
    room = _REACH * len(ids)
    while open_to(first - 1) and room > 0:
        first -= 1
        room -= len(parts.word_ids(first))
    room = _REACH * len(ids)
    while open_to(last + 1) and room > 0:
        last += 1
        room -= len(parts.word_ids(last))
    near = [at for at in range(first, last + 1) if at in taken or open_to(at)]
    joined = "".join(map(parts.word_ids, near))
    kept = bytearray(len(joined))
    for _a0, _a1, b0, b1 in equal_runs(ids, joined):
        kept[b0:b1] = b"\1" * (b1 - b0)
    grown: list[int] = []
    words = shared = start = 0
    for at in near:
        end = start + len(parts.word_ids(at))
        mine = kept.count(1, start, end)
        if mine * 2 >= end - start:
            grown.append(at)
            words, shared = words + end - start, shared + mine
        start = end
    return grown, 2 * shared / max(1, len(ids) + words)


def _belongs(wholes: SegmentedText, whole: int, parts: SegmentedText, at: int, *, first: bool) -> bool:
    """Returns whether a small neighbour belongs to the whole without increasing the similarity.

    Its words occur there contiguously, or it comes first and has the label of the whole.
    """
    if first and parts.labels[at] is not None and parts.labels[at] == wholes.labels[whole]:
        return True
    return parts.word_ids(at) in wholes.word_ids(whole)


def _slices(
    wholes: SegmentedText, whole: int, parts: SegmentedText, run: list[int]
) -> tuple[list[int], tuple[Range, ...]]:
    """Returns the parts with the slice of the whole for each.

    One of few parts that has nothing in common with the whole excludes all; one of many excludes itself.
    """
    tokens = wholes.tokens(whole)
    joined = "".join(parts.tokens(part).ids for part in run)
    runs = equal_runs(tokens.ids, joined)
    provision = wholes.provisions[whole]
    cuts, at = [], 0
    for part in run[:-1]:
        at += len(parts.tokens(part))
        cuts.append(_cut(runs, at))
    bounds = [0, *cuts, len(tokens)]
    kept = [at for at, (before, following) in enumerate(pairwise(bounds)) if before < following]
    if not kept or (len(kept) < len(run) <= _MAX_PARTS):
        return [], ()
    starts = [provision.start, *(tokens.starts[bounds[at]] for at in kept[1:])]
    # Characters without a token (control characters) stay with the previous slice.
    ends = [*(_stripped_end(wholes.text, start) for start in starts[1:]), provision.end]
    return [run[at] for at in kept], tuple(zip(starts, ends, strict=True))


def _stripped_end(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


_end: Final = itemgetter(3)


def _cut(runs: Sequence[tuple[int, int, int, int]], at: int) -> int:
    """Returns the token of the whole at which the text of token `at` of the parts starts."""
    index = bisect_right(runs, at, key=_end)
    behind, reached = (runs[index - 1][1], runs[index - 1][3]) if index else (0, 0)
    if index == len(runs):
        return behind
    a0, _a1, b0, _b1 = runs[index]
    if b0 <= at:
        return a0 + at - b0
    # Its first words differ. The words that they replaced belong to it.
    return behind if reached == at else a0
