"""Annotations over all drafts: whose turn it is, what blocks, what is late, and what lost its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from desktop_app.database.engine import Database
from desktop_app.errors import NotFoundError
from desktop_app.instruments.annotations.threads import (
    AnnotationSubject,
    Message,
    labels_of,
    messages_of,
)
from desktop_app.instruments.annotations.work_model import ThreadMention
from desktop_app.instruments.model import Instrument, Revision, Thread, ThreadPlace
from desktop_app.instruments.statute.outcome import is_open_objection
from desktop_app.instruments.vocabulary import (
    FINISHED,
    InstrumentStatus,
    Placement,
    ThreadKind,
    ThreadOutcome,
    ThreadStatus,
)
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.text import ZWNJ, fold
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor

#: So many threads are listed at most, the open ones and the last changed ones first.
MOST: Final = 2_000
_OVER: Final = (*FINISHED, InstrumentStatus.WITHDRAWN.value)
_LOST: Final = frozenset({Placement.ORPHAN, Placement.AMBIGUOUS})


class ThreadView(StrEnum):
    """The views of the list."""

    MINE = "mine"
    MENTIONED = "mentioned"
    OPEN = "open"
    BLOCKING = "blocking"
    OVERDUE = "overdue"
    #: Without a place on the last revision: orphans, and those that wait for a choice.
    HOMELESS = "homeless"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """A thread of any draft, as it stands on the draft's last revision, whose number is `number`.

    `mine` is whether the reader has to see to it: it is given to them, or theirs and given to nobody.
    """

    id: int
    version: int
    instrument_id: int
    title: str
    code: str
    number: int
    kind: ThreadKind
    status: ThreadStatus
    outcome: ThreadOutcome | None
    about: AnnotationSubject
    quote: str
    path: tuple[str, ...]
    author_name: str
    assignee_name: str
    changed_at: datetime
    due_on: date | None
    labels: tuple[str, ...]
    messages: tuple[Message, ...]
    placement: Placement
    candidates: tuple[tuple[int, int], ...]
    start: int | None
    #: The number of the revision on which it was opened.
    made_on: int
    mine: bool
    mentioned: bool
    blocking: bool
    overdue: bool

    @property
    def is_open(self) -> bool:
        return self.status is ThreadStatus.OPEN

    @property
    def homeless(self) -> bool:
        """Whether an open thread has no place on the last revision, and is not about a deletion."""
        deleted = self.about is AnnotationSubject.DELETION and self.placement is Placement.ORPHAN
        return self.is_open and self.placement in _LOST and not deleted

    @property
    def waits_for_choice(self) -> bool:
        return self.is_open and self.placement is Placement.AMBIGUOUS


VIEWS: Final[Mapping[ThreadView, Callable[[ThreadLine], bool]]] = {
    ThreadView.MINE: lambda line: line.is_open and line.mine,
    ThreadView.MENTIONED: lambda line: line.mentioned,
    ThreadView.OPEN: lambda line: line.is_open,
    ThreadView.BLOCKING: lambda line: line.blocking,
    ThreadView.OVERDUE: lambda line: line.overdue,
    ThreadView.HOMELESS: lambda line: line.homeless,
    ThreadView.CLOSED: lambda line: not line.is_open,
}


@dataclass(frozen=True, slots=True)
class ThreadList:
    """The threads of all drafts on a day in Tehran, in the order of `_rank`; `more` where some are left out."""

    today: date
    lines: tuple[ThreadLine, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class LikelyPlace:
    """A place `[start, end)` of a revision's text, with its provision's labels and the words around it.

    `[first, last)` is the place in `words`.
    """

    start: int
    end: int
    path: tuple[str, ...]
    words: str
    first: int
    last: int


class ThreadsOverAll:
    """Reads annotations over all drafts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, actor: Actor) -> ThreadList:
        """Returns the threads of all drafts: due ones first, then the last changed."""
        with self._database.reading() as session:
            today = tehran_day(self._database.about_now(session))
            rows = session.execute(_threads(MOST + 1)).all()
            lines = _Lines(session, actor.person_id, today).of(rows[:MOST])
        return ThreadList(today, tuple(sorted(lines, key=_rank)), len(rows) > MOST)

    def likely_places(self, thread_id: int) -> tuple[LikelyPlace, ...]:
        """Returns places on the last revision where a lost thread may belong, best first. Raises `NotFoundError`."""
        from desktop_app.comparison.likely_places import likely_places  # noqa: PLC0415 - rapidfuzz, 100 ms

        with self._database.reading() as session:
            thread = session.get(Thread, thread_id)
            if thread is None:
                raise NotFoundError(item="thread", key=thread_id)
            found: Any = session.execute(
                select(Revision, ThreadPlace)
                .outerjoin(
                    ThreadPlace,
                    (ThreadPlace.revision_id == Revision.id) & (ThreadPlace.thread_id == thread_id),
                )
                .where(Revision.instrument_id == thread.instrument_id)
                .order_by(Revision.number.desc())
                .limit(1)
            ).one()
            text, anchor, place = found[0].text, thread.anchor, found[1]
            asked = tuple((begin, end) for begin, end in place.candidates) if place is not None else ()
        return _shown(text, asked or likely_places(text, anchor["quote"], anchor["path"]))


class ThreadSearch:
    """Search words, all of which must occur in a thread; no words admit every thread.

    Digits, variants of letters and the joining of words make no difference.
    """

    def __init__(self) -> None:
        self._words: tuple[str, ...] = ()
        self._folded: dict[tuple[int, int, datetime], tuple[str, str]] = {}

    def look_for(self, typed: str) -> None:
        """Replaces the words."""
        self._words = tuple(fold(typed).split())

    def admits(self, line: ThreadLine) -> bool:
        """Whether words, quote, names, labels or draft of a thread have all words."""
        if not self._words:
            return True
        key = (line.id, line.version, line.changed_at)
        if key not in self._folded:
            said = [part for one in line.messages for part in (one.text, one.author_name)]
            whole = "\n".join(
                [line.quote, line.title, line.code, line.assignee_name, *line.path, *line.labels, *said]
            )
            self._folded[key] = fold(whole), fold(whole.replace(ZWNJ, ""))
        return all(any(word in text for text in self._folded[key]) for word in self._words)


def _threads(most: int) -> Any:
    """Selects threads with their draft, and their place on its last revision."""
    last = aliased(Revision)
    number = select(func.max(last.number)).where(last.instrument_id == Thread.instrument_id).scalar_subquery()
    newest, opened = aliased(Revision), aliased(Revision)
    return (
        select(
            Thread,
            Instrument.title,
            Instrument.code,
            newest.number.label("number"),
            opened.number.label("made_on"),
            ThreadPlace.placement,
            ThreadPlace.begin,
            ThreadPlace.candidates,
            func.coalesce(Person.full_name, "").label("assignee_name"),
            (is_open_objection(Thread) & Instrument.status.not_in(_OVER)).label("blocking"),
        )
        .join(Instrument, Instrument.id == Thread.instrument_id)
        .join(newest, (newest.instrument_id == Thread.instrument_id) & (newest.number == number))
        .join(opened, opened.id == Thread.revision_id)
        .outerjoin(ThreadPlace, (ThreadPlace.thread_id == Thread.id) & (ThreadPlace.revision_id == newest.id))
        .outerjoin(Person, Person.id == Thread.assignee_id)
        .order_by(Thread.status, Thread.changed_at.desc(), Thread.id.desc())
        .limit(most)
    )


class _Lines:
    """Makes lines for a reader from the rows of `_threads`."""

    def __init__(self, session: Session, me: int | None, today: date) -> None:
        self._session, self._me, self._today = session, me, today
        mentioned = select(ThreadMention.thread_id).where(ThreadMention.person_id == me)
        self._mentioned = set(session.scalars(mentioned)) if me is not None else set()

    def of(self, rows: Any) -> list[ThreadLine]:
        """Returns the lines of rows."""
        chosen = select(Thread.id).where(Thread.id.in_([row[0].id for row in rows]))
        messages, labels = messages_of(self._session, chosen), labels_of(self._session, chosen)
        return [
            self._line(row, tuple(messages.get(row[0].id, ())), labels.get(row[0].id, ())) for row in rows
        ]

    def _line(self, row: Any, messages: tuple[Message, ...], labels: tuple[str, ...]) -> ThreadLine:
        thread: Thread = row[0]
        is_open = thread.status == ThreadStatus.OPEN.value
        holder = thread.assignee_id if thread.assignee_id is not None else thread.author_id
        return ThreadLine(
            id=thread.id,
            version=thread.version,
            instrument_id=thread.instrument_id,
            title=row.title,
            code=row.code,
            number=row.number,
            kind=ThreadKind(thread.kind),
            status=ThreadStatus(thread.status),
            outcome=ThreadOutcome(thread.outcome) if thread.outcome else None,
            about=AnnotationSubject(thread.anchor.get("about", AnnotationSubject.PHRASE.value)),
            quote=thread.anchor["quote"],
            path=tuple(thread.anchor["path"]),
            author_name=thread.author_name,
            assignee_name=row.assignee_name,
            changed_at=thread.changed_at,
            due_on=thread.due_on,
            labels=labels,
            messages=messages,
            placement=Placement(row.placement) if row.placement else Placement.ORPHAN,
            candidates=tuple((begin, end) for begin, end in row.candidates or ()),
            start=row.begin,
            made_on=row.made_on,
            mine=self._me is not None and holder == self._me,
            mentioned=thread.id in self._mentioned,
            blocking=bool(row.blocking),
            overdue=is_open and thread.due_on is not None and thread.due_on < self._today,
        )


def _rank(line: ThreadLine) -> tuple[bool, date, float]:
    """Sorts open threads by their day, then by the last change, the latest first; closed ones by the change."""
    due = line.due_on if line.is_open and line.due_on is not None else date.max
    return not line.is_open, due, -line.changed_at.timestamp()


#: The words shown around a likely place, in code points.
_AROUND: Final = 60


def _shown(text: str, places: tuple[tuple[int, int], ...]) -> tuple[LikelyPlace, ...]:
    from desktop_app.comparison.structure import parse  # noqa: PLC0415 - see above

    provisions = parse(text)
    made: list[LikelyPlace] = []
    for start, end in places:
        home = next((one for one in provisions if one.start <= start < one.end), None)
        floor, ceiling = (home.start, max(home.end, end)) if home is not None else (0, len(text))
        first, last = max(floor, start - _AROUND), min(ceiling, end + _AROUND)
        while first > floor and not text[first - 1].isspace():
            first -= 1
        while last < ceiling and not text[last].isspace():
            last += 1
        lead, trail = ("… " if first > floor else ""), (" …" if last < ceiling else "")
        words = lead + text[first:last].replace("\n", " ") + trail
        shift = len(lead) - first
        path = home.path if home is not None else ()
        made.append(LikelyPlace(start, end, path, words, start + shift, end + shift))
    return tuple(made)
