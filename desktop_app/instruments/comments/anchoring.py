"""Finds the provision that a comment belongs to: by its label, by quoted words, or the whole text.

Each result has a confidence (0 to 100). From `SURE` on it is final; below, the comment waits for a person, with
candidate provisions. Contradictory evidence (the label of one article, the words of another) is never sure, and
nothing is put on a near-duplicate.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from desktop_app.comparison.folding import flat
from desktop_app.comparison.labels import LabelKind
from desktop_app.comparison.structure import Provision, parse
from desktop_app.instruments.comments.provision_names import Name, Step, name_of, names_in
from desktop_app.persian.text import Folded, fold, fold_with_offsets

if TYPE_CHECKING:
    from desktop_app.comparison.occurrences import Occurrences

#: From this confidence on no person is needed.
SURE: Final = 80
#: The maximum number of candidates.
MOST_CANDIDATES: Final = 5
#: The minimum similarity (0 to 100) of a candidate and of a sure place, and its lead over the next one.
_LIKE: Final = 68.0
_VERY_LIKE: Final = 82.0
_LEAD: Final = 10.0
#: Quotes shorter than this (in code points) need more similarity; those shorter than the second limit have to match
#: exactly.
_TELLING: Final = 20
_FEWEST: Final = 12
_STRICTER: Final = 6.0
_QUOTED: Final = tuple(
    re.compile(pattern) for pattern in ("«([^«»]{8,600})»", "“([^“”]{8,600})”", '"([^"\n]{8,600})"')
)
_NAMES_SOMETHING: Final = re.compile("ماد|اصل|بند|تبصر|جز|[مت]\\.? ?[0-9۰-۹٠-٩]|art|note", re.IGNORECASE)
_AT_NAME: Final = "-–ـ:. "


class How(StrEnum):
    """The evidence for the place of a comment."""

    LABEL = "label"
    MENTION = "mention"
    QUOTE = "quote"
    WHOLE = "whole"
    UNSURE = "unsure"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a comment belongs.

    `at` is an index of the labelled provisions, None for the whole text and for an unsure result; `candidates`
    are (at, confidence), best first.
    """

    at: int | None
    how: How
    confidence: int
    candidates: tuple[tuple[int, int], ...] = ()


_WHOLE: Final = Anchored(None, How.WHOLE, 100)


@lru_cache(maxsize=8)
def places_of(text: str) -> Places:
    """Returns the places of a text (cached)."""
    return Places(text)


class Places:
    """The labelled provisions of a text, indexed by every name that comments may use, and by their words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.provisions = [p for p in parse(text) if p.label is not None and not p.kind.heading]
        #: The index of each provision by its start.
        self.at_start = {provision.start: at for at, provision in enumerate(self.provisions)}
        self._by_name: dict[str, list[int]] = {}
        #: A cache of folded names: ten thousand comments name forty provisions.
        self._asked_for: dict[str, str] = {}
        self._by_last: dict[Step, list[int]] = {}
        for at, provision in enumerate(self.provisions):
            self._by_name.setdefault(fold(self.name(at)), []).append(at)
            self._by_last.setdefault(_key(provision.address[-1]), []).append(at)
        self._labelled: dict[str, tuple[list[int], int]] = {}
        self._quoted: dict[str, tuple[tuple[int, int], ...]] = {}

    def name(self, at: int) -> str:
        """Returns the full name, «تبصره ۱ ماده ۶»: innermost first, without headings."""
        provision = self.provisions[at]
        return " ".join(reversed(provision.path[-len(provision.address) :]))

    def is_main(self, at: int) -> bool:
        return len(self.provisions[at].address) == 1

    def named(self, name: str, start: int | None = None) -> int | None:
        """Returns the provision with this name, among several the one that begins at `start`; None if there is
        none.
        """
        folded = self._asked_for.get(name)
        if folded is None:
            folded = self._asked_for[name] = fold(name)
        found = self._by_name.get(folded, [])
        exact = [at for at in found if self.provisions[at].start == start]
        return exact[0] if exact else found[0] if len(found) == 1 else None

    def range_of(self, at: int) -> tuple[int, int]:
        """Returns the code points of a provision, from its label, including its children."""
        return self.provisions[at].start, self.end_of(at)

    def end_of(self, at: int) -> int:
        own: Provision = self.provisions[at]
        end = own.end
        for below in self.provisions[at + 1 :]:
            # Another provision of the same name is not a child of this one.
            if below.address[: len(own.address)] != own.address or len(below.address) == len(own.address):
                break
            end = below.end
        return end

    def locate(self, label: str, quote: str, text: str) -> Anchored:
        """Returns where a comment belongs that gives this label and this quote, and has this `text`."""
        if not self.provisions:
            return _WHOLE
        label = label.strip().strip(_AT_NAME)
        quotes = self._of_quotes(quote, text)
        if label and fold(label) not in _WHOLE_NAMES:
            return self._by_label(label, quotes, text)
        mentioned, strange = self._mentioned(text)
        if quotes:
            return self._by_quote(quotes, mentioned)
        if quote.strip() or strange:
            return _unsure([(at, 50) for at in mentioned])
        if not mentioned:
            return _WHOLE
        deepest = self._one_line(mentioned)
        if deepest is None:
            return _unsure([(at, 50) for at in mentioned])
        return Anchored(deepest, How.MENTION, 85)

    def lacks(self, label: str) -> bool:
        """Whether a label names nothing in this text, not even a candidate."""
        name = label.strip().strip(_AT_NAME)
        if not self.provisions or not name or fold(name) in _WHOLE_NAMES:
            return False
        return not self._of_label(name)[0]

    # By label

    def _by_label(self, label: str, quotes: Sequence[tuple[int, int]], text: str) -> Anchored:
        if label not in self._labelled:
            self._labelled[label] = self._of_label(label)
        named, confidence = self._labelled[label]
        best = [at for at, likeness in quotes if likeness >= SURE]
        if len(named) == 1 and confidence >= SURE:
            at = named[0]
            if best and not any(self._related(at, other) for other in best):
                return _unsure([(at, 55), *((other, 50) for other in best)])
            return Anchored(at, How.LABEL, confidence)
        inside = [at for at in best if any(self._related(at, one) for one in named)]
        if len(named) > 1 and len(inside) == 1:
            return Anchored(self._outer(named, inside[0]), How.QUOTE, 90)
        mentioned, _strange = self._mentioned(text)
        return _unsure([*quotes, *((at, 50) for at in named), *((at, 40) for at in mentioned)])

    def _of_label(self, label: str) -> tuple[list[int], int]:
        exact = self._by_name.get(fold(label), [])
        if exact:
            return exact, 100
        name = name_of(label)
        if name is None:
            several = [at for one in names_in(label) for at in self._of_name(one)[0]]
            return several, 40
        return self._of_name(name)

    def _of_name(self, name: Name) -> tuple[list[int], int]:
        """Returns the provisions with a name and the confidence: those that match all steps, or a parent of the
        last one.
        """
        found = self._under(name.steps)
        if not found and name.short and len(name.steps) == 1:
            # «۲» in a circular whose provisions are clauses.
            found = self._under(((LabelKind.LETTER, name.steps[0][1]),))
        if len(found) > 1:
            exact = [at for at in found if len(self.provisions[at].address) == len(name.steps)]
            found = exact if len(exact) == 1 else found
        if found:
            complete = len(self.provisions[found[0]].address) == len(name.steps)
            return found, (90 if name.short else 100) if complete else 85
        for steps in (name.steps[:-1], name.steps[1:]):
            if steps and (above := self._under(steps)):
                return above[:MOST_CANDIDATES], 45
        return [], 0

    def _under(self, steps: Sequence[Step]) -> list[int]:
        last = self._by_last.get(_key(steps[-1]), [])
        outer = [_key(step) for step in steps[:-1]]
        return [at for at in last if _subsequence(outer, map(_key, self.provisions[at].address[:-1]))]

    # By names in the text

    def _mentioned(self, text: str) -> tuple[list[int], bool]:
        """Returns the provisions that a running text names, most frequent first; and whether it names one that
        does not exist.
        """
        if not _NAMES_SOMETHING.search(text):
            return [], False
        counted: Counter[int] = Counter()
        article: Step | None = None
        missing = False
        for name in names_in(text):
            if name.steps[0][0] is LabelKind.ARTICLE:
                article = name.steps[0]
            elif article is not None and (found := self._under((article, *name.steps))):
                counted.update(found)
                continue
            found, confidence = self._of_name(name)
            if confidence < SURE:
                # «بند ۳» of a letter, or «تبصره» of any law: only a missing article is significant.
                missing = missing or name.steps[0][0] is LabelKind.ARTICLE
            counted.update(found)
        return [at for at, _ in counted.most_common(MOST_CANDIDATES)], missing

    def _one_line(self, mentioned: Sequence[int]) -> int | None:
        """Returns the innermost of nested provisions; None if they are not nested."""
        deepest = max(mentioned, key=lambda at: len(self.provisions[at].address))
        return deepest if all(self._related(at, deepest) for at in mentioned) else None

    def _related(self, one: int, other: int) -> bool:
        (start, end), (begin, stop) = self.range_of(one), self.range_of(other)
        return (start <= begin and stop <= end) or (begin <= start and end <= stop)

    def _outer(self, named: Sequence[int], inside: int) -> int:
        return next(at for at in named if self._related(at, inside))

    # By quoted words

    def _by_quote(self, quotes: Sequence[tuple[int, int]], mentioned: Sequence[int]) -> Anchored:
        sure = [at for at, likeness in quotes if likeness >= SURE]
        if len(sure) == 1 and all(self._related(sure[0], at) for at in mentioned):
            named = self._one_line([sure[0], *mentioned])
            confidence = dict(quotes)[sure[0]]
            return Anchored(sure[0] if named is None else named, How.QUOTE, confidence)
        among = [at for at, _ in quotes if at in mentioned]
        if not sure and len(mentioned) == 1 and among:
            return Anchored(among[0], How.MENTION, 90)
        return _unsure([*quotes, *((at, 50) for at in mentioned)])

    def _of_quotes(self, quote: str, text: str) -> tuple[tuple[int, int], ...]:
        """Returns the provisions that contain quoted words, with a confidence, which reaches `SURE` for a single
        one only.
        """
        found: dict[int, int] = {}
        for words in (quote, *_quoted(text)):
            if len(words.split()) < 2 and words is not quote:
                continue
            if words not in self._quoted:
                self._quoted[words] = self._of_words(words)
            for at, confidence in self._quoted[words]:
                found[at] = max(confidence, found.get(at, 0))
        return tuple(sorted(found.items(), key=lambda one: (-one[1], one[0])))[:MOST_CANDIDATES]

    def _of_words(self, words: str) -> tuple[tuple[int, int], ...]:
        wanted = fold(words)
        if not wanted:
            return ()
        exact = self._exact(wanted)
        count = len(wanted.split())
        if len(wanted) < _FEWEST or count < 2:
            if len(exact) == 1:
                return ((exact[0], 90 if count > 1 else 85),)
            return tuple((at, 60) for at in exact[:MOST_CANDIDATES])
        stricter = 0.0 if len(wanted) >= _TELLING else _STRICTER
        likely: dict[int, float] = dict.fromkeys(exact, 100.0)
        for likeness, (start, end) in self._occurrences.similar_places(flat(words), _LIKE):
            at = self._at((start + end) // 2)
            if at is not None:
                likely[at] = max(likeness, likely.get(at, 0.0))
        ranked = sorted(likely.items(), key=lambda one: (-one[1], one[0]))
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        leads = ranked[0][1] - second >= _LEAD + stricter if ranked else False
        if leads and ranked[0][1] >= _VERY_LIKE + stricter:
            return ((ranked[0][0], min(98, round(ranked[0][1]))),)
        return tuple((at, min(SURE - 5, round(likeness * 0.75))) for at, likeness in ranked[:MOST_CANDIDATES])

    def _exact(self, wanted: str) -> list[int]:
        folded = self._folded
        found: dict[int, None] = {}
        at = folded.text.find(wanted)
        while at >= 0 and len(found) <= MOST_CANDIDATES:
            inside = self._at(folded.original_range(at, at + 1)[0])
            if inside is not None:
                found[inside] = None
            at = folded.text.find(wanted, at + 1)
        return list(found)

    def _at(self, offset: int) -> int | None:
        inside = [at for at, p in enumerate(self.provisions) if p.start <= offset < p.end]
        return inside[-1] if inside else None

    @cached_property
    def _folded(self) -> Folded:
        return fold_with_offsets(self.text)

    @cached_property
    def _occurrences(self) -> Occurrences:
        from desktop_app.comparison.occurrences import Occurrences  # noqa: PLC0415 - rapidfuzz, for quotes alone

        return Occurrences(flat(self.text), [(p.start, p.end) for p in self.provisions])


_WHOLE_NAMES: Final = frozenset(
    map(fold, ("کل متن", "کل", "همه", "کلیات", "کل پیش‌نویس", "عمومی", "whole", "general"))
)


def _unsure(candidates: Iterable[tuple[int, int]]) -> Anchored:
    best: dict[int, int] = {}
    for at, confidence in candidates:
        best[at] = max(best.get(at, 0), min(confidence, SURE - 1))
    ranked = sorted(best.items(), key=lambda one: -one[1])[:MOST_CANDIDATES]
    return Anchored(None, How.UNSURE, ranked[0][1] if ranked else 0, tuple(ranked))


def _quoted(text: str) -> list[str]:
    # Each kind of quotation mark is searched separately: an unclosed one must not hide the others.
    return [match[1] for pattern in _QUOTED for match in pattern.finditer(text)]


def _key(step: Step) -> Step:
    """Returns the step in a comparable form: clauses and items are interchangeable, and a lone note may have a
    number.
    """
    kind, number = step
    if kind is LabelKind.NOTE and number in {"", "واحده"}:
        return kind, "1"
    return (LabelKind.LETTER if kind > LabelKind.NOTE else kind), number


def _subsequence(wanted: Sequence[Step], path: Iterable[Step]) -> bool:
    rest = iter(path)
    return all(step in rest for step in wanted)
