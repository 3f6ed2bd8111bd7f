"""The Jalali months by which the database counts windows."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, insert

from desktop_app.instruments.model import JalaliMonthRow
from desktop_app.persian.dates import JalaliMonth

#: Jalali years in which windows are counted: from the oldest drafts to far behind the last.
_YEARS: Final = range(1390, 1451)


def fill_calendar(connection: Connection) -> None:
    """Writes the months."""
    months = [JalaliMonth(year, month) for year in _YEARS for month in range(1, 13)]
    connection.execute(
        insert(JalaliMonthRow),
        [
            {"id": number, "year": one.year, "month": one.month, "first_day": one.first_day, "days": one.days}
            for number, one in enumerate(months, start=1)
        ],
    )
