"""The clock of one PC: what the law asks for waits until people confirm a day that cannot be trusted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import IntegrityError

from desktop_app.bootstrap import services_of, sign_in
from desktop_app.clock import FixedClock
from desktop_app.database.audit import Event, history
from desktop_app.database.clock_mark import ClockMark
from desktop_app.database.clock_watch import DoubtReason
from desktop_app.database.engine import Database
from desktop_app.database.verification import BreakReason, verify
from desktop_app.errors import AppError, ConflictError, NotPermittedError, RuleError, SignInError
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.office.acts import OFFICE
from desktop_app.office.clock import SecondSignature
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.deadlines.closures import Closure
from desktop_app.services import Services
from desktop_app.staff.model import Person
from desktop_app.staff.roles import pc_user
from desktop_app.tables import metadata
from tests.conftest import NOON, with_cheap_passwords
from tests.department import PASSWORD, TestOffice
from tests.instruments.consulting import Consultation, made_history
from tests.only import on_sqlite

DAY = timedelta(days=1)
SECOND = SecondSignature("nouri", PASSWORD)


class Pc:
    """One PC on which the program is closed and started again, with a consultation that waits to be opened."""

    def __init__(self, office: TestOffice, clock: FixedClock) -> None:
        self.clock = clock
        self.consultation = Consultation(office, clock).register()
        self.consultation.ask()
        self._opened: list[Services] = []

    @property
    def office(self) -> TestOffice:
        return self.consultation.office

    @property
    def services(self) -> Services:
        return self.office.services

    def restart(self) -> None:
        """Starts the program on the same file, and signs in, as every morning."""
        url = self.services.database.url.render_as_string(hide_password=False)
        started = with_cheap_passwords(services_of(Database(url, clock=self.clock)))
        self._opened.append(started)
        self.consultation.office = replace(self.office, services=started)
        sign_in(started, "yazdi", PASSWORD)
        started.clock.look()

    def close(self) -> None:
        for services in self._opened:
            services.close()

    @property
    def mark(self) -> datetime:
        with self.services.database.reading() as session:
            return session.scalars(select(ClockMark.at)).one()

    def doubt(self) -> DoubtReason | None:
        found = self.services.clock.state().doubt
        return None if found is None else found.reason

    def confirm(self, second: SecondSignature | None = SECOND, reason: str = "") -> None:
        self.services.clock.confirm(
            self.office.manager, tehran_day(self.clock.now()), second=second, reason=reason
        )

    def is_refused(self, rule: str = "clock_not_confirmed") -> None:
        with pytest.raises(RuleError) as refusal:
            self.consultation.open()
        assert refusal.value.parameters["rule"] == rule
        assert self.consultation.stands() is InstrumentStatus.LEGAL_REVIEW

    def opens(self) -> None:
        self.consultation.open()
        assert self.consultation.stands() is InstrumentStatus.OPEN
        assert self.consultation.now.row.opened_on == tehran_day(self.clock.now())

    def events(self) -> list[Event]:
        with self.services.database.reading() as session:
            return [one for one in history(session, "office", OFFICE) if one.action.startswith("clock_")]

    def raw(self, statement: str, **values: Any) -> None:
        with self.services.database.engine.begin() as connection:
            connection.execute(text(statement), values)


@pytest.fixture
def pc(sqlite_office: TestOffice, clock: FixedClock) -> Iterator[Pc]:
    made = Pc(sqlite_office, clock)
    yield made
    made.close()


def refused(act: Any) -> AppError:
    with pytest.raises(AppError) as error:
        act()
    return error.value


# At the start


def test_thirty_days_ahead_then_corrected_loses_not_a_day(pc: Pc) -> None:
    marked = pc.mark
    pc.clock.jump(30 * DAY)
    pc.restart()
    assert pc.doubt() is DoubtReason.GAP
    pc.is_refused()
    assert pc.mark == marked
    # Set right while the program runs: the question goes away.
    pc.clock.jump(-30 * DAY)
    assert pc.doubt() is None
    pc.opens()
    assert pc.events() == []


def test_an_open_window_is_not_ended_by_a_clock_that_is_thirty_days_ahead(pc: Pc) -> None:
    pc.opens()
    pc.clock.jump(30 * DAY)
    pc.restart()
    life, one = pc.services.life, pc.consultation
    error = refused(lambda: life.start_revising(pc.office.reviewer, one.id, one.version))
    assert error.parameters["rule"] == "clock_not_confirmed"
    pc.clock.jump(-30 * DAY)
    pc.restart()
    assert pc.doubt() is None
    error = refused(lambda: life.start_revising(pc.office.reviewer, one.id, one.version))
    assert error.parameters["rule"] == "window_still_open"


def test_closures_that_move_no_window_are_entered_with_a_clock_that_nobody_confirmed(pc: Pc) -> None:
    pc.opens()
    row = pc.consultation.now.row
    end, version = row.closes_on, row.version
    assert end is not None
    pc.clock.jump(30 * DAY)
    pc.restart()
    closures, administrator = pc.services.closures, pc.office.administrator
    elsewhere = Closure(end + timedelta(days=1), "برف")
    assert closures.preview(administrator, None, elsewhere.day) == ()
    assert closures.add(administrator, elsewhere).windows == ()
    assert closures.remove(administrator, elsewhere.day).windows == ()
    mark = pc.mark
    closing = Closure(end, "آلودگی هوا")
    for enter in (
        lambda: closures.preview(administrator, None, end),
        lambda: closures.add(administrator, closing),
    ):
        assert refused(enter).parameters["rule"] == "clock_not_confirmed"
    row = pc.consultation.now.row
    assert (row.closes_on, row.version, pc.mark) == (end, version, mark)
    assert not pc.services.office.calendar().is_closed(end)


def test_after_a_holiday_of_ten_days_one_question_is_asked_and_then_it_goes_on(pc: Pc) -> None:
    pc.clock.advance(10 * DAY)
    pc.restart()
    assert pc.doubt() is DoubtReason.GAP
    pc.is_refused()
    pc.confirm()
    assert pc.doubt() is None
    assert pc.mark == pc.clock.now()
    pc.opens()
    pc.clock.advance(DAY)
    pc.restart()
    assert pc.doubt() is None
    first, second = pc.events()
    assert (first.action, second.action) == ("clock_confirmed", "clock_seconded")
    assert (first.actor_id, second.actor_id) == (pc.office.manager.person_id, pc.office.other_clerk.person_id)
    assert first.after["clock_day"] == "2026-12-04"
    assert first.after["clock_day_before"] == "2026-11-24"
    assert (first.after["second_person"], first.after["clock_doubt"]) == (pc.office.other_clerk.name, "gap")
    assert verify(pc.services.database, metadata=metadata()).breaks == ()


def test_a_week_without_the_program_asks_nothing(pc: Pc) -> None:
    pc.clock.advance(7 * DAY)
    pc.restart()
    assert pc.doubt() is None
    assert pc.mark == pc.clock.now()
    pc.opens()


@pytest.mark.parametrize(("days", "doubt"), [(20, None), (21, DoubtReason.GAP)])
def test_the_office_sets_the_gap(pc: Pc, days: int, doubt: DoubtReason | None) -> None:
    settings = replace(pc.services.office.settings(), clock_gap_days=20)
    pc.services.office.change(pc.office.administrator, settings)
    pc.clock.advance(days * DAY)
    pc.restart()
    assert pc.doubt() is doubt


@pytest.mark.parametrize("days", [0, 367])
def test_a_gap_of_no_days_or_of_more_than_a_year_is_no_setting(pc: Pc, days: int) -> None:
    settings = replace(pc.services.office.settings(), clock_gap_days=days)
    error = refused(lambda: pc.services.office.change(pc.office.administrator, settings))
    assert error.parameters["field"] == "clock_gap_days"


# While it runs


@pytest.mark.parametrize("step", [timedelta(minutes=11), 3 * DAY, timedelta(minutes=-11), -2 * DAY])
def test_a_jump_while_the_program_runs_is_noticed_in_both_directions(pc: Pc, step: timedelta) -> None:
    # Nothing was marked for two days: a clock that goes back by less is behind nothing.
    pc.clock.advance(2 * DAY + timedelta(hours=1))
    pc.clock.jump(step)
    assert pc.doubt() is DoubtReason.JUMP
    marked = pc.mark
    pc.is_refused()
    assert pc.mark == marked
    pc.clock.jump(-step)
    assert pc.doubt() is None
    pc.opens()


@pytest.mark.parametrize("minutes", [9, -9])
def test_a_clock_that_is_synchronized_is_no_jump(pc: Pc, minutes: int) -> None:
    pc.clock.jump(timedelta(minutes=minutes))
    assert pc.doubt() is None
    pc.opens()


def test_a_jump_that_was_seen_is_not_forgotten_by_a_new_start(pc: Pc) -> None:
    pc.clock.jump(3 * DAY)
    assert pc.services.clock.look().doubt is not None
    pc.restart()
    assert pc.doubt() is DoubtReason.JUMP
    pc.is_refused()
    pc.confirm()
    assert pc.doubt() is None
    pc.restart()
    assert pc.doubt() is None
    pc.opens()


def test_a_jump_before_anything_was_marked_is_confirmed_as_well(pc: Pc) -> None:
    with made_history(pc.services):
        pc.raw("DELETE FROM clock_mark")
    pc.restart()
    with made_history(pc.services):
        pc.raw("DELETE FROM clock_mark")
    pc.clock.jump(3 * DAY)
    pc.is_refused()
    pc.confirm()
    assert pc.doubt() is None
    assert pc.mark == pc.clock.now()
    pc.opens()


def test_a_jump_that_was_set_right_is_forgotten(pc: Pc) -> None:
    pc.clock.jump(3 * DAY)
    pc.services.clock.look()
    pc.clock.jump(-3 * DAY)
    pc.services.clock.look()
    pc.restart()
    assert pc.doubt() is None


def test_a_laptop_that_was_suspended_for_a_fortnight_has_not_jumped(pc: Pc) -> None:
    pc.clock.advance(14 * DAY)
    assert pc.doubt() is None
    pc.opens()


def test_a_program_that_stays_open_keeps_the_time_of_each_day(pc: Pc) -> None:
    for _ in range(10):
        pc.clock.advance(DAY)
        pc.services.clock.look()
    assert pc.mark == pc.clock.now()
    pc.restart()
    assert pc.doubt() is None


def test_another_program_on_the_same_file_hears_what_was_confirmed(pc: Pc) -> None:
    first = pc.services
    pc.clock.jump(9 * DAY)
    pc.restart()
    assert first.clock.state().doubt is not None
    pc.confirm()
    assert first.clock.state().doubt is None


def test_petitions_go_on_with_a_clock_that_nobody_confirmed(pc: Pc) -> None:
    pc.clock.jump(30 * DAY)
    pc.restart()
    number = pc.office.registered()
    assert pc.services.desk.peek(pc.office.clerk, number).received_at == pc.clock.now()
    assert pc.doubt() is DoubtReason.GAP


# Who confirms


def test_nobody_confirms_alone_while_there_is_somebody_else(pc: Pc) -> None:
    pc.clock.advance(10 * DAY)
    pc.restart()
    rule = refused(lambda: pc.confirm(second=None, reason="روز درست است")).parameters
    assert rule["rule"] == "clock_needs_second"
    own = SecondSignature("yazdi", PASSWORD)
    assert refused(lambda: pc.confirm(second=own)).parameters["rule"] == "clock_second_is_another"
    wrong = refused(lambda: pc.confirm(second=SecondSignature("nouri", "no-such-words")))
    assert isinstance(wrong, SignInError)
    assert pc.doubt() is DoubtReason.GAP
    assert pc.events() == []


@pytest.mark.parametrize(
    "state",
    ["must_change_password = 1", "opened_at = '2026-11-24 08:00:00.000000'", "active = 0"],
    ids=["with a one-time password", "who waits for a second person", "who left"],
)
def test_an_account_signs_nothing(pc: Pc, state: str) -> None:
    pc.clock.advance(10 * DAY)
    pc.restart()
    pc.raw(f"UPDATE person SET {state} WHERE username = 'nouri'")
    error = refused(pc.confirm)
    if "active" in state:
        assert isinstance(error, SignInError)
    else:
        assert error.parameters["rule"] == "clock_needs_second"
    assert pc.doubt() is DoubtReason.GAP


def test_somebody_without_a_role_confirms_nothing(pc: Pc) -> None:
    pc.clock.advance(10 * DAY)
    pc.restart()
    with pc.services.database.writing() as session:
        session.execute(
            text("DELETE FROM person_role WHERE person_id = :id"), {"id": pc.office.manager.person_id}
        )
    assert isinstance(refused(pc.confirm), NotPermittedError)


def test_the_user_of_the_computer_does_not_confirm_where_people_have_accounts(pc: Pc) -> None:
    pc.clock.advance(10 * DAY)
    pc.restart()
    today = tehran_day(pc.clock.now())
    error = refused(lambda: pc.services.clock.confirm(pc_user("reception"), today, reason="درست است"))
    assert error.parameters["rule"] == "clock_needs_second"


def test_in_an_office_of_one_one_person_confirms_with_a_reason(pc: Pc) -> None:
    with pc.services.database.writing() as session:
        session.execute(update(Person).where(Person.id != pc.office.manager.person_id).values(active=False))
    pc.clock.advance(10 * DAY)
    pc.restart()
    assert pc.services.clock.state().alone
    assert refused(lambda: pc.confirm(second=None)).parameters["rule"] == "text_missing"
    pc.confirm(second=None, reason="  پس از تعطیلات نوروز  ")
    assert pc.doubt() is None
    [event] = pc.events()
    assert (event.action, event.text, event.after["nobody_else"]) == (
        "clock_confirmed", "پس از تعطیلات نوروز", True,
    )  # fmt: skip


def test_a_day_that_is_over_meanwhile_is_not_confirmed(pc: Pc) -> None:
    pc.clock.advance(10 * DAY)
    pc.restart()
    seen = tehran_day(pc.clock.now())
    pc.clock.advance(DAY)
    error = refused(lambda: pc.services.clock.confirm(pc.office.manager, seen, second=SECOND))
    assert isinstance(error, ConflictError)


def test_nothing_is_confirmed_without_a_doubt(pc: Pc) -> None:
    assert refused(pc.confirm).parameters["rule"] == "clock_is_trusted"


# The mark goes back


@pytest.fixture
def ahead(pc: Pc) -> Pc:
    """A PC whose mark is five days ahead: the program was opened with a wrong clock, which is right now."""
    pc.clock.jump(5 * DAY)
    pc.restart()
    pc.opens()
    pc.clock.jump(-5 * DAY)
    return pc


def test_a_mark_that_was_set_wrongly_is_taken_back_by_two_people_with_a_reason(ahead: Pc) -> None:
    another = Consultation(ahead.office, ahead.clock).register()
    error = refused(another.ask)
    assert error.parameters["rule"] == "clock_went_back"
    assert ahead.doubt() is DoubtReason.BEHIND
    assert refused(ahead.confirm).parameters["rule"] == "text_missing"
    ahead.confirm(reason="ساعت پنج روز جلو بود")
    assert ahead.mark == ahead.clock.now() == NOON
    assert ahead.doubt() is None
    first, second = ahead.events()
    assert (first.action, first.text) == ("clock_taken_back", "ساعت پنج روز جلو بود")
    assert (first.after["clock_day"], first.after["clock_day_before"]) == ("2026-11-24", "2026-11-29")
    assert (second.action, second.actor_id) == ("clock_seconded", ahead.office.other_clerk.person_id)
    another.ask()
    ahead.restart()
    assert ahead.doubt() is None
    assert verify(ahead.services.database, metadata=metadata()).breaks == ()


def test_a_mark_taken_back_goes_forward_again_and_back_only_by_another_event(ahead: Pc) -> None:
    ahead.confirm(reason="ساعت جلو بود")
    ahead.clock.advance(DAY)
    ahead.restart()
    assert ahead.mark == ahead.clock.now()
    [taken, _signed] = ahead.events()
    with pytest.raises(IntegrityError, match="clock_only_goes_forward"):
        ahead.raw("UPDATE clock_mark SET day = '2026-11-24', at = :at", at=_stored(taken.at))


BACK = {
    "the moment": "UPDATE clock_mark SET at = '2026-01-01 00:00:00.000000'",
    "the day": "UPDATE clock_mark SET day = '2026-01-01'",
    "by an event that is not there": (
        "UPDATE clock_mark SET day = '2026-01-01', at = '2026-01-01 00:00:00.000000', event_id = 999999"
    ),
    "by an event about something else": (
        "UPDATE clock_mark SET (day, at, event_id) = (SELECT '2026-01-01', at, id FROM event ORDER BY id LIMIT 1)"
    ),
    "the event": "UPDATE clock_mark SET event_id = 0",
    "by deleting it": "DELETE FROM clock_mark",
    "by replacing it": (
        "INSERT OR REPLACE INTO clock_mark (id, day, at, event_id)"
        " VALUES (1, '2026-01-01', '2026-01-01 00:00:00.000000', 0)"
    ),
}


@pytest.mark.parametrize("statement", BACK.values(), ids=BACK)
def test_raw_sql_does_not_set_the_mark_back(pc: Pc, statement: str) -> None:
    marked = pc.mark
    with pytest.raises(IntegrityError, match="clock_only_goes_forward"):
        pc.raw(statement)
    # Another program than ours fails likewise.
    path = pc.services.database.url.database
    assert path is not None
    with (
        pytest.raises(sqlite3.DatabaseError, match="clock_only_goes_forward"),
        sqlite3.connect(path) as foreign,
    ):
        foreign.execute(statement)
    foreign.close()
    assert pc.mark == marked


def test_an_event_of_one_person_alone_does_not_set_the_mark_back(ahead: Pc) -> None:
    """The event says that it was taken back, and nobody signed."""
    at = _stored(ahead.clock.now())
    number = (
        "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
        " SELECT 'office', 1, coalesce(max(sequence), 0) + 1, :at, :who, 'x', :action, '{}', :after, 'x'"
        " FROM event WHERE item_type = 'office' AND item_id = 1"
    )
    back = (
        "UPDATE clock_mark SET day = '2026-11-24', at = :at,"
        " event_id = (SELECT max(id) FROM event WHERE action = :action)"
    )
    values = {"at": at, "action": "clock_taken_back", "after": '{"clock_day": "2026-11-24"}'}
    who = ahead.office.manager.person_id
    ahead.raw(number, who=who, **values)
    with pytest.raises(IntegrityError, match="clock_only_goes_forward"):
        ahead.raw(back, at=at, action="clock_taken_back")
    # Their own second signature does not help; that of somebody else does.
    ahead.raw(number, who=who, **{**values, "action": "clock_seconded"})
    with pytest.raises(IntegrityError, match="clock_only_goes_forward"):
        ahead.raw(back, at=at, action="clock_taken_back")
    ahead.raw(number, who=who, **values)
    ahead.raw(number, who=ahead.office.clerk.person_id, **{**values, "action": "clock_seconded"})
    ahead.raw(back, at=at, action="clock_taken_back")
    assert ahead.mark == ahead.clock.now()


def _stored(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}"


# What `audit verify` tells


def test_verification_tells_of_a_mark_that_went_back_without_an_event(pc: Pc) -> None:
    pc.opens()
    before = _stored(pc.clock.now() - 5 * DAY)
    with made_history(pc.services):
        pc.raw("UPDATE clock_mark SET day = '2026-11-19', at = :at", at=before)
    [found] = verify(pc.services.database, metadata=metadata()).breaks
    assert found.reason is BreakReason.CLOCK
    assert found.detail == "2026-11-19 08:00 UTC < 2026-11-24 08:00 UTC"


def test_verification_tells_of_a_mark_that_went_back_behind_what_people_confirmed(pc: Pc) -> None:
    pc.clock.advance(10 * DAY)
    pc.restart()
    pc.confirm()
    with made_history(pc.services):
        pc.raw("UPDATE clock_mark SET day = '2026-11-24', at = :at, event_id = 0", at=_stored(NOON))
    reasons = [found.reason for found in verify(pc.services.database, metadata=metadata()).breaks]
    assert reasons == [BreakReason.CLOCK]


def test_a_file_without_a_mark_is_sound(pc: Pc) -> None:
    """A restored database has none until somebody signs in."""
    pc.opens()
    with made_history(pc.services), pc.services.database.writing() as session:
        session.execute(delete(ClockMark))
    assert verify(pc.services.database, metadata=metadata()).breaks == ()
    pc.restart()
    assert pc.doubt() is None
    assert pc.mark == pc.clock.now()


# Engines


def test_a_server_never_asks(services: Services, office: TestOffice, clock: FixedClock) -> None:
    """On PostgreSQL neither a jump nor a gap is asked about, and there is nothing to confirm."""
    one = Consultation(office, clock).register()
    one.ask()
    clock.jump(60 * DAY)
    one.set_day()
    on_server = not services.database.is_sqlite
    assert (services.clock.look().doubt is None) is on_server
    if on_server:
        one.open()
        assert one.stands() is InstrumentStatus.OPEN
        today = tehran_day(clock.now())
        error = refused(lambda: services.clock.confirm(office.manager, today, second=SECOND))
        assert error.parameters["rule"] == "clock_is_trusted"


@on_sqlite
def test_the_day_of_a_doubt_is_that_of_tehran(services: Services, clock: FixedClock) -> None:
    # An hour before midnight in Greenwich the next day has begun in Tehran.
    clock.moment = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)
    assert services.clock.state().day == date(2026, 11, 25)
