"""The table of values derived once from a comment's text: its fingerprint, and what it adds to a common text."""

from __future__ import annotations

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base


class CommentFingerprint(Base):
    """The derived values of a comment, whose text never changes; `adds` relates to one common text.

    It stores no words of the comment: a sentence is stored as its offsets.
    """

    __tablename__ = "comment_fingerprint"

    comment_id: Mapped[int] = mapped_column(
        ForeignKey("public_comment.id"), primary_key=True, autoincrement=False
    )
    #: `likeness.fingerprints.Print`.
    letters: Mapped[str] = mapped_column(String(32))
    sketch: Mapped[str] = mapped_column(String(128))
    #: The comment that it was compared with as the common text of its group; NULL: not compared yet.
    against_id: Mapped[int | None]
    #: `[[begin, end, number], …]`: its sentences that the common text lacks, in code points, with the number of the
    #: group's addition; NULL for none.
    adds: Mapped[list[list[int]] | None] = mapped_column(JSON(none_as_null=True))
