"""The sample office: its units, staff, deadline rules and saved replies. All persons are fictitious."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

Role = Literal["clerk", "legal_reviewer", "manager", "administrator"]


@dataclass(frozen=True, slots=True)
class SampleUnit:
    """A unit. With `needs_approval`, a manager approves each reply.

    `words` are the keywords that route to it.
    """

    code: str
    name: str
    needs_approval: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SampleStaff:
    """A member of staff; `user_name` is Latin, `unit` the code of the home unit."""

    user_name: str
    name: str
    role: Role
    unit: str


@dataclass(frozen=True, slots=True)
class SampleDeadline:
    """`days` working days for a kind and a channel; `channel` is None for all other channels."""

    kind: str
    channel: str | None
    days: int


UNITS: Final = (
    SampleUnit("book", "کتاب", True, ("کتاب", "شابک", "ناشر", "ممیزی")),
    SampleUnit("press", "مطبوعات", True, ("نشریه", "مطبوعات", "ماهنامه", "فصلنامه")),
    SampleUnit("music", "موسیقی", True, ("کنسرت", "موسیقی", "آلبوم", "نوازندگان")),
    SampleUnit("film", "سینمایی", False, ("فیلم", "سینما", "پروانه ساخت")),
    SampleUnit("visual", "هنرهای تجسمی", False, ("نگارخانه", "نمایشگاه نقاشی", "عکس", "خوشنویسی")),
    SampleUnit("theatre", "نمایش", False, ("نمایش", "تئاتر", "تماشاخانه")),
    SampleUnit("ads", "تبلیغات", False, ("آگهی", "تبلیغات", "کانون تبلیغاتی")),
    SampleUnit("desk", "میز خدمت", False, ("۴۲۹۹۱", "میز خدمت", "سامانه", "کد رهگیری")),
    SampleUnit("legal", "حقوقی", True, ("پیش‌نویس", "آیین‌نامه", "قرارداد", "بخشنامه")),
)

STAFF: Final = (
    SampleStaff("s.kazemi", "سارا کاظمی", "clerk", "desk"),
    SampleStaff("r.yousefi", "رامین یوسفی", "clerk", "desk"),
    SampleStaff("n.amini", "نرگس امینی", "clerk", "book"),
    SampleStaff("k.sharifi", "کاوه شریفی", "clerk", "book"),
    SampleStaff("m.naderi", "مسعود نادری", "clerk", "press"),
    SampleStaff("f.salehi", "فریبا صالحی", "clerk", "press"),
    SampleStaff("p.rezaei", "پریسا رضایی", "clerk", "music"),
    SampleStaff("y.ahmadi", "یاسر احمدی", "clerk", "music"),
    SampleStaff("h.akbari", "هاله اکبری", "clerk", "film"),
    SampleStaff("b.bahrami", "بابک بهرامی", "clerk", "visual"),
    SampleStaff("z.nouri", "زهرا نوری", "clerk", "visual"),
    SampleStaff("m.salimi", "مژگان سلیمی", "clerk", "theatre"),
    SampleStaff("v.moradi", "وحید مرادی", "clerk", "ads"),
    SampleStaff("e.rezaei", "الهام رضایی", "legal_reviewer", "legal"),
    SampleStaff("h.moradi", "حسین مرادی", "legal_reviewer", "legal"),
    SampleStaff("a.nouri", "اعظم نوری", "manager", "legal"),
    SampleStaff("d.moradi", "داریوش مرادی", "manager", "book"),
    SampleStaff("sh.tavakoli", "شهلا توکلی", "manager", "press"),
    SampleStaff("j.fazeli", "جلال فاضلی", "manager", "music"),
    SampleStaff("f.rostami", "فرهاد رستمی", "manager", "film"),
    SampleStaff("g.zarei", "گلناز زارع", "manager", "visual"),
    SampleStaff("m.hashemi", "منصور هاشمی", "manager", "theatre"),
    SampleStaff("t.bagheri", "طاهره باقری", "manager", "ads"),
    SampleStaff("n.sadeghi", "ناهید صادقی", "manager", "desk"),
    SampleStaff("p.hosseini", "پیمان حسینی", "administrator", "desk"),
)

DEADLINES: Final = (
    SampleDeadline("complaint", "phone", 10),
    SampleDeadline("complaint", "in_person", 10),
    SampleDeadline("complaint", None, 15),
    SampleDeadline("request", "letter", 20),
    SampleDeadline("request", "sms", 7),
    SampleDeadline("request", None, 15),
    SampleDeadline("criticism", None, 20),
    SampleDeadline("suggestion", None, 30),
)


@lru_cache(maxsize=16)
def clerks(unit: str) -> tuple[str, ...]:
    """User names of the people who do the work of a unit: its clerks or, in the legal unit, its reviewers."""
    return tuple(s.user_name for s in STAFF if s.unit == unit and s.role in {"clerk", "legal_reviewer"})


@lru_cache(maxsize=16)
def manager(unit: str) -> str:
    """The user name of the manager of a unit."""
    return next(s.user_name for s in STAFF if s.unit == unit and s.role == "manager")


@lru_cache(maxsize=16)
def needs_approval(unit: str) -> bool:
    """Whether a manager approves the replies of a unit."""
    return next(u.needs_approval for u in UNITS if u.code == unit)
