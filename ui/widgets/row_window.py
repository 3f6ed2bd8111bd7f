"""The rows of a list that are in memory: an LRU cache of chunks of 256, whatever the length of the list."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from ui import jobs

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


class ChunkReader(QObject, Generic[Row]):
    """Reads missing chunks into a `RowWindow` on a worker thread: one at a time, the latest request first."""

    #: Rows were put into the window: the place of the first one, and the rows.
    arrived = Signal(int, object)
    failed = Signal(object)

    def __init__(self, window: RowWindow[Row], parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._page: Callable[[int, int], tuple[Row, ...]] = lambda _first, _count: ()
        self._requested: list[int] = []
        self._reading: int | None = None
        self._list = 0
        self._soon = jobs.Debouncer(self, 0, self._read_next)

    @property
    def idle(self) -> bool:
        """Whether no chunk is being read or requested."""
        return self._reading is None and not self._requested

    def open(self, page: Callable[[int, int], tuple[Row, ...]], first: int, rows: tuple[Row, ...]) -> None:
        """Replaces the list. `page(first, count)` reads its rows; `rows` are those from `first` on."""
        self._list += 1
        self._page = page
        self._requested.clear()
        self._window.clear()
        self._window.put(first, rows)

    def request(self, place: int) -> None:
        """Reads the chunk of a place unless it is in memory."""
        number = place // CHUNK
        if self._window.has_chunk(number) or number == self._reading or number in self._requested:
            return
        self._requested.append(number)
        self._soon.start()

    def _read_next(self) -> None:
        if self._reading is not None or not self._requested:
            return
        # Most of what was scrolled past is not needed any more.
        number, current, page = self._requested.pop(), self._list, self._page
        del self._requested[:-2]
        self._reading = number
        first, count = number * CHUNK, CHUNK
        jobs.run(
            self, lambda: page(first, count), lambda rows: self._put(current, first, rows), self._on_error
        )

    def _put(self, current: int, first: int, rows: tuple[Row, ...]) -> None:
        self._reading = None
        if current == self._list:
            self._window.put(first, rows)
            self.arrived.emit(first, rows)
        self._soon.start()

    def _on_error(self, error: Exception) -> None:
        self._reading = None
        self._requested.clear()
        self.failed.emit(error)
