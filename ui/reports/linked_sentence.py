"""A sentence whose numbers are links, wrapped at words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.persian.joined_numbers import for_display
from desktop_app.wording import digits, translate
from ui.guard import guarded
from ui.lines import utf16_units
from ui.theme import font, theme
from ui.widgets.laid_text import range_boxes
from ui.widgets.painting import draw_text, fill_rounded, right_to_left
from ui.widgets.plain import text_option, tip_text

_LEADING = 24.0
_DISC = 24
#: Pixels around a number in which a click opens it.
_AROUND = 4.0


class LinkedSentence(QWidget):
    """Emits `opened` with the place of a number in `links`.

    Arrow keys move between the numbers, Enter opens one.
    """

    opened = Signal(int)

    def __init__(
        self, words: str, links: Sequence[tuple[int, int]] = (), parent: QWidget | None = None
    ) -> None:
        """`links` are ranges of `words`, in code points."""
        super().__init__(parent)
        self.words, self.links = words, tuple(links)
        self._shown, shown_links = for_display(words, self.links)
        #: The links in UTF-16 units of the shown words: start and end.
        self._units = tuple(
            (utf16_units(self._shown[:start]), utf16_units(self._shown[:end])) for start, end in shown_links
        )
        self._hovered, self._current = -1, 0
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if links else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(words)

    def open_link(self, at: int) -> None:
        """Opens the number at a place of `links`."""
        if 0 <= at < len(self.links):
            self.opened.emit(at)

    def link_boxes(self, at: int) -> list[QRectF]:
        """Returns the rectangles of a number, one for each line that it is on."""
        return list(range_boxes(self._layout(self.width())[0], *self._units[at]))

    def _layout(self, width: float) -> tuple[QTextLayout, float]:
        """Returns the lines in a column of `width` pixels, and their height."""
        layout = QTextLayout(self._shown, font("interface"))
        layout.setTextOption(text_option(rtl=right_to_left()))
        layout.setFormats([self._format(at, *link) for at, link in enumerate(self._units)])
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, height + (_LEADING - line.height()) / 2))
            height += _LEADING
        layout.endLayout()
        return layout, height

    def _format(self, at: int, start: int, end: int) -> QTextLayout.FormatRange:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = start, end - start
        piece.format.setForeground(theme().acctext)
        piece.format.setFontWeight(font("interface", bold=True).weight())
        piece.format.setFontUnderline(at != self._hovered)
        return piece

    def _at(self, place: QPointF) -> int:
        layout, _ = self._layout(self.width())
        around = (-_AROUND, -_AROUND, _AROUND, _AROUND)
        for at, link in enumerate(self._units):
            if any(box.adjusted(*around).contains(place) for box in range_boxes(layout, *link)):
                return at
        return -1

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(120, round(_LEADING))

    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        return round(self._layout(width)[1])

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        layout, _ = self._layout(self.width())
        painter.setPen(theme().text)
        layout.draw(painter, QPointF(0, 0))
        if self.hasFocus() and self.links:
            for box in range_boxes(layout, *self._units[self._current]):
                ring = box.adjusted(-_AROUND, 0, _AROUND, 0)
                fill_rounded(painter, ring, None, 3, theme().accent, 2)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor)
        if found != self._hovered:
            self._hovered = found
            self.update()

    @guarded(None)
    def leaveEvent(self, event: object) -> None:
        del event
        self._hovered = -1
        self.update()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.open_link(self._at(event.position()))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        on = Qt.Key.Key_Left if right_to_left() else Qt.Key.Key_Right
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_link(self._current)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            place = self._current + (1 if key == on else -1)
            self._current = min(max(place, 0), len(self.links) - 1)
            self.update()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            if self._at(QPointF(event.pos())) >= 0:
                words = translate("Reports", "Show these petitions in the inbox")
                QToolTip.showText(event.globalPos(), tip_text(words), self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))


class NumberDisc(QWidget):
    """The number of a sentence in a circle."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = digits(number)
        self.setFixedSize(_DISC, _DISC)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        fill_rounded(painter, box, None, _DISC / 2, theme().line2)
        centred = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, box, self._words, font("header", bold=True), theme().danger, centred)
