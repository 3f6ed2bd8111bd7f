"""What a comparison finds. All offsets are code points of the `text` of their side, `[start, end)`.

Spans, places and entries come by the thousand, and a named tuple is made in a third of a dataclass's time.
The shape is that of `compare --format json`: entries tile both texts (white space between them aside), stand
in the order of NEW, a deleted one behind the entry of the provision that stood before it in OLD.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from typing import Final, NamedTuple, overload

from desktop_app.comparison.folding import flat
from desktop_app.comparison.tokens import word_count

Range = tuple[int, int]


class ProvisionStatus(StrEnum):
    """What became of a provision; exactly one for each entry."""

    UNCHANGED = "unchanged"
    ORTHOGRAPHIC = "orthographic"
    EDITED = "edited"
    INSERTED = "inserted"
    DELETED = "deleted"


class Flag(StrEnum):
    """What else is true of it, beside its status."""

    MOVED = "moved"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    MERGED = "merged"


class Op(StrEnum):
    """What became of a run of characters inside a provision."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"
    REPLACE = "replace"
    ORTHOGRAPHIC = "orthographic"
    LABEL = "label"


class SpellingKind(StrEnum):
    """Why two runs count as the same but for their spelling."""

    LETTER_FORM = "letter-form"
    DIGITS = "digits"
    MARKS = "marks"
    JOINING = "joining"
    PUNCTUATION = "punctuation"
    SPACING = "spacing"
    INVISIBLE = "invisible"


class Span(NamedTuple):
    """A run inside a pair of provisions; the spans of an entry tile its text on both sides."""

    op: Op
    old: Range
    new: Range
    kind: SpellingKind | None = None
    weighty: bool = False


#: A span of all its five fields as `Span` makes it, in half the time: for where they are made by the thousand.
made_span: Final[Callable[[tuple[Op, Range, Range, SpellingKind | None, bool]], Span]] = partial(
    tuple.__new__, Span
)


class LazySpans(Sequence[Span]):
    """Spans that are made when they are first read: most of those that only tell of spelling never are."""

    __slots__ = ("_made", "_make", "_may_weigh")

    def __init__(self, make: Callable[[], tuple[Span, ...]], may_weigh: Callable[[], bool]) -> None:
        """`may_weigh` says quickly whether one of the spans could be weighty."""
        self._make: Callable[[], tuple[Span, ...]] | None = make
        self._made: tuple[Span, ...] = ()
        self._may_weigh = may_weigh

    @property
    def made(self) -> bool:
        """Whether they were read, and made for that."""
        return self._make is None

    @property
    def weighty(self) -> bool:
        """Whether one of them is weighty; most often known without making them."""
        return self._may_weigh() and any(span.weighty for span in self._all())

    def _all(self) -> tuple[Span, ...]:
        make = self._make
        if make is not None:
            # In this order two threads may both make them, and neither sees them unmade.
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
    """A provision on one side: its label as written (None without one), the labels above it and its own, its
    own text `[start, end)` from its label on, without the notes and clauses below it."""

    label: str | None
    path: tuple[str, ...]
    start: int
    end: int


made_place: Final[Callable[[tuple[str | None, tuple[str, ...], int, int]], ProvisionPlace]] = partial(
    tuple.__new__, ProvisionPlace
)


class Entry(NamedTuple):
    """One provision of either side, or a pair; `group` joins the entries that are one change.

    Where only the spelling differs, `spans` are made when they are first read: `status` and `flags` never need them.
    """

    status: ProvisionStatus
    flags: frozenset[Flag]
    group: int | None
    old: ProvisionPlace | None
    new: ProvisionPlace | None
    spans: Sequence[Span] = ()

    @property
    def weighty(self) -> bool:
        """Whether one of its spans is weighty; quick also where the spans are not made yet."""
        if isinstance(self.spans, LazySpans):
            return self.spans.weighty
        return any(span.weighty for span in self.spans)


_EntryFields = tuple[
    ProvisionStatus, frozenset[Flag], int | None, ProvisionPlace | None, ProvisionPlace | None, Sequence[Span]
]
made_entry: Final[Callable[[_EntryFields], Entry]] = partial(tuple.__new__, Entry)


@dataclass(frozen=True, slots=True)
class StaleReference:
    """A reference in NEW `[start, end)` that still names the old number of a renumbered provision, or one that is
    gone: then `now` is empty."""

    text: str
    new: Range
    was: str
    now: str


@dataclass(frozen=True)
class Side:
    """One of the two texts."""

    name: str
    text: str

    @cached_property
    def words(self) -> int:
        """How many words it has, labels included and punctuation apart."""
        return word_count(flat(self.text))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was found."""

    old: Side
    new: Side
    entries: tuple[Entry, ...]
    stale_references: tuple[StaleReference, ...]
    not_compared: tuple[str, ...]
    counts: dict[str, int]
