"""What was typed on petitions and not sent, by petition and purpose."""

from __future__ import annotations

from desktop_app.unfinished import Key
from ui.petitions.sending import Mode
from ui.unfinished import Unfinished

ITEM = "petition"


def key_of(petition_id: int, mode: Mode) -> Key:
    """Where a text of the box is kept."""
    return Key(ITEM, petition_id, mode.value)


class Unsent:
    """Texts by petition and mode; an empty text is no text. `code` is the tracking code by which the petition is
    known: a text that another window left belongs to the petition of that code, whatever its number is by now."""

    def __init__(self, unfinished: Unfinished) -> None:
        self.unfinished = unfinished

    def keep(self, petition_id: int, mode: Mode, text: str, code: str = "") -> None:
        self.unfinished.keep(key_of(petition_id, mode), text, code)

    def text(self, petition_id: int, mode: Mode, code: str = "") -> str:
        kept = self.unfinished.kept(key_of(petition_id, mode))
        if kept is None or (code and kept.name and kept.name != code):
            return ""
        return kept.text

    def drop(self, petition_id: int, mode: Mode) -> None:
        self.unfinished.drop(key_of(petition_id, mode))

    def modes(self, petition_id: int) -> frozenset[Mode]:
        """For what something unsent is kept."""
        return frozenset(Mode(key.field) for key in self.unfinished.keys(ITEM, petition_id))
