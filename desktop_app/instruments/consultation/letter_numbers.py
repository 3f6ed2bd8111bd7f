"""Numbers of the office: one register for promulgations, replies, invitations and reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.instruments.model import Instrument
from desktop_app.office.numbering import LETTER, take_numbers, written
from desktop_app.office.settings import settings_of
from desktop_app.persian.dates import JalaliDay
from desktop_app.persian.digits import latin_digits


@dataclass(frozen=True, slots=True)
class LetterNumber:
    """A number of a Jalali year's series, and its written form."""

    year: int
    number: int
    written: str


def next_letter(session: Session, day: date, *, but: int | None = None) -> LetterNumber:
    """Takes the office's next number of the year, in the caller's transaction; numbers assigned by hand are
    skipped.
    """
    year, pattern = JalaliDay.of(day).year, settings_of(session).letter_pattern
    taken = _of_instruments(session, but)
    while True:
        number = take_numbers(session, LETTER, year)
        shown = written(pattern, year, number)
        if latin_digits(shown) not in taken:
            return LetterNumber(year, number, shown)


def _of_instruments(session: Session, but: int | None) -> frozenset[str]:
    found = select(Instrument.letter_number).where(
        Instrument.letter_number != "", Instrument.id != (but or 0)
    )
    return frozenset(map(latin_digits, session.scalars(found)))
