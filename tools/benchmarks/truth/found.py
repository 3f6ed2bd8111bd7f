"""What a tool found, in offsets of both texts, and the figures that it is given for that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One provision as a tool gives it: `[start, end)` on each side, None where it has none."""

    status: str
    flags: frozenset[str]
    group: int | None
    old: Range | None
    new: Range | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a tool found: highlighted ranges of both texts; None for what it has no notion of."""

    old: Sequence[Range]
    new: Sequence[Range]
    rows: Sequence[Row] | None = None
    stale: Sequence[Range] | None = None
    moved_new: Sequence[Range] | None = None


@dataclass(slots=True)
class Tally:
    """How often something was to be found, was found, was claimed, and was claimed falsely."""

    wanted: int = 0
    found: int = 0
    claimed: int = 0
    false: int = 0

    @property
    def recall(self) -> float | None:
        """Share found of what was wanted."""
        return self.found / self.wanted if self.wanted else None

    def add(self, other: Tally) -> None:
        """Adds another text's."""
        self.wanted += other.wanted
        self.found += other.found
        self.claimed += other.claimed
        self.false += other.false


CLASSES = ("moved", "renumbered", "orthographic", "split", "merged", "stale")


@dataclass(slots=True)
class Score:
    """The figures of one tool over some texts, and where it went wrong.

    `words` counts what is certain; `strict` takes an author's hand for the truth also where another script is as
    right (a word that happens to recur in a rewritten phrase counts as missed when it is not highlighted).
    In both, `wanted` and `found` are edited words, `claimed` and `false` highlighted ones.
    """

    words: Tally = field(default_factory=Tally)
    strict: Tally = field(default_factory=Tally)
    classes: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    known: set[str] = field(default_factory=set)
    failures: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Adds another text's."""
        self.words.add(other.words)
        self.strict.add(other.strict)
        self.known |= other.known
        self.failures += other.failures
        for name, tally in other.classes.items():
            self.classes[name].add(tally)


def found_in(result: Mapping[str, Any]) -> Found:
    """What `compare --format json` says."""
    highlighted: tuple[list[Range], list[Range]] = ([], [])
    rows = []
    for entry in result["provisions"]:
        old, new = (_range(entry[side]) for side in ("old", "new"))
        rows.append(Row(entry["status"], frozenset(entry["flags"]), entry["group"], old, new))
        if old is None or new is None:
            highlighted[0 if new is None else 1].append(old or new or (0, 0))
            continue
        for span in entry["spans"]:
            if span["op"] in {"delete", "insert", "replace"}:
                highlighted[0].append((span["old"][0], span["old"][1]))
                highlighted[1].append((span["new"][0], span["new"][1]))
    stale = [(one["new"][0], one["new"][1]) for one in result["stale_references"]]
    return Found(*highlighted, rows, stale)


def _range(place: Mapping[str, Any] | None) -> Range | None:
    return None if place is None else (place["start"], place["end"])
