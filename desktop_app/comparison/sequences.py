"""Common subsequences of two token sequences (one character per token), within bounds of time and memory."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import inf
from operator import add
from typing import Final

from rapidfuzz.distance import Indel, LCSseq, Postfix, Prefix

#: Maximum number of cells of the bit matrix of the exact algorithm. It needs an eighth of this in bytes.
_EXACT: Final = 40_000_000

#: Number of cells from which even the fastest exact measure takes seconds.
_BIT_PARALLEL: Final = 400_000_000

#: An equal run `[old start, old end, new start, new end)`.
Run = tuple[int, int, int, int]


def equal_runs(old: str, new: str, bound_reached: Callable[[], None] | None = None) -> list[Run]:
    """Returns the equal runs of an alignment of `old` and `new`, in order.

    The alignment is minimal if the exact algorithm is affordable, and else anchored at unique pairs of tokens.
    Without anchors it is rough: equal tokens far from each other are not found. `bound_reached` is called then.
    """
    runs: list[Run] = []
    pending = [(0, len(old), 0, len(new))]
    while pending:
        a0, a1, b0, b1 = pending.pop()
        prefix = _common_prefix(old, new, a0, a1, b0, b1)
        if prefix:
            runs.append((a0, a0 + prefix, b0, b0 + prefix))
            a0, b0 = a0 + prefix, b0 + prefix
        suffix = _common_suffix(old, new, a0, a1, b0, b1)
        if suffix:
            runs.append((a1 - suffix, a1, b1 - suffix, b1))
            a1, b1 = a1 - suffix, b1 - suffix
        if a0 == a1 or b0 == b1:
            continue
        if (a1 - a0) * (b1 - b0) <= _EXACT:
            runs.extend(_exact(old, new, a0, a1, b0, b1))
        else:
            pieces = _cut(old, new, a0, a1, b0, b1)
            if not pieces and bound_reached is not None:
                bound_reached()
            pending.extend(pieces or _halves(a0, a1, b0, b1))
    runs.sort()
    return _joined(runs)


def similarity(old: str, new: str, cutoff: float = 0.0) -> float:
    """Returns the share of both sides that is kept in order, 0 to 1, or 0 if below `cutoff`."""
    if not old or not new:
        return 1.0 if old == new else 0.0
    if 2 * min(len(old), len(new)) < cutoff * (len(old) + len(new)):
        # The lengths alone exclude it. The measure would read the longer side, however short the other one is.
        return 0.0
    if is_costly(old, new):
        shared = sum((Counter(old) & Counter(new)).values())
        if 2 * shared < cutoff * (len(old) + len(new)):
            return 0.0
        kept = sum(run[1] - run[0] for run in equal_runs(old, new))
        likeness = 2 * kept / (len(old) + len(new))
        return likeness if likeness >= cutoff else 0.0
    return _measured(old, new, cutoff)


def is_costly(old: str, new: str) -> bool:
    """Returns whether a similarity takes an alignment, because even the fastest exact measure takes seconds."""
    return len(old) * len(new) > _BIT_PARALLEL


def _measured(old: str, new: str, cutoff: float) -> float:
    """Returns the exact similarity, for which all of both sides is read."""
    return float(Indel.normalized_similarity(old, new, score_cutoff=cutoff))


def _exact(old: str, new: str, a0: int, a1: int, b0: int, b1: int) -> list[Run]:
    found = []
    for code in LCSseq.opcodes(old[a0:a1], new[b0:b1]):
        if code.tag == "equal":
            found.append((a0 + code.src_start, a0 + code.src_end, b0 + code.dest_start, b0 + code.dest_end))
    return found


def _cut(old: str, new: str, a0: int, a1: int, b0: int, b1: int) -> list[Run]:
    """Divides a pair of ranges that is too large, at token pairs that are unique on both sides.

    Returns nothing if there is no such pair.
    """
    olds, news = _unique_pairs(old, a0, a1), _unique_pairs(new, b0, b1)
    shared = sorted((olds[pair], news[pair]) for pair in olds.keys() & news.keys())
    chain = increasing([place for _, place in shared])
    pieces: list[Run] = []
    start = reached = a0, b0
    for index in chain:
        a, b = shared[index]
        last_a, last_b = reached
        reached = a, b
        if a - last_a == b - last_b and old[last_a:a] == new[last_b:b]:
            # Equal up to here: the piece goes on, and this is part of its common prefix.
            continue
        # An anchor goes to the start of the next piece, where it is a common prefix.
        pieces.append((start[0], a, start[1], b))
        start = reached
    if reached == (a0, b0):
        return []
    pieces.append((start[0], a1, start[1], b1))
    return pieces


def _halves(a0: int, a1: int, b0: int, b1: int) -> list[Run]:
    """Divides into equal strips of sufficiently small size, if there is no anchor."""
    strips = max(2, -(-(a1 - a0) * (b1 - b0) // _EXACT))
    olds = [a0 + (a1 - a0) * i // strips for i in range(strips + 1)]
    news = [b0 + (b1 - b0) * i // strips for i in range(strips + 1)]
    return [(olds[i], olds[i + 1], news[i], news[i + 1]) for i in range(strips)]


def _unique_pairs(text: str, start: int, end: int) -> dict[str, int]:
    pairs = [*map(add, text[start : end - 1], text[start + 1 : end])]
    often = Counter(pairs)
    return {pair: at for at, pair in enumerate(pairs, start) if often[pair] == 1}


def _common_prefix(old: str, new: str, a0: int, a1: int, b0: int, b1: int) -> int:
    limit = min(a1 - a0, b1 - b0)
    if old[a0 : a0 + limit] == new[b0 : b0 + limit]:
        return limit
    length = 0
    while old[a0 + length] == new[b0 + length]:
        length += 1
    return length


def _common_suffix(old: str, new: str, a0: int, a1: int, b0: int, b1: int) -> int:
    limit = min(a1 - a0, b1 - b0)
    length = 0
    while length < limit and old[a1 - 1 - length] == new[b1 - 1 - length]:
        length += 1
    return length


def _joined(runs: Sequence[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1][1] == run[0] and joined[-1][3] == run[2]:
            last = joined.pop()
            joined.append((last[0], run[1], last[2], run[3]))
        else:
            joined.append(run)
    return joined


def common_ends(old: str, new: str) -> tuple[int, int]:
    """Returns the lengths of the common prefix and suffix in code points, cut back to word boundaries.

    The prefix ends after a space, the suffix starts with one. They never overlap.
    """
    head = old.rfind(" ", 0, Prefix.similarity(old, new)) + 1
    tail = min(Postfix.similarity(old, new), len(old) - head, len(new) - head)
    at = old.find(" ", len(old) - tail)
    return head, len(old) - at if at >= 0 else 0


def increasing(values: Sequence[int]) -> list[int]:
    """Returns the indices of a longest strictly increasing subsequence of `values`."""
    tails: list[int] = []
    tail_indexes: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(tail_indexes[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            tail_indexes.append(index)
        else:
            tails[at], tail_indexes[at] = value, index
    chain = []
    at = tail_indexes[-1] if tail_indexes else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def heaviest_increasing(values: Sequence[int], weigh: Callable[[int], float]) -> list[int]:
    """Returns the indices of a strictly increasing subsequence of `values` with the largest total weight.

    `weigh` returns the positive weight of an index; it is only called where there is a choice. Of equal
    subsequences, the one with the latest members is returned.
    """
    minimum_after: list[float] = [inf] * (len(values) + 1)
    for index in range(len(values) - 1, -1, -1):
        # The minimum from here on: a value below it is certainly a member.
        minimum_after[index] = min(minimum_after[index + 1], values[index])
    chain: list[int] = []
    block: list[int] = []
    highest: float = -inf
    for index, value in enumerate(values):
        if highest < value < minimum_after[index + 1]:
            chain += _heaviest(values, block, weigh)
            block.clear()
            chain.append(index)
        else:
            block.append(index)
        highest = max(highest, value)
    return chain + _heaviest(values, block, weigh)


def _heaviest(values: Sequence[int], block: Sequence[int], weigh: Callable[[int], float]) -> list[int]:
    """Solves the same problem for the indices in `block` only."""
    if not block:
        return []
    runs = _runs_in_step(values, block)
    ranks = {value: rank for rank, value in enumerate(sorted({values[run[0]] for run in runs}))}
    size = len(ranks) + 1
    tree: list[tuple[float, int]] = [(0.0, -1)] * size
    before: list[int] = []
    best = (0.0, -1)
    for position, run in enumerate(runs):
        rank = ranks[values[run[0]]]
        top = (0.0, -1)
        at = rank
        while at > 0:
            top = max(top, tree[at])
            at -= at & -at
        before.append(top[1])
        mine = (top[0] + sum(map(weigh, run)), position)
        best = max(best, mine)
        at = rank + 1
        while at < size:
            tree[at] = max(tree[at], mine)
            at += at & -at
    chain: list[int] = []
    at = best[1]
    while at >= 0:
        chain += reversed(runs[at])
        at = before[at]
    return chain[::-1]


def _runs_in_step(values: Sequence[int], block: Sequence[int]) -> list[list[int]]:
    """Groups the indices in `block` that are adjacent both in position and in value.

    No other value fits between them, so the heaviest subsequence contains all members of a group or none.
    """
    following = dict(pairwise(sorted({values[index] for index in block})))
    often = Counter(values[index] for index in block)
    runs: list[list[int]] = []
    for index in block:
        value = values[index]
        last = values[runs[-1][-1]] if runs else None
        if last is not None and following.get(last) == value and often[last] == often[value] == 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
