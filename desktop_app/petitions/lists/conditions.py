"""Translates a `ListFilter` to the SQL conditions of its petitions."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Subquery, false, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from desktop_app.database.collation import persian_order
from desktop_app.database.day_numbers import date_number, day_number
from desktop_app.office.model import OfficeService
from desktop_app.people.model import Petitioner
from desktop_app.persian.dates import start_of_day
from desktop_app.persian.day_ranges import DayRange, end_of_week
from desktop_app.persian.digits import latin_digits
from desktop_app.petitions.bulk.members import in_run
from desktop_app.petitions.deadlines.dwell_times import has_left
from desktop_app.petitions.follow_ups.model import WroteAgain
from desktop_app.petitions.improvements.model import ImprovementPetition
from desktop_app.petitions.lists.filters import NOBODY, ListFilter, Scope, Some, View, stored, values_of
from desktop_app.petitions.model import NO_DEADLINE, Petition, PetitionLabel
from desktop_app.petitions.outbox.delivery_state import contact_of, end_state
from desktop_app.petitions.referrals.side_lists import has_beside
from desktop_app.petitions.vocabulary import OPEN, Status
from desktop_app.staff.roles import Actor


def conditions_of(actor: Actor, wanted: ListFilter, today: date) -> list[ColumnElement[bool]]:
    """Returns the conditions of a list, without full-text search and near-duplicates."""
    return list(_kept_conditions(actor, wanted, today))


@lru_cache(maxsize=64)
def _kept_conditions(actor: Actor, wanted: ListFilter, today: date) -> tuple[ColumnElement[bool], ...]:
    # Cached: lists are queried repeatedly, and equal filters give equal conditions.
    made = [*_view_conditions(wanted.view, actor, today), *_state_conditions(wanted)]
    for column, value in (
        (Petition.kind, wanted.kind), (Petition.channel, wanted.channel), (Petition.urgency, wanted.urgency),
        (Petition.outcome, wanted.outcome),
    ):  # fmt: skip
        if value:
            made.append(_is_one(column, value))
    if wanted.petitioner_id:
        made.append(Petition.petitioner_id == wanted.petitioner_id)
    for asked, notice in ((wanted.notice, True), (wanted.ordinary, False)):
        if asked:
            made.append(Petition.notice.is_(notice))
    for number, of in ((wanted.unit_id, Petition.unit_id), (wanted.assignee_id, Petition.assignee_id)):
        if number is not None:
            made.append(_is_one(of, number))
    made.extend(_related_conditions(actor, wanted, today))
    made.extend(_clock_conditions(wanted, today))
    made.extend(_number_conditions(wanted))
    made.extend(_day_conditions(wanted, today))
    return tuple(made)


def _related_conditions(actor: Actor, wanted: ListFilter, today: date) -> list[ColumnElement[bool]]:
    """Returns the conditions on related tables."""
    made: list[ColumnElement[bool]] = []
    if wanted.group:
        of_group = select(Petitioner.id).where(
            Petitioner.id == Petition.petitioner_id, _is_one(Petitioner.group, wanted.group)
        )
        made.append(of_group.exists())
    if wanted.label_id:
        labelled = select(PetitionLabel.petition_id).where(_is_one(PetitionLabel.label_id, wanted.label_id))
        made.append(Petition.id.in_(labelled))
    if wanted.left_unit is not None:
        made.append(has_left(wanted.left_unit))
    if wanted.improvement_id:
        led = select(ImprovementPetition.petition_id).where(
            ImprovementPetition.improvement_id == wanted.improvement_id
        )
        made.append(Petition.id.in_(led))
    if wanted.run:
        made.append(in_run(wanted.run))
    if wanted.beside:
        made.append(has_beside(actor, values_of(wanted.beside), today))
    if wanted.about_kind:
        of_kind = select(OfficeService.id).where(_is_one(OfficeService.kind, wanted.about_kind))
        made.append(Petition.about_id.in_(of_kind))
    if wanted.delivery:
        made.append(_is_one(end_state(Petition, contact_of(Petition)), wanted.delivery))
    if wanted.again:
        waiting = select(WroteAgain.petition_id).where(WroteAgain.unread.is_(True))
        made.append(Petition.id.in_(waiting))
    return made


def _clock_conditions(wanted: ListFilter, today: date) -> list[ColumnElement[bool]]:
    made: list[ColumnElement[bool]] = []
    if wanted.paused:
        made.append(Petition.paused_on.is_not(None))
    if wanted.running:
        made.append(Petition.paused_on.is_(None))
    if wanted.late:
        made.extend(_late(today))
    if wanted.overdue:
        made.append(resolved_late())
    if wanted.open_on is not None:
        end = start_of_day(wanted.open_on + timedelta(days=1))
        made += [
            Petition.received_at < end,
            or_(Petition.resolved_at.is_(None), Petition.resolved_at >= end),
        ]
    if wanted.satisfaction is not None:
        made.append(Petition.satisfaction == wanted.satisfaction)
    return made


def resolved_late() -> ColumnElement[bool]:
    """Returns the condition that a petition was resolved after its deadline, by day in Tehran; NULL without a
    deadline.
    """
    return day_number(Petition.resolved_at) > date_number(Petition.due_on)


def _state_conditions(wanted: ListFilter) -> list[ColumnElement[bool]]:
    made: list[ColumnElement[bool]] = []
    if wanted.scope is not Scope.ANY:
        made.append(Petition.is_open.is_(wanted.scope is Scope.OPEN))
    if wanted.status:
        made.append(_is_one(Petition.status, wanted.status))
        open_or_not = {status in OPEN for status in values_of(wanted.status)}
        if wanted.scope is Scope.ANY and len(open_or_not) == 1:
            # Redundant, but the partial indexes of open petitions need this column.
            made.append(Petition.is_open.is_(open_or_not.pop()))
    return made


def _is_one(column: ColumnElement[Any] | InstrumentedAttribute[Any], value: Some[Any]) -> ColumnElement[bool]:
    """Returns the condition that the column has one of the values; `NOBODY` matches NULL."""
    wanted = [stored(one) for one in values_of(value) if one != NOBODY]
    made = [column == wanted[0]] if len(wanted) == 1 else [column.in_(wanted)] if wanted else []
    if len(wanted) < len(values_of(value)):
        made.append(column.is_(None))
    return or_(*made)


def _number_conditions(wanted: ListFilter) -> list[ColumnElement[bool]]:
    made: list[ColumnElement[bool]] = []
    if wanted.about.strip():
        named = names_of_what()
        entries = select(OfficeService.id).where(_has_in_it(OfficeService.name, wanted.about))
        made.append(
            or_(
                Petition.about.in_(select(named.c.about).where(_has_in_it(named.c.about, wanted.about))),
                Petition.about_id.in_(entries),
            )
        )
    if wanted.service:
        made.append(Petition.about == wanted.service)
    if wanted.letter_number.strip():
        # Few petitions have a number; this condition excludes the others cheaply.
        made.extend(
            (Petition.letter_number.is_not(None), _has_in_it(Petition.letter_number, wanted.letter_number))
        )
    if wanted.registry.strip():
        numbers = [int(number) for number in re.findall(r"\d{1,9}", latin_digits(wanted.registry))]
        if len(numbers) == 1:
            made.append(Petition.registry_number == numbers[0])
        elif len(numbers) == 2:
            # Accepts either order. The part in 1300 to 1500 is the year: registry numbers of four digits do not
            # begin with 13 or 14.
            year, number = numbers if 1300 <= numbers[0] <= 1500 else reversed(numbers)
            made.extend((Petition.registry_year == year, Petition.registry_number == number))
        else:
            made.append(false())
    return made


def names_of_what() -> Subquery:
    """Selects the distinct subjects: many petitions share one, so each text is searched once."""
    # OFFSET is an optimisation fence in PostgreSQL: the search runs after DISTINCT.
    return select(Petition.about).distinct().offset(0).subquery()


def _has_in_it(column: Any, text: str) -> ColumnElement[bool]:
    return func.replace(persian_order(column), " ", "").contains(func.replace(persian_order(text), " ", ""))


def _day_conditions(wanted: ListFilter, today: date) -> list[ColumnElement[bool]]:
    made: list[ColumnElement[bool]] = []
    moments: tuple[tuple[DayRange | None, InstrumentedAttribute[Any]], ...] = (
        (wanted.received, Petition.received_at),
        (wanted.resolved, Petition.resolved_at),
    )
    for span, column in moments:
        first, last = span.on(today) if span else (None, None)
        if first:
            made.append(column >= start_of_day(first))
        if last:
            made.append(column < start_of_day(last + timedelta(days=1)))
    first, last = wanted.due.on(today) if wanted.due else (None, None)
    if first:
        made.append(Petition.due_order >= first)
    if first or last:
        made.append(Petition.due_order <= last if last else Petition.due_order < NO_DEADLINE)
    return made


def _late(today: date) -> list[ColumnElement[bool]]:
    return [Petition.due_order < today, Petition.paused_on.is_(None), Petition.is_open.is_(True)]


def _view_conditions(view: View, actor: Actor, today: date) -> list[ColumnElement[bool]]:
    table: dict[View, list[ColumnElement[bool]]] = {
        View.MINE: [Petition.assignee_id == (actor.person_id or 0)],
        View.MY_UNIT: [Petition.unit_id.in_(sorted(actor.unit_ids))],
        View.UNROUTED: [Petition.unit_id.is_(None)],
        View.WAITING: [Petition.status == Status.WAITING.value],
        View.LATE: _late(today),
        View.THIS_WEEK: [Petition.due_order.between(today, end_of_week(today)), Petition.is_open.is_(True)],
        View.ALL: [],
    }
    return list(table[view])
