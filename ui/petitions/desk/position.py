"""Position of the shown petition in the list: «۳ از ۴۲», with the keys for the next and the previous one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_key_cap, draw_text, key_cap_width, text_width

_HEIGHT: Final = 22
_KEYS: Final = ("J", "K")


class PositionMark(QWidget):
    """Empty while the position is not known."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self._keys = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_position(self, place: int, total: int) -> None:
        """Shows the position, counted from 1; 0: the petition is not in the list."""
        words = translate("Inbox", "{place} of {count}")
        self.text = fill(words, place=place, count=total) if place else ""
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    def show_keys(self, shown: bool) -> None:
        """Shows the keys beside the position, or leaves them out."""
        self._keys = shown
        self.updateGeometry()
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        width = text_width(self.text, font("secondary")) + 2 if self.text else 0.0
        if self._keys and self.text:
            width += 6 + sum(key_cap_width(key) + 4 for key in _KEYS)
        return QSize(round(width), _HEIGHT)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self.text:
            return
        painter, now, mirror = QPainter(self), theme(), Mirror.of(QRectF(self.rect()))
        start = text_width(self.text, font("secondary")) + 1
        draw_text(painter, mirror.at(0, start), self.text, font("secondary"), now.text2)
        start += 6
        for key in _KEYS if self._keys else ():
            width = key_cap_width(key)
            draw_key_cap(painter, mirror.at(start, width), key, now.text2, now.line2)
            start += width + 4
