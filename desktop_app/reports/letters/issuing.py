"""Issuing a letter: assigning its number, rendering and storing its page, and recording the event in one transaction.

A number therefore never becomes visible before the COMMIT, and a reprint is the stored page.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.errors import InvalidValueError, RuleError
from desktop_app.instruments.consultation.letter_numbers import next_letter
from desktop_app.office.letter_choices import (
    Classification,
    LetterChoices,
    PaperSize,
    stored_choices,
    valid_choices,
)
from desktop_app.office.letter_templates import LetterKind, template_of, valid_words
from desktop_app.office.model import Letter
from desktop_app.office.settings import logo_of, settings_of
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.digits import latin_digits
from desktop_app.reports.letters.sheet import LetterSheet, sheet_of

#: Action name of the event.
ISSUED = "letter_issued"
MOST_ADDRESS_LINES = 8
LONGEST_ADDRESS = 600
#: All but the pages, which are large.
_COLUMNS: Final = (
    Letter.id,
    Letter.kind,
    Letter.part,
    Letter.written,
    Letter.addressee,
    Letter.issued_at,
    Letter.issued_by,
    Letter.classification,
    Letter.paper_size,
    Letter.enclosure,
    Letter.copies,
)


@dataclass(frozen=True, slots=True)
class IssuedLetter:
    """A letter that was sent; `number` as printed on it, in Latin digits.

    `issued_at` is timezone-aware, in UTC.
    """

    id: int
    kind: LetterKind
    part: int
    number: str
    addressee: tuple[str, ...]
    issued_at: datetime
    issued_by: str
    choices: LetterChoices


def numbered_letter(
    session: Session,
    kind: LetterKind,
    part: int,
    addressee: Sequence[str],
    choices: LetterChoices,
    at: datetime,
    page_of: Callable[[str], bytes],
) -> dict[str, Any]:
    """Assigns the next number to a letter and renders its page with `page_of`.

    Returns the values that the act `letter_issued` asks for (`office.letter_acts`).
    """
    number = next_letter(session, tehran_day(at))
    return {
        "kind": kind.value,
        "part": part,
        "addressee": "\n".join(addressee),
        **stored_choices(choices),
        "year": number.year,
        "number": number.number,
        "written": latin_digits(number.written),
        "page": b64encode(page_of(number.written)).decode("ascii"),
    }


def issued_with(session: Session, given: Mapping[str, Any]) -> IssuedLetter:
    """Returns the letter that was just issued with the values of `numbered_letter`."""
    found = select(*_COLUMNS).where(Letter.year == given["year"], Letter.number == given["number"])
    return issued_row(session.execute(found).one())


def sheet_for(
    session: Session,
    kind: LetterKind,
    values: Mapping[str, str],
    made_at: datetime,
    *,
    addressee: Sequence[str] = (),
    number: str = "",
    choices: LetterChoices | None = None,
) -> LetterSheet:
    """Returns the current template filled with `values`, on the paper of the office.

    Without `choices` the letter has those of the template.
    Raises `RuleError` (`letter_template_is_broken`) where the template was written outside this program and
    is invalid. A line with an unknown placeholder would be dropped, and the reply would lose its content.
    """
    template = template_of(session, kind)
    if not template.standard:
        try:
            valid_words(kind, template.words)
        except InvalidValueError as error:
            raise RuleError(rule="letter_template_is_broken") from error
    return sheet_of(
        template,
        values,
        settings_of(session),
        made_at,
        addressee=addressee,
        number=number,
        logo=logo_of(session),
        choices=choices,
    )


def chosen_for(session: Session, kind: LetterKind, choices: LetterChoices | None) -> LetterChoices:
    """Returns valid choices; without any, those of the template. Raises `InvalidValueError`."""
    return template_of(session, kind).words.choices if choices is None else valid_choices(choices)


def letter_page(sheet: LetterSheet) -> bytes:
    """Returns a letter as PDF."""
    from desktop_app.reports.letters.page import letter_pdf  # noqa: PLC0415 - reportlab, fonts

    return letter_pdf(sheet)


def merged(pages: Sequence[bytes]) -> bytes:
    """Merges several letters into one PDF for printing; the same letters give the same bytes."""
    from desktop_app.reports.pdf.merging import joined  # noqa: PLC0415 - only where something is printed

    return joined(pages)


def issued_of(session: Session, item_type: str, item_id: int) -> tuple[IssuedLetter, ...]:
    """Returns the letters of an item, in the order in which they were issued."""
    found = session.execute(
        select(*_COLUMNS).where(Letter.item_type == item_type, Letter.item_id == item_id).order_by(Letter.id)
    )
    return tuple(issued_row(row) for row in found)


def issued_row(row: Any) -> IssuedLetter:
    """Converts a row to the value that screens show."""
    lines = tuple(row.addressee.splitlines())
    chosen = LetterChoices(
        row.enclosure, Classification(row.classification), PaperSize(row.paper_size), row.copies
    )
    return IssuedLetter(
        row.id, LetterKind(row.kind), row.part, row.written, lines, row.issued_at, row.issued_by, chosen
    )


def stored_page(session: Session, letter_id: int) -> bytes:
    """Returns the page as it was sent.

    Raises `RuleError` where the letter was masked later, or the page does not match its digest.
    """
    letter = session.get_one(Letter, letter_id)
    if letter.page is None:
        raise RuleError(rule="letter_was_masked")
    if sha256(letter.page).hexdigest() != letter.sha256:
        raise RuleError(rule="letter_is_damaged")
    return letter.page


def valid_addressee(text: str) -> tuple[str, ...]:
    """Returns the lines of an addressee without blank ones. Raises `InvalidValueError`."""
    lines = tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())
    if len(lines) > MOST_ADDRESS_LINES or sum(map(len, lines)) > LONGEST_ADDRESS:
        raise InvalidValueError(field="addressee", reason="too_long", value="")
    return lines


def file_part(number: str) -> str:
    """Makes the number of a letter usable in a file name: file systems do not allow slashes."""
    return "".join(one if one.isalnum() or one in "-." else "-" for one in latin_digits(number))
