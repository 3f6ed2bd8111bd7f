"""What was typed on petitions and not sent, by petition and purpose, with what was chosen beside it."""

from __future__ import annotations

import json
from typing import Any, Final

from desktop_app.unfinished import Key
from ui.petitions.desk.sending import BoxMode, stored_mode
from ui.unfinished import Unfinished

ITEM = "petition"
#: Parts a text from the choices beside it: no key of a keyboard writes it.
_BORDER: Final = "\x1e"
#: What was chosen over the box, by the name of the field.
Choices = dict[str, Any]


def key_of(petition_id: int, mode: BoxMode) -> Key:
    """Where a text of the box is kept."""
    return Key(ITEM, petition_id, mode.value)


class Unsent:
    """Texts by petition and mode; an empty text is no text. `code` is the tracking code by which the petition is
    known: a text that another window left belongs to the petition of that code, whatever its number is by now."""

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
        """What was chosen beside the text; empty where there is none."""
        return self._read(petition_id, mode, code)[1]

    def drop(self, petition_id: int, mode: BoxMode) -> None:
        self.unfinished.drop(key_of(petition_id, mode))

    def modes(self, petition_id: int) -> frozenset[BoxMode]:
        """For what something unsent is kept."""
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
