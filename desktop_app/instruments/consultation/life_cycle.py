"""The life cycle of a draft before the public: the window, its end, the gate, promulgation or submission.

Law (strategy document S1 to S3): no setting weakens it. The rules stand in `instruments.statute`; here each step is
an act (`instruments.acts.drafts`), and its refusals are put into errors.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy.orm import Session

from desktop_app.database.clock_mark import keeps_time
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import (
    AppError,
    ConflictError,
    InvalidValueError,
    NotFoundError,
    NotPermittedError,
)
from desktop_app.instruments.acts.drafts import DRAFT_ACTS
from desktop_app.instruments.consultation.gate import Publishing
from desktop_app.instruments.consultation.legal_day import day_of_act, floor_of, lawful_day
from desktop_app.instruments.consultation.letter_numbers import next_letter
from desktop_app.instruments.consultation.windows import ConsultationWindow, count_window
from desktop_app.instruments.drafting.performing import do_step
from desktop_app.instruments.drafting.revisions import revision_text
from desktop_app.instruments.drafting.service import InstrumentDetail, detail_of, existing_instrument
from desktop_app.instruments.steps import InstrumentAction
from desktop_app.instruments.vocabulary import InstrumentStatus, Track
from desktop_app.office.settings import calendar_of
from desktop_app.persian.dates import short_date
from desktop_app.staff.roles import Actor, Role

_A: Final = InstrumentAction
#: The name of each step in refusals, and the role that may take it.
_DENIED: Final[Mapping[InstrumentAction, tuple[str, Role]]] = {
    _A.ASK_TO_OPEN: ("ask_to_open", Role.REVIEWER),
    _A.DECLINE: ("decline_opening", Role.MANAGER),
    _A.OPEN: ("open_window", Role.MANAGER),
    _A.EXTEND: ("extend_window", Role.MANAGER),
    _A.START_REVISING: ("start_revising", Role.REVIEWER),
    _A.OPEN_AGAIN: ("extend_window", Role.MANAGER),
    _A.LEAVE_CLOSED: ("extend_window", Role.MANAGER),
    _A.MAKE_READY: ("make_ready", Role.REVIEWER),
    _A.FINISH: ("finish_instrument", Role.MANAGER),
    _A.REVISE_AGAIN: ("revise_again", Role.MANAGER),
    _A.WITHDRAW: ("withdraw_instrument", Role.MANAGER),
    _A.TAKE_UP_AGAIN: ("withdraw_instrument", Role.MANAGER),
}
_S: Final = InstrumentStatus
for _step in (_A.ASK_TO_OPEN, _A.DECLINE, _A.OPEN, _A.EXTEND, _A.OPEN_AGAIN, _A.LEAVE_CLOSED):
    keeps_time("instrument", DRAFT_ACTS[_step].action)
# A move to legal review or back to drafting is no step of the law.
_AFTER_WINDOW: Final = (_S.REVISING, _S.READY, _S.PROMULGATED, _S.SUBMITTED, _S.WITHDRAWN)
keeps_time("instrument", DRAFT_ACTS[_A.FINISH].action, *_AFTER_WINDOW)


class Life:
    """The use cases of an instrument's life cycle. Each returns the instrument's new state."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def window(self, instrument_id: int, opened_on: date | None = None) -> ConsultationWindow:
        """Returns the earliest window allowed by law and calendar for an opening on a day (None: today)."""
        with self._database.reading() as session:
            instrument = existing_instrument(session, instrument_id)
            day = opened_on or lawful_day(self._database, session)
            return count_window(day, floor_of(session, Track(instrument.track)), calendar_of(session))

    @once
    def ask_to_open(
        self,
        actor: Actor,
        instrument_id: int,
        version: int,
        *,
        revision: int,
        place: Publishing,
        until: date | None = None,
        notice: str = "",
    ) -> InstrumentDetail:
        """Requests the publication of a revision from a manager; the requesting reviewer wrote neither it nor
        the document (law).

        `until` is the requested last day, None for the earliest lawful one. Raises `RuleError`.
        """
        with self._database.writing() as session:
            shown = revision_text(session, instrument_id, revision)
            given = {"revision_id": shown.id, "publishing": place.value, "until": until}
            return self._do(
                session, actor, _A.ASK_TO_OPEN, instrument_id, version, given=given, text=notice.strip()
            )

    @once
    def decline(self, actor: Actor, instrument_id: int, version: int, reason: str) -> InstrumentDetail:
        """Declines a requested opening by a manager, or withdraws the request; the text stays in review."""
        with self._database.writing() as session:
            return self._do(session, actor, _A.DECLINE, instrument_id, version, text=reason)

    @once
    def open(self, actor: Actor, instrument_id: int, version: int) -> InstrumentDetail:
        """Opens the window today, as requested: by a manager who did not request it (law)."""
        with self._database.writing() as session:
            return self._do(session, actor, _A.OPEN, instrument_id, version)

    @once
    def extend(
        self, actor: Actor, instrument_id: int, version: int, until: date, reason: str
    ) -> InstrumentDetail:
        """Moves the end of an open window to a later day; it is never shortened (law)."""
        with self._database.writing() as session:
            given = {"until": until}
            return self._do(session, actor, _A.EXTEND, instrument_id, version, given=given, text=reason)

    @once
    def start_revising(self, actor: Actor, instrument_id: int, version: int) -> InstrumentDetail:
        """Starts the amended text, by a reviewer, after the window has closed."""
        with self._database.writing() as session:
            return self._do(session, actor, _A.START_REVISING, instrument_id, version)

    @once
    def open_again(self, actor: Actor, instrument_id: int, version: int) -> InstrumentDetail:
        """Opens the window again after amending has begun, because its last day was declared closed later."""
        with self._database.writing() as session:
            return self._do(session, actor, _A.OPEN_AGAIN, instrument_id, version)

    @once
    def leave_closed(self, actor: Actor, instrument_id: int, version: int, reason: str) -> InstrumentDetail:
        """Records why such a window stays closed; the summing-up publishes the reason."""
        with self._database.writing() as session:
            return self._do(session, actor, _A.LEAVE_CLOSED, instrument_id, version, text=reason)

    @once
    def make_ready(
        self, actor: Actor, instrument_id: int, version: int, *, no_change_reason: str = ""
    ) -> InstrumentDetail:
        """Declares the instrument ready, by a reviewer who wrote none of it.

        Every comment is decided, every objection closed, there is a newer revision or a reason for none, and the
        summing-up is frozen (law).
        """
        with self._database.writing() as session:
            given = {"no_change_reason": no_change_reason}
            return self._do(session, actor, _A.MAKE_READY, instrument_id, version, given=given)

    @once
    def finish(
        self, actor: Actor, instrument_id: int, version: int, *, letter_number: str | None, letter_date: date
    ) -> InstrumentDetail:
        """Promulgates (track A) or submits (track B), by a manager and a letter with number and date.

        Without a number (None) the letter gets the office's next number of the year of its date.
        """
        number = None if letter_number is None else " ".join(letter_number.split())
        if number == "":
            raise InvalidValueError(field="letter_number", reason="empty", value="")
        with self._database.writing() as session:
            if number is None:
                # A refusal of the act gives the number back.
                number = next_letter(session, letter_date, but=instrument_id).written
            given = {"letter_number": number, "letter_date": letter_date}
            refusals: dict[str, AppError] = {
                "letter_in_future": InvalidValueError(
                    field="letter_date", reason="in_future", value=short_date(letter_date)
                ),
                "out_of_range": InvalidValueError(field="letter_number", reason="too_long", value=""),
                "letter_is_out": ConflictError(item="letter", name=number),
            }
            return self._do(session, actor, _A.FINISH, instrument_id, version, given=given, refusals=refusals)

    @once
    def revise_again(self, actor: Actor, instrument_id: int, version: int, reason: str) -> InstrumentDetail:
        """Returns a ready instrument to its amending, by a manager; it then needs a new summing-up (law)."""
        with self._database.writing() as session:
            return self._do(session, actor, _A.REVISE_AGAIN, instrument_id, version, text=reason)

    @once
    def withdraw(self, actor: Actor, instrument_id: int, version: int, reason: str) -> InstrumentDetail:
        """Withdraws the instrument before its end, by a manager."""
        with self._database.writing() as session:
            return self._do(session, actor, _A.WITHDRAW, instrument_id, version, text=reason)

    @once
    def take_up_again(self, actor: Actor, instrument_id: int, version: int, reason: str) -> InstrumentDetail:
        """Resumes a withdrawn instrument, by a manager; reopening it starts a full new window (law)."""
        with self._database.writing() as session:
            return self._do(session, actor, _A.TAKE_UP_AGAIN, instrument_id, version, text=reason)

    def _do(
        self,
        session: Session,
        actor: Actor,
        step: InstrumentAction,
        instrument_id: int,
        version: int,
        *,
        text: str = "",
        given: Mapping[str, Any] | None = None,
        refusals: Mapping[str, AppError] | None = None,
    ) -> InstrumentDetail:
        today = day_of_act(self._database, session)
        name, role = _DENIED[step]
        known: dict[str, AppError] = {
            "not_your_role": NotPermittedError(act=name, who_may=role.value),
            "text_missing": InvalidValueError(field="reason", reason="empty", value=""),
            "out_of_range": InvalidValueError(field="until", reason="out_of_range", value=""),
            "not_there_any_more": NotFoundError(item="revision", key=instrument_id),
        }
        instrument = do_step(
            session,
            self._database,
            actor,
            DRAFT_ACTS[step],
            instrument_id,
            version=version,
            text=" ".join(text.split()) if step is not _A.ASK_TO_OPEN else text,
            given=given,
            refusals=known | dict(refusals or {}),
        )
        return detail_of(session, actor, instrument, today)
