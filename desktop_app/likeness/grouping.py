"""Groups near-equal texts (هم‌متن). The result does not depend on the order of the texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from desktop_app.errors import CancelledError
from desktop_app.likeness.one_text import compact
from desktop_app.likeness.resemblance import Fingerprint
from desktop_app.likeness.shingles import sketch_of
from desktop_app.progress import Progress, SilentProgress

#: A piece shared by this many groups is a stock phrase and does not distinguish texts.
_COMMON: Final = 100
_OF_ONE_GROUP: Final = 3
#: Maximum number of candidates compared with a text. More members of one group would not add information.
_COMPARED: Final = 12
#: Maximum number of cached fingerprints.
_MAX_CACHED: Final = 20_000
#: Progress is reported after this many texts.
_REPORT_INTERVAL: Final = 200


def groups_of(texts: Sequence[str], progress: Progress | None = None) -> tuple[tuple[int, ...], ...]:
    """Returns the groups of near-equal texts, each as ascending indices into `texts`, ordered by their first
    index.

    Only groups of two or more are returned. Time grows linearly with the number of texts. Raises
    `CancelledError`.
    """
    progress = progress or SilentProgress()
    same: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        folded = compact(text)
        if folded:
            same[folded].append(place)
    # Sort the texts, so that the comparisons made do not depend on the order of the input.
    different = sorted(same, key=lambda folded: (len(folded), folded))
    grouping = _Grouping(different)
    for number in range(len(different)):
        if number % _REPORT_INTERVAL == 0:
            progress.report(number, len(different))
            if progress.cancelled():
                raise CancelledError
        grouping.add(number)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for number, folded in enumerate(different):
        members[grouping.head(number)].extend(same[folded])
    return tuple(sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1))


class _Grouping:
    """A union-find structure over compact texts. Each text is compared with earlier ones that share pieces with
    it."""

    def __init__(self, different: Sequence[str]) -> None:
        self._texts = different
        self._parents = list(range(len(different)))
        self._holders: defaultdict[int, list[int]] = defaultdict(list)
        self._fingerprints: dict[int, Fingerprint] = {}

    def head(self, number: int) -> int:
        """Returns the root of the group of a text."""
        above = self._parents
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def add(self, number: int) -> None:
        """Merges a text with the near-equal ones among the earlier texts."""
        keys = sketch_of(self._texts[number])
        shared = Counter(other for key in keys for other in self._distinctive_holders(key))
        for other, _ in shared.most_common(_COMPARED):
            if self.head(other) != self.head(number) and self._near(number, other):
                first, second = sorted((self.head(number), self.head(other)))
                self._parents[second] = first
        for key in keys:
            holders, group = self._holders[key], self.head(number)
            # A few members represent a large group under each piece.
            if len(holders) < _COMMON and sum(self.head(other) == group for other in holders) < _OF_ONE_GROUP:
                holders.append(number)

    def _distinctive_holders(self, key: int) -> Sequence[int]:
        holders = self._holders[key]
        return holders if len(holders) < _COMMON else ()

    def _near(self, one: int, other: int) -> bool:
        return self._fingerprint(one).against(self._fingerprint(other)).near_equal

    def _fingerprint(self, number: int) -> Fingerprint:
        if number not in self._fingerprints:
            if len(self._fingerprints) >= _MAX_CACHED:
                self._fingerprints.clear()
            self._fingerprints[number] = Fingerprint.of_compact(self._texts[number])
        return self._fingerprints[number]
