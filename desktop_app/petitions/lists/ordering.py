"""The order of a list, and its grouping under headings.

Two orders are indexed for the most used filters, and their lists are paged by keys. Any other order is computed
once, when the list is opened. Only the ordered ids are kept, eight bytes a row, and any page is then fetched by
primary key. The sort keys of texts are stored in the row.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, case, func, literal, select

from desktop_app.database.collation import kept_order, persian_order
from desktop_app.persian.day_ranges import end_of_week
from desktop_app.petitions.lists.conditions import names_of_what
from desktop_app.petitions.lists.filters import (
    Grouping,
    ListFilter,
    Order,
    Scope,
    asks_for_several,
    conditions_set,
)
from desktop_app.petitions.model import NO_DEADLINE, Petition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Status, Urgency
from desktop_app.staff.model import Person, Unit

#: Orders that have an index.
INDEXED: Final = frozenset({Order.DEADLINE, Order.NEWEST, Order.OLDEST})
#: Conditions that precede the order in an index, or cost next to nothing.
_PREFIXES: Final = frozenset({"scope", "unit_id", "assignee_id", "received", "due"})


class SectionKey(StrEnum):
    """A group of rows in the order of the deadline."""

    PAST = "past"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"
    WITHOUT = "without"


def grouped_by(wanted: ListFilter) -> Grouping:
    """Returns the grouping of a list."""
    if wanted.grouping is not Grouping.FITTING:
        return wanted.grouping
    fits = wanted.order is Order.DEADLINE and wanted.scope is Scope.OPEN and not wanted.query.strip()
    return Grouping.DEADLINE if fits else Grouping.NONE


def paged_by_key(wanted: ListFilter) -> bool:
    """Whether pages are reached over an index, from the keys of some of the rows."""
    fits = _PREFIXES.issuperset(conditions_set(wanted)) and not asks_for_several(wanted)
    return fits and walks_an_index(wanted)


def walks_an_index(wanted: ListFilter) -> bool:
    """Whether an index has the order of the list, whatever its conditions."""
    by = grouped_by(wanted)
    fits = by is Grouping.NONE or (by is Grouping.DEADLINE and wanted.order is Order.DEADLINE)
    return fits and _indexed(wanted)


def walks_unit_by_unit(wanted: ListFilter) -> bool:
    """Whether an index has the order of the rows within each unit's heading, whatever the conditions."""
    return grouped_by(wanted) is Grouping.UNIT and _indexed(wanted)


def _indexed(wanted: ListFilter) -> bool:
    return wanted.order in INDEXED and not wanted.query.strip()


def unit_headings() -> Select[int]:
    """Returns the units in the order of their headings; rows without a unit come last."""
    return select(Unit.id).order_by(*_UNITS)


def key_of(order: Order) -> tuple[ColumnElement[Any], ColumnElement[int]]:
    """Returns the two columns of an indexed order."""
    key: Any = Petition.due_order if order is Order.DEADLINE else Petition.received_at
    identity: Any = Petition.id
    return key, identity


def section_of(today: date) -> ColumnElement[str]:
    """Returns the section of a row by its deadline."""
    due = Petition.due_order
    return case(
        (due < today, SectionKey.PAST.value),
        (due == today, SectionKey.TODAY.value),
        (due <= end_of_week(today), SectionKey.THIS_WEEK.value),
        (due < NO_DEADLINE, SectionKey.LATER.value),
        else_=SectionKey.WITHOUT.value,
    )


def in_order(statement: Select[Any], wanted: ListFilter, today: date) -> Select[Any]:
    """Returns the statement over petitions, joined and ordered like the list."""
    parts: list[Any] = []
    grouping = grouped_by(wanted)
    if grouping is Grouping.DEADLINE:
        parts = [_section_rank(today)]
    elif grouping is Grouping.UNIT:
        place = func.row_number().over(order_by=_UNITS)
        statement, rank = _ranked(statement, Unit.id, place, Petition.unit_id)
        parts = [rank]
    elif grouping is Grouping.SENDER:
        parts = [_sender(), func.coalesce(Petition.petitioner_id, 0)]
    turned: list[Any] = [Petition.id]
    if wanted.order is Order.REGISTRY:
        turned = [Petition.registry_year, Petition.registry_number, *turned]
    elif wanted.order in _BY_NAME:
        identity, name, column = _BY_NAME[wanted.order]
        place = func.dense_rank().over(order_by=persian_order(name))
        statement, rank = _ranked(statement, identity, place, column)
        turned.insert(0, rank)
    elif wanted.order is Order.ABOUT:
        named = names_of_what()
        place = func.dense_rank().over(order_by=persian_order(named.c.about))
        statement, rank = _ranked(statement, named.c.about, place, Petition.about)
        turned.insert(0, rank)
    else:
        turned.insert(0, _expression(wanted.order))
    parts.extend(part.desc() if wanted.descending else part for part in turned)
    return statement.order_by(*parts)


def group_column(wanted: ListFilter, today: date) -> ColumnElement[Any]:
    """Returns the number that identifies a row's heading: the rank of a section by deadline, or an id."""
    grouping = grouped_by(wanted)
    if grouping is Grouping.DEADLINE:
        return _section_rank(today)
    column = Petition.unit_id if grouping is Grouping.UNIT else Petition.petitioner_id
    return func.coalesce(column, 0)


#: Orders by a name in another table: id, name, and the foreign key.
_BY_NAME: Final[dict[Order, tuple[Any, Any, Any]]] = {
    Order.UNIT: (Unit.id, Unit.name, Petition.unit_id),
    Order.ASSIGNEE: (Person.id, Person.full_name, Petition.assignee_id),
}
_UNITS: Final = (Unit.place, persian_order(Unit.name), Unit.id)
_BEHIND: Final = 2_147_483_647


def _ranked(
    statement: Select[Any], identity: Any, place: ColumnElement[int], column: Any
) -> tuple[Select[Any], ColumnElement[int]]:
    """Returns the statement joined with the rank of each name, and the rank.

    Ranks are computed once for each name, not for each petition; rows without a name come last.
    """
    names = select(identity.label("id"), place.label("place")).subquery()
    statement = statement.outerjoin(names, names.c.id == column)
    return statement, func.coalesce(names.c.place, _BEHIND)


def _section_rank(today: date) -> ColumnElement[int]:
    rank = {key.value: at for at, key in enumerate(SectionKey)}
    return case(rank, value=section_of(today))


def _sender() -> ColumnElement[str]:
    return kept_order(Petition.petitioner_name)


def _expression(order: Order) -> ColumnElement[Any]:
    # Urgent ones first; those without an end, a number or a name last.
    pressing = tuple(reversed(Urgency))
    table: dict[Order, Any] = {
        Order.DEADLINE: Petition.due_order,
        Order.NEWEST: Petition.received_at,
        Order.OLDEST: Petition.received_at,
        Order.KIND: _rank(Petition.kind, Kind),
        Order.SUBJECT: kept_order(Petition.subject),
        Order.SENDER: _sender(),
        Order.STATUS: _rank(Petition.status, Status),
        Order.CHANNEL: _rank(Petition.channel, Channel),
        Order.URGENCY: _rank(Petition.urgency, pressing),
        Order.LETTER: persian_order(func.coalesce(Petition.letter_number, "")),
        Order.OUTCOME: _rank(Petition.outcome, Outcome),
        Order.RESOLVED: func.coalesce(Petition.resolved_at, _never()),
    }
    made: ColumnElement[Any] = table[order]
    return made


def _rank(column: Any, values: Any) -> ColumnElement[int]:
    return case({value.value: at for at, value in enumerate(values)}, value=column, else_=99)


def _never() -> ColumnElement[Any]:
    return literal(datetime(9999, 12, 31, tzinfo=UTC), Petition.resolved_at.type)
