"""Shows a menu below the button that opens it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.painting import right_to_left


def popup_below(menu: QMenu, button: QWidget, gap: int = 0) -> None:
    """Shows `menu` `gap` pixels below `button`, with their leading edges in one line."""
    left = button.width() - menu.sizeHint().width() if right_to_left() else 0
    menu.popup(button.mapToGlobal(QPoint(left, button.height() + gap)))
