"""A page such as the monthly report's, with plainly made-up figures: to be looked at and to be read back.

`python -m tests.reports.pdf.page FILE` writes it.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from desktop_app.persian.digits import persian_digits
from desktop_app.reports.pdf.charts import ChartSeries, HorizontalBar, HorizontalBarChart, PdfBarChart
from desktop_app.reports.pdf.decoration import QUIET_INK
from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.lines import TextRun, TextStyle
from desktop_app.reports.pdf.page import Letterhead
from desktop_app.reports.pdf.shaping import Weight
from desktop_app.reports.pdf.table import PdfColumn, Table

MADE_AT = datetime(2026, 11, 28, 8, 30, tzinfo=UTC)
LETTERHEAD = Letterhead(
    ["وزارت فرهنگ و ارشاد اسلامی", "اداره کل استان تهران"],
    [("تاریخ", "۱۴۰۵/۰۹/۰۷"), ("شماره", "پس از صدور")],
)
SUMMARY = (
    "در آبان ۱۴۰۵، ۶۱۲ درخواست مردمی رسید و ۵۷۸ مورد رسیدگی شد. میانه زمان رسیدگی ۶ روز و صدک نودم آن ۱۷ روز بود. "
    "در پایان ماه ۱۴۱ مورد باز ماند که ۱۹ مورد آن از مهلت گذشته است."
)
UNITS = [
    ("کتاب", 148, 141, 32, 4, 7),
    ("مطبوعات", 121, 110, 34, 6, 8),
    ("موسیقی", 96, 93, 19, 3, 5),
    ("سینمایی", 74, 70, 17, 2, 6),
    ("تجسمی", 63, 59, 16, 2, 6),
    ("نمایش", 58, 57, 11, 1, 5),
    ("تبلیغات", 52, 48, 12, 1, 6),
]
TOTALS = ("همه واحدها", 612, 578, 141, 19, 6)


def row(values: tuple[object, ...]) -> list[str]:
    return [persian_digits(str(value)) for value in values]


def units_table() -> Table:
    titles = ("رسیده", "رسیدگی", "باز", "دیرکرد", "میانه (روز)")
    return Table(
        [PdfColumn("واحد", weight=2.4), *(PdfColumn(title) for title in titles)],
        [row(values) for values in UNITS],
        row(TOTALS),
    )


def report() -> PersianDocument:
    received = [
        7,
        0,
        26,
        33,
        30,
        24,
        22,
        3,
        0,
        28,
        30,
        36,
        30,
        26,
        0,
        3,
        25,
        26,
        30,
        22,
        24,
        0,
        4,
        27,
        22,
        30,
        33,
        24,
        7,
        21,
    ]
    closed = [
        0,
        0,
        30,
        30,
        27,
        22,
        25,
        0,
        0,
        22,
        31,
        24,
        34,
        28,
        0,
        0,
        28,
        24,
        27,
        23,
        31,
        0,
        0,
        26,
        30,
        34,
        32,
        23,
        0,
        22,
    ]
    quiet = TextStyle(size=9, leading=15, colour=QUIET_INK, alignment="centre")
    return (
        PersianDocument("گزارش ماهانه مشارکت مردمی", made_at=MADE_AT, letterhead=LETTERHEAD)
        .heading("گزارش ماهانه مشارکت مردمی", 0)
        .paragraph("آبان ۱۴۰۵، همه واحدها", quiet, gap=0)
        .paragraph(SUMMARY, gap=10)
        .heading("۱. درخواست‌ها به تفکیک واحد")
        .add(units_table())
        .heading("۲. رسیده و رسیدگی‌شده در هر روز")
        .add(
            PdfBarChart(
                row(tuple(range(1, 31))),
                [ChartSeries("رسیده", received), ChartSeries("رسیدگی‌شده", closed)],
                shaded=frozenset({1, 8, 14, 21, 28}),
                shaded_name="تعطیل",
            )
        )
        .heading("۳. فراخوان‌های نقد و نظر")
        .paragraph(
            [
                TextRun("سه پیش‌نویس در معرض نقد گذاشته شد، "),
                TextRun("دو مهلت پایان یافت", weight=Weight.BOLD),
                TextRun(" و یک دستورالعمل ابلاغ شد. از ۲۳۴ نظر، ۸۴ نظر پذیرفته و ۶۱ نظر تا حدی پذیرفته شد."),
            ]
        )
        .add(
            Table(
                [
                    PdfColumn("پیش‌نویس", weight=3),
                    PdfColumn("نظر"),
                    PdfColumn("پذیرفته"),
                    PdfColumn("رد"),
                    PdfColumn("وضع"),
                ],
                [
                    row(("ضوابط اجرایی صدور مجوز کنسرت", 128, 79, 21, "ابلاغ")),
                    row(("دستورالعمل خدمات چاپ و نشر (بازنگری «دوم»)", 65, 43, 12, "اصلاح")),
                    row(("بخشنامهٔ نوبت‌دهی میز خدمت", 41, 23, 6, "اصلاح")),
                ],
            )
        )
        .heading("۴. رضایت")
        .add(
            HorizontalBarChart(
                [
                    HorizontalBar("کاملاً راضی", 142),
                    HorizontalBar("راضی", 96),
                    HorizontalBar("میانه", 41),
                    HorizontalBar("ناراضی", 18),
                ]
            )
        )
    )


if __name__ == "__main__":
    report().write(sys.argv[1])
