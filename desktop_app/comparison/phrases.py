"""Patterns for the words next to a label, and at the end of a line, of a Persian legal text.

They apply to flat texts (see `folding.flat`). Patterns that end in `$` are searched in a string that ends there.
"""

from __future__ import annotations

import re
from typing import Final

from desktop_app.comparison.numbers import stretched
from desktop_app.persian.text import ZWNJ

_W: Final = f"[ {ZWNJ}]*+"
#: Follows a reference, and never a label without a separator.
REFERS: Final = re.compile(
    f"{_W}(?:[،)؛](?!{_W}\n)|(?:این|آن|همین|همان|قانون|قوانین|آیین|دستورالعمل|اساسنامه|شیوه|بخشنامه|تصویب|لایحه"
    "|ضوابط|مقررات|مذکور|مزبور|فوق|یادشده|یاد|و|یا|تا|الی|است|نیست|که|را|نیز|شد|شده|نشده"
    f"|{stretched('ماده')}|مواد|اصل|اصول|{stretched('تبصره')}|بند|جزء|های?|هایی|مصوب|موضوع|اصلاحی قانون|اخیر"
    "|پیشین|سابق|قبل|بعد|بالا|پیش|حذف|لغو|نسخ|ملغی|اصلاح|لازم الاجرا"
    "|من|اعلاه|المذکوره|السابقه|المشار|والماده|of|and|or|to|is|are|was|were|shall|may|applies|apply|above|below|hereof"
    "|thereof|through|by|in|on|under|for)(?![^\\W\\d_]))"
)
#: Words of `REFERS` that also begin an article, which the numbers before it tell: «ماده ۳ این قانون …».
MAY_BEGIN: Final = re.compile(
    f"{_W}(?:(?:این|همین|قانون|قوانین|آیین|دستورالعمل|اساسنامه|شیوه|بخشنامه|تصویب|لایحه|ضوابط|مقررات|اصل|اصول"
    f"|مواد|{stretched('ماده')}|اصلاح|موضوع|مصوب)(?![^\\W\\d_])|،{_W}(?!(?:بند|{stretched('ماده')}|مواد|تبصره)(?![^\\W_]))"
    "[^\\W\\d_]{2})"
)
#: Follows an article of another law, which is a citation more often than «این قانون» is.
OTHER_LAW: Final = re.compile(
    f"{_W}(?:قانون|آیین{_W}نامه|اساسنامه|دستورالعمل|تصویب{_W}نامه|لایحه|مصوب|اصل|موضوع)(?![^\\W\\d_])"
    f"(?!{_W}های)(?!(?:{_W}[^\\W_]+)?{_W}این(?![^\\W_]))"
)
#: The name of a law with a colon behind it, which some texts repeat in each label: «ماده ۱ قانون نمونه: …».
LAW_NAME: Final = re.compile(
    f"{_W}((?:قانون|آیین|اساسنامه|دستورالعمل|لایحه)(?![^\\W_])[^\\n:.؛،\\d]{{0,80}}?){_W}:"
)
#: A sentence that amends what its first words name.
CHANGES: Final = re.compile(
    f"(?<![^\\W_])(?:اصلاح|حذف|لغو|نسخ|ملغی|منسوخ|الحاق|جایگزین|اضافه|افزوده|تغییر)(?: و [^\\W_]{{2,9}})?[ {ZWNJ}]"
    f"(?:به آن )?(?:می[ {ZWNJ}]?)?(?:شود|شوند|شد|شدند|گردد|گردید|یابد|یافت|است)"
)
#: An article on entry into force, which may repeal other rules at its end.
IN_FORCE: Final = re.compile(f"لازم[ {ZWNJ}]?الاجرا|مغایر|(?<![^\\W_])(?:از|در) تاریخ(?![^\\W_])")
#: Follows a reference and, less often, a label.
MAY_REFER: Final = re.compile(f"{_W}(?:به|از|می|نمی|در|با|برای)(?![^\\W_])")
#: A note on the amendment of a provision, which follows its label and never a reference.
HISTORY: Final = re.compile(
    f"{_W}\\({_W}(?:اصلاحی|الحاقی|منسوخه?|منسوخ شده|حذفی|اصلاح شده|الحاق شده)(?![^\\W\\d_])"
)
AMENDS: Final = re.compile(f"{_W}به{_W}(?:شرح|این|صورت|متن|عنوان)(?![^\\W_])")
#: A verb at the end of a sentence, which ends it even without a full stop.
VERB_END: Final = re.compile(
    "(?:است|نیست|بود|شود|شوند|شد|گردد|گردند|باشد|باشند|نماید|نمایند|کند|کنند|دهد|دهند|دارد|دارند|گیرد|گیرند|رسد|یابد"
    "|آید|آیند|داد|کرد|نمود|گردید)$"
)
#: Precedes a reference.
LEADS_ON: Final = re.compile(
    "(?:(?<![^\\W_])(?:به|از|در|با|بر|و|یا|تا|این|همین|آن|هر|طبق|مطابق|موضوع|مفاد|شرح|حکم|ذیل|مشمول|برابر|رعایت"
    "|اجرای|بند|ماده|استناد|موجب|اساس|مقررات|حدود|چارچوب|اعمال)|،)$"
)
#: Words that end neither a sentence nor a title, so that the text must continue.
HANGS: Final = re.compile(
    f"(?<![^\\W_])(?:و|یا|تا|الی|به|از|در|با|برای|بر|که|هر|این|طبق|مطابق|مشتمل"
    f"|(?:بند|تبصره|ماده|اصل|جزء)[ {ZWNJ}]?های?)$"
)
#: Precedes the number of a reference.
BREAKS_REFERENCE: Final = re.compile(
    f"(?:(?<![^\\W_])(?:ماده|مواد|اصل|اصول|بند|تبصره|جزء|شماره|(?:بند|تبصره|ماده|اصل|جزء)[ {ZWNJ}]?های)"
    rf"|[\d)][ {ZWNJ}]*(?:و|یا|تا|الی|،))$"
)
