"""Tables of the petition desk. Lists read the narrow `petition`; long texts are in separate tables."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop_app.database.base import AutoId, Base, Json, UtcMoment
from desktop_app.database.vouched import vouched
from desktop_app.people.model import LONGEST_NAME, Petitioner

_OPEN: Final[dict[str, Any]] = {
    "sqlite_where": text("is_open IS 1"), "postgresql_where": text("is_open IS true"),
}  # fmt: skip

NO_DEADLINE: Final = date(9999, 12, 31)


class Petition(Base):
    """A petition from a citizen (درخواست مردمی)."""

    __tablename__ = "petition"
    __table_args__ = (
        UniqueConstraint("registry_year", "registry_number"),
        CheckConstraint(
            "status NOT IN ('resolved', 'archived') OR outcome IS NOT NULL", "resolved_has_outcome"
        ),
        # Each view of the inbox scans one of these from one end: an equality prefix, then the order. Indexes
        # that differ by engine are in `database.list_columns`.
        Index("ix_petition_open_due", "is_open", "due_order", "id"),
        Index("ix_petition_open_received", "is_open", "received_at", "id"),
        Index("ix_petition_unit", "unit_id", "is_open", "due_order", "id"),
        Index("ix_petition_assignee", "assignee_id", "is_open", "due_order", "id"),
        Index("ix_petition_petitioner", "petitioner_id", "id"),
        Index("ix_petition_due", "due_order", "id"),
        Index("ix_petition_assignee_received", "assignee_id", "received_at", "id"),
        # For what others did lately with a person's petitions (`reports.notices`).
        Index("ix_petition_assignee_changed", "assignee_id", "changed_at"),
        Index("ix_petition_channel_received", "channel", "received_at", "id"),
        # Partial indexes on the few open petitions: finding rare values among them would scan all of them
        # otherwise.
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
        # Few petitions are notices.
        Index(
            "ix_petition_notice",
            "id",
            sqlite_where=text("notice IS 1"),
            postgresql_where=text("notice IS true"),
        ),
        # Resolved petitions that are not archived yet, the oldest first.
        Index(
            "ix_petition_not_archived",
            "resolved_at",
            "id",
            sqlite_where=text("status = 'resolved'"),
            postgresql_where=text("status = 'resolved'"),
        ),
        # Few petitions are duplicates.
        Index(
            "ix_petition_duplicate_of",
            "duplicate_of_id",
            sqlite_where=text("duplicate_of_id IS NOT NULL"),
            postgresql_where=text("duplicate_of_id IS NOT NULL"),
        ),
        vouched(
            "tracking_code",
            "registry_year",
            "registry_number",
            "external_id",
            "kind",
            "channel",
            "letter_number",
            "received_at",
            "registered_at",
            words=("subject",),
        ),
    )

    id: Mapped[AutoId]
    tracking_code: Mapped[str] = mapped_column(String(12), unique=True)
    registry_year: Mapped[int]
    registry_number: Mapped[int]
    #: Identifies the row when it is imported again: see `petitions.register.identity_key`.
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
    #: The subject in words (a service, an instrument, a news item).
    about: Mapped[str] = mapped_column(String(200))
    #: The catalogue entry of the subject (`office.services`); entries are retired and never deleted.
    about_id: Mapped[int | None]
    letter_number: Mapped[str | None] = mapped_column(String(40))
    received_at: Mapped[datetime] = mapped_column(UtcMoment)
    registered_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: The deadline, a day in Tehran; NULL without one.
    due_on: Mapped[date | None]
    #: `due_on`, or a day after all others, so that an index can order by it.
    due_order: Mapped[date]
    paused_on: Mapped[date | None]
    resolved_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    outcome: Mapped[str | None] = mapped_column(String(20))
    duplicate_of_id: Mapped[int | None] = mapped_column(ForeignKey("petition.id"))
    satisfaction: Mapped[int | None]
    changed_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: When its personal data was masked: see `petitions.retention`.
    masked_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: Whether it is a notice (بدون پاسخ): its identity is incomplete, so it has neither reply nor deadline.
    notice: Mapped[bool] = mapped_column(default=False, server_default=false())
    #: When the identity of a notice was completed: its deadline counts from then.
    completed_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class PetitionText(Base):
    """The petitioner's text, exactly as received."""

    __tablename__ = "petition_text"
    __table_args__ = vouched(words=("body",))

    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True)
    body: Mapped[str] = mapped_column(Text)


class Reply(Base):
    """The reply to the petitioner, a draft until `sent_at` is set."""

    __tablename__ = "reply"
    __table_args__ = (
        Index("ix_reply_petition", "petition_id", "id"),
        vouched("author_id", "written_at", words=("text",)),
    )

    id: Mapped[AutoId]
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    text: Mapped[str] = mapped_column(Text)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    written_at: Mapped[datetime] = mapped_column(UtcMoment)
    sent_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: Whether it was sent while the petition stayed open (پاسخ میانی).
    interim: Mapped[bool] = mapped_column(default=False, server_default=false())


class Referral(Base):
    """A referral (ارجاع) to a unit or a clerk; `acted_at` is set when it is returned or done.

    A main referral moves the petition; one with `side` leaves it in its unit.
    """

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
        # For petitions that changed their unit in a month.
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
        # For what was sent lately to a unit, and what came back to a person (`reports.notices`).
        Index("ix_referral_to_unit", "to_unit_id", "sent_at"),
        Index(
            "ix_referral_came_back",
            "sent_by_id",
            "acted_at",
            sqlite_where=text("result IS NOT NULL"),
            postgresql_where=text("result IS NOT NULL"),
        ),
        vouched(
            "from_unit_id",
            "to_unit_id",
            "to_person_id",
            "purpose",
            "sent_by_id",
            "sent_at",
            words=("order_note",),
        ),
    )

    id: Mapped[AutoId]
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
    #: The deadline of the answer, a day in Tehran.
    due_on: Mapped[date | None]
    #: The result: see `vocabulary.SideResult`; NULL for a main referral that was not returned.
    result: Mapped[str | None] = mapped_column(String(12))
    #: The routing rule that created it; NULL if a person did. Rules are never deleted.
    rule_id: Mapped[int | None]


class PetitionPause(Base):
    """A pause of the deadline clock; days in Tehran."""

    __tablename__ = "petition_pause"
    __table_args__ = (Index("ix_petition_pause_petition", "petition_id", "id"),)

    id: Mapped[AutoId]
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    began: Mapped[date]
    ended: Mapped[date | None]


class TakenOver(Base):
    """A petition that a colleague took over from its assignee, for the notice of that person (`reports.notices`)."""

    __tablename__ = "taken_over"
    __table_args__ = (Index("ix_taken_over_person", "person_id", "taken_at"),)

    id: Mapped[AutoId]
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    taken_at: Mapped[datetime] = mapped_column(UtcMoment)


class PetitionSeen(Base):
    """The last version of a petition that a person has opened; later ones are unread."""

    __tablename__ = "petition_seen"

    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    version: Mapped[int]


class Label(Base):
    """A label (برچسب); `folded` is the normalised name, which stays reserved after a merge into another
    label.
    """

    __tablename__ = "label"

    id: Mapped[AutoId]
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
    """A named sequence of acts (دستورهای پی‌درپی); `unit_id` shares it with a unit."""

    __tablename__ = "macro"

    id: Mapped[AutoId]
    name: Mapped[str] = mapped_column(String(80))
    #: The shortcut at the desk, a digit or empty.
    key: Mapped[str] = mapped_column(String(4))
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    #: The steps in order, as written by `petitions.macro_steps`.
    steps: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class
