from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.errors import InvalidValueError, NotPermittedError
from desktop_app.office.numbering import take_numbers
from desktop_app.office.settings import AnswerDeadline, OfficeSettings
from desktop_app.office.workdays import WorkCalendar
from tests.department import TestOffice


def test_the_decree_and_the_sms_number_are_empty_until_somebody_enters_them(office: TestOffice) -> None:
    settings = office.services.office.settings()
    assert settings == OfficeSettings()
    assert (settings.decree_number, settings.sms_number) == ("", "")


def test_settings_are_kept_and_the_change_is_in_the_history(office: TestOffice) -> None:
    wanted = replace(OfficeSettings(), decree_number="1127128", weekend=(4,))
    office.services.office.change(office.administrator, wanted)
    assert office.services.office.settings() == wanted
    assert office.services.office.calendar().weekend == frozenset({4})


def test_an_office_has_a_name_and_only_an_administrator_changes_it(office: TestOffice) -> None:
    with pytest.raises(InvalidValueError):
        office.services.office.change(office.administrator, replace(OfficeSettings(), office_name=" "))
    with pytest.raises(NotPermittedError):
        office.services.office.change(office.manager, OfficeSettings())
    with pytest.raises(NotPermittedError):
        office.services.office.set_deadlines(office.clerk, ())


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_deadline_is_between_a_day_and_a_year(office: TestOffice, days: int) -> None:
    with pytest.raises(InvalidValueError):
        office.services.office.set_deadlines(
            office.administrator, (AnswerDeadline(None, None, days, working=True),)
        )


def test_no_answer_deadline_is_set_at_first_and_a_set_replaces_the_last(office: TestOffice) -> None:
    assert office.services.office.deadlines() == ()
    first = (AnswerDeadline("request", None, 10, working=True), AnswerDeadline(None, "sms", 3, working=False))
    office.services.office.set_deadlines(office.administrator, first)
    assert office.services.office.deadlines() == first
    office.services.office.set_deadlines(office.administrator, first[1:])
    assert office.services.office.deadlines() == first[1:]


def test_the_official_holidays_are_there_from_the_start(office: TestOffice) -> None:
    found = office.services.office.calendar().closed
    assert {date(2026, 3, 21), date(2026, 4, 1), date(2026, 4, 2)} <= set(found)
    assert office.services.office.seed_closed_days() == 0


def test_a_closed_day_has_its_reason() -> None:
    calendar = WorkCalendar(closed={date(2026, 11, 23): "تعطیل"})
    assert calendar.reason_closed(date(2026, 11, 23)) == "تعطیل"
    assert calendar.reason_closed(date(2026, 11, 26)) == "weekend"
    assert calendar.reason_closed(date(2026, 11, 24)) is None


def test_numbers_of_a_series_begin_at_one_in_each_year(office: TestOffice) -> None:
    with office.services.database.writing() as session:
        taken = [take_numbers(session, "registry", year, 3) for year in (1405, 1405, 1406)]
        # Kept, they would have to stand in the register.
        session.rollback()
    assert taken == [1, 4, 1]
