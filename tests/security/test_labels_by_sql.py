"""Labels, tried by plain SQL with a login of one's own: acts with true events, or nothing."""

from __future__ import annotations

import json
from typing import Any

import psycopg
import pytest

from desktop_app.database.verification import verify
from desktop_app.errors import NotFoundError
from tests.guarded import LONG_AGO, Department, by_sql
from tests.security.reviewed import only_sets_up, told


@pytest.fixture
def labels(department: Department) -> tuple[int, int]:
    """The ids of two labels: the first on a petition of each unit, the second on the one of the music unit."""
    office, services = department.office, department.owner.labels
    books, music = office.taken(text="کتاب"), office.petition("کنسرت", unit=office.music)
    first = services.put_on(office.clerk, books.id, "کتاب").id
    services.put_on(office.music_clerk, music.id, "کتاب")
    return first, services.put_on(office.music_clerk, music.id, "کتب").id


@pytest.mark.parametrize("who", ["rezaei", "sadeghi", "sharifi", "yazdi", "admin"])
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO label (name, folded, active, version) VALUES ('x', 'x', true, 1)",
        "UPDATE label SET name = 'x'",
        "UPDATE label SET merged_into_id = id",
        "DELETE FROM label",
        "INSERT INTO petition_label (petition_id, label_id) SELECT petition_id, 2 FROM petition_label",
        "UPDATE petition_label SET label_id = 2",
        "DELETE FROM petition_label",
        "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
        " SELECT 'label', 1, 2, clock_timestamp(), app.me(), full_name, 'label_merged', '{}', '{}', ''"
        " FROM person WHERE id = app.me()",
    ],
)
def test_nobody_writes_labels_beside_the_acts(
    department: Department, labels: tuple[int, int], who: str, statement: str
) -> None:
    with department.sql(who) as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute(statement.encode())


def test_the_rules_of_labels_hold_for_whoever_calls_them(
    department: Department, labels: tuple[int, int]
) -> None:
    first, second = labels
    name: dict[str, Any] = {"name": "نو", "folded": "نو"}
    with department.sql("rezaei") as psql:
        rules = [
            by_sql(psql, "label_added", 0, item_type="label", name=" ", folded="x"),
            by_sql(psql, "label_added", 0, item_type="label", name="کتاب", folded="کتاب"),
            by_sql(psql, "label_changed", first, item_type="label", active=False, **name),
            by_sql(psql, "label_merged", second, item_type="label", merged_into_id=first),
            by_sql(psql, "label_unmerged_label_merged", second, item_type="label"),
        ]
    assert rules == ["text_missing", "label_exists", *["not_your_role"] * 2, "nothing_to_undo"]
    for who in ("sadeghi", only_sets_up(department)):
        with department.sql(who) as psql:
            assert by_sql(psql, "label_added", 0, item_type="label", **name) == "not_your_role"
    with department.sql("admin") as psql:
        rules = [
            by_sql(psql, "label_changed", first, item_type="label", seen=9, active=True, **name),
            by_sql(psql, "label_changed", first, item_type="label", active=True, name="کتب", folded="کتب"),
            by_sql(psql, "label_merged", first, item_type="label", merged_into_id=first),
            by_sql(psql, "label_merged", first, item_type="label", merged_into_id=4711),
            by_sql(psql, "label_merged", first, item_type="label"),
            by_sql(psql, "label_unmerged_label_merged", first, item_type="label"),
        ]
        assert rules == [
            "conflict", "label_exists", *["no_such_label"] * 3, "nothing_to_undo",
        ]  # fmt: skip
        assert by_sql(psql, "label_merged", second, item_type="label", merged_into_id=first) is None
        with department.sql("rezaei") as clerk:
            of_merge = by_sql(clerk, "label_unmerged_label_merged", second, item_type="label")
        assert of_merge == "not_your_role"
        # What is merged is neither merged again, nor merged into, nor changed.
        rules = [
            by_sql(psql, "label_merged", second, item_type="label", merged_into_id=first),
            by_sql(psql, "label_merged", first, item_type="label", merged_into_id=second),
            by_sql(psql, "label_changed", second, item_type="label", active=True, **name),
        ]
    assert rules == ["not_there", "no_such_label", "not_there"]


def test_a_merge_leaves_a_true_event_whatever_the_caller_says(
    department: Department, labels: tuple[int, int]
) -> None:
    first, second = labels
    office = department.office
    with department.sql("mosharekat") as psql:
        [(music,)] = psql.execute("SELECT petition_id FROM petition_label WHERE label_id = %s", [second])
    # Who sees no petition.
    with department.sql(only_sets_up(department)) as psql:
        rule = by_sql(
            psql, "label_merged", second, item_type="label", merged_into_id=first, active=True, name="x",
            actor=office.manager.person_id, rows={"moved": [{"item": second, "petition_id": 1}]},
            remarks={"changes": {}, "merged_into": "x"},
        )  # fmt: skip
        assert rule is None
        seen = psql.execute("SELECT label_id, count(*) FROM petition_label GROUP BY 1").fetchall()
        assert seen == [(first, 2)]
        assert psql.execute("SELECT count(*) FROM petition").fetchone() == (0,)
        [(me,)] = psql.execute("SELECT app.me()")
    event = told(department, "label", second)[-1]
    assert (event.action, event.actor_id) == ("label_merged", me)
    assert event.at > LONG_AGO
    assert event.after == {
        "name": "کتب", "active": False, "merged_into_id": first, "merged_into": "کتاب",
        "changes": {"both": [{"id": music, "was": {"petition_id": music, "label_id": second}}]},
    }  # fmt: skip
    with department.sql("admin") as psql:
        assert by_sql(psql, "label_unmerged_label_merged", second, item_type="label") is None
        rows = psql.execute("SELECT label_id, count(*) FROM petition_label GROUP BY 1 ORDER BY 1").fetchall()
    assert rows == [(first, 2), (second, 1)]
    event = told(department, "label", second)[-1]
    assert (event.action, event.before["active"], event.after["active"]) == ("label_unmerged", False, True)
    assert verify(department.owner.database).ok


def test_two_administrators_never_merge_two_labels_into_each_other(
    department: Department, labels: tuple[int, int]
) -> None:
    first, second = labels
    services, administrator = department.signed_in("admin")
    version = next(row.version for row in services.labels.all() if row.id == first)
    with department.sql("admin") as psql, psql.transaction():
        assert by_sql(psql, "label_merged", second, item_type="label", merged_into_id=first) is None
        with department.sql("admin") as other:
            other.execute("SET lock_timeout = '200ms'")
            with pytest.raises(psycopg.errors.LockNotAvailable):
                by_sql(other, "label_merged", first, item_type="label", merged_into_id=second)
    with pytest.raises(NotFoundError):
        services.labels.merge(administrator, first, version, second)


def test_one_call_never_merges_two_labels_into_each_other(
    department: Department, labels: tuple[int, int]
) -> None:
    first, second = labels
    items: list[dict[str, Any]] = [
        {"item": one, "seen": None, "words": "", "remarks": {}, "given_merged_into_id": other}
        for one, other in ((first, second), (second, first))
    ]
    with department.sql("admin") as psql, pytest.raises(psycopg.errors.InvalidParameterValue):
        psql.execute(
            "SELECT * FROM app.perform('act_label_label_merged', %s, '{}', NULL, NULL, NULL)",
            (json.dumps(items),),
        )
