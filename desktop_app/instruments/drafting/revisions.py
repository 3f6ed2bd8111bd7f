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

from desktop_app.database.audit import record_event
from desktop_app.documents.document import Document
from desktop_app.errors import InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.annotations.placing import place_threads
from desktop_app.instruments.model import Instrument, Revision
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.staff.roles import Actor, Role

#: Roles that may register drafts and add revisions.
WRITERS: Final = (Role.REVIEWER, Role.CLERK, Role.MANAGER)
#: Statuses that accept a new revision; while the window is open it is a working draft.
WRITABLE: Final = frozenset(
    {
        InstrumentStatus.DRAFTING,
        InstrumentStatus.LEGAL_REVIEW,
        InstrumentStatus.OPEN,
        InstrumentStatus.REVISING,
    }
)


@dataclass(frozen=True, slots=True)
class RevisionText:
    """A revision with its text. Offsets of annotations and comparisons are code points of this text."""

    id: int
    instrument_id: int
    number: int
    text: str
    author_name: str
    created_at: datetime
    not_compared: tuple[str, ...]


def revision_text(session: Session, instrument_id: int, number: int) -> RevisionText:
    """Returns a revision with its text. Raises `NotFoundError`."""
    found = session.scalar(
        select(Revision).where(Revision.instrument_id == instrument_id, Revision.number == number)
    )
    if found is None:
        raise NotFoundError(item="revision", key=number)
    return RevisionText(
        found.id,
        instrument_id,
        found.number,
        found.text,
        found.author_name,
        found.created_at,
        tuple(found.not_compared),
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
    session: Session, actor: Actor, instrument: Instrument, now: datetime, document: Document, summary: str
) -> Revision:
    """Adds a document as the next revision, in the caller's transaction, which must have locked the instrument's row.

    Raises `RuleError` if the text equals that of the last revision or the instrument is finished, and
    `InvalidValueError` for an empty text.
    """
    actor.must_be(*WRITERS, act="add_revision")
    if not document.text.strip():
        raise InvalidValueError(field="revision", reason="empty", value="")
    if not is_writable(instrument):
        raise RuleError(rule="instrument_is_finished")
    previous = last_revision(session, instrument.id)
    if previous is not None and previous.text == document.text:
        raise RuleError(rule="same_text_as_last_revision")
    revision = Revision(
        instrument_id=instrument.id,
        number=previous.number + 1 if previous else 1,
        text=document.text,
        not_compared=list(document.not_compared),
        source_name=document.name[:200],
        sha256=hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        summary=summary.strip(),
        author_id=actor.person_id,
        author_name=actor.name,
        created_at=now,
    )
    session.add(revision)
    instrument.changed_at = now
    session.flush()
    if previous is not None:
        place_threads(session, actor, previous, revision, now)
    after = {"number": revision.number, "source": revision.source_name, "sha256": revision.sha256}
    note_event(
        session, actor, instrument, now, "revision_added", {}, after | actor.told_for(*WRITERS), text=summary
    )
    return revision


def is_writable(instrument: Instrument) -> bool:
    """Returns whether the instrument's status accepts a new revision."""
    return InstrumentStatus(instrument.status) in WRITABLE


def note_event(
    session: Session,
    actor: Actor,
    instrument: Instrument,
    now: datetime,
    action: str,
    before: dict[str, object],
    after: dict[str, object],
    *,
    text: str = "",
) -> None:
    """Records an action on an instrument in its audit log."""
    record_event(
        session,
        item_type="instrument",
        item_id=instrument.id,
        at=now,
        actor_id=actor.person_id,
        actor_name=actor.name,
        action=action,
        before=before,
        after=after,
        text=text,
    )
