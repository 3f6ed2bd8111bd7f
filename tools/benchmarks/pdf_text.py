"""The text that every maker of PDFs is given: office prose with all that Persian has which makers break.

Digits and dates, brackets in brackets, ZWNJ, Latin words, addresses, ezafe hamza, lam-alef, tanwin, long runs in
bold, numbers with a hyphen and letters. The twenty-eight paragraphs of `pdf_text.txt` come again in every chapter
with other figures, names and addresses.
All of it is made up. `**` begins and ends bold.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Final, NamedTuple

from desktop_app.persian.digits import persian_digits


class Piece(NamedTuple):
    """Words of a paragraph in one weight."""

    text: str
    bold: bool


class Passage(NamedTuple):
    """A heading or a paragraph."""

    pieces: tuple[Piece, ...]
    heading: bool

    @property
    def plain(self) -> str:
        return "".join(piece.text for piece in self.pieces)


_UNITS: Final = ("کتاب", "مطبوعات", "موسیقی", "سینمایی", "هنرهای تجسمی", "نمایش", "تبلیغات", "میراث ناملموس")
_TOWNS: Final = ("ورامین", "اسلامشهر", "دماوند", "شهر ری", "لواسان", "پیشوا")
_NAMES: Final = ("info", "dabirkhaneh", "negarkhaneh.5", "chap-nashr", "m.alavi", "archive_2")
_FORMATS: Final = ("PDF", "XLSX", "DOCX", "CSV", "ODT")

_PARAGRAPHS: Final = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()

_HEADINGS: Final = ("کلیات و آمار دوره", "یافته‌ها و پیشنهادها", "مسائل و شکایت‌ها", "تصمیم‌ها و اقدامات بعدی")
_EACH: Final = len(_PARAGRAPHS) // len(_HEADINGS)

#: What somebody would search for; each stands in every chapter.
PHRASES: Final = (
    "میز خدمت رسید",
    "هیچ درخواستی نباید بی‌پاسخ بماند",
    "تبصرهٔ",
    "ساعت ۸:۳۰",
    "ضوابط اجرایی صدور مجوز",
    "www.example.ir",
    "حتماً و کتباً",
    "سؤال متداول",
    "بلافاصله پس از آن",
    "Word و LibreOffice",
)


def text(chapters: int) -> list[Passage]:
    """So many chapters of about 1,300 words each; the same every time."""
    chance = random.Random(1405)
    passages = []
    for chapter in range(1, chapters + 1):
        for place, title in enumerate(_HEADINGS):
            name = persian_digits(f"{chapter}.{place + 1}. ") + title
            passages.append(Passage((Piece(name, bold=True),), heading=True))
            part = _PARAGRAPHS[place * _EACH : (place + 1) * _EACH]
            passages.extend(_passage(paragraph, chance) for paragraph in part)
    return passages


def rows(count: int) -> list[list[str]]:
    """Rows of a list of petitions, as long as they are in an office; the same every time."""
    chance = random.Random(count)
    subjects = (
        "تمدید پروانهٔ",
        "پیگیری مجوز",
        "شکایت از تأخیر در صدور مجوز",
        "پرسش دربارهٔ ضوابط",
        "درخواست وقت دیدار با واحد",
    )
    states = ("در دست بررسی", "پاسخ داده شد", "ارجاع", "در انتظار مدارک")
    return [
        [
            persian_digits(str(number)),
            persian_digits(f"1405/{chance.randrange(1, 90_000):05}"),
            f"{chance.choice(subjects)} {chance.choice(_UNITS)} در {chance.choice(_TOWNS)}",
            chance.choice(_UNITS),
            _date(chance),
            chance.choice(states),
        ]
        for number in range(1, count + 1)
    ]


COLUMNS: Final = ("ردیف", "شماره", "موضوع", "واحد", "تاریخ", "وضعیت")
WEIGHTS: Final = (1.0, 1.8, 5.0, 2.0, 1.8, 2.0)


def _date(chance: random.Random) -> str:
    return persian_digits(f"1405/{chance.randrange(1, 13):02}/{chance.randrange(1, 30):02}")


def _passage(paragraph: str, chance: random.Random) -> Passage:
    unit, unit2 = chance.sample(_UNITS, 2)
    fmt, fmt2 = chance.sample(_FORMATS, 2)
    mail, mail2 = (f"{name}@example.ir" for name in chance.sample(_NAMES, 2))
    figures = {
        "n": chance.randrange(10, 60),
        "m": chance.randrange(100, 2_000),
        "k": chance.randrange(11, 99),
        "d": chance.randrange(2, 20),
        "e": chance.randrange(2, 9),
        "p": chance.randrange(40, 99),
        "p2": f"{chance.randrange(30, 90)}٫{chance.randrange(1, 9)}",
        "money": f"{chance.randrange(1, 99)}٬{chance.randrange(100, 999)}٬000",
        "code": f"1405/{chance.randrange(100, 9_999)}",
        "phone": f"021{chance.randrange(10_000_000, 99_999_999)}",
    }
    words = paragraph.format(
        **{name: persian_digits(str(value)) for name, value in figures.items()},
        unit=unit,
        unit2=unit2,
        fmt=fmt,
        fmt2=fmt2,
        mail=mail,
        mail2=mail2,
        date=_date(chance),
        town=chance.choice(_TOWNS),
    )
    pieces = [Piece(part, bool(place % 2)) for place, part in enumerate(words.split("**")) if part]
    return Passage(tuple(pieces), heading=False)
