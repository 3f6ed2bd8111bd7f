"""The statements that a list which an index has is opened with, and asked about while it is looked at.

Each is put together once for whoever reads the list, and kept: that costs a client as much as all that comes after
it, and a list is opened more often than anything else is done. What differs from one time to the next is bound.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import ARRAY, ColumnElement, Integer, Select, any_, bindparam, func, select

from desktop_app.petitions.lists.filters import ListFilter, conditions_of
from desktop_app.petitions.lists.ordering import key_of, section_of
from desktop_app.petitions.lists.rows import select_rows
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import reach_of
from desktop_app.staff.roles import Actor

_KEPT: Final = 64


def ordering(wanted: ListFilter) -> tuple[ColumnElement[Any], ...]:
    """The order of a list that an index has."""
    columns = key_of(wanted.order)
    return tuple(column.desc() for column in columns) if wanted.descending else columns


@lru_cache(maxsize=_KEPT)
def held(actor: Actor, wanted: ListFilter, today: date, on_file: bool) -> tuple[ColumnElement[bool], ...]:
    """What a petition fulfils that the list holds; the words that are searched for, and near-equals, apart.
    `on_file`: SQLite is asked."""
    return (*reach_of(actor, on_file=on_file), *conditions_of(actor, wanted, today))


@lru_cache(maxsize=_KEPT)
def first_rows(actor: Actor, wanted: ListFilter, today: date, on_file: bool) -> Select[*tuple[Any, ...]]:
    """The rows of a list from place `skipped` on, `most` of them."""
    return (
        select_rows(actor)
        .where(*held(actor, wanted, today, on_file))
        .order_by(*ordering(wanted))
        .offset(bindparam("skipped", type_=Integer))
        .limit(bindparam("most", type_=Integer))
    )


@lru_cache(maxsize=_KEPT)
def counted_sections(actor: Actor, wanted: ListFilter, today: date, on_file: bool) -> Select[str, int, int]:
    """Its sections by deadline, how many are in each, and the highest id of each."""
    key = section_of(today).label("section")
    return (
        select(key, func.count(), func.max(Petition.id))
        .select_from(Petition)
        .where(*held(actor, wanted, today, on_file))
        .group_by(key)
    )


@lru_cache(maxsize=_KEPT)
def come_since(actor: Actor, wanted: ListFilter, today: date, on_file: bool) -> Select[int]:
    """How many of it came behind the petition `after`."""
    after = Petition.id > bindparam("after", type_=Integer)
    return select(func.count()).select_from(Petition).where(*held(actor, wanted, today, on_file), after)


@lru_cache(maxsize=_KEPT)
def rows_of(actor: Actor, on_file: bool) -> Select[*tuple[Any, ...]]:
    """The rows of the petitions `ids` (a list), in no order. A server gets one statement for any number of them."""
    these: ColumnElement[bool]
    if on_file:
        these = Petition.id.in_(bindparam("ids", type_=Integer, expanding=True))
    else:
        these = Petition.id == any_(bindparam("ids", type_=ARRAY(Integer)))
    return select_rows(actor).where(these, *reach_of(actor, on_file=on_file))
