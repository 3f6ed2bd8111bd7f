"""Reads all ids of a list in its order from the database."""

from __future__ import annotations

import itertools
from array import array
from typing import Any, Final

from sqlalchemy import Select, func, select, text
from sqlalchemy.orm import Session

#: The memory for the sort; the server's default is meant for small ones.
_ROOM: Final = "SET LOCAL work_mem = '128MB'"


def numbers_of(session: Session, statement: Select[Any]) -> tuple[array[int], ...]:
    """Returns the columns of `statement`, in its order. They have to be integers and never NULL.

    PostgreSQL sends each column as one array: fetching a million rows takes 0.6 s longer.
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
    """Returns each run of equal values with its length."""
    return [(value, sum(1 for _ in same)) for value, same in itertools.groupby(values)]
