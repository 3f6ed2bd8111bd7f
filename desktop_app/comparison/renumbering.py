"""Finds the numbers of provisions that a composed text has wrong: gaps, duplicates, and notes without a number.

A list is numbered again only if the lists that its provisions come from were numbered without a gap. Otherwise the
gaps may be meant («ماده ۵ مکرر», an amendment that adds articles to another law), and the list stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from desktop_app.comparison.folding import flat
from desktop_app.comparison.labels import ABJAD, ALPHABET, LabelKind, canonical_number, follows
from desktop_app.comparison.numbers import in_words_as
from desktop_app.comparison.references import written_number
from desktop_app.comparison.result import Range
from desktop_app.comparison.structure import Provision, parse
from desktop_app.persian.text import ZWNJ

_UNNUMBERED: Final = frozenset({LabelKind.ANNEX, LabelKind.ORDINAL, LabelKind.PARAGRAPH})
_DIGITS: Final = re.compile(r"\d+")
_LAST_WORD: Final = re.compile(rf"[^\s{ZWNJ}]+$")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")


class NumberFix(NamedTuple):
    """A label at `place` of a text, and how it has to be written."""

    provision: Provision
    place: Range
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RegularLists:
    """The provisions of one text that belong to lists without a gap: the first number of the list, by the start of
    each provision."""

    first: dict[int, str]

    @classmethod
    def of(cls, text: str) -> RegularLists:
        found: dict[int, str] = {}
        for members in _lists(parse(text)):
            numbers = [one.number for one in members]
            if _regular(members[0].kind, numbers):
                found |= {one.start: numbers[0] for one in members}
        return cls(found)


def number_fixes(
    text: str, first_number: Callable[[int], str | None], *, newer: str
) -> tuple[NumberFix, ...]:
    """Returns the labels of `text` that have to be written anew, in order.

    `first_number` returns the first number of the regular list from which the provision at an offset of `text` was
    taken, or None if that list was not regular. `newer` is the revision whose habits are followed.
    """
    provisions = parse(text)
    habits = _Habits.of(newer)
    found = [
        fix
        for members in _lists(provisions)
        for fix in _fixes(text, members, [first_number(one.start) for one in members], habits)
    ]
    return tuple(sorted(found, key=lambda fix: fix.place))


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a text numbers: whether a note that is alone has a number, and the order of its letters."""

    lone_note: bool
    letters: Sequence[str]

    @classmethod
    def of(cls, text: str) -> _Habits:
        every = [*_lists(parse(text))]
        lone = [one[0].number for one in every if one[0].kind is LabelKind.NOTE and len(one) == 1]
        letters = [[p.number for p in one] for one in every if one[0].kind is LabelKind.LETTER]
        abjad = sum(one == list(ABJAD[: len(one)]) for one in letters if len(one) > 2)
        alphabet = sum(one == list(ALPHABET[: len(one)]) for one in letters if len(one) > 2)
        return cls(
            lone_note=sum(map(bool, lone)) > len(lone) / 2, letters=ABJAD if abjad > alphabet else ALPHABET
        )


def _lists(provisions: Iterable[Provision]) -> Iterator[list[Provision]]:
    """Yields the provisions that are counted together, in order: articles of the text, notes of an article."""
    found: dict[tuple[int, LabelKind], list[Provision]] = {}
    latest: dict[tuple[tuple[LabelKind, str], ...], int] = {}
    headings: dict[LabelKind, int] = {}
    for index, one in enumerate(provisions):
        if one.label is None or one.kind in _UNNUMBERED:
            continue
        if one.kind.heading:
            above = max((at for kind, at in headings.items() if kind < one.kind), default=-1)
            headings = {kind: at for kind, at in headings.items() if kind < one.kind} | {one.kind: index}
        else:
            above = latest.get(one.address[:-1], -1)
            latest[one.address] = index
        found.setdefault((above, one.kind), []).append(one)
    yield from found.values()


def _regular(kind: LabelKind, numbers: Sequence[str]) -> bool:
    if kind is LabelKind.NOTE and list(numbers) == [""]:
        return True
    return all(numbers) and all(map(follows, numbers, numbers[1:]))


def _fixes(
    text: str, members: Sequence[Provision], firsts: Sequence[str | None], habits: _Habits
) -> Iterator[NumberFix]:
    first = firsts[0]
    if first is None or None in firsts:
        return
    expected = _expected(members, first, habits)
    for one, number in zip(members, expected, strict=False):
        if number != one.number:
            before = text[one.start : one.label_end]
            after = _relabelled(before, number, like=_style(text, members))
            if after is not None:
                yield _with_its_dash(text, NumberFix(one, (one.start, one.label_end), before, after))


def _with_its_dash(text: str, fix: NumberFix) -> NumberFix:
    """Puts the space before the dash right: «تبصره ـ» has one, «تبصره ۱ـ» none."""
    (start, end), numbered = fix.place, bool(fix.provision.number)
    if not numbered and text.startswith(" ـ", end):
        return fix._replace(place=(start, end + 1), before=f"{fix.before} ")
    if numbered and not _DIGITS.search(fix.after) and text.startswith("ـ", end) and " " not in fix.after:
        return fix._replace(after=f"{fix.after} ")
    return fix


def _expected(members: Sequence[Provision], first: str, habits: _Habits) -> list[str]:
    count = len(members)
    if members[0].kind is LabelKind.NOTE and count == 1:
        number = members[0].number
        return [number if number in ("", "1") and (habits.lone_note or not number) else ""]
    if members[0].kind is LabelKind.LETTER:
        start = habits.letters.index(first) if first in habits.letters else -1
        return list(habits.letters[start : start + count]) if start >= 0 else []
    start = int(first) if first.isdecimal() else 1 if first == "" else -1
    return [str(start + at) for at in range(count)] if start >= 0 else []


def _style(text: str, members: Sequence[Provision]) -> str:
    """Returns the digits of a list that its other numbers are written in: those of the label above it, if any."""
    start = members[0].start
    return "".join(_DIGITS.findall(text[max(0, start - 2000) : start])[-1:])


def _relabelled(label: str, number: str, *, like: str) -> str | None:
    """Returns a label with another number in the same style, or None if that cannot be written."""
    digits = _DIGITS.search(label)
    if not number:
        word = _FIRST_WORD.search(label)
        return label[: word.end()] if word else None
    if digits:
        return label[: digits.start()] + written_number(number, digits.group()) + label[digits.end() :]
    last = _LAST_WORD.search(label)
    if last is None:
        return None
    if not number.isdecimal():
        return label[: last.start()] + number if canonical_number(last.group()) in ALPHABET else None
    word = _FIRST_WORD.match(label)
    if word and word.end() == len(label):
        return f"{label} {written_number(number, like)}"
    rest = label[word.end() :] if word else label
    words = in_words_as(flat(rest), int(number))
    return None if words is None or word is None else f"{label[: word.end()]} {words}"
