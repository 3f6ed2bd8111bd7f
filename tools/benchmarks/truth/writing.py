"""Writes one side of a revision down, and remembers where everything came to stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from tools.benchmarks.truth.document import Document, Provision
from tools.benchmarks.truth.labels import Kind, Manner
from tools.benchmarks.truth.words import Word, key, ranges_of

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """A word by the contract: its place in the text, what it says whatever its spelling, and whose it is.

    A date is one `Word` of three units; a word whose ZWNJ became a space is one unit that reaches over two.
    """

    place: Range
    key: str
    identity: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A provision in the text `[start, end)`, from its label on; `body` is where its own words begin."""

    identity: int
    kind: Kind
    number: int | None
    label: str
    start: int
    body: int
    end: int
    units: tuple[Unit, ...]
    spelled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """One side: its text and its provisions in order."""

    text: str
    placed: tuple[Placed, ...]


@dataclass(slots=True)
class Writer:
    """How one side is written: its labels, its spelling, and the numbers that its references name."""

    manner: Callable[[Provision], Manner | None]
    spelling: Callable[[Word], Word]
    reference: Callable[[Word], int]

    def write(self, document: Document) -> Written:
        """The text of `document`, one provision a line (or more, where it has paragraphs)."""
        numbers = document.numbers()
        parts: list[str] = []
        placed: list[Placed] = []
        at = 0
        for item in document.walk():
            one = self._provision(item, numbers[item.identity], at, parts)
            placed.append(one)
            parts.append("\n")
            at = one.end + 1
        return Written("".join(parts), tuple(placed))

    def _provision(self, item: Provision, number: int | None, start: int, parts: list[str]) -> Placed:
        manner = self.manner(item)
        label = manner.label(number) if manner else ""
        parts.append(label)
        at = start + len(label)
        body, units, spelled = at, [], []
        for position, word in enumerate(item.words):
            meant = (
                word
                if word.target is None
                else replace(word, core=f"{word.core} {_digits(self.reference(word))}")
            )
            shown = self.spelling(meant)
            last = position + 1 == len(item.words)
            text = shown.head + shown.core + shown.tail + ("" if last else shown.gap)
            made = _units(meant, shown, at + len(shown.head))
            if word.target is not None:
                # «ماده» stays when the number behind it is put right.
                made[:-1] = [replace(unit, identity=-word.target) for unit in made[:-1]]
            units += made
            spelled.append(text)
            at += len(text)
        parts.extend(spelled)
        return Placed(
            *(item.identity, item.kind, number, label, start, body, at),
            units=tuple(units),
            spelled=tuple(spelled),
        )


_PERSIAN: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def _digits(number: int) -> str:
    return str(number).translate(_PERSIAN)


def _units(meant: Word, shown: Word, start: int) -> list[Unit]:
    """The words by the contract that `shown` consists of, as many as `meant` has."""
    keys = [key(meant.core[first:last]) for first, last in ranges_of(meant.core)]
    places = ranges_of(shown.core)
    if len(keys) != len(places):
        whole = (0, len(shown.core))
        places = [whole] * len(keys) if len(keys) == 1 else places[: len(keys)]
    return [
        Unit((start + first, start + last), said, meant.identity)
        for said, (first, last) in zip(keys, places, strict=True)
    ]
