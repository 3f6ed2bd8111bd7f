"""Changes the roles of a person by their acts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item
from desktop_app.errors import RuleError
from desktop_app.staff.account_acts import ROLE_GIVEN, ROLE_PROPOSED, ROLE_TAKEN
from desktop_app.staff.confirmations import proposals_of
from desktop_app.staff.roles import Actor, Membership, Role
from desktop_app.staff.roster import administer


def change_roles(
    session: Session,
    actor: Actor,
    person_id: int,
    held: frozenset[Membership],
    wanted: frozenset[Membership],
    now: datetime,
) -> None:
    """Takes and gives roles; those that need a second person are proposed, unless they are already.

    Raises as `administer`.
    """

    def do(act: Act, membership: Membership) -> None:
        item = Item(person_id, given=role_values(membership))
        administer(session, act, actor, item, now, denied="change_person")

    # Administration goes last: another unit's may come first.
    last = frozenset(one for one in held - wanted if one.role is Role.ADMINISTRATOR)
    for membership in _in_order(held - wanted - last):
        do(ROLE_TAKEN, membership)
    for membership in _in_order(wanted - held - proposals_of(session).get(person_id, frozenset())):
        try:
            do(ROLE_GIVEN, membership)
        except RuleError as error:
            if error.parameters["rule"] != "needs_second_person":
                raise
            do(ROLE_PROPOSED, membership)
    for membership in _in_order(last):
        do(ROLE_TAKEN, membership)


def role_values(membership: Membership) -> dict[str, Any]:
    """Returns the values of a role for an act."""
    return {"role": membership.role.value, "unit_id": membership.unit_id}


def _in_order(memberships: Iterable[Membership]) -> list[Membership]:
    return sorted(memberships, key=lambda m: (m.role, m.unit_id or 0))
