"""The text of a provision, in which the words quoted by comments are highlighted and numbered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.comments.review import Quote
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits
from ui.lines import utf16_units
from ui.theme import font, theme
from ui.widgets.laid_text import LaidText
from ui.widgets.painting import reads_right_to_left


@dataclass(frozen=True)
class _Mark:
    """The quoted words with their number, and the start of the number; in UTF-16 code units of the shown text."""

    start: int
    number: int
    end: int


class ProvisionText(LaidText):
    """Shows a provision with highlighted quotes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._text = ""
        self._quotes: tuple[Quote, ...] = ()
        self._marks: list[_Mark] = []
        super().__init__(parent=parent)

    def show_text(self, text: str, quotes: Sequence[Quote]) -> None:
        """Shows a provision; offsets of `quotes` are code points of `text`."""
        if (text, tuple(quotes)) == (self._text, self._quotes) and text:
            return
        self._text, self._quotes = text, tuple(quotes)
        self.setAccessibleName(text)
        self.set_again()

    def set_again(self) -> None:
        shown, self._marks = _with_numbers(self._text, self._quotes)
        self.lay(shown, [_raised(mark) for mark in self._marks], rtl=reads_right_to_left(self._text))

    def draw_under(self, painter: QPainter) -> None:
        for mark in self._marks:
            self._draw_mark(painter, mark)

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
    """Returns the position from the binding's result, which may be a tuple of position and cursor."""
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]


def _with_numbers(text: str, quotes: Sequence[Quote]) -> tuple[str, list[_Mark]]:
    """Returns the shown text, with line separators and a number after each quote, and the marks."""
    pieces: list[str] = []
    marks: list[_Mark] = []
    at = units = 0

    def add(piece: str) -> None:
        nonlocal units
        pieces.append(piece)
        units += utf16_units(piece)

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
