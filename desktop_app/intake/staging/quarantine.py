"""Quarantined and discarded submissions for display.

Discarded submissions are kept unchanged. The audit log has person, time and reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.errors import InvalidValueError
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.sources.model import IntakeFile
from desktop_app.intake.staging.model import IntakeSubmission, StagingState
from desktop_app.intake.staging.originals import Submitted, is_withheld, shown
from desktop_app.intake.staging.submissions import mapping_of, read_fault, required_of_file
from desktop_app.persian.text import UNSEEN

#: Actions of events; also used by the triggers of both engines (`intake/rights.sql`, `intake_guard`).
PUT_ASIDE: Final = "intake_put_aside"
TAKEN_BACK: Final = "intake_taken_back"
QUARANTINED: Final = "intake_quarantined"
LONGEST_REASON: Final = 500


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An invalid submission: the payload to correct, and the fault.

    `mapping` maps field to name in the payload, for a row of a file; `file` and `row` are its origin, empty
    and 0 otherwise.
    """

    id: int
    channel: str
    external_id: str | None
    arrived_at: datetime
    payload: Any
    fault: RowFault
    mapping: Mapping[str, str] | None = None
    file: str = ""
    row: int = 0
    #: The required fields of a row of a file.
    required: tuple[str, ...] = ()
    #: Identifiers are hidden in the payload.
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class PutAside:
    """A discarded submission with person, time (timezone-aware, UTC) and reason. Plain text."""

    what: Quarantined
    reason: str
    by: str
    at: datetime


def in_quarantine(session: Session, most: int) -> tuple[Quarantined, ...]:
    """Returns the quarantined submissions, oldest first."""
    return _shown(session, _in_state(session, StagingState.QUARANTINED, IntakeSubmission.id.asc(), most))


def put_aside(session: Session, most: int) -> tuple[PutAside, ...]:
    """Returns the discarded submissions by arrival, latest first."""
    rows = _shown(session, _in_state(session, StagingState.ASIDE, IntakeSubmission.id.desc(), most))
    statement = (
        select(EventRecord.item_id, EventRecord.text, EventRecord.actor_name, EventRecord.at)
        .where(
            EventRecord.item_type == "intake",
            EventRecord.item_id.in_([row.id for row in rows]),
            EventRecord.action == PUT_ASIDE,
        )
        .order_by(EventRecord.item_id, EventRecord.sequence)
    )
    # For a submission that was discarded several times, the last event applies.
    events = {event.item_id: event for event in session.execute(statement)} if rows else {}
    return tuple(_aside(row, events.get(row.id)) for row in rows)


def checked_reason(reason: str) -> str:
    """Validates and strips a reason. Raises `InvalidValueError`."""
    text = reason.strip()
    if not text.strip(UNSEEN):
        raise InvalidValueError(field="reason", reason="empty", value="")
    if len(text) > LONGEST_REASON:
        raise InvalidValueError(field="reason", reason="too_long", value="")
    return text


def files_of(session: Session, found: Sequence[IntakeSubmission]) -> dict[int, IntakeFile]:
    """Returns the files of these rows by id."""
    wanted = {one.file_id for one in found if one.file_id is not None}
    if not wanted:
        return {}
    return {file.id: file for file in session.scalars(select(IntakeFile).where(IntakeFile.id.in_(wanted)))}


def _aside(row: Quarantined, event: Any) -> PutAside:
    if event is None:
        # Discarded by the database owner without the program: show it anyway.
        return PutAside(row, "", "", row.arrived_at)
    return PutAside(row, event.text, event.actor_name, event.at)


def _in_state(session: Session, state: StagingState, order: Any, most: int) -> Sequence[IntakeSubmission]:
    statement = (
        select(IntakeSubmission).where(IntakeSubmission.state == state.value).order_by(order).limit(most)
    )
    return session.scalars(statement).all()


def _shown(session: Session, found: Sequence[IntakeSubmission]) -> tuple[Quarantined, ...]:
    files = files_of(session, found)
    return tuple(_quarantined(one, shown(one), files.get(one.file_id or 0)) for one in found)


def one_in_quarantine(session: Session, submission_id: int, came: Submitted) -> Quarantined | None:
    """Returns a quarantined submission with what it said; None for one that is not there (any more)."""
    found = session.get(IntakeSubmission, submission_id)
    if found is None or found.state != StagingState.QUARANTINED.value:
        return None
    return _quarantined(found, came, files_of(session, [found]).get(found.file_id or 0))


def _quarantined(one: IntakeSubmission, came: Submitted, file: IntakeFile | None) -> Quarantined:
    payload, withheld = came.latest, is_withheld(came)
    fault = read_fault(one.id, one.reason)
    if file is None or not isinstance(payload, dict):
        return Quarantined(
            one.id, one.channel, one.external_id, one.arrived_at, payload, fault, withheld=withheld
        )
    mapping = mapping_of(file, payload, mended=came.mended is not None)
    return Quarantined(
        one.id,
        one.channel,
        one.external_id,
        one.arrived_at,
        payload,
        fault,
        mapping,
        file.name,
        one.row or 0,
        required_of_file(file),
        withheld,
    )
