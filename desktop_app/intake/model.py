"""The staging table: what other systems hand in, before it becomes a petition or a comment."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import String, Text, func
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base, Json, UtcMoment


class IntakeSubmission(Base):
    """One thing that the portal (or another channel's system) handed in, as it came.

    The portal's role may insert `channel`, `external_id`, `received_at` and `payload`, and read nothing.
    """

    __tablename__ = "intake_submission"

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    external_id: Mapped[str | None] = mapped_column(String(60))
    received_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    payload: Mapped[dict[str, Any]] = mapped_column(Json)
    arrived_at: Mapped[datetime] = mapped_column(UtcMoment, server_default=func.current_timestamp())
    #: `waiting`, `done`, or `quarantined` with the reason.
    state: Mapped[str] = mapped_column(String(12), server_default="waiting")
    reason: Mapped[str] = mapped_column(Text, server_default="")
