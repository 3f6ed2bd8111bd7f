"""Aligns the provisions of two revisions: OLD (the earlier text) and NEW (the later one).

Unique equal bodies are anchors, extended to equal neighbours. The heaviest increasing run of them is the
backbone. The gaps between its members are aligned in order by similarity. Remaining provisions are matched
anywhere by shared word pairs. A large gap is never compared all with all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.headings import pair_headings_by_content
from desktop_app.comparison.pairing import CANDIDATES, LEAST_ALIKE, Alignment, shared_pairs
from desktop_app.comparison.parts import certain_parts
from desktop_app.comparison.pins import Pin
from desktop_app.comparison.rewritten import pair_rewritten
from desktop_app.comparison.sequences import heaviest_increasing, similarity

#: Minimum similarity of two provisions in the same gap, to match as edited.
IN_PLACE: Final = 0.5
#: Minimum similarity of two provisions anywhere, to match as moved and edited.
ANYWHERE: Final = 0.6
#: The same if their labels are of different kinds, as an article and a note.
_ANY_KIND: Final = 0.75
#: Minimum similarity of provisions with the same label between the same neighbours.
_REWRITTEN: Final = 0.3
#: Up to this number of pairs, all pairs in a gap are compared.
_SMALL_GAP: Final = 64
#: In a larger gap, the maximum shift of positions between compared provisions.
_MAX_SHIFT: Final = 2


def align(old: SegmentedText, new: SegmentedText, pins: Iterable[Pin] = ()) -> Alignment:
    """Returns the alignment of all provisions of `old` and `new`. Splits and merges are found later (see
    `parts`).

    `pins` take precedence over any similarity.
    """
    together, apart = pinned(old, new, pins)
    found = Alignment(old, new, apart)
    for pair in together:
        found.pair(*pair)
    _fix_unique(found)
    _join_equal_neighbours(found)
    if _fill_gaps(found):
        # Pairing in a large gap leaves smaller gaps, in which all pairs can be compared.
        _fill_gaps(found)
    _find_anywhere(found)
    if pair_rewritten(found):
        # What is below the new pairs is aligned.
        _fill_gaps(found)
    _pair_in_place(found)
    pair_headings_by_content(found, frozenset(old for old, _new in together))
    return found


def pinned(
    old: SegmentedText, new: SegmentedText, pins: Iterable[Pin]
) -> tuple[list[tuple[int, int]], frozenset[tuple[int, int]]]:
    """Returns the pairs pinned as same and those pinned as different. Of contradicting pins, the first one wins."""
    together: dict[int, int] = {}
    apart: set[tuple[int, int]] = set()
    for pin in pins:
        one, other = old.index_at(pin.old), new.index_at(pin.new)
        if one is None or other is None:
            continue
        if not pin.same:
            if together.get(one) != other:
                apart.add((one, other))
        elif one not in together and other not in together.values() and (one, other) not in apart:
            together[one] = other
    return list(together.items()), frozenset(apart)


def _fix_unique(found: Alignment) -> None:
    """Pairs bodies that are unique on both sides: first by exact text, then by the key that ignores spelling."""
    _fix_by(found, found.old.bodies.__getitem__, found.new.bodies.__getitem__)
    _fix_by(found, found.old.key, found.new.key)


def _fix_by(found: Alignment, of_old: Callable[[int], object], of_new: Callable[[int], object]) -> None:
    places: dict[object, int] = {}
    for index, taken in enumerate(found.new_of):
        if taken < 0 and (key := of_old(index)):
            places[key] = -1 if key in places else index
    seen: dict[object, int] = {}
    for index, taken in enumerate(found.old_of):
        if taken < 0 and (key := of_new(index)) in places:
            seen[key] = -1 if key in seen else index
    for key, new in seen.items():
        old = places[key]
        if new >= 0 and old >= 0 and (old, new) not in found.apart:
            found.pair(old, new)


def _join_equal_neighbours(found: Alignment) -> None:
    """Extends each pair, and both ends of the texts, to neighbours that are equal too."""
    ends = [(-1, -1), *found.pairs(), (len(found.old), len(found.new))]
    for old, new in ends:
        _join(found, old, new, 1)
    for old, new in reversed(ends):
        _join(found, old, new, -1)


def _join(found: Alignment, old: int, new: int, step: int) -> None:
    while True:
        old, new = old + step, new + step
        if not (0 <= old < len(found.old) and 0 <= new < len(found.new)):
            return
        if found.new_of[old] >= 0 or found.old_of[new] >= 0 or not found.equal(old, new):
            return
        found.pair(old, new)


def _fill_gaps(found: Alignment) -> bool:
    """Pairs similar provisions in the gaps of the backbone.

    Returns whether a second pass finds more: a gap was too large to compare all pairs, and something was paired.
    """
    large = False
    pairs = found.pairs()
    staying = heaviest_increasing(
        [old for old, _new in pairs], lambda position: len(found.new.bodies[pairs[position][1]]) + 1
    )
    backbone = [pairs[index] for index in staying]
    last_old, last_new = -1, -1
    for old, new in [*backbone, (len(found.old), len(found.new))]:
        olds = [index for index in range(last_old + 1, old) if found.new_of[index] < 0]
        news = [index for index in range(last_new + 1, new) if found.old_of[index] < 0]
        if len(olds) == len(news) == 1:
            # The most common case, without any choice.
            if _gap_score(found, olds[0], news[0]):
                found.pair(olds[0], news[0])
        elif olds and news:
            _fill(found, olds, news)
            large = large or len(olds) * len(news) > _SMALL_GAP
        last_old, last_new = old, new
    return large and len(found.pairs()) > len(pairs)


def _fill(found: Alignment, olds: list[int], news: list[int]) -> None:
    """Pairs the provisions of one gap in order, so that the most words are kept."""
    scored: list[tuple[int, int, float]] = []
    for old, new in sorted(_gap_candidates(found, olds, news), key=lambda pair: (pair[1], -pair[0])):
        score = _gap_score(found, old, new)
        if score:
            scored.append((old, new, score))
    chosen = heaviest_increasing([old for old, _new, _score in scored], lambda position: scored[position][2])
    for index in chosen:
        found.pair(scored[index][0], scored[index][1])


def _gap_candidates(found: Alignment, olds: list[int], news: list[int]) -> set[tuple[int, int]]:
    if len(olds) * len(news) <= _SMALL_GAP:
        return {(old, new) for old in olds for new in news}
    candidates = {(old, new) for old, new, _shared in shared_pairs(found, olds, news)}
    labels: dict[object, list[int]] = defaultdict(list)
    bodies: dict[str, list[int]] = defaultdict(list)
    for old in olds:
        labels[found.old.labels[old]].append(old)
        bodies[found.old.key(old)].append(old)
    taken: Counter[str] = Counter()
    for new in news:
        label, body = found.new.labels[new], found.new.key(new)
        matching = labels.get(label, []) if label is not None else []
        candidates.update((old, new) for old in matching[:CANDIDATES])
        if taken[body] < len(bodies.get(body, ())):
            candidates.add((bodies[body][taken[body]], new))
            taken[body] += 1
    candidates.update(_side_by_side(olds, news))
    return candidates


def _side_by_side(olds: list[int], news: list[int]) -> Iterator[tuple[int, int]]:
    """Yields pairs at about the same distance from either end of the gap: similar texts differ in nothing else."""
    longer = len(olds) - len(news)
    for position, new in enumerate(news):
        for at in {
            position + shift + by for by in (0, longer) for shift in range(-_MAX_SHIFT, _MAX_SHIFT + 1)
        }:
            if 0 <= at < len(olds):
                yield olds[at], new


def _gap_score(found: Alignment, old: int, new: int) -> float:
    """Returns the weight of a pair in a gap: the number of words it keeps, raised slightly if the labels are
    equal.

    Zero means that the provisions do not match.
    """
    likeness = found.likeness(old, new)
    same = found.same_label(old, new)
    heading = same and found.old.provisions[old].kind.heading and (old, new) not in found.apart
    if likeness < (LEAST_ALIKE if same else IN_PLACE) and not heading:
        return 0.0
    return (found.about_words(old, new) * likeness + 0.5) * (1.1 if same else 1.0)


def _pair_in_place(found: Alignment) -> None:
    """Pairs heavily edited provisions with the same label between the same neighbours, if some similarity
    remains.

    An article with a new number also matches if the provisions below it were kept.
    """
    for old, new in enumerate(found.new_of):
        before = found.new_of[old - 1] if old else -1
        at = before + 1
        if new >= 0 or (old and before < 0) or at >= len(found.new) or found.old_of[at] >= 0:
            continue
        after = found.new_of[old + 1] if old + 1 < len(found.old) else len(found.new)
        if after != at + 1 or (old, at) in found.apart:
            continue
        if not found.same_label(old, at) and not _share_next_below(found, old, at):
            continue
        if similarity(found.old.word_ids(old), found.new.word_ids(at)) >= _REWRITTEN:
            found.pair(old, at)


def _share_next_below(found: Alignment, old: int, new: int) -> bool:
    """Returns whether both provisions are of one kind and contain the next provision of their side.

    The caller has checked that the next provisions are a pair.
    """
    one, other = found.old.provisions[old], found.new.provisions[new]
    if one.kind is not other.kind or one.word != other.word or old + 1 == len(found.old):
        return False
    below, beneath = found.old.provisions[old + 1].path, found.new.provisions[new + 1].path
    return (
        len(below) > len(one.path)
        and len(beneath) > len(other.path)
        and below[: len(one.path)] == one.path
        and beneath[: len(other.path)] == other.path
    )


def _find_anywhere(found: Alignment) -> None:
    """Pairs remaining provisions anywhere: equal ones first, then the most similar ones above the threshold."""
    olds = [
        index for index, new in enumerate(found.new_of) if new < 0 and found.old.bodies[index].count(" ") >= 2
    ]
    news = [
        index for index, old in enumerate(found.old_of) if old < 0 and found.new.bodies[index].count(" ") >= 2
    ]
    waiting: dict[str, list[int]] = defaultdict(list)
    for old in reversed(olds):
        waiting[found.old.key(old)].append(old)
    for new in news:
        matching = waiting.get(found.new.key(new))
        if matching and (matching[-1], new) not in found.apart:
            found.pair(matching.pop(), new)
    olds = [index for index in olds if found.new_of[index] < 0]
    news = [index for index in news if found.old_of[index] < 0]
    verified = []
    for old, new, shared in shared_pairs(found, olds, news):
        # A cheap lower bound on the overlap, before the costly similarity.
        if shared * 4 >= min(len(found.old.shingles(old)), len(found.new.shingles(new))):
            likeness = found.likeness(old, new)
            if likeness >= (ANYWHERE if found.same_rank(old, new) else _ANY_KIND):
                verified.append((-likeness, not found.same_label(old, new), old, new))
    if not verified:
        return
    # Legal formulas resemble each other. A provision that is part of its neighbour is not matched elsewhere.
    parts_of_old, parts_of_new = certain_parts(
        found, ((old, new) for _likeness, _label, old, new in verified)
    )
    for _likeness, _label, old, new in sorted(verified):
        taken = found.new_of[old] >= 0 or found.old_of[new] >= 0
        if not taken and old not in parts_of_old and new not in parts_of_new:
            found.pair(old, new)
