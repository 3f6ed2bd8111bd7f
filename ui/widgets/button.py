"""Buttons: primary, secondary and ghost, with an icon and a key cap; and icon-only buttons.

They are painted by hand, so that bottom edge, key cap and focus ring have their exact places. The ring is drawn
inside the button's own rectangle, which has `RING` free pixels around its box. Adjacent buttons therefore need a
spacing of 0. It is shown for keyboard focus only.
"""

from __future__ import annotations

from typing import Literal

import shiboken6
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.wording import translate
from ui.actions import key_of, tip
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import FIELD, FIELD_LARGE, FIELD_SMALL, RADIUS
from ui.visibility import reach
from ui.widgets.painting import draw_key_cap, fill_rounded, key_cap_width, right_to_left, text_width
from ui.widgets.plain import exchange_tip, set_tip, tip_text

Variant = Literal["primary", "secondary", "ghost", "link", "danger"]
Size = Literal["small", "normal", "form", "large"]
#: Free space around the box for the focus ring, in pixels.
RING = 4
_HEIGHTS: dict[str, int] = {"small": FIELD_SMALL, "normal": FIELD, "form": 34, "large": FIELD_LARGE}
_PADDING = 12
_GAP = 8
_ICON = 16
_WITH = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)


class PressedByEnter(QPushButton):
    """A button that Enter presses as Space does; Qt leaves Enter to the default button of a dialog."""

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _WITH:
            if not event.isAutoRepeat():
                self.click()
            event.accept()
            return
        super().keyPressEvent(event)


class RingedButton(PressedByEnter):
    """A painted button. `ringed`: whether the focus ring is visible, which is for the keyboard only."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._focus_shows = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)

    @property
    def ringed(self) -> bool:
        return self._focus_shows and self.hasFocus()

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._focus_shows = _ring_after(event, self._focus_shows)
        super().focusInEvent(event)


class Button(RingedButton):
    """A button with words. `key` is only shown as a cap; the shortcut itself belongs to an action.

    A button that `writes` to the database is disabled while the database is away, and its tool tip says so. `flush`
    keeps no space for the ring around the box (it is drawn inside), `leading` aligns the words to the leading edge.
    """

    def __init__(
        self,
        text: str,
        variant: Variant = "secondary",
        *,
        icon: str | None = None,
        key: str | None = None,
        menu_caret: bool = False,
        size: Size = "normal",
        flush: bool = False,
        leading: bool = False,
        writes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._ring = 0 if flush else RING
        self._leading = leading
        self._variant: Variant = variant
        self._icon_name = icon
        self._key, self._shows_key = key, True
        self._caret = menu_caret
        self._size: Size = size
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if key is not None:
            set_tip(self, tip(text, key))
        self._writes, self._wanted, self._tip = writes, True, ""
        if writes:
            reach().changed.connect(self._follow_reach)
            if reach().away:
                self._follow_reach(True)

    @guarded(None)
    def setEnabled(self, enabled: bool) -> None:
        """Enables the button, unless it writes and the database is away."""
        self._wanted = enabled
        super().setEnabled(enabled and not (self._writes and reach().away))

    def _follow_reach(self, away: bool) -> None:
        if away:
            words = translate("Button", "The database is away: this waits until it is back.")
            self._tip = exchange_tip(self, tip_text(words))
        else:
            exchange_tip(self, self._tip)
        super().setEnabled(self._wanted and not away)

    @classmethod
    def of(
        cls,
        action: QAction,
        variant: Variant = "secondary",
        *,
        icon: str | None = None,
        size: Size = "normal",
        writes: bool = False,
    ) -> Button:
        """Returns a button for a command, whose words, key, enabled state and visibility follow the command."""
        made = cls(action.text(), variant, icon=icon, key=key_of(action) or None, size=size, writes=writes)

        def follow() -> None:
            if not shiboken6.isValid(made):
                # A command may outlive its button.
                action.changed.disconnect(follow)
                return
            made.setText(action.text())
            made.setEnabled(action.isEnabled())
            # Without a parent it would be shown as a window of its own for a moment, and take the focus.
            if made.parent() is not None or not action.isVisible():
                made.setVisible(action.isVisible())

        action.changed.connect(follow)
        made.clicked.connect(action.trigger)
        follow()
        return made

    def set_icon_name(self, name: str | None) -> None:
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def show_key(self, shown: bool) -> None:
        """Shows the key cap, or leaves it to the tool tip where there is no room."""
        if shown != self._shows_key:
            self._shows_key = shown
            self.updateGeometry()
            self.update()

    def _content_width(self) -> float:
        parts: list[float] = []
        if self._icon_name:
            parts.append(_ICON)
        if self.text():
            parts.append(text_width(self.text(), font("button")))
        if self._key and self._shows_key:
            parts.append(key_cap_width(self._key))
        if self._caret:
            parts.append(12)
        return sum(parts) + _GAP * max(0, len(parts) - 1)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        padding = 8 if self._size == "small" else _PADDING
        width = self._content_width() + 2 * padding
        height = _HEIGHTS[self._size]
        return QSize(max(round(width) + 1, height) + 2 * self._ring, height + 2 * self._ring)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(self._ring, self._ring, -self._ring, -self._ring)
        ink = self._draw_ground(painter, box)
        self._draw_content(painter, box, ink)
        if self.ringed:
            painter.setPen(QPen(theme().accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self._ring:
                painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), RADIUS + 2, RADIUS + 2)
            else:
                painter.setPen(QPen(theme().onacc if self._variant == "primary" else theme().accent, 2))
                painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), RADIUS - 3, RADIUS - 3)

    def _draw_ground(self, painter: QPainter, box: QRectF) -> QColor:
        """Draws the box and returns the text colour for it."""
        now = theme()
        hover, down = self.underMouse() and self.isEnabled(), self.isDown() or self.isChecked()
        if not self.isEnabled():
            if self._variant not in ("ghost", "link"):
                fill_rounded(painter, box, now.dis, RADIUS, now.line2)
            return now.distext
        if self._variant == "primary":
            fill_rounded(painter, box, now.accentp if down else now.accenth if hover else now.accent, RADIUS)
            return now.onacc
        if self._variant in ("ghost", "link"):
            if hover or down:
                fill_rounded(painter, box, now.press if down else now.hover, RADIUS)
            return now.acctext if self._variant == "link" else now.text
        fill_rounded(painter, box, now.press if down else now.hover if hover else now.base, RADIUS, now.line2)
        if not down:
            draw_bottom_edge(painter, box, now.edge)
        return now.danger if self._variant == "danger" else now.text

    def _draw_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        width = min(self._content_width(), box.width())
        offset = float(_PADDING) if self._leading and self.text() else (box.width() - width) / 2
        rtl = right_to_left()

        def take(part: float) -> QRectF:
            nonlocal offset
            left = box.right() - offset - part if rtl else box.left() + offset
            offset += part + _GAP
            return QRectF(left, box.top(), part, box.height())

        if self._icon_name:
            area = take(_ICON)
            side = QRectF(round(area.left()), round(box.center().y() - _ICON / 2), _ICON, _ICON)
            quiet = self._variant in ("secondary", "ghost") and self.isEnabled()
            paint_icon(painter, side, self._icon_name, theme().text2 if quiet else ink)
        if self.text():
            painter.setFont(font("button"))
            painter.setPen(ink)
            painter.drawText(take(text_width(self.text(), font("button"))).adjusted(-1, -1, 1, -1),
                             int(Qt.AlignmentFlag.AlignCenter), self.text())  # fmt: skip
        if self._key and self._shows_key:
            border = QColor(ink)
            if self._variant == "primary" and self.isEnabled():
                border.setAlphaF(0.6)
            else:
                border = theme().line2
            draw_key_cap(painter, take(key_cap_width(self._key)), self._key, ink, border)
        if self._caret:
            area = take(12)
            paint_icon(
                painter, QRectF(area.left(), box.center().y() - 6, 12, 12), "ph.caret-down", theme().text2
            )


class IconButton(RingedButton):
    """A button with only an icon; it always has a tool tip with its shortcut, and an accessible name."""

    def __init__(
        self, icon: str, name: str, *, key: str | None = None, side: int = 28, icon_side: int = 18,
        role: str = "text2", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent=parent)
        self._icon_name, self._side, self._icon_side, self._role = icon, side, icon_side, role
        self.setFixedSize(side, side)
        self.setAccessibleName(name)
        set_tip(self, tip(name, key))

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        now = theme()
        box = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked()):
            fill_rounded(painter, box, now.press if self.isDown() else now.hover, RADIUS)
        if self.ringed:
            fill_rounded(painter, box, None, RADIUS, now.accent, 2)
        half = self._icon_side / 2
        area = QRectF(round(box.center().x() - half), round(box.center().y() - half), 2 * half, 2 * half)
        paint_icon(
            painter, area, self._icon_name, now.colour(self._role) if self.isEnabled() else now.distext
        )


def buttons_at_the_end(*buttons: QPushButton) -> QHBoxLayout:
    """Returns the foot of a dialog: its buttons, the one that acts last."""
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


def _ring_after(event: QFocusEvent, before: bool) -> bool:
    """Whether the focus ring is shown after `event`: not for the mouse; returning to the window keeps it."""
    reason = event.reason()
    if reason in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
        return before
    return reason != Qt.FocusReason.MouseFocusReason


def draw_bottom_edge(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draws the darker bottom edge of fields and secondary buttons, between the rounded corners."""
    painter.save()
    painter.setPen(QPen(colour, 1))
    bottom = box.bottom() - 0.5
    painter.drawLine(QPointF(box.left() + RADIUS - 1, bottom), QPointF(box.right() - RADIUS + 1, bottom))
    painter.restore()
