"""Tables of checklists."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, UtcMoment

LONGEST_POINT = 120


class CheckPoint(Base):
    """A point of the checklist of a kind or of a label. It is retired and never deleted."""

    __tablename__ = "check_point"
    __table_args__ = (CheckConstraint("(kind IS NULL) <> (label_id IS NULL)", name="one_list"),)

    id: Mapped[AutoId]
    #: A `vocabulary.Kind`.
    kind: Mapped[str | None] = mapped_column(String(20))
    label_id: Mapped[int | None] = mapped_column(ForeignKey("label.id"))
    title: Mapped[str] = mapped_column(String(LONGEST_POINT))
    #: Whether a petition is answered only once it is ticked.
    required: Mapped[bool]
    #: The place in its list, from 1; points with the same place stand in the order of their ids.
    place: Mapped[int]
    active: Mapped[bool]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class PetitionTick(Base):
    """A ticked point of a petition: by whom and when."""

    __tablename__ = "petition_tick"
    __table_args__ = (Index("ix_petition_tick_point", "point_id", "petition_id"),)

    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True)
    point_id: Mapped[int] = mapped_column(ForeignKey("check_point.id"), primary_key=True)
    ticked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ticked_at: Mapped[datetime] = mapped_column(UtcMoment)
