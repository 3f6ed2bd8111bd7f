"""Tables of staff: units, persons, roles, deputies."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop_app.database.base import AutoId, Base, UtcMoment


class Unit(Base):
    """A unit (واحد) of the office."""

    __tablename__ = "unit"

    id: Mapped[AutoId]
    code: Mapped[str] = mapped_column(String(30), unique=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    active: Mapped[bool] = mapped_column(default=True)
    #: Whether replies of this unit need the approval of its manager.
    needs_approval: Mapped[bool] = mapped_column(default=False)
    #: Position in lists.
    place: Mapped[int] = mapped_column(default=0, server_default="0")
    version: Mapped[int] = mapped_column(default=1, server_default="1")


class Person(Base):
    """A member of staff with an account."""

    __tablename__ = "person"

    id: Mapped[AutoId]
    username: Mapped[str] = mapped_column(String(60), unique=True)
    full_name: Mapped[str] = mapped_column(String(120))
    #: Argon2id, on SQLite only: on PostgreSQL accounts are database roles, and no client may read this
    #: column.
    password_hash: Mapped[str] = mapped_column(String(200), deferred=True, default="")
    active: Mapped[bool] = mapped_column(default=True)
    #: Set where an administrator chose the password: the person has no role until they change it.
    must_change_password: Mapped[bool] = mapped_column(default=False, server_default=false())
    #: Who set the password of the account, and when, until a second person confirms it: before, the person has no
    #: role.
    opened_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    version: Mapped[int] = mapped_column()
    memberships: Mapped[list[PersonRole]] = relationship(cascade="all, delete-orphan", lazy="selectin")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class PersonalSignature(Base):
    """What a person wants below their name in replies and letters; written by that person only."""

    __tablename__ = "signature"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    text: Mapped[str] = mapped_column(String(300))


class PersonRole(Base):
    """A role of a person in a unit, or in the whole office (`unit_id` NULL)."""

    __tablename__ = "person_role"
    __table_args__ = (UniqueConstraint("person_id", "role", "unit_id"),)

    id: Mapped[AutoId]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    role: Mapped[str] = mapped_column(String(20))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))


class RoleProposal(Base):
    """A role that an administrator asks for and that takes effect when a second person confirms it.

    It is deleted when it is settled; the history of the person tells what became of it.
    """

    __tablename__ = "role_proposal"

    id: Mapped[AutoId]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    role: Mapped[str] = mapped_column(String(20))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime] = mapped_column(UtcMoment)


class RecoveryCode(Base):
    """A code by which an administrator of one PC sets a new password; empty on PostgreSQL.

    One code of a person counts: the one that has not ended. Triggers (`database.recovery_guard`) keep the rest.
    """

    __tablename__ = "recovery_code"
    __table_args__ = (CheckConstraint("ended_as IN ('', 'used', 'replaced')", "ended_as"),)

    id: Mapped[AutoId]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    #: Argon2id.
    code_hash: Mapped[str] = mapped_column(String(200))
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    ended_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: `used`, `replaced`, or empty while it counts.
    ended_as: Mapped[str] = mapped_column(String(10), default="", server_default="")
    failed_tries: Mapped[int] = mapped_column(default=0, server_default="0")
    last_failed_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class Deputy(Base):
    """A delegation (جانشین): `deputy_id` acts for `person_id` from the first to the last day, in Tehran.

    It is limited to a unit and a role, where set; without a role it covers all roles but administration.
    """

    __tablename__ = "deputy"
    __table_args__ = (
        CheckConstraint("person_id <> deputy_id", "two_persons"),
        CheckConstraint("first_day <= last_day", "days_in_order"),
        CheckConstraint("role <> 'administrator'", "of_the_desk"),
        Index("ix_deputy_deputy", "deputy_id", "last_day"),
    )

    id: Mapped[AutoId]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    deputy_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    role: Mapped[str | None] = mapped_column(String(20))
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class
