"""How many segments a text message takes (3GPP TS 23.038, 23.040), and how it is shortened to a number of them. Pure.

A text of nothing but the GSM 7-bit alphabet has 160 characters in one segment and 153 in each of several (a header
takes the rest); any other goes as UCS-2 with 70 and 67. Persian is UCS-2.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_GSM: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
#: These take two places, the escape and their own.
_GSM_EXTENDED: Final = frozenset("^{}\\[~]|€\f")
_CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class Segments:
    """What a text takes: `units` of its alphabet, `count` segments, `left` units in the last one; `unicode`:
    UCS-2."""

    unicode: bool
    units: int
    count: int
    left: int


def segments(text: str) -> Segments:
    """Counts a text as a gateway does: a character is never parted between two segments."""
    unicode = not all(one in _GSM or one in _GSM_EXTENDED for one in text)
    single, several = (70, 67) if unicode else (160, 153)
    widths = [_width(one, unicode=unicode) for one in text]
    units = sum(widths)
    if units <= single:
        return Segments(unicode, units, 1, single - units)
    count, used = 1, 0
    for width in widths:
        if used + width > several:
            count, used = count + 1, 0
        used += width
    return Segments(unicode, units, count, several - used)


def _width(character: str, *, unicode: bool) -> int:
    if unicode:
        # UCS-2 knows nothing beyond its plane: gateways send two units.
        return 2 if ord(character) > 0xFFFF else 1
    return 2 if character in _GSM_EXTENDED else 1


def fitting(whole: Callable[[str], str], value: str, most: int) -> str | None:
    """`whole(value)` where that takes at most so many segments, else with `value` cut at a word; None: not even
    then."""
    if segments(whole(value)).count <= most:
        return whole(value)
    ends = [0, *(place for place, one in enumerate(value) if one.isspace() and place)]
    low, high = 0, len(ends)
    # The longest beginning that fits: what is shorter takes no more.
    while low < high:
        middle = (low + high) // 2
        if segments(whole(_begun(value, ends[middle]))).count <= most:
            low = middle + 1
        else:
            high = middle
    return whole(_begun(value, ends[low - 1])) if low else None


def cut_to(text: str, keep: str, most: int) -> str:
    """`text` in at most so many segments, cut at a word; `keep` (a tracking code) stays whole, behind the cut where
    it would have gone with it."""
    place = text.find(keep) if keep else -1
    if place < 0:
        return fitting(lambda begun: begun, text, most) or _first_units(text, most)
    tail = f" {keep}"
    found = fitting(
        lambda begun: begun if keep in begun else begun.rstrip(_CUT).rstrip() + _CUT + tail, text, most
    )
    return found or keep


def _begun(value: str, end: int) -> str:
    return value[:end].rstrip(" \n\t،,;؛:.-–—") + _CUT


def _first_units(text: str, most: int) -> str:
    """Where there is no word to cut at."""
    return text[: 30 * most] + _CUT
