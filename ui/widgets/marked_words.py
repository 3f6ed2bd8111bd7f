"""Marks words in a text field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from ui.lines import utf16_units


def mark_words(
    field: QTextEdit | QPlainTextEdit,
    ranges: Sequence[tuple[int, int]],
    ground: QColor,
    ink: QColor | None = None,
) -> None:
    """Sets the background, and the colour of the letters, of ranges in a text field and clears them elsewhere.

    `ranges` are pairs of offsets (start, end) in code points of the field's plain text, in order and apart.
    """
    text, selections, units, at = field.toPlainText(), [], 0, 0
    for start, end in ranges:
        units += utf16_units(text[at:start])
        length = utf16_units(text[start:end])
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(field.document())
        cursor.setPosition(units)
        cursor.setPosition(units + length, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format.setBackground(ground)
        if ink is not None:
            selection.format.setForeground(ink)
        selections.append(selection)
        units, at = units + length, end
    field.setExtraSelections(selections)
