"""The identifiers of petitioners: whoever works on a petition reads them, and an event records each reading.

A person's first reading on a day is an event of the petition (`reading`), or one event of the person for a list of
petitions (`readings`). On PostgreSQL the identifiers are given only after that event was committed, because a
transaction that is rolled back would leave none (`rights/identities.sql`). So the two take two transactions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    String,
    bindparam,
    column,
    func,
    literal,
    or_,
    select,
    text,
)
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord, record_event
from desktop_app.database.engine import Database
from desktop_app.people.model import PetitionerIdentity
from desktop_app.persian.dates import start_of_day, tehran_day
from desktop_app.petitions.follow_ups.model import MessageSender, PetitionMessage
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import works_in
from desktop_app.petitions.vocabulary import REVEALED
from desktop_app.staff.roles import Actor

#: The types of the items of reading events: one petition, and the lists of a person.
READING: Final = "reading"
READINGS: Final = "readings"
#: Petitions of one statement: SQLite limits the number of values.
_AT_ONCE: Final = 500
_IDS: Final = bindparam("asked", type_=ARRAY(BigInteger))
_GIVEN: Final = func.app.identities(_IDS).table_valued(
    column("petition", BigInteger),
    column("national_id", String),
    column("mobile", String),
    column("email", String),
)
_ON_SERVER: Final = select(*_GIVEN.c)
_NOTE: Final = text("SELECT app.read_identities(:asked, :purpose, :actor, :named, :now)").bindparams(_IDS)
_OPEN: Final = text("SELECT app.open_petition(:petition, :actor, :named, :now)")
_UNITS: Final = select(Petition.id, Petition.unit_id)
#: Petitions with identifiers of any kind, as `app.has_identifiers`.
_IDENTITIES: Final = (
    select(
        Petition.id,
        Petition.unit_id,
        PetitionerIdentity.national_id,
        PetitionerIdentity.mobile,
        PetitionerIdentity.email,
    )
    .outerjoin(PetitionerIdentity, PetitionerIdentity.petitioner_id == Petition.petitioner_id)
    .where(
        or_(
            PetitionerIdentity.petitioner_id.is_not(None),
            select(MessageSender.message_id)
            .join(PetitionMessage, PetitionMessage.id == MessageSender.message_id)
            .where(PetitionMessage.petition_id == Petition.id)
            .exists(),
        )
    )
)


@dataclass(frozen=True, slots=True)
class Identifiers:
    """The identifiers of a petitioner; empty if unknown."""

    national_id: str = ""
    mobile: str = ""
    email: str = ""


def read_identities(
    database: Database, actor: Actor, petition_ids: Sequence[int], purpose: str = ""
) -> dict[int, Identifiers]:
    """Returns the identifiers of the senders of those petitions on which `actor` works, and notes the reading.

    `purpose` names the list for which many are read; empty for one petition.
    """
    with database.reading() as session:
        worked_on = [
            row.id
            for start in range(0, len(petition_ids), _AT_ONCE)
            for row in session.execute(_UNITS.where(Petition.id.in_(petition_ids[start : start + _AT_ONCE])))
            if works_in(actor, row.unit_id)
        ]
    if not worked_on:
        return {}
    with database.touching() as session:
        note_reading(session, actor, worked_on, database.now(session), purpose)
    with database.reading() as session:
        return identities_of(session, actor, worked_on, database.now(session))


class NotedReadings:
    """Remembers which petitions this program has noted as read today, so that it need not ask again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._day: date | None = None
        self._noted: set[tuple[int | None, int]] = set()

    def fresh(self, actor: Actor, petition_id: int) -> bool:
        """Whether the reading is not noted yet; remembers it."""
        today = tehran_day(self._database.clock_reading().now)
        if today != self._day:
            self._day, self._noted = today, set()
        one = actor.person_id, petition_id
        fresh = one not in self._noted
        self._noted.add(one)
        return fresh


def open_on_server(database: Database, actor: Actor, petition_id: int) -> datetime:
    """Notes on PostgreSQL that `actor` opens a petition: it is marked as read, with its identifiers.

    Returns when, by the server's clock.
    """
    now = database.clock.now() if database.clock is not None else None
    asked = {"petition": petition_id, "actor": actor.person_id, "named": actor.name, "now": now}
    with database.single_statement() as connection:
        moment: datetime = connection.execute(_OPEN, asked).scalar_one()
    return moment.astimezone(UTC)


def note_reading(
    session: Session, actor: Actor, petition_ids: Sequence[int], now: datetime, purpose: str = ""
) -> None:
    """Records that `actor` reads the identifiers of those petitions that they work on and have not read today."""
    if session.get_bind().dialect.name != "sqlite":
        asked = {"asked": list(petition_ids), "purpose": purpose, "now": now}
        session.execute(_NOTE, asked | {"actor": actor.person_id, "named": actor.name})
        return
    rows = [row for row in _rows(session, petition_ids) if works_in(actor, row.unit_id)]
    known = _read_today(session, actor, [row.id for row in rows], now, listed=bool(purpose))
    fresh = sorted({row.id for row in rows} - known)
    if len(fresh) == 1 and not purpose:
        record_reading(session, actor, fresh[0], now)
    elif fresh:
        record_readings(session, actor, now, purpose, len(fresh), petitions=fresh)


def record_reading(session: Session, actor: Actor, petition_id: int, now: datetime) -> None:
    """Records on SQLite that `actor` reads the identifiers of one petition."""
    _record(session, actor, READING, petition_id, now, {})


def record_readings(
    session: Session,
    actor: Actor,
    now: datetime,
    purpose: str,
    count: int,
    *,
    petitions: Sequence[int] = (),
    **told: Any,
) -> None:
    """Records on SQLite that `actor` reads `count` things for one purpose; `told` says which, beside `petitions`."""
    after = {"purpose": purpose, "count": count, **told, "petitions": list(petitions)}
    _record(session, actor, READINGS, actor.person_id or 0, now, after)


def _record(
    session: Session, actor: Actor, item_type: str, item_id: int, now: datetime, after: dict[str, Any]
) -> None:
    record_event(
        session,
        item_type=item_type,
        item_id=item_id,
        at=now,
        actor_id=actor.person_id,
        actor_name=actor.name,
        action=REVEALED,
        after=after,
    )


def identities_of(
    session: Session, actor: Actor, petition_ids: Sequence[int], now: datetime
) -> dict[int, Identifiers]:
    """Returns the identifiers of the senders of those petitions of which `actor` has read them today."""
    if session.get_bind().dialect.name != "sqlite":
        found = session.execute(_ON_SERVER, {"asked": list(petition_ids)})
        return {row.petition: _identifiers(row) for row in found}
    known = _read_today(session, actor, petition_ids, now, listed=True)
    return {row.id: _identifiers(row) for row in _rows(session, sorted(known))}


def was_read(session: Session, actor: Actor, petition_id: int, now: datetime) -> bool:
    """Whether `actor` has read the identifiers of this petition today, other than in a list."""
    return bool(session.scalar(select(is_read(literal(petition_id), actor.person_id, midnight(now)))))


def midnight(now: datetime) -> datetime:
    """Returns the beginning of the day in Tehran."""
    return start_of_day(tehran_day(now))


def is_read(item: Any, person_id: Any, since: Any) -> ColumnElement[bool]:
    """Returns the condition that a person has read the identifiers of a petition since a moment."""
    return (
        select(EventRecord.id)
        .where(
            EventRecord.item_type.in_(("petition", READING)),
            EventRecord.item_id == item,
            EventRecord.action == REVEALED,
            EventRecord.actor_id.is_not_distinct_from(person_id),
            EventRecord.at >= since,
        )
        .exists()
    )


def _identifiers(row: Any) -> Identifiers:
    return Identifiers(row.national_id or "", row.mobile or "", row.email or "")


def _rows(session: Session, petition_ids: Sequence[int]) -> list[Any]:
    return [
        row
        for start in range(0, len(petition_ids), _AT_ONCE)
        for row in session.execute(_IDENTITIES.where(Petition.id.in_(petition_ids[start : start + _AT_ONCE])))
    ]


def _read_today(
    session: Session, actor: Actor, petition_ids: Sequence[int], now: datetime, *, listed: bool
) -> set[int]:
    """Returns those of the petitions that the person has read today, alone or also in lists, on SQLite."""
    since = midnight(now)
    own = (EventRecord.action == REVEALED, EventRecord.actor_id.is_not_distinct_from(actor.person_id))
    found: set[int] = set()
    for start in range(0, len(petition_ids), _AT_ONCE):
        alone = select(EventRecord.item_id).where(
            EventRecord.item_type.in_(("petition", READING)),
            EventRecord.item_id.in_(petition_ids[start : start + _AT_ONCE]),
            EventRecord.at >= since,
            *own,
        )
        found.update(session.scalars(alone))
    if not listed:
        return found
    lists = select(EventRecord.after).where(
        EventRecord.item_type == READINGS,
        EventRecord.item_id == (actor.person_id or 0),
        EventRecord.at >= since,
        *own,
    )
    numbers: set[int] = {number for after in session.scalars(lists) for number in after["petitions"]}
    return found | numbers.intersection(petition_ids)
