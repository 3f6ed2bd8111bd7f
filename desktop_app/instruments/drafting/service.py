"""Draft documents: registration, reading, revisions, and the transitions between drafting and legal review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, func, select, text
from sqlalchemy.orm import Session

from desktop_app.comparison.result import Comparison
from desktop_app.database.acts.model import Item
from desktop_app.database.audit import Event, history
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.documents.document import Document, PartKind
from desktop_app.errors import (
    AppError,
    ConflictError,
    InvalidValueError,
    NotFoundError,
    NotPermittedError,
    RuleError,
)
from desktop_app.instruments.acts.beside import REGISTERED
from desktop_app.instruments.acts.drafts import DRAFT_ACTS
from desktop_app.instruments.consultation.gate import (
    Gate,
    InstrumentAction,
    gate_of,
    offers_of,
    standing,
    undecided_where,
)
from desktop_app.instruments.consultation.late_closures import LateClosure, late_closure_of
from desktop_app.instruments.drafting.comparing import compared
from desktop_app.instruments.drafting.performing import do_step, perform_draft
from desktop_app.instruments.drafting.pins import pins_of
from desktop_app.instruments.drafting.revisions import (
    WRITERS,
    RevisionText,
    revision_text,
    write_revision,
)
from desktop_app.instruments.drafting.stored_parts import parts_stored
from desktop_app.instruments.model import Instrument, PublicComment, Revision, Thread
from desktop_app.instruments.statute.outcome import is_open_objection
from desktop_app.instruments.steps import ADD_REVISION, BACK_TO_DRAFTING, SETTLE_SECOND_READER, TO_REVIEW
from desktop_app.instruments.vocabulary import FINISHED, InstrumentKind, InstrumentStatus, ThreadStatus, Track
from desktop_app.persian.dates import JalaliDay, tehran_day
from desktop_app.progress import Progress
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """A revision without its text. `created_at` is aware, in UTC."""

    id: int
    number: int
    summary: str
    author_name: str
    created_at: datetime
    source_name: str
    characters: int
    not_compared: tuple[str, ...]
    #: The kinds of the parts beside its text.
    beside: tuple[PartKind, ...]


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument for a list; days are days in Tehran."""

    id: int
    code: str
    title: str
    kind: InstrumentKind
    track: Track
    status: InstrumentStatus
    unit_id: int | None
    unit_name: str
    author_name: str
    revisions: int
    open_threads: int
    #: The open objections of staff, which block "ready"; 0 for a finished draft.
    blocking: int
    comments: int
    undecided: int
    changed_at: datetime
    opened_on: date | None
    closes_on: date | None
    finished_on: date | None
    version: int


@dataclass(frozen=True, slots=True)
class Exposure:
    """The requested or current publication of a revision: its number, the place, the last day.

    `asked_until` is None if the earliest lawful end was requested. `approved_by` is empty before a manager's
    approval.
    """

    revision: int
    place: str
    notice: str
    asked_until: date | None
    asked_by: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class InstrumentDetail:
    """An instrument with its revisions, oldest first, and its history."""

    row: InstrumentRow
    revisions: tuple[RevisionRow, ...]
    history: tuple[Event, ...]
    #: The statuses to which the person may move it now.
    allowed: frozenset[InstrumentStatus]
    may_add_revision: bool
    #: The publication steps that the person may take now.
    steps: frozenset[InstrumentAction]
    #: The rule that forbids the person, as the author, to review the instrument; empty if none applies.
    kept_from: str
    exposure: Exposure | None
    gate: Gate
    letter_number: str
    letter_date: date | None
    withdrawn_reason: str
    #: Why the window stays closed, though its last day was declared closed later.
    closure_reason: str
    #: The closure of the window's last day on which a manager has to decide.
    late_closure: LateClosure | None
    #: Whether the rejection of a comment requires confirmation by a second reviewer, and whether the person may
    #: change that now.
    second_reader: bool
    may_settle_second_reader: bool


class Drafting:
    """The service for drafting."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def today(self) -> date:
        """Returns today's date in Tehran, by the database's clock."""
        with self._database.reading() as session:
            return tehran_day(self._database.now(session))

    def now(self) -> datetime:
        """Returns the current time of the database's clock, aware; used for the date of letters."""
        with self._database.reading() as session:
            return self._database.now(session)

    def all(self) -> tuple[InstrumentRow, ...]:
        """Returns all instruments, most recently changed first."""
        with self._database.reading() as session:
            ordered = _rows().order_by(Instrument.changed_at.desc(), Instrument.id.desc())
            today = tehran_day(self._database.now(session))
            return tuple(_row(found, today) for found in session.execute(ordered))

    def detail(self, actor: Actor, instrument_id: int) -> InstrumentDetail:
        """Returns an instrument with its details. Raises `NotFoundError`."""
        with self._database.reading() as session:
            instrument = existing_instrument(session, instrument_id)
            return self._detail(session, actor, instrument)

    def by_code(self, code: str) -> InstrumentRow:
        """Returns the instrument with a code. Raises `NotFoundError`."""
        with self._database.reading() as session:
            found = session.scalar(select(Instrument).where(Instrument.code == code.strip()))
            if found is None:
                raise NotFoundError(item="instrument", key=code)
            return _row_of(session, found, tehran_day(self._database.now(session)))

    def _detail(self, session: Session, actor: Actor, instrument: Instrument) -> InstrumentDetail:
        return detail_of(session, actor, instrument, tehran_day(self._database.now(session)))

    @once
    def register(
        self, actor: Actor, kind: InstrumentKind, title: str, *, unit_id: int | None = None, code: str = ""
    ) -> InstrumentDetail:
        """Registers an instrument. Its track follows from its kind, by law.

        Raises `InvalidValueError`, and `ConflictError` for a code that is in use.
        """
        title = " ".join(title.split())
        with self._database.writing() as session:
            code = code or _next_code(session, self._database.now(session))
            given = {"code": code, "title": title, "kind": kind.value, "unit_id": unit_id}
            refusals: dict[str, AppError] = {
                "not_your_role": NotPermittedError(act="register_instrument", who_may=",".join(WRITERS)),
                "text_missing": InvalidValueError(field="title", reason="empty", value=""),
                "out_of_range": InvalidValueError(field="title", reason="too_long", value=title[:20]),
                "code_is_taken": ConflictError(item="instrument_code", name=code),
            }
            number = perform_draft(session, self._database, actor, REGISTERED, Item(0, given=given), refusals)
            return self._detail(session, actor, existing_instrument(session, number))

    @once
    def add_revision(
        self, actor: Actor, instrument_id: int, document: Document, *, summary: str = ""
    ) -> InstrumentDetail:
        """Adds a document as the next revision, and places the open annotations in it.

        Raises `RuleError` if text and parts equal those of the last revision or the instrument is finished.
        """
        with self._database.writing() as session:
            instrument = existing_instrument(session, instrument_id, lock=True)
            write_revision(session, self._database, actor, instrument, document, summary)
            return self._detail(session, actor, instrument)

    def revision(self, instrument_id: int, number: int) -> RevisionText:
        """Returns a revision with its text. Raises `NotFoundError`."""
        with self._database.reading() as session:
            return revision_text(session, instrument_id, number)

    def compare(
        self, instrument_id: int, old: int, new: int, *, progress: Progress | None = None
    ) -> Comparison:
        """Compares two revisions, given by their numbers, with the pins of reviewers.

        Raises `NotFoundError`, and `CancelledError` if `progress` is cancelled.
        """
        older, newer = self.revision(instrument_id, old), self.revision(instrument_id, new)
        with self._database.reading() as session:
            pins = [row.pin for row in pins_of(session, older.id, newer.id)]
        return compared(older, newer, pins, progress)

    @once
    def move(self, actor: Actor, instrument_id: int, version: int, to: InstrumentStatus) -> InstrumentDetail:
        """Moves an instrument between drafting and legal review.

        Raises `ConflictError` for an outdated version, and `RuleError` if the move is not allowed or there is no
        text.
        """
        step = _MOVES.get(to)
        if step is None:
            raise RuleError(rule="not_from_this_state")
        with self._database.writing() as session:
            refusals = {"not_your_role": RuleError(rule="not_from_this_state")}
            instrument = do_step(
                session,
                self._database,
                actor,
                DRAFT_ACTS[step],
                instrument_id,
                version=version,
                refusals=refusals,
            )
            return self._detail(session, actor, instrument)


#: The steps between the desk and the legal review, by the state that they lead to.
_MOVES: Final = {InstrumentStatus.LEGAL_REVIEW: TO_REVIEW, InstrumentStatus.DRAFTING: BACK_TO_DRAFTING}


def existing_instrument(session: Session, instrument_id: int, *, lock: bool = False) -> Instrument:
    """Returns an instrument, with its row locked if `lock` is set. Raises `NotFoundError`."""
    if lock and session.get_bind().dialect.name != "sqlite":
        session.execute(text("SELECT app.hold_draft(:draft)"), {"draft": instrument_id})
    instrument = session.scalar(select(Instrument).where(Instrument.id == instrument_id))
    if instrument is None:
        raise NotFoundError(item="instrument", key=instrument_id)
    return instrument


def _next_code(session: Session, now: datetime) -> str:
    year = JalaliDay.of(tehran_day(now)).year
    count = session.scalar(select(func.count()).where(Instrument.code.like(f"{year}-%"))) or 0
    return f"{year}-{count + 1:03}"


def detail_of(session: Session, actor: Actor, instrument: Instrument, today: date) -> InstrumentDetail:
    """Returns an instrument's details from the session, for a day in Tehran."""
    session.flush()
    revisions = session.execute(
        select(Revision, func.length(Revision.text))
        .where(Revision.instrument_id == instrument.id)
        .order_by(Revision.number)
    )
    offers = offers_of(session, actor, instrument.id, today)
    return InstrumentDetail(
        row=_row_of(session, instrument, today),
        revisions=tuple(
            RevisionRow(
                r.id,
                r.number,
                r.summary,
                r.author_name,
                r.created_at,
                r.source_name,
                length,
                tuple(r.not_compared),
                tuple(dict.fromkeys(part.kind for part in parts_stored(r.parts))),
            )
            for r, length in revisions
        ),
        history=history(session, "instrument", instrument.id),
        allowed=frozenset(to for to, step in _MOVES.items() if offers.may(step)),
        may_add_revision=offers.may(ADD_REVISION),
        steps=offers.actions,
        kept_from=offers.kept_from,
        exposure=_exposure(session, instrument),
        gate=gate_of(session, instrument, today),
        letter_number=instrument.letter_number,
        letter_date=instrument.letter_date,
        withdrawn_reason=instrument.withdrawn_reason,
        closure_reason=instrument.closure_reason,
        late_closure=late_closure_of(session, instrument.id, today),
        second_reader=instrument.second_reader,
        may_settle_second_reader=offers.may(SETTLE_SECOND_READER),
    )


def _exposure(session: Session, instrument: Instrument) -> Exposure | None:
    shown = session.get(Revision, instrument.exposed_revision_id) if instrument.exposed_revision_id else None
    if shown is None:
        return None

    def name(person_id: int | None) -> str:
        person = session.get(Person, person_id) if person_id is not None else None
        return person.full_name if person else ""

    return Exposure(
        revision=shown.number,
        place=instrument.place,
        notice=instrument.notice,
        asked_until=instrument.asked_until,
        asked_by=name(instrument.asked_by_id),
        approved_by=name(instrument.approved_by_id),
    )


#: The stored states in which nothing can block any more.
_OVER: Final = (*FINISHED, InstrumentStatus.WITHDRAWN.value)


@cache
def _rows() -> Select[Any]:
    """Selects instruments with all counts of a list row, in one statement."""
    comments = select(func.count()).where(PublicComment.instrument_id == Instrument.id)
    threads = select(func.count()).where(
        Thread.instrument_id == Instrument.id, Thread.status == ThreadStatus.OPEN.value
    )
    objections = select(func.count()).where(Thread.instrument_id == Instrument.id, is_open_objection(Thread))
    revisions = select(func.count()).where(Revision.instrument_id == Instrument.id)
    return (
        select(
            Instrument,
            func.coalesce(Unit.name, "").label("unit_name"),
            func.coalesce(Person.full_name, "").label("author_name"),
            revisions.scalar_subquery().label("revisions"),
            threads.scalar_subquery().label("open_threads"),
            objections.scalar_subquery().label("open_objections"),
            comments.scalar_subquery().label("comments"),
            comments.where(undecided_where(Instrument.second_reader.is_(True)))
            .scalar_subquery()
            .label("undecided"),
        )
        .outerjoin(Unit, Unit.id == Instrument.unit_id)
        .outerjoin(Person, Person.id == Instrument.author_id)
    )


def rows_where(session: Session, today: date, *conditions: ColumnElement[bool]) -> list[InstrumentRow]:
    """Returns the instruments that match conditions, for a day in Tehran, unordered."""
    return [_row(found, today) for found in session.execute(_rows().where(*conditions))]


def _row_of(session: Session, instrument: Instrument, today: date) -> InstrumentRow:
    return _row(session.execute(_rows().where(Instrument.id == instrument.id)).one(), today)


def _row(found: Row[Any], today: date) -> InstrumentRow:
    instrument: Instrument = found[0]
    return InstrumentRow(
        id=instrument.id,
        code=instrument.code,
        title=instrument.title,
        kind=InstrumentKind(instrument.kind),
        track=Track(instrument.track),
        status=standing(instrument, today),
        unit_id=instrument.unit_id,
        unit_name=found.unit_name,
        author_name=found.author_name,
        revisions=found.revisions,
        open_threads=found.open_threads,
        blocking=found.open_objections if instrument.status not in _OVER else 0,
        comments=found.comments,
        undecided=found.undecided,
        changed_at=instrument.changed_at,
        opened_on=instrument.opened_on,
        closes_on=instrument.closes_on,
        finished_on=instrument.finished_on,
        version=instrument.version,
    )
