"""What a comparison finds. All offsets are code points of the `text` of their side, `[start, end)`.

The shape is that of `compare --format json`: entries tile both texts (white space between them aside), stand
in the order of NEW, a deleted one behind the entry of the provision that stood before it in OLD.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Range = tuple[int, int]


class Status(StrEnum):
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


@dataclass(frozen=True, slots=True)
class Span:
    """A run inside a pair of provisions; the spans of an entry tile its text on both sides."""

    op: Op
    old: Range
    new: Range
    kind: SpellingKind | None = None
    weighty: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A provision on one side: its label as written (None without one), the labels above it and its own, its
    own text `[start, end)` from its label on, without the notes and clauses below it."""

    label: str | None
    path: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One provision of either side, or a pair; `group` joins the entries that are one change."""

    status: Status
    flags: frozenset[Flag]
    group: int | None
    old: Place | None
    new: Place | None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class StaleReference:
    """A reference in NEW `[start, end)` that still names the old number of a renumbered provision."""

    text: str
    new: Range
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts."""

    name: str
    text: str
    words: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was found."""

    old: Side
    new: Side
    entries: tuple[Entry, ...]
    stale_references: tuple[StaleReference, ...]
    not_compared: tuple[str, ...]
    counts: dict[str, int]
