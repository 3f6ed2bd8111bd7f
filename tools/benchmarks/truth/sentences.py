"""Sentences, clauses and definitions in the manner of Persian regulations; none is of a real law."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Final

from tools.benchmarks.truth.words import Word, cardinal, persian, words_of


def _list(text: str) -> tuple[str, ...]:
    return tuple(" ".join(item.split()) for item in text.split("|"))


PERSONS: Final = _list(
    """متقاضی|ناشر|دارنده پروانه|مدیر مسئول|تهیه‌کننده|برگزارکننده|صاحب امتیاز|پدیدآورنده|بازرس|کارشناس پرونده|
    نماینده قانونی|مربی آموزشگاه|مالک ساختمان|سرپرست گروه نمایش|مدیر نگارخانه|ذی‌نفع|معترض|پیمانکار|داور|
    مدیر سالن|کتابدار|موزه‌دار|خوشنویس|نویسنده|مترجم|آهنگساز|فیلم‌ساز|عکاس|طراح صحنه|ناظر فنی|حسابرس|شاکی"""
)
BODIES: Final = _list(
    """اداره کل|شورای نظارت|کارگروه استانی|دبیرخانه|هیئت رسیدگی|کمیته فنی|مرجع صدور|واحد حقوقی|معاونت هنری|
    ستاد برگزاری|صندوق حمایت|انجمن صنفی|شهرداری|فرمانداری|هیئت داوران|کمیسیون ارزیابی|مؤسسه فرهنگی|
    بنیاد شهرستان|مرکز اسناد|روابط عمومی|دفتر آموزش|خانه هنرمندان|پایگاه اطلاع‌رسانی|سازمان مدیریت"""
)
THINGS: Final = _list(
    """مدارک|گزارش|درخواست|پروندهٔ تخلف|نسخهٔ پشتیبان|سابقهٔ فعالیت|
    فهرست آثار|قرارداد|پرونده|تعرفه|شناسنامه اثر|برنامه|صورت‌جلسه|رضایت‌نامه|طرح توجیهی|
    نسخه|سند مالکیت|بیمه‌نامه|اساسنامه|معرفی‌نامه|تقاضانامه|کارنامه|گواهی|دفتر ثبت|نقشه|فیلم‌نامه|آگهی|بودجه|
    صورت‌حساب|آیین‌نامه داخلی|دستورکار|رأی|اخطار|تعهدنامه|بلیت|کاتالوگ|پروانه|نظرنامه"""
)
QUALITIES: Final = _list(
    """کتبی|نهایی|فصلی|سالانه|تکمیلی|مصوب|رسمی|اصلاح‌شده|موقت|دائم|مالی|فنی|هنری|آموزشی|محرمانه|عمومی|معتبر|
    مستقل|مشترک|ویژه|پیشین|جاری|دوزبانه|الکترونیکی|چاپی|تفصیلی|مقدماتی|استانی|ملی|محلی|حقوقی|اداری|پژوهشی"""
)
PLACES: Final = _list(
    """در پنجره واحد|در سامانه خدمات|به دبیرخانه|به مرجع صدور|در تابلوی اعلانات|نزد واحد حقوقی|در دفتر اندیکاتور|
    به نشانی ثبت‌شده|در جلسه علنی|در محل فعالیت|به حساب خزانه|در بایگانی راکد|از درگاه ملی|در دو روزنامه|
    به اداره شهرستان|در میز خدمت|با پست سفارشی|در حضور نماینده|به بازرس مقیم|در فهرست سیاه"""
)
UNITS: Final = _list("روز|روز کاری|ماه|هفته|ساعت|سال")
CONDITIONS: Final = _list(
    """نقص مدارک|تأخیر در پاسخ|تغییر نشانی|فوت دارنده پروانه|انحلال مؤسسه|تکرار تخلف|اعتراض همسایگان|کاهش اعتبار|
    بروز حادثه|لغو نمایش|تعارض منافع|استعفای عضو|خسارت به اثر|کشف تقلب|افزایش ظرفیت|نبود داوطلب|تعطیلی سالن|
    انتقال مالکیت|پایان قرارداد|مفقود شدن اصل سند|شکایت پدیدآورنده|تغییر مدیر|ورشکستگی|جابه‌جایی آثار"""
)
ACTS: Final = _list(
    """ثبت|بررسی|اعلام|نگهداری|بارگذاری|تأیید|منتشر|بازبینی|تحویل|ابلاغ|امضا|پیگیری|جبران|ارزیابی|اصلاح|تمدید|
    گردآوری|تنظیم|تصویب|پرداخت|مهر|تجدید|مسدود|تکثیر|واگذار|بایگانی|ارسال|رونوشت|استعلام|بیمه"""
)
ACTIVITIES: Final = _list(
    """برگزاری نمایشگاه|فروش آثار|چاپ دوم|اجرای صحنه‌ای|تبلیغ محیطی|آموزش آزاد|حراج تابلو|اکران عمومی|ضبط صدا|
    ترجمه آثار خارجی|خرید کتاب|تأسیس کتابخانه|مرمت بنا|میزبانی جشنواره|تصویربرداری هوایی|انتشار نشریه|
    داوری مسابقه|اعزام هنرمند|اجاره سالن|تولید محتوا|بازدید دانش‌آموزان|نگارش دیوارنوشته"""
)
PURPOSES: Final = _list(
    """برای حفظ حقوق پدیدآورنده|به منظور پیشگیری از تخلف|در راستای شفافیت|جهت آگاهی همگان|برای رفع ابهام|
    با هدف حمایت از جوانان|به قصد صرفه‌جویی|برای ایمنی بازدیدکنندگان|به نفع توان‌خواهان|برای ثبت در تاریخ|
    با رعایت غبطه بیت‌المال|به سبب اهمیت موضوع|برای توازن میان شهرستان‌ها|به پاس سابقه طولانی"""
)
LIMITS: Final = _list(
    """مگر آن‌که شورا تصمیم دیگری بگیرد|مشروط بر رعایت ضوابط ابلاغی|و رونوشت آن پیوست پرونده می‌ماند|
    و نتیجه به ذی‌نفع گفته می‌شود|ولی مسئولیت کیفری پابرجاست|بر پایه شیوه‌نامه پیوست|با هزینه خود|
    حتی اگر مهلت گذشته باشد|و دلیل آن باید نوشته شود|جز در ایام سوگواری|با دو شاهد بی‌طرف|
    تا زمانی که حکم قطعی صادر شود|بدون دریافت وجه اضافی|و این رأی قابل تجدیدنظر است|
    حسب مورد با نظر کارشناس رسمی|به استثنای آثار کودکان|هرچند طرف دیگر رضایت داده باشد"""
)
ADVERBS: Final = _list(
    """نیز|همچنین|رسماً|کتباً|شخصاً|فوراً|حداقل|صرفاً|مجدداً|معمولاً|به‌تدریج|بلافاصله|اصالتاً|موقتاً|مستقیماً|
    رایگان|محرمانه|علناً|هم‌زمان|پیشاپیش|دقیقاً|عیناً|جداگانه|دست‌کم"""
)
BOILERPLATE: Final = _list(
    """رعایت این حکم برای همه واحدهای تابعه الزامی است.|مسئولیت اجرای این ماده بر عهده مدیرکل است.|
    مفاد این ماده نافی صلاحیت مراجع قضایی نیست.|جزئیات به موجب دستورالعملی است که ابلاغ می‌شود.|
    متخلف از این حکم مشمول مقررات تخلفات است.|هزینه‌های این ماده از محل اعتبارات مصوب پرداخت می‌شود.|
    گزارش اجرای این ماده هر شش ماه یک‌بار به شورا داده می‌شود.|در موارد سکوت، قانون حاکم است."""
)
SHORT: Final = _list(
    """این ماده حذف شد.|مهلت اعتراض ده روز است.|رأی هیئت قطعی است.|جلسه با سه عضو رسمی است.|پروانه قابل انتقال نیست.|
    دبیر حق رأی ندارد.|عضویت افتخاری است.|مرجع تفسیر شوراست."""
)
HEADINGS: Final = _list(
    """کلیات|تعاریف|صدور پروانه|شرایط متقاضیان|نظارت و بازرسی|تخلفات و ضمانت اجرا|امور مالی|رسیدگی به اعتراض|
    حقوق پدیدآورندگان|آموزش و پژوهش|تشکیلات|جشنواره‌ها|فضای مجازی|همکاری با شهرستان‌ها|ایمنی اماکن|مقررات گوناگون|
    حمایت از نوآوری|نشر و توزیع|موسیقی|هنرهای نمایشی|هنرهای تجسمی|کتابخانه‌ها|اسناد و بایگانی|احکام پایانی"""
)
GIVEN: Final = _list(
    "سهراب|نرگس|فریدون|پریسا|کاوه|ترانه|بهرام|شیرین|داریوش|لاله|مهران|نسترن|آرش|رویا|خسرو|ژاله"
)
FAMILY: Final = _list(
    "نمونه‌پور|آزمون‌زاده|فرضیان|ساختگی‌نژاد|مثالی|نمودار|پنداری|انگاشته|خیالی‌فر|آزمایش‌گر|برساخته|نمونه‌گو"
)
TERMS: Final = _list(
    "اثر|هنرجو|نگارخانه|پروانه فعالیت|نمایش خانگی|ناشر مؤلف|جشنواره استانی|کارگاه|حامی|رویداد|محتوا|بهره‌بردار"
)
#: A word and what denies or weakens it; an amendment puts one for the other.
OPPOSITES: Final = {
    "می‌تواند": "نمی‌تواند",
    "نمی‌تواند": "می‌تواند",
    "است": "نیست",
    "نیست": "است",
    "می‌شود": "نمی‌شود",
    "دارد": "ندارد",
    "ندارد": "دارد",
    "مجاز": "غیرمجاز",
    "باید": "می‌تواند",
    "موظف": "مختار",
    "حداقل": "حداکثر",
}


Chance = random.Random


def _some(chance: Chance, share: float, text: str) -> str:
    return text if chance.random() < share else ""


def thing(chance: Chance) -> str:
    """A noun, mostly with one or two adjectives."""
    qualities = chance.sample(QUALITIES, chance.choice((0, 1, 1, 1, 2)))
    return (
        " و ".join([f"{chance.choice(THINGS)} {qualities[0]}", *qualities[1:]])
        if qualities
        else chance.choice(THINGS)
    )


def number(chance: Chance) -> str:
    """A small number in digits or in words."""
    value = chance.choice((2, 3, 5, 7, 10, 12, 15, 20, 21, 30, 45, 60, 90))
    return cardinal(value) if chance.random() < 0.5 else persian(value)


def span(chance: Chance) -> str:
    """A length of time."""
    return f"{number(chance)} {chance.choice(UNITS)}"


def money(chance: Chance) -> str:
    """An amount of rials with thousands separated."""
    return persian(f"{chance.randrange(2, 900) * 10 ** chance.choice((5, 6)):,}").replace(",", "٬")


def date(chance: Chance) -> str:
    """A Jalali date of digits."""
    return persian(
        f"{chance.randrange(1398, 1410)}/{chance.randrange(1, 13):02}/{chance.randrange(1, 30):02}"
    )


def actor(chance: Chance) -> str:
    """Who acts."""
    return chance.choice(PERSONS if chance.random() < 0.6 else BODIES)


def _duty(c: Chance) -> str:
    must = c.choice(("موظف است", "مکلف است", "باید", "می‌تواند", "حق دارد", "اختیار دارد"))
    return (
        f"{actor(c)} {must} {thing(c)} را {_some(c, 0.6, f'ظرف {span(c)}')} {_some(c, 0.7, c.choice(PLACES))} "
        f"{c.choice(ACTS)} کند {_some(c, 0.4, c.choice(LIMITS))}."
    )


def _case(c: Chance) -> str:
    return (
        f"{c.choice(('در صورت', 'به هنگام', 'پس از', 'پیش از'))} {c.choice(CONDITIONS)}، {thing(c)} "
        f"{_some(c, 0.5, c.choice(PURPOSES))} {_some(c, 0.5, c.choice(PLACES))} {c.choice(ACTS)} می‌شود "
        f"{_some(c, 0.4, c.choice(LIMITS))}."
    )


def _burden(c: Chance) -> str:
    purpose = _some(c, 0.4, c.choice(PURPOSES))
    return f"مسئولیت {c.choice(ACTIVITIES)} و {c.choice(ACTS)} {thing(c)} {purpose} بر عهده {actor(c)} است."


def _price(c: Chance) -> str:
    paid = c.choice(("دریافت", "کسر", "واریز", "مسترد"))
    return (
        f"مبلغ {money(c)} ریال بابت {c.choice(ACTIVITIES)} از {actor(c)} {_some(c, 0.5, c.choice(PLACES))} "
        f"{paid} می‌شود {_some(c, 0.4, c.choice(LIMITS))}."
    )


def _consent(c: Chance) -> str:
    return (
        f"{thing(c)} به پیشنهاد {c.choice(BODIES)} و پس از تأیید {c.choice(BODIES)} "
        f"{_some(c, 0.4, f'تا تاریخ {date(c)}')} به {actor(c)} {c.choice(ACTS)} می‌شود."
    )


def _ban(c: Chance) -> str:
    return (
        f"هیچ {c.choice(PERSONS)} نمی‌تواند بدون {thing(c)} به {c.choice(ACTIVITIES)} بپردازد "
        f"{_some(c, 0.5, 'و ' + c.choice(BODIES) + ' از آن جلوگیری می‌کند')}."
    )


def _validity(c: Chance) -> str:
    return (
        f"اعتبار {thing(c)} {span(c)} است و {_some(c, 0.6, c.choice(ADVERBS))} با درخواست {actor(c)} "
        f"{_some(c, 0.5, c.choice(PURPOSES))} تمدید می‌شود."
    )


def _objection(c: Chance) -> str:
    return (
        f"هرگاه {actor(c)} به {thing(c)} معترض باشد، ظرف {span(c)} از تاریخ ابلاغ به {c.choice(BODIES)} "
        f"شکایت می‌برد {_some(c, 0.6, c.choice(LIMITS))}."
    )


def _share(c: Chance) -> str:
    return (
        f"حداقل {number(c)} درصد از درآمد {c.choice(ACTIVITIES)} {c.choice(PURPOSES)} به {c.choice(BODIES)} "
        f"تعلق دارد و مازاد آن صرف {c.choice(ACTIVITIES)} می‌گردد."
    )


def _quoted(c: Chance) -> str:
    return (
        f"عبارت «{thing(c)}» در {thing(c)} شماره {persian(c.randrange(100, 99_999))} {c.choice(BODIES)} "
        f"{_some(c, 0.5, c.choice(ADVERBS))} به معنای {c.choice(ACTIVITIES)} است."
    )


def _record(c: Chance) -> str:
    years = f"{persian(c.randrange(1390, 1408))}–{persian(c.randrange(1408, 1420))}"
    return (
        f"{actor(c)} {_some(c, 0.6, c.choice(ADVERBS))} {thing(c)} و {thing(c)} را "
        f"{_some(c, 0.5, c.choice(PURPOSES))} در دوره {years} "
        f"{c.choice(ACTS)} می‌کند؛ {c.choice(BODIES)} نیز {c.choice(PLACES)} {c.choice(ACTS)} می‌نماید."
    )


_PATTERNS: Final[Sequence[Callable[[Chance], str]]] = (
    *(_duty, _case, _burden, _price, _consent, _ban, _validity, _objection, _share, _quoted, _record),
    *(_duty, _case, _record),
)


def sentence(chance: Chance) -> list[Word]:
    """One sentence of 8 to 35 words, ended by a full stop."""
    return words_of(chance.choice(_PATTERNS)(chance).replace(" .", "."))


def reference(chance: Chance, article: str, target: int) -> list[Word]:
    """A sentence that refers to the article `target`, named by the word `article`."""
    first = words_of(f"{thing(chance)} موضوع")
    rest = words_of(f"{chance.choice(PLACES)} {chance.choice(ACTS)} می‌شود {chance.choice(LIMITS)}.")
    return [*first, Word(article, target=target), *rest]


def clause(chance: Chance) -> list[Word]:
    """An item of a list, 3 to 14 words, ended by a semicolon."""
    text = chance.choice(
        (
            f"{chance.choice(ACTS)} {thing(chance)} {chance.choice(PLACES)}؛",
            f"{thing(chance)} {actor(chance)} {chance.choice(PURPOSES)}؛",
            f"{chance.choice(ACTIVITIES)} تا {money(chance)} ریال {chance.choice(PLACES)}؛",
            f"نماینده {chance.choice(BODIES)} با {span(chance)} سابقه {chance.choice(ACTIVITIES)}؛",
        )
    )
    return words_of(text)


def definition(chance: Chance) -> list[Word]:
    """What a term means."""
    what = f"{thing(chance)} که {actor(chance)} {chance.choice(PURPOSES)} {chance.choice(ACTS)} می‌کند؛"
    return words_of(f"{chance.choice(TERMS)}: {what}")


def phrase(chance: Chance) -> list[Word]:
    """Two to seven words that can stand anywhere in a sentence."""
    return words_of(
        chance.choice(
            (
                chance.choice(PLACES),
                chance.choice(PURPOSES),
                f"با تأیید {chance.choice(BODIES)}",
                f"ظرف {span(chance)}",
                f"به همراه {thing(chance)}",
                f"و {thing(chance)}",
                f"با حضور {chance.choice(PERSONS)} و {chance.choice(PERSONS)}",
            )
        )
    )
