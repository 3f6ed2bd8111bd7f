"""A closure that is entered when a window is over opens it again, and nothing else does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import literal

from desktop_app.database.acts.engine_functions import days_later
from desktop_app.errors import NotPermittedError, RuleError
from desktop_app.instruments.statute.days import end_after_closure
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.office.settings import OfficeSettings
from desktop_app.office.window_moves import WindowEffect, WindowMove
from desktop_app.persian.dates import JalaliDay, full_date
from desktop_app.petitions.deadlines.closures import Closure
from desktop_app.reports.bell import Call
from desktop_app.reports.publishing.package import as_json, package_files
from desktop_app.reports.publishing.words import notice
from tests.instruments.closing_late import WHY, calls, first_open_day, last_day, refused_by_sql, shut
from tests.instruments.consulting import Consultation
from tests.instruments.opening_days import asked_of_the_database

TITLE = "دستورالعمل صدور مجوز"


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("late", [1, 2, 23], ids=["the next morning", "a day later", "weeks later"])
def test_a_closure_entered_after_the_last_day_opens_the_window_again(
    consultation: Consultation, late: int
) -> None:
    office, end = consultation.office, last_day(consultation)
    consultation.pass_days((end - consultation.today).days + late)
    assert consultation.stands() is InstrumentStatus.CLOSED
    until = first_open_day(consultation, consultation.today + timedelta(days=1))
    change = shut(consultation, end)
    assert change.windows == (WindowMove(consultation.id, TITLE, WindowEffect.REOPENED, end, until),)
    again = consultation.now
    assert (again.row.status, again.row.closes_on) == (InstrumentStatus.OPEN, until)
    assert until > consultation.today
    told = again.history[-1]
    assert (told.action, told.text, told.actor_name) == ("window_reopened", WHY, office.administrator.name)
    assert told.before == {"status": "closed", "closes_on": end.isoformat()}
    assert told.after == {"status": "open", "closes_on": until.isoformat(), "closure": WHY}
    # Amending begins behind the new end.
    with pytest.raises(RuleError) as error:
        consultation.services.life.start_revising(office.reviewer, consultation.id, consultation.version)
    assert error.value.parameters["rule"] == "window_still_open"
    consultation.after_the_end()
    consultation.services.life.start_revising(office.reviewer, consultation.id, consultation.version)
    assert consultation.now.late_closure is None


@pytest.mark.usefixtures("opened")
def test_a_comment_from_between_the_ends_is_not_late_and_one_behind_the_new_end_is(
    consultation: Consultation,
) -> None:
    end = last_day(consultation)
    consultation.after_the_end()
    between = consultation.comment("در این میان رسید.", number="1")
    comments = consultation.services.comments
    assert comments.one(between).late
    shut(consultation, end)
    assert not comments.one(between).late
    consultation.pass_days((last_day(consultation) - consultation.today).days)
    assert not comments.one(consultation.comment("روز آخر رسید.", number="2")).late
    consultation.pass_days(1)
    assert comments.one(consultation.comment("دیر رسید.", number="3")).late


@pytest.mark.usefixtures("opened")
def test_a_closure_over_several_days_with_the_last_one_opens_it_once(consultation: Consultation) -> None:
    end = last_day(consultation)
    consultation.after_the_end()
    days = [end + timedelta(days=after) for after in range(-1, 5)]
    shut(consultation, *days)
    # The last day of the closure came when the window was open again already, and moved it on.
    assert last_day(consultation) == first_open_day(consultation, consultation.today + timedelta(days=1))
    assert last_day(consultation) not in days
    actions = [event.action for event in consultation.now.history]
    assert (actions.count("window_reopened"), actions.count("window_extended")) == (1, 1)


@pytest.mark.usefixtures("opened")
def test_two_closures_one_after_the_other_open_it_twice(consultation: Consultation) -> None:
    first = last_day(consultation)
    consultation.after_the_end()
    shut(consultation, first)
    second = last_day(consultation)
    consultation.after_the_end()
    shut(consultation, second)
    third = last_day(consultation)
    assert first < second < third
    assert third == first_open_day(consultation, consultation.today + timedelta(days=1))
    assert [event.action for event in consultation.now.history].count("window_reopened") == 2
    reopened = consultation.services.publications.of(consultation.id).reopened
    assert reopened is not None
    assert reopened.former_end == second


@pytest.mark.usefixtures("opened")
def test_a_closure_that_is_removed_again_leaves_the_window_as_it_is(consultation: Consultation) -> None:
    office, end = consultation.office, last_day(consultation)
    consultation.after_the_end()
    shut(consultation, end)
    again = consultation.now
    change = consultation.services.closures.remove(office.administrator, end)
    assert (change.windows, consultation.now) == ((), again)
    # Entering it once more is about a day that is no end of it any more.
    assert shut(consultation, end).windows == ()
    assert consultation.now == again


@pytest.mark.usefixtures("opened")
def test_only_a_closure_of_the_last_day_itself_opens_it(consultation: Consultation) -> None:
    office, end = consultation.office, last_day(consultation)
    consultation.after_the_end()
    over = consultation.now
    assert shut(consultation, end - timedelta(days=1), end + timedelta(days=1)).windows == ()
    assert consultation.now == over
    # Another weekend is no closure.
    weekend = OfficeSettings(weekend=(3, 4, end.weekday()))
    consultation.services.closures.change_settings(office.administrator, weekend, "آخر هفته")
    assert consultation.now == over


@pytest.mark.usefixtures("opened")
def test_a_holiday_that_is_moved_to_the_last_day_afterwards_opens_it(consultation: Consultation) -> None:
    office, end = consultation.office, last_day(consultation)
    shut(consultation, end + timedelta(days=1))
    consultation.pass_days((end - consultation.today).days + 2)
    change = consultation.services.closures.change(
        office.administrator, end + timedelta(days=1), Closure(end, "عید فطر")
    )
    assert [move.effect for move in change.windows] == [WindowEffect.REOPENED]
    assert consultation.stands() is InstrumentStatus.OPEN


@pytest.mark.usefixtures("opened")
def test_a_window_that_was_withdrawn_stays_so(consultation: Consultation) -> None:
    office, end = consultation.office, last_day(consultation)
    consultation.after_the_end()
    consultation.services.life.withdraw(office.manager, consultation.id, consultation.version, "لازم نیست")
    assert shut(consultation, end).windows == ()
    assert consultation.stands() is InstrumentStatus.WITHDRAWN


@pytest.mark.usefixtures("opened")
def test_by_sql_a_window_is_opened_again_for_its_closure_and_to_its_day_alone(
    consultation: Consultation,
) -> None:
    end = last_day(consultation)
    consultation.after_the_end()
    allowed = first_open_day(consultation, consultation.today + timedelta(days=1))
    longer = first_open_day(consultation, allowed + timedelta(days=1))
    refused_by_sql("window_is_over", "closes_on = :day", consultation, day=allowed)
    closure = "INSERT INTO closed_day (day, name, source) VALUES (:day, 'x', 'office')"
    shown: object = end.isoformat() if consultation.services.database.is_sqlite else end
    consultation.sql(closure, day=shown)
    refused_by_sql("window_is_over", "closes_on = :day", consultation, day=longer)
    refused_by_sql("window_is_over", "closes_on = :day", consultation, day=consultation.today)
    refused_by_sql("window_only_grows", "closes_on = :day", consultation, day=end - timedelta(days=1))
    refused_by_sql("window_is_over", "closes_on = :day, status = 'revising'", consultation, day=allowed)
    given: object = allowed.isoformat() if consultation.services.database.is_sqlite else allowed
    consultation.sql("UPDATE instrument SET closes_on = :day WHERE id = :id", day=given)
    assert consultation.stands() is InstrumentStatus.OPEN


@pytest.mark.usefixtures("opened")
def test_by_sql_no_window_is_moved_to_a_closed_day(consultation: Consultation) -> None:
    """So a closed last day always means that the closure came later."""
    calendar, day = consultation.services.office.calendar(), last_day(consultation) + timedelta(days=1)
    while not calendar.is_closed(day):
        day += timedelta(days=1)
    refused_by_sql("window_ends_on_closed_day", "closes_on = :day", consultation, day=day)


@pytest.mark.usefixtures("opened")
def test_the_preview_tells_what_is_lengthened_and_opened_again_and_changes_nothing(
    consultation: Consultation,
) -> None:
    office, closures = consultation.office, consultation.services.closures
    end = last_day(consultation)
    before = consultation.now
    [longer] = closures.preview(office.administrator, None, end)
    assert (longer.effect, longer.before) == (WindowEffect.LENGTHENED, end)
    assert longer.until == first_open_day(consultation, end + timedelta(days=1))
    assert closures.preview(office.administrator, None, end - timedelta(days=1)) == ()
    consultation.after_the_end()
    [again] = closures.preview(office.administrator, None, end)
    assert (again.effect, again.before) == (WindowEffect.REOPENED, end)
    with pytest.raises(NotPermittedError):
        closures.preview(office.manager, None, end)
    assert consultation.now.row.closes_on == before.row.closes_on
    assert consultation.now.history == before.history
    assert closures.of_year(JalaliDay.of(end).year) == tuple(
        one for one in closures.of_year(JalaliDay.of(end).year) if one.day != end
    )
    assert shut(consultation, end).windows == (again,)


@pytest.mark.usefixtures("opened")
def test_what_is_published_says_the_new_end_and_why(consultation: Consultation) -> None:
    services, end = consultation.services, last_day(consultation)
    settings = services.office.settings()
    before = services.publications.of(consultation.id)
    assert before.reopened is None
    assert "reopened" not in as_json(before, settings)
    consultation.after_the_end()
    assert not services.publications.of(consultation.id).is_open
    shut(consultation, end)
    after = services.publications.of(consultation.id)
    assert (after.is_open, after.closes_on) == (True, last_day(consultation))
    written = as_json(after, settings)
    assert written["reopened"] == {"former_end": end.isoformat(), "because": WHY}
    assert written["closes_on"] == last_day(consultation).isoformat()
    told = notice(after, settings)
    assert full_date(last_day(consultation)) in told
    assert f"{full_date(end)}، که روز پایانی مهلت بود، تعطیل اعلام شد ({WHY})" in told
    pages = package_files(after, settings)
    assert WHY in next(page.decode() for name, page in pages.items() if b"<dt>" in page)
    assert package_files(after, settings)["notice.txt"] == pages["notice.txt"]


@pytest.mark.usefixtures("opened")
def test_a_full_new_window_says_nothing_of_an_earlier_reopening(consultation: Consultation) -> None:
    office, services, end = consultation.office, consultation.services, last_day(consultation)
    consultation.after_the_end()
    shut(consultation, end)
    services.life.withdraw(office.manager, consultation.id, consultation.version, "بازنگری")
    services.life.take_up_again(office.manager, consultation.id, consultation.version, "لازم شد")
    services.drafting.move(
        office.manager, consultation.id, consultation.version, InstrumentStatus.LEGAL_REVIEW
    )
    consultation.ask()
    consultation.open()
    assert services.publications.of(consultation.id).reopened is None
    assert calls(consultation, office.reviewer) == []


@pytest.mark.usefixtures("opened")
def test_the_bell_calls_until_the_new_end_is_published(consultation: Consultation) -> None:
    office, services, end = consultation.office, consultation.services, last_day(consultation)
    whom = {"reviewer": office.reviewer, "manager": office.manager}
    consultation.after_the_end()
    assert [calls(consultation, one) for one in whom.values()] == [[], []]
    shut(consultation, end)
    assert [calls(consultation, one) for one in whom.values()] == [[Call.REOPENED], [Call.REOPENED]]
    assert calls(consultation, office.other_clerk) == []
    assert calls(consultation, office.administrator) == []
    services.publications.note_package(office.reviewer, consultation.id, "0" * 64)
    assert [calls(consultation, one) for one in whom.values()] == [[], []]


def test_the_day_after_a_closure_is_counted_alike_from_1404_to_1410(consultation: Consultation) -> None:
    """Each day on which a closure may be entered, against the table of closed days."""
    first, last = JalaliDay(1404, 1, 1).to_date(), JalaliDay(1410, 12, 29).to_date()
    calendar = consultation.services.office.calendar()
    told = asked_of_the_database(
        consultation.office, first, last, lambda _track, day: end_after_closure(days_later(day, literal(0)))
    )
    days = {day: found for (track, day), found in told.items() if track == "a"}
    assert len(days) == (last - first).days + 1
    wrong = []
    for day, found in days.items():
        expected = day + timedelta(days=1)
        while expected in calendar.closed or expected.weekday() in (3, 4):
            expected += timedelta(days=1)
        if date.fromisoformat(str(found)) != expected:
            wrong.append((day, found, expected))
    assert wrong == []
