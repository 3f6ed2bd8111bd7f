"""Tables of what goes out to petitioners."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base, UtcMoment

_WAITING: Final = text("state = 'waiting'")
_OPEN: Final = text("state <> 'written'")


class MessageState(StrEnum):
    """Where a message stands."""

    WAITING = "waiting"
    #: What caused it was taken back before it went out.
    CANCELLED = "cancelled"
    #: In a file that is being written.
    TAKEN = "taken"
    #: In a file that was handed on.
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    #: It failed, and another one was made in its place.
    RETRIED = "retried"


class BatchState(StrEnum):
    """How far the files of a batch are: `ready` stand beside the folder's other files under hidden names."""

    TAKEN = "taken"
    READY = "ready"
    WRITTEN = "written"


class OutboxBatch(Base):
    """The messages of one way that go into files together."""

    __tablename__ = "outbox_batch"
    __table_args__ = (Index("ix_outbox_batch_open", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),)

    id: Mapped[int] = mapped_column(primary_key=True)
    #: Part of its files' names: a number alone comes again where a database was restored.
    key: Mapped[str] = mapped_column(String(16))
    way: Mapped[str] = mapped_column(String(8))
    folder: Mapped[str] = mapped_column(Text)
    #: What stands in the folder's mark: an empty place that a network drive was at is another folder.
    folder_mark: Mapped[str] = mapped_column(String(32))
    #: A `BatchState`.
    state: Mapped[str] = mapped_column(String(8))
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    written_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class OutboxMessage(Base):
    """One message to the petitioner of one petition, in the words that go out."""

    __tablename__ = "outbox_message"
    __table_args__ = (
        Index("ix_outbox_message_petition", "petition_id", "id"),
        Index("ix_outbox_message_batch", "batch_id"),
        Index("ix_outbox_message_waiting", "way", "id", sqlite_where=_WAITING, postgresql_where=_WAITING),
        # The newest of a state, and how many have it.
        Index("ix_outbox_message_state", "state", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    #: What the receipt names; in an e-mail the left part of its Message-ID.
    key: Mapped[str] = mapped_column(String(32), unique=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    #: An `office.message_templates.MessageKind`, and a `DeliveryMethod`.
    kind: Mapped[str] = mapped_column(String(12))
    way: Mapped[str] = mapped_column(String(8))
    subject: Mapped[str] = mapped_column(String(400))
    text: Mapped[str] = mapped_column(Text)
    #: A `MessageState`.
    state: Mapped[str] = mapped_column(String(10))
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: Where to: as the petitioner is known when it is taken.
    address: Mapped[str] = mapped_column(String(120), server_default="")
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("outbox_batch.id"))
    sent_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: When the receipt was read, and what it gave as the reason where it failed.
    told_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    reason: Mapped[str] = mapped_column(String(200), server_default="")
    #: The one that failed before it.
    again_of_id: Mapped[int | None] = mapped_column(ForeignKey("outbox_message.id"))
