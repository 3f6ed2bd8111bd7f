"""What submissions said as they came, and who reads it.

A submission shows the end of its identifiers only. On PostgreSQL the database masks it on arrival, and the original
lies in a table that no login reads: it is given after an event of the reading was committed (`intake/originals.sql`).
On SQLite it stays in its row, and is masked when it is read. There is one event for a batch, and for a submission one
a person and day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ARRAY, BigInteger, bindparam, select, text
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.database.engine import Database
from desktop_app.intake.staging.model import IntakeSubmission, SubmissionOriginal
from desktop_app.people.identity import identifies
from desktop_app.people.masking import DOT
from desktop_app.people.petitioners import mask
from desktop_app.petitions.identities import READINGS, midnight, record_readings
from desktop_app.staff.roles import Actor

#: What the event says the list was read for.
_PURPOSE: Final = "submissions"
_IDS: Final = bindparam("asked", type_=ARRAY(BigInteger))
_NOTE: Final = text("SELECT app.read_submissions(:asked, :actor, :named, :now)").bindparams(_IDS)
_ORIGINALS: Final = text("SELECT submission, payload, mended FROM app.submissions(:asked)").bindparams(_IDS)


@dataclass(frozen=True, slots=True)
class Submitted:
    """A payload as it came, and as somebody corrected it (None: not)."""

    payload: Any
    mended: Any = None

    @property
    def latest(self) -> Any:
        return self.payload if self.mended is None else self.mended


def masked_payload(payload: Any) -> Any:
    """Returns a payload without identifiers, as `app.masked_payload`."""
    if isinstance(payload, Mapping):
        return {name: _masked_value(value) for name, value in payload.items()}
    return _masked_value(payload)


def shown(submission: IntakeSubmission) -> Submitted:
    """Returns what everybody may read of a submission."""
    mended = submission.mended
    return Submitted(masked_payload(submission.payload), None if mended is None else masked_payload(mended))


def is_withheld(submitted: Submitted) -> bool:
    """Whether identifiers are hidden in what `shown` returned."""
    return DOT in str(submitted.latest)


def read_originals(database: Database, actor: Actor, submission_ids: Sequence[int]) -> dict[int, Submitted]:
    """Notes that `actor` reads what submissions said, and returns it; without those that they may not read."""
    with database.touching() as session:
        note_submissions(session, actor, submission_ids, database.now(session))
    with database.reading() as session:
        return originals_of(session, submission_ids)


def note_submissions(session: Session, actor: Actor, submission_ids: Sequence[int], now: datetime) -> None:
    """Notes that `actor` reads those submissions that have identifiers and that they have not read today.

    On SQLite the caller has checked that they may.
    """
    if session.get_bind().dialect.name != "sqlite":
        asked = {"asked": list(submission_ids), "actor": actor.person_id, "named": actor.name, "now": now}
        session.execute(_NOTE, asked)
        return
    rows = _rows(session, submission_ids)
    wanted = {
        row.id for row in rows if is_withheld(Submitted(*map(masked_payload, (row.payload, row.mended))))
    }
    fresh = sorted(wanted - _read_today(session, actor, now)) if wanted else []
    if fresh:
        record_readings(session, actor, now, _PURPOSE, len(fresh), submissions=fresh)


def originals_of(session: Session, submission_ids: Sequence[int]) -> dict[int, Submitted]:
    """Returns what submissions said; on PostgreSQL of those whose reading was noted, or that hide nothing."""
    if session.get_bind().dialect.name != "sqlite":
        found = session.execute(_ORIGINALS, {"asked": list(submission_ids)})
        return {row.submission: Submitted(row.payload, row.mended) for row in found}
    return {row.id: Submitted(row.payload, row.mended) for row in _rows(session, submission_ids)}


def _masked_value(value: Any) -> Any:
    if isinstance(value, Mapping | list):
        return DOT * 3
    return mask(str(value)) if identifies(str(value)) else value


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    payload: Any
    mended: Any


def _rows(session: Session, submission_ids: Sequence[int]) -> list[_Row]:
    """Returns submissions on SQLite; one that came from PostgreSQL has its original beside it."""
    found: list[_Row] = []
    for start in range(0, len(submission_ids), 500):
        statement = (
            select(IntakeSubmission, SubmissionOriginal)
            .outerjoin(SubmissionOriginal, SubmissionOriginal.submission_id == IntakeSubmission.id)
            .where(IntakeSubmission.id.in_(submission_ids[start : start + 500]))
        )
        rows: Any = session.execute(statement)
        for row, original in rows:
            came = original or row
            found.append(_Row(row.id, came.payload, came.mended))
    return found


def _read_today(session: Session, actor: Actor, now: datetime) -> set[int]:
    lists = select(EventRecord.after).where(
        EventRecord.item_type == READINGS,
        EventRecord.item_id == (actor.person_id or 0),
        EventRecord.at >= midnight(now),
        EventRecord.actor_id.is_not_distinct_from(actor.person_id),
    )
    return {number for after in session.scalars(lists) for number in after.get("submissions", ())}
