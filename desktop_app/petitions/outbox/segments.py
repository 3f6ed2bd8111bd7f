"""Counts the segments of a text message (3GPP TS 23.038, 23.040), and shortens it to a number of them. Pure.

A text in the GSM 7-bit alphabet has 160 characters in a single segment. Each of several segments has 153,
because a header takes the rest. Any other text is sent as UCS-2 with 70 and 67. Persian is UCS-2.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_GSM: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
#: Characters that take two units, an escape and their own.
_GSM_EXTENDED: Final = frozenset("^{}\\[~]|€\f")
_CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class Segments:
    """The size of a text: `units` of its alphabet, `count` segments, `left` free units in the last one; `unicode`:
    UCS-2.
    """

    unicode: bool
    units: int
    count: int
    left: int


def segments(text: str) -> Segments:
    """Counts a text as a gateway does: a character is never split between two segments."""
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
        # UCS-2 has only the basic plane: gateways send two units.
        return 2 if ord(character) > 0xFFFF else 1
    return 2 if character in _GSM_EXTENDED else 1


def fitting(whole: Callable[[str], str], value: str, most: int) -> str | None:
    """Returns `whole(value)` in at most so many segments, with `value` cut at a word if needed, or None."""
    if segments(whole(value)).count <= most:
        return whole(value)
    ends = [0, *(place for place, one in enumerate(value) if one.isspace() and place)]
    low, high = 0, len(ends)
    # Binary search for the longest prefix that fits: shorter ones never take more segments.
    while low < high:
        middle = (low + high) // 2
        if segments(whole(_begun(value, ends[middle]))).count <= most:
            low = middle + 1
        else:
            high = middle
    return whole(_begun(value, ends[low - 1])) if low else None


def cut_to(text: str, keep: str, most: int) -> str:
    """Returns `text` in at most so many segments, cut at a word.

    `keep` (a tracking code) stays complete: it is moved behind the cut if it would be cut off.
    """
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
    """Returns the beginning of a text that has no word boundary to cut at."""
    return text[: 30 * most] + _CUT
