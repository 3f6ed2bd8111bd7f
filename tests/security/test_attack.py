"""A short run of `python -m tools.attack`, and what it finds where a door is left open."""

from __future__ import annotations

from random import Random
from typing import Any

import psycopg
import pytest

from tests.guarded import Department, by_sql
from tools.attack.__main__ import Result, Transaction, attack, fill, replay, shortened, watched


def tried(department: Department, login: str, tries: int) -> Result:
    result = Result()
    attack(department, login, tries, Random(f"short {login}"), result)
    return result


@pytest.mark.parametrize("login", ["rezaei", "sharifi"])
def test_nothing_is_found_in_a_short_run(department: Department, login: str) -> None:
    # A reviewer's acts seldom fit by chance.
    result = tried(department, login, 300)
    assert result.faults == []
    assert result.tries >= 300
    assert min(result.refused, result.by_rule, len(result.done)) > 0


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
        ("label", "UPDATE label SET name = 'x'"),
        ("petition_label", "DELETE FROM petition_label"),
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


def test_what_was_found_is_shortened_to_the_statements_that_do_it(department: Department) -> None:
    """Two statements are needed here: one alone is refused."""
    noise: Transaction = [("SELECT 1", ())]
    first: Transaction = [("CREATE TEMP TABLE IF NOT EXISTS pieces (one int)", ())]
    transactions = (
        [noise] * 5 + [first] + [noise] * 7 + [[("INSERT INTO pieces VALUES (1)", ())]] + [noise] * 3
    )

    def is_found(part: list[Transaction]) -> bool:
        with department.sql("mosharekat") as owner:
            try:
                for one in part:
                    for statement, _ in one:
                        owner.execute(statement.encode())
                found = owner.execute("SELECT count(*) FROM pieces").fetchone()
            except psycopg.Error:
                return False
            return found == (1,)

    assert is_found(transactions)
    assert shortened(transactions, is_found) == [
        first,
        [("INSERT INTO pieces VALUES (1)", ())],
    ]


def test_what_two_statements_do_is_found_again_from_the_beginning(department: Department) -> None:
    grant = (
        "GRANT UPDATE ON petition TO mosharekat_clerk; CREATE POLICY hole ON petition FOR UPDATE USING (true)"
    )
    with department.sql("mosharekat") as owner:
        owner.execute(grant.encode())
    door: Transaction = [("UPDATE petition SET due_on = '2099-01-01'", ())]
    assert replay(department, "rezaei", [[("SELECT 1", ())], door]) != []


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


def test_what_never_holds_is_found_even_with_true_events(department: Department) -> None:
    """Here two petitions that are duplicates of each other, through a function that lets it through."""
    first, second = (department.office.taken(text=f"متن {number}").id for number in range(2))
    watch, people = watched(department)
    found = watch.owner.execute("SELECT pg_get_functiondef('app.act_petition_close'::regproc)").fetchone()
    assert found is not None
    watch.owner.execute(found[0].replace("'duplicate_of_itself'", "NULL").encode())
    with watch.owner, department.sql("rezaei") as clerk:
        for one, other in ((first, second), (second, first)):
            given: dict[str, Any] = {"outcome": "duplicate", "duplicate_of_id": other}
            assert by_sql(clerk, "close", one, words="تکراری", **given) is None
        assert "petitions are duplicates in a ring" in watch.faults(people["rezaei"])
