"""The tables of work on annotations: who is mentioned in them, and their labels."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, UtcMoment
from desktop_app.database.vouched import vouched

#: The longest label, in letters.
LONGEST_LABEL: Final = 40


class ThreadMention(Base):
    """A person whom a message of an annotation names after an `@`; it has the moment of the message."""

    __tablename__ = "thread_mention"
    __table_args__ = (
        Index("ix_thread_mention_person", "person_id", "at"),
        Index("ix_thread_mention_thread", "thread_id", "id"),
        vouched("person_id", "person_name", "by_id", "at"),
    )

    id: Mapped[AutoId]
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    #: The name as the message has it.
    person_name: Mapped[str] = mapped_column(String(120))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(UtcMoment)


class ThreadLabel(Base):
    """A label of an annotation. Labels that fold to the same words are one, spelled as it was first."""

    __tablename__ = "thread_label"
    __table_args__ = (Index("ix_thread_label_folded", "folded"),)

    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id"), primary_key=True, autoincrement=False)
    folded: Mapped[str] = mapped_column(String(LONGEST_LABEL), primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_LABEL))
