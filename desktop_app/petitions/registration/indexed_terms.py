"""The words under which search finds a petition, as registration and later messages have indexed them."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop_app.database.search import terms_of
from desktop_app.petitions.follow_ups.model import PetitionMessage
from desktop_app.petitions.model import Petition


def registered_terms(petition: Petition, body: str | None, name: str) -> str:
    """Returns the search terms of the petition as registration computes them."""
    return terms_of(
        (petition.subject, body, name, petition.about),
        (petition.tracking_code, petition.external_id, petition.letter_number),
    )


def further_terms(session: Session, condition: ColumnElement[bool]) -> dict[int, list[str]]:
    """Returns the search terms of later messages by petition, of the petitions that match."""
    rows = session.execute(
        select(PetitionMessage.petition_id, PetitionMessage.text)
        .join(Petition, Petition.id == PetitionMessage.petition_id)
        .where(condition)
        .order_by(PetitionMessage.id)
    )
    found: dict[int, list[str]] = {}
    for row in rows:
        found.setdefault(row.petition_id, []).append(terms_of((row.text,)))
    return found
