"""What is typed in the registration form and not registered yet: saved, and brought back by the next window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop_app.unfinished import Key, RecoveredDraft
from ui.draft_recovery import REGISTRATION
from ui.petitions.registration.fields import RegisterFields
from ui.unfinished import Unfinished

#: Key under which the unfinished form is saved until it is registered.
FORM: Final = Key(REGISTRATION, 0, "form")


class SavedForm(QObject):
    """Saves the fields while the form `is_open`, i.e. until it is registered."""

    #: The person threw the saved text away.
    thrown_away = Signal()

    def __init__(
        self, unfinished: Unfinished, fields: RegisterFields, is_open: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._unfinished, self._fields, self._is_open = unfinished, fields, is_open

    @property
    def is_back(self) -> bool:
        """Whether the text was brought back from an earlier window."""
        return self._unfinished.left_at(FORM) is not None

    def begin(self) -> None:
        """Brings the text of an earlier window back, now or as soon as it was read."""
        self._unfinished.restored.connect(self._bring_back)
        self._unfinished.thrown_away.connect(self._on_thrown_away)
        self._bring_back()

    def keep(self) -> None:
        """Saves what is typed."""
        if self._is_open():
            self._unfinished.keep(FORM, self._fields.written())

    def drop(self) -> None:
        """Deletes what was saved, because it is registered."""
        self._unfinished.drop(FORM)

    def _bring_back(self) -> None:
        # Text already typed here takes precedence.
        written = self._unfinished.text(FORM)
        if written and self._is_open() and self._fields.is_empty():
            self._fields.write_again(written)

    def _on_thrown_away(self, texts: tuple[RecoveredDraft, ...]) -> None:
        if any(kept.key == FORM for kept in texts):
            self.thrown_away.emit()
