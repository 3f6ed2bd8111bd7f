"""The life cycle of a draft before the public: the window, its end, the gate, promulgation or submission.

Law (strategy document S1 to S3): no setting weakens it, and the database enforces it independently
(`database.statute_guard`). The checks here give every refusal its own sentence before the database has to
refuse.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.instruments.consultation.gate import Publishing, gate_of, standing
from desktop_app.instruments.consultation.legal_day import day_of_act, floor_of, lawful_day
from desktop_app.instruments.consultation.letter_numbers import letter_is_out, next_letter
from desktop_app.instruments.consultation.separation_of_duties import (
    must_not_have_written,
    writers_before_the_public,
    writers_of_the_outcome,
)
from desktop_app.instruments.consultation.windows import (
    LONGEST_WINDOW,
    ConsultationWindow,
    count_window,
    next_open_day,
)
from desktop_app.instruments.drafting.service import InstrumentDetail, detail_of, existing_instrument
from desktop_app.instruments.model import Instrument, Revision
from desktop_app.instruments.vocabulary import InstrumentStatus, Track
from desktop_app.office.settings import calendar_of
from desktop_app.persian.dates import short_date
from desktop_app.staff.roles import Actor, Role, told_behalf

LONGEST_LETTER_NUMBER: Final = 40


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
        actor.must_be(Role.REVIEWER, act="ask_to_open")
        with self._database.writing() as session:
            instrument = _current(session, instrument_id, version)
            _require_status(instrument, InstrumentStatus.LEGAL_REVIEW)
            today = day_of_act(self._database, session)
            shown = session.scalar(
                select(Revision).where(Revision.instrument_id == instrument_id, Revision.number == revision)
            )
            if shown is None:
                raise NotFoundError(item="revision", key=revision)
            must_not_have_written(session, actor, writers_before_the_public(session, instrument, shown.id))
            earliest = count_window(today, floor_of(session, Track(instrument.track)), calendar_of(session))
            if until is not None:
                _valid_end(until, earliest, today)
            instrument.exposed_revision_id, instrument.place = shown.id, place.value
            instrument.asked_until, instrument.notice = until, notice.strip()
            instrument.asked_by_id, instrument.approved_by_id = actor.person_id, None
            after = {
                "revision": revision,
                "publishing": place.value,
                "until": until.isoformat() if until else None,
            }
            return self._done(
                session,
                actor,
                instrument,
                "opening_asked",
                {},
                after,
                text=notice.strip(),
                role=Role.REVIEWER,
            )

    @once
    def decline(self, actor: Actor, instrument_id: int, version: int, reason: str) -> InstrumentDetail:
        """Declines a requested opening by a manager, or withdraws the request; the text stays in review."""
        with self._database.writing() as session:
            instrument = _current(session, instrument_id, version)
            _must_have_been_asked(instrument)
            if actor.person_id != instrument.asked_by_id:
                _must_manage(actor, instrument, "decline_opening")
            note = _required(reason, "reason")
            _clear_request(instrument)
            return self._done(session, actor, instrument, "opening_declined", {}, {}, text=note)

    @once
    def open(self, actor: Actor, instrument_id: int, version: int) -> InstrumentDetail:
        """Opens the window today, as requested: by a manager who did not request it (law)."""
        with self._database.writing() as session:
            instrument = _current(session, instrument_id, version)
            _must_have_been_asked(instrument)
            _must_manage(actor, instrument, "open_window")
            if actor.person_id == instrument.asked_by_id:
                raise RuleError(rule="second_person_needed")
            today = day_of_act(self._database, session)
            calendar = calendar_of(session)
            window = count_window(today, floor_of(session, Track(instrument.track)), calendar)
            wanted = max(window.closes_on, instrument.asked_until or window.closes_on)
            closes_on, _ = next_open_day(wanted, calendar)
            instrument.approved_by_id = actor.person_id
            instrument.opened_on, instrument.closes_on = today, closes_on
            instrument.status = InstrumentStatus.OPEN.value
            after = {
                "status": instrument.status,
                "opened_on": today.isoformat(),
                "closes_on": closes_on.isoformat(),
                "publishing": instrument.place,
            }
            before = {"status": InstrumentStatus.LEGAL_REVIEW.value}
            return self._done(session, actor, instrument, "moved", before, after)

    @once
    def extend(
        self, actor: Actor, instrument_id: int, version: int, until: date, reason: str
    ) -> InstrumentDetail:
        """Moves the end of an open window to a later day; it is never shortened (law)."""
        with self._database.writing() as session:
            instrument = _current(session, instrument_id, version)
            _must_manage(actor, instrument, "extend_window")
            _require_status(instrument, InstrumentStatus.OPEN)
            note = _required(reason, "reason")
            today = day_of_act(self._database, session)
            before = instrument.closes_on
            assert before is not None
            if today > before:
                raise RuleError(rule="window_is_over")
            if until <= before:
                raise RuleError(rule="window_only_grows")
            if (until - today).days > LONGEST_WINDOW:
                raise InvalidValueError(field="until", reason="out_of_range", value="")
            instrument.closes_on, _ = next_open_day(until, calendar_of(session))
            return self._done(
                session,
                actor,
                instrument,
                "window_extended",
                {"closes_on": before.isoformat()},
                {"closes_on": instrument.closes_on.isoformat()},
                text=note,
            )

    @once
    def start_revising(self, actor: Actor, instrument_id: int, version: int) -> InstrumentDetail:
        """Starts the amended text, by a reviewer, after the window has closed."""
        actor.must_be(Role.REVIEWER, act="start_revising")
        with self._database.writing() as session:
            instrument = _current(session, instrument_id, version)
            return self._step(session, actor, instrument, InstrumentStatus.REVISING, {})

    @once
    def make_ready(
        self, actor: Actor, instrument_id: int, version: int, *, no_change_reason: str = ""
    ) -> InstrumentDetail:
        """Declares the instrument ready, by a reviewer who wrote none of it.

        Every comment is decided, there is a newer revision or a reason for none, and the summing-up is frozen
        (law).
        """
        actor.must_be(Role.REVIEWER, act="make_ready")

        with self._database.writing() as session:
            instrument = _current(session, instrument_id, version)
            must_not_have_written(session, actor, writers_of_the_outcome(session, instrument))
            note = no_change_reason.strip()
            instrument.ready_by_id, instrument.no_change_reason = actor.person_id, note
            after = {"no_change_reason": note} if note else {}
            return self._step(session, actor, instrument, InstrumentStatus.READY, after)

    @once
    def finish(
        self, actor: Actor, instrument_id: int, version: int, *, letter_number: str | None, letter_date: date
    ) -> InstrumentDetail:
        """Promulgates (track A) or submits (track B), by a manager and a letter with number and date.

        Without a number (None) the letter gets the office's next number of the year of its date.
        """
        number = None if letter_number is None else _required(letter_number, "letter_number")
        if number is not None and len(number) > LONGEST_LETTER_NUMBER:
            raise InvalidValueError(field="letter_number", reason="too_long", value="")
        with self._database.writing() as session:
            instrument = _current(session, instrument_id, version)
            _must_manage(actor, instrument, "finish_instrument")
            _require_status(instrument, InstrumentStatus.READY)
            today = day_of_act(self._database, session)
            if letter_date > today:
                raise InvalidValueError(
                    field="letter_date", reason="in_future", value=short_date(letter_date)
                )
            assert instrument.closes_on is not None
            if letter_date <= instrument.closes_on:
                raise RuleError(rule="letter_before_the_end")
            gate_of(session, instrument, today).must_be_open()
            if number is None:
                number = next_letter(session, letter_date, but=instrument.id).written
            elif letter_is_out(session, number, but=instrument.id):
                raise ConflictError(item="letter", name=number)
            track = Track(instrument.track)
            done = InstrumentStatus.PROMULGATED if track is Track.A else InstrumentStatus.SUBMITTED
            instrument.status = done.value
            instrument.letter_number, instrument.letter_date = number, letter_date
            instrument.finished_by_id, instrument.finished_on = actor.person_id, today
            after = {"status": done.value, "letter_number": number, "letter_date": letter_date.isoformat()}
            before = {"status": InstrumentStatus.READY.value}
            return self._done(session, actor, instrument, "moved", before, after)

    @once
    def withdraw(self, actor: Actor, instrument_id: int, version: int, reason: str) -> InstrumentDetail:
        """Withdraws the instrument before its end, by a manager."""
        with self._database.writing() as session:
            instrument = _current(session, instrument_id, version)
            _must_manage(actor, instrument, "withdraw_instrument")
            status = InstrumentStatus(instrument.status)
            if status in {
                InstrumentStatus.WITHDRAWN,
                InstrumentStatus.PROMULGATED,
                InstrumentStatus.SUBMITTED,
            }:
                raise RuleError(rule="not_from_this_state")
            instrument.withdrawn_reason = _required(reason, "reason")
            instrument.status = InstrumentStatus.WITHDRAWN.value
            return self._done(
                session,
                actor,
                instrument,
                "moved",
                {"status": status.value},
                {"status": instrument.status},
                text=instrument.withdrawn_reason,
            )

    @once
    def take_up_again(self, actor: Actor, instrument_id: int, version: int, reason: str) -> InstrumentDetail:
        """Resumes a withdrawn instrument, by a manager; reopening it starts a full new window (law)."""
        with self._database.writing() as session:
            instrument = _current(session, instrument_id, version)
            _must_manage(actor, instrument, "withdraw_instrument")
            _require_status(instrument, InstrumentStatus.WITHDRAWN)
            note = _required(reason, "reason")
            before = {
                "status": instrument.status,
                "opened_on": instrument.opened_on.isoformat() if instrument.opened_on else None,
                "closes_on": instrument.closes_on.isoformat() if instrument.closes_on else None,
            }
            instrument.status = InstrumentStatus.DRAFTING.value
            instrument.opened_on = instrument.closes_on = None
            instrument.ready_by_id = instrument.approved_by_id = None
            instrument.no_change_reason = instrument.withdrawn_reason = ""
            _clear_request(instrument)
            return self._done(
                session, actor, instrument, "moved", before, {"status": instrument.status}, text=note
            )

    def _step(
        self,
        session: Session,
        actor: Actor,
        instrument: Instrument,
        to: InstrumentStatus,
        after: dict[str, Any],
    ) -> InstrumentDetail:
        # What the caller has set is written together with the step.
        with session.no_autoflush:
            today = day_of_act(self._database, session)
            before = standing(instrument, today)
            gate = gate_of(session, instrument, today)
        if gate.leads_to is not to:
            rule = "window_still_open" if before is InstrumentStatus.OPEN else "not_from_this_state"
            raise RuleError(rule=rule)
        gate.must_be_open()
        instrument.status = to.value
        after = after | {"status": to.value}
        return self._done(
            session, actor, instrument, "moved", {"status": before.value}, after, role=Role.REVIEWER
        )

    def _done(
        self,
        session: Session,
        actor: Actor,
        instrument: Instrument,
        action: str,
        before: dict[str, Any],
        after: dict[str, Any],
        *,
        text: str = "",
        role: Role = Role.MANAGER,
    ) -> InstrumentDetail:
        unit_id = instrument.unit_id if role is Role.MANAGER else None
        now: datetime = self._database.now(session)
        instrument.changed_at = now
        record_event(
            session,
            item_type="instrument",
            item_id=instrument.id,
            at=now,
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=after | told_behalf(actor.on_behalf_of(lambda who: who.has(role, unit_id))),
            text=text,
        )
        return detail_of(session, actor, instrument, day_of_act(self._database, session))


def lengthen_windows(session: Session, database: Database, actor: Actor, reason: str) -> int:
    """Moves the end of each open window that now falls on a closed day to the next open one; returns how many.

    A closure that is declared later may only lengthen a window (law); removing one changes nothing.
    """
    calendar, now, moved = calendar_of(session), database.now(session), 0
    found = select(Instrument).where(Instrument.status == InstrumentStatus.OPEN.value).order_by(Instrument.id)
    today = day_of_act(database, session)
    for instrument in session.scalars(found.where(Instrument.closes_on >= today).with_for_update()).all():
        before = instrument.closes_on
        assert before is not None
        closes_on, _ = next_open_day(before, calendar)
        if closes_on == before:
            continue
        instrument.closes_on, instrument.changed_at = closes_on, now
        moved += 1
        record_event(
            session,
            item_type="instrument",
            item_id=instrument.id,
            at=now,
            actor_id=actor.person_id,
            actor_name=actor.name,
            action="window_extended",
            before={"closes_on": before.isoformat()},
            after={"closes_on": closes_on.isoformat()},
            text=reason,
        )
    return moved


def _current(session: Session, instrument_id: int, version: int) -> Instrument:
    instrument = existing_instrument(session, instrument_id, lock=True)
    if instrument.version != version:
        raise ConflictError(item="instrument", key=instrument_id)
    return instrument


def _require_status(instrument: Instrument, status: InstrumentStatus) -> None:
    if instrument.status != status.value:
        raise RuleError(rule="not_from_this_state")


def _must_manage(actor: Actor, instrument: Instrument, act: str) -> None:
    if not actor.has(Role.MANAGER, instrument.unit_id):
        raise NotPermittedError(act=act, who_may=Role.MANAGER.value)


def _must_have_been_asked(instrument: Instrument) -> None:
    _require_status(instrument, InstrumentStatus.LEGAL_REVIEW)
    if instrument.exposed_revision_id is None:
        raise RuleError(rule="nobody_asked_to_open")


def _clear_request(instrument: Instrument) -> None:
    instrument.exposed_revision_id = instrument.asked_by_id = instrument.asked_until = None
    instrument.place = instrument.notice = ""


def _valid_end(until: date, earliest: ConsultationWindow, today: date) -> None:
    if until < earliest.closes_on:
        raise RuleError(rule="window_below_floor")
    if (until - today).days > LONGEST_WINDOW:
        raise InvalidValueError(field="until", reason="out_of_range", value="")


def _required(value: str, field: str) -> str:
    value = " ".join(value.split())
    if not value:
        raise InvalidValueError(field=field, reason="empty", value="")
    return value
