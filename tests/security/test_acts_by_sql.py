"""Acts called by plain SQL with a login of one's own: the rules hold, and the event is true."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import psycopg
import pytest

from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.vocabulary import Kind, Status
from tests.guarded import Department

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def perform(
    psql: psycopg.Connection[Any],
    act: str,
    petition: PetitionDetail,
    *,
    words: str = "",
    actor: int | None = None,
    rows: dict[str, Any] | None = None,
    **given: Any,
) -> str | None:
    """What refuses the act, or None: as anybody with psql would call it."""
    item = {"item": petition.id, "seen": petition.version, "words": words, "remarks": {}}
    item |= {f"given_{name}": value for name, value in given.items()}
    found = psql.execute(
        "SELECT refused FROM app.perform(%s, %s, %s, %s, 'somebody else', %s)",
        (act, json.dumps([item]), json.dumps(rows or {}), actor, LONG_AGO),
    ).fetchone()
    assert found is not None
    return None if found[0] is None else str(found[0])


def test_the_rules_of_a_move_hold_for_whoever_calls_it(department: Department) -> None:
    office = department.office
    complaint = office.taken(text="شکایت", kind=Kind.COMPLAINT)
    waiting = office.petition("متن", unit=office.books)
    theirs = office.petition("متن دیگر", unit=office.music)
    with department.sql("rezaei") as psql:
        refused = [
            perform(psql, "act_petition_resolve", complaint, words="پاسخ", outcome="answered"),
            perform(psql, "act_petition_resolve", complaint, outcome="answered"),
            perform(psql, "act_petition_submit", complaint),
            perform(psql, "act_petition_take", theirs),
            perform(psql, "act_petition_wait", complaint),
            perform(psql, "act_petition_archive", complaint),
            perform(psql, "act_petition_undo_take", waiting),
            perform(psql, "act_petition_refer", complaint, words="بررسی", unit_id=4711),
        ]
    assert refused == [
        "complaint_never_by_assignee", "text_missing", "text_missing", "not_your_role", "text_missing",
        "not_from_this_state", "nothing_to_undo", "not_there_any_more",
    ]  # fmt: skip


def test_an_act_writes_its_own_columns_and_a_true_event(department: Department) -> None:
    office = department.office
    petition = office.petition("متن", unit=office.books)
    rezaei = office.clerk.person_id
    with department.sql("rezaei") as psql:
        forged: dict[str, Any] = {
            "due_on": "2099-01-01",
            "status": "archived",
            "version": 9000,
            "assignee_id": 1,
        }
        assert perform(psql, "act_petition_take", petition, actor=office.manager.person_id, **forged) is None
    now = office.services.desk.peek(office.clerk, petition.id)
    assert (now.status, now.assignee_id, now.version) == (Status.IN_PROGRESS, rezaei, petition.version + 1)
    assert now.due_on is None or now.due_on < date(2099, 1, 1)
    told = now.history[-1]
    assert (told.action, told.actor_id, told.actor_name) == ("take", rezaei, office.clerk.name)
    assert told.at > LONG_AGO
    assert (told.before["status"], told.after["status"]) == ("referred", "in_progress")


@pytest.mark.parametrize("act", ["act_petition_steal", "perform", "me", "act_petition_take(jsonb)"])
def test_there_is_no_act_but_those_of_the_program(department: Department, act: str) -> None:
    petition = department.office.petition("متن", unit=department.office.books)
    with department.sql("rezaei") as psql, pytest.raises(psycopg.errors.InvalidParameterValue):
        perform(psql, act, petition)


def test_the_function_of_an_act_is_not_called_past_perform(department: Department) -> None:
    with department.sql("rezaei") as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute("SELECT * FROM app.act_petition_take('[]', '{}', 1, 'x', now())")


def test_the_portal_does_no_act(department: Department) -> None:
    petition = department.office.petition("متن", unit=department.office.books)
    with (
        department.sql("portal_of_the_office", "portal-words-1405") as psql,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        perform(psql, "act_petition_take", petition)
