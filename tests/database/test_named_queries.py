"""Named queries in one statement, read by column name, on both engines."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from sqlalchemy import literal, select

from desktop_app.database.named_queries import NamedQuery, ask
from tests.department import TestOffice


class Counted(NamedTuple):
    unit: str | None
    number: int


class Late(NamedTuple):
    number: int
    late: bool
    unit: str | None


def test_each_query_gets_its_own_rows_whatever_the_order_of_its_columns(office: TestOffice) -> None:
    counted = NamedQuery(
        "counted", Counted, [select(literal(3).label("number"), literal("کتاب").label("unit"))]
    )
    late = NamedQuery(
        "late",
        Late,
        [
            select(
                literal("هنر").label("unit"),
                literal(number).label("number"),
                literal(number > 1).label("late"),
            )
            for number in (1, 2)
        ],
    )
    nothing = NamedQuery[Counted]("nothing", Counted, [])
    with office.services.database.reading() as session:
        found = ask(session, counted, late, nothing)
    assert found.of(counted) == [Counted("کتاب", 3)]
    assert sorted(found.of(late)) == [Late(1, False, "هنر"), Late(2, True, "هنر")]
    assert [type(row.late) for row in found.of(late)] == [bool, bool]
    assert found.of(nothing) == []


def test_a_query_that_lacks_a_column_of_its_record_is_refused(sqlite_office: TestOffice) -> None:
    query = NamedQuery("counted", Counted, [select(literal(3).label("number"))])
    with sqlite_office.services.database.reading() as session, pytest.raises(KeyError, match="unit"):
        ask(session, query)
