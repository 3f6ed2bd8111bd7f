"""Names of kinds, channels and groups in files, in folded form; and of the units of the office."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from desktop_app.intake.formats.columns import folded_name
from desktop_app.office.services import SubjectKind
from desktop_app.people.identity import Group
from desktop_app.petitions.vocabulary import Channel, Kind

KIND_NAMES: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.REQUEST: ("request", "درخواست", "تقاضا", "خواسته", "درخواست مردمی"),
    Kind.COMPLAINT: ("complaint", "شکایت", "شکایات", "شکوائیه", "گلایه", "گزارش تخلف"),
    Kind.SUGGESTION: ("suggestion", "پیشنهاد", "پیشنهادات", "پیشنهادها", "proposal"),
    Kind.CRITICISM: ("criticism", "انتقاد", "انتقادات", "نقد", "انتقادها"),
    Kind.OPINION: ("opinion", "نظر", "دیدگاه", "نظرات", "اظهار نظر", "comment"),
}
CHANNEL_NAMES: Final[dict[Channel, tuple[str, ...]]] = {
    Channel.PORTAL: ("portal", "درگاه", "پورتال", "وبگاه", "سایت", "درگاه اینترنتی", "e-portal", "website"),
    Channel.SERVICE_DESK: ("service_desk", "میز خدمت", "میز خدمت الکترونیک", "میز خدمت الکترونیکی", "e-service desk"),
    Channel.SINGLE_WINDOW: (
        "single_window", "پنجره واحد", "وفا", "پنجره واحد وفا", "پنجره واحد (وفا)", "wafa", "single window (wafa)",
    ),
    Channel.PHONE: ("phone", "تلفن", "تلفنی", "تماس تلفنی", "telephone", "سامانه تلفنی"),
    Channel.SMS: ("sms", "پیامک", "پیام کوتاه", "text message"),
    Channel.LETTER: ("letter", "نامه", "مکاتبه", "کتبی", "پست"),
    Channel.IN_PERSON: ("in_person", "حضوری", "مراجعه حضوری", "مراجعه"),
    Channel.EMAIL: ("email", "رایانامه", "ایمیل", "e-mail", "پست الکترونیک", "پست الکترونیکی"),
}  # fmt: skip
GROUP_NAMES: Final[dict[Group, tuple[str, ...]]] = {
    Group.CITIZEN: ("citizen", "شهروند", "شهروندان", "عموم", "عموم مردم", "مردم", "عادی", "public"),
    Group.ARTIST: ("artist", "هنرمند", "هنرمندان", "اهل هنر", "هنری"),
    Group.MEDIA: ("media", "رسانه", "خبرنگار", "اصحاب رسانه", "رسانه‌ها", "مطبوعات", "journalist", "press"),
    Group.PUBLISHER: ("publisher", "ناشر", "ناشران", "نشر"),
    Group.EXPERT: ("expert", "کارشناس", "صاحب‌نظر", "متخصص", "کارشناسان", "استاد", "پژوهشگر", "صاحب‌نظران"),
    Group.INSTITUTE: (
        "institute",
        "موسسه",
        "مؤسسه فرهنگی",
        "مؤسسه فرهنگی و هنری",
        "شرکت",
        "انجمن",
        "تشکل",
        "institution",
        "سازمان مردم‌نهاد",
    ),
    Group.OFFICIAL: (
        "official",
        "دستگاه دولتی",
        "دستگاه اجرایی",
        "نهاد",
        "دولتی",
        "public body",
        "سازمان دولتی",
    ),
}

#: Satisfaction marks in the words of surveys.
MARK_NAMES: Final[dict[int, tuple[str, ...]]] = {
    5: (
        "5",
        "5.0",
        "خیلی راضی",
        "کاملا راضی",
        "بسیار راضی",
        "عالی",
        "خیلی زیاد",
        "very satisfied",
        "excellent",
    ),
    4: ("4", "4.0", "راضی", "خوب", "زیاد", "satisfied", "good"),
    3: ("3", "3.0", "متوسط", "نه راضی نه ناراضی", "تا حدی", "neutral", "fair"),
    2: ("2", "2.0", "ناراضی", "ضعیف", "کم", "dissatisfied", "poor"),
    1: (
        "1",
        "1.0",
        "خیلی ناراضی",
        "کاملا ناراضی",
        "بسیار ناراضی",
        "خیلی ضعیف",
        "خیلی کم",
        "very dissatisfied",
    ),
}

SUBJECT_NAMES: Final[dict[SubjectKind, tuple[str, ...]]] = {
    SubjectKind.SERVICE: ("service", "خدمت", "خدمات", "services"),
    SubjectKind.INSTRUMENT: (
        "instrument", "سند", "مصوبه", "آیین‌نامه", "دستورالعمل", "بخشنامه", "مقرره", "پیش‌نویس", "regulation",
        "document",
    ),
    SubjectKind.NEWS: ("news", "خبر", "اخبار", "خبرها", "news item", "اطلاعیه", "اطلاع‌رسانی"),
}  # fmt: skip
_SUBJECTS: Final = {folded_name(name): kind for kind, names in SUBJECT_NAMES.items() for name in names}
_MARKS: Final = {folded_name(name): mark for mark, names in MARK_NAMES.items() for name in names}
_KINDS: Final = {folded_name(name): kind for kind, names in KIND_NAMES.items() for name in names}
_CHANNELS: Final = {folded_name(name): channel for channel, names in CHANNEL_NAMES.items() for name in names}
_GROUPS: Final = {folded_name(name): group for group, names in GROUP_NAMES.items() for name in names}


@lru_cache(maxsize=1024)
def kind_of(name: str) -> Kind | None:
    """Returns the kind with the Persian or English name `name`."""
    return _KINDS.get(folded_name(name))


@lru_cache(maxsize=1024)
def channel_of(name: str) -> Channel | None:
    """Returns the channel with the Persian or English name `name`."""
    return _CHANNELS.get(folded_name(name))


@lru_cache(maxsize=1024)
def satisfaction_of(name: str) -> int | None:
    """Returns the mark, 1 to 5, for a digit of any script or the words of a survey."""
    return _MARKS.get(folded_name(name))


@lru_cache(maxsize=1024)
def subject_kind_of(name: str) -> SubjectKind | None:
    """Returns the kind of a catalogue entry with the Persian or English name `name`."""
    return _SUBJECTS.get(folded_name(name))


@lru_cache(maxsize=1024)
def group_of(name: str) -> Group | None:
    """Returns the group of senders with the Persian or English name `name`."""
    return _GROUPS.get(folded_name(name))


def units_by_name(units: Iterable[tuple[int, str, str]]) -> dict[str, int]:
    """Maps folded names and codes of units, given as (id, code, name), to ids; a name has priority over a code."""
    known = list(units)
    found = {folded_name(code): unit for unit, code, _ in known}
    return found | {folded_name(name): unit for unit, _, name in known}
