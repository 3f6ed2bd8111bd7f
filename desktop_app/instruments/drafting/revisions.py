"""The revisions of an instrument: reading a text, and adding the next revision.

A revision is immutable; a correction is a new revision. Database triggers enforce it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.documents.document import Document, DocumentPart
from desktop_app.errors import AppError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.instruments.acts.beside import REVISION_ADDED
from desktop_app.instruments.annotations.placing import place_threads
from desktop_app.instruments.drafting.performing import do_step
from desktop_app.instruments.drafting.stored_parts import parts_stored, stored_parts
from desktop_app.instruments.model import Instrument, Revision
from desktop_app.staff.roles import Actor, Role

#: Roles that may register drafts and add revisions.
WRITERS: Final = (Role.REVIEWER, Role.CLERK, Role.MANAGER)


@dataclass(frozen=True, slots=True)
class RevisionText:
    """A revision with its text. Offsets of annotations and comparisons are code points of this text.

    `parts` are footnotes, headers and the like, which are compared beside it.
    """

    id: int
    instrument_id: int
    number: int
    text: str
    author_name: str
    created_at: datetime
    not_compared: tuple[str, ...]
    parts: tuple[DocumentPart, ...] = ()


def revision_text(session: Session, instrument_id: int, number: int) -> RevisionText:
    """Returns a revision with its text. Raises `NotFoundError`."""
    found = session.scalar(
        select(Revision).where(Revision.instrument_id == instrument_id, Revision.number == number)
    )
    if found is None:
        raise NotFoundError(item="revision", key=number)
    return _text_of(found)


def revision_by_id(session: Session, revision_id: int) -> RevisionText:
    """Returns a revision with its text."""
    return _text_of(session.get_one(Revision, revision_id))


def _text_of(found: Revision) -> RevisionText:
    return RevisionText(
        found.id,
        found.instrument_id,
        found.number,
        found.text,
        found.author_name,
        found.created_at,
        tuple(found.not_compared),
        parts_stored(found.parts),
    )


def last_revision(session: Session, instrument_id: int) -> Revision | None:
    """Returns the newest revision, or None if there is none."""
    return session.scalar(
        select(Revision)
        .where(Revision.instrument_id == instrument_id)
        .order_by(Revision.number.desc())
        .limit(1)
    )


def write_revision(
    session: Session,
    database: Database,
    actor: Actor,
    instrument: Instrument,
    document: Document,
    summary: str,
) -> Revision:
    """Adds a document as the next revision, in the caller's transaction, which must have locked the instrument's row.

    Raises `NotPermittedError`, `RuleError` if text and parts equal those of the last revision or the instrument is
    finished, and `InvalidValueError` for an empty text.
    """
    number, previous = instrument.id, last_revision(session, instrument.id)
    refusals: dict[str, AppError] = {
        "not_your_role": NotPermittedError(act="add_revision", who_may=",".join(WRITERS)),
        "text_missing": InvalidValueError(field="revision", reason="empty", value=""),
    }
    given = {
        "text": document.text,
        "parts": stored_parts(document.parts),
        "not_compared": list(document.not_compared),
        "source_name": document.name,
        "sha256": hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
    }
    do_step(
        session,
        database,
        actor,
        REVISION_ADDED,
        number,
        text=summary.strip(),
        given=given,
        refusals=refusals,
    )
    revision = last_revision(session, number)
    assert revision is not None
    if previous is not None:
        place_threads(session, actor, previous, revision, database.now(session))
    return revision
