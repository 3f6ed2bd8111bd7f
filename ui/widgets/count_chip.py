"""A toggle button with a count and a word, used as a filter."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from desktop_app.wording import digits
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import FIELD_SMALL, RADIUS, RADIUS_CHIP
from ui.widgets.button import PressedByEnter
from ui.widgets.painting import Mirror, draw_text, fill_rounded, text_width
from ui.widgets.plain import set_tip


class CountChip(PressedByEnter):
    """A filter with a count. A dashed border marks content that is hidden by default."""

    def __init__(self, icon: str | None, colour: str, *, dashed: bool = False) -> None:
        super().__init__()
        self._icon, self._colour, self._dashed = icon, colour, dashed
        self._count = 0
        self._words = ""
        self._compact = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> int:
        """The number on the chip."""
        return self._count

    def set_compact(self, compact: bool) -> None:
        """Shows or hides the word to save space. A chip without an icon always keeps it."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def width_as(self, *, compact: bool) -> int:
        """Returns the width in pixels with or without the word."""
        width = text_width(digits(self._count), self._strong()) + (20 if self._icon else 0) + 18
        if not compact or self._icon is None:
            width += text_width(self._words, font("header")) + 4
        return round(width)

    def show_count(self, words: str, count: int, tip: str = "") -> None:
        """Sets the word, the number and the tool tip."""
        self._words, self._count = words, count
        self.setAccessibleName(f"{digits(count)} {words}")
        set_tip(self, tip or self.accessibleName())
        self.updateGeometry()
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(self.width_as(compact=self._compact), FIELD_SMALL)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        hover = self.underMouse()
        if self.isChecked():
            fill_rounded(painter, box, now.sel if hover else now.accsoft, RADIUS_CHIP)
        elif self._dashed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(now.line2, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
        else:
            fill_rounded(painter, box, now.hover if hover else now.base, RADIUS_CHIP, now.line2)
        if self.hasFocus():
            fill_rounded(painter, box, None, RADIUS, now.accent, 2)
        ink = now.acctext if self.isChecked() else now.text2 if self._dashed else now.text
        mirror = Mirror.of(box.adjusted(0, -1, 0, -1))
        at = 8.0
        if self._icon:
            paint_icon(
                painter, mirror.at(at, 14), self._icon, ink if self.isChecked() else now.colour(self._colour)
            )
            at += 20
        number, which = digits(self._count), self._strong()
        words = (self._words, font("header")) if self._icon is None else (number, which)
        last = (number, which) if self._icon is None else (self._words, font("header"))
        shown = (words,) if self._compact and self._icon is not None else (words, last)
        for text, kind in shown:
            width = text_width(text, kind) + 1
            draw_text(painter, mirror.at(at, width), text, kind, ink)
            at += width + 4

    def _strong(self) -> QFont:
        which = font("header")
        which.setWeight(which.Weight.Medium)
        return which
