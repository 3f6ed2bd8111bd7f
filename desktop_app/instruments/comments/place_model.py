"""The table of comments' places: found by the program on arrival, or chosen by a person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base, Json, UtcMoment


class CommentPlace(Base):
    """The place of a comment on one revision.

    A person's choice also applies to later revisions with a provision of that name. A place found by the program
    is searched again there.
    """

    __tablename__ = "comment_place"
    __table_args__ = (
        CheckConstraint("confidence BETWEEN 0 AND 100", name="percent"),
        CheckConstraint("(how = 'person') = (chosen_at IS NOT NULL)", name="chosen"),
    )

    comment_id: Mapped[int] = mapped_column(
        ForeignKey("public_comment.id"), primary_key=True, autoincrement=False
    )
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    #: The name of the provision («تبصره ۱ ماده ۶») and its start in code points of the revision. They are empty and
    #: NULL for the whole text and for an unsure place.
    provision: Mapped[str] = mapped_column(String(120))
    begin: Mapped[int | None]
    #: See `anchoring.How`.
    how: Mapped[str] = mapped_column(String(10))
    confidence: Mapped[int]
    #: `[[begin, confidence], …]` of the candidates, best first.
    candidates: Mapped[list[list[int]]] = mapped_column(Json)
    chosen_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    chosen_by: Mapped[str] = mapped_column(String(120), server_default="")
    chosen_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class
