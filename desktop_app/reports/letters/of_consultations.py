"""Letters of a consultation: one invitation per expert, and the notice to other interested parties."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import (
    CancelledError,
    InvalidValueError,
    NotFoundError,
    NotPermittedError,
    RuleError,
)
from desktop_app.instruments.acts.beside import LETTER_ISSUED
from desktop_app.instruments.consultation.gate import standing
from desktop_app.instruments.consultation.invitations import InvitationRow, invited_to
from desktop_app.instruments.consultation.legal_day import day_of_act
from desktop_app.instruments.drafting.performing import do_step
from desktop_app.instruments.drafting.service import InstrumentDetail, detail_of, existing_instrument
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.office.letter_choices import LetterChoices
from desktop_app.office.letter_templates import LetterKind
from desktop_app.office.model import Letter
from desktop_app.people.experts import KEEPERS, ExpertWords
from desktop_app.persian.dates import tehran_day
from desktop_app.progress import Progress, SilentProgress
from desktop_app.reports.letters.issuing import (
    IssuedLetter,
    chosen_for,
    issued_of,
    issued_with,
    letter_page,
    numbered_letter,
    sheet_for,
    stored_page,
    valid_addressee,
)
from desktop_app.reports.letters.sheet import LetterSheet, consultation_values, invitation_values
from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class InvitationLetter:
    """The letter of an invitation: as it was sent, or a draft (`issued` is None)."""

    invitation: InvitationRow
    sheet: LetterSheet
    pdf: bytes
    issued: IssuedLetter | None


@dataclass(frozen=True, slots=True)
class ConsultationNotice:
    """A notice as it was sent, or its draft (`issued` is None)."""

    pdf: bytes
    issued: IssuedLetter | None


class ConsultationLetters:
    """Renders letters of consultations and stores those that are issued."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def usual_choices(self, kind: LetterKind) -> LetterChoices:
        """Returns what the template of a kind of letter chooses."""
        with self._database.reading() as session:
            return chosen_for(session, kind, None)

    def invitations(
        self, actor: Actor, instrument_id: int, choices: LetterChoices | None = None
    ) -> tuple[InvitationLetter, ...]:
        """Returns the letters of all invited experts, ordered by name; drafts with `choices`."""
        actor.must_be(*KEEPERS, act="invite")
        with self._database.reading() as session:
            now = self._database.now(session)
            detail = self._detail(session, actor, instrument_id)
            out = {one.part: one for one in _of_kind(session, instrument_id, LetterKind.INVITATION)}
            chosen = chosen_for(session, LetterKind.INVITATION, choices)
            made = []
            for row in invited_to(session, instrument_id):
                issued = out.get(row.id)
                number = issued.number if issued else ""
                sheet = _invitation(session, detail, row.expert.words, now, chosen, number)
                pdf = stored_page(session, issued.id) if issued else letter_page(sheet)
                made.append(InvitationLetter(row, sheet, pdf, issued))
            return tuple(made)

    def issue_invitations(
        self,
        actor: Actor,
        instrument_id: int,
        progress: Progress | None = None,
        choices: LetterChoices | None = None,
    ) -> int:
        """Issues the letters that are not issued yet, each in its own transaction, and returns their number.

        Without `choices` they have those of the template. Raises `InvalidValueError`, `CancelledError` with the
        number issued by then, `RuleError` where no consultation window is open.
        """
        progress = progress or SilentProgress()
        actor.must_be(*KEEPERS, act="invite")
        with self._database.reading() as session:
            existing_instrument(session, instrument_id)
            out = {one.part for one in _of_kind(session, instrument_id, LetterKind.INVITATION)}
            waiting = [row.id for row in invited_to(session, instrument_id) if row.id not in out]
        for done, number in enumerate(waiting):
            if progress.cancelled():
                raise CancelledError(done=done)
            self.issue_invitation(actor, instrument_id, number, choices)
            progress.report(done + 1, len(waiting))
        return len(waiting)

    @once
    def issue_invitation(
        self, actor: Actor, instrument_id: int, invitation_id: int, choices: LetterChoices | None = None
    ) -> IssuedLetter:
        """Issues the letter of an invitation, or returns the letter that was already issued."""
        actor.must_be(*KEEPERS, act="invite")
        with self._database.writing() as session:
            detail = self._open(session, actor, instrument_id)
            rows = {row.id: row for row in invited_to(session, instrument_id)}
            if invitation_id not in rows:
                raise NotFoundError(item="invitation", key=invitation_id)
            there = _of_kind(session, instrument_id, LetterKind.INVITATION)
            found = next((one for one in there if one.part == invitation_id), None)
            if found is not None:
                return found
            words, now = rows[invitation_id].expert.words, self._database.now(session)
            chosen = chosen_for(session, LetterKind.INVITATION, choices)
            return _issue(
                session,
                self._database,
                actor,
                instrument_id,
                (LetterKind.INVITATION, invitation_id, _address_of(words), chosen),
                now,
                lambda number: letter_page(_invitation(session, detail, words, now, chosen, number)),
            )

    def notice(
        self, actor: Actor, instrument_id: int, addressee: str, choices: LetterChoices | None = None
    ) -> ConsultationNotice:
        """Returns the draft of a notice. Raises `InvalidValueError`."""
        actor.must_be(*KEEPERS, act="invite")
        with self._database.reading() as session:
            detail = self._detail(session, actor, instrument_id)
            now, lines = self._database.now(session), valid_addressee(addressee)
            chosen = chosen_for(session, LetterKind.NOTICE, choices)
            return ConsultationNotice(letter_page(_notice(session, detail, lines, now, chosen, "")), None)

    @once
    def issue_notice(
        self, actor: Actor, instrument_id: int, addressee: str, choices: LetterChoices | None = None
    ) -> ConsultationNotice:
        """Issues a notice. Raises `InvalidValueError` without an addressee, `RuleError` without an open window."""
        actor.must_be(*KEEPERS, act="invite")
        with self._database.writing() as session:
            lines = valid_addressee(addressee)
            if not lines:
                raise InvalidValueError(field="addressee", reason="empty", value="")
            detail = self._open(session, actor, instrument_id)
            now = self._database.now(session)
            chosen = chosen_for(session, LetterKind.NOTICE, choices)
            issued = _issue(
                session,
                self._database,
                actor,
                instrument_id,
                (LetterKind.NOTICE, 0, lines, chosen),
                now,
                lambda number: letter_page(_notice(session, detail, lines, now, chosen, number)),
            )
            return ConsultationNotice(stored_page(session, issued.id), issued)

    def notices(self, instrument_id: int) -> tuple[IssuedLetter, ...]:
        """Returns the issued notices, oldest first."""
        with self._database.reading() as session:
            return _of_kind(session, instrument_id, LetterKind.NOTICE)

    def page(self, letter_id: int) -> bytes:
        """Returns a letter of a consultation as it was sent. Raises `NotFoundError`, `AttachmentError`."""
        with self._database.reading() as session:
            letter = session.get(Letter, letter_id)
            if letter is None or letter.item_type != "instrument":
                raise NotFoundError(item="letter", key=letter_id)
            return stored_page(session, letter_id)

    def _detail(self, session: Session, actor: Actor, instrument_id: int) -> InstrumentDetail:
        instrument = existing_instrument(session, instrument_id)
        return detail_of(session, actor, instrument, tehran_day(self._database.now(session)))

    def _open(self, session: Session, actor: Actor, instrument_id: int) -> InstrumentDetail:
        """Returns the instrument, locked.

        Raises `RuleError` where it is not open to the public: the letter has to name the last day of the
        window.
        """
        instrument = existing_instrument(session, instrument_id, lock=True)
        today = day_of_act(self._database, session)
        if standing(instrument, today) is not InstrumentStatus.OPEN:
            raise RuleError(rule="letter_needs_a_window")
        return detail_of(session, actor, instrument, today)


def _of_kind(session: Session, instrument_id: int, kind: LetterKind) -> tuple[IssuedLetter, ...]:
    return tuple(one for one in issued_of(session, "instrument", instrument_id) if one.kind is kind)


def _address_of(words: ExpertWords) -> tuple[str, ...]:
    lines = (words.name, words.organisation, *words.address.splitlines())
    return tuple(line for line in lines if line.strip())


def _invitation(
    session: Session,
    detail: InstrumentDetail,
    words: ExpertWords,
    now: datetime,
    choices: LetterChoices,
    number: str,
) -> LetterSheet:
    values, address = invitation_values(detail, words), _address_of(words)
    return sheet_for(
        session, LetterKind.INVITATION, values, now, addressee=address, number=number, choices=choices
    )


def _notice(
    session: Session,
    detail: InstrumentDetail,
    lines: Sequence[str],
    now: datetime,
    choices: LetterChoices,
    number: str,
) -> LetterSheet:
    values = consultation_values(detail, lines[0] if lines else "")
    return sheet_for(session, LetterKind.NOTICE, values, now, addressee=lines, number=number, choices=choices)


def _issue(
    session: Session,
    database: Database,
    actor: Actor,
    instrument_id: int,
    letter: tuple[LetterKind, int, Sequence[str], LetterChoices],
    now: datetime,
    page_of: Callable[[str], bytes],
) -> IssuedLetter:
    """Issues a letter of a draft: its kind, part, addressee and choices."""
    given = numbered_letter(session, *letter, now, page_of)
    denied = NotPermittedError(act="invite", who_may=",".join(KEEPERS))
    refusals = {"not_your_role": denied}
    do_step(session, database, actor, LETTER_ISSUED, instrument_id, given=given, refusals=refusals)
    return issued_with(session, given)
