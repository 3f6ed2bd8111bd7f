"""Tokens of a text: words, numbers and single punctuation marks, with the keys by which they are compared.

A word is a run of letters, digits, marks and ZWNJ; «۱٬۰۰۰٬۰۰۰», «۱/۰۰۰/۰۰۰», «۲/۵» and a date are one each.
White space, invisible characters and stray marks stand between tokens and belong to none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Final

from desktop_app.comparison.folding import MARK_CLASS, bare
from desktop_app.persian.text import ZWNJ

_IN_WORD: Final = f"[\\w{MARK_CLASS}{ZWNJ}]"
_TOKEN: Final = re.compile(
    rf"(\d{{1,3}}(?:(?:[٬،]\d{{3}}){{1,9}}|(?:/\d{{3}}){{2,9}})(?!\d)"
    rf"|\d++(?:[٫./]\d++){{1,5}}(?!{_IN_WORD})|\w{_IN_WORD}*"
    rf"|\.{{2,}}|[^\s\w{MARK_CLASS}{ZWNJ}\x00-\x1f\x7f-\x9f])"
)
_WORD: Final = re.compile(rf"\w{_IN_WORD}*+")
#: What `folding.bare` may fold with a letter behind a blank: presentation forms, a madda, the Greek final sigma.
_MINDS_NEIGHBOURS: Final = re.compile("[\0\u0653\u03a3\ufb50-\ufdff\ufe70-\ufefc]")
_TOGETHER: Final = "\0"
#: Anything that `folding.bare` may do more with than drop it as a ZWNJ or a blank.
_FOLDED: Final = re.compile(f'[^ 0-9ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآ.،؛:؟!()"/{ZWNJ}-]')
_GROUPED: Final = re.compile(r"\d[٬،]\d{3}|\d{1,3}(?:/\d{3}){2,9}\Z")


@dataclass(slots=True)
class Tokens:
    """The tokens of a stretch of a text: `[starts[i], ends[i])`, code points of the whole text.

    `ids` has one character for each token, the same for the same key throughout one comparison; that is the
    form in which rapidfuzz compares quickest. `first` and `last` bound the stretch.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    keys: Sequence[str]
    ids: str
    first: int
    last: int

    def __len__(self) -> int:
        return len(self.ids)


class Vocabulary:
    """Gives each key its character; one for each comparison."""

    #: A text of more distinct words than this is no text; the rest share a character.
    LIMIT: Final = 0x10FFFF - 0x100

    def __init__(self) -> None:
        #: The flat bodies of both sides, equal ones as one string: they are compared again and again.
        self.bodies: dict[str, str] = {}
        self._keys = _Keys()
        self._characters = _Characters()
        self._words = _Words(self._keys, self._characters)
        self._parted = _Parted()
        self._spoken = _Spoken(self._words)
        self._left = _Left()

    def tokens(self, flat_text: str, first: int, last: int) -> Tokens:
        """The tokens of `flat_text[first:last]`."""
        # The tokens and what stands behind each, in turns: everything here is done by loops in C.
        text = flat_text[first:last]
        parted = [*map(self._parted.__getitem__, text.split(" "))]
        if () in parted:
            before, *pieces = _TOKEN.split(text)
        else:
            before, pieces = "", [*chain.from_iterable(parted)]
        bounds = [*accumulate(map(len, pieces), initial=first + len(before))]
        tokens = pieces[::2]
        keys = [*map(self._keys.__getitem__, tokens)]
        return Tokens(
            bounds[:-1:2],
            bounds[1::2],
            keys,
            "".join(map(self._characters.__getitem__, keys)),
            first,
            last,
        )

    def words(self, flat_text: str) -> str:
        """One character for each word alone of a flat text, compounds taken apart at their ZWNJ: by it texts are
        alike however they are typed."""
        return "".join(map(self._spoken.__getitem__, flat_text.split(" ")))

    def letters(self, flat_text: str) -> str:
        """What is left of a flat text without white space and what `folding.bare` drops."""
        if not _FOLDED.search(flat_text):
            return flat_text.replace(" ", "").replace(ZWNJ, "")
        made = "".join(map(self._left.__getitem__, flat_text.split()))
        return made if _TOGETHER not in made else bare("".join(flat_text.replace(ZWNJ, " ").split()))


class _Left(dict[str, str]):
    """What `folding.bare` leaves of what stands between two blanks; `_TOGETHER` where its neighbours matter."""

    def __missing__(self, piece: str) -> str:
        made = self[piece] = _TOGETHER if _MINDS_NEIGHBOURS.search(piece) else bare(piece)
        return made


class _Parted(dict[str, tuple[str, ...]]):
    """The tokens of what stands between two blanks, each with what stands behind it, the blank behind the last: no
    token has a blank in it. Nothing where anything else stands before the first token or behind the last."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        # Nothing but letters and digits is one token.
        before, *pieces = ("", piece, "") if piece.isalnum() else _TOKEN.split(piece)
        parted = self[piece] = () if before or not pieces or pieces[-1] else (*pieces[:-1], " ")
        return parted


class _Spoken(dict[str, str]):
    """The characters of the words between two blanks."""

    def __init__(self, words: _Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, piece: str) -> str:
        made = self[piece] = "".join(map(self._words.__getitem__, _TOKEN.split(piece)[1::2]))
        return made


class _Keys(dict[str, str]):
    """What each token counts as: «می‌شود» and «میشود» the same, «۱/۰۰۰/۰۰۰» and «1000000» too."""

    def __missing__(self, token: str) -> str:
        key = self[token] = _key(token)
        return key


class _Characters(dict[str, str]):
    def __missing__(self, key: str) -> str:
        character = self[key] = chr(0x100 + len(self) % Vocabulary.LIMIT)
        return character


class _Words(dict[str, str]):
    """The characters of the parts of each token; none for punctuation."""

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
    """How many words (punctuation apart) `flat_text` has."""
    return len(_WORD.findall(flat_text))
