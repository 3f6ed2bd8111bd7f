"""Tables of messages to petitioners."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, UtcMoment
from desktop_app.office.message_templates import MessageKind

_WAITING: Final = text("state = 'waiting'")
_OPEN: Final = text("state <> 'written'")
_QUESTION: Final = text("kind = 'satisfaction' AND again_of_id IS NULL")
_FIRST: Final = text("again_of_id IS NULL")


#: The messages that tell the end of a petition.
ENDS: Final = (MessageKind.ANSWERED.value, MessageKind.CLOSED.value)


class MessageState(StrEnum):
    """The state of a message."""

    WAITING = "waiting"
    #: Its cause was undone before it was sent.
    CANCELLED = "cancelled"
    #: In a file that is being written, or about to be handed to the mail server.
    TAKEN = "taken"
    #: In a finished file, or accepted by the mail server.
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    #: It failed, and another message replaces it.
    RETRIED = "retried"


class BatchState(StrEnum):
    """The state of a batch: the files of a `ready` one are in the folder under hidden names."""

    TAKEN = "taken"
    READY = "ready"
    WRITTEN = "written"


class OutboxBatch(Base):
    """Messages of one delivery method that are written into files together, or handed to the mail server."""

    __tablename__ = "outbox_batch"
    __table_args__ = (Index("ix_outbox_batch_open", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),)

    id: Mapped[AutoId]
    #: Part of the file names: an id alone would be reused after a database was restored.
    key: Mapped[str] = mapped_column(String(16))
    way: Mapped[str] = mapped_column(String(8))
    #: Empty for the mail server.
    folder: Mapped[str] = mapped_column(Text)
    #: The content of the folder's mark file: an empty mount point of a network drive is another folder.
    folder_mark: Mapped[str] = mapped_column(String(32))
    #: A `BatchState`.
    state: Mapped[str] = mapped_column(String(8))
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    written_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class OutboxMessage(Base):
    """One message to the petitioner of one petition, or to the sender of one comment, with its final text."""

    __tablename__ = "outbox_message"
    __table_args__ = (
        CheckConstraint("(petition_id IS NULL) <> (comment_id IS NULL)", name="one_addressee"),
        Index("ix_outbox_message_petition", "petition_id", "id"),
        # A comment is answered once, and a failed message is replaced once.
        Index(
            "uq_outbox_message_comment", "comment_id", unique=True,
            sqlite_where=_FIRST, postgresql_where=_FIRST,
        ),
        Index("uq_outbox_message_again_of", "again_of_id", unique=True),
        Index("ix_outbox_message_batch", "batch_id"),
        Index("ix_outbox_message_waiting", "way", "id", sqlite_where=_WAITING, postgresql_where=_WAITING),
        # For the newest messages of a state, and their number.
        Index("ix_outbox_message_state", "state", "id"),
        # How satisfied somebody is, is asked once.
        Index(
            "uq_outbox_message_question", "petition_id", unique=True,
            sqlite_where=_QUESTION, postgresql_where=_QUESTION,
        ),
    )  # fmt: skip

    id: Mapped[AutoId]
    #: The id in receipts; the local part of an e-mail's Message-ID.
    key: Mapped[str] = mapped_column(String(32), unique=True)
    petition_id: Mapped[int | None] = mapped_column(ForeignKey("petition.id"))
    #: The public comment whose sender is told what became of it, and the code of its draft.
    comment_id: Mapped[int | None] = mapped_column(ForeignKey("public_comment.id"))
    draft_code: Mapped[str] = mapped_column(String(30), server_default="")
    #: An `office.message_templates.MessageKind`, and a `DeliveryMethod`.
    kind: Mapped[str] = mapped_column(String(12))
    way: Mapped[str] = mapped_column(String(8))
    subject: Mapped[str] = mapped_column(String(400))
    text: Mapped[str] = mapped_column(Text)
    #: A `MessageState`.
    state: Mapped[str] = mapped_column(String(10))
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: The petitioner's address at the time when the message is taken: masked, except for the number of the portal.
    address: Mapped[str] = mapped_column(String(120), server_default="")
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("outbox_batch.id"))
    #: When it began to be handed to the mail server; what became of it is not known before it has another state.
    begun_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    sent_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: When the receipt was read, and its reason for a failure.
    told_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    reason: Mapped[str] = mapped_column(String(200), server_default="")
    #: The failed message that it replaces.
    again_of_id: Mapped[int | None] = mapped_column(ForeignKey("outbox_message.id"))


class OutboxAddress(Base):
    """The address of a message that was taken. On PostgreSQL no login reads or writes the table."""

    __tablename__ = "outbox_address"
    # Answers are put to the question that went to their sender, in whatever letters.
    __table_args__ = (Index("ix_outbox_address_lower_address", text("lower(address)")),)

    message_id: Mapped[int] = mapped_column(ForeignKey("outbox_message.id"), primary_key=True)
    address: Mapped[str] = mapped_column(String(120))
