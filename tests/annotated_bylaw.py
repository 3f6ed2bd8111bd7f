"""A bylaw with chapters, clauses, notes and a table, and annotations of every kind on it."""

from __future__ import annotations

import hashlib
from typing import Final

from desktop_app.documents import Document
from desktop_app.instruments.annotations.service import AnnotationSubject
from desktop_app.instruments.vocabulary import InstrumentKind, ThreadKind
from desktop_app.services import Services
from desktop_app.staff.roles import Actor

TITLE: Final = "آیین‌نامه تأسیس و نظارت بر نگارخانه‌ها"
_HEAD: Final = """آیین‌نامه تأسیس و نظارت بر نگارخانه‌ها
فصل اول ـ کلیات و تعاریف
ماده ۱ـ این آیین‌نامه برای سامان دادن به تأسیس و نظارت بر نگارخانه‌ها و حمایت از هنرمندان تدوین شده است.
ماده ۲ـ در این آیین‌نامه، نگارخانه جایی است که آثار هنرهای تجسمی را برای نمایش و فروش عرضه می‌کند.
"""
_BODY: Final = """فصل دوم ـ شرایط صدور پروانه
ماده ۷ـ نگارخانه‌ها بر پایهٔ فضا و برنامهٔ نمایش، به شرح جدول زیر درجه‌بندی می‌شوند:
جدول ۱ـ درجه‌بندی نگارخانه‌ها
درجه\tحداقل فضای نمایش (متر مربع)\tنمایشگاه در سال (دست‌کم)\tاعتبار پروانه (سال)
یک\t120\t10\t3
دو\t80\t8\t2
سه\t60\t6\t1
ماده ۸ـ متقاضی تأسیس نگارخانه باید دارای شرایط زیر باشد:
الف) تابعیت جمهوری اسلامی ایران؛
ب) دست‌کم بیست و پنج سال سن؛
پ) مدرک کارشناسی در رشتهٔ مرتبط یا گواهی معادل از مراجع ذی‌صلاح؛
ت) نداشتن سوءپیشینهٔ کیفری مؤثر.
تبصره ۱ـ سابقهٔ تدریس در مدارس رسمی، معادل نصف سابقهٔ هنری محاسبه می‌شود.
تبصره ۲ـ دارندگان نشان درجهٔ یک هنری از شرط بند (پ) معاف‌اند.
ماده ۹ـ ادارهٔ کل موظف است ظرف سی روز کاری از تاریخ ثبت درخواست، نتیجهٔ بررسی را به متقاضی اعلام کند.
تبصره ـ هرگاه نقص مدارک اعلام شود، مهلت از تاریخ رفع نقص آغاز می‌شود.
فصل سوم ـ وظایف و نظارت
ماده ۱۰ـ مدیر نگارخانه پاسخ‌گوی اصالت آثار ارائه‌شده است و فهرست آن‌ها را نگه می‌دارد.
ماده ۱۱ـ نگارخانه نشانی و ساعت کار خود را در سامانه اعلام می‌کند و هر تغییر را ظرف ده روز ثبت می‌کند.
"""
_LOST: Final = "ماده ۱۲ـ ورود به نگارخانه برای دانش‌آموزان رایگان است.\n"
#: The words of each annotation (whole provisions by their label), its kind, and its text.
_NOTES: Final = (
    ("سامان دادن", ThreadKind.NOTE, "در مقدمهٔ توجیهی هم همین تعبیر آمده است."),
    (
        "10",
        ThreadKind.OBJECTION,
        "«10» با مادهٔ ۶ ناسازگار است؛ آنجا «دست‌کم دوازده نمایشگاه در سال» آمده است.",
    ),
    ("دست‌کم بیست و پنج سال سن", ThreadKind.NOTE, "با کف سن در آیین‌نامهٔ آموزشگاه‌ها یکی شود."),
    ("گواهی معادل", ThreadKind.QUESTION, "«معادل» را کدام مرجع گواهی می‌کند؟"),
    ("معادل نصف سابقهٔ هنری", ThreadKind.SUGGESTION, "برابر دو سوم سابقهٔ هنری"),
    ("سی روز کاری", ThreadKind.SUGGESTION, "بیست روز کاری"),
    ("سی روز کاری از تاریخ ثبت درخواست", ThreadKind.QUESTION, "از ثبت در سامانه یا تکمیل مدارک؟"),
    ("ماده ۱۰ـ", ThreadKind.OBJECTION, "مسئولیت هنرمند نادیده گرفته شده است."),
    ("رایگان است", ThreadKind.NOTE, "هزینهٔ آن از کجا تأمین می‌شود؟"),
)


def filed(services: Services, reviewer: Actor, *, many: int = 0) -> int:
    """Registers the bylaw with two revisions, of which the second one lost a provision; returns the id.

    With `many`, so many annotations are added to words of chapter three.
    """
    instrument = services.drafting.register(reviewer, InstrumentKind.BYLAW, TITLE).row.id
    third = " ".join(f"تکلیف {number} نگارخانه در این بند آمده است." for number in range(1, many + 1))
    extra = f"ماده ۱۳ـ {third}\n" if many else ""
    services.drafting.add_revision(reviewer, instrument, _document(_HEAD + _BODY + _LOST + extra))
    text = _HEAD + _BODY + _LOST + extra
    kinds = list(ThreadKind)
    notes = [
        *_NOTES,
        *((f"تکلیف {n} نگارخانه", kinds[n % 4], f"بررسی شود ({n}).") for n in range(1, many + 1)),
    ]
    for words, kind, said in notes:
        at = text.index(words) if words != "10" else text.index("\t10\t") + 1
        end, about = at + len(words), AnnotationSubject.PHRASE
        if words.startswith("ماده"):
            end, about = text.index("\n", at), AnnotationSubject.PROVISION
        made = services.annotations.annotate(reviewer, instrument, 1, at, end, kind, said, about=about)
        if kind is ThreadKind.OBJECTION:
            services.annotations.reply(reviewer, made.id, 1, "درست است؛ در نسخهٔ بعد هر دو یکی می‌شود.")
    services.drafting.add_revision(reviewer, instrument, _document(_HEAD + _BODY + extra))
    return instrument


def _document(text: str) -> Document:
    return Document("bylaw.txt", text, (), "txt", hashlib.sha256(text.encode()).hexdigest())
