"""Performing an act on either engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final, TypeVar

from sqlalchemy import bindparam, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item, ItemVerdict, Reversal, Rows
from desktop_app.database.acts.parts import plain, stored_here
from desktop_app.database.acts.sqlite import Caller, create_here, perform_here, take_back_here

T = TypeVar("T")


def perform(
    session: Session,
    act: Act | Reversal,
    items: Sequence[Item],
    rows: Rows | None = None,
    *,
    actor_id: int | None,
    actor_name: str,
    now: datetime,
) -> list[ItemVerdict]:
    """Performs `act` on `items` and returns the verdicts in order of id; missing items have none.

    On PostgreSQL the last three arguments apply only to the owner of the database.
    """
    session.flush()
    if isinstance(act, Act) and len(items) > 1 and _must_be_one(act, items):
        raise ValueError(f"{act.name}: one item at a time")
    connection = session.connection()
    stored = plain if connection.dialect.name != "sqlite" else stored_here
    sent = [
        {
            "item": one.id,
            "seen": one.version,
            "words": one.text,
            "remarks": dict(one.remarks),
            **{f"given_{name}": stored(value) for name, value in one.given.items()},
        }
        for one in items
    ]
    given = {
        name: [
            {"place": place, **{key: stored(value) for key, value in row.items()}}
            for place, row in enumerate(of_step)
        ]
        for name, of_step in (rows or {}).items()
    }
    if connection.dialect.name == "sqlite" and isinstance(act, Reversal):
        return take_back_here(Caller(session, actor_id, actor_name, now), act, sent)
    if connection.dialect.name == "sqlite":
        assert isinstance(act, Act)
        do = create_here if act.creates else perform_here
        return do(Caller(session, actor_id, actor_name, now), act, sent, given)
    found = connection.execute(
        _CALL,
        {
            "act": act.function,
            "items": sent,
            "rows": given,
            "actor": actor_id,
            "named": actor_name,
            "now": now,
        },
    )
    return [ItemVerdict(*row) for row in found]


def _must_be_one(act: Act, items: Sequence[Item]) -> bool:
    name = act.single_with
    return act.is_single or bool(name and any(item.given.get(name) is not None for item in items))


def in_parts(values: Iterable[T], size: Callable[[T], int], most: int) -> Iterator[list[T]]:
    """Yields values in lists whose sizes together are at most `most`; a larger value is alone."""
    part: list[T] = []
    whole = 0
    for value in values:
        own = size(value)
        if part and whole + own > most:
            yield part
            part, whole = [], 0
        part.append(value)
        whole += own
    if part:
        yield part


_CALL: Final = text(
    "SELECT item, refused, version FROM app.perform(:act, :items, :rows, :actor, :named, :now) ORDER BY item"
).bindparams(bindparam("items", type_=postgresql.JSONB), bindparam("rows", type_=postgresql.JSONB))
