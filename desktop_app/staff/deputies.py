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
from desktop_app.database.acts.model import Act, Item
from desktop_app.database.engine import Database
from desktop_app.database.kept_statements import ask
from desktop_app.database.operations import once
from desktop_app.errors import AppError, InvalidValueError, NotFoundError
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.names import sort_key
from desktop_app.staff.acts import DEPUTY_ADDED, DEPUTY_CHANGED, DEPUTY_REMOVED, DESK
from desktop_app.staff.model import Deputy, Person, PersonRole, Unit
from desktop_app.staff.roles import Actor, Delegation, Membership, Role
from desktop_app.staff.roster import administer

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
    """Adds, changes and ends delegations: an administrator those of everybody, a person their own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[DeputyRow, ...]:
        """Returns the delegations by last day, descending."""
        with self._database.reading() as session:
            today = tehran_day(self._database.now(session))
            found = session.scalars(select(Deputy).order_by(Deputy.last_day.desc(), Deputy.id.desc()))
            return tuple(_row(session, deputy, today) for deputy in found)

    def candidates(self, actor: Actor) -> tuple[tuple[int, str], ...]:
        """Returns whom a person can name as deputy, as id and name: colleagues of their units first."""
        with self._database.reading() as session:
            found = session.execute(
                select(Person.id, Person.full_name, PersonRole.unit_id)
                .join(PersonRole, PersonRole.person_id == Person.id)
                .where(Person.active, PersonRole.role.in_(DESK), Person.id != (actor.person_id or 0))
            ).all()
        near = {row.id for row in found if row.unit_id in actor.unit_ids}
        people = {row.id: row.full_name for row in found}
        return tuple(sorted(people.items(), key=lambda one: (one[0] not in near, sort_key(one[1]))))

    @once
    def add(self, actor: Actor, terms: NewDeputy) -> DeputyRow:
        """Adds a delegation. Raises `InvalidValueError`, `NotFoundError`, `RuleError`."""
        with self._database.writing() as session:
            number = self._do(session, DEPUTY_ADDED, actor, _columns(terms), terms)
            return self._finished(session, number)

    @once
    def change(self, actor: Actor, deputy_id: int, version: int, terms: NewDeputy) -> DeputyRow:
        """Changes days, scope or persons. Raises as `add`, and `ConflictError`."""
        with self._database.writing() as session:
            former = _existing(session, deputy_id).deputy_id
            self._do(session, DEPUTY_CHANGED, actor, Item(deputy_id, version, given=_columns(terms)), terms)
            self._sync(session, former)
            return self._finished(session, deputy_id)

    @once
    def remove(self, actor: Actor, deputy_id: int, version: int) -> NewDeputy:
        """Ends a delegation immediately; returns its terms, so that it can be restored."""
        with self._database.writing() as session:
            terms = _terms(_existing(session, deputy_id))
            self._do(session, DEPUTY_REMOVED, actor, Item(deputy_id, version), terms)
            self._sync(session, terms.deputy_id)
            return terms

    def _do(
        self, session: Session, act: Act, actor: Actor, item: Item | dict[str, Any], terms: NewDeputy
    ) -> int:
        errors: dict[str, AppError] = {
            "wrong_days": InvalidValueError(field="last_day", reason="out_of_range", value=""),
            "in_past": InvalidValueError(field="last_day", reason="in_past", value=""),
            "no_such_person": NotFoundError(item="person", key=terms.person_id),
        }
        now = self._database.now(session)
        return administer(session, act, actor, item, now, denied="change_deputies", errors=errors)

    def _finished(self, session: Session, deputy_id: int) -> DeputyRow:
        deputy = session.get_one(Deputy, deputy_id)
        self._sync(session, deputy.deputy_id)
        return _row(session, deputy, tehran_day(self._database.now(session)))

    def _sync(self, session: Session, person_id: int) -> None:
        if not self._database.is_sqlite:
            rights.sync_account(session, person_id)


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


def clerks_deputies(session: Session, day: date) -> dict[tuple[int, int | None], str]:
    """Returns the names of the deputies of clerks on a day in Tehran, by the absent person and the unit.

    The unit is None for a delegation that covers all units of the person.
    """
    found = session.execute(
        select(Deputy.person_id, Deputy.unit_id, Person.full_name)
        .join(Person, Person.id == Deputy.deputy_id)
        .where(
            Deputy.first_day <= day,
            Deputy.last_day >= day,
            or_(Deputy.role.is_(None), Deputy.role == Role.CLERK.value),
            Person.active,
        )
        .order_by(Deputy.id.desc())
    )
    return {(person, unit): name for person, unit, name in found}


def deputies_of(session: Session, person_id: int) -> tuple[int, ...]:
    """Returns the deputies of this person, whose groups follow the roles of the person."""
    return tuple(session.scalars(select(Deputy.deputy_id).where(Deputy.person_id == person_id).distinct()))


def _existing(session: Session, deputy_id: int) -> Deputy:
    deputy = session.get(Deputy, deputy_id)
    if deputy is None:
        raise NotFoundError(item="deputy", key=deputy_id)
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
