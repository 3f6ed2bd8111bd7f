"""The table of questions about satisfaction."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import WIDE, Base, UtcMoment


class SatisfactionQuestion(Base):
    """The one question about a petition, with its answer.

    It is about one closing: a petition that was reopened since has another `resolved_at`, or none. Then the answer
    is kept here and counts no more. To whom the question went, `OutboxAddress` has.
    """

    __tablename__ = "satisfaction_question"

    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True, autoincrement=False)
    #: The petition's `resolved_at` when it was asked.
    closed_at: Mapped[datetime] = mapped_column(UtcMoment)
    asked_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: The last day for an answer, in Tehran.
    expires_on: Mapped[date]
    #: A `DeliveryMethod`.
    way: Mapped[str] = mapped_column(String(8))
    #: The answer, 1 to 5, and the submission that gave it (`intake.staging`).
    mark: Mapped[int | None]
    answered_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    submission_id: Mapped[int | None] = mapped_column(WIDE)
