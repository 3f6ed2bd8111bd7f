"""Who may act: roles per unit, and the person who is acting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from desktop_app.errors import NotPermittedError


class Role(StrEnum):
    """What a person does in a unit (domain.md §6)."""

    CLERK = "clerk"
    REVIEWER = "reviewer"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Membership:
    """A role in a unit; `unit_id` None is the whole office."""

    role: Role
    unit_id: int | None


@dataclass(frozen=True, slots=True)
class Delegation:
    """The memberships of an absent person, whose deputy (جانشین) acts today."""

    person_id: int
    name: str
    memberships: frozenset[Membership]


def told_behalf(delegation: Delegation | None) -> dict[str, Any]:
    """What the history keeps of it."""
    return {"on_behalf_of_id": delegation.person_id, "on_behalf_of": delegation.name} if delegation else {}


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who acts. `person_id` is None for the PC's own user on the command line.

    `memberships` are the person's own; what they may do as a deputy comes from `delegations`. Whoever has to change
    a password that an administrator set has no membership until then.
    """

    person_id: int | None
    name: str
    memberships: frozenset[Membership]
    delegations: tuple[Delegation, ...] = ()
    must_change_password: bool = False

    @property
    def held(self) -> frozenset[Membership]:
        """The memberships that count now: one's own, and those of whom one is the deputy."""
        return self.memberships.union(*(delegation.memberships for delegation in self.delegations))

    def alone(self) -> Actor:
        """The same person without what they may do as a deputy."""
        return Actor(self.person_id, self.name, self.memberships)

    def on_behalf_of(self, may: Callable[[Actor], bool]) -> Delegation | None:
        """For whom the person does something that they may do as a deputy only (به نیابت از); None where it is their
        own right, or nobody's. `may` tells whether somebody is allowed to."""
        if may(self.alone()):
            return None
        return next((each for each in self.delegations if may(replace(self, delegations=(each,)))), None)

    def told_for(self, *roles: Role) -> dict[str, Any]:
        """What the history keeps of an act that any of `roles` may do, in whatever unit: for whom, where it is done
        as a deputy only."""
        return told_behalf(self.on_behalf_of(lambda who: not who.roles.isdisjoint(roles)))

    def acts_for(self, person_id: int | None, unit_id: int | None) -> bool:
        """Whether the person is today's deputy of a clerk of the unit."""
        clerk = {Membership(Role.CLERK, unit_id), Membership(Role.CLERK, None)}
        return any(d.person_id == person_id and clerk & d.memberships for d in self.delegations)

    def has(self, role: Role, unit_id: int | None = None) -> bool:
        """Whether the person holds `role` in `unit_id`, or for the whole office; in any unit if None."""
        return any(
            m.role is role and (unit_id is None or m.unit_id is None or m.unit_id == unit_id)
            for m in self.held
        )

    @property
    def unit_ids(self) -> frozenset[int]:
        """The units that the person belongs to."""
        return frozenset(m.unit_id for m in self.held if m.unit_id is not None)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(m.role for m in self.held)

    def must_be(self, *roles: Role, act: str) -> None:
        """Raises `NotPermittedError` where the person holds none of `roles`."""
        if not self.roles.intersection(roles):
            raise NotPermittedError(act=act, who_may=",".join(roles))

    def must_be_for_all(self, *roles: Role, act: str) -> None:
        """Raises `NotPermittedError` where the person holds none of `roles` for the whole office."""
        if not any(m.role in roles and m.unit_id is None for m in self.held):
            raise NotPermittedError(act=act, who_may=",".join(roles))


def pc_user(name: str) -> Actor:
    """The PC's own user, who acts on the command line of an SQLite database; named so in the history."""
    return Actor(None, name, frozenset(Membership(role, None) for role in Role))
