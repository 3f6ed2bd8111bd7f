"""The staging table: what other systems hand in, before it becomes a petition or a comment.

The contract, for whoever writes into it (the portal's own role, which may insert and read nothing):

- `channel`: a value of `petitions.vocabulary.Channel`;
- `external_id`: the sender's own number of the thing, at most 60 characters; the same pair of channel and number is
  the same thing, however often it is handed in. Without one the same words of the same sender on the same day are;
- `received_at`: when it reached that system, aware; NULL: when it arrived here;
- `payload`: a JSON object of plain values. Its names are those of an import (`columns.ALIASES`), in any spelling; one
  with an `instrument` is a public comment on that draft, any other a petition;
- `attachments`: a JSON list of objects with `name` and `content` (base64).

What our own worker reads out of files (`rounds`) stands in the same table, as the row came; `file_id` says of which
file, and with which columns it is read.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ForeignKey, Index, String, Text, false, func, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base, Json, UtcMoment

_WAITING: Final = text("state = 'waiting'")
_NOT_DONE: Final = text("state <> 'done'")


class StagingState(StrEnum):
    """Where a thing that was handed in stands."""

    WAITING = "waiting"
    #: A petition or a comment, or one that was there already.
    DONE = "done"
    #: It could not be read; it waits, with its reason, to be mended.
    QUARANTINED = "quarantined"
    #: Nothing will become of it (advertising, a test of the portal): somebody said so, and why.
    ASIDE = "aside"


class IntakeSubmission(Base):
    """One thing that was handed in, as it came; what was mended stands beside it."""

    __tablename__ = "intake_submission"
    __table_args__ = (
        Index("ix_intake_submission_waiting", "id", sqlite_where=_WAITING, postgresql_where=_WAITING),
        Index("ix_intake_submission_item", "item_type", "item_id"),
        Index("ix_intake_submission_file", "file_id"),
        Index(
            "uq_intake_submission_row_key",
            "row_key",
            unique=True,
            sqlite_where=_NOT_DONE,
            postgresql_where=_NOT_DONE,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    external_id: Mapped[str | None] = mapped_column(String(60))
    received_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    payload: Mapped[Any] = mapped_column(Json)
    arrived_at: Mapped[datetime] = mapped_column(UtcMoment, server_default=func.current_timestamp())
    #: A `StagingState`.
    state: Mapped[str] = mapped_column(String(12), server_default="waiting")
    #: Why it is in quarantine, as `staging` writes it: JSON.
    reason: Mapped[str] = mapped_column(Text, server_default="")
    attachments: Mapped[Any] = mapped_column(Json, server_default="[]")
    #: The payload as a person put it right; it is read in the other one's place.
    mended: Mapped[Any] = mapped_column(Json, nullable=True)
    handled_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: What it became: `petition` or `comment`, and its id.
    item_type: Mapped[str | None] = mapped_column(String(20))
    item_id: Mapped[int | None]
    #: Of a row of a file: which file, and which row of it.
    file_id: Mapped[int | None] = mapped_column(ForeignKey("intake_file.id"))
    row: Mapped[int | None]
    #: The same of the same row, until it is done: in quarantine it waits once, however often it comes, and put aside
    #: it stays so.
    row_key: Mapped[str | None] = mapped_column(String(64))
    #: What it became had been there before.
    was_there: Mapped[bool] = mapped_column(server_default=false())


class PortalInquiry(Base):
    """That the portal asked how it stands with a petition (PostgreSQL; `rights/portal.sql`): kept for a day, so that
    nobody tries one phone number after the other."""

    __tablename__ = "portal_inquiry"
    __table_args__ = (Index("ix_portal_inquiry_asked_at", "asked_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    tracking_code: Mapped[str] = mapped_column(String(12))
    asked_at: Mapped[datetime] = mapped_column(UtcMoment)
    found: Mapped[bool]
