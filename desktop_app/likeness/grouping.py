"""Which of many texts are near-equal: groups (هم‌متن), the same in whatever order the texts are given."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from desktop_app.errors import CancelledError
from desktop_app.likeness.resemblance import Fingerprint
from desktop_app.likeness.shingles import compact, sketch_of
from desktop_app.progress import Progress, SilentProgress

#: A piece that so many groups share is a phrase that everybody writes: it tells nothing.
_COMMON: Final = 100
_OF_ONE_GROUP: Final = 3
#: With so many of the texts that share most a text is compared; another of the same group would say the same.
_COMPARED: Final = 12
#: Of so many texts the pieces are at hand; the others are cut up again.
_AT_HAND: Final = 20_000
#: After so many texts it is told how far the work is.
_TOLD: Final = 200


def groups_of(texts: Sequence[str], progress: Progress | None = None) -> tuple[tuple[int, ...], ...]:
    """The places in `texts` of those that are near-equal, ascending, one tuple for each group of two or more, by
    their first place. Time grows with the number of texts, not with its square. Raises `CancelledError`."""
    progress = progress or SilentProgress()
    same: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        folded = compact(text)
        if folded:
            same[folded].append(place)
    # One order for the same texts, whoever brings them: which text meets which depends on nothing else.
    different = sorted(same, key=lambda folded: (len(folded), folded))
    grouping = _Grouping(different)
    for number in range(len(different)):
        if number % _TOLD == 0:
            progress.report(number, len(different))
            if progress.cancelled():
                raise CancelledError
        grouping.add(number)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for number, folded in enumerate(different):
        members[grouping.head(number)].extend(same[folded])
    return tuple(sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1))


class _Grouping:
    """Compact texts, each held against those before it that share pieces with it; which of them hang together."""

    def __init__(self, different: Sequence[str]) -> None:
        self._texts = different
        self._above = list(range(len(different)))
        self._holders: defaultdict[int, list[int]] = defaultdict(list)
        self._cut: dict[int, Fingerprint] = {}

    def head(self, number: int) -> int:
        """The number that stands for all that a text hangs together with."""
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def add(self, number: int) -> None:
        """Joins a text with its near-equal ones among those before it."""
        keys = sketch_of(self._texts[number])
        shared = Counter(other for key in keys for other in self._told_by(key))
        for other, _ in shared.most_common(_COMPARED):
            if self.head(other) != self.head(number) and self._near(number, other):
                first, second = sorted((self.head(number), self.head(other)))
                self._above[second] = first
        for key in keys:
            held, mine = self._holders[key], self.head(number)
            # Of a group that many hang in, a few stand for all under each piece.
            if len(held) < _COMMON and sum(self.head(other) == mine for other in held) < _OF_ONE_GROUP:
                held.append(number)

    def _told_by(self, key: int) -> Sequence[int]:
        held = self._holders[key]
        return held if len(held) < _COMMON else ()

    def _near(self, one: int, other: int) -> bool:
        return self._fingerprint(one).against(self._fingerprint(other)).near_equal

    def _fingerprint(self, number: int) -> Fingerprint:
        if number not in self._cut:
            if len(self._cut) >= _AT_HAND:
                self._cut.clear()
            self._cut[number] = Fingerprint.of_compact(self._texts[number])
        return self._cut[number]
