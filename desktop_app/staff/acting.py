"""Performing an act for a person, with the errors that services raise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item, ItemVerdict, Reversal, Rows
from desktop_app.database.acts.performing import perform
from desktop_app.errors import AppError, RuleError
from desktop_app.staff.roles import Actor


def perform_each(
    session: Session,
    act: Act | Reversal,
    actor: Actor,
    items: Sequence[Item],
    now: datetime,
    rows: Rows | None = None,
) -> dict[int, ItemVerdict]:
    """Performs an act on those items that allow it; returns the verdicts by item, in order of id.

    Missing items come last, refused by the rule `not_there`.
    """
    verdicts = perform(session, act, items, rows, actor_id=actor.person_id, actor_name=actor.name, now=now)
    found = {verdict.item_id: verdict for verdict in verdicts}
    missing = (item.id for item in items if item.id not in found)
    return found | {number: ItemVerdict(number, "not_there", None) for number in missing}


def rule_error(rule: str) -> AppError:
    """Returns the error for a rule that has no other."""
    return RuleError(rule=rule)


def perform_one(
    session: Session,
    act: Act | Reversal,
    actor: Actor,
    item: Item,
    now: datetime,
    rows: Rows | None = None,
    *,
    errors: Mapping[str, AppError],
    otherwise: Callable[[str], AppError] = rule_error,
) -> int:
    """Performs an act on one item and returns its new version; for a new item, its id.

    Raises the error that `errors` has for the rule that refused it, or the one that `otherwise` returns.
    """
    verdict = perform_each(session, act, actor, [item], now, rows)[item.id]
    if verdict.refused is not None:
        raise errors.get(verdict.refused) or otherwise(verdict.refused)
    return verdict.version or 0
