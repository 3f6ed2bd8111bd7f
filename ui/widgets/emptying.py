"""Removing the contents of a layout."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Removes all items, also of layouts inside it; their widgets are hidden at once and deleted later."""
    while (item := layout.takeAt(0)) is not None:
        widget, within = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif within is not None:
            empty(within)


def release(layout: QLayout) -> None:
    """Removes all items, also of layouts inside it; their widgets stay, to be placed again.

    Not by `takeAt` alone: Python keeps such an item alive, and Qt reports a new height of a widget to its first item
    only.
    """
    while (item := layout.itemAt(0)) is not None:
        widget, within = item.widget(), item.layout()
        if widget is not None:
            layout.removeWidget(widget)
        else:
            layout.takeAt(0)
            if within is not None:
                release(within)
                within.deleteLater()
