"""Statements that open and refresh a list whose order is indexed.

Each is built once for each reader and list, and cached. Building one costs a client as much as executing it, and
nothing is done more often than opening a list. Values that differ between executions are bound.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import ARRAY, BigInteger, ColumnElement, Integer, Select, any_, bindparam, func, select

from desktop_app.petitions.lists.conditions import conditions_of
from desktop_app.petitions.lists.filters import ListFilter
from desktop_app.petitions.lists.ordering import key_of, section_of
from desktop_app.petitions.lists.rows import select_rows
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import reach_of
from desktop_app.staff.roles import Actor

_KEPT: Final = 64


def ordering(wanted: ListFilter) -> tuple[ColumnElement[Any], ...]:
    """Returns the columns of an indexed order."""
    columns = key_of(wanted.order)
    return tuple(column.desc() for column in columns) if wanted.descending else columns


@lru_cache(maxsize=_KEPT)
def held(actor: Actor, wanted: ListFilter, today: date, on_file: bool) -> tuple[ColumnElement[bool], ...]:
    """Returns the conditions of a list, without the search query and near-duplicates.

    `on_file`: for SQLite.
    """
    return (*reach_of(actor, on_file=on_file), *conditions_of(actor, wanted, today))


@lru_cache(maxsize=_KEPT)
def first_rows(actor: Actor, wanted: ListFilter, today: date, on_file: bool) -> Select[*tuple[Any, ...]]:
    """Returns the rows of a list from position `skipped` on, `most` of them."""
    return (
        select_rows(actor)
        .where(*held(actor, wanted, today, on_file))
        .order_by(*ordering(wanted))
        .offset(bindparam("skipped", type_=Integer))
        .limit(bindparam("most", type_=Integer))
    )


@lru_cache(maxsize=_KEPT)
def counted_sections(actor: Actor, wanted: ListFilter, today: date, on_file: bool) -> Select[str, int, int]:
    """Returns the sections of a list by deadline, with the count and the highest id of each."""
    key = section_of(today).label("section")
    return (
        select(key, func.count(), func.max(Petition.id))
        .select_from(Petition)
        .where(*held(actor, wanted, today, on_file))
        .group_by(key)
    )


@lru_cache(maxsize=_KEPT)
def come_since(actor: Actor, wanted: ListFilter, today: date, on_file: bool) -> Select[int]:
    """Returns the number of petitions of a list with an id greater than `after`."""
    after = Petition.id > bindparam("after", type_=BigInteger)
    return select(func.count()).select_from(Petition).where(*held(actor, wanted, today, on_file), after)


@lru_cache(maxsize=_KEPT)
def rows_of(actor: Actor, on_file: bool) -> Select[*tuple[Any, ...]]:
    """Returns the rows of the petitions `ids` (a list), unordered. On PostgreSQL one statement serves any number of
    ids.
    """
    these: ColumnElement[bool]
    if on_file:
        these = Petition.id.in_(bindparam("ids", type_=BigInteger, expanding=True))
    else:
        these = Petition.id == any_(bindparam("ids", type_=ARRAY(BigInteger)))
    return select_rows(actor).where(these, *reach_of(actor, on_file=on_file))
