"""What a decision on a public comment consists of: disposition, reason, what carries it, its confirmation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.errors import InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.model import Instrument, PublicComment, Revision
from desktop_app.instruments.vocabulary import Disposition

#: The most of a provision's name, as its sender gives it.
LONGEST_PROVISION: Final = 60
#: The columns of a second reader, where there is none.
NOT_CONFIRMED: Final[Mapping[str, Any]] = {"confirmed_by_id": None, "confirmed_by": "", "confirmed_at": None}


@dataclass(frozen=True, slots=True)
class Carrier:
    """The revision (by its number) and the provision (by its label) that carry what a comment asked for."""

    revision: int
    provision: str


@dataclass(frozen=True, slots=True)
class Around:
    """What a comment's row says of its instrument: the numbers of its revisions by id, the window's last day."""

    numbers: dict[int, int]
    closes_on: date | None
    second_reader: bool = False


def around_of(session: Session, instrument_id: int) -> Around:
    """What the rows of an instrument's comments need of it."""
    found = select(Revision.id, Revision.number).where(Revision.instrument_id == instrument_id)
    instrument = session.get(Instrument, instrument_id)
    numbers = {row.id: row.number for row in session.execute(found)}
    if instrument is None:
        return Around(numbers, None)
    return Around(numbers, instrument.closes_on, instrument.second_reader)


def carried(
    session: Session, instrument_id: int, disposition: Disposition, carrier: Carrier | None
) -> tuple[int | None, str]:
    """The revision (its id) and the name of the provision that carry what is accepted; (None, "") without one.
    Raises `RuleError`, `NotFoundError`, `InvalidValueError`."""
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


def clear_confirmation(comment: PublicComment) -> None:
    """Another decision than the second reader confirmed."""
    for column, value in NOT_CONFIRMED.items():
        setattr(comment, column, value)


def decision_of(comment: PublicComment, around: Around) -> dict[str, Any]:
    """What the history keeps of a decision."""
    return told_decision(
        comment.disposition, comment.reason, comment.carried_revision_id, comment.carried_provision, around
    )


def told_decision(
    disposition: str | None, reason: str, revision_id: int | None, provision: str, around: Around
) -> dict[str, Any]:
    """As `decision_of`, of single columns."""
    told: dict[str, Any] = {"disposition": disposition, "reason": reason}
    if revision_id is not None:
        told |= {"carried_revision": around.numbers[revision_id], "carried_provision": provision}
    return told
