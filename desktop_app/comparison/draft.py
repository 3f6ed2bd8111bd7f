"""One side of a comparison while it is being compared: its provisions, their keys and their tokens."""

from __future__ import annotations

from typing import Final

from desktop_app.comparison.folding import bare, droppable, flat
from desktop_app.comparison.labels import Kind
from desktop_app.comparison.structure import Provision, provisions_of
from desktop_app.comparison.tokens import Tokens, Vocabulary, word_count
from desktop_app.persian.text import ZWNJ

_CLAUSES: Final = frozenset({Kind.LETTER, Kind.NUMBER, Kind.BRACKETED})

#: What a label says, however it is spelled: the word that it is made of and its number.
LabelKey = tuple[str, str]


class Draft:
    """A text, cut into provisions. Everything costly is made once and only when asked for."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.flat = flat(text)
        self.provisions: tuple[Provision, ...] = provisions_of(text, self.flat)
        self._vocabulary = vocabulary
        self._tokens: dict[int, Tokens] = {}
        self._word_ids: dict[int, str] = {}
        self._pairs: dict[int, frozenset[str]] = {}
        dropping = droppable(self.flat)
        self.keys: list[str] = [self._key(provision, dropping) for provision in self.provisions]
        self.words: list[int] = [word_count(self.flat[p.body : p.end]) for p in self.provisions]
        self.word_total = sum(self.words) + sum(
            word_count(self.flat[p.start : p.body]) for p in self.provisions
        )

    def __len__(self) -> int:
        return len(self.provisions)

    def _key(self, provision: Provision, dropping: str | None) -> str:
        """The body without white space and what `folding.bare` drops; labels never enter it."""
        body = "".join(self.flat[provision.body : provision.end].replace(ZWNJ, " ").split())
        if dropping is None:
            return bare(body)
        for mark in dropping:
            body = body.replace(mark, "")
        return body.lower()

    def label_key(self, index: int) -> LabelKey | None:
        """What the label of a provision says; None without a label."""
        provision = self.provisions[index]
        if provision.label is None:
            return None
        if provision.kind in _CLAUSES:
            return "clause", provision.number
        if provision.kind is Kind.ARTICLE:
            return self.flat[provision.start : provision.body].lstrip(f" {ZWNJ}")[:3], provision.number
        return provision.kind.name, provision.number

    def tokens(self, index: int) -> Tokens:
        """The tokens of a provision's body."""
        known = self._tokens.get(index)
        if known is None:
            provision = self.provisions[index]
            known = self._tokens[index] = self._vocabulary.tokens(self.flat, provision.body, provision.end)
        return known

    def tokens_between(self, first: int, last: int) -> Tokens:
        """The tokens of a stretch of the text."""
        return self._vocabulary.tokens(self.flat, first, last)

    def word_ids(self, index: int) -> str:
        """One character for each word of a provision's body, punctuation left out: for similarity."""
        known = self._word_ids.get(index)
        if known is None:
            tokens = self.tokens(index)
            known = "".join(c for c, key in zip(tokens.ids, tokens.keys, strict=True) if key[0].isalnum())
            self._word_ids[index] = known
        return known

    def shingles(self, index: int) -> frozenset[str]:
        """The pairs of neighbouring words in a provision's body; its words where it has fewer than three."""
        known = self._pairs.get(index)
        if known is None:
            ids = self.word_ids(index)
            width = 2 if len(ids) > 2 else 1
            known = frozenset(ids[at : at + width] for at in range(len(ids) - width + 1))
            self._pairs[index] = known
        return known
