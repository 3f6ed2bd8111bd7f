"""Renumbers a composed text, and puts its references and the stated number of articles right, as one act.

Everything is listed before it is done. Each item can be left out, and what cannot be known is asked: a reference to
a provision that was deleted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, NamedTuple

from desktop_app.comparison.composed_text import Composed, ProvisionOrigin
from desktop_app.comparison.folding import flat
from desktop_app.comparison.numbers import WORDS_PATTERN, in_words_as
from desktop_app.comparison.references import UnchangedText, proposal, written_number
from desktop_app.comparison.renumbering import RegularLists, number_fixes
from desktop_app.comparison.result import Comparison, ProvisionPlace, Range, StaleReference
from desktop_app.comparison.stated import wrong_counts
from desktop_app.comparison.structure import Provision, parse

_DIGITS: Final = re.compile(r"\d+")
_IN_WORDS: Final = re.compile(WORDS_PATTERN)
_ORIGINS: Final = {ProvisionOrigin.OLD: 0, ProvisionOrigin.NEW: 1, None: 2}


class RepairKind(StrEnum):
    """What is put right."""

    NUMBER = "number"
    REFERENCE = "reference"
    COUNT = "count"


class RepairKey(NamedTuple):
    """Identifies a repair by the place in one of the two revisions from which its words were taken.

    `origin` is 0 for the older revision, 1 for the newer one, 2 for words of neither. The key stays the same while
    other choices change the composed text.
    """

    kind: RepairKind
    origin: int
    offset: int


@dataclass(frozen=True, slots=True)
class RepairChoices:
    """The items that are left out, and the answers to what was asked; an empty answer leaves the words as they
    are."""

    without: frozenset[RepairKey] = frozenset()
    answers: tuple[tuple[RepairKey, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """One correction: `before` at `place` of the composed text becomes `after`.

    An item that is asked has `proposals`, and no `after` until it is answered. `left_out` items are not applied.
    `provision` names where it stands, under its number before the repair.
    """

    key: RepairKey
    place: Range
    before: str
    after: str
    provision: ProvisionPlace | None
    asked: bool = False
    proposals: tuple[str, ...] = ()
    answered: bool = False
    left_out: bool = False

    @property
    def waits(self) -> bool:
        """Whether a person has to answer first."""
        return self.asked and not self.answered

    @property
    def applies(self) -> bool:
        """Whether the text changes by it."""
        return not self.left_out and not self.waits and self.before != self.after


@dataclass(frozen=True, slots=True)
class Repairs:
    """All corrections in the order of kind and text, and the text with those that apply."""

    items: tuple[Repair, ...]
    made: Composed

    def count(self, kind: RepairKind) -> int:
        """Returns how many corrections of a kind apply."""
        return sum(item.applies for item in self.items if item.key.kind is kind)


def repairs_of(comparison: Comparison, made: Composed, choices: RepairChoices) -> Repairs:
    """Returns the corrections that a text composed from `comparison` needs, and the text with them."""
    return _Repairing(comparison, made, choices).repairs()


class _Repairing:
    """Collects the corrections; references depend on the numbers that apply, counts on both."""

    def __init__(self, comparison: Comparison, made: Composed, choices: RepairChoices) -> None:
        self._old, self._new = comparison.old.body, comparison.new.body
        self._entries, self._made, self._choices = comparison.entries, made, choices
        self._answers = dict(choices.answers)
        self._provisions = parse(made.text)
        self._items: list[Repair] = []

    def repairs(self) -> Repairs:
        for step in (self._numbers, self._references, self._counts):
            self._items.extend(step())
        return Repairs(tuple(self._items), replaced(self._made, self._applied()))

    def _applied(self) -> list[tuple[Range, str]]:
        return [(item.place, item.after) for item in self._items if item.applies]

    def _numbers(self) -> list[Repair]:
        older, newer = RegularLists.of(self._old).first, RegularLists.of(self._new).first
        pairs = {e.new.start: e.old.start for e in self._entries if e.old is not None and e.new is not None}

        def first_number(start: int) -> str | None:
            origin, offset = self._made.source(start)
            if origin is None:
                return ""
            if origin is ProvisionOrigin.OLD:
                return older.get(offset)
            # A provision that was deleted without a renumbering leaves a gap that is not meant.
            return newer.get(offset, older.get(pairs.get(offset, -1)))

        fixes = number_fixes(self._made.text, first_number, newer=self._new)
        return [self._item(RepairKind.NUMBER, fix.place, fix.before, fix.after) for fix in fixes]

    def _references(self) -> list[Repair]:
        text, back = self._text_so_far()
        found: list[Repair] = []
        taken: list[Range] = []
        for stale, ask in self._stale(text, back):
            place = back(stale.new)
            if any(place[0] < end and start < place[1] for start, end in taken):
                continue
            taken.append(place)
            if stale.now:
                found.append(self._item(RepairKind.REFERENCE, place, stale.text, stale.now))
            else:
                found.append(self._asked(place, stale.text, ask(stale.new)))
        return sorted(found, key=lambda item: item.place)

    def _stale(
        self, text: str, back: Callable[[Range], Range]
    ) -> Iterator[tuple[StaleReference, Callable[[Range], str]]]:
        """Yields the stale references of a text. What was written before the newer revision means the numbers of
        the older one."""
        from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415 - rapidfuzz and numpy, 100 ms

        before = compare_texts(self._old, text)
        for stale in before.stale_references:
            yield stale, _proposing(before)
        kept = UnchangedText(before.entries)
        after = compare_texts(self._new, text)
        for stale in after.stale_references:
            place = kept.place_at(stale.new[0])
            if place is None or not kept.is_unchanged(place[1], *stale.new):
                yield stale, _proposing(after)
        if not any(self._made.wordings):
            return
        own = compare_texts(self._made.text, text)
        for stale in own.stale_references:
            # Words of a suggestion are in neither revision, and mean the numbers that stood around them.
            if stale.now and self._made.source(back(stale.new)[0])[0] is None:
                yield stale, _proposing(own)

    def _counts(self) -> list[Repair]:
        text, back = self._text_so_far()
        found = []
        for wrong in wrong_counts(text, flat(text), parse(text)):
            after = _counted(wrong.text, wrong.found)
            if after is not None:
                found.append(self._item(RepairKind.COUNT, back(wrong.new), wrong.text, after))
        return found

    def _text_so_far(self) -> tuple[str, Callable[[Range], Range]]:
        """Returns the text with the corrections so far, and a function from its ranges to the composed text."""
        edits = sorted(self._applied())
        return replaced(self._made, edits).text, lambda place: (
            _back(edits, place[0]),
            _back(edits, place[1]),
        )

    def _item(self, kind: RepairKind, place: Range, before: str, after: str) -> Repair:
        key = self._key(kind, place[0])
        return Repair(
            key, place, before, after, self._provision(place[0]), left_out=key in self._choices.without
        )

    def _asked(self, place: Range, before: str, proposed: str) -> Repair:
        key = self._key(RepairKind.REFERENCE, place[0])
        answer = self._answers.get(key)
        proposals = (proposed,) if proposed and proposed != before else ()
        return Repair(
            key,
            place,
            before,
            answer or before if answer is not None else "",
            self._provision(place[0]),
            asked=True,
            proposals=proposals,
            answered=answer is not None,
        )

    def _key(self, kind: RepairKind, at: int) -> RepairKey:
        origin, offset = self._made.source(at)
        return RepairKey(kind, _ORIGINS[origin], offset)

    def _provision(self, at: int) -> ProvisionPlace | None:
        index = bisect_right(self._provisions, at, key=lambda one: one.start) - 1
        return None if index < 0 else _place(self._provisions[index])


def _place(one: Provision) -> ProvisionPlace:
    return ProvisionPlace(one.label, one.path, one.start, one.end)


def _proposing(comparison: Comparison) -> Callable[[Range], str]:
    """Returns a function that proposes a target for a reference in NEW of a comparison."""

    def propose(reference: Range) -> str:
        from desktop_app.comparison.draft import SegmentedText  # noqa: PLC0415 - only if something is asked
        from desktop_app.comparison.tokens import Vocabulary  # noqa: PLC0415

        words = Vocabulary()
        old = SegmentedText(comparison.old.text, words)
        return proposal(old, SegmentedText(comparison.new.text, words), comparison.entries, reference)

    return propose


def _counted(stated: str, found: int) -> str | None:
    """Returns a stated number of provisions with another number in the same style: «چهل (۴۰) ماده»."""
    digits = _DIGITS.search(stated)
    made = _DIGITS.sub(lambda one: written_number(str(found), one.group()), stated)
    words = _IN_WORDS.search(flat(made))
    if words is None:
        return made if digits else None
    written = in_words_as(words.group(), found)
    return None if written is None else made[: words.start()] + written + made[words.end() :]


def replaced(made: Composed, edits: Iterable[tuple[Range, str]]) -> Composed:
    """Returns a text with ranges replaced, of which the first of overlapping ones counts.

    The ranges of replacements and the places of notes move along.
    """
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []
    at = 0
    for (start, end), words in sorted(edits):
        if start < at:
            continue
        parts += [made.text[at:start], words]
        shifts.append((end, len(words) - (end - start)))
        at = end
    ranges = tuple(place and _shifted(place, shifts) for place in made.wordings)
    beside = tuple(
        part if part.at is None else replace(part, at=_shifted((part.at, part.at), shifts)[0])
        for part in made.parts
    )
    return Composed("".join([*parts, made.text[at:]]), ranges, beside)


def _shifted(place: Range, shifts: Sequence[tuple[int, int]]) -> Range:
    start, end = (edge + sum(by for end, by in shifts if end <= edge) for edge in place)
    return start, end


def _back(edits: Sequence[tuple[Range, str]], offset: int) -> int:
    """Returns the offset before `edits`, which are sorted and apart, of an offset after them."""
    shift = 0
    for (start, end), words in edits:
        if start + shift + len(words) > offset:
            break
        shift += len(words) - (end - start)
    return offset - shift
