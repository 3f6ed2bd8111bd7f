"""The numbers of the office's letters: one series for what is promulgated, for replies and for invitations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.instruments.model import Instrument
from desktop_app.office.model import Letter
from desktop_app.office.numbering import LETTER, take_numbers, written
from desktop_app.office.settings import settings_of
from desktop_app.persian.dates import JalaliDay
from desktop_app.persian.digits import latin_digits


@dataclass(frozen=True, slots=True)
class LetterNumber:
    """A number of the series, of a Jalali year, and how the office writes it."""

    year: int
    number: int
    written: str


def letter_is_out(session: Session, number: str, *, but: int | None = None) -> bool:
    """Whether a letter went out under this number, in whatever digits; that of the instrument `but` aside."""
    wanted = latin_digits(number)
    if session.scalar(select(Letter.id).where(Letter.written == wanted).limit(1)) is not None:
        return True
    return wanted in _of_instruments(session, but)


def next_letter(session: Session, day: date, *, but: int | None = None) -> LetterNumber:
    """The office's next number of the year, given out with the transaction; one that somebody wrote on a letter by
    hand before is passed over."""
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
