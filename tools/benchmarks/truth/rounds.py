"""One round of amendments as it goes: what may still be amended, and what must not be taken for one another."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from tools.benchmarks.truth.amending import amended
from tools.benchmarks.truth.document import Document, Provision, signature
from tools.benchmarks.truth.labels import Kind
from tools.benchmarks.truth.words import key

#: Two texts that share more of their words than this may be taken for one another: no truth is to hang on it.
_LIKE: Final = 0.4
_TRIES: Final = 200


@dataclass(slots=True)
class Revision:
    """OLD and NEW, and what cannot be seen from the identities: parts of split and merged provisions.

    `split` gives the two identities in NEW for one in OLD, `merged` the two in OLD for one in NEW.
    """

    old: Document
    new: Document
    split: dict[int, tuple[int, int]] = field(default_factory=dict)
    merged: dict[int, tuple[int, int]] = field(default_factory=dict)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Different words that both have, as a share of all (0 to 1)."""
    return 2 * len(one & other) / max(1, len(one) + len(other))


def bag(item: Provision) -> frozenset[str]:
    return frozenset(key(word.core) for word in item.words)


def unlike(item: Provision, others: Iterable[frozenset[str]]) -> bool:
    own = bag(item)
    return all(likeness(own, other) < _LIKE for other in others)


@dataclass(slots=True)
class Round:
    """One round: NEW as far as it is, and what no second amendment may touch."""

    chance: random.Random
    made: Revision
    touched: set[int] = field(default_factory=set)
    edited: list[frozenset[str]] = field(default_factory=list)
    removed: list[frozenset[str]] = field(default_factory=list)
    bodies: set[str] = field(default_factory=set)

    def rows(self) -> list[list[Provision]]:
        """The lists that the main provisions stand in: one for each chapter, or the whole text."""
        chapters = [item.children for item in self.made.new.items if item.kind is Kind.HEADING]
        return chapters or [self.made.new.items]

    def is_free(self, item: Provision) -> bool:
        """Whether it may be amended."""
        return (
            item.kind not in {Kind.TITLE, Kind.SIGNATURE, Kind.HEADING}
            and item.identity not in self.touched
            and not any(each.guarded for each in item.walk())
        )

    def pick(self, wanted: Callable[[Provision], bool]) -> tuple[list[Provision], Provision] | None:
        """A main provision that may be amended, and its row; it is touched from then on."""
        rows = self.rows()
        for row in self.chance.choices(rows, [len(row) for row in rows], k=_TRIES):
            item = self.chance.choice(row)
            if self.is_free(item) and wanted(item):
                self.touched.update(each.identity for each in item.walk())
                return row, item
        return None

    def edit(self, item: Provision, most: float = 0.45) -> None:
        """Edits the words of `item`."""
        item.words = amended(item.words, self.chance, most)
        self.edited.append(bag(item))

    def is_new(self, item: Provision) -> bool:
        """Whether nothing in `item` could be taken for what was taken out, or stands in the text already."""
        return all(
            signature(each.words) not in self.bodies and unlike(each, (*self.removed, *self.edited))
            for each in item.walk()
        )

    def fresh(self, make: Callable[[random.Random], Provision]) -> Provision | None:
        """A provision that resembles nothing amended; None if chance gave none."""
        for _ in range(30):
            item = make(self.chance)
            if self.is_new(item):
                self.bodies.update(signature(each.words) for each in item.walk())
                self.touched.update(each.identity for each in item.walk())
                # What comes in later must not look like it, nor what goes out.
                self.edited.extend(bag(each) for each in item.walk())
                return item
        return None
