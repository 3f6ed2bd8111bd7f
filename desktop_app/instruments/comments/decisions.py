"""The parts of a decision on a public comment: disposition, reason, carrying provision, confirmation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.errors import InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.model import Instrument, Revision
from desktop_app.instruments.vocabulary import Disposition

#: The maximum length of a provision name as given by a sender.
LONGEST_PROVISION: Final = 60


@dataclass(frozen=True, slots=True)
class Carrier:
    """The provision that carries an accepted comment: a revision number and a provision label."""

    revision: int
    provision: str


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
    session: Session, instrument_id: int, disposition: Disposition, carrier: Carrier | None
) -> tuple[int | None, str]:
    """Returns the revision id and the provision name that carry an accepted comment; (None, "") without a carrier.

    Raises `RuleError` if the disposition does not accept or the revision is not newer than the exposed one,
    `NotFoundError` for an unknown revision, and `InvalidValueError` for an empty name.
    """
    if carrier is None:
        return None, ""
    if disposition not in {Disposition.ACCEPTED, Disposition.PARTLY_ACCEPTED}:
        raise RuleError(rule="only_accepted_is_carried")
    provision = " ".join(carrier.provision.split())
    if not provision:
        raise InvalidValueError(field="provision", reason="empty", value="")
    instrument = session.get_one(Instrument, instrument_id)
    found = session.scalar(
        select(Revision).where(Revision.instrument_id == instrument_id, Revision.number == carrier.revision)
    )
    if found is None:
        raise NotFoundError(item="revision", key=carrier.revision)
    if instrument.exposed_revision_id is not None and found.id <= instrument.exposed_revision_id:
        raise RuleError(rule="carried_by_a_newer_revision")
    return found.id, provision[:LONGEST_PROVISION]


def decision(
    session: Session, instrument_id: int, disposition: Disposition, reason: str, carrier: Carrier | None
) -> dict[str, Any]:
    """Returns the values that a decision gives to its act. Raises as `carried` does."""
    revision_id, provision = carried(session, instrument_id, disposition, carrier)
    return {
        "disposition": disposition.value,
        "reason": reason,
        "carried_revision_id": revision_id,
        "carried_provision": provision,
    }
