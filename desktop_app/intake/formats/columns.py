"""The fields of an import and their column names (documented for the command line), in folded form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from desktop_app.persian.text import fold

#: Maximum length of a cached column name.
_LONGEST_KEPT: Final = 80
PETITION_FIELDS: Final = (
    "external_id", "kind", "channel", "subject", "text", "name", "national_id", "mobile", "email", "group",
    "about", "unit", "received_at", "letter_number",
)  # fmt: skip
COMMENT_FIELDS: Final = (
    "external_id", "channel", "text", "name", "mobile", "email", "group", "provision", "quote", "received_at",
    "letter_number", "instrument",
)  # fmt: skip
SATISFACTION_FIELDS: Final = ("tracking_code", "satisfaction", "text")
RECEIPT_FIELDS: Final = ("message_key", "receipt", "receipt_reason")
REQUIRED_OF_RECEIPTS: Final = ("message_key", "receipt")
REQUIRED_OF_SATISFACTION: Final = ("tracking_code", "satisfaction")
SUBJECT_FIELDS: Final = ("title", "reference", "subject_kind")
REQUIRED_OF_SUBJECTS: Final = ("title",)
REQUIRED_OF_PETITIONS: Final = ("kind", "text")
REQUIRED_OF_COMMENTS: Final = ("text",)

#: The first names are documented; the others are those used by portals and offices.
ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "external_id": (
        "external_id", "شناسه", "id", "identifier", "reference", "شناسه درخواست", "شناسه پیام", "شناسه یکتا",
        "شماره درخواست", "کد درخواست", "شناسه خارجی", "شماره پیگیری", "کد رهگیری درگاه", "request id", "message id",
    ),
    "kind": (
        "kind", "نوع", "type", "نوع درخواست", "نوع پیام", "گونه", "category", "نوع مورد", "request type",
    ),
    "channel": (
        "channel", "راه دریافت", "کانال", "مجرا", "راه ورود", "نحوه دریافت", "روش دریافت", "منبع", "source",
        "کانال ارتباطی",
    ),
    "subject": ("subject", "موضوع", "title", "عنوان", "موضوع درخواست", "عنوان درخواست", "topic"),
    "text": (
        "text", "متن", "body", "message", "description", "شرح", "متن پیام", "متن درخواست", "شرح درخواست", "پیام",
        "توضیحات", "content", "متن نظر", "comment", "نظر",
    ),
    "name": (
        "name", "نام متقاضی", "نام", "نام و نام خانوادگی", "full name", "sender", "فرستنده", "متقاضی", "نام فرستنده",
        "petitioner", "نام کامل", "applicant", "نام نظردهنده",
    ),
    "national_id": ("national_id", "کد ملی", "شماره ملی", "national code", "national id", "کدملی متقاضی"),
    "mobile": (
        "mobile", "تلفن همراه", "موبایل", "شماره موبایل", "شماره همراه", "همراه", "شماره تلفن همراه", "cell",
        "mobile number", "mobile phone", "cell phone", "شماره فرستنده", "from", "originator", "msisdn", "سرشماره",
    ),
    "email": ("email", "رایانامه", "ایمیل", "e-mail", "پست الکترونیک", "پست الکترونیکی", "نشانی رایانامه", "mail"),
    "group": ("group", "گروه", "گروه متقاضی", "گروه مخاطب", "sender group", "صنف", "جامعه هدف"),
    "about": ("about", "درباره", "در مورد", "درباره چه", "خدمت", "service", "مربوط به"),
    "unit": ("unit", "واحد", "واحد سازمانی", "واحد مقصد", "department", "اداره", "معاونت", "واحد تخصصی"),
    "received_at": (
        "received_at", "تاریخ", "تاریخ دریافت", "date", "received", "تاریخ ثبت", "زمان", "تاریخ ارسال", "زمان ثبت",
        "تاریخ درخواست", "created at", "received date",
    ),
    "letter_number": ("letter_number", "شماره نامه", "letter no", "شماره نامه اتوماسیون", "نامه", "letter number"),
    "tracking_code": ("tracking_code", "کد رهگیری", "code", "کد", "کد پیگیری", "رهگیری", "tracking"),
    "satisfaction": (
        "satisfaction", "رضایت", "میزان رضایت", "رضایتمندی", "میزان رضایتمندی", "امتیاز", "نمره", "score", "mark",
        "rating", "امتیاز رضایت",
    ),
    "message_key": ("message_id", "id", "شناسه پیام", "شناسه", "key", "client id", "reference"),
    "receipt": (
        "status", "وضعیت", "وضعیت تحویل", "وضعیت پیام", "delivery status", "delivery", "state", "رسید", "نتیجه",
        "result",
    ),
    "receipt_reason": ("reason", "علت", "error", "خطا", "شرح خطا", "علت خطا", "description", "توضیح", "cause"),
    "title": ("title", "عنوان", "نام", "name", "نام خدمت", "عنوان خدمت", "عنوان خبر", "موضوع", "subject"),
    "reference": (
        "reference", "شماره", "کد", "شناسه", "code", "number", "id", "کد خدمت", "شناسه خدمت", "شماره مرجع",
        "شناسه خبر",
    ),
    "subject_kind": ("kind", "نوع", "گونه", "type", "category", "دسته"),
    "provision": ("provision", "ماده", "حکم", "بند", "article", "ماده یا بند", "شماره ماده"),
    "instrument": (
        "instrument", "پیش‌نویس", "نام پیش‌نویس", "شماره پیش‌نویس", "کد پیش‌نویس", "عنوان پیش‌نویس", "instrument code",
        "draft", "سند", "نام سند",
    ),
    "quote": ("quote", "عبارت", "نقل", "عبارت مورد نظر", "متن مورد نظر", "phrase", "quoted text"),
}  # fmt: skip


def folded_name(name: str) -> str:
    """Folds a name for comparison: spelling, spaces, ZWNJ, dashes and underscores are ignored."""
    # The same names recur with every row, so cache them; do not cache long texts.
    return _folded(name) if len(name) <= _LONGEST_KEPT else _folded.__wrapped__(name)


@lru_cache(maxsize=1024)
def _folded(name: str) -> str:
    return "".join(character for character in fold(name) if character.isalnum())


_FIELD_OF: Final[dict[str, tuple[str, ...]]] = {}
for _field, _names in ALIASES.items():
    for _name in _names:
        _FIELD_OF[folded_name(_name)] = (*_FIELD_OF.get(folded_name(_name), ()), _field)


_FOLDED_ALIASES: Final = {field: tuple(map(folded_name, names)) for field, names in ALIASES.items()}


def match(columns: Iterable[str], fields: tuple[str, ...] = PETITION_FIELDS) -> dict[str, str]:
    """Maps each field to a column by the names of `columns`. Earlier aliases have priority."""
    by_name: dict[str, str] = {}
    for column in columns:
        by_name.setdefault(folded_name(column), column)
    found: dict[str, str] = {}
    for field in fields:
        for alias in _FOLDED_ALIASES[field]:
            column_name = by_name.get(alias)
            if column_name is not None and column_name not in found.values():
                found[field] = column_name
                break
    return found


def known_columns(header: Iterable[str]) -> int:
    """The number of known names in a header, by which delimiters are compared."""
    return sum(1 for name in header if folded_name(name) in _FIELD_OF)


def missing(mapping: Mapping[str, str], required: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the required fields without a column."""
    return tuple(field for field in required if not mapping.get(field))
