"""A made bylaw and its revision, with two uncertain pairs: one that is taken for one, with a rival, and one not."""

from __future__ import annotations

from typing import Final

SCOPE: Final = "این آیین‌نامه برای ساماندهی نگارخانه‌های استان نوشته شده است."
DIRECTOR: Final = "مدیر نگارخانه پاسخ‌گوی اصالت آثار ارائه‌شده است."
LIST: Final = (
    "نگارخانه موظف است فهرست آثار هر نمایشگاه را همراه با نام هنرمند، ابعاد و قیمت، دست‌کم"
    " پنج روز پیش از گشایش به اداره کل ارائه کند."
)
#: The same duty in other words, and longer.
UPLOAD: Final = (
    "فهرست آثار هر نمایشگاه، شامل نام هنرمند، فن، ابعاد، سال آفرینش و قیمت، از سوی مدیر نگارخانه حداکثر"
    " پنج روز کاری پیش از گشایش در درگاه بارگذاری می‌شود. اداره کل ظرف دو روز اعلام نظر می‌کند و سکوت به منزله"
    " موافقت است."
)
#: Another duty in similar words.
PRICES: Final = (
    "قیمت آثار را نگارخانه در محل نمایشگاه اعلام می‌کند و فهرست فروش هر فصل، همراه با نام هنرمند، در پایان همان"
    " فصل به اداره کل داده می‌شود."
)
VISIT: Final = "بازدید از نگارخانه با حکم کتبی و با حضور مدیر آن انجام می‌شود."
LOAN: Final = (
    "آثار امانی تا پایان نمایشگاه نزد برگزارکننده می‌ماند و او ضامن سلامت آن است؛ بیمه‌نامه باید پیش از حمل"
    " به امضای صاحب اثر برسد."
)
INSURED: Final = (
    "برگزارکننده پیش از حمل آثار امانی، بیمه‌نامه‌ای به ارزش روز تهیه می‌کند که به امضای صاحب اثر می‌رسد. هزینه"
    " حمل، نصب و نگهداری تا پایان نمایشگاه و بازگشت اثر بر عهده اوست و خسارت ظرف سی روز پرداخت می‌گردد."
)
FEES: Final = "تعرفه خدمات هر سال با پیشنهاد مدیرکل بازنگری می‌شود."
BOOK: Final = "هر نگارخانه دفتر ثبت فروش دارد و آن را هنگام بازرسی نشان می‌دهد."
SAFETY: Final = "ایمنی محل برابر ضوابط سازمان آتش‌نشانی است و گواهی آن سالانه تمدید می‌گردد."
HOURS: Final = "ساعت کار نگارخانه را مدیر آن تعیین و بر در ورودی اعلام می‌کند."
COURSE: Final = "دوره آموزشی مدیران را انجمن صنفی برگزار و گواهی آن را صادر می‌کند."


def bylaw(*articles: str) -> str:
    """Returns numbered articles."""
    return "".join(f"ماده {number}ـ {body}\n" for number, body in enumerate(articles, 1))


BEFORE: Final = bylaw(SCOPE, DIRECTOR, LIST, VISIT, FEES, LOAN, BOOK)
AFTER: Final = bylaw(SCOPE, SAFETY, DIRECTOR, HOURS, UPLOAD, PRICES, VISIT, FEES, COURSE, BOOK, INSURED)
