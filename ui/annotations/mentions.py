"""Mentions in a text that is being typed: the name after an `@`, its completions, and who is meant. Without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.persian.text import fold

#: The longest beginning of a name that is completed, in code points.
_LONGEST: Final = 40
#: So many names are offered at most.
_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class TypedName:
    """The beginning of a name before the caret: code points `[start, caret)` after the `@`."""

    start: int
    words: str


def name_being_typed(text: str, caret: int) -> TypedName | None:
    """Returns what is typed of a name at the caret (code points), or None where no name is typed.

    The `@` begins a word; an address of e-mail is none. A name may have several words.
    """
    at = text.rfind("@", max(0, caret - _LONGEST), caret)
    if at < 0 or (at > 0 and (text[at - 1].isalnum() or text[at - 1] in "@._-")):
        return None
    words = text[at + 1 : caret]
    if "\n" in words or words.startswith(" ") or "  " in words:
        return None
    return TypedName(at + 1, words)


def names_for(typed: str, staff: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """Returns the persons of whom every typed word begins a word of the name, in their order; not those whom the
    text names in full already.
    """
    asked = fold(typed).split()
    found = []
    for number, name in staff:
        words = fold(name).split()
        if all(any(word.startswith(part) for word in words) for part in asked) and asked != words:
            found.append((number, name))
    return found[:_MOST]


def mentioned(text: str, staff: Iterable[tuple[int, str]], chosen: Mapping[str, int]) -> tuple[int, ...]:
    """Returns the persons whom a text names after an `@`.

    `chosen` are the persons by name who were picked from the completions: they decide between two of one name.
    """
    found: list[int] = []
    for number, name in staff:
        if f"@{name}" in text and chosen.get(name, number) == number:
            found.append(number)
    return tuple(found)
