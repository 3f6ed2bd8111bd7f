"""Who may act: roles per unit, and the person who is acting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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
class Actor:
    """The person who acts. `person_id` is None for the PC's own user on the command line."""

    person_id: int | None
    name: str
    memberships: frozenset[Membership]

    def has(self, role: Role, unit_id: int | None = None) -> bool:
        """Whether the person holds `role` in `unit_id`, or for the whole office; in any unit if None."""
        return any(
            m.role is role and (unit_id is None or m.unit_id is None or m.unit_id == unit_id)
            for m in self.memberships
        )

    @property
    def unit_ids(self) -> frozenset[int]:
        """The units that the person belongs to."""
        return frozenset(m.unit_id for m in self.memberships if m.unit_id is not None)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(m.role for m in self.memberships)

    def must_be(self, *roles: Role, act: str) -> None:
        """Raises `NotPermittedError` where the person holds none of `roles`."""
        if not self.roles.intersection(roles):
            raise NotPermittedError(act=act, who_may=",".join(roles))


def pc_user(name: str) -> Actor:
    """The PC's own user, who acts on the command line of an SQLite database; named so in the history."""
    return Actor(None, name, frozenset(Membership(role, None) for role in Role))
