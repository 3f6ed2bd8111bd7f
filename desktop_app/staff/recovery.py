"""The way back of an administrator of one PC who lost the password: a code from paper.

On PostgreSQL it does not exist: the owner of the database gives a new password there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, NotPermittedError, RuleError
from desktop_app.staff.accounts import Accounts
from desktop_app.staff.model import Person, PersonRole, RecoveryCode
from desktop_app.staff.passwords import check_length
from desktop_app.staff.recovery_acts import CODE_FAILED, CODE_MADE, PASSWORD_RECOVERED
from desktop_app.staff.recovery_codes import new_code, read_code, wait_after
from desktop_app.staff.roles import Actor, Role, user_of_this_pc
from desktop_app.staff.roster import administer

_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What is printed: the code of a person, shown once. `made_at` is aware, in UTC."""

    username: str
    full_name: str
    made_at: datetime
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Recovered:
    """Whose password was set, and the next code; None where a second person has to confirm the account first."""

    username: str
    sheet: RecoverySheet | None


class Recovery:
    """Makes recovery codes, and takes them."""

    def __init__(self, database: Database, accounts: Accounts) -> None:
        self._database = database
        self._passwords = accounts.passwords

    def is_there(self) -> bool:
        """Whether somebody has a code that counts; never on PostgreSQL."""
        if not self._database.is_sqlite:
            return False
        with self._database.reading() as session:
            return bool(_counting(session))

    def made_at(self, actor: Actor) -> datetime | None:
        """Returns when the code of `actor` that counts was made; None without one. Aware, in UTC."""
        with self._database.reading() as session:
            return session.scalar(
                select(RecoveryCode.made_at).where(
                    RecoveryCode.person_id == actor.person_id, RecoveryCode.ended_at.is_(None)
                )
            )

    @once
    def make(self, actor: Actor) -> RecoverySheet:
        """Makes a code for the administrator `actor`; the one before counts no more.

        Raises `RuleError` on PostgreSQL, `NotPermittedError`.
        """
        self._on_one_pc()
        with self._database.writing() as session:
            return self._make(session, actor)

    @once
    def recover(self, typed: str, password: str) -> Recovered:
        """Sets a new password for whoever has the code, which counts no more, and makes the next code.

        A wrong code is counted and recorded, and makes the next try wait. Raises `InvalidValueError` for what is
        no code or too short a password, neither of which is a try; `RuleError` for a wrong code, for one that comes
        too early, and without any code.
        """
        self._on_one_pc()
        code = read_code(typed)
        check_length(password)
        with self._database.writing() as session:
            found = self._take(session, code, password)
        if isinstance(found, AppError):
            raise found
        return found

    def _take(self, session: Session, code: str, password: str) -> Recovered | AppError:
        now, codes = self._database.now(session), _counting(session)
        if not codes:
            return RuleError(rule="no_recovery_code")
        wait = max(wait_after(one.failed_tries, one.last_failed_at, now) for one in codes)
        if wait:
            return RuleError(rule="recovery_waits", count=-(-wait // _MINUTE))
        mine = next((one for one in codes if self._passwords.fits(one.code_hash, code)), None)
        if mine is None:
            for one in codes:
                item = Item(one.person_id, given={"failed_tries": one.failed_tries + 1})
                administer(session, CODE_FAILED, user_of_this_pc(), item, now, denied="recover")
            return RuleError(rule="recovery_code_wrong")
        person = session.get_one(Person, mine.person_id)
        username = person.username
        actor = Actor(person.id, person.full_name, frozenset())
        kept = self._passwords.hash(password)
        item = Item(person.id, given={"password_hash": kept})
        administer(session, PASSWORD_RECOVERED, actor, item, now, denied="recover")
        waits = session.get_one(Person, actor.person_id).opened_at is not None
        return Recovered(username, None if waits else self._make(session, actor))

    def _make(self, session: Session, actor: Actor) -> RecoverySheet:
        code, now = new_code(), self._database.now(session)
        item = Item(actor.person_id or 0, given={"code_hash": self._passwords.hash(code)})
        errors = {
            "not_your_role": NotPermittedError(act="make_recovery_code", who_may=Role.ADMINISTRATOR.value)
        }
        administer(session, CODE_MADE, actor, item, now, denied="make_recovery_code", errors=errors)
        person = session.get_one(Person, actor.person_id)
        return RecoverySheet(person.username, person.full_name, now, code)

    def _on_one_pc(self) -> None:
        if not self._database.is_sqlite:
            raise RuleError(rule="recovery_on_one_pc")


def _counting(session: Session) -> list[RecoveryCode]:
    """Returns the codes that count: those of active administrators that have not ended."""
    administers = (
        select(PersonRole.id)
        .where(PersonRole.person_id == Person.id, PersonRole.role == Role.ADMINISTRATOR)
        .exists()
    )
    return list(
        session.scalars(
            select(RecoveryCode)
            .join(Person, Person.id == RecoveryCode.person_id)
            .where(RecoveryCode.ended_at.is_(None), Person.active, administers)
            .order_by(RecoveryCode.id)
        )
    )
