"""Which words of a text stand in another one too: for showing why two were taken for one."""

from __future__ import annotations

from typing import Final

import numpy as np

from desktop_app.likeness.shingles import compact, pieces, pieces_in_order
from desktop_app.persian.text import fold_with_offsets

#: A run of letters of this length that stands in both is shown; two such runs with less than half of it between them
#: are one.
_RUN: Final = 8


def shared_spans(text: str, other: str) -> tuple[tuple[int, int], ...]:
    """The parts of `text`, offsets in its code points, that stand in `other` too, whatever the spelling; in order."""
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
    for first, behind in runs:
        start, _ = folded.original_range(places[first], places[first] + 1)
        _, end = folded.original_range(places[behind - 1], places[behind - 1] + 1)
        found.append((start, end))
    return tuple(found)
