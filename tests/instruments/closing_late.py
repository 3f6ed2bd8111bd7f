"""Closures that are entered when a window is over, and the days that follow from them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import exc

from desktop_app.petitions.deadlines.closures import CalendarChange, Closure
from desktop_app.reports.bell import Call
from desktop_app.staff.roles import Actor
from tests.instruments.consulting import Consultation

WHY = "تعطیلی آلودگی هوا"


def shut(consultation: Consultation, *days: date) -> CalendarChange:
    """Enters closures on behalf of the administrator, and returns the last change."""
    office = consultation.office
    changes = [consultation.services.closures.add(office.administrator, Closure(day, WHY)) for day in days]
    return changes[-1]


def last_day(consultation: Consultation) -> date:
    closes_on = consultation.now.row.closes_on
    assert closes_on is not None
    return closes_on


def first_open_day(consultation: Consultation, day: date) -> date:
    """The first open day from a day on, by the table of closed days alone."""
    calendar = consultation.services.office.calendar()
    while day in calendar.closed or day.weekday() in (3, 4):
        day += timedelta(days=1)
    return day


def calls(consultation: Consultation, actor: Actor) -> list[Call]:
    bell = consultation.services.bells.of(actor)
    return [row.call for row in bell.rows if row.instrument_id == consultation.id]


def refused_by_sql(rule: str, change: str, consultation: Consultation, **values: date) -> None:
    sent: dict[str, object] = dict(values)
    if consultation.services.database.is_sqlite:
        sent = {name: day.isoformat() for name, day in values.items()}
    before = consultation.now
    with pytest.raises(exc.DBAPIError) as error:
        consultation.sql(f"UPDATE instrument SET {change} WHERE id = :id", **sent)
    assert f"statute: {rule}" in str(error.value.orig)
    assert consultation.now == before
