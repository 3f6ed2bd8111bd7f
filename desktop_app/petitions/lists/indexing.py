"""Rebuilds the search index and the near-duplicates of a database that was copied."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.near_equal_rows import make_near_equals
from desktop_app.database.search import clear_index, index_further_texts, index_items, terms_of
from desktop_app.people.model import PetitionerIdentity
from desktop_app.petitions.duplicates.minhash import clear_sketches, keep_sketches
from desktop_app.petitions.duplicates.near_equals import settle_what_was_said
from desktop_app.petitions.model import Petition, PetitionText

_CHUNK: Final = 500


def reindex(session: Session) -> int:
    """Indexes every petition again; returns their number."""
    clear_index(session)
    clear_sketches(session)
    wanted = (
        select(
            Petition.id,
            Petition.subject,
            PetitionText.body,
            Petition.petitioner_name,
            Petition.about,
            Petition.tracking_code,
            Petition.external_id,
            Petition.letter_number,
            PetitionerIdentity.national_id,
            PetitionerIdentity.mobile,
        )
        .outerjoin(PetitionText, PetitionText.petition_id == Petition.id)
        .outerjoin(PetitionerIdentity, PetitionerIdentity.petitioner_id == Petition.petitioner_id)
        .order_by(Petition.id)
        .limit(_CHUNK)
    )
    done, last = 0, 0
    while rows := session.execute(wanted.where(Petition.id > last)).all():
        index_items(session, [(row[0], terms_of(row[1:5], row[5:8]), row[8:]) for row in rows])
        keep_sketches(session, [(row[0], row[2] or "") for row in rows])
        done, last = done + len(rows), rows[-1][0]
    index_further_texts(session)
    make_near_equals(session.connection())
    settle_what_was_said(session)
    return done
