"""Renders Persian text for a terminal that neither joins Arabic letters nor reorders right-to-left text.

arabic-reshaper replaces each letter by its presentation form (Unicode blocks FB50 and FE70), and `direction` puts
each line in visual order. Lines are wrapped first: otherwise the terminal would show the end of a long line
first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, Final

from desktop_app.persian.direction import MIRROR_IMAGES, levels, visual_order

#: A run of letters, marks and ZWJ of the Arabic script, all of the same level; or any other single character.
_RUN: Final = re.compile(
    "[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0750-\u077f\u200d]+"
    "|.",
    re.DOTALL,
)
_ZWJ: Final = "\u200d"
_MARKS: Final = frozenset(("Mn", "Me"))
#: A character with its combining marks, and its level.
_Cluster = tuple[str, int]


def visual_text(text: str, *, right_to_left: bool, columns: int | None = None) -> str:
    """Returns `text` with joined letters and each line in visual order.

    `right_to_left` is the direction of the paragraphs. `columns` is the width of the terminal in cells. Longer
    lines are wrapped, and right-to-left lines are aligned to the last column. Without `columns`, lines are
    neither wrapped nor aligned.
    """
    return "\n".join(
        _ordered(part, columns if right_to_left else None)
        for line in text.expandtabs().split("\n")
        for part in _wrapped(_clusters(line, int(right_to_left)), columns)
    )


def displayed_width(text: str, *, joined: bool) -> int:
    """Returns the width of `text` in terminal cells: 0 for marks and invisible characters, 2 for wide characters.

    With `joined`, letters are joined as by `visual_text`, where lam and alef become one character.
    """
    return _width(_clusters(text, 1)) if joined else sum(map(_cells, text))


def _clusters(line: str, base: int) -> list[_Cluster]:
    """Returns the visible characters in logical order, joined. Joiners and isolates are applied and dropped."""
    found = levels(line, base)
    clusters: list[_Cluster] = []
    for run in _RUN.finditer(line):
        for character in _joined(run.group()):
            kind = unicodedata.category(character)
            if kind in _MARKS and clusters:
                # A mark follows its base in visual order too (UAX 9, rule L3).
                clusters[-1] = (clusters[-1][0] + character, clusters[-1][1])
            elif kind != "Cf":
                clusters.append((character, found[run.start()]))
    return clusters


@lru_cache(maxsize=4096)
def _joined(letters: str) -> str:
    # arabic-reshaper misplaces ligatures that follow a ZWJ.
    return str(_reshaper(ligatures=_ZWJ not in letters).reshape(letters))


@cache
def _reshaper(*, ligatures: bool) -> Any:
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415 - only terminals that need it

    return ArabicReshaper(
        {
            "language": "Arabic",
            # Marks include the hamza of an ezafe, which must be kept.
            "delete_harakat": "no",
            "delete_tatweel": "no",
            "shift_harakat_position": "no",
            "support_zwj": "yes",
            # Only lam and alef: terminal fonts lack the other ligatures.
            "support_ligatures": "yes" if ligatures else "no",
            "ARABIC LIGATURE ALLAH": "no",
        }
    )


def _wrapped(clusters: list[_Cluster], columns: int | None) -> list[list[_Cluster]]:
    """Splits one paragraph into lines at spaces. Continuation lines keep the indentation of the first."""
    if columns is None or _width(clusters) <= columns:
        return [clusters]
    start = indent = next((place for place, (text, _) in enumerate(clusters) if text != " "), 0)
    lines: list[list[_Cluster]] = []
    while start < len(clusters):
        end, used = start, indent
        while end < len(clusters) and used + _cells(clusters[end][0][0]) <= columns:
            used += _cells(clusters[end][0][0])
            end += 1
        if end < len(clusters):
            spaces = (place for place in range(end, start, -1) if clusters[place][0] == " ")
            end = next(spaces, max(end, start + 1))
        lines.append(clusters[:indent] + clusters[start:end])
        start = end
        while start < len(clusters) and clusters[start][0] == " ":
            start += 1
    return lines


def _ordered(clusters: list[_Cluster], columns: int | None) -> str:
    shown = [MIRROR_IMAGES.get(text, text) if level % 2 else text for text, level in clusters]
    line = "".join(visual_order(shown, [level for _, level in clusters]))
    return " " * (columns - _width(clusters)) + line if columns is not None and line else line


def _width(clusters: list[_Cluster]) -> int:
    return sum(_cells(text[0]) for text, _ in clusters)


@lru_cache(maxsize=1024)
def _cells(character: str) -> int:
    if unicodedata.category(character) in {*_MARKS, "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
