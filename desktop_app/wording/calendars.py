"""The remark beside a date in a year whose closed days nobody has confirmed."""

from __future__ import annotations

from datetime import date

from desktop_app.persian.dates import JalaliDay, year_title
from desktop_app.wording.catalogue import fill, translate


def unconfirmed_words(day: date) -> str:
    """Returns that the calendar of the Jalali year of `day` is not confirmed, and what follows."""
    words = translate(
        "Calendar",
        "The calendar of {year} is not confirmed yet: its lunar holidays are estimates, and this day may still move.",
    )
    return fill(words, year=year_title(JalaliDay.of(day).year))
