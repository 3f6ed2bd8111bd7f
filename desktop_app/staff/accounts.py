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
from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, RuleError, SignInError
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.digits import latin_digits
from desktop_app.staff.deputies import delegations_of, deputies_of
from desktop_app.staff.model import Person, PersonRole
from desktop_app.staff.passwords import Passwords, check_length, new_one_time_password
from desktop_app.staff.roles import Actor, Membership, Role

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
            memberships = frozenset({Membership(Role.ADMINISTRATOR, None), Membership(Role.CLERK, None)})
            person = self._make(session, full_name, username, password, memberships)
            self._note(session, None, person, "person_added")
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
        self._note(session, None, administrator, "password_reset", before)
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
            locked = self._locked(session)
            people = session.scalars(select(Person).order_by(Person.id))
            return tuple(_row(person, locked=person.id in locked) for person in people)

    @once
    def add(
        self, actor: Actor, full_name: str, username: str, password: str, memberships: frozenset[Membership]
    ) -> PersonRow:
        """Creates an account. Raises `InvalidValueError`, and `ConflictError` for a name that is in use."""
        actor.must_be(Role.ADMINISTRATOR, act="add_person")
        with self._database.writing() as session:
            person = self._make(session, full_name, username, password, memberships)
            self._note(session, actor, person, "person_added")
            return _row(person)

    @once
    def add_with_one_time_password(
        self, actor: Actor, full_name: str, username: str, memberships: frozenset[Membership]
    ) -> OneTimePassword:
        """Creates an account whose owner must choose a password at the first sign-in."""
        actor.must_be(Role.ADMINISTRATOR, act="add_person")
        password = new_one_time_password()
        with self._database.writing() as session:
            person = self._make(session, full_name, username, password, memberships, one_time=True)
            self._note(session, actor, person, "person_added")
            return OneTimePassword(_row(person), password)

    @once
    def reset_password(self, actor: Actor, person_id: int, version: int) -> OneTimePassword:
        """Sets a one-time password for another person, who must change it before anything else.

        Raises `RuleError` for the actor's own account.
        """
        actor.must_be(Role.ADMINISTRATOR, act="change_person")
        if person_id == actor.person_id:
            raise RuleError(rule="own_password_is_changed")
        password = new_one_time_password()
        with self._database.writing() as session:
            person = _current(session, person_id, version)
            before = _told(person)
            person.must_change_password = True
            self.passwords.store(session, person, password)
            session.flush()
            self._note(session, actor, person, "password_reset", before)
            return OneTimePassword(_row(person), password)

    @once
    def unlock(self, actor: Actor, person_id: int) -> PersonRow:
        """On PostgreSQL: unlocks an account whose database role was locked or has expired."""
        actor.must_be(Role.ADMINISTRATOR, act="change_person")
        with self._database.writing() as session:
            person = _existing(session, person_id)
            if not person.active:
                raise RuleError(rule="disabled_is_not_locked")
            before = _told(person) | {"locked": person.id in self._locked(session)}
            if not self._database.is_sqlite:
                rights.sync_account(session, person.id)
            self._note(session, actor, person, "person_unlocked", before, {"locked": False})
            return _row(person)

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
        password: str | None = None,
    ) -> PersonRow:
        """Changes the given values; a new password for somebody else has to be changed at the next sign-in.

        Raises `RuleError` if no active administrator would remain.
        """
        actor.must_be(Role.ADMINISTRATOR, act="change_person")
        with self._database.writing() as session:
            person = _current(session, person_id, version)
            before = _told(person)
            if full_name is not None:
                person.full_name = _valid_full_name(full_name)
            if active is not None:
                person.active = active
            if memberships is not None:
                _change_roles(person, memberships)
            if password is not None:
                person.must_change_password = person_id != actor.person_id
                self.passwords.store(session, person, password)
            session.flush()
            _keep_an_administrator(session)
            if not self._database.is_sqlite:
                for whose in (person.id, *deputies_of(session, person.id)):
                    rights.sync_account(session, whose)
            self._note(session, actor, person, "password_reset" if password else "person_changed", before)
            return _row(person)

    @once
    def change_own_password(self, actor: Actor, old: str, new: str) -> None:
        """Changes the actor's own password, after verification of the old one."""
        if old == new:
            raise InvalidValueError(field="password", reason="same_password", value="")
        check_length(new)
        username = self.confirm(actor, old)
        with self._database.changing_password(username, new), self._database.writing() as session:
            person = _existing(session, actor.person_id or 0)
            self.passwords.store(session, person, new)
            if self._database.is_sqlite:
                # On PostgreSQL, the database function clears it, because nobody may change their own account.
                person.must_change_password = False
            self._note(session, actor, person, "password_changed")

    def _make(
        self,
        session: Session,
        full_name: str,
        username: str,
        password: str,
        memberships: frozenset[Membership],
        *,
        one_time: bool = False,
    ) -> Person:
        username = folded_username(username)
        if not _USERNAME.fullmatch(username):
            raise InvalidValueError(field="username", reason="username_form", value=username[:20])
        if session.scalar(select(Person.id).where(Person.username == username)) is not None:
            raise ConflictError(item="username", name=username)
        person = Person(
            username=username,
            full_name=_valid_full_name(full_name),
            password_hash="",
            active=True,
            must_change_password=one_time,
            created_at=self._database.now(session),
            memberships=_roles(memberships),
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
        self,
        session: Session,
        actor: Actor | None,
        person: Person,
        action: str,
        before: dict[str, Any] | None = None,
        extra: dict[str, Any] | None = None,
    ) -> None:
        record_event(
            session,
            item_type="person",
            item_id=person.id,
            at=self._database.now(session),
            actor_id=actor.person_id if actor else person.id,
            actor_name=actor.name if actor else person.full_name,
            action=action,
            before=before,
            after=_told(person) | (extra or {}),
        )


def _told(person: Person) -> dict[str, Any]:
    """Returns the values of an account for the audit log, without the password."""
    return {
        "username": person.username,
        "full_name": person.full_name,
        "active": person.active,
        "roles": sorted([m.role, m.unit_id or 0] for m in person.memberships),
        "must_change_password": person.must_change_password,
    }


def folded_username(username: str) -> str:
    """Normalises a user name: Latin digits, lower case, without surrounding spaces."""
    return latin_digits(username).strip().lower()


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


def _keep_an_administrator(session: Session) -> None:
    administrators = session.scalar(
        select(func.count())
        .select_from(PersonRole)
        .join(Person)
        .where(PersonRole.role == Role.ADMINISTRATOR, Person.active)
    )
    if not administrators:
        raise RuleError(rule="last_administrator")


def _roles(memberships: frozenset[Membership]) -> list[PersonRole]:
    ordered = sorted(memberships, key=lambda m: (m.role, m.unit_id or 0))
    return [PersonRole(role=m.role.value, unit_id=m.unit_id) for m in ordered]


def _change_roles(person: Person, wanted: frozenset[Membership]) -> None:
    """Adds and removes only roles that differ from `wanted`, so that unchanged rows are kept."""
    kept = [row for row in person.memberships if Membership(Role(row.role), row.unit_id) in wanted]
    new = wanted - {Membership(Role(row.role), row.unit_id) for row in kept}
    person.memberships = kept + _roles(frozenset(new))


def _memberships(person: Person) -> frozenset[Membership]:
    return frozenset(Membership(Role(m.role), m.unit_id) for m in person.memberships)


def _row(person: Person, *, locked: bool = False) -> PersonRow:
    return PersonRow(
        id=person.id,
        username=person.username,
        full_name=person.full_name,
        active=person.active,
        version=person.version,
        memberships=_memberships(person),
        must_change_password=person.must_change_password,
        locked=locked,
    )
