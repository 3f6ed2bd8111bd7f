"""The recovery code of an administrator of one PC: made, typed in vain, used, replaced."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from desktop_app.clock import FixedClock
from desktop_app.database.audit import Event, history
from desktop_app.errors import InvalidValueError, NotPermittedError, RuleError, SignInError
from desktop_app.persian.digits import digits
from desktop_app.services import Services
from desktop_app.staff.recovery import Recovery
from desktop_app.staff.recovery_codes import LENGTH, new_code, read_code, wait_after
from desktop_app.staff.roles import Actor, Role
from tests.department import PASSWORD, TestOffice
from tests.only import on_postgresql, on_sqlite

NEW = "new-words-1405"


def recovery(services: Services) -> Recovery:
    return services.recovery


def events(services: Services, person: int) -> list[Event]:
    with services.database.reading() as session:
        return list(history(session, "person", person))


def rule(caught: pytest.ExceptionInfo[RuleError]) -> object:
    return caught.value.parameters["rule"]


@pytest.fixture
def alone(services: Services) -> Actor:
    """The only administrator of one PC."""
    return services.accounts.create_first_administrator("سارا کاظمی", "s.kazemi", PASSWORD)


@on_sqlite
def test_the_code_sets_a_new_password_once_and_is_replaced_by_another(
    services: Services, alone: Actor
) -> None:
    sheet = recovery(services).make(alone)
    assert recovery(services).is_there()
    done = recovery(services).recover(sheet.code, NEW)
    assert services.accounts.sign_in(done.username, NEW).person_id == alone.person_id
    with pytest.raises(SignInError):
        services.accounts.sign_in(done.username, PASSWORD)
    assert done.sheet is not None
    assert done.sheet.code != sheet.code
    with pytest.raises(RuleError) as caught:
        recovery(services).recover(sheet.code, "other-words-1405")
    assert rule(caught) == "recovery_code_wrong"
    told = [event.action for event in events(services, alone.person_id or 0)]
    assert told == [
        "person_added", "recovery_code_made", "password_recovered", "recovery_code_made", "recovery_failed",
    ]  # fmt: skip
    written = [
        str((event.before, event.after, event.text)) for event in events(services, alone.person_id or 0)
    ]
    assert not [words for words in written if sheet.code in words or "argon2" in words]


@on_sqlite
def test_a_new_code_makes_the_one_before_void(services: Services, alone: Actor) -> None:
    first, second = recovery(services).make(alone), recovery(services).make(alone)
    with pytest.raises(RuleError):
        recovery(services).recover(first.code, NEW)
    assert recovery(services).recover(second.code, NEW).username == "s.kazemi"


@on_sqlite
def test_wrong_codes_are_events_and_make_the_next_try_wait(
    services: Services, alone: Actor, clock: FixedClock
) -> None:
    sheet = recovery(services).make(alone)
    for _ in range(3):
        with pytest.raises(RuleError) as caught:
            recovery(services).recover(new_code(), NEW)
        assert rule(caught) == "recovery_code_wrong"
    with pytest.raises(RuleError) as caught:
        recovery(services).recover(sheet.code, NEW)
    assert rule(caught) == "recovery_waits", "the right code waits, too"
    clock.advance(timedelta(minutes=1))
    with pytest.raises(RuleError):
        recovery(services).recover(new_code(), NEW)
    clock.advance(timedelta(minutes=1))
    with pytest.raises(RuleError) as caught:
        recovery(services).recover(sheet.code, NEW)
    assert (rule(caught), caught.value.parameters["count"]) == ("recovery_waits", 1)
    clock.advance(timedelta(minutes=1))
    assert recovery(services).recover(sheet.code, NEW).username == "s.kazemi"
    failed = [one for one in events(services, alone.person_id or 0) if one.action == "recovery_failed"]
    assert [one.after["failed_tries"] for one in failed] == [1, 2, 3, 4]
    assert {one.actor_id for one in failed} == {None}


@on_sqlite
@pytest.mark.parametrize("typed", ["", "ABCD", "0" * LENGTH, "!" * LENGTH])
def test_what_cannot_be_a_code_is_no_try(services: Services, alone: Actor, typed: str) -> None:
    recovery(services).make(alone)
    with pytest.raises(InvalidValueError):
        recovery(services).recover(typed, NEW)
    with pytest.raises(InvalidValueError):
        recovery(services).recover(new_code(), "short")
    assert [one.action for one in events(services, alone.person_id or 0)][-1] == "recovery_code_made"


@on_sqlite
def test_only_an_administrator_has_a_code_and_only_as_long_as_they_are_one(office: TestOffice) -> None:
    services = office.services
    with pytest.raises(NotPermittedError):
        services.recovery.make(office.clerk)
    sheet = services.recovery.make(office.administrator)
    with services.database.writing() as session:
        session.execute(text("DELETE FROM person_role WHERE role = 'administrator'"))
    assert not services.recovery.is_there()
    with pytest.raises(RuleError) as caught:
        services.recovery.recover(sheet.code, NEW)
    assert rule(caught) == "no_recovery_code"


@on_sqlite
def test_where_there_is_a_second_person_they_confirm_the_account(office: TestOffice) -> None:
    services = office.services
    sheet = services.recovery.make(office.administrator)
    done = services.recovery.recover(sheet.code, NEW)
    assert done.sheet is None, "before it is confirmed, no role counts"
    assert services.accounts.sign_in(done.username, NEW).unconfirmed
    with pytest.raises(RuleError) as caught:
        services.recovery.recover(sheet.code, "other-words-1405")
    assert rule(caught) == "no_recovery_code", "it works once also where no other follows"
    [row] = services.confirmations.pending(office.manager)
    services.confirmations.confirm(office.manager, row)
    assert services.accounts.sign_in(done.username, NEW).has(Role.ADMINISTRATOR)


STATEMENTS = {
    "another_hash": "UPDATE recovery_code SET code_hash = 'x'",
    "fewer_tries": "UPDATE recovery_code SET failed_tries = 0",
    "two_tries_at_once": "UPDATE recovery_code SET failed_tries = failed_tries + 2, last_failed_at = '2026-01-01'",
    "another_person_s": "UPDATE recovery_code SET person_id = 2",
    "an_end_without_a_word": "UPDATE recovery_code SET ended_at = '2026-01-01'",
    "deleted": "DELETE FROM recovery_code",
    "a_second_one": (
        "INSERT INTO recovery_code (person_id, code_hash, made_at) SELECT person_id, 'x', made_at FROM recovery_code"
    ),
    "put_in_its_place": (
        "INSERT OR REPLACE INTO recovery_code (id, person_id, code_hash, made_at)"
        " SELECT id, person_id, 'x', made_at FROM recovery_code"
    ),
}


@on_sqlite
@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_the_file_takes_nothing_else(services: Services, alone: Actor, statement: str) -> None:
    sheet = recovery(services).make(alone)
    with pytest.raises(RuleError):
        recovery(services).recover(new_code(), NEW)
    with pytest.raises(IntegrityError), services.database.writing() as session:
        session.execute(text(statement))
    assert recovery(services).recover(sheet.code, NEW).username == "s.kazemi"
    with pytest.raises(IntegrityError), services.database.writing() as session:
        session.execute(
            text("UPDATE recovery_code SET ended_at = NULL, ended_as = '' WHERE ended_as = 'used'")
        )


@on_postgresql
def test_a_server_has_none(office: TestOffice) -> None:
    with pytest.raises(RuleError) as caught:
        office.services.recovery.make(office.administrator)
    assert rule(caught) == "recovery_on_one_pc"
    with pytest.raises(RuleError):
        office.services.recovery.recover(new_code(), NEW)
    assert not office.services.recovery.is_there()


def test_a_code_is_read_as_people_type_it() -> None:
    code = new_code()
    for typed in (code.lower(), code.replace("-", " "), digits(code.replace("-", "")), f" {code}\u200f "):
        assert read_code(typed) == code
    assert read_code("B2S5 Z2U4 " + "A" * 16) == f"8255-22V4-{'-'.join(['AAAA'] * 4)}"


@given(st.integers(0, 5000), st.integers(-100_000, 100_000))
def test_waiting_grows_and_a_clock_that_goes_back_shortens_nothing(tries: int, seconds: int) -> None:
    last = datetime(2026, 11, 24, 8, tzinfo=UTC)
    now = last + timedelta(seconds=seconds)
    wait = wait_after(tries, last, now)
    assert timedelta(0) <= wait <= timedelta(days=1)
    assert wait <= wait_after(tries + 1, last, now)
    assert wait_after(tries, last, last - timedelta(days=3)) == wait_after(tries, last, last)
