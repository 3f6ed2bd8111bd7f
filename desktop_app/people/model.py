"""Tables of petitioners and experts."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, Json, SortKey, UtcMoment
from desktop_app.database.number_keys import LENGTH

#: Names of petitioners may be long: companies and associations often state their purpose in their name.
LONGEST_NAME: Final = 400


class Petitioner(Base):
    """A petitioner (متقاضی); every column except the id may be empty.

    The identifiers are masked (`people.petitioners.mask`); `PetitionerIdentity` has them.
    """

    __tablename__ = "petitioner"
    __table_args__ = (Index("ix_petitioner_name_key_id", "name_key", "id"),)

    id: Mapped[AutoId]
    name: Mapped[str] = mapped_column(String(LONGEST_NAME), default="")
    #: `persian.names.sort_key` of the name.
    name_key: Mapped[str] = mapped_column(SortKey, default="")
    masked_national_id: Mapped[str] = mapped_column(String(10), default="", server_default="")
    masked_mobile: Mapped[str] = mapped_column(String(11), default="", server_default="")
    masked_email: Mapped[str] = mapped_column(String(120), default="", server_default="")
    group: Mapped[str] = mapped_column(String(20), default="citizen")
    created_at: Mapped[datetime] = mapped_column(UtcMoment)


class PetitionerIdentity(Base):
    """The identifiers of a petitioner who left any. On PostgreSQL no login reads or writes the table.

    Numbers are matched by their keys (`database.number_keys`).
    """

    __tablename__ = "petitioner_identity"
    # Whether an address has an open question, in whatever letters it was left.
    __table_args__ = (Index("ix_petitioner_identity_lower_email", text("lower(email)")),)

    petitioner_id: Mapped[int] = mapped_column(ForeignKey("petitioner.id"), primary_key=True)
    national_id: Mapped[str | None] = mapped_column(String(10))
    mobile: Mapped[str | None] = mapped_column(String(11))
    email: Mapped[str | None] = mapped_column(String(120))
    national_id_key: Mapped[str | None] = mapped_column(String(LENGTH), index=True)
    mobile_key: Mapped[str | None] = mapped_column(String(LENGTH), index=True)


class AskedKey(Base):
    """A number or a row about which a person asks the register, for an hour (PostgreSQL; `people.asking`)."""

    __tablename__ = "asked_key"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(LENGTH), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcMoment)


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
