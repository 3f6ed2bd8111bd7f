"""The comparison view of this screen, whose context menu has additional entries."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.comparison_view import ComparisonView


class ReviewedView(ComparisonView):
    """A view whose context menu can be extended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: Each function receives the menu before it opens.
        self.menu_additions: list[Callable[[QMenu], None]] = []

    def context_menu(self) -> QMenu:
        menu = super().context_menu()
        for add in self.menu_additions:
            add(menu)
        return menu
