"""The table of what is worked out of a comment's text once: by what near-equal ones are found, and what it adds."""

from __future__ import annotations

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base


class CommentFingerprint(Base):
    """A comment's text never changes, so these do not either; `adds` is of one common text. None of its words stand
    here: a sentence is its place in the comment."""

    __tablename__ = "comment_fingerprint"

    comment_id: Mapped[int] = mapped_column(
        ForeignKey("public_comment.id"), primary_key=True, autoincrement=False
    )
    #: `likeness.fingerprints.Print`.
    letters: Mapped[str] = mapped_column(String(32))
    sketch: Mapped[str] = mapped_column(String(128))
    #: The comment whose text it was held against as one of its group; NULL: against none yet.
    against_id: Mapped[int | None]
    #: `[[begin, end, number], …]`: its sentences that the other text does not have, code points, and which addition
    #: of the group each belongs to; NULL for none.
    adds: Mapped[list[list[int]] | None] = mapped_column(JSON(none_as_null=True))
