"""Size and place of the window: first from the screen, then where the person left it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtWidgets import QWidget

#: The size of a window on a screen that has room for more, in logical pixels.
PREFERRED: Final = QSize(1440, 868)
#: The height of the title that Windows draws.
_TITLE: Final = 32


def first_place(available: QRect, preferred: QSize = PREFERRED) -> QRect | None:
    """Returns a place in the middle of the free part of a screen; None where the window should fill the screen."""
    if available.width() < preferred.width() or available.height() < preferred.height():
        return None
    place = QRect(available.topLeft(), preferred)
    place.moveCenter(available.center())
    return place


def resize_within(window: QWidget, width: int, height: int) -> None:
    """Resizes a window that is not shown yet, inside of the free part of its screen with its title."""
    available = window.screen().availableSize()
    window.resize(QSize(width, height).boundedTo(available - QSize(0, _TITLE)))


def show_in_place(window: QWidget, kept: str) -> None:
    """Shows a window where `kept` (from `place_of`) says, inside of a screen that is there; else by the screen.

    Qt moves a window whose screen is gone to one that is there.
    """
    if kept and window.restoreGeometry(QByteArray.fromBase64(kept.encode())) and _is_in_sight(window):
        window.show()
        return
    place = first_place(window.screen().availableGeometry())
    if place is None:
        window.showMaximized()
    else:
        window.setGeometry(place)
        window.show()


def show_in_place_of(window: QWidget, old: QWidget) -> None:
    """Shows a window that takes the place of another one."""
    if old.isMaximized():
        window.setGeometry(old.normalGeometry())
        window.showMaximized()
    else:
        window.setGeometry(old.geometry())
        window.show()


def place_of(window: QWidget) -> str:
    """Returns size, place and state of a window as text for the settings."""
    return bytes(window.saveGeometry().toBase64().data()).decode()


def _is_in_sight(window: QWidget) -> bool:
    if window.isMaximized() or window.isFullScreen():
        return True
    return window.screen().availableGeometry().contains(window.geometry().center())
