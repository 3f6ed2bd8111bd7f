"""Holds the provisions that a tool gives against what became of them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from tools.benchmarks.truth.found import Range, Row, Score
from tools.benchmarks.truth.pair import Couple, Pair
from tools.benchmarks.truth.writing import Placed


class Provisions:
    """Scores the rows of a tool against what became of the provisions."""

    def __init__(self, pair: Pair, rows: Sequence[Row], made: Score) -> None:
        self._pair = pair
        self._made = made
        self._rows = rows
        self._couples: dict[tuple[int, int], Couple] = {
            (couple.old.identity, couple.new.identity): couple for couple in pair.couples
        }
        self._by_new: dict[int, list[Row]] = defaultdict(list)
        self._starts = [[placed.start for placed in side] for side in pair.provisions]
        for row in rows:
            if row.old and row.new:
                for placed in self._touched(1, row.new):
                    self._by_new[placed.identity].append(row)

    def _touched(self, side: int, place: Range) -> list[Placed]:
        """The provisions of a side that a row reaches over."""
        placed, starts = self._pair.provisions[side], self._starts[side]
        first = max(0, bisect_right(starts, place[0]) - 1)
        return [one for one in placed[first : bisect_right(starts, place[1] - 1)] if one.end > place[0]]

    def score(self) -> None:
        """Counts recall and false claims of every class."""
        for couple in self._pair.couples:
            self._wanted("moved", couple.moved, couple, lambda row: "moved" in row.flags)
            self._wanted("orthographic", couple.status == "orthographic", couple, _orthographic)
            self._renumbered(couple)
        for row in self._rows:
            if row.old and row.new:
                self._claims(row, row.old, row.new)
        for one, parts in self._pair.split:
            self._parts("split", [(one, part) for part in parts])
        for parts, one in self._pair.merged:
            self._parts("merged", [(part, one) for part in parts])

    def _wanted(self, name: str, wanted: bool | None, couple: Couple, right: Callable[[Row], bool]) -> None:
        if not wanted:
            return
        covered = sum(
            common((row.new or (0, 0)), couple.new)
            for row in self._by_new[couple.new.identity]
            if right(row) and common(row.old or (0, 0), couple.old)
        )
        # A merged provision holds more than this part of it.
        self._tell(name, covered * 2 > min(length(couple.old), length(couple.new)), couple)

    def _tell(self, name: str, found: bool, couple: Couple) -> None:
        tally = self._made.classes[name]
        tally.wanted += 1
        tally.found += found
        if not found:
            self._made.failures.append((f"{name} not found", self._both(couple.old, couple.new)))

    def _renumbered(self, couple: Couple) -> None:
        if couple.renumbered:
            start, old_start = couple.new.start, couple.old.start
            found = any(
                "renumbered" in row.flags
                and row.new[0] <= start < row.new[1]
                and row.old[0] <= old_start < row.old[1]
                for row in self._by_new[couple.new.identity]
                if row.new and row.old
            )
            self._tell("renumbered", found, couple)

    def _claims(self, row: Row, old: Range, new: Range) -> None:
        befores, afters = self._touched(0, old), self._touched(1, new)
        couples = [
            self._couples[before.identity, after.identity]
            for before in befores
            for after in afters
            if (before.identity, after.identity) in self._couples
        ]
        for name, claimed, right in (
            ("moved", "moved" in row.flags, any(couple.moved is not False for couple in couples)),
            (
                "renumbered",
                "renumbered" in row.flags,
                any(couple.renumbered is not False for couple in couples),
            ),
            ("orthographic", row.status == "orthographic", _may_be_spelling(couples)),
            ("split", "split" in row.flags, _in_parts(befores, self._pair.split)),
            ("merged", "merged" in row.flags, _in_parts(afters, [(one, ()) for _, one in self._pair.merged])),
        ):
            if claimed:
                self._claim(name, right, old, new)

    def _claim(self, name: str, right: bool, old: Range, new: Range) -> None:
        tally = self._made.classes[name]
        tally.claimed += 1
        tally.false += not right
        if not right:
            texts = (
                f"OLD {self._pair.old[slice(*old)][:300]!r}\n    NEW {self._pair.new[slice(*new)][:300]!r}"
            )
            self._made.failures.append((f"{name} claimed falsely", texts))

    def _parts(self, name: str, couples: list[tuple[Placed, Placed]]) -> None:
        groups: list[set[int | None]] = []
        for old, new in couples:
            rows = [
                row
                for row in self._by_new[new.identity]
                if name in row.flags and common(row.old or (0, 0), old) * 2 > min(length(old), length(new))
            ]
            groups.append({row.group for row in rows})
        tally = self._made.classes[name]
        tally.wanted += 1
        found = bool(set.intersection(*groups) - {None})
        tally.found += found
        if not found:
            told = "\n    ".join(self._both(old, new) for old, new in couples)
            self._made.failures.append((f"{name} not found", told))

    def _both(self, old: Placed, new: Placed) -> str:
        return (
            f"OLD {self._pair.old[old.start : old.end][:300]!r}\n"
            f"    NEW {self._pair.new[new.start : new.end][:300]!r}"
        )


def _orthographic(row: Row) -> bool:
    return row.status == "orthographic"


def _may_be_spelling(couples: Sequence[Couple]) -> bool:
    return any(couple.status in {"orthographic", None} for couple in couples)


def _in_parts(placed: Sequence[Placed], parts: Iterable[tuple[Placed, object]]) -> bool:
    whole = {one.identity for one, _ in parts}
    return any(one.identity in whole for one in placed)


def length(placed: Placed) -> int:
    return placed.end - placed.start


def common(place: Range, placed: Placed) -> int:
    """Code points that both hold."""
    return max(0, min(place[1], placed.end) - max(place[0], placed.start))
