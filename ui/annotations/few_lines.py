"""Displays the first lines of a plain text, with an ellipsis if there are more."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.guard import guarded
from ui.theme import font, theme
from ui.widgets.painting import draw_text, right_to_left
from ui.widgets.plain import text_option

#: Maximum number of characters that are laid out: a message may have a megabyte.
_LONGEST: Final = 2000
_NARROWEST: Final = 40


class FewLines(QWidget):
    """Shows up to `lines` lines of `text` in the secondary font."""

    def __init__(self, text: str, lines: int, *, colour: str = "text") -> None:
        super().__init__()
        self._text, self._lines, self._colour = " ".join(text[:_LONGEST].split()), lines, colour
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._text)

    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        layout, rest = self._laid_out(width)
        count = layout.lineCount() + bool(rest)
        return round(count * layout.lineAt(0).height()) if count else 0

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        ink, which = theme().colour(self._colour), font("secondary")
        painter.setPen(ink)
        layout, rest = self._laid_out(self.width())
        layout.draw(painter, QPointF(0, 0))
        if rest:
            height = layout.lineAt(0).height()
            words = QFontMetricsF(which).elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
            draw_text(
                painter, QRectF(0, layout.lineCount() * height, self.width(), height), words, which, ink
            )

    def _laid_out(self, width: int) -> tuple[QTextLayout, str]:
        """Lays out all lines if they fit, else all but the last, and returns the rest of the text."""
        whole = self._layout(self._text, width, self._lines + 1)
        if whole.lineCount() <= self._lines:
            return whole, ""
        # Offsets of a layout are UTF-16 code units.
        cut = 2 * whole.lineAt(self._lines - 1).textStart()
        words = self._text.encode("utf-16-le", "surrogatepass")
        head, rest = (part.decode("utf-16-le", "surrogatepass") for part in (words[:cut], words[cut:]))
        return self._layout(head, width, self._lines - 1), rest

    def _layout(self, words: str, width: int, most: int) -> QTextLayout:
        layout = QTextLayout(words, font("secondary"))
        layout.setTextOption(text_option(rtl=right_to_left()))
        height = 0.0
        layout.beginLayout()
        while layout.lineCount() < most and (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, _NARROWEST))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout
