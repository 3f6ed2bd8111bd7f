"""A campaign group (هم‌متن) as screens show it: its senders and its decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.instruments.vocabulary import Disposition
from desktop_app.persian.text import fold


@dataclass(frozen=True, slots=True)
class Senders:
    """The senders of a text: submissions, different people with a name, submissions without a name."""

    submissions: int
    persons: int
    nameless: int


@dataclass(frozen=True, slots=True)
class Campaign:
    """A group of two or more comments.

    `head` is the comment whose text represents it; at `shared`, in code points, are its sentences that all members
    have. `additions` counts the sentences that not all have. `undecided` counts the members without a decision that
    the group's decision applies to, `apart` those that are decided separately.
    """

    id: int
    version: int
    head: int
    shared: tuple[tuple[int, int], ...]
    senders: Senders
    additions: int
    undecided: int
    apart: int
    disposition: Disposition | None
    reason: str
    decided_by: str
    carried_revision: int | None
    carried_provision: str
    unchanged_reason: str
    #: The digest of common text and additions, and who saw the additions as they are (None: the user of a PC).
    digest: str
    readers: frozenset[int | None]
    #: The number of open staff threads on the group and on its members.
    threads: int = 0

    def unread_by(self, person_id: int | None) -> bool:
        """Whether it has additions that a person did not see: a decision on the group has to wait."""
        return bool(self.additions) and person_id not in self.readers


def senders_of(names: Iterable[str]) -> Senders:
    """Counts senders.

    Spellings of one name («علي»، «علی») are one person. Those without a name cannot be distinguished and are not
    counted as persons.
    """
    counted: Counter[str] = Counter()
    for name, times in Counter(names).items():
        counted[fold(name)] += times
    nameless = counted.pop("", 0)
    return Senders(sum(counted.values()) + nameless, len(counted), nameless)
