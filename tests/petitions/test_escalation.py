from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desktop_app.errors import NotPermittedError
from desktop_app.office.settings import AnswerDeadline
from desktop_app.petitions.lists.escalation import Slot, behind
from desktop_app.petitions.lists.inbox import ListFilter
from desktop_app.petitions.registration.codes import spoken
from desktop_app.petitions.vocabulary import Kind, Outcome
from desktop_app.reports.escalation_pdf import escalation_pdf
from desktop_app.staff.roles import Actor
from desktop_app.wording import digits
from tests.conftest import NOON, office_with, usual
from tests.department import TestOffice
from tests.engines import Made
from tests.reports.pdf.reading import by_pdfium

#: Calendar days for an answer; an end on a Thursday or Friday moves on to the Saturday, as that 40 days back.
DEADLINE = 5


def lateness(office: TestOffice) -> None:
    """Two units and people in them with what is late by a day, a week, a month, what is due today, soon, later; one
    that waits for its petitioner and one that is resolved, long past their deadlines; one that is nobody's."""
    services = office.services
    services.office.set_deadlines(
        office.administrator,
        tuple(AnswerDeadline(kind.value, None, DEADLINE, working=False) for kind in Kind),
    )

    def came(days_to_deadline: int, subject: str = "مجوز") -> dict[str, Any]:
        return {
            "subject": f"{subject} {days_to_deadline}",
            "received_at": NOON + timedelta(days=days_to_deadline - DEADLINE),
        }

    for days in (-2, -8, -40, 0, 1, 4):
        office.taken(**came(days))
    office.taken(office.other_clerk, **came(-7, "از همکار"))
    waiting = office.taken(**came(-100))
    services.desk.wait(office.clerk, waiting.id, waiting.version, "مدارک")
    withdrawn = office.taken(**came(-100, "انصراف"))
    services.desk.resolve(office.clerk, withdrawn.id, withdrawn.version, Outcome.WITHDRAWN, "انصراف داد")
    office.registered(unit=office.music, **came(-16))
    office.registered(**came(-2, "بی‌واحد"))


@pytest.fixture
def made(request: pytest.FixtureRequest) -> Made:
    return office_with(lateness) if "overdue" in request.fixturenames else usual(request)


@pytest.fixture
def overdue(office: TestOffice) -> TestOffice:
    """The office with its `lateness`."""
    return office


def told(office: TestOffice, actor: Actor) -> list[tuple[str, bool, tuple[int, ...], int]]:
    lines = office.services.escalations.of(actor).lines
    return [(line.name, line.heads, line.counts, line.longest) for line in lines]


def test_a_managers_units_and_people_stand_worst_first_and_what_waits_is_not_late(
    overdue: TestOffice,
) -> None:
    assert told(overdue, overdue.manager) == [
        (overdue.books.name, True, (4, 2, 1, 1, 2), 38),
        (overdue.clerk.name, False, (3, 1, 1, 1, 2), 38),
        (overdue.other_clerk.name, False, (1, 1, 0, 0, 0), 7),
        (overdue.music.name, True, (1, 0, 1, 0, 0), 16),
        ("", False, (1, 0, 1, 0, 0), 16),
        ("", True, (1, 1, 0, 0, 0), 2),
        ("", False, (1, 1, 0, 0, 0), 2),
    ]
    total = overdue.services.escalations.of(overdue.manager).total
    assert (total.counts, total.longest) == ((6, 3, 2, 1, 2), 38)


def test_a_manager_of_one_unit_sees_that_unit_and_a_clerk_nothing(overdue: TestOffice) -> None:
    assert told(overdue, overdue.music_manager) == [
        (overdue.music.name, True, (1, 0, 1, 0, 0), 16),
        ("", False, (1, 0, 1, 0, 0), 16),
    ]
    for actor in (overdue.clerk, overdue.administrator, overdue.reviewer):
        with pytest.raises(NotPermittedError):
            overdue.services.escalations.of(actor)


def test_every_number_opens_exactly_its_petitions(overdue: TestOffice) -> None:
    inbox = overdue.services.inbox
    for actor in (overdue.manager, overdue.music_manager):
        escalation = overdue.services.escalations.of(actor)
        opened = 0
        for line in (*escalation.lines, escalation.total):
            for slot in Slot:
                if line.count(slot):
                    wanted: ListFilter = behind(escalation, line, slot)
                    assert inbox.count(actor, wanted) == line.count(slot), (line, slot)
                    opened += 1
        assert opened >= 4


def test_the_paper_tells_every_line(overdue: TestOffice) -> None:
    escalation = overdue.services.escalations.of(overdue.manager)
    data = escalation_pdf(escalation)
    said = " ".join(" ".join(by_pdfium(data)).split())
    for words in (overdue.books.name, overdue.other_clerk.name, "بدون کارشناس", "۳۸ روز", "جمع"):
        assert words in said, words
    assert escalation_pdf(escalation) == data
    # Petitions of no unit are nobody's: one line says so.
    assert said.count("ارجاع‌نشده") == 1 + sum(not row.unit_name for row in escalation.petitions)


def test_the_paper_lists_the_late_petitions_with_codes_delays_and_who_has_them(overdue: TestOffice) -> None:
    escalation = overdue.services.escalations.of(overdue.manager)
    rows = [(row.subject, row.person_name, row.late) for row in escalation.petitions]
    assert [late for _, _, late in rows] == [38, 16, 8, 7, 2, 2]
    assert rows[0] == ("مجوز -40", overdue.clerk.name, 38)
    assert ("بی‌واحد -2", "", 2) in rows
    (page,) = by_pdfium(escalation_pdf(escalation))
    for row in escalation.petitions:
        assert digits(spoken(row.tracking_code)) in page
    lines = page.splitlines()
    assert any(overdue.clerk.name in line and "۳۸ روز" in line and "مجوز" in line for line in lines)
    assert any("ارجاع‌نشده" in line and "بی‌واحد" in line for line in lines)
