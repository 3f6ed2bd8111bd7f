"""Which days the office works: weekend, official holidays, closures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
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


def official_holidays(years: range) -> dict[date, str]:
    """Official holidays of Iran in Gregorian `years`, with their Persian names; lunar ones are estimates."""
    import holidays  # noqa: PLC0415 - 60 ms that only the seeding of the table needs

    table = holidays.country_holidays("IR", years=list(years), language="fa_IR")
    # The library lists the weekly Friday as a holiday too; the weekend is a setting of its own here.
    found = {day: name for day, name in table.items() if name.strip() not in {"جمعه", "Friday"}}
    # It writes «قیام 15 خرداد», and a Latin semicolon where two holidays fall on one day.
    return {day: persian_digits(re.sub(r"\s*;\s*", "؛ ", name)) for day, name in found.items()}
