"""A closure that is entered when a window is over opens it again, and nothing else does; then a manager is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import exc, literal

from desktop_app.database.acts.engine_functions import days_later
from desktop_app.errors import InvalidValueError, NotPermittedError, RuleError
from desktop_app.instruments.consultation.agenda import Waits
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.statute.days import end_after_closure
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind, InstrumentStatus
from desktop_app.office.settings import OfficeSettings
from desktop_app.office.window_moves import WindowEffect, WindowMove
from desktop_app.persian.dates import JalaliDay, full_date
from desktop_app.petitions.deadlines.closures import CalendarChange, Closure
from desktop_app.reports.bell import Call
from desktop_app.reports.publishing.package import as_json, package_files
from desktop_app.reports.publishing.words import notice
from desktop_app.reports.summing_up.matrix import read_matrix
from desktop_app.reports.summing_up.words import facts
from desktop_app.staff.roles import Actor
from tests.instruments.consulting import NEXT_TEXT, Consultation
from tests.instruments.opening_days import asked_of_the_database

_A = InstrumentAction
WHY = "تعطیلی آلودگی هوا"
TITLE = "دستورالعمل صدور مجوز"


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


def refused(rule: str, consultation: Consultation, step: InstrumentAction, by: Actor) -> None:
    life, before = consultation.services.life, consultation.now
    steps: dict[InstrumentAction, Callable[[Actor, int, int], object]] = {
        _A.OPEN_AGAIN: life.open_again,
        _A.LEAVE_CLOSED: partial(life.leave_closed, reason="با دلیل"),
        _A.MAKE_READY: life.make_ready,
    }
    take = steps[step]
    with pytest.raises((RuleError, NotPermittedError)) as error:
        take(by, consultation.id, consultation.version)
    found = error.value.parameters
    assert found.get("rule", found.get("act")) == rule
    assert consultation.now == before


# The window is over, and amending has not begun.


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


# Amending has begun: the gate asks a manager.


def asked(consultation: Consultation) -> date:
    """Enters the closure of the last day on the next day, when amending has begun; returns that day."""
    end = last_day(consultation)
    [move] = shut(consultation, end).windows
    assert (move.effect, move.until) == (WindowEffect.ASKED, None)
    return end


@pytest.mark.usefixtures("revising")
def test_the_gate_asks_a_manager_when_amending_has_begun(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    consultation.write(NEXT_TEXT)
    consultation.sum_up()
    assert consultation.now.gate.is_open
    assert services.closures.preview(office.administrator, None, last_day(consultation))[0].until is None
    end = asked(consultation)
    now = consultation.now
    assert (now.row.status, now.row.closes_on) == (InstrumentStatus.REVISING, end)
    assert [point.rule for point in now.gate.points if not point.holds] == ["closure_needs_a_decision"]
    assert now.late_closure is not None
    assert (now.late_closure.day, now.late_closure.name) == (end, WHY)
    assert now.late_closure.until == first_open_day(consultation, consultation.today + timedelta(days=1))
    refused("closure_needs_a_decision", consultation, _A.MAKE_READY, office.reviewer)
    refused_by_sql(
        "closure_needs_a_decision",
        f"status = 'ready', ready_by_id = {office.reviewer.person_id}",
        consultation,
    )
    for nobody in (office.reviewer, office.clerk, office.administrator):
        offers = services.drafting.detail(nobody, consultation.id).steps
        assert not {_A.OPEN_AGAIN, _A.LEAVE_CLOSED} & offers
        refused("extend_window", consultation, _A.OPEN_AGAIN, nobody)
        refused("extend_window", consultation, _A.LEAVE_CLOSED, nobody)
    offers = services.drafting.detail(office.manager, consultation.id).steps
    assert {_A.OPEN_AGAIN, _A.LEAVE_CLOSED} <= offers
    assert calls(consultation, office.manager) == [Call.CLOSURE]
    assert calls(consultation, office.reviewer) == []
    assert [line.waits for line in services.agendas.now().rows] == [Waits.CLOSURE]
    # A closure of another day asks nobody once more.
    assert shut(consultation, end - timedelta(days=1)).windows == ()


@pytest.mark.usefixtures("revising")
def test_a_reason_to_leave_it_closed_is_published_and_stands_in_the_history(
    consultation: Consultation,
) -> None:
    office, services = consultation.office, consultation.services
    consultation.write(NEXT_TEXT)
    end = asked(consultation)
    consultation.sum_up()
    with pytest.raises(InvalidValueError):
        services.life.leave_closed(office.manager, consultation.id, consultation.version, "  ")
    reason = "همه نظرها از راه‌های دیگر رسیده بود."
    services.life.leave_closed(office.manager, consultation.id, consultation.version, reason)
    now = consultation.now
    told = now.history[-1]
    assert (told.action, told.text, told.after["closure"]) == ("window_left_closed", reason, WHY)
    assert (now.closure_reason, now.late_closure, now.row.closes_on) == (reason, None, end)
    assert calls(consultation, office.manager) == []
    # What was frozen before does not tell of it.
    assert [point.rule for point in now.gate.points if not point.holds] == ["summing_up_is_needed"]
    consultation.sum_up()
    frozen = services.summing_up.all(consultation.id)
    assert ["left_closed" in one.content for one in frozen] == [False, True]
    assert read_matrix(frozen[-1].content).left_closed == reason
    shown = facts(services.consultation_reports.of(office.reviewer, consultation.id))
    assert ("روز پایانی بعداً تعطیل اعلام شد و مهلت باز نشد", reason) in shown
    # It is decided once.
    refused("no_closure_to_decide", consultation, _A.OPEN_AGAIN, office.manager)
    refused("no_closure_to_decide", consultation, _A.LEAVE_CLOSED, office.manager)
    refused_by_sql("no_closure_to_decide", "closure_reason = 'x'", consultation)
    services.life.make_ready(office.reviewer, consultation.id, consultation.version)
    consultation.finish()
    assert consultation.stands() is InstrumentStatus.PROMULGATED


@pytest.mark.usefixtures("revising")
def test_a_manager_opens_it_again_and_amending_begins_behind_the_new_end(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    consultation.write(NEXT_TEXT)
    consultation.sum_up()
    between = consultation.comment("در این میان رسید.", number="7")
    assert services.comments.one(between).late
    end = asked(consultation)
    again = services.life.open_again(office.manager, consultation.id, consultation.version)
    until = first_open_day(consultation, consultation.today + timedelta(days=1))
    assert (again.row.status, again.row.closes_on) == (InstrumentStatus.OPEN, until)
    told = again.history[-1]
    assert (told.action, told.actor_name) == ("window_reopened", office.manager.name)
    assert (told.before["status"], told.before["closes_on"]) == ("revising", end.isoformat())
    assert not services.comments.one(between).late
    published = services.publications.of(consultation.id)
    assert (published.is_open, published.revision) == (True, 1)
    assert published.reopened is not None
    assert (published.reopened.former_end, published.reopened.closure) == (end, WHY)
    assert calls(consultation, office.reviewer) == [Call.REOPENED]
    consultation.after_the_end()
    services.life.start_revising(office.reviewer, consultation.id, consultation.version)
    assert [one.number for one in consultation.now.revisions] == [1, 2]
    consultation.decide(between, Disposition.REJECTED)
    # The summing-up from before tells another last day.
    consultation.sum_up()
    services.life.make_ready(office.reviewer, consultation.id, consultation.version)


@pytest.mark.usefixtures("revising")
def test_a_summing_up_from_before_the_window_was_opened_again_is_stale(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    consultation.write(NEXT_TEXT)
    consultation.sum_up()
    asked(consultation)
    services.life.open_again(office.manager, consultation.id, consultation.version)
    consultation.after_the_end()
    services.life.start_revising(office.reviewer, consultation.id, consultation.version)
    refused("summing_up_is_needed", consultation, _A.MAKE_READY, office.reviewer)


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize("again", [True, False], ids=["opened_again", "left_closed"])
def test_what_is_ready_does_not_go_out_before_the_decision(consultation: Consultation, again: bool) -> None:
    office, life = consultation.office, consultation.services.life
    asked(consultation)
    before = consultation.now
    with pytest.raises(RuleError) as error:
        consultation.finish()
    assert error.value.parameters["rule"] == "closure_needs_a_decision"
    assert consultation.now == before
    if again:
        day = first_open_day(consultation, consultation.today + timedelta(days=1))
        refused_by_sql("ready_is_taken_back", "status = 'open', closes_on = :day", consultation, day=day)
        life.open_again(office.manager, consultation.id, consultation.version)
        assert consultation.stands() is InstrumentStatus.OPEN
        with pytest.raises(RuleError):
            consultation.finish()
        return
    life.leave_closed(office.manager, consultation.id, consultation.version, "نظری نرسیده بود.")
    assert consultation.stands() is InstrumentStatus.READY
    consultation.sum_up()
    consultation.finish()
    assert consultation.stands() is InstrumentStatus.PROMULGATED


@pytest.mark.usefixtures("revising")
def test_without_a_closure_nobody_is_asked_and_nothing_is_opened(consultation: Consultation) -> None:
    office = consultation.office
    refused("no_closure_to_decide", consultation, _A.OPEN_AGAIN, office.manager)
    refused("no_closure_to_decide", consultation, _A.LEAVE_CLOSED, office.manager)
    until = first_open_day(consultation, consultation.today + timedelta(days=1))
    refused_by_sql("window_is_over", "status = 'open'", consultation)
    refused_by_sql("window_is_over", "status = 'open', closes_on = :day", consultation, day=until)
    refused_by_sql("no_closure_to_decide", "closure_reason = 'x'", consultation)
    end = asked(consultation)
    # A closure that was a mistake asks nobody any more.
    consultation.services.closures.remove(office.administrator, end)
    refused("no_closure_to_decide", consultation, _A.OPEN_AGAIN, office.manager)
    assert consultation.now.late_closure is None


@pytest.mark.usefixtures("revising")
def test_by_sql_amending_goes_back_to_an_open_window_for_its_closure_alone(
    consultation: Consultation,
) -> None:
    asked(consultation)
    allowed = first_open_day(consultation, consultation.today + timedelta(days=1))
    longer = first_open_day(consultation, allowed + timedelta(days=1))
    refused_by_sql("window_is_over", "status = 'open'", consultation)
    refused_by_sql("window_is_over", "status = 'open', closes_on = :day", consultation, day=longer)
    refused_by_sql("window_is_over", "closes_on = :day", consultation, day=allowed)
    refused_by_sql(
        "no_closure_to_decide",
        "status = 'open', closes_on = :day, closure_reason = 'x'",
        consultation,
        day=allowed,
    )
    refused_by_sql(
        "exposed_text_stays", "status = 'open', closes_on = :day, opened_on = :day", consultation, day=allowed
    )
    given: object = allowed.isoformat() if consultation.services.database.is_sqlite else allowed
    consultation.sql("UPDATE instrument SET status = 'open', closes_on = :day WHERE id = :id", day=given)
    assert consultation.stands() is InstrumentStatus.OPEN


@pytest.mark.usefixtures("revising")
def test_a_new_window_begins_without_the_reason_of_the_old_one(consultation: Consultation) -> None:
    office, life = consultation.office, consultation.services.life
    asked(consultation)
    life.leave_closed(office.manager, consultation.id, consultation.version, "نظری نرسیده بود.")
    life.withdraw(office.manager, consultation.id, consultation.version, "بازنگری")
    no_window = "status = 'drafting', opened_on = NULL, closes_on = NULL, exposed_revision_id = NULL"
    refused_by_sql("no_closure_to_decide", no_window, consultation)
    refused_by_sql("no_closure_to_decide", "closure_reason = ''", consultation)
    life.take_up_again(office.manager, consultation.id, consultation.version, "لازم شد")
    assert consultation.now.closure_reason == ""


def test_a_bill_is_asked_about_before_it_is_submitted(consultation: Consultation) -> None:
    consultation.ready(InstrumentKind.BILL)
    asked(consultation)
    with pytest.raises(RuleError) as error:
        consultation.finish()
    assert error.value.parameters["rule"] == "closure_needs_a_decision"


@pytest.mark.parametrize("state", ["revising", "ready"])
def test_by_sql_a_reason_that_a_manager_gave_is_not_cleared_nor_the_window_opened_again(
    consultation: Consultation, state: str
) -> None:
    office = consultation.office
    (consultation.ready if state == "ready" else consultation.revising)()
    asked(consultation)
    consultation.services.life.leave_closed(
        office.manager, consultation.id, consultation.version, "نظری نرسیده بود."
    )
    day = first_open_day(consultation, consultation.today + timedelta(days=1))
    for empty in ("''", "'  '"):
        refused_by_sql("no_closure_to_decide", f"closure_reason = {empty}", consultation)
        back = f"status = 'open', closes_on = :day, closure_reason = {empty}, ready_by_id = NULL"
        stale = "stale_reports = (SELECT count(*) FROM consultation_report WHERE instrument_id = :id)"
        refused_by_sql("window_is_over", f"{back}, {stale}", consultation, day=day)
    # Nor when the closure was taken out of the calendar again.
    consultation.services.closures.remove(office.administrator, last_day(consultation))
    refused_by_sql("no_closure_to_decide", "closure_reason = ''", consultation)
