"""Sample annotations of the legal reviewers on revision 2 of the galleries' bylaw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: The instrument and the revision that contain every quote.
INSTRUMENT: Final = "galleries"
REVISION: Final = 2


@dataclass(frozen=True, slots=True)
class SampleMessage:
    """A reply in a thread; `age` in hours before "until"."""

    by: str
    text: str
    age: int


@dataclass(frozen=True, slots=True)
class SampleThread:
    """A thread. `quote` occurs verbatim in the revision, for the first time within the provision `label`.

    `kind` and `outcome` as in `instruments.vocabulary`; `outcome` is None for an open thread. `suggestion` is
    the proposed wording for the quote, only for the kind "suggestion"; `message` is then its reason. `age` in
    hours before "until", `due` in days after it. A name after an `@` in a message mentions a person.
    """

    kind: str
    label: str
    quote: str
    message: str
    by: str
    age: int
    replies: tuple[SampleMessage, ...] = ()
    outcome: str | None = None
    suggestion: str | None = None
    assignee: str = ""
    due: int | None = None
    labels: tuple[str, ...] = ()


THREADS: Final = (
    SampleThread(
        "objection", "ماده ۴", "سی روز", "با ماده ۱۲ ناسازگار است؛ آنجا هم «سی روز» برای اعتراض آمده و دو مهلت یکی "
        "پنداشته می‌شود.", "e.rezaei", 30, (SampleMessage("h.moradi", "در نسخه بعد ماده ۱۲ هم اصلاح می‌شود.", 26),),
        assignee="h.moradi", due=2, labels=("مهلت‌ها",),
    ),
    SampleThread(
        "question", "ماده ۲", "یک کارشناس حقوقی", "این کارشناس را چه کسی معرفی می‌کند؟ واحد حقوقی یا مدیر کل؟",
        "h.moradi", 140,
        (
            SampleMessage("a.nouri", "واحد حقوقی معرفی و مدیر کل ابلاغ می‌کند.", 120),
            SampleMessage("h.moradi", "پس نیازی به تصریح در متن نیست.", 118),
        ),
        outcome="answered",
    ),
    SampleThread(
        "suggestion", "ماده ۳", "بیست و پنج سال سن", "با آیین‌نامه‌های هم‌ردیف هماهنگ شود.", "e.rezaei", 96,
        outcome="applied", suggestion="بیست و سه سال سن",
    ),
    SampleThread(
        "note", "ماده ۵", "شصت متر مربع", "در نظرهای مردم سه بار به این عدد ایراد گرفته‌اند؛ سابقه عدد از دستورالعمل "
        "پیشین است.", "h.moradi", 70, labels=("نظرهای مردم",),
    ),
    SampleThread(
        "objection", "ماده ۱۷", "تابع همین آیین‌نامه است", "فروش برخط شرط متراژ و بازدید ندارد؛ «همین آیین‌نامه» "
        "بیش از اندازه گسترده است.", "e.rezaei", 90, (SampleMessage("h.moradi", "به ضوابط ماده ۶ محدود کنیم.", 66),),
    ),
    SampleThread(
        "question", "ماده ۱۹", "معرفی‌نامه انجمن صنفی را پیوست کند",
        "@الهام رضایی کدام انجمن؟ در استان سه انجمن فعال داریم.",
        "h.moradi", 88, assignee="e.rezaei", due=-1,
    ),
    SampleThread(
        "suggestion", "ماده ۲۲", "پنج میلیون ریال", "بازدارنده نیست؛ دست‌کم دو برابر شود.", "e.rezaei", 50,
        (SampleMessage("a.nouri", "موافقم. مستند مبلغ هم در صورت‌جلسه بیاید.", 47),), suggestion="ده میلیون ریال",
    ),
    SampleThread(
        "objection", "ماده ۲۵", "با هیئت بررسی موضوع ماده ۲ است", "مرجع صدور و مرجع رسیدگی به تخلف یکی شده؛ اصل "
        "بی‌طرفی رعایت نمی‌شود.", "e.rezaei", 44, assignee="h.moradi", due=9, labels=("مرجع رسیدگی",),
    ),
    SampleThread(
        "note", "ماده ۲۴", "در درگاه اداره اعلام می‌گردد", "انتشار نام، مجازات تکمیلی است و مستند قانونی می‌خواهد.",
        "h.moradi", 40, (SampleMessage("e.rezaei", "مستندی پیدا نکردم؛ پیشنهاد حذف ماده.", 22),),
    ),
    SampleThread(
        "note", "ماده ۲۸", "۱۴۰۵/۰۷/۰۱", "با طولانی شدن نظرخواهی این تاریخ دیگر شدنی نیست.", "e.rezaei", 20,
        outcome="dismissed",
    ),
)  # fmt: skip
