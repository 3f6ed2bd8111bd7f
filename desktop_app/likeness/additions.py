"""What the texts of a group have in common, and what single senders added to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

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
    place = _standing_for_all(texts)
    beside = Beside(texts[place])
    sentences = [
        (number, sentence)
        for number, text in enumerate(texts)
        if number != place
        for sentence in beside.added_by(text)
    ]
    return Common(place, _additions(sentences))


class Beside:
    """A text that stands for many, and what others say that it does not. Of near-equal texts most sentences are the
    same letter for letter: each is held against it once."""

    def __init__(self, text: str) -> None:
        self._known = Fingerprint(text)
        self._adds: dict[str, bool] = {}

    def added_by(self, text: str) -> list[str]:
        """The sentences of `text` that the common one does not have."""
        return [sentence for sentence in sentences_of(text) if self._is_added(sentence)]

    def _is_added(self, sentence: str) -> bool:
        adds = self._adds.get(sentence)
        if adds is None:
            folded = compact(sentence)
            enough = len(folded) >= _WORTH
            adds = enough and Fingerprint.of_compact(folded).share_in(self._known) < _KNOWN
            self._adds[sentence] = adds
        return adds


def sentences_of(text: str) -> list[str]:
    """The sentences of a text as they stand there, without the spaces around them."""
    return [found for match in _SENTENCE.finditer(text) if (found := match.group().strip())]


def _standing_for_all(texts: Sequence[str]) -> int:
    """The text that was sent most often, or the one that is most like the others; of several the first."""
    folded = [compact(text) for text in texts]
    sent = Counter(folded)
    times = max(sent.values())
    if times > 1:
        # Of several that were sent as often: one that does not depend on who came first.
        return folded.index(min(one for one, count in sent.items() if count == times))
    prints = {one: Fingerprint.of_compact(one) for one in sorted(set(folded))[:_SAMPLE]}
    weight = {
        one: sum(mine.against(other).share for other in prints.values()) for one, mine in prints.items()
    }
    best = max(weight.values())
    return folded.index(min(one for one, sum_ in weight.items() if sum_ == best))


def _additions(sentences: Sequence[tuple[int, str]]) -> tuple[Addition, ...]:
    said = [sentence for _, sentence in sentences]
    alone = set(range(len(said)))
    found: list[Addition] = []
    for group in groups_of(said):
        alone.difference_update(group)
        found.append(Addition(said[group[0]], tuple(sorted({sentences[n][0] for n in group}))))
    found.extend(Addition(said[n], (sentences[n][0],)) for n in alone)
    return tuple(sorted(found, key=lambda one: (-len(one.members), one.members, one.text)))
