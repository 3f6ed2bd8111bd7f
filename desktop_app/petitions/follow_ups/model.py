"""Tables of what petitioners write to a petition that is there already."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base, UtcMoment


class PetitionMessage(Base):
    """A further text (نوشته بعدی) of a petitioner, exactly as it came."""

    __tablename__ = "petition_message"
    __table_args__ = (Index("ix_petition_message_petition", "petition_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    #: As a petition's: what makes it the same text when it comes again.
    identity_key: Mapped[str] = mapped_column(String(100), unique=True)
    external_id: Mapped[str | None] = mapped_column(String(60))
    channel: Mapped[str] = mapped_column(String(20))
    #: The mobile number or the address that it came from; empty where that is not known, or was masked.
    sender: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(UtcMoment)
    taken_in_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: A `service.FollowUpReason`.
    cause: Mapped[str] = mapped_column(String(10))
    #: It came from somewhere else than the petition.
    other_sender: Mapped[bool]


class WroteAgain(Base):
    """That a petition has further texts: how many, and whether they wait to be read by who has it. Few have any."""

    __tablename__ = "wrote_again"
    __table_args__ = (Index("ix_wrote_again_unread", "unread", "petition_id"),)

    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True, autoincrement=False)
    texts: Mapped[int]
    unread: Mapped[bool] = mapped_column(server_default=false())
    last_at: Mapped[datetime] = mapped_column(UtcMoment)
