"""Lists of annotations: of one draft or of all, of one person, open ones; as a table and for print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select

from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.result import ProvisionPlace
from desktop_app.database.engine import Database
from desktop_app.instruments.annotations.threads import Message, ThreadRow, thread_rows
from desktop_app.instruments.annotations.word_form import author_words
from desktop_app.instruments.drafting.revisions import last_revision
from desktop_app.instruments.model import Instrument, Thread
from desktop_app.instruments.vocabulary import Placement, ThreadStatus
from desktop_app.office.settings import OfficeSettings, logo_of, settings_of
from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.reports.lists.table import ColumnKind, ListColumn, ListTable, Value
from desktop_app.staff.model import Person
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label

KEY: Final = "annotations"


@dataclass(frozen=True, slots=True)
class ThreadFilter:
    """What a list has: threads of one draft, of one person (author, assignee or writer of a message), open ones."""

    instrument_id: int | None = None
    person_id: int | None = None
    open_only: bool = False


@dataclass(frozen=True, slots=True)
class ListedThread:
    """A thread with its draft, placed on the last revision."""

    code: str
    title: str
    revision: int
    row: ThreadRow


@dataclass(frozen=True, slots=True)
class PrintedThreads:
    """A list of threads by draft and place; `made_at` is aware. `person` is the name of the filter's person."""

    wanted: ThreadFilter
    person: str
    made_at: datetime
    threads: tuple[ListedThread, ...]
    settings: OfficeSettings
    logo: bytes | None = None


class ThreadLists:
    """Reads lists of annotations."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, wanted: ThreadFilter) -> PrintedThreads:
        """Returns the threads that match, by draft and place."""
        statement = select(Instrument).order_by(Instrument.code)
        if wanted.instrument_id is not None:
            statement = statement.where(Instrument.id == wanted.instrument_id)
        found: list[ListedThread] = []
        with self._database.reading() as session:
            person = session.get(Person, wanted.person_id) if wanted.person_id is not None else None
            for instrument in session.scalars(
                statement.where(Instrument.id.in_(select(Thread.instrument_id)))
            ):
                threads = list(session.scalars(select(Thread).where(Thread.instrument_id == instrument.id)))
                revision = last_revision(session, instrument.id)
                if revision is None:
                    continue
                rows = [row for row in thread_rows(session, threads, revision) if _is_wanted(row, wanted)]
                rows.sort(key=lambda row: (row.start is None, row.start or 0, row.id))
                found += (
                    ListedThread(instrument.code, instrument.title, revision.number, row) for row in rows
                )
            now = self._database.now(session)
            settings, logo = settings_of(session), logo_of(session)
        return PrintedThreads(wanted, person.full_name if person else "", now, tuple(found), settings, logo)


def _is_wanted(row: ThreadRow, wanted: ThreadFilter) -> bool:
    if wanted.open_only and row.status is not ThreadStatus.OPEN:
        return False
    if wanted.person_id is None:
        return True
    writers = {message.author_id for message in row.messages}
    return wanted.person_id == row.assignee_id or wanted.person_id in writers


def thread_table(found: PrintedThreads) -> ListTable:
    """Returns the list as a table, a thread in a row."""
    columns = (
        ListColumn(translate("List file", "Code"), ColumnKind.CODE, 14.0),
        ListColumn(translate("List file", "Draft"), width=30.0, printed=False),
        ListColumn(translate("List file", "Number"), ColumnKind.NUMBER, 8.0),
        ListColumn(translate("List file", "Kind")),
        ListColumn(translate("List file", "State")),
        ListColumn(translate("List file", "Outcome"), printed=False),
        ListColumn(translate("List file", "Provision"), width=18.0),
        ListColumn(translate("List file", "Quoted phrase"), width=40.0),
        ListColumn(translate("List file", "Place"), printed=False),
        ListColumn(translate("List file", "Written by"), width=20.0),
        ListColumn(translate("List file", "Written"), ColumnKind.MOMENT, month=True),
        ListColumn(translate("List file", "With"), width=18.0),
        ListColumn(translate("List file", "On revision"), ColumnKind.NUMBER, printed=False),
        ListColumn(translate("List file", "Messages"), width=60.0),
        ListColumn(translate("List file", "Last message"), ColumnKind.MOMENT, printed=False),
    )
    return ListTable(KEY, columns, (_row(one) for one in found.threads), len(found.threads))


def _row(one: ListedThread) -> tuple[Value, ...]:
    row = one.row
    last = row.messages[-1].at if row.messages else row.created_at
    return (
        one.code, one.title, row.id, label("thread_kind", row.kind.value),
        label("thread_status", row.status.value), outcome_words(row), provision_words(row), row.quote,
        placement_words(row), author_words(row.messages[0]) if row.messages else row.author_name, row.created_at,
        row.assignee_name, row.made_on, "\n".join(message_lines(row.messages)), last,
    )  # fmt: skip


def outcome_words(row: ThreadRow) -> str:
    """Returns the outcome of a thread, empty for an open one."""
    return label("thread_outcome", row.outcome.value) if row.outcome else ""


def provision_words(row: ThreadRow) -> str:
    """Returns the name of the provision on which the thread was opened."""
    return provision_title(ProvisionPlace(row.path[-1], row.path, 0, 0)) if row.path else ""


def placement_words(row: ThreadRow) -> str:
    """Returns how the place was found on the last revision."""
    if row.placement is Placement.ORPHAN and row.lost_in is not None:
        return fill(translate("List file", "lost in revision {n}"), n=row.lost_in)
    return {
        Placement.EXACT: translate("List file", "unchanged"),
        Placement.MOVED: translate("List file", "moved"),
        Placement.CHANGED: translate("List file", "words changed"),
        Placement.ORPHAN: translate("List file", "without a place"),
        Placement.AMBIGUOUS: translate("List file", "to be chosen"),
    }[row.placement]


def message_lines(messages: Sequence[Message]) -> list[str]:
    """Returns each message with its author and time."""
    return [
        fill(
            translate("List file", "{who}, {day} {time}: {text}"),
            who=author_words(one), day=short_date(tehran_day(one.at)), time=clock_time(one.at), text=one.text,
        )
        for one in messages
    ]  # fmt: skip
