"""Tables of triage: the issues (محور) that a comment raises, and its assignee."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base, UtcMoment


class CommentIssue(Base):
    """An issue that staff saw in a comment; issues are named by the office, for one instrument."""

    __tablename__ = "comment_issue"

    comment_id: Mapped[int] = mapped_column(
        ForeignKey("public_comment.id"), primary_key=True, autoincrement=False
    )
    issue: Mapped[str] = mapped_column(String(60), primary_key=True)


class CommentAssignment(Base):
    """The assignee who is to decide a comment; there is no row if nobody was named."""

    __tablename__ = "comment_assignment"
    __table_args__ = (Index("ix_comment_assignment_person", "person_id"),)

    comment_id: Mapped[int] = mapped_column(
        ForeignKey("public_comment.id"), primary_key=True, autoincrement=False
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(UtcMoment)
