"""Puts answers of petitioners to the questions how satisfied they are (`petitions.satisfaction`).

An answer belongs to the one open question of its number or address. What is not clear waits in quarantine, where a
person settles it. An answer about a petition that was reopened since is a further text of it: its end was taken back,
so the mark counts no more, but whoever works on it reads it. Whatever else a text says goes the usual way as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.intake.formats.answers import AnswerReading, read_answer
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.staging.batch import IntakeBatch, done, quarantine, take_as_further
from desktop_app.intake.staging.model import ANSWER, IntakeSubmission
from desktop_app.intake.staging.submissions import HandedIn
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.satisfaction.answering import (
    QuestionState,
    SentQuestion,
    questions_at,
    record_answer,
)
from desktop_app.petitions.satisfaction.settings import question_settings_of
from desktop_app.petitions.vocabulary import WRITTEN, Channel

#: Why an answer waits in quarantine: keys of `wording.row_faults`.
TWO_QUESTIONS: Final = "two_questions_open"
NO_QUESTION: Final = "no_question_open"
LATE: Final = "answer_is_late"
ANSWERED_ALREADY: Final = "answered_already"
_UNCLEAR: Final = ("several_digits", "no_such_mark", "words_against_mark")
REASONS: Final = frozenset(
    {TWO_QUESTIONS, NO_QUESTION, LATE, ANSWERED_ALREADY, "marked_otherwise", *_UNCLEAR}
)
#: The same for answers that the database refuses: another session was first.
_REFUSED: Final = {
    "answered_already": ANSWERED_ALREADY,
    "question_expired": LATE,
    "satisfaction_is_known": "marked_otherwise",
}
_Wanted = tuple[IntakeSubmission, HandedIn, NewPetition]


def sender_of(petition: NewPetition) -> str:
    """Returns the number or address that an answer comes from."""
    contact = petition.contact
    return (contact.email if petition.channel is Channel.EMAIL else contact.mobile) or ""


def take_answers(part: IntakeBatch, wanted: Sequence[_Wanted]) -> list[_Wanted]:
    """Records the answers among petitions; returns what has to be taken in as a petition or further text.

    What a person corrected is no answer: they have read it.
    """
    readings = {
        submission.id: reading
        for submission, handed_in, petition in wanted
        if petition.channel in WRITTEN and sender_of(petition) and submission.mended is None
        if (reading := _read(handed_in, petition)) is not None
    }
    if not readings:
        return list(wanted)
    asks = question_settings_of(part.session).ask_after_days > 0
    senders = {sender_of(petition) for submission, _, petition in wanted if submission.id in readings}
    known = questions_at(part.session, senders, part.now)
    rest: list[_Wanted] = []
    for one in wanted:
        reading = readings.get(one[0].id)
        if reading is None or not _take(part, one, reading, known, asks=asks):
            rest.append(one)
    return rest


def _read(handed_in: HandedIn, petition: NewPetition) -> AnswerReading | None:
    reading = read_answer(petition.text, petition.subject)
    if reading is None or not handed_in.files:
        return reading
    # Files are kept with a petition.
    return None if reading.mark is None else AnswerReading(reading.mark, more=True)


def _take(
    part: IntakeBatch,
    one: _Wanted,
    reading: AnswerReading,
    known: dict[str, tuple[SentQuestion, ...]],
    *,
    asks: bool,
) -> bool:
    """Takes an answer in; returns False where the text goes the usual way, too or instead."""
    submission, _, petition = one
    questions = known.get(sender_of(petition).lower(), ())
    waiting = [question for question in questions if question.state is QuestionState.OPEN]
    if reading.mark is not None and len(waiting) == 1:
        refused = record_answer(
            part.session, part.actor, waiting[0].petition_id, submission.id, reading.mark, part.now
        )
        if refused is None:
            part.taken.answers += 1
            part.taken.answers_with_more += reading.more
            _note_answered(known, waiting[0].petition_id, reading.mark, submission.id)
            if not reading.more:
                done(part, submission, ANSWER, waiting[0].petition_id)
            return not reading.more
        return _aside(part, submission, reading, _REFUSED.get(refused, NO_QUESTION))
    if waiting:
        return _aside(part, submission, reading, reading.reason or TWO_QUESTIONS)
    if not questions:
        return asks and reading.mark is not None and _aside(part, submission, reading, NO_QUESTION)
    if any(_same(part.session, question, submission, reading) for question in questions):
        part.taken.already_present += 1
        done(part, submission, ANSWER, questions[-1].petition_id, was_there=True)
        return True
    last = questions[-1]
    if last.state is QuestionState.OVERTAKEN:
        return not reading.more and take_as_further(part, submission, petition, last.tracking_code)
    late = LATE if last.state is QuestionState.EXPIRED else ANSWERED_ALREADY
    return _aside(part, submission, reading, reading.reason or late)


def _note_answered(
    known: dict[str, tuple[SentQuestion, ...]], petition_id: int, mark: int, submission_id: int
) -> None:
    """Marks a question as answered, for the next answer of the same batch."""
    for sender, questions in known.items():
        known[sender] = tuple(
            replace(one, state=QuestionState.ANSWERED, mark=mark, submission_id=submission_id)
            if one.petition_id == petition_id
            else one
            for one in questions
        )


def _aside(part: IntakeBatch, submission: IntakeSubmission, reading: AnswerReading, reason: str) -> bool:
    """Puts an answer into quarantine; a text that says more goes the usual way."""
    if reading.more:
        return False
    quarantine(part, submission, RowFault("", submission.id, "satisfaction", reason))
    return True


def _same(
    session: Session, question: SentQuestion, submission: IntakeSubmission, reading: AnswerReading
) -> bool:
    """Whether a submission is the answer of a question, delivered once more."""
    if question.submission_id is None or question.mark != reading.mark or submission.received_at is None:
        return False
    there = select(IntakeSubmission.received_at, IntakeSubmission.external_id).where(
        IntakeSubmission.id == question.submission_id
    )
    row = session.execute(there).one_or_none()
    return row is not None and tuple(row) == (submission.received_at, submission.external_id)
