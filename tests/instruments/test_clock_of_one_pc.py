"""The clock of one PC: what the law asks for waits until people confirm a day that cannot be trusted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.clock_watch import DoubtReason
from desktop_app.database.verification import verify
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.deadlines.closures import Closure
from desktop_app.services import Services
from desktop_app.tables import metadata
from tests.department import TestOffice
from tests.instruments.consulting import Consultation, made_history
from tests.instruments.one_pc import DAY, SECOND, Pc, pc, refused
from tests.only import on_sqlite

__all__ = ["pc"]


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
