"""Performing an act on one item for a person, with the errors that services raise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item, Reversal, Rows
from desktop_app.database.acts.performing import perform
from desktop_app.errors import AppError, RuleError
from desktop_app.staff.roles import Actor


def perform_one(
    session: Session,
    act: Act | Reversal,
    actor: Actor,
    item: Item,
    now: datetime,
    rows: Rows | None = None,
    *,
    errors: Mapping[str, AppError],
) -> int:
    """Performs an act on one item and returns its new version; for a new item, its id.

    Raises the error that `errors` has for the rule that refused it, otherwise `RuleError`. A missing item is
    refused by the rule `not_there`.
    """
    verdicts = perform(session, act, [item], rows, actor_id=actor.person_id, actor_name=actor.name, now=now)
    rule = verdicts[0].refused if verdicts else "not_there"
    if rule is not None:
        raise errors[rule] if rule in errors else RuleError(rule=rule)
    return verdicts[0].version or 0
