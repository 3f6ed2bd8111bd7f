"""Resolves the direction of each character of a paragraph: the levels of the Unicode bidirectional algorithm (UAX
9).

python-bidi implements the weak, neutral and implicit rules. This module adds paired brackets (rule N0) and
isolates (rules X5a to X6a), which the program puts around codes and Latin words. A number of several parts
(`joined_numbers`) runs from left to right, isolated, wherever it stands. Embeddings and overrides are ignored: a
citizen's text must not be able to reverse a line.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeVar

from bidi import algorithm
from bidi.mirror import MIRRORED

from desktop_app.persian.digits import ANY_DIGIT
from desktop_app.persian.joined_numbers import ARABIC_LETTERS, joined_numbers

RIGHT_TO_LEFT: Final = 1
LEFT_TO_RIGHT: Final = 0
#: The level of a number in a right-to-left text.
_OF_NUMBERS: Final = 2
RIGHT_TO_LEFT_MARK: Final = "\u200f"

#: Characters that are displayed mirrored in right-to-left text (rule L4), with their mirror images.
MIRROR_IMAGES: Final[dict[str, str]] = dict(MIRRORED)

_LRI, _RLI, _FSI, _PDI = "\u2066\u2067\u2068\u2069"
_ISOLATES: Final = frozenset((_LRI, _RLI, _FSI))
#: Represents an isolate in the surrounding text: a neutral character, as UAX 9 requires.
_OBJECT: Final = "\ufffc"
#: Isolates nested more deeply than this are ignored.
_DEEPEST: Final = 16
#: Depth of the stack of open brackets (UAX 9, BD16).
_OPEN_BRACKETS: Final = 63
_MARKS: Final = "\u064b-\u065f\u0670\u06d6-\u06d9\u200c\u200d"
_SEPARATORS: Final = ",.:/،"
#: The Persian sign of percent, which is read and written after its number.
_PERCENT: Final = "٪"
#: Arabic letters, their marks and joiners, spaces and neutrals.
_TO_LEFT: Final = f'[{ARABIC_LETTERS}{_MARKS} «»()!؟؛\u2026\u2014\u2013"%٪+{_SEPARATORS}-]'
#: A number, which single separators may divide. A mark or joiner after it is not covered.
_NUMBER: Final = f"{ANY_DIGIT}++(?:[{_SEPARATORS}]{ANY_DIGIT}++)*+(?![{_SEPARATORS}]?[{_MARKS}])"
_NUMBERS: Final = re.compile(_NUMBER)
#: A text of a single direction, apart from numbers. A letter precedes them, so that all of them are Arabic numbers.
_WITH_NUMBERS: Final = re.compile(
    f"(?:(?=[^{ANY_DIGIT[1:]}*[{ARABIC_LETTERS}]){_TO_LEFT}++(?:{_NUMBER}{_TO_LEFT}*+)*+|{_TO_LEFT}*+)"
)
_IGNORED: Final = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"))
_NEUTRAL: Final = frozenset(("WS", "ON"))
_WEAK: Final = _NEUTRAL | {"CS", "ES", "ET"}
_T = TypeVar("_T")


@lru_cache(maxsize=1024)
def is_neutral(character: str) -> bool:
    """Returns whether a character has no direction of its own: a space, bracket or punctuation mark."""
    return unicodedata.bidirectional(character) in _NEUTRAL


@lru_cache(maxsize=1024)
def is_punctuation(character: str) -> bool:
    """Returns whether a character is neutral or a separator of numbers, which may attach to the number before it."""
    return unicodedata.bidirectional(character) in _WEAK


@lru_cache(maxsize=4096)
def levels(text: str, base: int = RIGHT_TO_LEFT) -> tuple[int, ...]:
    """Returns the level of each code point of `text` (one paragraph): odd is right to left, even left to right.

    `base` is the level of the paragraph, 0 or 1. Characters that the algorithm removes (joiners, isolates) get
    the level of the previous character, so that a ZWNJ stays inside its word.
    """
    if base == RIGHT_TO_LEFT and not joined_numbers(text) and _WITH_NUMBERS.fullmatch(text):
        found = [RIGHT_TO_LEFT] * len(text)
        for number in _NUMBERS.finditer(text):
            found[slice(*number.span())] = [_OF_NUMBERS] * len(number.group())
        return tuple(found)
    return tuple(_isolating_levels(text, base, 0))


def visual_order(items: list[_T], item_levels: list[int]) -> list[_T]:
    """Reorders the `items` of one line from logical to visual order, left to right (rule L2)."""
    ordered = list(items)
    if not ordered:
        return ordered
    highest = max(item_levels)
    if highest == RIGHT_TO_LEFT == min(item_levels):
        return ordered[::-1]
    lowest_odd = min((level for level in item_levels if level % 2), default=highest + 1)
    # Items move as whole runs, so their levels move with them.
    current = list(item_levels)
    for level in range(highest, lowest_odd - 1, -1):
        start = 0
        while start < len(ordered):
            if current[start] < level:
                start += 1
                continue
            end = start
            while end < len(ordered) and current[end] >= level:
                end += 1
            ordered[start:end] = ordered[start:end][::-1]
            current[start:end] = current[start:end][::-1]
            start = end
    return ordered


def _isolating_levels(text: str, base: int, depth: int) -> list[int]:
    """Returns the levels, with each isolate resolved as a paragraph of its own."""
    numbers = dict(joined_numbers(text))
    if not numbers and _ISOLATES.isdisjoint(text):
        return _flat_levels(text, base)
    outer: list[str] = []
    places: list[int] = []
    isolates: list[_Isolate] = []
    position = 0
    while position < len(text):
        character = text[position]
        places.append(position)
        if position in numbers:
            end = numbers[position]
            isolates.append(_Isolate(len(outer), position, end))
            outer.append(_OBJECT)
            position = end
        elif character in _ISOLATES and depth < _DEEPEST:
            end = _isolate_end(text, position)
            isolates.append(_Isolate(len(outer), position, end, character))
            outer.append(_OBJECT)
            position = end + 1
        else:
            outer.append(character)
            position += 1
    resolved = _flat_levels("".join(outer), base)
    found = [base] * len(text)
    for place, level in zip(places, resolved, strict=True):
        found[place] = level
    for one in isolates:
        level = resolved[one.outside]
        if not one.opener:
            found[one.start : one.end] = [level + level % 2] * (one.end - one.start)
            continue
        inner = text[one.start + 1 : one.end]
        inner_base = _isolate_base(one.opener, inner)
        lift = level + (level % 2 != inner_base) - inner_base
        found[one.start + 1 : one.end] = [
            lift + one_level for one_level in _isolating_levels(inner, inner_base, depth + 1)
        ]
        if one.end < len(text):
            found[one.end] = level
    return found


class _Isolate(NamedTuple):
    """A piece whose direction is resolved by itself.

    `outside` is its place in the surrounding text. It begins at the offset `start` with its `opener`, unless it is a
    number, and ends before `end`, where the closing character stands.
    """

    outside: int
    start: int
    end: int
    opener: str = ""


def _isolate_base(opener: str, inner: str) -> int:
    if opener == _FSI:
        return int(algorithm.get_base_level(inner))
    return RIGHT_TO_LEFT if opener == _RLI else LEFT_TO_RIGHT


def _isolate_end(text: str, start: int) -> int:
    """Returns the offset of the PDI that closes the isolate at `start`, or the length of `text` (BD9)."""
    open_isolates = 0
    for position in range(start, len(text)):
        if text[position] in _ISOLATES:
            open_isolates += 1
        elif text[position] == _PDI:
            open_isolates -= 1
            if not open_isolates:
                return position
    return len(text)


def _flat_levels(text: str, base: int) -> list[int]:
    kept = [(place, _bidi_class(character)) for place, character in enumerate(text)]
    kept = [(place, kind) for place, kind in kept if kind not in _IGNORED]
    storage: dict[str, Any] = {
        "base_level": base,
        "base_dir": "LR"[base],
        "chars": [{"ch": text[place], "level": base, "type": kind, "orig": kind} for place, kind in kept],
        "runs": deque(),
    }
    algorithm.calc_level_runs(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], "LR"[base])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [-1] * len(text)
    for (place, _), character in zip(kept, storage["chars"], strict=True):
        found[place] = character["level"]
    previous = base
    for place, level in enumerate(found):
        previous = found[place] = previous if level < 0 else level
    return found


def _bidi_class(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    if kind in ("B", "S"):
        # The text was split into lines before; any remaining separator is treated as white space.
        return "WS"
    if character == _PERCENT:
        # UAX 9 has the sign of a number after a letter at its left, and of any other number at its right.
        return "ON"
    # Code points unknown to this Unicode version have no class: treat them as left-to-right letters.
    return kind or "L"


def _resolve_brackets(characters: list[dict[str, Any]], embedding: str) -> None:
    """Applies rule N0: both brackets of a pair get the embedding direction if strong text of it is inside."""
    for opening, closing in _bracket_pairs(characters):
        inside = {_strong(character["type"]) for character in characters[opening + 1 : closing]}
        inside.discard("")
        if embedding in inside:
            direction = embedding
        elif inside:
            before = _strong_before(characters, opening) or embedding
            direction = before if before in inside else embedding
        else:
            continue
        characters[opening]["type"] = characters[closing]["type"] = direction


def _strong(kind: str) -> str:
    if kind in ("EN", "AN"):
        return "R"
    return kind if kind in ("L", "R") else ""


def _strong_before(characters: list[dict[str, Any]], place: int) -> str:
    for character in reversed(characters[:place]):
        direction = _strong(character["type"])
        if direction:
            return direction
    return ""


def _bracket_pairs(characters: list[dict[str, Any]]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for place, character in enumerate(characters):
        if character["type"] != "ON":
            continue
        category = unicodedata.category(character["ch"])
        if category == "Ps" and character["ch"] in MIRRORED:
            if len(waiting) == _OPEN_BRACKETS:
                break
            waiting.append((MIRRORED[character["ch"]], place))
        elif category == "Pe":
            for index in range(len(waiting) - 1, -1, -1):
                if waiting[index][0] == character["ch"]:
                    pairs.append((waiting[index][1], place))
                    del waiting[index:]
                    break
    return sorted(pairs)
