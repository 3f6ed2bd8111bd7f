"""Tables of bulk acts: the runs, and the results of their chunks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import WIDE, AutoId, Base, Json, UtcMoment


class BulkRun(Base):
    """An act on many petitions (کار گروهی): actor, time, act, and progress."""

    __tablename__ = "bulk_run"
    __table_args__ = (Index("ix_bulk_run_person", "person_id", "id"),)

    id: Mapped[AutoId]
    #: The value of `bulk` in the run's events.
    key: Mapped[str] = mapped_column(String(32), unique=True)
    #: NULL for the program itself, which has no account.
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    actor_name: Mapped[str] = mapped_column(String(120))
    began_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: The time of the preview, and the highest petition id then: later petitions and changed ones are
    #: skipped.
    as_of: Mapped[datetime] = mapped_column(UtcMoment)
    last_id: Mapped[int]
    total: Mapped[int]
    possible: Mapped[int]
    #: As written by `bulk.stored`. A selection may list every petition, so it is loaded only on access.
    selection: Mapped[dict[str, Any]] = mapped_column(Json, deferred=True)
    act: Mapped[dict[str, Any]] = mapped_column(Json)
    #: The id of the last petition reached; petitions are processed in order of id.
    cursor: Mapped[int] = mapped_column(WIDE)
    done: Mapped[int]
    refused: Mapped[int]
    undone: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: Set when the last petition was reached or the first was restored: the run cannot be resumed.
    ended_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: When the person stopped the run, so that they are not reminded of it.
    put_away_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class BulkPart(Base):
    """The result of one transaction of a run, written in that transaction so that it survives a crash."""

    __tablename__ = "bulk_part"

    run_id: Mapped[int] = mapped_column(ForeignKey("bulk_run.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: Petition ids.
    done: Mapped[list[int]] = mapped_column(Json)
    #: For each petition not changed: id, tracking code and reason.
    failures: Mapped[list[list[Any]]] = mapped_column(Json)
    #: The ids of `done` that were undone.
    undone: Mapped[list[int]] = mapped_column(Json)
