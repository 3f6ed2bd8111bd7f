"""Which way each character of a paragraph runs: the levels of the Unicode bidirectional algorithm (UAX 9).

python-bidi knows the weak, neutral and implicit rules. Added here is what office texts need and it lacks: pairs
of brackets (rule N0) and isolates (rules X5a to X6a), with which the program keeps codes and Latin words from
turning round. Embeddings and overrides are never obeyed: a citizen's text must not be able to reverse a line.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from functools import lru_cache
from typing import Any, Final, TypeVar

from bidi import algorithm
from bidi.mirror import MIRRORED

RIGHT_TO_LEFT: Final = 1
LEFT_TO_RIGHT: Final = 0
RIGHT_TO_LEFT_MARK: Final = "\u200f"

#: What the paper shows for a character that runs right to left (rule L4): its mirror image.
MIRROR_IMAGES: Final[dict[str, str]] = dict(MIRRORED)

_LRI, _RLI, _FSI, _PDI = "\u2066\u2067\u2068\u2069"
_ISOLATES: Final = frozenset((_LRI, _RLI, _FSI))
#: What stands in the outer text for an isolate: neutral, as UAX 9 wants.
_OBJECT: Final = "\ufffc"
#: Deeper isolates than any honest text has are laid out as if they were not there.
_DEEPEST: Final = 16
#: UAX 9, BD16: the stack of open brackets holds 63.
_OPEN_BRACKETS: Final = 63
#: Letters of Persian and Arabic, their marks and joiners, spaces and neutrals: all of it runs right to left.
_ONLY_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0620-\u065f\u066e-\u06d3\u200c\u200d «»():!؟؛.\u2026…\u2014\u2013]*"
)
_IGNORED: Final = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"))
_NEUTRAL: Final = frozenset(("WS", "ON"))
_WEAK: Final = _NEUTRAL | {"CS", "ES", "ET"}
_T = TypeVar("_T")


@lru_cache(maxsize=1024)
def is_neutral(character: str) -> bool:
    """Whether a character has no direction of its own: a space, a bracket, a mark of punctuation."""
    return unicodedata.bidirectional(character) in _NEUTRAL


@lru_cache(maxsize=1024)
def is_punctuation(character: str) -> bool:
    """Whether a character is neutral or a separator of numbers: a reader may count it to the number before it."""
    return unicodedata.bidirectional(character) in _WEAK


@lru_cache(maxsize=4096)
def levels(text: str, base: int = RIGHT_TO_LEFT) -> tuple[int, ...]:
    """The level of every code point of `text` (one paragraph): odd runs right to left, even left to right.

    `base` is the level of the paragraph, 0 or 1. Characters that the algorithm removes (joiners, isolates) have
    the level of the character before them, so that a ZWNJ stays inside its word.
    """
    if base == RIGHT_TO_LEFT and _ONLY_RIGHT_TO_LEFT.fullmatch(text):
        return (RIGHT_TO_LEFT,) * len(text)
    return tuple(_isolating_levels(text, base, 0))


def visual_order(items: list[_T], item_levels: list[int]) -> list[_T]:
    """`items` of one line, in logical order, put in the order of the page from left to right (rule L2)."""
    ordered = list(items)
    if not ordered:
        return ordered
    highest = max(item_levels)
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
    """Levels with each isolate resolved as a paragraph of its own."""
    if _ISOLATES.isdisjoint(text):
        return _flat_levels(text, base)
    outer: list[str] = []
    places: list[int] = []
    isolates: list[tuple[int, int, int]] = []
    position = 0
    while position < len(text):
        character = text[position]
        places.append(position)
        if character in _ISOLATES and depth < _DEEPEST:
            end = _isolate_end(text, position)
            isolates.append((len(outer), position, end))
            outer.append(_OBJECT)
            position = end + 1
        else:
            outer.append(character)
            position += 1
    resolved = _flat_levels("".join(outer), base)
    found = [base] * len(text)
    for place, level in zip(places, resolved, strict=True):
        found[place] = level
    for index, start, end in isolates:
        inner = text[start + 1 : end]
        inner_base = _isolate_base(text[start], inner)
        lift = resolved[index] + (resolved[index] % 2 != inner_base) - inner_base
        found[start + 1 : end] = [lift + level for level in _isolating_levels(inner, inner_base, depth + 1)]
        if end < len(text):
            found[end] = resolved[index]
    return found


def _isolate_base(opener: str, inner: str) -> int:
    if opener == _FSI:
        return int(algorithm.get_base_level(inner))
    return RIGHT_TO_LEFT if opener == _RLI else LEFT_TO_RIGHT


def _isolate_end(text: str, start: int) -> int:
    """The place of the PDI that closes the isolate at `start`, or the end of the text (BD9)."""
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
        # Lines were parted before; what is left of separators is white space.
        return "WS"
    # Code points that this Unicode version does not know have no class: as letters, left to right.
    return kind or "L"


def _resolve_brackets(characters: list[dict[str, Any]], embedding: str) -> None:
    """Rule N0: the two brackets of a pair take one direction, that of the text if any of it is inside."""
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
