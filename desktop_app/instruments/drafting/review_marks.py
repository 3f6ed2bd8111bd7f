"""Review of two revisions: the marks of reviewers on changes, and manual alignment pins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from desktop_app.comparison.result import Entry, Range
from desktop_app.database.acts.model import Act, Item, Rows
from desktop_app.database.audit import history
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, NotFoundError, NotPermittedError, RuleError
from desktop_app.instruments.annotations.placing import place_again
from desktop_app.instruments.drafting.pin_acts import PINNED, UNPINNED
from desktop_app.instruments.drafting.pins import (
    PinRow,
    pin_row,
    pin_values,
    pins_of,
    provision_start,
    put_aside,
)
from desktop_app.instruments.model import AlignmentPin, ChangeMark, Revision
from desktop_app.staff.acting import perform_one
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
        with self._writing(actor) as session:
            if actor.person_id is None:
                raise RuleError(rule="needs_an_account")
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
        with self._writing(actor) as session:
            older, newer = revision_pair(session, instrument_id, old, new)
            given = {
                "old_revision_id": older.id,
                "new_revision_id": newer.id,
                "old_at": provision_start(older.text, old_at),
                "new_at": provision_start(newer.text, new_at),
                "same": same,
            }
            now = self._database.now(session)
            _perform(session, PINNED, actor, Item(instrument_id, given=given), now)
            changes = history(session, "instrument", instrument_id, latest=1)[0].after["changes"]
            place_again(session, actor, older, newer, now)
            added = session.get_one(AlignmentPin, changes["pin"][0]["id"])
            return PinChange(pin_row(added), put_aside(changes))

    @once
    def unpin(self, actor: Actor, pin_id: int, restore: Sequence[PinRow] = ()) -> PinRow:
        """Removes a pin and restores the pins that it had replaced, except those that contradict a newer pin.

        Raises `NotPermittedError`, and `NotFoundError` if the pin was already removed.
        """
        with self._writing(actor) as session:
            found = session.get(AlignmentPin, pin_id)
            if found is None:
                raise NotFoundError(item="pin", key=pin_id)
            row = pin_row(found)
            older = session.get_one(Revision, found.old_revision_id)
            newer = session.get_one(Revision, found.new_revision_id)
            pair = {"old_revision_id": older.id, "new_revision_id": newer.id}
            rows = [{"item": found.instrument_id, **pair, **pin_values(one)} for one in restore]
            item = Item(found.instrument_id, given={"pin_id": pin_id})
            now = self._database.now(session)
            _perform(session, UNPINNED, actor, item, now, {"restored": rows}, pin_id)
            place_again(session, actor, older, newer, now)
            return row

    @contextmanager
    def _writing(self, actor: Actor) -> Iterator[Session]:
        actor.must_be(*REVIEWERS, act="review")
        with self._database.writing() as session:
            yield session


def _perform(
    session: Session,
    act: Act,
    actor: Actor,
    item: Item,
    now: datetime,
    rows: Rows | None = None,
    pin_id: int | None = None,
) -> None:
    errors: dict[str, AppError] = {
        "not_there": NotFoundError(item="instrument", key=item.id),
        "not_there_any_more": NotFoundError(item="pin" if pin_id else "revision", key=pin_id),
        "not_your_role": NotPermittedError(act="review", who_may=",".join(REVIEWERS)),
    }
    perform_one(session, act, actor, item, now, rows, errors=errors)


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
