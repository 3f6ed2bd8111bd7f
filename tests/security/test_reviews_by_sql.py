"""Marks, pins and compositions tried by plain SQL with a login of one's own: true events, or nothing."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.comparison.repairing import RepairChoices
from desktop_app.database.verification import verify
from desktop_app.instruments.drafting.composition_choices import CompositionChoices
from desktop_app.instruments.drafting.review_marks import ChangeKey, MarkState
from tests.guarded import LONG_AGO, Department, by_sql
from tests.instruments.test_reviewing import NEW, OLD
from tests.security.refusing import refused
from tests.security.reviewed import Draft, annotated_draft, only_sets_up, told


@pytest.fixture
def draft(department: Department) -> Draft:
    return annotated_draft(department)


#: Tables that acts alone write.
_COLUMNS = {
    "thread": "instrument_id, revision_id, kind, status, author_id, author_name, created_at, anchor, version",
    "thread_message": "thread_id, author_id, author_name, at, text",
    "thread_place": "thread_id, revision_id, placement, confidence, candidates",
    "alignment_pin": "instrument_id, old_revision_id, new_revision_id, old_at, new_at, same, person_name, at",
    "composition": "instrument_id, old_revision_id, new_revision_id, status, choices, started_by, version",
    "comment_thread": "instrument_id, comment_id, kind, status, author_id, author_name, created_at, version",
    "comment_thread_message": "thread_id, author_id, author_name, at, text",
}


@pytest.mark.parametrize("table", _COLUMNS)
def test_no_login_writes_a_table_of_reviewers(guarded: Department, table: str) -> None:
    columns = _COLUMNS[table]
    column = columns.partition(",")[0]
    for who in ("rezaei", "sadeghi", "yazdi", "admin"):
        with guarded.sql(who) as psql:
            for statement in (
                f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table}",
                f"UPDATE {table} SET {column} = {column}",
                f"DELETE FROM {table}",
                f"TRUNCATE {table} CASCADE",
            ):
                assert "permission denied" in refused(psql, statement)


@pytest.mark.parametrize("kind", ["comment_thread", "thread", "composition"])
def test_no_login_writes_the_history_of_a_thread(guarded: Department, kind: str) -> None:
    event = (
        "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
        f" SELECT '{kind}', 4711, 1, now(), app.me(), full_name, 'resolved', '{{}}', '{{}}', 'x'"
        " FROM person WHERE id = app.me()"
    )
    for who in ("rezaei", "sadeghi", "yazdi", "admin"):
        with guarded.sql(who) as psql:
            refused(psql, event)


# Marks


def test_a_mark_is_written_in_one_s_own_name_and_with_the_present_moment(
    department: Department, draft: Draft
) -> None:
    services, sadeghi = department.signed_in("sadeghi")
    services.reviewing.mark(sadeghi, draft.id, 1, 2, {ChangeKey((1, 2), None): MarkState.SEEN})
    columns = (
        "old_revision_id, new_revision_id, person_id, person_name, old_begin, old_end, new_begin, new_end,"
        " state, at"
    )
    pair = f"{draft.first}, {draft.second}"
    new = f"INSERT INTO change_mark ({columns}) VALUES ({pair}, {{}}, 9, 9, 9, 9, 'seen', {{}})"
    mine = "app.me(), (SELECT full_name FROM person WHERE id = app.me())"
    with department.sql("yazdi") as psql:
        for who, at in (
            (f"{sadeghi.person_id}, '{sadeghi.name}'", "now()"),
            (f"app.me(), '{sadeghi.name}'", "now()"),
            (mine, "now() - interval '1 day'"),
        ):
            refused(psql, new.format(who, at))
        psql.execute(new.format(mine, "now()").encode())
        for change in ("at = now() - interval '1 day'", f"person_id = {sadeghi.person_id}"):
            refused(psql, f"UPDATE change_mark SET {change} WHERE person_id = app.me()")
        assert psql.execute("UPDATE change_mark SET state = 'discuss' WHERE old_begin = 1").rowcount == 0
        assert psql.execute("DELETE FROM change_mark WHERE old_begin = 1").rowcount == 0
    assert len(services.reviewing.marks(draft.id, 1, 2)) == 2


# Pins


def test_a_pin_is_signed_by_who_sets_it_and_restored_only_as_it_was(
    department: Department, draft: Draft
) -> None:
    office = department.office
    services, sadeghi = department.signed_in("sadeghi")
    of: dict[str, Any] = {"item_type": "instrument"}
    pair: dict[str, Any] = {"old_revision_id": draft.first, "new_revision_id": draft.second}
    two, three = OLD.index("ماده ۲"), OLD.index("ماده ۳")
    first = services.reviewing.pin(sadeghi, draft.id, 1, 2, two, NEW.index("ماده ۲"), same=True).added
    with department.sql("rezaei") as psql:
        rules = [
            by_sql(psql, "pinned", draft.id, **of, **pair, old_at=-1, new_at=0, same=True),
            by_sql(psql, "pinned", draft.id, **of, **pair, old_at=0, new_at=10**6, same=True),
            by_sql(psql, "pinned", draft.id, **of, **pair | {"old_revision_id": draft.second}, old_at=0, new_at=0),
            by_sql(psql, "unpinned", draft.id, **of, pin_id=4711),
            by_sql(
                psql, "pinned", draft.id, **of, **pair, old_at=two, new_at=NEW.index("ماده ۳"), same=True, actor=1,
            ),
        ]  # fmt: skip
        assert rules == ["not_there_any_more"] * 4 + [None]
        [pin] = services.reviewing.pins(draft.id, 1, 2)
        assert (pin.person_id, pin.person_name) == (office.clerk.person_id, office.clerk.name)
        assert pin.at > LONG_AGO
        event = told(department, "instrument", draft.id)[-1]
        assert (event.action, event.actor_name) == ("pinned", office.clerk.name)
        assert event.after["changes"]["put_aside"][0]["was"]["person_name"] == sadeghi.name
        true = {
            "item": draft.id, **pair, "old_at": first.pin.old, "new_at": first.pin.new, "same": True,
            "person_id": sadeghi.person_id, "person_name": sadeghi.name, "at": first.at.isoformat(),
        }  # fmt: skip
        lies = [
            true | {"old_at": three}, true | {"person_name": "x"}, true | {"person_id": office.manager.person_id},
            true | {"at": "2020-01-01T00:00:00Z"}, true | {"same": False},
        ]  # fmt: skip
        assert (
            by_sql(psql, "unpinned", draft.id, **of, pin_id=pin.id, rows={"restored": [*lies, true]}) is None
        )
    with department.sql(only_sets_up(department)) as psql:
        assert (
            by_sql(psql, "pinned", draft.id, **of, **pair, old_at=0, new_at=0, same=True) == "not_your_role"
        )
    [back] = services.reviewing.pins(draft.id, 1, 2)
    assert (back.pin, back.person_name, back.at) == (first.pin, sadeghi.name, first.at)
    assert verify(department.owner.database).ok


# Compositions


def test_the_rules_of_compositions_hold_for_whoever_calls_them(department: Department, draft: Draft) -> None:
    office = department.office
    of: dict[str, Any] = {"item_type": "composition"}
    new: dict[str, Any] = {
        "old_revision_id": draft.first, "new_revision_id": draft.second, "choices": {"old": [], "threads": []},
    }  # fmt: skip
    bad: tuple[Any, ...] = (
        None, [], {"old": []}, {"old": ["x"], "threads": []}, {"old": [], "threads": ["x"]},
        {"old": [[[0, 1], "x"]], "threads": []},
    )  # fmt: skip
    with department.sql("rezaei") as psql:
        for choices in bad:
            assert by_sql(psql, "composition_begun", 0, **of, **new | {"choices": choices}) == "out_of_range"
        rules = [
            by_sql(
                psql, "composition_begun", 0, **of,
                **new | {"new_revision_id": draft.first, "old_revision_id": draft.second},
            ),
            by_sql(psql, "composition_begun", 0, **of, **new | {"old_revision_id": 4711}),
            by_sql(
                psql, "composition_begun", 0, **of, **new, started_by="x", changed_at="2020-01-01", status="saved",
            ),
            by_sql(psql, "composition_begun", 0, **of, **new),
        ]  # fmt: skip
        assert rules == ["not_there_any_more", "not_there_any_more", None, "conflict"]
        row = department.owner.composing.current(draft.id, 1, 2)
        assert row is not None
        empty: dict[str, object] = {"old": [], "threads": []}
        full = {
            **empty,
            "places": [[1, 2, 3, 4]],
            "edits": [[5, 9, 'سی "روز"']],
            "repair": {"without": [["number", 1, 7]], "answers": [["reference", 0, 9, "ماده ۲"]]},
        }
        assert (row.started_by, row.changed_by, row.version) == (office.clerk.name, office.clerk.name, 1)
        assert row.started_at > LONG_AGO
        rules = [
            by_sql(psql, "composition_kept", row.id, **of, seen=4711, choices=empty),
            by_sql(psql, "composition_kept", row.id, **of, choices=[]),
            by_sql(psql, "composition_kept", row.id, **of, choices={**empty, "repair": [1]}),
            by_sql(psql, "composition_kept", row.id, **of, seen=4711, choices=full),
            by_sql(psql, "composition_saved", row.id, **of, revision_id=draft.second),
            by_sql(psql, "composition_taken_up", row.id, **of),
        ]
        assert rules == [
            "conflict", "out_of_range", "out_of_range", "conflict", "not_the_last_revision", "conflict",
        ]  # fmt: skip
    with department.sql(only_sets_up(department)) as psql:
        assert by_sql(psql, "composition_dropped", row.id, **of) == "not_your_role"
    assert department.owner.composing.current(draft.id, 1, 2) == row


def test_a_revision_is_composed_under_row_security(department: Department, draft: Draft) -> None:
    services, sadeghi = department.signed_in("sadeghi")
    composing = services.composing
    row = composing.keep(sadeghi, draft.id, 1, 2, CompositionChoices(), version=None)
    composing.drop(sadeghi, row.id, row.version)
    row = composing.take_up(sadeghi, row.id)
    chosen = CompositionChoices(frozenset({ChangeKey((1, 2), None)}), (draft.thread.id,))
    row = composing.keep(sadeghi, draft.id, 1, 2, chosen, version=row.version)
    row = composing.keep(
        sadeghi,
        draft.id,
        1,
        2,
        CompositionChoices(threads=(draft.thread.id,), repair=RepairChoices()),
        version=row.version,
    )
    composing.save(sadeghi, row.id, row.version, "")
    assert "چهل روز" in services.drafting.revision(draft.id, 3).text
    events = told(department, "composition", row.id)
    assert [one.action.removeprefix("composition_") for one in events] == [
        "begun", "dropped", "taken_up", "kept", "kept", "saved",
    ]  # fmt: skip
    assert (events[3].before["passages"], events[3].after["passages"]) == (0, 1)
    assert told(department, "thread", draft.thread.id)[-1].after["outcome"] == "applied"
    assert verify(department.owner.database).ok
