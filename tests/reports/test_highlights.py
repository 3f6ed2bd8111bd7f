"""The first page of the report: what SQL finds is what a loop over the petitions finds, and what is said about it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pypdfium2
import pytest

from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import JalaliMonth, start_of_day, tehran_day
from desktop_app.petitions.model import NO_DEADLINE, Petition
from desktop_app.petitions.registration.codes import spoken
from desktop_app.reports.attention import attention, attention_points
from desktop_app.reports.cell_tables import colleagues
from desktop_app.reports.highlights import MOST_LATE, Highlights, NowAndBefore, OnTime
from desktop_app.reports.issued import LONGEST_ANALYSIS
from desktop_app.reports.monthly_pdf import monthly_document
from desktop_app.reports.monthly_tables import outcomes, services
from desktop_app.reports.monthly_text import as_text
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.service import MonthlyReport
from desktop_app.reports.snapshot import content_of, report_of
from desktop_app.reports.spreadsheet import spreadsheet
from desktop_app.wording import digits
from tests.department import TestOffice
from tests.reports.pdf.reading import by_pdfium

ABAN = Period.month(JalaliMonth(1405, 8))
SCOPE = ReportScope(ABAN)
SERVICES = ("مجوز نشر کتاب", "پروانهٔ نگارخانه", "")


def filled(office: TestOffice) -> list[Petition]:
    """Made petitions of four months, some of them around midnight in Tehran, straight into the table."""
    chance = random.Random(27)
    made = []
    for place in range(160):
        received = start_of_day(ABAN.first) + timedelta(minutes=chance.randrange(-90 * 24 * 60, 29 * 24 * 60))
        resolved = received + timedelta(hours=chance.randrange(1500)) if chance.random() < 0.7 else None
        due = tehran_day(received) + timedelta(days=chance.randrange(40)) if chance.random() < 0.8 else None
        made.append(
            Petition(
                tracking_code=f"T{place:09}", registry_year=1405, registry_number=place + 1,
                identity_key=f"t{place}", kind=chance.choice(("request", "complaint")), channel="portal",
                status="resolved" if resolved else "registered", is_open=resolved is None, urgency="normal",
                subject="راز شهروند", snippet="س", petitioner_name="",
                unit_id=chance.choice((office.books.id, office.music.id, None)),
                assignee_id=chance.choice((office.clerk.person_id, None)),
                about="تنها یک بار" if place == 0 else chance.choice(SERVICES), received_at=received,
                registered_at=received, due_on=due, due_order=due or NO_DEADLINE, resolved_at=resolved,
                outcome=chance.choice(("answered", "granted", "refused")) if resolved else None,
                changed_at=received,
            )
        )  # fmt: skip
    with office.services.database.writing() as session:
        session.add_all(made)
    return made


def counted(
    petitions: list[Petition], key: Callable[[Petition], str], there: Callable[[Petition], bool]
) -> Counter[str]:
    return Counter(key(one) for one in petitions if there(one))


def within(period: Period, name: str) -> Callable[[Petition], bool]:
    def there(one: Petition) -> bool:
        moment = getattr(one, name)
        return moment is not None and period.first <= tehran_day(moment) <= period.last

    return there


def late_at(period: Period) -> Callable[[Petition], bool]:
    def there(one: Petition) -> bool:
        ended = one.resolved_at is not None and tehran_day(one.resolved_at) <= period.last
        came = tehran_day(one.received_at) <= period.last
        return came and not ended and one.due_on is not None and one.due_on < period.last

    return there


def test_the_first_page_has_what_a_loop_over_the_petitions_finds(office: TestOffice) -> None:
    petitions = filled(office)
    report = office.services.reports.of(SCOPE)
    found = report.highlights
    assert found is not None
    before = ABAN.before()
    names = {office.books.id: office.books.name, office.music.id: office.music.name, None: ""}
    for lines, key, name in (
        (found.outcomes, lambda one: one.outcome or "", "resolved_at"),
        (found.kinds, lambda one: one.kind, "received_at"),
        (found.services, lambda one: one.about, "received_at"),
    ):
        now, then = (counted(petitions, key, within(period, name)) for period in (ABAN, before))
        if name == "received_at" and lines is found.services:
            for left_out in ("", "تنها یک بار"):
                now.pop(left_out, None)
                then.pop(left_out, None)
        assert {line.key: (line.now, line.before) for line in lines} == {
            one: (now[one], then[one]) for one in {*now, *then}
        }
        assert [line.now for line in lines] == sorted((line.now for line in lines), reverse=True)
    now, then = (
        counted(petitions, lambda one: names[one.unit_id], late_at(period)) for period in (ABAN, before)
    )
    assert {line.key: (line.now, line.before) for line in found.late} == {
        one: (now[one], then[one]) for one in {*now, *then}
    }
    for month, on_time in found.months:
        resolved = [one for one in petitions if within(Period.month(month), "resolved_at")(one)]
        overdue = [
            one for one in resolved
            if one.due_on is not None and one.resolved_at is not None and tehran_day(one.resolved_at) > one.due_on
        ]  # fmt: skip
        assert on_time == OnTime(len(resolved), len(overdue))
    assert found.before == dict(found.months)[JalaliMonth(1405, 7)]
    late = sorted(
        (one for one in petitions if late_at(ABAN)(one)), key=lambda one: (one.due_on or NO_DEADLINE, one.id)
    )
    assert [one.code for one in found.longest] == [one.tracking_code for one in late[:MOST_LATE]]
    assert found.longest[0].days == (ABAN.last - (late[0].due_on or NO_DEADLINE)).days


def test_no_words_of_a_citizen_stand_in_what_is_frozen(office: TestOffice) -> None:
    filled(office)
    report = office.services.reports.of(SCOPE)
    assert "راز شهروند" not in str(content_of(report))
    assert "تنها یک بار" not in str(content_of(report))
    assert report_of(content_of(report)) == replace(report, logo=None)
    # What was frozen before there was a first page has none.
    old = content_of(report)
    del old["highlights"], old["analysis"]
    assert report_of(old).highlights is None
    assert monthly_document(report_of(old)).to_bytes()


def with_highlights(report: MonthlyReport, **changed: Any) -> MonthlyReport:
    assert report.highlights is not None
    return replace(report, highlights=replace(report.highlights, **changed))


def with_late(report: MonthlyReport, now: int, before: int) -> MonthlyReport:
    figures = report.figures
    return replace(
        report,
        figures=replace(
            figures, total=replace(figures.total, late=now), before=replace(figures.before, late=before)
        ),
    )


def test_what_got_worse_is_said_with_where(sqlite_office: TestOffice) -> None:
    empty = sqlite_office.services.reports.of(SCOPE)
    assert attention(empty) == ["هیچ شاخصی نسبت به دورهٔ قبل بدتر نشده است."]
    worse = with_highlights(
        with_late(empty, 55, 24),
        late=(NowAndBefore("", 36, 2), NowAndBefore("مطبوعات", 15, 4), NowAndBefore("کتاب", 4, 18)),
        kinds=(NowAndBefore("complaint", 94, 70), NowAndBefore("request", 300, 299)),
        services=(NowAndBefore("مجوز نشر کتاب", 118, 87),),
    )
    assert attention(worse) == [
        "درخواست‌های خارج از مهلت از ۲۴ مورد در پایان مهر ۱۴۰۵ به ۵۵ مورد افزایش یافته است."
        " ۳۶ مورد از آن‌ها هنوز به هیچ واحدی ارجاع نشده است.",
        "در واحد مطبوعات درخواست‌های خارج از مهلت از ۴ به ۱۵ رسیده است.",
        "درخواست‌های دریافتی از نوع «شکایت» از ۷۰ به ۹۴ افزایش یافته است."
        " در میان خدمت‌ها بیشترین افزایش از آنِ «مجوز نشر کتاب» است (از ۸۷ به ۱۱۸).",
    ]
    # A name of a service cannot pretend to be a number.
    named = with_highlights(worse, late=(), services=(NowAndBefore("کتاب\x02none\x03۹\x04", 118, 87),))
    [grown] = [one for one in attention_points(named) if "کتاب" in one.words]
    assert "«کتابnone۹»" in grown.words
    assert [grown.words[one.start : one.end] for one in grown.numbers] == ["۷۰", "۹۴", "۸۷", "۱۱۸"]
    # With a period that has no full data nothing is compared, and the tiles say so in whole words.
    figures = replace(
        worse.figures,
        before=replace(worse.figures.before, received=5),
        data_from=ABAN.before().first + timedelta(days=20),
    )
    begun = replace(worse, figures=figures)
    assert attention(begun) == attention(worse)[:2]
    uncompared = replace(figures.total, before=None)
    assert begun.highlights is not None
    for section in (outcomes(begun.highlights, uncompared), services(begun.highlights, uncompared)):
        assert [section.words(row)[-1] for row in section.rows] == ["—"] * len(section.rows)
    page, *_ = by_pdfium(monthly_document(begun).to_bytes())
    assert "مهر: داده از مهر ۱۴۰۵" in " ".join(page.split())
    # One petition more of a kind is no news; nor are fewer late ones an alarm.
    quiet = with_highlights(with_late(empty, 3, 9), kinds=(NowAndBefore("request", 301, 300),))
    assert attention(quiet) == [
        "درخواست‌های خارج از مهلت از ۹ مورد در پایان مهر ۱۴۰۵ به ۳ مورد کاهش یافته است."
    ]


def test_a_falling_share_on_time_is_said(sqlite_office: TestOffice) -> None:
    empty = sqlite_office.services.reports.of(SCOPE)
    total = replace(empty.figures.total, resolved=100, overdue=22)
    fallen = with_highlights(
        replace(empty, figures=replace(empty.figures, total=total)), before=OnTime(100, 14)
    )
    assert attention(fallen) == ["سهم پاسخ در مهلت از ۸۶\u200f٪ به ۷۸\u200f٪ کاهش یافته است."]
    # Of a range the days before say less than that they are those before.
    days = Period.between(ABAN.first, ABAN.last - timedelta(days=1))
    ranged = replace(fallen, figures=replace(with_late(fallen, 2, 0).figures, period=days))
    assert attention(ranged)[0] == (
        "درخواست‌های خارج از مهلت از ۰ مورد در پایان دورهٔ پیش به ۲ مورد افزایش یافته است."
    )
    better = with_highlights(fallen, before=OnTime(100, 30))
    assert attention(better) == ["هیچ شاخصی نسبت به دورهٔ قبل بدتر نشده است."]


def test_more_open_and_fewer_resolved_petitions_are_said_as_the_tiles_show_them(
    sqlite_office: TestOffice,
) -> None:
    empty = sqlite_office.services.reports.of(SCOPE)
    figures = replace(
        empty.figures,
        total=replace(empty.figures.total, open=6, resolved=3),
        before=replace(empty.figures.before, open=2, resolved=4),
    )
    slower = replace(empty, figures=figures)
    assert attention(slower) == [
        "درخواست‌های باز از ۲ به ۶ افزایش یافته است. درخواست‌های رسیدگی‌شده از ۴ به ۳ کاهش یافته است."
    ]
    [point] = attention_points(slower)
    assert [one.petitions.measure for one in point.numbers] == ["open", "open", "resolved", "resolved"]
    swifter = replace(slower, figures=replace(figures, total=figures.before, before=figures.total))
    assert attention(swifter) == ["هیچ شاخصی نسبت به دورهٔ قبل بدتر نشده است."]


def test_the_manager_s_analysis_is_frozen_with_the_figures(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    filled(office)
    issued = office.services.issued_reports
    with pytest.raises(InvalidValueError):
        issued.issue(office.manager, SCOPE, analysis="آ" * (LONGEST_ANALYSIS + 1))
    row = issued.issue(office.manager, SCOPE, analysis="  ارجاع روزانه شد.  ")
    found = issued.one(office.manager, row.id)
    assert found.report.analysis == "ارجاع روزانه شد."
    pages = pypdfium2.PdfDocument(found.page)
    words = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "تحلیل مدیر" in words
    assert "ارجاع روزانه شد" in words
    corrected = issued.correct(office.manager, row.id, "خطای شمارش", analysis="تحلیل دیگر")
    assert issued.one(office.manager, corrected.id).report.analysis == "تحلیل دیگر"
    assert issued.one(office.manager, row.id).report.analysis == "ارجاع روزانه شد."


def test_ten_delays_and_the_box_of_the_manager_are_on_the_first_page(sqlite_office: TestOffice) -> None:
    filled(sqlite_office)
    report = sqlite_office.services.reports.of(SCOPE)
    assert report.highlights is not None
    bars = tuple(NowAndBefore(f"نتیجهٔ {n}", 9, 8) for n in range(8))
    full = with_highlights(report, outcomes=bars, services=bars)
    assert len(report.highlights.longest) == MOST_LATE
    first, second, *_ = by_pdfium(monthly_document(full).to_bytes())
    assert "تحلیل مدیر" in first
    assert "تحلیل مدیر" not in second
    # Outcomes without a bar of their own are summed up.
    many = tuple(NowAndBefore(f"پیامد {n}", 9, 8) for n in range(16))
    first, *_ = by_pdfium(monthly_document(with_highlights(report, outcomes=many)).to_bytes())
    shown = first.count("پیامد ")
    assert 2 < shown < 16
    assert f"سایر نتیجه‌ها {digits(9 * (16 - shown))}" in " ".join(first.split())
    codes = [digits(spoken(one.code)) for one in report.highlights.longest]
    assert [code in first for code in codes] == [True] * MOST_LATE


def test_text_and_spreadsheet_have_the_same_tables(sqlite_office: TestOffice) -> None:
    filled(sqlite_office)
    report = sqlite_office.services.reports.of(SCOPE)
    text = as_text(report, lambda rows: "\n".join(" | ".join(row) for row in rows))
    found: Highlights | None = report.highlights
    assert found is not None
    for title in ("نتیجهٔ درخواست‌های رسیدگی‌شده", "پرتکرارترین خدمت‌ها", "درخواست‌های با بیشترین تأخیر"):
        assert title in text
    assert found.longest[0].code in spreadsheet(report, ".csv").decode("utf-8-sig")


def test_the_work_of_colleagues_is_counted_only_where_the_office_wants_it_and_for_managers(
    office: TestOffice,
) -> None:
    petitions, services = filled(office), office.services
    assert services.reports.of(SCOPE, office.manager).colleagues == ()
    settings = replace(services.office.settings(), colleague_figures=True)
    services.office.change(office.administrator, settings)
    assert services.office.settings().colleague_figures
    assert services.reports.of(SCOPE, office.clerk).colleagues == ()
    report = services.reports.of(SCOPE, office.manager)
    late = late_at(ABAN)
    for line, number in zip(report.colleagues, (office.clerk.person_id, None), strict=True):
        mine = [one for one in petitions if one.assignee_id == number]
        resolved = [one for one in mine if within(ABAN, "resolved_at")(one)]
        assert line.name == (office.clerk.name if number else "")
        assert line.resolved == len(resolved) > 0
        assert line.late == sum(map(late, mine)) > 0
        assert line.open >= line.late
    section = colleagues(report)
    assert section.totals is not None
    assert section.totals[1:5] == tuple(sum(row[place] for row in section.rows) for place in range(1, 5))
    assert report_of(content_of(report)).colleagues == report.colleagues
    for form in (as_text(report, str), spreadsheet(report, ".csv").decode("utf-8-sig")):
        assert "کارکرد همکاران" in form
