"""Unmasked identity of a petitioner for persons outside the unit; each access is recorded."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.errors import NotFoundError
from desktop_app.petitions.acts.beside import BESIDE_MOVES
from desktop_app.petitions.desk.conflicts import do_one
from desktop_app.petitions.identities import note_reading, was_read
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import in_reach, works_on
from desktop_app.petitions.vocabulary import REVEALED
from desktop_app.staff.roles import Actor, Role

#: Roles that may reveal personal data, also as a deputy: those responsible for more than their own desk.
_MAY: Final = (Role.MANAGER, Role.ADMINISTRATOR)


def may_reveal(actor: Actor) -> bool:
    """Whether a person may reveal masked data."""
    return bool(actor.roles.intersection(_MAY))


def note_disclosure(session: Session, actor: Actor, petition: Petition, now: datetime) -> None:
    """Records that a person reads the identifiers of the sender of a petition, once a day, without the data itself.

    Reading from outside its unit is an event of the petition. Raises `NotPermittedError`, `NotFoundError`.
    """
    if not in_reach(session, actor, petition.id):
        raise NotFoundError(item="petition", key=petition.id)
    if works_on(actor, petition):
        note_reading(session, actor, [petition.id], now)
        return
    actor.must_be(*_MAY, act="reveal")
    if petition.petitioner_id is not None and not was_read(session, actor, petition.id, now):
        do_one(session, BESIDE_MOVES[REVEALED], actor, Item(petition.id), None, now)
