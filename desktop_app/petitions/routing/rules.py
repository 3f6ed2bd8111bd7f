"""A routing rule as the engine sees it: when it is meant, and what then happens.

Conditions are joined by «and», the values of one by «or»; one that names nothing asks for nothing. Words are compared
by their key (`words_of`), as whole words: «مجوز نشر» is found in «مجوزهاي  نشر،» and not in «مجوز نشریه».
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from desktop_app.persian.text import fold
from desktop_app.petitions.vocabulary import Urgency

#: A plural ending, joined or apart: both spellings of «مجوزها» are one. Of short words it is part of the word itself
#: («تنها», «آنها»).
_PLURAL: Final = re.compile(r"(?<=[^\W_]{3}) ?ها(?:ی(?:ی|م|ت|ش|مان|تان|شان)?)?(?![^\W_])")
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Conditions:
    """When a rule is meant. `words` are looked for in subject and text, `about` in what it is about; one of them is
    enough."""

    kinds: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consequence:
    """What happens then. Without an urgency it stays as it came."""

    unit_id: int
    urgency: Urgency | None = None
    label_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleDefinition:
    """A rule by its number and name."""

    id: int
    name: str
    when: Conditions
    then: Consequence


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a rule looks at in a petition."""

    kind: str
    channel: str
    group: str
    about: str
    subject: str
    text: str


def words_of(text: str) -> list[str]:
    """The words of a text by their keys: folded, punctuation left out, the plural ending taken off."""
    key = fold(text)
    if "ها" in key:
        key = _PLURAL.sub("", key)
    return _WORD.findall(key)
