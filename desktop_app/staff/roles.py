"""Permissions: roles per unit, and the acting person."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from desktop_app.errors import NotPermittedError


class Role(StrEnum):
    """The role of a person in a unit."""

    CLERK = "clerk"
    REVIEWER = "reviewer"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Membership:
    """A role in a unit; `unit_id` is None for the whole office."""

    role: Role
    unit_id: int | None


@dataclass(frozen=True, slots=True)
class Delegation:
    """The memberships of an absent person for whom the actor is the deputy (جانشین) today."""

    person_id: int
    name: str
    memberships: frozenset[Membership]


def told_behalf(delegation: Delegation | None) -> dict[str, Any]:
    """Returns the values of a delegation for the audit log."""
    return {"on_behalf_of_id": delegation.person_id, "on_behalf_of": delegation.name} if delegation else {}


@dataclass(frozen=True, slots=True)
class Actor:
    """The acting person. `person_id` is None for the user of the computer on the command line.

    `memberships` are the person's own; those as a deputy come from `delegations`. People who have to change a
    password set by an administrator have no memberships until then.
    """

    person_id: int | None
    name: str
    memberships: frozenset[Membership]
    delegations: tuple[Delegation, ...] = ()
    must_change_password: bool = False
    #: Whether the account waits for a second person; until then, the person has no memberships either.
    unconfirmed: bool = False

    @property
    def held(self) -> frozenset[Membership]:
        """The currently effective memberships: own ones and delegated ones."""
        return self.memberships.union(*(delegation.memberships for delegation in self.delegations))

    def alone(self) -> Actor:
        """Returns the same person without delegations."""
        return Actor(self.person_id, self.name, self.memberships)

    def on_behalf_of(self, may: Callable[[Actor], bool]) -> Delegation | None:
        """Returns the delegation without which the act would not be allowed (به نیابت از).

        Returns None where the person has the right themselves, or nobody has it. `may` checks the right.
        """
        if may(self.alone()):
            return None
        return next((each for each in self.delegations if may(replace(self, delegations=(each,)))), None)

    def told_for(self, *roles: Role) -> dict[str, Any]:
        """Returns values for the audit log of an act that requires one of `roles` in any unit.

        They name the delegation, if it is needed.
        """
        return told_behalf(self.on_behalf_of(lambda who: not who.roles.isdisjoint(roles)))

    def acts_for(self, person_id: int | None, unit_id: int | None) -> bool:
        """Whether the person is the deputy of a clerk of the unit today."""
        clerk = {Membership(Role.CLERK, unit_id), Membership(Role.CLERK, None)}
        return any(d.person_id == person_id and clerk & d.memberships for d in self.delegations)

    def has(self, role: Role, unit_id: int | None = None) -> bool:
        """Whether the person has `role` in `unit_id` or in the whole office; in any unit if None."""
        return any(
            m.role is role and (unit_id is None or m.unit_id is None or m.unit_id == unit_id)
            for m in self.held
        )

    @property
    def unit_ids(self) -> frozenset[int]:
        """The units of the person."""
        return frozenset(m.unit_id for m in self.held if m.unit_id is not None)

    @property
    def managed_units(self) -> frozenset[int | None]:
        """The units that the person manages; None stands for the whole office."""
        return frozenset(m.unit_id for m in self.held if m.role is Role.MANAGER)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(m.role for m in self.held)

    def must_be(self, *roles: Role, act: str) -> None:
        """Raises `NotPermittedError` unless the person has one of `roles`."""
        if not self.roles.intersection(roles):
            raise NotPermittedError(act=act, who_may=",".join(roles))

    def must_be_for_all(self, *roles: Role, act: str) -> None:
        """Raises `NotPermittedError` unless the person has one of `roles` for the whole office."""
        if not any(m.role in roles and m.unit_id is None for m in self.held):
            raise NotPermittedError(act=act, who_may=",".join(roles))


def pc_user(name: str) -> Actor:
    """Returns the user of the computer, who acts on the command line of an SQLite database."""
    return Actor(None, name, frozenset(Membership(role, None) for role in Role))


def user_of_this_pc() -> Actor:
    """Returns the user of this computer by the name of the operating system."""
    return pc_user(user_name())


def user_name() -> str:
    """Returns the name of the operating system's user, at most 120 characters; `pc` if it is unknown."""
    try:
        return getpass.getuser()[:120]
    except (OSError, KeyError, ImportError):
        return "pc"
