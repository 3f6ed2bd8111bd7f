"""The petition desk (کارتابل): everything that a person does with a petition.

Each method changes one petition in one transaction, after checking the transition table. It writes one event
with the values before and after, and returns the petition as stored. `version` is the version that the caller
last read. If another person has changed the petition since, `ConflictError` names them and nothing is
written. Notes and other acts in `acts.predicates.BESIDE` do not count as changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import Event, EventRecord, history
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError, NotFoundError, RuleError
from desktop_app.office.settings import calendar_of
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.acts.reversals import UNDO, UNMERGE
from desktop_app.petitions.deadlines.counting import Deadline
from desktop_app.petitions.deadlines.explaining import explain_deadline
from desktop_app.petitions.desk.conflicts import as_seen, do_one, last_to_undo, mark_seen
from desktop_app.petitions.desk.detail import (
    PetitionDetail,
    draft_of,
    existing,
    load_detail,
)
from desktop_app.petitions.desk.disclosure import note_disclosure
from desktop_app.petitions.desk.move_writer import LONGEST_NOTE, Asked, MoveWriter
from desktop_app.petitions.desk.sender_identity import with_identity
from desktop_app.petitions.duplicates.merging import merge_of, tell_the_other, to_merge_into
from desktop_app.petitions.identities import (
    Identifiers,
    NotedReadings,
    identities_of,
    open_on_server,
    read_identities,
)
from desktop_app.petitions.lists.work_done import done_on
from desktop_app.petitions.model import Petition
from desktop_app.petitions.moves import TABLE
from desktop_app.petitions.outbox.announcing import tell_how_it_stands
from desktop_app.petitions.outcomes import must_be_offered
from desktop_app.petitions.referrals.sending import active_unit, clerks_of
from desktop_app.petitions.referrals.side import SideTarget, due_after, targets_to_send
from desktop_app.petitions.registration.indexed_terms import index_again, indexed_terms
from desktop_app.petitions.replies.answering import required
from desktop_app.petitions.visibility import is_seen
from desktop_app.petitions.vocabulary import (
    CLOSING_WITHOUT_ANSWER,
    REGISTRATION_CORRECTED,
    Move,
    Outcome,
    Status,
)
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor


class Desk:
    """The use cases of the desk."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._noted = NotedReadings(database)
        self._writer = MoveWriter(database)

    # Looking

    @once
    def open(self, actor: Actor, petition_id: int) -> PetitionDetail:
        """Returns the whole petition, marks it as read by `actor`, and marks referrals to them or their unit
        as seen. Raises `NotFoundError`.
        """
        opened = None
        if self._noted.fresh(actor, petition_id) and not self._database.is_sqlite:
            opened = open_on_server(self._database, actor, petition_id)
        # A retry may record the same reading twice: it is idempotent.
        with self._database.touching() as session:
            now = opened or self._database.now(session)
            acting = acting_on(session, actor, tehran_day(now))
            detail = load_detail(session, acting, petition_id, opened_at=now)
        return with_identity(self._database, acting, detail)

    def peek(self, actor: Actor, petition_id: int) -> PetitionDetail:
        """Returns the petition without marking it as read."""
        with self._database.reading() as session:
            now = self._database.now(session)
            acting = acting_on(session, actor, tehran_day(now))
            detail = replace(load_detail(session, acting, petition_id), looked_at=now)
        if self._database.is_sqlite and not detail.masked and self._noted.fresh(actor, petition_id):
            read_identities(self._database, acting, [petition_id])
        return with_identity(self._database, acting, detail)

    def earlier(self, actor: Actor, petition_id: int, before: int, count: int) -> tuple[Event, ...]:
        """Returns up to `count` events before event number `before`, oldest first. Raises `NotFoundError`."""
        with self._database.reading() as session:
            _require_seen(self._database, session, actor, petition_id)
            return history(session, "petition", petition_id, latest=count, before=before)

    def why_this_date(self, actor: Actor, petition_id: int) -> Deadline | None:
        """Returns the rule behind the deadline, with every day that did not count. Raises `NotFoundError`,
        also when `actor` may not see the petition.
        """
        with self._database.reading() as session:
            _require_seen(self._database, session, actor, petition_id)
            return explain_deadline(session, existing(session, petition_id))

    def done_today(self, actor: Actor) -> int:
        """Returns how many petitions the person has handled since midnight in Tehran."""
        with self._database.reading() as session:
            return done_on(session, actor.person_id, tehran_day(self._database.now(session)))

    @once
    def reveal(self, actor: Actor, petition_id: int) -> Identifiers:
        """Returns the unmasked identity of the sender; see `disclosure.note_disclosure`."""
        with self._database.writing() as session:
            now = self._database.now(session)
            note_disclosure(session, actor, existing(session, petition_id), now)
        with self._database.reading() as session:
            return identities_of(session, actor, [petition_id], now).get(petition_id, Identifiers())

    # Moving

    def make(
        self, move: Move, actor: Actor, petition_id: int, version: int, reason: str = ""
    ) -> PetitionDetail:
        """Makes a move that is given nothing but its reason, where it needs one."""
        if TABLE[move].reason:
            required(reason, "reason")
        return self._writer.move(move, actor, petition_id, version, reason)

    def take(self, actor: Actor, petition_id: int, version: int) -> PetitionDetail:
        """Assigns a referred petition to the clerk who receives it."""
        return self.make(Move.TAKE, actor, petition_id, version)

    def refer(
        self,
        actor: Actor,
        petition_id: int,
        version: int,
        unit_id: int,
        order_note: str = "",
        *,
        person_id: int | None = None,
        days: int | None = None,
        beside: Sequence[SideTarget] = (),
    ) -> PetitionDetail:
        """Refers a petition to a unit, or to one of its clerks, with an order note (هامش).

        The note is required once the petition is in progress. `days` is the number of working days that the
        recipient has. `beside` lists the recipients of side referrals sent in the same act.
        """

        def asked(session: Session, petition: Petition, now: datetime) -> Asked:
            if petition.status == Status.IN_PROGRESS:
                required(order_note, "order_note")
            active_unit(session, unit_id)
            if any(target.unit_id == unit_id and target.person_id is None for target in beside):
                raise RuleError(rule="already_asked")
            made = Asked(given={"unit_id": unit_id, "assignee_id": person_id})
            if beside:
                rows = targets_to_send(session, actor, petition, now, beside, order_note)
                made.rows["side"] = [columns for columns, _ in rows]
                made.remarks["targets"] = [told for _, told in rows]
            if days:
                made.given["referral_due_on"] = due_after(calendar_of(session), now, days)
            return made

        return self._writer.move(Move.REFER, actor, petition_id, version, order_note, asked)

    def give_back(self, actor: Actor, petition_id: int, version: int, reason: str) -> PetitionDetail:
        """Returns (عودت) a petition that is outside the responsibility of the receiving unit."""
        return self.make(Move.GIVE_BACK, actor, petition_id, version, reason)

    def wait(self, actor: Actor, petition_id: int, version: int, reason: str) -> PetitionDetail:
        """Suspends work until the petitioner answers; the deadline clock is paused."""
        return self.make(Move.WAIT, actor, petition_id, version, reason)

    def resume(self, actor: Actor, petition_id: int, version: int, reason: str) -> PetitionDetail:
        """Resumes after a pause; the deadline moves by the days that did not count."""
        return self.make(Move.RESUME, actor, petition_id, version, reason)

    def submit(self, actor: Actor, petition_id: int, version: int, reply: str) -> PetitionDetail:
        """Sends a drafted reply to the manager for approval."""
        return self._writer.move(Move.SUBMIT, actor, petition_id, version, required(reply, "reply"))

    def send_back(self, actor: Actor, petition_id: int, version: int, reason: str) -> PetitionDetail:
        """The manager sends a drafted reply back to the clerk."""
        return self.make(Move.SEND_BACK, actor, petition_id, version, reason)

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
        """Closes a petition with an outcome.

        `text` is the reply, or the reason where the outcome has no reply. `reason` is recorded in the history
        beside a reply, for the outcomes that require one (`outcomes`). Inadmissible, duplicate and withdrawn
        close a petition from any open state; for a duplicate, `duplicate_of` is the tracking code of the
        other petition. The assignee can never close a complaint.
        """
        move = Move.CLOSE if outcome in CLOSING_WITHOUT_ANSWER else Move.RESOLVE
        if satisfaction is not None and not 1 <= satisfaction <= 5:
            raise InvalidValueError(field="satisfaction", reason="out_of_range", value=satisfaction)

        def asked(session: Session, petition: Petition, now: datetime) -> Asked:
            del now
            must_be_offered(session, outcome, reason)
            given = {"outcome": outcome.value, "satisfaction": satisfaction}
            if move is Move.CLOSE:
                required(text, "reason")
                merged = outcome is Outcome.DUPLICATE
                other = to_merge_into(session, actor, petition, duplicate_of) if merged else None
                return Asked(given=given | {"duplicate_of_id": other})
            drafted = draft_of(session, petition.id)
            reply = text if text.strip() or drafted is None else drafted.text
            made = Asked(given, reply=required(reply, "reply"))
            made.given["reason"] = reason
            return made

        if len(reason) > LONGEST_NOTE:
            raise InvalidValueError(field="reason", reason="too_long", value="")
        return self._writer.move(move, actor, petition_id, version, text, asked)

    def reopen(self, actor: Actor, petition_id: int, version: int, reason: str) -> PetitionDetail:
        """Reopens a resolved or archived petition."""
        return self.make(Move.REOPEN, actor, petition_id, version, reason)

    def archive(self, actor: Actor, petition_id: int, version: int) -> PetitionDetail:
        """Archives a resolved petition."""
        return self.make(Move.ARCHIVE, actor, petition_id, version)

    def hand_over(
        self,
        actor: Actor,
        petition_id: int,
        version: int,
        person_id: int | None,
        reason: str,
        *,
        run: str = "",
    ) -> PetitionDetail:
        """Gives a petition to another clerk of the unit.

        With None, the manager returns it to the unit, where any clerk can take it. `run` is the key of the run
        that hands over many.
        """

        def asked(_session: Session, petition: Petition, _now: datetime) -> Asked:
            if person_id is None and (petition.unit_id is None or petition.assignee_id is None):
                raise RuleError(rule="not_from_this_state")
            return Asked({"assignee_id": person_id}, remarks={"bulk": run} if run else {})

        return self._writer.move(
            Move.HAND_OVER, actor, petition_id, version, required(reason, "reason"), asked
        )

    @once
    def undo(self, actor: Actor, petition_id: int, version: int) -> PetitionDetail:
        """Reverts the person's last move, unless another act depends on it; the history keeps both."""
        with self._database.writing() as session:
            petition = as_seen(session, petition_id, version, untouched=True)
            last = last_to_undo(session, actor, petition_id)
            if last is None or last.action not in UNDO:
                raise RuleError(rule="nothing_to_undo")
            was = petition.duplicate_of_id
            now = self._database.now(session)
            corrected = last.action == REGISTRATION_CORRECTED
            former = indexed_terms(session, petition) if corrected else ""
            do_one(session, UNDO[last.action], actor, Item(petition_id, version), None, now)
            if corrected:
                session.refresh(petition)
                index_again(session, petition, former)
            return _taken_back(session, actor, petition, was, last, now)

    @once
    def unmerge(self, actor: Actor, petition_id: int, version: int, reason: str) -> PetitionDetail:
        """Separates a duplicate from the petition that it was merged into, even days later.

        State, unit, assignee, deadline and referrals are restored; whatever was written since is kept.
        Requires the permission to reopen the petition. Raises `RuleError`, `ConflictError`.
        """
        required(reason, "reason")
        with self._database.writing() as session:
            petition = as_seen(session, petition_id, version)
            merge, was = merge_of(session, petition), petition.duplicate_of_id
            now = self._database.now(session)
            do_one(session, UNMERGE, actor, Item(petition_id, version, reason), None, now)
            return _taken_back(session, actor, petition, was, merge, now)

    # Writing

    def note(self, actor: Actor, petition_id: int, text: str) -> PetitionDetail:
        """Adds a note for colleagues. Notes never conflict with other changes."""
        required(text, "note")
        return self._writer.write("note", actor, Item(petition_id, text=text))

    def save_draft(self, actor: Actor, petition_id: int, version: int, text: str) -> PetitionDetail:
        """Saves an unfinished reply, visible to colleagues."""
        return self._writer.write("draft", actor, Item(petition_id, version, text))

    def clerks(self, unit_id: int | None) -> tuple[tuple[int, str], ...]:
        """Returns the active clerks of a unit: id and name."""
        with self._database.reading() as session:
            return tuple((person.id, person.full_name) for person in clerks_of(session, unit_id))


def _require_seen(database: Database, session: Session, actor: Actor, petition_id: int) -> None:
    """Raises `NotFoundError` if `actor` may not see the petition."""
    acting = acting_on(session, actor, tehran_day(database.now(session)))
    if not is_seen(session, acting, petition_id):
        raise NotFoundError(item="petition", key=petition_id)


def _taken_back(
    session: Session,
    actor: Actor,
    petition: Petition,
    was: int | None,
    event: EventRecord,
    now: datetime,
) -> PetitionDetail:
    """Updates messages and the other petition of a duplicate after the act of `event` was undone."""
    session.refresh(petition)
    tell_how_it_stands(session, [event], now)
    acting = acting_on(session, actor, tehran_day(now))
    tell_the_other(session, acting, petition, was, now)
    return _finished(session, acting, petition)


def _finished(session: Session, actor: Actor, petition: Petition) -> PetitionDetail:
    session.flush()
    mark_seen(session, actor, petition.id, petition.version)
    return load_detail(session, actor, petition.id)
