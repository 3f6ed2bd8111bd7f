"""Words that a line break must not part: dates, numbers with their units, and names with their titles."""

from __future__ import annotations

import re
from typing import Final

from desktop_app.languages import LANGUAGES, PERSIAN
from desktop_app.persian.digits import ANY_DIGIT

_NUMBER: Final = f"{ANY_DIGIT}+(?:[٬٫.,/:]{ANY_DIGIT}+)*"
_MONTH: Final = f"(?:{'|'.join(LANGUAGES[PERSIAN].months)})"
_DAY: Final = f"(?:{'|'.join(LANGUAGES[PERSIAN].weekdays)})"
#: «۱۰ آذر ۱۴۰۵», «دوشنبه ۹ آذر», «آبان ۱۴۰۵».
_DATE: Final = (
    rf"(?:{_DAY} )?{ANY_DIGIT}{{1,2}} {_MONTH}(?: {ANY_DIGIT}{{4}})?(?!{ANY_DIGIT})"
    rf"|{_MONTH} {ANY_DIGIT}{{4}}(?!{ANY_DIGIT})"
)
#: Units, whatever ending they have, and what is counted so often that it reads like one.
_UNIT: Final = (
    "روز|ساعت|دقیقه|ثانیه|هفته|ماه|سال|درصد|نفر|ریال|تومان|صفحه|برگ|نسخه|جلد|متر|کیلومتر|کیلوگرم|"
    "کیلوبایت|مگابایت"
)
_LARGE: Final = "هزار|میلیون|میلیارد"
_MEASURE: Final = rf"{_NUMBER} (?:(?:{_LARGE})(?: (?:{_UNIT}))?|{_UNIT})[هی]?(?![ء-يپچژکگی])"
#: What a number belongs to: «مادهٔ ۱۲», «ساعت ۸:۳۰».
_COUNTED: Final = "ماده|مادهٔ|بند|تبصره|تبصرهٔ|صفحهٔ|شمارهٔ|نسخهٔ|ساعت|سال|طبقهٔ|پلاک"
_NUMBERED: Final = rf"(?:{_COUNTED}) {_NUMBER}"
_TITLE: Final = "آقای|خانم|دکتر|مهندس|استاد|جناب|سرکار|سید|سیده|حاج|حجت‌الاسلام|آیت‌الله"
#: The title with the first of the names: «جناب آقای دکتر سهراب».
_TITLED: Final = rf"(?:(?:{_TITLE}) )+(?=[ء-يپچژکگی])"
_BEFORE: Final = r"(?<![\w‌])"
_FOUND: Final = re.compile(f"{_BEFORE}(?:{_DATE}|{_MEASURE}|{_NUMBERED}|{_TITLED})")
#: A cheap test first.
_PROMISING: Final = re.compile(rf"{ANY_DIGIT} |\ {ANY_DIGIT}|(?:{_TITLE}) ")


#: A space at which no line is broken.
FIGURE_SPACE: Final = "\u2007"


def unbroken(text: str) -> str:
    """Returns `text` with a FIGURE SPACE for each space at which a line must not end, one for one."""
    if not _PROMISING.search(text):
        return text
    return _FOUND.sub(lambda match: match.group().replace(" ", FIGURE_SPACE), text)
