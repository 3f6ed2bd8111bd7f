"""Tables of acts on many: each run, and what its chunks did."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base, Json, UtcMoment


class BulkRun(Base):
    """An act on many petitions (کار گروهی): who, when, what, and how far it has come."""

    __tablename__ = "bulk_run"
    __table_args__ = (Index("ix_bulk_run_person", "person_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    #: `bulk` of the run's events.
    key: Mapped[str] = mapped_column(String(32), unique=True)
    #: NULL of the program itself, which has no account.
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    actor_name: Mapped[str] = mapped_column(String(120))
    began_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: The moment of the preview, and the highest petition then: nothing that came or changed since is touched.
    as_of: Mapped[datetime] = mapped_column(UtcMoment)
    last_id: Mapped[int]
    total: Mapped[int]
    possible: Mapped[int]
    #: As `bulk.stored` writes them. A selection may name every petition: it is read by whoever asks for it.
    selection: Mapped[dict[str, Any]] = mapped_column(Json, deferred=True)
    act: Mapped[dict[str, Any]] = mapped_column(Json)
    #: The last petition that was reached, in the order of their ids.
    cursor: Mapped[int]
    done: Mapped[int]
    refused: Mapped[int]
    undone: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: When the last one was reached, or the first was taken back: there is no going on.
    ended_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: When the person stopped it: they know that it did not reach its end.
    put_away_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class BulkPart(Base):
    """What one transaction of a run did: written with it, so that it is known after a crash as well."""

    __tablename__ = "bulk_part"

    run_id: Mapped[int] = mapped_column(ForeignKey("bulk_run.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: Ids of petitions.
    done: Mapped[list[int]] = mapped_column(Json)
    #: For each that stayed its id, its code, and why.
    failures: Mapped[list[list[Any]]] = mapped_column(Json)
    #: Those of `done` that were taken back.
    undone: Mapped[list[int]] = mapped_column(Json)
