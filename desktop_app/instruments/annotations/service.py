"""Annotations (حاشیه‌نویسی): conversations of staff about a phrase of a revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item, Rows
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
from desktop_app.instruments.annotations.work_acts import DUE_SET, LABELS_CHANGED, MENTIONS, MOST_LABELS
from desktop_app.instruments.annotations.work_model import LONGEST_LABEL, ThreadLabel
from desktop_app.instruments.model import Revision, Thread
from desktop_app.instruments.thread_acts import ANNOTATORS, LONGEST_MESSAGE, errors_of
from desktop_app.instruments.vocabulary import Placement, ThreadKind, ThreadOutcome
from desktop_app.persian.text import fold
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

    def thread(self, thread_id: int, number: int) -> ThreadRow:
        """Returns a thread with its place on revision `number`. Raises `NotFoundError`, and `RuleError` for a thread
        opened on a later revision.
        """
        with self._database.reading() as session:
            _existing(session, thread_id)
            return _placed(session, thread_id, number)

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
        due_on: date | None = None,
        labels: Iterable[str] = (),
        mentions: Iterable[int] = (),
    ) -> ThreadRow:
        """Opens a thread on code points `[start, end)` of a revision's text.

        `mentions` are the ids of persons whom the text names after an `@`; others are left out. `due_on` is a day in
        Tehran. Raises `InvalidValueError`, and `RuleError` for an objection to a finished draft.
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
            rows = dict(placer.rows()) | _mentioned(_NEW, mentions)
            made = perform_one(session, ANNOTATED, actor, item, now, rows, errors=errors)
            if assignee_id is not None:
                _perform(session, ASSIGNED, actor, Item(made, given={"assignee_id": assignee_id}), now)
            if due_on is not None:
                _perform(session, DUE_SET, actor, Item(made, given={"due_on": due_on}), now)
            for label in dict.fromkeys(_tidy(label) for label in labels):
                _label(session, actor, made, label, now)
            return _placed(session, made, number)

    @once
    def reply(
        self, actor: Actor, thread_id: int, number: int, text: str, mentions: Iterable[int] = ()
    ) -> ThreadRow:
        """Adds a message, to a resolved thread too; replies never conflict.

        `number` is the revision for which the thread is returned. See `annotate` for `mentions`.
        """
        with self._writing(actor) as session:
            now = self._database.now(session)
            rows = _mentioned(thread_id, mentions)
            _perform(session, REPLIED, actor, Item(thread_id, None, text.strip()), now, rows)
            return _placed(session, thread_id, number)

    @once
    def resolve(
        self,
        actor: Actor,
        thread_id: int,
        version: int,
        number: int,
        outcome: ThreadOutcome,
        text: str = "",
        mentions: Iterable[int] = (),
    ) -> ThreadRow:
        """Resolves a thread. Raises `ConflictError` if somebody else changed it meanwhile."""
        with self._writing(actor) as session:
            item = Item(thread_id, version, text.strip(), {"outcome": outcome.value})
            rows = _mentioned(thread_id, mentions)
            _perform(session, RESOLVED, actor, item, self._database.now(session), rows)
            return _placed(session, thread_id, number)

    @once
    def reopen(
        self,
        actor: Actor,
        thread_id: int,
        version: int,
        number: int,
        text: str = "",
        mentions: Iterable[int] = (),
    ) -> ThreadRow:
        """Reopens a resolved thread, and places it on the revisions that came meanwhile."""
        with self._writing(actor) as session:
            placer = Placer(session, _existing(session, thread_id).instrument_id)
            placer.place_after_reopening(thread_id)
            item = Item(thread_id, version, text.strip())
            rows = dict(placer.rows()) | _mentioned(thread_id, mentions)
            _perform(session, REOPENED, actor, item, self._database.now(session), rows)
            return _placed(session, thread_id, number)

    @once
    def set_due(
        self, actor: Actor, thread_id: int, version: int, number: int, due_on: date | None
    ) -> ThreadRow:
        """Sets the day in Tehran until which an open thread is to be settled, or removes it.

        Raises `ConflictError`, and `RuleError` for a resolved thread.
        """
        with self._writing(actor) as session:
            item = Item(thread_id, version, given={"due_on": due_on})
            _perform(session, DUE_SET, actor, item, self._database.now(session))
            return _placed(session, thread_id, number)

    @once
    def set_label(
        self, actor: Actor, thread_id: int, number: int, label: str, *, on: bool = True
    ) -> ThreadRow:
        """Puts a label on a thread, or takes it off; labels never conflict.

        A label that folds to a known one is that one, in its spelling. Raises `InvalidValueError`.
        """
        with self._writing(actor) as session:
            _label(session, actor, thread_id, _tidy(label), self._database.now(session), on=on)
            return _placed(session, thread_id, number)

    def labels(self) -> tuple[str, ...]:
        """Returns the labels of the office's annotations, most used first."""
        with self._database.reading() as session:
            count = func.count()
            found = session.execute(
                select(func.min(ThreadLabel.name), count)
                .group_by(ThreadLabel.folded)
                .order_by(count.desc(), ThreadLabel.folded)
            )
            return tuple(row[0] for row in found)

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
            item = Item(thread_id, version, given=given)
            _perform(session, ATTACHED, actor, item, now, placer.rows(), errors)
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
            _perform(session, ATTACHING_UNDONE, actor, item, self._database.now(session), placer.rows())
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
    rows: Rows | None = None,
    errors: Mapping[str, AppError] | None = None,
) -> None:
    known = errors_of(item.id, field="message", assignee_id=item.given.get("assignee_id"))
    perform_one(session, act, actor, item, now, rows, errors=known | dict(errors or {}))


def _mentioned(thread_id: int, persons: Iterable[int]) -> dict[str, list[dict[str, int]]]:
    """Returns the rows of the mentions of an act's text."""
    return {MENTIONS.name: [{"item": thread_id, "person_id": person} for person in sorted(set(persons))]}


def label_key(label: str) -> str:
    """Returns what labels that are one have in common: their folded letters, however their words are joined."""
    return "".join(fold(label).split())


def _tidy(label: str) -> str:
    return " ".join(label.split())


def _label(
    session: Session, actor: Actor, thread_id: int, label: str, now: datetime, *, on: bool = True
) -> None:
    reason = "too_long" if len(label) > LONGEST_LABEL else "empty"
    errors: dict[str, AppError] = {
        "out_of_range": InvalidValueError(field="label", reason=reason, value=""),
        "too_many": InvalidValueError(field="label", reason="too_many", value=str(MOST_LABELS)),
    }
    given = {"label": label, "folded": label_key(label), "on": on}
    _perform(session, LABELS_CHANGED, actor, Item(thread_id, given=given), now, errors=errors)


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
