"""Material changes and their reasons tried by plain SQL with a login of one's own: acts alone write them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import text

from desktop_app.clock import FixedClock
from desktop_app.comparison.result import ENGINE
from desktop_app.instruments.changes.recomputing import unlike_recomputed
from desktop_app.instruments.changes.storing import digest_of
from tests.clocks import server_now
from tests.guarded import Department, by_sql
from tests.instruments.consulting import NEXT_TEXT, Consultation, made_history

WHO = ("rezaei", "sadeghi", "yazdi", "sharifi", "admin")
TABLES = ("text_comparison", "text_change", "change_reason")
DECISION: dict[str, Any] = {"disposition": "accepted", "reason": "وارد است."}


@pytest.fixture
def amended(department: Department) -> Consultation:
    """An open consultation with a comment and a later revision that changes its first article."""
    made = Consultation(department.office, FixedClock(server_now()))
    made.opened()
    made.comment()
    made.write(NEXT_TEXT)
    return made


@pytest.fixture
def psql(department: Department) -> Iterator[dict[str, psycopg.Connection[Any]]]:
    opened = {name: department.sql(name) for name in WHO}
    yield opened
    for connection in opened.values():
        connection.close()


def value(one: Consultation, statement: str) -> Any:
    with one.services.database.reading() as session:
        return session.execute(text(statement)).scalar_one()


def forged(one: Consultation, name: str) -> dict[str, Any]:
    """The rows of a comparison as an insider sends them: that a provision changed which did not."""
    first, last = (
        value(one, f"SELECT {which}(id) FROM revision WHERE instrument_id = {one.id}")
        for which in ("min", "max")
    )
    comparison = {
        "item": one.id,
        "old_revision_id": first,
        "new_revision_id": last,
        "renumbered": 0,
        "spelled": 0,
        "digest": "0" * 64,
    }
    change = {
        "item": one.id, "digest": "0" * 64, "name": name, "key": "0" * 32, "status": "edited", "flags": [],
        "kinds": [], "old_begin": 0, "old_end": 1, "new_begin": 0, "new_end": 1,
    }  # fmt: skip
    return {"comparison": [comparison], "changes": [change]}


def test_no_login_writes_a_row_itself(
    amended: Consultation, psql: dict[str, psycopg.Connection[Any]]
) -> None:
    amended.services.material_changes.keep(amended.office.reviewer, amended.id)
    for who in WHO:
        for table in TABLES:
            for statement in (
                f"DELETE FROM {table}",
                f"UPDATE {table} SET id = id + 1",
                f"INSERT INTO {table} SELECT * FROM {table}",
            ):
                with pytest.raises(InsufficientPrivilege):
                    psql[who].execute(statement.encode())


def test_nobody_but_a_reviewer_stores_changes_or_explains_them(
    amended: Consultation, psql: dict[str, psycopg.Connection[Any]]
) -> None:
    for who in ("rezaei", "yazdi", "sharifi", "admin"):
        rows = forged(amended, "ماده ۲")
        assert by_sql(psql[who], "changes_compared", amended.id, item_type="instrument", rows=rows) == (
            "not_your_role"
        )
        reasons = {"reasons": [{"item": amended.id, "key": "0" * 32}]}
        told = by_sql(
            psql[who], "changes_explained", amended.id, item_type="instrument", rows=reasons, words="x"
        )
        assert told in ("not_your_role", "nothing_since_publication")
    assert value(amended, "SELECT count(*) FROM text_comparison") == 0
    assert value(amended, "SELECT count(*) FROM change_reason") == 0


def test_a_comparison_is_of_the_exposed_revision_and_a_later_one_of_the_draft(
    amended: Consultation, psql: dict[str, psycopg.Connection[Any]]
) -> None:
    for swapped in ({"new_revision_id": None}, {"old_revision_id": None}, {"new_revision_id": 0}):
        rows = forged(amended, "ماده ۲")
        rows["comparison"][0] |= swapped
        by_sql(psql["sadeghi"], "changes_compared", amended.id, item_type="instrument", rows=rows)
    assert value(amended, "SELECT count(*) FROM text_comparison") == 0
    assert value(amended, "SELECT count(*) FROM text_change") == 0


def test_nothing_is_stored_behind_the_end(
    amended: Consultation, psql: dict[str, psycopg.Connection[Any]]
) -> None:
    with made_history(amended.services):
        amended.sql("UPDATE instrument SET status = 'promulgated' WHERE id = :id")
    told = by_sql(
        psql["sadeghi"],
        "changes_compared",
        amended.id,
        item_type="instrument",
        rows=forged(amended, "ماده ۲"),
    )
    assert told == "instrument_is_finished"


def test_a_carrier_that_did_not_change_is_refused_and_a_forged_comparison_is_found_by_the_audit(
    amended: Consultation, psql: dict[str, psycopg.Connection[Any]]
) -> None:
    amended.services.material_changes.keep(amended.office.reviewer, amended.id)
    [comment] = amended.services.comments.of_instrument(amended.id)
    last = value(amended, f"SELECT max(id) FROM revision WHERE instrument_id = {amended.id}")

    def decide(name: str) -> str | None:
        given = DECISION | {"carried_revision_id": last, "carried_provision": name}
        return by_sql(
            psql["sadeghi"], "decided", comment.id, item_type="comment", seen=comment.version, **given
        )

    assert decide("ماده ۲") == "carrier_is_unchanged"
    both = {"carried_revision_id": last, "carried_provision": "ماده ۱", "unchanged_reason": "x"}
    told = by_sql(
        psql["sadeghi"], "decided", comment.id, item_type="comment", seen=comment.version, **DECISION | both
    )
    assert told == "carrier_or_reason"
    assert not list(unlike_recomputed(amended.services.database))
    # A reviewer can send what the program did not find; the texts show it.
    by_sql(
        psql["sadeghi"],
        "changes_compared",
        amended.id,
        item_type="instrument",
        rows=forged(amended, "ماده ۲"),
    )
    assert decide("ماده ۲") is None
    assert [number for number, _ in unlike_recomputed(amended.services.database)] == [amended.id]


def test_a_forged_comparison_of_another_engine_is_found_by_the_audit(
    amended: Consultation, psql: dict[str, psycopg.Connection[Any]]
) -> None:
    """Changes of a former engine are not computed again, so nobody names the engine."""
    rows = forged(amended, "ماده ۲")
    [change] = rows["changes"]
    digest = digest_of([change])
    rows["comparison"][0] |= {"engine": "mosharekat-comparison 1", "digest": digest}
    change["digest"] = digest
    by_sql(psql["sadeghi"], "changes_compared", amended.id, item_type="instrument", rows=rows)
    assert value(amended, "SELECT engine FROM text_comparison") == ENGINE
    assert [number for number, _ in unlike_recomputed(amended.services.database)] == [amended.id]


def test_what_another_client_stored_is_replaced_by_what_the_program_finds(
    amended: Consultation, psql: dict[str, psycopg.Connection[Any]]
) -> None:
    """A reviewer with plain SQL stores that nothing changed; the gate of the next one counts what did."""
    rows = forged(amended, "ماده ۲")
    by_sql(
        psql["sadeghi"],
        "changes_compared",
        amended.id,
        item_type="instrument",
        rows={"comparison": rows["comparison"], "changes": []},
    )
    amended.services.material_changes.keep(amended.office.reviewer, amended.id)
    present = "SELECT name FROM text_change WHERE comparison_id = (SELECT max(id) FROM text_comparison)"
    assert value(amended, present) == "ماده ۱"
    amended.services.material_changes.keep(amended.office.reviewer, amended.id)
    assert value(amended, "SELECT count(*) FROM text_comparison") == 2
