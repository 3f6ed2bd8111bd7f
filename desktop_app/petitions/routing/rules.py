"""The definition of a routing rule: its conditions and its consequence.

Conditions are combined with "and", the values of one with "or"; an empty one is always fulfilled. Words are
compared as whole words by their key (`words_of`): «مجوز نشر» is found in «مجوزهاي  نشر،» and not in «مجوز
نشریه».
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from desktop_app.persian.text import fold
from desktop_app.petitions.vocabulary import Urgency

#: A plural ending, joined or separate: both spellings of «مجوزها» are equal. In short words it belongs to the word
#: itself («تنها», «آنها»).
_PLURAL: Final = re.compile(r"(?<=[^\W_]{3}) ?ها(?:ی(?:ی|م|ت|ش|مان|تان|شان)?)?(?![^\W_])")
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Conditions:
    """When a rule applies. `words` are searched in subject and text, `about` in the petition's subject matter;
    one match is enough.
    """

    kinds: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a rule does. Without an urgency the petition keeps its own."""

    unit_id: int
    urgency: Urgency | None = None
    label_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleDefinition:
    """A rule with its id and name."""

    id: int
    name: str
    when: Conditions
    then: Consequence


@dataclass(frozen=True, slots=True)
class Incoming:
    """The values of a petition that rules are matched with."""

    kind: str
    channel: str
    group: str
    about: str
    subject: str
    text: str


def words_of(text: str) -> list[str]:
    """Returns the words of a text as keys: folded, without punctuation and plural endings."""
    key = fold(text)
    if "ها" in key:
        key = _PLURAL.sub("", key)
    return _WORD.findall(key)
