"""Tables of staff threads on comments: internal discussion, never published."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, UtcMoment
from desktop_app.database.vouched import vouched


class CommentThread(Base):
    """A thread on one comment, or on one campaign group."""

    __tablename__ = "comment_thread"
    __table_args__ = (
        Index("ix_comment_thread_instrument", "instrument_id", "id"),
        Index("ix_comment_thread_assignee", "assignee_id", "id"),
        Index("ix_comment_thread_author", "author_id", "id"),
        CheckConstraint("(comment_id IS NULL) <> (campaign_id IS NULL)", name="one_thing"),
    )

    id: Mapped[AutoId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    comment_id: Mapped[int | None] = mapped_column(ForeignKey("public_comment.id"))
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaign.id"))
    kind: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(10))
    outcome: Mapped[str | None] = mapped_column(String(12))
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    author_name: Mapped[str] = mapped_column(String(120))
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class CommentThreadMessage(Base):
    """One message; the first one opened the thread."""

    __tablename__ = "comment_thread_message"
    __table_args__ = (
        Index("ix_comment_thread_message_thread", "thread_id", "id"),
        vouched("text", "author_id", "at"),
    )

    id: Mapped[AutoId]
    thread_id: Mapped[int] = mapped_column(ForeignKey("comment_thread.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    author_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(UtcMoment)
    text: Mapped[str] = mapped_column(Text)
