"""Decisions of people about two petitions: linked, or set apart as not the same."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop_app.database.base import Base, UtcMoment


class PairKind(StrEnum):
    """The relation of two petitions."""

    LINKED = "linked"
    SET_APART = "set_apart"


class PetitionPair(Base):
    """Two petitions, the one with the lower id first."""

    __tablename__ = "petition_pair"
    __table_args__ = (
        CheckConstraint("first_id < second_id", "in_order"),
        CheckConstraint("kind IN ('linked', 'set_apart')", "kind"),
        Index("ix_petition_pair_second", "second_id"),
    )

    first_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True, autoincrement=False)
    second_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(12))
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


#: The actions of their events: made, taken back.
ACTIONS: Final = {
    PairKind.LINKED: ("linked", "link_removed"),
    PairKind.SET_APART: ("set_apart", "set_apart_removed"),
}


def pair_of(session: Session, one: int, other: int) -> PetitionPair | None:
    """Returns the decision about two petitions, in either order."""
    return session.get(PetitionPair, (min(one, other), max(one, other)))


def pairs_of(session: Session, petition_id: int) -> dict[int, PairKind]:
    """Returns the decisions about a petition, by the id of the other one."""
    found = session.scalars(
        select(PetitionPair).where(
            or_(PetitionPair.first_id == petition_id, PetitionPair.second_id == petition_id)
        )
    )
    return {
        (pair.second_id if pair.first_id == petition_id else pair.first_id): PairKind(pair.kind)
        for pair in found
    }
