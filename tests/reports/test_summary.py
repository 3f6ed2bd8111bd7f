"""The report in sentences: one thing, no thing and many things each have their own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.office.workdays import WorkCalendar
from desktop_app.persian.dates import JalaliMonth
from desktop_app.reports.monthly import Counted, Figures, PetitionCounts, ReportLine, figures_of
from desktop_app.reports.monthly_tables import comparison
from desktop_app.reports.period import Period, PeriodKind
from desktop_app.reports.summary import (
    change_sentence,
    improvement_sentence,
    period_sentence,
    received_and_resolved,
    satisfaction,
    still_open,
    time_taken,
    year_sentence,
)

ABAN = Period.month(JalaliMonth(1405, 8))
_EMPTY = figures_of(
    Counted(PetitionCounts(), PetitionCounts(), PetitionCounts(), [(0, 0)] * 30, [(0, 0)] * 12, {}),
    ABAN,
    WorkCalendar(),
)


def of(
    received: int = 0, resolved: int = 0, still: int = 0, late: int = 0, median: float | None = None
) -> Figures:
    return replace(_EMPTY, total=ReportLine("", received, resolved, still, late, 0, median, int(median or 0)))


@pytest.mark.parametrize(
    ("received", "resolved", "sentence"),
    [
        (0, 0, "در آبان ۱۴۰۵ نه درخواستی رسید و نه به درخواستی رسیدگی شد."),
        (0, 1, "در آبان ۱۴۰۵ درخواستی نرسید؛ به یک درخواست رسیدگی شد."),
        (0, 3, "در آبان ۱۴۰۵ درخواستی نرسید؛ به ۳ درخواست رسیدگی شد."),
        (1, 0, "در آبان ۱۴۰۵ یک درخواست مردمی رسید؛ به هیچ درخواستی رسیدگی نشد."),
        (2, 0, "در آبان ۱۴۰۵، ۲ درخواست مردمی رسید؛ به هیچ درخواستی رسیدگی نشد."),
        (1, 1, "در آبان ۱۴۰۵ یک درخواست مردمی رسید و به یک درخواست رسیدگی شد."),
        (1, 5, "در آبان ۱۴۰۵ یک درخواست مردمی رسید و به ۵ درخواست رسیدگی شد."),
        (1200, 1, "در آبان ۱۴۰۵، ۱٬۲۰۰ درخواست مردمی رسید و به یک درخواست رسیدگی شد."),
        (612, 578, "در آبان ۱۴۰۵، ۶۱۲ درخواست مردمی رسید و به ۵۷۸ درخواست رسیدگی شد."),
    ],
)
def test_what_came_and_what_went(received: int, resolved: int, sentence: str) -> None:
    assert received_and_resolved(of(received, resolved)) == sentence


@pytest.mark.parametrize(
    ("still", "late", "sentence"),
    [
        (0, 0, "در پایان آن هیچ درخواستی باز نماند."),
        (1, 0, "در پایان آن یک درخواست باز بود که مهلتش نگذشته بود."),
        (1, 1, "در پایان آن یک درخواست باز بود که مهلتش گذشته بود."),
        (7, 0, "در پایان آن ۷ درخواست باز بود که مهلت هیچ‌یک نگذشته بود."),
        (7, 1, "در پایان آن ۷ درخواست باز بود که مهلت یکی از آن‌ها گذشته بود."),
        (7, 4, "در پایان آن ۷ درخواست باز بود که مهلت ۴ مورد آن گذشته بود."),
        (7, 7, "در پایان آن ۷ درخواست باز بود که مهلت همهٔ آن‌ها گذشته بود."),
    ],
)
def test_what_was_open_and_late(still: int, late: int, sentence: str) -> None:
    assert still_open(of(still=still, late=late)) == sentence


def test_how_long_it_took() -> None:
    assert time_taken(of()) == []
    assert time_taken(of(resolved=1, median=0.0)) == ["رسیدگی در همان روز دریافت پایان یافت."]
    assert time_taken(of(resolved=1, median=3.0)) == ["رسیدگی به آن ۳ روز طول کشید."]
    (many,) = time_taken(of(resolved=4, median=2.5))
    assert "۲٫۵ روز" in many


@pytest.mark.parametrize("kind", list(PeriodKind))
def test_more_fewer_as_many_and_none_before(kind: PeriodKind) -> None:
    told = [change_sentence(now, before, kind) for now, before in ((15, 10), (5, 10), (10, 10), (10, 0))]
    assert len(set(told)) == 4
    assert "۵۰ درصد افزایش" in told[0]
    assert "۵۰ درصد کاهش" in told[1]
    assert "تغییری نکرده" in told[2]
    assert "برای مقایسه وجود ندارد" in told[3]


def test_last_year_is_told_where_there_was_one() -> None:
    assert year_sentence(of(received=5)) == []
    told = replace(of(received=5), year_before=ReportLine("", 10, 0, 0, 0, 0, None, None))
    assert year_sentence(told) == ["نسبت به آبان ۱۴۰۴، ۵۰ درصد کاهش داشته است."]
    # A year was compared with its last year already.
    assert year_sentence(replace(told, period=Period.year(1405))) == []


@pytest.mark.parametrize(
    ("begins", "before", "year_before"),
    [
        (date(2025, 10, 23), True, True),  # the first day of the month of the year before
        (date(2025, 10, 30), True, True),
        (date(2025, 10, 31), True, False),
        (date(2026, 9, 23), True, True),  # nothing at all of the year before: it has no figures either
        (date(2026, 10, 1), False, True),
        (None, True, True),
    ],
)
def test_a_period_whose_data_begin_in_it_is_compared_with_nothing(
    begins: date | None, before: bool, year_before: bool
) -> None:
    told = replace(
        of(received=15),
        before=of(received=10).total,
        year_before=of(received=10).total,
        data_from=begins,
    )
    assert ("درصد" in period_sentence(told)) == before
    assert ("مهر ۱۴۰۵" in period_sentence(told)) != before
    assert bool(year_sentence(told)) == year_before
    assert comparison(told).sentence.count("کامل نیست") == (not before) + (not year_before)


def test_satisfaction_is_never_told_without_how_many_answered() -> None:
    assert satisfaction(of()) == []
    assert satisfaction(replace(_EMPTY, satisfaction=(0, 0, 0, 1, 0))) == [
        "یک متقاضی به رضایت‌سنجی پاسخ داد؛ امتیاز او ۴ از ۵ است."
    ]
    assert "۳ متقاضی" in satisfaction(replace(_EMPTY, satisfaction=(1, 0, 0, 1, 1)))[0]


def test_it_is_told_how_many_of_those_asked_answered() -> None:
    some = replace(_EMPTY, satisfaction=(1, 0, 0, 1, 1), asked=8, answered=2)
    assert satisfaction(some)[1] == "از ۸ متقاضی دربارهٔ رضایت پرسیده شد؛ ۲ پاسخ رسید (۲۵\u200f٪)."
    assert satisfaction(replace(_EMPTY, asked=8, answered=0)) == [
        "از ۸ متقاضی دربارهٔ رضایت پرسیده شد؛ پاسخی نرسید."
    ]
    # Nobody was asked, or the report is older than the question.
    for asked in (0, None):
        assert satisfaction(replace(_EMPTY, asked=asked, answered=asked)) == []


def test_improvement_actions_one_and_many() -> None:
    assert improvement_sentence(0, 0, 1) == "یک اقدام اصلاحی انجام شد و اقدام بازی نماند."
    assert "موعد هیچ‌یک" in improvement_sentence(2, 0, 1)
    assert "موعد ۱ مورد" in improvement_sentence(2, 1, 0)


def test_any_days_are_named_as_days_and_a_day_as_itself() -> None:
    first = JalaliMonth(1405, 8).first_day
    days = replace(of(3, 2), period=Period.between(first, first + timedelta(days=14)))
    assert received_and_resolved(days).startswith("در فاصلهٔ ۱ آبان ۱۴۰۵ تا ۱۵ آبان ۱۴۰۵، ۳ درخواست")
    day = replace(of(3, 2), period=Period.between(first, first))
    assert received_and_resolved(day).startswith("در ۱ آبان ۱۴۰۵، ۳ درخواست")
