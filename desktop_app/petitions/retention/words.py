"""Masks a person's identity in texts about them. Pure."""

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

#: Fields of events that are not personal: units, staff, deputies, numbers, hashes, undo data.
_OF_THE_OFFICE: Final = frozenset(
    {
        "status", "channel", "outcome", "unit_name", "assignee_name", "person_name", "on_behalf_of", "undone",
        "registry", "sha256", "vouched", "changes", "effects", "due_on", "paused_on", "resolved_at",
    }
)  # fmt: skip
#: A shorter family name would occur inside too many words.
_SHORTEST: Final = 3


class PersonMask:
    """Masks personal data of every kind, and that of one person.

    The person's name is masked as a whole and without its first word («جناب آقای کریمی»). Identifiers are masked
    too, in any spelling and digits.
    """

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
        """Returns the text with a dot for each letter and digit to mask; its length does not change."""
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
                # A combining mark would reveal its letter.
                if text[at].isalnum() or unicodedata.combining(text[at]):
                    shown[at] = DOT
        return "".join(shown)

    def masked_values(self, data: str) -> str:
        """Masks the JSON of an event; returns it unchanged if there is nothing to mask."""
        values = json.loads(data)
        made = self._value(values)
        return data if made == values else canonical_json(made)

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.masked(value)
        if isinstance(value, list):
            return [self._value(one) for one in value]
        if isinstance(value, Mapping):
            return {name: one if name in _OF_THE_OFFICE else self._value(one) for name, one in value.items()}
        return value


def masked_file_name(name: str) -> str:
    """Returns a file name of which only the suffix is kept, as the type of the file."""
    _, dot, ending = name.rpartition(".")
    return DOT * 3 + (
        f".{ending}" if dot and ending.isascii() and ending.isalnum() and len(ending) <= 5 else ""
    )
