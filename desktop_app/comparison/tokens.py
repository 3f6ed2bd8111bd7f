"""Tokenises a text into words, numbers and single punctuation marks, with the keys that are compared.

A word is a run of letters, digits, marks and ZWNJ. «۱٬۰۰۰٬۰۰۰», «۱/۰۰۰/۰۰۰», «۲/۵» and a date are one token each.
White space, invisible characters and stray marks belong to no token.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Final, NamedTuple

from desktop_app.comparison.folding import MARK_CLASS, bare
from desktop_app.persian.text import ZWNJ

_IN_WORD: Final = f"[\\w{MARK_CLASS}{ZWNJ}]"
_TOKEN: Final = re.compile(
    rf"(\d{{1,3}}(?:(?:[٬،]\d{{3}}){{1,9}}|(?:/\d{{3}}){{2,9}})(?!\d)"
    rf"|\d++(?:[٫./]\d++){{1,5}}(?!{_IN_WORD})|\w{_IN_WORD}*"
    rf"|\.{{2,}}|[^\s\w{MARK_CLASS}{ZWNJ}\x00-\x1f\x7f-\x9f])"
)
_WORD: Final = re.compile(rf"\w{_IN_WORD}*+")
#: Characters that `folding.bare` may fold with a letter beyond a space: presentation forms, a madda, the Greek
#: sigma.
_CONTEXT_SENSITIVE: Final = re.compile("[\0\u0653\u03a3\ufb50-\ufdff\ufe70-\ufefc]")
_NEEDS_CONTEXT: Final = "\0"
#: Characters that `folding.bare` does not simply drop or keep.
_FOLDED: Final = re.compile(f'[^ 0-9ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآ.،؛:؟!()"/{ZWNJ}-]')
_GROUPED: Final = re.compile(r"\d[٬،]\d{3}|\d{1,3}(?:/\d{3}){2,9}\Z")


@dataclass(slots=True)
class Tokens:
    """The tokens of a range of a text. Token i is `[starts[i], ends[i])` in code points of the whole text.

    `ids` has one character per token; equal keys have equal characters throughout a comparison. rapidfuzz
    compares this form fastest. `first` and `last` are the bounds of the range.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    keys: Sequence[str]
    ids: str
    first: int
    last: int

    def __len__(self) -> int:
        return len(self.ids)


class SpelledTokens(NamedTuple):
    """The tokens of a range that ends at `last`, as in `Tokens`, and the number of significant letters of each."""

    starts: Sequence[int]
    ends: Sequence[int]
    letters: Sequence[int]
    last: int


class Vocabulary:
    """Assigns a character to each key. Each comparison has one vocabulary."""

    #: Maximum number of distinct characters. More distinct words than this share characters.
    LIMIT: Final = 0x10FFFF - 0x100

    def __init__(self) -> None:
        #: Interned flat bodies of both sides, because equal bodies are compared many times.
        self.bodies: dict[str, str] = {}
        self._keys = _Keys()
        self._characters = _Characters()
        self._words = _Words(self._keys, self._characters)
        self._tokens_of = _TokenCache()
        self._words_of = _WordCache(self._words)
        self._bare_of = _BareCache()
        self._letters_of = _LetterCounts()

    def tokens(self, flat_text: str, first: int, last: int) -> Tokens:
        """Returns the tokens of `flat_text[first:last]`."""
        tokens, bounds = self._split(flat_text, first, last)
        keys = [*map(self._keys.__getitem__, tokens)]
        return Tokens(
            bounds[:-1:2],
            bounds[1::2],
            keys,
            "".join(map(self._characters.__getitem__, keys)),
            first,
            last,
        )

    def spelled_tokens(self, flat_text: str, first: int, last: int) -> SpelledTokens:
        """Returns the tokens of `flat_text[first:last]` with the length of what `folding.bare` leaves of each."""
        tokens, bounds = self._split(flat_text, first, last)
        letters = [*map(self._letters_of.__getitem__, tokens)]
        return SpelledTokens(bounds[:-1:2], bounds[1::2], letters, last)

    def _split(self, flat_text: str, first: int, last: int) -> tuple[list[str], list[int]]:
        """Returns the tokens of `flat_text[first:last]`, and the bounds of all of them in turn."""
        # Tokens alternate with the text after them, so that all loops run in C.
        text = flat_text[first:last]
        words = text.lstrip(" ")
        before = text[: len(text) - len(words)]
        split_pieces = [*map(self._tokens_of.__getitem__, words.rstrip(" ").split(" "))]
        if () in split_pieces:
            before, *pieces = _TOKEN.split(text)
        else:
            pieces = [*chain.from_iterable(split_pieces)]
        return pieces[::2], [*accumulate(map(len, pieces), initial=first + len(before))]

    def words(self, flat_text: str) -> str:
        """Returns one character per word of a flat text, with compounds split at their ZWNJ.

        This makes the similarity independent of how compounds are typed.
        """
        return "".join(map(self._words_of.__getitem__, flat_text.split(" ")))

    def letters(self, flat_text: str) -> str:
        """Returns a flat text without white space and without the characters that `folding.bare` drops."""
        if not _FOLDED.search(flat_text):
            return flat_text.replace(" ", "").replace(ZWNJ, "")
        made = "".join(map(self._bare_of.__getitem__, flat_text.split()))
        return made if _NEEDS_CONTEXT not in made else bare("".join(flat_text.replace(ZWNJ, " ").split()))


class _BareCache(dict[str, str]):
    """Caches `folding.bare` of the pieces between spaces, or `_NEEDS_CONTEXT` if a piece interacts with its
    neighbours."""

    def __missing__(self, piece: str) -> str:
        made = self[piece] = _NEEDS_CONTEXT if _CONTEXT_SENSITIVE.search(piece) else bare(piece)
        return made


class _LetterCounts(dict[str, int]):
    """Caches the length of `folding.bare` of each token."""

    def __missing__(self, token: str) -> int:
        made = self[token] = len(bare(token))
        return made


class _TokenCache(dict[str, tuple[str, ...]]):
    """Caches the tokens of the pieces between spaces, each followed by the text after it, the last one by a
    space.

    The value is empty if the piece does not start and end with a token.
    """

    def __missing__(self, piece: str) -> tuple[str, ...]:
        # Letters and digits only form a single token.
        before, *pieces = ("", piece, "") if piece.isalnum() else _TOKEN.split(piece)
        tokens = self[piece] = () if before or not pieces or pieces[-1] else (*pieces[:-1], " ")
        return tokens


class _WordCache(dict[str, str]):
    """Caches the characters of the words between two spaces."""

    def __init__(self, words: _Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, piece: str) -> str:
        made = self[piece] = "".join(map(self._words.__getitem__, _TOKEN.split(piece)[1::2]))
        return made


class _Keys(dict[str, str]):
    """Caches the key of each token. «می‌شود» equals «میشود», «۱/۰۰۰/۰۰۰» equals «1000000»."""

    def __missing__(self, token: str) -> str:
        key = self[token] = _key(token)
        return key


class _Characters(dict[str, str]):
    def __missing__(self, key: str) -> str:
        character = self[key] = chr(0x100 + len(self) % Vocabulary.LIMIT)
        return character


class _Words(dict[str, str]):
    """Caches the characters of the parts of each token; empty for punctuation."""

    def __init__(self, keys: _Keys, characters: _Characters) -> None:
        super().__init__()
        self._keys, self._characters = keys, characters

    def __missing__(self, token: str) -> str:
        parts = [self._keys[part] for part in token.split(ZWNJ) if part]
        made = self[token] = "".join(self._characters[part] for part in parts if part[0].isalnum())
        return made


def _key(token: str) -> str:
    if token.startswith(".."):
        return "…"
    if _GROUPED.search(token):
        token = token.replace("٬", "").replace("،", "").replace("/", "")
    return bare(token.replace("٫", ".")) or token


def word_count(flat_text: str) -> int:
    """Returns the number of words in `flat_text`, without punctuation."""
    return len(_WORD.findall(flat_text))
