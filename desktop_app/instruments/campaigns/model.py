"""Tables of campaign groups (هم‌متن): comments on one instrument with the same text."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, UtcMoment
from desktop_app.instruments.vocabulary import LONGEST_PROVISION


class CampaignRecord(Base):
    """A group; its id never changes. It has no members after it was joined with another."""

    __tablename__ = "campaign"
    __table_args__ = (Index("ix_campaign_instrument", "instrument_id", "id"),)

    id: Mapped[AutoId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    #: The comment whose text represents the group: the best written one.
    head_id: Mapped[int] = mapped_column(ForeignKey("public_comment.id"))
    #: `[[begin, end], …]`: the sentences of its text that all members share, in code points.
    shared: Mapped[list[list[int]]] = mapped_column(JSON)
    #: The number of sentences that not all members have, and the digest of these and of the common text.
    additions: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: The last decision for the whole group; the members that follow it have the same.
    disposition: Mapped[str | None] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text, server_default="")
    decided_by: Mapped[str] = mapped_column(String(120), server_default="")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    carried_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    carried_provision: Mapped[str] = mapped_column(String(LONGEST_PROVISION), server_default="")
    unchanged_reason: Mapped[str] = mapped_column(Text, server_default="")
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class CampaignMember(Base):
    """A comment in a group, or one that a person took out of one.

    What it has beyond the common text of its group is stored as offsets, without words.
    """

    __tablename__ = "campaign_member"
    __table_args__ = (Index("ix_campaign_member_campaign", "campaign_id"),)

    comment_id: Mapped[int] = mapped_column(
        ForeignKey("public_comment.id"), primary_key=True, autoincrement=False
    )
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaign.id"))
    #: Placed by a person: the search does not move it.
    by_hand: Mapped[bool]
    placed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    #: Has the decision of the group, and not one of its own.
    follows: Mapped[bool]
    #: A reviewer decides it on its own: a decision on the group leaves it out.
    apart: Mapped[bool]
    #: The comment that it was compared with as the common text of its group; NULL: not compared yet.
    against_id: Mapped[int | None]
    #: `[[begin, end, number], …]`: its sentences that the common text lacks, in code points, with the number of the
    #: group's addition; NULL for none. Those that the group's head has too are listed with the head alone, …
    adds: Mapped[list[list[int]] | None] = mapped_column(JSON(none_as_null=True))
    #: … and here are the numbers of those of the head's that it does not have.
    lacks: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))


class CampaignReading(Base):
    """A person saw what single members of a group add; `digest` is that of the group at that time."""

    __tablename__ = "campaign_reading"
    __table_args__ = (Index("ix_campaign_reading_campaign", "campaign_id"),)

    id: Mapped[AutoId]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"))
    #: NULL for the user of a PC without accounts.
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    digest: Mapped[str] = mapped_column(String(64))
    read_at: Mapped[datetime] = mapped_column(UtcMoment)
