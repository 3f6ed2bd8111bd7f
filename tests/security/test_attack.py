"""A short run of `python -m tests.attack`, and what it finds where a door is left open."""

from __future__ import annotations

from random import Random

import pytest

from tests.attack.__main__ import Result, attack, fill, watched
from tests.guarded import Department, by_sql


def tried(department: Department, login: str, tries: int) -> Result:
    result = Result()
    attack(department, login, tries, Random(f"short {login}"), result)
    return result


@pytest.mark.parametrize("login", ["rezaei", "sharifi"])
def test_nothing_is_found_in_a_short_run(department: Department, login: str) -> None:
    result = tried(department, login, 150)
    assert result.faults == []
    assert (result.tries, min(result.refused, result.by_rule, len(result.done)) > 0) == (150, True)


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("petition", "UPDATE petition SET due_on = '2099-01-01' WHERE due_on IS NULL"),
        (
            "petition",
            "UPDATE petition SET assignee_id = NULL, version = version + 1 WHERE status = 'in_progress'",
        ),
        ("reply", "UPDATE reply SET text = 'x'"),
        ("referral", "DELETE FROM referral"),
        ("petition_pause", "INSERT INTO petition_pause (petition_id, began) VALUES (2, '2020-01-01')"),
    ],
)
def test_a_door_that_is_left_open_is_found(department: Department, table: str, statement: str) -> None:
    fill(department)
    watch, people = watched(department)
    watch.owner.execute(
        f"GRANT INSERT, UPDATE, DELETE ON {table} TO mosharekat_clerk;"
        f" CREATE POLICY hole ON {table} TO mosharekat_clerk USING (true) WITH CHECK (true)".encode()
    )
    with watch.owner, department.sql("rezaei") as clerk:
        assert watch.faults(people["rezaei"]) == []
        assert clerk.execute(statement.encode()).rowcount > 0
        assert watch.faults(people["rezaei"]) != []


def test_an_act_that_the_rules_forbid_is_found(department: Department) -> None:
    """Here the clerk's own complaint, resolved through a function that lets it through."""
    fill(department)
    watch, people = watched(department)
    found = watch.owner.execute("SELECT pg_get_functiondef('app.act_petition_resolve'::regproc)").fetchone()
    assert found is not None
    own = watch.owner.execute(
        "SELECT id FROM petition WHERE kind = 'complaint' AND status = 'in_progress' AND assignee_id = 2"
    ).fetchone()
    assert own is not None
    watch.owner.execute(found[0].replace("'complaint_never_by_assignee'", "NULL").encode())
    with watch.owner, department.sql("rezaei") as clerk:
        assert by_sql(clerk, "resolve", own[0], words="پاسخ", outcome="answered") is None
        assert "a complaint by whoever had it" in watch.faults(people["rezaei"])[0]
