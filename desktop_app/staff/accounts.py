"""Accounts: who works here, with which roles, and signing in.

On PostgreSQL an account is a role of the server, whose password the server alone checks; what it may do is in
`database.rights`. On one PC's SQLite file an account is a convenience, not a guard: the file's owner can read it all.
There passwords are kept as argon2id hashes.
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
    """A member of staff as a screen shows them."""

    id: int
    username: str
    full_name: str
    active: bool
    version: int
    memberships: frozenset[Membership]
    #: Whether they still have to choose a password of their own.
    must_change_password: bool = False
    #: PostgreSQL: the account is in use here, and the server lets it in no more.
    locked: bool = False


@dataclass(frozen=True, slots=True)
class OneTimePassword:
    """A password that an administrator hands to its owner: it is shown once and kept nowhere."""

    person: PersonRow
    password: str = field(repr=False)


#: Accounts, and not one administrator among the roles of the server.
_CAME_WITHOUT_ROLES: Final = (
    "SELECT EXISTS (SELECT 1 FROM person) AND NOT EXISTS (SELECT 1 FROM person p JOIN person_role r"
    " ON r.person_id = p.id JOIN pg_roles s ON s.rolname = p.username WHERE p.active AND r.role = 'administrator')"
)


class Accounts:
    """Makes accounts, changes them, signs people in."""

    def __init__(self, database: Database, *, hasher: PasswordHasher | None = None) -> None:
        self._database = database
        self.passwords = Passwords(hasher)

    def is_empty(self) -> bool:
        """Whether nobody has an account yet: the first start asks for the first administrator."""
        with self._database.reading() as session:
            return session.scalar(select(func.count()).select_from(Person)) == 0

    def came_without_roles(self) -> bool:
        """PostgreSQL: whether there are accounts of which no administrator is a role of this server. So it is behind
        `database copy-to` and a restore: passwords do not come along."""
        if self._database.is_sqlite:
            return False
        with self._database.reading() as session:
            return bool(session.scalar(text(_CAME_WITHOUT_ROLES)))

    @once
    def create_first_administrator(self, full_name: str, username: str, password: str) -> Actor:
        """The account that makes all others, or gives them their passwords where they came with the data.

        Raises `RuleError` where there already is an account, or where `username` is none of the administrators that
        came.
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
        """Makes roles of all accounts that came with the data; the administrator `username` gets a password."""
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
        """The person behind name and password. Raises `SignInError` (reasons `wrong`, `disabled`).

        On PostgreSQL the server decides, by a connection of that role. Raises `DatabaseAwayError` there too.
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
        """Makes sure that it is `actor` who is there, by the password; on PostgreSQL over a new connection. Returns
        the name of the account. Raises `SignInError`, `DatabaseAwayError`."""
        with self._database.reading() as session:
            username = _existing(session, actor.person_id or 0).username
        if self.sign_in(username, password).person_id != actor.person_id:
            raise SignInError(reason="wrong")
        return username

    def myself(self) -> Actor:
        """On PostgreSQL: the person whose role this connection is. Raises `SignInError` (reason `wrong`) for a role
        that is no account of this database."""
        with self._database.reading() as session:
            person_id = session.scalar(text("SELECT app.me()"))
            if person_id is None:
                raise SignInError(reason="wrong")
            return self._actor(session, _existing(session, person_id))

    def actor(self, person_id: int) -> Actor:
        """The acting person with the roles that they have now."""
        with self._database.reading() as session:
            return self._actor(session, _existing(session, person_id))

    def all(self) -> tuple[PersonRow, ...]:
        """Everybody who has or had an account, in the order in which they came."""
        with self._database.reading() as session:
            locked = self._locked(session)
            people = session.scalars(select(Person).order_by(Person.id))
            return tuple(_row(person, locked=person.id in locked) for person in people)

    @once
    def add(
        self, actor: Actor, full_name: str, username: str, password: str, memberships: frozenset[Membership]
    ) -> PersonRow:
        """Makes an account. Raises `InvalidValueError`, `ConflictError` for a name that is taken."""
        actor.must_be(Role.ADMINISTRATOR, act="add_person")
        with self._database.writing() as session:
            person = self._make(session, full_name, username, password, memberships)
            self._note(session, actor, person, "person_added")
            return _row(person)

    @once
    def add_with_one_time_password(
        self, actor: Actor, full_name: str, username: str, memberships: frozenset[Membership]
    ) -> OneTimePassword:
        """Makes an account whose owner chooses a password at the first sign-in."""
        actor.must_be(Role.ADMINISTRATOR, act="add_person")
        password = new_one_time_password()
        with self._database.writing() as session:
            person = self._make(session, full_name, username, password, memberships, one_time=True)
            self._note(session, actor, person, "person_added")
            return OneTimePassword(_row(person), password)

    @once
    def reset_password(self, actor: Actor, person_id: int, version: int) -> OneTimePassword:
        """A password for somebody who forgot theirs; they have to choose their own before they do anything.

        Raises `RuleError` for one's own, which is changed and not reset.
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
        """PostgreSQL: lets an account in again whose role was locked or ran out on the server."""
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
        """Changes what is given. The last active administrator can be neither disabled nor demoted."""
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
        """Sets the password of the acting person, who has to know the old one."""
        if old == new:
            raise InvalidValueError(field="password", reason="same_password", value="")
        check_length(new)
        username = self.confirm(actor, old)
        with self._database.changing_password(username, new), self._database.writing() as session:
            person = _existing(session, actor.person_id or 0)
            self.passwords.store(session, person, new)
            if self._database.is_sqlite:
                # On PostgreSQL the function that sets it does this: nobody changes their own account.
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
        """Who is in use here, and whom the server lets in no more."""
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
    """The account as the history keeps it; never a password."""
    return {
        "username": person.username,
        "full_name": person.full_name,
        "active": person.active,
        "roles": sorted([m.role, m.unit_id or 0] for m in person.memberships),
        "must_change_password": person.must_change_password,
    }


def folded_username(username: str) -> str:
    """The name of an account as it is kept, whatever digits and case it was typed in."""
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
    """Brings the roles to `wanted` by what differs: a role that stays is neither taken away nor given twice."""
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
