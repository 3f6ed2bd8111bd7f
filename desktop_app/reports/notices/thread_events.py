"""Notices of annotations and of staff threads on comments: what others gave to a person, wrote to them or settled,
and what is due.

A person is told of the threads that they opened or that are given to them, and of messages that mention them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop_app.database.audit import EventRecord
from desktop_app.instruments.annotations.work_model import ThreadMention
from desktop_app.instruments.campaigns.model import CampaignRecord
from desktop_app.instruments.comments.staff_thread_model import CommentThread, CommentThreadMessage
from desktop_app.instruments.model import Instrument, Thread
from desktop_app.instruments.vocabulary import ThreadStatus
from desktop_app.persian.dates import start_of_day
from desktop_app.reports.notices.model import MOST, Notice, NoticeKind
from desktop_app.staff.roles import Actor
from desktop_app.wording.labels import label

#: A thread is due soon from so many days before its day.
DUE_SOON: Final = timedelta(days=2)
_LONGEST: Final = 200
#: A message: its thread, its moment and its author.
_Said = tuple[int, datetime, int | None]
_TOLD: Final = {
    "opened": NoticeKind.THREAD_ASSIGNED,
    "assigned": NoticeKind.THREAD_ASSIGNED,
    "replied": NoticeKind.THREAD_REPLIED,
    "resolved": NoticeKind.THREAD_RESOLVED,
    "reopened": NoticeKind.THREAD_REOPENED,
}


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a notice says of a thread: the draft, and the quoted words, or the first message on a comment.

    `comment_id` is the comment of a staff thread, or the first one of its group.
    """

    id: int
    instrument_id: int
    title: str
    quote: str
    author_id: int | None
    assignee_id: int | None
    due_on: date | None = None
    comment_id: int | None = None


def thread_notices(session: Session, actor: Actor, since: datetime, today: date) -> list[Notice]:
    """Returns the notices since a moment, the newest first, at most `MOST`, and those of due threads.

    `today` is the day in Tehran.
    """
    me = actor.person_id
    if me is None:
        return []
    mentions = session.scalars(
        select(ThreadMention)
        .where(
            ThreadMention.person_id == me,
            ThreadMention.at >= since,
            ThreadMention.by_id.is_distinct_from(me),
        )
        .order_by(ThreadMention.at.desc())
        .limit(MOST)
    ).all()
    mine = session.scalars(
        select(Thread.id)
        .where(or_(Thread.assignee_id == me, Thread.author_id == me), Thread.changed_at >= since)
        .order_by(Thread.changed_at.desc())
        .limit(MOST)
    ).all()
    wanted = {*mine, *(mention.thread_id for mention in mentions)}
    # Most people have no annotations: nothing is read for them.
    subjects = _subjects(session, wanted) if wanted else {}
    by_thread = _events(session, "thread", subjects, since) if subjects else {}
    mentioned = {
        (mention.thread_id, mention.at, mention.by_id): f"@{mention.person_name}" for mention in mentions
    }
    told: list[Notice] = []
    for number, subject in subjects.items():
        told += _of_thread(me, subject, by_thread.get(number, ()), mentioned)
    on_comments = _on_comments(session, me, since)
    by_thread = _events(session, "comment_thread", on_comments, since) if on_comments else {}
    for number, events in by_thread.items():
        told += _of_thread(me, on_comments[number], events, {})
    told.sort(key=lambda notice: (notice.at, notice.key), reverse=True)
    return [*told[:MOST], *_due(session, me, today)]


def _subjects(session: Session, threads: Iterable[int]) -> dict[int, _Subject]:
    statement = (
        select(Thread, Instrument.title)
        .join(Instrument, Instrument.id == Thread.instrument_id)
        .where(Thread.id.in_(sorted(threads)))
    )
    return {thread.id: _subject(thread, title) for thread, title in session.execute(statement)}


def _subject(thread: Thread, title: str) -> _Subject:
    quote, due = _short(thread.anchor["quote"]), thread.due_on
    return _Subject(thread.id, thread.instrument_id, title, quote, thread.author_id, thread.assignee_id, due)


def _on_comments(session: Session, me: int, since: datetime) -> dict[int, _Subject]:
    """Returns the staff threads that are given to a person or that the person opened, with events since a moment."""
    heard = exists().where(
        EventRecord.item_type == "comment_thread",
        EventRecord.item_id == CommentThread.id,
        EventRecord.at >= since,
    )
    every = aliased(CommentThreadMessage)
    first = select(func.min(every.id)).where(every.thread_id == CommentThread.id).scalar_subquery()
    statement = (
        select(
            CommentThread,
            Instrument.title,
            CommentThreadMessage.text,
            func.coalesce(CommentThread.comment_id, CampaignRecord.head_id),
        )
        .join(Instrument, Instrument.id == CommentThread.instrument_id)
        .join(CampaignRecord, CampaignRecord.id == CommentThread.campaign_id, isouter=True)
        .join(CommentThreadMessage, CommentThreadMessage.id == first)
        .where(or_(CommentThread.assignee_id == me, CommentThread.author_id == me), heard)
        .order_by(CommentThread.id.desc())
        .limit(MOST)
    )
    return {
        one.id: _Subject(
            one.id,
            one.instrument_id,
            title,
            _short(words),
            one.author_id,
            one.assignee_id,
            comment_id=comment,
        )
        for one, title, words, comment in session.execute(statement)
    }


def _events(
    session: Session, item_type: str, threads: Iterable[int], since: datetime
) -> dict[int, list[Any]]:
    """Returns the events of threads since a moment by thread, oldest first."""
    statement = (
        select(
            EventRecord.id, EventRecord.item_id, EventRecord.at, EventRecord.actor_id, EventRecord.actor_name,
            EventRecord.action, EventRecord.after, EventRecord.text,
        )
        .where(
            EventRecord.item_type == item_type,
            EventRecord.item_id.in_(sorted(threads)),
            EventRecord.at >= since,
        )
        .order_by(EventRecord.item_id, EventRecord.sequence)
    )  # fmt: skip
    found: dict[int, list[Any]] = {}
    for row in session.execute(statement):
        found.setdefault(row.item_id, []).append(row)
    return found


def _of_thread(
    me: int, subject: _Subject, events: Sequence[Any], mentioned: Mapping[_Said, str]
) -> Iterator[Notice]:
    """Yields the notices of one thread. What the person did something about since, was seen."""
    last_own = max((event.id for event in events if event.actor_id == me), default=0)
    reopened = max((event.id for event in events if event.action == "reopened"), default=0)
    for event in events:
        kind = _kind(me, subject, event, mentioned)
        if event.actor_id == me or kind is None:
            continue
        if kind is NoticeKind.THREAD_RESOLVED and event.id < reopened:
            continue
        yield Notice(
            key=f"event:{event.id}",
            kind=kind,
            at=event.at,
            who=event.actor_name,
            about=subject.title,
            why=_why(subject, kind, event),
            due_on=subject.due_on if kind is NoticeKind.THREAD_ASSIGNED else None,
            item_id=subject.id,
            instrument_id=subject.instrument_id,
            comment_id=subject.comment_id,
            seen=event.id < last_own,
        )


def _kind(me: int, subject: _Subject, event: Any, mentioned: Mapping[_Said, str]) -> NoticeKind | None:
    name = mentioned.get((event.item_id, event.at, event.actor_id))
    if name is not None and name in (event.text or ""):
        return NoticeKind.THREAD_MENTIONED
    kind = _TOLD.get(event.action)
    if kind is NoticeKind.THREAD_ASSIGNED:
        # Not to whom it was given in between.
        given = (event.after or {}).get("assignee_id") == me == subject.assignee_id
        return kind if given else None
    return kind if me in (subject.author_id, subject.assignee_id) else None


def _why(subject: _Subject, kind: NoticeKind, event: Any) -> str:
    words = _short(event.text or "")
    if kind is NoticeKind.THREAD_RESOLVED and (event.after or {}).get("outcome"):
        outcome = label("thread_outcome", event.after["outcome"])
        return f"{outcome}: {words}" if words else f"{outcome}: {subject.quote}"
    return words or subject.quote


def _due(session: Session, me: int, today: date) -> list[Notice]:
    """Returns the notices of open threads that are due within two days, or were."""
    found = session.execute(
        select(Thread, Instrument.title)
        .join(Instrument, Instrument.id == Thread.instrument_id)
        .where(
            Thread.status == ThreadStatus.OPEN.value,
            Thread.due_on.is_not(None),
            Thread.due_on <= today + DUE_SOON,
            or_(Thread.assignee_id == me, and_(Thread.assignee_id.is_(None), Thread.author_id == me)),
        )
        .order_by(Thread.due_on, Thread.id)
        .limit(MOST)
    )
    return [_call(_subject(thread, title), today) for thread, title in found]


def _call(subject: _Subject, today: date) -> Notice:
    due = subject.due_on
    assert due is not None
    late = due < today
    return Notice(
        key=f"{'thread_late' if late else 'thread_due'}:{subject.id}:{due.isoformat()}",
        kind=NoticeKind.THREAD_LATE if late else NoticeKind.THREAD_DUE,
        at=start_of_day(due + timedelta(days=1) if late else due - DUE_SOON),
        about=subject.title,
        why=subject.quote,
        due_on=due,
        item_id=subject.id,
        instrument_id=subject.instrument_id,
    )


def _short(words: str) -> str:
    return " ".join(words.split())[:_LONGEST]
