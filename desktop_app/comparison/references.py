"""Finds references between provisions of a text that a renumbering made stale.

A reference is stale if it is unchanged in NEW, but its target in OLD has another number now, or was deleted.
References that were written or rewritten for NEW are assumed correct. References to other laws («ماده ۱۲ قانون
مطبوعات») are ignored.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.finding import LazyPattern, places_of
from desktop_app.comparison.folding import flat
from desktop_app.comparison.labels import LETTER, NUMBER, LabelKind, canonical_number
from desktop_app.comparison.nesting import Address
from desktop_app.comparison.numbers import in_words_as
from desktop_app.comparison.result import Entry, Op, Range, Span, StaleReference
from desktop_app.persian.digits import ARABIC_DIGITS, LATIN_DIGITS, persian_digits
from desktop_app.persian.text import ZWNJ

_UNITS: Final = {
    "ماده": LabelKind.ARTICLE, "اصل": LabelKind.ARTICLE, "تبصره": LabelKind.NOTE, "بند": LabelKind.LETTER,
    "جزء": LabelKind.ITEM,
    "فصل": LabelKind.CHAPTER, "باب": LabelKind.TITLE, "بخش": LabelKind.PART, "مبحث": LabelKind.SECTION,
    "گفتار": LabelKind.SPEECH,
}  # fmt: skip
_PLURALS: Final = {
    "مواد": LabelKind.ARTICLE, "ماده": LabelKind.ARTICLE, "اصول": LabelKind.ARTICLE, "تبصره": LabelKind.NOTE,
    "بند": LabelKind.LETTER,
    "فصول": LabelKind.CHAPTER, "فصل": LabelKind.CHAPTER,
}  # fmt: skip
_NAMES: Final = {
    **{kind: unit for unit, kind in reversed(_UNITS.items())},
    LabelKind.VOLUME: "جلد", LabelKind.BOOK: "کتاب", LabelKind.DIVISION: "قسمت", LabelKind.SUBSECTION: "فقره",
    LabelKind.ANNEX: "پیوست",
}  # fmt: skip

_W: Final = f"[ {ZWNJ}]*+"
_VALUE: Final = f'[(\\["]?{_W}(?:{LETTER}|{NUMBER})(?:{_W}[)\\]"])?'
_EZAFE: Final = f"(?:{ZWNJ}?ٔ|{ZWNJ}ی)?"
_ONE: Final = f"(?:{'|'.join(_UNITS)}){_EZAFE}{_W}{_VALUE}"
_PART: Final = LazyPattern(f"(?P<unit>{'|'.join(_UNITS)}){_EZAFE}{_W}(?P<value>{_VALUE})")
_AND: Final = f"(?:{_W}(?:،|و|تا|الی|یا|-){_W})"
_REFERENCE: Final = LazyPattern(
    f"(?<![^\\W_])(?:(?P<plural>مواد|اصول|فصول|(?:ماده|تبصره|بند|فصل){_W}های){_W}(?P<list>{_VALUE}(?:{_AND}{_VALUE})+)"
    f"|(?P<chain>{_ONE}(?:{_W}(?:از )?{_ONE})*))(?![^\\W_])"
)
#: Maximum distance from the start of a reference to its last word.
_LONGEST: Final = 60
_UNCHANGED_OPS: Final = frozenset({Op.EQUAL, Op.ORTHOGRAPHIC})
_ITEM: Final = LazyPattern(_VALUE)
_ELSEWHERE: Final = re.compile(
    f"{_W}(?:از )?(?:قانون|آیین{_W}نامه|اساسنامه|دستورالعمل|تصویب{_W}نامه|مصوبه|لایحه|شیوه{_W}نامه|بخشنامه"
    "|اعلامیه|کنوانسیون)"
)

#: A target of a reference: its address, and its numbers as written, with their offsets.
_Named = tuple[Address, list[tuple[str, int]]]


def stale_references(
    old: SegmentedText, new: SegmentedText, entries: tuple[Entry, ...]
) -> tuple[StaleReference, ...]:
    """Returns the references in `new` that still have the old number of a renumbered provision."""
    numbering = Numbering(old, new, entries)
    if not numbering.changed:
        return ()
    kept = UnchangedText(entries)
    found = []
    for match in _references(new, numbering.changed):
        start, end = match.span()
        if _ELSEWHERE.match(new.flat, end):
            continue
        place = kept.place_at(start)
        if place is None:
            continue
        context = old.provisions[numbering.old_at(place[0])].address
        now = _renumbered(new.text, match, numbering, context)
        # Checked last, because it may compute spans of entries that differ only in spelling.
        if (
            now is not None
            and kept.is_unchanged(place[1], start, end)
            and not _within_another(new.flat, start)
        ):
            text = new.text[start:end]
            found.append(StaleReference(text, (start, end), text, now))
    return tuple(found)


def proposal(old: SegmentedText, new: SegmentedText, entries: tuple[Entry, ...], reference: Range) -> str:
    """Returns what a reference in NEW to a deleted provision may name instead, or an empty string.

    It is the neighbour of the deleted provision, under its number in NEW.
    """
    match = _REFERENCE.compiled.match(new.flat, reference[0])
    place = UnchangedText(entries).place_at(reference[0])
    if match is None or match.span() != reference or place is None or match.group("plural"):
        return ""
    numbering = Numbering(old, new, entries)
    context = old.provisions[numbering.old_at(place[0])].address
    for address, _values in _named(match):
        target = numbering.now(address, context)
        beside = numbering.beside(target[0]) if target is not None and target[1] is None else None
        if beside is not None:
            return numbering.written(beside, new.text[slice(*reference)]) or ""
    return ""


def _within_another(flat_text: str, start: int) -> bool:
    """Returns whether the reference at `start` is the end of a longer one, which starts with a word not searched
    for."""
    above = flat_text[max(0, start - _LONGEST) : start]
    offset = start - len(above)
    found = (_REFERENCE.compiled.match(flat_text, offset + at) for at in places_of(above, *_UNITS, *_PLURALS))
    return any(match is not None and match.end() > start for match in found)


def _references(draft: SegmentedText, kinds: frozenset[LabelKind]) -> Iterator[re.Match[str]]:
    """Yields the references to provisions of the given kinds, except the labels of the provisions themselves."""
    # A reference begins with its innermost part: in «بند ۳ ماده ۴» only the article may have another number.
    outermost = min(kinds)
    words = [word for word, kind in {**_PLURALS, **_UNITS}.items() if kind in kinds or kind > outermost]
    labels = {
        provision.start: provision.body for provision in draft.provisions if provision.label is not None
    }
    reached = 0
    for start in places_of(draft.flat, *words):
        if start < reached:
            continue
        body = labels.get(start)
        if body is not None:
            reached = body
        elif match := _REFERENCE.compiled.match(draft.flat, start):
            reached = match.end()
            yield match


def _renumbered(text: str, match: re.Match[str], numbering: Numbering, context: Address) -> str | None:
    """Returns the corrected reference, or an empty string if its target was deleted.

    Returns None if the reference is correct or cannot be resolved.
    """
    replacements: list[tuple[Range, str]] = []
    for address, values in _named(match):
        target = numbering.now(address, context)
        if target is None or target[0] == target[1]:
            continue
        was, now, depth = target
        if now is None:
            return ""
        if [kind for kind, _ in was[-depth:]] != [kind for kind, _ in now[-depth:]]:
            # A note became an article, or an article became a note of another.
            if match.group("plural") or depth < len(values):
                return None
            return numbering.written(now, text[slice(*match.span())])
        for value, before, after in zip(values[::-1][:depth], was[-depth:], now[-depth:], strict=True):
            if before != after:
                replacements.append((_trimmed(*value), after[1]))
    return _replaced(text, match.span(), replacements) if replacements else None


def _replaced(text: str, reference: Range, numbers: list[tuple[Range, str]]) -> str:
    start, end = reference
    pieces, at = [], start
    for (first, last), number in sorted(numbers):
        # If the target is now the only one of its kind, remove the number and the space before it.
        before = text[at:first] if number else text[at:first].rstrip(f" {ZWNJ}")
        pieces += [before, written_number(number, text[first:last])]
        at = last
    return "".join([*pieces, text[at:end]])


def _named(match: re.Match[str]) -> Iterator[_Named]:
    if match.group("plural"):
        unit = match.group("plural").replace("های", "").strip(f" {ZWNJ}")
        for value in _ITEM.compiled.finditer(match.string, *match.span("list")):
            written = value.group()
            yield ((_PLURALS[unit], canonical_number(written)),), [(written, value.start())]
        return
    parts = list(_PART.compiled.finditer(match.string, *match.span("chain")))
    address = tuple([(_UNITS[part["unit"]], canonical_number(part["value"])) for part in reversed(parts)])
    yield address, [(part["value"], part.start("value")) for part in parts]


def _trimmed(value: str, start: int) -> Range:
    """Returns the range of the bare number in `value`, without brackets and quotation marks."""
    core = value.strip(f' {ZWNJ}()[]"')
    first = start + value.index(core)
    return first, first + len(core)


def written_number(number: str, like: str) -> str:
    """Returns `number` in the style of the numbers in `like`: in its digits or in words; by default in Persian
    digits."""
    if any(digit in like for digit in LATIN_DIGITS):
        return number
    if any(digit in like for digit in ARABIC_DIGITS):
        return number.translate(str.maketrans(LATIN_DIGITS, ARABIC_DIGITS))
    if number.isdecimal() and not any(character.isdigit() for character in like):
        words = in_words_as(flat(like), int(number))
        if words is not None:
            return words
    return persian_digits(number)


class Numbering:
    """Maps addresses in OLD to addresses in NEW. Addresses that are ambiguous in OLD are excluded."""

    def __init__(self, old: SegmentedText, new: SegmentedText, entries: tuple[Entry, ...]) -> None:
        self._starts = [provision.start for provision in old.provisions]
        new_starts = [provision.start for provision in new.provisions]
        old_at = {start: index for index, start in enumerate(self._starts)}
        new_at = {start: index for index, start in enumerate(new_starts)}
        self._article = next((p.word for p in new.provisions if p.kind is LabelKind.ARTICLE), "")
        #: Maps each address to the index of the provision of OLD.
        self._old_of: dict[Address, int] = {}
        self._now: dict[int, Address | None] = {}
        ambiguous: set[int] = set()
        for index, provision in enumerate(old.provisions):
            if provision.address:
                known = self._old_of.setdefault(provision.address, index)
                if known != index:
                    ambiguous.add(known)
        #: The kinds of provisions that were renumbered or deleted.
        kinds: set[LabelKind] = set()
        for entry in entries:
            index = -1 if entry.old is None else old_at.get(entry.old.start, -1)
            if index < 0:
                continue
            was, now = old.provisions[index].address, None
            if entry.new is not None:
                at = new_at.get(entry.new.start, -1)
                if at < 0:
                    # A merged provision starts inside another one.
                    at = bisect_right(new_starts, entry.new.start) - 1
                now = new.provisions[at].address
            self._now[index] = now
            if was != now and was:
                kinds.add(was[-1][0])
        for index in ambiguous:
            self._now.pop(index, None)
        self.changed = frozenset(kinds)

    def old_at(self, offset: int) -> int:
        """Returns the index of the provision of OLD that contains `offset`."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def beside(self, address: Address) -> Address | None:
        """Returns the address in NEW of the provision that follows a deleted one, or else precedes it.

        Only provisions of the same kind below the same provision qualify. `address` is one in OLD.
        """
        at = self._old_of.get(address, -1)
        family = sorted(
            (index, one)
            for one, index in self._old_of.items()
            if one[:-1] == address[:-1] and one[-1][0] is address[-1][0]
        )
        later = (self._now.get(index) for index, _one in family if index > at)
        earlier = (self._now.get(index) for index, _one in reversed(family) if index < at)
        return next((one for one in (*later, *earlier) if one), None)

    def written(self, address: Address, like: str) -> str | None:
        """Returns `address` as a reference, from the innermost part outwards, in the digits of `like`.

        Returns None if a part has no name of its own («اول - در خیار مجلس»).
        """
        units = {**_NAMES, LabelKind.ARTICLE: self._article or _NAMES[LabelKind.ARTICLE]}
        if any(kind not in units for kind, _number in address):
            return None
        parts = [
            f"{units[kind]} {written_number(number, like)}".rstrip() for kind, number in reversed(address)
        ]
        return " ".join(parts)

    def now(self, address: Address, context: Address) -> tuple[Address, Address | None, int] | None:
        """Resolves `address` inside `context` to its full address in OLD and its address in NEW.

        The third value tells how many outer parts of `address` were resolved: all, or those above clauses that are
        not provisions of their own. The address in NEW is None if the provision was deleted. Returns None if the
        address is unknown.
        """
        for parts in range(len(address), 0, -1):
            for depth in range(len(context), -1, -1):
                full = (*context[:depth], *address[:parts])
                index = self._old_of.get(full, -1)
                if index in self._now:
                    return full, self._now[index], parts
        return None


class UnchangedText:
    """The parts of NEW that are unchanged, with their provisions in OLD."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        pairs = [(one.old, one.new, one.spans) for one in entries]
        self._pairs = [(old, new, spans) for old, new, spans in pairs if old is not None and new is not None]
        self._starts = [new.start for _old, new, _spans in self._pairs]

    def place_at(self, start: int) -> tuple[int, Sequence[Span]] | None:
        """Returns the start in OLD of the provision that contains `start` in NEW, and its spans. Returns None
        before the first."""
        at = bisect_right(self._starts, start) - 1
        return (self._pairs[at][0].start, self._pairs[at][2]) if at >= 0 else None

    @staticmethod
    def is_unchanged(spans: Sequence[Span], start: int, end: int) -> bool:
        """Returns whether no part of `[start, end)` was inserted or replaced."""
        reached = start
        for span in spans:
            if span.new[1] <= reached or span.new[0] == span.new[1]:
                continue
            if span.new[0] > reached or span.op not in _UNCHANGED_OPS:
                return False
            reached = span.new[1]
            if reached >= end:
                return True
        return False
