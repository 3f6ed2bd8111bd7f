"""Annotations (حاشیه‌نویسی): conversations of staff about a phrase of a revision."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.annotations.placing import (
    anchor_values,
    last_attaching,
    place_after_reopening,
    place_forward,
    place_on,
    place_values,
    put_place,
)
from desktop_app.instruments.annotations.threads import (
    AnnotationSubject,
    Message,
    ThreadEvent,
    ThreadRow,
    thread_rows,
)
from desktop_app.instruments.model import Revision, Thread, ThreadMessage, ThreadPlace
from desktop_app.instruments.vocabulary import Placement, ThreadKind, ThreadOutcome, ThreadStatus
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor, Role

__all__ = [
    "LONGEST_MESSAGE",
    "LONGEST_QUOTE",
    "AnnotationSubject",
    "Annotations",
    "Message",
    "ThreadEvent",
    "ThreadRow",
]

#: A whole provision can be annotated, and provisions may be long.
LONGEST_QUOTE: Final = 20_000
LONGEST_MESSAGE: Final = 20_000
_ANNOTATORS: Final = (Role.REVIEWER, Role.CLERK, Role.MANAGER)


class Annotations:
    """The use cases of annotations."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def on_revision(self, instrument_id: int, number: int) -> tuple[ThreadRow, ...]:
        """Returns every thread of an instrument that was opened up to revision `number`, with its place there.

        Sorted by place; those without one come last.
        """
        with self._database.reading() as session:
            revision = _revision(session, instrument_id, number)
            threads = session.scalars(
                select(Thread).where(Thread.instrument_id == instrument_id).order_by(Thread.id)
            )
            rows = thread_rows(session, list(threads), revision)
        return tuple(sorted(rows, key=lambda row: (row.start is None, row.start or 0, row.id)))

    @once
    def annotate(
        self,
        actor: Actor,
        instrument_id: int,
        number: int,
        start: int,
        end: int,
        kind: ThreadKind,
        text: str,
        *,
        about: AnnotationSubject = AnnotationSubject.PHRASE,
        assignee_id: int | None = None,
    ) -> ThreadRow:
        """Opens a thread on code points `[start, end)` of a revision's text. Raises `InvalidValueError`."""
        actor.must_be(*_ANNOTATORS, act="annotate")
        message = _message(text)
        with self._database.writing() as session:
            revision = _revision(session, instrument_id, number)
            _check_range(revision, start, end)
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
                anchor=anchor_values(revision.text, start, end) | {"about": about.value},
            )
            session.add(thread)
            session.flush()
            session.add(_place_by_hand(thread, revision, start, end, Placement.EXACT))
            _say(session, actor, thread, now, message)
            place_forward(session, thread, revision)
            after = {"kind": kind.value, "about": about.value}
            _note(session, actor, thread, now, "annotated", {}, after, message)
            if assignee_id is not None:
                _assign(session, actor, thread, now, assignee_id)
            return _placed(session, thread, revision)

    @once
    def reply(self, actor: Actor, thread_id: int, number: int, text: str) -> ThreadRow:
        """Adds a message; replies never conflict. `number` is the revision for which the thread is returned."""
        actor.must_be(*_ANNOTATORS, act="annotate")
        message = _message(text)
        with self._database.writing() as session:
            thread = _existing(session, thread_id)
            now = self._database.now(session)
            _say(session, actor, thread, now, message)
            _note(session, actor, thread, now, "replied", {}, {}, message)
            return _placed(session, thread, _revision(session, thread.instrument_id, number))

    def resolve(
        self, actor: Actor, thread_id: int, version: int, number: int, outcome: ThreadOutcome, text: str = ""
    ) -> ThreadRow:
        """Resolves a thread. Raises `ConflictError` if somebody else changed it meanwhile."""
        return self._settle(actor, thread_id, version, number, outcome, text)

    def reopen(self, actor: Actor, thread_id: int, version: int, number: int, text: str = "") -> ThreadRow:
        """Reopens a resolved thread."""
        return self._settle(actor, thread_id, version, number, None, text)

    @once
    def assign(
        self, actor: Actor, thread_id: int, version: int, number: int, assignee_id: int | None
    ) -> ThreadRow:
        """Assigns a thread to a person, or to nobody. Raises `ConflictError`; `NotFoundError` for a person who
        does not exist or has left.
        """
        actor.must_be(*_ANNOTATORS, act="annotate")
        with self._database.writing() as session:
            thread = _current(session, thread_id, version)
            now = self._database.now(session)
            _touch(thread, now)
            _assign(session, actor, thread, now, assignee_id)
            return _placed(session, thread, _revision(session, thread.instrument_id, number))

    @once
    def attach(
        self, actor: Actor, thread_id: int, version: int, number: int, start: int, end: int
    ) -> ThreadRow:
        """Attaches an orphan, or a thread that waits for a choice, to a place on a revision.

        It is carried over to every later revision from there; a place set by hand is never removed by the
        program.
        """
        actor.must_be(*_ANNOTATORS, act="annotate")
        with self._database.writing() as session:
            thread = _current(session, thread_id, version)
            revision = _revision(session, thread.instrument_id, number)
            _check_range(revision, start, end)
            place = place_on(session, thread.id, revision.id)
            if place is None:
                if session.get_one(Revision, thread.revision_id).number > number:
                    raise RuleError(rule="thread_is_newer")
                place = ThreadPlace(thread_id=thread.id, revision_id=revision.id)
                before: dict[str, Any] = {"placement": Placement.ORPHAN.value}
                session.add(place)
            else:
                before = place_values(place)
            same = revision.text[start:end] == thread.anchor["quote"]
            placement = Placement.MOVED if same else Placement.CHANGED
            put_place(place, {"placement": placement.value, "begin": start, "end": end, "confidence": 1.0})
            session.flush()
            now = self._database.now(session)
            _touch(thread, now)
            after = place_values(place) | {"revision": number}
            _note(session, actor, thread, now, "attached", before, after, "")
            session.flush()
            place_forward(session, thread, revision)
            return _placed(session, thread, revision)

    @once
    def undo_attaching(self, actor: Actor, thread_id: int, version: int, number: int) -> ThreadRow:
        """Undoes the last attaching by hand on a revision, and restores the place before it.

        Raises `ConflictError` if somebody changed the thread meanwhile, `RuleError` if there is none.
        """
        actor.must_be(*_ANNOTATORS, act="annotate")
        with self._database.writing() as session:
            thread = _current(session, thread_id, version)
            revision = _revision(session, thread.instrument_id, number)
            done = last_attaching(session, thread.id, number)
            place = place_on(session, thread.id, revision.id)
            if done is None or place is None:
                raise RuleError(rule="not_from_this_state")
            undone = place_values(place)
            put_place(place, done.before)
            now = self._database.now(session)
            _touch(thread, now)
            after = place_values(place) | {"revision": number}
            _note(session, actor, thread, now, "attaching_undone", undone, after, "")
            session.flush()
            place_forward(session, thread, revision)
            return _placed(session, thread, revision)

    @once
    def _settle(
        self,
        actor: Actor,
        thread_id: int,
        version: int,
        number: int,
        outcome: ThreadOutcome | None,
        text: str,
    ) -> ThreadRow:
        actor.must_be(*_ANNOTATORS, act="annotate")
        with self._database.writing() as session:
            thread = _current(session, thread_id, version)
            target = ThreadStatus.RESOLVED if outcome else ThreadStatus.OPEN
            if thread.status == target:
                raise RuleError(rule="not_from_this_state")
            now = self._database.now(session)
            before = {"status": thread.status, "outcome": thread.outcome}
            thread.status, thread.outcome = target.value, outcome.value if outcome else None
            _touch(thread, now)
            if text.strip():
                _say(session, actor, thread, now, _message(text))
            session.flush()
            if outcome is None:
                place_after_reopening(session, thread)
            after = {"status": thread.status, "outcome": thread.outcome}
            _note(session, actor, thread, now, "resolved" if outcome else "reopened", before, after, text)
            return _placed(session, thread, _revision(session, thread.instrument_id, number))


def _note(
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
        after=after | actor.told_for(*_ANNOTATORS),
        text=text,
    )


def _check_range(revision: Revision, start: int, end: int) -> None:
    if not 0 <= start < end <= len(revision.text) or not revision.text[start:end].strip():
        raise InvalidValueError(field="quote", reason="empty", value="")
    if end - start > LONGEST_QUOTE:
        raise InvalidValueError(field="quote", reason="too_long", value="")


def _place_by_hand(
    thread: Thread, revision: Revision, start: int, end: int, placement: Placement
) -> ThreadPlace:
    return ThreadPlace(
        thread_id=thread.id,
        revision_id=revision.id,
        placement=placement.value,
        begin=start,
        end=end,
        confidence=1.0,
        candidates=[],
    )


def _assign(session: Session, actor: Actor, thread: Thread, now: datetime, assignee_id: int | None) -> None:
    person = None
    if assignee_id is not None:
        person = session.get(Person, assignee_id)
        if person is None or not person.active:
            raise NotFoundError(item="person", key=assignee_id)
    after = {"assignee_id": assignee_id, "assignee_name": person.full_name if person else ""}
    _note(session, actor, thread, now, "assigned", {}, after, "")


def _message(text: str) -> str:
    if not text.strip():
        raise InvalidValueError(field="message", reason="empty", value="")
    if len(text) > LONGEST_MESSAGE:
        raise InvalidValueError(field="message", reason="too_long", value="")
    return text.strip()


def _touch(thread: Thread, now: datetime) -> None:
    """Increments the version, also if two changes have the same time."""
    thread.changed_at = now
    flag_modified(thread, "changed_at")


def _say(session: Session, actor: Actor, thread: Thread, now: datetime, text: str) -> None:
    _touch(thread, now)
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
    rows = thread_rows(session, [thread], revision)
    if not rows:
        raise RuleError(rule="thread_is_newer")
    return rows[0]
