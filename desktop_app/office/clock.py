"""The clock of one PC: whether statutory steps may rely on it, and how people confirm the day.

On SQLite only: a PostgreSQL server has a clock of its own, and is never asked about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.clock_mark import keep_the_time, marked_time, set_doubted, settle
from desktop_app.database.clock_watch import ClockDoubt, DoubtReason
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, NotPermittedError, RuleError
from desktop_app.office.acts import OFFICE
from desktop_app.office.clock_acts import CLOCK_CONFIRMED, CLOCK_SECONDED, CLOCK_TAKEN_BACK
from desktop_app.office.settings import settings_of
from desktop_app.persian.dates import tehran_day
from desktop_app.staff.accounts import Accounts
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor
from desktop_app.staff.roster import administer


@dataclass(frozen=True, slots=True)
class ClockState:
    """The time by the PC, the latest time seen (None: never), and why the clock cannot be trusted (None: it can).

    `people` is the number of active accounts: where it is less than two, one person confirms the day with a reason.
    """

    now: datetime
    last: datetime | None
    doubt: ClockDoubt | None
    people: int

    @property
    def day(self) -> date:
        """The day in Tehran, as the program believes it."""
        return tehran_day(self.now)

    @property
    def alone(self) -> bool:
        return self.people < 2

    @property
    def goes_back(self) -> bool:
        """Whether confirming the day takes the mark back."""
        return self.last is not None and self.now < self.last

    @property
    def needs_reason(self) -> bool:
        """Whether the day is confirmed with a reason."""
        return self.alone or self.goes_back


@dataclass(frozen=True, slots=True)
class SecondSignature:
    """The name and the password with which the second person signs."""

    username: str
    password: str


def clock_doubt(session: Session, database: Database) -> ClockDoubt | None:
    """Returns why the clock cannot be trusted now, None if it can; always None on PostgreSQL."""
    if not database.is_sqlite:
        return None
    days = settings_of(session).clock_gap_days
    return database.clock_watch.doubt(marked_time(session), database.clock_reading(), timedelta(days=days))


def keep_trusted_time(session: Session, database: Database) -> None:
    """Moves the mark forward if the clock can be trusted; needs a writing session. Nothing on PostgreSQL."""
    if database.is_sqlite and clock_doubt(session, database) is None:
        keep_the_time(session, database.now(session))


class OfficeClock:
    """Tells the state of the clock, and lets people confirm the day."""

    def __init__(self, database: Database, accounts: Accounts) -> None:
        self._database = database
        self._accounts = accounts

    def state(self) -> ClockState:
        """Returns the state of the clock now."""
        with self._database.reading() as session:
            return self._state(session)

    def look(self) -> ClockState:
        """Returns the state, and keeps the time of a new day and a doubt for programs that start later."""
        with self._database.reading() as session:
            state = self._state(session)
            mark = marked_time(session) if self._database.is_sqlite else None
        jumped = state.doubt is not None and state.doubt.reason is DoubtReason.JUMP
        if mark is None:
            return state
        if jumped and not mark.doubted:
            with self._database.touching() as session:
                set_doubted(session, True)
        elif state.doubt is None and (mark.doubted or tehran_day(mark.at) < state.day):
            with self._database.touching() as session:
                set_doubted(session, False)
                keep_trusted_time(session, self._database)
        return state

    @once
    def confirm(
        self, actor: Actor, day: date, *, second: SecondSignature | None = None, reason: str = ""
    ) -> ClockState:
        """Confirms that today is `day`; if that is before the latest time seen, the mark is taken back.

        The second person signs. In an office of one account, or none, one confirms with a reason.

        Raises `ConflictError` if the clock shows another day meanwhile; `RuleError` without a doubt, without a second
        person or a reason; `SignInError` for a wrong signature.
        """
        signed = None if second is None else self._accounts.sign_in(second.username, second.password)
        words = " ".join(reason.split())
        with self._database.writing() as session:
            state = self._state(session)
            if state.doubt is None:
                raise RuleError(rule="clock_is_trusted")
            if state.day != day:
                raise ConflictError(item="clock")
            now = state.now
            given = {
                "second_id": None if signed is None else signed.person_id,
                "clock_doubt": state.doubt.reason.value,
            }
            act = CLOCK_TAKEN_BACK if state.goes_back else CLOCK_CONFIRMED
            item = Item(OFFICE, text=words, given=given)
            errors = {"not_your_role": NotPermittedError(act="confirm_clock")}
            administer(session, act, actor, item, now, denied="confirm_clock", errors=errors)
            if signed is not None:
                administer(session, CLOCK_SECONDED, signed, Item(OFFICE), now, denied="confirm_clock")
            settle(session)
        self._database.clock_watch.begin_again(self._database.clock_reading())
        return self.state()

    def _state(self, session: Session) -> ClockState:
        now = self._database.now(session)
        if not self._database.is_sqlite:
            return ClockState(now, None, None, 0)
        mark = marked_time(session)
        people = session.scalar(select(func.count()).where(Person.active)) or 0
        return ClockState(now, mark.at if mark else None, clock_doubt(session, self._database), people)
