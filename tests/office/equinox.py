"""A Jalali calendar from astronomy alone, to compare the program's with: nothing of the program is used here.

A year begins on the day on whose noon, at 52.5 degrees east, the sun has passed the March equinox. The equinox is
computed as in Meeus, Astronomical Algorithms, chapter 27, to within a minute for these years.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from math import cos, radians

#: Amplitude, phase and speed of the periodic terms, in degrees.
_TERMS = (
    (485, 324.96, 1934.136), (203, 337.23, 32964.467), (199, 342.08, 20.186), (182, 27.85, 445267.112),
    (156, 73.14, 45036.886), (136, 171.52, 22518.443), (77, 222.54, 65928.934), (74, 296.72, 3034.906),
    (70, 243.58, 9037.513), (58, 119.81, 33718.147), (52, 297.17, 150.678), (50, 21.02, 2281.226),
    (45, 247.54, 29929.562), (44, 325.15, 31555.956), (29, 60.93, 4443.417), (18, 155.12, 67555.328),
    (17, 288.79, 4562.452), (16, 198.04, 62894.029), (14, 199.76, 31436.921), (12, 95.39, 14577.848),
    (12, 287.11, 31931.756), (12, 320.81, 34777.259), (9, 227.73, 1222.114), (8, 15.45, 16859.074),
)  # fmt: skip


@cache
def new_year(year: int) -> date:
    """The first day of a Jalali year."""
    y = (year + 621 - 2000) / 1000
    mean = 2451623.80984 + 365242.37404 * y + 0.05169 * y**2 - 0.00411 * y**3 - 0.00057 * y**4
    centuries = (mean - 2451545.0) / 36525
    w = radians(35999.373 * centuries - 2.47)
    periodic = sum(a * cos(radians(b + c * centuries)) for a, b, c in _TERMS)
    moment = mean + 0.00001 * periodic / (1 + 0.0334 * cos(w) + 0.0007 * cos(2 * w))
    # Julian days begin at noon; the earth is about 70 seconds behind uniform time.
    noon = datetime(2000, 1, 1, 12, tzinfo=UTC)
    tehran = noon + timedelta(days=moment - 2451545.0, seconds=-70, hours=3, minutes=30)
    return tehran.date() + timedelta(days=tehran.hour >= 12)


def months(year: int) -> tuple[int, ...]:
    """The lengths of the months."""
    leap = (new_year(year + 1) - new_year(year)).days == 366
    return (31,) * 6 + (30,) * 5 + (30 if leap else 29,)


def day(year: int, month: int, number: int) -> date:
    return new_year(year) + timedelta(days=sum(months(year)[: month - 1]) + number - 1)


def days(first: int, last: int) -> Iterator[tuple[date, tuple[int, int, int]]]:
    """Each day of these years, with year, month and number."""
    for year in range(first, last + 1):
        for month, length in enumerate(months(year), 1):
            for number in range(1, length + 1):
                yield day(year, month, number), (year, month, number)


def lunar_day(day: date) -> tuple[int, int]:
    """Month and day of the tabular Islamic calendar (civil, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29)."""
    since = (day - date(622, 7, 19)).days
    year = (30 * since + 10646) // 10631
    rest = since - ((year - 1) * 354 + (3 + 11 * year) // 30)
    month = min(12, int(rest / 29.5 + 0.999) if rest else 1)
    month = max(1, month)
    while month > 1 and rest < _before(month):
        month -= 1
    while month < 12 and rest >= _before(month + 1):
        month += 1
    return month, rest - _before(month) + 1


def _before(month: int) -> int:
    """The days of a lunar year before a month."""
    return 29 * (month - 1) + month // 2
