"""Previews a letter template with fictitious data, for the person who edits it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from desktop_app.database.audit import Event
from desktop_app.office.letter_templates import LetterKind, LetterTemplateRow, LetterWords, valid_words
from desktop_app.office.settings import OfficeSettings
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.petitions.desk.detail import PetitionDetail, ReferralRow, SentReply
from desktop_app.petitions.vocabulary import Kind, Purpose, Status
from desktop_app.reports.letters.page import letter_pdf
from desktop_app.reports.letters.papers import Dossier, dossier_pdf, referral_pdf
from desktop_app.reports.letters.sheet import (
    petition_values,
    referral_values,
    reply_values,
    sheet_of,
    slip_values,
)
from desktop_app.reports.letters.slip import slip_pdf
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label

#: Belongs to no petition: the check digits are wrong.
_CODE: Final = "123456789012"


def specimen_pdf(
    kind: LetterKind,
    words: LetterWords,
    settings: OfficeSettings,
    made_at: datetime,
    logo: bytes | None = None,
) -> bytes:
    """Returns the letter rendered from `words`.

    Raises `InvalidValueError` where they are no valid template.
    """
    template = LetterTemplateRow(kind, 0, False, valid_words(kind, words))
    made = _Made(made_at)
    if kind in {LetterKind.INVITATION, LetterKind.NOTICE}:
        lines = (
            made.name,
            translate("Specimen", "Sample association"),
            translate("Specimen", "Tehran, Sample Street"),
        )
        return letter_pdf(sheet_of(template, made.draft(), settings, made_at, addressee=lines, logo=logo))
    detail = made.petition()
    if kind is LetterKind.REPLY:
        values = reply_values(detail, made.reply, detail.assignee_name)
        address = (made.name, translate("Specimen", "Tehran, Sample Street"))
        return letter_pdf(sheet_of(template, values, settings, made_at, addressee=address, logo=logo))
    if kind is LetterKind.SLIP:
        return slip_pdf(sheet_of(template, slip_values(detail), settings, made_at, logo=logo), detail)
    whole = Dossier(detail, made.history(), ())
    if kind is LetterKind.REFERRAL:
        referral = detail.referrals[0]
        sheet = sheet_of(template, referral_values(detail, referral), settings, made_at, logo=logo)
        return referral_pdf(sheet, whole, referral)
    return dossier_pdf(sheet_of(template, petition_values(detail), settings, made_at, logo=logo), whole)


@dataclass(frozen=True, slots=True)
class _Made:
    """Fictitious facts relative to a moment; every person is called «نمونه»."""

    at: datetime

    @property
    def name(self) -> str:
        return translate("Specimen", "Ms Sample Samplenejad")

    @property
    def reply(self) -> str:
        return translate(
            "Specimen",
            "This is the text of the reply, as the clerk wrote it.\nIt may have several paragraphs.",
        )

    def draft(self) -> dict[str, str]:
        """Values of a consultation letter."""
        day = tehran_day(self.at)
        return {
            "name": self.name,
            "organisation": translate("Specimen", "Sample association"),
            "fields": translate("Specimen", "sample field"),
            "title": translate("Specimen", "Sample draft directive"),
            "kind": label("instrument_kind", "directive"),
            "code": isolated(digits("1405-000")),
            "opens": long_date(day),
            "closes": long_date(day + timedelta(days=15)),
            "place": label("publishing", "portal"),
        }

    def petition(self) -> PetitionDetail:
        day = tehran_day(self.at)
        unit = translate("Specimen", "Sample unit")
        clerk = translate("Specimen", "Mr Sample")
        return PetitionDetail(
            id=0, version=1, tracking_code=_CODE, registry_year=1405, registry_number=0, registry="1405/000",
            external_id=None, kind=Kind.REQUEST, channel="phone", status=Status.RESOLVED, urgency="normal",
            subject=translate("Specimen", "Sample subject"),
            text=translate("Specimen", "These are the words of the sender, as they came."),
            about="", about_id=None, letter_number=None, petitioner_id=None, petitioner_name=self.name,
            petitioner_group="citizen",
            national_id="0000000000", mobile="09120000000", email="", masked=False, may_reveal=False, unit_id=0,
            unit_name=unit, assignee_id=0, assignee_name=clerk, received_at=self.at - timedelta(days=6),
            registered_at=self.at - timedelta(days=6), due_on=day + timedelta(days=9), paused_on=None,
            resolved_at=self.at, outcome="answered", satisfaction=None, duplicate_of=None, notice=False,
            completes=False, completed_at=None, further=0, messages=(),
            draft="",
            replies=(SentReply(self.reply, clerk, self.at),), referrals=(self._referral(unit, clerk),), history=(),
            allowed=frozenset(), labels=(), resolve_refusal=None, refusals={}, sends_beside=False, to_undo=None,
            on_behalf_of={},
        )  # fmt: skip

    def _referral(self, unit: str, clerk: str) -> ReferralRow:
        sent = self.at - timedelta(days=5)
        return ReferralRow(
            id=0, from_unit=translate("Specimen", "Sample secretariat"), to_unit=unit, to_person="",
            purpose=Purpose.ACTION, order_note=translate("Specimen", "Please look into it and answer."),
            sent_by=clerk, sent_at=sent, seen_at=sent + timedelta(hours=2), acted_at=self.at, side=False,
            due_on=tehran_day(self.at) + timedelta(days=4), result=None, rule="", answer="", answerable=False,
            recallable=False,
        )  # fmt: skip

    def history(self) -> tuple[Event, ...]:
        clerk = translate("Specimen", "Mr Sample")
        times = (self.at - timedelta(days=6), self.at - timedelta(days=5), self.at)
        actions = ("registered", "refer", "resolve")
        return tuple(
            Event(place, at, 0, clerk, action, {}, {}, "")
            for place, (at, action) in enumerate(zip(times, actions, strict=True), start=1)
        )
