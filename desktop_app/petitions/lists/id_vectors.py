"""Every id of a list in its order, as the database works it out."""

from __future__ import annotations

import itertools
from array import array
from typing import Any, Final

from sqlalchemy import Select, func, select, text
from sqlalchemy.orm import Session

#: Of a sort in memory; the server's own limit is meant for small ones.
_ROOM: Final = "SET LOCAL work_mem = '128MB'"


def numbers_of(session: Session, statement: Select[Any]) -> tuple[array[int], ...]:
    """The columns of `statement`, whose columns are integers and never NULL, in its order.

    PostgreSQL sends each column as one array: to fetch a million rows takes 0.6 s longer.
    """
    if session.get_bind().dialect.name == "sqlite":
        rows = session.connection().execute(statement).cursor.fetchall()
        return tuple(
            array("q", [row[place] for row in rows]) for place in range(len(statement.selected_columns))
        )
    session.execute(text(_ROOM))
    ordered = statement.subquery()
    columns = session.execute(select(*(func.array_agg(column) for column in ordered.c))).one()
    return tuple(array("q", column or ()) for column in columns)


def runs_of(values: array[int]) -> list[tuple[int, int]]:
    """Each run of one value, and how long it is."""
    return [(value, sum(1 for _ in same)) for value, same in itertools.groupby(values)]
