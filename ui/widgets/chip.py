"""Chips: the kind of an item, its state, the conditions of a filter, counts of a campaign.

Each has a function for delegates (`draw_kind`, `draw_state` ...) and a widget that uses it. Colours of the kinds:
request slate, complaint danger, suggestion violet, criticism warn, opinion info.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import FIELD_SMALL, RADIUS, RADIUS_CHIP, Face, Theme
from ui.widgets.button import PressedByEnter
from ui.widgets.painting import Mirror, draw_dot, draw_text, fill_rounded, right_to_left, text_width

#: The text colour of a chip; the background is the same name with `bg`.
ChipColour = Literal["slate", "danger", "viol", "warn", "info", "ok"]
#: The glyph of a state: a ring, a dot, two bars, a tick.
StateGlyph = Literal["ring", "dot", "bars", "tick"]

#: Colours of petition kinds by code.
KIND_COLOURS: Final[dict[str, ChipColour]] = {
    "request": "slate", "complaint": "danger", "suggestion": "viol", "criticism": "warn", "opinion": "info",
}  # fmt: skip
#: Glyph and theme colour of the states of petitions and instruments by code.
STATE_MARKS: Final[dict[str, tuple[StateGlyph, str]]] = {
    "registered": ("ring", "text2"), "referred": ("dot", "info"), "in_progress": ("dot", "accent"),
    "waiting": ("bars", "warnline"), "awaiting_approval": ("dot", "viol"), "resolved": ("tick", "ok"),
    "archived": ("tick", "text2"),
    "drafting": ("ring", "text2"), "legal_review": ("dot", "info"), "open": ("dot", "accent"),
    "closed": ("bars", "warnline"), "revising": ("dot", "viol"), "ready": ("tick", "accent"),
    "promulgated": ("tick", "ok"), "submitted": ("tick", "ok"), "withdrawn": ("tick", "text2"),
}  # fmt: skip
KIND_WIDTH: Final = 58
CHIP_HEIGHT: Final = 22


def draw_chip(painter: QPainter, rect: QRectF, text: str, colour: str) -> None:
    """Draws a chip that fills `rect`: words in `colour` on its background."""
    now, inner = theme(), rect.adjusted(2, -1, -2, -1)
    fill_rounded(painter, rect, now.ink(f"{colour}bg"), RADIUS_CHIP)
    face = _chip_face(now, smaller=False)
    # English words may be wider than the column, which fits Persian ones.
    if text_width(text, face) > inner.width():
        face = _chip_face(now, smaller=True)
    draw_text(painter, inner, text, face, now.ink(colour), Qt.AlignmentFlag.AlignHCenter)


@lru_cache(maxsize=4)
def _chip_face(now: Theme, *, smaller: bool) -> Face:
    which = now.font("header")
    which.setWeight(which.Weight.Medium)
    if smaller:
        which.setPointSizeF(which.pointSizeF() * 0.85)
    return Face.of(which)


def draw_kind(painter: QPainter, rect: QRectF, kind: str, text: str) -> None:
    """Draws the kind chip of a list, 58 × 22, in the middle of `rect`; `kind` is the code, `text` the word."""
    box = QRectF(0, 0, min(KIND_WIDTH, rect.width()), CHIP_HEIGHT)
    box.moveCenter(rect.center())
    draw_chip(
        painter, QRectF(round(box.x()), round(box.y()), box.width(), box.height()), text, KIND_COLOURS[kind]
    )


def draw_glyph(painter: QPainter, centre: QPointF, glyph: StateGlyph, colour_name: str) -> None:
    """Draws the 12-pixel glyph of a state around `centre`."""
    colour = theme().colour(colour_name)
    if glyph == "dot":
        draw_dot(painter, centre, colour, 8)
    elif glyph == "ring":
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 3.5, 3.5)
        painter.restore()
    elif glyph == "bars":
        for offset in (-4, 1):
            painter.fillRect(QRectF(centre.x() + offset, centre.y() - 4, 3, 8), colour)
    else:
        paint_icon(painter, QRectF(centre.x() - 6, centre.y() - 6, 12, 12), "ph.check-bold", colour)


def draw_state(painter: QPainter, rect: QRectF, state: str, text: str, *, colour: str = "text") -> float:
    """Draws glyph and word of a state from the leading edge of `rect`; returns the drawn width."""
    glyph, glyph_colour = STATE_MARKS[state]
    mirror = Mirror.of(rect)
    draw_glyph(painter, mirror.at(0, 12).center(), glyph, glyph_colour)
    return 20 + draw_text(
        painter, mirror.at(20, rect.width() - 20), text, font("secondary"), theme().colour(colour)
    )


class _Painted(QWidget):
    """A widget of fixed height, as wide as its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Chip(_Painted):
    """A chip in one of the chip colours, as wide as its words."""

    def __init__(self, text: str, colour: str = "slate", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._chip_colour = text, colour
        self.setAccessibleName(text)

    @property
    def words(self) -> str:
        return self._text

    def show_text(self, text: str, colour: str | None = None) -> None:
        """Replaces the words, and the colour if one is given."""
        self._text, self._chip_colour = text, colour or self._chip_colour
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def show_kind(self, kind: str, text: str) -> None:
        """Shows the chip of a kind of petition."""
        self.show_text(text, KIND_COLOURS[kind])

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self._text, font("header"))) + 18, CHIP_HEIGHT)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        draw_chip(QPainter(self), QRectF(self.rect()), self._text, self._chip_colour)


class StateLabel(_Painted):
    """Glyph and word of a state, without a background."""

    def __init__(self, state: str = "registered", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._text = state, text
        self.setAccessibleName(text)

    def show_state(self, state: str, text: str) -> None:
        self._state, self._text = state, text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self._text, font("secondary"))) + 22, CHIP_HEIGHT)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        draw_state(QPainter(self), QRectF(self.rect()), self._state, self._text, colour="text2")


class FilterChip(PressedByEnter):
    """One condition of a filter, 28 pixels high: unset with a caret, or set with a cross.

    `clicked` opens the choice; `cleared` is emitted for the cross, Delete or Backspace. A chip with an `icon` stands
    for several conditions, and has a caret even if one is set.
    """

    cleared = Signal()

    def __init__(
        self,
        text: str,
        *,
        is_set: bool = False,
        caret: bool = True,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._set, self._caret, self._icon_name = is_set, caret, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)

    def set_icon_name(self, name: str) -> None:
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def show_condition(self, text: str, *, is_set: bool) -> None:
        self._set = is_set
        self.setText(text)
        self.updateGeometry()
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        mark = 22 if self._set or self._caret else 0
        mark += 22 if self._icon_name else 0
        return QSize(round(text_width(self.text(), font("button"))) + 22 + mark, FIELD_SMALL)

    @property
    def _has_cross(self) -> bool:
        return self._set and not self._icon_name

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        hover = self.underMouse()
        if self._set:
            fill_rounded(painter, box, now.sel if hover else now.accsoft, RADIUS_CHIP)
        else:
            fill_rounded(painter, box, now.hover if hover else now.base, RADIUS, now.line2)
        if self.hasFocus():
            fill_rounded(painter, box, None, RADIUS, now.accent, 2)
        mirror = Mirror.of(box)
        ink = now.acctext if self._set else now.text
        start = 10
        if self._icon_name:
            paint_icon(painter, mirror.at(start, 14), self._icon_name, ink)
            start += 22
        room = mirror.at(start, box.width() - start - 10).adjusted(0, -1, 0, -1)
        drawn = draw_text(painter, room, self.text(), font("button"), ink)
        if self._has_cross:
            paint_icon(painter, mirror.at(start + drawn + 8, 12), "ph.x", ink)
        elif self._caret:
            caret = ink if self._set else now.text2
            paint_icon(painter, mirror.at(start + drawn + 8, 12), "ph.caret-down", caret)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._has_cross and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        on_cross = x < 28 if right_to_left() else x > self.width() - 28
        if self._has_cross and on_cross and self.rect().contains(event.position().toPoint()):
            self.setDown(False)
            self.cleared.emit()
            return
        super().mouseReleaseEvent(event)
