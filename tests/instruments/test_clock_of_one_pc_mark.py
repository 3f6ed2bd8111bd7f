"""The mark of the clock of one PC goes back by two people with a reason alone; what verification tells."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from desktop_app.database.clock_mark import ClockMark
from desktop_app.database.clock_watch import DoubtReason
from desktop_app.database.verification import BreakReason, verify
from desktop_app.tables import metadata
from tests.conftest import NOON
from tests.instruments.consulting import Consultation, made_history
from tests.instruments.one_pc import DAY, Pc, pc, refused

__all__ = ["pc"]


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
