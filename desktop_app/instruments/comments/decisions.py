"""The parts of a decision on a public comment: disposition, reason, carrying provision, confirmation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.errors import InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.changes.storing import keep_changes, stored_name
from desktop_app.instruments.model import Instrument, Revision
from desktop_app.instruments.vocabulary import ACCEPTING, LONGEST_PROVISION, Disposition
from desktop_app.persian.text import UNSEEN
from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class Carrier:
    """The change that carries an accepted comment: a revision number, and the name of a provision that it changed."""

    revision: int
    provision: str


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An accepted comment changes nothing in the text, for a reason that is published."""

    reason: str


@dataclass(frozen=True, slots=True)
class Around:
    """The data of an instrument that comment rows need: revision numbers by id, the last day of the window."""

    numbers: dict[int, int]
    closes_on: date | None
    second_reader: bool = False


def around_of(session: Session, instrument_id: int) -> Around:
    """Reads the data of an instrument that its comment rows need."""
    found = select(Revision.id, Revision.number).where(Revision.instrument_id == instrument_id)
    instrument = session.get(Instrument, instrument_id)
    numbers = {row.id: row.number for row in session.execute(found)}
    if instrument is None:
        return Around(numbers, None)
    return Around(numbers, instrument.closes_on, instrument.second_reader)


def carried(
    session: Session, instrument_id: int, disposition: Disposition, carrier: Carrier | Unchanged | None
) -> dict[str, Any]:
    """Returns the columns of a decision that say what carries the comment; all empty without a carrier.

    Raises `RuleError` if the disposition does not accept, the revision is not newer than the exposed one, or nothing
    of that name changed in it, `NotFoundError` for an unknown revision, and `InvalidValueError` for an empty name or
    reason.
    """
    values: dict[str, Any] = {
        "carried_revision_id": None, "carried_provision": "", "unchanged_reason": "",
    }  # fmt: skip
    if carrier is None:
        return values
    if disposition not in ACCEPTING:
        raise RuleError(rule="only_accepted_is_carried")
    if isinstance(carrier, Unchanged):
        reason = " ".join(carrier.reason.split()).strip(UNSEEN)
        if not reason:
            raise InvalidValueError(field="unchanged_reason", reason="empty", value="")
        return values | {"unchanged_reason": reason}
    provision = " ".join(carrier.provision.split())[:LONGEST_PROVISION]
    if not provision:
        raise InvalidValueError(field="provision", reason="empty", value="")
    revision_id = _newer_revision(session, instrument_id, carrier.revision)
    name = stored_name(session, instrument_id, revision_id, provision)
    return values | {"carried_revision_id": revision_id, "carried_provision": name}


def _newer_revision(session: Session, instrument_id: int, number: int) -> int:
    instrument = session.get_one(Instrument, instrument_id)
    found = session.scalar(
        select(Revision.id).where(Revision.instrument_id == instrument_id, Revision.number == number)
    )
    if found is None:
        raise NotFoundError(item="revision", key=number)
    if instrument.exposed_revision_id is not None and found <= instrument.exposed_revision_id:
        raise RuleError(rule="carried_by_a_newer_revision")
    return found


def decision(
    session: Session,
    actor: Actor,
    instrument_id: int,
    disposition: Disposition,
    reason: str,
    carrier: Carrier | Unchanged | None,
    now: datetime,
) -> dict[str, Any]:
    """Returns the values that a decision gives to its act, and stores the changes that the act looks at.

    Raises as `carried` does.
    """
    values = carried(session, instrument_id, disposition, carrier)
    if values["carried_revision_id"] is not None:
        keep_changes(session, actor, instrument_id, values["carried_revision_id"], now)
    # As the act stores it: members of a group that have it are not decided again.
    return {"disposition": disposition.value, "reason": reason.strip(UNSEEN), **values}
