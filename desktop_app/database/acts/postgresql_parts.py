"""Parts of the statements of acts on PostgreSQL.

Names that begin with `the_` are parameters or variables of the function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    Text,
    cast,
    column,
    func,
    insert,
    literal,
    literal_column,
    null,
    select,
)
from sqlalchemy.dialects import postgresql

from desktop_app.database.acts.model import Act, ActScope
from desktop_app.database.acts.parts import values_of
from desktop_app.database.audit import EventRecord
from desktop_app.database.base import Json, UtcMoment

EVENT: Final[Any] = EventRecord.__table__

ME: Final[ColumnElement[Any]] = literal_column("the_me", BigInteger)
MY_NAME: Final[ColumnElement[Any]] = literal_column("the_name", Text)
NOW: Final[ColumnElement[Any]] = literal_column("the_now", UtcMoment)
TODAY: Final[ColumnElement[Any]] = literal_column("the_today", Date)
IDS: Final[Any] = literal_column("the_ids", postgresql.ARRAY(BigInteger))
EMPTY: Final[Any] = literal_column("'{}'::jsonb")


@cache
def my_roles(roles: Callable[[Any, Any], Any]) -> Any:
    """Returns the roles of the actor as a table: one object for all acts."""
    return roles(ME, TODAY).cte("my_roles")


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


def items_sent(given: Mapping[str, Any]) -> Any:
    """Returns the items that the caller sends as a table; `given` are names and types of their values."""
    return recordset(
        "the_items",
        "asked",
        [
            column("item", BigInteger),
            column("seen", BigInteger),
            column("words", Text),
            column("remarks", postgresql.JSONB),
            *(column(f"given_{name}", of) for name, of in given.items()),
        ],
    )


def scope_of(roles: Any, item: Any, row: Any = None, given: Any = None) -> ActScope:
    """Returns the scope of `item`, a table that has what was sent beside the item's columns.

    `given` is the table of the rows that the caller sends for a step, if any; what it lacks is the item's.
    """

    def value(name: str) -> ColumnElement[Any]:
        of_row = given is not None and name in given.c
        found: ColumnElement[Any] = given.c[name] if of_row else item.c[f"given_{name}"]
        return found

    return ActScope(
        item=item,
        row=row,
        given=value,
        seen=item.c.seen if "seen" in item.c else null(),
        words=item.c.words if "words" in item.c else null(),
        me=ME,
        my_name=MY_NAME,
        now=NOW,
        today=TODAY,
        roles=roles,
    )


def events_of(act: Act, action: str, sources: Any, before: ActScope, after: ActScope, *added: Any) -> Any:
    """Returns the insertion of the events; `added` are JSON objects joined to the values after the act."""
    item, earlier = before.item, EVENT.alias("earlier")
    place = (
        select(func.coalesce(func.max(earlier.c.sequence), 0) + 1)
        .where(earlier.c.item_type == act.item_type, earlier.c.item_id == item.c.id)
        .correlate(item)
        .scalar_subquery()
    )
    told: Any = EMPTY if act.removes else json_object(values_of(act.told, after))
    for part in added:
        told = told.op("||")(part)
    values = {
        "item_type": literal(act.item_type),
        "item_id": item.c.id,
        "sequence": place,
        "at": NOW,
        "actor_id": ME,
        "actor_name": MY_NAME,
        "action": literal(action),
        "before": cast(EMPTY if act.creates else json_object(values_of(act.told, before)), Json),
        "after": cast(told, Json),
        "text": func.coalesce(before.words, ""),
    }
    rows = select(*values.values()).select_from(sources).order_by(item.c.id)
    return insert(EVENT).from_select(list(values), rows).returning(EVENT.c.id).cte("made_events")


def verdicts_of(judged: Any, after: Any) -> Any:
    """Returns the selection of the verdicts: item, rule, and version after the act."""
    return select(
        cast(judged.c.id, BigInteger), cast(judged.c.refused, Text), cast(after.c.version, BigInteger)
    ).select_from(judged.outerjoin(after, after.c.id == judged.c.id))
