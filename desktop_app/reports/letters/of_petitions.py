"""Letters and papers of petitions: rendering drafts, issuing numbered letters, and recording prints."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import history
from desktop_app.database.engine import Database
from desktop_app.database.files import files_of
from desktop_app.database.operations import once
from desktop_app.errors import NotFoundError, NotPermittedError, RuleError
from desktop_app.office.letter_choices import NO_CHOICES, LetterChoices
from desktop_app.office.letter_templates import LetterKind
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.acts.beside import BESIDE_MOVES
from desktop_app.petitions.desk.conflicts import do_one, mark_seen
from desktop_app.petitions.desk.detail import PetitionDetail, ReferralRow, existing, load_detail
from desktop_app.petitions.model import Petition, Reply
from desktop_app.petitions.moves import works
from desktop_app.petitions.visibility import is_seen
from desktop_app.petitions.vocabulary import PRINTED
from desktop_app.reports.letters.issuing import (
    ISSUED,
    IssuedLetter,
    chosen_for,
    issued_of,
    issued_with,
    letter_page,
    merged,
    numbered_letter,
    sheet_for,
    stored_page,
    valid_addressee,
)
from desktop_app.reports.letters.sheet import (
    LetterSheet,
    petition_values,
    referral_values,
    reply_values,
    slip_values,
)
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor, Role
from desktop_app.staff.signatures import signature_of
from desktop_app.wording import translate

if TYPE_CHECKING:
    from desktop_app.reports.letters.papers import Dossier

#: Passed instead of the id of a referral: print one sheet for each.
ALL_REFERRALS: Final = -1
#: Kinds that can be printed from a petition.
OF_PETITIONS: Final = (LetterKind.REPLY, LetterKind.SLIP, LetterKind.REFERRAL, LetterKind.DOSSIER)


@dataclass(frozen=True, slots=True)
class PetitionPaper:
    """A rendered page of a petition: an issued letter (`issued`), its draft, or a paper without a number.

    `refusal` is the key of the rule that prevents issuing the letter; None where it is allowed.
    """

    kind: LetterKind
    petition_id: int
    tracking_code: str
    pdf: bytes
    issued: IssuedLetter | None
    addressee: tuple[str, ...]
    refusal: str | None
    #: What is chosen for the letter, or was when it was issued.
    choices: LetterChoices = NO_CHOICES
    #: For a referral sheet: the available referrals, and the chosen one (`ALL_REFERRALS`, an id, 0 for none).
    referrals: tuple[ReferralRow, ...] = ()
    referral: int = 0


class PetitionLetters:
    """Renders the papers of petitions; only issued letters are stored."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def paper(
        self,
        actor: Actor,
        petition_id: int,
        kind: LetterKind,
        *,
        addressee: str = "",
        choices: LetterChoices | None = None,
        referral: int | None = None,
    ) -> PetitionPaper:
        """Returns the current page; for a reply that was already issued, the stored letter.

        Without `choices` a reply has those of its template. `referral` selects one referral or all (one sheet
        each); the default is the last one. Raises `NotFoundError`, also for a petition that the actor cannot
        see, `InvalidValueError`, `RuleError` (`letter_template_is_broken`).
        """
        with self._database.reading() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            detail = _seen(session, actor, petition_id)
            lines = valid_addressee(addressee)
            if kind is LetterKind.REPLY:
                chosen = chosen_for(session, kind, choices)
                return _reply_paper(session, actor, detail, now, lines, chosen)
            if kind is LetterKind.REFERRAL:
                return _referral_paper(session, actor, detail, now, referral)
            page = _page(session, actor, detail, kind, now)
            return PetitionPaper(kind, petition_id, detail.tracking_code, page, None, (), "no_number_is_due")

    @once
    def issue_reply(
        self, actor: Actor, petition_id: int, addressee: str, choices: LetterChoices | None = None
    ) -> PetitionPaper:
        """Issues the reply as a letter with the next number, or returns the letter that was already issued.

        Without `choices` it has those of its template. Raises `InvalidValueError`, `RuleError` where no reply
        was sent, `NotPermittedError` where the actor does not work on the petition.
        """
        with self._database.writing() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            if not is_seen(session, actor, petition_id):
                raise NotFoundError(item="petition", key=petition_id)
            petition = existing(session, petition_id)
            detail = _seen(session, actor, petition_id)
            lines, chosen = valid_addressee(addressee), chosen_for(session, LetterKind.REPLY, choices)
            paper = _reply_paper(session, actor, detail, now, lines, chosen)
            if paper.issued is not None:
                return paper
            if not works(actor, petition.unit_id):
                raise NotPermittedError(act="issue_letter", who_may=f"{Role.CLERK},{Role.MANAGER}")
            if paper.refusal is not None:
                raise RuleError(rule=paper.refusal)
            reply = _last_reply(session, petition_id)
            assert reply is not None
            given = numbered_letter(
                session,
                LetterKind.REPLY,
                reply.id,
                paper.addressee,
                chosen,
                now,
                lambda number: letter_page(
                    _reply_sheet(session, detail, reply.text, now, lines, chosen, number)
                ),
            )
            item = Item(petition_id, given=given)
            version = do_one(session, BESIDE_MOVES[ISSUED], actor, item, None, now)
            mark_seen(session, actor, petition_id, version)
            return _issued_paper(session, detail, issued_with(session, given))

    def issued(self, actor: Actor, petition_id: int) -> tuple[IssuedLetter, ...]:
        """Returns the issued letters, empty where the actor does not work on the petition.

        Raises `NotFoundError`.
        """
        with self._database.reading() as session:
            actor = acting_on(session, actor, tehran_day(self._database.now(session)))
            if not is_seen(session, actor, petition_id):
                raise NotFoundError(item="petition", key=petition_id)
            if not works(actor, existing(session, petition_id).unit_id):
                return ()
            return issued_of(session, "petition", petition_id)

    @once
    def note_printed(self, actor: Actor, petition_id: int, kind: LetterKind, how: str) -> None:
        """Records in the audit log that a paper with personal data was printed or saved (`how`: `printer`, `file`).

        Raises `NotFoundError`.
        """
        with self._database.writing() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            if not is_seen(session, actor, petition_id):
                raise NotFoundError(item="petition", key=petition_id)
            item = Item(petition_id, remarks={"letter_kind": kind.value, "onto": how})
            do_one(session, BESIDE_MOVES[PRINTED], actor, item, None, now)


def _seen(session: Session, actor: Actor, petition_id: int) -> PetitionDetail:
    return load_detail(session, actor, petition_id)


def _issued_paper(session: Session, detail: PetitionDetail, issued: IssuedLetter) -> PetitionPaper:
    return PetitionPaper(
        LetterKind.REPLY,
        detail.id,
        detail.tracking_code,
        stored_page(session, issued.id),
        issued,
        issued.addressee,
        "letter_is_out",
        issued.choices,
    )


def _reply_paper(
    session: Session,
    actor: Actor,
    detail: PetitionDetail,
    now: datetime,
    addressee: tuple[str, ...],
    choices: LetterChoices,
) -> PetitionPaper:
    reply = _last_reply(session, detail.id)
    issued = None
    # An issued letter contains an address, which only people who work on the petition may see.
    if reply is not None and works(actor, detail.unit_id):
        letters = issued_of(session, "petition", detail.id)
        issued = next((one for one in letters if one.part == reply.id), None)
    if issued is not None:
        return _issued_paper(session, detail, issued)
    refusal = _refusal(session, actor, detail, reply)
    text = reply.text if reply is not None else detail.draft
    sheet = _reply_sheet(session, detail, text, now, addressee, choices, "")
    return PetitionPaper(
        LetterKind.REPLY,
        detail.id,
        detail.tracking_code,
        letter_page(sheet),
        None,
        sheet.addressee,
        refusal,
        choices,
    )


def _refusal(session: Session, actor: Actor, detail: PetitionDetail, reply: Reply | None) -> str | None:
    if not works(actor, detail.unit_id):
        return "not_your_role"
    if detail.notice:
        return "notice_gets_no_reply"
    # A petition that was reopened has no final reply yet.
    if reply is None or detail.resolved_at is None:
        return "letter_needs_a_reply"
    return "masked_petition" if session.get_one(Petition, detail.id).masked_at is not None else None


def _reply_sheet(
    session: Session,
    detail: PetitionDetail,
    reply: str,
    now: datetime,
    addressee: tuple[str, ...],
    choices: LetterChoices,
    number: str,
) -> LetterSheet:
    written = _last_reply(session, detail.id)
    author = written.author_id if written is not None else None
    values = reply_values(detail, reply, signature_of(session, author))
    lines = addressee or ((detail.petitioner_name,) if detail.petitioner_name.strip() else ())
    return sheet_for(session, LetterKind.REPLY, values, now, addressee=lines, number=number, choices=choices)


def _referral_paper(
    session: Session, actor: Actor, detail: PetitionDetail, now: datetime, referral: int | None
) -> PetitionPaper:
    from desktop_app.reports.letters.papers import referral_pdf  # noqa: PLC0415 - as in `_page`

    last = detail.referrals[-1].id if detail.referrals else 0
    wanted = last if referral is None else referral
    chosen = [one for one in detail.referrals if wanted in (ALL_REFERRALS, one.id)]
    if referral is not None and not chosen:
        raise NotFoundError(item="referral", key=referral)
    whole = _dossier(session, actor, detail)
    none: list[ReferralRow | None] = [None]
    pages = [
        referral_pdf(sheet_for(session, LetterKind.REFERRAL, referral_values(detail, one), now), whole, one)
        for one in chosen or none
    ]
    page = pages[0] if len(pages) == 1 else merged(pages)
    refusal = "no_number_is_due"
    return PetitionPaper(
        LetterKind.REFERRAL,
        detail.id,
        detail.tracking_code,
        page,
        None,
        (),
        refusal,
        referrals=detail.referrals,
        referral=wanted,
    )


def _page(session: Session, actor: Actor, detail: PetitionDetail, kind: LetterKind, now: datetime) -> bytes:
    # Import late: loading reportlab and the fonts takes most of a second.
    from desktop_app.reports.letters.papers import dossier_pdf  # noqa: PLC0415
    from desktop_app.reports.letters.slip import slip_pdf  # noqa: PLC0415

    values = slip_values(detail) if kind is LetterKind.SLIP else petition_values(detail)
    sheet = sheet_for(session, kind, values, now)
    if kind is LetterKind.SLIP:
        return slip_pdf(_with_notice(sheet) if detail.notice else sheet, detail)
    return dossier_pdf(sheet, _dossier(session, actor, detail))


def _with_notice(sheet: LetterSheet) -> LetterSheet:
    """Adds to the receipt of a notice that it gets no reply."""
    words = translate(
        "Letter",
        "Because the identity of the sender is incomplete, no reply is given. Whoever completes it, with the"
        " tracking code, gets one.",
    )
    return replace(sheet, paragraphs=(*sheet.paragraphs, words))


def _dossier(session: Session, actor: Actor, detail: PetitionDetail) -> Dossier:
    from desktop_app.reports.letters.papers import Dossier  # noqa: PLC0415 - as in `_page`

    letters = issued_of(session, "petition", detail.id) if works(actor, detail.unit_id) else ()
    return Dossier(
        detail,
        history(session, "petition", detail.id),
        files_of(session, "petition", detail.id),
        letters,
    )


def _last_reply(session: Session, petition_id: int) -> Reply | None:
    return session.scalar(
        select(Reply)
        .where(Reply.petition_id == petition_id, Reply.sent_at.is_not(None))
        .order_by(Reply.id.desc())
        .limit(1)
    )
