"""Finds what rows that are imported again became: petitions, and further texts of petitions.

On PostgreSQL `app.rows_there` does it, because no login can compute the stored keys (`database.sameness`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ARRAY, String, bindparam, select, text
from sqlalchemy.orm import Session

from desktop_app.database.sameness import stored_keys
from desktop_app.petitions.follow_ups.model import PetitionMessage
from desktop_app.petitions.model import Petition

_THERE: Final = text("SELECT told, petition, message FROM app.rows_there(:told)").bindparams(
    bindparam("told", type_=ARRAY(String))
)


@dataclass(frozen=True, slots=True)
class RowThere:
    """The petition that a row became, or the message `message_id` to it."""

    petition_id: int
    message_id: int | None = None


def rows_there(session: Session, keys: Iterable[str]) -> dict[str, RowThere]:
    """Returns what rows became by key (`register.identity_key`), of petitions in reach."""
    told = list(keys)
    if session.get_bind().dialect.name != "sqlite":
        found = session.execute(_THERE, {"told": told})
        return {row.told: RowThere(row.petition, row.message) for row in found}
    told_of = {stored: key for key, stored in stored_keys(session, told).items()}
    petitions = select(Petition.identity_key, Petition.id).where(Petition.identity_key.in_(list(told_of)))
    messages = select(PetitionMessage.identity_key, PetitionMessage.petition_id, PetitionMessage.id).where(
        PetitionMessage.identity_key.in_(list(told_of))
    )
    there = {told_of[key]: RowThere(number) for key, number in session.execute(petitions)}
    joined = session.execute(messages)
    return there | {told_of[key]: RowThere(number, message) for key, number, message in joined}
