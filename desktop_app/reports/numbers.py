"""Formats of figures, shared by screen, print and text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from desktop_app.persian.dates import JalaliMonth, clock_time, short_date, tehran_day
from desktop_app.wording import digits, fill, number, translate
from desktop_app.wording.labels import label

__all__ = [
    "as_of_words",
    "change_words",
    "days",
    "gregorian_title",
    "growth_words",
    "number",
    "percent",
    "row_name",
    "years_of",
]


def days(value: float | None) -> str:
    """Formats days to resolution; a dash where nothing was resolved."""
    if value is None:
        return "—"
    return number(value, decimals=0 if float(value).is_integer() else 1)


def percent(share: float) -> str:
    """Formats a share from 0 to 1 as whole percent.

    A direction mark keeps the Persian sign at the left of its number, whatever words are around it.
    """
    return fill(translate("Reports", "{percent}%"), percent=number(round(share * 100)))


def change_words(change: int) -> str:
    """Says how many more or fewer there are than in the period before."""
    if not change:
        return translate("Monthly report", "unchanged")
    words = (
        translate("Monthly report", "{n} more") if change > 0 else translate("Monthly report", "{n} fewer")
    )
    return fill(words, n=number(abs(change)))


def growth_words(growth: float | None) -> str:
    """Formats a relative change, 0.5 for half as many again; a dash where there is nothing to compare with."""
    if growth is None:
        return "—"
    if not round(growth * 100):
        return translate("Monthly report", "unchanged")
    words = (
        translate("Monthly report", "{share} more")
        if growth > 0
        else translate("Monthly report", "{share} fewer")
    )
    return fill(words, share=percent(abs(growth)))


def gregorian_title(title: str) -> str:
    """The title of a column with days in the calendar of spreadsheets."""
    return fill(translate("List file", "{name} (Gregorian)"), name=title)


def years_of(months: Iterable[JalaliMonth]) -> list[tuple[str, int]]:
    """Returns the year of consecutive months with their number, for the axis of a chart."""
    return [(digits(year), len(list(found))) for year, found in groupby(month.year for month in months)]


def as_of_words(moment: datetime) -> str:
    """Formats the day and time of the figures."""
    words = translate("Monthly report", "{day}, {time}")
    return fill(words, day=short_date(tehran_day(moment)), time=clock_time(moment))


def row_name(key: str, family: str) -> str:
    """Returns the title of a row: a vocabulary label, a unit name, or "not yet referred"."""
    if family in {"kind", "channel"}:
        return label(family, key)
    return key or translate("Monthly report", "Not yet referred")
