"""The marks of the changes of one reading: the reader's own, the colleagues', and the unsaved ones. Without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.instruments.drafting.review_marks import ChangeKey, MarkState, ReviewerMark
from ui.widgets.comparison_view import ChangeStop, ComparisonReading, Filter

#: Icon and colour of each mark, for the list and the buttons.
MARK_ICONS: Final[dict[str, tuple[str, str]]] = {
    MarkState.SEEN: ("ph.check", "text3"),
    MarkState.ACCEPTED: ("ph.check-circle", "ok"),
    MarkState.DISCUSS: ("ph.chat-circle-dots", "warn"),
}


@dataclass(frozen=True)
class MarkedFilter(Filter):
    """A filter that also selects by marks.

    `only` has the entries of the changes that had the marks when the filter was set. It is fixed, so that a
    change stays in the list when the reader marks it.
    """

    only: frozenset[tuple[int, ...]] | None = None

    def __post_init__(self) -> None:
        # The filter without marks, created once because `admits` is called for each change.
        plain = Filter(self.kinds, orthographic=self.orthographic, weighty=self.weighty)
        object.__setattr__(self, "_plain", plain)

    @property
    def narrowed(self) -> bool:
        return self.only is not None or self._plain_filter.narrowed

    def admits(self, change: ChangeStop) -> bool:
        return (self.only is None or change.entries in self.only) and self._plain_filter.admits(change)

    @property
    def _plain_filter(self) -> Filter:
        plain: Filter = self.__dict__["_plain"]
        return plain


class MarkBook:
    """Marks by the index of a change in `reading.changes`. The database stores them by the key of the change.

    Marks are only written to the database if the book is `kept`.
    """

    def __init__(
        self,
        reading: ComparisonReading,
        marks: Iterable[ReviewerMark] = (),
        person_id: int | None = None,
        *,
        kept: bool = True,
    ) -> None:
        self.kept = kept
        entries = reading.comparison.entries
        self.reading = reading
        self.keys = [ChangeKey.of(entries[change.entries[0]]) for change in reading.changes]
        self.own: dict[ChangeKey, MarkState] = {}
        self.waiting: dict[ChangeKey, MarkState | None] = {}
        self._changes = {key: change for change, key in enumerate(self.keys)}
        #: The same by the index of the change, so that a step costs nothing in a long text.
        self.marks: dict[int, MarkState] = {}
        self._colleagues: dict[int, list[ReviewerMark]] = {}
        self._discussed: set[int] = set()
        self._counted: tuple[ChangeStop, ...] = ()
        self._substantive: frozenset[int] = frozenset()
        self.read(marks, person_id)

    def read(self, marks: Iterable[ReviewerMark], person_id: int | None) -> None:
        """Loads the marks of the database. Unsaved marks are newer and take precedence."""
        self._colleagues = {}
        own: dict[ChangeKey, MarkState | None] = {}
        for mark in marks:
            if mark.person_id == person_id:
                own[mark.key] = mark.state
            elif mark.key in self._changes:
                self._colleagues.setdefault(self._changes[mark.key], []).append(mark)
        self._discussed = {
            change
            for change, found in self._colleagues.items()
            if any(mark.state is MarkState.DISCUSS for mark in found)
        }
        self.take_in({**own, **self.waiting})

    def take_in(self, marks: Mapping[ChangeKey, MarkState | None]) -> None:
        """Replaces the reader's own marks."""
        self.own = {key: state for key, state in marks.items() if state is not None}
        self.marks = {self._changes[key]: state for key, state in self.own.items() if key in self._changes}
        self.reading.seen = set(self.marks)

    def of(self, change: int) -> MarkState | None:
        """Returns the reader's own mark."""
        return self.marks.get(change)

    def colleagues(self, change: int) -> tuple[ReviewerMark, ...]:
        """Returns the marks of others, oldest first."""
        return tuple(self._colleagues.get(change, ()))

    def put(self, change: int, state: MarkState | None) -> MarkState | None:
        """Sets the reader's own mark, or removes it if `state` is None, and returns the previous one."""
        key = self.keys[change]
        before = self.marks.get(change)
        if self.kept:
            self.waiting[key] = state
        if state is None:
            self.own.pop(key, None)
            self.marks.pop(change, None)
            self.reading.seen.discard(change)
        else:
            self.own[key] = self.marks[change] = state
            self.reading.seen.add(change)
        return before

    def take_waiting(self) -> dict[ChangeKey, MarkState | None]:
        """Returns the unsaved marks, and clears them."""
        taken, self.waiting = self.waiting, {}
        return taken

    def put_back(self, unwritten: Mapping[ChangeKey, MarkState | None]) -> None:
        """Restores unsaved marks after a failed write, except those changed since."""
        self.waiting = {**unwritten, **self.waiting}

    @property
    def substantive(self) -> frozenset[int]:
        """The changes that are more than spelling. May grow while the texts are read."""
        if self._counted is not self.reading.changes:
            self._counted, self._substantive = self.reading.changes, frozenset(self.reading.substantive)
        return self._substantive

    def count(self, state: MarkState) -> int:
        """Returns how many substantive changes have this mark of the reader."""
        counted = self.substantive
        return sum(found is state and change in counted for change, found in self.marks.items())

    @property
    def seen(self) -> int:
        """The number of substantive changes with any mark of the reader."""
        return len(self.marks.keys() & self.substantive)

    def unseen(self) -> frozenset[int]:
        """Returns the substantive changes that the reader has not marked."""
        return self.substantive - self.marks.keys()

    def to_discuss(self) -> frozenset[int]:
        """Returns the changes that the reader or a colleague wants to discuss."""
        own = {change for change, state in self.marks.items() if state is MarkState.DISCUSS}
        return frozenset(own | self._discussed)
