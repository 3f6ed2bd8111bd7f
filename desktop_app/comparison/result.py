"""The result of a comparison. All offsets are code points of the `text` of their side, `[start, end)`.

The entries have the fields of `compare --format json`. They tile both texts except for white space, in the order
of NEW; a deleted provision follows the one that preceded it in OLD. Parts beside the body (footnotes, headers)
follow the body in the text, and their entries follow the provision that they belong to. Spans, places and entries
are named tuples, because there are thousands of them and a dataclass takes three times as long to create.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from operator import itemgetter
from typing import Final, Literal, NamedTuple, overload

from desktop_app.comparison.folding import flat
from desktop_app.comparison.tokens import word_count
from desktop_app.documents.document import PartKind

#: Recorded in every result, because another version of the engine may align differently.
ENGINE: Final = "mosharekat-comparison 2"
Range = tuple[int, int]
SideName = Literal["old", "new"]


class ProvisionStatus(StrEnum):
    """The outcome of a provision. Each entry has exactly one."""

    UNCHANGED = "unchanged"
    ORTHOGRAPHIC = "orthographic"
    EDITED = "edited"
    INSERTED = "inserted"
    DELETED = "deleted"


class Flag(StrEnum):
    """Further properties of an entry, besides its status."""

    MOVED = "moved"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    MERGED = "merged"


class Op(StrEnum):
    """The outcome of a run of characters inside a provision."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"
    REPLACE = "replace"
    ORTHOGRAPHIC = "orthographic"
    LABEL = "label"


class SpellingKind(StrEnum):
    """The kind of a spelling difference."""

    LETTER_FORM = "letter-form"
    DIGITS = "digits"
    MARKS = "marks"
    JOINING = "joining"
    PUNCTUATION = "punctuation"
    SPACING = "spacing"
    INVISIBLE = "invisible"


class Span(NamedTuple):
    """A run inside a pair of provisions. The spans of an entry tile its text on both sides."""

    op: Op
    old: Range
    new: Range
    kind: SpellingKind | None = None
    weighty: bool = False


#: Creates a `Span` from a tuple of its five fields, in half the time of the constructor.
made_span: Final[Callable[[tuple[Op, Range, Range, SpellingKind | None, bool]], Span]] = partial(
    tuple.__new__, Span
)


class LazySpans(Sequence[Span]):
    """Spans that are computed on first access. Most spans of mere spelling differences are never read."""

    __slots__ = ("_made", "_make", "_may_weigh")

    def __init__(self, make: Callable[[], tuple[Span, ...]], may_weigh: Callable[[], bool]) -> None:
        """Stores the functions. `may_weigh` is a cheap test whether any span could be weighty."""
        self._make: Callable[[], tuple[Span, ...]] | None = make
        self._made: tuple[Span, ...] = ()
        self._may_weigh = may_weigh

    @property
    def made(self) -> bool:
        """Whether the spans have been computed."""
        return self._make is None

    @property
    def weighty(self) -> bool:
        """Whether any span is weighty. Usually known without computing the spans."""
        return self._may_weigh() and any(span.weighty for span in self._all())

    def read_once(self) -> tuple[Span, ...]:
        """Returns the spans without keeping them, for a document that reads all of a long text."""
        make = self._make
        return self._made if make is None else make()

    def _all(self) -> tuple[Span, ...]:
        make = self._make
        if make is not None:
            # Keep this order: two threads may both compute the spans, but neither sees an empty result.
            self._made = make()
            self._make = None
        return self._made

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Span, ...]: ...
    def __getitem__(self, index: int | slice) -> Span | tuple[Span, ...]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[Span]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


class ProvisionPlace(NamedTuple):
    """A provision on one side.

    `label` is as written, or None. `path` has the labels above it and its own. `[start, end)` is its own text
    from the label on, without the notes and clauses below it. A `part` beside the body has no label, and the path
    of the provision that refers to it.
    """

    label: str | None
    path: tuple[str, ...]
    start: int
    end: int
    part: PartKind | None = None


_PlaceFields = tuple[str | None, tuple[str, ...], int, int, PartKind | None]
made_place: Final[Callable[[_PlaceFields], ProvisionPlace]] = partial(tuple.__new__, ProvisionPlace)


class Entry(NamedTuple):
    """A provision of one side, or a pair of provisions. Entries with the same `group` are one change.

    If only the spelling differs, `spans` are computed on first access; `status` and `flags` do not need them.
    `heavy` says that a provision on one side only is weighty.
    """

    status: ProvisionStatus
    flags: frozenset[Flag]
    group: int | None
    old: ProvisionPlace | None
    new: ProvisionPlace | None
    spans: Sequence[Span] = ()
    heavy: bool = False

    @property
    def weighty(self) -> bool:
        """Whether the provision or any span is weighty. Fast even if the spans are not computed yet."""
        if self.heavy:
            return True
        if isinstance(self.spans, LazySpans):
            return self.spans.weighty
        return any(span.weighty for span in self.spans)

    @property
    def part(self) -> PartKind | None:
        """The kind of a part beside the body; None for a provision of the body."""
        place = self.new or self.old
        return None if place is None else place.part


_NOT_CHANGES: Final = frozenset({ProvisionStatus.UNCHANGED, ProvisionStatus.ORTHOGRAPHIC})


def is_change(entry: Entry) -> bool:
    """Returns whether an entry is a material change: not if it is in place and differs at most in spelling."""
    return bool(entry.flags) or entry.status not in _NOT_CHANGES


_EntryFields = tuple[
    ProvisionStatus,
    frozenset[Flag],
    int | None,
    ProvisionPlace | None,
    ProvisionPlace | None,
    Sequence[Span],
    bool,
]
made_entry: Final[Callable[[_EntryFields], Entry]] = partial(tuple.__new__, Entry)


@dataclass(frozen=True, slots=True)
class StaleReference:
    """A reference in NEW `[start, end)` with the old number of a renumbered provision.

    `now` is the correct form; it is empty if the provision was deleted.
    """

    text: str
    new: Range
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class StatedCount:
    """A number of provisions that NEW states at `[start, end)` («چهل ماده»), and how many it has."""

    text: str
    new: Range
    found: int


#: A rewritten pair with a lower confidence is one that a reviewer should decide.
CERTAIN: Final = 0.9


@dataclass(frozen=True, slots=True)
class RewrittenPair:
    """Two articles of which one may be the other, rewritten. `old` and `new` are their own text, `[start, end)`.

    `confidence` is 0 to 1. Without `paired`, the comparison says that one was deleted and the other inserted.
    """

    old: Range
    new: Range
    confidence: float
    paired: bool

    @property
    def certain(self) -> bool:
        """Whether nobody has to be asked."""
        return self.confidence >= CERTAIN


#: Kinds of parts that no place of the body refers to. Their order means nothing.
MARGINS: Final = frozenset({PartKind.HEADER, PartKind.FOOTER})


@dataclass(frozen=True, slots=True)
class PartRange:
    """A part beside the body: its range of the text, and the place of its reference in the body, if it has one."""

    kind: PartKind
    at: int | None
    start: int
    end: int


class TermIssue(StrEnum):
    """What is to be told about a defined term."""

    CHANGED = "changed"
    TWICE = "defined-twice"
    UNDEFINED = "undefined"


@dataclass(frozen=True, slots=True)
class TermPlace:
    """A provision of NEW with a term, which is at `[start, end)` in it."""

    provision: ProvisionPlace
    new: Range


@dataclass(frozen=True, slots=True)
class TermFinding:
    """A finding about a term, as written.

    `old` and `new` are the term in its definition of each side, if there is one. `definitions` are the provisions of
    NEW that define it, `uses` the others that use it, for a term that is defined twice none.
    """

    issue: TermIssue
    term: str
    old: Range | None
    new: Range | None
    definitions: tuple[TermPlace, ...]
    uses: tuple[TermPlace, ...]


@dataclass(frozen=True)
class Side:
    """One of the two texts. `parts` follow the body in `text`, each on a line of its own."""

    name: str
    text: str
    parts: tuple[PartRange, ...] = ()

    @property
    def body_end(self) -> int:
        """The end of the body in `text`."""
        return self.parts[0].start - 1 if self.parts else len(self.text)

    @property
    def body(self) -> str:
        """The text without the parts beside it. Its offsets are those of `text`."""
        return self.text[: self.body_end]

    @cached_property
    def words(self) -> int:
        """The number of words, including labels but not punctuation."""
        return word_count(flat(self.text))


@dataclass(frozen=True)
class Comparison:
    """The complete result of a comparison."""

    old: Side
    new: Side
    entries: tuple[Entry, ...]
    stale_references: tuple[StaleReference, ...]
    not_compared: tuple[str, ...]
    #: The numbers of provisions that NEW states and does not have.
    wrong_counts: tuple[StatedCount, ...] = ()
    #: The pairs that only similar letters show, in the order of OLD. Those of a reviewer are not among them.
    rewritten_pairs: tuple[RewrittenPair, ...] = ()
    terms: tuple[TermFinding, ...] = ()
    #: Provisions of NEW whose words were aligned only roughly, because they are too long for an exact alignment.
    rough: tuple[Range, ...] = ()

    @cached_property
    def counts(self) -> dict[str, int]:
        """The figures of the result, for the window and every output: entries of each status and flag, changes."""
        counts = {name.value: 0 for names in (ProvisionStatus, Flag) for name in names}
        for entry in self.entries:
            counts[entry.status] += 1
            for flag in entry.flags:
                counts[flag] += 1
        return counts | {"changes": len(self.changes)}

    @cached_property
    def weighty(self) -> int:
        """The number of weighty entries."""
        return sum(entry.weighty for entry in self.entries)

    @cached_property
    def changes(self) -> tuple[tuple[int, ...], ...]:
        """The indices of the entries of each change that a reader has to see, in the order of NEW, one per group."""
        found: dict[tuple[int | None, int], list[int]] = {}
        for index, entry in enumerate(self.entries):
            if self.must_be_seen(index):
                key = (None, index) if entry.group is None else (entry.group, 0)
                found.setdefault(key, []).append(index)
        return tuple(map(tuple, found.values()))

    def must_be_seen(self, index: int) -> bool:
        """Returns whether a reader has to see an entry: a change, weighty spelling or a stale reference."""
        entry = self.entries[index]
        return is_change(entry) or entry.weighty or index in self.stale_by_entry

    @cached_property
    def uncertain_pairs(self) -> tuple[RewrittenPair, ...]:
        """The pairs, and the two articles that are none, that a reviewer should decide, in the order of OLD."""
        return tuple(pair for pair in self.rewritten_pairs if not pair.certain)

    @cached_property
    def uncertain_by_entry(self) -> dict[int, RewrittenPair]:
        """The uncertain pairs by the index of each entry that begins one of their articles."""
        if not self.uncertain_pairs:
            return {}
        olds = {pair.old[0]: pair for pair in self.uncertain_pairs}
        news = {pair.new[0]: pair for pair in self.uncertain_pairs}
        found: dict[int, RewrittenPair] = {}
        for index, entry in enumerate(self.entries):
            pair = olds.get(entry.old.start) if entry.old is not None else None
            if pair is None and entry.new is not None:
                pair = news.get(entry.new.start)
            if pair is not None:
                found[index] = pair
        return found

    @cached_property
    def stale_by_entry(self) -> dict[int, tuple[StaleReference, ...]]:
        """The stale references by the index of the entry whose new text contains them."""
        found: dict[int, list[StaleReference]] = {}
        for reference in self.stale_references:
            index = self.entry_at("new", reference.new[0])
            if index is not None:
                found.setdefault(index, []).append(reference)
        return {index: tuple(references) for index, references in found.items()}

    def entry_at(self, side: SideName, offset: int) -> int | None:
        """Returns the index of the entry whose text on one side contains a code point."""
        places = self._old_places if side == "old" else self._new_places
        at = bisect_right(places, offset, key=itemgetter(0)) - 1
        return places[at][2] if at >= 0 and offset < places[at][1] else None

    def place_at(self, side: SideName, offset: int) -> ProvisionPlace | None:
        """Returns the provision of one side that contains a code point."""
        index = self.entry_at(side, offset)
        if index is None:
            return None
        return self.entries[index].old if side == "old" else self.entries[index].new

    @cached_property
    def _old_places(self) -> list[tuple[int, int, int]]:
        return _places(entry.old for entry in self.entries)

    @cached_property
    def _new_places(self) -> list[tuple[int, int, int]]:
        return _places(entry.new for entry in self.entries)


def _places(found: Iterable[ProvisionPlace | None]) -> list[tuple[int, int, int]]:
    """Returns the start and the end of the entries with a text, and their indices, in the order of the text."""
    return sorted((place.start, place.end, index) for index, place in enumerate(found) if place is not None)
