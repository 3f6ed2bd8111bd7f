"""Tables of the material changes between the text before the public and a later revision."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, Json, UtcMoment
from desktop_app.database.vouched import vouched
from desktop_app.instruments.vocabulary import LONGEST_PROVISION


class TextComparison(Base):
    """A comparison of two revisions, whose material changes are stored. Triggers refuse every change of it."""

    __tablename__ = "text_comparison"
    __table_args__ = (
        Index("ix_text_comparison_pair", "old_revision_id", "new_revision_id"),
        vouched("old_revision_id", "new_revision_id", "engine", "old_sha256", "new_sha256", "pins", "digest"),
    )

    id: Mapped[AutoId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    old_revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    new_revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    #: `comparison.result.ENGINE`.
    engine: Mapped[str] = mapped_column(String(60))
    old_sha256: Mapped[str] = mapped_column(String(64))
    new_sha256: Mapped[str] = mapped_column(String(64))
    #: The pins under which it was made, as `statute.outcome.pins_between` writes them.
    pins: Mapped[str] = mapped_column(Text)
    #: How many provisions differ in their number, or in spelling, alone.
    renumbered: Mapped[int]
    spelled: Mapped[int]
    #: Over the changes, see `storing.digest_of`.
    digest: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_by: Mapped[str] = mapped_column(String(120))


class TextChange(Base):
    """A material change of a stored comparison; see `material.MaterialChange`."""

    __tablename__ = "text_change"
    __table_args__ = (UniqueConstraint("comparison_id", "name"),)

    id: Mapped[AutoId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    comparison_id: Mapped[int] = mapped_column(ForeignKey("text_comparison.id"))
    name: Mapped[str] = mapped_column(String(LONGEST_PROVISION))
    key: Mapped[str] = mapped_column(String(32))
    status: Mapped[str] = mapped_column(String(20))
    flags: Mapped[list[str]] = mapped_column(Json)
    #: `comparison.weight.WeightKind`.
    kinds: Mapped[list[str]] = mapped_column(Json)
    #: Code points of the text of each revision, with its parts; NULL on the side that lacks the provision.
    old_begin: Mapped[int | None]
    old_end: Mapped[int | None]
    new_begin: Mapped[int | None]
    new_end: Mapped[int | None]


class ChangeReason(Base):
    """The sentence of a reviewer on a material change that no comment asked for. It is published.

    The last row of a change counts; an empty reason takes the former one away. Triggers refuse every change.
    """

    __tablename__ = "change_reason"
    __table_args__ = (
        Index("ix_change_reason_change", "instrument_id", "key"),
        vouched("key", "reason", "person_id"),
    )

    id: Mapped[AutoId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    key: Mapped[str] = mapped_column(String(32))
    reason: Mapped[str] = mapped_column(Text)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(UtcMoment)
