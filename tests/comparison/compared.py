"""A bylaw, and what the comparison of two texts found."""

from __future__ import annotations

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import Comparison, Entry, Op
from tests.comparison.invariants import check

BYLAW = """آیین‌نامه نگارخانه‌ها
فصل اول ـ کلیات
ماده ۱ـ متقاضی درخواست خود را به همراه سند مالکیت به اداره تحویل می‌دهد. اداره موظف است ظرف سی روز درخواست را بررسی کند
تبصره ـ هزینه بررسی درخواست بر عهده متقاضی است و بازگردانده نمی‌شود.
ماده ۲ـ مدیر نگارخانه پاسخ‌گوی اصالت آثار ارائه‌شده است و فهرست آن‌ها را نگه می‌دارد.
ماده ۳ـ نمایش و فروش آثار در فضای مجازی تابع همین آیین‌نامه است و به پروانه جداگانه نیاز ندارد.
فصل دوم ـ تخلفات
ماده ۴ـ نگارخانه متخلف بار نخست اخطار کتبی می‌گیرد و بار دوم پنج میلیون ریال می‌پردازد.
ماده ۵ـ مرجع رسیدگی به اعتراض، کارگروه استانی است که با سه عضو تشکیل می‌شود.
"""


def compared(old: str, new: str) -> Comparison:
    result = compare_texts(old, new)
    check(result)
    return result


def at(result: Comparison, label: str) -> Entry:
    """The entry whose label in NEW (or, deleted, in OLD) is `label`."""
    (only,) = [
        entry
        for entry in result.entries
        if (entry.new or entry.old) is not None and (entry.new or entry.old).label == label  # type: ignore[union-attr]
    ]
    return only


def changes(result: Comparison, entry: Entry) -> list[tuple[Op, str, str]]:
    old, new = result.old.text, result.new.text
    return [
        (span.op, old[slice(*span.old)], new[slice(*span.new)])
        for span in entry.spans
        if span.op is not Op.EQUAL
    ]
