"""The rows that a file of Word would bring, and what is known of the draft: plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop_app.instruments.annotations.threads import AnnotationSubject, ThreadRow
from desktop_app.instruments.drafting.revisions import RevisionText


class IncomingKind(StrEnum):
    """What a row of a file becomes."""

    THREAD = "thread"
    REPLY = "reply"
    #: A tracked change becomes a suggested wording.
    SUGGESTION = "suggestion"
    #: A thread that is marked as resolved in the file: a person decides.
    RESOLUTION = "resolution"


class IncomingFault(StrEnum):
    """Why a row cannot come in."""

    TOO_LONG = "too_long"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """A comment or a change of the file that the draft does not have yet.

    `key` is its identity. `[start, end)` are code points of revision `number`; where `placed` is false, the words
    were not found, and it goes to the title with its quote. A reply answers the thread `thread_id`, or the row
    `parent`.
    """

    key: str
    kind: IncomingKind
    author: str
    written_at: datetime | None
    text: str
    quote: str
    number: int
    start: int
    end: int
    placed: bool
    about: AnnotationSubject = AnnotationSubject.PHRASE
    thread_id: int | None = None
    parent: str | None = None
    #: Whether the file says that it is resolved.
    done: bool = False
    fault: IncomingFault | None = None


@dataclass(frozen=True, slots=True)
class IncomingPlan:
    """What a file brings for a draft, in the order of its text, and how many comments are there already.

    `number` is the revision on whose text the file was written, or the one that is most like it; `exact` tells
    which, whatever empty lines the file has besides. `changes` is the number of tracked changes.
    """

    name: str
    sha256: str
    number: int
    exact: bool
    rows: tuple[IncomingRow, ...]
    already_present: int
    changes: int


@dataclass(frozen=True, slots=True)
class DraftState:
    """What is known of the draft: revisions by number, threads on the revision `number`, keys that came in before.

    `messages` maps each message of the draft to its thread, `keys` each identity to its thread.
    """

    instrument_id: int
    code: str
    revisions: Mapping[int, RevisionText]
    number: int
    threads: Sequence[ThreadRow]
    messages: Mapping[int, int]
    keys: Mapping[str, int]


def first_choice(plan: IncomingPlan) -> frozenset[str]:
    """Returns the keys of the rows that come in unless a person decides otherwise: a resolution never does."""
    return frozenset(
        row.key for row in plan.rows if row.fault is None and row.kind is not IncomingKind.RESOLUTION
    )
