"""The sample instruments: one of every kind, each with an original and an amended text.

The texts are in `resources/sample/instruments/<code>/<revision>.txt` and were written for this program. The
amendments are typical for a review: amounts and deadlines, an inserted article that renumbers the rest, a moved
or split article, a deleted clause. There are also a stale reference and spelling differences.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.paths import resource


@dataclass(frozen=True, slots=True)
class SampleRevision:
    """A revision by `author`, a user name of the sample.

    `age` is the number of days before "until" when it was written.
    """

    number: int
    author: str
    age: int
    summary: str


@dataclass(frozen=True, slots=True)
class SampleInstrument:
    """An instrument and its final state: `kind` and `state` as in `instruments.vocabulary`.

    `exposed` is the number of the published revision, None before publication; `opened` and `closes` are the
    first and last day of the window, in days before "until" (negative: after it).
    """

    code: str
    kind: str
    title: str
    unit: str
    place: str
    state: str
    exposed: int | None
    opened: int | None
    closes: int | None
    revisions: tuple[SampleRevision, ...]

    def text(self, revision: int) -> str:
        """The whole text of a revision, with LF line ends."""
        return resource("sample", "instruments", self.code, f"{revision}.txt").read_text(encoding="utf-8")


INSTRUMENTS: Final = (
    SampleInstrument(
        "galleries", "bylaw", "آیین‌نامه تأسیس و نظارت بر نگارخانه‌ها", "visual", "portal", "revising", 2, 60, 42,
        (
            SampleRevision(1, "h.moradi", 120, "متن نخست"),
            SampleRevision(2, "h.moradi", 80, "افزودن ماده کتاب‌نما و دسترسی افراد دارای معلولیت"),
            SampleRevision(3, "h.moradi", 12, "اصلاح پس از دریافت نظرهای مردم"),
        ),
    ),
    SampleInstrument(
        "gallery-licensing", "licensing_directive", "دستورالعمل صدور مجوز نگارخانه‌ها", "visual", "single_window",
        "open", 1, 8, -7,
        (
            SampleRevision(1, "e.rezaei", 20, "متن نخست"),
            SampleRevision(2, "e.rezaei", 2, "پیش‌نویس کار: کاهش شمار نمایشگاه‌ها"),
        ),
    ),
    SampleInstrument(
        "phone-answering", "circular", "بخشنامه پاسخ‌گویی تلفنی و رسیدگی به درخواست‌های مردمی", "desk", "portal",
        "promulgated", 1, 190, 174,
        (
            SampleRevision(1, "h.moradi", 200, "متن نخست"),
            SampleRevision(2, "h.moradi", 165, "کوتاه شدن زمان انتظار و افزودن پیامک پوزش"),
        ),
    ),
    SampleInstrument(
        "art-schools", "directive", "دستورالعمل نظارت بر آموزشگاه‌های آزاد هنری", "music", "portal", "ready",
        1, 50, 34,
        (
            SampleRevision(1, "e.rezaei", 70, "متن نخست"),
            SampleRevision(2, "e.rezaei", 20, "تفکیک ماده شهریه و افزایش بازگشت شهریه"),
        ),
    ),
    SampleInstrument(
        "stage-performance", "criteria", "ضوابط اجرایی برگزاری کنسرت و اجرای صحنه‌ای", "music", "portal", "closed",
        1, 18, 2,
        (
            SampleRevision(1, "h.moradi", 30, "متن نخست"),
            SampleRevision(2, "h.moradi", 1, "پیش‌نویس کار پس از پایان مهلت"),
        ),
    ),
    SampleInstrument(
        "service-desk", "service_directive", "دستورالعمل ارائه خدمت در میز خدمت الکترونیک", "desk", "single_window",
        "legal_review", None, None, None,
        (
            SampleRevision(1, "e.rezaei", 25, "متن نخست"),
            SampleRevision(2, "e.rezaei", 5, "بازبینی حقوقی"),
        ),
    ),
    SampleInstrument(
        "artists-bill", "bill", "لایحه حمایت از پدیدآورندگان فرهنگ و هنر", "legal", "portal", "submitted",
        1, 150, 118,
        (
            SampleRevision(1, "h.moradi", 170, "متن نخست"),
            SampleRevision(2, "h.moradi", 100, "اصلاح سهم دولت و افزودن ماده آثار نخست"),
        ),
    ),
    SampleInstrument(
        "advertising", "cabinet_bylaw", "پیش‌نویس آیین‌نامه اجرایی تأسیس و فعالیت کانون‌های آگهی و تبلیغات", "ads",
        "portal", "drafting", None, None, None,
        (
            SampleRevision(1, "e.rezaei", 15, "متن نخست"),
            SampleRevision(2, "e.rezaei", 3, "افزودن حکم آگهی در شبکه‌های اجتماعی"),
        ),
    ),
)  # fmt: skip


def instrument(code: str) -> SampleInstrument:
    """Returns the sample instrument with a code. Raises `KeyError`."""
    for made in INSTRUMENTS:
        if made.code == code:
            return made
    raise KeyError(code)
