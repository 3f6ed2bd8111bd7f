"""The petition desk (کارتابل): everything that a person does with a petition.

Each method opens one transaction, asks the table of moves, changes one petition, writes one event with before
and after, and returns the petition as it is now. `version` is the one that the person was looking at: where
somebody else was quicker a `ConflictError` says who, and nothing is written. A colleague's note alone takes
nothing from under anybody: it is no conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy.orm import Session

from desktop_app.database.audit import Event, history, record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError, NotFoundError, RuleError
from desktop_app.office.settings import calendar_of
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.bulk.by_rule import take_labels_off
from desktop_app.petitions.deadlines.counting import Deadline
from desktop_app.petitions.desk.conflicts import as_seen, last_event, mark_seen, touch
from desktop_app.petitions.desk.detail import (
    PetitionDetail,
    existing,
    explain_deadline,
    load_detail,
    standing_of,
    takes_back,
)
from desktop_app.petitions.desk.disclosure import Identifiers, disclose
from desktop_app.petitions.duplicates.merging import merge_of, tell_the_other, to_merge_into
from desktop_app.petitions.effects import Effects, end_pause, no_effects, take_back
from desktop_app.petitions.lists.work_done import done_on
from desktop_app.petitions.model import Petition, PetitionPause
from desktop_app.petitions.moves import TABLE, on_behalf_of, refusal, writing_for
from desktop_app.petitions.outbox.announcing import take_back_messages, told_of_move
from desktop_app.petitions.outcomes import must_be_offered
from desktop_app.petitions.referrals.sending import (
    active_unit,
    answer_referrals,
    clerks_of,
    give_back_to_unit,
    make_referral,
)
from desktop_app.petitions.referrals.side import SideReferrals, SideTarget, due_after, send_beside
from desktop_app.petitions.replies.answering import required, save_draft, send_reply
from desktop_app.petitions.snapshot import restore_snapshot, settle, take_snapshot
from desktop_app.petitions.visibility import is_seen
from desktop_app.petitions.vocabulary import (
    CLOSING_WITHOUT_ANSWER,
    Move,
    Outcome,
    Purpose,
    SideResult,
    Status,
)
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor, told_behalf

LONGEST_NOTE = 100_000
_BEHALF: Final = ("on_behalf_of_id", "on_behalf_of")


class Desk:
    """The use cases of the desk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Looking

    @once
    def open(self, actor: Actor, petition_id: int) -> PetitionDetail:
        """The petition, whole; it counts as read by `actor` from now on, and what was sent to them or their unit as
        seen. Raises `NotFoundError`."""
        # That somebody has seen it may be said twice.
        with self._database.touching() as session:
            now = self._database.now(session)
            acting = acting_on(session, actor, tehran_day(now))
            return load_detail(session, acting, petition_id, opened_at=now)

    def peek(self, actor: Actor, petition_id: int) -> PetitionDetail:
        """The petition as it is, without leaving a trace."""
        with self._database.reading() as session:
            now = self._database.now(session)
            detail = load_detail(session, acting_on(session, actor, tehran_day(now)), petition_id)
            return replace(detail, looked_at=now)

    def earlier(self, actor: Actor, petition_id: int, before: int, count: int) -> tuple[Event, ...]:
        """So many of the events before the one that is number `before`, oldest first. Raises `NotFoundError`."""
        with self._database.reading() as session:
            if not is_seen(session, self._today_s(session, actor), petition_id):
                raise NotFoundError(item="petition", key=petition_id)
            return history(session, "petition", petition_id, latest=count, before=before)

    def why_this_date(self, actor: Actor, petition_id: int) -> Deadline | None:
        """The rule, and every day that did not count. Raises `NotFoundError`, also for one that they do not see."""
        with self._database.reading() as session:
            if not is_seen(session, self._today_s(session, actor), petition_id):
                raise NotFoundError(item="petition", key=petition_id)
            return explain_deadline(session, existing(session, petition_id))

    def done_today(self, actor: Actor) -> int:
        """How many petitions the person has dealt with since midnight in Tehran."""
        with self._database.reading() as session:
            return done_on(session, actor.person_id, tehran_day(self._database.now(session)))

    @once
    def reveal(self, actor: Actor, petition_id: int) -> Identifiers:
        """Who sent the petition, unmasked: see `disclosure.disclose`."""
        with self._database.writing() as session:
            petition = existing(session, petition_id, lock=True)
            return disclose(session, actor, petition, self._database.now(session))

    # Moving

    def take(self, actor: Actor, petition_id: int, version: int) -> PetitionDetail:
        """The receiving clerk takes a referred petition on."""

        def change(session: Session, petition: Petition, now: datetime) -> Effects:
            acted = answer_referrals(session, petition, now)
            petition.assignee_id = actor.person_id
            return {"acted": acted}

        return self._move(Move.TAKE, actor, petition_id, version, change)

    def refer(
        self,
        actor: Actor,
        petition_id: int,
        version: int,
        unit_id: int,
        order_note: str = "",
        *,
        purpose: Purpose = Purpose.ACTION,
        person_id: int | None = None,
        days: int | None = None,
        beside: Sequence[SideTarget] = (),
    ) -> PetitionDetail:
        """Refers to a unit, with an order note (هامش); one that is in progress needs a note. `days` are the working
        days that the unit has; `beside`: to whom it goes on the side in the same act.

        For information, or for an opinion, the petition stays where it is: it goes there on the side.
        """
        if purpose is not Purpose.ACTION:
            aside = SideTarget(unit_id, person_id, purpose, days)
            return SideReferrals(self._database).send(
                actor, petition_id, version, [aside, *beside], order_note
            )
        told: dict[str, Any] = {}

        def change(session: Session, petition: Petition, now: datetime) -> Effects:
            if petition.status == Status.IN_PROGRESS:
                required(order_note, "order_note")
            active_unit(session, unit_id)
            if petition.unit_id == unit_id and person_id is None:
                raise RuleError(rule="already_in_this_unit")
            if any(target.unit_id == unit_id and target.person_id is None for target in beside):
                raise RuleError(rule="already_asked")
            effects: Effects = {}
            if beside:
                # As long as it is theirs who send it.
                acting = acting_on(session, actor, tehran_day(now))
                sent = send_beside(session, acting, petition, now, beside, order_note)
                effects["side"], told["targets"] = list(sent.ids), list(sent.told)
            due_on = due_after(calendar_of(session), now, days) if days else None
            if due_on:
                told["referral_due_on"] = due_on.isoformat()
            effects["acted"] = answer_referrals(session, petition, now)
            effects["referral"] = make_referral(
                session, actor, petition, now, unit_id, order_note, purpose, person_id, due_on
            )
            petition.unit_id, petition.assignee_id = unit_id, person_id
            return effects

        return self._move(Move.REFER, actor, petition_id, version, change, order_note, told)

    def give_back(self, actor: Actor, petition_id: int, version: int, reason: str) -> PetitionDetail:
        """The receiving unit returns (عودت) what is not its business."""

        def change(session: Session, petition: Petition, now: datetime) -> Effects:
            acted = answer_referrals(session, petition, now, SideResult.RETURNED)
            petition.unit_id, petition.assignee_id = None, None
            return {"acted": acted}

        return self._move(Move.GIVE_BACK, actor, petition_id, version, change, required(reason, "reason"))

    def wait(self, actor: Actor, petition_id: int, version: int, reason: str) -> PetitionDetail:
        """Waits for the petitioner; the deadline clock stands still meanwhile."""

        def change(session: Session, petition: Petition, now: datetime) -> Effects:
            pause = PetitionPause(petition_id=petition.id, began=tehran_day(now), ended=None)
            session.add(pause)
            session.flush()
            petition.paused_on = pause.began
            return {"pause_began": pause.id}

        return self._move(Move.WAIT, actor, petition_id, version, change, required(reason, "reason"))

    def resume(self, actor: Actor, petition_id: int, version: int, reason: str) -> PetitionDetail:
        """Goes on after waiting; the deadline moves by the days that did not count."""

        def change(session: Session, petition: Petition, now: datetime) -> Effects:
            return end_pause(session, petition, tehran_day(now))

        return self._move(Move.RESUME, actor, petition_id, version, change, required(reason, "reason"))

    def submit(self, actor: Actor, petition_id: int, version: int, reply: str) -> PetitionDetail:
        """Sends a drafted reply to the manager for approval."""

        def change(session: Session, petition: Petition, now: datetime) -> Effects:
            save_draft(session, actor, petition, now, required(reply, "reply"))
            return {}

        return self._move(Move.SUBMIT, actor, petition_id, version, change, reply)

    def send_back(self, actor: Actor, petition_id: int, version: int, reason: str) -> PetitionDetail:
        """The manager sends a drafted reply back to the clerk."""
        return self._move(Move.SEND_BACK, actor, petition_id, version, no_effects, required(reason, "reason"))

    def resolve(
        self,
        actor: Actor,
        petition_id: int,
        version: int,
        outcome: Outcome,
        text: str,
        *,
        satisfaction: int | None = None,
        duplicate_of: str = "",
        reason: str = "",
    ) -> PetitionDetail:
        """Ends a petition with an outcome. `text` is the reply, or the reason where no reply is given;
        `reason` stands beside a reply, in the history, where the outcome wants one (`outcomes`).

        Inadmissible, duplicate and withdrawn end it from any open state; a duplicate names the tracking code
        of the other one. A complaint is never ended by its assignee.
        """
        move = Move.CLOSE if outcome in CLOSING_WITHOUT_ANSWER else Move.RESOLVE
        if satisfaction is not None and not 1 <= satisfaction <= 5:
            raise InvalidValueError(field="satisfaction", reason="out_of_range", value=satisfaction)

        def change(session: Session, petition: Petition, now: datetime) -> Effects:
            effects: Effects = {}
            must_be_offered(session, outcome, reason)
            if move is Move.RESOLVE:
                effects["reply"] = send_reply(session, actor, petition, now, text)
            else:
                required(text, "reason")
            effects["acted"] = answer_referrals(session, petition, now)
            other = None
            if outcome is Outcome.DUPLICATE:
                other = to_merge_into(session, actor, petition, duplicate_of)
            if petition.paused_on:
                effects |= end_pause(session, petition, tehran_day(now))
            petition.duplicate_of_id = other
            petition.outcome, petition.resolved_at = outcome.value, now
            petition.satisfaction = satisfaction
            return effects

        beside = {"reason": reason.strip()} if move is Move.RESOLVE and reason.strip() else None
        return self._move(move, actor, petition_id, version, change, text, beside)

    def reopen(self, actor: Actor, petition_id: int, version: int, reason: str) -> PetitionDetail:
        """Takes a resolved or archived petition up again."""

        def change(session: Session, petition: Petition, now: datetime) -> Effects:
            del session, now
            petition.outcome = petition.resolved_at = petition.duplicate_of_id = petition.satisfaction = None
            return {}

        return self._move(Move.REOPEN, actor, petition_id, version, change, required(reason, "reason"))

    def archive(self, actor: Actor, petition_id: int, version: int) -> PetitionDetail:
        """Puts a resolved petition away."""
        return self._move(Move.ARCHIVE, actor, petition_id, version, no_effects)

    def hand_over(
        self, actor: Actor, petition_id: int, version: int, person_id: int | None, reason: str
    ) -> PetitionDetail:
        """Gives a petition to another clerk of the same unit, or (None, by its manager) back to the unit, where it
        waits for whoever takes it."""

        def change(session: Session, petition: Petition, now: datetime) -> Effects:
            if person_id is None:
                acting = acting_on(session, actor, tehran_day(now))
                return give_back_to_unit(session, acting, petition, now, reason)
            if person_id not in {person.id for person in clerks_of(session, petition.unit_id)}:
                raise RuleError(rule="not_a_clerk_of_the_unit")
            petition.assignee_id = person_id
            return {}

        return self._move(Move.HAND_OVER, actor, petition_id, version, change, required(reason, "reason"))

    @once
    def undo(self, actor: Actor, petition_id: int, version: int) -> PetitionDetail:
        """Takes back the person's last move, as long as nothing was built on it; the history shows both."""
        with self._database.writing() as session:
            petition = as_seen(session, petition_id, version, untouched=True)
            last = last_event(session, petition_id)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            if last is None or not takes_back(actor, last.action, last.actor_id, last.after):
                raise RuleError(rule="nothing_to_undo")
            before = take_snapshot(session, petition)
            with session.no_autoflush:
                restore_snapshot(petition, last.before)
                petition.urgency = last.after.get("effects", {}).get("urgency", petition.urgency)
                touch(petition, now)
            # The petition first: without the referral that is taken back it may be out of the person's sight.
            session.flush()
            take_back(session, last.after.get("effects", {}))
            _take_back_told(session, last.after, now)
            take_labels_off(session, {petition_id: last.after.get("effects", {})})
            extra = {name: last.after[name] for name in _BEHALF if name in last.after} | {
                "undone": last.action
            }
            self._record(session, actor, petition, now, "undo", before, text="", extra=extra)
            told: dict[str, Any] = {name: extra[name] for name in _BEHALF if name in extra}
            tell_the_other(session, actor, petition, before["duplicate_of_id"], now, told)
            return _finished(session, actor, petition)

    @once
    def unmerge(self, actor: Actor, petition_id: int, version: int, reason: str) -> PetitionDetail:
        """Takes a duplicate from the petition that it was put to, days later too: state, unit, assignee, deadline and
        referrals are again what they were; what was written since stays. Whoever may reopen it may do this. Raises
        `RuleError`, `ConflictError`."""
        required(reason, "reason")
        with self._database.writing() as session:
            petition = as_seen(session, petition_id, version)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            merge = merge_of(session, petition)
            told = _must(Move.REOPEN, session, petition, actor)
            before = take_snapshot(session, petition)
            with session.no_autoflush:
                restore_snapshot(petition, merge.before)
                petition.changed_at = now
            session.flush()
            take_back(session, merge.after.get("effects", {}))
            _take_back_told(session, merge.after, now)
            self._record(session, actor, petition, now, "unmerge", before, text=reason, extra=told)
            tell_the_other(session, actor, petition, before["duplicate_of_id"], now, told)
            return _finished(session, actor, petition)

    # Writing

    @once
    def note(self, actor: Actor, petition_id: int, text: str) -> PetitionDetail:
        """Adds a note for colleagues. Notes never conflict: each stands by itself in the history."""
        required(text, "note")
        with self._database.writing() as session:
            # Two who write at once wait for one another: neither has seen anything that the other one changes.
            petition = existing(session, petition_id, lock=True)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            told = _written(session, petition, actor)
            touch(petition, now)
            self._record(session, actor, petition, now, "note", None, text=text, extra=told)
            return _finished(session, actor, petition)

    @once
    def save_draft(self, actor: Actor, petition_id: int, version: int, text: str) -> PetitionDetail:
        """Keeps a reply that is not finished, for the person and colleagues."""
        with self._database.writing() as session:
            petition = as_seen(session, petition_id, version)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            told = _written(session, petition, actor)
            save_draft(session, actor, petition, now, text)
            touch(petition, now)
            self._record(session, actor, petition, now, "draft", None, text=text, extra=told)
            return _finished(session, actor, petition)

    def clerks(self, unit_id: int | None) -> tuple[tuple[int, str], ...]:
        """The active clerks of a unit: id and name."""
        with self._database.reading() as session:
            return tuple((person.id, person.full_name) for person in clerks_of(session, unit_id))

    @once
    def _move(
        self,
        move: Move,
        actor: Actor,
        petition_id: int,
        version: int,
        change: Callable[[Session, Petition, datetime], Effects],
        text: str = "",
        beside: dict[str, Any] | None = None,
    ) -> PetitionDetail:
        if beside and len(str(beside.get("reason", ""))) > LONGEST_NOTE:
            raise InvalidValueError(field="reason", reason="too_long", value="")
        with self._database.writing() as session:
            petition = as_seen(session, petition_id, version)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            told = _must(move, session, petition, actor)
            before = take_snapshot(session, petition)
            # One statement makes the move: the database looks whether it is one of the table.
            with session.no_autoflush:
                effects = change(session, petition, now)
            target = TABLE[move][1]
            petition.status = target.value if target else petition.status
            touch(petition, now)
            settle(petition)
            session.flush()
            effects |= told_of_move(session, move, [petition.id], now).get(petition.id, {})
            extra = told | (beside or {}) | {"effects": effects}
            self._record(session, actor, petition, now, move.value, before, text=text, extra=extra)
            tell_the_other(session, actor, petition, before["duplicate_of_id"], now, told)
            return _finished(session, actor, petition)

    def _today_s(self, session: Session, actor: Actor) -> Actor:
        return acting_on(session, actor, tehran_day(self._database.now(session)))

    def _record(
        self,
        session: Session,
        actor: Actor,
        petition: Petition,
        now: datetime,
        action: str,
        before: dict[str, Any] | None,
        *,
        text: str,
        extra: dict[str, Any] | None = None,
    ) -> None:
        if len(text) > LONGEST_NOTE:
            raise InvalidValueError(field="text", reason="too_long", value="")
        after = take_snapshot(session, petition, before) if before is not None else {}
        record_event(
            session,
            item_type="petition",
            item_id=petition.id,
            at=now,
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=after | (extra or {}),
            text=text,
        )


def _take_back_told(session: Session, after: dict[str, Any], now: datetime) -> None:
    """Takes back what an act told the petitioner, behind the rest of it."""
    effects = after.get("effects", {})
    take_back_messages(session, effects.get("messages", ()), effects.get("withheld", ()), now)


def _must(move: Move, session: Session, petition: Petition, actor: Actor) -> dict[str, Any]:
    """Refuses what is not allowed; returns for the history whose deputy makes the move, where one does."""
    standing = standing_of(session, petition)
    rule = refusal(move, standing, actor)
    if rule is not None:
        raise RuleError(rule=rule)
    return told_behalf(on_behalf_of(move, standing, actor))


def _written(session: Session, petition: Petition, actor: Actor) -> dict[str, Any]:
    """For the history: whose deputy writes a note or a draft, where one does."""
    if not actor.delegations:
        return {}
    return told_behalf(writing_for(standing_of(session, petition), actor))


def _finished(session: Session, actor: Actor, petition: Petition) -> PetitionDetail:
    session.flush()
    mark_seen(session, actor, petition.id, petition.version)
    return load_detail(session, actor, petition.id)
