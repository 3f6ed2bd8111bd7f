"""One side of a comparison in progress: the provisions of a text, with their keys and tokens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import add
from typing import Final, NamedTuple

from desktop_app.comparison.folding import flat
from desktop_app.comparison.furniture import blanked, furniture_of
from desktop_app.comparison.labels import LabelKind
from desktop_app.comparison.result import Range
from desktop_app.comparison.structure import Provision, paragraph, provisions_of
from desktop_app.comparison.tokens import SpelledTokens, Tokens, Vocabulary

#: The canonical name of each label kind, whatever its word. Articles use their own word.
_CALLED: Final[dict[LabelKind, str]] = {
    **{kind: kind.name for kind in LabelKind if kind is not LabelKind.ARTICLE},
    **dict.fromkeys((LabelKind.LETTER, LabelKind.NUMBER, LabelKind.BRACKETED), "clause"),
}

#: The meaning of a label, independent of its spelling: its word and its number.
LabelKey = tuple[str, str]


class CutText(NamedTuple):
    """A flat text, its provisions and its page furniture."""

    flat: str
    provisions: tuple[Provision, ...]
    furniture: Sequence[Range] = ()


class SegmentedText:
    """A text cut into provisions. Costly data is computed on first use and cached."""

    def __init__(self, text: str, vocabulary: Vocabulary, cut: CutText | None = None) -> None:
        """Cuts the text, unless it is already `cut`."""
        self.text = text
        #: The furniture is page numbers and running heads, which are treated as white space.
        self.flat, provisions, self.furniture = cut or _cut(text)
        self.vocabulary = vocabulary
        self._take(provisions)
        self._tokens: dict[int, Tokens] = {}
        self._word_ids: dict[int, str] = {}
        self._pairs: dict[int, frozenset[str]] = {}
        self._keys: dict[int, str] = {}

    def _take(self, provisions: tuple[Provision, ...]) -> None:
        self.provisions = provisions
        one_of = self.vocabulary.bodies.setdefault
        bodies = (self.flat[provision.body : provision.end] for provision in provisions)
        #: The flat body of each provision, interned: the cheapest test for equality.
        self.bodies: list[str] = [one_of(body, body) for body in bodies]
        #: The key of each provision's label, or None without a label.
        self.labels: list[LabelKey | None] = [_label_key(provision) for provision in provisions]

    def begin_provisions(self, places: Mapping[int, LabelKind]) -> None:
        """Makes a provision without a label begin at each offset. Call it before anything is computed."""
        made: list[Provision] = []
        waiting = iter((*sorted(places), len(self.text)))
        offset = next(waiting)
        for provision in self.provisions:
            rest = provision
            while rest.start < offset < rest.end:
                made.append(rest._replace(end=rest.start + len(self.flat[rest.start : offset].rstrip())))
                rest = paragraph(provision.path, offset, rest.end)._replace(kind=places[offset])
                offset = next(waiting)
            made.append(rest)
        self._take(tuple(made))

    def __len__(self) -> int:
        return len(self.provisions)

    def index_at(self, offset: int) -> int | None:
        """Returns the index of the provision that contains `offset`, or None between two provisions."""
        at = bisect_right(self.provisions, offset, key=lambda provision: provision.start) - 1
        return at if at >= 0 and offset < self.provisions[at].end else None

    def key(self, index: int) -> str:
        """Returns the body without white space and without the characters that `folding.bare` drops. It excludes
        the label."""
        known = self._keys.get(index)
        if known is None:
            known = self._keys[index] = self.vocabulary.letters(self.bodies[index])
        return known

    def about_words(self, index: int) -> int:
        """Returns the approximate number of words in a provision's body, at least one, for use as a weight."""
        return self.bodies[index].count(" ") + 1

    def tokens(self, index: int) -> Tokens:
        """Returns the tokens of a provision's body."""
        known = self._tokens.get(index)
        if known is None:
            provision = self.provisions[index]
            known = self._tokens[index] = self.vocabulary.tokens(self.flat, provision.body, provision.end)
        return known

    def spelled_tokens(self, index: int) -> SpelledTokens:
        """Returns the tokens of a provision's body with the number of significant letters of each."""
        provision = self.provisions[index]
        return self.vocabulary.spelled_tokens(self.flat, provision.body, provision.end)

    def tokens_between(self, first: int, last: int) -> Tokens:
        """Returns the tokens of code points `[first, last)`."""
        return self.vocabulary.tokens(self.flat, first, last)

    def word_ids(self, index: int) -> str:
        """Returns one character per word of a provision's body, without punctuation, for measuring similarity."""
        known = self._word_ids.get(index)
        if known is None:
            known = self._word_ids[index] = self.vocabulary.words(self.bodies[index])
            if self._numbers_row(index):
                # The row number of a table row does not identify the row.
                known = self._word_ids[index] = known[1:]
        return known

    def _numbers_row(self, index: int) -> bool:
        """Returns whether a body starts with a number in a table cell of its own."""
        provision = self.provisions[index]
        if "\t" not in self.text[provision.body : provision.end]:
            return False
        tokens = self.tokens(index)
        return (
            len(tokens) > 1
            and tokens.keys[0].isdigit()
            and "\t" in self.text[tokens.starts[0] : tokens.starts[1]]
        )

    def shingles(self, index: int) -> frozenset[str]:
        """Returns the pairs of adjacent words in a provision's body, or its words if it has fewer than three."""
        known = self._pairs.get(index)
        if known is None:
            ids = self.word_ids(index)
            known = self._pairs[index] = frozenset(map(add, ids, ids[1:]) if len(ids) > 2 else ids)
        return known


def _cut(text: str) -> CutText:
    flat_text = flat(text)
    furniture = furniture_of(text, flat_text)
    blank = blanked(flat_text, furniture)
    return CutText(blank, _covering(text, provisions_of(text, blank), furniture), furniture)


def _label_key(provision: Provision) -> LabelKey | None:
    if provision.label is None:
        return None
    return _key_of(_CALLED.get(provision.kind, provision.word), provision.number)


@lru_cache(maxsize=16384)
def _key_of(called: str, number: str) -> LabelKey:
    """Caches the key, so that equal labels share one object."""
    return called, number


def _covering(
    text: str, provisions: tuple[Provision, ...], furniture: Sequence[Range]
) -> tuple[Provision, ...]:
    """Extends each provision over the page furniture after it, so that the provisions cover the whole text."""
    made = list(provisions)
    for start, end in furniture:
        words = text[start:end]
        first, last = end - len(words.lstrip()), start + len(words.rstrip())
        if first >= last:
            continue
        at = bisect_right(made, first, key=lambda provision: provision.start) - 1
        if at >= 0:
            made[at] = made[at]._replace(end=max(made[at].end, last))
        else:
            made.insert(0, paragraph((), first, last))
    return tuple(made)
