"""Puts out of sight who somebody is, in texts that speak of them. Pure."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Final

from desktop_app.database.chain import canonical_json
from desktop_app.people.masking import DOT, digits_apart, masked
from desktop_app.persian.digits import latin_digits
from desktop_app.persian.text import fold, fold_with_offsets

#: Values of events that are the office's own: units, staff, deputies, numbers, hashes, what undo needs.
_OF_THE_OFFICE: Final = frozenset(
    {
        "status", "channel", "outcome", "unit_name", "assignee_name", "person_name", "on_behalf_of", "undone",
        "registry", "sha256", "effects", "due_on", "paused_on", "resolved_at",
    }
)  # fmt: skip
#: A family name of fewer letters is part of too many words.
_SHORTEST: Final = 3


class PersonMask:
    """Masks personal data of every kind, and what is known of one person: the whole name, the name without the first
    word of it («جناب آقای کریمی»), and identifiers, in any spelling and digits."""

    def __init__(self, names: Iterable[str | None], identifiers: Iterable[str | None]) -> None:
        parts = [fold(name).split() for name in names if name and name.strip()]
        wanted = {tuple(part) for part in parts} | {tuple(part[1:]) for part in parts if len(part) > 1}
        named = sorted(
            (" ?".join(map(re.escape, name)) for name in wanted if len("".join(name)) >= _SHORTEST),
            key=len,
            reverse=True,
        )
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(named)})(?!\w)") if named else None
        known = [one for one in identifiers if one]
        self._numbers = [digits_apart(one) for one in known if one.isdecimal()]
        self._plain = [re.compile(re.escape(one), re.IGNORECASE) for one in known if not one.isdecimal()]

    def masked(self, text: str) -> str:
        """The text with a dot for each of their letters and digits; its length stays."""
        if not text:
            return text
        shown = list(masked(text))
        digits = latin_digits(text)
        spans = [match.span() for pattern in self._numbers for match in pattern.finditer(digits)]
        spans += [match.span() for pattern in self._plain for match in pattern.finditer(text)]
        if self._names is not None:
            folded = fold_with_offsets(text)
            spans += [folded.original_range(*match.span()) for match in self._names.finditer(folded.text)]
        for start, end in spans:
            for at in range(start, end):
                # A mark on a letter tells of it too.
                if text[at].isalnum() or unicodedata.combining(text[at]):
                    shown[at] = DOT
        return "".join(shown)

    def masked_values(self, kept: str) -> str:
        """The same for the JSON of an event; it comes back as it was where there is nothing to mask in it."""
        values = json.loads(kept)
        made = self._value(values)
        return kept if made == values else canonical_json(made)

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.masked(value)
        if isinstance(value, list):
            return [self._value(one) for one in value]
        if isinstance(value, Mapping):
            return {name: one if name in _OF_THE_OFFICE else self._value(one) for name, one in value.items()}
        return value


def masked_file_name(name: str) -> str:
    """A name of which nothing stays but the ending, which tells what kind of file it was."""
    _, dot, ending = name.rpartition(".")
    return DOT * 3 + (
        f".{ending}" if dot and ending.isascii() and ending.isalnum() and len(ending) <= 5 else ""
    )
