"""Pairs of spellings of the same Persian word, by the rules of orthography in dictionaries and the Academy's manual.

Each line: the rule, then spellings that readers take for one word. They were written down rule by rule and not read
off what the program folds.
"""

from __future__ import annotations

from itertools import combinations
from typing import Final

_Z: Final = "\u200c"


def _three(first: str, second: str) -> tuple[str, str, str]:
    """With a ZWNJ, with a space, joined."""
    return f"{first}{_Z}{second}", f"{first} {second}", f"{first}{second}"


_VERBS = "روم رود گویند خواهیم دانست توانید شنود کنند نویسم آید گیرد پرسد رسید سازند بینم دهد"
_NEGATED = "شود کنند توانم دانید رسد خواهد پذیرند گذارد"
_PLURALS = "کتاب نظر شکایت مجوز درخواست نشست دفتر آموزشگاه نگارخانه هنرمند ناشر پرونده"
_POSSESSED = "کتاب نظر دفتر مدارک پاسخ نشانی"
_COMPARED = "بزرگ مهم سریع دقیق کوتاه روشن آسان"
_COMPOUNDS = (
    ("کتاب", "خانه"), ("نگار", "خانه"), ("پیش", "نویس"), ("آیین", "نامه"), ("بخش", "نامه"), ("درخواست", "نامه"),
    ("دست", "نویس"), ("پاسخ", "گو"), ("پاسخ", "گویی"), ("سرمایه", "گذار"), ("سرمایه", "گذاری"), ("قانون", "گذار"),
    ("خدمت", "گزار"), ("هم", "کاری"), ("هم", "راه"), ("کار", "شناس"), ("کار", "شناسی"), ("دانش", "نامه"),
    ("زبان", "شناسی"), ("باز", "بینی"), ("باز", "گشت"), ("پیش", "نهاد"), ("خود", "کار"), ("چاپ", "خانه"),
    ("وام", "گیرنده"), ("گواهی", "نامه"), ("روز", "نامه"), ("فصل", "نامه"), ("فیلم", "نامه"), ("نمایش", "نامه"),
)  # fmt: skip
_AND_COMPOUNDS = (
    ("گفت", "گو"), ("جست", "جو"), ("شست", "شو"), ("پخت", "پز"), ("گفت", "شنود"), ("خورد", "خواب"),
)  # fmt: skip
_WITH_BE = "عنوان صورت خصوص وسیله دلیل منظور تدریج موجب سبب واسطه"
#: Letters of Arabic keyboards.
_ARABIC_LETTERS = (
    ("یک", "يك"), ("کتاب", "كتاب"), ("علی", "علي"), ("شکایت", "شكايت"), ("کمیسیون", "كميسيون"), ("مدیر", "مدير"),
    ("موسیقی", "موسيقي"), ("کارگاه", "كارگاه"), ("حتی", "حتى"), ("شورای عالی", "شوراي عالي"), ("هنری", "هنرى"),
    ("دایره", "دایرة"), ("مکاتبه", "مکاتبة"), ("کلیه", "كلية"),
)  # fmt: skip
_HAMZA = (
    ("مسئول", "مسؤول"), ("مسئله", "مسأله", "مساله"), ("هیئت", "هیأت", "هیات"), ("رأی", "رای"), ("تأیید", "تایید"),
    ("مؤسسه", "موسسه"), ("مؤلف", "مولف"), ("تأسیس", "تاسیس"), ("تأخیر", "تاخیر"), ("مأمور", "مامور"),
    ("جزء", "جزو"), ("اجراء", "اجرا"), ("اعضاء", "اعضا"), ("املاء", "املا"), ("سوء", "سو"), ("شیء", "شی"),
    ("آئین", "آیین"), ("پائیز", "پاییز"), ("جوئی", "جویی"), ("قرائت", "قراءت"), ("مؤثر", "موثر"),
    ("رؤیا", "رویا"), ("سؤال", "سوال", "سئوال"), ("شئون", "شؤون"), ("أدب", "ادب"), ("إجرا", "اجرا"),
    ("آثار", "اثار"), ("قرآن", "قران"), ("مآخذ", "ماخذ"), ("لؤلؤ", "لولو"),
)  # fmt: skip
_TANWIN = (
    ("حتماً", "حتما"), ("لطفاً", "لطفا"), ("مثلاً", "مثلا"), ("قبلاً", "قبلا"), ("فوراً", "فورا"), ("کاملاً", "کاملا"),
    ("اصلاً", "اصلا"), ("دقیقاً", "دقیقا"), ("ضمناً", "ضمنا"), ("رسماً", "رسما"),
)  # fmt: skip
_EZAFE = (
    "خانه", "نامه", "برنامه", "مؤسسه", "ادامه", "پروانه", "لایحه", "ماده", "تبصره", "اجازه",
)  # fmt: skip
_MARKS = (
    ("مُجَوِّز", "مجوز"), ("کـــتاب", "کتاب"), ("قُرب", "قرب"), ("مُعَلِّم", "معلم"), ("سِن", "سن"), ("هـنر", "هنر"),
    ("عَلَم", "علم"), ("تلاوتِ", "تلاوت"),
)  # fmt: skip
_DIGITS = (
    ("۱۴۰۵", "1405"), ("٤٢٩٩١", "42991"), ("۱۲۳۴۵۶", "١٢٣٤٥٦"), ("ماده ۱۲", "ماده 12"), ("سال ۱۴۰۴", "سال ١٤٠٤"),
    ("۰۹۱۲۱۲۳۴۵۶۷", "0912 123 4567"), ("۰۹۱۲۱۲۳۴۵۶۷", "۰۹۱۲-۱۲۳-۴۵۶۷"),
)  # fmt: skip
_TWO_LETTERS = (
    ("تهران", "طهران"), ("اتاق", "اطاق"), ("بلیت", "بلیط"), ("امپراتور", "امپراطور"), ("تپش", "طپش"),
    ("غلتک", "غلطک"), ("تنبور", "طنبور"), ("اتو", "اطو"),
)  # fmt: skip
_INVISIBLE = (
    ("می\u200cشود", "می\u200f\u200cشود"), ("نظر", "ن\u00adظر"), ("پیوست", "پ\u200dیوست"), ("ﻛﺘﺎﺏ", "کتاب"),
    ("ﻧﻈﺮ", "نظر"), ("ﻻﯾﺤﻪ", "لایحه"),
)  # fmt: skip
_PHRASES_OF_THREE = (
    ("فی" + _Z + "ما" + _Z + "بین", "فی ما بین"),
    ("علی" + _Z + "رغم", "علی رغم", "علیرغم"),
    ("ان" + _Z + "شاءالله", "ان شاءالله"),
    ("چنان" + _Z + "چه", "چنان چه", "چنانچه"),
    ("هیچ" + _Z + "کدام", "هیچ کدام", "هیچکدام"),
    ("این" + _Z + "که", "این که", "اینکه"),
    ("آن" + _Z + "ها", "آن ها", "آنها"),
    ("هم" + _Z + "چنین", "هم چنین", "همچنین"),
    ("بی" + _Z + "کار", "بی کار", "بیکار"),
    ("نا" + _Z + "معلوم", "نا معلوم", "نامعلوم"),
)


def _groups() -> dict[str, list[tuple[str, ...]]]:
    return {
        "«می» apart or joined": [_three("می", verb) for verb in _VERBS.split()],
        "«نمی» apart or joined": [_three("نمی", verb) for verb in _NEGATED.split()],
        "«ها» apart or joined": [_three(noun, "ها") for noun in _PLURALS.split()],
        "«های» apart or joined": [_three(noun, "های") for noun in _PLURALS.split()],
        "possessive apart or joined": [
            _three(noun, ending) for noun in _POSSESSED.split() for ending in ("مان", "شان")
        ],
        "«تر» and «ترین» apart or joined": [
            _three(word, ending) for word in _COMPARED.split() for ending in ("تر", "ترین")
        ],
        "compounds": [_three(first, second) for first, second in _COMPOUNDS],
        "compounds with «و»": [
            (f"{first}{_Z}و{second}", f"{first} و {second}", f"{first}{second}")
            for first, second in _AND_COMPOUNDS
        ],
        "«به» apart or joined": [(f"به {word}", f"به{_Z}{word}", f"ب{word}") for word in _WITH_BE.split()],
        "letters of Arabic keyboards": list(_ARABIC_LETTERS),
        "hamza": list(_HAMZA),
        "tanwin": list(_TANWIN),
        "ezafe behind «ه»": [
            (f"{word}ٔ", word, f"{word}{_Z}ی", f"{word} ی", f"{word[:-1]}ۀ") for word in _EZAFE
        ],
        "vowel marks and kashida": list(_MARKS),
        "digits": list(_DIGITS),
        "«ت» and «ط»": list(_TWO_LETTERS),
        "invisible characters and presentation forms": list(_INVISIBLE),
        "words of two or three parts": list(_PHRASES_OF_THREE),
    }


def pairs() -> list[tuple[str, str, str]]:
    """(rule, one spelling, the other), each pair in both directions: what stands in the text, what is typed."""
    return [
        (rule, *both)
        for rule, groups in _groups().items()
        for group in groups
        for one, other in combinations(group, 2)
        for both in ((one, other), (other, one))
    ]
