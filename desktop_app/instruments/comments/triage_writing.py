"""Writes the actions of triage and their undo, with one event per comment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.instruments.campaigns.common_text import say_what_is_common
from desktop_app.instruments.campaigns.model import CampaignMember
from desktop_app.instruments.comments.decisions import around_of, carried, clear_confirmation, decision_of
from desktop_app.instruments.comments.triage_acts import Act, Assign, Confirm, Decide, Hide, PutIssue
from desktop_app.instruments.comments.triage_model import CommentAssignment, CommentIssue
from desktop_app.instruments.model import PublicComment
from desktop_app.instruments.vocabulary import HiddenReason
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor, Role


class ActWriter:
    """Applies one action to a chunk, with one event per comment."""

    def __init__(self, session: Session, actor: Actor, instrument_id: int, now: datetime, key: str) -> None:
        self._session, self._actor, self._now, self._key = session, actor, now, key
        self._around = around_of(session, instrument_id)
        self._instrument_id = instrument_id

    def decide(self, rows: Sequence[PublicComment], act: Decide) -> None:
        carrying = carried(self._session, self._instrument_id, act.disposition, act.carrier)
        before = {row.id: decision_of(row, self._around) for row in rows}
        for row in rows:
            row.disposition, row.reason = act.disposition.value, act.reason.strip()
            row.carried_revision_id, row.carried_provision = carrying
            row.decided_by, row.decided_by_id = self._actor.name, self._actor.person_id
            row.decided_at = self._now
            clear_confirmation(row)
        self._record("decided", before, {row.id: decision_of(row, self._around) for row in rows})

    def confirm(self, rows: Sequence[PublicComment]) -> None:
        for row in rows:
            row.confirmed_by_id, row.confirmed_by = self._actor.person_id, self._actor.name
            row.confirmed_at = self._now
        told = {row.id: {"confirmed_by": self._actor.name} for row in rows}
        self._record("rejection_confirmed", {row.id: {"confirmed_by": ""} for row in rows}, told)

    def hide(self, reasons: dict[int, HiddenReason | None], rows: Sequence[PublicComment]) -> None:
        before = {row.id: {"hidden_reason": row.hidden_reason} for row in rows}
        for row in rows:
            reason = reasons[row.id]
            row.hidden_reason = reason.value if reason is not None else None
            row.hidden_by_id = self._actor.person_id
            row.hidden_by, row.hidden_at = self._actor.name, self._now
        self._session.flush()
        member = select(CampaignMember.campaign_id).where(CampaignMember.comment_id.in_(list(reasons)))
        for campaign in set(self._session.scalars(member.where(CampaignMember.campaign_id.is_not(None)))):
            if campaign is not None:
                say_what_is_common(self._session, campaign, {})
        self._record("moderated", before, {row.id: {"hidden_reason": row.hidden_reason} for row in rows})

    def put_issue(self, rows: Sequence[PublicComment], act: PutIssue) -> None:
        ids = [row.id for row in rows]
        before = _issues(self._session, ids)
        named = [number for number in ids if act.issue in before.get(number, [])]
        if act.on:
            missing = [number for number in ids if number not in named]
            if missing:
                self._session.execute(
                    insert(CommentIssue), [{"comment_id": one, "issue": act.issue} for one in missing]
                )
            self._told_issues(missing, before)
        elif named:
            self._session.execute(
                delete(CommentIssue).where(
                    CommentIssue.comment_id.in_(named), CommentIssue.issue == act.issue
                )
            )
            self._told_issues(named, before)

    def assign(self, rows: Sequence[PublicComment], act: Assign) -> None:
        ids = [row.id for row in rows]
        before = _assignees(self._session, ids)
        name = self._session.scalar(select(Person.full_name).where(Person.id == act.person_id)) or ""
        other = [number for number in ids if before.get(number, (None, ""))[0] != act.person_id]
        self._give(other, act.person_id)
        self._record(
            "reviewer_assigned",
            {one: _told_assignee(before.get(one, (None, ""))) for one in other},
            {one: _told_assignee((act.person_id, name)) for one in other},
        )

    def take_back(self, rows: Sequence[PublicComment], act: Act, before: dict[int, dict[str, Any]]) -> None:
        ids = [row.id for row in rows]
        if isinstance(act, Decide):
            now = {row.id: decision_of(row, self._around) for row in rows}
            for row in rows:
                row.disposition, row.reason, row.decided_by = None, "", ""
                row.carried_revision_id, row.carried_provision = None, ""
                row.decided_by_id = row.decided_at = None
                clear_confirmation(row)
        elif isinstance(act, Confirm):
            now = {row.id: {"confirmed_by": row.confirmed_by} for row in rows}
            for row in rows:
                clear_confirmation(row)
        elif isinstance(act, Hide):
            # The moderation record is the event.
            self.hide({one: _reason(before[one]["hidden_reason"]) for one in ids}, rows)
            return
        elif isinstance(act, PutIssue):
            now = {one: {"issues": issues} for one, issues in _issues(self._session, ids).items()}
            self._session.execute(delete(CommentIssue).where(CommentIssue.comment_id.in_(ids)))
            values = [
                {"comment_id": one, "issue": issue} for one in ids for issue in before[one].get("issues", [])
            ]
            if values:
                self._session.execute(insert(CommentIssue), values)
        else:
            now = {one: _told_assignee(held) for one, held in _assignees(self._session, ids).items()}
            for one in ids:
                self._give([one], before[one].get("assignee_id"))
        self._record("bulk_taken_back", {one: now.get(one, {}) for one in ids}, before)

    def _give(self, ids: Sequence[int], person_id: int | None) -> None:
        self._session.execute(delete(CommentAssignment).where(CommentAssignment.comment_id.in_(ids)))
        if person_id is not None and ids:
            row = {"person_id": person_id, "at": self._now}
            self._session.execute(insert(CommentAssignment), [{"comment_id": one, **row} for one in ids])

    def _told_issues(self, ids: Sequence[int], before: dict[int, list[str]]) -> None:
        after = _issues(self._session, ids)
        self._record(
            "issues_changed",
            {one: {"issues": before.get(one, [])} for one in ids},
            {one: {"issues": after.get(one, [])} for one in ids},
        )

    def _record(self, act: str, before: dict[int, dict[str, Any]], after: dict[int, dict[str, Any]]) -> None:
        last = last_events(self._session, list(before))
        told = self._actor.told_for(Role.REVIEWER, Role.MANAGER)
        for number, values in before.items():
            event = last.get(number)
            self._session.add(
                EventRecord(
                    item_type="comment",
                    item_id=number,
                    sequence=(event.sequence if event is not None else 0) + 1,
                    at=self._now,
                    actor_id=self._actor.person_id,
                    actor_name=self._actor.name,
                    action=act,
                    before={name: value for name, value in values.items() if name != "bulk"},
                    after={**after[number], "bulk": self._key} | told,
                    text="",
                )
            )


def _reason(stored: str | None) -> HiddenReason | None:
    return HiddenReason(stored) if stored else None


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


def _issues(session: Session, ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    rows = select(CommentIssue.comment_id, CommentIssue.issue).where(CommentIssue.comment_id.in_(ids))
    for number, issue in session.execute(rows.order_by(CommentIssue.issue)):
        found.setdefault(number, []).append(issue)
    return found


def _assignees(session: Session, ids: Sequence[int]) -> dict[int, tuple[int | None, str]]:
    rows = (
        select(CommentAssignment.comment_id, Person.id, Person.full_name)
        .join(Person, Person.id == CommentAssignment.person_id)
        .where(CommentAssignment.comment_id.in_(ids))
    )
    return {row[0]: (row[1], row[2]) for row in session.execute(rows)}


def _told_assignee(held: tuple[int | None, str]) -> dict[str, Any]:
    return {"assignee_id": held[0], "assignee_name": held[1]}
