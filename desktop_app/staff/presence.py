"""Who is where just now: which petition or draft a colleague looks at, and whether something is being written there.

It informs and never locks: two people may write at once, and the version that each has seen decides. A client says
every few seconds where it stands, by the server's clock; one that was killed is gone when its last word is too old.
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
from desktop_app.database.engine import Database
from desktop_app.database.kept_statements import ask, upserts
from desktop_app.staff.roles import Actor

#: How often a client says where it is, in seconds, and how long its word holds.
BEATS_EVERY: Final = 5.0
HOLDS: Final = timedelta(seconds=12)
#: What is so much older is taken away; each client looks for it so often, in seconds.
_FORGOTTEN: Final = timedelta(minutes=2)
_PRUNES_EVERY: Final = 60.0
#: What is new each time that a client says where it is.
_SAID: Final = ("person_id", "person_name", "item_type", "item_id", "doing", "at")


class Doing(StrEnum):
    """What somebody does with an item."""

    LOOKING = "looking"
    WRITING = "writing"


class PresenceRecord(Base):
    """Where one client is; a client is at one place."""

    __tablename__ = "presence"

    client: Mapped[str] = mapped_column(String(40), primary_key=True)
    person_id: Mapped[int | None]
    person_name: Mapped[str] = mapped_column(String(120))
    item_type: Mapped[str] = mapped_column(String(20))
    item_id: Mapped[int]
    doing: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime] = mapped_column(UtcMoment)


@event.listens_for(Base.metadata.tables["presence"], "after_create")
def _leave_out_of_the_log(_table: Table, connection: Connection, **_known: object) -> None:
    """PostgreSQL need not log presence: a crash of the server may lose it."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE presence SET UNLOGGED")


#: Put together once, and of columns: two hundred clients say and ask it every few seconds, and learn of each other.
_SAY: Final = upserts(Base.metadata.tables["presence"], ("client",), _SAID)
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
    """An item, and what is done with it. `item_type` is that of the history: `petition`, `instrument`, `comment`."""

    item_type: str
    item_id: int
    doing: Doing


@dataclass(frozen=True, slots=True)
class Present:
    """A colleague at a place. `holds`: seconds after which this is no longer known."""

    name: str
    place: OpenItem
    holds: float


class Presence:
    """Says where this client is and learns where the others are."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._pruned = float("-inf")

    def stand(self, actor: Actor, place: OpenItem) -> tuple[Present, ...]:
        """Says where this client is, and returns where the others are."""
        with self._database.touching() as session:
            now = self._database.about_now(session)
            said = {
                "client": self._database.client,
                "person_id": actor.person_id,
                "person_name": actor.name,
                "item_type": place.item_type,
                "item_id": place.item_id,
                "doing": place.doing.value,
                "at": now,
            }
            ask(session, _SAY["sqlite" if self._database.is_sqlite else "postgresql"], said)
            if time.monotonic() - self._pruned > _PRUNES_EVERY:
                self._pruned = time.monotonic()
                session.execute(delete(PresenceRecord).where(PresenceRecord.at < now - _FORGOTTEN))
            return self._others(session, actor, now)

    def leave(self) -> None:
        """This client is nowhere any more."""
        with self._database.touching() as session:
            session.execute(delete(PresenceRecord).where(PresenceRecord.client == self._database.client))

    def others(self, actor: Actor) -> tuple[Present, ...]:
        """Where the colleagues of `actor` are, who writes before who looks."""
        with self._database.reading() as session:
            return self._others(session, actor, self._database.about_now(session))

    def _others(self, session: Session, actor: Actor, now: datetime) -> tuple[Present, ...]:
        asked = {"mine": self._database.client, "since": now - HOLDS}
        return tuple(
            Present(name, OpenItem(kind, number, Doing(doing)), (at + HOLDS - now).total_seconds())
            for person, name, kind, number, doing, at in ask(session, _OTHERS, asked).all()
            if actor.person_id is None or person != actor.person_id
        )
