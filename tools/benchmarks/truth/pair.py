"""A pair of revisions with the truth about them, from a seed: the fate of each word and provision."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import accumulate
from typing import Final

from tools.benchmarks.truth.amending import Revision
from tools.benchmarks.truth.document import (
    Document,
    Placed,
    Provision,
    Range,
    Unit,
    Writer,
    Written,
    paragraphs,
    regulation,
    signature,
    which_moved,
)
from tools.benchmarks.truth.revising import revised
from tools.benchmarks.truth.words import (
    LABELLED,
    THROUGHOUT,
    Kind,
    Manner,
    Manners,
    Word,
    manners,
    ranges_of,
    respelled,
    scattered,
    throughout,
)

#: A kept word no longer than this between two edits may be taken into them: no confetti.
_SLIGHT: Final = 3


class Fate(Enum):
    """`EITHER` stands for words that one shortest script keeps and another takes out, for words of a rewritten
    phrase that happen to recur, and for a slight word left between two edits: nobody is wrong about them."""

    KEPT = auto()
    EDITED = auto()
    EITHER = auto()


def fates(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[list[Fate], list[Fate]]:
    """The fate of each word of a provision on both sides; its own parts in order, if it was split or merged."""
    before, after = {unit.identity for unit in old}, {unit.identity for unit in new}
    kept_old = [unit.identity in after for unit in old]
    kept_new = [unit.identity in before for unit in new]
    if all(kept_old) and all(kept_new):
        return [Fate.KEPT] * len(old), [Fate.KEPT] * len(new)
    free_old, free_new = _undecided([unit.key for unit in old], [unit.key for unit in new])
    slight_old, slight_new = _slight(old, new, kept_old, kept_new)
    return (
        [_fate(*each) for each in zip(kept_old, free_old, slight_old, strict=True)],
        [_fate(*each) for each in zip(kept_new, free_new, slight_new, strict=True)],
    )


def _fate(kept: bool, verdict: bool | None, slight: bool) -> Fate:
    """`verdict`: kept by all shortest scripts (True), by none (False), by some (None)."""
    if slight or verdict is not kept:
        return Fate.EITHER
    return Fate.KEPT if kept else Fate.EDITED


Verdicts = list[bool | None]


def _undecided(old: Sequence[str], new: Sequence[str]) -> tuple[Verdicts, Verdicts]:
    """For each word, whether all longest common subsequences hold it, none, or some."""
    ahead, behind = _lengths(old, new), _lengths(old[::-1], new[::-1])
    best = ahead[-1][-1]
    rest = [row[::-1] for row in behind[::-1]]
    columns = list(zip(*ahead, strict=True)), list(zip(*rest, strict=True))
    verdicts_old = [
        _verdict(
            any(
                word == other and ahead[i][j] + 1 + rest[i + 1][j + 1] == best for j, other in enumerate(new)
            ),
            any(a + b == best for a, b in zip(ahead[i], rest[i + 1], strict=True)),
        )
        for i, word in enumerate(old)
    ]
    verdicts_new = [
        _verdict(
            any(
                word == other and ahead[i][j] + 1 + rest[i + 1][j + 1] == best for i, other in enumerate(old)
            ),
            any(a + b == best for a, b in zip(columns[0][j], columns[1][j + 1], strict=True)),
        )
        for j, word in enumerate(new)
    ]
    return verdicts_old, verdicts_new


def _verdict(can_stay: bool, can_go: bool) -> bool | None:
    return None if can_stay and can_go else can_stay


def _lengths(old: Sequence[str], new: Sequence[str]) -> list[list[int]]:
    """Length of the longest common subsequence of each pair of beginnings."""
    rows = [[0] * (len(new) + 1)]
    for word in old:
        above = rows[-1]
        matched = [above[j] + 1 if word == other else above[j + 1] for j, other in enumerate(new)]
        rows.append([0, *accumulate(matched, max)])
    return rows


def _slight(
    old: Sequence[Unit], new: Sequence[Unit], kept_old: Sequence[bool], kept_new: Sequence[bool]
) -> tuple[list[bool], list[bool]]:
    """Which kept words are slight and alone between two edits, on either side."""
    pairs = list(
        zip(
            [i for i, kept in enumerate(kept_old) if kept],
            [j for j, kept in enumerate(kept_new) if kept],
            strict=False,
        )
    )
    slight_old, slight_new = [False] * len(old), [False] * len(new)
    for i, j in pairs:
        if len(old[i].key) > _SLIGHT or not 0 < i < len(old) - 1 or not 0 < j < len(new) - 1:
            continue
        left = not (kept_old[i - 1] and kept_new[j - 1])
        right = not (kept_old[i + 1] and kept_new[j + 1])
        slight_old[i] = slight_new[j] = left and right
    return slight_old, slight_new


@dataclass(frozen=True, slots=True)
class Fated:
    """A word of a text, its fate, and whether an author's hand touched it."""

    place: Range
    fate: Fate
    touched: bool


@dataclass(frozen=True, slots=True)
class Couple:
    """A provision that both sides have, whole or in part. None: nobody is wrong about it."""

    old: Placed
    new: Placed
    status: str | None
    moved: bool | None
    renumbered: bool | None


@dataclass(frozen=True, slots=True)
class Stale:
    """A reference in NEW that should be pointed out, or (`wanted` False) must not be."""

    place: Range
    wanted: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two revisions and what is true of them. Offsets are code points of `old` and `new`."""

    name: str
    old: str
    new: str
    old_words: tuple[Fated, ...]
    new_words: tuple[Fated, ...]
    provisions: tuple[tuple[Placed, ...], tuple[Placed, ...]]
    couples: tuple[Couple, ...]
    split: tuple[tuple[Placed, tuple[Placed, Placed]], ...]
    merged: tuple[tuple[tuple[Placed, Placed], Placed], ...]
    references: tuple[Stale, ...]


@dataclass(slots=True)
class Typing:
    """How the two sides are typed: whole sides («letters», see `words.THROUGHOUT`), and here and there."""

    old: str | None = None
    new: str | None = None
    scattered: float = 0.12
    labels: float = 0.04
    all_labels: bool = False
    #: The share of the labels that NEW lost, as by character recognition.
    lost: float = 0.0


@dataclass(slots=True)
class _Spellings:
    """Other spellings of single words and labels, by side (0 OLD, 1 NEW) and identity."""

    words: tuple[dict[int, Word], dict[int, Word]] = field(default_factory=lambda: ({}, {}))
    labels: dict[int, Manner] = field(default_factory=dict)


def made_pair(
    seed: int,
    words: int,
    *,
    labelled: bool = True,
    typing: Typing | None = None,
    twins: float = 0.0,
    merged: float = 0.012,
) -> Pair:
    """The pair of this seed with about `words` words on each side: the same seed, the same pair.

    `twins` are nearly equal articles, `merged` the provisions that took in another one, both as shares.
    """
    chance = random.Random(f"{seed} {words} {labelled}")
    style = manners(chance, long=words > 15_000)
    name = style[Kind.ARTICLE].word
    old = regulation(chance, words, name, twins) if labelled else paragraphs(chance, words)
    revision = revised(old, chance, merged)
    chosen = typing or Typing()
    before, after = _written(revision, style, chosen, chance)
    kind = "labelled" if labelled else "paragraphs"
    return _truth(f"{words} words, {kind}, seed {seed}", revision, before, after)


def _written(
    revision: Revision, style: Manners, typing: Typing, chance: random.Random
) -> tuple[Written, Written]:
    spelled = _spellings(revision, style, typing, chance)
    numbers = revision.old.numbers(), revision.new.numbers()
    known = {word.identity for item in revision.old.walk() for word in item.words}
    other = (
        {kind: respelled(manner, chance) for kind, manner in style.items()} if typing.all_labels else style
    )

    losing = random.Random(f"lost {typing.lost} {len(known)}")
    lost = {item.identity for item in revision.new.walk() if losing.random() < typing.lost}

    def writer(side: int, throughout_name: str | None) -> Writer:
        noises = THROUGHOUT[throughout_name] if throughout_name else ()
        own = style if side == 0 else other

        def manner(item: Provision) -> Manner | None:
            if side == 1 and item.identity in lost:
                return None
            base = own.get(item.kind)
            return spelled.labels.get(item.identity, base) if side == 1 and not typing.all_labels else base

        def spelling(word: Word) -> Word:
            return throughout(spelled.words[side].get(word.identity, word), noises, chance)

        def reference(word: Word) -> int:
            assert word.target is not None
            return numbers[0 if word.identity in known else 1][word.target] or 0

        return Writer(manner, spelling, reference)

    return writer(0, typing.old).write(revision.old), writer(1, typing.new).write(revision.new)


def _spellings(revision: Revision, style: Manners, typing: Typing, chance: random.Random) -> _Spellings:
    made = _Spellings()
    numbers = revision.old.numbers(), revision.new.numbers()
    known = {word.identity for item in revision.old.walk() for word in item.words}
    for item in revision.new.walk():
        kept = [word for word in item.words if word.identity in known]
        if kept and chance.random() < typing.scattered:
            made.words[chance.randrange(2)].update(scattered(kept, chance, chance.randrange(1, 4)))
        same = numbers[0].get(item.identity) == numbers[1][item.identity] and item.identity in numbers[0]
        if item.kind in LABELLED and same and chance.random() < typing.labels:
            made.labels[item.identity] = respelled(style[item.kind], chance)
    return made


def _truth(name: str, revision: Revision, old: Written, new: Written) -> Pair:
    by_old = {placed.identity: placed for placed in old.placed}
    by_new = {placed.identity: placed for placed in new.placed}
    split = [(by_old[one], (by_new[a], by_new[b])) for one, (a, b) in revision.split.items()]
    merged = [((by_old[a], by_old[b]), by_new[one]) for one, (a, b) in revision.merged.items()]
    return Pair(
        name,
        old.text,
        new.text,
        *_words(old, new, revision),
        (old.placed, new.placed),
        tuple(_couples(old, new, revision)),
        tuple(split),
        tuple(merged),
        tuple(_references(revision, new)),
    )


def _words(old: Written, new: Written, revision: Revision) -> tuple[tuple[Fated, ...], tuple[Fated, ...]]:
    """The fate of every word of both texts, labels with them."""
    fated: tuple[dict[Range, Fated], dict[Range, Fated]] = ({}, {})
    loose = [second for _, second in (*revision.split.values(), *revision.merged.values())]
    by_old = {placed.identity: placed for placed in old.placed}
    by_new = {placed.identity: placed for placed in new.placed}
    parts_old, parts_new = dict(revision.merged), dict(revision.split)
    second = set(loose)
    for identity in [*by_old, *(one for one in by_new if one not in by_old)]:
        if identity in second:
            continue
        before = [by_old[one] for one in parts_old.get(identity, (identity,)) if one in by_old]
        after = [by_new[one] for one in parts_new.get(identity, (identity,)) if one in by_new]
        _fate_of(before, after, fated)
    return (
        tuple(_all(old, fated[0], set(by_new), second)),
        tuple(_all(new, fated[1], set(by_old), second)),
    )


def _fate_of(
    before: Sequence[Placed], after: Sequence[Placed], fated: tuple[dict[Range, Fated], dict[Range, Fated]]
) -> None:
    old = [unit for placed in before for unit in placed.units]
    new = [unit for placed in after for unit in placed.units]
    identities = {unit.identity for unit in old}, {unit.identity for unit in new}
    for side, (units, verdicts) in enumerate(zip((old, new), fates(old, new), strict=True)):
        others = identities[1 - side]
        for unit, fate in zip(units, verdicts, strict=True):
            fated[side][unit.place] = Fated(unit.place, fate, unit.identity not in others)


def _all(side: Written, known: dict[Range, Fated], other: set[int], second: set[int]) -> list[Fated]:
    """Every word of the text in order: those of labels are kept with their provision, whatever their number."""
    made = list(known.values())
    for placed in side.placed:
        if placed.identity in second:
            fate, touched = Fate.EITHER, False
        else:
            touched = placed.identity not in other
            fate = Fate.EDITED if touched else Fate.KEPT
        for start, end in ranges_of(placed.label):
            made.append(Fated((placed.start + start, placed.start + end), fate, touched))
    return sorted(made, key=lambda word: word.place)


def _couples(old: Written, new: Written, revision: Revision) -> list[Couple]:
    ranks = {placed.identity: 2 * rank for rank, placed in enumerate(old.placed)}
    by_old = {placed.identity: placed for placed in old.placed}
    found: list[tuple[Placed, Placed, int]] = []
    came_from = {second: one for one, (_, second) in revision.split.items()}
    for placed in new.placed:
        if placed.identity in by_old:
            found.append((by_old[placed.identity], placed, ranks[placed.identity]))
        elif placed.identity in came_from:
            one = came_from[placed.identity]
            found.append((by_old[one], placed, ranks[one] + 1))
        if placed.identity in revision.merged:
            _, second = revision.merged[placed.identity]
            found.append((by_old[second], placed, ranks[second]))
    order = {rank: place for place, rank in enumerate(sorted(rank for _, _, rank in found))}
    weights = [len(new_one.units) + len(new_one.label.split()) for _, new_one, _ in found]
    verdicts = which_moved([order[rank] for _, _, rank in found], weights)
    twins = _duplicates(revision.new) | _duplicates(revision.old)
    tied = {one.identity for (one, _, _), far in zip(found, verdicts, strict=True) if far is not False}
    ambiguous = bool(twins & tied)
    parts = {*came_from, *revision.split, *revision.merged}
    return [
        _couple(one, other, far, part=other.identity in parts, twin=ambiguous and one.identity in twins)
        for (one, other, _), far in zip(found, verdicts, strict=True)
    ]


def _duplicates(document: Document) -> set[int]:
    """Those whose words another one has too."""
    by_body: dict[str, list[int]] = {}
    for item in document.walk():
        by_body.setdefault(signature(item.words), []).append(item.identity)
    return {one for same in by_body.values() if len(same) > 1 for one in same}


def _couple(old: Placed, new: Placed, far: bool | None, *, part: bool, twin: bool) -> Couple:
    loose = old.kind in {Kind.SIGNATURE, Kind.TITLE}
    renumbered: bool | None = old.number != new.number if old.kind in LABELLED else False
    if old.kind in LABELLED and bool(old.label) != bool(new.label):
        renumbered = None
    if twin or (part and old.identity != new.identity) or (old.number is None) != (new.number is None):
        renumbered = None
    status = None if part or loose or twin else _status(old, new)
    return Couple(old, new, status, None if twin else far, None if loose else renumbered)


def _status(old: Placed, new: Placed) -> str | None:
    if [unit.identity for unit in old.units] != [unit.identity for unit in new.units]:
        return "edited"
    if old.kind in LABELLED and bool(old.label) != bool(new.label):
        return None
    if old.spelled != new.spelled:
        return "orthographic"
    if old.number == new.number:
        return "unchanged" if old.label == new.label else "orthographic"
    same = old.kind not in LABELLED or _frame(old) == _frame(new)
    return "unchanged" if same else None


def _frame(placed: Placed) -> str:
    """The label without its number: what is left differs in spelling only, and whether that counts is open."""
    return "".join(c for c in placed.label if not c.isalnum() or c == "ـ")


def _references(revision: Revision, new: Written) -> list[Stale]:
    before, after = revision.old.numbers(), revision.new.numbers()
    unclear = {*revision.split, *revision.merged}
    known = {word.identity for item in revision.old.walk() for word in item.words}
    targets = {
        word.identity: word.target
        for item in revision.new.walk()
        for word in item.words
        if word.target is not None and word.target in after and word.target not in unclear
    }
    made = {}
    for placed in new.placed:
        for unit in placed.units:
            target = targets.get(unit.identity)
            if target is not None:
                # The last of its units is the number.
                stale = unit.identity in known and before.get(target) != after[target]
                made[unit.identity] = Stale(unit.place, stale)
    return list(made.values())
