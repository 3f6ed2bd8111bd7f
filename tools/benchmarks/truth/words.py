"""A word of a made text, and the words of a text by the contract of the command line."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass, field, replace
from typing import Final

_identities = itertools.count(1)

_MARKS: Final = "\u064b-\u065f\u0670\u06d6-\u06ed"
INVISIBLE: Final = "\u200e\u200f\u00ad"
_WORD: Final = re.compile(f"(?:[^\\W_]|[{_MARKS}\u200c{INVISIBLE}])+")
_TATWEEL: Final = "ـ"
_SHAPE: Final = re.compile(r"([«(\"]*)(.*?)([»)\".،؛:؟]*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the punctuation around it and the gap behind; its identity stays through revisions.

    `target` is the identity of the article that the word refers to: its number follows `core` in the text, so that
    no amendment can part the two.
    """

    core: str
    head: str = ""
    tail: str = ""
    gap: str = " "
    target: int | None = None
    identity: int = field(default_factory=lambda: next(_identities))

    @property
    def ends(self) -> bool:
        """Whether a sentence ends with it."""
        return "." in self.tail

    @property
    def bare(self) -> bool:
        """Whether it has no punctuation and is no reference: it can be edited freely."""
        return not self.head and not self.tail and self.gap == " " and self.target is None


def fresh(word: Word, core: str) -> Word:
    """Another word in the place of `word`: what an amendment writes."""
    return replace(word, core=core, target=None, identity=next(_identities))


def words_of(text: str) -> list[Word]:
    """New words for the text of a sentence."""
    made = []
    for piece in text.split():
        shape = _SHAPE.match(piece)
        assert shape is not None
        head, core, tail = shape.groups()
        made.append(Word(core, head, tail))
    return made


@functools.lru_cache(maxsize=100_000)
def key(text: str) -> str:
    """What stays of a word whatever its spelling: the made texts' own words are written one way only."""
    return "".join(c for c in text if c.isalnum() and c != _TATWEEL)


def ranges_of(text: str) -> list[tuple[int, int]]:
    """The words of `text`, `[start, end)` in code points: runs of letters, digits, marks and ZWNJ.

    Invisible marks inside a word do not part it, and a lone kashida, which stands for a dash, is none.
    """
    return [match.span() for match in _WORD.finditer(text) if key(match.group())]
