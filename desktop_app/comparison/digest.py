"""Prepares a comparison for output: numbered changes, collapsed runs of unchanged provisions, and weighty changes.

All documents number changes in the same way: in the order of NEW, one number per group. So a number in a list
matches the number beside the texts. The highest number is `counts["changes"]`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.comparison.entries import is_change
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

    `number` starts at 1. It is None for entries that are shown but not counted: spelling changes, and provisions
    shown only for a stale reference.
    """

    number: int | None
    entries: tuple[int, ...]
    weighty: bool


@dataclass(slots=True)
class ChangeDigest:
    """The data that every output of a comparison needs, computed once. Spans of unchanged entries are never read."""

    comparison: Comparison
    showing: Showing = EVERYTHING
    stale: dict[int, tuple[StaleReference, ...]] = field(init=False)
    numbers: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.stale = _stale_by_entry(self.comparison)
        self.numbers = {}
        groups: dict[int, int] = {}
        count = 0
        for index, entry in enumerate(self.comparison.entries):
            if not is_change(entry):
                continue
            if entry.group is None:
                count += 1
                self.numbers[index] = count
                continue
            if entry.group not in groups:
                count += 1
                groups[entry.group] = count
            self.numbers[index] = groups[entry.group]

    def weighty(self, index: int) -> bool:
        """Returns whether an entry has a weighty change: of an amount, date, duty or negation."""
        return self.comparison.entries[index].weighty

    def shown(self, index: int) -> bool:
        """Returns whether an output shows the texts of an entry."""
        if self.showing.entries is not None and index not in self.showing.entries:
            return False
        entry = self.comparison.entries[index]
        if is_change(entry) or index in self.stale:
            return True
        return entry.status is ProvisionStatus.ORTHOGRAPHIC and (self.showing.spelling or self.weighty(index))

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
            entry = self.comparison.entries[index]
            if is_change(entry) or index in self.stale:
                filtered.append(index)
            else:
                (spelled if entry.status is ProvisionStatus.ORTHOGRAPHIC else unchanged).append(index)
        return QuietEntries(tuple(unchanged), tuple(spelled), tuple(filtered))


def members(comparison: Comparison, change: NumberedChange) -> list[Entry]:
    """Returns the entries of a change."""
    return [comparison.entries[index] for index in change.entries]


def _stale_by_entry(comparison: Comparison) -> dict[int, tuple[StaleReference, ...]]:
    """Returns the stale references by the index of the entry whose new text contains them."""
    if not comparison.stale_references:
        return {}
    places = sorted(
        (entry.new.start, entry.new.end, index)
        for index, entry in enumerate(comparison.entries)
        if entry.new is not None
    )
    starts = [start for start, _, _ in places]
    found: dict[int, list[StaleReference]] = {}
    for reference in comparison.stale_references:
        at = bisect_right(starts, reference.new[0]) - 1
        if at >= 0 and reference.new[0] < places[at][1]:
            found.setdefault(places[at][2], []).append(reference)
    return {index: tuple(references) for index, references in found.items()}
