"""How a list is ordered, and what its headings stand for.

Two orders have an index, and a list in one of them is paged by keys. Every other order is worked out once, when the
list is opened: the ids in their order are all that is kept of it, eight bytes for a row, and any page of it is then
fetched by primary key.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, case, func, literal

from desktop_app.database.collation import persian_order
from desktop_app.people.model import Petitioner
from desktop_app.persian.day_ranges import end_of_week
from desktop_app.persian.names import NAMELESS
from desktop_app.petitions.filters import (
    Grouping,
    ListFilter,
    Order,
    Scope,
    asks_for_several,
    conditions_set,
)
from desktop_app.petitions.model import Petition
from desktop_app.petitions.register import NO_DEADLINE
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Status, Urgency
from desktop_app.staff.model import Person, Unit

#: Orders that an index has.
INDEXED: Final = frozenset({Order.DEADLINE, Order.NEWEST, Order.OLDEST})
#: Conditions that come before the order in an index, or cost next to nothing.
_PREFIXES: Final = frozenset({"scope", "unit_id", "assignee_id", "received", "due"})


class SectionKey(StrEnum):
    """A run of rows in the order of the deadline."""

    PAST = "past"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"
    WITHOUT = "without"


def grouped_by(wanted: ListFilter) -> Grouping:
    """What the headings of a list stand for."""
    if wanted.grouping is not Grouping.FITTING:
        return wanted.grouping
    fits = wanted.order is Order.DEADLINE and wanted.scope is Scope.OPEN and not wanted.query.strip()
    return Grouping.DEADLINE if fits else Grouping.NONE


def paged_by_key(wanted: ListFilter) -> bool:
    """Whether pages are reached over an index, from the key of every thousandth row."""
    fits = _PREFIXES.issuperset(conditions_set(wanted)) and not asks_for_several(wanted)
    return fits and walks_an_index(wanted)


def walks_an_index(wanted: ListFilter) -> bool:
    """Whether an index has the order of the list, whatever is in it."""
    if wanted.order not in INDEXED or wanted.query.strip():
        return False
    by = grouped_by(wanted)
    return by is Grouping.NONE or (by is Grouping.DEADLINE and wanted.order is Order.DEADLINE)


def key_of(order: Order) -> tuple[ColumnElement[Any], ColumnElement[int]]:
    """The two columns of an order that has an index."""
    key: Any = Petition.due_order if order is Order.DEADLINE else Petition.received_at
    identity: Any = Petition.id
    return key, identity


def section_of(today: date) -> ColumnElement[str]:
    """The section of a row by its deadline."""
    due = Petition.due_order
    return case(
        (due < today, SectionKey.PAST.value),
        (due == today, SectionKey.TODAY.value),
        (due <= end_of_week(today), SectionKey.THIS_WEEK.value),
        (due < NO_DEADLINE, SectionKey.LATER.value),
        else_=SectionKey.WITHOUT.value,
    )


def in_order(statement: Select[Any], wanted: ListFilter, today: date) -> Select[Any]:
    """The statement over petitions, joined and ordered as the list is."""
    grouping = grouped_by(wanted)
    parts: list[Any] = [*_group_parts(grouping, today)]
    joins = {Grouping.UNIT: {Order.UNIT}, Grouping.SENDER: {Order.SENDER}}.get(grouping, set())
    turned: list[Any] = [_expression(wanted.order), Petition.id]
    if wanted.order is Order.REGISTRY:
        turned.insert(0, Petition.registry_year)
    parts.extend(part.desc() if wanted.descending else part for part in turned)
    return _joined(statement, {wanted.order, *joins}).order_by(*parts)


def group_column(wanted: ListFilter, today: date) -> ColumnElement[Any]:
    """What tells one heading's rows from another's."""
    grouping = grouped_by(wanted)
    if grouping is Grouping.DEADLINE:
        return section_of(today)
    if grouping is Grouping.UNIT:
        return func.coalesce(Petition.unit_id, 0)
    return func.coalesce(Petition.petitioner_id, 0) if grouping is Grouping.SENDER else literal(0)


def _group_parts(grouping: Grouping, today: date) -> tuple[Any, ...]:
    if grouping is Grouping.DEADLINE:
        rank = {key.value: at for at, key in enumerate(SectionKey)}
        return (case(rank, value=section_of(today)),)
    if grouping is Grouping.UNIT:
        return (Petition.unit_id.is_(None), Unit.place, persian_order(Unit.name), Petition.unit_id)
    if grouping is Grouping.SENDER:
        return (func.coalesce(Petitioner.name_key, NAMELESS), func.coalesce(Petition.petitioner_id, 0))
    return ()


def _joined(statement: Select[Any], orders: set[Order]) -> Select[Any]:
    if Order.UNIT in orders:
        statement = statement.outerjoin(Unit, Unit.id == Petition.unit_id)
    if Order.ASSIGNEE in orders:
        statement = statement.outerjoin(Person, Person.id == Petition.assignee_id)
    if Order.SENDER in orders:
        statement = statement.outerjoin(Petitioner, Petitioner.id == Petition.petitioner_id)
    return statement


def _expression(order: Order) -> ColumnElement[Any]:
    # The pressing ones first; what has no end yet, no number and no name behind all others.
    pressing = tuple(reversed(Urgency))
    table: dict[Order, Any] = {
        Order.DEADLINE: Petition.due_order,
        Order.NEWEST: Petition.received_at,
        Order.OLDEST: Petition.received_at,
        Order.KIND: _rank(Petition.kind, Kind),
        Order.SUBJECT: persian_order(Petition.subject),
        Order.SENDER: func.coalesce(Petitioner.name_key, NAMELESS),
        Order.UNIT: persian_order(func.coalesce(Unit.name, "")),
        Order.ASSIGNEE: persian_order(func.coalesce(Person.full_name, "")),
        Order.STATUS: _rank(Petition.status, Status),
        Order.CHANNEL: _rank(Petition.channel, Channel),
        Order.URGENCY: _rank(Petition.urgency, pressing),
        Order.REGISTRY: Petition.registry_number,
        Order.LETTER: persian_order(func.coalesce(Petition.letter_number, "")),
        Order.ABOUT: persian_order(Petition.about),
        Order.OUTCOME: _rank(Petition.outcome, Outcome),
        Order.RESOLVED: func.coalesce(Petition.resolved_at, _never()),
    }
    made: ColumnElement[Any] = table[order]
    return made


def _rank(column: Any, values: Any) -> ColumnElement[int]:
    return case({value.value: at for at, value in enumerate(values)}, value=column, else_=99)


def _never() -> ColumnElement[Any]:
    return literal(datetime(9999, 12, 31, tzinfo=UTC), Petition.resolved_at.type)
