"""A typical campaign: one text from many senders with typing variants, a few with added words."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from desktop_app.instruments.comments.service import NewComment
from desktop_app.persian.text import ZWNJ
from tests.likeness.made import base_text

COMMON = (
    "با سلام. مهلت پاسخ به درخواست مجوز در ماده ۱ سی روز است و برای ناشران کوچک بسیار طولانی است. "
    "کتاب‌هایی که به نمایشگاه نمی‌رسند زیان سنگینی به ناشر می‌زنند. پیشنهاد می‌کنیم مهلت به ده روز کاهش یابد. "
    "همچنین هزینه صدور مجوز برای ناشران شهرستانی نصف شود."
)
_OWN = (
    "من خودم ناشر کودک در {city} هستم و سال گذشته {n} عنوان را از دست دادم.",
    "در {city} {n} کتاب‌فروشی به همین دلیل بسته شد و کسی پاسخگو نبود.",
    "پدرم {n} سال است در {city} چاپخانه دارد و چنین مهلتی ندیده است.",
    "لطفاً کتاب‌های درسی استان {city} را از این {n} بند جدا کنید.",
)
CITIES = ("یزد", "سنندج", "بوشهر", "اردبیل", "زاهدان", "ایلام", "گرگان", "کرمان", "سمنان", "بیرجند")


def campaign(
    when: datetime, *, submissions: int = 900, additions: int = 40, others: int = 300, persons: int = 600
) -> list[NewComment]:
    """Returns the comments of a campaign in random order, half a minute apart.

    `submissions` have one text with typing variants, from `persons` people; `additions` of them have a sentence
    of their own. `others` have a different text.
    """
    chance = random.Random(1405)
    made = [
        NewComment(_typed(chance, COMMON), sender=_name(n % persons), provision="ماده ۱")
        for n in range(submissions - additions)
    ]
    for n in range(additions):
        own = _OWN[n % len(_OWN)].format(city=CITIES[n % len(CITIES)], n=n + 3)
        text = f"{_typed(chance, COMMON)} {own}"
        made.append(NewComment(text, sender=_name((n * 7) % persons), provision="ماده ۱"))
    for n in range(others):
        text = " ".join(filter(None, base_text(chance)))
        made.append(NewComment(text, sender=_name(10_000 + n), provision=("ماده ۲", "")[n % 2]))
    chance.shuffle(made)
    return [
        NewComment(
            one.text,
            sender=one.sender,
            provision=one.provision,
            external_id=str(n),
            received_at=when + timedelta(seconds=n * 30),
        )
        for n, one in enumerate(made)
    ]


def _name(number: int) -> str:
    return f"فرستنده {number}"


def _typed(chance: random.Random, text: str) -> str:
    for old, new in (
        ("ی", "ي"),
        ("ک", "ك"),
        (ZWNJ, " "),
        (ZWNJ, ""),
        (". ", "."),
        ("۱", "1"),
        ("ده روز", "۱۰ روز"),
    ):
        if chance.random() < 0.3:
            text = text.replace(old, new)
    if chance.random() < 0.3:
        place = chance.randrange(len(text))
        text = text[:place] + text[place + 1 :]
    return text
