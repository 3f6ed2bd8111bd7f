"""How a list falls into sections by deadline, and where a petition stands in it.

In the order of the deadline a list reads: past, until the end of this week, later, without. Each section is a
run of rows, so three counts tell where every heading stands, in a list of a million too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from desktop_app.petitions.model import Petition
from desktop_app.petitions.register import NO_DEADLINE

if TYPE_CHECKING:
    from desktop_app.petitions.inbox import Outline, PetitionRow

Conditions = list[ColumnElement[bool]]


class SectionKey(StrEnum):
    """A run of rows in the order of the deadline."""

    PAST = "past"
    THIS_WEEK = "this_week"
    LATER = "later"
    WITHOUT = "without"


@dataclass(frozen=True, slots=True)
class Section:
    """`count` rows that follow each other."""

    key: SectionKey
    count: int


@dataclass(frozen=True, slots=True)
class OpenedList:
    """A list as it is put before a person: its outline, its sections (none in another order than the deadline),
    the day on which it was read, the place of the petition that is kept (None: it is not in the list), the rows
    from `first` on, and the highest id there is: what comes later is new."""

    outline: Outline
    sections: tuple[Section, ...]
    today: date
    place: int | None
    first: int
    rows: tuple[PetitionRow, ...]
    last_id: int


@dataclass(frozen=True, slots=True)
class News:
    """What happened since a list was opened: how many came, and the rows that are looked at as they are now."""

    arrived: int
    rows: tuple[PetitionRow, ...]
    today: date


@dataclass(frozen=True, slots=True)
class Unassigned:
    """What of a person's units has no clerk yet: how many, since when, and the one that waits longest."""

    count: int
    oldest: datetime | None
    oldest_id: int | None


_ORDER: Final = (SectionKey.PAST, SectionKey.THIS_WEEK, SectionKey.LATER, SectionKey.WITHOUT)


def sections_of(
    session: Session, conditions: Conditions, today: date, end_of_week: date
) -> tuple[Section, ...]:
    """The sections that are not empty, in the order in which they stand."""
    due = Petition.due_order
    key = case(
        (due < today, SectionKey.PAST.value),
        (due <= end_of_week, SectionKey.THIS_WEEK.value),
        (due < NO_DEADLINE, SectionKey.LATER.value),
        else_=SectionKey.WITHOUT.value,
    ).label("section")
    counted = select(key, func.count()).select_from(Petition).where(*conditions).group_by(key)
    found = {SectionKey(name): count for name, count in session.execute(counted)}
    return tuple(Section(name, found[name]) for name in _ORDER if found.get(name))


def place_of(
    session: Session,
    conditions: Conditions,
    columns: tuple[ColumnElement[Any], ColumnElement[int]],
    petition_id: int,
    *,
    descending: bool,
) -> int | None:
    """How many rows of the list stand before the petition; None where it is not in the list."""
    key, identity = columns
    here = session.execute(select(key).where(*conditions, Petition.id == petition_id)).first()
    if here is None:
        return None
    if descending:
        before = (key > here[0]) | ((key == here[0]) & (identity > petition_id))
    else:
        before = (key < here[0]) | ((key == here[0]) & (identity < petition_id))
    return session.scalar(select(func.count()).select_from(Petition).where(*conditions, before)) or 0
