"""Which days the office works: weekend, official holidays, closures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from desktop_app.persian.digits import persian_digits

#: Thursday and Friday, as `date.weekday()` counts; the default, an administrator may set another weekend.
DEFAULT_WEEKEND: Final = frozenset({3, 4})


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The office's calendar: pure, so that a deadline can be counted without a database."""

    weekend: frozenset[int] = DEFAULT_WEEKEND
    closed: dict[date, str] = field(default_factory=dict)

    def reason_closed(self, day: date) -> str | None:
        """Why the office is closed on `day`: the holiday's name, `weekend`, or None on a working day."""
        if day in self.closed:
            return self.closed[day]
        return "weekend" if day.weekday() in self.weekend else None

    def is_closed(self, day: date) -> bool:
        return self.reason_closed(day) is not None

    def working_days_between(self, after: date, until: date) -> int:
        """Working days in `(after, until]`."""
        return sum(not self.is_closed(day) for day in days_after(after, until))


def days_after(after: date, until: date) -> Iterator[date]:
    """The days of `(after, until]`."""
    for step in range(1, (until - after).days + 1):
        yield after + timedelta(days=step)


def official_holidays(years: range) -> dict[date, str]:
    """Official holidays of Iran in Gregorian `years`, with their Persian names; lunar ones are estimates."""
    import holidays  # noqa: PLC0415 - 60 ms that only the seeding of the table needs

    table = holidays.country_holidays("IR", years=list(years), language="fa_IR")
    # The library lists the weekly Friday as a holiday too; the weekend is a setting of its own here.
    found = {day: name for day, name in table.items() if name.strip() not in {"جمعه", "Friday"}}
    # It writes «قیام 15 خرداد», and a Latin semicolon where two holidays fall on one day.
    return {day: persian_digits(re.sub(r"\s*;\s*", "؛ ", name)) for day, name in found.items()}
