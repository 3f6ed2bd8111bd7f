"""A line edit that is aligned to the leading edge of the page, also if it is empty or Latin."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.painting import right_to_left

FieldSize = Literal["normal", "form", "large"]


class TextField(QLineEdit):
    """A line edit. Qt would align the caret of an empty line by the keyboard's language; this one does not move.

    `latin` is for user names, codes and numbers: the input method is asked for Latin letters.
    """

    def __init__(
        self,
        name: str = "",
        text: str = "",
        *,
        size: FieldSize = "normal",
        latin: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name)
        self.setProperty("fieldSize", size)
        edge = Qt.AlignmentFlag.AlignRight if right_to_left() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        if latin:
            self.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoAutoUppercase)

    def mark_invalid(self, invalid: bool) -> None:
        """Shows or removes the error border."""
        self._set_look("invalid", invalid)

    def mark_unset(self, unset: bool) -> None:
        """Shows or removes the border of a value that is only proposed."""
        self._set_look("unset", unset)

    def _set_look(self, name: str, on: bool) -> None:
        if bool(self.property(name)) != on:
            self.setProperty(name, on)
            self.style().unpolish(self)
            self.style().polish(self)
