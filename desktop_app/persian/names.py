"""Sort keys in the order of the Persian alphabet, the same on every database."""

from __future__ import annotations

from typing import Final

from desktop_app.persian.text import fold_letters

#: In the order in which a dictionary has them.
ALPHABET: Final = "آاءأإؤئبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
#: Keys are plain ASCII, so that binary collation (SQLite BINARY, PostgreSQL "C") sorts them right:
#: space, then digits, then Latin letters, then Persian letters as `a` + a letter of their rank.
_RANK: Final = {letter: "~" + chr(ord("A") + rank) for rank, letter in enumerate(ALPHABET)}

#: Behind every letter of the alphabet.
NAMELESS: Final = "~~"


class _Ranks(dict[int, str | None]):
    """What a character is in a key, worked out when it is met first; None is nothing."""

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
    """The key by which `text` sorts as a Persian reader expects; at most `length` characters.

    Nothing (a person without a name) sorts behind every name.
    """
    # One pass in C: a list of a million is sorted by keys that are made while it is read.
    return text.strip().lower().translate(_RANKS)[:length] or NAMELESS
