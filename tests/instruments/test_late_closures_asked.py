"""A closure that is entered when amending has begun: a manager is asked, opens it again or leaves it closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest

from desktop_app.errors import InvalidValueError, NotPermittedError, RuleError
from desktop_app.instruments.consultation.agenda import Waits
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind, InstrumentStatus
from desktop_app.office.window_moves import WindowEffect
from desktop_app.reports.bell import Call
from desktop_app.reports.summing_up.matrix import read_matrix
from desktop_app.reports.summing_up.words import facts
from desktop_app.staff.roles import Actor
from tests.instruments.closing_late import WHY, calls, first_open_day, last_day, refused_by_sql, shut
from tests.instruments.consulting import NEXT_TEXT, Consultation

_A = InstrumentAction


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
