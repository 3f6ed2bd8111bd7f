"""Staff threads on comments and campaign groups: a note or a question, assigned, answered, resolved.

They are separate from the threads on the text (`annotations`) and from the public's words, and never published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.annotations.threads import Message
from desktop_app.instruments.campaigns.model import CampaignRecord
from desktop_app.instruments.comments.staff_thread_model import CommentThread, CommentThreadMessage
from desktop_app.instruments.model import PublicComment
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome, ThreadStatus
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor, Role

_WRITERS = (Role.CLERK, Role.REVIEWER, Role.MANAGER)
#: Kinds of threads on a comment; wordings and objections belong to the text.
KINDS = (ThreadKind.NOTE, ThreadKind.QUESTION)


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
        actor.must_be(*_WRITERS, act="annotate")
        if kind not in KINDS:
            raise InvalidValueError(field="kind", reason="unknown", value=kind.value)
        message = _required(text)
        with self._database.writing() as session:
            now = self._database.now(session)
            thread = CommentThread(
                instrument_id=_instrument_of(session, about),
                comment_id=about.comment_id,
                campaign_id=about.campaign_id,
                kind=kind.value,
                status=ThreadStatus.OPEN.value,
                assignee_id=assignee_id,
                author_id=actor.person_id,
                author_name=actor.name,
                created_at=now,
            )
            session.add(thread)
            session.flush()
            return self._written(session, actor, thread, "opened", {"kind": kind.value}, message)

    @once
    def reply(self, actor: Actor, thread_id: int, text: str) -> StaffThread:
        """Adds a message."""
        actor.must_be(*_WRITERS, act="annotate")
        message = _required(text)
        with self._database.writing() as session:
            thread = _locked(session, thread_id)
            return self._written(session, actor, thread, "replied", {}, message)

    @once
    def assign(self, actor: Actor, thread_id: int, version: int, assignee_id: int | None) -> StaffThread:
        """Assigns a thread to a person. Raises `ConflictError`."""
        actor.must_be(*_WRITERS, act="annotate")
        with self._database.writing() as session:
            thread = _locked(session, thread_id, version)
            person = session.get(Person, assignee_id) if assignee_id is not None else None
            if assignee_id is not None and person is None:
                raise NotFoundError(item="person", key=assignee_id)
            thread.assignee_id = assignee_id
            after = {"assignee_id": assignee_id, "assignee_name": person.full_name if person else ""}
            return self._written(session, actor, thread, "assigned", after)

    @once
    def resolve(
        self, actor: Actor, thread_id: int, version: int, outcome: ThreadOutcome, text: str = ""
    ) -> StaffThread:
        """Resolves a thread. Raises `ConflictError`, `RuleError`."""
        actor.must_be(*_WRITERS, act="annotate")
        with self._database.writing() as session:
            thread = _locked(session, thread_id, version)
            if thread.status != ThreadStatus.OPEN.value:
                raise RuleError(rule="not_from_this_state")
            thread.status, thread.outcome = ThreadStatus.RESOLVED.value, outcome.value
            return self._written(session, actor, thread, "resolved", {"outcome": outcome.value}, text.strip())

    @once
    def reopen(self, actor: Actor, thread_id: int, version: int) -> StaffThread:
        """Reopens a resolved thread. Raises `ConflictError`, `RuleError`."""
        actor.must_be(*_WRITERS, act="annotate")
        with self._database.writing() as session:
            thread = _locked(session, thread_id, version)
            if thread.status != ThreadStatus.RESOLVED.value:
                raise RuleError(rule="not_from_this_state")
            thread.status, thread.outcome = ThreadStatus.OPEN.value, None
            return self._written(session, actor, thread, "reopened", {"status": thread.status})

    def _written(
        self,
        session: Session,
        actor: Actor,
        thread: CommentThread,
        act: str,
        after: dict[str, Any],
        message: str = "",
    ) -> StaffThread:
        now = self._database.now(session)
        if message:
            session.add(
                CommentThreadMessage(
                    thread_id=thread.id,
                    author_id=actor.person_id,
                    author_name=actor.name,
                    at=now,
                    text=message,
                )
            )
        record_event(
            session,
            item_type="comment_thread",
            item_id=thread.id,
            at=now,
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=act,
            after=after | actor.told_for(*_WRITERS),
        )
        session.flush()
        return _rows(session, [thread])[0]


def _required(text: str) -> str:
    if not text.strip():
        raise InvalidValueError(field="text", reason="empty", value="")
    return text.strip()


def _instrument_of(session: Session, about: ThreadSubject) -> int:
    if about.comment_id is not None:
        comment = session.get(PublicComment, about.comment_id)
        if comment is not None:
            return comment.instrument_id
    elif about.campaign_id is not None:
        campaign = session.get(CampaignRecord, about.campaign_id)
        if campaign is not None:
            return campaign.instrument_id
    raise NotFoundError(item="comment", key=about.comment_id or about.campaign_id or "")


def _locked(session: Session, thread_id: int, version: int | None = None) -> CommentThread:
    thread = session.get(CommentThread, thread_id, with_for_update=True)
    if thread is None:
        raise NotFoundError(item="thread", key=thread_id)
    if version is not None and thread.version != version:
        raise ConflictError(item="thread", key=thread_id)
    return thread


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
