"""The text of a provision with the words that comments quote: on the ground of a note, with their number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.instruments.review import Quote
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits
from ui.guard import guarded
from ui.theme import appearance, font, theme
from ui.theme_tokens import DOCUMENT_LINE
from ui.widgets.painting import reads_right_to_left
from ui.widgets.plain import text_option


@dataclass(frozen=True)
class _Mark:
    """UTF-16 units of the shown text: the quoted words with their number, and where the number begins."""

    start: int
    number: int
    end: int


class ProvisionText(QWidget):
    """As high as its text; scaled with the documents. `height_changed` tells the height in pixels."""

    height_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._quotes: tuple[Quote, ...] = ()
        self._layout = QTextLayout()
        self._marks: list[_Mark] = []
        self._height = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance().theme_changed.connect(self._set)

    @property
    def marked(self) -> list[str]:
        """The words that are marked, without their numbers."""
        return [self._text[quote.start : quote.end] for quote in self._quotes]

    def show_text(self, text: str, quotes: Sequence[Quote]) -> None:
        """Shows another provision; offsets of `quotes` are code points of `text`."""
        if (text, tuple(quotes)) == (self._text, self._quotes) and text:
            return
        self._text, self._quotes = text, tuple(quotes)
        self.setAccessibleName(text)
        self._set()

    def _set(self) -> None:
        shown, self._marks = _with_numbers(self._text, self._quotes)
        self._layout = QTextLayout(shown, font("document"))
        self._layout.setTextOption(text_option(rtl=reads_right_to_left(self._text)))
        self._layout.setFormats([_raised(mark) for mark in self._marks])
        self._break(self.width())
        self._tell()
        self.update()

    def _break(self, width: float) -> None:
        which = font("document")
        step = which.pointSizeF() * self.logicalDpiY() / 72 * DOCUMENT_LINE / 100
        self._layout.beginLayout()
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(60.0, width))
            line.setPosition(QPointF(0, top + (step - line.height()) / 2))
            top += step
        self._layout.endLayout()
        self._height = top if self._text else 0.0

    def _tell(self) -> None:
        height = round(self._height)
        self.setFixedHeight(height)
        self.height_changed.emit(height)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._break(self.width())
            self._tell()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        for mark in self._marks:
            self._draw_mark(painter, mark)
        painter.setPen(now.text)
        self._layout.draw(painter, QPointF(0, 0))

    def _draw_mark(self, painter: QPainter, mark: _Mark) -> None:
        now = theme()
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            start = max(mark.start, line.textStart())
            end = min(mark.end, line.textStart() + line.textLength())
            if start >= end:
                continue
            first, last = _x(line.cursorToX(start)), _x(line.cursorToX(end))
            left, right = min(first, last), max(first, last)
            box = QRectF(left - 2, line.y() - 1, right - left + 4, line.height() + 1)
            painter.fillRect(box, now.note)
            painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 2), now.noteline)


def _x(found: object) -> float:
    """Qt's binding gives the position, and the cursor it was asked for beside it."""
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]


def _with_numbers(text: str, quotes: Sequence[Quote]) -> tuple[str, list[_Mark]]:
    """The text as shown, lines as line separators, a number behind each quote."""
    pieces: list[str] = []
    marks: list[_Mark] = []
    at = units = 0

    def add(piece: str) -> None:
        nonlocal units
        pieces.append(piece)
        units += len(piece.encode("utf-16-le", "surrogatepass")) // 2

    for quote in quotes:
        add(_shown(text[at : quote.start]))
        start = units
        add(_shown(text[quote.start : quote.end]))
        number = units
        add("\u202f" + digits(quote.count))
        marks.append(_Mark(start, number, units))
        at = quote.end
    add(_shown(text[at:]))
    return "".join(pieces), marks


def _shown(text: str) -> str:
    return visible_controls(text).replace("\n", "\u2028")


def _raised(mark: _Mark) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = mark.number, mark.end - mark.number
    small = QTextCharFormat()
    small.setFont(font("header"))
    small.setForeground(theme().text2)
    small.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    made.format = small
    return made
