"""One batch of submissions: each becomes a petition, a message or a comment, or goes into quarantine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_events
from desktop_app.errors import AttachmentError, InvalidValueError
from desktop_app.instruments.comments.acts.arrival import AWAITED
from desktop_app.instruments.comments.anchoring import places_of
from desktop_app.instruments.comments.service import comments_there, take_in_new
from desktop_app.instruments.comments.service import identity_key as comment_key
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.instruments.model import Instrument, Revision
from desktop_app.intake.formats.cells import LONGEST_VALUE, RowFault
from desktop_app.intake.formats.columns import folded_name
from desktop_app.intake.imports.comment_rows import CommentRows
from desktop_app.intake.imports.fitting import Fitting
from desktop_app.intake.sources.model import IntakeFile
from desktop_app.intake.staging.model import IntakeSubmission, StagingState
from desktop_app.intake.staging.originals import (
    Submitted,
)
from desktop_app.intake.staging.quarantine import QUARANTINED
from desktop_app.intake.staging.submissions import (
    Attached,
    HandedIn,
    taken_apart,
    written,
)
from desktop_app.petitions.acts.beside import MOST_FILES
from desktop_app.petitions.desk.attachments import attach, note_left
from desktop_app.petitions.follow_ups.auto_intake import put_to, take_in, take_in_further
from desktop_app.petitions.registration.register import NewPetition, check
from desktop_app.staff.roles import Actor

#: The reason of a row that is known, and came with other words.
CHANGED_WORDS: Final = "changed_words"
_MEGABYTE: Final = 1024 * 1024


@dataclass(slots=True)
class IntakeResult:
    """The result of a run, as numbers of submissions.

    An answer whose text says more is one of the `answers`, and one of what its text became.
    """

    petitions: int = 0
    #: Those of the petitions that are notices, because their identity is incomplete.
    without_reply: int = 0
    comments: int = 0
    #: Messages added to existing petitions.
    further: int = 0
    #: Answers to the question how satisfied somebody is.
    answers: int = 0
    #: Those of the answers whose text says more.
    answers_with_more: int = 0
    already_present: int = 0
    quarantined: int = 0
    cancelled: bool = False

    @property
    def stored(self) -> int:
        """The submissions that were stored as something new, each once."""
        return self.petitions + self.comments + self.further + self.answers - self.answers_with_more

    @property
    def handled(self) -> int:
        """All submissions, each once."""
        return self.stored + self.already_present + self.quarantined


@dataclass(slots=True)
class IntakeBatch:
    """State that is shared within one transaction."""

    session: Session
    actor: Actor
    now: datetime
    units: Mapping[str, int]
    limit: int
    taken: IntakeResult = field(default_factory=IntakeResult)
    #: By id of the draft.
    fittings: dict[int, Fitting] = field(default_factory=dict)
    files: Mapping[int, IntakeFile] = field(default_factory=dict)
    #: The quarantined ones by id.
    faults: dict[int, RowFault] = field(default_factory=dict)


def understood(part: IntakeBatch, submission: IntakeSubmission, came: Submitted) -> HandedIn | None:
    """Returns the parsed submission; None where it was quarantined."""
    found = taken_apart(submission, came, part.now, part.files.get(submission.file_id or 0))
    if isinstance(found, RowFault):
        quarantine(part, submission, found)
        return None
    if len(found.files) > MOST_FILES:
        quarantine(part, submission, RowFault("", submission.id, "attachments", "too_many_attachments"))
        return None
    for file in found.files:
        if not file.content or len(file.content) > part.limit * _MEGABYTE:
            reason = "too_large_attachment" if file.content else "empty_attachment"
            quarantine(part, submission, RowFault("", submission.id, "attachments", reason, file.name[:40]))
            return None
    return found


def refused(submission: IntakeSubmission, petition: NewPetition) -> RowFault | None:
    try:
        check(petition)
    except InvalidValueError as error:
        problem = error.parameters
        return RowFault("", submission.id, str(problem["field"]), str(problem["reason"]))
    return None


def take_petitions(
    part: IntakeBatch, wanted: Sequence[tuple[IntakeSubmission, HandedIn, NewPetition]]
) -> None:
    results = take_in(part.session, part.actor, [petition for _, _, petition in wanted], part.now)
    for (submission, handed_in, _), one in zip(wanted, results, strict=True):
        if one.changed is not None:
            quarantine(part, submission, changed_fault(submission.id, one.changed.fields))
            continue
        became = ("petition", one.petition_id) if one.joined is None else ("message", one.joined.message_id)
        if not one.fresh or one.petition_id is None:
            part.taken.already_present += 1
            done(part, submission, *became, was_there=True)
            continue
        done(part, submission, *became)
        _attach_all(part, submission, one.petition_id, handed_in.files)
        if one.registered is not None:
            part.taken.petitions += 1
            part.taken.without_reply += one.registered.notice
        else:
            part.taken.further += 1


def changed_fault(submission_id: int, fields: Sequence[str]) -> RowFault:
    """Returns why a known row with other words waits for a person; its field is the first that differs."""
    return RowFault("", submission_id, fields[0], CHANGED_WORDS)


def take_further(
    part: IntakeBatch, submission: IntakeSubmission, handed_in: HandedIn, petition: NewPetition
) -> bool:
    """Adds a known row with other words to its petition, as a further text; returns whether it did."""
    [came] = take_in_further(part.session, part.actor, [petition], part.now)
    if came.joined is None or not came.joined.fresh:
        return False
    done(part, submission, "message", came.joined.message_id)
    _attach_all(part, submission, came.joined.petition_id, handed_in.files)
    part.taken.further += 1
    return True


def take_as_further(
    part: IntakeBatch, submission: IntakeSubmission, petition: NewPetition, tracking_code: str
) -> bool:
    """Adds an answer that counts no more to its petition, as a further text; returns whether it is there."""
    joined = put_to(part.session, part.actor, petition, tracking_code, part.now)
    if joined is None:
        return False
    done(part, submission, "message", joined.message_id, was_there=not joined.fresh)
    part.taken.further += joined.fresh
    part.taken.already_present += not joined.fresh
    return True


def _attach_all(
    part: IntakeBatch, submission: IntakeSubmission, petition_id: int, files: Sequence[Attached]
) -> None:
    for at, file in enumerate(files):
        try:
            attach(part.session, part.actor, petition_id, file.name, file.content, part.now)
        except AttachmentError:
            # The petition has too many attachments already: the others stay in the submission, to which its
            # history refers.
            note_left(part.session, part.actor, petition_id, len(files) - at, submission.id, part.now)
            return


def take_comment(part: IntakeBatch, submission: IntakeSubmission, handed_in: HandedIn) -> None:
    session = part.session

    def fault(reason: str) -> RowFault:
        return RowFault("", submission.id, "instrument", reason, handed_in.instrument[:LONGEST_VALUE])

    instrument = _instrument(session, handed_in.instrument)
    if instrument is None:
        quarantine(part, submission, fault("unknown"))
        return
    if instrument.status not in AWAITED:
        quarantine(part, submission, fault("takes_no_comments"))
        return
    if handed_in.files and submission.file_id is None:
        quarantine(part, submission, fault("files_with_a_comment"))
        return
    instrument_id = instrument.id
    fitting = part.fittings.get(instrument.id) or part.fittings.setdefault(
        instrument.id, Fitting(instrument.code, instrument.title, places_of(_exposed(session, instrument)))
    )
    read = CommentRows(
        "",
        handed_in.mapping,
        channel=handed_in.channel,
        now=part.now,
        fitting=fitting,
        subject=handed_in.subject,
    )
    comment = read(handed_in.row)
    if isinstance(comment, RowFault):
        quarantine(part, submission, comment)
        return
    key = comment_key(comment)
    was_there = not take_in_new(session, part.actor, instrument_id, [comment], part.now)
    part.taken.already_present += was_there
    part.taken.comments += not was_there
    there = comments_there(session, instrument_id, [key])
    done(part, submission, "comment", there.get(key), was_there=was_there)


def _instrument(session: Session, name: str) -> Instrument | None:
    """Returns the draft with this code or title in any spelling."""
    wanted = folded_name(name)
    rows = session.execute(select(Instrument.id, Instrument.code, Instrument.title)).all()
    for column in ("code", "title"):
        found = [row.id for row in rows if folded_name(getattr(row, column)) == wanted]
        if len(found) == 1:
            return existing_instrument(session, found[0])
    return None


def _exposed(session: Session, instrument: Instrument) -> str:
    """Returns the published text."""
    found = session.scalar(select(Revision.text).where(Revision.id == instrument.exposed_revision_id))
    return found or ""


def done(
    part: IntakeBatch,
    submission: IntakeSubmission,
    item_type: str,
    item_id: int | None,
    *,
    was_there: bool = False,
) -> None:
    """Marks a submission as taken in, with the item that it became."""
    submission.state, submission.reason = StagingState.DONE.value, ""
    submission.row_key, submission.was_there = None, was_there
    submission.item_type, submission.item_id = item_type, item_id
    submission.handled_at = part.now


def quarantine(part: IntakeBatch, submission: IntakeSubmission, fault: RowFault) -> None:
    submission.state, submission.reason = StagingState.QUARANTINED.value, written(fault)
    submission.handled_at = part.now
    part.taken.quarantined += 1
    part.faults[submission.id] = fault


def note_quarantined(part: IntakeBatch) -> None:
    """Records what was wrong with each quarantined submission, without the values."""
    events: dict[int, tuple[dict[str, Any], dict[str, Any], str]] = {}
    for number, fault in part.faults.items():
        faults = (fault, *fault.also)
        told = {"fields": [one.field for one in faults], "reason": [one.reason for one in faults]}
        events[number] = ({}, told, "")
    record_events(
        part.session,
        item_type="intake",
        at=part.now,
        actor_id=part.actor.person_id,
        actor_name=part.actor.name,
        action=QUARANTINED,
        events=events,
    )
