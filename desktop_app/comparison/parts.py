"""Provisions that were split into several, or several that were merged into one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from desktop_app.comparison.alignment import Alignment, shared_pairs
from desktop_app.comparison.draft import Draft
from desktop_app.comparison.result import Range
from desktop_app.comparison.sequences import equal_runs, similarity

#: By how much the likeness has to rise for a neighbour to be a part.
_RISE: Final = 0.08
_ALIKE: Final = 0.5
_MOST_PARTS: Final = 8


@dataclass(frozen=True, slots=True)
class Division:
    """`whole` (an index of one side) stands as `parts` (indexes of the other, in its order).

    `slices[i]` is the range of the whole's text that became part `i`; the first begins at its label.
    """

    whole: int
    parts: tuple[int, ...]
    slices: tuple[Range, ...]


def splits(found: Alignment) -> list[Division]:
    """Provisions of OLD that became several of NEW. Their parts no longer stand as inserted."""

    def barred(whole: int, part: int) -> bool:
        return (whole, part) in found.apart

    return _divisions(found.old, found.new, found.old_of, _seeds(found, mirrored=False), barred)


def merges(found: Alignment, taken: Sequence[Division]) -> list[Division]:
    """Provisions of NEW that several of OLD became, but for those that take part in the splits `taken`."""
    busy = {part for division in taken for part in division.parts}

    def barred(whole: int, part: int) -> bool:
        return (part, whole) in found.apart

    made = _divisions(found.new, found.old, found.new_of, _seeds(found, mirrored=True), barred)
    return [division for division in made if division.whole not in busy]


def _seeds(found: Alignment, *, mirrored: bool) -> dict[int, int]:
    """For each whole that may be divided: the part to begin with."""
    partners, others = (found.old_of, found.new_of) if mirrored else (found.new_of, found.old_of)
    seeds = {}
    for whole, part in enumerate(partners):
        if part < 0 or not any(0 <= at < len(others) and others[at] < 0 for at in (part - 1, part + 1)):
            continue
        if not (found.same_words(part, whole) if mirrored else found.same_words(whole, part)):
            seeds[whole] = part
    lone = [whole for whole, part in enumerate(partners) if part < 0]
    free = [part for part, whole in enumerate(others) if whole < 0]
    if mirrored:
        shared = [(new, old, count) for old, new, count in shared_pairs(found, free, lone)]
    else:
        shared = list(shared_pairs(found, lone, free))
    for whole, part, _count in sorted(shared, key=lambda item: (item[0], -item[2], item[1])):
        seeds.setdefault(whole, part)
    return seeds


def _divisions(
    wholes: Draft,
    parts: Draft,
    whole_of: Sequence[int],
    seeds: dict[int, int],
    barred: Callable[[int, int], bool],
) -> list[Division]:
    made: list[Division] = []
    used: set[int] = set()
    for whole in sorted(seeds):
        seed = seeds[whole]
        if seed in used or barred(whole, seed):
            continue
        shut = used | {at for at in range(seed - _MOST_PARTS, seed + _MOST_PARTS) if barred(whole, at)}
        run = _grown(wholes.word_ids(whole), parts, seed, whole_of, shut)
        if len(run) < 2:
            continue
        slices = _slices(wholes, whole, parts, run)
        if slices is not None:
            used.update(run)
            made.append(Division(whole, tuple(run), slices))
    return made


def _grown(ids: str, parts: Draft, seed: int, whole_of: Sequence[int], shut: set[int]) -> list[int]:
    """The neighbours of `seed` with which it becomes ever more like the whole, and itself."""
    run, text = [seed], parts.word_ids(seed)
    likeness = similarity(ids, text)
    growing = True
    while growing and len(run) < _MOST_PARTS:
        growing = False
        for at in (run[-1] + 1, run[0] - 1):
            if not 0 <= at < len(parts) or whole_of[at] >= 0 or at in shut or not parts.words(at):
                continue
            grown = text + parts.word_ids(at) if at > run[-1] else parts.word_ids(at) + text
            better = similarity(ids, grown)
            if better > likeness + _RISE:
                run = [*run, at] if at > run[-1] else [at, *run]
                text, likeness, growing = grown, better, True
    return run if likeness >= _ALIKE else [seed]


def _slices(wholes: Draft, whole: int, parts: Draft, run: list[int]) -> tuple[Range, ...] | None:
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
    behind = 0
    for a0, a1, b0, b1 in runs:
        if b0 <= at < b1:
            return a0 + at - b0
        if b0 > at:
            return a0
        behind = a1
    return behind
