"""Who has a petition, and how long each of them had it."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.clock import FixedClock
from desktop_app.petitions.referrals.custody import legs_of, moment_of
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.vocabulary import Outcome
from tests.department import TestOffice

HOUR = timedelta(hours=1)


def told(office: TestOffice, number: int) -> list[tuple[str, bool, timedelta, bool]]:
    detail = office.services.desk.peek(office.manager, number)
    now = moment_of(detail)
    return [
        (leg.referral.to_unit if leg.referral else "", leg.side, leg.dwell(now), leg.ended is None)
        for leg in legs_of(detail)
    ]


def test_each_leg_has_its_time_and_those_asked_stand_behind_it(office: TestOffice, clock: FixedClock) -> None:
    desk, sides = office.services.desk, office.services.side_referrals
    made = office.petition()
    assert told(office, made.id) == []
    clock.moment += 2 * HOUR
    sent = desk.refer(office.clerk, made.id, made.version, office.books.id, "بررسی")
    clock.moment += 3 * HOUR
    taken = desk.take(office.clerk, made.id, sent.version)
    asked = sides.send(office.clerk, made.id, taken.version, [SideTarget(office.music.id)], "نظر؟")
    clock.moment += 4 * HOUR
    answered = sides.answer(office.music_clerk, made.id, asked.referrals[-1].id, "خوب است")
    clock.moment += HOUR
    assert told(office, made.id) == [
        ("", False, 2 * HOUR, False),
        ("اداره کتاب", False, 8 * HOUR, True),
        ("اداره موسیقی", True, 4 * HOUR, False),
    ]
    desk.resolve(office.clerk, made.id, answered.version, Outcome.ANSWERED, "پاسخ")
    clock.moment += 9 * HOUR
    assert told(office, made.id)[1] == ("اداره کتاب", False, 8 * HOUR, False)


def test_what_was_returned_is_nobodys(office: TestOffice, clock: FixedClock) -> None:
    made = office.petition(unit=office.music)
    clock.moment += HOUR
    office.services.desk.give_back(office.music_clerk, made.id, made.version, "به ما مربوط نیست")
    clock.moment += HOUR
    assert told(office, made.id) == [("اداره موسیقی", False, HOUR, False), ("", False, HOUR, True)]
