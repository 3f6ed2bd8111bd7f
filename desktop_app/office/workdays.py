"""Working days of the office: weekend, official holidays, closures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desktop_app.persian.digits import persian_digits

#: Thursday and Friday as numbers of `date.weekday()`; administrators may set another weekend.
DEFAULT_WEEKEND: Final = frozenset({3, 4})


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The calendar of the office; pure, so that deadlines are computed without a database."""

    weekend: frozenset[int] = DEFAULT_WEEKEND
    closed: dict[date, str] = field(default_factory=dict)

    def reason_closed(self, day: date) -> str | None:
        """Why the office is closed on `day`: the name of the holiday or `weekend`; None on a working day."""
        if day in self.closed:
            return self.closed[day]
        return "weekend" if day.weekday() in self.weekend else None

    def is_closed(self, day: date) -> bool:
        return self.reason_closed(day) is not None


def official_holidays(years: range) -> dict[date, str]:
    """Official holidays of Iran in Gregorian `years` with Persian names; lunar dates are estimates."""
    import holidays  # noqa: PLC0415 - 60 ms that only the seeding of the table needs

    table = holidays.country_holidays("IR", years=list(years), language="fa_IR")
    # The library also lists every Friday as a holiday; here the weekend is a separate setting.
    found = {day: name for day, name in table.items() if name.strip() not in {"جمعه", "Friday"}}
    # The library writes «قیام 15 خرداد», and a Latin semicolon between two holidays of one day.
    return {day: persian_digits(re.sub(r"\s*;\s*", "؛ ", name)) for day, name in found.items()}
