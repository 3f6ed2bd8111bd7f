"""The outline of a list, its sections under headings, and where a petition stands in it.

In the order of the deadline a list reads: past, today, until the end of this week, later, without. Each section is a
run of rows, so a few counts tell where every heading stands, in a list of a million too.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from desktop_app.database.kept_statements import ask
from desktop_app.people.model import Petitioner
from desktop_app.petitions.lists.filters import Grouping
from desktop_app.petitions.lists.ordering import SectionKey
from desktop_app.petitions.lists.rows import PetitionRow
from desktop_app.petitions.model import Petition
from desktop_app.staff.model import Unit

Conditions = list[ColumnElement[bool]]
#: Where a row stands in the order of a list: the value of the order, then the id.
Key = tuple[Any, int]


@dataclass(frozen=True, slots=True)
class ListSection:
    """`count` rows that follow each other: by deadline (`key` is a `SectionKey`), of a unit (`unit:5`) or of a sender
    (`sender:7`; 0 is none), whose `name` is told; empty where there is none."""

    key: str
    count: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """How long a list is; the keys of its rows 0, 64, 128 …, or (`ids`) every id in its order, where no index has it
    (neither in a list of at most 256 that was counted before); `capped`: there are more matches."""

    total: int
    capped: bool
    fences: tuple[Key, ...]
    ids: array[int] | None = None


@dataclass(frozen=True, slots=True)
class OpenedList:
    """A list as it is put before a person: its outline, its sections (none without headings, and none
    with more than `MOST_SECTIONS`: then `crowded`), the day on which it was read, the place of the petition that is
    kept (None: it is not in the list), the rows from `first` on, and the highest id of the list: what comes later is
    new."""

    outline: Outline
    sections: tuple[ListSection, ...]
    today: date
    place: int | None
    first: int
    rows: tuple[PetitionRow, ...]
    last_id: int
    crowded: bool = False


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


#: With more headings than this a list has none: nobody looks for one among them.
MOST_SECTIONS: Final = 2000


def sections_of(
    session: Session, counted: Select[str, int, int], *, backwards: bool = False
) -> tuple[tuple[ListSection, ...], int]:
    """The sections by deadline that are not empty, in the order in which they stand; and the highest id in them."""
    rows = ask(session, counted).all()
    found = {SectionKey(name): count for name, count, _ in rows}
    order = tuple(reversed(SectionKey)) if backwards else tuple(SectionKey)
    sections = tuple(ListSection(name, found[name]) for name in order if found.get(name))
    return sections, max((last for _, _, last in rows), default=0)


def sections_of_runs(
    session: Session, by: Grouping, runs: Sequence[tuple[Any, int]]
) -> tuple[ListSection, ...]:
    """Sections out of runs of rows with one value: the place of a section by deadline, or the id of a unit or a
    sender. None where there are too many."""
    if len(runs) > MOST_SECTIONS:
        return ()
    if by is Grouping.DEADLINE:
        names_of = tuple(SectionKey)
        return tuple(ListSection(names_of[key], count) for key, count in runs)
    entity: Any = Unit if by is Grouping.UNIT else Petitioner
    ids = [key for key, _ in runs if key]
    names = {
        row.id: row.name for row in session.execute(select(entity.id, entity.name).where(entity.id.in_(ids)))
    }
    return tuple(ListSection(f"{by.value}:{key}", count, names.get(key, "")) for key, count in runs)


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
