"""A pane over the place of the details, in any screen: notices, help. It is not modal and moves nothing.

Beside a wide list it is as wide as the details. In a narrow window it lies over the list, as the petition does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.wording import translate
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.beside import BORDER, width_over
from ui.widgets.button import IconButton
from ui.widgets.page_head import PageHead
from ui.widgets.painting import right_to_left, set_margins
from ui.widgets.plain import PlainLabel

#: Property of a widget that a pane shows: the name of the page of the user guide about it.
HELP_PAGE: Final = "helpPage"
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_LAID: Final = (QEvent.Type.Resize, QEvent.Type.Move)


class SidePane(QWidget):
    """Shows one widget at a time at the trailing edge of `place`, from its top to its foot.

    `parent` is an ancestor of `place`. `wanted` returns the width of the details in front, 0 for the usual one.
    Keys start the commands of the pane first. Letters start no others: never those of the screen that it covers.
    """

    #: The widget that is open changed; carries the new one, or None.
    changed = Signal(object)

    def __init__(self, parent: QWidget, place: QWidget, wanted: Callable[[], int] = lambda: 0) -> None:
        super().__init__(parent)
        self._around, self._place, self._wanted = parent, place, wanted
        self._before: QWidget | None = None
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        set_margins(column, BORDER, 0, 0, 0)
        column.addWidget(self._pages)
        place.installEventFilter(self)
        application = cast(QApplication, QApplication.instance())
        application.focusChanged.connect(self._on_focus)
        self.hide()

    @property
    def content(self) -> QWidget | None:
        """The widget that is open; None while the pane is closed."""
        return None if self.isHidden() else self._pages.currentWidget()

    def open(self, widget: QWidget) -> None:
        """Shows `widget`, in place of the one that is open, and gives it the focus.

        The pane becomes its parent, and keeps it for the next time.
        """
        if self.isHidden():
            self._before = self.window().focusWidget()
        if self._pages.indexOf(widget) < 0:
            self._pages.addWidget(widget)
        changed = self.content is not widget
        self._pages.setCurrentWidget(widget)
        self.fit()
        self.show()
        self.raise_()
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if changed:
            self.changed.emit(widget)

    @guarded(True)
    def close(self) -> bool:
        """Closes the pane and gives the focus back to where it was, if it is in the pane."""
        if self.isHidden():
            return True
        inside = self.isAncestorOf(self.window().focusWidget())
        before, self._before = self._before, None
        if inside and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.changed.emit(None)
        return True

    def toggle(self, widget: QWidget) -> None:
        """Opens `widget`, or closes it where it is open."""
        if self.content is widget:
            self.close()
        else:
            self.open(widget)

    def fit(self) -> None:
        """Places the pane over the details."""
        place = self._place
        width = width_over(place.width(), self._wanted()) + BORDER
        corner = place.mapTo(self._around, QPoint(0, 0))
        left = corner.x() if right_to_left() else corner.x() + place.width() - width
        self.setGeometry(left, corner.y(), width, place.height())

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Closes the pane when a widget below it gets the focus: what is typed must be seen."""
        if self.isHidden() or now is None or not self._place.isAncestorOf(now):
            return
        corner = now.mapTo(self._around, QPoint(0, 0))
        if self.geometry().contains(QRect(corner, now.size())):
            self.close()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._place and event.type() in _LAID and not self.isHidden():
            self.fit()
        return super().eventFilter(watched, event)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # Shortcuts of the screen are valid in the whole window, so they are overridden here.
        overrides = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if overrides and self._keeps(cast(QKeyEvent, event)):
            event.accept()
            return True
        return super().event(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif (command := self._command(event)) is not None:
            command.trigger()
        elif not _is_letter(event):
            super().keyPressEvent(event)
            return
        event.accept()

    def _keeps(self, event: QKeyEvent) -> bool:
        return _is_letter(event) or self._command(event) is not None

    def _command(self, event: QKeyEvent) -> QAction | None:
        """Returns the command of the open widget that has this shortcut."""
        content, keys = self.content, QKeySequence(event.keyCombination())
        places = [] if content is None else [content, *content.findChildren(QWidget)]
        for place in places:
            for action in place.actions():
                if place.isVisible() and action.isEnabled() and keys in action.shortcuts():
                    return action
        return None

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.pane)
        left = box.right() - BORDER if right_to_left() else box.left()
        painter.fillRect(QRectF(left, box.top(), BORDER, box.height()), now.edge)


class PaneHead(PageHead):
    """The header of what a side pane shows: a title, words beside it, icons, and a cross that emits `closed`."""

    closed = Signal()

    def __init__(self, title: str, buttons: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.aside = PlainLabel("", "secondary", "text2")
        cross = IconButton("ph.x", translate("SidePane", "Close"), key="Esc")
        cross.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        set_margins(row, 16, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(PlainLabel(title, "heading"))
        row.addSpacing(4)
        row.addWidget(self.aside)
        row.addStretch()
        for button in (*buttons, cross):
            row.addWidget(button)


def _is_letter(event: QKeyEvent) -> bool:
    """Whether a key types a letter or a digit: such keys are commands of the screens."""
    return event.text().isalnum() and not event.modifiers() & ~_SHIFT
