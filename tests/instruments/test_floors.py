"""The floor of windows as legal sign-off sets it, on both engines: raised with its source, never lowered."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import exc

from desktop_app.errors import InvalidValueError, NotPermittedError, RuleError
from desktop_app.instruments.vocabulary import InstrumentKind, Track
from tests.instruments.consulting import Consultation
from tests.instruments.refusing import day_of, refused_by_sql


def in_force(consultation: Consultation) -> dict[Track, int]:
    return {one.track: one.floor.days for one in consultation.services.floors.in_force()}


def test_the_law_s_own_floor_holds_until_somebody_raises_it(consultation: Consultation) -> None:
    a, b = consultation.services.floors.in_force()
    assert (a.track, a.floor.days, a.floor.month, a.raised, a.open_windows) == (Track.A, 14, False, None, 0)
    assert (b.track, b.floor.days, b.floor.month, b.raised) == (Track.B, 30, True, None)
    assert a.today.opened_on == consultation.today


def test_the_floor_is_raised_with_its_source_and_never_lowered(consultation: Consultation) -> None:
    office, floors, today = consultation.office, consultation.services.floors, consultation.today
    raised = partial(floors.raise_to, office.administrator)
    for other in (office.manager, office.reviewer, office.clerk):
        with pytest.raises(NotPermittedError):
            floors.raise_to(other, Track.A, 20, "بخشنامه", today)
    for days in (13, 0, -1, 4000):
        with pytest.raises(RuleError):
            raised(Track.A, days, "بخشنامه", today)
    for source, day in (("  ", today), ("x" * 201, today), ("بخشنامه", today + timedelta(days=1))):
        with pytest.raises(InvalidValueError):
            raised(Track.A, 20, source, day)
    assert in_force(consultation) == {Track.A: 14, Track.B: 30}
    raised(Track.A, 21, "  نظر  حقوقی ۱۲", today - timedelta(days=3))
    with pytest.raises(RuleError) as refusal:
        raised(Track.A, 20, "بخشنامه", today)
    assert refusal.value.parameters == {"rule": "floor_only_rises", "count": 21}
    one = floors.in_force()[0]
    assert one.raised is not None
    assert (one.floor.days, one.raised.source, one.raised.source_date, one.raised.raised_by) == (
        21,
        "نظر حقوقی ۱۲",
        today - timedelta(days=3),
        office.administrator.name,
    )
    (event,) = (e for e in consultation.events_of("office", 1) if e.action == "floor_raised")
    assert (event.before, event.actor_id) == (
        {"track": "a", "days": 14, "source": None},
        office.administrator.person_id,
    )
    assert event.after["days"] == 21
    refused_by_sql("floor_only_rises", "UPDATE window_floor SET days = 15", consultation.register())
    refused_by_sql("floor_only_rises", "DELETE FROM window_floor", consultation)
    with pytest.raises(exc.DBAPIError):
        consultation.sql("INSERT INTO window_floor (track, days, source) VALUES ('b', 20, 'x')")


@pytest.mark.parametrize(
    ("kind", "track", "days"),
    [(InstrumentKind.LICENSING_DIRECTIVE, Track.A, 25), (InstrumentKind.BILL, Track.B, 45)],
)
def test_a_raised_floor_holds_for_the_next_window_and_leaves_an_open_one_as_it_is(
    consultation: Consultation, kind: InstrumentKind, track: Track, days: int
) -> None:
    office, floors, today = consultation.office, consultation.services.floors, consultation.today
    consultation.opened(kind)
    before = consultation.now.row.closes_on
    would_be = floors.would_be(track, days)
    floors.raise_to(office.administrator, track, days, "نظر حقوقی", today)
    assert consultation.now.row.closes_on == before
    assert {one.track: one.open_windows for one in floors.in_force()}[track] == 1
    later = Consultation(office, consultation.clock).opened(kind).now.row
    assert later.opened_on is not None
    assert later.closes_on == would_be.closes_on
    assert (would_be.closes_on - later.opened_on).days >= days
    # What was open before goes on under its own end.
    consultation.after_the_end()
    consultation.services.life.start_revising(office.reviewer, consultation.id, consultation.version)


def test_sql_opens_no_window_below_a_raised_floor(consultation: Consultation) -> None:
    consultation.services.floors.raise_to(
        consultation.office.administrator, Track.A, 25, "نظر حقوقی", consultation.today
    )
    consultation.register().ask()
    refused_by_sql(
        "window_below_floor",
        "UPDATE instrument SET status = 'open', opened_on = :day, closes_on = :end, approved_by_id = :who"
        " WHERE id = :id",
        consultation,
        day=day_of(consultation, 0),
        end=day_of(consultation, 24),
        who=consultation.office.manager.person_id,
    )


def test_what_a_floor_would_be_is_refused_where_it_could_not_be_raised(consultation: Consultation) -> None:
    floors = consultation.services.floors
    with pytest.raises(RuleError):
        floors.would_be(Track.B, 29)
    assert floors.would_be(Track.A, 14) == consultation.services.floors.in_force()[0].today
    assert in_force(consultation) == {Track.A: 14, Track.B: 30}
