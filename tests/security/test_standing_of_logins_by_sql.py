"""What a login is, by SQL: in a transaction that keeps an earlier state, and in the list of who is where."""

from __future__ import annotations

import pytest

from desktop_app.instruments.drafting.review_marks import MarkState
from tests.guarded import Department
from tests.security.refusing import refused
from tests.security.reviewed import annotated_draft

_LEVELS = ("REPEATABLE READ", "SERIALIZABLE")


@pytest.mark.parametrize("level", _LEVELS)
def test_roles_that_were_taken_away_are_gone_in_a_transaction_that_began_before(
    department: Department, level: str
) -> None:
    with department.sql("yazdi") as manager, department.sql("mosharekat") as owner:
        seen = department.office.registered("متن", unit=department.office.books)
        manager.execute(f"BEGIN ISOLATION LEVEL {level}".encode())
        manager.execute("SELECT count(*) FROM unit")
        owner.execute(
            "DELETE FROM person_role WHERE person_id = (SELECT id FROM person WHERE username = 'yazdi')"
        )
        asked = manager.execute(
            "SELECT app.has_role('manager', NULL), app.office_wide(), app.me(), app.my_units(), app.my_reach()"
        ).fetchone()
        assert asked == (False, False, None, [], [])
        assert manager.execute("SELECT id FROM petition WHERE id = %s", (seen,)).fetchall() == []
        manager.execute("ROLLBACK")


def test_what_everybody_uses_sees_what_is_committed(department: Department) -> None:
    with department.sql("yazdi") as manager:
        for level in ("READ COMMITTED", "READ UNCOMMITTED"):
            manager.execute(f"BEGIN ISOLATION LEVEL {level}".encode())
            assert manager.execute("SELECT app.has_role('manager', NULL)").fetchone() == (True,)
            manager.execute("ROLLBACK")


def test_nobody_is_somewhere_in_another_s_name_or_for_ever(department: Department) -> None:
    """Presence is shown beside what colleagues write."""
    place = "'petition', 1, 'writing', now() + interval '1 year'"
    with department.sql("rezaei") as clerk:
        clerk.execute(f"INSERT INTO presence VALUES ('c', app.me(), 'کامران یزدی', {place})".encode())
        clerk.execute("UPDATE presence SET person_name = 'x', at = at + interval '2 years', doing = 'x'")
        found = clerk.execute("SELECT person_name, at <= clock_timestamp(), doing FROM presence").fetchone()
    assert found == ("مریم رضایی", True, "looking")


def test_marks_are_those_that_colleagues_windows_know(department: Department) -> None:
    draft = annotated_draft(department)
    mark = (
        "INSERT INTO change_mark (old_revision_id, new_revision_id, person_id, person_name, old_begin, old_end,"
        f" new_begin, new_end, state, at) VALUES ({draft.first}, {draft.second}, app.me(), 'مریم رضایی', 0, 1, 0, 1,"
        " '{}', now())"
    )
    with department.sql("rezaei") as clerk:
        refused(clerk, mark.format("x"))
        for state in MarkState:
            clerk.execute(mark.format(state).encode())
            clerk.execute("DELETE FROM change_mark")
