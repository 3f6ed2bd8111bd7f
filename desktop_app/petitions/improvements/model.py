"""Tables of improvement actions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, UtcMoment

LONGEST_TITLE: Final = 200
LONGEST_SERVICE: Final = 120


class Improvement(Base):
    """One action; open as long as `done_on` is NULL. Dates are in Tehran."""

    __tablename__ = "improvement"
    __table_args__ = (
        CheckConstraint("(done_on IS NULL) = (done_note = '')", "done_has_note"),
        Index("ix_improvement_open", "done_on", "due_on"),
    )

    id: Mapped[AutoId]
    #: The name of the improved service, from the catalogue or as typed.
    service: Mapped[str] = mapped_column(String(LONGEST_SERVICE))
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    text: Mapped[str] = mapped_column(Text)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    due_on: Mapped[date | None]
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    done_on: Mapped[date | None]
    done_note: Mapped[str] = mapped_column(Text, server_default="")
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class ImprovementPetition(Base):
    """A petition that caused an action."""

    __tablename__ = "improvement_petition"
    __table_args__ = (Index("ix_improvement_petition_petition", "petition_id"),)

    improvement_id: Mapped[int] = mapped_column(
        ForeignKey("improvement.id"), primary_key=True, autoincrement=False
    )
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True, autoincrement=False)
