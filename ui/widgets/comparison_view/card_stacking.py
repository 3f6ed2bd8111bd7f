"""Stacks cards in a margin: each keeps its line where it can, and none overlaps another. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

#: Distance between cards, and from the top and bottom of the viewport, in pixels.
GAP: Final = 8
EDGE: Final = 8
#: The weight of the card that gives way last.
_KEPT: Final = 1e6


def stacked(wanted: Sequence[float], heights: Sequence[int], page: int, kept: int | None = None) -> list[int]:
    """Returns the tops of cards in the order of their lines, nearest to the wanted tops (least squares).

    `kept` is the index of the card that gives way last. If the cards are higher than the page, they begin at its top.
    """
    offsets: list[int] = []
    reached = 0
    for height in heights:
        offsets.append(reached)
        reached += height + GAP
    runs: list[tuple[float, float, int]] = []
    for at, (top, offset) in enumerate(zip(wanted, offsets, strict=True)):
        weight = _KEPT if at == kept else 1.0
        runs.append((weight, weight * (top - offset), 1))
        while len(runs) > 1 and runs[-2][1] / runs[-2][0] > runs[-1][1] / runs[-1][0]:
            last, before = runs.pop(), runs.pop()
            runs.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
    lowest = max(EDGE, page - EDGE - (reached - GAP))
    shifts = [
        round(min(max(total / weight, EDGE), lowest)) for weight, total, count in runs for _ in range(count)
    ]
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=True)]
