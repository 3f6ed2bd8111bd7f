"""Sort keys in the order of the Persian alphabet, identical on every database."""

from __future__ import annotations

from typing import Final

from desktop_app.persian.text import fold_letters

#: In dictionary order.
ALPHABET: Final = "آاءأإؤئبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
#: Keys are plain ASCII, so that a binary collation (SQLite BINARY, PostgreSQL "C") sorts them correctly. The
#: order is space, digits, Latin letters, Persian letters (as `~` and a letter for their rank).
_RANK: Final = {letter: "~" + chr(ord("A") + rank) for rank, letter in enumerate(ALPHABET)}

#: Sorts after every letter of the alphabet.
NAMELESS: Final = "~~"


class _Ranks(dict[int, str | None]):
    """Maps a code point to its part of a key, computed on first use. None drops the character."""

    def __missing__(self, code: int) -> str | None:
        character = fold_letters(chr(code))
        made: str | None = None
        if character in _RANK:
            made = _RANK[character]
        elif character.isascii() and character.isalnum():
            made = character
        elif character.isspace() or character == "\u200c":
            made = " "
        self[code] = made
        return made


_RANKS: Final = _Ranks()


def sort_key(text: str, *, length: int = 60) -> str:
    """Returns the key by which `text` sorts in Persian order, at most `length` characters.

    An empty text (a person without a name) sorts after all others.
    """
    # One pass in C, because lists of a million rows compute their sort keys while they are read.
    return text.strip().lower().translate(_RANKS)[:length] or NAMELESS
