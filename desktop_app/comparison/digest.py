"""Prepares a comparison for output: numbered changes, collapsed runs of unchanged provisions, and weighty changes.

All documents number changes in the same way: in the order of NEW, one number per group. So a number in a list
matches the number beside the texts. The highest number is `counts["changes"]`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop_app.comparison.result import Comparison, Entry, Op, ProvisionStatus, SpellingKind, StaleReference


@dataclass(frozen=True, slots=True)
class Showing:
    """The reader's filter.

    `entries` are the indices of the entries to show as changes, or None for all. `spelling` marks differences in
    spelling. A change in word joining that makes another word is shown even without `spelling`, unless its entry
    is filtered out.
    """

    entries: frozenset[int] | None = None
    spelling: bool = True


EVERYTHING = Showing()


@dataclass(frozen=True, slots=True)
class QuietEntries:
    """Consecutive entries that are collapsed into one line, as indices: unchanged, spelling only, or filtered
    out."""

    unchanged: tuple[int, ...]
    spelled: tuple[int, ...]
    filtered: tuple[int, ...]

    @property
    def entries(self) -> tuple[int, ...]:
        return tuple(sorted((*self.unchanged, *self.spelled, *self.filtered)))


@dataclass(frozen=True, slots=True)
class NumberedChange:
    """A change as a reviewer counts it. `entries` are indices.

    `number` starts at 1. It is None for an entry that is shown but not counted: one that differs in spelling only.
    """

    number: int | None
    entries: tuple[int, ...]
    weighty: bool


@dataclass(slots=True)
class ChangeDigest:
    """The data that every output of a comparison needs, computed once. Spans of unchanged entries are never read."""

    comparison: Comparison
    showing: Showing = EVERYTHING
    numbers: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        changes = enumerate(self.comparison.changes, 1)
        self.numbers = dict(sorted((index, number) for number, change in changes for index in change))

    @property
    def stale(self) -> Mapping[int, tuple[StaleReference, ...]]:
        """The stale references by entry."""
        return self.comparison.stale_by_entry

    def weighty(self, index: int) -> bool:
        """Returns whether an entry has a weighty change (see `weight`)."""
        return self.comparison.entries[index].weighty

    def shown(self, index: int) -> bool:
        """Returns whether an output shows the texts of an entry."""
        if self.showing.entries is not None and index not in self.showing.entries:
            return False
        if index in self.numbers:
            return True
        return self.showing.spelling and self.comparison.entries[index].status is ProvisionStatus.ORTHOGRAPHIC

    def rows(self) -> Iterator[int | QuietEntries]:
        """Yields the index of each shown entry, and the collapsed runs between them, in the order of NEW."""
        waiting: list[int] = []
        for index in range(len(self.comparison.entries)):
            if not self.shown(index):
                waiting.append(index)
                continue
            if waiting:
                yield self._stretch(waiting)
                waiting = []
            yield index
        if waiting:
            yield self._stretch(waiting)

    def changes(self) -> list[NumberedChange]:
        """Returns the shown changes in the order of NEW, one per group."""
        gathered: dict[tuple[str, int], list[int]] = {}
        for index in range(len(self.comparison.entries)):
            if self.shown(index):
                number = self.numbers.get(index)
                key = ("entry", index) if number is None else ("number", number)
                gathered.setdefault(key, []).append(index)
        return [
            NumberedChange(
                number if kind == "number" else None, tuple(members), any(map(self.weighty, members))
            )
            for (kind, number), members in gathered.items()
        ]

    def spelling(self) -> Counter[SpellingKind]:
        """Counts the differences in spelling of each kind, including those inside edited provisions."""
        found: Counter[SpellingKind] = Counter()
        for entry in self.comparison.entries:
            if entry.status is not ProvisionStatus.UNCHANGED:
                found.update(
                    span.kind for span in entry.spans if span.op is Op.ORTHOGRAPHIC and span.kind is not None
                )
        return found

    def _stretch(self, indices: list[int]) -> QuietEntries:
        unchanged: list[int] = []
        spelled: list[int] = []
        filtered: list[int] = []
        for index in indices:
            if index in self.numbers:
                filtered.append(index)
            elif self.comparison.entries[index].status is ProvisionStatus.ORTHOGRAPHIC:
                spelled.append(index)
            else:
                unchanged.append(index)
        return QuietEntries(tuple(unchanged), tuple(spelled), tuple(filtered))


def members(comparison: Comparison, change: NumberedChange) -> list[Entry]:
    """Returns the entries of a change."""
    return [comparison.entries[index] for index in change.entries]
