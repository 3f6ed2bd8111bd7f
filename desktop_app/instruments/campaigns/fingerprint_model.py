"""The table of comments' fingerprints, derived once from their texts."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base


class CommentFingerprint(Base):
    """The fingerprint of a comment that was compared with the others; a comment without one was not compared yet."""

    __tablename__ = "comment_fingerprint"
    __table_args__ = (Index("ix_comment_fingerprint_instrument", "instrument_id"),)

    comment_id: Mapped[int] = mapped_column(
        ForeignKey("public_comment.id"), primary_key=True, autoincrement=False
    )
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    #: `likeness.fingerprints.Print`.
    letters: Mapped[str] = mapped_column(String(32))
    sketch: Mapped[str] = mapped_column(String(128))
