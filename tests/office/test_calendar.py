"""Official holidays, windows and deadlines of 1404 to 1420 against a calendar computed from the equinox."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from persiantools.jdatetime import JalaliDate
from sqlalchemy import select, text

from desktop_app.database.audit import EventRecord
from desktop_app.errors import InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.instruments.consultation.windows import STATUTE, count_window
from desktop_app.instruments.statute.days import end_of_window
from desktop_app.instruments.vocabulary import Track
from desktop_app.office.model import ClosedDay
from desktop_app.office.settings import AnswerDeadline
from desktop_app.office.workdays import CALENDAR_YEARS, official_holidays
from desktop_app.petitions.deadlines.counting import deadline
from tests.department import TestOffice
from tests.instruments.opening_days import asked_of_the_database
from tests.office import equinox

FIRST, LAST = 1404, 1420
#: The solar holidays of the law, by month and day.
SOLAR = frozenset(
    {(1, 1), (1, 2), (1, 3), (1, 4), (1, 12), (1, 13), (3, 14), (3, 15), (11, 22), (12, 29), (12, 30)}
)
#: The lunar ones: how the name begins, and month and day.
LUNAR = {
    "تاسوعای حسینی": (1, 9), "عاشورای حسینی": (1, 10), "اربعین حسینی": (2, 20), "رحلت رسول اکرم": (2, 28),
    "شهادت امام رضا": (2, 29), "شهادت امام حسن عسکری": (3, 8), "میلاد رسول اکرم": (3, 17),
    "شهادت حضرت فاطمه": (6, 3), "ولادت امام علی": (7, 13), "مبعث رسول اکرم": (7, 27), "ولادت حضرت قائم": (8, 15),
    "شهادت حضرت علی": (9, 21), "عید سعید فطر": (10, 1), "تعطیل به مناسبت عید سعید فطر": (10, 2),
    "شهادت امام جعفر صادق": (10, 25), "عید سعید قربان": (12, 10), "عید سعید غدیر خم": (12, 18),
}  # fmt: skip
WEEKEND = {3, 4}


def test_every_day_of_the_table_is_that_of_the_equinox() -> None:
    for one, (year, month, number) in equinox.days(CALENDAR_YEARS[0], CALENDAR_YEARS[-1]):
        found = JalaliDate(one)
        assert (found.year, found.month, found.day) == (year, month, number)


def test_solar_holidays_of_every_year_of_the_table_are_closed(office: TestOffice) -> None:
    closed = office.services.office.calendar().closed
    for one, (year, month, number) in equinox.days(CALENDAR_YEARS[0], CALENDAR_YEARS[-1]):
        if (month, number) in SOLAR:
            assert one in closed, (year, month, number)
    with office.services.database.reading() as session:
        rows = session.scalars(select(ClosedDay)).all()
    # The database, the rule and the service hold the same days, with the same names and marks.
    assert {row.day: (row.name, row.estimated) for row in rows} == official_holidays(CALENDAR_YEARS)
    assert {row.day: row.name for row in rows} == closed


def test_lunar_holidays_fall_where_the_tabular_calendar_has_them_and_are_marked() -> None:
    found: Counter[str] = Counter()
    for one, holiday in official_holidays(range(FIRST, LAST + 1)).items():
        assert "تخمینی" not in holiday.name
        lunar = [begins for name in holiday.name.split("؛ ") for begins in LUNAR if name.startswith(begins)]
        for begins in lunar:
            near = {equinox.lunar_day(one + timedelta(days=off)) for off in range(-2, 3)}
            assert LUNAR[begins] in near, (one, holiday.name)
            found[begins] += 1
        # What nobody has observed yet is an estimate; a solar holiday alone is none.
        assert holiday.estimated == (bool(lunar) and one.year > 2026), (one, holiday.name)
    # Seventeen solar years hold seventeen or eighteen of each.
    assert set(found) == set(LUNAR)
    assert set(found.values()) <= {17, 18}


def closed_days(office: TestOffice) -> set[date]:
    with office.services.database.reading() as session:
        return set(session.scalars(select(ClosedDay.day)))


def following(one: date, closed: set[date]) -> date:
    while one in closed or one.weekday() in WEEKEND:
        one += timedelta(days=1)
    return one


def window_by_hand(track: str, opened: date, jalali: tuple[int, int, int], closed: set[date]) -> date:
    if track == "a":
        return following(opened + timedelta(days=14), closed)
    year, month, number = jalali
    year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    same = equinox.day(year, month, min(number, equinox.months(year)[month - 1]))
    return following(max(opened + timedelta(days=30), same), closed)


def test_no_window_of_seventeen_years_ends_otherwise_in_python_or_in_the_database(office: TestOffice) -> None:
    openings = dict(equinox.days(FIRST, LAST))
    found = asked_of_the_database(office, min(openings), max(openings), end_of_window)
    assert len(found) == 2 * len(openings)
    closed, calendar = closed_days(office), office.services.office.calendar()
    wrong = [
        (track, opened)
        for (track, opened), end in found.items()
        if not end
        == window_by_hand(track, opened, openings[opened], closed)
        == count_window(opened, STATUTE[Track(track)], calendar).closes_on
    ]
    assert wrong == []


RULES = (
    AnswerDeadline("request", None, 10, working=True),
    AnswerDeadline("complaint", None, 30, working=False),
    AnswerDeadline("suggestion", None, 15, working=True),
    AnswerDeadline("criticism", None, 45, working=True),
)


def due_by_hand(received: date, rule: AnswerDeadline, closed: set[date]) -> date:
    if not rule.working:
        return following(received + timedelta(days=rule.days), closed)
    due = received
    for _ in range(rule.days):
        due = following(due + timedelta(days=1), closed)
    return due


def test_no_answer_of_seventeen_years_is_due_otherwise_in_python_or_in_the_database(
    office: TestOffice,
) -> None:
    office.services.office.set_deadlines(office.administrator, RULES)
    closed, calendar = closed_days(office), office.services.office.calendar()
    received = [one for one, _ in equinox.days(FIRST, LAST)]
    python = {(one, rule.kind): deadline(one, rule, calendar).day for one in received for rule in RULES}
    assert python == {(one, rule.kind): due_by_hand(one, rule, closed) for one in received for rule in RULES}
    if not office.services.database.is_sqlite:
        asked = text(
            "SELECT day::date, kind, app.due_for(kind, 'portal', day::date, NULL) FROM unnest(CAST(:kinds AS text[]))"
            " AS kind, generate_series(CAST(:first AS date), CAST(:last AS date), interval '1 day') AS day"
        )
        kinds = [rule.kind for rule in RULES]
        found: dict[tuple[date, str], date] = {}
        with office.services.database.engine.connect() as connection:
            # Year by year: the database limits the time of a statement.
            for first in range(0, len(received), 366):
                days = received[first : first + 366]
                terms = {"kinds": kinds, "first": days[0], "last": days[-1]}
                found |= {(one, kind): due for one, kind, due in connection.execute(asked, terms)}
        assert found == python


def test_a_deadline_of_a_year_of_working_days_is_counted_alike(office: TestOffice) -> None:
    """The database asks for closed days by the year: a deadline that runs over several asks again."""
    rule = AnswerDeadline("request", None, 366, working=True)
    office.services.office.set_deadlines(office.administrator, (rule,))
    petition = office.petition(unit=office.books)
    explained = office.services.desk.why_this_date(office.clerk, petition.id)
    assert explained is not None
    assert petition.due_on == explained.day == due_by_hand(explained.received, rule, closed_days(office))


def test_an_administrator_confirms_the_calendar_of_a_year(office: TestOffice) -> None:
    closures, services = office.services.closures, office.services
    assert services.office.calendar().confirmed == frozenset()
    for actor in (office.manager, office.clerk, office.reviewer):
        with pytest.raises(NotPermittedError):
            closures.confirm(actor, 1405)
    closures.confirm(office.administrator, 1405)
    closures.confirm(office.administrator, 1405)
    assert services.office.calendar().confirmed == {1405}
    assert services.office.calendar().is_confirmed(date(2027, 3, 20))
    assert not services.office.calendar().is_confirmed(date(2027, 3, 21))
    # The next year can be confirmed before it begins, a later one not.
    closures.confirm(office.administrator, 1406)
    for year in (1407, 1389, 1451):
        with pytest.raises(InvalidValueError):
            closures.confirm(office.administrator, year)
    with pytest.raises(NotPermittedError):
        closures.take_back(office.manager, 1406)
    closures.take_back(office.administrator, 1406)
    with pytest.raises(NotFoundError):
        closures.take_back(office.administrator, 1406)
    assert services.office.calendar().confirmed == {1405}


def test_confirming_is_told_by_the_history(office: TestOffice) -> None:
    office.services.closures.confirm(office.administrator, 1405)
    office.services.closures.take_back(office.administrator, 1405)
    with office.services.database.reading() as session:
        events = session.scalars(
            select(EventRecord).where(EventRecord.item_type == "calendar_year").order_by(EventRecord.id)
        ).all()
        assert [(one.action, one.before, one.after, one.actor_id) for one in events] == [
            ("calendar_confirmed", {}, {"year": 1405}, office.administrator.person_id),
            ("calendar_unconfirmed", {"year": 1405}, {}, office.administrator.person_id),
        ]


def test_a_deadline_says_whether_its_year_is_confirmed(office: TestOffice) -> None:
    office.services.office.set_deadlines(office.administrator, RULES)
    petition = office.petition(unit=office.books)
    for confirmed in (False, True):
        explained = office.services.desk.why_this_date(office.clerk, petition.id)
        assert explained is not None
        assert explained.confirmed is confirmed
        office.services.closures.confirm(office.administrator, 1405)
