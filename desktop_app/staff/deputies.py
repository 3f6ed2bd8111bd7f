"""Deputies (جانشین): who acts for whom, and from when to when.

On PostgreSQL, the database applies delegations by its own date. The account of the deputy gets the group of the
role when the delegation is made. The group has no effect on other days.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Date, bindparam, or_, select
from sqlalchemy.orm import Session

from desktop_app.database import rights
from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.kept_statements import ask
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.persian.dates import tehran_day
from desktop_app.staff.model import Deputy, Person, PersonRole, Unit
from desktop_app.staff.roles import Actor, Delegation, Membership, Role

#: Maximum number of days of a delegation; a longer absence is handled like a departure.
LONGEST = 366

_today: Final = bindparam("today", type_=Date)
#: Built once: it runs with every act, and mostly finds nothing.
_GIVEN: Final = (
    select(Deputy.person_id, Deputy.unit_id, Deputy.role, Person.full_name)
    .join(Person, Person.id == Deputy.person_id)
    .where(
        Deputy.deputy_id == bindparam("deputy", type_=Deputy.deputy_id.type),
        Deputy.first_day <= _today,
        Deputy.last_day >= _today,
        Person.active,
    )
    .order_by(Deputy.id)
)


@dataclass(frozen=True, slots=True)
class NewDeputy:
    """The absent person, the deputy, and the first and last day in Tehran; for all units and roles unless set."""

    person_id: int
    deputy_id: int
    first_day: date
    last_day: date
    unit_id: int | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class DeputyRow:
    """A delegation for display."""

    id: int
    version: int
    terms: NewDeputy
    person_name: str
    deputy_name: str
    unit_name: str
    in_force: bool
    over: bool


class Deputies:
    """Adds, changes and ends delegations; administrators only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[DeputyRow, ...]:
        """Returns the delegations by last day, descending."""
        with self._database.reading() as session:
            today = tehran_day(self._database.now(session))
            found = session.scalars(select(Deputy).order_by(Deputy.last_day.desc(), Deputy.id.desc()))
            return tuple(_row(session, deputy, today) for deputy in found)

    @once
    def add(self, actor: Actor, terms: NewDeputy) -> DeputyRow:
        """Adds a delegation. Raises `InvalidValueError`, `RuleError`."""
        actor.must_be(Role.ADMINISTRATOR, act="change_deputies")
        with self._database.writing() as session:
            self._check(session, terms)
            deputy = Deputy(**_columns(terms))
            session.add(deputy)
            return self._finished(session, actor, deputy, "deputy_added", {})

    @once
    def change(self, actor: Actor, deputy_id: int, version: int, terms: NewDeputy) -> DeputyRow:
        """Changes days, scope or persons."""
        actor.must_be(Role.ADMINISTRATOR, act="change_deputies")
        with self._database.writing() as session:
            deputy = _current(session, deputy_id, version)
            self._check(session, terms, but=deputy.id)
            before, former = _logged_values(session, deputy), deputy.deputy_id
            for name, value in _columns(terms).items():
                setattr(deputy, name, value)
            done = self._finished(session, actor, deputy, "deputy_changed", before)
            self._sync(session, former)
            return done

    @once
    def remove(self, actor: Actor, deputy_id: int, version: int) -> NewDeputy:
        """Ends a delegation immediately; returns its terms, so that it can be restored."""
        actor.must_be(Role.ADMINISTRATOR, act="change_deputies")
        with self._database.writing() as session:
            deputy = _current(session, deputy_id, version)
            terms, before = _terms(deputy), _logged_values(session, deputy)
            session.delete(deputy)
            session.flush()
            self._sync(session, terms.deputy_id)
            self._note(session, actor, deputy_id, "deputy_removed", before, {})
            return terms

    def _check(self, session: Session, terms: NewDeputy, but: int | None = None) -> None:
        if terms.person_id == terms.deputy_id:
            raise RuleError(rule="deputy_of_oneself")
        for person_id in (terms.person_id, terms.deputy_id):
            person = session.get(Person, person_id)
            if person is None or not person.active:
                raise NotFoundError(item="person", key=person_id)
        if terms.last_day < terms.first_day or (terms.last_day - terms.first_day).days >= LONGEST:
            raise InvalidValueError(field="last_day", reason="out_of_range", value="")
        if terms.last_day < tehran_day(self._database.now(session)):
            raise InvalidValueError(field="last_day", reason="in_past", value="")
        if terms.role is Role.ADMINISTRATOR:
            raise RuleError(rule="nobody_administers_as_deputy")
        person = session.get_one(Person, terms.person_id)
        if not memberships_of(person.memberships, terms.unit_id, terms.role):
            raise RuleError(rule="nothing_to_delegate")
        own = {row.role for row in session.get_one(Person, terms.deputy_id).memberships}
        if not own & {Role.CLERK, Role.REVIEWER, Role.MANAGER}:
            raise RuleError(rule="deputy_needs_a_role")
        self._refuse_twice(session, terms, but)

    def _refuse_twice(self, session: Session, terms: NewDeputy, but: int | None) -> None:
        same = select(Deputy.id).where(
            Deputy.person_id == terms.person_id,
            Deputy.deputy_id == terms.deputy_id,
            Deputy.first_day <= terms.last_day,
            Deputy.last_day >= terms.first_day,
            Deputy.id != (but or 0),
        )
        if terms.unit_id is not None:
            same = same.where(or_(Deputy.unit_id.is_(None), Deputy.unit_id == terms.unit_id))
        if terms.role is not None:
            same = same.where(or_(Deputy.role.is_(None), Deputy.role == terms.role.value))
        if session.scalar(same.limit(1)) is not None:
            raise RuleError(rule="deputy_already")

    def _finished(
        self, session: Session, actor: Actor, deputy: Deputy, action: str, before: dict[str, Any]
    ) -> DeputyRow:
        session.flush()
        self._sync(session, deputy.deputy_id)
        self._note(session, actor, deputy.id, action, before, _logged_values(session, deputy))
        return _row(session, deputy, tehran_day(self._database.now(session)))

    def _sync(self, session: Session, person_id: int) -> None:
        if not self._database.is_sqlite:
            rights.sync_account(session, person_id)

    def _note(
        self,
        session: Session,
        actor: Actor,
        deputy_id: int,
        action: str,
        before: dict[str, Any],
        after: dict[str, Any],
    ) -> None:
        record_event(
            session,
            item_type="deputy",
            item_id=deputy_id,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=after,
        )


def memberships_of(rows: list[PersonRole], unit_id: int | None, role: str | None) -> frozenset[Membership]:
    """Returns the delegated roles, never administration; `unit_id` narrows roles in the whole office."""
    return frozenset(
        Membership(Role(row.role), row.unit_id if row.unit_id is not None else unit_id)
        for row in rows
        if row.role != Role.ADMINISTRATOR
        and role in {None, row.role}
        and (unit_id is None or row.unit_id is None or row.unit_id == unit_id)
    )


def delegations_of(session: Session, person_id: int, today: date) -> tuple[Delegation, ...]:
    """Returns the delegations to a person today, within an existing transaction."""
    found = ask(session, _GIVEN, {"deputy": person_id, "today": today}).all()
    given = (
        Delegation(
            row.person_id,
            row.full_name,
            memberships_of(session.get_one(Person, row.person_id).memberships, row.unit_id, row.role),
        )
        for row in found
    )
    return tuple(delegation for delegation in given if delegation.memberships)


def acting_on(session: Session, actor: Actor, today: date) -> Actor:
    """Returns the actor with the delegations of today, since they start and end independently of sign-in."""
    if actor.person_id is None or actor.must_change_password:
        return actor
    return replace(actor, delegations=delegations_of(session, actor.person_id, today))


def deputies_of(session: Session, person_id: int) -> tuple[int, ...]:
    """Returns the deputies of this person, whose groups follow the roles of the person."""
    return tuple(session.scalars(select(Deputy.deputy_id).where(Deputy.person_id == person_id).distinct()))


def _current(session: Session, deputy_id: int, version: int) -> Deputy:
    deputy = session.get(Deputy, deputy_id)
    if deputy is None:
        raise NotFoundError(item="deputy", key=deputy_id)
    if deputy.version != version:
        raise ConflictError(item="deputy")
    return deputy


def _columns(terms: NewDeputy) -> dict[str, Any]:
    return {
        "person_id": terms.person_id,
        "deputy_id": terms.deputy_id,
        "first_day": terms.first_day,
        "last_day": terms.last_day,
        "unit_id": terms.unit_id,
        "role": terms.role.value if terms.role else None,
    }


def _terms(deputy: Deputy) -> NewDeputy:
    role = Role(deputy.role) if deputy.role else None
    return NewDeputy(
        deputy.person_id, deputy.deputy_id, deputy.first_day, deputy.last_day, deputy.unit_id, role
    )


def _names(session: Session, deputy: Deputy) -> tuple[str, str, str]:
    people = [session.get_one(Person, who).full_name for who in (deputy.person_id, deputy.deputy_id)]
    unit = session.get(Unit, deputy.unit_id) if deputy.unit_id else None
    return people[0], people[1], unit.name if unit else ""


def _logged_values(session: Session, deputy: Deputy) -> dict[str, Any]:
    """Returns the values for the audit log, with names besides ids."""
    person, acting, unit = _names(session, deputy)
    values = _columns(_terms(deputy))
    values |= {"first_day": deputy.first_day.isoformat(), "last_day": deputy.last_day.isoformat()}
    return values | {"person_name": person, "deputy_name": acting, "unit_name": unit}


def _row(session: Session, deputy: Deputy, today: date) -> DeputyRow:
    person, acting, unit = _names(session, deputy)
    return DeputyRow(
        id=deputy.id,
        version=deputy.version,
        terms=_terms(deputy),
        person_name=person,
        deputy_name=acting,
        unit_name=unit,
        in_force=deputy.first_day <= today <= deputy.last_day,
        over=deputy.last_day < today,
    )
