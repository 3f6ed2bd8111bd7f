"""Shows that the office fixed the value of a setting on this PC: a lock, the value, and why it cannot be changed."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QWidget

from desktop_app.wording import translate
from ui.actions import refuse
from ui.guard import guarded
from ui.icons import paint_icon, set_icon
from ui.theme import theme
from ui.widgets.plain import PlainLabel, set_tip

LOCK_ICON = "ph.lock-simple"
_SIZE = 16


def fixed_words() -> str:
    """Returns why the value cannot be changed."""
    return translate("Settings", "The office has fixed this value.")


class FixedMark(QWidget):
    """A lock beside the fixed value; without a value beside the reason, which is else the tool tip."""

    def __init__(self, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.label = PlainLabel(value or fixed_words(), "secondary", "text2", wrap=not value)
        row.addWidget(_Lock())
        row.addWidget(self.label, 0 if value else 1)
        self.setAccessibleName(value or fixed_words())
        if value:
            self.setAccessibleDescription(fixed_words())
            set_tip(self, fixed_words())


class _Lock(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_SIZE, _SIZE)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_icon(QPainter(self), QRectF(self.rect()), LOCK_ICON, theme().text2)


def show_fixed(widget: QWidget) -> None:
    """Disables a field or button of a fixed setting, with the reason as its tool tip."""
    widget.setEnabled(False)
    if isinstance(widget, QAbstractButton):
        set_icon(widget, LOCK_ICON)
    widget.setAccessibleDescription(fixed_words())
    set_tip(widget, fixed_words())


def show_fixed_menu(menu: QMenu) -> None:
    """Disables the choices of a menu of a fixed setting; the reason is its first line, and a lock beside its name."""
    set_icon(menu.menuAction(), LOCK_ICON)
    choices = menu.actions()
    for choice in choices:
        show_fixed_command(choice)
    reason = QAction(fixed_words(), menu)
    reason.setEnabled(False)
    set_icon(reason, LOCK_ICON)
    menu.insertAction(choices[0], reason)


def show_fixed_command(action: QAction) -> None:
    """Disables a command that would change a fixed setting; the command palette tells the reason."""
    action.setEnabled(False)
    refuse(action, fixed_words())
