"""Every id of a list in its order, as the database works it out: for a million rows they come as they are kept, four
bytes each, and not as a million rows of a driver.
"""

from __future__ import annotations

import itertools
import sys
from array import array
from typing import Any, Final

from sqlalchemy import Select, func, select, text
from sqlalchemy.orm import Session

#: Of a sort in memory; the server's own limit is meant for small ones.
_ROOM: Final = "SET LOCAL work_mem = '128MB'"
#: Before the elements of an array as PostgreSQL sends it stand its dimensions; before each element its length.
_HEAD: Final = 20


def numbers_of(session: Session, statement: Select[Any]) -> tuple[array[int], ...]:
    """The columns of a statement whose columns are numbers of 32 bits and never empty, in its order."""
    bind: Any = session.get_bind()
    if bind.dialect.name == "sqlite":
        cursor: Any = session.connection().execute(statement).cursor
        rows = cursor.fetchall()
        return tuple(
            array("q", [row[place] for row in rows]) for place in range(len(statement.selected_columns))
        )
    session.execute(text(_ROOM))
    ordered = statement.subquery()
    sent = [func.array_send(func.array_agg(column)) for column in ordered.c]
    return tuple(_received(column) for column in session.execute(select(*sent)).one())


def runs_of(values: array[int]) -> list[tuple[int, int]]:
    """Each run of one value, and how long it is."""
    return [(value, sum(1 for _ in same)) for value, same in itertools.groupby(values)]


def _received(sent: bytes | None) -> array[int]:
    if sent is None:
        return array("q")
    pairs = array("i", bytes(sent[_HEAD:]))
    if sys.byteorder == "little":
        pairs.byteswap()
    return array("q", pairs[1::2])
