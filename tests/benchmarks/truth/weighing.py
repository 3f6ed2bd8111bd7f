"""Changes of which it is known whether they are weighty, from templates of our own.

A template is a sentence with `[old|new]` where the sides differ, and slots. One that begins with `+` or `-` is a
provision of its own, which is inserted or deleted. The templates and words of the two parts have nothing in common:
rules are tuned on `TUNED`, and `HELD_OUT` says how they do on what nobody looked at.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.comparison.engine import compare_texts

_FILLINGS: Final = 4
_DIFFERENCE: Final = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")
_SLOT: Final = re.compile(r"\{(\w+)\}")
_SPACES: Final = re.compile(" {2,}")
Words = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class WeighedChange:
    """Two texts with one change, its template, and whether that is weighty."""

    template: str
    old: str
    new: str
    weighty: bool


@dataclass(frozen=True, slots=True)
class WeighedPart:
    """Templates of weighty and of other changes, the words of their slots, and sentences around them."""

    weighty: tuple[str, ...]
    light: tuple[str, ...]
    words: Words
    around: tuple[str, ...]

    def changes(self) -> Iterator[WeighedChange]:
        """Yields each template with several fillings, always the same."""
        chance = random.Random(1405)
        for templates, weighty in ((self.weighty, True), (self.light, False)):
            for template in templates:
                for _ in range(_FILLINGS):
                    yield self._made(template, chance, weighty)

    def _made(self, template: str, chance: random.Random, weighty: bool) -> WeighedChange:
        filled = _SLOT.sub(lambda slot: chance.choice(self.words[slot[1]]), template)
        before, after, *others = chance.sample(self.around, 4)
        old, new = (_SPACES.sub(" ", _DIFFERENCE.sub(rf"\{side}", filled)) for side in (1, 2))
        if template[0] in "+-":
            gone = [f"{before}", f"{after}"]
            there = [gone[0], filled[1:], gone[1]]
            old_articles, new_articles = (gone, there) if template[0] == "+" else (there, gone)
        else:
            old_articles, new_articles = [f"{before} {old} {after}"], [f"{before} {new} {after}"]
        return WeighedChange(
            template, _law([*old_articles, *others]), _law([*new_articles, *others]), weighty
        )


def _law(articles: Sequence[str]) -> str:
    return "".join(f"ماده {number}- {text}\n" for number, text in enumerate(articles, 1))


@dataclass(frozen=True, slots=True)
class Weighed:
    """How the engine judged a part: weighty changes found and missed, others taken for weighty, with templates."""

    found: int
    missed: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + len(self.false))

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + len(self.missed))


def weighed(part: WeighedPart) -> Weighed:
    """Judges each change by the engine. An engine that sees no change at all misses it."""
    found, missed, false = 0, [], []
    for change in part.changes():
        judged = compare_texts(change.old, change.new).weighty > 0
        if change.weighty and judged:
            found += 1
        elif change.weighty:
            missed.append(change.template)
        elif judged:
            false.append(change.template)
    return Weighed(found, tuple(missed), tuple(false))


TUNED: Final = WeighedPart(
    weighty=(
        "{person} ظرف [{n1}|{n2}] روز مدارک خود را کامل می‌کند.",
        "مهلت رسیدگی به {thing} [سی|شصت] روز است.",
        "اعتبار {thing} دو [سال|ماه] از تاریخ صدور است.",
        "سهم {organ} [{n1}|{n2}] درصد درآمد است.",
        "{organ} [باید|می‌تواند] {thing} را در سامانه ثبت کند.",
        "{organ} [می‌تواند|موظف است] از {person} توضیح بخواهد.",
        "واگذاری {thing} به دیگری [مجاز|ممنوع] است.",
        "درخواست {person} بدون پیوست پذیرفته [می‌شود|نمی‌شود].",
        "{person} هزینه صدور {thing} را می‌پردازد[، مگر آن که نخستین درخواست او باشد|].",
        "همه نگارخانه‌ها[| به استثنای نگارخانه‌های دولتی] مشمول این ماده‌اند.",
        "رأی به {person} ابلاغ می‌شود. [{person} حق دارد به رأی اعتراض کند.|]",
        "{thing} در سامانه ثبت می‌شود. [|{organ} مکلف است نسخه‌ای از آن را نگه دارد.]",
        "تصمیم نهایی با [{organ}|وزیر] است.",
        "[{organ}|هیئت امنا] نرخ خدمات را تعیین می‌کند.",
        "{thing} [|به شرط تأیید {organ}] تمدید می‌شود.",
        "{thing} تمدید می‌شود[| و در غیر این صورت باطل است].",
        "بازدید از نگارخانه [قبل|پس] از صدور {thing} انجام می‌شود.",
        "حضور [حداقل|حداکثر] پنج عضو در جلسه کافی است.",
        "ارائه {thing} [الزامی|اختیاری] است.",
        "[|دانشجویان از پرداخت هزینه صدور معاف هستند.] هزینه صدور {thing} در سامانه پرداخت می‌شود.",
        "-{person} از پرداخت عوارض نمایشگاه معاف است.",
        "+{organ} مکلف است فهرست آثار را هر سال منتشر کند.",
        "در صورت تخلف، {thing} [تعلیق|لغو] می‌شود.",
        "{person} معرفی‌نامه [و|یا] گواهی آموزش را پیوست می‌کند.",
        "او از کار [در آمد|درآمد] و {thing} را به {organ} داد.",
    ),
    light=(
        "{organ} {thing} را بررسی [می‌نماید|می‌کند].",
        "{person} به [منظور|جهت] دریافت {thing} در سامانه ثبت‌نام می‌کند.",
        "این سامانه در دسترس همگان [می‌باشد|است].",
        "پاسخ {organ} [طبق|مطابق] این آیین‌نامه داده می‌شود.",
        "{organ} درخواست را ثبت [کرد یا|کردیا] آن را برگشت داد.",
        "{thing} در بایگانی نگهداری [می‌گردد|می‌شود].",
        "{person} [کلیه|همه] آثار را فهرست می‌کند.",
        "{organ} [موظف|مکلف] است {thing} را بررسی کند.",
        "{person} [باید|بایستی] {thing} را امضا کند.",
        "هزینه صدور [۳۰|سی] هزار تومان است.",
        "آثار [|ارزشمند و ماندگار] نمایشگاه در کاتالوگ معرفی می‌شود.",
        "{organ} [|مذکور] نشانی خود را در سامانه اعلام می‌کند.",
        "[|به منظور گسترش هنر در جامعه،] نمایشگاه هر سال برپا می‌شود.",
        "{organ} {thing} را [در اسرع وقت بررسی و|بررسی و در اسرع وقت] بایگانی می‌کند.",
        "نمایشگاه در نگارخانه‌های [شهر|استان نمونه] برپا می‌شود.",
        "دفترچه راهنما به زبان [ساده|روان] نوشته می‌شود.",
        "{organ} گزارش را منتشر می‌کند[.|؛] این گزارش در تارنما است.",
        "نشانی تارنما در [ذیل|پایین] صفحه درج می‌شود.",
        "آثار نقاشی، عکاسی [و خط|، خط و طراحی] در نمایشگاه عرضه می‌شود.",
        "+هنر میراث مشترک مردم سرزمین ما است.",
        "-نمایشگاه سالانه یادگار هنرمندان پیش‌کسوت است.",
        "[نحوه|شیوه] بررسی {thing} در سامانه منتشر می‌شود.",
        "{thing} از [طریق|راه] سامانه فرستاده می‌شود.",
        "{person} گرامی [|بزرگوار] نسخه‌ای از {thing} دریافت می‌کند.",
        "قانون نمونه [|مصوب ۱۳۹۰/۲/۳] مبنای این مقررات است.",
    ),
    words={
        "organ": ("اداره کل", "شورای هنر", "کارگروه بررسی", "دبیرخانه"),
        "person": ("متقاضی", "ناشر", "دارنده پروانه", "برگزارکننده"),
        "thing": ("پروانه", "گزارش نمایشگاه", "مجوز", "شناسنامه اثر"),
        "n1": ("۱۰", "۱۵", "۲۰"),
        "n2": ("۳۰", "۴۵", "۶۰"),
    },
    around=(
        "آثار برگزیده در تالار بزرگ نگهداری و معرفی می‌شود.",
        "داوران از میان استادان رشته نقاشی برگزیده می‌شوند.",
        "کاتالوگ نمایشگاه به دو زبان چاپ و منتشر می‌شود.",
        "برنامه‌های آموزشی در پایان هر فصل برگزار می‌شود.",
        "کتابخانه نگارخانه به روی پژوهشگران گشوده است.",
        "جشنواره با همکاری انجمن‌های هنری برپا می‌شود.",
        "نور و دمای تالارها در سامانه اندازه‌گیری می‌شود.",
    ),
)

HELD_OUT: Final = WeighedPart(
    weighty=(
        "کرایه هر تن {good} [{m1}|{m2}] ریال است.",
        "ساعت کار در کارگاه روزانه [هفت|هشت] ساعت است.",
        "{worker} پس از [{m1}|{m2}] روز کار، یک روز مرخصی دارد.",
        "قرارداد تا پایان [خرداد|آذر] هر سال بسته می‌شود.",
        "{body} پس از ده روز [|کاری] پاسخ می‌دهد.",
        "{worker} [مجاز است|حق ندارد] در ساعت استراحت از کارگاه بیرون برود.",
        "حمل {good} با خودروی شخصی [بلامانع|ممنوع] است.",
        "{body} [ملزم|مختار] است نمونه‌برداری را تکرار کند.",
        "{body} [می‌تواند بهای {good} را بازبینی کند|بهای {good} را بازبینی می‌کند].",
        "{worker} برای آسیب ناشی از کار مسئول [است|نیست].",
        "خسارت {good} پرداخت می‌شود[، جز آن که آسیب ناشی از بی‌احتیاطی باشد|].",
        "کارگاه‌های کوچک [از پرداخت حق بیمه معاف بوده و|] فهرست مزد را سالانه می‌فرستند.",
        "[|چنانچه {good} آسیب ببیند، ]{worker} گزارش حادثه را می‌نویسد.",
        "بازرسی در روز [|و با موافقت {body}] انجام می‌شود.",
        "{worker} پروانه رانندگی خود را همراه دارد[| و گرنه خودروی او توقیف می‌شود].",
        "[{body}|دادستان] به اختلاف رسیدگی می‌کند.",
        "هزینه آزمایش بر عهده [کارفرما|کارگر] است.",
        "{good} [فقط|] در انبار سرپوشیده نگهداری می‌شود.",
        "پروانه حمل [همه|برخی] کالاها رایگان است.",
        "بیمه‌نامه [پیش|بعد] از بارگیری صادر می‌شود.",
        "-{worker} می‌تواند ظرف ده روز به تصمیم {body} اعتراض کند.",
        "+آلاینده‌ها جریمه‌ای برابر دو درصد درآمد خود می‌پردازند.",
        "+ریختن {good} در رودخانه ممنوع است.",
        "سود سپرده‌ها [سالانه دوازده درصد|] به حساب دارنده واریز می‌شود.",
        "{worker} رسید بارنامه [و|یا] سند انبار را به گیرنده می‌دهد.",
    ),
    light=(
        "{good} در انبار [قرار داده|گذاشته] می‌شود.",
        "بارنامه [توسط|به دست] {worker} نوشته می‌شود.",
        "{body} [نسبت به اندازه‌گیری هوا اقدام می‌کند|هوا را اندازه می‌گیرد].",
        "نرخ‌ها [بر اساس|بر پایه] جدول پیوست محاسبه می‌گردد.",
        "رودخانه‌ها و [تالاب ها|تالاب‌ها] زیستگاه پرندگان هستند.",
        "گزارش [سالیانه|سالانه] در تارنما در دسترس است.",
        "{worker} [لازم است|باید] کلاه ایمنی بر سر بگذارد.",
        "{worker} [می‌باید|مکلف است] بارنامه را نگه دارد.",
        "مدت قرارداد [دوازده|۱۲] ماه است.",
        "پساب [خروجی|بیرون‌آمده] از کارخانه در حوضچه ته‌نشین می‌شود.",
        "بیمه [یکی از|از جمله] ابزارهای آرامش خانواده است.",
        "[|با توجه به اهمیت هوای پاک،] نقشه آلودگی شهرها تهیه می‌شود.",
        "{good} در بسته‌های [مناسب|درخور] چیده می‌شود.",
        "کارخانه در کنار [جاده‌ی|جادهٔ] اصلی ساخته شده است.",
        "دفتر حوادث در محل [کارگاه|کار] نگهداری می‌شود.",
        "در این [آیین‌نامه|مقررات] واژه‌ها به معنای رایج خود به کار رفته‌اند.",
        "{worker} فرم را پر [میکند وآن را|می‌کند و آن را] می‌فرستد.",
        "آب و هوا[،| و] خاک و گیاه، سرمایه سرزمین‌اند.",
        "سکوی بارگیری [بزرگ و روشن|روشن و بزرگ] ساخته می‌شود.",
        "نمودار مصرف انرژی [|مطابق شکل پیوست] رسم می‌شود.",
        "+رودها و جنگل‌ها سرمایه نسل‌های آینده‌اند.",
        "-تاریخچه بندر در کتاب یادبود آمده است.",
        "نام و نشانی گیرنده [روی|بر روی] بسته نوشته می‌شود.",
        "آمار تصادف‌ها [هم|نیز] در سالنامه می‌آید.",
        "{body} [محترم |]نتیجه آزمایش را در تارنما می‌گذارد.",
    ),
    words={
        "body": ("شهرداری", "هیئت حل اختلاف", "سازمان بنادر", "کمیسیون ایمنی"),
        "worker": ("کارگر", "راننده", "پیمانکار", "انباردار"),
        "good": ("سیمان", "کود شیمیایی", "روغن صنعتی", "چوب"),
        "m1": ("۲۰۰", "۳۵۰", "۴۱۰"),
        "m2": ("۵۰۰", "۷۵۰", "۹۰۰"),
    },
    around=(
        "جنگل‌های ساحلی زیستگاه گونه‌های کمیاب پرندگان است.",
        "کشتی‌ها در لنگرگاه پهلو می‌گیرند و بار خالی می‌شود.",
        "بایگانی الکترونیکی سندها در سرور پشتیبان نگهداری می‌شود.",
        "ایستگاه‌های سنجش هوا در نقشه شهر نشان داده شده است.",
        "کشت نهال در زمستان و آبیاری آن در تابستان است.",
        "راه‌های روستایی با شن کوبیده و آسفالت ساخته می‌شود.",
        "موتورخانه در طبقه زیرین ساختمان جای گرفته است.",
    ),
)
