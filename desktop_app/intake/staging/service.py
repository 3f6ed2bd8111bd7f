"""The worker that processes the staging table: submissions become petitions and comments, in order and exactly once.

A batch of some hundred submissions is one transaction, and their results are stored with it. After a crash, a
batch is either complete or untouched, and the next run continues. A second worker waits for the batch of the
first one. Invalid submissions go into quarantine with a reason.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Text, cast, func, select, text
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, NotFoundError, RuleError
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.formats.names import units_by_name
from desktop_app.intake.imports.changed_rows import ChangedRow
from desktop_app.intake.staging.answers import take_answers
from desktop_app.intake.staging.batch import (
    IntakeBatch,
    IntakeResult,
    note_quarantined,
    quarantine,
    refused,
    take_comment,
    take_further,
    take_petitions,
    understood,
)
from desktop_app.intake.staging.model import IntakeSubmission, StagingState, SubmissionOriginal
from desktop_app.intake.staging.originals import (
    Submitted,
    masked_payload,
    note_submissions,
    originals_of,
    read_originals,
)
from desktop_app.intake.staging.quarantine import (
    PUT_ASIDE,
    TAKEN_BACK,
    PutAside,
    Quarantined,
    checked_reason,
    files_of,
    in_quarantine,
    one_in_quarantine,
    put_aside,
)
from desktop_app.intake.staging.submissions import (
    HandedIn,
    petition_of,
    taken_apart,
)
from desktop_app.office.settings import settings_of
from desktop_app.people.asking import ask_about
from desktop_app.petitions.follow_ups.auto_intake import AutoIntake
from desktop_app.petitions.registration.register import NewPetition, asked_words
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor, Role, told_behalf

#: Limits of a transaction: number of submissions, and bytes of their attachments.
PART: Final = 200
PART_BYTES: Final = 48 * 1024 * 1024
#: Roles that process submissions for the whole office; administrators correct them too.
TAKERS: Final = (Role.CLERK, Role.MANAGER)
_MEND: Final = text("SELECT app.mend_submission(:number, CAST(:given AS json), :actor, :named, :now)")


class Staging:
    """Processes submissions of other systems."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._auto_intake = AutoIntake(database)

    def waiting(self, actor: Actor) -> int:
        """The number of waiting submissions."""
        may_mend(actor)
        with self._database.reading() as session:
            return self._count(session, StagingState.WAITING)

    def run(self, actor: Actor, progress: Progress | None = None) -> IntakeResult:
        """Processes all waiting submissions, oldest first.

        Raises `DatabaseAwayError` and other errors between two batches, with the number of petitions, comments and
        texts that were stored before as the parameter `saved`.

        Raises `NotPermittedError` for people who do not see the petitions of every unit, since duplicates would be
        unknown to them.
        """
        actor.must_be_for_all(*TAKERS, act="take_in")
        progress = progress or SilentProgress()
        whole, total = IntakeResult(), self.waiting(actor)
        while not progress.cancelled():
            try:
                part = self._take_part(actor)
            except AppError as error:
                error.after(whole.stored)
                raise
            if part is None:
                return whole
            whole.petitions += part.petitions
            whole.without_reply += part.without_reply
            whole.comments += part.comments
            whole.further += part.further
            whole.answers += part.answers
            whole.answers_with_more += part.answers_with_more
            whole.already_present += part.already_present
            whole.quarantined += part.quarantined
            progress.report(min(whole.handled, total), total)
        whole.cancelled = True
        return whole

    def quarantined(self, actor: Actor, most: int = 500) -> tuple[Quarantined, ...]:
        """Returns the quarantined submissions, oldest first."""
        may_mend(actor)
        with self._database.reading() as session:
            return in_quarantine(session, most)

    def count_quarantined(self, actor: Actor) -> int:
        """The number of quarantined submissions."""
        may_mend(actor)
        with self._database.reading() as session:
            return self._count(session, StagingState.QUARANTINED)

    def aside(self, actor: Actor, most: int = 500) -> tuple[PutAside, ...]:
        """Returns the discarded submissions with person, time and reason, by arrival, latest first."""
        may_mend(actor)
        with self._database.reading() as session:
            return put_aside(session, most)

    def count_aside(self, actor: Actor) -> int:
        """The number of discarded submissions."""
        may_mend(actor)
        with self._database.reading() as session:
            return self._count(session, StagingState.ASIDE)

    def opened(self, actor: Actor, submission_id: int) -> Quarantined:
        """Returns a quarantined submission with its identifiers; see `originals` for the event.

        Raises `NotFoundError` for a submission that is not in quarantine (any more).
        """
        may_mend(actor)
        came = read_originals(self._database, actor, [submission_id]).get(submission_id)
        with self._database.reading() as session:
            found = one_in_quarantine(session, submission_id, came) if came is not None else None
        if found is None:
            raise NotFoundError(item="submission", key=submission_id)
        return found

    def mend(self, actor: Actor, submission_id: int, payload: Mapping[str, Any]) -> None:
        """Stores a corrected payload next to the original, and queues the submission again.

        A value that is still masked, as it is shown, stays what it was. Raises `NotFoundError` for a submission that
        is not in quarantine (any more).
        """
        may_mend(actor)
        came = read_originals(self._database, actor, [submission_id]).get(submission_id, Submitted(None))
        known = came.latest if isinstance(came.latest, dict) else {}
        whole = {
            name: known[name]
            if name in known and masked_payload({name: known[name]}) == {name: value}
            else value
            for name, value in payload.items()
        }
        self._mend(actor, submission_id, whole)

    @once
    def _mend(self, actor: Actor, submission_id: int, payload: dict[str, Any]) -> None:
        with self._database.writing() as session:
            if not self._database.is_sqlite:
                given = {
                    "number": submission_id,
                    "given": json.dumps(payload, ensure_ascii=False),
                    "actor": actor.person_id,
                    "named": actor.name,
                    "now": self._database.now(session),
                }
                if not session.scalar(_MEND, given):
                    raise NotFoundError(item="submission", key=submission_id)
                return
            found = self._locked(session, submission_id)
            latest = originals_of(session, [submission_id])[submission_id].latest
            known = latest if isinstance(latest, dict) else {}
            found.mended, found.state, found.reason = payload, StagingState.WAITING.value, ""
            original = session.get(SubmissionOriginal, submission_id)
            if original is not None:
                original.mended = payload
            changed = sorted(name for name in {*known, *payload} if known.get(name) != payload.get(name))
            self._note(session, actor, submission_id, "intake_mended", {"fields": changed})

    @once
    def try_again(self, actor: Actor, submission_id: int) -> None:
        """Queues a submission again unchanged, since the obstacle may be gone. Raises `NotFoundError`."""
        may_mend(actor)
        with self._database.writing() as session:
            found = self._locked(session, submission_id)
            found.state, found.reason = StagingState.WAITING.value, ""
            self._note(session, actor, submission_id, "intake_tried_again", {})

    def take_further(self, actor: Actor, submission_id: int) -> None:
        """Adds a row of quarantine that came with other words to its petition, as a further text.

        Raises `NotFoundError` for one that is not in quarantine (any more), `RuleError` if its words are there,
        `NotPermittedError` for people who do not see the petitions of every unit.
        """
        actor.must_be_for_all(*TAKERS, act="take_in")
        came = read_originals(self._database, actor, [submission_id])
        with self._database.reading() as session:
            petitions = _petitions_in(session, list(came), self._database.now(session))
        ask_about(self._database, asked_words(petitions))
        self._take_further(actor, submission_id)

    @once
    def _take_further(self, actor: Actor, submission_id: int) -> None:
        with self._database.writing() as session:
            found = self._locked(session, submission_id)
            part = self._batch(session, actor, [found])
            petition = self._petition(part, found)
            if petition is None or not take_further(part, found, *petition):
                raise RuleError(rule="no_other_words")

    def changed(self, actor: Actor, submission_id: int) -> ChangedRow | None:
        """Returns what differs in a row of quarantine from its petition; None if nothing does (any more)."""
        may_mend(actor)
        read_originals(self._database, actor, [submission_id])
        with self._database.reading() as session:
            found = session.get(IntakeSubmission, submission_id)
            if found is None or found.state != StagingState.QUARANTINED.value:
                return None
            petition = self._petition(self._batch(session, actor, [found]), found)
        if petition is None:
            return None
        [came] = self._auto_intake.rehearse([petition[1]])
        changed = came.changed if came is not None else None
        return ChangedRow("", submission_id, petition[1], changed) if changed is not None else None

    def _batch(self, session: Session, actor: Actor, found: Sequence[IntakeSubmission]) -> IntakeBatch:
        return IntakeBatch(
            session,
            actor,
            self._database.now(session),
            _units(session),
            settings_of(session).attachment_mb,
            files=files_of(session, found),
        )

    @staticmethod
    def _petition(part: IntakeBatch, found: IntakeSubmission) -> tuple[HandedIn, NewPetition] | None:
        """Returns the petition in a submission that can be read."""
        came = originals_of(part.session, [found.id]).get(found.id)
        if came is None:
            return None
        handed_in = taken_apart(found, came, part.now, part.files.get(found.file_id or 0))
        if isinstance(handed_in, RowFault) or handed_in.instrument:
            return None
        petition = petition_of(handed_in, part.units, part.now)
        return None if isinstance(petition, RowFault) else (handed_in, petition)

    @once
    def put_aside(self, actor: Actor, submission_id: int, reason: str) -> None:
        """Discards a submission from quarantine and stores the reason.

        Repeated deliveries of the same row stay discarded. Raises `InvalidValueError` without a reason,
        `NotFoundError`.
        """
        may_mend(actor)
        reason = checked_reason(reason)
        with self._database.writing() as session:
            found = self._locked(session, submission_id)
            # Record the event first: the database checks for it.
            self._note(session, actor, submission_id, PUT_ASIDE, _on_behalf(actor), reason)
            found.state = StagingState.ASIDE.value

    @once
    def take_back(self, actor: Actor, submission_id: int) -> None:
        """Returns a discarded submission to quarantine with its original reason.

        Raises `NotFoundError` for a submission that is not discarded (any more).
        """
        may_mend(actor)
        with self._database.writing() as session:
            found = self._locked(session, submission_id, StagingState.ASIDE)
            self._note(session, actor, submission_id, TAKEN_BACK, _on_behalf(actor))
            found.state = StagingState.QUARANTINED.value

    def _take_part(self, actor: Actor) -> IntakeResult | None:
        """Processes the next batch; returns None when nothing is waiting. That it is read is noted first."""
        with self._database.touching() as session:
            noted = [one.id for one in _next(session)]
            note_submissions(session, actor, noted, self._database.now(session))
        if not self._database.is_sqlite:
            with self._database.reading() as session:
                petitions = _petitions_in(session, noted, self._database.now(session))
            ask_about(self._database, asked_words(petitions))
        return self._take_noted(actor, noted)

    @once
    def _take_noted(self, actor: Actor, noted: Sequence[int]) -> IntakeResult | None:
        with self._database.writing() as session:
            came = originals_of(session, noted)
            found = [one for one in _next(session) if one.id in came]
            if not found:
                # Another worker may have taken these while this one waited for the lock.
                return IntakeResult() if self._count(session, StagingState.WAITING) else None
            part = self._batch(session, actor, found)
            petitions: list[tuple[IntakeSubmission, HandedIn, NewPetition]] = []
            for one in found:
                handed_in = understood(part, one, came[one.id])
                if handed_in is None:
                    continue
                if handed_in.instrument:
                    take_comment(part, one, handed_in)
                    continue
                petition = petition_of(handed_in, part.units, part.now)
                if isinstance(petition, RowFault):
                    quarantine(part, one, petition)
                elif (fault := refused(one, petition)) is not None:
                    quarantine(part, one, fault)
                else:
                    petitions.append((one, handed_in, petition))
            take_petitions(part, take_answers(part, petitions))
            note_quarantined(part)
            return part.taken

    @staticmethod
    def _count(session: Session, state: StagingState) -> int:
        counted = select(func.count()).where(IntakeSubmission.state == state.value)
        return session.scalar(counted) or 0

    @staticmethod
    def _locked(
        session: Session, submission_id: int, state: StagingState = StagingState.QUARANTINED
    ) -> IntakeSubmission:
        found = session.scalar(
            select(IntakeSubmission)
            .where(IntakeSubmission.id == submission_id, IntakeSubmission.state == state.value)
            .with_for_update()
        )
        if found is None:
            raise NotFoundError(item="submission", key=submission_id)
        return found

    def _note(
        self,
        session: Session,
        actor: Actor,
        submission_id: int,
        action: str,
        after: dict[str, Any],
        words: str = "",
    ) -> None:
        record_event(
            session,
            item_type="intake",
            item_id=submission_id,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            after=after,
            text=words,
        )


def may_mend(actor: Actor) -> None:
    """Requires an administrator or a role for the whole office, since a submission has no unit.

    Raises `NotPermittedError`.
    """
    if not actor.has(Role.ADMINISTRATOR):
        actor.must_be_for_all(*TAKERS, act="take_in")


def _on_behalf(actor: Actor) -> dict[str, Any]:
    """Returns the delegations to record, for people who act only as a deputy."""
    return told_behalf(
        actor.on_behalf_of(
            lambda who: (
                who.has(Role.ADMINISTRATOR)
                or any(held.role in TAKERS and held.unit_id is None for held in who.held)
            )
        )
    )


def _units(session: Session) -> dict[str, int]:
    rows = session.execute(select(Unit.id, Unit.code, Unit.name).where(Unit.active))
    return units_by_name([(row.id, row.code, row.name) for row in rows])


def _petitions_in(session: Session, submission_ids: Sequence[int], now: datetime) -> list[NewPetition]:
    """Returns the petitions in submissions whose reading was noted; without their attachments."""
    came = originals_of(session, submission_ids)
    one = IntakeSubmission
    columns = (one.id, one.channel, one.external_id, one.received_at, one.arrived_at, one.file_id)
    rows = [
        IntakeSubmission(**row._asdict(), attachments=[])
        for row in session.execute(select(*columns).where(one.id.in_(list(came))))
    ]
    units, files = _units(session), files_of(session, rows)
    taken = (taken_apart(row, came[row.id], now, files.get(row.file_id or 0)) for row in rows)
    read = [petition_of(one, units, now) for one in taken if isinstance(one, HandedIn) and not one.instrument]
    return [petition for petition in read if isinstance(petition, NewPetition)]


def _next(session: Session) -> Sequence[IntakeSubmission]:
    """Returns the oldest waiting submissions, locked, as many as fit into memory with their attachments."""
    sizes = session.execute(
        select(IntakeSubmission.id, func.length(cast(IntakeSubmission.attachments, Text)))
        .where(IntakeSubmission.state == StagingState.WAITING.value)
        .order_by(IntakeSubmission.id)
        .limit(PART)
        .with_for_update()
    ).all()
    ids: list[int] = []
    room = PART_BYTES
    for number, size in sizes:
        room -= size or 0
        if ids and room < 0:
            break
        ids.append(number)
    statement = select(IntakeSubmission).where(IntakeSubmission.id.in_(ids)).order_by(IntakeSubmission.id)
    return session.scalars(statement).all() if ids else ()
