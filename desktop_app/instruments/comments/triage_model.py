"""The table of the issues (محور) that comments raise."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base


class CommentIssue(Base):
    """An issue that staff saw in a comment; issues are named by the office, for one instrument."""

    __tablename__ = "comment_issue"

    comment_id: Mapped[int] = mapped_column(
        ForeignKey("public_comment.id"), primary_key=True, autoincrement=False
    )
    issue: Mapped[str] = mapped_column(String(60), primary_key=True)
