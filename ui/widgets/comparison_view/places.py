"""Where code points of either side stand in a comparison, whatever is filtered or folded. Without Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from desktop_app.comparison.result import Comparison
from ui.widgets.comparison_view.rows import SIDES, Row, SideName


class ComparisonPlaces:
    """Finds entries by code points and rows by entries. `rows` are all rows of the page, folds opened."""

    def __init__(self, comparison: Comparison, rows: Sequence[Row]) -> None:
        self._comparison, self._rows = comparison, rows

    def entry_at(self, side: SideName, offset: int) -> int | None:
        """The entry whose text on `side` holds code point `offset`; between two, the one before."""
        places = self._old_places if side == "old" else self._new_places
        at = bisect_right(places, (offset, len(self._comparison.entries))) - 1
        return places[at][1] if at >= 0 else None

    def page_order(self, side: SideName, offset: int) -> int:
        """Where a code point of one side comes on the whole page: the number of its row."""
        entry = self.entry_at(side, offset)
        return -1 if entry is None else self._row_numbers.get((entry, side), -1)

    def row_number(self, row: Row) -> int:
        """Where a row, or the provision that it is a part of, comes on the whole page."""
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
