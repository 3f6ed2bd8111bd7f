"""Detects weighty changes, which a reviewer must not miss: they change what somebody must, may or must not do.

Words are grouped by what they mean in a legal text. Words of one group are synonyms: «موظف» for «مکلف» is no weighty
change, «مختار» for «مکلف» is one. Keys are those of `tokens`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from desktop_app.comparison.folding import bare, flat
from desktop_app.comparison.numbers import AMOUNT_WORDS, value_of


class WeightKind(StrEnum):
    """Why a change is weighty, the gravest first."""

    EXEMPTION_DELETED = "exemption_deleted"
    RIGHT_DELETED = "right_deleted"
    DUTY_INSERTED = "duty_inserted"
    NEGATION = "negation"
    AMOUNT = "amount"
    TERM = "term"
    NUMBER = "number"
    MEANING = "meaning"


def _words(listed: str) -> frozenset[str]:
    """Returns the keys of the listed words; «_» stands for the space of a phrase of two words."""
    return frozenset(bare(flat(word)).replace("⎯", " ") for word in listed.split())


_UNITS: Final = _words(
    """روز ماه سال هفته ساعت دقیقه ریال تومان درصد ٪ برابر متر مترمربع کیلومتر نفر میلیون میلیارد هزار
    فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"""
)
#: A change of the meanings in a text is weighty, also if one side has none.
_STRONG: Final = {
    "duty": """باید بایست بایستی می‌باید می‌بایست می‌بایستی موظف موظفند موظف‌اند مکلف مکلفند مکلف‌اند ملزم ملزمند
        ملزم‌اند الزامی اجباری لازم_است لازم_می‌باشد واجب""",
    "permission": """می‌تواند می‌توانند می‌توان بتواند بتوانند مجاز مجازند مجاز‌اند مختار مختارند مختار‌اند اختیاری
        اختیارات صلاحیت حق ذی‌حق محق بلامانع اجازه""",
    "ban": """نباید نبایستی ممنوع ممنوعه ممنوعیت ممنوعند ممنوع‌اند نمی‌تواند نمی‌توانند نمی‌توان غیرمجاز غیر_مجاز
        قدغن""",
    "negation": """نه نیست نیستند نباشد نباشند نشود نشوند نشده نگردد ندارد ندارند نداشته نکند نکنند نکردن نخواهد
        نخواهند نگیرد نتواند نتوانند ندهد ندهند غیر بدون فاقد عدم""",
    "exception": """مگر جز بجز به‌جز استثنا استثنای استثناء به‌استثنای مستثنی مستثنا مستثنی‌اند سوای معاف معافند
        معاف‌اند معافیت معافیت‌ها معافیت‌های""",
    "condition": """شرط به‌شرط شرطی به‌شرطی مشروط منوط موکول چنانچه هرگاه اگر مادام مادامی در_صورت در_صورتی درصورت
        درصورتی گرنه وگرنه والا""",
    "cancelling": "لغو ابطال باطل فسخ بلااثر سلب انحلال",
    "suspension": "تعلیق معلق",
    "penalty": """جریمه جریمه‌ای جریمه‌های جرایم مجازات مجازات‌های حبس محروم محرومیت انفصال ضبط توقیف پلمب اخراج""",
    "warning": "اخطار تذکر توبیخ",
    "liability": "مسئول مسئولیت مسئولند ضامن ضامنند",
    "exclusivity": "فقط صرفا تنها منحصرا",
    "minimum": "حداقل لااقل دست‌کم",
    "maximum": "حداکثر",
    "approval": "تأیید تصویب موافقت اذن",
    "appeal": "اعتراض شکایت تجدیدنظر تجدید_نظر واخواهی",
    "free of charge": "رایگان مجانی بلاعوض",
    "publicity": "علنی غیرعلنی محرمانه",
    "qualification": """ایرانی خارجی مسلمان تابعیت متأهل مجرد باردار بازنشسته بومی دیپلم کاردانی کارشناسی ارشد دکتری
        دکترا""",
    "proof": "گواهی گواهینامه ضمانت‌نامه وثیقه سوگند سوءپیشینه",
    "use of land": "مسکونی تجاری صنعتی کشاورزی",
}
#: Meanings of which another one is weighty, but not its absence.
_WEAK: Final = {
    "before": "قبل پیش",
    "after": "پس بعد",
    "all": "همه کلیه تمام تمامی هر",
    "some": "برخی بعضی پاره‌ای",
    "more": "بیشتر بیش",
    "less": "کمتر",
    "promulgation": "ابلاغ",
    "publication": "انتشار",
    "adoption": "نگارش تدوین امضا",
    "budget": "بودجه",
    "revenue": "درآمد درآمدهای",
    "credit": "اعتبار اعتبارات",
    "majority": "اکثریت",
}
#: Who decides: added or left out, it is weighty.
_AUTHORITIES: Final = """شورا هیئت کارگروه کمیسیون کمیته وزیر وزارت وزارتخانه وزیران اداره مدیرکل مدیر
    رئیس دبیر دبیرخانه سازمان معاون معاونت استاندار استانداری فرماندار فرمانداری بخشدار شهردار شهرداری دادگاه دادستان
    دادستانی دیوان قاضی بازپرس مرجع بانک صندوق ستاد دستگاه نهاد پلیس مجلس دولت مجمع انجمن اتحادیه کانون اتاق
    بازرس داور کارشناس گمرک خزانه"""
#: Who has the rights and duties: weighty if it is somebody else.
_PARTIES: Final = """متقاضی دارنده مالک مستأجر موجر کارفرما کارگر پیمانکار راننده ناشر تولیدکننده واردکننده صادرکننده
    فروشنده خریدار مصرف‌کننده بهره‌بردار برگزارکننده سرمایه‌گذار بیمه‌گر بیمه‌گذار بیمه‌شده بدهکار بستانکار طلبکار
    گیرنده فرستنده متصدی مجری مشتری بیمار پزشک دانشجو کارمند مستخدم شاکی متهم محکوم ورثه قیم مدیون
    سپرده‌گذار سهامدار مؤدی عرضه‌کننده"""
_ENDINGS: Final = ("", "ها", "های", "هایی", "ان", "ی", "یان")
#: Forms that are built in another way.
_IRREGULAR: Final = {"هیأت": "هیئت", "هیأتی": "هیئت", "مراجع": "مرجع"}
#: What looks like a form of an authority and is an adjective.
_ADJECTIVES: Final = _words("دولتی بانکی صندوقی داوری کارشناسی")


def _meanings(groups: dict[str, str]) -> dict[str, str]:
    return {word: meaning for meaning, listed in groups.items() for word in _words(listed)}


def _persons(listed: str) -> dict[str, str]:
    """Maps each form of a word to the word: «شورای», «شوراها»."""
    forms: dict[str, str] = {}
    for word in sorted(_words(listed), key=len):
        forms |= {word + ending: word for ending in _ENDINGS}
        if word.endswith("ه"):
            forms |= {word[:-1] + ending: word for ending in ("گان", "ات")}
    return {form: word for form, word in forms.items() if form not in _ADJECTIVES}


_MEANING: Final = _meanings(_STRONG)
_CONTRAST: Final = _meanings(_WEAK)
_AUTHORITY: Final = _persons(_AUTHORITIES) | {
    bare(flat(form)): bare(flat(word)) for form, word in _IRREGULAR.items()
}
_PARTY: Final = _persons(_PARTIES)
_KNOWN: Final = frozenset({*_MEANING, *_CONTRAST, *_AUTHORITY, *_PARTY, "لازم", "صورت", "صورتی", "تجدید"})
_VERB_ENDS: Final = ("د", "م", "ی", "ست")
#: Phrases whose words have no such meaning: the names of payments.
_IDIOMS: Final = _words("حق_بیمه حق_الزحمه حق_عضویت حق_التألیف حق_تألیف حق_اشتراک")
#: Verbs with «می» that tell a state, and other words of their form.
_STATES: Final = _words("می‌باشد می‌باشند می‌ماند می‌مانند میعاد میلاد")
_PHRASES: Final = _IDIOMS | {words for words in _MEANING if " " in words}
#: Follows the name of a law or provision, and is no amount: «ماده ۵», «مصوب ۱۳۹۰».
_CITES: Final = _words("ماده مواد بند بندهای تبصره جزء فصل باب بخش اصل شماره مصوب مورخ پیوست شکل جدول")
_JOINS: Final = frozenset({"و", "تا", "،", "(", ")"})


def replaced_is_weighty(old: Sequence[str], new: Sequence[str]) -> bool:
    """Returns whether replacing keys `old` by `new` changes an amount, a term, a meaning, or who is meant."""
    if _amounts(old) != _amounts(new):
        return True
    if _contrast(_UNITS.intersection(old), _UNITS.intersection(new)):
        return True
    if {("و",), ("یا",)} == {tuple(old), tuple(new)}:
        return True
    if _strong(old) != _strong(new) or _contrast(_weak(old), _weak(new)):
        return True
    return _negated(old, new) or _negated(new, old)


def alone_is_weighty(keys: Sequence[str]) -> bool:
    """Returns whether inserting or deleting `keys` changes an amount, a right, a duty, or who decides.

    A sentence on what somebody does is a duty, also without a word that says so. «روز کاری» is another term than
    «روز».
    """
    if _strong(keys) or any(map(_is_act, keys)) or list(keys) == ["کاری"]:
        return True
    return bool(_amounts([*_uncited(keys)]))


def kinds_of(old: Sequence[str], new: Sequence[str]) -> tuple[WeightKind, ...]:
    """Returns why a provision with the keys `old` became a weighty other one with `new`, the gravest first.

    Either is empty for a provision on one side only. Empty if nothing weighty differs.
    """
    lost, gained = Counter(_all_strong(old)), Counter(_all_strong(new))
    lost, gained = lost - gained, gained - lost
    acts = Counter(filter(_is_act, new)) - Counter(filter(_is_act, old))
    found: dict[WeightKind, bool] = {
        WeightKind.EXEMPTION_DELETED: bool(lost.keys() & _EXEMPTIONS),
        WeightKind.RIGHT_DELETED: bool(lost.keys() & _RIGHTS),
        WeightKind.DUTY_INSERTED: bool(gained.keys() & _DUTIES) or (not old and bool(acts)),
        WeightKind.NEGATION: bool({"negation", "ban"} & (lost.keys() | gained.keys()))
        or _negated(old, new)
        or _negated(new, old),
    }
    before, after = Counter(_measures(old)), Counter(_measures(new))
    for _, kind in (before - after) + (after - before):
        found[kind] = True
    found[WeightKind.MEANING] = bool(lost or gained or acts or _contrast(_weak(old), _weak(new)))
    kinds = tuple(kind for kind in WeightKind if found.get(kind))
    # A reason that says more makes the general one superfluous.
    return kinds if len(kinds) < 2 else tuple(kind for kind in kinds if kind is not WeightKind.MEANING)


#: Meanings whose loss takes an exemption, or a right, away, and those that put a duty on somebody.
_EXEMPTIONS: Final = frozenset({"exception", "free of charge"})
_RIGHTS: Final = frozenset({"permission", "appeal"})
_DUTIES: Final = frozenset({"duty", "ban", "penalty", "liability", "proof"})
_MONEY: Final = _words("ریال تومان")
_TIME: Final = _words(
    """روز ماه سال هفته ساعت دقیقه فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"""
)


def _all_strong(keys: Sequence[str]) -> Iterator[str]:
    """Yields each meaning of `keys` as often as it is there; authorities as the words that they are."""
    for word in _phrases_of(keys):
        meaning = _MEANING.get(word) or _AUTHORITY.get(word)
        if meaning is not None:
            yield meaning
        elif word.startswith("نمی") and word.endswith(_VERB_ENDS):
            yield "negation"


def _measures(keys: Sequence[str]) -> Iterator[tuple[object, WeightKind]]:
    """Yields each amount with what it measures, as its unit says."""
    run: list[str] = []
    for key in (*_uncited(keys), ""):
        is_number = key in AMOUNT_WORDS or key[:1].isdigit() or (key == "و" and bool(run))
        if is_number:
            run.append(key)
            continue
        if run and (len(run) > 1 or run[0] != "یک"):
            value = value_of(" ".join(run).removesuffix(" و"))
            kind = (
                WeightKind.AMOUNT if key in _MONEY else WeightKind.TERM if key in _TIME else WeightKind.NUMBER
            )
            yield (" ".join(run) if value is None else value), kind
        run = []


def _contrast(old: frozenset[str], new: frozenset[str]) -> bool:
    return bool(old and new and old != new)


def _strong(keys: Sequence[str]) -> frozenset[str]:
    """Returns the meanings in `keys` whose absence on one side is weighty, and the authorities."""
    found = {"negation" for key in keys if key.startswith("نمی") and key.endswith(_VERB_ENDS)}
    if _KNOWN.isdisjoint(keys):
        return frozenset(found)
    for word in _phrases_of(keys):
        meaning = _MEANING.get(word) or _AUTHORITY.get(word)
        if meaning is not None:
            found.add(meaning)
    return frozenset(found)


def _weak(keys: Sequence[str]) -> frozenset[str]:
    """Returns the meanings in `keys` that are weighty only against others, and the parties."""
    if _KNOWN.isdisjoint(keys):
        return frozenset()
    return frozenset(one for key in keys if (one := _CONTRAST.get(key) or _PARTY.get(key)) is not None)


def _phrases_of(keys: Sequence[str]) -> Iterator[str]:
    """Yields the keys, with those of a known phrase together."""
    before = ""
    for key in keys:
        phrase = f"{before} {key}"
        if phrase in _PHRASES:
            yield phrase
            before = ""
            continue
        if before:
            yield before
        before = key
    if before:
        yield before


def _is_act(key: str) -> bool:
    return key.startswith("می") and key.endswith("د") and key not in _STATES


def _uncited(keys: Sequence[str]) -> Iterator[str]:
    """Yields the keys without the numbers of cited provisions and laws."""
    cited = False
    for key in keys:
        cited = key in _CITES or (cited and (key in _JOINS or key[:1].isdigit() or key in AMOUNT_WORDS))
        if not cited:
            yield key


def _amounts(keys: Sequence[str]) -> dict[object, int]:
    """Counts the amounts among `keys`."""
    found: dict[object, int] = {}
    if AMOUNT_WORDS.isdisjoint(keys) and not any(key[:1].isdigit() for key in keys):
        return found
    run: list[str] = []
    for key in (*keys, ""):
        if key in AMOUNT_WORDS or (key == "و" and run):
            run.append(key)
            continue
        if run:
            phrase = " ".join(run).removesuffix(" و")
            # A lone «یک» is more often an article than an amount.
            if phrase != "یک":
                value = value_of(phrase)
                amount = phrase if value is None else value
                found[amount] = found.get(amount, 0) + 1
            run = []
        if key[:1].isdigit():
            value = value_of(key)
            amount = key if value is None else value
            found[amount] = found.get(amount, 0) + 1
    return found


def _negated(positive: Sequence[str], negative: Sequence[str]) -> bool:
    """Returns whether a verb (or «مجاز», «قانونی») of one side is on the other with the prefix «ن» or «غیر»."""
    for key in set(positive):
        if len(key) < 3:
            continue
        if f"غیر{key}" in negative or (key.endswith(_VERB_ENDS) and f"ن{key}" in negative):
            return True
    return "است" in positive and "نیست" in negative and "نیست" not in positive
