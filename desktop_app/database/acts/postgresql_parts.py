"""Parts of the statements of acts on PostgreSQL.

Names that begin with `the_` are parameters or variables of the function.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, Date, Integer, cast, func, literal_column
from sqlalchemy.dialects import postgresql

from desktop_app.database.base import UtcMoment

ME: Final[ColumnElement[Any]] = literal_column("the_me", Integer)
NOW: Final[ColumnElement[Any]] = literal_column("the_now", UtcMoment)
TODAY: Final[ColumnElement[Any]] = literal_column("the_today", Date)
IDS: Final[Any] = literal_column("the_ids", postgresql.ARRAY(BigInteger))
EMPTY: Final[Any] = literal_column("'{}'::jsonb")


def recordset(of: str, name: str, columns: Iterable[Any]) -> Any:
    """Returns the caller's JSON array as a table of rows."""
    whole: Any = func.jsonb_to_recordset(literal_column(of, postgresql.JSONB))
    return whole.table_valued(*columns).render_derived(name=name, with_types=True)


def json_object(pairs: Mapping[str, Any]) -> Any:
    parts: list[Any] = []
    for name, value in pairs.items():
        parts += [literal_column(f"'{name}'"), value]
    return func.jsonb_build_object(*parts)


def from_json(values: Any, of: Any) -> Any:
    """Returns the value of a column in JSON, cast to the column's type."""
    return cast(func.jsonb_extract_path_text(values, literal_column(f"'{of.name}'")), of.type)
