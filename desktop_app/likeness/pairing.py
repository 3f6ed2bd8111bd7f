"""Which of very many sketches (`shingles.sketch`) resemble each other: all of them in one go.

Asked of an index, petition by petition, a million of them take an hour; sorted by their pieces, those that share one
stand in a row, and all pairs of some thousand petitions are counted at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int32]

#: Of sixteen pieces, so many are shared by two texts that are one with changes: among six thousand made texts with
#: known truth this finds 93 of 100 and none that is not.
SHARED: Final = 8
#: A sender who says it again is worth a look from fewer on; so few a text must have at all.
SHARED_OF_SENDER: Final = 4
#: So many earlier ones an item is paired with.
MOST: Final = 9
#: Of those that have a piece, so many of the newest are looked at: the members of a campaign are all alike.
MOST_OF_A_PIECE: Final = 30
#: Items whose pairs are counted at once: some two million of them.
ITEMS_AT_ONCE: Final = 5_000


def all_pairs(
    pieces: Numbers, items: Numbers, sent: Numbers, senders: Numbers
) -> Iterator[tuple[Numbers, Numbers]]:
    """Each item with at most `MOST` earlier ones that it resembles, as two columns: items, and those before them.

    `pieces[n]` is a piece of `items[n]`; ordered by piece, then by item, each once. `senders[n]` is whose item
    `sent[n]` is, in the order of the items; those of nobody are not among them. What is held besides is about forty
    bytes for each piece.
    """
    if not len(items):
        return
    known, dense = np.unique(items, return_inverse=True)
    held = np.bincount(dense)
    first_of = np.concatenate(([0], np.cumsum(held)))
    by_item = np.argsort(dense, kind="stable")
    whose = np.zeros(len(known), np.int32)
    whose[np.flatnonzero(np.isin(known, sent))] = senders[np.isin(sent, known)]
    begins = np.flatnonzero(np.concatenate(([True], pieces[1:] != pieces[:-1])))
    #: Where those that have the piece begin.
    begin = np.repeat(begins, np.diff(np.append(begins, len(pieces))))
    enough = np.maximum(SHARED_OF_SENDER, -(-held * SHARED // 16))
    for first in range(0, len(known), ITEMS_AT_ONCE):
        last = min(first + ITEMS_AT_ONCE, len(known))
        places = by_item[first_of[first] : first_of[last]]
        back = np.minimum(places - begin[places], MOST_OF_A_PIECE)
        step = np.arange(back.sum()) - np.repeat(np.cumsum(back) - back, back) + 1
        meetings = np.repeat(dense[places], back) * len(known) + dense[np.repeat(places, back) - step]
        meetings, shared = np.unique(meetings, return_counts=True)
        own, other = np.divmod(meetings, len(known))
        same = (whose[own] != 0) & (whose[own] == whose[other])
        kept = (shared >= enough[own]) | (same & (shared >= SHARED_OF_SENDER))
        own, other, shared = own[kept], other[kept], shared[kept]
        # Those that share most first, then the newest.
        ranked = np.lexsort((-other, -shared, own))
        own, other = own[ranked], other[ranked]
        starts = np.flatnonzero(np.concatenate(([True], own[1:] != own[:-1]))) if len(own) else own
        place = np.arange(len(own)) - np.repeat(starts, np.diff(np.append(starts, len(own))))
        yield known[own[place < MOST]], known[other[place < MOST]]
