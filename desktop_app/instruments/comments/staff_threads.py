"""Staff threads on comments and campaign groups: a note or a question, assigned, answered, resolved.

They are separate from the threads on the text (`annotations`) and from the public's words, and never published.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, InvalidValueError, NotFoundError
from desktop_app.instruments.annotations.threads import Message
from desktop_app.instruments.comments.staff_thread_acts import (
    ASSIGNED,
    KINDS,
    OPENED,
    REOPENED,
    REPLIED,
    RESOLVED,
)
from desktop_app.instruments.comments.staff_thread_model import CommentThread, CommentThreadMessage
from desktop_app.instruments.thread_acts import ANNOTATORS, errors_of
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome, ThreadStatus
from desktop_app.staff.acting import perform_one
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor

__all__ = ["KINDS", "StaffThread", "StaffThreads", "ThreadSubject"]


@dataclass(frozen=True, slots=True)
class ThreadSubject:
    """A comment or a campaign group: exactly one of the two."""

    comment_id: int | None = None
    campaign_id: int | None = None


@dataclass(frozen=True, slots=True)
class StaffThread:
    """A thread with its conversation, oldest message first."""

    id: int
    version: int
    about: ThreadSubject
    kind: ThreadKind
    status: ThreadStatus
    outcome: ThreadOutcome | None
    assignee_id: int | None
    assignee: str
    messages: tuple[Message, ...]


class StaffThreads:
    """The use cases of staff threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_instrument(self, instrument_id: int) -> tuple[StaffThread, ...]:
        """Returns all threads of an instrument, oldest first."""
        with self._database.reading() as session:
            found = select(CommentThread).where(CommentThread.instrument_id == instrument_id)
            return _rows(session, session.scalars(found.order_by(CommentThread.id)).all())

    @once
    def open(
        self,
        actor: Actor,
        about: ThreadSubject,
        kind: ThreadKind,
        text: str,
        *,
        assignee_id: int | None = None,
    ) -> StaffThread:
        """Opens a thread. Raises `NotFoundError`, `InvalidValueError`."""
        given = {
            "comment_id": about.comment_id,
            "campaign_id": about.campaign_id,
            "kind": kind.value,
            "assignee_id": assignee_id,
        }
        errors: dict[str, AppError] = {
            "out_of_range": InvalidValueError(field="kind", reason="unknown", value=kind.value),
            "not_there": NotFoundError(item="comment", key=about.comment_id or about.campaign_id or ""),
        }
        return self._perform(OPENED, actor, Item(0, None, text.strip(), given), errors)

    @once
    def reply(self, actor: Actor, thread_id: int, text: str) -> StaffThread:
        """Adds a message."""
        return self._perform(REPLIED, actor, Item(thread_id, None, text.strip()))

    @once
    def assign(self, actor: Actor, thread_id: int, version: int, assignee_id: int | None) -> StaffThread:
        """Assigns a thread to a person. Raises `ConflictError`."""
        return self._perform(ASSIGNED, actor, Item(thread_id, version, given={"assignee_id": assignee_id}))

    @once
    def resolve(
        self, actor: Actor, thread_id: int, version: int, outcome: ThreadOutcome, text: str = ""
    ) -> StaffThread:
        """Resolves a thread. Raises `ConflictError`, `RuleError`."""
        item = Item(thread_id, version, text.strip(), {"outcome": outcome.value})
        return self._perform(RESOLVED, actor, item)

    @once
    def reopen(self, actor: Actor, thread_id: int, version: int) -> StaffThread:
        """Reopens a resolved thread. Raises `ConflictError`, `RuleError`."""
        return self._perform(REOPENED, actor, Item(thread_id, version))

    def _perform(
        self, act: Act, actor: Actor, item: Item, errors: Mapping[str, AppError] | None = None
    ) -> StaffThread:
        actor.must_be(*ANNOTATORS, act="annotate")
        known = errors_of(item.id, field="text", assignee_id=item.given.get("assignee_id"))
        with self._database.writing() as session:
            now = self._database.now(session)
            done = perform_one(session, act, actor, item, now, errors=known | dict(errors or {}))
            thread = session.get_one(CommentThread, done if act.creates else item.id)
            return _rows(session, [thread])[0]


def _rows(session: Session, threads: Sequence[CommentThread]) -> tuple[StaffThread, ...]:
    ids = [thread.id for thread in threads]
    messages: dict[int, list[Message]] = {number: [] for number in ids}
    read = select(CommentThreadMessage).where(CommentThreadMessage.thread_id.in_(ids))
    for one in session.scalars(read.order_by(CommentThreadMessage.id)):
        messages[one.thread_id].append(Message(one.author_id, one.author_name, one.at, one.text))
    people = {thread.assignee_id for thread in threads} - {None}
    named = select(Person.id, Person.full_name).where(Person.id.in_(people))
    names = {row[0]: row[1] for row in session.execute(named)}
    return tuple(
        StaffThread(
            id=thread.id,
            version=thread.version,
            about=ThreadSubject(thread.comment_id, thread.campaign_id),
            kind=ThreadKind(thread.kind),
            status=ThreadStatus(thread.status),
            outcome=ThreadOutcome(thread.outcome) if thread.outcome else None,
            assignee_id=thread.assignee_id,
            assignee=names.get(thread.assignee_id or 0, ""),
            messages=tuple(messages[thread.id]),
        )
        for thread in threads
    )
