"""The threads on two compared revisions, or on one revision that is compared with itself. Without Qt."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop_app.comparison.result import Comparison, SideName
from desktop_app.instruments.annotations.service import ThreadRow

if TYPE_CHECKING:
    from desktop_app.services import AnnotatingServices


_LAST: Final = sys.maxsize


@dataclass(frozen=True, slots=True)
class PlacedThread:
    """A thread and the place of its card: on NEW if it was found there, else on OLD, else nowhere."""

    row: ThreadRow
    side: SideName | None
    start: int
    end: int
    #: The number of the revision from which the thread was loaded.
    number: int


@dataclass(frozen=True, slots=True)
class AnnotatedTexts:
    """Compared texts with their threads. `pair` has the id of the instrument and the numbers of both revisions; it is
    None for files, which cannot be annotated.
    """

    title: str
    comparison: Comparison
    pair: tuple[int, int, int] | None = None
    threads: tuple[PlacedThread, ...] = ()


def load_threads(
    services: AnnotatingServices, instrument_id: int, old: int, new: int
) -> tuple[PlacedThread, ...]:
    """Returns all threads of both revisions without duplicates."""
    newer = services.annotations.on_revision(instrument_id, new)
    if old == new:
        return tuple(_on_side(row, "new", new) for row in newer)
    older = {row.id: row for row in services.annotations.on_revision(instrument_id, old)}
    found = [_placed(row, older.get(row.id), new) for row in newer]
    known = {row.id for row in newer}
    found.extend(_on_side(row, "old", old) for row in older.values() if row.id not in known)
    return tuple(found)


def in_text_order(threads: Iterable[PlacedThread], comparison: Comparison | None) -> tuple[PlacedThread, ...]:
    """Sorts threads by their place in the text; one on deleted words stands where these words stood.

    Threads without a place come last.
    """
    return tuple(sorted(threads, key=lambda thread: _place_key(thread, comparison)))


def _place_key(thread: PlacedThread, comparison: Comparison | None) -> tuple[int, int, int, int]:
    """Returns entry, span in the entry, offset and id; entries and spans stand in reading order."""
    if thread.side is None or comparison is None:
        return _LAST, 0, thread.start, thread.row.id
    at = comparison.entry_at(thread.side, thread.start)
    if at is None:
        return _LAST - 1, 0, thread.start, thread.row.id
    spans = comparison.entries[at].spans
    ranges = [span.old if thread.side == "old" else span.new for span in spans]
    span = next((n for n, (start, end) in enumerate(ranges) if start <= thread.start < end), 0)
    return at, span, thread.start, thread.row.id


def _placed(newer: ThreadRow, older: ThreadRow | None, new: int) -> PlacedThread:
    if newer.start is None and older is not None and older.start is not None:
        # The thread lost its place between the revisions: its card stays on the side that still has its text.
        return PlacedThread(newer, "old", older.start, older.end or older.start, new)
    return _on_side(newer, "new", new)


def _on_side(row: ThreadRow, side: SideName, number: int) -> PlacedThread:
    if row.start is None:
        return PlacedThread(row, None, 0, 0, number)
    return PlacedThread(row, side, row.start, row.end or row.start, number)
