"""Random access to the rows of a list among a million.

If an index has the order of a list, its outline contains the sort key of every 64th row: a fence, where pages
start. Keyset paging costs the same at row 900,000 as at row 1, unlike OFFSET. If no index has the order or
the conditions, the outline contains every id, and a page is fetched by primary key.
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

#: Rows between fences, which bounds the rows skipped before a page. A window requests four times as many
#: rows.
FENCE: Final = 64
#: A list up to this many times `FENCE` rows needs no fences: it is scanned from its beginning.
_SHORT: Final = 4


def fenced(session: Session, wanted: ListFilter, conditions: Conditions, total: int | None = None) -> Outline:
    """Returns the outline of a list that an index supports; the index is scanned once.

    `total` is its length if already counted; a short list needs no fences.
    """
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
        # Only rows after the last fence are still to be counted.
        last = _not_before(wanted, (fences[-1].key, fences[-1].id))
        rest = select(func.count()).select_from(Petition).where(*conditions, last)
        total = (len(fences) - 1) * FENCE + (session.scalar(rest) or 0)
    # Rows inserted between the two statements are ignored.
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
    """Returns rows `[start, start + count)` of a list."""
    if not 0 <= start < outline.total:
        return ()
    if outline.ids is not None:
        return fetched(session, actor, outline.ids[start : start + count])
    count = min(count, outline.total - start)
    # Skipping the rows between fence and page costs less than another statement.
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
        # Rows left the list since the outline was read.
        rows = session.execute(statement).all()
    return tuple(row_of(found) for found in rows)


def fetched(session: Session, actor: Actor, ids: Sequence[int]) -> tuple[PetitionRow, ...]:
    """Returns the rows with these ids, in this order; those no longer visible are omitted."""
    asked = rows_of(actor, session.get_bind().dialect.name == "sqlite"), {"ids": list(ids)}
    found = {row.id: row_of(row) for row in ask(session, *asked)} if len(ids) else {}
    return tuple(found[number] for number in ids if number in found)


def first_of_units(
    session: Session, actor: Actor, wanted: ListFilter, conditions: Conditions, count: int
) -> tuple[PetitionRow, ...]:
    """Returns the first rows of a list grouped by unit, one index scan per unit.

    Sorting the list as a whole would look up the unit of every petition.
    """
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
    """Returns the condition to start at the fence before `start`; a list without fences is short."""
    return [_not_before(wanted, outline.fences[start // FENCE])] if outline.fences else []


def _to_fence(wanted: ListFilter, outline: Outline, start: int, end: int) -> Conditions:
    """Returns the condition to stop at the second fence after `end`, which limits the scan whatever the
    planner estimates.

    The fence in between leaves room for rows that have left the list since.
    """
    fence = -(-end // FENCE) + 1
    if fence >= len(outline.fences):
        return []
    column, identity = key_of(wanted.order)
    first, last = outline.fences[start // FENCE], outline.fences[fence]
    before = tuple_(column, identity) > last if wanted.descending else tuple_(column, identity) < last
    if first[0] != last[0]:
        return [before]
    # Among rows with equal keys, such as those without a deadline, SQLite seeks by the key alone and scans
    # tens of thousands of rows. A separate condition on the id makes it use the id as well.
    from_first = identity <= first[1] if wanted.descending else identity >= first[1]
    return [before, column == first[0], from_first]


def _not_before(wanted: ListFilter, fence: Key) -> ColumnElement[bool]:
    # A row value comparison, so that both engines start the index scan at the fence.
    here = tuple_(*key_of(wanted.order))
    return here <= fence if wanted.descending else here >= fence
