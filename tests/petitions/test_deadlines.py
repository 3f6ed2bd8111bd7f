from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.office.settings import AnswerDeadline
from desktop_app.office.workdays import WorkCalendar
from desktop_app.petitions.deadlines.counting import ClockPause, SkippedDay, deadline, rule_for
from desktop_app.petitions.deadlines.day_marks import DayMark, marked_days
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.conftest import NOON
from tests.department import TestOffice, working_days

#: Holidays as the office's table would hold them: Monday 23 November and Saturday 28 November 2026.
CALENDAR = WorkCalendar(closed={date(2026, 11, 23): "شهادت", date(2026, 11, 28): "تعطیلی"})
WORKING = AnswerDeadline(None, None, 5, working=True)
CALENDAR_DAYS = AnswerDeadline(None, None, 5, working=False)


def test_working_days_skip_weekend_and_holidays() -> None:
    # Received Sunday 22: Mon holiday, Tue 1, Wed 2, Thu and Fri weekend, Sat holiday, Sun 3, Mon 4, Tue 5.
    found = deadline(date(2026, 11, 22), WORKING, CALENDAR)
    assert found.day == date(2026, 12, 1)
    assert found.skipped == (
        SkippedDay(date(2026, 11, 23), "شهادت"),
        SkippedDay(date(2026, 11, 26), "weekend"),
        SkippedDay(date(2026, 11, 27), "weekend"),
        SkippedDay(date(2026, 11, 28), "تعطیلی"),
    )


def test_the_day_of_receipt_does_not_count() -> None:
    one = AnswerDeadline(None, None, 1, working=True)
    assert deadline(date(2026, 11, 24), one, CALENDAR).day == date(2026, 11, 25)


def test_calendar_days_count_closed_days_but_end_on_an_open_one() -> None:
    # Tuesday 24 and five days is Sunday 29; Sunday 22 and five days is Friday 27, then Saturday is a holiday.
    assert deadline(date(2026, 11, 24), CALENDAR_DAYS, CALENDAR).day == date(2026, 11, 29)
    moved = deadline(date(2026, 11, 22), CALENDAR_DAYS, CALENDAR)
    assert moved.day == date(2026, 11, 29)
    assert [skipped.day for skipped in moved.skipped] == [date(2026, 11, 27), date(2026, 11, 28)]


def test_no_day_counts_while_the_clock_stands_still() -> None:
    # Received Sunday 29: Mon 1; stopped Monday to Thursday; Sat 5 December 2, Sun 3, Mon 4, Tue 5.
    paused = deadline(
        date(2026, 11, 29), WORKING, CALENDAR, (ClockPause(date(2026, 11, 30), date(2026, 12, 3)),)
    )
    assert paused.day == date(2026, 12, 8)
    assert [(s.day.day, s.reason) for s in paused.skipped if s.reason == "paused"] == [
        (1, "paused"), (2, "paused"), (3, "paused"),
    ]  # fmt: skip


def test_another_weekend_gives_another_day() -> None:
    friday_only = WorkCalendar(weekend=frozenset({4}))
    assert deadline(date(2026, 11, 24), WORKING, friday_only).day == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("kind", "channel", "days"),
    [("complaint", "phone", 1), ("complaint", "sms", 2), ("request", "phone", 3), ("request", "sms", 4)],
)
def test_the_rule_that_fits_best_wins(kind: str, channel: str, days: int) -> None:
    rules = (
        AnswerDeadline(None, None, 4, working=True),
        AnswerDeadline(None, "phone", 3, working=True),
        AnswerDeadline("complaint", None, 2, working=True),
        AnswerDeadline("complaint", "phone", 1, working=True),
    )
    found = rule_for(kind, channel, rules)
    assert found is not None
    assert found.days == days


def test_a_rule_of_a_kind_comes_before_a_rule_of_a_channel() -> None:
    of_channel = AnswerDeadline(None, "phone", 3, working=True)
    of_kind = AnswerDeadline("complaint", None, 10, working=True)
    for rules in ((of_channel, of_kind), (of_kind, of_channel)):
        assert rule_for("complaint", "phone", rules) == of_kind
        assert rule_for("request", "phone", rules) == of_channel


def test_without_a_rule_there_is_no_deadline(office: TestOffice) -> None:
    made = office.petition()
    assert made.due_on is None
    assert office.services.desk.why_this_date(office.clerk, made.id) is None


def test_a_petition_carries_its_deadline_and_can_say_why(office: TestOffice) -> None:
    office.services.office.set_deadlines(
        office.administrator, (AnswerDeadline("request", None, 5, working=True),)
    )
    made = office.petition()
    # Received Tuesday 3 Azar 1405: Wed 1, then Thu and Fri, Sat 2, Sun 3, Mon 4, Tue 5, unless the table closes one.
    why = office.services.desk.why_this_date(office.clerk, made.id)
    assert why is not None
    assert made.due_on == why.day
    calendar = office.services.office.calendar()
    assert working_days(calendar, date(2026, 11, 24), why.day) == 5
    assert [s.day for s in why.skipped] == [
        day
        for n in range(1, (why.day - date(2026, 11, 24)).days + 1)
        if calendar.is_closed(day := date(2026, 11, 24) + timedelta(days=n))
    ]
    assert office.petition(kind=Kind.OPINION, text="دیگر").due_on is None


def test_waiting_moves_the_deadline_by_the_days_that_did_not_count(
    office: TestOffice, clock: FixedClock
) -> None:
    office.services.office.set_deadlines(
        office.administrator, (AnswerDeadline(None, None, 30, working=False),)
    )
    desk = office.services.desk
    taken = office.taken()
    assert taken.due_on is not None
    waiting = desk.wait(office.clerk, taken.id, taken.version, "مدارک")
    assert waiting.paused_on == date(2026, 11, 24)
    clock.advance(timedelta(days=10))
    resumed = desk.resume(office.clerk, taken.id, waiting.version, "مدارک رسید")
    assert resumed.paused_on is None
    assert resumed.due_on is not None
    why = desk.why_this_date(office.clerk, taken.id)
    assert why is not None
    assert sum(skipped.reason == "paused" for skipped in why.skipped) == 10
    # Both ends may have moved on from a closed day; between them lie the ten days that did not count.
    assert taken.due_on < resumed.due_on == why.day


def test_a_resumption_that_is_taken_back_leaves_the_clock_standing(
    office: TestOffice, clock: FixedClock
) -> None:
    office.services.office.set_deadlines(
        office.administrator, (AnswerDeadline(None, None, 60, working=False),)
    )
    desk, clerk = office.services.desk, office.clerk
    taken = office.taken()
    waiting = desk.wait(clerk, taken.id, taken.version, "مدارک")
    clock.advance(timedelta(days=10))
    resumed = desk.resume(clerk, taken.id, waiting.version, "مدارک رسید")
    again = desk.undo(clerk, taken.id, resumed.version)
    clock.advance(timedelta(days=10))
    desk.resume(clerk, taken.id, again.version, "مدارک کامل رسید")
    why = desk.why_this_date(clerk, taken.id)
    assert why is not None
    assert sum(skipped.reason == "paused" for skipped in why.skipped) == 20


def test_the_day_of_receipt_is_a_day_in_tehran(office: TestOffice) -> None:
    office.services.office.set_deadlines(
        office.administrator, (AnswerDeadline(None, None, 1, working=False),)
    )
    # Half past nine in the evening in London is one o'clock of the next day in Tehran.
    late = office.petition(channel=Channel.EMAIL, received_at=datetime(2026, 11, 21, 21, 30, tzinfo=UTC))
    assert late.due_on == date(2026, 11, 23)
    assert late.received_at < NOON


def test_each_day_of_a_count_says_what_it_was() -> None:
    received, holiday = date(2026, 11, 17), date(2026, 11, 18)
    calendar = WorkCalendar(closed={holiday: "تعطیل"})
    rule = AnswerDeadline(None, None, 4, working=True)
    pause = ClockPause(date(2026, 11, 20), date(2026, 11, 21))
    found = deadline(received, rule, calendar, (pause,))
    days = marked_days(found, date(2026, 11, 22))
    assert days[0].day == received
    assert days[0].mark is DayMark.RECEIVED
    assert days[-1].day == found.day
    assert [one.is_due for one in days] == [False] * (len(days) - 1) + [True]
    assert [one.day for one in days if one.is_today] == [date(2026, 11, 22)]
    by_day = {one.day: one for one in days}
    assert (by_day[holiday].mark, by_day[holiday].reason) == (DayMark.CLOSED, "تعطیل")
    assert by_day[date(2026, 11, 21)].mark is DayMark.PAUSED
    counted = [one.place for one in days if one.mark is DayMark.COUNTED]
    assert counted == [1, 2, 3, 4]


def test_a_deadline_in_calendar_days_counts_each_day_once() -> None:
    calendar = WorkCalendar(closed={date(2026, 11, 20): "تعطیل"})
    found = deadline(date(2026, 11, 17), AnswerDeadline(None, None, 3, working=False), calendar)
    days = marked_days(found, date(2026, 12, 1))
    assert [one.place for one in days if one.mark is DayMark.COUNTED] == [1, 2, 3]
    assert days[-1].is_late


def test_a_count_of_years_is_not_told_day_by_day() -> None:
    found = deadline(date(2024, 1, 1), AnswerDeadline(None, None, 400, working=True), WorkCalendar())
    assert marked_days(found, date(2026, 1, 1)) == ()
