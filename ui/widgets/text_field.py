"""A line edit that is aligned to the leading edge of the page, also if it is empty or Latin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.guard import guarded
from ui.theme import field_font
from ui.widgets.painting import right_to_left

FieldSize = Literal["normal", "form", "large"]
#: Returns the gaps of a number: offsets of characters, in code points, each with a gap after it.
Gaps = Callable[[str], Sequence[int]]
#: The width of a gap, in pixels.
_GAP: Final = 5


class TextField(QLineEdit):
    """A line edit. Qt would align the caret of an empty line by the keyboard's language; this one does not move.

    The font draws digits as those of the language (`ui.theme.field_font`); the text keeps them as they were typed.
    `latin` is for passwords, user names, addresses, paths and codes with Latin letters: digits stay as they are, and
    the input method is asked for Latin letters. `numeric` asks it for digits. `gaps` are drawn between the digits of
    a number, and are no part of the text.
    """

    def __init__(
        self,
        name: str = "",
        text: str = "",
        *,
        size: FieldSize = "normal",
        latin: bool = False,
        numeric: bool = False,
        gaps: Gaps | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._gaps = gaps
        self.setAccessibleName(name)
        self.setProperty("fieldSize", size)
        self.setFont(field_font(latin=latin))
        edge = Qt.AlignmentFlag.AlignRight if right_to_left() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        if latin:
            self.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoAutoUppercase)
        elif numeric or gaps is not None:
            self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        if gaps is not None:
            self.textChanged.connect(self._draw_gaps)
            self._draw_gaps()

    def mark_invalid(self, invalid: bool) -> None:
        """Shows or removes the error border."""
        self._set_look("invalid", invalid)

    def mark_unset(self, unset: bool) -> None:
        """Shows or removes the border of a value that is only proposed."""
        self._set_look("unset", unset)

    @guarded(None)
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        # Every such event replaces the formats. While a composition is open its own must stay.
        if self._gaps is not None and not event.preeditString():
            self._draw_gaps()

    def _draw_gaps(self) -> None:
        """Widens the characters before gaps. A line edit takes formats from input methods alone."""
        assert self._gaps is not None
        kind = QInputMethodEvent.AttributeType.TextFormat
        # Places of formats are counted from the caret.
        caret = self.cursorPosition()
        formats = [
            QInputMethodEvent.Attribute(kind, place - caret, 1, _gap()) for place in self._gaps(self.text())
        ]
        super().inputMethodEvent(QInputMethodEvent("", formats))

    def _set_look(self, name: str, on: bool) -> None:
        if bool(self.property(name)) != on:
            self.setProperty(name, on)
            self.style().unpolish(self)
            self.style().polish(self)


def _gap() -> QTextCharFormat:
    wide = QTextCharFormat()
    wide.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    wide.setFontLetterSpacing(_GAP)
    return wide
