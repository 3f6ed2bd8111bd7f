"""Finds what differs in a row that is known by its sender's number and came again with other words.

Rows are compared by their folded content: spelling alone is no difference. Numbers and addresses of senders are not
compared, because the answer would tell whose they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.persian.text import fold, same_words
from desktop_app.petitions.follow_ups.model import PetitionMessage
from desktop_app.petitions.model import Petition, PetitionText
from desktop_app.petitions.registration.correction import CORRECTED
from desktop_app.petitions.registration.register import NewPetition, subject_of
from desktop_app.petitions.registration.rows_there import RowThere
from desktop_app.petitions.vocabulary import REGISTRATION_CORRECTED

#: The fields that are compared, as in imports.
COMPARED: Final = ("kind", "subject", "text", "name")


@dataclass(frozen=True, slots=True)
class RowWords:
    """The compared fields of a row."""

    kind: str
    subject: str
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """A known row that came with other words: which `fields` differ, and the words that were there.

    `petition_id` and `tracking_code` are 0 and empty for a row of the same file in a trial run.
    """

    petition_id: int
    tracking_code: str
    fields: tuple[str, ...]
    before: RowWords


def words_of(petition: NewPetition) -> RowWords:
    """Returns the compared fields of a new row; its subject as the register stores it."""
    return RowWords(petition.kind.value, subject_of(petition), petition.text, petition.contact.name)


def further_words(petition: NewPetition) -> str:
    """Returns the words of a row as a further text: its subject before its text."""
    subject, text = petition.subject.strip(), petition.text
    return f"{subject}\n\n{text}" if subject and subject not in text else text


def further_key(petition: NewPetition) -> str:
    """Returns the key of a changed row as a further text: the same words come in once."""
    content = (petition.channel, petition.external_id or "", fold(further_words(petition)))
    return "again:" + hashlib.sha256("\x1f".join(content).encode()).hexdigest()


def differing(before: RowWords, petition: NewPetition) -> tuple[str, ...]:
    """Returns the fields in which a row differs from the words that were there."""
    now = words_of(petition)
    if not petition.subject.strip():
        # A row without a subject has the first words of its text.
        now = RowWords(now.kind, subject_of(petition, before.text), now.text, now.name)
    return tuple(name for name in COMPARED if not same_words(getattr(before, name), getattr(now, name)))


def changed_rows(session: Session, rows: Sequence[tuple[NewPetition, RowThere]]) -> dict[int, ChangedWords]:
    """Returns the rows with other words than the petition has, by their place.

    Masked petitions have no words left to compare. Words that are a further text already are known.
    """
    named = {at: row for at, row in enumerate(rows) if row[0].external_id}
    ids = {there.petition_id for _, there in named.values()}
    if not ids:
        return {}
    petitions = {
        row.id: row
        for row in session.execute(
            select(
                Petition.id,
                Petition.tracking_code,
                Petition.kind,
                Petition.subject,
                Petition.petitioner_name,
                PetitionText.body,
            )
            .join(PetitionText, PetitionText.petition_id == Petition.id)
            .where(Petition.id.in_(ids), Petition.masked_at.is_(None))
        )
    }
    messages = _messages(session, named.values())
    found: dict[int, ChangedWords] = {}
    for at, (petition, there) in named.items():
        row = petitions.get(there.petition_id)
        if row is None:
            continue
        known = messages.get((there.petition_id, petition.channel.value, petition.external_id or ""), {})
        if any(same_words(text, further_words(petition)) for text in known.values()):
            continue
        if there.message_id is None:
            before = RowWords(row.kind, row.subject, row.body, row.petitioner_name)
            fields = differing(before, petition)
        else:
            # A message has neither kind nor name of its own.
            before = RowWords(row.kind, "", known.get(there.message_id, ""), row.petitioner_name)
            fields = ("text",)
        if fields:
            found[at] = ChangedWords(row.id, row.tracking_code, fields, before)
    return _without_corrections(session, found)


#: A petition, and channel and number of a sender.
_Sent = tuple[int, str, str]


def _messages(session: Session, rows: Iterable[tuple[NewPetition, RowThere]]) -> dict[_Sent, dict[int, str]]:
    """Returns the further texts with the senders' numbers of these rows, by id."""
    wanted: set[_Sent] = {
        (there.petition_id, petition.channel.value, petition.external_id or "") for petition, there in rows
    }
    statement = select(
        PetitionMessage.id,
        PetitionMessage.petition_id,
        PetitionMessage.channel,
        PetitionMessage.external_id,
        PetitionMessage.text,
    ).where(
        PetitionMessage.petition_id.in_({number for number, _, _ in wanted}),
        PetitionMessage.external_id.in_({sent for _, _, sent in wanted}),
    )
    found: dict[_Sent, dict[int, str]] = {}
    for row in session.execute(statement):
        found.setdefault((row.petition_id, row.channel, row.external_id), {})[row.id] = row.text
    return found


def _without_corrections(session: Session, found: dict[int, ChangedWords]) -> dict[int, ChangedWords]:
    """Leaves the fields alone that the office corrected: the file has the former values."""
    ids = {one.petition_id for one in found.values()}
    if not ids:
        return found
    corrected: dict[int, set[str]] = {}
    for row in session.execute(
        select(EventRecord.item_id, EventRecord.before, EventRecord.after).where(
            EventRecord.item_type == "petition",
            EventRecord.item_id.in_(ids),
            EventRecord.action.in_((CORRECTED, REGISTRATION_CORRECTED)),
        )
    ):
        changed = {name for name in COMPARED if row.before.get(name) != row.after.get(name)}
        corrected.setdefault(row.item_id, set()).update(changed)
    left: dict[int, ChangedWords] = {}
    for at, one in found.items():
        fields = tuple(f for f in one.fields if f not in corrected.get(one.petition_id, ()))
        if fields:
            left[at] = replace(one, fields=fields)
    return left
