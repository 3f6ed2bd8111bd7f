"""The rows of a list that are in memory: an LRU cache of chunks of 256, whatever the length of the list."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final, Generic, Protocol, TypeVar

CHUNK: Final = 256
#: 64 chunks are about 16,000 rows: some 20 MB, and far more than anybody scrolls through.
MOST_CHUNKS: Final = 64


class HasId(Protocol):
    """A row with a database id."""

    @property
    def id(self) -> int: ...


Row = TypeVar("Row", bound=HasId)


class RowWindow(Generic[Row]):
    """Keeps chunks by number; the least recently used is dropped first."""

    def __init__(self) -> None:
        self._chunks: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._places: dict[int, int] = {}

    def clear(self) -> None:
        self._chunks.clear()
        self._places.clear()

    def put(self, first: int, rows: tuple[Row, ...]) -> None:
        """Stores the rows of the list from `first` (a multiple of 256) on."""
        for start in range(0, len(rows), CHUNK):
            self._chunks[(first + start) // CHUNK] = rows[start : start + CHUNK]
        for place, row in enumerate(rows, first):
            self._places[row.id] = place
        while len(self._chunks) > MOST_CHUNKS:
            _, dropped = self._chunks.popitem(last=False)
            for row in dropped:
                self._places.pop(row.id, None)

    def row(self, place: int) -> Row | None:
        """Returns the row at `place` of the list; None if it is not in memory."""
        number, offset = divmod(place, CHUNK)
        rows = self._chunks.get(number)
        if rows is None:
            return None
        self._chunks.move_to_end(number)
        return rows[offset] if offset < len(rows) else None

    def has_chunk(self, number: int) -> bool:
        return number in self._chunks

    def place_of(self, row_id: int) -> int | None:
        """Returns the place of a row; None if it is not in memory."""
        return self._places.get(row_id)

    def replace(self, row: Row) -> int | None:
        """Replaces a row by its newer state and returns its place; None if it is not in memory or unchanged."""
        place = self._places.get(row.id)
        if place is None:
            return None
        number, offset = divmod(place, CHUNK)
        rows = self._chunks[number]
        if rows[offset] == row:
            return None
        self._chunks[number] = (*rows[:offset], row, *rows[offset + 1 :])
        return place
