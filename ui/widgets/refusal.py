"""A refusal at the field that it is about: an amber border, and a card that says what is missing."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.theme_tokens import RADIUS
from ui.widgets.painting import Mirror, fill_rounded, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.segmented import Segmented

#: Dynamic property of a field that was refused; the style sheet gives it an amber border.
REFUSED: Final = "refused"
_ICON: Final = 16


class RefusalCard(QWidget):
    """Hidden until `show_at`; gone again once the field is filled, or after `clear`.

    The caller places the card below the field. Screen readers read its words as the description of the field.
    `turned` tells that it appears or goes.
    """

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field: QWidget | None = None
        self._described = ""
        self._title: PlainLabel | None = None
        self._sign: SignalInstance | None = None
        self.words = PlainLabel("", "secondary", "warn", bold=True, wrap=True)
        self.kept = PlainLabel("", "secondary", "warn", wrap=True)
        column = QVBoxLayout(self)
        set_margins(column, 40, 4, 12, 4)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.kept)
        self.hide()

    def show_at(self, field: QWidget, words: str, kept: str = "", title: PlainLabel | None = None) -> None:
        """Refuses the content of a field with a sentence; `kept` says what happened to the text.

        `title` is the label of the field.
        """
        self.clear()
        self.field, self._described, self._title = field, field.accessibleDescription(), title
        if title is not None:
            title.set_colour("warn")
        field.setAccessibleDescription(f"{words} {kept}".strip())
        _mark(field, refused=True)
        self._sign = _sign_of_change(field)
        if self._sign is not None:
            self._sign.connect(self._on_filled)
        self._say(words, kept)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_below(self, field: QWidget, words: str, kept: str = "") -> None:
        """Refuses the content of a field as `show_at` does, and places the card below it.

        Its label is that which has the field as its buddy.
        """
        labels = field.window().findChildren(PlainLabel)
        title = next((label for label in labels if _names(label.buddy(), field)), None)
        if _place_below(field, self):
            self.show_at(field, words, kept, title)

    def show_above(self, buttons: QWidget, words: str, kept: str = "") -> None:
        """Says what is about no field, above the buttons of a form; the focus stays."""
        self.clear()
        _place_below(buttons, self, above=True)
        self._say(words, kept)

    def _say(self, words: str, kept: str) -> None:
        self.words.setText(words)
        self.kept.setText(kept)
        self.kept.setVisible(bool(kept))
        self.setAccessibleName(f"{words} {kept}".strip())
        self.show()
        self.turned.emit()
        # Once the layout made room for it.
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """Scrolls to the card, or makes its dialog higher."""
        window, parent = self.window(), self.parentWidget()
        layout = window.layout()
        if window.isModal() and layout is not None:
            layout.activate()
            needed = layout.totalHeightForWidth(window.width())
            room = window.screen().availableGeometry().height()
            window.resize(window.width(), max(window.height(), min(needed, room)))
        while parent is not None and parent is not window:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(self.field or self)
                parent.ensureWidgetVisible(self)
            parent = parent.parentWidget()

    def clear(self) -> None:
        """Takes the refusal away."""
        field, self.field = self.field, None
        if not self.isHidden():
            self.hide()
            self.turned.emit()
        if self._title is not None:
            self._title.set_colour("text2")
            self._title = None
        if self._sign is not None:
            self._sign.disconnect(self._on_filled)
            self._sign = None
        if field is not None:
            field.setAccessibleDescription(self._described)
            _mark(field, refused=False)

    def _on_filled(self, *_content: object) -> None:
        self.clear()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        fill_rounded(painter, box, now.warnbg, RADIUS)
        area = Mirror.of(box).at(14, _ICON, top=box.top() + 10, height=_ICON)
        paint_icon(painter, area, "ph.warning", now.warn)


def _names(buddy: QWidget | None, field: QWidget) -> bool:
    return buddy is field or (buddy is not None and buddy.isAncestorOf(field))


def _sign_of_change(field: QWidget) -> SignalInstance | None:
    if isinstance(field, QLineEdit | QPlainTextEdit):
        return field.textChanged
    if isinstance(field, QComboBox):
        return field.currentIndexChanged
    if isinstance(field, QAbstractButton):
        return field.toggled
    return field.changed if isinstance(field, Segmented) else None


def _place_below(field: QWidget, card: QWidget, *, above: bool = False) -> bool:
    """Puts the card below a field, or below the row that contains it; returns whether there was a place."""
    inner = field
    while (outer := inner.parentWidget()) is not None:
        layout = outer.layout()
        if layout is not None and _insert(layout, inner, card, above=above):
            return True
        if inner.isWindow():
            return False
        inner = outer
    return False


def _insert(layout: QLayout, widget: QWidget, card: QWidget, *, above: bool) -> bool:
    """Puts the card beside a widget, into the innermost column or grid that contains it."""
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inner = item.layout()
        if inner is not None and _insert(inner, widget, card, above=above):
            return True
        if item.widget() is not widget and not (inner is not None and _holds(inner, widget)):
            continue
        upright = (QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.BottomToTop)
        if isinstance(layout, QBoxLayout) and layout.direction() in upright:
            return _insert_into_column(layout, at, card, above=above)
        return isinstance(layout, QGridLayout) and _insert_into_grid(layout, at, card)
    return False


def _insert_into_column(column: QBoxLayout, at: int, card: QWidget, *, above: bool) -> bool:
    present = column.indexOf(card)
    if present >= 0:
        column.removeWidget(card)
        at -= present < at
    column.insertWidget(at if above else at + 1, card)
    return True


def _insert_into_grid(grid: QGridLayout, at: int, card: QWidget) -> bool:
    """Puts the card into the row below, which the grid has left free: below the first field if that is free too."""
    row, column, rows, _ = cast("tuple[int, int, int, int]", grid.getItemPosition(at))
    free = row + rows

    def is_free(cell: int) -> bool:
        taken = grid.itemAtPosition(free, cell)
        return taken is None or taken.widget() is card

    if not is_free(column):
        return False
    first = min(column, 1)
    grid.addWidget(card, free, first if all(map(is_free, range(first, column))) else column, 1, -1)
    return True


def _holds(layout: QLayout, widget: QWidget) -> bool:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner = item.layout() if item is not None else None
        if item is not None and (item.widget() is widget or (inner is not None and _holds(inner, widget))):
            return True
    return False


def _mark(field: QWidget, *, refused: bool) -> None:
    field.setProperty(REFUSED, refused)
    style = field.style()
    style.unpolish(field)
    style.polish(field)
    parent = field.parentWidget()
    # A field without a frame of its own is framed by its parent.
    for widget in (field, parent):
        if widget is not None:
            widget.update()
