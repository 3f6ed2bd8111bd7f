"""Persian text for a terminal that neither joins Arabic letters nor reorders right-to-left text.

Each letter is replaced by its presentation form (Unicode blocks FB50 and FE70) by arabic-reshaper, each line put in
visual order by `direction`. Lines are wrapped before that: a terminal would show the end of a long one first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, Final

from desktop_app.persian.direction import MIRROR_IMAGES, levels, visual_order

#: A run of letters, marks and ZWJ of the Arabic script, all of one level; or any other character alone.
_RUN: Final = re.compile(
    "[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0750-\u077f\u200d]+"
    "|.",
    re.DOTALL,
)
_ZWJ: Final = "\u200d"
_MARKS: Final = frozenset(("Mn", "Me"))
#: A character with its marks, and its level.
_Cluster = tuple[str, int]


def visual_text(text: str, *, right_to_left: bool, columns: int | None = None) -> str:
    """`text` line by line as a terminal has to be sent it: letters joined, in visual order.

    `right_to_left` is the direction of the paragraphs. `columns` is the width of the terminal in cells: longer lines
    are wrapped, right-to-left ones end at its last column. Without it each line stays whole and begins at the left.
    """
    return "\n".join(
        _ordered(part, columns if right_to_left else None)
        for line in text.expandtabs().split("\n")
        for part in _wrapped(_clusters(line, int(right_to_left)), columns)
    )


def displayed_width(text: str, *, joined: bool) -> int:
    """How many cells of a terminal `text` takes: marks and invisible characters none, wide characters two.

    `joined`: with the letters joined as by `visual_text`, where lam and alef are one character.
    """
    return _width(_clusters(text, 1)) if joined else sum(map(_cells, text))


def _clusters(line: str, base: int) -> list[_Cluster]:
    """The characters that are displayed, joined, in logical order; joiners and isolates have done their part."""
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
    # arabic-reshaper misplaces the ligatures that follow a ZWJ.
    return str(_reshaper(ligatures=_ZWJ not in letters).reshape(letters))


@cache
def _reshaper(*, ligatures: bool) -> Any:
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415 - only terminals that need it

    return ArabicReshaper(
        {
            "language": "Arabic",
            # A mark of the text is the hamza of an ezafe, too.
            "delete_harakat": "no",
            "delete_tatweel": "no",
            "shift_harakat_position": "no",
            "support_zwj": "yes",
            # Of lam and alef only: fonts of terminals lack the others.
            "support_ligatures": "yes" if ligatures else "no",
            "ARABIC LIGATURE ALLAH": "no",
        }
    )


def _wrapped(clusters: list[_Cluster], columns: int | None) -> list[list[_Cluster]]:
    """The lines of one paragraph, parted at spaces; further ones are indented as the first."""
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
