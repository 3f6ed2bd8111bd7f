"""Annotations (حاشیه‌نویسی): a conversation of staff on a phrase of a revision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.model import Revision, Thread, ThreadMessage, ThreadPlace
from desktop_app.instruments.placing import anchor_values, place_forward, place_on
from desktop_app.instruments.vocabulary import Placement, ThreadKind, ThreadOutcome, ThreadStatus
from desktop_app.staff.roles import Actor, Role

LONGEST_QUOTE: Final = 2000
LONGEST_MESSAGE: Final = 20_000


@dataclass(frozen=True, slots=True)
class Message:
    """A message of a thread; `at` is aware, in UTC."""

    author_id: int | None
    author_name: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """A thread as it stands on one revision. `start` and `end` are code points of that revision's text, None
    for an orphan and for one that waits for a choice among `candidates`."""

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
    #: The revision on which it was made.
    made_on: int
    placement: Placement
    start: int | None
    end: int | None
    confidence: float
    candidates: tuple[tuple[int, int], ...]
    #: For an orphan: the number of the revision in which its place was lost.
    lost_in: int | None
    messages: tuple[Message, ...]


class Annotations:
    """The use cases of annotating."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def on_revision(self, instrument_id: int, number: int) -> tuple[ThreadRow, ...]:
        """Every thread of an instrument that was made up to revision `number`, as it stands there; in the
        order of the text, what has no place at the end."""
        with self._database.reading() as session:
            revision = _revision(session, instrument_id, number)
            threads = session.scalars(select(Thread).where(Thread.instrument_id == instrument_id))
            rows = [_row(session, thread, revision) for thread in threads]
        placed = [row for row in rows if row is not None]
        return tuple(sorted(placed, key=lambda row: (row.start is None, row.start or 0, row.id)))

    def annotate(
        self, actor: Actor, instrument_id: int, number: int, start: int, end: int, kind: ThreadKind, text: str
    ) -> ThreadRow:
        """Begins a thread on code points `[start, end)` of a revision's text. Raises `InvalidValueError`."""
        actor.must_be(Role.REVIEWER, Role.CLERK, Role.MANAGER, act="annotate")
        message = _message(text)
        with self._database.writing() as session:
            revision = _revision(session, instrument_id, number)
            quote = revision.text[max(0, start) : max(0, end)]
            if not 0 <= start < end <= len(revision.text) or not quote.strip():
                raise InvalidValueError(field="quote", reason="empty", value="")
            if end - start > LONGEST_QUOTE:
                raise InvalidValueError(field="quote", reason="too_long", value="")
            now = self._database.now(session)
            thread = Thread(
                instrument_id=instrument_id,
                revision_id=revision.id,
                kind=kind.value,
                status=ThreadStatus.OPEN.value,
                author_id=actor.person_id,
                author_name=actor.name,
                created_at=now,
                changed_at=now,
                anchor=anchor_values(revision.text, start, end),
            )
            session.add(thread)
            session.flush()
            session.add(
                ThreadPlace(
                    thread_id=thread.id,
                    revision_id=revision.id,
                    placement=Placement.EXACT.value,
                    begin=start,
                    end=end,
                    confidence=1.0,
                    candidates=[],
                )
            )
            _say(session, actor, thread, now, message)
            place_forward(session, thread, revision)
            self._note(session, actor, thread, now, "annotated", {}, {"kind": kind.value}, message)
            return _placed(session, thread, revision)

    def reply(self, actor: Actor, thread_id: int, number: int, text: str) -> ThreadRow:
        """Adds a message; replies never conflict. `number` is the revision to return the thread on."""
        message = _message(text)
        with self._database.writing() as session:
            thread = _existing(session, thread_id)
            now = self._database.now(session)
            _say(session, actor, thread, now, message)
            self._note(session, actor, thread, now, "replied", {}, {}, message)
            return _placed(session, thread, _revision(session, thread.instrument_id, number))

    def resolve(
        self, actor: Actor, thread_id: int, version: int, number: int, outcome: ThreadOutcome, text: str = ""
    ) -> ThreadRow:
        """Settles a thread. Raises `ConflictError` where somebody else changed it meanwhile."""
        return self._settle(actor, thread_id, version, number, outcome, text)

    def reopen(self, actor: Actor, thread_id: int, version: int, number: int, text: str = "") -> ThreadRow:
        """Takes a settled thread up again."""
        return self._settle(actor, thread_id, version, number, None, text)

    def attach(
        self, actor: Actor, thread_id: int, version: int, number: int, start: int, end: int
    ) -> ThreadRow:
        """Gives an orphan, or one that waits for a choice, its place on a revision."""
        with self._database.writing() as session:
            thread = _current(session, thread_id, version)
            revision = _revision(session, thread.instrument_id, number)
            if not 0 <= start < end <= len(revision.text):
                raise InvalidValueError(field="quote", reason="empty", value="")
            place = place_on(session, thread.id, revision.id)
            if place is None:
                raise RuleError(rule="thread_is_newer")
            before = {"placement": place.placement, "begin": place.begin, "end": place.end}
            place.placement, place.confidence = Placement.CHANGED.value, 1.0
            place.begin, place.end, place.candidates = start, end, []
            session.flush()
            place_forward(session, thread, revision)
            now = self._database.now(session)
            thread.changed_at = now
            after = {"placement": place.placement, "begin": start, "end": end}
            self._note(session, actor, thread, now, "attached", before, after, "")
            return _placed(session, thread, revision)

    def _settle(
        self,
        actor: Actor,
        thread_id: int,
        version: int,
        number: int,
        outcome: ThreadOutcome | None,
        text: str,
    ) -> ThreadRow:
        actor.must_be(Role.REVIEWER, Role.CLERK, Role.MANAGER, act="annotate")
        with self._database.writing() as session:
            thread = _current(session, thread_id, version)
            target = ThreadStatus.RESOLVED if outcome else ThreadStatus.OPEN
            if thread.status == target:
                raise RuleError(rule="not_from_this_state")
            now = self._database.now(session)
            before = {"status": thread.status, "outcome": thread.outcome}
            thread.status, thread.outcome = target.value, outcome.value if outcome else None
            thread.changed_at = now
            if text.strip():
                _say(session, actor, thread, now, _message(text))
            after = {"status": thread.status, "outcome": thread.outcome}
            self._note(
                session, actor, thread, now, "resolved" if outcome else "reopened", before, after, text
            )
            return _placed(session, thread, _revision(session, thread.instrument_id, number))

    def _note(
        self,
        session: Session,
        actor: Actor,
        thread: Thread,
        now: datetime,
        action: str,
        before: dict[str, Any],
        after: dict[str, Any],
        text: str,
    ) -> None:
        record_event(
            session,
            item_type="thread",
            item_id=thread.id,
            at=now,
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=after,
            text=text,
        )


def _message(text: str) -> str:
    if not text.strip():
        raise InvalidValueError(field="message", reason="empty", value="")
    if len(text) > LONGEST_MESSAGE:
        raise InvalidValueError(field="message", reason="too_long", value="")
    return text.strip()


def _say(session: Session, actor: Actor, thread: Thread, now: datetime, text: str) -> None:
    thread.changed_at = now
    session.add(
        ThreadMessage(
            thread_id=thread.id, author_id=actor.person_id, author_name=actor.name, at=now, text=text
        )
    )
    session.flush()


def _existing(session: Session, thread_id: int) -> Thread:
    thread = session.scalar(select(Thread).where(Thread.id == thread_id).with_for_update())
    if thread is None:
        raise NotFoundError(item="thread", key=thread_id)
    return thread


def _current(session: Session, thread_id: int, version: int) -> Thread:
    thread = _existing(session, thread_id)
    if thread.version != version:
        raise ConflictError(item="thread", key=thread_id)
    return thread


def _revision(session: Session, instrument_id: int, number: int) -> Revision:
    revision = session.scalar(
        select(Revision).where(Revision.instrument_id == instrument_id, Revision.number == number)
    )
    if revision is None:
        raise NotFoundError(item="revision", key=number)
    return revision


def _placed(session: Session, thread: Thread, revision: Revision) -> ThreadRow:
    session.flush()
    row = _row(session, thread, revision)
    if row is None:
        raise RuleError(rule="thread_is_newer")
    return row


def _row(session: Session, thread: Thread, revision: Revision) -> ThreadRow | None:
    """The thread on `revision`; None where it was made on a later one. A thread that was settled before this
    revision came has no place of its own there and is shown as it stood when it was settled: without a place."""
    made_on = session.get_one(Revision, thread.revision_id)
    if made_on.number > revision.number:
        return None
    place = place_on(session, thread.id, revision.id)
    messages = session.scalars(
        select(ThreadMessage).where(ThreadMessage.thread_id == thread.id).order_by(ThreadMessage.id)
    )
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
        made_on=made_on.number,
        placement=Placement(place.placement) if place else Placement.ORPHAN,
        start=place.begin if place else None,
        end=place.end if place else None,
        confidence=place.confidence if place else 0.0,
        candidates=tuple((begin, end) for begin, end in place.candidates) if place else (),
        lost_in=_lost_in(session, thread, place),
        messages=tuple(Message(m.author_id, m.author_name, m.at, m.text) for m in messages),
    )


def _lost_in(session: Session, thread: Thread, place: ThreadPlace | None) -> int | None:
    if place is None or place.placement != Placement.ORPHAN:
        return None
    return session.scalar(
        select(Revision.number)
        .join(ThreadPlace, ThreadPlace.revision_id == Revision.id)
        .where(ThreadPlace.thread_id == thread.id, ThreadPlace.placement == Placement.ORPHAN.value)
        .order_by(Revision.number)
        .limit(1)
    )
