"""The office's calendar as SQL expressions, as `office.workdays.WorkCalendar` counts it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Date

from desktop_app.database.acts.engine_functions import engine_function

_CLOSED: Final = (
    "(EXISTS (SELECT 1 FROM closed_day AS shut WHERE shut.day = {0}) OR EXISTS (SELECT 1 FROM json_each("
    "(SELECT kept.weekend FROM office AS kept))"
    " AS free WHERE free.value = (CAST(strftime('%w', {0}) AS INTEGER) + 6) % 7))"
)
#: Whether the office is closed on a day.
is_closed: Final = engine_function(Boolean(), postgresql="app.is_closed({0})", sqlite=_CLOSED)
#: The first open day from a day on.
next_open_day: Final = engine_function(
    Date(),
    postgresql="app.next_open_day({0})",
    sqlite=(
        "(WITH RECURSIVE following(day) AS (SELECT {0} UNION ALL SELECT date(following.day, '+1 day') FROM following"
        f" WHERE {_CLOSED.replace('{0}', 'following.day')}) SELECT max(following.day) FROM following)"
    ),
)
