"""Row heights and positions: estimated first, and measured when a row becomes visible. Without Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from ui.widgets.comparison_view.changes import ChangeKind


class Heights:
    """Heights of rows in pixels, and their tops. A measurement replaces an estimate."""

    def __init__(self, guesses: Iterable[int]) -> None:
        self._heights = list(guesses)
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def tops(self) -> list[int]:
        """The top of each row, followed by the total height."""
        if self._tops is None:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops

    @property
    def total(self) -> int:
        """The total height of all rows."""
        return self.tops[-1]

    def height(self, row: int) -> int:
        """Returns the height of a row, measured or estimated."""
        return self._heights[row]

    def measure(self, row: int, height: int) -> int:
        """Sets the measured height of `row`, and returns its difference from the previous value."""
        difference = height - self._heights[row]
        if difference:
            self._heights[row] = height
            self._tops = None
        return difference

    def row_at(self, y: int) -> int:
        """Returns the row at `y`, clamped to the first and last row."""
        return min(max(bisect_right(self.tops, y) - 1, 0), max(len(self._heights) - 1, 0))


def guessed_height(old: int, new: int, per_old: float, per_new: float, line_height: int) -> int:
    """Estimates the height of `old` next to `new` code points, given the number of code points per line of each
    side."""
    lines = max(-int(-old // per_old), -int(-new // per_new), 1)
    return lines * line_height


@dataclass(frozen=True, slots=True)
class MapMark:
    """A mark on the map, in pixels from its top."""

    y: int
    kind: ChangeKind


#: Of overlapping marks, the first kind in this list is painted.
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
    """Returns the marks for rows at `places` (top of the row, kind), at most one per `step` pixels.

    `total` is the height of the document, `height` that of the map.
    """
    strongest: dict[int, ChangeKind] = {}
    for top, kind in places:
        slot = int(top / max(total, 1) * max(height - step, 0)) // step
        held = strongest.get(slot)
        if held is None or _PRECEDENCE.index(kind) < _PRECEDENCE.index(held):
            strongest[slot] = kind
    return [MapMark(slot * step, kind) for slot, kind in sorted(strongest.items())]


def frame(value: int, page: int, total: int, height: int, *, least: int = 16) -> tuple[int, int]:
    """Returns the top and height of the viewport's frame on the map."""
    if total <= page or total <= 0:
        return 0, height
    tall = max(int(page / total * height), least)
    return int(value / (total - page) * (height - tall)), tall


def value_for(y: int, page: int, total: int, height: int) -> int:
    """Returns the scroll value that centres the viewport on position `y` of the map."""
    return min(max(int(y / max(height, 1) * total) - page // 2, 0), max(total - page, 0))
