from __future__ import annotations

from collections import Counter
from random import Random

import numpy as np
import pytest

from desktop_app.likeness import pairing
from desktop_app.likeness.pairing import MOST, MOST_OF_A_PIECE, SHARED, SHARED_OF_SENDER, all_pairs

Sketches = dict[int, tuple[int, tuple[int, ...]]]


def asked_one_by_one(sketches: Sketches) -> set[tuple[int, int]]:
    """What an index of the pieces is asked for each item when it comes."""
    found: set[tuple[int, int]] = set()
    having: dict[int, list[int]] = {}
    for item, (sender, pieces) in sorted(sketches.items()):
        shared = Counter(other for piece in pieces for other in having.get(piece, [])[-MOST_OF_A_PIECE:])
        enough = max(SHARED_OF_SENDER, -(-len(pieces) * SHARED // 16))
        alike = [
            (-count, -other)
            for other, count in shared.items()
            if count >= enough or (count >= SHARED_OF_SENDER and sender and sketches[other][0] == sender)
        ]
        found.update((item, -other) for _, other in sorted(alike)[:MOST])
        for piece in pieces:
            having.setdefault(piece, []).append(item)
    return found


def all_at_once(sketches: Sketches) -> set[tuple[int, int]]:
    rows = sorted((piece, item) for item, (_, pieces) in sketches.items() for piece in pieces)
    sent = sorted((item, sender) for item, (sender, _) in sketches.items() if sender)
    # Whoever has no pieces has a sender all the same.
    sent.append((20_000, 1))
    columns = [column for table in (rows, sent) for column in np.array(table, np.int64).reshape(-1, 2).T]
    found = [
        (int(item), int(other))
        for items, others in all_pairs(*columns)
        for item, other in zip(items, others, strict=True)
    ]
    assert len(found) == len(set(found))
    return set(found)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("chunk", [7, 20_000])
def test_all_pairs_are_those_that_an_index_gives_one_by_one(
    seed: int, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairing, "ITEMS_AT_ONCE", chunk)
    random = Random(seed)
    models = [random.sample(range(-(2**31), 2**31), 16) for _ in range(5)]
    sketches: Sketches = {}
    for item in random.sample(range(1, 10_000), 300):
        kept = random.sample(random.choice(models), random.choice((2, 4, 5, 8, 16)))
        own = [random.randrange(2**31) for _ in range(random.randrange(6))]
        sketches[item] = (random.randrange(4), tuple({*kept, *own}))
    found = all_at_once(sketches)
    assert found == asked_one_by_one(sketches)
    assert len(found) > 500


def test_nothing_has_no_pairs() -> None:
    assert all_at_once({}) == set()
    assert all_at_once({3: (0, (1, 2, 3, 4)), 4: (0, (5, 6, 7, 8))}) == set()
