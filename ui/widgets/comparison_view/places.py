"""Maps code points of either side to entries and rows, regardless of filter and folds. Without Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from desktop_app.comparison.result import Comparison, SideName
from ui.widgets.comparison_view.rows import SIDES, Row


class ComparisonPlaces:
    """Finds entries by code point and rows by entry. `rows` are all rows of the page with open folds."""

    def __init__(self, comparison: Comparison, rows: Sequence[Row]) -> None:
        self._comparison, self._rows = comparison, rows

    def entry_at(self, side: SideName, offset: int) -> int | None:
        """Returns the entry whose text on `side` contains code point `offset`; between two, the previous one."""
        places = self._old_places if side == "old" else self._new_places
        at = bisect_right(places, (offset, len(self._comparison.entries))) - 1
        return places[at][1] if at >= 0 else None

    def page_order(self, side: SideName, offset: int) -> int:
        """Returns the row number of a code point on the whole page."""
        entry = self.entry_at(side, offset)
        return -1 if entry is None else self._row_numbers.get((entry, side), -1)

    def row_number(self, row: Row) -> int:
        """Returns the number of a row on the whole page, or that of the provision that it is a part of."""
        sides = (side for side in SIDES if row.part_shows(side))
        return next((self._row_numbers[row.entry, side] for side in sides), 0)

    @cached_property
    def _row_numbers(self) -> dict[tuple[int, SideName], int]:
        return {(row.entry, side): n for n, row in enumerate(self._rows) for side in SIDES if row.shows(side)}

    @cached_property
    def _old_places(self) -> list[tuple[int, int]]:
        entries = enumerate(self._comparison.entries)
        return sorted((entry.old.start, index) for index, entry in entries if entry.old is not None)

    @cached_property
    def _new_places(self) -> list[tuple[int, int]]:
        entries = enumerate(self._comparison.entries)
        return sorted((entry.new.start, index) for index, entry in entries if entry.new is not None)
