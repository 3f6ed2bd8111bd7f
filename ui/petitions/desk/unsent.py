"""Unsent texts of petitions, by petition and mode, with the choices made for them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from desktop_app.unfinished import Key
from ui.petitions.desk.sending import BoxMode, stored_mode

if TYPE_CHECKING:
    from ui.unfinished import Unfinished

ITEM = "petition"
#: Separates a text from its choices. No keyboard types this character.
_BORDER: Final = "\x1e"
#: Values chosen above the text, by the name of the field.
Choices = dict[str, Any]


def key_of(petition_id: int, mode: BoxMode) -> Key:
    """Returns the key under which a text of the composer is saved."""
    return Key(ITEM, petition_id, mode.value)


class Unsent:
    """Unsent texts by petition and mode. An empty text is deleted.

    `code` is the tracking code of the petition. It identifies a text from an earlier window, because the id
    may belong to another petition by now.
    """

    def __init__(self, unfinished: Unfinished) -> None:
        self.unfinished = unfinished

    def keep(
        self, petition_id: int, mode: BoxMode, text: str, code: str = "", choices: Choices | None = None
    ) -> None:
        written = _written(text, choices or {}) if text.strip() else ""
        self.unfinished.keep(key_of(petition_id, mode), written, code)

    def text(self, petition_id: int, mode: BoxMode, code: str = "") -> str:
        return self._read(petition_id, mode, code)[0]

    def choices(self, petition_id: int, mode: BoxMode, code: str = "") -> Choices:
        """Returns the choices saved with the text; an empty dict where there are none."""
        return self._read(petition_id, mode, code)[1]

    def drop(self, petition_id: int, mode: BoxMode) -> None:
        self.unfinished.drop(key_of(petition_id, mode))

    def modes(self, petition_id: int) -> frozenset[BoxMode]:
        """Returns the modes with unsent text."""
        return frozenset(stored_mode(key.field) for key in self.unfinished.keys(ITEM, petition_id))

    def _read(self, petition_id: int, mode: BoxMode, code: str) -> tuple[str, Choices]:
        kept = self.unfinished.kept(key_of(petition_id, mode))
        if kept is None or (code and kept.name and kept.name != code):
            return "", {}
        text, _, chosen = kept.text.partition(_BORDER)
        try:
            choices = json.loads(chosen or "{}")
        except ValueError:
            choices = {}
        return text, choices if isinstance(choices, dict) else {}


def _written(text: str, choices: Choices) -> str:
    text = text.replace(_BORDER, " ")
    chosen = {name: value for name, value in choices.items() if value not in (None, "")}
    return f"{text}{_BORDER}{json.dumps(chosen, ensure_ascii=False)}" if chosen else text
