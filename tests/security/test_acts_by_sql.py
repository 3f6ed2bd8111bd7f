"""Acts called by plain SQL with a login of one's own: the rules hold, and the event is true."""

from __future__ import annotations

import json
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


def several_by_sql(psql: psycopg.Connection[Any], function: str, items: dict[int, dict[str, Any]]) -> None:
    """Calls an act with several items; `items` are the given values by id."""
    sent = [
        {"item": number, "seen": None, "words": "دلیل", "remarks": {}}
        | {f"given_{name}": value for name, value in given.items()}
        for number, given in items.items()
    ]
    psql.execute("SELECT * FROM app.perform(%s, %s, '{}', NULL, NULL, NULL)", (function, json.dumps(sent)))


def duplicate_of(original: int) -> dict[str, Any]:
    return {"outcome": "duplicate", "duplicate_of_id": original}


def test_petitions_are_never_duplicates_in_a_ring(department: Department) -> None:
    office = department.office
    first, second, third = (office.taken(text=f"متن {number}").id for number in range(3))
    with department.sql("rezaei") as psql:
        with pytest.raises(psycopg.errors.InvalidParameterValue):
            several_by_sql(
                psql, "act_petition_close", {first: duplicate_of(second), second: duplicate_of(first)}
            )
        assert by_sql(psql, "close", first, words="تکراری", **duplicate_of(second)) is None
        assert by_sql(psql, "close", second, words="تکراری", **duplicate_of(third)) is None
        assert by_sql(psql, "close", third, words="تکراری", **duplicate_of(first)) == "duplicate_of_itself"


def test_two_people_never_close_two_petitions_into_each_other(department: Department) -> None:
    office = department.office
    first, second = (office.taken(text=f"متن {number}").id for number in range(2))
    with department.sql("rezaei") as psql, psql.transaction():
        assert by_sql(psql, "close", first, words="تکراری", **duplicate_of(second)) is None
        with department.sql("yazdi") as other:
            other.execute("SET lock_timeout = '200ms'")
            with pytest.raises(psycopg.errors.LockNotAvailable):
                by_sql(other, "close", second, words="تکراری", **duplicate_of(first))
    with department.sql("yazdi") as other:
        assert by_sql(other, "close", second, words="تکراری", **duplicate_of(first)) == "duplicate_of_itself"


def test_many_are_closed_in_one_call_without_an_original(department: Department) -> None:
    office = department.office
    ids = [office.taken(text=f"متن {number}").id for number in range(2)]
    with department.sql("rezaei") as psql:
        several_by_sql(psql, "act_petition_close", {one: {"outcome": "withdrawn"} for one in ids})
    assert {office.services.desk.peek(office.clerk, one).status for one in ids} == {Status.RESOLVED}


def test_a_label_that_is_not_offered_is_not_put_on_by_registering_or_referring(
    department: Department,
) -> None:
    office = department.office
    petition = office.taken()
    label = department.owner.labels.put_on(office.clerk, office.taken(text="دیگر").id, "کتاب")
    department.owner.labels.change(office.administrator, label.id, label.version, active=False)
    with department.sql("rezaei") as psql:
        rows = {"labels": [{"item": petition.id, "place": 1, "label_id": label.id}]}
        assert by_sql(psql, "refer", petition.id, words="بررسی", rows=rows, unit_id=office.music.id) is None
        of_petition = "SELECT count(*) FROM petition_label WHERE petition_id = %s"
        assert psql.execute(of_petition, (petition.id,)).fetchone() == (0,)
