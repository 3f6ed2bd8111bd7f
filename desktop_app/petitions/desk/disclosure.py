"""Unmasked identity of a petitioner for persons outside the unit; each access is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord, record_event
from desktop_app.errors import NotFoundError
from desktop_app.persian.dates import start_of_day, tehran_day
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import in_reach, works_on
from desktop_app.staff.roles import Actor, Role, told_behalf

#: Events of reading personal data; undo ignores them.
REVEALED: Final = "revealed"
#: Personal data was printed, or exported to a file.
PRINTED: Final = "printed"
LOOKING: Final = (REVEALED, PRINTED)
#: Roles that may reveal personal data, also as a deputy: those responsible for more than their own desk.
_MAY: Final = (Role.MANAGER, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Identifiers:
    """The identifiers of a petitioner; empty if unknown."""

    national_id: str
    mobile: str
    email: str


def may_reveal(actor: Actor) -> bool:
    """Whether a person may reveal masked data."""
    return bool(actor.roles.intersection(_MAY))


def disclose(session: Session, actor: Actor, petition: Petition, now: datetime) -> Identifiers:
    """Returns the identifiers of the sender of a petition.

    Access from outside its unit is recorded as an event, once a day per person, without the data itself.
    Raises `NotPermittedError`, `NotFoundError`.
    """
    if not in_reach(session, actor, petition.id):
        raise NotFoundError(item="petition", key=petition.id)
    outside = not works_on(actor, petition)
    if outside:
        actor.must_be(*_MAY, act="reveal")
    person = petition.petitioner
    if person is None:
        return Identifiers("", "", "")
    if outside and not _was_today(session, actor, petition.id, now):
        record_event(
            session,
            item_type="petition",
            item_id=petition.id,
            at=now,
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=REVEALED,
            after=_on_behalf(actor),
        )
    return Identifiers(person.national_id or "", person.mobile or "", person.email or "")


def _on_behalf(actor: Actor) -> dict[str, Any]:
    """Returns the event values of the delegation, if the person may reveal data only as a deputy."""
    if may_reveal(actor.alone()):
        return {}
    held = (
        one for one in actor.delegations if {membership.role for membership in one.memberships} & set(_MAY)
    )
    return told_behalf(next(held, None))


def _was_today(session: Session, actor: Actor, petition_id: int, now: datetime) -> bool:
    found = session.scalar(
        select(EventRecord.id)
        .where(
            EventRecord.item_type == "petition",
            EventRecord.item_id == petition_id,
            EventRecord.action == REVEALED,
            EventRecord.actor_id == actor.person_id,
            EventRecord.at >= start_of_day(tehran_day(now)),
        )
        .limit(1)
    )
    return found is not None
