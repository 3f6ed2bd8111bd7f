"""Detects weighty replacements, which a reviewer must not miss: of an amount, a date, or a permission by a duty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.comparison.numbers import AMOUNT_WORDS, value_of


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_UNITS: Final = _words(
    """روز ماه سال هفته ساعت دقیقه ریال تومان درصد ٪ برابر متر مترمربع کیلومتر نفر میلیون میلیارد هزار
    فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"""
)
_DUTY: Final = _words(
    """باید بایست بایستی میباید میبایست میبایستی موظف موظفند موظفاند مکلف مکلفند مکلفاند ملزم ملزمند الزامی
    اجباری لازم واجب ضروری"""
)
_PERMISSION: Final = _words(
    "میتواند میتوانند میتوان بتواند بتوانند مجاز مجازند مختار مختارند اختیاری ممکن حق"
)
_BAN: Final = _words("نباید نبایستی ممنوع ممنوعه ممنوعیت نمیتواند نمیتوانند نمیتوان غیرمجاز")
_MODAL: Final = _DUTY | _PERMISSION | _BAN
_NEGATIVE: Final = _words("نه نمی نیست نیستند غیر بدون فاقد مگر جز بجز بهجز")
_VERB_ENDS: Final = ("د", "م", "ی", "ست")


def replaced_is_weighty(old: Sequence[str], new: Sequence[str]) -> bool:
    """Returns whether replacing keys `old` by `new` (see `tokens`) changes an amount, a date or a modality."""
    if _amounts(old) != _amounts(new):
        return True
    old_units, new_units = _UNITS.intersection(old), _UNITS.intersection(new)
    if old_units and new_units and old_units != new_units:
        return True
    old_modality, new_modality = _modality(old), _modality(new)
    if old_modality and new_modality and old_modality != new_modality:
        return True
    return (
        _negated(old, new)
        or _negated(new, old)
        or bool(_NEGATIVE.intersection(old) ^ _NEGATIVE.intersection(new))
    )


def alone_is_weighty(keys: Sequence[str]) -> bool:
    """Returns whether inserting or deleting `keys` inverts a sentence or changes an amount: «غیر», «مگر», a bare
    number."""
    words = [key for key in keys if key[:1].isalnum()]
    if not words or len(words) > 2:
        return False
    return bool(_NEGATIVE.intersection(words)) or bool(_amounts(words)) or words in (["باید"], ["نباید"])


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


def _modality(keys: Sequence[str]) -> frozenset[str]:
    if _MODAL.isdisjoint(keys):
        return frozenset()
    classes = (("duty", _DUTY), ("permission", _PERMISSION), ("ban", _BAN))
    return frozenset(name for name, words in classes if not words.isdisjoint(keys))


def _negated(positive: Sequence[str], negative: Sequence[str]) -> bool:
    """Returns whether a verb (or «مجاز», «قانونی») of one side is on the other with the prefix «ن» or «غیر»."""
    for key in set(positive):
        if len(key) < 3:
            continue
        if f"غیر{key}" in negative or (key.endswith(_VERB_ENDS) and f"ن{key}" in negative):
            return True
    return "است" in positive and "نیست" in negative and "نیست" not in positive
