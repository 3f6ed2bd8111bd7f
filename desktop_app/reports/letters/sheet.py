"""The content of a letter: the current template filled with the facts of a petition or a consultation. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.office.letter_choices import (
    Classification,
    CopyLine,
    LetterChoices,
    PaperSize,
    copy_line,
)
from desktop_app.office.letter_templates import LetterKind, LetterTemplateRow, paragraphs
from desktop_app.office.settings import OfficeSettings
from desktop_app.people.experts import ExpertWords
from desktop_app.persian.controls import subject_on_paper
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.desk.detail import PetitionDetail, ReferralRow
from desktop_app.petitions.registration.codes import spoken
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label

#: The longest subject that a receipt prints in full, in characters.
_SUBJECT_OF_SLIP: Final = 110


@dataclass(frozen=True, slots=True)
class LetterSheet:
    """A letter before layout; every value is plain text with visible control characters.

    `number` is in Latin digits, as the office writes it; empty for a draft, which is marked as such.
    """

    kind: LetterKind
    number: str
    made_at: datetime
    addressee: tuple[str, ...]
    subject: str
    paragraphs: tuple[str, ...]
    enclosure: str
    signer: str
    signer_title: str
    copies: tuple[CopyLine, ...]
    settings: OfficeSettings
    #: Logo of the office, a small PNG; None where none is set.
    logo: bytes | None = None
    classification: Classification = Classification.NORMAL
    paper_size: PaperSize = PaperSize.A4
    #: The tracking code by which the petitioner follows it up; empty for other letters.
    code: str = ""


def sheet_of(
    template: LetterTemplateRow,
    values: Mapping[str, str],
    settings: OfficeSettings,
    made_at: datetime,
    *,
    addressee: Sequence[str] = (),
    number: str = "",
    logo: bytes | None = None,
    choices: LetterChoices | None = None,
) -> LetterSheet:
    """Returns the template filled with `values`, which must already be safe to display (see `shown`).

    Without `choices` the letter has those of the template.
    """
    words = template.words
    chosen = choices or words.choices
    known = {**values, **office_values(settings, made_at)}
    subject = paragraphs(visible_controls(words.subject), known)
    return LetterSheet(
        kind=template.kind,
        number=number,
        made_at=made_at,
        addressee=tuple(digits(line) for one in addressee if (line := shown(one))),
        # Use the name of the kind where every placeholder of the subject is unknown.
        subject=" ".join(subject) or label("letter_kind", template.kind.value),
        paragraphs=paragraphs(visible_lines(words.body), known),
        enclosure=digits(visible_controls(chosen.enclosure)),
        signer=visible_controls(words.signer or settings.signer),
        signer_title=visible_controls(words.signer_title or settings.signer_title),
        copies=tuple(
            copy_line(digits(visible_controls(line))) for line in chosen.copies.splitlines() if line.strip()
        ),
        settings=settings,
        logo=logo,
        classification=chosen.classification,
        paper_size=chosen.paper_size,
        code=known.get("code", "") if template.kind is LetterKind.REPLY else "",
    )


def office_values(settings: OfficeSettings, made_at: datetime) -> dict[str, str]:
    """Placeholder values that every template can use; empty where the office has not entered them."""
    return {
        "date": long_date(tehran_day(made_at)),
        "office": shown(settings.office_name),
        "phone": _code(settings.phone),
        "sms": _code(settings.sms_number),
        "decree": _code(settings.decree_number),
    }


def petition_values(detail: PetitionDetail) -> dict[str, str]:
    """Placeholder values of a petition."""
    return {
        "name": shown(detail.petitioner_name),
        "kind": label("kind", detail.kind.value),
        "subject": subject_on_paper(detail.subject),
        "received": long_date(tehran_day(detail.received_at)),
        "registry": _code(detail.registry),
        "code": _code(spoken(detail.tracking_code)),
        "channel": label("channel", detail.channel),
        "deadline": long_date(detail.due_on) if detail.due_on else "",
        "unit": shown(detail.unit_name),
        "clerk": shown(detail.assignee_name),
        "outcome": label("outcome", detail.outcome) if detail.outcome else "",
    }


def slip_values(detail: PetitionDetail) -> dict[str, str]:
    """Placeholder values of a receipt, which has no room for a long subject."""
    known = petition_values(detail)
    if len(known["subject"]) <= _SUBJECT_OF_SLIP:
        return known
    return known | {"subject": f"{known['subject'][:_SUBJECT_OF_SLIP].rsplit(' ', 1)[0]}…"}


def reply_values(detail: PetitionDetail, reply: str, signature: str = "") -> dict[str, str]:
    """Placeholder values of a petition and its reply, which keeps its lines, as does its author's `signature`."""
    return petition_values(detail) | {"reply": visible_lines(reply), "signature": visible_lines(signature)}


def referral_values(detail: PetitionDetail, referral: ReferralRow | None) -> dict[str, str]:
    """Placeholder values of a petition and a referral; without a referral, `to` is the unit of the petition."""
    known = petition_values(detail)
    if referral is None:
        return known | {"to": shown(detail.unit_name)}
    return known | {
        "from": shown(referral.from_unit),
        "to": place_of(referral),
        "purpose": label("purpose", referral.purpose.value),
        "due": long_date(referral.due_on) if referral.due_on else "",
    }


def consultation_values(detail: InstrumentDetail, name: str) -> dict[str, str]:
    """Placeholder values of an instrument that is open to the public."""
    row = detail.row
    return {
        "name": shown(name),
        "title": shown(row.title),
        "kind": label("instrument_kind", row.kind.value),
        "code": _code(row.code),
        "opens": long_date(row.opened_on) if row.opened_on else "",
        "closes": long_date(row.closes_on) if row.closes_on else "",
        "place": label("publishing", detail.exposure.place if detail.exposure is not None else "portal"),
    }


def invitation_values(detail: InstrumentDetail, expert: ExpertWords) -> dict[str, str]:
    """Placeholder values of an instrument and an invited expert."""
    return consultation_values(detail, expert.name) | {
        "organisation": shown(expert.organisation),
        "fields": translate("Invitation", ", ").join(map(shown, expert.fields)),
    }


def chosen_words(choices: LetterChoices) -> tuple[str, ...]:
    """Returns what was chosen for a letter, a line for each."""
    words = translate("Letters", "{classification}, on {paper}")
    size = fill(
        words,
        classification=label("classification", choices.classification),
        paper=label("paper_size", choices.paper_size),
    )
    lines = [size]
    if choices.enclosure:
        enclosure = visible_controls(choices.enclosure)
        lines.append(fill(translate("Letter", "Enclosure: {enclosure}"), enclosure=enclosure))
    copies = visible_lines(choices.copies).splitlines()
    if copies:
        lines.append(translate("Letter", "Copies to:"))
    return (*lines, *(fill(translate("Letter", "- {copy}"), copy=line) for line in copies))


def place_of(referral: ReferralRow) -> str:
    """Returns the recipient of a referral: the unit, and the person where one is named."""
    person = shown(referral.to_person)
    return f"{shown(referral.to_unit)} ({person})" if person else shown(referral.to_unit)


def shown(text: str) -> str:
    """Collapses white space to one line and makes control characters visible."""
    return visible_controls(" ".join(text.split()))


def visible_lines(text: str) -> str:
    """Makes control characters visible and keeps the lines."""
    return "\n".join(visible_controls(line) for line in text.splitlines())


def _code(text: str) -> str:
    return isolated(digits(shown(text))) if text.strip() else ""
