"""The context menu of the comparison view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop_app.comparison.result import SideName
from desktop_app.wording import translate
from ui.widgets.comparison_view.review import REVIEW_MARKS, ReviewMark, mark_name
from ui.widgets.comparison_view.selecting import SelectableSurface


def make_menu(view: SelectableSurface) -> QMenu:
    """Returns the menu for the selection or the current change, with unavailable actions disabled.

    Marks and choices are only included if their signals are connected.
    """
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    selected, current = view.selection() is not None, view.current_change
    stands = current is not None

    def offer(text: str, does: Callable[[], object], possible: bool) -> None:
        menu.addAction(text, does).setEnabled(possible)

    offer(translate("Comparison", "Copy"), view.copy, selected)
    offer(translate("Comparison", "Copy with marks"), view.copy_marked, selected or stands)
    offer(translate("Comparison", "Copy the change"), view.copy_change, stands)
    if view.takes_marks:
        menu.addSeparator()
        for mark in REVIEW_MARKS:
            _offer_mark(menu, view, mark, current)
    if view.takes_choices:
        menu.addSeparator()
        _offer_choice(menu, view, "old", translate("Comparison", "Take the old wording"), current)
        _offer_choice(menu, view, "new", translate("Comparison", "Take the new wording"), current)
    menu.addSeparator()
    annotate = translate("Comparison", "Annotate the selection")
    if stands and not selected:
        annotate = translate("Comparison", "Annotate the change")
    offer(annotate, view.request_annotation, selected or stands)
    return menu


def _offer_mark(menu: QMenu, view: SelectableSurface, mark: ReviewMark, current: int | None) -> None:
    action = menu.addAction(mark_name(mark), lambda: view.request_mark(mark))
    action.setCheckable(True)
    action.setChecked(current is not None and view.mark_of(current) == mark)
    action.setEnabled(current is not None)


def _offer_choice(
    menu: QMenu, view: SelectableSurface, side: SideName, text: str, current: int | None
) -> None:
    action = menu.addAction(text, lambda: view.request_choice(side))
    action.setCheckable(True)
    action.setChecked(current is not None and view.choice_of(current) == side)
    action.setEnabled(current is not None)
