"""What became of each word: edited, kept, or either, where several shortest scripts are equally right."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import accumulate
from typing import Final

from tools.benchmarks.truth.writing import Unit

#: A kept word no longer than this between two edits may be taken into them: no confetti.
_SLIGHT: Final = 3


class Fate(Enum):
    """`EITHER` stands for words that one shortest script keeps and another takes out, for words of a rewritten
    phrase that happen to recur, and for a slight word left between two edits: nobody is wrong about them."""

    KEPT = auto()
    EDITED = auto()
    EITHER = auto()


def fates(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[list[Fate], list[Fate]]:
    """The fate of each word of a provision on both sides; its own parts in order, if it was split or merged."""
    before, after = {unit.identity for unit in old}, {unit.identity for unit in new}
    kept_old = [unit.identity in after for unit in old]
    kept_new = [unit.identity in before for unit in new]
    if all(kept_old) and all(kept_new):
        return [Fate.KEPT] * len(old), [Fate.KEPT] * len(new)
    free_old, free_new = _undecided([unit.key for unit in old], [unit.key for unit in new])
    slight_old, slight_new = _slight(old, new, kept_old, kept_new)
    return (
        [_fate(*each) for each in zip(kept_old, free_old, slight_old, strict=True)],
        [_fate(*each) for each in zip(kept_new, free_new, slight_new, strict=True)],
    )


def _fate(kept: bool, verdict: bool | None, slight: bool) -> Fate:
    """`verdict`: kept by all shortest scripts (True), by none (False), by some (None)."""
    if slight or verdict is not kept:
        return Fate.EITHER
    return Fate.KEPT if kept else Fate.EDITED


Verdicts = list[bool | None]


def _undecided(old: Sequence[str], new: Sequence[str]) -> tuple[Verdicts, Verdicts]:
    """For each word, whether all longest common subsequences hold it, none, or some."""
    ahead, behind = _lengths(old, new), _lengths(old[::-1], new[::-1])
    best = ahead[-1][-1]
    rest = [row[::-1] for row in behind[::-1]]
    columns = list(zip(*ahead, strict=True)), list(zip(*rest, strict=True))
    verdicts_old = [
        _verdict(
            any(
                word == other and ahead[i][j] + 1 + rest[i + 1][j + 1] == best for j, other in enumerate(new)
            ),
            any(a + b == best for a, b in zip(ahead[i], rest[i + 1], strict=True)),
        )
        for i, word in enumerate(old)
    ]
    verdicts_new = [
        _verdict(
            any(
                word == other and ahead[i][j] + 1 + rest[i + 1][j + 1] == best for i, other in enumerate(old)
            ),
            any(a + b == best for a, b in zip(columns[0][j], columns[1][j + 1], strict=True)),
        )
        for j, word in enumerate(new)
    ]
    return verdicts_old, verdicts_new


def _verdict(can_stay: bool, can_go: bool) -> bool | None:
    return None if can_stay and can_go else can_stay


def _lengths(old: Sequence[str], new: Sequence[str]) -> list[list[int]]:
    """Length of the longest common subsequence of each pair of beginnings."""
    rows = [[0] * (len(new) + 1)]
    for word in old:
        above = rows[-1]
        matched = [above[j] + 1 if word == other else above[j + 1] for j, other in enumerate(new)]
        rows.append([0, *accumulate(matched, max)])
    return rows


def _slight(
    old: Sequence[Unit], new: Sequence[Unit], kept_old: Sequence[bool], kept_new: Sequence[bool]
) -> tuple[list[bool], list[bool]]:
    """Which kept words are slight and alone between two edits, on either side."""
    pairs = list(
        zip(
            [i for i, kept in enumerate(kept_old) if kept],
            [j for j, kept in enumerate(kept_new) if kept],
            strict=False,
        )
    )
    slight_old, slight_new = [False] * len(old), [False] * len(new)
    for i, j in pairs:
        if len(old[i].key) > _SLIGHT or not 0 < i < len(old) - 1 or not 0 < j < len(new) - 1:
            continue
        left = not (kept_old[i - 1] and kept_new[j - 1])
        right = not (kept_old[i + 1] and kept_new[j + 1])
        slight_old[i] = slight_new[j] = left and right
    return slight_old, slight_new
