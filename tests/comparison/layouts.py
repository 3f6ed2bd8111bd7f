"""Layouts of articles in real laws, drafts and collections of laws, with made-up wording.

`{n}` is the number of an article and `{t}` its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_TEXTS: Final = (
    "هدف این آیین‌نامه ساماندهی نگارخانه‌های استان نمونه است.",
    "متقاضی مدارک خود را به اداره کل می‌دهد.",
    "به منظور بررسی درخواست‌ها کارگروهی تشکیل می‌شود.",
    "اداره کل موظف است ظرف ده روز پاسخ دهد",
    "در صورت رد درخواست، متقاضی می‌تواند اعتراض کند.",
    "پروانه برای دو سال صادر و با درخواست دارنده تمدید می‌شود؛",
    "نظارت بر اجرای این مقررات با اداره کل است.",
)
_OWN: Final = (
    "این آیین‌نامه درباره نگارخانه‌های استان نمونه است.",
    "این قانون شامل همه نگارخانه‌ها می‌شود.",
    "قانون نمونه بر موارد سکوت این متن حاکم است.",
    "آیین‌نامه داخلی نگارخانه را مدیر آن می‌نویسد.",
    "اصل بر آزادی فعالیت هنری است.",
    "مصوبات کارگروه برای همه الزام‌آور است.",
    "این آیین‌نامه از تاریخ ابلاغ لازم‌الاجرا است.",
)
_ARABIC_TEXT: Final = "تسري أحكام هذا النظام على المعارض الفنية."
_ENGLISH_TEXT: Final = "The office replies to the applicant in ten days."
_DIGITS: Final = tuple("۱۲۳۴۵۶۷")
_WORDS: Final = ("اول", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم")
_CARDINALS: Final = ("یک", "دو", "سه", "چهار", "پنج", "شش", "هفت")
_ARABIC: Final = ("الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة")
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII")

#: Layouts with digits, and with a text that no word of a reference begins.
_PLAIN: Final = (
    "ماده {n}- {t}", "ماده {n} - {t}", "ماده {n} ـ {t}", "ماده {n}– {t}", "ماده {n}: {t}", "ماده {n} {t}",
    "ماده {n}. {t}", "ماده {n}) {t}", "ماده {n}\n{t}", "ماده {n}:\n{t}", "ماده {n}:\nـ {t}", "ماده {n}-\n{t}",
    "ماده ({n}) {t}", "ماده ({n})- {t}", "ماده ({n}): {t}", "ماده({n}){t}", "ماده [{n}] {t}", "ماده «{n}» {t}",
    "ماده{n}- {t}", "ماده{n} {t}", "ماده\t{n}\t{t}", "ماده\t{n} {t}", "ماده {n}\t{t}", "ماده\t{n}- {t}",
    "مادة {n}- {t}", "مادهٔ {n}- {t}", "ماده‌ی {n}: {t}", "ماده شماره {n}- {t}", "مـاده {n}ـ {t}",
    "ماده-{n}- {t}", "ماده - {n} - {t}", "ماده ـ {n} ـ {t}", "ماده-{n} {t}", "ماده: {n}- {t}", "ماده.{n} {t}",
    "«ماده {n}- {t}»", "«ماده {n}» {t}", "\"ماده {n}\": {t}", "“ماده {n}: {t}", "«ماده ({n}) {t}»",
    "م {n}- {t}", "م {n} ـ {t}", "م.{n}- {t}", "م {n}: {t}", "م({n}) {t}", "م. {n} - {t}",
    "ماده {n} قانون نمونه: {t}", "ماده {n} قانون نمونه نگارخانه‌ها:\n{t}", "ماده {n} قانون نمونه\n{t}",
    "ماده {n} آیین‌نامه نگارخانه‌ها - {t}", "ماده {n} (قانون نمونه): {t}",
    "ماده {n}، {t}", "ماده {n} / {t}", "ماده {n} | {t}", "- ماده {n}: {t}", "— ماده {n} — {t}", "• ماده {n} {t}",
    "[ماده {n}] {t}", "(ماده {n}) {t}", "<ماده {n}> {t}", "**ماده {n}** {t}", "### ماده {n} - {t}",
    "ماده {n} (اصلاحی ۱۴۰۰/۲/۳)- {t}", "    ماده {n} - {t}", "\u200fماده {n}\u200f - {t}", "اصل {n} - {t}",
)  # fmt: skip
_IN_WORDS: Final = (
    "ماده {n} - {t}", "ماده {n}: {t}", "ماده {n}\n{t}", "مادهٔ {n} ـ {t}", "«ماده {n}» - {t}", "ماده-{n}- {t}",
    "اصل {n}\n{t}", "اصل {n}: {t}",
)  # fmt: skip
_OF_ITS_OWN: Final = ("ماده {n} {t}", "ماده ({n}) {t}", "ماده\t{n} {t}", "ماده{n} {t}", "«ماده {n} {t}»")
_IN_ARABIC: Final = (
    "المادة {n}- {t}",
    "المادة ({n})\n{t}",
    "المادة {n}: {t}",
    "المادة {n} {t}",
    "المادة {n}\n{t}",
)
_IN_ENGLISH: Final = (
    "Article {n}\n{t}", "Article {n}. {t}", "Article {n}: {t}", "Article {n} - {t}", "Article {n} {t}",
    "Article ({n}) {t}", "ARTICLE {n}\n{t}", "Art. {n} {t}", "**Article {n}** {t}",
)  # fmt: skip
_SECTIONS: Final = ("Section {n}. {t}", "SECTION {n}\n{t}", "Sec. {n}. {t}", "§ {n} {t}", "Section {n} {t}")


def _text(layout: str, numbers: tuple[str, ...], texts: tuple[str, ...]) -> str:
    articles = [layout.format(n=number, t=text) for number, text in zip(numbers, texts, strict=True)]
    return "آیین‌نامه نمونه\n" + "\n".join(articles) + "\n"


def layouts() -> Iterator[tuple[str, str]]:
    """Yields the name of each layout and a text of seven articles in it."""
    for layout in _PLAIN:
        yield layout, _text(layout, _DIGITS, _TEXTS)
    for layout in _IN_WORDS:
        yield f"{layout} in ordinals", _text(layout, _WORDS, _TEXTS)
    yield "ماده {n} - {t} in cardinals", _text("ماده {n} - {t}", _CARDINALS, _TEXTS)
    for layout in _OF_ITS_OWN:
        yield f"{layout} with words of a reference", _text(layout, _DIGITS, _OWN)
    for layout in _IN_ARABIC:
        yield f"{layout} in Arabic digits", _text(layout, tuple("١٢٣٤٥٦٧"), (_ARABIC_TEXT,) * 7)
        yield f"{layout} in Arabic words", _text(layout, _ARABIC, (_ARABIC_TEXT,) * 7)
    for layout in (*_IN_ENGLISH, *_SECTIONS):
        yield f"{layout} in digits", _text(layout, tuple("1234567"), (_ENGLISH_TEXT,) * 7)
    for layout in _IN_ENGLISH:
        yield f"{layout} in Roman numerals", _text(layout, _ROMAN, (_ENGLISH_TEXT,) * 7)
