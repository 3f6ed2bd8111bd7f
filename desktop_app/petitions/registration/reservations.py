"""Tracking codes that are reserved for an open form, so that they can be read out on the phone before
registration.

A reservation belongs to the person who opened the form. Registration consumes it, closing the form releases it,
and it expires if the window was killed. Only the database can tell whether a code is unused: on PostgreSQL
nobody sees every petition, or the reservations of others.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ForeignKey, String, delete, func, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop_app.database.base import Base, UtcMoment
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import RuleError
from desktop_app.petitions.model import Petition
from desktop_app.petitions.registration.codes import new_tracking_code
from desktop_app.staff.roles import Actor, Role

REGISTRARS: Final = (Role.CLERK, Role.MANAGER, Role.ADMINISTRATOR)
#: How long a code is reserved: a working day. `rights/registration.sql` has the same value.
HELD_FOR: Final = timedelta(hours=12)
#: The maximum number of reservations of a person; nobody has more forms open.
MOST_HELD: Final = 50


class ReservedCode(Base):
    """A code that is reserved until `until`."""

    __tablename__ = "reserved_code"

    tracking_code: Mapped[str] = mapped_column(String(12), primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    until: Mapped[datetime] = mapped_column(UtcMoment)


class Reservations:
    """Reserves codes for open forms."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def reserve(self, actor: Actor) -> str:
        """Reserves an unused code of twelve Latin digits. Raises `NotPermittedError`, `RuleError` if the person
        holds too many.
        """
        actor.must_be(*REGISTRARS, act="register")
        with self._database.writing() as session:
            while True:
                code = new_tracking_code()
                if _reserved(session, actor, code, self._database.now(session)):
                    return code

    @once
    def give_back(self, actor: Actor, code: str) -> None:
        """Releases a code; does nothing if it was used or has expired."""
        with self._database.writing() as session:
            _remove(session, actor, code)


def take_reserved(session: Session, actor: Actor, code: str) -> bool:
    """Consumes a reservation in the transaction of the registration; False if it no longer exists."""
    return _remove(session, actor, code)


def free_codes(session: Session, drawn: Sequence[str], now: datetime) -> set[str]:
    """Returns those of `drawn` that no petition has and nobody has reserved."""
    if session.get_bind().dialect.name != "sqlite":
        asked = text("SELECT app.free_codes(CAST(:drawn AS text[]))")
        return set(session.scalars(asked, {"drawn": list(drawn)}))
    taken = select(Petition.tracking_code).where(Petition.tracking_code.in_(drawn))
    held = select(ReservedCode.tracking_code).where(
        ReservedCode.tracking_code.in_(drawn), ReservedCode.until > now
    )
    return set(drawn) - set(session.scalars(taken)) - set(session.scalars(held))


def _reserved(session: Session, actor: Actor, code: str, now: datetime) -> bool:
    mine = select(func.count()).where(ReservedCode.person_id == actor.person_id, ReservedCode.until > now)
    if (session.scalar(mine) or 0) >= MOST_HELD:
        raise RuleError(rule="too_many_codes_held")
    if session.get_bind().dialect.name != "sqlite":
        asked = text("SELECT app.reserve_code(:code, :whose)")
        return bool(session.scalar(asked, {"code": code, "whose": actor.person_id}))
    session.execute(delete(ReservedCode).where(ReservedCode.until <= now))
    if not free_codes(session, [code], now):
        return False
    session.add(ReservedCode(tracking_code=code, person_id=actor.person_id, until=now + HELD_FOR))
    session.flush()
    return True


def _remove(session: Session, actor: Actor, code: str) -> bool:
    removed = delete(ReservedCode).where(
        ReservedCode.tracking_code == code, ReservedCode.person_id == actor.person_id
    )
    return bool(session.execute(removed.returning(ReservedCode.tracking_code)).first())
