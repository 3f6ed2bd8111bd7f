"""Tables of later messages of petitioners to existing petitions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, UtcMoment
from desktop_app.database.vouched import vouched


class PetitionMessage(Base):
    """A later message (نوشته بعدی) of a petitioner, exactly as it was received."""

    __tablename__ = "petition_message"
    __table_args__ = (
        Index("ix_petition_message_petition", "petition_id", "id"),
        vouched("external_id", "channel", "received_at", words=("text",)),
    )

    id: Mapped[AutoId]
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    #: The key by which a repeated message is recognized, as a petition's.
    identity_key: Mapped[str] = mapped_column(String(100), unique=True)
    external_id: Mapped[str | None] = mapped_column(String(60))
    channel: Mapped[str] = mapped_column(String(20))
    #: The end of the sender's mobile number or address (`MessageSender`); empty if unknown or masked.
    sender: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(UtcMoment)
    taken_in_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: A `service.FollowUpReason`.
    cause: Mapped[str] = mapped_column(String(10))
    #: It came from another sender than the petition.
    other_sender: Mapped[bool]


class MessageSender(Base):
    """The number or address that a message came from. On PostgreSQL no login reads or writes the table."""

    __tablename__ = "message_sender"

    message_id: Mapped[int] = mapped_column(
        ForeignKey("petition_message.id"), primary_key=True, autoincrement=False
    )
    sender: Mapped[str] = mapped_column(String(200))


class WroteAgain(Base):
    """The number of later messages of a petition, and whether its assignee has unread ones. Only for petitions
    that have any.
    """

    __tablename__ = "wrote_again"
    __table_args__ = (Index("ix_wrote_again_unread", "unread", "petition_id"),)

    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True, autoincrement=False)
    texts: Mapped[int]
    unread: Mapped[bool] = mapped_column(server_default=false())
    last_at: Mapped[datetime] = mapped_column(UtcMoment)
