"""A reviewer's work on two revisions: what was seen, accepted or is to be discussed, and what was pinned by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from desktop_app.errors import InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.model import AlignmentPin, ChangeMark, Revision
from desktop_app.staff.roles import Actor, Role

#: Who works on drafts marks, pins and composes: the roles that add revisions.
REVIEWERS: Final = (Role.REVIEWER, Role.CLERK, Role.MANAGER)
_ABSENT: Final = -1


class MarkState(StrEnum):
    """What a person thinks of a change."""

    SEEN = "seen"
    ACCEPTED = "accepted"
    DISCUSS = "discuss"


@dataclass(frozen=True, slots=True)
class ChangeKey:
    """A change of two immutable texts, named by the range of its first entry on each side (code points; None where
    that side does not have it). An index would name another change as soon as the comparison gets better."""

    old: Range | None
    new: Range | None

    @classmethod
    def of(cls, entry: Entry) -> ChangeKey:
        """The key of the change that begins with `entry`."""
        return cls(
            None if entry.old is None else (entry.old.start, entry.old.end),
            None if entry.new is None else (entry.new.start, entry.new.end),
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """What a person marked when; `at` is aware, in UTC."""

    key: ChangeKey
    state: MarkState
    person_id: int
    person_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PinRow:
    """A pin with who set it when; `at` is aware, in UTC."""

    id: int
    pin: Pin
    person_id: int | None
    person_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PinChange:
    """A pin that was set, and those that it put aside because they contradict it."""

    added: PinRow
    replaced: tuple[PinRow, ...]


class Reviewing:
    """The use cases of reviewing a comparison. Revisions are named by their numbers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Marks

    def marks(self, instrument_id: int, old: int, new: int) -> tuple[Mark, ...]:
        """Everybody's marks of a pair, oldest first. Raises `NotFoundError`."""
        with self._database.reading() as session:
            pair = revision_pair(session, instrument_id, old, new)
            found = session.scalars(
                select(ChangeMark)
                .where(ChangeMark.old_revision_id == pair[0].id, ChangeMark.new_revision_id == pair[1].id)
                .order_by(ChangeMark.at, ChangeMark.id)
            )
            return tuple(_mark(one) for one in found)

    def mark(
        self,
        actor: Actor,
        instrument_id: int,
        old: int,
        new: int,
        wanted: Mapping[ChangeKey, MarkState | None],
    ) -> None:
        """Sets the actor's own marks, all or none; None takes a mark away. Sent again it does the same again.

        Raises `NotPermittedError`, `NotFoundError`; `RuleError` for somebody without an account of their own.
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
        """The pins of a pair in the order in which they were set. Raises `NotFoundError`."""
        with self._database.reading() as session:
            older, newer = revision_pair(session, instrument_id, old, new)
            return pins_of(session, older.id, newer.id)

    def pin(
        self, actor: Actor, instrument_id: int, old: int, new: int, old_at: int, new_at: int, *, same: bool
    ) -> PinChange:
        """Fixes that the provisions at two offsets are one, or are not; earlier pins that say otherwise give way.

        Raises `NotPermittedError`, `NotFoundError`; `InvalidValueError` where an offset lies in no provision.
        """
        actor.must_be(*REVIEWERS, act="review")
        with self._database.writing() as session:
            older, newer = revision_pair(session, instrument_id, old, new)
            begin, start = _provision_start(older.text, old_at), _provision_start(newer.text, new_at)
            known = pins_of(session, older.id, newer.id)
            replaced = tuple(row for row in known if _contradicts(row.pin, begin, start, same=same))
            if replaced:
                session.execute(delete(AlignmentPin).where(AlignmentPin.id.in_([row.id for row in replaced])))
            now = self._database.now(session)
            made = AlignmentPin(
                old_revision_id=older.id,
                new_revision_id=newer.id,
                old_at=begin,
                new_at=start,
                same=same,
                person_id=actor.person_id,
                person_name=actor.name,
                at=now,
            )
            session.add(made)
            session.flush()
            before = {"replaced": [_told(row, old, new) for row in replaced]} if replaced else {}
            after = _told(_pin_row(made), old, new)
            _note(session, actor, instrument_id, now, "pinned", before, after)
            return PinChange(_pin_row(made), replaced)

    def unpin(self, actor: Actor, pin_id: int, restore: Iterable[PinRow] = ()) -> PinRow:
        """Takes a pin away; as its undo, puts back those that it had put aside.

        Raises `NotPermittedError`; `NotFoundError` where somebody took it away before.
        """
        actor.must_be(*REVIEWERS, act="review")
        with self._database.writing() as session:
            found = session.get(AlignmentPin, pin_id)
            if found is None:
                raise NotFoundError(item="pin", key=pin_id)
            row = _pin_row(found)
            older = session.get_one(Revision, found.old_revision_id)
            newer = session.get_one(Revision, found.new_revision_id)
            session.delete(found)
            session.flush()
            back = [_again(one, older, newer) for one in restore]
            session.add_all(back)
            session.flush()
            after = (
                {"restored": [_told(_pin_row(one), older.number, newer.number) for one in back]}
                if back
                else {}
            )
            before = _told(row, older.number, newer.number)
            now = self._database.now(session)
            _note(session, actor, older.instrument_id, now, "unpinned", before, after)
            return row


def pins_of(session: Session, old_revision_id: int, new_revision_id: int) -> tuple[PinRow, ...]:
    """The pins of two revisions in the order in which they were set."""
    found = session.scalars(
        select(AlignmentPin)
        .where(
            AlignmentPin.old_revision_id == old_revision_id, AlignmentPin.new_revision_id == new_revision_id
        )
        .order_by(AlignmentPin.id)
    )
    return tuple(_pin_row(one) for one in found)


def revision_pair(session: Session, instrument_id: int, old: int, new: int) -> tuple[Revision, Revision]:
    """Two revisions by their numbers. Raises `NotFoundError`."""
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


def _columns(key: ChangeKey) -> dict[str, int]:
    old, new = key.old or (_ABSENT, _ABSENT), key.new or (_ABSENT, _ABSENT)
    return {"old_begin": old[0], "old_end": old[1], "new_begin": new[0], "new_end": new[1]}


def _put(session: Session, named: dict[str, Any], values: dict[str, Any]) -> None:
    """One row of one person: written or overwritten, also while another window of theirs writes it."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    session.execute(
        dialect.insert(ChangeMark)
        .values(**named, **values)
        .on_conflict_do_update(index_elements=list(named), set_=values)
    )


def _mark(one: ChangeMark) -> Mark:
    old = None if one.old_begin == _ABSENT else (one.old_begin, one.old_end)
    new = None if one.new_begin == _ABSENT else (one.new_begin, one.new_end)
    return Mark(ChangeKey(old, new), MarkState(one.state), one.person_id, one.person_name, one.at)


def _pin_row(one: AlignmentPin) -> PinRow:
    return PinRow(one.id, Pin(one.old_at, one.new_at, one.same), one.person_id, one.person_name, one.at)


def _again(row: PinRow, older: Revision, newer: Revision) -> AlignmentPin:
    """A pin as it was, in the name of who set it."""
    return AlignmentPin(
        old_revision_id=older.id,
        new_revision_id=newer.id,
        old_at=row.pin.old,
        new_at=row.pin.new,
        same=row.pin.same,
        person_id=row.person_id,
        person_name=row.person_name,
        at=row.at,
    )


def _contradicts(pin: Pin, old_at: int, new_at: int, *, same: bool) -> bool:
    """The same two provisions again; or, for one that is the same, another partner of either."""
    if (pin.old, pin.new) == (old_at, new_at):
        return True
    return same and pin.same and (pin.old == old_at or pin.new == new_at)


def _provision_start(text: str, offset: int) -> int:
    """Where the provision that holds `offset` begins, so that the same provision has one name."""
    from desktop_app.comparison.structure import parse  # noqa: PLC0415 - what only a pin needs

    for provision in parse(text):
        if provision.start <= offset < provision.end:
            return provision.start
    raise InvalidValueError(field="quote", reason="empty", value="")


def _told(row: PinRow, old: int, new: int) -> dict[str, Any]:
    return {"old": old, "new": new, "old_at": row.pin.old, "new_at": row.pin.new, "same": row.pin.same}


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
        after=after,
    )
