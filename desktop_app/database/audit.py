"""The audit log (سابقه): who did what and when, with values before and after. Append-only on both engines.

Triggers (`chain_guard`) refuse UPDATE and DELETE, so that neither a service nor SQL by hand can edit it. They also
fill in the hashes (`database.chain`), which this module never sends.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    bindparam,
    func,
    insert,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.base import AutoId, Base, Json, UtcMoment
from desktop_app.database.declarations import named_table
from desktop_app.database.kept_statements import ask


def value_on_postgresql(values: str, name: str) -> str:
    """Returns the SQL of a text in the values of an event, a column of JSON; NULL where they have no such text.

    It is read off the text: `->>` refuses half of a surrogate pair in any value.
    """
    return rf"""substring({values}::text, '"{name}" *: *"([^"]*)"')"""


#: The key of the run that an event belongs to: one act on many items; NULL for an act on one. It is indexed.
run_key: Final = engine_function(
    String(32), postgresql=value_on_postgresql("{0}", "bulk"), sqlite="json_extract({0}, '$.bulk')"
)


class EventRecord(Base):
    """One event of one item; `sequence` counts from 1 within the item."""

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("item_type", "item_id", "sequence"),
        Index("ix_event_at", "at"),
    )
    #: Columns that the trigger fills are read on access, not after each insert.
    __mapper_args__ = {"eager_defaults": False}  # noqa: RUF012 - SQLAlchemy's own attribute

    id: Mapped[AutoId]
    item_type: Mapped[str] = mapped_column(String(20))
    item_id: Mapped[int]
    sequence: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcMoment)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    actor_name: Mapped[str] = mapped_column(String(120))
    action: Mapped[str] = mapped_column(String(40))
    before: Mapped[dict[str, Any]] = mapped_column(Json)
    after: Mapped[dict[str, Any]] = mapped_column(Json)
    #: What the person wrote: order note, reason, note, reply. Plain text.
    text: Mapped[str] = mapped_column(Text, default="")
    content_hash: Mapped[str] = mapped_column(String(64), server_default="")
    hash: Mapped[str] = mapped_column(String(64), server_default="")


_RUN: Final = run_key(EventRecord.after)
Index("ix_event_run", _RUN, sqlite_where=_RUN.is_not(None), postgresql_where=_RUN.is_not(None))

_of_type: Final = bindparam("of_type", type_=EventRecord.item_type.type)
_of_item: Final = bindparam("of_item", type_=EventRecord.item_id.type)
_ITS: Final = (EventRecord.item_type == _of_type, EventRecord.item_id == _of_item)
#: Built once, because every act records an event. The event is numbered after the item's last one.
_APPEND: Final = insert(named_table("event")).values(
    item_type=_of_type,
    item_id=_of_item,
    sequence=select(func.coalesce(func.max(EventRecord.sequence), 0) + 1).where(*_ITS).scalar_subquery(),
    **{
        name: bindparam(name)
        for name in ("at", "actor_id", "actor_name", "action", "before", "after", "text")
    },
)
#: Selects columns and not mapped objects: a busy item has many events.
_HISTORY: Final = (
    select(
        EventRecord.sequence,
        EventRecord.at,
        EventRecord.actor_id,
        EventRecord.actor_name,
        EventRecord.action,
        EventRecord.before,
        EventRecord.after,
        EventRecord.text,
    )
    .where(*_ITS)
    .order_by(EventRecord.sequence.desc())
)
_LATEST: Final = _HISTORY.limit(bindparam("latest", type_=Integer))


@dataclass(frozen=True, slots=True)
class Event:
    """One event as screens read it. `at` is aware, in UTC."""

    sequence: int
    at: datetime
    actor_id: int | None
    actor_name: str
    action: str
    before: dict[str, Any]
    after: dict[str, Any]
    text: str


def record_event(
    session: Session,
    *,
    item_type: str,
    item_id: int,
    at: datetime,
    actor_id: int | None,
    actor_name: str,
    action: str,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    text: str = "",
) -> None:
    """Appends an event to the audit log of an item, in the session's transaction."""
    values = {
        "of_type": item_type,
        "of_item": item_id,
        "at": at,
        "actor_id": actor_id,
        "actor_name": actor_name,
        "action": action,
        "before": before or {},
        "after": after or {},
        "text": text,
    }
    # The trigger compares the event with the item's row, which `ask` therefore flushes first.
    ask(session, _APPEND, values)


def record_events(
    session: Session,
    *,
    item_type: str,
    at: datetime,
    actor_id: int | None,
    actor_name: str,
    action: str,
    events: Mapping[int, tuple[dict[str, Any], dict[str, Any], str]],
) -> None:
    """Appends one event for each of many items, in the session's transaction.

    `events` maps an item's id to its values before and after and the text. At most two statements, however many items
    there are; the caller has to hold locks on the items.
    """
    if len(events) == 1:
        [(number, (before, after, text))] = events.items()
        record_event(
            session,
            item_type=item_type,
            item_id=number,
            at=at,
            actor_id=actor_id,
            actor_name=actor_name,
            action=action,
            before=before,
            after=after,
            text=text,
        )
    if len(events) <= 1:
        return
    last = (
        select(EventRecord.item_id, func.max(EventRecord.sequence))
        .where(EventRecord.item_type == item_type, EventRecord.item_id.in_(list(events)))
        .group_by(EventRecord.item_id)
    )
    sequences: dict[int, int] = {row[0]: row[1] for row in session.execute(last)}
    table = named_table("event")
    new = insert(table)
    if session.get_bind().dialect.name != "sqlite":
        # Returning the ids makes SQLAlchemy send one statement for many rows. A file has no way to go.
        new = new.returning(table.c.id)
    session.execute(
        new,
        [
            {
                "item_type": item_type,
                "item_id": number,
                "sequence": sequences.get(number, 0) + 1,
                "at": at,
                "actor_id": actor_id,
                "actor_name": actor_name,
                "action": action,
                "before": before,
                "after": after,
                "text": text,
            }
            for number, (before, after, text) in events.items()
        ],
    )


def history(
    session: Session, item_type: str, item_id: int, *, latest: int | None = None, before: int | None = None
) -> tuple[Event, ...]:
    """Returns the events of an item, oldest first: all, or the `latest` so many, or those `before` a sequence."""
    asked = {"of_type": item_type, "of_item": item_id, "latest": latest}
    statement = _HISTORY if latest is None else _LATEST
    if before is not None:
        statement = statement.where(EventRecord.sequence < before)
    return tuple(Event(*row) for row in reversed(ask(session, statement, asked).all()))
