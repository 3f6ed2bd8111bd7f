"""A pane at the trailing edge of any screen: notices, help. It is not modal.

Notices lie over the place of the details and move nothing: beside a wide list as wide as the details, in a narrow
window over the list, as the petition does. Help is read beside the work: the screens make room for it where the
window is wide enough. Where it is not, help steps aside while somebody writes below it.
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
#: Property of a widget that is read beside the work.
BESIDE_WORK: Final = "besideWork"
#: The width of what is read beside the work, and the least that it leaves to the screens, in pixels.
_BESIDE: Final = 400
_LEFT_TO_WORK: Final = 780
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
        #: What stepped aside, and comes back when nothing is written below it any more.
        self._aside: QWidget | None = None
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
        self._show(widget)
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, widget: QWidget) -> None:
        changed, self._aside = self.content is not widget, None
        self._pages.setCurrentWidget(widget)
        self.show()
        self.fit()
        self.raise_()
        if changed:
            self.changed.emit(widget)

    @guarded(True)
    def close(self) -> bool:
        """Closes the pane and gives the focus back to where it was, if it is in the pane."""
        self._aside = None
        if self.isHidden():
            return True
        inside = self.isAncestorOf(self.window().focusWidget())
        before, self._before = self._before, None
        if inside and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.fit()
        self.changed.emit(None)
        return True

    def toggle(self, widget: QWidget) -> None:
        """Opens `widget`, or closes it where it is open."""
        if self.content is widget:
            self.close()
        else:
            self.open(widget)

    def fit(self) -> None:
        """Places the pane over the details, or beside the screens."""
        place, beside = self._place, self._is_beside()
        width = (_BESIDE if beside else width_over(place.width(), self._wanted())) + BORDER
        room = width if beside else 0
        place.setContentsMargins(room if right_to_left() else 0, 0, 0 if right_to_left() else room, 0)
        corner = place.mapTo(self._around, QPoint(0, 0))
        left = corner.x() if right_to_left() else corner.x() + place.width() - width
        self.setGeometry(left, corner.y(), width, place.height())

    def _is_beside(self) -> bool:
        """Whether the screens have made room for what is open."""
        content = self.content
        wanted = content is not None and bool(content.property(BESIDE_WORK))
        return wanted and self._place.width() - _BESIDE >= _LEFT_TO_WORK

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Closes the pane when a widget below it gets the focus: what is typed must be seen."""
        if now is None or not self._place.isAncestorOf(now) or self._is_beside():
            return
        corner, content = now.mapTo(self._around, QPoint(0, 0)), self.content
        below = self.geometry().contains(QRect(corner, now.size()))
        if content is not None and below:
            self.close()
            self._aside = content if content.property(BESIDE_WORK) else None
        elif content is None and self._aside is not None and not below:
            self._show(self._aside)

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
