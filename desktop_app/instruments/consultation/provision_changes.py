"""The changes of a provision of the exposed text in a newer revision, with the words of both sides."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.comparison.inline import inline_pieces
from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.marking import MarkedPiece
from desktop_app.comparison.result import Comparison, Entry, Flag, ProvisionStatus, Range
from desktop_app.instruments.consultation.changes_since_publication import changes_in
from desktop_app.persian.text import fold


@dataclass(frozen=True, slots=True)
class ProvisionChange:
    """One change of a provision: its present name (its old one if deleted), and its words with deletions and
    insertions.
    """

    name: str
    status: ProvisionStatus
    flags: frozenset[Flag]
    pieces: tuple[MarkedPiece, ...]


@dataclass(frozen=True)
class ProvisionChanges:
    """The comparison of the exposed revision with `newer`, looked up by provision."""

    newer: int
    comparison: Comparison

    def of(self, place: Range) -> tuple[ProvisionChange, ...]:
        """Returns the changes at a range of the exposed text, in its order; empty if nothing changed."""
        found = sorted(changes_in(self.comparison, (place,)))
        return tuple(self._change(self.comparison.entries[index]) for index in found)

    def named(self, name: str) -> ProvisionChange | None:
        """Returns the provision of the newer revision with a name, which carries a comment."""
        entry = entry_named(self.comparison, name)
        return self._change(entry) if entry is not None else None

    def _change(self, entry: Entry) -> ProvisionChange:
        place = entry.new or entry.old
        assert place is not None
        words = tuple(inline_pieces(self.comparison, entry))
        return ProvisionChange(provision_title(place), entry.status, entry.flags, words)


def entry_named(comparison: Comparison, label: str) -> Entry | None:
    """Returns the entry whose provision has a label in the newer text, with any of its full names: «ماده ۶»،
    «تبصره ۱ ماده ۶».
    """
    wanted = fold(label)
    for entry in comparison.entries:
        if entry.new is None or entry.new.label is None:
            continue
        path = entry.new.path
        names = {" ".join(reversed(path[depth:])) for depth in range(len(path))}
        if wanted in {fold(name) for name in names}:
            return entry
    return None
