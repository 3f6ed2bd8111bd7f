from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.errors import InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.petitions.vocabulary import Kind
from desktop_app.reports.bell import Bell, Call
from desktop_app.staff.roles import Actor
from tests.department import TestOffice

TODAY = date(2026, 11, 24)
TOMORROW = date(2026, 11, 25)


def rung(office: TestOffice, actor: Actor) -> dict[Call, list[str]]:
    bell: Bell = office.services.bells.of(actor)
    found: dict[Call, list[str]] = {}
    for row in bell.rows:
        found.setdefault(row.call, []).append(row.words)
    return found


def test_a_reminder_comes_up_on_its_day_for_its_person_alone(office: TestOffice, clock: FixedClock) -> None:
    reminders, made = office.services.reminders, office.taken()
    kept = reminders.add(office.clerk, made.id, TOMORROW, "  زنگ  به ناشر ")
    assert (kept.text, kept.subject) == ("زنگ به ناشر", "مجوز کتاب")
    assert rung(office, office.clerk) == {}
    clock.moment += timedelta(days=1)
    assert rung(office, office.clerk) == {Call.REMINDER: ["زنگ به ناشر"]}
    assert rung(office, office.other_clerk) == {}
    assert reminders.open(office.manager) == ()
    with pytest.raises(NotFoundError):
        reminders.set_done(office.other_clerk, kept.id)
    reminders.put_off(office.clerk, kept.id, TOMORROW + timedelta(days=1))
    assert rung(office, office.clerk) == {}
    reminders.put_off(office.clerk, kept.id, TOMORROW)
    assert reminders.set_done(office.clerk, kept.id).done
    assert rung(office, office.clerk) == {}
    reminders.set_done(office.clerk, kept.id, done=False)
    assert [row.text for row in reminders.open(office.clerk, made.id)] == ["زنگ به ناشر"]


def test_a_reminder_needs_words_a_day_to_come_and_a_petition_in_reach(office: TestOffice) -> None:
    reminders, made = office.services.reminders, office.taken()
    for day, text, reason in ((TODAY, " ", "empty"), (TODAY, "ن" * 201, "too_long")):
        with pytest.raises(InvalidValueError) as caught:
            reminders.add(office.clerk, made.id, day, text)
        assert caught.value.parameters["reason"] == reason
    with pytest.raises(InvalidValueError):
        reminders.add(office.clerk, made.id, TODAY - timedelta(days=1), "زنگ")
    with pytest.raises(NotPermittedError):
        reminders.add(office.pc, made.id, TODAY, "زنگ")
    with pytest.raises(NotFoundError):
        reminders.add(office.clerk, made.id + 1000, TODAY, "زنگ")


def test_only_a_petition_in_reach_can_be_kept_in_mind(sqlite_office: TestOffice) -> None:
    services, made = sqlite_office.services, sqlite_office.taken()
    services.reminders.add(sqlite_office.clerk, made.id, TODAY, "زنگ")
    assert services.reminders.open(sqlite_office.music_manager) == ()
    with pytest.raises(NotFoundError):
        services.reminders.add(sqlite_office.music_clerk, made.id, TODAY, "زنگ")


def test_the_bell_tells_what_was_referred_and_what_waits_for_approval(office: TestOffice) -> None:
    services = office.services
    made = office.petition(subject="به نوری")
    services.desk.refer(
        office.clerk, made.id, made.version, office.books.id, person_id=office.other_clerk.person_id
    )
    assert rung(office, office.other_clerk) == {Call.REFERRED: ["به نوری"]}
    assert rung(office, office.clerk) == {}
    found = services.desk.peek(office.other_clerk, made.id)
    services.desk.take(office.other_clerk, made.id, found.version)
    assert rung(office, office.other_clerk) == {}
    song = office.petition(subject="کنسرت", unit=office.music, kind=Kind.REQUEST)
    song = services.desk.take(office.music_clerk, song.id, song.version)
    services.desk.submit(office.music_clerk, song.id, song.version, "موافقت شد.")
    assert rung(office, office.music_manager) == {Call.APPROVAL: ["کنسرت"]}
    assert rung(office, office.music_clerk) == {}
