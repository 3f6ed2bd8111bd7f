"""Performs acts on comments, groups and drafts, and turns refusals into the errors that users know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item, Reversal, Rows
from desktop_app.errors import (
    AppError,
    ConflictError,
    InvalidValueError,
    NotFoundError,
    NotPermittedError,
    RuleError,
)
from desktop_app.instruments.campaigns.model import CampaignRecord
from desktop_app.instruments.model import PublicComment
from desktop_app.staff.acting import perform_each, perform_one
from desktop_app.staff.roles import Actor, Role


def denied(act: str, *roles: Role) -> dict[str, AppError]:
    """Returns the error for those who have none of the roles, as `Actor.must_be` raises it."""
    return {"not_your_role": NotPermittedError(act=act, who_may=",".join(roles))}


def invalid(field: str, reason: str) -> InvalidValueError:
    return InvalidValueError(field=field, reason=reason, value="")


#: The errors of decisions.
OF_DECISION: Final[Mapping[str, AppError]] = {
    **denied("decide_comment", Role.REVIEWER), "text_missing": invalid("reason", "empty"),
}  # fmt: skip


def do_each(
    session: Session,
    act: Act | Reversal,
    actor: Actor,
    items: Sequence[Item],
    now: datetime,
    rows: Rows | None = None,
) -> dict[int, str]:
    """Performs an act on those items that allow it; returns the rules that refused the others."""
    verdicts = perform_each(session, act, actor, items, now, rows)
    session.expire_all()
    return {item.id: rule for item in items if (rule := verdicts[item.id].refused) is not None}


def do_one(
    session: Session,
    act: Act | Reversal,
    actor: Actor,
    item: Item,
    now: datetime,
    rows: Rows | None = None,
    *,
    errors: Mapping[str, AppError],
) -> int:
    """Performs an act on one item; returns its new version, or the id of a new item.

    Raises the error in `errors` for the rule that refused it, or the usual one.
    """
    of = act.of if isinstance(act, Reversal) else act
    usual = partial(error_of, session, of.item_type, item, errors={})
    done = perform_one(session, act, actor, item, now, rows, errors=errors, otherwise=usual)
    session.expire_all()
    return done


def error_of(
    session: Session, item_type: str, item: Item, rule: str, errors: Mapping[str, AppError]
) -> AppError:
    """Returns the error in `errors` for the rule that refused an item, or the usual one."""
    if rule in errors:
        return errors[rule]
    if rule == "not_there":
        return NotFoundError(item=item_type, key=item.id)
    if rule == "conflict":
        table = CampaignRecord if item_type == "campaign" else PublicComment
        theirs = session.scalar(select(table.decided_by).where(table.id == item.id))
        return ConflictError(item=item_type, key=item.id, theirs=theirs or "")
    return RuleError(rule=rule)
