"""How any place of a list among a million rows is reached at once.

Where an index has the order of a list, its outline holds the order key of every 64th row, and a page starts at one of
those fences. Paging by key costs the same at row 900,000 as at row 1; OFFSET does not. Where no index has the order
or the conditions, the outline holds every id instead, and a page is fetched by primary key.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.orm import Session

from desktop_app.database.kept_statements import ask
from desktop_app.petitions.lists.filters import ListFilter
from desktop_app.petitions.lists.ordering import key_of, unit_headings
from desktop_app.petitions.lists.rows import PetitionRow, row_of, select_rows
from desktop_app.petitions.lists.sections import Conditions, Key, Outline
from desktop_app.petitions.lists.statements import ordering, rows_of
from desktop_app.petitions.model import Petition
from desktop_app.staff.roles import Actor

#: From the rows in one unit's reach a page is never further away than so many: a window asks for four times as many.
FENCE: Final = 64
#: A list of so many times as many rows needs no fences: it is walked from its beginning.
_SHORT: Final = 4


def fenced(session: Session, wanted: ListFilter, conditions: Conditions, total: int | None = None) -> Outline:
    """The outline of a list that an index has; `total`: its length, where it was counted already; a short
    one needs none. The index is walked once."""
    if total is not None and total <= _SHORT * FENCE:
        return Outline(total, False, ())
    numbered = (
        select(
            key_of(wanted.order)[0].label("key"),
            Petition.id.label("id"),
            (func.row_number().over(order_by=ordering(wanted)) - 1).label("place"),
        )
        .where(*conditions)
        .subquery()
    )
    fences = session.execute(
        select(numbered.c.key, numbered.c.id).where(numbered.c.place % FENCE == 0).order_by(numbered.c.place)
    ).all()
    if not fences:
        return Outline(0, False, ())
    if total is None:
        # Only what lies behind the last fence has not been counted by them.
        last = _not_before(wanted, (fences[-1].key, fences[-1].id))
        rest = select(func.count()).select_from(Petition).where(*conditions, last)
        total = (len(fences) - 1) * FENCE + (session.scalar(rest) or 0)
    # Whatever came between the two questions is beyond the last fence, or not there yet.
    total = min(total, len(fences) * FENCE)
    return Outline(total, False, tuple((row.key, row.id) for row in fences))


def page_of(
    session: Session,
    actor: Actor,
    wanted: ListFilter,
    conditions: Conditions,
    outline: Outline,
    start: int,
    count: int,
) -> tuple[PetitionRow, ...]:
    """Rows `[start, start + count)` of a list."""
    if not 0 <= start < outline.total:
        return ()
    if outline.ids is not None:
        return fetched(session, actor, outline.ids[start : start + count])
    count = min(count, outline.total - start)
    # Fences are close together: what lies between one and the page costs less than a second way to its rows.
    statement = (
        select_rows(actor)
        .where(*conditions, *_from_fence(wanted, outline, start))
        .order_by(*ordering(wanted))
        .offset(start % FENCE if outline.fences else start)
        .limit(count)
    )
    behind = _to_fence(wanted, outline, start, start + count)
    rows = session.execute(statement.where(*behind)).all()
    if behind and len(rows) < count:
        # So many have left the list since.
        rows = session.execute(statement).all()
    return tuple(row_of(found) for found in rows)


def fetched(session: Session, actor: Actor, ids: Sequence[int]) -> tuple[PetitionRow, ...]:
    """The rows with these ids, in this order; one that is out of reach by now is left out."""
    asked = rows_of(actor, session.get_bind().dialect.name == "sqlite"), {"ids": list(ids)}
    found = {row.id: row_of(row) for row in ask(session, *asked)} if len(ids) else {}
    return tuple(found[number] for number in ids if number in found)


def first_of_units(
    session: Session, actor: Actor, wanted: ListFilter, conditions: Conditions, count: int
) -> tuple[PetitionRow, ...]:
    """The first rows under headings by unit: those of the first unit over its own index, and so on. Put in
    order as a whole, every petition would be asked which unit it is with."""
    rows: list[PetitionRow] = []
    for unit in (*session.scalars(unit_headings()), None):
        statement = (
            select_rows(actor)
            .where(*conditions, Petition.unit_id == unit)
            .order_by(*ordering(wanted))
            .limit(count - len(rows))
        )
        rows += (row_of(found) for found in session.execute(statement))
        if len(rows) == count:
            break
    return tuple(rows)


def _from_fence(wanted: ListFilter, outline: Outline, start: int) -> Conditions:
    """The way begins at the fence before `start`; a list without fences is short."""
    return [_not_before(wanted, outline.fences[start // FENCE])] if outline.fences else []


def _to_fence(wanted: ListFilter, outline: Outline, start: int, end: int) -> Conditions:
    """The way to the rows before `end` ends at the second fence behind them, whatever the server expects to find of
    what the person may see; as many rows as lie between two fences may have left meanwhile."""
    fence = -(-end // FENCE) + 1
    if fence >= len(outline.fences):
        return []
    column, identity = key_of(wanted.order)
    first, last = outline.fences[start // FENCE], outline.fences[fence]
    before = tuple_(column, identity) > last if wanted.descending else tuple_(column, identity) < last
    if first[0] != last[0]:
        return [before]
    # Between rows of one key, as of those without a deadline, SQLite looks for the key alone, and goes through tens
    # of thousands of them to the first: it takes the number of a row into account where it stands by itself.
    from_first = identity <= first[1] if wanted.descending else identity >= first[1]
    return [before, column == first[0], from_first]


def _not_before(wanted: ListFilter, fence: Key) -> ColumnElement[bool]:
    # A row value, so that both engines walk the index from the fence on.
    here = tuple_(*key_of(wanted.order))
    return here <= fence if wanted.descending else here >= fence
