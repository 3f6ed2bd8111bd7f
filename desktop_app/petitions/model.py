"""Tables of the petition desk. The list reads the narrow `petition`; long texts stand apart."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, false, or_, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop_app.database.base import Base, Json, UtcMoment
from desktop_app.people.model import LONGEST_NAME, Petitioner

_OPEN: Final[dict[str, Any]] = {
    "sqlite_where": text("is_open IS 1"), "postgresql_where": text("is_open IS true"),
}  # fmt: skip

#: How a petition is locked for a change. Its id never changes: whoever only writes it down (who opens a petition, who
#: refers one) does not wait until the change is committed, as with a full FOR UPDATE.
FOR_CHANGE: Final[dict[str, Any]] = {"key_share": True}


class Petition(Base):
    """One item from a citizen (درخواست مردمی)."""

    __tablename__ = "petition"
    __table_args__ = (
        UniqueConstraint("registry_year", "registry_number"),
        CheckConstraint(
            "status NOT IN ('resolved', 'archived') OR outcome IS NOT NULL", "resolved_has_outcome"
        ),
        # Every view of the inbox reads one of these from one end: an equality prefix, then the order. Indexes that
        # differ by engine are in `database.list_columns`.
        Index("ix_petition_open_due", "is_open", "due_order", "id"),
        Index("ix_petition_open_received", "is_open", "received_at", "id"),
        Index("ix_petition_unit", "unit_id", "is_open", "due_order", "id"),
        Index("ix_petition_assignee", "assignee_id", "is_open", "due_order", "id"),
        Index("ix_petition_petitioner", "petitioner_id", "id"),
        Index("ix_petition_due", "due_order", "id"),
        Index("ix_petition_assignee_received", "assignee_id", "received_at", "id"),
        Index("ix_petition_channel_received", "channel", "received_at", "id"),
        # Of open petitions only: these are few, and rare ones among them would be looked for through all of them.
        Index("ix_petition_open_kind_due", "kind", "due_order", "id", **_OPEN),
        Index("ix_petition_open_channel_due", "channel", "due_order", "id", **_OPEN),
        Index("ix_petition_open_status_due", "status", "due_order", "id", **_OPEN),
        Index("ix_petition_about", "about", "id"),
        Index(
            "ix_petition_about_id",
            "about_id",
            "id",
            sqlite_where=text("about_id IS NOT NULL"),
            postgresql_where=text("about_id IS NOT NULL"),
        ),
        # Few are duplicates of another one.
        Index(
            "ix_petition_duplicate_of",
            "duplicate_of_id",
            sqlite_where=text("duplicate_of_id IS NOT NULL"),
            postgresql_where=text("duplicate_of_id IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    tracking_code: Mapped[str] = mapped_column(String(12), unique=True)
    registry_year: Mapped[int]
    registry_number: Mapped[int]
    #: What makes a row the same row when it is imported again: see `petitions.register.identity_key`.
    identity_key: Mapped[str] = mapped_column(String(100), unique=True)
    external_id: Mapped[str | None] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(20))
    channel: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    is_open: Mapped[bool]
    urgency: Mapped[str] = mapped_column(String(10))
    subject: Mapped[str] = mapped_column(String(200))
    #: The first 200 characters of the text, for the list.
    snippet: Mapped[str] = mapped_column(String(200))
    petitioner_id: Mapped[int | None] = mapped_column(ForeignKey("petitioner.id"))
    petitioner_name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    petitioner: Mapped[Petitioner | None] = relationship()
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    #: What it is about, in words (a service, an instrument, a news item).
    about: Mapped[str] = mapped_column(String(200))
    #: Which entry of the catalogue that is (`office.services`); entries are retired and never removed.
    about_id: Mapped[int | None]
    letter_number: Mapped[str | None] = mapped_column(String(40))
    received_at: Mapped[datetime] = mapped_column(UtcMoment)
    registered_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: The last day for an answer, a day in Tehran; NULL without a deadline.
    due_on: Mapped[date | None]
    #: `due_on`, or a day beyond all days, so that an index can order by it.
    due_order: Mapped[date]
    paused_on: Mapped[date | None]
    resolved_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    outcome: Mapped[str | None] = mapped_column(String(20))
    duplicate_of_id: Mapped[int | None] = mapped_column(ForeignKey("petition.id"))
    satisfaction: Mapped[int | None]
    changed_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: When its personal data was masked: see `petitions.retention`.
    masked_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class PetitionText(Base):
    """The citizen's words, exactly as they came."""

    __tablename__ = "petition_text"

    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True)
    body: Mapped[str] = mapped_column(Text)


class Reply(Base):
    """The answer to the petitioner, drafted or sent (`sent_at`)."""

    __tablename__ = "reply"
    __table_args__ = (Index("ix_reply_petition", "petition_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    text: Mapped[str] = mapped_column(Text)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    written_at: Mapped[datetime] = mapped_column(UtcMoment)
    sent_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class Referral(Base):
    """A referral (ارجاع) to a unit or a clerk; `acted_at` when it came back or was done. The main ones move the
    petition, one after the other; those on the `side` go out while it stays where it is."""

    __tablename__ = "referral"
    __table_args__ = (
        Index("ix_referral_petition", "petition_id", "id"),
        Index(
            "ix_referral_side_open",
            "to_unit_id",
            "petition_id",
            sqlite_where=text("side AND acted_at IS NULL"),
            postgresql_where=text("side AND acted_at IS NULL"),
        ),
        # Which petitions changed their unit in a month.
        Index(
            "ix_referral_sent",
            "sent_at",
            "petition_id",
            sqlite_where=text("NOT side"),
            postgresql_where=text("NOT side"),
        ),
        Index(
            "ix_referral_returned",
            "acted_at",
            "petition_id",
            sqlite_where=text("NOT side AND result IS NOT NULL"),
            postgresql_where=text("NOT side AND result IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    from_unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    to_unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    to_person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    purpose: Mapped[str] = mapped_column(String(12))
    order_note: Mapped[str] = mapped_column(Text)
    sent_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    sent_at: Mapped[datetime] = mapped_column(UtcMoment)
    seen_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    acted_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    side: Mapped[bool] = mapped_column(default=False, server_default=false())
    #: The last day for an answer, a day in Tehran.
    due_on: Mapped[date | None]
    #: What became of it: see `vocabulary.SideResult`; NULL of a main one that was not returned.
    result: Mapped[str | None] = mapped_column(String(12))
    #: The number of the routing rule that made it; NULL of a person's own. Rules are never removed.
    rule_id: Mapped[int | None]


#: Of referrals to a petition's own unit those that are done with when the unit acts: what a colleague is asked on the
#: side stays theirs to answer.
TO_THE_WHOLE_UNIT: Final = or_(~Referral.side, Referral.to_person_id.is_(None))


class PetitionPause(Base):
    """A time during which the deadline clock stood still; days in Tehran."""

    __tablename__ = "petition_pause"
    __table_args__ = (Index("ix_petition_pause_petition", "petition_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    began: Mapped[date]
    ended: Mapped[date | None]


class PetitionSeen(Base):
    """The last version of a petition that a person has opened: what is unread for whom."""

    __tablename__ = "petition_seen"

    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    version: Mapped[int]


class Label(Base):
    """A label (برچسب); `folded` is its name for comparing, and stays taken when it is merged into another."""

    __tablename__ = "label"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    folded: Mapped[str] = mapped_column(String(60), unique=True)
    active: Mapped[bool]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("label.id"))
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class PetitionLabel(Base):
    """A label on a petition."""

    __tablename__ = "petition_label"
    __table_args__ = (Index("ix_petition_label_label", "label_id", "petition_id"),)

    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True)
    label_id: Mapped[int] = mapped_column(ForeignKey("label.id"), primary_key=True)


class Macro(Base):
    """A sequence of acts under a name (دستورهای پی‌درپی); `unit_id` shares it with a unit."""

    __tablename__ = "macro"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    #: A digit of the desk, or nothing.
    key: Mapped[str] = mapped_column(String(4))
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    #: As `petitions.macro_steps` writes them, in their order.
    steps: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class
