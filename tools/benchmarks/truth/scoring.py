"""What a tool found, in offsets of both texts, held against the truth."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tools.benchmarks.truth.document import Placed, Range
from tools.benchmarks.truth.pair import Couple, Fate, Fated, Pair


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


def score(pair: Pair, found: Found) -> Score:
    """The figures of one tool on one pair."""
    made = Score()
    for side, text in ((0, pair.old), (1, pair.new)):
        words = (pair.old_words, pair.new_words)[side]
        _words(made, words, (found.old, found.new)[side], text, "OLD" if side == 0 else "NEW")
    if found.rows is not None:
        Provisions(pair, found.rows, made).score()
    if found.moved_new is not None:
        _lines_moved(made, pair, found.moved_new)
    if found.stale is not None:
        _stale(made, pair, found.stale)
    made.known = set(made.classes)
    return made


def _overlapping(ranges: Iterable[Range], words: Sequence[Fated]) -> list[bool]:
    """Which of these words, in order, any of the ranges touches."""
    marked = [False] * len(words)
    ends = [word.place[1] for word in words]
    for start, end in ranges:
        at = bisect_right(ends, start)
        while at < len(words) and words[at].place[0] < end:
            marked[at] = True
            at += 1
    return marked


def _words(made: Score, words: Sequence[Fated], ranges: Iterable[Range], text: str, side: str) -> None:
    for word, marked in zip(words, _overlapping(ranges, words), strict=True):
        _count(made.strict, word.touched, marked)
        if word.fate is Fate.EITHER:
            continue
        edited = word.fate is Fate.EDITED
        _count(made.words, edited, marked)
        if edited is not marked:
            what = "missed" if edited else "false highlight"
            made.failures.append((what, f"{side} {_around(text, word.place)}"))


def _count(tally: Tally, edited: bool, marked: bool) -> None:
    tally.wanted += edited
    tally.found += edited and marked
    tally.claimed += marked
    tally.false += marked and not edited


def _around(text: str, place: Range) -> str:
    start, end = place
    return f"…{text[max(0, start - 60) : start]}⟦{text[start:end]}⟧{text[end : end + 40]}…".replace("\n", "⏎")


def _lines_moved(made: Score, pair: Pair, moved: Sequence[Range]) -> None:
    """Moved recall of a tool that tells whole lines of NEW only."""
    tally = made.classes["moved"]
    for couple in pair.couples:
        hit = any(common(place, couple.new) * 2 > length(couple.new) for place in moved)
        if couple.moved:
            tally.wanted += 1
            tally.found += hit
        if hit:
            tally.claimed += 1
            tally.false += couple.moved is False


def _stale(made: Score, pair: Pair, stale: Sequence[Range]) -> None:
    tally = made.classes["stale"]
    unknown = list(stale)
    for reference in pair.references:
        start, end = reference.place
        hits = [place for place in stale if place[0] < end and start < place[1]]
        unknown = [place for place in unknown if place not in hits]
        if reference.wanted:
            tally.wanted += 1
            tally.found += bool(hits)
            if not hits:
                made.failures.append(("stale reference not found", _around(pair.new, reference.place)))
        if hits:
            tally.claimed += 1
            tally.false += not reference.wanted
            if not reference.wanted:
                made.failures.append(("stale reference claimed falsely", _around(pair.new, reference.place)))
