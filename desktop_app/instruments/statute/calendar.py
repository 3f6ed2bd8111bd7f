"""The Jalali months by which the database counts windows."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from desktop_app.instruments.model import JalaliMonthRow
from desktop_app.office.workdays import CALENDAR_YEARS
from desktop_app.persian.dates import JalaliMonth


def fill_calendar(connection: Connection) -> None:
    """Writes the months."""
    months = [JalaliMonth(year, month) for year in CALENDAR_YEARS for month in range(1, 13)]
    connection.execute(
        insert(JalaliMonthRow),
        [
            {"id": number, "year": one.year, "month": one.month, "first_day": one.first_day, "days": one.days}
            for number, one in enumerate(months, start=1)
        ],
    )
