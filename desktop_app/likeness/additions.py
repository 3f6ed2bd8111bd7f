"""What the texts of a group have in common, and what single senders added to it."""

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

#: Of a sentence that stands in the common text, at least so much is found there.
_KNOWN: Final = 0.55
#: Fewer letters than these (a greeting, a name) are not worth showing as an addition.
_WORTH: Final = 12
#: Against so many of the others each text is held where none was sent twice.
_SAMPLE: Final = 40
_SENTENCE: Final = re.compile(r"[^.!؟?؛\n]+(?:[.!؟?؛]+(?=\s|$)|\n|$|[.!؟?؛])")


@dataclass(frozen=True, slots=True)
class Addition:
    """A sentence that the common text does not have, as its first sender wrote it; `members` are the places of all
    texts that have it, in their own words."""

    text: str
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """`place` is that of the text that stands for all; additions by how many have them, then by the first one."""

    place: int
    additions: tuple[Addition, ...]


def common_of(texts: Sequence[str]) -> Common:
    """What a group of near-equal texts says together, and what single ones add. Raises `ValueError` without texts."""
    if not texts:
        raise ValueError("no texts")
    letters = [letters_of(compact(text)) for text in texts]
    place = standing_for_all(letters, lambda places: [texts[one] for one in places])
    beside = AdditionFinder(texts[place])
    sentences = [
        (number, text[begin:end])
        for number, text in enumerate(texts)
        if number != place
        for begin, end in beside.added_by(text)
    ]
    return Common(place, _additions(sentences))


class AdditionFinder:
    """A text that stands for many, and what others say that it does not. Of near-equal texts most sentences are the
    same letter for letter: each is held against it once."""

    def __init__(self, text: str) -> None:
        self._known = Fingerprint(text)
        self._adds: dict[str, bool] = {}

    def added_by(self, text: str) -> list[tuple[int, int]]:
        """The sentences of `text` that the common one does not have: code points `[begin, end)`."""
        return [(begin, end) for begin, end in _sentences_in(text) if self._is_added(text[begin:end])]

    def _is_added(self, sentence: str) -> bool:
        adds = self._adds.get(sentence)
        if adds is None:
            folded = compact(sentence)
            enough = len(folded) >= _WORTH
            adds = enough and Fingerprint.of_compact(folded).share_in(self._known) < _KNOWN
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
    """The place of the text that was sent most often, or that is most like the others; of several the first.
    `letters` are those of `fingerprints`; texts are asked for by their places, where nothing was sent twice."""
    sent = Counter(letters)
    times = max(sent.values())
    if times > 1:
        # Of several that were sent as often: one that does not depend on who came first.
        return letters.index(min(one for one, count in sent.items() if count == times))
    some = sorted(letters)[:_SAMPLE]
    prints = [Fingerprint(text) for text in texts_of([letters.index(one) for one in some])]
    weight = [sum(mine.against(other).share for other in prints) for mine in prints]
    return letters.index(some[weight.index(max(weight))])


def same_sentences(said: Sequence[str]) -> list[tuple[int, ...]]:
    """The places in `said` of sentences that are one, ascending; what nobody else says stands alone."""
    groups = list(groups_of(said))
    alone = set(range(len(said))).difference(*groups)
    return sorted([*groups, *((place,) for place in alone)])


def _additions(sentences: Sequence[tuple[int, str]]) -> tuple[Addition, ...]:
    found = [
        Addition(sentences[group[0]][1], tuple(sorted({sentences[place][0] for place in group})))
        for group in same_sentences([sentence for _, sentence in sentences])
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.members), one.members, one.text)))
