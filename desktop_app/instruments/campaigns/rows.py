"""A campaign group (هم‌متن) as a screen shows it: who sent the text, what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.instruments.vocabulary import Disposition
from desktop_app.persian.text import fold


@dataclass(frozen=True, slots=True)
class Senders:
    """Who sent a text: how often it came, from how many people with a name, how often without one."""

    submissions: int
    persons: int
    nameless: int


@dataclass(frozen=True, slots=True)
class Campaign:
    """A group of two or more comments. `head` is the comment whose text stands for all; `additions` counts the
    sentences that single senders added; `undecided` the members without a decision; `apart` those that were decided
    each for itself."""

    id: int
    version: int
    head: int
    senders: Senders
    additions: int
    undecided: int
    apart: int
    disposition: Disposition | None
    reason: str
    decided_by: str
    carried_revision: int | None
    carried_provision: str
    #: Open staff threads on the group and on its members.
    threads: int = 0


def senders_of(names: Iterable[str]) -> Senders:
    """Counts senders; two spellings of a name («علي»، «علی») are one person, those without a name are not told
    apart and so are no persons."""
    counted: Counter[str] = Counter()
    for name, times in Counter(names).items():
        counted[fold(name)] += times
    nameless = counted.pop("", 0)
    return Senders(sum(counted.values()) + nameless, len(counted), nameless)
