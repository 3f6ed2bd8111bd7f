"""Tables of the people that the office hears."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base, SortKey, UtcMoment


class Petitioner(Base):
    """A petitioner (متقاضی); anything but the id may be missing."""

    __tablename__ = "petitioner"
    __table_args__ = (Index("ix_petitioner_name_key_id", "name_key", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), default="")
    #: `persian.names.sort_key` of the name.
    name_key: Mapped[str] = mapped_column(SortKey, default="")
    national_id: Mapped[str | None] = mapped_column(String(10), index=True)
    mobile: Mapped[str | None] = mapped_column(String(11), index=True)
    email: Mapped[str | None] = mapped_column(String(120))
    group: Mapped[str] = mapped_column(String(20), default="citizen")
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
