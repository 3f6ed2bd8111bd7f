"""Performs the actions of triage and takes them back, with one event per comment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act as PerformedAct
from desktop_app.database.acts.model import Item, Reversal
from desktop_app.database.audit import EventRecord
from desktop_app.instruments.campaigns.common_text import common_without
from desktop_app.instruments.comments.acting import do_each
from desktop_app.instruments.comments.acts.deciding import (
    CONFIRMATION_TAKEN_BACK,
    CONFIRMED,
    DECIDED,
    DECISION_TAKEN_BACK,
)
from desktop_app.instruments.comments.acts.triage import (
    ASSIGNMENT_TAKEN_BACK,
    ISSUES_CHANGED,
    MODERATED,
    REVIEWER_ASSIGNED,
)
from desktop_app.instruments.comments.decisions import decision
from desktop_app.instruments.comments.triage_acts import Act, Assign, Confirm, Decide, Hide, PutIssue
from desktop_app.staff.roles import Actor

#: The rule of comments that have already what the action gives them: nothing is written.
_SO_ALREADY: Final = "so_already"
_ACTS: Final[Mapping[type[Act], PerformedAct]] = {
    Decide: DECIDED, Confirm: CONFIRMED, Assign: REVIEWER_ASSIGNED, PutIssue: ISSUES_CHANGED, Hide: MODERATED,
}  # fmt: skip
_REVERSALS: Final[Mapping[type[Act], Reversal]] = {
    Decide: DECISION_TAKEN_BACK, Confirm: CONFIRMATION_TAKEN_BACK, Assign: ASSIGNMENT_TAKEN_BACK,
}  # fmt: skip


class ActWriter:
    """Performs one action on a chunk; `key` is the run's in the events."""

    def __init__(self, session: Session, actor: Actor, instrument_id: int, now: datetime, key: str) -> None:
        self._session, self._actor, self._now, self._key = session, actor, now, key
        self._instrument_id = instrument_id

    def do(self, ids: Sequence[int], act: Act) -> dict[int, str]:
        """Performs the action; returns the rules that refused it, by comment."""
        if isinstance(act, Hide):
            hidden = act.reason.value if act.reason is not None else None
            return self._moderate(dict.fromkeys(ids, hidden), "bulk")
        given = self._given(act)
        items = [Item(number, given=given, remarks={"bulk": self._key}) for number in ids]
        refused = self._each(_ACTS[type(act)], items)
        return {number: rule for number, rule in refused.items() if rule != _SO_ALREADY}

    def take_back(self, before: Mapping[int, Mapping[str, Any]], act: Act) -> set[int]:
        """Takes the action back; returns the comments that could not be restored.

        `before` are the values before it by comment, as its event has them.
        """
        if isinstance(act, Hide):
            was = {number: values["hidden_reason"] for number, values in before.items()}
            return set(self._moderate(was, "undoes"))
        if isinstance(act, PutIssue):
            given = {"issue": act.issue, "on": not act.on}
            items = [Item(number, given=given, remarks={"undoes": self._key}) for number in before]
            return set(self._each(ISSUES_CHANGED, items))
        return set(self._each(_REVERSALS[type(act)], [Item(number) for number in before]))

    def _given(self, act: Act) -> dict[str, Any]:
        if isinstance(act, Decide):
            return decision(
                self._session,
                self._actor,
                self._instrument_id,
                act.disposition,
                act.reason,
                act.carrier,
                self._now,
            )
        if isinstance(act, PutIssue):
            return {"issue": act.issue, "on": act.on}
        return {"assignee_id": act.person_id} if isinstance(act, Assign) else {}

    def _moderate(self, reasons: Mapping[int, str | None], remark: str) -> dict[int, str]:
        rows = common_without(self._session, reasons)
        items = [
            Item(number, given={"hidden_reason": reason}, remarks={remark: self._key})
            for number, reason in reasons.items()
        ]
        return self._each(MODERATED, items, rows)

    def _each(
        self,
        act: PerformedAct | Reversal,
        items: Sequence[Item],
        rows: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    ) -> dict[int, str]:
        return do_each(self._session, act, self._actor, items, self._now, rows)


def last_events(session: Session, ids: Sequence[int]) -> dict[int, EventRecord]:
    """Returns the last event of each comment that has one, by comment id."""
    newest = (
        select(EventRecord.item_id, func.max(EventRecord.sequence).label("sequence"))
        .where(EventRecord.item_type == "comment", EventRecord.item_id.in_(ids))
        .group_by(EventRecord.item_id)
        .subquery()
    )
    found = select(EventRecord).join(
        newest,
        (EventRecord.item_id == newest.c.item_id) & (EventRecord.sequence == newest.c.sequence),
    )
    return {row.item_id: row for row in session.scalars(found.where(EventRecord.item_type == "comment"))}
