"""The words under which search finds a petition, as registration and later messages have indexed them."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select, text
from sqlalchemy.orm import Session

from desktop_app.database.number_keys import make_number_keys
from desktop_app.database.search import keyed, terms_of, together
from desktop_app.people.model import PetitionerIdentity
from desktop_app.petitions.follow_ups.model import PetitionMessage
from desktop_app.petitions.model import Petition, PetitionText


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


def indexed_terms(session: Session, petition: Petition) -> str:
    """Returns the words under which search finds a petition now: what `index_again` replaces.

    On PostgreSQL without the keys of numbers, which stay, and without later messages, which are added again.
    """
    body = session.scalar(select(PetitionText.body).where(PetitionText.petition_id == petition.id))
    terms = registered_terms(petition, body, petition.petitioner_name)
    if session.get_bind().dialect.name != "sqlite":
        return terms
    stored = session.get(PetitionerIdentity, petition.petitioner_id or 0)
    numbers = (stored.national_id, stored.mobile) if stored is not None else ()
    further = further_terms(session, Petition.id == petition.id).get(petition.id, [])
    return together(keyed(terms, numbers, make_number_keys(session)), *further)


def index_again(session: Session, petition: Petition, former: str) -> None:
    """Replaces the words of a petition by those of its row as it is now."""
    now = indexed_terms(session, petition)
    if now == former:
        return
    if session.get_bind().dialect.name != "sqlite":
        further = further_terms(session, Petition.id == petition.id).get(petition.id, [])
        asked = {"id": petition.id, "gone": former.split(), "come": now, "further": further}
        session.execute(text("SELECT app.index_again(:id, :gone, :come, :further)"), asked)
        return
    # The contentless index needs the words of an entry to remove it.
    removed = {"id": petition.id, "terms": former}
    session.execute(
        text("INSERT INTO petition_fts (petition_fts, rowid, terms) VALUES ('delete', :id, :terms)"), removed
    )
    fresh = {"id": petition.id, "terms": now}
    session.execute(text("INSERT INTO petition_fts (rowid, terms) VALUES (:id, :terms)"), fresh)
