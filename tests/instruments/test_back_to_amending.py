"""A manager returns a ready draft to its amending: by the service and by SQL, on both engines. Who may is
`step_matrix`'s."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from desktop_app.clock import FixedClock
from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError, RuleError
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.vocabulary import Disposition, InstrumentStatus
from tests.department import TestOffice
from tests.engines import Made
from tests.instruments.consulting import NEXT_TEXT, Consultation, first_consultation, played_to
from tests.instruments.refusing import missing, refused, refused_by_sql

REASON = "ماده ۲ بازنگری می‌خواهد."
THIRD_TEXT = NEXT_TEXT.replace("صد هزار", "دویست هزار")


@pytest.fixture
def made() -> Made:
    return played_to("ready")


@pytest.fixture
def consultation(office: TestOffice, clock: FixedClock) -> Consultation:
    return Consultation(office, clock).resume()


def row_of(consultation: Consultation) -> dict[str, Any]:
    with consultation.services.database.engine.connect() as connection:
        found = connection.execute(
            text("SELECT * FROM instrument WHERE id = :id"), {"id": consultation.id}
        ).mappings()
        return dict(found.one())


def declare_ready(one: Consultation, reason: str = "") -> None:
    one.services.life.make_ready(one.office.reviewer, one.id, one.version, no_change_reason=reason)


def test_what_goes_back_loses_what_made_it_ready_and_says_why(consultation: Consultation) -> None:
    assert (
        InstrumentAction.REVISE_AGAIN
        in consultation.services.drafting.detail(consultation.office.manager, consultation.id).steps
    )
    consultation.turn_back(REASON)
    assert consultation.stands() is InstrumentStatus.REVISING
    row = row_of(consultation)
    assert (row["ready_by_id"], row["no_change_reason"], row["stale_reports"]) == (None, "", 1)
    event = consultation.now.history[-1]
    assert (event.action, event.text, event.actor_name) == (
        "moved", REASON, consultation.office.manager.name,
    )  # fmt: skip
    assert (event.before["status"], event.after["status"]) == ("ready", "revising")
    assert (event.before["stale_reports"], event.after["stale_reports"]) == (0, 1)


def test_the_frozen_summing_up_does_not_count_any_more_though_nothing_else_changed(
    consultation: Consultation,
) -> None:
    """No time passes between freezing, going back and the next try: no clock is asked."""
    consultation.turn_back()
    assert missing(consultation) == {"summing_up_is_needed"}
    refused("summing_up_is_needed", lambda: declare_ready(consultation), consultation)
    refused_by_sql(
        "summing_up_is_needed",
        "UPDATE instrument SET status = 'ready', ready_by_id = :who WHERE id = :id",
        consultation,
        who=consultation.office.reviewer.person_id,
    )
    consultation.sum_up()
    assert missing(consultation) == set()
    declare_ready(consultation)
    # Each going back asks for another one.
    consultation.turn_back()
    assert row_of(consultation)["stale_reports"] == 2
    refused("summing_up_is_needed", lambda: declare_ready(consultation), consultation)


def test_after_going_back_texts_and_decisions_change_again_up_to_the_end(consultation: Consultation) -> None:
    late = consultation.comment("دیر رسید.", number="late")
    consultation.decide(late)
    consultation.turn_back()
    consultation.decide(late, Disposition.OUT_OF_SCOPE)
    consultation.write(THIRD_TEXT)
    assert [one.number for one in consultation.now.revisions] == [1, 2, 3]
    consultation.sum_up()
    declare_ready(consultation)
    consultation.finish()
    assert consultation.stands() is InstrumentStatus.PROMULGATED
    with pytest.raises(RuleError):
        consultation.turn_back()


@pytest.mark.parametrize("reason", ["", " \n"])
def test_going_back_takes_a_reason_a_manager_and_the_version_that_was_seen(
    consultation: Consultation, reason: str
) -> None:
    office = consultation.office
    with pytest.raises(InvalidValueError) as error:
        consultation.turn_back(reason)
    assert error.value.parameters["field"] == "reason"
    for who in (office.reviewer, office.clerk, office.administrator):
        with pytest.raises(NotPermittedError):
            consultation.turn_back(by=who)
    with pytest.raises(ConflictError):
        consultation.services.life.revise_again(
            office.manager, consultation.id, consultation.version - 1, REASON
        )
    assert consultation.stands() is InstrumentStatus.READY


def test_sql_does_not_go_back_and_keep_what_was_ready(consultation: Consultation) -> None:
    back = "UPDATE instrument SET status = 'revising'"
    for kept in (
        "ready_by_id = NULL",
        "stale_reports = 1",
        "ready_by_id = NULL, stale_reports = 1, no_change_reason = 'x'",
    ):
        refused_by_sql("ready_is_taken_back", f"{back}, {kept} WHERE id = :id", consultation)
    consultation.sql(f"{back}, ready_by_id = NULL, stale_reports = 1 WHERE id = :id")
    refused_by_sql(
        "ready_is_taken_back", "UPDATE instrument SET stale_reports = 0 WHERE id = :id", consultation
    )
    assert missing(consultation) == {"summing_up_is_needed"}


def test_what_was_promulgated_or_never_ready_does_not_go_back(consultation: Consultation) -> None:
    consultation.finish()
    refused("not_from_this_state", consultation.turn_back, consultation)
    refused_by_sql(
        "not_from_this_state",
        "UPDATE instrument SET status = 'revising', ready_by_id = NULL, stale_reports = 1 WHERE id = :id",
        consultation,
    )
    assert consultation.stands() is InstrumentStatus.PROMULGATED
    consultation.revising()
    refused("not_from_this_state", consultation.turn_back, consultation)


def test_a_summing_up_of_the_window_before_a_withdrawal_does_not_count_for_the_next_one(
    consultation: Consultation,
) -> None:
    office, life = consultation.office, consultation.services.life
    life.withdraw(office.manager, consultation.id, consultation.version, "نیاز به بازنگری")
    refused_by_sql(
        "ready_is_taken_back",
        "UPDATE instrument SET status = 'drafting', opened_on = NULL, closes_on = NULL,"
        " exposed_revision_id = NULL WHERE id = :id",
        consultation,
    )
    life.take_up_again(office.manager, consultation.id, consultation.version, "دوباره لازم شد")
    consultation.services.drafting.move(
        office.manager, consultation.id, consultation.version, InstrumentStatus.LEGAL_REVIEW
    )
    consultation.ask()
    consultation.open()
    consultation.after_the_end()
    life.start_revising(office.reviewer, consultation.id, consultation.version)
    # The same last revision and the same comments as before.
    assert missing(consultation) == {"newer_revision_or_reason", "summing_up_is_needed"}
    refused("summing_up_is_needed", lambda: declare_ready(consultation, "نظری نرسید."), consultation)
    consultation.sum_up()
    declare_ready(consultation, "نظری نرسید.")


def test_another_draft_keeps_its_summing_up(consultation: Consultation) -> None:
    other = first_consultation(consultation.office).ready()
    assert other.id != consultation.id
    consultation.turn_back()
    assert row_of(other)["stale_reports"] == 0
    other.finish(number="۹۹/۱")
    assert other.stands() is InstrumentStatus.PROMULGATED
