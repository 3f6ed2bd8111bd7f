"""Finds the words that two texts have in common, to show why they were considered similar."""

from __future__ import annotations

from typing import Final

from desktop_app.likeness.one_text import compact, runs
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
    known = set(runs(compact(other), _RUN))
    if len(letters) < _RUN or not known:
        return ()
    merged: list[list[int]] = []
    for hit, run in enumerate(runs(letters, _RUN)):
        if run not in known:
            continue
        if merged and hit <= merged[-1][1] + _RUN // 2:
            merged[-1][1] = hit + _RUN
        else:
            merged.append([hit, hit + _RUN])
    found = []
    for first, stop in merged:
        start, _ = folded.original_range(places[first], places[first] + 1)
        _, end = folded.original_range(places[stop - 1], places[stop - 1] + 1)
        found.append((start, end))
    return tuple(found)
