"""Who confirms a day that the clock of one PC gives, and when nobody does."""

from __future__ import annotations

import pytest
from sqlalchemy import text, update

from desktop_app.database.clock_watch import DoubtReason
from desktop_app.errors import ConflictError, NotPermittedError, SignInError
from desktop_app.office.clock import SecondSignature
from desktop_app.persian.dates import tehran_day
from desktop_app.staff.model import Person
from desktop_app.staff.roles import pc_user
from tests.department import PASSWORD
from tests.instruments.one_pc import DAY, SECOND, Pc, pc, refused

__all__ = ["pc"]


def test_nobody_confirms_alone_while_there_is_somebody_else(pc: Pc) -> None:
    pc.clock.advance(10 * DAY)
    pc.restart()
    rule = refused(lambda: pc.confirm(second=None, reason="روز درست است")).parameters
    assert rule["rule"] == "clock_needs_second"
    own = SecondSignature("yazdi", PASSWORD)
    assert refused(lambda: pc.confirm(second=own)).parameters["rule"] == "clock_second_is_another"
    wrong = refused(lambda: pc.confirm(second=SecondSignature("nouri", "no-such-words")))
    assert isinstance(wrong, SignInError)
    assert pc.doubt() is DoubtReason.GAP
    assert pc.events() == []


@pytest.mark.parametrize(
    "state",
    ["must_change_password = 1", "opened_at = '2026-11-24 08:00:00.000000'", "active = 0"],
    ids=["with a one-time password", "who waits for a second person", "who left"],
)
def test_an_account_signs_nothing(pc: Pc, state: str) -> None:
    pc.clock.advance(10 * DAY)
    pc.restart()
    pc.raw(f"UPDATE person SET {state} WHERE username = 'nouri'")
    error = refused(pc.confirm)
    if "active" in state:
        assert isinstance(error, SignInError)
    else:
        assert error.parameters["rule"] == "clock_needs_second"
    assert pc.doubt() is DoubtReason.GAP


def test_somebody_without_a_role_confirms_nothing(pc: Pc) -> None:
    pc.clock.advance(10 * DAY)
    pc.restart()
    with pc.services.database.writing() as session:
        session.execute(
            text("DELETE FROM person_role WHERE person_id = :id"), {"id": pc.office.manager.person_id}
        )
    assert isinstance(refused(pc.confirm), NotPermittedError)


def test_the_user_of_the_computer_does_not_confirm_where_people_have_accounts(pc: Pc) -> None:
    pc.clock.advance(10 * DAY)
    pc.restart()
    today = tehran_day(pc.clock.now())
    error = refused(lambda: pc.services.clock.confirm(pc_user("reception"), today, reason="درست است"))
    assert error.parameters["rule"] == "clock_needs_second"


def test_in_an_office_of_one_one_person_confirms_with_a_reason(pc: Pc) -> None:
    with pc.services.database.writing() as session:
        session.execute(update(Person).where(Person.id != pc.office.manager.person_id).values(active=False))
    pc.clock.advance(10 * DAY)
    pc.restart()
    assert pc.services.clock.state().alone
    assert refused(lambda: pc.confirm(second=None)).parameters["rule"] == "text_missing"
    pc.confirm(second=None, reason="  پس از تعطیلات نوروز  ")
    assert pc.doubt() is None
    [event] = pc.events()
    assert (event.action, event.text, event.after["nobody_else"]) == (
        "clock_confirmed", "پس از تعطیلات نوروز", True,
    )  # fmt: skip


def test_a_day_that_is_over_meanwhile_is_not_confirmed(pc: Pc) -> None:
    pc.clock.advance(10 * DAY)
    pc.restart()
    seen = tehran_day(pc.clock.now())
    pc.clock.advance(DAY)
    error = refused(lambda: pc.services.clock.confirm(pc.office.manager, seen, second=SECOND))
    assert isinstance(error, ConflictError)


def test_nothing_is_confirmed_without_a_doubt(pc: Pc) -> None:
    assert refused(pc.confirm).parameters["rule"] == "clock_is_trusted"
