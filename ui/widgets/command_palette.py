"""The command palette (Ctrl+Shift+P): the visible commands, filtered by typing; recently used ones come first."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.wording import translate
from ui.actions import key_of, why_not
from ui.widgets.finder import FinderDialog, FinderEntry

#: The texts of the commands that were run from here, latest first.
RECENT: Final[deque[str]] = deque(maxlen=8)


class CommandPalette(FinderDialog):
    """Lists enabled commands first, recently used ones before others; disabled ones say why."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(
            translate("CommandPalette", "All commands"),
            translate("CommandPalette", "Type the name of a command"),
            translate("CommandPalette", "No command has these words."),
            _entries(actions),
            parent,
        )
        self.chosen.connect(_run)


def _entries(actions: Sequence[QAction]) -> list[FinderEntry]:
    made = [_entry(action) for action in actions]

    def place(entry: FinderEntry) -> tuple[bool, int]:
        recent = RECENT.index(entry.words) if entry.words in RECENT else len(RECENT)
        return bool(entry.refused), recent

    return sorted(made, key=place)


def _entry(action: QAction) -> FinderEntry:
    words = action.text().replace("&", "")
    allowed = action.isEnabled() and action.isVisible()
    refused = "" if allowed else why_not(action) or translate("CommandPalette", "not possible now")
    return FinderEntry(words, action, key=key_of(action), refused=refused)


def _run(action: object) -> None:
    if isinstance(action, QAction) and action.isEnabled():
        words = action.text().replace("&", "")
        if words in RECENT:
            RECENT.remove(words)
        RECENT.appendleft(words)
        action.trigger()
