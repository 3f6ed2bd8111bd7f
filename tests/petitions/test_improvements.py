"""Improvement actions: made out of petitions, changed by who may, done with a note, told in the monthly report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.persian.dates import JalaliMonth
from desktop_app.petitions.improvements.service import NewImprovement
from desktop_app.reports.participation_tables import improvement_state
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from tests.department import TestOffice

TODAY = date(2026, 11, 24)
NEW = NewImprovement("مجوز نشر کتاب", "مرحله بررسی در سامانه دیده شود", "هر مرحله با تاریخ", due_on=TODAY)


def test_an_action_is_made_out_of_petitions_and_they_say_so(office: TestOffice) -> None:
    improvements = office.services.improvements
    one, other = office.petition(), office.taken(text="متن دیگر")
    new = replace(NEW, owner_id=office.other_clerk.person_id)
    made = improvements.add(office.clerk, new, [one.id, other.id, one.id])
    assert (made.petitions, made.owner, made.made_by) == (2, "حسن نوری", "مریم رضایی")
    assert {cause.tracking_code for cause in made.causes} == {one.tracking_code, other.tracking_code}
    assert improvements.of(office.clerk, one.id) == (made,)
    event = office.services.desk.peek(office.clerk, one.id).history[-1]
    assert (event.action, event.after["title"]) == ("improvement_named", NEW.title)
    third = office.petition("متن سوم درخواست")
    assert improvements.name_petitions(office.clerk, made.id, [third.id]).petitions == 3
    assert improvements.name_petitions(office.clerk, made.id, [third.id]).petitions == 3
    named = improvements.name_petitions(office.clerk, made.id, [third.id, one.id, office.registered("چهارم")])
    assert named.petitions == 4
    assert (
        sum(e.action == "improvement_named" for e in office.services.desk.peek(office.clerk, one.id).history)
        == 1
    )
    for wrong in (replace(NEW, title=" "), replace(NEW, service=""), replace(NEW, title="x" * 201)):
        with pytest.raises(InvalidValueError):
            improvements.add(office.clerk, wrong, [one.id])
    with pytest.raises(NotFoundError):
        improvements.add(office.clerk, NEW, [999])
    assert len(improvements.all(office.clerk)) == 1


def test_its_maker_its_owner_and_managers_change_it(office: TestOffice) -> None:
    improvements = office.services.improvements
    made = improvements.add(office.clerk, replace(NEW, owner_id=office.music_clerk.person_id), [])
    with pytest.raises(NotPermittedError):
        improvements.finish(office.other_clerk, made.id, made.version, "انجام شد")
    with pytest.raises(InvalidValueError):
        improvements.finish(office.music_clerk, made.id, made.version, "  ")
    done = improvements.finish(office.music_clerk, made.id, made.version, "در سامانه دیده می‌شود")
    assert (done.done_on, done.done_note) == (TODAY, "در سامانه دیده می‌شود")
    with pytest.raises(ConflictError):
        improvements.reopen(office.manager, made.id, made.version)
    again = improvements.reopen(office.manager, made.id, done.version)
    changed = improvements.change(office.clerk, made.id, again.version, replace(NEW, title="عنوان دیگر"))
    assert (changed.done_on, changed.title, changed.owner) == (None, "عنوان دیگر", "")
    assert changed.is_late(TODAY + timedelta(days=1))
    assert not changed.is_late(TODAY)


def test_a_petition_out_of_reach_counts_and_is_not_named(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    hidden = office.petition(unit=office.books)
    made = office.services.improvements.add(office.clerk, NEW, [hidden.id])
    (seen,) = office.services.improvements.all(office.music_clerk)
    assert (seen.petitions, seen.causes, seen.may_change) == (1, (), False)
    with pytest.raises(NotFoundError):
        office.services.improvements.name_petitions(office.music_clerk, made.id, [hidden.id])


def test_the_monthly_report_tells_what_was_open_late_and_done(office: TestOffice, clock: FixedClock) -> None:
    improvements = office.services.improvements
    petition = office.petition(unit=office.books)
    early = replace(NEW, due_on=TODAY - timedelta(days=3))
    late = improvements.add(office.clerk, early, [petition.id])
    done = improvements.add(office.clerk, replace(NEW, due_on=None), [])
    done = improvements.finish(office.clerk, done.id, done.version, "انجام شد")
    month = JalaliMonth.of(TODAY)
    # At the end of its last day an action is not late yet.
    improvements.add(office.clerk, replace(NEW, due_on=month.last_day), [])
    lines = office.services.reports.of(ReportScope(Period.month(month))).improvements
    told = [(one.late, one.done_on, one.petitions) for one in lines]
    assert told == [(True, None, 1), (False, None, 0), (False, TODAY, 0)]
    assert [improvement_state(one) for one in lines] == ["معوق", "باز", "انجام شد ۳ آذر"]
    # Done after the month: at its end it was open.
    clock.advance(timedelta(days=40))
    improvements.finish(office.clerk, late.id, late.version, "دیر انجام شد")
    assert office.services.reports.of(ReportScope(Period.month(month))).improvements == lines
    assert (
        len(office.services.reports.of(ReportScope(Period.month(month), office.books.id)).improvements) == 1
    )
    assert office.services.reports.of(ReportScope(Period.month(month.previous()))).improvements == ()
