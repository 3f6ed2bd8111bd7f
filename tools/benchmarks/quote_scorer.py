"""Finding a quote again as the Hypothesis client does, written anew from its published description.

Exact occurrences of the quote if there are any, else the places with the fewest edits, at most half of the quote's
length (256 at most). Each place is scored: 50 for the quote, 20 for what stands before it, 20 for what stands
behind, 2 for its position; the best one is taken, whatever it scores.
"""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import Levenshtein

_CONTEXT: Final = 32
_QUOTE, _PREFIX, _SUFFIX, _POSITION = 50, 20, 20, 2


def find_by_quote(old: str, start: int, end: int, new: str) -> tuple[int, int] | None:
    """Where `old[start:end]` stands in `new`; None where no place is within the edits allowed."""
    quote = old[start:end]
    prefix, suffix = old[max(0, start - _CONTEXT) : start], old[end : end + _CONTEXT]
    best: tuple[float, tuple[int, int]] | None = None
    for place, errors in _places(quote, new):
        score = (
            _QUOTE * (1 - errors / len(quote))
            + _PREFIX * _alike(prefix, new[max(0, place[0] - len(prefix)) : place[0]])
            + _SUFFIX * _alike(suffix, new[place[1] : place[1] + len(suffix)])
            + _POSITION * (1 - abs(place[0] - start) / len(new))
        )
        if best is None or score > best[0]:
            best = score, place
    return None if best is None else best[1]


def _alike(wanted: str, there: str) -> float:
    return (
        1 - Levenshtein.distance(wanted, there) / len(wanted)
        if wanted and there
        else 1.0
        if not wanted
        else 0.0
    )


def _places(quote: str, text: str) -> list[tuple[tuple[int, int], int]]:
    found: list[tuple[tuple[int, int], int]] = []
    at = text.find(quote)
    while at != -1:
        found.append(((at, at + len(quote)), 0))
        at = text.find(quote, at + 1)
    if found:
        return found
    least, ends = _ends(quote, text, min(256, len(quote) // 2))
    return [((_start(quote, text, end, least), end), least) for end in ends]


def _ends(quote: str, text: str, most: int) -> tuple[int, list[int]]:
    """The fewest edits (at most `most`) and where such matches end: Myers' bit-parallel scan."""
    masks: dict[str, int] = {}
    for position, letter in enumerate(quote):
        masks[letter] = masks.get(letter, 0) | 1 << position
    length = len(quote)
    full, last = (1 << length) - 1, 1 << (length - 1)
    plus, minus, score = full, 0, length
    least, ends = most + 1, list[int]()
    for position, letter in enumerate(text):
        here = masks.get(letter, 0)
        diagonal = (((here & plus) + plus) ^ plus) | here | minus
        grown, shrunk = minus | (full & ~(diagonal | plus)), plus & diagonal
        score += bool(grown & last) - bool(shrunk & last)
        grown, shrunk = (grown << 1) & full, (shrunk << 1) & full
        plus, minus = shrunk | (full & ~(diagonal | grown)), grown & diagonal
        if score < least:
            least, ends = score, [position + 1]
        elif score == least and score <= most:
            ends.append(position + 1)
    return least, ends if least <= most else []


def _start(quote: str, text: str, end: int, errors: int) -> int:
    """The start of a match that ends at `end`: the length that takes the fewest edits, the nearest to the quote's."""
    lengths = range(max(1, len(quote) - errors), len(quote) + errors + 1)
    return max(
        0,
        end
        - min(
            lengths,
            key=lambda n: (Levenshtein.distance(quote, text[max(0, end - n) : end]), abs(n - len(quote))),
        ),
    )
