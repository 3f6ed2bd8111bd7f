"""Tables in plain text: a row is one line with tabs between its cells. Cells and the widths of columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

#: Minimum and maximum width of a column in code points, and the additional width of its padding.
_THINNEST: Final = 5
_WIDEST: Final = 40
_AROUND: Final = 4
#: Approximate number of code points per line in a small window, shared by all columns.
_IN_A_LINE: Final = 46
#: The width of a digit relative to the average letter.
_DIGIT: Final = 1.4
#: Number of code points of a cell that are searched for its longest word.
_LOOKED_AT: Final = 400


def cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Returns the cells of the table row `text[start:end]` as ranges of `text`, without tabs."""
    found: list[tuple[int, int]] = []
    while True:
        tab = text.find("\t", start, end)
        if tab < 0:
            found.append((start, end))
            return found
        found.append((start, tab))
        start = tab + 1


def column_shares(rows: Iterable[Sequence[str]]) -> tuple[float, ...]:
    """Returns the widths of the columns of a table as shares of its width, in reading order.

    Each column has room for its longest word. The rest is shared in proportion to the content.
    """
    least: list[float] = []
    wanted: list[float] = []
    for row in rows:
        for column, cell in enumerate(row):
            if column == len(least):
                least.append(_THINNEST)
                wanted.append(_THINNEST)
            longest = max(map(_breadth, cell[:_LOOKED_AT].split()), default=0)
            least[column] = max(least[column], min(longest + _AROUND, _WIDEST))
            wanted[column] = max(wanted[column], least[column], min(len(cell) + _AROUND, _WIDEST))
    spare = max(_IN_A_LINE - sum(least), 0)
    asked = sum(wanted) - sum(least)
    grown = min(spare / asked, 1.0) if asked else 0.0
    widths = [low + (high - low) * grown for low, high in zip(least, wanted, strict=True)]
    return tuple(width / sum(widths) for width in widths)


def has_heading(rows: Sequence[Sequence[str]]) -> bool:
    """Returns whether the first of several rows names the columns: it has words in every cell and no bare number."""
    return len(rows) > 1 and all(
        cell.strip() and not cell.strip().strip("٪%").isdecimal() for cell in rows[0]
    )


def _breadth(word: str) -> float:
    return len(word) + (_DIGIT - 1) * sum(letter.isdecimal() for letter in word)
