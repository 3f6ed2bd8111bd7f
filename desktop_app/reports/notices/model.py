"""Kinds of notices, what a person may choose to be told, and the row that a person has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base, Json

#: How far back notices of the history reach, and how many of them there are at most.
REACHES_BACK: Final = timedelta(days=14)
MOST: Final = 100


#: Whether notices were seen, by key; None for no mark.
Marks = Mapping[str, bool | None]


class NoticeKind(StrEnum):
    """What a notice tells. Kinds that the bell has too have its values (`reports.bell.Call`)."""

    GUARD = "guard"
    CONFIRM = "confirm"
    BACKUP = "backup"
    OUTBOX = "outbox"
    CALENDAR = "calendar"
    REMINDER = "reminder"
    #: A petition was referred to the person, to the unit, or the manager gave it to the person.
    REFERRED = "referred"
    TO_UNIT = "to_unit"
    ASSIGNED = "assigned"
    #: What the person referred came back; a reply of the person was not approved.
    RETURNED = "returned"
    SENT_BACK = "sent_back"
    PETITION_REOPENED = "petition_reopened"
    CLOSED = "closed"
    #: A colleague took over what the person had under their hands.
    TAKEN_OVER = "taken_over"
    WROTE_AGAIN = "wrote_again"
    ASKED = "asked"
    ANSWERED = "answered"
    OVERDUE = "overdue"
    NOT_REACHED = "not_reached"
    APPROVAL = "approval"
    CLOSURE = "closure"
    #: The window of a draft was opened again.
    REOPENED = "reopened"
    COMMENT = "comment"
    #: An annotation was given to the person, mentions them, or is theirs and was answered, settled or reopened.
    THREAD_ASSIGNED = "thread_assigned"
    THREAD_MENTIONED = "thread_mentioned"
    THREAD_REPLIED = "thread_replied"
    THREAD_RESOLVED = "thread_resolved"
    THREAD_REOPENED = "thread_reopened"
    #: An annotation is to be settled soon, or was to be.
    THREAD_DUE = "thread_due"
    THREAD_LATE = "thread_late"
    #: The person will act for somebody, begins or ends it, or somebody acts for the person.
    DEPUTY_NAMED = "deputy_named"
    DEPUTY_BEGINS = "deputy_begins"
    DEPUTY_ENDS = "deputy_ends"
    ABSENCE_BEGINS = "absence_begins"
    ABSENCE_ENDS = "absence_ends"
    #: The week that is over, for the head of a unit.
    WEEK_REPORT = "week_report"


class Told(StrEnum):
    """What a person may choose not to be told; everything else is always told."""

    REFERRED = "referred"
    TO_UNIT = "to_unit"
    RETURNED = "returned"
    REOPENED = "reopened"
    CLOSED = "closed"
    WROTE_AGAIN = "wrote_again"
    BESIDE = "beside"
    APPROVAL = "approval"
    NOT_REACHED = "not_reached"
    COMMENT = "comment"
    THREAD_MINE = "thread_mine"
    THREAD_SAID = "thread_said"
    THREAD_DUE = "thread_due"
    DEPUTY = "deputy"
    WEEK_REPORT = "week_report"


class Topic(StrEnum):
    """The tabs of the notices."""

    PETITIONS = "petitions"
    MESSAGES = "messages"
    DRAFTS = "drafts"
    DEPUTIES = "deputies"
    SYSTEM = "system"


_Kind: Final = NoticeKind
TOLD_AS: Final[Mapping[NoticeKind, Told]] = {
    _Kind.REFERRED: Told.REFERRED,
    _Kind.ASSIGNED: Told.REFERRED,
    _Kind.TO_UNIT: Told.TO_UNIT,
    _Kind.RETURNED: Told.RETURNED,
    _Kind.SENT_BACK: Told.RETURNED,
    _Kind.PETITION_REOPENED: Told.REOPENED,
    _Kind.CLOSED: Told.CLOSED,
    _Kind.TAKEN_OVER: Told.CLOSED,
    _Kind.WROTE_AGAIN: Told.WROTE_AGAIN,
    _Kind.ASKED: Told.BESIDE,
    _Kind.ANSWERED: Told.BESIDE,
    _Kind.OVERDUE: Told.BESIDE,
    _Kind.APPROVAL: Told.APPROVAL,
    _Kind.NOT_REACHED: Told.NOT_REACHED,
    _Kind.COMMENT: Told.COMMENT,
    _Kind.THREAD_ASSIGNED: Told.THREAD_MINE,
    _Kind.THREAD_MENTIONED: Told.THREAD_MINE,
    _Kind.THREAD_REPLIED: Told.THREAD_SAID,
    _Kind.THREAD_RESOLVED: Told.THREAD_SAID,
    _Kind.THREAD_REOPENED: Told.THREAD_SAID,
    _Kind.THREAD_DUE: Told.THREAD_DUE,
    _Kind.THREAD_LATE: Told.THREAD_DUE,
    _Kind.DEPUTY_NAMED: Told.DEPUTY,
    _Kind.DEPUTY_BEGINS: Told.DEPUTY,
    _Kind.DEPUTY_ENDS: Told.DEPUTY,
    _Kind.ABSENCE_BEGINS: Told.DEPUTY,
    _Kind.ABSENCE_ENDS: Told.DEPUTY,
    _Kind.WEEK_REPORT: Told.WEEK_REPORT,
}
#: Kinds about an annotation, whose id is the `item_id`.
ABOUT_THREADS: Final = frozenset(
    {
        _Kind.THREAD_ASSIGNED, _Kind.THREAD_MENTIONED, _Kind.THREAD_REPLIED, _Kind.THREAD_RESOLVED,
        _Kind.THREAD_REOPENED, _Kind.THREAD_DUE, _Kind.THREAD_LATE,
    }
)  # fmt: skip
_TOPICS: Final[Mapping[NoticeKind, Topic]] = {
    _Kind.GUARD: Topic.SYSTEM,
    _Kind.CONFIRM: Topic.SYSTEM,
    _Kind.BACKUP: Topic.SYSTEM,
    _Kind.CALENDAR: Topic.SYSTEM,
    _Kind.OUTBOX: Topic.MESSAGES,
    _Kind.NOT_REACHED: Topic.MESSAGES,
    _Kind.WROTE_AGAIN: Topic.MESSAGES,
    _Kind.CLOSURE: Topic.DRAFTS,
    _Kind.REOPENED: Topic.DRAFTS,
    _Kind.COMMENT: Topic.DRAFTS,
    **dict.fromkeys(ABOUT_THREADS, Topic.DRAFTS),
    _Kind.DEPUTY_NAMED: Topic.DEPUTIES,
    _Kind.DEPUTY_BEGINS: Topic.DEPUTIES,
    _Kind.DEPUTY_ENDS: Topic.DEPUTIES,
    _Kind.ABSENCE_BEGINS: Topic.DEPUTIES,
    _Kind.ABSENCE_ENDS: Topic.DEPUTIES,
}


class NoticeState(Base):
    """What a person has seen and does not want to be told; written by that person only."""

    __tablename__ = "notice_state"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    #: Whether a notice was seen, by its key; the oldest mark first.
    marks: Mapped[dict[str, bool]] = mapped_column(Json)
    #: Values of `Told`.
    muted: Mapped[list[str]] = mapped_column(Json)


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice. `at` is aware, in UTC; None for what holds now and did not happen at a moment.

    `who` did it, `about` is the subject that it is about, `why` an order note, a reason or a name. `due_on` and
    `until` are days in Tehran. `person_id` is the absent person, for whom `count` open petitions are in reach.
    `run` is the key of a bulk run that did the same to `count` petitions, which are `members`; there is no
    `petition_id` then. `unit` is the name of the unit that has got them.
    `item_id`, `instrument_id` and `shows` are those of the bell (`reports.bell.BellRow`), or a thread and its draft,
    or a unit (0 for all of them) and the period of its report. `comment_id` is the comment of a staff thread.
    """

    key: str
    kind: NoticeKind
    at: datetime | None = None
    who: str = ""
    about: str = ""
    why: str = ""
    due_on: date | None = None
    petition_id: int = 0
    item_id: int = 0
    instrument_id: int | None = None
    comment_id: int | None = None
    reminder_id: int | None = None
    message_id: int | None = None
    person_id: int | None = None
    until: date | None = None
    count: int = 0
    shows: str = ""
    seen: bool = False
    run: str = ""
    unit: str = ""
    members: frozenset[int] = frozenset()

    @property
    def topic(self) -> Topic:
        return _TOPICS.get(self.kind, Topic.PETITIONS)


@dataclass(frozen=True, slots=True)
class NoticeList:
    """The notices of a day in Tehran: unseen ones first, then the newest first.

    `more` tells that there is more than the list has; `tried` is the verdict on the last back-up that was tried.
    """

    today: date
    notices: tuple[Notice, ...]
    muted: frozenset[Told] = frozenset()
    more: bool = False
    tried: str = ""

    @property
    def unseen(self) -> int:
        """The number of notices that were not seen."""
        return sum(not notice.seen for notice in self.notices)

    def marked(self, marks: Marks) -> NoticeList:
        """Returns the list with these marks, in its order; notices without a mark stay as they are."""
        return replace(self, notices=in_order(_with_mark(notice, marks) for notice in self.notices))


def in_order(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Returns the unseen ones first. Among them comes first what calls now, then the newest."""
    rows = sorted(notices, key=_age, reverse=True)
    return tuple(sorted(rows, key=lambda notice: notice.seen))


def _with_mark(notice: Notice, marks: Marks) -> Notice:
    seen = marks.get(notice.key)
    return notice if seen is None else replace(notice, seen=seen)


def _age(notice: Notice) -> tuple[bool, float]:
    return notice.at is None, 0.0 if notice.at is None else notice.at.timestamp()
