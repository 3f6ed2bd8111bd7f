"""Looking up a petitioner by the whole number that was said: a mobile number, or a national ID.

Each look-up is an event of the person who asks (`look_up`), with the key of the number. On PostgreSQL the answer is
given only after that event was committed (`people/rights.sql`). Whoever asks for many numbers of nobody within an
hour is refused, and the event says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import or_, select, text
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord, record_event
from desktop_app.database.engine import Database
from desktop_app.database.number_keys import make_number_keys, number_keys
from desktop_app.errors import RuleError
from desktop_app.people.model import PetitionerIdentity
from desktop_app.staff.roles import Actor

#: The type of the item of the events, and their action.
LOOK_UP: Final = "look_up"
LOOKED_UP: Final = "looked_up"
#: Look-ups of numbers of nobody that a person may make within an hour; the same as in `app.look_up`.
MOST_MISSES: Final = 100
_HOUR: Final = timedelta(hours=1)
#: A repeated look-up within this time is the same one.
_SAME: Final = timedelta(minutes=10)
_LOOK_UP: Final = text("SELECT app.look_up(:number, :actor, :named, :now)")
_LOOKED_UP: Final = text("SELECT app.looked_up(:number)")


def look_up(database: Database, actor: Actor, number: str) -> None:
    """Notes that `actor` looks a number up. Raises `RuleError` after too many numbers of nobody."""
    with database.touching() as session:
        now = database.now(session)
        if database.is_sqlite:
            allowed = _look_up(session, actor, number, now)
        else:
            asked = {"number": number, "actor": actor.person_id, "named": actor.name, "now": now}
            allowed = bool(session.execute(_LOOK_UP, asked).scalar_one())
    if not allowed:
        raise RuleError(rule="too_many_look_ups")


def known_by(session: Session, number: str) -> Sequence[int]:
    """Returns the ids of the petitioners with a number that was looked up within the hour, in order."""
    if session.get_bind().dialect.name != "sqlite":
        return session.scalars(_LOOKED_UP, {"number": number}).all()
    key = number_keys(session)
    return _with_key(session, key(number)) if key is not None else ()


def _with_key(session: Session, key: str) -> Sequence[int]:
    identity = PetitionerIdentity
    wanted = select(identity.petitioner_id).where(
        or_(identity.national_id_key == key, identity.mobile_key == key)
    )
    return session.scalars(wanted.order_by(identity.petitioner_id)).all()


def _look_up(session: Session, actor: Actor, number: str, now: datetime) -> bool:
    """Does the same on SQLite as `app.look_up`."""
    key = make_number_keys(session)(number)
    recent = select(EventRecord.at, EventRecord.after).where(
        EventRecord.item_type == LOOK_UP,
        EventRecord.item_id == (actor.person_id or 0),
        EventRecord.at > now - _HOUR,
    )
    found = [row for row in session.execute(recent) if not row.after["refused"]]
    if any(row.after["number_key"] == key and row.at > now - _SAME for row in found):
        return True
    misses = sum(not _with_key(session, one) for one in {row.after["number_key"] for row in found})
    refused = misses >= MOST_MISSES
    record_event(
        session,
        item_type=LOOK_UP,
        item_id=actor.person_id or 0,
        at=now,
        actor_id=actor.person_id,
        actor_name=actor.name,
        action=LOOKED_UP,
        after={"number_key": key, "misses": misses, "refused": refused},
    )
    return not refused
