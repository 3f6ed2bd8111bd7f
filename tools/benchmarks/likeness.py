"""Near-equal texts: found and falsely found against known truth; time and memory; all pairs with rapidfuzz beside it.

A pair counts as found where both texts are in one group; as false where they are in one group and are not one text.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from math import comb

import numpy as np
from rapidfuzz import fuzz, process

from desktop_app.likeness.grouping import groups_of
from desktop_app.likeness.one_text import compact
from desktop_app.likeness.shingles import sketch
from tests.likeness.made import MadeText, made_texts
from tools.benchmarks.usage import peak

#: Of so many texts all pairs are compared, and the rest is reckoned from it.
_SAMPLE = 2_000
#: From this ratio on (0 to 100) rapidfuzz takes two texts for one: the best of the tried ones on these texts.
_RATIO = 70


def run(texts: int) -> list[tuple[str, str]]:
    """What was measured, as (what, figure)."""
    made = made_texts(texts)
    before = peak()
    began = time.perf_counter()
    groups = groups_of([one.text for one in made])
    took = time.perf_counter() - began
    memory = peak()
    found, false = shares(made, groups)
    sample = made[:_SAMPLE]
    began = time.perf_counter()
    small = groups_of([one.text for one in sample])
    small_took = time.perf_counter() - began
    began = time.perf_counter()
    rival = all_pairs([one.text for one in sample])
    rival_took = time.perf_counter() - began
    rival_found, rival_false = shares(sample, rival)
    small_found, small_false = shares(sample, small)
    began = time.perf_counter()
    for one in sample:
        sketch(one.text)
    each = (time.perf_counter() - began) / len(sample) * 1e6
    whole = rival_took * (texts / len(sample)) ** 2
    return [
        (f"pairs found among {texts:,} texts (asked: at least 95 %)", f"{found:.2%}"),
        ("pairs found that are none (asked: at most 1 %)", f"{false:.2%}"),
        ("time, folding included", f"{took:.1f} s"),
        ("memory above the texts", f"{memory - before:.0f} MB" if memory and before else "unknown"),
        ("sketch of one text", f"{each:.0f} µs"),
        (
            f"{len(sample):,} of them: found, false, time",
            f"{small_found:.2%}, {small_false:.2%}, {small_took:.2f} s",
        ),
        (
            f"the same, all pairs with rapidfuzz (ratio ≥ {_RATIO} of folded texts)",
            f"{rival_found:.2%}, {rival_false:.2%}, {rival_took:.2f} s",
        ),
        (f"all pairs of {texts:,}, reckoned / ours", f"{whole:,.0f} s, {whole / took:,.0f} ×"),
    ]


def shares(made: Sequence[MadeText], groups: Sequence[Sequence[int]]) -> tuple[float, float]:
    """Of all true pairs those that were found; of all found ones those that are none."""
    true = sum(comb(count, 2) for count in Counter(one.truth for one in made).values())
    found = reported = 0
    for group in groups:
        reported += comb(len(group), 2)
        found += sum(comb(count, 2) for count in Counter(made[n].truth for n in group).values())
    return found / true if true else 1.0, (reported - found) / reported if reported else 0.0


def all_pairs(texts: Sequence[str]) -> list[tuple[int, ...]]:
    """The groups that all pairs with a high ratio hang together in."""
    folded = [compact(text) for text in texts]
    scores = process.cdist(folded, folded, scorer=fuzz.ratio, score_cutoff=_RATIO, dtype=np.uint8)
    head = list(range(len(texts)))
    for one, other in zip(*np.nonzero(np.triu(scores, 1)), strict=True):
        first, second = _head(head, int(one)), _head(head, int(other))
        head[max(first, second)] = min(first, second)
    members: dict[int, list[int]] = {}
    for number in range(len(texts)):
        members.setdefault(_head(head, number), []).append(number)
    return [tuple(group) for group in members.values() if len(group) > 1]


def _head(head: list[int], number: int) -> int:
    while head[number] != number:
        number = head[number]
    return number
