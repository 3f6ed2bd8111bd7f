"""What could not be read, as a person looks through it: what waits to be mended, and what was put aside for good.

What is put aside is taken from no table and stays as it came. Who did it, when and why stands in its history.
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
from desktop_app.intake.staging.submissions import mapping_of, read_fault, required_of_file

#: The actions of the events; the guards of both engines name them too (`rights/functions.sql`, `intake_guard`).
PUT_ASIDE: Final = "intake_put_aside"
TAKEN_BACK: Final = "intake_taken_back"
LONGEST_REASON: Final = 500


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Something that could not be read: the payload to be mended, and why. `mapping`: of a row of a file, field →
    name in the payload; `file` and `row`: where it stood, empty and 0 for what was handed in."""

    id: int
    channel: str
    external_id: str | None
    arrived_at: datetime
    payload: Any
    fault: RowFault
    mapping: Mapping[str, str] | None = None
    file: str = ""
    row: int = 0
    #: Of a row of a file: the fields that it has to have.
    required: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PutAside:
    """Something that was put aside: what it is, and who did it, when (aware, UTC) and why. Plain text."""

    what: Quarantined
    reason: str
    by: str
    at: datetime


def in_quarantine(session: Session, most: int) -> tuple[Quarantined, ...]:
    """What waits to be mended, the oldest first."""
    return _shown(session, _in_state(session, StagingState.QUARANTINED, IntakeSubmission.id.asc(), most))


def put_aside(session: Session, most: int) -> tuple[PutAside, ...]:
    """What was put aside, the latest arrival first."""
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
    # Of what was put aside, taken back and put aside once more the last one counts.
    told = {event.item_id: event for event in session.execute(statement)} if rows else {}
    return tuple(_aside(row, told.get(row.id)) for row in rows)


def checked_reason(reason: str) -> str:
    """A reason as it is kept. Raises `InvalidValueError`."""
    told = reason.strip()
    if not told:
        raise InvalidValueError(field="reason", reason="empty", value="")
    if len(told) > LONGEST_REASON:
        raise InvalidValueError(field="reason", reason="too_long", value="")
    return told


def files_of(session: Session, found: Sequence[IntakeSubmission]) -> dict[int, IntakeFile]:
    """The files that rows stood in, by their ids."""
    wanted = {one.file_id for one in found if one.file_id is not None}
    if not wanted:
        return {}
    return {file.id: file for file in session.scalars(select(IntakeFile).where(IntakeFile.id.in_(wanted)))}


def _aside(row: Quarantined, event: Any) -> PutAside:
    if event is None:
        # By the database's owner, past the program: it is shown all the same.
        return PutAside(row, "", "", row.arrived_at)
    return PutAside(row, event.text, event.actor_name, event.at)


def _in_state(session: Session, state: StagingState, order: Any, most: int) -> Sequence[IntakeSubmission]:
    statement = (
        select(IntakeSubmission).where(IntakeSubmission.state == state.value).order_by(order).limit(most)
    )
    return session.scalars(statement).all()


def _shown(session: Session, found: Sequence[IntakeSubmission]) -> tuple[Quarantined, ...]:
    files = files_of(session, found)
    return tuple(_quarantined(one, files.get(one.file_id or 0)) for one in found)


def _quarantined(one: IntakeSubmission, file: IntakeFile | None) -> Quarantined:
    payload = one.payload if one.mended is None else one.mended
    fault = read_fault(one.id, one.reason)
    if file is None or not isinstance(payload, dict):
        return Quarantined(one.id, one.channel, one.external_id, one.arrived_at, payload, fault)
    mapping = mapping_of(file, payload, mended=one.mended is not None)
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
    )
