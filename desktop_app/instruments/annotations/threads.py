"""Annotations for screens: a thread with its conversation and its place on one revision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.instruments.annotations.work_model import ThreadLabel, ThreadMention
from desktop_app.instruments.model import Revision, Thread, ThreadMessage, ThreadPlace
from desktop_app.instruments.vocabulary import Placement, ThreadKind, ThreadOutcome, ThreadStatus
from desktop_app.staff.model import Person

#: Up to so many threads are read by id, more by instrument.
_FEW: Final = 1
_STEPS: Final = (
    "attached", "attaching_undone", "assigned", "resolved", "reopened", "due_set", "labels_changed",
)  # fmt: skip


class AnnotationSubject(StrEnum):
    """What an annotation was opened on."""

    PHRASE = "phrase"
    PROVISION = "provision"
    CHANGE = "change"
    #: Words of the older revision that the newer one lacks.
    DELETION = "deletion"


@dataclass(frozen=True, slots=True)
class Message:
    """A message of a thread; `at` is aware, in UTC.

    `mentioned` are the names that the text has after an `@`, each of a person whom it mentions.
    `word_author` is the name that a file of Word gives as its author, and `word_at` its time there.
    """

    author_id: int | None
    author_name: str
    at: datetime
    text: str
    id: int = 0
    word_author: str = ""
    word_at: datetime | None = None
    mentioned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadEvent:
    """Another event of a thread, by its action (`_STEPS`).

    `after` are the event's values; `at` is aware, in UTC.
    """

    action: str
    actor_name: str
    at: datetime
    after: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """A thread with its place on one revision.

    `start` and `end` are code points of that revision's text. They are None for an orphan, and for a thread that
    waits for a choice among `candidates`.
    """

    id: int
    version: int
    instrument_id: int
    kind: ThreadKind
    status: ThreadStatus
    outcome: ThreadOutcome | None
    author_name: str
    created_at: datetime
    quote: str
    path: tuple[str, ...]
    #: The number of the revision on which it was opened.
    made_on: int
    placement: Placement
    start: int | None
    end: int | None
    confidence: float
    candidates: tuple[tuple[int, int], ...]
    #: For an orphan: the number of the revision in which its place was lost.
    lost_in: int | None
    messages: tuple[Message, ...]
    about: AnnotationSubject = AnnotationSubject.PHRASE
    #: The assignee.
    assignee_id: int | None = None
    assignee_name: str = ""
    #: Oldest first.
    steps: tuple[ThreadEvent, ...] = ()
    author_id: int | None = None
    #: The day in Tehran until which it is to be settled.
    due_on: date | None = None
    labels: tuple[str, ...] = ()


def thread_rows(session: Session, threads: Sequence[Thread], revision: Revision) -> list[ThreadRow]:
    """Returns the threads on `revision`, without those opened on a later one.

    A thread that was resolved before the revision was created has no place there.
    """
    if not threads:
        return []
    known = _Known(session, threads, revision.instrument_id)
    return [
        _row(known, thread, revision)
        for thread in threads
        if known.numbers[thread.revision_id] <= revision.number
    ]


def messages_of(session: Session, threads: Select[int]) -> dict[int, list[Message]]:
    """Returns the messages of the selected threads, each list oldest first."""
    mentioned: dict[tuple[int, datetime, int | None], list[str]] = {}
    for mention in session.scalars(
        select(ThreadMention).where(ThreadMention.thread_id.in_(threads)).order_by(ThreadMention.id)
    ):
        key = (mention.thread_id, mention.at, mention.by_id)
        mentioned.setdefault(key, []).append(mention.person_name)
    found: dict[int, list[Message]] = {}
    for one in session.scalars(
        select(ThreadMessage).where(ThreadMessage.thread_id.in_(threads)).order_by(ThreadMessage.id)
    ):
        names = tuple(
            name
            for name in mentioned.get((one.thread_id, one.at, one.author_id), ())
            if f"@{name}" in one.text
        )
        message = Message(
            one.author_id, one.author_name, one.at, one.text, one.id, one.word_author, one.word_at, names
        )
        found.setdefault(one.thread_id, []).append(message)
    return found


def labels_of(session: Session, threads: Select[int]) -> dict[int, tuple[str, ...]]:
    """Returns the labels of the selected threads, in Persian order of their folded words."""
    found: dict[int, list[str]] = {}
    for one in session.scalars(
        select(ThreadLabel).where(ThreadLabel.thread_id.in_(threads)).order_by(ThreadLabel.folded)
    ):
        found.setdefault(one.thread_id, []).append(one.name)
    return {thread: tuple(names) for thread, names in found.items()}


class _Known:
    """All data of the rows, read at once: revision numbers, places, messages, events."""

    def __init__(self, session: Session, threads: Sequence[Thread], instrument_id: int) -> None:
        ids = [thread.id for thread in threads]
        chosen = select(Thread.id).where(Thread.instrument_id == instrument_id)
        if len(ids) <= _FEW:
            chosen = chosen.where(Thread.id.in_(ids))
        revisions = select(Revision.id, Revision.number).where(Revision.instrument_id == instrument_id)
        self.numbers = {row.id: row.number for row in session.execute(revisions)}
        self.places: dict[int, dict[int, ThreadPlace]] = {}
        for place in session.scalars(select(ThreadPlace).where(ThreadPlace.thread_id.in_(chosen))):
            self.places.setdefault(place.thread_id, {})[self.numbers[place.revision_id]] = place
        self.messages = messages_of(session, chosen)
        self.labels = labels_of(session, chosen)
        happened = (
            select(EventRecord)
            .where(
                EventRecord.item_type == "thread",
                EventRecord.action.in_(_STEPS),
                EventRecord.item_id.in_(chosen),
            )
            .order_by(EventRecord.sequence)
        )
        assignees = {thread.assignee_id for thread in threads}
        named = select(Person.id, Person.full_name).where(Person.id.in_(assignees - {None}))
        self.names: dict[int, str] = {row[0]: row[1] for row in session.execute(named)}
        self.steps: dict[int, list[ThreadEvent]] = {}
        for event in session.scalars(happened):
            step = ThreadEvent(event.action, event.actor_name, event.at, event.after)
            self.steps.setdefault(event.item_id, []).append(step)

    def lost_in(self, thread_id: int, number: int) -> int | None:
        """Returns the first of the revisions up to `number` since which the thread has no place; None if it has
        one.
        """
        lost = None
        for at, place in sorted(self.places.get(thread_id, {}).items(), reverse=True):
            if at <= number:
                if place.placement != Placement.ORPHAN:
                    break
                lost = at
        return lost


def _row(known: _Known, thread: Thread, revision: Revision) -> ThreadRow:
    place = known.places.get(thread.id, {}).get(revision.number)
    return ThreadRow(
        id=thread.id,
        version=thread.version,
        instrument_id=thread.instrument_id,
        kind=ThreadKind(thread.kind),
        status=ThreadStatus(thread.status),
        outcome=ThreadOutcome(thread.outcome) if thread.outcome else None,
        author_name=thread.author_name,
        created_at=thread.created_at,
        quote=thread.anchor["quote"],
        path=tuple(thread.anchor["path"]),
        made_on=known.numbers[thread.revision_id],
        placement=Placement(place.placement) if place else Placement.ORPHAN,
        start=place.begin if place else None,
        end=place.end if place else None,
        confidence=place.confidence if place else 0.0,
        candidates=tuple((begin, end) for begin, end in place.candidates) if place else (),
        lost_in=known.lost_in(thread.id, revision.number),
        messages=tuple(known.messages.get(thread.id, ())),
        about=AnnotationSubject(thread.anchor.get("about", AnnotationSubject.PHRASE.value)),
        assignee_id=thread.assignee_id,
        assignee_name=known.names.get(thread.assignee_id or 0, ""),
        steps=tuple(known.steps.get(thread.id, ())),
        author_id=thread.author_id,
        due_on=thread.due_on,
        labels=known.labels.get(thread.id, ()),
    )
