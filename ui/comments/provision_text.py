"""The text of a provision: words quoted by comments are highlighted and numbered, those of staff threads
underlined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.comments.review import Quote
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits
from ui.lines import utf16_units
from ui.theme import font, theme
from ui.widgets.comparison_view.phrase_painting import draw_under, levels
from ui.widgets.comparison_view.thread_kinds import kind_name, look_of
from ui.widgets.laid_text import LaidText, range_boxes
from ui.widgets.painting import reads_right_to_left


@dataclass(frozen=True)
class _Mark:
    """The quoted words with their number, and the start of the number; in UTF-16 code units of the shown text."""

    start: int
    number: int
    end: int


@dataclass(frozen=True, slots=True)
class AnnotatedPhrase:
    """Words of the text with the kind of a staff thread on them; code points `[start, end)`."""

    start: int
    end: int
    kind: str


class ProvisionText(LaidText):
    """Shows a provision with highlighted quotes and annotated phrases."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._text = ""
        self._quotes: tuple[Quote, ...] = ()
        self._phrases: tuple[AnnotatedPhrase, ...] = ()
        self._marks: list[_Mark] = []
        super().__init__(parent=parent)

    def show_text(self, text: str, quotes: Sequence[Quote], phrases: Sequence[AnnotatedPhrase] = ()) -> None:
        """Shows a provision; offsets of `quotes` and `phrases` are code points of `text`."""
        shows = (text, tuple(quotes), tuple(phrases))
        if shows == (self._text, self._quotes, self._phrases) and text:
            return
        self._text, self._quotes, self._phrases = shows
        self.setAccessibleName(text)
        self.setAccessibleDescription(
            "\n".join(f"{kind_name(one.kind)}: «{text[one.start : one.end]}»" for one in phrases)
        )
        self.set_again()

    def set_again(self) -> None:
        shown, self._marks = _with_numbers(self._text, self._quotes)
        self.lay(shown, [_raised(mark) for mark in self._marks], rtl=reads_right_to_left(self._text))

    def draw_under(self, painter: QPainter) -> None:
        now = theme()
        for mark in self._marks:
            for box in self._boxes(mark.start, mark.end):
                painter.fillRect(box, now.note)
                painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 2), now.noteline)
        for phrase, level in zip(
            self._phrases, levels([(one.start, one.end) for one in self._phrases]), strict=True
        ):
            look = look_of(phrase.kind)
            for box in self._boxes(self._unit(phrase.start), self._unit(phrase.end)):
                line = QRectF(box.left() + 2, round(box.bottom() + 4 * level), box.width() - 4, 2)
                draw_under(painter, line, look.under, now.colour(look.line))

    def _boxes(self, start: int, end: int) -> Iterator[QRectF]:
        """Yields the boxes of UTF-16 code units `[start, end)` of the shown text, one for each line."""
        for box in range_boxes(self._layout, start, end):
            yield box.adjusted(-2, -1, 2, 0)

    def _unit(self, offset: int) -> int:
        """Converts a code point of the text to a UTF-16 code unit of the shown text, which has numbers in it."""
        numbers = sum(
            mark.end - mark.number
            for quote, mark in zip(self._quotes, self._marks, strict=True)
            if quote.end <= offset
        )
        return utf16_units(_shown(self._text[:offset])) + numbers


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
