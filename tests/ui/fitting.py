"""Finds what does not fit in a window: widgets that are cut off, squeezed, or that lie over each other."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QWidget

#: Pixels by which rounding may differ.
_SLACK = 1
_WORDED = (QAbstractButton, QComboBox, QLabel)


def misfits(window: QWidget) -> list[str]:
    """Returns a sentence for each visible button, choice or label that is not wholly in sight.

    What is in the content of a scroll area may be scrolled out of sight, but not sideways. A label that elides or
    wraps its text may be narrower than the text.
    """
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, _WORDED) or not widget.isVisible() or widget.window() is not window:
            continue
        place = _place(widget, window)
        name = f"{type(widget).__name__} «{_words(widget)[:40]}»"
        room = _room(widget, window)
        left, right = room.left(), room.right()
        if place.left() < left - _SLACK or place.right() > right + _SLACK:
            found.append(f"{name} is cut at its side: {place.left()}..{place.right()} of {left}..{right}")
        elif not _scrolls(widget, window) and not room.contains(place.center()):
            found.append(f"{name} is out of sight: {place} of {room}")
        if not _gives_way(widget) and widget.width() < widget.minimumSizeHint().width() - _SLACK:
            found.append(f"{name} is {widget.width()} wide and needs {widget.minimumSizeHint().width()}")
    return found


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _room(widget: QWidget, window: QWidget) -> QRect:
    """Returns the part of the window in which the widget can be seen."""
    room = window.rect()
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        box = _place(parent, window)
        if _scrolls(parent, window) or isinstance(parent.parentWidget(), QAbstractScrollArea):
            # What is in a scroll area is as high as it likes.
            box.setTop(room.top())
            box.setBottom(room.bottom())
        room = room.intersected(box)
        parent = parent.parentWidget()
    return room


def _scrolls(widget: QWidget, window: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _gives_way(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return (
            widget.wordWrap() or widget.sizePolicy().horizontalPolicy().name == "Ignored" or not widget.text()
        )
    return widget.sizePolicy().horizontalPolicy().name == "Ignored"


def _words(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return text or widget.accessibleName()
