"""What was typed and not sent: kept for each petition and purpose while the program runs."""

from __future__ import annotations

from ui.petitions.sending import Mode


class Unsent:
    """Texts by petition and mode; an empty text is no text."""

    def __init__(self) -> None:
        self._texts: dict[tuple[int, Mode], str] = {}

    def keep(self, petition_id: int, mode: Mode, text: str) -> None:
        if text.strip():
            self._texts[petition_id, mode] = text
        else:
            self._texts.pop((petition_id, mode), None)

    def text(self, petition_id: int, mode: Mode) -> str:
        return self._texts.get((petition_id, mode), "")

    def drop(self, petition_id: int, mode: Mode) -> None:
        self._texts.pop((petition_id, mode), None)

    def modes(self, petition_id: int) -> frozenset[Mode]:
        """For what something unsent is kept."""
        return frozenset(mode for known, mode in self._texts if known == petition_id)
