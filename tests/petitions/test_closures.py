from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from desktop_app.database.audit import EventRecord, history
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.office.model import ClosedDay
from desktop_app.office.settings import AnswerDeadline, OfficeSettings
from desktop_app.office.window_moves import WindowMove
from desktop_app.petitions.deadlines.closures import Closure, Closures
from desktop_app.petitions.deadlines.explaining import explain_deadline
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.history.sentences import sentence
from desktop_app.petitions.model import Petition, PetitionPause
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.staff.roles import Actor
from tests.department import TestOffice

#: Tuesday 3 Azar 1405, the day of the fixed clock.
TODAY = date(2026, 11, 24)
SATURDAY = date(2026, 11, 28)
WORKING = AnswerDeadline(None, None, 5, True)


def ruled(office: TestOffice, *rules: AnswerDeadline) -> None:
    office.services.office.set_deadlines(office.administrator, rules or (WORKING,))
    with office.services.database.writing() as session:
        session.execute(text("DELETE FROM closed_day"))


def now(office: TestOffice, petition: PetitionDetail) -> PetitionDetail:
    return office.services.desk.peek(office.clerk, petition.id)


def test_a_closure_that_is_added_moves_the_open_petitions_that_wait_over_it(office: TestOffice) -> None:
    ruled(office)
    waits, resolved = office.petition(unit=office.books), office.taken(text="پاسخ داده")
    office.services.desk.resolve(office.other_clerk, resolved.id, resolved.version, Outcome.ANSWERED, "پاسخ")
    assert waits.due_on == date(2026, 12, 1)
    change = office.services.closures.add(office.administrator, Closure(SATURDAY, "آلودگی هوا"))
    assert change.moved == 1
    found = now(office, waits)
    assert found.due_on == date(2026, 12, 2)
    assert found.version == waits.version + 1
    last = found.history[-1]
    assert (last.action, last.before, last.after, last.text) == (
        "deadline_moved", {"due_on": "2026-12-01"}, {"due_on": "2026-12-02"}, "آلودگی هوا",
    )  # fmt: skip
    assert sentence(last, None) == "با تغییر تقویم اداره، مهلت از ۱۰ آذر به ۱۱ آذر تغییر کرد"
    assert now(office, resolved).due_on == resolved.due_on
    why = office.services.desk.why_this_date(office.clerk, waits.id)
    assert why is not None
    assert (why.day, "آلودگی هوا" in [skipped.reason for skipped in why.skipped]) == (found.due_on, True)
    # Nor does the deadline stay on a day that is closed; Thursday and Friday follow.
    assert office.services.closures.add(office.administrator, Closure(found.due_on, "برف")).moved == 1
    assert now(office, waits).due_on == date(2026, 12, 5)


def test_what_lies_outside_of_the_time_for_an_answer_moves_nothing(office: TestOffice) -> None:
    ruled(office)
    petition = office.petition()
    for day in (TODAY, TODAY - timedelta(days=9), date(2026, 12, 2)):
        assert office.services.closures.add(office.administrator, Closure(day, "تعطیل")).moved == 0
    # A Friday is closed anyhow.
    assert office.services.closures.add(office.administrator, Closure(date(2026, 11, 27), "جمعه")).moved == 0
    assert now(office, petition).due_on == petition.due_on


def test_moving_and_removing_a_closure_count_again(office: TestOffice) -> None:
    ruled(office)
    petition = office.petition()
    closures, admin = office.services.closures, office.administrator
    closures.add(admin, Closure(SATURDAY, "عید فطر"))
    moved = closures.change(admin, SATURDAY, Closure(date(2026, 12, 10), "عید فطر"))
    assert (moved.moved, now(office, petition).due_on) == (1, petition.due_on)
    assert closures.change(admin, date(2026, 12, 10), Closure(date(2026, 12, 10), "عید قربان")).moved == 0
    closures.change(admin, date(2026, 12, 10), Closure(SATURDAY, "عید قربان"))
    assert closures.remove(admin, SATURDAY).moved == 1
    assert now(office, petition).due_on == petition.due_on
    assert closures.of_year(1405) == ()
    with pytest.raises(NotFoundError):
        closures.remove(admin, SATURDAY)


def test_the_history_of_the_calendar_tells_before_and_after(office: TestOffice) -> None:
    ruled(office)
    office.registered()
    closures = office.services.closures
    closures.add(office.administrator, Closure(SATURDAY, "  آلودگی   هوا "))
    closures.remove(office.administrator, SATURDAY)
    with office.services.database.reading() as session:
        [number] = session.scalars(
            select(EventRecord.item_id).where(EventRecord.item_type == "closed_day").distinct()
        )
        added, removed = history(session, "closed_day", number)
    assert (added.action, added.before) == ("closed_day_added", {})
    assert added.after == {"day": "2026-11-28", "name": "آلودگی هوا", "source": "office", "estimated": False}
    assert (removed.before["name"], removed.after) == ("آلودگی هوا", {})


def test_another_weekend_counts_everything_again(office: TestOffice) -> None:
    ruled(office)
    petition = office.petition()
    closures, wanted = office.services.closures, OfficeSettings(weekend=(4,))
    assert closures.change_settings(office.administrator, wanted, "آخر هفته").moved == 1
    assert now(office, petition).due_on == date(2026, 11, 30)
    assert closures.change_settings(office.administrator, wanted, "آخر هفته").moved == 0


def test_a_weekend_whose_deadlines_cannot_be_counted_is_not_saved(office: TestOffice) -> None:
    ruled(office)
    petition = office.petition()

    def broken(*_: object) -> tuple[WindowMove, ...]:
        raise RuntimeError("the windows of the consultations")

    # SQLite breaks off at the windows, PostgreSQL at a reason that is no reason.
    closures = Closures(office.services.database, broken)
    with pytest.raises((RuntimeError, DBAPIError)):
        closures.change_settings(office.administrator, OfficeSettings(weekend=(4,)), "ب" * 300)
    assert office.services.office.settings().weekend == OfficeSettings().weekend
    assert now(office, petition).due_on == petition.due_on


@pytest.mark.parametrize(
    ("closure", "reason"),
    [
        (Closure(SATURDAY, "  "), "empty"),
        (Closure(SATURDAY, "ب" * 121), "too_long"),
        (Closure(date(1900, 1, 1), "تعطیل"), "out_of_range"),
    ],
)
def test_a_closure_that_cannot_be_is_refused(office: TestOffice, closure: Closure, reason: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        office.services.closures.add(office.administrator, closure)
    assert caught.value.parameters["reason"] == reason


def test_a_day_is_closed_once(office: TestOffice) -> None:
    ruled(office)
    closures = office.services.closures
    closures.add(office.administrator, Closure(SATURDAY, "یک"))
    closures.add(office.administrator, Closure(TODAY, "دو"))
    with pytest.raises(ConflictError):
        closures.add(office.administrator, Closure(SATURDAY, "سه"))
    with pytest.raises(ConflictError):
        closures.change(office.administrator, TODAY, Closure(SATURDAY, "دو"))
    assert [closure.name for closure in closures.of_year(1405)] == ["دو", "یک"]


@pytest.mark.parametrize("who", ["clerk", "reviewer", "manager"])
def test_only_an_administrator_changes_the_calendar(office: TestOffice, who: str) -> None:
    actor: Actor = getattr(office, who)
    with pytest.raises(NotPermittedError):
        office.services.closures.add(actor, Closure(SATURDAY, "تعطیل"))
    with pytest.raises(NotPermittedError):
        office.services.closures.change_settings(actor, OfficeSettings(weekend=(4,)), "x")


def test_the_database_counts_as_the_program_does(office: TestOffice) -> None:
    """Many petitions, rules, pauses and closed days: PostgreSQL's function gives the same day each time, and counting
    all of them again, on either engine, the same as counting each."""
    luck = random.Random(1405)
    ruled(
        office,
        AnswerDeadline(None, None, 10, True),
        AnswerDeadline("complaint", None, 15, False),
        AnswerDeadline(None, "phone", 3, True),
        AnswerDeadline("complaint", "phone", 20, True),
        AnswerDeadline("opinion", None, 30, False),
    )
    with office.services.database.writing() as session:
        for day in luck.sample(range(90), 25):
            session.add(ClosedDay(day=TODAY + timedelta(day), name="x", source="office"))
    for number in range(60):
        made = office.petition(
            f"متن {number}", kind=luck.choice(list(Kind)), channel=luck.choice(list(Channel))
        )
        with office.services.database.writing() as session:
            at = TODAY
            for _ in range(luck.randrange(3)):
                began = at + timedelta(luck.randrange(1, 9))
                at = began + timedelta(luck.randrange(0, 9))
                ended = None if luck.random() < 0.2 else at
                session.add(PetitionPause(petition_id=made.id, began=began, ended=ended))
    database, closures = office.services.database, office.services.closures
    moved = closures.change_settings(office.administrator, OfficeSettings(weekend=(4,)), "آخر هفته").moved
    assert moved > 30
    with database.reading() as session:
        for petition in session.scalars(select(Petition)):
            explained = explain_deadline(session, petition)
            assert explained is not None
            assert petition.due_on == petition.due_order == explained.day, (petition.kind, petition.channel)
            if not database.is_sqlite:
                told = session.scalar(text("SELECT app.due_by_calendar(:one)"), {"one": petition.id})
                assert told == explained.day
