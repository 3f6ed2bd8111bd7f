"""The figures of the monthly report, against examples counted by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from desktop_app.errors import NotFoundError
from desktop_app.office.settings import OfficeSettings
from desktop_app.office.workdays import WorkCalendar
from desktop_app.persian.dates import JalaliDay, JalaliMonth, start_of_day
from desktop_app.petitions.vocabulary import Kind, Outcome
from desktop_app.reports import cell_tables, monthly_tables, participation_tables
from desktop_app.reports.monthly import (
    Figures,
    figures_of,
    median,
    ninetieth_percentile,
)
from desktop_app.reports.monthly_pdf import write_monthly_report
from desktop_app.reports.numbers import as_of_words
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.service import MonthlyReport
from desktop_app.reports.snapshot import content_of, report_of
from desktop_app.reports.spreadsheet import spreadsheet
from desktop_app.reports.summary import change_sentence
from tests.department import TestOffice
from tests.reports.case_by_case import ReportedPetition, Stay, counted

ABAN = JalaliMonth(1405, 8)
MONTH = Period.month(ABAN)


def day(month: int, number: int, year: int = 1405) -> date:
    return JalaliDay(year, month, number).to_date()


def case(
    received: date,
    resolved: date | None = None,
    due: date | None = None,
    *,
    unit: str = "کتاب",
    mark: int | None = None,
) -> ReportedPetition:
    return ReportedPetition(unit, "request", "portal", received, resolved, due, mark)


#: Received in Aban: 5. Resolved in it: 2, after 2 and 10 days. Open at its end: 4, two of them late: one whose last
#: day is the last of the month has that day still.
CASES = [
    case(day(8, 1), day(8, 3), mark=5),
    case(day(7, 25), day(8, 5), mark=4),
    case(day(8, 10), None, day(8, 20)),
    case(day(8, 11), None, day(8, 29)),
    case(day(8, 12), None, day(8, 30)),
    case(day(8, 30), day(9, 2), day(9, 20), unit="موسیقی"),
    case(day(9, 1), None),
    case(day(6, 1), day(7, 1)),
]


def figures(
    cases: Sequence[ReportedPetition] = CASES,
    period: Period = MONTH,
    stays: Sequence[Stay] = (),
    calendar: WorkCalendar | None = None,
) -> Figures:
    return figures_of(counted(cases, stays, period), period, calendar or WorkCalendar())


def test_the_month_is_counted_as_by_hand() -> None:
    line = figures().total
    assert (line.received, line.resolved, line.open, line.late) == (5, 2, 4, 2)
    # 25 Mehr to 5 Aban is 10 days: Mehr of 1405 has 30.
    assert (line.median, line.ninetieth) == (6.0, 10)


def test_open_is_what_came_before_too_and_not_what_ended_on_the_last_day() -> None:
    line = figures([case(day(7, 1)), case(day(7, 1), day(8, 1)), case(day(8, 2), day(8, 30))]).total
    assert (line.received, line.resolved, line.open) == (1, 2, 1)


def test_the_month_before_and_the_year_before_are_their_own_months() -> None:
    found = figures([*CASES, case(day(8, 2, 1404), day(8, 9, 1404))])
    assert (found.before.received, found.before.resolved) == (1, 1)
    assert (found.year_before.received, found.year_before.resolved, found.year_before.median) == (1, 1, 7.0)


def test_changes_crossings_and_totals_are_those_counted_by_hand() -> None:
    complaint = replace(case(day(8, 4), unit="موسیقی"), kind="complaint")
    # Two of Mehr in the book unit, one of a unit that got nothing in Aban.
    before = [
        case(day(7, 25), day(7, 26)),
        case(day(7, 2), day(7, 3)),
        case(day(7, 2), day(7, 3), unit="سینما"),
    ]
    stays = [Stay(1, "کتاب", day(8, 1), day(8, 3)), Stay(1, "موسیقی", day(8, 3), day(8, 13))]
    found = figures(
        [case(day(8, 1), day(8, 3)), case(day(8, 2)), case(day(8, 3)), complaint, *before], stays=stays
    )
    assert [(line.key, line.received, line.change) for line in found.by_unit] == [
        ("کتاب", 3, 1), ("موسیقی", 1, 1), ("سینما", 0, -1),
    ]  # fmt: skip
    assert (found.total.change, found.before.change) == (1, None)
    by_unit = monthly_tables.by_unit(found)
    assert by_unit.rows[0][:5] == ("کتاب", 3, 0.75, 1, 0.5)
    assert by_unit.words(by_unit.rows[0])[1:4] == ["۳", "۷۵\u200f٪", "۱ بیشتر"]
    # Nothing can grow from none in percent.
    assert by_unit.rows[1][4] is None
    crossed = cell_tables.unit_by_kind(found)
    assert [row[1:] for row in crossed.rows] == [(3, 0, 3), (0, 1, 1)]
    assert crossed.totals == ("جمع", 3, 1, 4)
    assert monthly_tables.dwell(found).totals == ("جمع", 2, 6.0, 10)
    compared = monthly_tables.comparison(found)
    assert [row[1:4] for row in compared.rows] == [(4, None, None), (3, 1, 1 / 3), (0, None, None)]
    each_day = monthly_tables.each_day(found)
    assert each_day.totals is not None
    assert each_day.words(each_day.totals) == ["جمع", "۴", "۱"]
    # What was issued before they were kept has neither.
    old = content_of(report_with(found))
    del old["figures"]["cells"], old["figures"]["dwell_total"]
    assert cell_tables.unit_by_kind(report_of(old).figures).rows == ()
    assert monthly_tables.dwell(report_of(old).figures).totals is None


def report_with(found: Figures) -> MonthlyReport:
    return MonthlyReport(
        found, ReportScope(found.period), "", OfficeSettings(), (), datetime(2026, 11, 24, tzinfo=UTC)
    )


def test_the_units_add_up_to_the_whole() -> None:
    found = figures()
    assert [(line.key, line.received) for line in found.by_unit] == [("کتاب", 4), ("موسیقی", 1)]
    for name in ("received", "resolved", "open", "late"):
        assert sum(getattr(line, name) for line in found.by_unit) == getattr(found.total, name)


def test_lateness_is_counted_and_ranked_as_by_hand() -> None:
    late = [
        case(day(8, 1), day(8, 9), day(8, 9)),
        case(day(8, 1), day(8, 10), day(8, 9)),
        case(day(8, 2), day(8, 20), day(8, 5), unit="موسیقی"),
        case(day(8, 2), None, day(8, 5), unit="موسیقی"),
        case(day(8, 2), None, None, unit="سینما"),
    ]
    found = figures(late)
    # On its last day it was in time.
    assert (found.total.overdue, found.total.late) == (2, 1)
    ranked = [(line.key, line.late, line.overdue, line.of, line.share) for line in found.lateness]
    assert ranked == [("موسیقی", 1, 1, 2, 1.0), ("کتاب", 0, 1, 2, 0.5)]


def test_how_long_petitions_lay_with_a_unit_is_of_those_that_left_it() -> None:
    stays = [
        Stay(1, "کتاب", day(7, 28), day(8, 2)),
        Stay(2, "کتاب", day(8, 1), day(8, 30)),
        Stay(3, "کتاب", day(8, 1), day(8, 1)),
        Stay(3, "موسیقی", day(8, 3), day(8, 5)),
        # Came back and left again: one petition, all its days.
        Stay(3, "موسیقی", day(8, 9), day(8, 12)),
        # Left before, after, and not at all.
        Stay(4, "موسیقی", day(7, 1), day(7, 30)),
        Stay(5, "موسیقی", day(8, 3), day(9, 1)),
        Stay(6, "موسیقی", day(8, 3), None),
    ]
    found = [(line.key, line.count, line.median, line.ninetieth) for line in figures(stays=stays).dwell]
    # Mehr has 30 days.
    assert found == [("موسیقی", 1, 5.0, 5), ("کتاب", 3, 4.0, 29)]


def test_a_quarter_and_any_days_are_counted_alike() -> None:
    quarter = figures(period=Period.quarter(1405, 3))
    assert (quarter.total.received, quarter.total.resolved, quarter.total.open) == (7, 4, 4)
    assert (quarter.before.received, quarter.days) == (1, ())
    assert [one.received for one in quarter.trend[-4:]] == [1, 1, 5, 1]
    some = figures(period=Period.between(day(8, 10), day(8, 12)))
    assert (some.total.received, some.total.resolved, some.before.received) == (3, 0, 0)
    assert [one.received for one in some.days] == [1, 1, 1]


def test_each_day_is_counted_and_closed_days_are_known() -> None:
    days = figures(calendar=WorkCalendar(closed={day(8, 4): "تعطیل"})).days
    assert len(days) == 30
    assert (days[0].received, days[2].resolved) == (1, 1)
    assert days[3].closed
    # The first of Aban 1405 is a Friday.
    assert days[0].closed
    assert not days[1].closed


def test_satisfaction_counts_what_was_resolved_in_the_month() -> None:
    found = figures()
    assert found.satisfaction == (0, 0, 0, 1, 1)
    assert found.mean_satisfaction == 4.5


def test_each_mark_has_its_share_and_the_answers_a_rate() -> None:
    found = replace(figures(), satisfaction=(1, 0, 0, 1, 2), asked=16, answered=4)
    assert list(found.satisfaction_shares or ()) == [0.25, 0, 0, 0.25, 0.5]
    assert found.response_rate == 0.25
    section = participation_tables.satisfaction(found)
    assert section.words(section.rows[0]) == ["۵", "۲", "۵۰\u200f٪"]
    assert "۲۵\u200f٪" in section.sentence
    unasked, unmarked = replace(found, asked=0, answered=0), replace(found, satisfaction=(0,) * 5)
    assert (unasked.response_rate, unmarked.satisfaction_shares) == (None, None)
    silent = participation_tables.satisfaction(replace(found, satisfaction=(0,) * 5, answered=0))
    assert "۱۶" in silent.nothing


def test_a_report_from_before_the_question_prints_as_it_did(office: TestOffice) -> None:
    whole = office.services.reports.of(ReportScope(MONTH))
    content = content_of(replace(whole, figures=replace(whole.figures, satisfaction=(0, 0, 0, 1, 0))))
    for name in ("asked", "answered"):
        del content["figures"][name]
    kept = report_of(content).figures
    assert (kept.asked, kept.answered, kept.satisfaction_shares, kept.response_rate) == (None,) * 4
    section = participation_tables.satisfaction(kept)
    assert [len(row) for row in section.rows] == [2] * 5
    assert section.sentence.endswith("از ۵ است.")


@pytest.mark.parametrize(
    ("values", "middle", "ninth"),
    [
        ([], None, None),
        ([4], 4.0, 4),
        ([1, 2, 3, 10], 2.5, 10),
        # Of fewer than ten values only the greatest is not exceeded by nine tenths of them.
        *((list(range(1, number + 1)), (number + 1) / 2, number) for number in range(5, 10)),
        (list(range(1, 11)), 5.5, 9),
        # Nine tenths of eleven are more than nine of them, and nine tenths of twenty are eighteen.
        (list(range(1, 12)), 6.0, 10),
        (list(range(1, 21)), 10.5, 18),
    ],
)
def test_median_and_ninetieth_percentile(values: list[int], middle: float | None, ninth: int | None) -> None:
    assert median(Counter(values)) == middle
    assert ninetieth_percentile(Counter(values)) == ninth


def test_a_change_is_said_in_percent() -> None:
    assert "۵۰ درصد افزایش" in change_sentence(15, 10)
    assert "۵۰ درصد کاهش" in change_sentence(5, 10)
    assert "تغییری نکرده" in change_sentence(10, 10)
    assert "برای مقایسه وجود ندارد" in change_sentence(10, 0)


def test_the_report_of_a_database_counts_its_petitions(office: TestOffice) -> None:
    for number in range(3):
        office.registered(f"متن {number}", unit=office.books, received_at=start_of_day(day(8, 5)))
    other = office.petition(
        "متن دیگر", unit=office.music, kind=Kind.OPINION, received_at=start_of_day(day(8, 6))
    )
    desk = office.services.desk
    detail = desk.take(office.music_clerk, other.id, desk.peek(office.music_clerk, other.id).version)
    desk.resolve(office.music_manager, other.id, detail.version, Outcome.ANSWERED, "پاسخ", satisfaction=4)
    whole = office.services.reports.of(ReportScope(MONTH))
    assert (whole.figures.total.received, whole.figures.total.open) == (4, 4)
    azar = office.services.reports.of(ReportScope(Period.month(JalaliMonth(1405, 9))))
    assert (azar.figures.total.resolved, azar.figures.satisfaction) == (1, (0, 0, 0, 1, 0))
    books = office.services.reports.of(ReportScope(MONTH, office.books.id))
    assert (books.figures.total.received, books.unit_name) == (3, office.books.name)
    with pytest.raises(NotFoundError):
        office.services.reports.of(ReportScope(MONTH, 999))


def test_the_same_report_prints_the_same_page_and_its_text_is_logical(office: TestOffice) -> None:
    office.registered(unit=office.books, received_at=start_of_day(day(8, 5)))
    report = office.services.reports.of(ReportScope(MONTH))
    first, second = BytesIO(), BytesIO()
    write_monthly_report(report, first)
    write_monthly_report(report, second)
    assert first.getvalue() == second.getvalue()
    pdf = pypdfium2.PdfDocument(first.getvalue())
    words = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    assert "در آبان ۱۴۰۵ یک درخواست مردمی رسید" in words.replace("\u200f", "")
    assert "تصویب‌نامه" not in words


def test_the_spreadsheet_holds_numbers_and_no_live_formula(office: TestOffice, tmp_path: Path) -> None:
    services = office.services
    services.units.change(office.administrator, office.books.id, name="=1+1")
    office.registered(unit=office.books, received_at=start_of_day(day(8, 5)))
    report = services.reports.of(ReportScope(MONTH))
    (tmp_path / "r.xlsx").write_bytes(spreadsheet(report, ".xlsx"))
    book = load_workbook(tmp_path / "r.xlsx")
    cells = {cell.value: cell for row in book["واحدها"].iter_rows() for cell in row}
    assert cells["=1+1"].data_type == "s"
    counted = f"آبان ۱۴۰۵، همهٔ واحدها؛ بر پایهٔ داده‌های {as_of_words(report.made_at)}"
    for page in book:
        assert page["A1"].value.startswith("گزارش ماهانهٔ مشارکت مردمی: ")
        assert page["A2"].value == counted
        assert page.sheet_view.rightToLeft
        assert page.page_setup.paperSize == 9
    (tmp_path / "r.csv").write_bytes(spreadsheet(report, ".csv"))
    assert "'=1+1" in (tmp_path / "r.csv").read_text(encoding="utf-8-sig")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.csv", "r.xlsx"]


def test_a_month_knows_its_neighbours() -> None:
    assert JalaliMonth(1405, 1).previous() == JalaliMonth(1404, 12)
    assert JalaliMonth(1405, 12).next().first_day - JalaliMonth(1405, 12).last_day == timedelta(days=1)
    # 1403 was a leap year, 1404 is not.
    assert (JalaliMonth(1403, 12).days, JalaliMonth(1404, 12).days) == (30, 29)


def test_a_report_without_history_prints_no_digest(office: TestOffice) -> None:
    page = BytesIO()
    write_monthly_report(office.services.reports.of(ReportScope(Period.month(JalaliMonth(1404, 2)))), page)
    document = pypdfium2.PdfDocument(page.getvalue())
    assert all("کد صحت" not in sheet.get_textpage().get_text_bounded() for sheet in document)
    document.close()
