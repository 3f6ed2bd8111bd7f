"""Acts called by plain SQL with a login of one's own: the rules hold, and the event is true."""

from __future__ import annotations

from datetime import date
from typing import Any

import psycopg
import pytest

from desktop_app.petitions.vocabulary import Kind, Status
from tests.guarded import LONG_AGO, Department, by_sql


def test_the_rules_of_a_move_hold_for_whoever_calls_it(department: Department) -> None:
    office = department.office
    complaint = office.taken(text="شکایت", kind=Kind.COMPLAINT)
    waiting = office.petition("متن", unit=office.books)
    theirs = office.petition("متن دیگر", unit=office.music)
    with department.sql("rezaei") as psql:
        refused = [
            by_sql(psql, "resolve", complaint.id, words="پاسخ", outcome="answered"),
            by_sql(psql, "resolve", complaint.id, outcome="answered"),
            by_sql(psql, "submit", complaint.id),
            by_sql(psql, "take", theirs.id),
            by_sql(psql, "wait", complaint.id),
            by_sql(psql, "archive", complaint.id),
            by_sql(psql, "undo_take", waiting.id),
            by_sql(psql, "refer", complaint.id, words="بررسی", unit_id=4711),
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
        assert by_sql(psql, "take", petition.id, actor=office.manager.person_id, **forged) is None
    now = office.services.desk.peek(office.clerk, petition.id)
    assert (now.status, now.assignee_id, now.version) == (Status.IN_PROGRESS, rezaei, petition.version + 1)
    assert now.due_on is None or now.due_on < date(2099, 1, 1)
    told = now.history[-1]
    assert (told.action, told.actor_id, told.actor_name) == ("take", rezaei, office.clerk.name)
    assert told.at > LONG_AGO
    assert (told.before["status"], told.after["status"]) == ("referred", "in_progress")


@pytest.mark.parametrize("act", ["steal", "take(jsonb)", "take; SELECT 1", ""])
def test_there_is_no_act_but_those_of_the_program(department: Department, act: str) -> None:
    petition = department.office.petition("متن", unit=department.office.books)
    with department.sql("rezaei") as psql, pytest.raises(psycopg.errors.InvalidParameterValue):
        by_sql(psql, act, petition.id)


def test_the_function_of_an_act_is_not_called_past_perform(department: Department) -> None:
    with department.sql("rezaei") as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute("SELECT * FROM app.act_petition_take('[]', '{}', 1, 'x', now())")


def test_the_portal_does_no_act(department: Department) -> None:
    petition = department.office.petition("متن", unit=department.office.books)
    with (
        department.sql("portal_of_the_office", "portal-words-1405") as psql,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        by_sql(psql, "take", petition.id)
