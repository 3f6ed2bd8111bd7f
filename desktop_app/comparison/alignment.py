"""Which provision of OLD became which of NEW.

Unique equal bodies are fixed points; equal neighbours join them; their heaviest increasing run is the
backbone; what stands between two of its members is aligned in order by likeness; what is left over is looked for
everywhere by shared pairs of words. Nothing is ever compared all with all in a large gap.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.headings import follow_what_stands_below
from desktop_app.comparison.pairing import CANDIDATES, LEAST_ALIKE, Alignment, shared_pairs
from desktop_app.comparison.parts import spoken_for
from desktop_app.comparison.pins import Pin
from desktop_app.comparison.sequences import heaviest_increasing, similarity

#: Likeness from which provisions in the same gap are one provision, edited.
IN_PLACE: Final = 0.5
#: Likeness from which provisions anywhere are one provision, moved and edited.
ANYWHERE: Final = 0.6
#: The same, for provisions of the same label between the same neighbours.
_REWRITTEN: Final = 0.3
#: Pairs in a gap up to which all are looked at.
_SMALL_GAP: Final = 64
#: By how many places a provision may have slipped to be looked at in a gap too large to see all of it.
_ASIDE: Final = 2


def align(old: SegmentedText, new: SegmentedText, pins: Iterable[Pin] = ()) -> Alignment:
    """All pairs of provisions of `old` and `new`; splits and merges are found later (see `parts`).

    What `pins` say holds whatever the texts are like.
    """
    together, apart = _pinned(old, new, pins)
    found = Alignment(old, new, apart)
    for pair in together:
        found.pair(*pair)
    _fix_unique(found)
    _join_equal_neighbours(found)
    if _fill_gaps(found):
        # What was paired in a large gap leaves small ones, in which every pair can be looked at.
        _fill_gaps(found)
    _find_anywhere(found)
    _pair_in_place(found)
    follow_what_stands_below(found, frozenset(old for old, _new in together))
    return found


def _pinned(
    old: SegmentedText, new: SegmentedText, pins: Iterable[Pin]
) -> tuple[list[tuple[int, int]], frozenset[tuple[int, int]]]:
    """The pairs that are pinned together and those that are pinned apart; the earlier pin wins."""
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
    """Bodies that occur once on either side: as they are written, then but for their spelling."""
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
    """From every fixed point, and from both ends, on to neighbours that are equal too."""
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
    """Pairs what is alike between the members of the backbone; says whether some gap was too large to see all."""
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
            # So most gaps are, and nothing is to be chosen.
            if _gap_score(found, olds[0], news[0]):
                found.pair(olds[0], news[0])
        elif olds and news:
            _fill(found, olds, news)
            large = large or len(olds) * len(news) > _SMALL_GAP
        last_old, last_new = old, new
    return large


def _fill(found: Alignment, olds: list[int], news: list[int]) -> None:
    """Pairs what stands in one gap, in order, so that the most words are kept."""
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
        alike = labels.get(label, []) if label is not None else []
        candidates.update((old, new) for old in alike[:CANDIDATES])
        if taken[body] < len(bodies.get(body, ())):
            candidates.add((bodies[body][taken[body]], new))
            taken[body] += 1
    candidates.update(_side_by_side(olds, news))
    return candidates


def _side_by_side(olds: list[int], news: list[int]) -> Iterator[tuple[int, int]]:
    """Those that stand about as far from either end of the gap: where all are alike nothing else can tell."""
    longer = len(olds) - len(news)
    for position, new in enumerate(news):
        for at in {position + aside + by for by in (0, longer) for aside in range(-_ASIDE, _ASIDE + 1)}:
            if 0 <= at < len(olds):
                yield olds[at], new


def _gap_score(found: Alignment, old: int, new: int) -> float:
    """What a pair in a gap is worth: the words it keeps; a label that is the same decides among equals."""
    likeness = found.likeness(old, new)
    same = found.same_label(old, new)
    heading = same and found.old.provisions[old].kind.heading and (old, new) not in found.apart
    if likeness < (LEAST_ALIKE if same else IN_PLACE) and not heading:
        return 0.0
    return (found.about_words(old, new) * likeness + 0.5) * (1.1 if same else 1.0)


def _pair_in_place(found: Alignment) -> None:
    """Provisions of the same label between the same neighbours are one provision, however much was rewritten: if
    something of it is left. So is an article with another number, if what stands below it stayed."""
    for old, new in enumerate(found.new_of):
        before = found.new_of[old - 1] if old else -1
        at = before + 1
        if new >= 0 or (old and before < 0) or at >= len(found.new) or found.old_of[at] >= 0:
            continue
        behind = found.new_of[old + 1] if old + 1 < len(found.old) else len(found.new)
        if behind != at + 1 or (old, at) in found.apart:
            continue
        if not found.same_label(old, at) and not _keep_what_stands_below(found, old, at):
            continue
        if similarity(found.old.word_ids(old), found.new.word_ids(at)) >= _REWRITTEN:
            found.pair(old, at)


def _keep_what_stands_below(found: Alignment, old: int, new: int) -> bool:
    """Whether two provisions of a kind, the next ones behind which are a pair, both have these below them."""
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
    """What is left over on both sides: equal ones first, then those that share most, if alike enough."""
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
        alike = waiting.get(found.new.key(new))
        if alike and (alike[-1], new) not in found.apart:
            found.pair(alike.pop(), new)
    olds = [index for index in olds if found.new_of[index] < 0]
    news = [index for index in news if found.old_of[index] < 0]
    verified = []
    for old, new, shared in shared_pairs(found, olds, news):
        # Enough in common to be alike at all, before the costlier look.
        if shared * 4 >= min(len(found.old.shingles(old)), len(found.new.shingles(new))):
            likeness = found.likeness(old, new)
            if likeness >= ANYWHERE:
                verified.append((-likeness, not found.same_label(old, new), old, new))
    if not verified:
        return
    # A formula may be like another far away: what is a part of its neighbour is not looked for elsewhere.
    parts_of_old, parts_of_new = spoken_for(found, ((old, new) for _likeness, _label, old, new in verified))
    for _likeness, _label, old, new in sorted(verified):
        taken = found.new_of[old] >= 0 or found.old_of[new] >= 0
        if not taken and old not in parts_of_old and new not in parts_of_new:
            found.pair(old, new)
