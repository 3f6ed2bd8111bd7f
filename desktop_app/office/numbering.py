"""Gapless numbers: one counter row per series and Jalali year, locked in the transaction that uses it.

The office sets the format of a number: a pattern with `{year}` or `{yy}`, `{number}` (`{number:05}` with
leading zeros), and text around them. The number itself does not depend on it.
"""

from __future__ import annotations

import re
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from desktop_app.errors import InvalidValueError
from desktop_app.office.model import Counter

REGISTRY: Final = "registry"
LETTER: Final = "letter"
REPORT: Final = "report"
DEFAULT_PATTERN: Final = "{year}/{number}"
LONGEST_PATTERN: Final = 40
_PLACE: Final = re.compile(r"\{([^{}]*)\}")
_NUMBER: Final = re.compile(r"number(?::0([1-9]))?")


def written(pattern: str, year: int, number: int) -> str:
    """Formats a number of a Jalali year with the pattern, in Latin digits."""

    def put_in(found: re.Match[str]) -> str:
        if found[1] == "year":
            return f"{year:04}"
        if found[1] == "yy":
            return f"{year % 100:02}"
        width = _NUMBER.fullmatch(found[1])
        return f"{number:0{width[1] or 1}}" if width else found[0]

    return _PLACE.sub(put_in, pattern)


def paper_number(year: int, number: int) -> str:
    """Formats the number of a report, in Latin digits: the office's pattern is that of letters."""
    return written(DEFAULT_PATTERN, year, number)


def valid_pattern(pattern: str, field: str = "registry_pattern") -> str:
    """Validates and strips a pattern. Raises `InvalidValueError`.

    Year and number must each occur once, so that two numbers of an office never look the same.
    """
    pattern = pattern.strip()
    if not pattern:
        raise InvalidValueError(field=field, reason="empty", value="")
    if len(pattern) > LONGEST_PATTERN:
        raise InvalidValueError(field=field, reason="too_long", value="")
    places = _PLACE.findall(pattern)
    for place in places:
        if place not in {"year", "yy"} and not _NUMBER.fullmatch(place):
            raise InvalidValueError(field=field, reason="unknown_place", value=place[:20])
    years = [place for place in places if place in {"year", "yy"}]
    rest = _PLACE.sub("", pattern)
    # A digit next to the number would be ambiguous, and so would year and number without a separator.
    runs_together = re.search(r"\d\{|\}\d|\}\{", pattern)
    if len(years) != 1 or len(places) != 2 or "{" in rest or "}" in rest or runs_together:
        raise InvalidValueError(field=field, reason="pattern_form", value=pattern)
    if not pattern.isprintable():
        raise InvalidValueError(field=field, reason="control_characters", value="")
    return pattern


def take_numbers(session: Session, series: str, year: int, count: int = 1) -> int:
    """Assigns `count` numbers of `series` in the Jalali `year`, and returns the first.

    They belong to the transaction: a rollback releases them, so there are no gaps, and others wait for its
    end. On PostgreSQL only a database function can access the counters.
    """
    if session.get_bind().dialect.name != "sqlite":
        taken = text("SELECT app.take_numbers(:series, :year, :count)")
        return int(session.execute(taken, {"series": series, "year": year, "count": count}).scalar_one())
    insert = sqlite.insert(Counter).values(series=series, year=year, last=0)
    session.execute(insert.on_conflict_do_nothing())
    counter = session.scalars(select(Counter).where(Counter.series == series, Counter.year == year)).one()
    first = counter.last + 1
    counter.last += count
    session.flush()
    return first
