"""Who must not resolve a complaint: whoever is or was its assignee since registration (domain.md, section 1).

Where everybody of the unit was its assignee, its managers may; where it has none, anybody there, and the history
says so. The expressions take a table or entity with the columns of a petition.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, String, and_, case, cast, false, func, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import id_in
from desktop_app.database.audit import EventRecord
from desktop_app.petitions.vocabulary import Kind
from desktop_app.staff.model import Person, PersonRole
from desktop_app.staff.roles import Role

_DESK: Final = (Role.CLERK.value, Role.MANAGER.value)


def is_complaint(petition: Any) -> ColumnElement[bool]:
    complaint: ColumnElement[bool] = petition.kind == Kind.COMPLAINT.value
    return complaint


def was_assignee(petition: Any, person: Any) -> ColumnElement[bool]:
    """Whether the person is the assignee, or was according to the history."""
    event = aliased(EventRecord)
    found = select(event.id).where(
        event.item_type == "petition",
        event.item_id == petition.id,
        id_in(event.after["assignee_id"]) == person,
    )
    return or_(func.coalesce(petition.assignee_id == person, false()), found.correlate_except(event).exists())


def assignees_so_far(petition: Any) -> ColumnElement[str]:
    """Returns the ids of former assignees of a complaint, separated by commas; empty for other petitions."""
    event = aliased(EventRecord)
    found = select(func.aggregate_strings(cast(event.after["assignee_id"].as_string(), String), ",")).where(
        event.item_type == "petition", event.item_id == petition.id
    )
    ids = found.correlate_except(event).scalar_subquery()
    return case((is_complaint(petition), func.coalesce(ids, "")), else_="")


def ids_in(assignees: str) -> frozenset[int]:
    """Reads the result of `assignees_so_far`."""
    return frozenset(int(number) for number in assignees.split(",") if number)


def others_left(petition: Any) -> ColumnElement[bool]:
    """Whether somebody of the unit was never the assignee of a complaint; true for other petitions."""
    return or_(not_(is_complaint(petition)), _somebody(petition, _DESK, never_assigned=True))


def manager_left(petition: Any) -> ColumnElement[bool]:
    """Whether the unit of a complaint has a manager."""
    return and_(is_complaint(petition), _somebody(petition, (Role.MANAGER.value,), never_assigned=False))


def _somebody(petition: Any, roles: tuple[str, ...], *, never_assigned: bool) -> ColumnElement[bool]:
    role, person = aliased(PersonRole), aliased(Person)
    found = (
        select(role.id)
        .join(person, person.id == role.person_id)
        .where(
            person.active,
            role.role.in_(roles),
            or_(petition.unit_id.is_(None), role.unit_id.is_(None), role.unit_id == petition.unit_id),
        )
    )
    if never_assigned:
        found = found.where(not_(was_assignee(petition, role.person_id)))
    return found.correlate_except(role, person).exists()
