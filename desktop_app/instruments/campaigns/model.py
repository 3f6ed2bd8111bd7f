"""Tables of campaign groups (هم‌متن): comments on one instrument that say the same."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base, UtcMoment


class CampaignRecord(Base):
    """A group; it keeps its number whatever joins it. Without members where it was joined with another."""

    __tablename__ = "campaign"
    __table_args__ = (Index("ix_campaign_instrument", "instrument_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    #: The comment whose text stands for all, and how many sentences single senders added to it.
    head_id: Mapped[int] = mapped_column(ForeignKey("public_comment.id"))
    additions: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: What was last decided for all of it; the members that follow hold the same.
    disposition: Mapped[str | None] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text, server_default="")
    decided_by: Mapped[str] = mapped_column(String(120), server_default="")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    carried_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    carried_provision: Mapped[str] = mapped_column(String(60), server_default="")
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class CampaignMember(Base):
    """A comment that was held against the others: the group that it is in, or none. A comment without a row has not
    been looked at yet."""

    __tablename__ = "campaign_member"
    __table_args__ = (Index("ix_campaign_member_campaign", "campaign_id"),)

    comment_id: Mapped[int] = mapped_column(
        ForeignKey("public_comment.id"), primary_key=True, autoincrement=False
    )
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaign.id"))
    #: Placed by a person: looking again moves it no more.
    by_hand: Mapped[bool]
    placed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    #: Holds what was decided for the whole group, and not what was decided for it alone.
    follows: Mapped[bool]
