"""The identifiers of a petition's sender, for those who work on it."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.database.engine import Database
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.follow_ups.service import latest_messages
from desktop_app.petitions.identities import read_identities
from desktop_app.petitions.visibility import works_in
from desktop_app.staff.roles import Actor


def with_identity(database: Database, actor: Actor, detail: PetitionDetail) -> PetitionDetail:
    """Returns the petition with the identifiers of its sender, if `actor` works on it."""
    withheld = detail.masked or any(message.masked for message in detail.messages)
    if not withheld or not works_in(actor, detail.unit_id):
        return detail
    found = read_identities(database, actor, [detail.id]).get(detail.id)
    if found is None:
        return detail
    if detail.messages:
        with database.reading() as session:
            detail = replace(detail, messages=latest_messages(session, detail.id, whole=True))
    return replace(
        detail,
        national_id=found.national_id,
        mobile=found.mobile,
        email=found.email,
        masked=False,
        may_reveal=False,
    )
