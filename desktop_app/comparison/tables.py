"""Compares tables inside a provision, with one line per row and tabs between cells: row by row, then cell by
cell."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from desktop_app.comparison.result import Range
from desktop_app.comparison.sequences import Run, heaviest_increasing, similarity
from desktop_app.comparison.tokens import Tokens

#: Minimum similarity of two versions of a row. The number in every cell may have changed.
_ALIKE: Final = 0.4
#: Up to this number of pairs, all pairs of rows are compared.
_ALL_PAIRS: Final = 10_000
#: In a longer table, the maximum shift of positions between compared rows.
_MAX_SHIFT: Final = 3


def table_pieces(old_text: str, new_text: str, old: Tokens, new: Tokens) -> list[Run]:
    """Divides two token sequences into pieces that are compared separately, in order and without gaps.

    If either side has no table, the result is a single piece.
    """
    whole = (0, len(old), 0, len(new))
    if "\t" not in old_text[old.first : old.last] or "\t" not in new_text[new.first : new.last]:
        return [whole]
    old_rows, new_rows = _rows(old_text, old), _rows(new_text, new)
    pieces: list[Run] = []
    a = b = 0
    for one, other in _same_rows(old, old_rows, new, new_rows):
        (a0, a1), (b0, b1) = old_rows[one], new_rows[other]
        pieces += _unmatched_rows((a, a0, b, b0), old_rows, new_rows)
        pieces += _cells(old_text, new_text, old, new, (a0, a1, b0, b1))
        a, b = a1, b1
    return [*pieces, *_unmatched_rows((a, len(old), b, len(new)), old_rows, new_rows)]


def is_row_number(text: str, place: Range) -> bool:
    """Returns whether a range is the row number in the first cell: a change of it is not weighty."""
    start, end = place
    return text[end : end + 1] == "\t" and text[start:end].isdigit() and text[start - 1 : start] in {"", "\n"}


def _unmatched_rows(left: Run, old_rows: list[Range], new_rows: list[Range]) -> Iterator[Run]:
    """Yields the rows between two matched pairs: deleted rows of OLD, then inserted rows of NEW."""
    a0, a1, b0, b1 = left
    for first, last in old_rows:
        if a0 <= first < a1:
            yield first, last, b0, b0
    for first, last in new_rows:
        if b0 <= first < b1:
            yield a1, a1, first, last


def _rows(text: str, tokens: Tokens) -> list[Range]:
    """Returns the token range `[first, last)` of each line that is not empty."""
    return _between(tokens, _breaks(text, "\n", tokens.first, tokens.last), (0, len(tokens)))


def _breaks(text: str, mark: str, start: int, end: int) -> Iterator[int]:
    at = text.find(mark, start, end)
    while at != -1:
        yield at
        at = text.find(mark, at + 1, end)


def _between(tokens: Tokens, breaks: Iterator[int], within: Range, *, empty: bool = False) -> list[Range]:
    bounds = [within[0], *(bisect_left(tokens.starts, at, *within) for at in breaks), within[1]]
    return [(first, last) for first, last in pairwise(bounds) if empty or first < last]


def _same_rows(
    old: Tokens, old_rows: list[Range], new: Tokens, new_rows: list[Range]
) -> Iterator[tuple[int, int]]:
    """Yields the matching pairs of rows that together keep the most words."""
    scored: list[tuple[int, int, float]] = []
    for one, other in sorted(_candidates(old, old_rows, new, new_rows), key=lambda pair: (pair[1], -pair[0])):
        removed, added = _identifying(old, old_rows[one]), _identifying(new, new_rows[other])
        likeness = similarity(removed, added, _ALIKE)
        if likeness:
            # The first token of a row identifies it: its number or its subject.
            named = 1.1 if old.ids[old_rows[one][0]] == new.ids[new_rows[other][0]] else 1.0
            scored.append((one, other, likeness * (len(removed) + len(added)) * named))
    for index in heaviest_increasing([one for one, _, _ in scored], lambda position: scored[position][2]):
        yield scored[index][:2]


def _identifying(tokens: Tokens, row: Range) -> str:
    """Returns the tokens that identify a row, without the row number in its first cell."""
    first, last = row
    return tokens.ids[first + (last - first > 1 and tokens.keys[first].isdigit()) : last]


def _candidates(
    old: Tokens, old_rows: list[Range], new: Tokens, new_rows: list[Range]
) -> set[tuple[int, int]]:
    if len(old_rows) * len(new_rows) <= _ALL_PAIRS:
        return {(one, other) for one in range(len(old_rows)) for other in range(len(new_rows))}
    by_ids: dict[str, list[int]] = defaultdict(list)
    for one, row in enumerate(old_rows):
        by_ids[old.ids[slice(*row)]].append(one)
        by_ids[old.ids[row[0] : row[0] + 2]].append(one)
    longer = len(old_rows) - len(new_rows)
    found: set[tuple[int, int]] = set()
    for other, row in enumerate(new_rows):
        near = {other + shift + by for by in (0, longer) for shift in range(-_MAX_SHIFT, _MAX_SHIFT + 1)}
        near.update(by_ids[new.ids[slice(*row)]][:4], by_ids[new.ids[row[0] : row[0] + 2]][:4])
        found.update((one, other) for one in near if 0 <= one < len(old_rows))
    return found


def _cells(old_text: str, new_text: str, old: Tokens, new: Tokens, row: Run) -> Iterator[Run]:
    """Yields the cells of a row, or the whole row if the number of cells differs."""
    a0, a1, b0, b1 = row
    olds = _split(old_text, old, (a0, a1))
    news = _split(new_text, new, (b0, b1))
    if len(olds) != len(news):
        yield row
        return
    for one, other in zip(olds, news, strict=True):
        yield (*one, *other)


def _split(text: str, tokens: Tokens, row: Range) -> list[Range]:
    start = text.rfind("\n", tokens.first, tokens.starts[row[0]]) + 1 or tokens.first
    end = text.find("\n", tokens.starts[row[1] - 1], tokens.last)
    return _between(tokens, _breaks(text, "\t", start, tokens.last if end == -1 else end), row, empty=True)
