"""The figures of a report counted petition by petition, as `desktop_app.reports.monthly` defines them.

What SQL counts (`desktop_app.reports.counting`) is compared with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.reports.monthly import TREND, Counted, FigureKey, PetitionCounts, days_of
from desktop_app.reports.period import Period


@dataclass(frozen=True, slots=True)
class ReportedPetition:
    """What the report looks at in a petition."""

    unit: str
    kind: str
    channel: str
    received: date
    resolved: date | None
    due: date | None
    satisfaction: int | None
    #: Whether somebody was asked how satisfied they are with this end, and answered.
    asked: bool = False
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Stay:
    """A time for which a unit had a petition; `ended` None: it is there still."""

    petition: int
    unit: str
    began: date
    ended: date | None


def counted(cases: Sequence[ReportedPetition], stays: Iterable[Stay], period: Period) -> Counted:
    """What a report of the period counts."""
    stayed: Counter[tuple[str, int]] = Counter()
    for stay in stays:
        if stay.ended is not None and period.first <= stay.ended <= period.last:
            stayed[stay.unit, stay.petition] += (stay.ended - stay.began).days
    dwell: dict[str, Counter[int]] = {}
    for (unit, _petition), days in stayed.items():
        dwell.setdefault(unit, Counter())[days] += 1
    months = [Period.month(month) for month in period.months(TREND)]
    return Counted(
        now=replace(counts_of(cases, period), before=counts_of(cases, period.before()).received),
        before=counts_of(cases, period.before()),
        year_before=counts_of(cases, period.year_before()),
        days=[_came_and_went(cases, day, day) for day in days_of(period)],
        trend=[_came_and_went(cases, month.first, month.last) for month in months],
        dwell=dwell,
    )


def counts_of(cases: Iterable[ReportedPetition], period: Period) -> PetitionCounts:
    """How many petitions there are in a period."""
    first, last = period.first, period.last
    received, overdue, still_open, late = (Counter[FigureKey]() for _ in range(4))
    resolved: dict[FigureKey, Counter[int]] = {}
    marks: Counter[int] = Counter()
    asked = answered = 0
    for case in cases:
        cell = FigureKey(case.unit, case.kind, case.channel)
        if first <= case.received <= last:
            received[cell] += 1
        if case.resolved is not None and first <= case.resolved <= last:
            resolved.setdefault(cell, Counter())[(case.resolved - case.received).days] += 1
            if case.due is not None and case.resolved > case.due:
                overdue[cell] += 1
            if case.satisfaction is not None:
                marks[case.satisfaction] += 1
            asked += case.asked
            answered += case.answered
        if case.received <= last and (case.resolved is None or case.resolved > last):
            still_open[cell] += 1
            if case.due is not None and case.due < last:
                late[cell] += 1
    return PetitionCounts(
        received, resolved, overdue, still_open, late, marks=marks, asked=asked, answered=answered
    )


def _came_and_went(cases: Iterable[ReportedPetition], first: date, last: date) -> tuple[int, int]:
    received = resolved = 0
    for case in cases:
        received += first <= case.received <= last
        resolved += case.resolved is not None and first <= case.resolved <= last
    return received, resolved
