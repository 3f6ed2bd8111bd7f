"""The changes of a provision of the exposed text in a newer revision, with the words of both sides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from desktop_app.comparison.inline import inline_pieces
from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.marking import MarkedPiece
from desktop_app.comparison.result import Comparison, Entry, Flag, ProvisionStatus, Range
from desktop_app.instruments.changes.material import MaterialChanges, material_changes
from desktop_app.instruments.consultation.changes_since_publication import changes_in


@dataclass(frozen=True, slots=True)
class ProvisionChange:
    """One change of a provision: its present name (its old one if deleted), and its words with deletions and
    insertions. `carrier` is the name of the material change that it is part of; empty if it is none.
    """

    name: str
    carrier: str
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
        """Returns the change that a person means by a name, which may carry a comment."""
        change = self.material.named(name)
        return self._change(self.comparison.entries[change.entries[0]]) if change is not None else None

    def all(self) -> tuple[ProvisionChange, ...]:
        """Returns the first provision of each material change, the weighty ones first."""
        changes = sorted(self.material.changes, key=lambda one: not one.weighty)
        return tuple(self._change(self.comparison.entries[one.entries[0]]) for one in changes)

    @cached_property
    def material(self) -> MaterialChanges:
        return material_changes(self.comparison)

    @cached_property
    def _carriers(self) -> dict[int, str]:
        """The names of the material changes by the identity of their entries."""
        return {
            id(self.comparison.entries[index]): change.name
            for index, change in self.material.by_entry.items()
        }

    def _change(self, entry: Entry) -> ProvisionChange:
        place = entry.new or entry.old
        assert place is not None
        words = tuple(inline_pieces(self.comparison, entry))
        carrier = self._carriers.get(id(entry), "")
        return ProvisionChange(provision_title(place), carrier, entry.status, entry.flags, words)
