"""Numbers without gaps: one counter row a series and Jalali year, locked in the transaction that uses it.

How a number is written is the office's: a pattern of `{year}` or `{yy}` and `{number}` (`{number:05}`: with zeros in
front), and what stands around them. The number itself never changes with it.
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
    """A number of a Jalali year as the office writes it, in Latin digits."""

    def put_in(found: re.Match[str]) -> str:
        if found[1] == "year":
            return f"{year:04}"
        if found[1] == "yy":
            return f"{year % 100:02}"
        width = _NUMBER.fullmatch(found[1])
        return f"{number:0{width[1] or 1}}" if width else found[0]

    return _PLACE.sub(put_in, pattern)


def valid_pattern(pattern: str, field: str = "registry_pattern") -> str:
    """The pattern without blanks around it. Raises `InvalidValueError`: two numbers of an office never look alike, so
    the year and the number each stand in it once."""
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
    # A digit beside the number would run together with it, and so would year and number side by side.
    runs_together = re.search(r"\d\{|\}\d|\}\{", pattern)
    if len(years) != 1 or len(places) != 2 or "{" in rest or "}" in rest or runs_together:
        raise InvalidValueError(field=field, reason="pattern_form", value=pattern)
    if not pattern.isprintable():
        raise InvalidValueError(field=field, reason="control_characters", value="")
    return pattern


def take_numbers(session: Session, series: str, year: int, count: int = 1) -> int:
    """Takes `count` numbers of `series` in the Jalali `year`; returns the first of them.

    They are given out with the transaction: a roll-back gives them back, so there are no gaps. Others who want
    one wait until then. On PostgreSQL nobody touches the counters but a function of the database.
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
