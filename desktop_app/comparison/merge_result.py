"""The result of a merge of two drafts: what is agreed, conflicts and their answers, and the white space between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Final

from desktop_app.comparison.result import Range

LINE_BREAK: Final = "\n"


class MergeTake(StrEnum):
    """The answer to a conflict: one of the two drafts, both in an order, the base, or words of one's own."""

    FIRST = "first"
    SECOND = "second"
    FIRST_SECOND = "first-second"
    SECOND_FIRST = "second-first"
    BASE = "base"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class MergeAnswer:
    """An answer, with the words of `MergeTake.OWN`."""

    take: MergeTake
    words: str = ""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Words of the result on which nothing has to be asked."""

    text: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Words that both drafts changed differently. An empty text means that a draft has none.

    A provision that both drafts moved to different places is one conflict at two places with one `number`.
    """

    number: int
    base: str
    first: str
    second: str
    #: Whether whole provisions are meant, and not words inside one.
    whole: bool = False
    #: For a provision that both drafts moved, the draft that has it at this place.
    here: MergeTake | None = None

    def words(self, answer: MergeAnswer) -> str:
        """Returns the words of an answer."""
        joint = LINE_BREAK if self.whole else " "
        both = [one for one in (self.first, self.second) if one]
        if self.here is not None and not self._stands(answer.take):
            return ""
        if self.here is not None and answer.take in (MergeTake.FIRST_SECOND, MergeTake.SECOND_FIRST):
            return self.first if self.here is MergeTake.FIRST else self.second
        return {
            MergeTake.FIRST: self.first,
            MergeTake.SECOND: self.second,
            MergeTake.FIRST_SECOND: joint.join(both),
            MergeTake.SECOND_FIRST: joint.join(reversed(both)),
            MergeTake.BASE: self.base,
            MergeTake.OWN: answer.words,
        }[answer.take]

    def _stands(self, take: MergeTake) -> bool:
        """Returns whether a moved provision stands at this one of its two places."""
        if take in (MergeTake.FIRST_SECOND, MergeTake.SECOND_FIRST):
            return True
        return self.here is (MergeTake.SECOND if take is MergeTake.SECOND else MergeTake.FIRST)


Chunk = Agreed | Conflict


@dataclass(frozen=True, slots=True)
class MergedItem:
    """A provision of the result, or a run of new ones, with its range in each text, for the white space around."""

    chunks: tuple[Chunk, ...]
    first: Range | None
    second: Range | None
    base: Range | None


@dataclass(frozen=True)
class Merged:
    """The result of a merge."""

    items: tuple[MergedItem, ...]
    base: str = field(repr=False)
    first: str = field(repr=False)
    second: str = field(repr=False)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts in the order of the result, each number once."""
        found: dict[int, Conflict] = {}
        for item in self.items:
            for chunk in item.chunks:
                if isinstance(chunk, Conflict):
                    found.setdefault(chunk.number, chunk)
        return tuple(found.values())

    def text(self, answers: Mapping[int, MergeAnswer] | None = None) -> str:
        """Returns the result. A conflict without an answer has the words of the base."""
        given, unanswered = answers or {}, MergeAnswer(MergeTake.BASE)
        made: list[tuple[MergedItem, str]] = []
        for item in self.items:
            words = "".join(
                chunk.text if isinstance(chunk, Agreed) else chunk.words(given.get(chunk.number, unanswered))
                for chunk in item.chunks
            )
            if words:
                made.append((item, words))
        if not made:
            left = _of_three(self.base, self.first, self.second)
            return "" if left.strip() else left
        parts = [self._edge(made[0][0], head=True), made[0][1]]
        for (one, _words), (other, words) in pairwise(made):
            parts += [self._between(one, other), words]
        return "".join([*parts, self._edge(made[-1][0], head=False)])

    def _texts(self, item: MergedItem) -> tuple[tuple[str, Range | None], ...]:
        return (self.base, item.base), (self.first, item.first), (self.second, item.second)

    def _between(self, one: MergedItem, other: MergedItem) -> str:
        """Returns the white space between two neighbours, as the texts have it in which they are adjacent."""
        gaps = [
            text[before[1] : after[0]] if before and after and before[1] <= after[0] else None
            for (text, before), (_text, after) in zip(self._texts(one), self._texts(other), strict=True)
        ]
        known = [gap if gap is not None and not gap.strip() else None for gap in gaps]
        if any(gap is not None for gap in known):
            return _gap(known)
        beside = [
            *(_space_after(text, place) for text, place in self._texts(one)),
            *(_space_before(text, place) for text, place in self._texts(other)),
        ]
        return max((gap for gap in beside if gap), key=lambda gap: (gap.count("\n"), gap), default=LINE_BREAK)

    def _edge(self, item: MergedItem, *, head: bool) -> str:
        """Returns the white space before the first item, or after the last one."""
        found: list[str | None] = []
        for text, place in self._texts(item):
            edge = None if place is None else (text[: place[0]] if head else text[place[1] :])
            found.append(edge if edge is not None and not edge.strip() else None)
        return _gap(found)


def _gap(known: Sequence[str | None]) -> str:
    base, first, second = known
    if first is None or second is None:
        one = first if second is None else second
        return one if one is not None else base or ""
    return _of_three(base if base is not None else first, first, second)


def _of_three(base: str, first: str, second: str) -> str:
    """Returns the one of two texts that differs from the base; of two different ones the greater."""
    if first == base:
        return second
    return first if second == base else max(first, second)


def _space_after(text: str, place: Range | None) -> str:
    rest = text[place[1] :] if place else ""
    return rest[: len(rest) - len(rest.lstrip())]


def _space_before(text: str, place: Range | None) -> str:
    rest = text[: place[0]] if place else ""
    return rest[len(rest.rstrip()) :]
