"""The outline of a list, its sections under headings, and the position of a petition in it.

In the order of the deadline the sections are: past, today, until the end of this week, later, without. Each is a
contiguous run of rows, so that a few counts give the positions of all headings.
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
#: The position of a row in the order of a list: the value of the order, then the id.
Key = tuple[Any, int]


@dataclass(frozen=True, slots=True)
class ListSection:
    """`count` consecutive rows of one group.

    `key` is a `SectionKey`, a unit (`unit:5`) or a sender (`sender:7`; 0 is none), whose `name` is given if there
    is one.
    """

    key: str
    count: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """The length of a list, with `fences` (the keys of its rows 0, 64, 128 …), or all `ids` if no index has its
    order.

    There are no ids for a list of at most 256 rows that was counted before. `capped`: there are more matches.
    """

    total: int
    capped: bool
    fences: tuple[Key, ...]
    ids: array[int] | None = None


@dataclass(frozen=True, slots=True)
class OpenedList:
    """A list as it is opened.

    `sections` are empty without grouping, or with more than `MOST_SECTIONS` (then `crowded`). `today` is the day
    on which the list was read. `place` is the position of the current petition (None: it is not in the list).
    `rows` start at `first`. `last_id` is the highest id of the list: later petitions are new.
    """

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
    """Changes since a list was opened: the number of new petitions, and the current state of the displayed rows."""

    arrived: int
    rows: tuple[PetitionRow, ...]
    today: date


@dataclass(frozen=True, slots=True)
class Unassigned:
    """The petitions of a person's units without an assignee: how many, since when, and the one that waits longest."""

    count: int
    oldest: datetime | None
    oldest_id: int | None


#: A list with more headings than this has none: nobody would look for one among them.
MOST_SECTIONS: Final = 2000


def sections_of(
    session: Session, counted: Select[str, int, int], *, backwards: bool = False
) -> tuple[tuple[ListSection, ...], int]:
    """Returns the non-empty sections by deadline, in their order, and the highest id in them."""
    rows = ask(session, counted).all()
    found = {SectionKey(name): count for name, count, _ in rows}
    order = tuple(reversed(SectionKey)) if backwards else tuple(SectionKey)
    sections = tuple(ListSection(name, found[name]) for name in order if found.get(name))
    return sections, max((last for _, _, last in rows), default=0)


def sections_of_runs(
    session: Session, by: Grouping, runs: Sequence[tuple[Any, int]]
) -> tuple[ListSection, ...]:
    """Returns the sections for runs of rows with one value; empty if there are too many.

    The value is the rank of a section by deadline, or the id of a unit or a sender.
    """
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
    """Returns the number of rows of the list before the petition; None if it is not in the list."""
    key, identity = columns
    here = session.execute(select(key).where(*conditions, Petition.id == petition_id)).first()
    if here is None:
        return None
    if descending:
        before = (key > here[0]) | ((key == here[0]) & (identity > petition_id))
    else:
        before = (key < here[0]) | ((key == here[0]) & (identity < petition_id))
    return session.scalar(select(func.count()).select_from(Petition).where(*conditions, before)) or 0
