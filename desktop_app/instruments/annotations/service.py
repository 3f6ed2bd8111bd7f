"""Annotations (حاشیه‌نویسی): conversations of staff about a phrase of a revision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.annotations.acts import (
    ANNOTATED,
    ASSIGNED,
    ATTACHED,
    ATTACHING_UNDONE,
    LONGEST_QUOTE,
    REOPENED,
    REPLIED,
    RESOLVED,
)
from desktop_app.instruments.annotations.placing import Place, Placer, anchor_values, place_on
from desktop_app.instruments.annotations.threads import (
    AnnotationSubject,
    Message,
    ThreadEvent,
    ThreadRow,
    thread_rows,
)
from desktop_app.instruments.model import Revision, Thread
from desktop_app.instruments.thread_acts import ANNOTATORS, LONGEST_MESSAGE, errors_of
from desktop_app.instruments.vocabulary import Placement, ThreadKind, ThreadOutcome
from desktop_app.staff.acting import perform_one
from desktop_app.staff.roles import Actor

__all__ = [
    "LONGEST_MESSAGE",
    "LONGEST_QUOTE",
    "AnnotationSubject",
    "Annotations",
    "Message",
    "ThreadEvent",
    "ThreadRow",
]

#: The number of a thread that is being opened; no thread has it.
_NEW: Final = 0


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
        """Opens a thread on code points `[start, end)` of a revision's text.

        Raises `InvalidValueError`, and `RuleError` for an objection to a finished draft.
        """
        with self._writing(actor) as session:
            revision = _revision(session, instrument_id, number)
            given = {
                "instrument_id": instrument_id,
                "revision_id": revision.id,
                "kind": kind.value,
                "anchor": anchor_values(revision.text, start, end) | {"about": about.value},
                "begin": start,
                "end": end,
            }
            placer = Placer(session, instrument_id)
            placer.place_forward(_NEW, revision, Place(Placement.EXACT.value, start, end, 1.0))
            item = Item(_NEW, None, text.strip(), given)
            now = self._database.now(session)
            errors = errors_of(_NEW, field="message") | {"out_of_range": _range_error(start, end)}
            made = perform_one(session, ANNOTATED, actor, item, now, placer.rows(), errors=errors)
            if assignee_id is not None:
                _perform(session, ASSIGNED, actor, Item(made, given={"assignee_id": assignee_id}), now)
            return _placed(session, made, number)

    @once
    def reply(self, actor: Actor, thread_id: int, number: int, text: str) -> ThreadRow:
        """Adds a message; replies never conflict. `number` is the revision for which the thread is returned."""
        with self._writing(actor) as session:
            now = self._database.now(session)
            _perform(session, REPLIED, actor, Item(thread_id, None, text.strip()), now)
            return _placed(session, thread_id, number)

    @once
    def resolve(
        self, actor: Actor, thread_id: int, version: int, number: int, outcome: ThreadOutcome, text: str = ""
    ) -> ThreadRow:
        """Resolves a thread. Raises `ConflictError` if somebody else changed it meanwhile."""
        with self._writing(actor) as session:
            item = Item(thread_id, version, text.strip(), {"outcome": outcome.value})
            _perform(session, RESOLVED, actor, item, self._database.now(session))
            return _placed(session, thread_id, number)

    @once
    def reopen(self, actor: Actor, thread_id: int, version: int, number: int, text: str = "") -> ThreadRow:
        """Reopens a resolved thread, and places it on the revisions that came meanwhile."""
        with self._writing(actor) as session:
            placer = Placer(session, _existing(session, thread_id).instrument_id)
            placer.place_after_reopening(thread_id)
            item = Item(thread_id, version, text.strip())
            _perform(session, REOPENED, actor, item, self._database.now(session), placer)
            return _placed(session, thread_id, number)

    @once
    def assign(
        self, actor: Actor, thread_id: int, version: int, number: int, assignee_id: int | None
    ) -> ThreadRow:
        """Assigns a thread to a person, or to nobody. Raises `ConflictError`; `NotFoundError` for a person who
        does not exist or has left.
        """
        with self._writing(actor) as session:
            item = Item(thread_id, version, given={"assignee_id": assignee_id})
            _perform(session, ASSIGNED, actor, item, self._database.now(session))
            return _placed(session, thread_id, number)

    @once
    def attach(
        self, actor: Actor, thread_id: int, version: int, number: int, start: int, end: int
    ) -> ThreadRow:
        """Attaches an orphan, or a thread that waits for a choice, to a place on a revision.

        It is carried over to every later revision from there; a place set by hand is never removed by the
        program.
        """
        with self._writing(actor) as session:
            revision = _revision(session, _existing(session, thread_id).instrument_id, number)
            placer = Placer(session, revision.instrument_id)
            if 0 <= start < end <= len(revision.text):
                placer.place_forward(thread_id, revision, Place(Placement.MOVED.value, start, end, 1.0))
            given = {"attached_to_id": revision.id, "begin": start, "end": end}
            errors = {"out_of_range": _range_error(start, end)}
            now = self._database.now(session)
            _perform(session, ATTACHED, actor, Item(thread_id, version, given=given), now, placer, errors)
            return _placed(session, thread_id, number)

    @once
    def undo_attaching(self, actor: Actor, thread_id: int, version: int, number: int) -> ThreadRow:
        """Undoes the last attaching by hand on a revision, and restores the place before it.

        Raises `ConflictError` if somebody changed the thread meanwhile, `RuleError` if there is none.
        """
        with self._writing(actor) as session:
            revision = _revision(session, _existing(session, thread_id).instrument_id, number)
            placer = Placer(session, revision.instrument_id)
            place = place_on(session, thread_id, revision.id)
            if place is not None and place.replaced is not None:
                placer.place_forward(thread_id, revision, Place.of_values(place.replaced))
            item = Item(thread_id, version, given={"attached_to_id": revision.id})
            _perform(session, ATTACHING_UNDONE, actor, item, self._database.now(session), placer)
            return _placed(session, thread_id, number)

    @contextmanager
    def _writing(self, actor: Actor) -> Iterator[Session]:
        actor.must_be(*ANNOTATORS, act="annotate")
        with self._database.writing() as session:
            yield session


def _perform(
    session: Session,
    act: Act,
    actor: Actor,
    item: Item,
    now: datetime,
    placer: Placer | None = None,
    errors: Mapping[str, AppError] | None = None,
) -> None:
    known = errors_of(item.id, field="message", assignee_id=item.given.get("assignee_id"))
    rows = None if placer is None else placer.rows()
    perform_one(session, act, actor, item, now, rows, errors=known | dict(errors or {}))


def _range_error(start: int, end: int) -> AppError:
    reason = "too_long" if end - start > LONGEST_QUOTE else "empty"
    return InvalidValueError(field="quote", reason=reason, value="")


def _existing(session: Session, thread_id: int) -> Thread:
    thread = session.get(Thread, thread_id)
    if thread is None:
        raise NotFoundError(item="thread", key=thread_id)
    return thread


def _revision(session: Session, instrument_id: int, number: int) -> Revision:
    revision = session.scalar(
        select(Revision).where(Revision.instrument_id == instrument_id, Revision.number == number)
    )
    if revision is None:
        raise NotFoundError(item="revision", key=number)
    return revision


def _placed(session: Session, thread_id: int, number: int) -> ThreadRow:
    thread = session.get_one(Thread, thread_id, populate_existing=True)
    session.expire_all()
    rows = thread_rows(session, [thread], _revision(session, thread.instrument_id, number))
    if not rows:
        raise RuleError(rule="thread_is_newer")
    return rows[0]
