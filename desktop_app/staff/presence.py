"""Presence: which petition or draft each colleague views, and whether they are editing it.

It is informative and locks nothing: two people may edit at once, and optimistic locking resolves conflicts.
Each client reports its position every few seconds in server time; a killed client disappears when its last
report expires.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, String, Table, bindparam, delete, event, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop_app.database.base import Base, UtcMoment
from desktop_app.database.declarations import named_table
from desktop_app.database.engine import Database
from desktop_app.database.kept_statements import ask, upserts
from desktop_app.staff.roles import Actor

#: Interval between reports of a client in seconds, and the lifetime of a report.
BEATS_EVERY: Final = 5.0
HOLDS: Final = timedelta(seconds=12)
#: Age at which reports are deleted, and the interval in seconds at which each client checks that.
_FORGOTTEN: Final = timedelta(minutes=2)
_PRUNES_EVERY: Final = 60.0
#: The columns updated by each report.
_REPORTED: Final = ("person_id", "person_name", "item_type", "item_id", "doing", "at")


class Doing(StrEnum):
    """What a person does with an item."""

    LOOKING = "looking"
    WRITING = "writing"


class PresenceRecord(Base):
    """The position of one client; a client has a single position."""

    __tablename__ = "presence"

    client: Mapped[str] = mapped_column(String(40), primary_key=True)
    person_id: Mapped[int | None]
    person_name: Mapped[str] = mapped_column(String(120))
    item_type: Mapped[str] = mapped_column(String(20))
    item_id: Mapped[int]
    doing: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime] = mapped_column(UtcMoment)


@event.listens_for(named_table("presence"), "after_create")
def _disable_logging(_table: Table, connection: Connection, **_known: object) -> None:
    """Disables write-ahead logging of presence on PostgreSQL, since it may be lost in a crash."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE presence SET UNLOGGED")


#: Built once: two hundred clients execute these statements every few seconds.
_REPORT: Final = upserts(named_table("presence"), ("client",), _REPORTED)
_OTHERS: Final = (
    select(
        PresenceRecord.person_id,
        PresenceRecord.person_name,
        PresenceRecord.item_type,
        PresenceRecord.item_id,
        PresenceRecord.doing,
        PresenceRecord.at,
    )
    .where(
        PresenceRecord.client != bindparam("mine", type_=PresenceRecord.client.type),
        PresenceRecord.at > bindparam("since", type_=PresenceRecord.at.type),
    )
    .order_by(PresenceRecord.doing.desc(), PresenceRecord.person_name)
)


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An item and the activity on it.

    `item_type` as in the audit log: `petition`, `instrument`, `comment`.
    """

    item_type: str
    item_id: int
    doing: Doing


@dataclass(frozen=True, slots=True)
class Present:
    """A colleague at an item. `holds` is the number of seconds after which this expires."""

    name: str
    place: OpenItem
    holds: float


class Presence:
    """Reports the position of this client and returns those of others."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._pruned = float("-inf")

    def report(self, actor: Actor, place: OpenItem) -> tuple[Present, ...]:
        """Reports the position of this client, and returns those of others."""
        with self._database.touching() as session:
            now = self._database.about_now(session)
            values = {
                "client": self._database.client,
                "person_id": actor.person_id,
                "person_name": actor.name,
                "item_type": place.item_type,
                "item_id": place.item_id,
                "doing": place.doing.value,
                "at": now,
            }
            ask(session, _REPORT["sqlite" if self._database.is_sqlite else "postgresql"], values)
            if time.monotonic() - self._pruned > _PRUNES_EVERY:
                self._pruned = time.monotonic()
                session.execute(delete(PresenceRecord).where(PresenceRecord.at < now - _FORGOTTEN))
            return self._others(session, actor, now)

    def leave(self) -> None:
        """Removes the position of this client."""
        with self._database.touching() as session:
            session.execute(delete(PresenceRecord).where(PresenceRecord.client == self._database.client))

    def others(self, actor: Actor) -> tuple[Present, ...]:
        """Returns the positions of the colleagues of `actor`, those who are editing first."""
        with self._database.reading() as session:
            return self._others(session, actor, self._database.about_now(session))

    def _others(self, session: Session, actor: Actor, now: datetime) -> tuple[Present, ...]:
        asked = {"mine": self._database.client, "since": now - HOLDS}
        return tuple(
            Present(name, OpenItem(kind, number, Doing(doing)), (at + HOLDS - now).total_seconds())
            for person, name, kind, number, doing, at in ask(session, _OTHERS, asked).all()
            if actor.person_id is None or person != actor.person_id
        )
