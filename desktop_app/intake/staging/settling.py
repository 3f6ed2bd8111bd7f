"""Answers in quarantine that a person settles: to which question a text belongs, and which mark it means.

Only questions that went to the sender's own number or address are offered. Whoever finds none takes the text in as a
petition, by correcting it, or puts it aside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import NotFoundError, RuleError
from desktop_app.intake.formats.answers import marks_in
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.staging.answers import sender_of
from desktop_app.intake.staging.model import ANSWER, IntakeSubmission, StagingState
from desktop_app.intake.staging.originals import Submitted, read_originals
from desktop_app.intake.staging.quarantine import files_of
from desktop_app.intake.staging.service import TAKERS
from desktop_app.intake.staging.submissions import petition_of, taken_apart
from desktop_app.people.asking import ask_about
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.satisfaction.answering import (
    QuestionState,
    SentQuestion,
    questions_at,
    record_answer,
)
from desktop_app.staff.roles import Actor

_SETTLEABLE: Final = (QuestionState.OPEN, QuestionState.EXPIRED)


@dataclass(frozen=True, slots=True)
class AnswerChoice:
    """The questions to which a text may be the answer, latest first, and the marks that stand in it."""

    questions: tuple[SentQuestion, ...]
    marks: tuple[int, ...]


class AnswerDesk:
    """Settles answers in quarantine, for people who take in for the whole office."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def choice(self, actor: Actor, submission_id: int) -> AnswerChoice:
        """Returns what may be chosen for a submission in quarantine; empty for one that is not there (any more)."""
        actor.must_be_for_all(*TAKERS, act="take_in")
        petition = self._read(actor, submission_id)
        if petition is None:
            return AnswerChoice((), ())
        with self._database.reading() as session:
            return self._choice(session, petition)

    def settle(self, actor: Actor, submission_id: int, petition_id: int, mark: int) -> None:
        """Records a text in quarantine as the answer about a petition.

        Raises `NotPermittedError`, `NotFoundError` for a submission that is not in quarantine (any more), `RuleError`
        if its sender was not asked about the petition, or the mark does not stand in it.
        """
        actor.must_be_for_all(*TAKERS, act="take_in")
        petition = self._read(actor, submission_id)
        if petition is None:
            raise NotFoundError(item="submission", key=submission_id)
        self._settle(actor, submission_id, petition, petition_id, mark)

    @once
    def _settle(
        self, actor: Actor, submission_id: int, petition: NewPetition, petition_id: int, mark: int
    ) -> None:
        with self._database.writing() as session:
            found = session.get(IntakeSubmission, submission_id, with_for_update=True)
            if found is None or found.state != StagingState.QUARANTINED.value:
                raise NotFoundError(item="submission", key=submission_id)
            choice = self._choice(session, petition)
            if petition_id not in {one.petition_id for one in choice.questions} or mark not in choice.marks:
                raise RuleError(rule="no_answer_of_theirs")
            now = self._database.now(session)
            refused = record_answer(session, actor, petition_id, submission_id, mark, now, settles=True)
            if refused is not None:
                raise RuleError(rule=refused)
            found.state, found.reason = StagingState.DONE.value, ""
            found.row_key, found.handled_at = None, now
            found.item_type, found.item_id = ANSWER, petition_id

    def _choice(self, session: Session, petition: NewPetition) -> AnswerChoice:
        sender = sender_of(petition).lower()
        questions = questions_at(session, [sender], self._database.now(session)).get(sender, ())
        wanted = tuple(one for one in reversed(questions) if one.state in _SETTLEABLE)
        return AnswerChoice(wanted, marks_in(f"{petition.subject}\n{petition.text}"))

    def _read(self, actor: Actor, submission_id: int) -> NewPetition | None:
        """Returns a submission in quarantine as it came; its reading is noted, and its number asked about."""
        came = read_originals(self._database, actor, [submission_id]).get(submission_id)
        if came is None:
            return None
        with self._database.reading() as session:
            petition = _as_it_came(session, submission_id, came, self._database)
        if petition is not None:
            ask_about(self._database, [sender_of(petition)])
        return petition


def _as_it_came(
    session: Session, submission_id: int, came: Submitted, database: Database
) -> NewPetition | None:
    found = session.get(IntakeSubmission, submission_id)
    if found is None or found.state != StagingState.QUARANTINED.value:
        return None
    now, files = database.now(session), files_of(session, [found])
    handed_in = taken_apart(found, Submitted(came.payload), now, files.get(found.file_id or 0))
    if isinstance(handed_in, RowFault) or handed_in.instrument:
        return None
    petition = petition_of(handed_in, {}, now)
    return petition if isinstance(petition, NewPetition) else None
