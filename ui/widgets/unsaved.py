"""Finds unsaved text in a window, and marks text boxes that are autosaved on this PC."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

_KEPT: Final = "keptOnThisPc"


def mark_kept(box: QWidget) -> None:
    """Marks `box` as autosaved while it is typed (`ui.unfinished`)."""
    box.setProperty(_KEPT, True)


def has_unsaved_text(place: QWidget, *, kept: bool) -> bool:
    """Whether any text box of `place`, visible or not, holds unsaved text. A dialog that was closed holds none.

    With `kept`, autosaved boxes do not count; without it the disk cannot be written, and all boxes do.
    """
    boxes: list[QPlainTextEdit | QTextEdit] = [
        *place.findChildren(QPlainTextEdit),
        *place.findChildren(QTextEdit),
    ]
    return any(
        not box.isReadOnly()
        and (box.window() is place.window() or box.window().isVisible())
        and box.document().isModified()
        and box.toPlainText().strip()
        and not (kept and box.property(_KEPT))
        for box in boxes
    )
