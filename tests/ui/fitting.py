"""Finds what does not fit in a window: widgets that are cut off, squeezed, or that lie over each other; words too."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from tests.ui.painted_words import words_over_others

#: Pixels by which rounding may differ.
_SLACK: Final = 1
_WORDED: Final = (QAbstractButton, QComboBox, QLabel, QLineEdit, QAbstractSpinBox)
#: The height below which a list or a text shows nothing to work with.
_LEAST_AREA: Final = 40


def misfits(window: QWidget) -> list[str]:
    """Returns a sentence for each visible control, list or label that is not wholly in sight or lies over another.

    What is in the content of a scroll area may be scrolled out of sight, but not sideways. A label that elides or
    wraps its text may be narrower than the text. Panes that are placed over a layout may cover what is under them.
    """
    found: list[str] = []
    seen = [widget for widget in window.findChildren(QWidget) if _is_judged(widget, window)]
    for widget in seen:
        found += _out_of_sight(widget, window)
        found += _squeezed(widget)
    shown = [_place(widget, window).intersected(_sight(widget, window)) for widget in seen]
    for (one, first), (other, second) in combinations(zip(seen, shown, strict=True), 2):
        both = first.intersected(second)
        if both.width() > _SLACK and both.height() > _SLACK and _lie_over_each_other(one, other, window):
            found.append(f"{_name(one)} and {_name(other)} lie over each other")
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.visibleRegion().isEmpty() and widget.window() is window:
            found += words_over_others(widget)
    return found


def _is_judged(widget: QWidget, window: QWidget) -> bool:
    if not widget.isVisible() or widget.window() is not window:
        return False
    if isinstance(widget, QAbstractScrollArea):
        return not isinstance(widget, QHeaderView)
    # A field lays out its own buttons.
    return isinstance(widget, _WORDED) and not isinstance(widget.parentWidget(), QLineEdit)


def _out_of_sight(widget: QWidget, window: QWidget) -> Iterator[str]:
    place, room = _place(widget, window), _room(widget, window)
    left, right = room.left(), room.right()
    if place.left() < left - _SLACK or place.right() > right + _SLACK:
        yield f"{_name(widget)} is cut at its side: {place.left()}..{place.right()} of {left}..{right}"
    elif not _scrolls(widget, window) and not room.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(place):
        top, bottom = room.top(), room.bottom()
        yield f"{_name(widget)} is cut: {place.top()}..{place.bottom()} of {top}..{bottom}"


def _squeezed(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractScrollArea):
        if widget.height() < min(_LEAST_AREA, widget.maximumHeight()):
            yield f"{_name(widget)} is {widget.height()} high"
        return
    needs = widget.minimumSizeHint()
    if not _gives_way(widget) and widget.width() < needs.width() - _SLACK:
        yield f"{_name(widget)} is {widget.width()} wide and needs {needs.width()}"
    height = needs.height()
    if isinstance(widget, QLabel) and widget.wordWrap() and widget.text():
        height = widget.heightForWidth(widget.width())
    empty = isinstance(widget, QLabel) and not widget.text()
    if not empty and widget.height() < min(height, widget.maximumHeight()) - _SLACK:
        yield f"{_name(widget)} is {widget.height()} high and needs {height}"
    if isinstance(widget, QComboBox) and not widget.isEditable():
        words = widget.fontMetrics().horizontalAdvance(widget.currentText())
        if (room := _words_room(widget)) < words - _SLACK:
            yield f"{_name(widget)} has {room} for words of {words}"


def _words_room(combo: QComboBox) -> int:
    """Returns the width that a choice has for its current words."""
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo).width()


def _lie_over_each_other(one: QWidget, other: QWidget, window: QWidget) -> bool:
    """Whether two widgets that are seen at one place are children of one layout, or lie in such children."""
    if one.isAncestorOf(other) or other.isAncestorOf(one):
        return False
    branches = _branches(one, other, window)
    common = branches[0].parentWidget()
    layout = common.layout() if common is not None else None
    return layout is not None and all(layout.indexOf(branch) >= 0 for branch in branches)


def _branches(one: QWidget, other: QWidget, window: QWidget) -> tuple[QWidget, QWidget]:
    """Returns the two children of the nearest common parent that lead to the widgets."""
    above = {id(widget): step for widget, step in _way_up(other, window)}
    for widget, step in _way_up(one, window):
        if id(widget) in above:
            return step, above[id(widget)]
    raise AssertionError("two widgets of different windows")


def _way_up(widget: QWidget, window: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """Yields each parent, and its child on the way."""
    step = widget
    while step is not window:
        parent = step.parentWidget()
        assert parent is not None
        yield parent, step
        step = parent


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _room(widget: QWidget, window: QWidget) -> QRect:
    """Returns the part of the window in which the widget can be seen, if need be after scrolling down."""
    room = window.rect()
    for parent, _ in _way_up(widget, window):
        if parent is window:
            break
        box = _place(parent, window)
        if _scrolls(parent, window) or isinstance(parent.parentWidget(), QAbstractScrollArea):
            # What is in a scroll area is as high as it likes.
            box.setTop(room.top())
            box.setBottom(room.bottom())
        room = room.intersected(box)
    return room


def _sight(widget: QWidget, window: QWidget) -> QRect:
    """Returns the part of the window that the parents of a widget leave it now."""
    sight = window.rect()
    for parent, _ in _way_up(widget, window):
        sight = sight.intersected(_place(parent, window))
    return sight


def _scrolls(widget: QWidget, window: QWidget) -> bool:
    return any(
        isinstance(parent, QAbstractScrollArea)
        for parent, _ in _way_up(widget, window)
        if parent is not window
    )


def _gives_way(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return widget.wordWrap() or not widget.text()
    # A choice is judged by its words.
    return isinstance(widget, QComboBox) or widget.sizePolicy().horizontalPolicy().name == "Ignored"


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return f"{type(widget).__name__} «{(text or widget.accessibleName() or widget.objectName())[:40]}»"
