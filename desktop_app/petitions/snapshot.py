"""The fields of a petition that a move changes, as stored in the history and restored by undo."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop_app.database.kept_statements import ask
from desktop_app.petitions.model import NO_DEADLINE, Petition
from desktop_app.petitions.vocabulary import OPEN, Status
from desktop_app.staff.model import Person, Unit

_PLAIN: Final = ("status", "unit_id", "assignee_id", "outcome", "duplicate_of_id", "satisfaction")
_DAYS: Final = ("due_on", "paused_on")
_NAMES: Final = select(
    select(Unit.name).where(Unit.id == bindparam("unit", type_=Unit.id.type)).scalar_subquery(),
    select(Person.full_name).where(Person.id == bindparam("person", type_=Person.id.type)).scalar_subquery(),
)


def take_snapshot(
    session: Session, petition: Petition, before: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Returns the fields that moves change, ready for JSON, with names beside ids.

    `before` is a recent snapshot; names of unchanged ids are copied from it.
    """
    values: dict[str, Any] = {name: getattr(petition, name) for name in _PLAIN}
    values |= {name: day.isoformat() if (day := getattr(petition, name)) else None for name in _DAYS}
    values["resolved_at"] = petition.resolved_at.isoformat() if petition.resolved_at else None
    if before is not None and all(before[name] == values[name] for name in ("unit_id", "assignee_id")):
        names = before["unit_name"], before["assignee_name"]
    else:
        asked = {"unit": petition.unit_id, "person": petition.assignee_id}
        names = ask(session, _NAMES, asked).one()
    values["unit_name"], values["assignee_name"] = names[0] or "", names[1] or ""
    return values


def restore_snapshot(petition: Petition, values: dict[str, Any]) -> None:
    """Restores the fields of a snapshot."""
    for name in _PLAIN:
        setattr(petition, name, values[name])
    for name in _DAYS:
        setattr(petition, name, date.fromisoformat(values[name]) if values[name] else None)
    resolved = values["resolved_at"]
    petition.resolved_at = datetime.fromisoformat(resolved) if resolved else None
    settle(petition)


def settle(petition: Petition) -> None:
    """Updates the derived columns."""
    petition.is_open = Status(petition.status) in OPEN
    petition.due_order = petition.due_on or NO_DEADLINE
