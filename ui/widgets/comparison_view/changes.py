"""The sequence of changes: entries of a comparison, with one change per group. Without Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.comparison.result import Comparison, Entry, Flag, Op, ProvisionStatus, Span, StaleReference
from ui.widgets.comparison_view.rows import Row


class ChangeKind(StrEnum):
    """The most important kind of a change: a provision that was moved and edited counts as moved."""

    EDITED = "edited"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    ORTHOGRAPHIC = "orthographic"
    STALE = "stale"


_BY_STATUS: Final = {
    ProvisionStatus.EDITED: ChangeKind.EDITED,
    ProvisionStatus.INSERTED: ChangeKind.INSERTED,
    ProvisionStatus.DELETED: ChangeKind.DELETED,
}


#: The kind that is called like a status or a flag.
_KINDS: Final = {kind.value: kind for kind in ChangeKind if kind is not ChangeKind.STALE}


@dataclass(frozen=True, slots=True)
class ChangeStop:
    """A change in the reader's sequence.

    `entries` are indices into the comparison, in row order. `places` is the number of changed runs of words.
    `weighty` marks a change of a right, duty, amount, term or condition, or in word joining that makes another word.
    """

    entries: tuple[int, ...]
    kind: ChangeKind
    flags: frozenset[Flag] = frozenset()
    places: int = 0
    weighty: bool = False
    stale: tuple[StaleReference, ...] = ()
    #: Whether a reader has to see it: `Comparison.must_be_seen` of any entry.
    substantive: bool = True
    #: The kinds of its entries. A provision that was moved, edited and renumbered has three.
    kinds: frozenset[ChangeKind] = frozenset()

    def answers_to(self, kind: ChangeKind) -> bool:
        """Returns whether a search for changes of `kind` includes this one."""
        return self.kind is kind or kind in self.kinds


@dataclass(frozen=True, slots=True)
class Filter:
    """The changes to show: those of `kinds`, and with `weighty` also the weighty ones. Without either, all of
    them."""

    kinds: frozenset[ChangeKind] = frozenset()
    orthographic: bool = False
    weighty: bool = False

    def admits(self, change: ChangeStop) -> bool:
        """Returns whether `change` is shown. Spelling is shown on request, or if it makes another word."""
        if not change.substantive:
            return self.orthographic and (not self.narrowed or ChangeKind.ORTHOGRAPHIC in self.kinds)
        if not self.narrowed or (self.weighty and change.weighty):
            return True
        return any(change.answers_to(kind) for kind in self.kinds)

    @property
    def narrowed(self) -> bool:
        """Whether some substantive changes are hidden."""
        return self.weighty or bool(self.kinds)


def changes(comparison: Comparison, rows: Sequence[Row]) -> tuple[ChangeStop, ...]:
    """Returns all changes in the order of their first row."""
    stale = comparison.stale_by_entry
    gathered: dict[tuple[str, int], list[int]] = {}
    for row in rows:
        entry = comparison.entries[row.entry]
        if kind_of(entry) is None and row.entry not in stale:
            continue
        key = ("entry", row.entry) if entry.group is None else ("group", entry.group)
        members = gathered.setdefault(key, [])
        if row.entry not in members[-1:]:
            members.append(row.entry)
    return tuple(_change(comparison, tuple(dict.fromkeys(m)), stale) for m in gathered.values())


def kind_of(entry: Entry) -> ChangeKind | None:
    """Returns the kind of a single entry, or None if it is unchanged."""
    if Flag.MOVED in entry.flags:
        return ChangeKind.MOVED
    if entry.status in _BY_STATUS:
        return _BY_STATUS[entry.status]
    if entry.flags & {Flag.SPLIT, Flag.MERGED}:
        return ChangeKind.EDITED
    if Flag.RENUMBERED in entry.flags:
        return ChangeKind.RENUMBERED
    return ChangeKind.ORTHOGRAPHIC if entry.status is ProvisionStatus.ORTHOGRAPHIC else None


def changed_places(spans: Sequence[Span], old_text: str) -> list[tuple[Span, ...]]:
    """Groups the spans that change words: neighbours separated only by white space form one place."""
    places: list[list[Span]] = []
    glue = False
    for span in spans:
        if span.op in (Op.DELETE, Op.INSERT, Op.REPLACE):
            if glue and places:
                places[-1].append(span)
            else:
                places.append([span])
            glue = True
        elif span.op is Op.EQUAL and not old_text[span.old[0] : span.old[1]].strip():
            continue
        else:
            glue = False
    return [tuple(place) for place in places]


def counts(comparison: Comparison, entries: Iterable[int] | None = None) -> Counter[ChangeKind]:
    """Counts entries, or all of them, by kind: each status and flag, and each stale reference."""
    found: Counter[ChangeKind] = Counter()
    if entries is None:
        found.update({kind: comparison.counts[name] for name, kind in _KINDS.items()})
        found[ChangeKind.STALE] = len(comparison.stale_references)
        return found
    for index in entries:
        entry = comparison.entries[index]
        found.update(_KINDS[name] for name in (entry.status, *entry.flags) if name in _KINDS)
        found[ChangeKind.STALE] += len(comparison.stale_by_entry.get(index, ()))
    return +found


def _change(
    comparison: Comparison, members: tuple[int, ...], stale: Mapping[int, tuple[StaleReference, ...]]
) -> ChangeStop:
    entries = [comparison.entries[index] for index in members]
    kinds = [kind for kind in map(kind_of, entries) if kind is not None]
    references = tuple(reference for index in members for reference in stale.get(index, ()))
    return ChangeStop(
        entries=members,
        kind=_weightiest(kinds),
        flags=frozenset(flag for entry in entries for flag in entry.flags),
        # Spans of spelling differences may not be computed yet, and have no such places.
        places=sum(
            len(changed_places(entry.spans, comparison.old.text))
            for entry in entries
            if entry.status is ProvisionStatus.EDITED
        ),
        weighty=any(entry.weighty for entry in entries),
        stale=references,
        substantive=any(map(comparison.must_be_seen, members)),
        kinds=frozenset(counts(comparison, members)),
    )


_WEIGHT: Final = [
    ChangeKind.MOVED,
    ChangeKind.EDITED,
    ChangeKind.INSERTED,
    ChangeKind.DELETED,
    ChangeKind.RENUMBERED,
    ChangeKind.ORTHOGRAPHIC,
]


def _weightiest(kinds: Sequence[ChangeKind]) -> ChangeKind:
    # An otherwise unchanged provision is only included for its stale reference.
    return min(kinds, key=_WEIGHT.index) if kinds else ChangeKind.STALE
