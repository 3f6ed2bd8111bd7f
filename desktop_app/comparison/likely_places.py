"""Likely places of a lost quote in a text, for a person to choose from; nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.comparison.folding import flat
from desktop_app.comparison.occurrences import Occurrences
from desktop_app.comparison.ranges import apart, meet
from desktop_app.comparison.result import Range
from desktop_app.comparison.structure import parse

#: The minimum similarity of a place, 0 to 100: lower than where the program decides, because a person reads it.
_FLOOR: Final = 50.0
_MOST: Final = 5
#: The longest quote that is searched, in code points; a longer one is searched by its beginning.
_LONGEST: Final = 2_000


def likely_places(text: str, quote: str, path: Sequence[str] = ()) -> tuple[Range, ...]:
    """Returns the places similar to a quote, best first, then the provision that has the same labels.

    Ranges are code points of `text`; they do not overlap.
    """
    whole = flat(text)
    rated = Occurrences(whole, [(0, len(whole))]).similar_places(flat(quote[:_LONGEST]), _FLOOR)
    found = [place for _score, place in apart(sorted(rated, key=lambda one: (-one[0], one[1])))[:_MOST]]
    for provision in parse(text) if path else ():
        place = (provision.start, provision.end)
        if provision.path == tuple(path) and not any(meet(place, other) for other in found):
            found.append(place)
            break
    return tuple(found)
