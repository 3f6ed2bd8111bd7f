"""Review of two revisions: the marks of reviewers on changes, and manual alignment pins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from desktop_app.comparison.pins import Pin
from desktop_app.comparison.result import Entry, Range
from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import NotFoundError, RuleError
from desktop_app.instruments.annotations.placing import place_again
from desktop_app.instruments.drafting.pins import (
    PinRow,
    contradict,
    pin_again,
    pin_row,
    pins_of,
    provision_start,
    told,
)
from desktop_app.instruments.model import AlignmentPin, ChangeMark, Instrument, Revision
from desktop_app.staff.roles import Actor, Role

__all__ = [
    "REVIEWERS",
    "ChangeKey",
    "MarkState",
    "PinChange",
    "PinRow",
    "ReviewerMark",
    "Reviewing",
    "revision_pair",
]

#: Roles that may mark, pin and compose: the roles that add revisions.
REVIEWERS: Final = (Role.REVIEWER, Role.CLERK, Role.MANAGER)
_ABSENT: Final = -1


class MarkState(StrEnum):
    """A person's assessment of a change."""

    SEEN = "seen"
    ACCEPTED = "accepted"
    DISCUSS = "discuss"


@dataclass(frozen=True, slots=True)
class ChangeKey:
    """Identifies a change between two immutable texts by the range of its first entry on each side.

    Ranges are offsets in code points, None for a side without the entry. An index would not be stable: it would name
    another change after an improvement of the comparison algorithm.
    """

    old: Range | None
    new: Range | None

    @classmethod
    def of(cls, entry: Entry) -> ChangeKey:
        """Returns the key of the change whose first entry is `entry`."""
        return cls(
            None if entry.old is None else (entry.old.start, entry.old.end),
            None if entry.new is None else (entry.new.start, entry.new.end),
        )


@dataclass(frozen=True, slots=True)
class ReviewerMark:
    """One person's mark on a change; `at` is aware, in UTC."""

    key: ChangeKey
    state: MarkState
    person_id: int
    person_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PinChange:
    """A new pin, and the contradicting pins that it replaced."""

    added: PinRow
    replaced: tuple[PinRow, ...]


class Reviewing:
    """The service for reviewing a comparison. Revisions are given by their numbers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Marks

    def marks(self, instrument_id: int, old: int, new: int) -> tuple[ReviewerMark, ...]:
        """Returns all marks on a pair of revisions, oldest first. Raises `NotFoundError`."""
        with self._database.reading() as session:
            pair = revision_pair(session, instrument_id, old, new)
            found = session.scalars(
                select(ChangeMark)
                .where(ChangeMark.old_revision_id == pair[0].id, ChangeMark.new_revision_id == pair[1].id)
                .order_by(ChangeMark.at, ChangeMark.id)
            )
            return tuple(_mark(one) for one in found)

    @once
    def mark(
        self,
        actor: Actor,
        instrument_id: int,
        old: int,
        new: int,
        wanted: Mapping[ChangeKey, MarkState | None],
    ) -> None:
        """Sets or removes (None) the actor's own marks in one transaction. The operation is idempotent.

        Raises `NotPermittedError`, `NotFoundError`, and `RuleError` if the actor has no account.
        """
        actor.must_be(*REVIEWERS, act="review")
        if actor.person_id is None:
            raise RuleError(rule="needs_an_account")
        with self._database.writing() as session:
            older, newer = revision_pair(session, instrument_id, old, new)
            now = self._database.now(session)
            for key, state in wanted.items():
                named: dict[str, Any] = {
                    "old_revision_id": older.id,
                    "new_revision_id": newer.id,
                    "person_id": actor.person_id,
                    **_columns(key),
                }
                if state is None:
                    session.execute(delete(ChangeMark).filter_by(**named))
                else:
                    _put(session, named, {"state": state.value, "at": now, "person_name": actor.name})

    # Pins

    def pins(self, instrument_id: int, old: int, new: int) -> tuple[PinRow, ...]:
        """Returns the pins of a pair of revisions, in order of creation. Raises `NotFoundError`."""
        with self._database.reading() as session:
            older, newer = revision_pair(session, instrument_id, old, new)
            return pins_of(session, older.id, newer.id)

    @once
    def pin(
        self, actor: Actor, instrument_id: int, old: int, new: int, old_at: int, new_at: int, *, same: bool
    ) -> PinChange:
        """Pins the provisions at two offsets as the same or as different, and replaces contradicting pins.

        Offsets are in code points of the revision's text. Raises `NotPermittedError`, `NotFoundError`, and
        `InvalidValueError` if an offset lies in no provision.
        """
        actor.must_be(*REVIEWERS, act="review")
        with self._database.writing() as session:
            _lock(session, instrument_id)
            older, newer = revision_pair(session, instrument_id, old, new)
            wanted = Pin(provision_start(older.text, old_at), provision_start(newer.text, new_at), same)
            known = pins_of(session, older.id, newer.id)
            replaced = tuple(row for row in known if contradict(row.pin, wanted))
            if replaced:
                session.execute(delete(AlignmentPin).where(AlignmentPin.id.in_([row.id for row in replaced])))
            now = self._database.now(session)
            made = pin_again(PinRow(0, wanted, actor.person_id, actor.name, now), older, newer)
            session.add(made)
            session.flush()
            place_again(session, older, newer)
            before = {"replaced": [told(row, old, new) for row in replaced]} if replaced else {}
            after = told(pin_row(made), old, new)
            _note(session, actor, instrument_id, now, "pinned", before, after)
            return PinChange(pin_row(made), replaced)

    @once
    def unpin(self, actor: Actor, pin_id: int, restore: Sequence[PinRow] = ()) -> PinRow:
        """Removes a pin and restores the pins that it had replaced, except those that contradict a newer pin.

        Raises `NotPermittedError`, and `NotFoundError` if the pin was already removed.
        """
        actor.must_be(*REVIEWERS, act="review")
        with self._database.writing() as session:
            instrument_id = _instrument_of_pin(session, pin_id)
            _lock(session, instrument_id)
            found = session.get(AlignmentPin, pin_id)
            if found is None:
                raise NotFoundError(item="pin", key=pin_id)
            row = pin_row(found)
            older = session.get_one(Revision, found.old_revision_id)
            newer = session.get_one(Revision, found.new_revision_id)
            session.delete(found)
            session.flush()
            standing = pins_of(session, older.id, newer.id)
            back = [
                pin_again(one, older, newer)
                for one in restore
                if not any(contradict(other.pin, one.pin) for other in standing)
            ]
            session.add_all(back)
            session.flush()
            place_again(session, older, newer)
            restored = [told(pin_row(one), older.number, newer.number) for one in back]
            before = told(row, older.number, newer.number)
            now = self._database.now(session)
            after = {"restored": restored} if restored else {}
            _note(session, actor, instrument_id, now, "unpinned", before, after)
            return row


def revision_pair(session: Session, instrument_id: int, old: int, new: int) -> tuple[Revision, Revision]:
    """Returns two revisions by their numbers. Raises `NotFoundError`."""
    found = {
        revision.number: revision
        for revision in session.scalars(
            select(Revision).where(
                Revision.instrument_id == instrument_id, or_(Revision.number == old, Revision.number == new)
            )
        )
    }
    for number in (old, new):
        if number not in found:
            raise NotFoundError(item="revision", key=number)
    return found[old], found[new]


def _lock(session: Session, instrument_id: int) -> None:
    """Serialises pinning per instrument: of two concurrent contradicting pins, the second must see the first."""
    session.get(Instrument, instrument_id, with_for_update=True)


def _instrument_of_pin(session: Session, pin_id: int) -> int:
    found = session.scalar(
        select(Revision.instrument_id)
        .join(AlignmentPin, AlignmentPin.old_revision_id == Revision.id)
        .where(AlignmentPin.id == pin_id)
    )
    if found is None:
        raise NotFoundError(item="pin", key=pin_id)
    return found


def _columns(key: ChangeKey) -> dict[str, int]:
    old, new = key.old or (_ABSENT, _ABSENT), key.new or (_ABSENT, _ABSENT)
    return {"old_begin": old[0], "old_end": old[1], "new_begin": new[0], "new_end": new[1]}


def _put(session: Session, named: dict[str, Any], values: dict[str, Any]) -> None:
    """Inserts or updates one row of one person; safe against a concurrent insert from another window."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    session.execute(
        dialect.insert(ChangeMark)
        .values(**named, **values)
        .on_conflict_do_update(index_elements=list(named), set_=values)
    )


def _mark(one: ChangeMark) -> ReviewerMark:
    old = None if one.old_begin == _ABSENT else (one.old_begin, one.old_end)
    new = None if one.new_begin == _ABSENT else (one.new_begin, one.new_end)
    return ReviewerMark(ChangeKey(old, new), MarkState(one.state), one.person_id, one.person_name, one.at)


def _note(
    session: Session,
    actor: Actor,
    instrument_id: int,
    now: datetime,
    action: str,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    record_event(
        session,
        item_type="instrument",
        item_id=instrument_id,
        at=now,
        actor_id=actor.person_id,
        actor_name=actor.name,
        action=action,
        before=before,
        after=after | actor.told_for(*REVIEWERS),
    )
