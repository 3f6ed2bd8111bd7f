"""Accounts: people with their roles, and signing in.

On PostgreSQL, an account is a database role whose password only the server checks; `database.rights` defines its
privileges. On SQLite, passwords are stored as argon2id hashes. There, accounts are a convenience without protection,
because the owner of the file can read everything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from argon2 import PasswordHasher
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from desktop_app.database import rights
from desktop_app.database.acts.model import Act, Item
from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, RuleError, SignInError
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.digits import latin_digits
from desktop_app.staff.account_acts import (
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    PERSON_ADDED,
    PERSON_CHANGED,
    PERSON_UNLOCKED,
)
from desktop_app.staff.confirmations import proposals_of
from desktop_app.staff.deputies import delegations_of, deputies_of
from desktop_app.staff.memberships import change_roles
from desktop_app.staff.model import Person, PersonRole
from desktop_app.staff.passwords import Passwords, check_length, new_one_time_password
from desktop_app.staff.roles import Actor, Membership, Role
from desktop_app.staff.roster import administer, refusal

_USERNAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{1,58}")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A member of staff for display."""

    id: int
    username: str
    full_name: str
    active: bool
    version: int
    memberships: frozenset[Membership]
    #: Whether the person must change a password that an administrator set.
    must_change_password: bool = False
    #: On PostgreSQL: the account is active, but its database role cannot connect.
    locked: bool = False
    #: Whether the account waits for a second person, and the roles that do (`second_person`).
    unconfirmed: bool = False
    proposed: frozenset[Membership] = frozenset()


@dataclass(frozen=True, slots=True)
class OneTimePassword:
    """A password that an administrator passes on to the account's owner. It is shown once and not stored in clear."""

    person: PersonRow
    password: str = field(repr=False)


#: True if there are accounts, but no administrator has a database role.
_CAME_WITHOUT_ROLES: Final = (
    "SELECT EXISTS (SELECT 1 FROM person) AND NOT EXISTS (SELECT 1 FROM person p JOIN person_role r"
    " ON r.person_id = p.id JOIN pg_roles s ON s.rolname = p.username WHERE p.active AND r.role = 'administrator')"
)


class Accounts:
    """The service for accounts: creates and changes them, and verifies sign-ins."""

    def __init__(self, database: Database, *, hasher: PasswordHasher | None = None) -> None:
        self._database = database
        self.passwords = Passwords(hasher)

    def is_empty(self) -> bool:
        """Whether there is no account yet, so that the first start has to create an administrator."""
        with self._database.reading() as session:
            return session.scalar(select(func.count()).select_from(Person)) == 0

    def came_without_roles(self) -> bool:
        """On PostgreSQL: whether there are accounts, but no administrator has a database role.

        This is the case after `database copy-to` and after a restore, which do not transfer passwords.
        """
        if self._database.is_sqlite:
            return False
        with self._database.reading() as session:
            return bool(session.scalar(text(_CAME_WITHOUT_ROLES)))

    @once
    def create_first_administrator(self, full_name: str, username: str, password: str) -> Actor:
        """Creates the first administrator, or activates an existing one after the data came without database roles.

        Raises `RuleError` if an account exists, or if `username` is none of the existing administrators.
        """
        came = self.came_without_roles()
        with self._database.writing() as session:
            if came:
                return self._actor(session, self._adopt(session, full_name, username, password))
            if session.scalar(select(func.count()).select_from(Person)):
                raise RuleError(rule="first_administrator_exists")
            person = self._make_first(session, full_name, username, password)
            self._note(session, person, "person_added")
            return self._actor(session, person)

    def _adopt(self, session: Session, full_name: str, username: str, password: str) -> Person:
        """Creates the database roles of all existing accounts; the administrator `username` gets the password."""
        administrator = session.scalar(
            select(Person)
            .join(PersonRole)
            .where(
                Person.username == folded_username(username),
                Person.active,
                PersonRole.role == Role.ADMINISTRATOR,
            )
        )
        if administrator is None:
            raise RuleError(rule="no_such_administrator")
        before = _told(administrator)
        administrator.full_name = _valid_full_name(full_name)
        session.flush()
        for person_id in session.scalars(select(Person.id).where(Person.active)):
            rights.sync_account(session, person_id)
        self.passwords.store(session, administrator, password)
        self._note(session, administrator, "password_reset", before)
        return administrator

    def sign_in(self, username: str, password: str) -> Actor:
        """Returns the person with this name and password. Raises `SignInError` (reasons `wrong`, `disabled`).

        On PostgreSQL the server verifies them by a connection as that role; this may raise `DatabaseAwayError`.
        """
        if not self._database.is_sqlite:
            theirs = self._database.signed_in_as(folded_username(username), password)
            try:
                return Accounts(theirs).myself()
            finally:
                theirs.close()
        with self._database.reading() as session:
            person = session.scalar(select(Person).where(Person.username == folded_username(username)))
            person = self.passwords.verified(person, password)
            if not person.active:
                raise SignInError(reason="disabled")
            return self._actor(session, person)

    def confirm(self, actor: Actor, password: str) -> str:
        """Verifies the password of `actor`, on PostgreSQL by a new connection, and returns the user name.

        Raises `SignInError`, `DatabaseAwayError`.
        """
        with self._database.reading() as session:
            username = _existing(session, actor.person_id or 0).username
        if self.sign_in(username, password).person_id != actor.person_id:
            raise SignInError(reason="wrong")
        return username

    def myself(self) -> Actor:
        """On PostgreSQL: returns the person of the current database role.

        Raises `SignInError` (reason `wrong`) if the role is no account of this database.
        """
        with self._database.reading() as session:
            person_id = session.scalar(text("SELECT app.me()"))
            if person_id is None:
                raise SignInError(reason="wrong")
            return self._actor(session, _existing(session, person_id))

    def actor(self, person_id: int) -> Actor:
        """Returns a person with their current roles. Raises `NotFoundError`."""
        with self._database.reading() as session:
            return self._actor(session, _existing(session, person_id))

    def all(self) -> tuple[PersonRow, ...]:
        """Returns all accounts, including disabled ones, in order of creation."""
        with self._database.reading() as session:
            locked, proposed = self._locked(session), proposals_of(session)
            people = session.scalars(select(Person).order_by(Person.id))
            return tuple(
                _row(person, proposed.get(person.id, frozenset()), locked=person.id in locked)
                for person in people
            )

    @once
    def add(
        self, actor: Actor, full_name: str, username: str, memberships: frozenset[Membership]
    ) -> OneTimePassword:
        """Creates an account whose owner must choose a password at the first sign-in.

        A second person has to confirm it, if there is one (`second_person`). Raises `InvalidValueError`, and
        `ConflictError` for a name that is in use.
        """
        username, password = _valid_username(username), new_one_time_password()
        new = {"username": username, "full_name": _valid_full_name(full_name)}
        with self._database.writing() as session:
            if session.scalar(select(Person.id).where(Person.username == username)) is not None:
                raise ConflictError(item="username", name=username)
            kept = self.passwords.hash(password) if self._database.is_sqlite else ""
            person_id = self._do(session, PERSON_ADDED, actor, new | {"password_hash": kept}, "add_person")
            change_roles(session, actor, person_id, frozenset(), memberships, self._database.now(session))
            if not self._database.is_sqlite:
                rights.sync_account(session, person_id)
                self._store_password(session, actor, person_id, password)
            return OneTimePassword(_row_of(session, person_id), password)

    @once
    def reset_password(self, actor: Actor, person_id: int, version: int) -> OneTimePassword:
        """Sets a one-time password for another person, who must change it before anything else.

        A second person has to confirm the account then, if there is one. Raises `RuleError` for the actor's own
        account.
        """
        password = new_one_time_password()
        with self._database.writing() as session:
            _current(session, person_id, version)
            if person_id == actor.person_id:
                raise RuleError(rule="own_password_is_changed")
            self._store_password(session, actor, person_id, password)
            return OneTimePassword(_row_of(session, person_id), password)

    @once
    def unlock(self, actor: Actor, person_id: int) -> PersonRow:
        """On PostgreSQL: unlocks an account whose database role was locked or has expired."""
        with self._database.writing() as session:
            _existing(session, person_id)
            self._do(session, PERSON_UNLOCKED, actor, Item(person_id))
            self._sync(session, person_id)
            return _row_of(session, person_id)

    @once
    def change(
        self,
        actor: Actor,
        person_id: int,
        version: int,
        *,
        full_name: str | None = None,
        active: bool | None = None,
        memberships: frozenset[Membership] | None = None,
    ) -> PersonRow:
        """Changes the given values. New roles that need a second person are only proposed.

        Raises `RuleError` if no active administrator would remain.
        """
        with self._database.writing() as session:
            person = _current(session, person_id, version)
            new = {
                "full_name": person.full_name if full_name is None else _valid_full_name(full_name),
                "active": person.active if active is None else active,
            }
            held = _memberships(person)
            if new != {"full_name": person.full_name, "active": person.active} or memberships in {None, held}:
                self._do(session, PERSON_CHANGED, actor, Item(person_id, version, given=new))
            if memberships is not None:
                change_roles(session, actor, person_id, held, memberships, self._database.now(session))
            self._sync(session, person_id)
            return _row_of(session, person_id)

    def _do(
        self,
        session: Session,
        act: Act,
        actor: Actor,
        item: Item | dict[str, Any],
        denied: str = "change_person",
    ) -> int:
        return administer(session, act, actor, item, self._database.now(session), denied=denied)

    def _sync(self, session: Session, person_id: int) -> None:
        """Brings the database roles of a person and of their deputies to what the tables say."""
        if not self._database.is_sqlite:
            for whose in (person_id, *deputies_of(session, person_id)):
                rights.sync_account(session, whose)

    def _store_password(self, session: Session, actor: Actor, person_id: int, password: str) -> None:
        """Sets a password by its act: on PostgreSQL, the database performs it."""
        act = PASSWORD_CHANGED if person_id == actor.person_id else PASSWORD_RESET
        if self._database.is_sqlite:
            item = Item(person_id, given={"password_hash": self.passwords.hash(password)})
            self._do(session, act, actor, item)
            return
        check_length(password)
        rule = rights.set_password(
            session, person_id, _existing(session, person_id).username, password,
            actor_id=actor.person_id, actor_name=actor.name, now=self._database.now(session),
        )  # fmt: skip
        if rule is not None:
            raise refusal(act, rule, person_id, denied="change_person")
        session.expire_all()

    @once
    def change_own_password(self, actor: Actor, old: str, new: str) -> None:
        """Changes the actor's own password, after verification of the old one."""
        if old == new:
            raise InvalidValueError(field="password", reason="same_password", value="")
        check_length(new)
        username = self.confirm(actor, old)
        with self._database.changing_password(username, new), self._database.writing() as session:
            self._store_password(session, actor, actor.person_id or 0, new)

    def _make_first(self, session: Session, full_name: str, username: str, password: str) -> Person:
        """Creates the account of the first administrator, who chose the password."""
        username = _valid_username(username)
        person = Person(
            username=username,
            full_name=_valid_full_name(full_name),
            password_hash="",
            active=True,
            created_at=self._database.now(session),
            memberships=[PersonRole(role=role.value) for role in (Role.ADMINISTRATOR, Role.CLERK)],
        )
        check_length(password)
        session.add(person)
        session.flush()
        if not self._database.is_sqlite:
            rights.sync_account(session, person.id)
        self.passwords.store(session, person, password)
        session.flush()
        return person

    def _actor(self, session: Session, person: Person) -> Actor:
        if person.must_change_password:
            return Actor(person.id, person.full_name, frozenset(), must_change_password=True)
        if person.opened_at is not None:
            return Actor(person.id, person.full_name, frozenset(), unconfirmed=True)
        today = tehran_day(self._database.now(session))
        delegations = delegations_of(session, person.id, today)
        return Actor(person.id, person.full_name, _memberships(person), delegations)

    def _locked(self, session: Session) -> frozenset[int]:
        """Returns the ids of active accounts whose database role cannot connect; empty on SQLite."""
        if self._database.is_sqlite:
            return frozenset()
        shut_out = text(
            "SELECT p.id FROM person p LEFT JOIN pg_roles r ON r.rolname = p.username"
            " WHERE p.active AND NOT (r.rolname IS NOT NULL AND r.rolcanlogin"
            " AND coalesce(r.rolvaliduntil, 'infinity') > now())"
        )
        return frozenset(session.scalars(shut_out))

    def _note(
        self, session: Session, person: Person, action: str, before: dict[str, Any] | None = None
    ) -> None:
        """Records what the owner of the database does for an administrator; everything else is an act."""
        record_event(
            session,
            item_type="person",
            item_id=person.id,
            at=self._database.now(session),
            actor_id=person.id,
            actor_name=person.full_name,
            action=action,
            before=before,
            after=_told(person),
        )


def _told(person: Person) -> dict[str, Any]:
    """Returns the values of an account for the audit log, without the password."""
    return {
        "username": person.username,
        "full_name": person.full_name,
        "active": person.active,
        "must_change_password": person.must_change_password,
    }


def folded_username(username: str) -> str:
    """Normalises a user name: Latin digits, lower case, without surrounding spaces."""
    return latin_digits(username).strip().lower()


def check_new_account(full_name: str, username: str, password: str) -> None:
    """Raises `InvalidValueError` for values that no account may have."""
    _valid_full_name(full_name)
    _valid_username(username)
    check_length(password)


def _valid_username(username: str) -> str:
    username = folded_username(username)
    if not _USERNAME.fullmatch(username):
        raise InvalidValueError(field="username", reason="username_form", value=username[:20])
    return username


def _valid_full_name(full_name: str) -> str:
    full_name = " ".join(full_name.split())
    if not full_name:
        raise InvalidValueError(field="full_name", reason="empty", value="")
    if len(full_name) > 120:
        raise InvalidValueError(field="full_name", reason="too_long", value=full_name[:20])
    return full_name


def _existing(session: Session, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise NotFoundError(item="person", key=person_id)
    return person


def _current(session: Session, person_id: int, version: int) -> Person:
    person = _existing(session, person_id)
    if person.version != version:
        raise ConflictError(item="person", name=person.full_name)
    return person


def _memberships(person: Person) -> frozenset[Membership]:
    return frozenset(Membership(Role(m.role), m.unit_id) for m in person.memberships)


def _row_of(session: Session, person_id: int) -> PersonRow:
    return _row(_existing(session, person_id), proposals_of(session).get(person_id, frozenset()))


def _row(person: Person, proposed: frozenset[Membership], *, locked: bool = False) -> PersonRow:
    return PersonRow(
        id=person.id,
        username=person.username,
        full_name=person.full_name,
        active=person.active,
        version=person.version,
        memberships=_memberships(person),
        must_change_password=person.must_change_password,
        locked=locked,
        unconfirmed=person.opened_at is not None,
        proposed=proposed,
    )
