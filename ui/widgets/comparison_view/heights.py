"""Where rows stand: heights that are guessed first and measured when they are seen. Without Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from ui.widgets.comparison_view.changes import ChangeKind


class Heights:
    """Heights of rows in pixels and their tops. A measured height replaces a guess."""

    def __init__(self, guesses: Iterable[int]) -> None:
        self._heights = list(guesses)
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def tops(self) -> list[int]:
        """The top of each row, and at the end the height of them all."""
        if self._tops is None:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return self.tops[-1]

    def height(self, row: int) -> int:
        """The height of one row as far as it is known."""
        return self._heights[row]

    def measure(self, row: int, height: int) -> int:
        """Takes the exact height of `row`; returns by how much it differs from what was thought."""
        difference = height - self._heights[row]
        if difference:
            self._heights[row] = height
            self._tops = None
        return difference

    def row_at(self, y: int) -> int:
        """The row that holds `y`; the first or last one beyond the ends."""
        return min(max(bisect_right(self.tops, y) - 1, 0), max(len(self._heights) - 1, 0))


def guessed_height(old: int, new: int, per_old: float, per_new: float, line_height: int) -> int:
    """The height of `old` code points beside `new` ones, so many of them in a line of each side."""
    lines = max(-int(-old // per_old), -int(-new // per_new), 1)
    return lines * line_height


@dataclass(frozen=True, slots=True)
class MapMark:
    """One mark of the overview: pixels from its top."""

    y: int
    kind: ChangeKind


#: When marks fall upon each other the one that a reader must not miss is painted.
_PRECEDENCE = [
    ChangeKind.DELETED,
    ChangeKind.MOVED,
    ChangeKind.INSERTED,
    ChangeKind.EDITED,
    ChangeKind.STALE,
    ChangeKind.RENUMBERED,
    ChangeKind.ORTHOGRAPHIC,
]


def map_marks(
    places: Iterable[tuple[int, ChangeKind]], total: int, height: int, *, step: int = 5
) -> list[MapMark]:
    """Marks for rows at `places` (top of the row, kind) of a document `total` high on a map `height` high; at most
    one for each `step` pixels."""
    strongest: dict[int, ChangeKind] = {}
    for top, kind in places:
        slot = int(top / max(total, 1) * max(height - step, 0)) // step
        held = strongest.get(slot)
        if held is None or _PRECEDENCE.index(kind) < _PRECEDENCE.index(held):
            strongest[slot] = kind
    return [MapMark(slot * step, kind) for slot, kind in sorted(strongest.items())]


def frame(value: int, page: int, total: int, height: int, *, least: int = 16) -> tuple[int, int]:
    """Top and height of the viewport's frame on the map."""
    if total <= page or total <= 0:
        return 0, height
    tall = max(int(page / total * height), least)
    return int(value / (total - page) * (height - tall)), tall


def value_for(y: int, page: int, total: int, height: int) -> int:
    """The scroll value that puts what the map shows at `y` in the middle of the viewport."""
    return min(max(int(y / max(height, 1) * total) - page // 2, 0), max(total - page, 0))
