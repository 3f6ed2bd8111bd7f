"""Small comparisons made by hand: provisions in the order of NEW, each with its place in OLD."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import pytest

from desktop_app.comparison.result import (
    Comparison,
    Entry,
    Flag,
    Op,
    ProvisionPlace,
    ProvisionStatus,
    Side,
    Span,
    StaleReference,
)
from desktop_app.persian.digits import persian_digits
from ui.widgets.comparison_view.labels import change_title
from ui.widgets.comparison_view.reading import ComparisonReading

_TOKEN = re.compile(r"\s+|[\w\u200c]+|[^\w\s]")
_LABEL = re.compile(r"فصل \w+|(?:ماده|تبصره) ?[\d۰-۹]*|[آ-ی]\)")


@dataclass(frozen=True)
class Made:
    """One provision: its text on each side (None where it is not), where it stands in OLD (its number in NEW's
    order unless told), and what it is."""

    old: str | None
    new: str | None
    above: tuple[str, ...] = ()
    rank: float | None = None
    flags: frozenset[Flag] = frozenset()
    status: ProvisionStatus | None = None
    group: int | None = None
    spans: tuple[Span, ...] = field(default=())


def same(text: str, *above: str) -> Made:
    return Made(text, text, above)


def compare_by_hand(made: Sequence[Made], stale: Sequence[tuple[str, str, str]] = ()) -> Comparison:
    """The comparison of provisions; `stale` gives (text in NEW, was, now)."""
    ranks = sorted(
        (item.rank if item.rank is not None else float(number), number)
        for number, item in enumerate(made)
        if item.old is not None
    )
    old_text, old_places = _joined([(number, made[number].old or "") for _, number in ranks])
    new_text, new_places = _joined([(n, item.new) for n, item in enumerate(made) if item.new is not None])
    entries = tuple(_entry(item, number, old_places, new_places) for number, item in enumerate(made))
    references = tuple(
        StaleReference(text, (new_text.index(text), new_text.index(text) + len(text)), was, now)
        for text, was, now in stale
    )
    return Comparison(
        Side("نسخهٔ ۲", old_text),
        Side("نسخهٔ ۳", new_text),
        entries,
        references,
        (),
    )


def _joined(items: Sequence[tuple[int, str]]) -> tuple[str, dict[int, tuple[int, int]]]:
    places: dict[int, tuple[int, int]] = {}
    parts: list[str] = []
    at = 0
    for number, text in items:
        places[number] = (at, at + len(text))
        parts.append(text)
        at += len(text) + 1
    return "\n".join(parts), places


def _entry(
    item: Made, number: int, old: dict[int, tuple[int, int]], new: dict[int, tuple[int, int]]
) -> Entry:
    status = item.status
    spans: tuple[Span, ...] = item.spans
    if item.old is None:
        status = ProvisionStatus.INSERTED
    elif item.new is None:
        status = ProvisionStatus.DELETED
    elif item.old != item.new and not spans:
        spans = _spans(item.old, item.new, old[number][0], new[number][0], item.status)
    if status is None:
        words = any(span.op in (Op.DELETE, Op.INSERT, Op.REPLACE) for span in spans)
        status = ProvisionStatus.EDITED if words else ProvisionStatus.UNCHANGED
    return Entry(
        status,
        item.flags,
        item.group,
        _place(item.old, item.above, old.get(number)),
        _place(item.new, item.above, new.get(number)),
        spans,
    )


def _place(text: str | None, above: tuple[str, ...], where: tuple[int, int] | None) -> ProvisionPlace | None:
    if text is None or where is None:
        return None
    match = _LABEL.match(text)
    label = match.group().strip() if match else None
    return ProvisionPlace(label, (*above, label) if label else above, *where)


def _spans(
    old: str, new: str, old_start: int, new_start: int, status: ProvisionStatus | None
) -> tuple[Span, ...]:
    old_label, new_label = _LABEL.match(old), _LABEL.match(new)
    spans: list[Span] = []
    cut_old = cut_new = 0
    if old_label and new_label and old_label.group() != new_label.group():
        cut_old, cut_new = old_label.end(), new_label.end()
        spans.append(Span(Op.LABEL, (old_start, old_start + cut_old), (new_start, new_start + cut_new)))
    a, b = _TOKEN.findall(old[cut_old:]), _TOKEN.findall(new[cut_new:])
    at_old, at_new = old_start + cut_old, new_start + cut_new
    for tag, i1, i2, j1, j2 in _opcodes(a, b):
        to_old, to_new = at_old + len("".join(a[i1:i2])), at_new + len("".join(b[j1:j2]))
        op = Op(tag)
        if op is Op.REPLACE and (status is ProvisionStatus.ORTHOGRAPHIC or _same_letters(a[i1:i2], b[j1:j2])):
            op = Op.ORTHOGRAPHIC
        spans.append(Span(op, (at_old, to_old), (at_new, to_new)))
        at_old, at_new = to_old, to_new
    return tuple(spans)


def _opcodes(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Those of `SequenceMatcher`, which is not asked about the words that both begin with: where one comes a thousand
    times, it holds each of them against each."""
    begun = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    rest = SequenceMatcher(None, old[begun:], new[begun:], autojunk=False).get_opcodes()
    begin: list[tuple[str, int, int, int, int]] = [("equal", 0, begun, 0, begun)] if begun else []
    return [*begin, *((tag, i1 + begun, i2 + begun, j1 + begun, j2 + begun) for tag, i1, i2, j1, j2 in rest)]


def _same_letters(old: Sequence[str], new: Sequence[str]) -> bool:
    return "".join(old).replace("\u200c", "") == "".join(new).replace("\u200c", "")


MOVED = frozenset({Flag.MOVED})
RENUMBERED = frozenset({Flag.RENUMBERED})
_CHAPTER2, _CHAPTER3 = "فصل دوم", "فصل سوم"


def _filler(first: int, last: int, chapter: str) -> list[Made]:
    subjects = (
        *("نگهداری آثار", "بیمه آثار", "ساعت بازدید", "فروش آثار"),
        *("امانت آثار", "ایمنی ساختمان", "دفتر ثبت آثار"),
    )
    return [
        same(
            f"ماده {persian_digits(str(number))}ـ نگارخانه در {subjects[number % len(subjects)]} "
            "تابع ضوابطی است که اداره اعلام می‌کند.",
            chapter,
        )
        for number in range(first, last + 1)
    ]


def gallery_bylaw() -> Comparison:
    """The bylaw of galleries with every kind of change in it."""
    made = [
        same("آیین‌نامه تأسیس و نظارت بر نگارخانه‌ها"),
        same("فصل دوم ـ صدور پروانه"),
        Made(
            "ماده ۲ـ درخواست‌ها در هیئت نظارت بررسی می‌شود.",
            "ماده ۲ـ درخواست‌ها در کارگروه نظارت بررسی می‌شود.",
            (_CHAPTER2,),
        ),
        Made(
            "ماده ۳ـ پروانه برای سه سال صادر و با درخواست متقاضی تمدید می‌شود.",
            "ماده ۳ـ پروانه برای پنج سال صادر و با درخواست کتبی متقاضی تمدید می‌شود.",
            (_CHAPTER2,),
        ),
        Made(
            "ماده ۴ـ متقاضی درخواست خود را به‌همراه مدارک هویتی و سند مالکیت یا اجاره‌نامه رسمی محل به اداره تحویل "
            "می‌دهد. اداره موظف است ظرف سی روز درخواست را بررسی کند و متقاضی می‌تواند تنها یک بار اعتراض کند.",
            "ماده ۴ـ متقاضی درخواست خود را به‌همراه مدارک هویتی و سند مالکیت یا اجاره‌نامه محل در پنجره واحد (وفا) "
            "بارگذاری می‌کند. اداره موظف است ظرف پانزده روز کاری درخواست را بررسی و نتیجه را با دلیل اعلام کند و "
            "متقاضی می‌تواند تنها یک بار اعتراض کند.",
            (_CHAPTER2,),
        ),
        Made(
            None,
            "تبصره ـ هرگاه اداره در این مهلت پاسخ ندهد، پرونده خودبه‌خود به مدیر واحد ارجاع می‌شود و متقاضی نیازی "
            "به ثبت دوباره ندارد.",
            (_CHAPTER2, "ماده ۴"),
        ),
        *_filler(5, 15, _CHAPTER2),
        same("ماده ۱۶ـ تابلوی نگارخانه باید نام ثبت‌شده در پروانه را نشان دهد.", _CHAPTER3),
        Made(
            "ماده ۱۸ـ مدیر نگارخانه پاسخ‌گوی اصالت آثار ارائه‌شده است و فهرست آن‌ها را نگه می‌دارد.",
            "ماده ۱۷ـ مدیر نگارخانه پاسخگوی اصالت آثار ارائه‌شده است و فهرست آنها را نگه می‌دارد.",
            (_CHAPTER3,),
            flags=RENUMBERED,
            status=ProvisionStatus.ORTHOGRAPHIC,
        ),
        Made(
            "ماده ۱۹ـ نگارخانه موضوع ماده ۱۷ باید:",
            "ماده ۱۸ـ نگارخانه موضوع ماده ۱۷ باید:",
            (_CHAPTER3,),
            flags=RENUMBERED,
        ),
        Made("ب) معرفی‌نامه انجمن صنفی را پیوست کند.", None, (_CHAPTER3, "ماده ۱۹")),
        Made(
            "ماده ۱۷ـ نمایش و فروش آثار در فضای مجازی تابع همین آیین‌نامه است.",
            "ماده ۱۹ـ نمایش و فروش آثار در فضای مجازی تابع ضوابط ماده ۶ است.",
            (_CHAPTER3,),
            rank=17.5,
            flags=MOVED | RENUMBERED,
        ),
        *_filler(20, 21, _CHAPTER3),
        Made(
            "ماده ۲۲ـ نگارخانه متخلف بار نخست اخطار کتبی می‌گیرد و بار دوم پنج میلیون ریال می‌پردازد.",
            "ماده ۲۲ـ نگارخانه متخلف بار نخست اخطار کتبی می‌گیرد و بار دوم ده میلیون ریال می‌پردازد.",
            ("فصل چهارم",),
        ),
        Made(None, "ماده ۲۳ـ رأی هیئت ظرف ده روز ابلاغ می‌شود.", ("فصل چهارم",)),
        Made(
            "ماده ۲۴ـ این آئین‌نامه در ۲۴ ماده تصویب شد.",
            "ماده ۲۴ـ این آیین‌نامه در ۲۴ ماده تصویب شد.",
            ("فصل چهارم",),
            status=ProvisionStatus.ORTHOGRAPHIC,
        ),
    ]
    return compare_by_hand(made, [("ماده ۱۷ باید", "ماده ۱۷", "ماده ۱۹")])


@pytest.fixture
def bylaw() -> Comparison:
    return gallery_bylaw()


@pytest.fixture
def reading(bylaw: Comparison) -> ComparisonReading:
    return ComparisonReading(bylaw)


def change_called(reading: ComparisonReading, title: str) -> int:
    return next(i for i, c in enumerate(reading.changes) if change_title(reading.comparison, c) == title)
