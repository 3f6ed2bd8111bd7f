"""Named queries that are sent as one UNION and read by column name into typed records.

On a remote server each statement costs a round trip, which for small queries takes longer than the query itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, starmap
from operator import itemgetter
from types import NoneType
from typing import Any, Final, Generic, TypeVar, get_args, get_type_hints

from sqlalchemy import Boolean, Integer, Label, Select, String, cast, literal_column, null, union_all
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

_Record = TypeVar("_Record")
_TYPES: Final[Mapping[type, type[TypeEngine[Any]]]] = {int: Integer, str: String, bool: Boolean}


@dataclass(frozen=True)
class NamedQuery(Generic[_Record]):
    """SELECTs whose rows together are records of one kind.

    `record` is a NamedTuple of at least two fields: int, str or bool, or None. Each of `selects` labels a column
    for every field. With no SELECT at all the query has no rows.
    """

    name: str
    record: Callable[..., _Record]
    selects: Sequence[Select[*tuple[Any, ...]]]


@dataclass(frozen=True)
class Answers:
    """The rows that `ask` read, by the name of their query, and the position of each column in them."""

    _rows: Mapping[str, Sequence[Sequence[Any]]]
    _positions: Mapping[str, int]

    def of(self, query: NamedQuery[_Record]) -> list[_Record]:
        """Returns the records of one of the queries, unordered."""
        values = itemgetter(*(self._positions[name] for name in _columns(query.record)))
        return list(starmap(query.record, map(values, self._rows[query.name])))


def ask(session: Session, *queries: NamedQuery[Any]) -> Answers:
    """Sends all queries in one statement; at least one of them must have a SELECT.

    The column `part` of the UNION is the name of a row's query. Raises `KeyError` if a SELECT lacks a column of
    its record.
    """
    columns: dict[str, Label[Any]] = {}
    for query in queries:
        columns |= _columns(query.record)
    result = session.execute(union_all(*chain.from_iterable(_parts(query, columns) for query in queries)))
    positions = {name: position for position, name in enumerate(result.keys())}
    rows: dict[str, list[Sequence[Any]]] = {query.name: [] for query in queries}
    part = positions["part"]
    for row in result.all():
        rows[row[part]].append(row)
    return Answers(rows, positions)


def _parts(query: NamedQuery[Any], columns: Mapping[str, Label[Any]]) -> Iterable[Select[*tuple[Any, ...]]]:
    """Yields the SELECTs of a query with all `columns`.

    Columns that its record does not declare are NULL with a type, because a server takes the types of a UNION
    from its first SELECT.
    """
    part = literal_column(f"'{query.name}'", String).label("part")
    declared = _columns(query.record)
    for statement in query.selects:
        selected = statement.selected_columns
        yield statement.with_only_columns(
            part,
            *(selected[name] if name in declared else nothing for name, nothing in columns.items()),
        )


@lru_cache(maxsize=64)
def _columns(record: Callable[..., Any]) -> dict[str, Label[Any]]:
    """Returns the fields of a record by name, with NULL in the type of each."""
    return {
        name: cast(null(), _TYPES[_without_none(hint)]).label(name)
        for name, hint in get_type_hints(record).items()
    }


def _without_none(hint: Any) -> Any:
    return next((one for one in get_args(hint) if one is not NoneType), hint)
