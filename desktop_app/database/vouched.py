"""Digests of rows that the history vouches for: words of petitions, replies, letters, comments, revisions, files.

A table names the columns (`vouched`). Whoever writes one of them puts the digest of the row into the event, under
`VOUCHED`: {"reply:17": digest}. `audit verify` computes it again from the row. Columns whose words retention masks
have a digest of their own, which counts until the petition is masked.

The digest is the first half of a SHA-256 over the name and the stored values, as text: numbers in decimal, days as
1405-style ISO dates of the Gregorian calendar, moments as the history has them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    String,
    Table,
    Text,
    cast,
    column,
    func,
    literal_column,
    select,
)
from sqlalchemy.orm import Session

from desktop_app.database.acts.engine_functions import digest_of_text, engine_function, literal_sql
from desktop_app.database.base import UtcMoment
from desktop_app.database.chain_guard import POSTGRESQL_MOMENT

#: The key of an event's values that has the digests.
VOUCHED: Final = "vouched"
#: The ending of the name of a digest whose words are masked by retention.
WORDS: Final = "_words"
_MARK: Final = "mosharekat row 1"
_DIGITS: Final = 32
_INFO: Final = "vouched"


def vouched(*columns: str, words: tuple[str, ...] = ()) -> dict[str, Any]:
    """Returns the table arguments that name the columns, and those whose words retention masks."""
    return {"info": {_INFO: {"": columns, WORDS: words}}}


@dataclass(frozen=True, slots=True)
class VouchedDigest:
    """A digest of rows of a table: its name in events, and its columns."""

    name: str
    table: Table
    columns: tuple[str, ...]

    @property
    def key(self) -> str:
        """The column that names the row."""
        return next(iter(self.table.primary_key.columns)).name

    def expression(self, row: Any) -> ColumnElement[Any]:
        """Returns the digest in SQL, on either engine; `row` has the columns of the table."""
        parts = [_part(_stored(row[name], self.table.c[name].type)) for name in self.columns]
        # No parameters: what an INSERT returns is compiled without their values.
        whole: Any = literal_column(f"'{_head(self.name)}'", Text)
        for part in parts:
            whole = whole.concat(part)
        return func.substr(
            digest_of_text(whole), literal_column("1"), literal_column(str(_DIGITS)), type_=String
        )

    def read(self, session: Session, condition: ColumnElement[bool]) -> dict[str, str]:
        """Returns the digests of the rows that match, as an event has them."""
        rows = session.execute(select(self.table.c[self.key], self.expression(self.table.c)).where(condition))
        return {f"{self.name}:{number}": value for number, value in rows}

    def of(self, row: Mapping[str, Any]) -> str:
        """Returns the digest of values as the models have them."""
        parts = [_written(row[name]) for name in self.columns]
        whole = _head(self.name) + "".join("-," if one is None else f"{len(one)}:{one}," for one in parts)
        return sha256(whole.encode()).hexdigest()[:_DIGITS]


def digests_of(table: Table, written: Container[str] | None = None) -> Iterator[VouchedDigest]:
    """Yields the digests of a table of which one of the `written` columns is part; without these all."""
    for ending, columns in table.info.get(_INFO, {}).items():
        if columns and (written is None or any(name in written for name in columns)):
            yield VouchedDigest(f"{table.name}{ending}", table, columns)


def digests_in(session: Session, table: Table, keys: Iterable[int]) -> dict[str, str]:
    """Returns the digests of rows as an event has them; rows that are not there have none."""
    found: dict[str, str] = {}
    for digest in digests_of(table):
        found |= digest.read(session, table.c[digest.key].in_(list(keys)))
    return found


def postgresql_function(table: Table) -> str:
    """Returns the function `app.digests_of_…(numbers)`, which does what `digests_in` does on PostgreSQL."""
    made = []
    for digest in digests_of(table):
        columns = {
            name: column(f"r.{_quoted(name)}", table.c[name].type, is_literal=True) for name in digest.columns
        }
        value = literal_sql(digest.expression(columns))
        made.append(f"('{digest.name}:' || r.{digest.key}, {value})")
    return f"""
CREATE OR REPLACE FUNCTION app.digests_of_{table.name}(numbers bigint[]) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT jsonb_object_agg(d.name, d.digest) FROM public.{table.name} r,
    LATERAL (VALUES {", ".join(made)}) d (name, digest) WHERE r.{digest.key} = ANY (numbers)
$$;
"""


def _quoted(name: str) -> str:
    return '"' + name + '"'


def _head(name: str) -> str:
    return "".join(f"{len(part)}:{part}," for part in (_MARK, name))


_of_moment: Final = engine_function(Text(), postgresql=POSTGRESQL_MOMENT.format(at="{0}"), sqlite="{0}")
_of_day: Final = engine_function(Text(), postgresql="to_char({0}, 'YYYY-MM-DD')", sqlite="{0}")
_part: Final[Callable[[Any], Any]] = engine_function(
    Text(),
    postgresql="coalesce(length({0}) || ':' || {0} || ',', '-,')",
    sqlite="coalesce(length({0}) || ':' || {0} || ',', '-,')",
)


def _stored(value: Any, of: Any) -> Any:
    """Returns a column as the text that is hashed."""
    if isinstance(of, UtcMoment):
        return _of_moment(value)
    if isinstance(of, Date):
        return _of_day(value)
    if isinstance(of, Integer):
        return cast(value, Text)
    assert isinstance(of, String), of
    return value


def _written(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    return value.isoformat() if isinstance(value, date) else str(value)
