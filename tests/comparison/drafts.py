"""Persian drafts with known changes, made by a seeded generator: no text of a real law is copied."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

_SUBJECTS = """متقاضی|اداره کل|مدیر نگارخانه|کارگروه نظارت|دبیرخانه شورا|ناشر|برگزارکننده جشنواره|صاحب پروانه|
    آموزشگاه هنری|هیئت رسیدگی|کارشناس واحد|تهیه‌کننده|شورای سیاست‌گذاری|بازرس|دارنده مجوز|مؤسسه فرهنگی""".replace(
    "\n    ", ""
).split("|")
_OBJECTS = """مدارک هویتی|درخواست کتبی|گزارش فصلی|فهرست آثار|نسخه نهایی قرارداد|پرونده تخلف|تعرفه خدمات|شناسنامه اثر|
    برنامه سالانه|صورت‌جلسه بازدید|نشانی محل فعالیت|سوابق آموزشی|رضایت‌نامه پدیدآورنده|تصویر سند مالکیت|
    طرح توجیهی|اطلاعات تماس""".replace("\n    ", "").split("|")
_PLACES = """در پنجره واحد|در سامانه خدمات|به دبیرخانه|به مرجع صدور|در پایگاه اطلاع‌رسانی|نزد واحد حقوقی|
    در دفتر ثبت|به اداره شهرستان|در جلسه کارگروه|برای مدیر واحد""".replace("\n    ", "").split("|")
_TIMES = """ظرف ده روز|حداکثر تا سی روز|پیش از آغاز فعالیت|در پایان هر فصل|پس از بازدید|هم‌زمان با ثبت|
    یک ماه پیش از پایان اعتبار|در ساعات اداری|بدون فوت وقت|هر سال""".replace("\n    ", "").split("|")
_VERBS = """ثبت می‌کند|ارائه می‌دهد|بررسی می‌کند|اعلام می‌کند|نگه می‌دارد|بارگذاری می‌کند|به تأیید می‌رساند|
    منتشر می‌کند|بازبینی می‌کند|تحویل می‌دهد""".replace("\n    ", "").split("|")
_CAUSES = """مگر آن‌که شورا تصمیم دیگری بگیرد|به شرط رعایت ضوابط ابلاغی|و رونوشت آن را می‌فرستد|
    و نتیجه را به ذی‌نفع می‌گوید|تا حقوق پدیدآورنده حفظ شود|بر پایه شیوه‌نامه پیوست|
    و در صورت نقص مهلت می‌دهد|با هزینه متقاضی|و دلیل آن را می‌نویسد""".replace("\n    ", "").split("|")


@dataclass(slots=True)
class Article:
    """An article: its sentences and its notes, without their labels."""

    body: str
    notes: list[str] = field(default_factory=list)


def sentence(chance: random.Random) -> str:
    """One sentence of about fourteen words."""
    parts = [
        chance.choice(_SUBJECTS),
        chance.choice(_OBJECTS),
        "را",
        chance.choice(_TIMES),
        chance.choice(_PLACES),
    ]
    number = chance.randrange(2, 99_999)
    return " ".join([*parts, f"با شناسه {number}", chance.choice(_VERBS), chance.choice(_CAUSES)]) + "."


def article(chance: random.Random) -> Article:
    """An article of two to four sentences, now and then with a note."""
    body = " ".join(sentence(chance) for _ in range(chance.randrange(2, 5)))
    notes = [sentence(chance) for _ in range(chance.choice((0, 0, 0, 1, 2)))]
    return Article(body, notes)


def articles(chance: random.Random, count: int) -> list[Article]:
    """`count` articles."""
    return [article(chance) for _ in range(count)]


def written(chapters: list[list[Article]]) -> str:
    """The text of a bylaw of these chapters, numbered from one."""
    lines, number = ["آیین‌نامه نمونه"], 0
    for position, chapter in enumerate(chapters, 1):
        lines.append(f"فصل {position} ـ عنوان فصل")
        for item in chapter:
            number += 1
            lines.append(f"ماده {number}ـ {item.body}")
            for place, note in enumerate(item.notes, 1):
                lines.append(f"تبصره {place}ـ {note}" if len(item.notes) > 1 else f"تبصره ـ {note}")
    return "\n".join(lines) + "\n"


def edited(body: str, chance: random.Random, edits: int = 2) -> str:
    """`body` with `edits` of its words replaced, put in or taken out."""
    words = body.split(" ")
    for _ in range(edits):
        at = chance.randrange(1, len(words) - 1)
        turn = chance.randrange(3)
        if turn == 0:
            words[at] = chance.choice(("افزوده", "بازنگری", "اصلاحی", "استانی"))
        elif turn == 1:
            words.insert(at, chance.choice(("نیز", "همچنین", "رسماً", "کتبی")))
        else:
            del words[at]
    return " ".join(words)


def noisy(text: str) -> str:
    """`text` in another spelling: Arabic letters, Latin digits, a ZWNJ less here and there."""
    return text.replace("ی", "ي").replace("ک", "ك").replace("۱", "1").replace("می‌", "می ")


def revised(chapters: list[list[Article]], chance: random.Random) -> list[list[Article]]:
    """The chapters after a round of amendments: edits, moves, insertions, deletions."""
    made = [[Article(item.body, list(item.notes)) for item in chapter] for chapter in chapters]
    flat = [(number, place) for number, items in enumerate(made) for place in range(len(items))]
    for number, place in chance.sample(flat, max(1, len(flat) // 6)):
        item = made[number][place]
        item.body = edited(item.body, chance)
    for chapter in made:
        if len(chapter) > 3 and chance.random() < 0.5:
            chapter.pop(chance.randrange(len(chapter)))
        if chance.random() < 0.5:
            chapter.insert(chance.randrange(len(chapter) + 1), article(chance))
    if len(made) > 1:
        source, target = chance.sample(made, 2)
        if source:
            target.insert(chance.randrange(len(target) + 1), source.pop(chance.randrange(len(source))))
    return made
