"""Finds the text that represents a group of near-equal texts, and the sentences that individual senders added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.likeness.fingerprints import letters_of
from desktop_app.likeness.grouping import groups_of
from desktop_app.likeness.resemblance import Fingerprint
from desktop_app.likeness.shingles import compact

#: Minimum share of a sentence's pieces that the common text contains, for the sentence not to be an addition.
_KNOWN_SHARE: Final = 0.55
#: Shorter sentences (a greeting, a name) are not reported as additions.
_MIN_LETTERS: Final = 12
#: Number of texts compared with each other to find the most representative one.
_SAMPLE: Final = 40
_SENTENCE: Final = re.compile(r"[^.!؟?؛\n]+(?:[.!؟?؛]+(?=\s|$)|\n|$|[.!؟?؛])")


@dataclass(frozen=True, slots=True)
class Addition:
    """A sentence that the common text lacks, as its first sender wrote it.

    `members` are the indices of all texts that contain it, in any wording.
    """

    text: str
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """`place` is the index of the representative text. Additions are ordered by number of members, then by the
    first one."""

    place: int
    additions: tuple[Addition, ...]


def common_of(texts: Sequence[str]) -> Common:
    """Returns the representative of a group of near-equal texts, and the additions of the others.

    Raises ValueError if `texts` is empty.
    """
    if not texts:
        raise ValueError("no texts")
    letters = [letters_of(compact(text)) for text in texts]
    place = standing_for_all(letters, lambda places: [texts[one] for one in places])
    finder = AdditionFinder(texts[place])
    sentences = [
        (number, text[begin:end])
        for number, text in enumerate(texts)
        if number != place
        for begin, end in finder.added_by(text)
    ]
    return Common(place, _additions(sentences))


class AdditionFinder:
    """Finds the sentences that a common text lacks. Each distinct sentence is compared once and then cached."""

    def __init__(self, text: str) -> None:
        self._known = Fingerprint(text)
        self._adds: dict[str, bool] = {}

    def added_by(self, text: str) -> list[tuple[int, int]]:
        """Returns the sentences of `text` that the common text lacks, as spans `[begin, end)` in code points."""
        return [(begin, end) for begin, end in _sentences_in(text) if self._is_added(text[begin:end])]

    def _is_added(self, sentence: str) -> bool:
        adds = self._adds.get(sentence)
        if adds is None:
            folded = compact(sentence)
            enough = len(folded) >= _MIN_LETTERS
            adds = enough and Fingerprint.of_compact(folded).share_in(self._known) < _KNOWN_SHARE
            self._adds[sentence] = adds
        return adds


def _sentences_in(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _SENTENCE.finditer(text):
        words = match.group()
        begin = match.start() + len(words) - len(words.lstrip())
        end = match.end() - len(words) + len(words.rstrip())
        if begin < end:
            found.append((begin, end))
    return found


def standing_for_all(letters: Sequence[str], texts_of: Callable[[Sequence[int]], Sequence[str]]) -> int:
    """Returns the index of the text sent most often. If all are distinct, returns the one most similar to the
    others.

    `letters` are those of `fingerprints`. `texts_of` loads texts by their indices; it is only called if all are
    distinct.
    """
    sent = Counter(letters)
    times = max(sent.values())
    if times > 1:
        # Break ties independently of the order of the texts.
        return letters.index(min(one for one, count in sent.items() if count == times))
    some = sorted(letters)[:_SAMPLE]
    prints = [Fingerprint(text) for text in texts_of([letters.index(one) for one in some])]
    weight = [sum(mine.against(other).share for other in prints) for mine in prints]
    return letters.index(some[weight.index(max(weight))])


def same_sentences(said: Sequence[str]) -> list[tuple[int, ...]]:
    """Groups equal sentences of `said` by index, ascending. A sentence without an equal forms a group of one."""
    groups = list(groups_of(said))
    alone = set(range(len(said))).difference(*groups)
    return sorted([*groups, *((place,) for place in alone)])


def _additions(sentences: Sequence[tuple[int, str]]) -> tuple[Addition, ...]:
    found = [
        Addition(sentences[group[0]][1], tuple(sorted({sentences[place][0] for place in group})))
        for group in same_sentences([sentence for _, sentence in sentences])
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.members), one.members, one.text)))
