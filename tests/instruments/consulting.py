"""A consultation played through in simulated time: the program's clock and the database's date move together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select, text

from desktop_app.clock import FixedClock
from desktop_app.database import statute_guard
from desktop_app.database.audit import Event, history
from desktop_app.database.clock_mark import keep_the_time
from desktop_app.documents.document import Document
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.comments.decisions import Carrier, Unchanged
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.consultation.gate import Publishing
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.model import Instrument, Revision
from desktop_app.instruments.vocabulary import (
    Disposition,
    InstrumentKind,
    InstrumentStatus,
    ThreadKind,
    ThreadOutcome,
)
from desktop_app.persian.dates import tehran_day
from desktop_app.services import Services
from desktop_app.staff.roles import Actor, pc_user
from tests.conftest import office_with
from tests.department import TestOffice
from tests.engines import Made

FIRST_TEXT = "ماده ۱- مهلت پاسخ سی روز است.\nماده ۲- هزینه صدور مجوز صد هزار ریال است."
NEXT_TEXT = "ماده ۱- مهلت پاسخ بیست روز است.\nماده ۲- هزینه صدور مجوز صد هزار ریال است."


@contextmanager
def made_history(services: Services) -> Iterator[None]:
    """Removes the triggers of the law for a block, for tests that only need a certain state."""
    with services.database.engine.begin() as connection:
        statute_guard.take_down(connection)
    try:
        yield
    finally:
        with services.database.engine.begin() as connection:
            if services.database.is_sqlite:
                # Only by reading does a connection learn what another one did to the schema.
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
            statute_guard.set_up(connection)


def put_before_public(services: Services, instrument_id: int, opened: date, closes: date) -> None:
    """Puts the first revision before the public in a window of any days, which the law would not allow."""
    clerk = pc_user("tester")
    if not services.drafting.detail(clerk, instrument_id).revisions:
        services.drafting.add_revision(clerk, instrument_id, Document("draft.txt", FIRST_TEXT, (), "txt", ""))
    with made_history(services), services.database.writing() as session:
        instrument = session.get_one(Instrument, instrument_id)
        first = select(func.min(Revision.id)).where(Revision.instrument_id == instrument_id)
        instrument.exposed_revision_id, instrument.place = session.scalar(first), "portal"
        instrument.status = InstrumentStatus.OPEN.value
        instrument.opened_on, instrument.closes_on = opened, closes


def exposed_now(services: Services, instrument_id: int) -> int:
    """Puts a draft before the public from today on, for a month, and returns its id."""
    with services.database.reading() as session:
        today = tehran_day(services.database.now(session))
    put_before_public(services, instrument_id, today, today + timedelta(days=30))
    return instrument_id


@dataclass
class Consultation:
    """One instrument, whose author is the book unit's clerk."""

    office: TestOffice
    clock: FixedClock
    id: int = 0

    @property
    def services(self) -> Services:
        return self.office.services

    @property
    def now(self) -> InstrumentDetail:
        return self.services.drafting.detail(self.office.reviewer, self.id)

    @property
    def version(self) -> int:
        with self.services.database.reading() as session:
            return session.scalars(select(Instrument.version).where(Instrument.id == self.id)).one()

    def stands(self) -> InstrumentStatus:
        return self.now.row.status

    @property
    def today(self) -> date:
        return tehran_day(self.clock.now())

    def resume(self) -> Consultation:
        """Takes up the one instrument of the database: today, or on the morning after its window if that is over."""
        (row,) = self.services.drafting.all()
        self.id = row.id
        if row.status is not InstrumentStatus.OPEN:
            self.after_the_end()
        return self

    def events_of(self, item_type: str, item_id: int) -> tuple[Event, ...]:
        """Returns the history of an item."""
        with self.services.database.reading() as session:
            return history(session, item_type, item_id)

    def register(self, kind: InstrumentKind = InstrumentKind.LICENSING_DIRECTIVE) -> Consultation:
        made = self.services.drafting.register(self.office.clerk, kind, "دستورالعمل صدور مجوز")
        self.id = made.row.id
        self.set_day()
        self.write(FIRST_TEXT)
        self.services.drafting.move(self.office.clerk, self.id, self.version, InstrumentStatus.LEGAL_REVIEW)
        return self

    def write(self, words: str, *, by: Actor | None = None) -> None:
        self.services.drafting.add_revision(
            by or self.office.clerk, self.id, Document("draft.txt", words, (), "txt", "")
        )

    def ask(self, *, by: Actor | None = None, until: date | None = None) -> None:
        now = self.now
        self.services.life.ask_to_open(
            by or self.office.reviewer,
            self.id,
            now.row.version,
            revision=now.revisions[-1].number,
            place=Publishing.PORTAL,
            until=until,
        )

    def open(self, *, by: Actor | None = None) -> None:
        self.services.life.open(by or self.office.manager, self.id, self.version)

    def opened(self, kind: InstrumentKind = InstrumentKind.LICENSING_DIRECTIVE) -> Consultation:
        self.register(kind).ask()
        self.open()
        return self

    def comment(
        self,
        words: str = "مهلت را کمتر کنید.",
        *,
        number: str = "1",
        at: datetime | None = None,
        provision: str = "ماده ۱",
    ) -> int:
        comments = self.services.comments
        taken = NewComment(
            text=words, provision=provision, external_id=number, received_at=at or self.clock.now()
        )
        comments.take_in(self.office.clerk, self.id, [taken])
        return comments.of_instrument(self.id)[-1].id

    def decide(
        self,
        comment_id: int,
        disposition: Disposition = Disposition.REJECTED,
        carrier: Carrier | Unchanged | None = None,
    ) -> None:
        row = self.services.comments.one(comment_id)
        self.services.comments.decide(
            self.office.reviewer, comment_id, row.version, disposition, "با قانون سازگار نیست.", carrier
        )

    def raise_objection(self, words: str = "چرا؟", *, by: Actor | None = None) -> int:
        """Objects to the beginning of the last revision; returns the id of the thread."""
        number = self.now.revisions[-1].number
        return self.services.annotations.annotate(
            by or self.office.reviewer, self.id, number, 0, 6, ThreadKind.OBJECTION, words
        ).id

    def thread(self, thread_id: int) -> ThreadRow:
        """Returns a thread on the last revision."""
        rows = self.services.annotations.on_revision(self.id, self.now.revisions[-1].number)
        return next(row for row in rows if row.id == thread_id)

    def close_objection(self, thread_id: int, outcome: ThreadOutcome = ThreadOutcome.ANSWERED) -> None:
        row, number = self.thread(thread_id), self.now.revisions[-1].number
        self.services.annotations.resolve(self.office.reviewer, thread_id, row.version, number, outcome)

    def turn_back(self, reason: str = "ماده ۲ بازنگری می‌خواهد.", *, by: Actor | None = None) -> None:
        self.services.life.revise_again(by or self.office.manager, self.id, self.version, reason)

    def closed(self, kind: InstrumentKind = InstrumentKind.LICENSING_DIRECTIVE) -> Consultation:
        self.opened(kind)
        self.after_the_end()
        return self

    def revising(self, kind: InstrumentKind = InstrumentKind.LICENSING_DIRECTIVE) -> Consultation:
        self.closed(kind)
        self.services.life.start_revising(self.office.reviewer, self.id, self.version)
        return self

    def ready(self, kind: InstrumentKind = InstrumentKind.LICENSING_DIRECTIVE) -> Consultation:
        self.revising(kind)
        self.write(NEXT_TEXT)
        self.sum_up()
        self.services.life.make_ready(self.office.reviewer, self.id, self.version)
        return self

    def explain(self, reason: str = "برای هماهنگی با دیگر ماده‌ها.") -> None:
        """Gives every change that nobody asked for a reason."""
        changes = self.services.material_changes.read(self.office.reviewer, self.id)
        if changes is not None and changes.unexplained:
            keys = [one.change.key for one in changes.unexplained]
            self.services.material_changes.explain(self.office.reviewer, self.id, keys, reason)

    def sum_up(self) -> None:
        self.explain()
        self.freeze()

    def freeze(self) -> None:
        self.services.summing_up.freeze(self.office.reviewer, self.id)

    def finish(
        self,
        *,
        by: Actor | None = None,
        letter_date: date | None = None,
        number: str | None = "۱۲۳/۴۵",
    ) -> None:
        self.services.life.finish(
            by or self.office.manager,
            self.id,
            self.version,
            letter_number=number,
            letter_date=letter_date or self.today,
        )

    def after_the_end(self) -> None:
        """Moves the time to the morning after the window's last day."""
        closes_on = self.now.row.closes_on
        assert closes_on is not None
        self.pass_days((closes_on - self.today).days + 1)

    def pass_days(self, days: int) -> None:
        self.clock.advance(timedelta(days=days))
        self.set_day()

    def set_day(self) -> None:
        """Sets the date that the database's own rules use: in PostgreSQL a replaced function, in an SQLite file
        the stored time.
        """
        if self.services.database.is_sqlite:
            with self.services.database.touching() as session:
                keep_the_time(session, self.clock.now())
            return
        with self.services.database.engine.begin() as connection:
            connection.execute(
                text(
                    "CREATE OR REPLACE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE SECURITY DEFINER"
                    f" SET search_path = pg_catalog, pg_temp AS $$ SELECT DATE '{self.today.isoformat()}' $$"
                )
            )

    def sql(self, statement: str, **values: object) -> None:
        """Runs a statement as another client could; `:id` is the instrument."""
        with self.services.database.engine.begin() as connection:
            connection.execute(text(statement), {"id": self.id} | values if ":id" in statement else values)


def played_to(state: str) -> Made:
    """Returns a function that puts the office and one instrument into a template; `state` is the method of
    `Consultation` to play.
    """

    def play(office: TestOffice) -> None:
        getattr(first_consultation(office), state)()

    play.__name__ = state
    return office_with(play)


def first_consultation(office: TestOffice) -> Consultation:
    """A consultation without an instrument yet, in the office of a template."""
    clock = office.services.database.clock
    assert isinstance(clock, FixedClock)
    return Consultation(office, clock)
