"""Checks the defined terms of NEW: changed definitions, terms that are defined twice, and terms that are not defined.

Only what is safe to say is said. A term is undefined if OLD defined it and NEW still uses it, or if NEW writes it in
guillemets as it does with its defined terms.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop_app.comparison.definitions import (
    TermDefinition,
    TermKey,
    definitions_of,
    is_item,
    term_key,
    term_pattern,
)
from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.finding import places_of
from desktop_app.comparison.folding import bare
from desktop_app.comparison.labels import LabelKind
from desktop_app.comparison.punctuation import MARKS
from desktop_app.comparison.result import ProvisionPlace, Range, TermFinding, TermIssue, TermPlace
from desktop_app.persian.text import ZWNJ

#: Names of the text itself and of its parts, which are used whether or not they are defined.
_GENERIC: Final = frozenset(
    ["قانون", "آیین نامه", "دستورالعمل", "ماده", "تبصره", "بند", "فصل", "اساسنامه", "مقررات", "ضوابط"]
)
_GUILLEMETS: Final = re.compile("«([^«»\n]{2,40})»")
#: Precedes quoted words, or a title: «عبارت «…» حذف می‌شود».
_QUOTES: Final = re.compile(
    "(?<![^\\W_])(?:عبارت|عبارت‌های|واژه|واژه‌های|کلمه|کلمات|جمله|عنوان|نام|شعار|کتاب|فیلم|بند|جزء|ردیف|متن|قانون|شرح)"
    f"[ {ZWNJ}]*$"
)
#: The greatest number of words of a term in guillemets.
_LONGEST: Final = 4
_COPULAS: Final = frozenset({"است", "میباشد", "هستند", "میباشند"})


def term_findings(old: SegmentedText, new: SegmentedText) -> tuple[TermFinding, ...]:
    """Returns the findings in the order of NEW: of definitions, then of terms without one."""
    before, after = definitions_of(old), definitions_of(new)
    if not before and not after:
        return ()
    uses = _Uses(new, after)
    found = [*_changed(old, new, _first(before), _first(after), uses), *_twice(new, after)]
    found.sort(key=lambda one: one.new or (0, 0))
    return (*found, *_no_longer_defined(old, new, before, uses), *_never_defined(new, after))


def _first(definitions: Iterable[TermDefinition]) -> dict[TermKey, TermDefinition]:
    found: dict[TermKey, TermDefinition] = {}
    for one in definitions:
        found.setdefault(one.key, one)
    return found


def _changed(
    old: SegmentedText,
    new: SegmentedText,
    before: dict[TermKey, TermDefinition],
    after: dict[TermKey, TermDefinition],
    uses: _Uses,
) -> Iterator[TermFinding]:
    for key, now in after.items():
        was = before.get(key)
        if was is not None and _meaning(old, was) != _meaning(new, now):
            yield TermFinding(
                TermIssue.CHANGED,
                new.text[slice(*now.term)],
                was.term,
                now.term,
                (_place(new, now.provision, now.term),),
                uses.of(now),
            )


def _meaning(draft: SegmentedText, definition: TermDefinition) -> str:
    """Returns the letters of a meaning, without punctuation, spacing, and the verb «است» of a whole sentence."""
    tokens = (draft.tokens_between(*one).keys for one in definition.meaning)
    words = [key for keys in tokens for key in keys if key not in MARKS]
    return "".join(words[:-1] if words and words[-1] in _COPULAS else words)


def _twice(new: SegmentedText, after: Sequence[TermDefinition]) -> Iterator[TermFinding]:
    annexes = [one.start for one in new.provisions if one.kind is LabelKind.ANNEX]
    several: dict[tuple[int, TermKey], list[TermDefinition]] = {}
    for one in after:
        # An annex may have definitions of its own.
        several.setdefault((bisect_right(annexes, one.term[0]), one.key), []).append(one)
    for same in several.values():
        if len(same) > 1:
            places = tuple(_place(new, one.provision, one.term) for one in same)
            term = same[0].term
            yield TermFinding(TermIssue.TWICE, new.text[slice(*term)], None, term, places, ())


def _no_longer_defined(
    old: SegmentedText, new: SegmentedText, before: Iterable[TermDefinition], uses: _Uses
) -> Iterator[TermFinding]:
    for key, was in _first(before).items():
        if uses.defines(key) or " ".join(key) in _GENERIC:
            continue
        written = old.flat[slice(*was.term)]
        places = uses.of_words(written)
        if places and not any(is_item(new, at, key) for at in uses.provisions(written)):
            yield TermFinding(TermIssue.UNDEFINED, old.text[slice(*was.term)], was.term, None, (), places)


def _never_defined(new: SegmentedText, after: Sequence[TermDefinition]) -> Iterator[TermFinding]:
    defined = {one.key for one in after}
    quoted: dict[TermKey, dict[int, Range]] = {}
    inside = _covered(after)
    marks_terms = False
    for match in _GUILLEMETS.finditer(new.text):
        index = new.index_at(match.start())
        key = term_key(new.flat[slice(*match.span(1))])
        if index is None or not key or inside.contain(match.start()):
            continue
        if key in defined:
            marks_terms = True
        elif _is_term(new, match, key):
            quoted.setdefault(key, {}).setdefault(index, match.span(1))
    if not marks_terms:
        return
    for places in quoted.values():
        if len(places) > 1:
            used = tuple(_place(new, index, place) for index, place in places.items())
            yield TermFinding(TermIssue.UNDEFINED, new.text[slice(*used[0].new)], None, None, (), used)


def _is_term(new: SegmentedText, match: re.Match[str], key: TermKey) -> bool:
    """Returns whether words in guillemets look like a term: few words, no title and no quotation."""
    letters = "".join(key)
    if (
        len(match[1].split()) > _LONGEST
        or len(letters) < 3
        or not letters.isalpha()
        or " ".join(key[:2]) in _GENERIC
        or key[0] in _GENERIC
    ):
        return False
    return not _QUOTES.search(new.flat[max(0, match.start() - 16) : match.start()])


def _place(draft: SegmentedText, index: int, place: Range) -> TermPlace:
    provision = draft.provisions[index]
    return TermPlace(ProvisionPlace(provision.label, provision.path, provision.start, provision.end), place)


def _covered(definitions: Iterable[TermDefinition]) -> _Ranges:
    return _Ranges(place for one in definitions for place in (one.term, *one.meaning))


class _Ranges:
    """Ranges of a text, joined where they overlap."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(ranges):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def contain(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


class _Uses:
    """Where NEW uses terms. A longer term is no use of a shorter one in it («شورای عالی» of «شورا»)."""

    def __init__(self, new: SegmentedText, definitions: Sequence[TermDefinition]) -> None:
        self._new = new
        self._definitions = _first(definitions)
        self._places: dict[str, list[Range]] = {}

    def defines(self, key: TermKey) -> bool:
        return key in self._definitions

    def of(self, definition: TermDefinition) -> tuple[TermPlace, ...]:
        """Returns the first use of a defined term in each provision, except in its own definition."""
        own = (definition.term, *definition.meaning)
        return self._first_in_each(self._new.flat[slice(*definition.term)], definition.key, own)

    def of_words(self, written: str) -> tuple[TermPlace, ...]:
        """Returns the first use of a term in each provision."""
        return self._first_in_each(written, term_key(written), ())

    def provisions(self, written: str) -> list[int]:
        """Returns the indices of the provisions that use a term."""
        indices = [self._new.index_at(start) for start, _end in self._of(written)]
        return [index for index in dict.fromkeys(indices) if index is not None]

    def _first_in_each(self, written: str, key: TermKey, own: Iterable[Range]) -> tuple[TermPlace, ...]:
        longer = (
            place
            for other, definition in self._definitions.items()
            if len(other) > len(key) and _within(key, other)
            for place in self._of(self._new.flat[slice(*definition.term)])
        )
        passed = _Ranges([*own, *longer])
        found: dict[int, Range] = {}
        for place in self._of(written):
            index = self._new.index_at(place[0])
            if index is not None and not passed.contain(place[0]):
                found.setdefault(index, place)
        return tuple(_place(self._new, index, place) for index, place in found.items())

    def _of(self, written: str) -> list[Range]:
        """Returns all places of a term."""
        known = self._places.get(written)
        if known is None:
            pattern = term_pattern(written)
            # The first letters that are written alike in any spelling of the term.
            first = bare(re.split(f"[ \n{ZWNJ}]", written, maxsplit=1)[0])
            places = places_of(self._new.flat, *term_key(first)[:1])
            matches = (pattern.match(self._new.flat, place) for place in places)
            known = self._places[written] = [match.span() for match in matches if match is not None]
        return known


def _within(key: TermKey, other: TermKey) -> bool:
    return any(other[at : at + len(key)] == key for at in range(len(other) - len(key) + 1))
