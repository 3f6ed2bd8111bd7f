"""The marks of the changes of one reading: the reader's own, their colleagues', what waits. Without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.instruments.reviewing import ChangeKey, Mark, MarkState
from ui.widgets.comparison_view import Change, Filter, Reading

#: Icon and colour of each mark, as the list and the buttons show it.
MARK_ICONS: Final[dict[str, tuple[str, str]]] = {
    MarkState.SEEN: ("ph.check", "text3"),
    MarkState.ACCEPTED: ("ph.check-circle", "ok"),
    MarkState.DISCUSS: ("ph.chat-circle-dots", "warn"),
}


@dataclass(frozen=True)
class MarkedFilter(Filter):
    """A filter that also asks for marks. `only` are the entries of the changes that had them when it was set: who
    walks through what they have not seen keeps the list under their eyes."""

    only: frozenset[tuple[int, ...]] | None = None

    def admits(self, change: Change) -> bool:
        return (self.only is None or change.entries in self.only) and super().admits(change)


class MarkBook:
    """Marks by the index of a change in `reading.changes`; in the database and between sessions by its key. Only
    those of a book that is `kept` are written."""

    def __init__(
        self, reading: Reading, marks: Iterable[Mark] = (), person_id: int | None = None, *, kept: bool = True
    ) -> None:
        self.kept = kept
        entries = reading.comparison.entries
        self.reading = reading
        self.keys = [ChangeKey.of(entries[change.entries[0]]) for change in reading.changes]
        self.own: dict[ChangeKey, MarkState] = {}
        self.waiting: dict[ChangeKey, MarkState | None] = {}
        self._colleagues: dict[ChangeKey, list[Mark]] = {}
        self.read(marks, person_id)

    def read(self, marks: Iterable[Mark], person_id: int | None) -> None:
        """Takes in what the database holds; what waits to be written is newer and stands."""
        self._colleagues = {}
        own: dict[ChangeKey, MarkState | None] = {}
        for mark in marks:
            if mark.person_id == person_id:
                own[mark.key] = mark.state
            else:
                self._colleagues.setdefault(mark.key, []).append(mark)
        self.take_in({**own, **self.waiting})

    def take_in(self, marks: Mapping[ChangeKey, MarkState | None]) -> None:
        """The reader's own marks are these, and no others."""
        self.own = {key: state for key, state in marks.items() if state is not None}
        self._tell_reading()

    def of(self, change: int) -> MarkState | None:
        """The reader's own mark."""
        return self.own.get(self.keys[change])

    def colleagues(self, change: int) -> tuple[Mark, ...]:
        """What others marked, oldest first."""
        return tuple(self._colleagues.get(self.keys[change], ()))

    def put(self, change: int, state: MarkState | None) -> MarkState | None:
        """Sets the reader's own mark, None for none, and puts it among what waits; returns the one before."""
        key = self.keys[change]
        before = self.own.get(key)
        if self.kept:
            self.waiting[key] = state
        if state is None:
            self.own.pop(key, None)
        else:
            self.own[key] = state
        self._tell_reading()
        return before

    def take_waiting(self) -> dict[ChangeKey, MarkState | None]:
        """What is to be written; it waits no longer."""
        taken, self.waiting = self.waiting, {}
        return taken

    def put_back(self, unwritten: Mapping[ChangeKey, MarkState | None]) -> None:
        """What could not be written waits again, unless it was marked anew meanwhile."""
        self.waiting = {**unwritten, **self.waiting}

    def count(self, state: MarkState) -> int:
        """How many changes of substance have the reader's mark."""
        return sum(self.of(change) is state for change in self.reading.substantive)

    @property
    def seen(self) -> int:
        """How many changes of substance have any mark of the reader."""
        return sum(self.of(change) is not None for change in self.reading.substantive)

    def unseen(self) -> list[int]:
        """The changes of substance that the reader has not marked."""
        return [change for change in self.reading.substantive if self.of(change) is None]

    def to_discuss(self) -> list[int]:
        """The changes that the reader or a colleague wants to discuss."""
        wanted = MarkState.DISCUSS
        return [
            change
            for change in range(len(self.keys))
            if self.of(change) is wanted or any(mark.state is wanted for mark in self.colleagues(change))
        ]

    def _tell_reading(self) -> None:
        self.reading.seen = {change for change, key in enumerate(self.keys) if key in self.own}
