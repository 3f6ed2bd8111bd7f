"""Working days of the office: weekend, official holidays, closures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from desktop_app.persian.dates import JalaliDay, JalaliMonth
from desktop_app.persian.digits import persian_digits

#: Jalali years of the calendar: their months and official holidays are in the database.
CALENDAR_YEARS: Final = range(1390, 1451)

#: Thursday and Friday as numbers of `date.weekday()`; administrators may set another weekend.
DEFAULT_WEEKEND: Final = frozenset({3, 4})
#: Official holidays with a fixed solar date (month, day), as the library writes them in Persian digits.
_FIXED: Final[Mapping[tuple[int, int], str]] = {
    (1, 1): "جشن نوروز", (1, 2): "عیدنوروز", (1, 3): "عیدنوروز", (1, 4): "عیدنوروز",
    (1, 12): "روز جمهوری اسلامی", (1, 13): "روز طبیعت",
    (3, 14): "رحلت حضرت امام خمینی", (3, 15): "قیام ۱۵ خرداد",
    (11, 22): "پیروزی انقلاب اسلامی", (12, 29): "روز ملی شدن صنعت نفت ایران",
}  # fmt: skip
#: 30 Esfand, which only leap years have.
_LEAP_DAY: Final = 30
_LAST_OF_LEAP_YEAR: Final = "آخرین روز سال"
#: How the library marks a lunar date that nobody has observed yet.
_ESTIMATED: Final = "(تخمینی)"


class OfficialHoliday(NamedTuple):
    """An official holiday; `estimated` where a lunar one on this day may be a day or two off."""

    name: str
    estimated: bool


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The calendar of the office; pure, so that deadlines are computed without a database."""

    weekend: frozenset[int] = DEFAULT_WEEKEND
    closed: dict[date, str] = field(default_factory=dict)
    #: Jalali years whose closed days an administrator has confirmed.
    confirmed: frozenset[int] = frozenset()

    def reason_closed(self, day: date) -> str | None:
        """Why the office is closed on `day`: the name of the holiday or `weekend`; None on a working day."""
        if day in self.closed:
            return self.closed[day]
        return "weekend" if day.weekday() in self.weekend else None

    def is_closed(self, day: date) -> bool:
        return self.reason_closed(day) is not None

    def is_confirmed(self, day: date) -> bool:
        """Whether an administrator has confirmed the closed days of the Jalali year of `day`."""
        return JalaliDay.of(day).year in self.confirmed


def fixed_holidays(year: int) -> dict[date, str]:
    """Official holidays of a Jalali year that have a fixed solar date, with Persian names."""
    days = {JalaliDay(year, month, day).to_date(): name for (month, day), name in _FIXED.items()}
    last = JalaliMonth(year, 12).last_day
    if JalaliDay.of(last).day == _LEAP_DAY:
        days[last] = _LAST_OF_LEAP_YEAR
    return days


def official_holidays(years: range) -> dict[date, OfficialHoliday]:
    """Official holidays of Iran in Jalali `years`: solar ones computed here, lunar ones from the library.

    Raises ValueError for years outside `CALENDAR_YEARS`, whose lunar days nobody has estimated.
    """
    if years and not (years[0] in CALENDAR_YEARS and years[-1] in CALENDAR_YEARS):
        raise ValueError("years out of range")
    found: dict[date, OfficialHoliday] = {}
    lunar = _lunar_holidays(years)
    for year in years:
        for day, name in fixed_holidays(year).items():
            moving = lunar.pop(day, None)
            names = name if moving is None else f"{name}؛ {moving.name}"
            found[day] = OfficialHoliday(names, moving is not None and moving.estimated)
    return dict(sorted((found | lunar).items()))


def _lunar_holidays(years: range) -> dict[date, OfficialHoliday]:
    """What the library knows beside the fixed days: lunar holidays, and days that the state closed once."""
    import holidays  # noqa: PLC0415 - 60 ms that only the seeding of the table needs

    first, after = (JalaliDay(year, 1, 1).to_date() for year in (years.start, years.stop))
    table = holidays.country_holidays("IR", years=list(range(first.year, after.year + 1)), language="fa_IR")
    # The library also lists every Friday as a holiday; here the weekend is a separate setting.
    known = {*_FIXED.values(), _LAST_OF_LEAP_YEAR, "جمعه", "Friday"}
    found: dict[date, OfficialHoliday] = {}
    for day, joined in table.items():
        # A Latin semicolon lies between two holidays of one day, and «قیام 15 خرداد» has Latin digits.
        names = [persian_digits(name.strip()) for name in joined.split(";")]
        moving = [name for name in names if name not in known]
        if moving and first <= day < after:
            estimated = any(name.endswith(_ESTIMATED) for name in moving)
            words = "؛ ".join(name.removesuffix(_ESTIMATED).strip() for name in moving)
            found[day] = OfficialHoliday(words, estimated)
    return found
