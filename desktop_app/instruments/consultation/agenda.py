"""The calendar of consultation windows (تقویم مهلت‌ها): drafts before the public, upcoming ends, and what each
waits for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.instruments.consultation.gate import gate_of, standing
from desktop_app.instruments.drafting.service import InstrumentRow, rows_where
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.office.settings import calendar_of
from desktop_app.office.workdays import WorkCalendar
from desktop_app.persian.dates import tehran_day

#: The range of the calendar around today, in days.
BEFORE: Final = 21
AFTER: Final = 42
#: "Soon" is the rest of today and the following so many days.
SOON_DAYS: Final = 7
_OVER: Final = (
    InstrumentStatus.PROMULGATED.value, InstrumentStatus.SUBMITTED.value, InstrumentStatus.WITHDRAWN.value,
)  # fmt: skip


class Waits(StrEnum):
    """What an instrument waits for, and therefore for whom."""

    TEXT = "text"  # the author's draft
    REQUEST = "request"  # a legal reviewer who asks to open
    APPROVAL = "approval"  # a manager who opens
    PUBLIC = "public"  # the end of the window
    CLOSURE = "closure"  # a manager's decision on a window whose last day was declared closed
    AMENDING = "amending"  # a legal reviewer who begins the amended text
    DECISIONS = "decisions"  # decisions on comments
    REVISION = "revision"  # the amended text, or a reason for none
    SUMMING_UP = "summing_up"  # the frozen summing-up
    READINESS = "readiness"  # a legal reviewer who declares it ready
    CARRIERS = "carriers"  # the places that carry accepted comments
    REASONS = "reasons"  # reasons for changes that nobody asked for
    OBJECTIONS = "objections"  # the answers to objections of the staff
    LETTER = "letter"  # a manager's promulgation or submission


class AgendaSection(StrEnum):
    """The heading of a row."""

    SOON = "soon"
    OPEN = "open"
    WAITING = "waiting"
    DRAFTING = "drafting"


#: What is missing at the gate, by its rule: see `gate.gate_of`.
_MISSING: Final[Mapping[str, Waits]] = {
    "window_still_open": Waits.PUBLIC,
    "closure_needs_a_decision": Waits.CLOSURE,
    "every_comment_is_decided": Waits.DECISIONS,
    "newer_revision_or_reason": Waits.REVISION,
    "summing_up_is_needed": Waits.SUMMING_UP,
    "accepted_is_carried": Waits.CARRIERS,
    "changes_are_explained": Waits.REASONS,
    "objections_are_closed": Waits.OBJECTIONS,
}
_IN_FULL: Final[Mapping[InstrumentStatus, Waits]] = {
    InstrumentStatus.CLOSED: Waits.AMENDING,
    InstrumentStatus.REVISING: Waits.READINESS,
    InstrumentStatus.READY: Waits.LETTER,
}


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An instrument in progress.

    `missing` is the number of things that `waits` is about (undecided comments), 0 if it is a single thing.
    `since` is the date in Tehran of its last change, from which it has waited.
    """

    row: InstrumentRow
    section: AgendaSection
    waits: Waits
    missing: int
    since: date


@dataclass(frozen=True, slots=True)
class Agenda:
    """The calendar of a day: rows, most urgent first; the closed days of `[first, last]` with their names."""

    today: date
    first: date
    last: date
    closed: Mapping[date, str]
    rows: tuple[AgendaRow, ...]

    @property
    def soon(self) -> int:
        """The number of windows that close within the next days."""
        return sum(row.section is AgendaSection.SOON for row in self.rows)


class Agendas:
    """Reads the calendar."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def now(self) -> Agenda:
        """Returns the calendar of today in Tehran, by the database's clock."""
        with self._database.reading() as session:
            today = tehran_day(self._database.now(session))
            instruments = {
                one.id: one
                for one in session.scalars(select(Instrument).where(Instrument.status.not_in(_OVER)))
            }
            rows = [
                _row(session, instruments[row.id], row, today)
                for row in rows_where(session, today, Instrument.status.not_in(_OVER))
            ]
            rows.sort(key=lambda one: _rank(one, today))
            first, last = today - timedelta(days=BEFORE), today + timedelta(days=AFTER)
            return Agenda(today, first, last, _closed(calendar_of(session), first, last), tuple(rows))


def _row(session: Session, instrument: Instrument, row: InstrumentRow, today: date) -> AgendaRow:
    waits, missing = _waits(session, instrument, today)
    since = tehran_day(row.changed_at)
    if waits is Waits.PUBLIC:
        soon = row.closes_on is not None and (row.closes_on - today).days <= SOON_DAYS
        return AgendaRow(row, AgendaSection.SOON if soon else AgendaSection.OPEN, waits, missing, since)
    early = waits in (Waits.TEXT, Waits.REQUEST)
    return AgendaRow(row, AgendaSection.DRAFTING if early else AgendaSection.WAITING, waits, missing, since)


def _waits(session: Session, instrument: Instrument, today: date) -> tuple[Waits, int]:
    status = standing(instrument, today)
    if status is InstrumentStatus.DRAFTING:
        return Waits.TEXT, 0
    if status is InstrumentStatus.LEGAL_REVIEW:
        return (Waits.APPROVAL if instrument.exposed_revision_id is not None else Waits.REQUEST), 0
    for point in gate_of(session, instrument, today).points:
        if not point.holds:
            return _MISSING[point.rule], point.missing
    return _IN_FULL[status], 0


def _rank(one: AgendaRow, today: date) -> tuple[int, date, int]:
    """Sorts by heading; windows by their end, other rows by how long they have waited."""
    order = list(AgendaSection).index(one.section)
    day = one.row.closes_on if one.waits is Waits.PUBLIC else one.since
    return order, day or today, one.row.id


def _closed(calendar: WorkCalendar, first: date, last: date) -> dict[date, str]:
    days = (first + timedelta(days=step) for step in range((last - first).days + 1))
    return {day: reason for day in days if (reason := calendar.reason_closed(day)) is not None}
