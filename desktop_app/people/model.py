"""Tables of petitioners and experts."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, Json, SortKey, UtcMoment

#: Names of petitioners may be long: companies and associations often state their purpose in their name.
LONGEST_NAME: Final = 400


class Petitioner(Base):
    """A petitioner (متقاضی); every column except the id may be empty."""

    __tablename__ = "petitioner"
    __table_args__ = (Index("ix_petitioner_name_key_id", "name_key", "id"),)

    id: Mapped[AutoId]
    name: Mapped[str] = mapped_column(String(LONGEST_NAME), default="")
    #: `persian.names.sort_key` of the name.
    name_key: Mapped[str] = mapped_column(SortKey, default="")
    national_id: Mapped[str | None] = mapped_column(String(10), index=True)
    mobile: Mapped[str | None] = mapped_column(String(11), index=True)
    email: Mapped[str | None] = mapped_column(String(120))
    group: Mapped[str] = mapped_column(String(20), default="citizen")
    created_at: Mapped[datetime] = mapped_column(UtcMoment)


class Expert(Base):
    """An expert or stakeholder (صاحب‌نظر) who can be invited to a consultation."""

    __tablename__ = "expert"
    __table_args__ = (Index("ix_expert_name_key_id", "name_key", "id"),)

    id: Mapped[AutoId]
    name: Mapped[str] = mapped_column(String(120))
    #: `persian.names.sort_key` of the name.
    name_key: Mapped[str] = mapped_column(SortKey)
    group: Mapped[str] = mapped_column(String(20))
    organisation: Mapped[str] = mapped_column(String(120))
    fields: Mapped[list[str]] = mapped_column(Json)
    mobile: Mapped[str] = mapped_column(String(11))
    email: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    active: Mapped[bool]
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class
