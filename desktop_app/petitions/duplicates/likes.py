"""What resembles a petition, for display."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop_app.petitions.duplicates.pairs import PairKind
    from desktop_app.petitions.vocabulary import Status


@dataclass(frozen=True, slots=True)
class MergeTarget:
    """A petition that another one is to be merged into; `same_sender`: both are known to be of one petitioner."""

    id: int
    tracking_code: str
    status: Status
    petitioner_name: str
    same_sender: bool


@dataclass(frozen=True, slots=True)
class Alike(MergeTarget):
    """A petition that resembles another one.

    `share` is 0 to 1. `excerpt` is the beginning of its text in one line. `spans` are the parts of it that occur
    in the other text too, in code points of `excerpt`. `received_at` is aware, in UTC.
    """

    version: int
    kind: str
    subject: str
    excerpt: str
    spans: tuple[tuple[int, int], ...]
    unit_name: str
    received_at: datetime
    share: float
    near_equal: bool
    pair: PairKind | None


@dataclass(frozen=True, slots=True)
class MergedInto:
    """The petition that this one was merged into, or one that was merged into this one."""

    id: int
    tracking_code: str
    subject: str


@dataclass(frozen=True, slots=True)
class Likes:
    """What resembles a petition: the most similar ones, and the number of near-duplicates (including it) and of
    their senders.

    An unknown sender counts as one person. `of_sender`: how many of `rows` are of the same sender. `more`: there
    are more near-duplicates than were counted. `into`: what it was merged into; `merged`: what was merged into it.
    """

    rows: tuple[Alike, ...]
    near_equal: int
    persons: int
    of_sender: int
    more: bool
    into: MergedInto | None = None
    merged: tuple[MergedInto, ...] = ()


NOTHING: Final = Likes((), 0, 0, 0, False)
