"""Finds the words that two texts have in common, to show why they were considered similar."""

from __future__ import annotations

from typing import Final

import numpy as np

from desktop_app.likeness.shingles import compact, pieces, pieces_in_order
from desktop_app.persian.text import fold_with_offsets

#: Minimum length of a common run of letters. Two runs less than half of this apart are merged.
_RUN: Final = 8


def shared_spans(text: str, other: str) -> tuple[tuple[int, int], ...]:
    """Returns the spans of `text` that also occur in `other` in any spelling, in order.

    Offsets are code points of `text`.
    """
    folded = fold_with_offsets(text)
    places = [place for place, character in enumerate(folded.text) if character.isalnum()]
    letters = "".join(folded.text[place] for place in places)
    known = pieces(compact(other), _RUN)
    if len(letters) < _RUN or not len(known):
        return ()
    hits = np.flatnonzero(np.isin(pieces_in_order(letters, _RUN), known))
    runs: list[list[int]] = []
    for hit in map(int, hits):
        if runs and hit <= runs[-1][1] + _RUN // 2:
            runs[-1][1] = hit + _RUN
        else:
            runs.append([hit, hit + _RUN])
    found = []
    for first, stop in runs:
        start, _ = folded.original_range(places[first], places[first] + 1)
        _, end = folded.original_range(places[stop - 1], places[stop - 1] + 1)
        found.append((start, end))
    return tuple(found)
