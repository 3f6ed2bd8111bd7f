"""Unmasked identity of a petitioner for persons outside the unit; each access is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import EventRecord
from desktop_app.errors import NotFoundError
from desktop_app.persian.dates import start_of_day, tehran_day
from desktop_app.petitions.acts.beside import BESIDE_MOVES
from desktop_app.petitions.desk.conflicts import do_one
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import in_reach, works_on
from desktop_app.petitions.vocabulary import REVEALED
from desktop_app.staff.roles import Actor, Role

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
        do_one(session, BESIDE_MOVES[REVEALED], actor, Item(petition.id), None, now)
    return Identifiers(person.national_id or "", person.mobile or "", person.email or "")


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
