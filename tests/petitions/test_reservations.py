from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.errors import InvalidValueError, NotPermittedError, RuleError
from desktop_app.petitions.registration import register, reservations
from desktop_app.petitions.registration.codes import read_tracking_code
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.registration.reservations import HELD_FOR, free_codes
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.department import TestOffice


def called(code: str = "", text: str = "پاسخ نگرفته‌ام") -> NewPetition:
    return NewPetition(Kind.REQUEST, Channel.PHONE, text, reserved_code=code)


def is_free(office: TestOffice, code: str) -> bool:
    database = office.services.database
    with database.reading() as session:
        return free_codes(session, [code], database.now(session)) == {code}


def test_a_code_is_kept_for_the_form_and_taken_by_its_petition(office: TestOffice) -> None:
    services = office.services
    code = services.reservations.reserve(office.clerk)
    assert read_tracking_code(code) == code
    assert not is_free(office, code)
    made = services.register.register(office.clerk, called(code))
    assert made.tracking_code == code
    assert not is_free(office, code)
    # It is used up: who asks for it again gets another.
    again = services.register.register(office.clerk, called(code, "دوباره"))
    assert again.tracking_code not in ("", code)


def test_a_form_that_is_put_away_gives_its_code_back(office: TestOffice) -> None:
    services = office.services
    code = services.reservations.reserve(office.clerk)
    services.reservations.give_back(office.other_clerk, code)
    assert not is_free(office, code), "somebody else's"
    services.reservations.give_back(office.clerk, code)
    assert is_free(office, code)
    services.reservations.give_back(office.clerk, code)


def test_nobody_is_given_what_another_has_reserved(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = office.services
    code = services.reservations.reserve(office.clerk)
    other = services.reservations.reserve(office.other_clerk)
    services.reservations.give_back(office.other_clerk, other)
    drawn = iter([code, other, code, other])
    monkeypatch.setattr(reservations, "new_tracking_code", lambda: next(drawn))
    monkeypatch.setattr(register, "new_tracking_code", lambda: next(drawn))
    assert services.reservations.reserve(office.other_clerk) == other
    services.reservations.give_back(office.other_clerk, other)
    made = services.register.register(office.other_clerk, called())
    assert made.tracking_code == other


def test_a_stranger_s_reservation_is_not_taken_over(office: TestOffice) -> None:
    code = office.services.reservations.reserve(office.clerk)
    made = office.services.register.register(office.other_clerk, called(code))
    assert made.tracking_code != code
    assert office.services.register.register(office.clerk, called(code, "متن دیگر")).tracking_code == code


def test_what_is_refused_keeps_its_code(office: TestOffice) -> None:
    code = office.services.reservations.reserve(office.clerk)
    with pytest.raises(InvalidValueError):
        office.services.register.register(office.clerk, called(code, " "))
    assert office.services.register.register(office.clerk, called(code)).tracking_code == code


def test_a_reservation_lapses_by_itself(sqlite_office: TestOffice, clock: FixedClock) -> None:
    services = sqlite_office.services
    code = services.reservations.reserve(sqlite_office.clerk)
    clock.moment += HELD_FOR + timedelta(minutes=1)
    assert is_free(sqlite_office, code)
    services.reservations.reserve(sqlite_office.other_clerk)
    assert services.register.register(sqlite_office.clerk, called(code)).tracking_code != code


def test_a_person_holds_so_many_and_no_more(office: TestOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reservations, "MOST_HELD", 2)
    for _ in range(2):
        office.services.reservations.reserve(office.clerk)
    with pytest.raises(RuleError):
        office.services.reservations.reserve(office.clerk)
    office.services.reservations.reserve(office.other_clerk)
    with pytest.raises(NotPermittedError):
        office.services.reservations.reserve(office.reviewer)
