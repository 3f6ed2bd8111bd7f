"""The staging table: submissions of other systems before they become petitions or comments.

The contract for writers (the database role of the portal, which may only insert):
- `channel`: a value of `petitions.vocabulary.Channel`;
- `external_id`: the id in the sending system, at most 60 characters. Repeated submissions with the same channel
  and id are duplicates. Without an id, the same text by the same sender on the same day is a duplicate;
- `received_at`: when the sending system received it, with time zone; NULL for the time of arrival here;
- `payload`: a JSON object of plain values. Its names are those of an import (`columns.ALIASES`), in any spelling;
  with an `instrument`, it is a public comment on that draft, otherwise a petition;
- `attachments`: a JSON list of objects with `name` and `content` (base64).

The worker (`rounds`) stores rows of files in the same table; `file_id` refers to the file, which has the mapping
of its columns.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ForeignKey, Index, String, Text, false, func, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, Json, UtcMoment

#: The item type of an answer to the question how satisfied somebody is; its id is that of the petition.
ANSWER: Final = "answer"
_WAITING: Final = text("state = 'waiting'")
_NOT_DONE: Final = text("state <> 'done'")


class StagingState(StrEnum):
    """The state of a submission."""

    WAITING = "waiting"
    #: Stored as a petition or a comment, or a duplicate of one.
    DONE = "done"
    #: Invalid; waits with the reason until somebody corrects it.
    QUARANTINED = "quarantined"
    #: Discarded by a person (advertising, a test of the portal), with a reason.
    ASIDE = "aside"


class IntakeSubmission(Base):
    """A submission with its corrected payload, if any; on PostgreSQL with its identifiers masked (`originals`)."""

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

    id: Mapped[AutoId]
    channel: Mapped[str] = mapped_column(String(20))
    external_id: Mapped[str | None] = mapped_column(String(60))
    received_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    payload: Mapped[Any] = mapped_column(Json)
    arrived_at: Mapped[datetime] = mapped_column(UtcMoment, server_default=func.current_timestamp())
    #: A `StagingState`.
    state: Mapped[str] = mapped_column(String(12), server_default="waiting")
    #: Why it is in quarantine: JSON, see `submissions.written`.
    reason: Mapped[str] = mapped_column(Text, server_default="")
    attachments: Mapped[Any] = mapped_column(Json, server_default="[]")
    #: The payload as corrected by a person; used instead of `payload`.
    mended: Mapped[Any] = mapped_column(Json, nullable=True)
    handled_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: The type of the resulting item, `petition`, `message`, `comment` or `ANSWER`, and its id.
    item_type: Mapped[str | None] = mapped_column(String(20))
    item_id: Mapped[int | None]
    #: For a row of a file: the file, and the row in it.
    file_id: Mapped[int | None] = mapped_column(ForeignKey("intake_file.id"))
    row: Mapped[int | None]
    #: Identifies the same row across deliveries until it is done: a row in quarantine is not added twice, and
    #: a discarded row stays discarded.
    row_key: Mapped[str | None] = mapped_column(String(100))
    #: Whether the resulting item existed before.
    was_there: Mapped[bool] = mapped_column(server_default=false())


class SubmissionOriginal(Base):
    """What a submission with identifiers said as it came (`originals`). On PostgreSQL no login reads or writes it."""

    __tablename__ = "submission_original"

    submission_id: Mapped[int] = mapped_column(
        ForeignKey("intake_submission.id"), primary_key=True, autoincrement=False
    )
    payload: Mapped[Any] = mapped_column(Json)
    mended: Mapped[Any] = mapped_column(Json, nullable=True)


class PortalInquiry(Base):
    """A status query of the portal about a petition (PostgreSQL; `intake/portal.sql`).

    Kept for a day to limit attempts, so that nobody can guess phone numbers. No login reads the table.
    """

    __tablename__ = "portal_inquiry"
    __table_args__ = (Index("ix_portal_inquiry_asked_at", "asked_at"),)

    id: Mapped[AutoId]
    #: The digits of the code that was asked for, cut after one too many.
    tracking_code: Mapped[str] = mapped_column(String(13))
    #: The end of a phone number as it was given; empty once the inquiry was answered.
    digits: Mapped[str] = mapped_column(String(12))
    asked_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: None: not answered yet.
    found: Mapped[bool | None]
