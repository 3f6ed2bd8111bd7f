"""What waits for a second person (`second_person`): roles that were asked for, and accounts that were opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from desktop_app.database import rights
from desktop_app.database.acts.model import Act, Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import NotPermittedError
from desktop_app.staff.account_acts import (
    ACCOUNT_CONFIRMED,
    ACCOUNT_DECLINED,
    ROLE_CONFIRMED,
    ROLE_DECLINED,
    ROLE_WITHDRAWN,
)
from desktop_app.staff.model import Person, RoleProposal, Unit
from desktop_app.staff.roles import Actor, Membership, Role
from desktop_app.staff.roster import administer
from desktop_app.staff.second_person import second_persons


@dataclass(frozen=True, slots=True)
class PendingRow:
    """Something that waits: a role of a person, or their account (`membership` is None; then `id` is negative).

    `mine` is what the reader asked for, or for themself; only another person confirms it. An account is not
    `ready` before its owner has chosen a password.
    """

    id: int
    person_id: int
    person_name: str
    membership: Membership | None
    unit_name: str
    asked_by_id: int | None
    asked_by: str
    asked_at: datetime
    mine: bool
    ready: bool


class Confirmations:
    """Reads what waits, and settles it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending(self, actor: Actor) -> tuple[PendingRow, ...]:
        """Returns what waits, oldest first; nothing for people who neither administer nor confirm."""
        with self._database.reading() as session:
            return pending_of(session, actor)

    def second_persons(self) -> frozenset[int]:
        """Returns the ids of all who may be a second person."""
        with self._database.reading() as session:
            return frozenset(session.scalars(second_persons()))

    @once
    def confirm(self, actor: Actor, row: PendingRow) -> None:
        """Lets a role or an account take effect.

        Raises `RuleError` for what one asked for oneself, and for an account whose owner has not chosen a
        password; `NotFoundError`, `NotPermittedError`.
        """
        self._settle(actor, row, ROLE_CONFIRMED, ACCOUNT_CONFIRMED)

    @once
    def decline(self, actor: Actor, row: PendingRow) -> None:
        """Drops a role that was asked for, or disables an account. Raises as `confirm`."""
        self._settle(actor, row, ROLE_DECLINED, ACCOUNT_DECLINED)

    @once
    def withdraw(self, actor: Actor, row: PendingRow) -> None:
        """Takes back a role that one asked for. Raises `RuleError` for that of another."""
        self._settle(actor, row, ROLE_WITHDRAWN, None)

    def _settle(self, actor: Actor, row: PendingRow, of_role: Act, of_account: Act | None) -> None:
        with self._database.writing() as session:
            act, item = of_account, Item(row.person_id)
            if row.membership is not None:
                given = {"role": row.membership.role.value, "unit_id": row.membership.unit_id}
                act, item = of_role, Item(row.person_id, given=given)
            assert act is not None
            errors = {"not_your_role": NotPermittedError(act="confirm", who_may="administrator,manager")}
            now = self._database.now(session)
            administer(session, act, actor, item, now, denied="confirm", errors=errors)
            if not self._database.is_sqlite:
                rights.sync_account(session, row.person_id)


def pending_of(session: Session, actor: Actor) -> tuple[PendingRow, ...]:
    """Returns what waits, within an existing transaction."""
    if not may_confirm(actor):
        return ()
    person, asker = aliased(Person), aliased(Person)
    roles = session.execute(
        select(
            RoleProposal.id.label("number"), person.id, person.full_name, RoleProposal.role, RoleProposal.unit_id,
            RoleProposal.asked_by_id, asker.full_name.label("asked_by"), RoleProposal.asked_at, Unit.name,
        )
        .join(person, person.id == RoleProposal.person_id)
        .outerjoin(asker, asker.id == RoleProposal.asked_by_id)
        .outerjoin(Unit, Unit.id == RoleProposal.unit_id)
    )  # fmt: skip
    accounts = session.execute(
        select(
            person.id, person.full_name, person.must_change_password,
            person.opened_by_id, asker.full_name.label("asked_by"), person.opened_at,
        )
        .outerjoin(asker, asker.id == person.opened_by_id)
        .where(person.active, person.opened_at.is_not(None))
    )  # fmt: skip
    found = [
        PendingRow(
            row.number, row.id, row.full_name, Membership(Role(row.role), row.unit_id), row.name or "",
            row.asked_by_id, row.asked_by or "", row.asked_at,
            mine=actor.person_id in {row.asked_by_id, row.id}, ready=True,
        )
        for row in roles
    ] + [
        PendingRow(
            -row.id, row.id, row.full_name, None, "", row.opened_by_id, row.asked_by or "", row.opened_at,
            mine=actor.person_id in {row.opened_by_id, row.id}, ready=not row.must_change_password,
        )
        for row in accounts
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda row: (row.asked_at, row.person_id)))


def may_confirm(actor: Actor) -> bool:
    """Whether the actor may be the second person: as `second_person.confirms`."""
    return any(
        one.role is Role.ADMINISTRATOR or (one.role is Role.MANAGER and one.unit_id is None)
        for one in actor.memberships
    )


def proposals_of(session: Session) -> dict[int, frozenset[Membership]]:
    """Returns the roles that were asked for and wait, by person."""
    found: dict[int, frozenset[Membership]] = {}
    for row in session.execute(select(RoleProposal.person_id, RoleProposal.role, RoleProposal.unit_id)):
        new = Membership(Role(row.role), row.unit_id)
        found[row.person_id] = found.get(row.person_id, frozenset()) | {new}
    return found
