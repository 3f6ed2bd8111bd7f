"""Triage of thousands of comments: one act on many of them, previewed, in chunks, with what stayed named; taken back.

A chunk is one transaction, done once whatever happens to the connection. Taking back restores what nobody built on:
comments whose last event is still that of the run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.campaigns.common_text import say_what_is_common
from desktop_app.instruments.campaigns.model import CampaignMember
from desktop_app.instruments.comments.decisions import (
    Carrier,
    around_of,
    carried,
    clear_confirmation,
    decision_of,
)
from desktop_app.instruments.comments.service import FINISHED
from desktop_app.instruments.comments.triage_model import CommentAssignment, CommentIssue
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.vocabulary import Disposition, HiddenReason
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.model import Person, PersonRole
from desktop_app.staff.roles import Actor, Role

CHUNK: Final = 250
LONGEST_ISSUE: Final = 60


@dataclass(frozen=True, slots=True)
class Decide:
    """Gives a disposition to what has none yet; what is decided already stays."""

    disposition: Disposition
    reason: str
    carrier: Carrier | None = None


@dataclass(frozen=True, slots=True)
class PutIssue:
    """Names an issue (محور) of the comments, or takes it off."""

    issue: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class Assign:
    """Gives comments to a reviewer; to nobody for None."""

    person_id: int | None


@dataclass(frozen=True, slots=True)
class Confirm:
    """Confirms rejections as the second reader."""


@dataclass(frozen=True, slots=True)
class Hide:
    """Puts comments out of sight for a reason; with None they are shown again."""

    reason: HiddenReason | None


Act = Decide | PutIssue | Assign | Confirm | Hide


@dataclass(frozen=True, slots=True)
class TriagePreview:
    """How many of `total` the act is possible with, and why not with the others, the commonest first."""

    total: int
    possible: int
    refused: tuple[tuple[AppError, int], ...]


@dataclass(frozen=True, slots=True)
class TriageFailure:
    """A comment that stayed as it was, and why."""

    comment_id: int
    error: AppError


@dataclass
class TriageResult:
    """What an act on many has done; `key` names it in the events. `cancelled`: the rest was not reached."""

    act: Act
    key: str = field(default_factory=lambda: uuid4().hex)
    done: list[int] = field(default_factory=list)
    failures: list[TriageFailure] = field(default_factory=list)
    cancelled: bool = False


class Triage:
    """Acts on many comments of one instrument."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reviewers(self) -> tuple[tuple[int, str], ...]:
        """Whom comments can be given to: id and name."""
        with self._database.reading() as session:
            found = (
                select(Person.id, Person.full_name)
                .where(Person.active, Person.id.in_(_reviewing()))
                .order_by(Person.full_name, Person.id)
            )
            return tuple((row[0], row[1]) for row in session.execute(found))

    def preview(self, actor: Actor, instrument_id: int, ids: Sequence[int], act: Act) -> TriagePreview:
        """What the act would do. Raises what makes it impossible with all of them."""
        _must(actor, act)
        with self._database.reading() as session:
            act = _known(session, instrument_id, act)
            wanted = sorted(set(ids))
            reasons: dict[str, tuple[AppError, int]] = {}
            possible = 0
            for first in range(0, len(wanted), CHUNK):
                some = wanted[first : first + CHUNK]
                found = _read(session, instrument_id, some, lock=False)
                for number in some:
                    error = _refused(found.get(number), act, actor)
                    if error is None:
                        possible += 1
                    else:
                        reasons[str(error)] = (error, reasons.get(str(error), (error, 0))[1] + 1)
        commonest = sorted(reasons.values(), key=lambda reason: -reason[1])
        return TriagePreview(len(wanted), possible, tuple(commonest))

    def run(
        self,
        actor: Actor,
        instrument_id: int,
        ids: Sequence[int],
        act: Act,
        progress: Progress | None = None,
    ) -> TriageResult:
        """Does the act; a stop leaves whole chunks done. Raises what makes it impossible with all of them."""
        _must(actor, act)
        progress = progress or SilentProgress()
        run, wanted = TriageResult(act), sorted(set(ids))
        for first in range(0, len(wanted), CHUNK):
            if progress.cancelled():
                run.cancelled = True
                break
            done, failures = self._chunk(actor, instrument_id, wanted[first : first + CHUNK], run)
            run.done.extend(done)
            run.failures.extend(failures)
            progress.report(min(first + CHUNK, len(wanted)), len(wanted))
        return run

    def take_back(self, actor: Actor, instrument_id: int, run: TriageResult) -> int:
        """Undoes a run of the same person where nobody built on it; returns how many are as they were. What could
        not be taken back stays in `run.done`."""
        _must(actor, run.act)
        kept: list[int] = []
        back = 0
        while run.done:
            some = run.done[-CHUNK:]
            undone = self._undo_chunk(actor, instrument_id, some, run)
            del run.done[-CHUNK:]
            kept.extend(number for number in some if number not in undone)
            back += len(undone)
        run.done = sorted(kept)
        return back

    @once
    def _chunk(
        self, actor: Actor, instrument_id: int, ids: Sequence[int], run: TriageResult
    ) -> tuple[list[int], list[TriageFailure]]:
        with self._database.writing() as session:
            act = _known(session, instrument_id, run.act)
            found = _read(session, instrument_id, ids, lock=True)
            failures = [
                TriageFailure(number, error)
                for number in ids
                if (error := _refused(found.get(number), act, actor)) is not None
            ]
            left = {failure.comment_id for failure in failures}
            rows = [found[number] for number in ids if number not in left]
            now = self._database.now(session)
            writing = _Writing(session, actor, instrument_id, now, run.key)
            if isinstance(act, Decide):
                writing.decide(rows, act)
            elif isinstance(act, PutIssue):
                writing.put_issue(rows, act)
            elif isinstance(act, Confirm):
                writing.confirm(rows)
            elif isinstance(act, Hide):
                writing.hide({row.id: act.reason for row in rows}, rows)
            else:
                writing.assign(rows, act)
            session.flush()
            return [row.id for row in rows], failures

    @once
    def _undo_chunk(
        self, actor: Actor, instrument_id: int, ids: Sequence[int], run: TriageResult
    ) -> frozenset[int]:
        with self._database.writing() as session:
            _known(session, instrument_id, run.act)
            found = _read(session, instrument_id, ids, lock=True)
            last = _last_events(session, ids)
            mine = [
                found[number]
                for number in ids
                if number in found
                and (event := last.get(number)) is not None
                and event.after.get("bulk") == run.key
                and event.actor_id == actor.person_id
            ]
            writing = _Writing(session, actor, instrument_id, self._database.now(session), run.key)
            writing.take_back(mine, run.act, {row.id: last[row.id].before for row in mine})
            session.flush()
            return frozenset(row.id for row in mine)


class _Writing:
    """Writes one act on a chunk, an event for each comment."""

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
            # The moderation itself is the event.
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
        last = _last_events(self._session, list(before))
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


def _must(actor: Actor, act: Act) -> None:
    if isinstance(act, Assign):
        actor.must_be(Role.REVIEWER, Role.MANAGER, act="assign_comments")
    else:
        actor.must_be(Role.REVIEWER, act="decide_comment")


def _reviewing() -> Any:
    return select(PersonRole.person_id).where(PersonRole.role == Role.REVIEWER.value)


def _known(session: Session, instrument_id: int, act: Act) -> Act:
    """The act as it can be done. Raises what makes it impossible with every comment."""
    instrument = session.get(Instrument, instrument_id)
    if instrument is None:
        raise NotFoundError(item="instrument", key=instrument_id)
    if instrument.status in FINISHED:
        raise RuleError(rule="instrument_is_finished")
    if isinstance(act, Decide):
        if not act.reason.strip():
            raise InvalidValueError(field="reason", reason="empty", value="")
        carried(session, instrument_id, act.disposition, act.carrier)
        return act
    if isinstance(act, Confirm | Hide):
        return act
    if isinstance(act, PutIssue):
        issue = " ".join(act.issue.split())
        if not issue or len(issue) > LONGEST_ISSUE:
            raise InvalidValueError(field="issue", reason="too_long" if issue else "empty", value="")
        return PutIssue(issue, act.on)
    if (
        act.person_id is not None
        and session.scalar(
            select(Person.id).where(Person.id == act.person_id, Person.active, Person.id.in_(_reviewing()))
        )
        is None
    ):
        raise NotFoundError(item="person", key=act.person_id)
    return act


def _read(
    session: Session, instrument_id: int, ids: Sequence[int], *, lock: bool
) -> dict[int, PublicComment]:
    wanted = select(PublicComment).where(
        PublicComment.instrument_id == instrument_id, PublicComment.id.in_(ids)
    )
    wanted = wanted.order_by(PublicComment.id)
    if lock:
        wanted = wanted.with_for_update()
    return {row.id: row for row in session.scalars(wanted)}


def _refused(comment: PublicComment | None, act: Act, actor: Actor) -> AppError | None:
    if comment is None:
        return NotFoundError(item="comment", key="")
    rule = None
    if isinstance(act, Decide) and comment.disposition is not None:
        rule = "comment_is_decided"
    if isinstance(act, Confirm):
        if comment.disposition != Disposition.REJECTED.value:
            rule = "confirmation_is_of_a_rejection"
        elif comment.confirmed_by_id is not None:
            rule = "comment_is_confirmed"
        elif comment.decided_by_id == actor.person_id:
            rule = "second_reader_is_another"
    if isinstance(act, Hide) and act.reason is None and comment.hidden_reason is None:
        rule = "comment_is_not_hidden"
    if isinstance(act, Hide) and act.reason is not None and comment.hidden_reason is not None:
        rule = "comment_is_hidden"
    return RuleError(rule=rule) if rule is not None else None


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


def _last_events(session: Session, ids: Sequence[int]) -> dict[int, EventRecord]:
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
