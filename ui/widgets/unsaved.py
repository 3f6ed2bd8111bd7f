"""Whether somebody has begun to write somewhere, and which boxes are kept on this PC whatever happens."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

_KEPT: Final = "keptOnThisPc"


def mark_kept(box: QWidget) -> None:
    """What is typed into `box` is kept as it is typed (`ui.unfinished`)."""
    box.setProperty(_KEPT, True)


def has_unsaved_text(place: QWidget, *, kept: bool) -> bool:
    """Whether somebody has begun to write in one of the boxes of `place`, seen or not; those that are kept count only
    where `kept` is False: the disk does not take them."""
    boxes: list[QPlainTextEdit | QTextEdit] = [
        *place.findChildren(QPlainTextEdit),
        *place.findChildren(QTextEdit),
    ]
    return any(
        not box.isReadOnly()
        and box.document().isModified()
        and box.toPlainText().strip()
        and not (kept and box.property(_KEPT))
        for box in boxes
    )
