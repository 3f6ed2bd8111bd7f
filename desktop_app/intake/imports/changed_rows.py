"""Known rows of an import that came with other words: further texts of their petitions, if a person says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import Op, Range
from desktop_app.errors import AppError
from desktop_app.petitions.follow_ups.auto_intake import AutoIntake
from desktop_app.petitions.registration.changed_words import ChangedWords, RowWords, words_of
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.progress import Progress
from desktop_app.staff.roles import Actor

#: Number of rows per transaction.
_CHUNK: Final = 100
_CHANGED: Final = frozenset({Op.DELETE, Op.INSERT, Op.REPLACE, Op.LABEL})


class FurtherServices(Protocol):
    """What adding further texts needs of the services."""

    @property
    def auto_intake(self) -> AutoIntake: ...


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row of a file whose number is known, with other words than the petition has."""

    file: str
    row: int
    petition: NewPetition
    changed: ChangedWords

    @property
    def external_id(self) -> str:
        return self.petition.external_id or ""

    @property
    def fields(self) -> tuple[str, ...]:
        return self.changed.fields

    @property
    def before(self) -> RowWords:
        return self.changed.before

    @property
    def now(self) -> RowWords:
        return words_of(self.petition)


@dataclass(frozen=True, slots=True)
class FurtherTaken:
    """How many of the first `handled` rows were added; the words of the others were there."""

    added: int
    handled: int


def take_in_further(
    services: FurtherServices, actor: Actor, rows: Sequence[ChangedRow], progress: Progress
) -> FurtherTaken:
    """Adds the rows to their petitions, chunk by chunk, until the end or a stop.

    Raises `NotPermittedError` and errors of storing, with the number of added rows as the parameter `saved`.
    """
    done = handled = 0
    for first in range(0, len(rows), _CHUNK):
        if progress.cancelled():
            break
        chunk = [row.petition for row in rows[first : first + _CHUNK]]
        try:
            done += sum(one.fresh for one in services.auto_intake.take_in_further(actor, chunk))
        except AppError as error:
            error.after(done)
            raise
        handled += len(chunk)
        progress.report(handled, len(rows))
    return FurtherTaken(done, handled)


def differing_ranges(before: str, now: str) -> tuple[list[Range], list[Range]]:
    """Returns what differs in two texts with line ends of LF, as code points of each, in order."""
    old: list[Range] = []
    new: list[Range] = []
    for entry in compare_texts(before, now).entries:
        if entry.old is None or entry.new is None:
            place, ranges = (entry.old, old) if entry.new is None else (entry.new, new)
            if place is not None:
                ranges.append((place.start, place.end))
            continue
        for span in entry.spans:
            if span.op in _CHANGED:
                old.append(span.old)
                new.append(span.new)
    return sorted(one for one in old if one[0] < one[1]), sorted(one for one in new if one[0] < one[1])
