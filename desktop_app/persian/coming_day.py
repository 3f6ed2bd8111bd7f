"""Parses one future day as a person writes it: «فردا», «شنبه», «۳ روز دیگر», «۱۵ آذر», in any digits. Days are
Tehran's."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from desktop_app.errors import InvalidValueError
from desktop_app.languages import LANGUAGES
from desktop_app.persian.day_ranges import parse_days
from desktop_app.persian.text import fold

_IN_DAYS: Final = re.compile(r"(?:in )?(\d{1,3}) ?(روز|هفته|days?|weeks?)(?: دیگر| بعد| اینده)?")
_NEXT_WEEK: Final = frozenset({"هفته بعد", "هفته دیگر", "هفته اینده", "next week"})


def parse_coming_day(text: str, today: date) -> date:
    """Returns the day that `text` names.

    A weekday is the next one after today, a date without a year its next occurrence. Raises `InvalidValueError`
    (reasons `empty`, `not_a_coming_day`, `no_such_date`, `day_is_past`).
    """
    folded = fold(text).strip()
    if not folded:
        raise InvalidValueError(field="date", reason="empty", value="")
    day = _relative_day(folded, today)
    if day is None:
        day = _dated(text, today)
    if day < today:
        raise InvalidValueError(field="date", reason="day_is_past", value=text[:30])
    return day


def _relative_day(folded: str, today: date) -> date | None:
    weekday = _weekdays().get(folded.replace(" ", "").removesuffix("بعد").removesuffix("اینده"))
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if folded in _NEXT_WEEK:
        return today + timedelta(weeks=1)
    counted = _IN_DAYS.fullmatch(folded)
    if counted:
        return today + timedelta(days=int(counted[1]) * (1 if counted[2] in ("روز", "day", "days") else 7))
    return None


def _weekdays() -> dict[str, int]:
    """Maps the weekdays in every language, folded and without spaces («سه شنبه», «سه‌شنبه»), to `date.weekday()`."""
    return {
        fold(name).replace(" ", ""): day
        for language in LANGUAGES.values()
        for day, name in enumerate(language.weekdays)
    }


def _dated(text: str, today: date) -> date:
    try:
        first, last = parse_days(text, today, toward="future").on(today)
    except InvalidValueError as error:
        if error.parameters.get("reason") == "no_such_date":
            raise
        raise InvalidValueError(field="date", reason="not_a_coming_day", value=text[:30]) from error
    if first is None or first != last:
        raise InvalidValueError(field="date", reason="not_a_coming_day", value=text[:30])
    return first
